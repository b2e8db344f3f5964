"""From documents to incidents: parsers, which of them reads what, and their parts."""

from incident_timeline.parsers.base import Document, Parsed, Parser
from incident_timeline.parsers.building import (
    Found,
    MadeParser,
    Page,
    Piece,
    Place,
    TimeFields,
    TimeFormat,
    Workbench,
    parser,
)
from incident_timeline.parsers.readings import READINGS, Reading
from incident_timeline.parsers.registry import parse, parsers, stream

__all__ = [
    "READINGS",
    "Document",
    "Found",
    "MadeParser",
    "Page",
    "Parsed",
    "Parser",
    "Piece",
    "Place",
    "Reading",
    "TimeFields",
    "TimeFormat",
    "Workbench",
    "parse",
    "parser",
    "parsers",
    "stream",
]
