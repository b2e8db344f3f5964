"""What parsers are built from: pieces of a text, and a workbench that records them."""

from incident_timeline.moments.formats import TimeFields, TimeFormat
from incident_timeline.parsers.building.making import MadeParser, parser
from incident_timeline.parsers.building.pieces import Found, Page, Piece, Place
from incident_timeline.parsers.building.workbench import Workbench

__all__ = [
    "Found",
    "MadeParser",
    "Page",
    "Piece",
    "Place",
    "TimeFields",
    "TimeFormat",
    "Workbench",
    "parser",
]
