"""The rules of this library, in the order of their codes."""

from __future__ import annotations

from incident_timeline.checks.conflicts import order_conflict
from incident_timeline.checks.dates import (
    published_before_event,
    weekday_mismatch,
    zone_assumed,
)
from incident_timeline.checks.deaths import acts_after_death
from incident_timeline.checks.duplicates import possible_duplicate
from incident_timeline.checks.order import (
    death_before_harm,
    event_ends_before_start,
    first_aid_before_harm,
)
from incident_timeline.checks.quotes import digest_mismatch, quote_mismatch
from incident_timeline.checks.rule import Rule

__all__ = ["ALL_RULES", "RULES"]

ALL_RULES: tuple[Rule, ...] = (
    event_ends_before_start,
    order_conflict,
    death_before_harm,
    first_aid_before_harm,
    acts_after_death,
    weekday_mismatch,
    published_before_event,
    quote_mismatch,
    digest_mismatch,
    zone_assumed,
    possible_duplicate,
)
"""Every rule of this library, those among them that are only run where selected."""

RULES: tuple[Rule, ...] = tuple(rule for rule in ALL_RULES if rule.is_default)
"""What :func:`check` goes by; pass it on with your own: ``(*RULES, mine)``."""
