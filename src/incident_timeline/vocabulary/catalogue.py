"""All vocabularies by name, for pages and schemas made from them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from incident_timeline.vocabulary.allen import AllenRelation
from incident_timeline.vocabulary.event_kinds import EventKind
from incident_timeline.vocabulary.evidence_statuses import EvidenceStatus
from incident_timeline.vocabulary.forces import Force
from incident_timeline.vocabulary.investigation_footings import Footing
from incident_timeline.vocabulary.investigation_statuses import InvestigationStatus
from incident_timeline.vocabulary.item_types import ItemType
from incident_timeline.vocabulary.party_kinds import PartyKind
from incident_timeline.vocabulary.roles import Role
from incident_timeline.vocabulary.term import Term

__all__ = ["VOCABULARIES"]

VOCABULARIES: Final[Mapping[str, type[Term]]] = MappingProxyType(
    {
        "AllenRelation": AllenRelation,
        "EventKind": EventKind,
        "EvidenceStatus": EvidenceStatus,
        "Footing": Footing,
        "Force": Force,
        "InvestigationStatus": InvestigationStatus,
        "ItemType": ItemType,
        "PartyKind": PartyKind,
        "Role": Role,
    }
)
"""Every vocabulary by the name of its class, in alphabetical order; read-only."""
