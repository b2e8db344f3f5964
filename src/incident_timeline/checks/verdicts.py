"""How surely one moment comes before another, and how that is told."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from incident_timeline.model import Severity, Verdict
from incident_timeline.moments import (
    Assumption,
    Moment,
    Precision,
    bounds_text,
    duration_text,
)
from incident_timeline.moments.qualify import is_soft

_WORTH_TELLING = timedelta(seconds=1)

__all__ = ["before", "before_all", "gap_text", "gravity", "texts"]


def before(first: Moment, second: Moment) -> Verdict | None:
    """How surely *first* comes before *second*.

    Certain where every reading of the bounds has it so, possible where some has;
    ``None`` where none has, or where an open bound leaves nothing to judge by.

    >>> noon = Moment.at("2023-11-23T12:00", zone="UTC")
    >>> print(before(noon, Moment.on("2023-11-23", part="afternoon", zone="UTC")))
    possible
    >>> before(noon, Moment.unknown()) is None
    True
    """
    if first.precedes(second):
        return Verdict.CERTAIN
    start, end = first.earliest_utc, second.latest_utc
    if start is None or end is None or start >= end:
        return None
    return Verdict.POSSIBLE


def before_all(first: Moment, others: Iterable[Moment]) -> Verdict | None:
    """How surely *first* comes before every one of *others*; ``None`` for no other."""
    verdicts = [before(first, other) for other in others]
    if not verdicts or None in verdicts:
        return None
    return Verdict.POSSIBLE if Verdict.POSSIBLE in verdicts else Verdict.CERTAIN


def gravity(first: Moment, second: Moment) -> Severity:
    """How grave it is that *first* comes before *second*.

    A contradiction; implausible only where the bounds that decide it rest on the
    width of a vague word, such as "about" or "evening", or on an assumed day.
    """
    parts = Precision.PART_OF_DAY in (first.precision, second.precision)
    days = Assumption.DAY in (*first.assumed, *second.assumed)
    if parts or days or is_soft(first.qualifier)[1] or is_soft(second.qualifier)[0]:
        return Severity.IMPLAUSIBLE
    return Severity.CONTRADICTION


def texts(first: Moment, second: Moment) -> tuple[str, str]:
    """Two moments in local time, with their offsets from UTC where these differ.

    Days of one zone need none, nor does what tells its offsets already.
    """
    one, other = bounds_text(first), bounds_text(second)
    offsets = _offset(first), _offset(second)
    are_days = first.zone == second.zone and ":" not in one + other
    if offsets[0] == offsets[1] or are_days:
        return one, other
    return f"{one} {offsets[0]}".rstrip(), f"{other} {offsets[1]}".rstrip()


def _offset(moment: Moment) -> str:
    """The offset of a moment's bounds; empty where they have none, or two."""
    bounds = (moment.earliest, moment.latest)
    offsets = {bound.strftime("%z") for bound in bounds if bound is not None}
    return offsets.pop() if len(offsets) == 1 else ""


def gap_text(first: Moment, second: Moment) -> str:
    """By how much *first* comes before *second*; empty where it need not."""
    first_end, second_start = first.latest_utc, second.earliest_utc
    if first_end is None or second_start is None or second_start <= first_end:
        return ""
    gap = second_start - first_end
    return f"at least {duration_text(gap)} " if gap >= _WORTH_TELLING else ""
