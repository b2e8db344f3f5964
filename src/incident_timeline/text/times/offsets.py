"""Counted distances: "two minutes later", "62 minutes after he arrived"."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from incident_timeline.text.times.calendar import add_days, add_months, iso_month
from incident_timeline.text.times.clocks import shown_clock
from incident_timeline.text.times.phrase import Offset, Phrase
from incident_timeline.text.times.reading import Reading
from incident_timeline.text.times.time_words import UNITS

__all__ = ["Anchor", "count_from"]

Anchor = tuple[date, datetime | None]
_SECONDS_A_DAY = 86_400
_MONTHS_A_YEAR = 12


def count_from(phrase: Phrase, offset: Offset, anchor: Anchor, how: str) -> Reading:
    """The value that lies *offset* from *anchor*; both ends of it if it has two."""
    values = [_moved(offset, count, anchor) for count in (offset.least, offset.most)]
    if None in values:
        return Reading(problem="the time lies beyond the calendar", how=how)
    known = sorted({value for value in values if value})
    reading = Reading("/".join(known), phrase.qualifier or "exact", how=how)
    reading.assumed = ("year", "month", "day")
    first = known[0]
    if len(first) >= len("2023-11-23"):
        reading.day = date.fromisoformat(first[:10])
    if "T" in first:
        reading.clock = datetime.fromisoformat(first)
    return reading


def _moved(offset: Offset, count: float, anchor: Anchor) -> str | None:
    day, clock = anchor
    unit, size = UNITS[offset.unit]
    amount = int(offset.way * count * size)
    if unit == "months":
        year, month = add_months(day.year, day.month, amount)
        return f"{year:04}" if size == _MONTHS_A_YEAR else iso_month(year, month)
    if unit == "days":
        moved = add_days(day, amount)
        return None if moved is None else str(moved)
    return _ticked(day, clock, amount)


def _ticked(day: date, clock: datetime | None, seconds: int) -> str | None:
    """The time so many seconds on; of a day without a clock time, the day."""
    if clock is None:
        moved = add_days(day, int(seconds / _SECONDS_A_DAY))
        return None if moved is None else str(moved)
    when = clock + timedelta(seconds=seconds)
    return shown_clock(when.date(), when.time(), seconds=bool(clock.second))
