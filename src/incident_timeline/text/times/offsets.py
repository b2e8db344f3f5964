"""Counted distances: "two minutes later", "62 minutes after he arrived"."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import NamedTuple

from incident_timeline.moments.zones import instants_of, zone_info
from incident_timeline.text.times.calendar import add_days, add_months, iso_month
from incident_timeline.text.times.clocks import shown_clock
from incident_timeline.text.times.phrase import Offset, Phrase
from incident_timeline.text.times.reading import Reading, impossible
from incident_timeline.text.times.time_words import UNITS

__all__ = ["Anchor", "count_from", "is_clocked", "is_vague"]


class Anchor(NamedTuple):
    """What a count starts from."""

    day: date
    clock: datetime | None
    vague: bool = False  # about, or a span of time


_SECONDS_A_DAY = 86_400
_MONTHS_A_YEAR = 12


def count_from(
    phrase: Phrase, offset: Offset, anchor: Anchor, how: str, zone: str
) -> Reading:
    """The value that lies *offset* from *anchor*; both ends of it if it has two."""
    fine = phrase.qualifier != "about" or offset.unit.startswith("sec")
    values = [
        _moved(offset, count, anchor, zone, fine=fine)
        for count in (offset.least, offset.most)
    ]
    if None in values:
        return impossible("the time lies beyond the calendar", how)
    known = sorted({value for value in values if value})
    reading = Reading("/".join(known), phrase.qualifier or "exact", how=how)
    reading.assumed = ("year", "month", "day")
    reading.part = phrase.part
    _remark_base(reading, offset, anchor)
    first = known[0]
    if len(first) >= len("2023-11-23"):
        reading.day = date.fromisoformat(first[:10])
    if "T" in first:
        reading.clock = datetime.fromisoformat(first)
    return reading


def is_clocked(offset: Offset) -> bool:
    """Whether it counts what a clock counts."""
    return UNITS[offset.unit][0] == "seconds"


def is_vague(reading: Reading) -> bool:
    """Whether what counts from a reading can only be about."""
    shortly = reading.qualifier.startswith("shortly")
    spans = "/" in reading.stated and reading.over is None
    return spans or (reading.qualifier != "exact" and not shortly)


def _remark_base(reading: Reading, offset: Offset, anchor: Anchor) -> None:
    """Say where the start of a count is itself about, or has no clock time."""
    if not is_clocked(offset):
        return
    if anchor.clock is None:
        reading.remark("vague_base", "counted from a day without its clock time")
    elif anchor.vague:
        reading.qualifier = (
            "about" if reading.qualifier == "exact" else reading.qualifier
        )
        reading.remark("vague_base", "counted from a time that is itself about")


def _moved(
    offset: Offset, count: float, anchor: Anchor, zone: str, *, fine: bool
) -> str | None:
    day, clock, _ = anchor
    unit, size = UNITS[offset.unit]
    amount = int(offset.way * count * size)
    if unit == "months":
        year, month = add_months(day.year, day.month, amount)
        return f"{year:04}" if size >= _MONTHS_A_YEAR else iso_month(year, month)
    if unit == "days":
        moved = add_days(day, amount)
        return None if moved is None else str(moved)
    return _ticked(day, clock, amount, zone, fine=fine)


def _ticked(
    day: date, clock: datetime | None, seconds: int, zone: str, *, fine: bool
) -> str | None:
    """The time so many seconds on; of a day without a clock time, the day."""
    if clock is None:
        moved = add_days(day, int(seconds / _SECONDS_A_DAY))
        return None if moved is None else str(moved)
    when = _elapsed(clock, timedelta(seconds=seconds), zone)
    return shown_clock(when.date(), when.time(), seconds=bool(clock.second) and fine)


def _elapsed(clock: datetime, time: timedelta, zone: str) -> datetime:
    """What the clocks of *zone* show so much time later, whatever was done to them."""
    instants = instants_of(clock, zone)
    if not instants:
        return clock + time
    return (instants[0] + time).astimezone(zone_info(zone)).replace(tzinfo=None, fold=0)
