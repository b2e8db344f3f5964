"""The words an incident is told in: known terms, their definitions and standards.

Known terms are constants; where a field's vocabulary is open, any other term of the
same shape is accepted, kept and written back.

>>> from incident_timeline.vocabulary import EventKind, term_word
>>> EventKind.CALL.standards[0]
'NIEM j:ServiceCall'
>>> term_word("x-mycity:tow")
'x-mycity:tow'
"""

from incident_timeline.vocabulary.allen import AllenRelation
from incident_timeline.vocabulary.assurance import WORDS_BY_STRENGTH, Assurance
from incident_timeline.vocabulary.catalogue import VOCABULARIES
from incident_timeline.vocabulary.event_kinds import EventKind
from incident_timeline.vocabulary.evidence_statuses import EvidenceStatus
from incident_timeline.vocabulary.forces import Force
from incident_timeline.vocabulary.investigation_footings import Footing
from incident_timeline.vocabulary.investigation_statuses import InvestigationStatus
from incident_timeline.vocabulary.item_types import ItemType
from incident_timeline.vocabulary.party_kinds import PartyKind
from incident_timeline.vocabulary.roles import Role
from incident_timeline.vocabulary.term import (
    MAX_TERM_LENGTH,
    TERM_PATTERN,
    Term,
    find_term,
    term_word,
)

__all__ = [
    "MAX_TERM_LENGTH",
    "TERM_PATTERN",
    "VOCABULARIES",
    "WORDS_BY_STRENGTH",
    "AllenRelation",
    "Assurance",
    "EventKind",
    "EvidenceStatus",
    "Footing",
    "Force",
    "InvestigationStatus",
    "ItemType",
    "PartyKind",
    "Role",
    "Term",
    "find_term",
    "term_word",
]
