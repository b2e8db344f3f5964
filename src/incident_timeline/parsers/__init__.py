"""From documents to incidents: parsers, and which of them reads what."""

from incident_timeline.parsers.base import Document, Parsed, Parser
from incident_timeline.parsers.readings import READINGS, Reading
from incident_timeline.parsers.registry import parse, parsers

__all__ = ["READINGS", "Document", "Parsed", "Parser", "Reading", "parse", "parsers"]
