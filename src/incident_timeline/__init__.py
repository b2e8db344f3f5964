"""Typed, checked timelines of serious police incidents."""

from _incident_timeline_hypothesis import register as _register
from incident_timeline.checks import RULES, Rule, check, explain, rule
from incident_timeline.converter import (
    configure_converter,
    dumps,
    loads,
    make_converter,
)
from incident_timeline.errors import (
    InvalidMomentError,
    InvalidRecordError,
    NonexistentTimeError,
    TimelineError,
    UnknownFormatError,
    UnknownReferenceError,
    UnknownZoneError,
    UnreadableInputError,
)
from incident_timeline.model import (
    Age,
    Citation,
    CustodyStep,
    Draft,
    Event,
    Evidence,
    Finding,
    Incident,
    Investigation,
    Link,
    Participant,
    Party,
    Severity,
    Source,
    Verdict,
)
from incident_timeline.moments import (
    DEFAULT_VAGUENESS,
    Moment,
    PartOfDay,
    Precision,
    Qualifier,
    Vagueness,
)
from incident_timeline.parsers import Document, Parsed, parse
from incident_timeline.serialisers import Serialised, serialise
from incident_timeline.timeline import (
    AXIOMS,
    Conflict,
    Elapsed,
    Order,
    Timeline,
    solve,
)

__all__ = [
    "AXIOMS",
    "DEFAULT_VAGUENESS",
    "RULES",
    "Age",
    "Citation",
    "Conflict",
    "CustodyStep",
    "Document",
    "Draft",
    "Elapsed",
    "Event",
    "Evidence",
    "Finding",
    "Incident",
    "InvalidMomentError",
    "InvalidRecordError",
    "Investigation",
    "Link",
    "Moment",
    "NonexistentTimeError",
    "Order",
    "Parsed",
    "PartOfDay",
    "Participant",
    "Party",
    "Precision",
    "Qualifier",
    "Rule",
    "Serialised",
    "Severity",
    "Source",
    "Timeline",
    "TimelineError",
    "UnknownFormatError",
    "UnknownReferenceError",
    "UnknownZoneError",
    "UnreadableInputError",
    "Vagueness",
    "Verdict",
    "check",
    "configure_converter",
    "dumps",
    "explain",
    "loads",
    "make_converter",
    "parse",
    "rule",
    "serialise",
    "solve",
]

_register()
