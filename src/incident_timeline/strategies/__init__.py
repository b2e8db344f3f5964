"""Hypothesis strategies: incidents and their parts, to test what is built on them.

Names are plural, arguments are named, and strategies are made once. With Hypothesis
and the package both imported, ``st.from_type(Incident)`` draws from these by itself.

>>> from hypothesis import given
>>> @given(incidents(consistent=True))
... def my_report_names_every_event(incident): ...
"""

from _incident_timeline_hypothesis import register
from incident_timeline.strategies._account import Account, ToldEvent
from incident_timeline.strategies._accounts import accounts
from incident_timeline.strategies._broken import documents, documents_broken
from incident_timeline.strategies._incidents import incidents, timelines
from incident_timeline.strategies._moments import (
    ZONES,
    awkward_moments,
    moments,
    vaguenesses,
)
from incident_timeline.strategies._phrases import TimePhrase, time_phrases
from incident_timeline.strategies._records import (
    ages,
    citations,
    custody_steps,
    events,
    evidence,
    findings,
    investigations,
    links,
    participants,
    parties,
    sources,
)
from incident_timeline.strategies._words import terms

__all__ = [
    "ZONES",
    "Account",
    "TimePhrase",
    "ToldEvent",
    "accounts",
    "ages",
    "awkward_moments",
    "citations",
    "custody_steps",
    "documents",
    "documents_broken",
    "events",
    "evidence",
    "findings",
    "incidents",
    "investigations",
    "links",
    "moments",
    "participants",
    "parties",
    "register",
    "sources",
    "terms",
    "time_phrases",
    "timelines",
    "vaguenesses",
]
