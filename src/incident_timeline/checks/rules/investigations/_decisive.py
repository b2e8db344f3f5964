"""What decides whether something comes before all of many: a few of them, always."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from heapq import nsmallest
from typing import TypeVar

from incident_timeline.checks.verdicts import gravity
from incident_timeline.model import Severity
from incident_timeline.moments import Moment

__all__ = ["decisive"]

T = TypeVar("T")
_FIRST = datetime.min.replace(tzinfo=UTC)
_LAST = datetime.max.replace(tzinfo=UTC)
_FIRM = Moment.unknown()
_NAMED = 20  # how many a finding names


def decisive(every: Sequence[T], when: Callable[[T], Moment]) -> list[T]:
    """Those of many that decide what comes before all of them, and how gravely.

    These are the earliest ones, the one that must be over first, the first of those
    without an end and one that is vague, so that the cost of many stays in step with
    their number.
    """
    if len(every) <= _NAMED:
        return list(every)

    def begins(one: T) -> datetime:
        return when(one).earliest_utc or _FIRST

    found = nsmallest(_NAMED, every, key=begins)
    found.append(min(every, key=lambda one: when(one).latest_utc or _LAST))
    still_open = [one for one in every if when(one).latest_utc is None]
    found += nsmallest(1, still_open, key=begins)
    vague = (one for one in every if gravity(_FIRM, when(one)) is Severity.IMPLAUSIBLE)
    found += [one for one in [next(vague, None)] if one is not None]
    return list({id(one): one for one in found}.values())
