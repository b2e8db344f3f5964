"""Contract kits: the laws that a parser, a serialiser or a rule keeps, as checks."""

from incident_timeline.testing.check import Breach, Check, LawBrokenError
from incident_timeline.testing.laws import LAWS, Law
from incident_timeline.testing.parsers import parser_checks
from incident_timeline.testing.rules import rule_checks
from incident_timeline.testing.serialisers import serialiser_checks

__all__ = [
    "LAWS",
    "Breach",
    "Check",
    "Law",
    "LawBrokenError",
    "parser_checks",
    "rule_checks",
    "serialiser_checks",
]
