"""Checks: rules with one code each, and what they find in an incident."""

from incident_timeline.checks.case import Case, Hit
from incident_timeline.checks.explain import Page, explain
from incident_timeline.checks.law import Law
from incident_timeline.checks.rule import Rule, rule
from incident_timeline.checks.rules import ALL_RULES, RULES
from incident_timeline.checks.run import check
from incident_timeline.checks.verdicts import before

__all__ = [
    "ALL_RULES",
    "RULES",
    "Case",
    "Hit",
    "Law",
    "Page",
    "Rule",
    "before",
    "check",
    "explain",
    "rule",
]
