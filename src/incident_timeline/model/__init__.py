"""What an account says: incidents, and all that they are made of."""

from incident_timeline.model.draft import Draft
from incident_timeline.model.event import Event, Link
from incident_timeline.model.evidence import CustodyStep, Evidence
from incident_timeline.model.finding import Finding, Severity, Verdict
from incident_timeline.model.incident import Incident
from incident_timeline.model.investigation import Investigation
from incident_timeline.model.party import Age, Participant, Party
from incident_timeline.model.source import Citation, Source

__all__ = [
    "Age",
    "Citation",
    "CustodyStep",
    "Draft",
    "Event",
    "Evidence",
    "Finding",
    "Incident",
    "Investigation",
    "Link",
    "Participant",
    "Party",
    "Severity",
    "Source",
    "Verdict",
]
