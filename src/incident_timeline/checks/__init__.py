"""Checks: rules with one code each, and what they find in an incident."""

from incident_timeline.checks.case import Case, Hit
from incident_timeline.checks.explain import Explained, Page, explain
from incident_timeline.checks.law import Law
from incident_timeline.checks.rule import Rule, rule
from incident_timeline.checks.rules import ALL_RULES, RULES
from incident_timeline.checks.run import check, review
from incident_timeline.checks.settings.checker import Review
from incident_timeline.checks.settings.config import CheckConfig
from incident_timeline.checks.settings.files import find_config, load_config
from incident_timeline.checks.settings.refused import ConfigError
from incident_timeline.checks.settings.suppress import UNUSED, Suppressed, Suppression
from incident_timeline.checks.verdicts import before

__all__ = [
    "ALL_RULES",
    "RULES",
    "UNUSED",
    "Case",
    "CheckConfig",
    "ConfigError",
    "Explained",
    "Hit",
    "Law",
    "Page",
    "Review",
    "Rule",
    "Suppressed",
    "Suppression",
    "before",
    "check",
    "explain",
    "find_config",
    "load_config",
    "review",
    "rule",
]
