"""From documents to incidents: parsers, and which of them reads what."""

from incident_timeline.parsers import readings
from incident_timeline.parsers.base import Document, Parsed, Parser
from incident_timeline.parsers.json import UNREADABLE_JSON
from incident_timeline.parsers.readings import Reading
from incident_timeline.parsers.registry import parse, parsers

__all__ = ["READINGS", "Document", "Parsed", "Parser", "Reading", "parse", "parsers"]

READINGS: tuple[Reading, ...] = (*readings.READINGS, UNREADABLE_JSON)
"""What the library's own parsers have to say of input that they can't use."""
