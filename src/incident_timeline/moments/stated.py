"""Stated values: ISO 8601 text at a precision, and the local time that it covers."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from attrs import frozen

from incident_timeline.errors import (
    InvalidMomentError,
    NonexistentTimeError,
    shown,
)
from incident_timeline.moments.words import PartOfDay, Precision, Vagueness
from incident_timeline.moments.zones import (
    first_instant,
    instants_of,
    last_instant,
    start_of_day,
)

__all__ = ["TICK", "Cover", "cover", "wall_time"]

TICK = timedelta(microseconds=1)
_DAY = timedelta(days=1)
_POINT = re.compile(
    r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d)(?::(\d\d)(?::(\d\d)(?:\.(\d{1,6}))?)?)?)?)?)?",
    re.ASCII,
)
_PRECISIONS = (
    Precision.YEAR,
    Precision.MONTH,
    Precision.DAY,
    Precision.HOUR,
    Precision.MINUTE,
    Precision.SECOND,
    Precision.INSTANT,
)
_FIRST_OF = (1, 1, 1)  # a year, its first month, and the first day of that
_CLOCK_UNITS = {
    Precision.HOUR: timedelta(hours=1),
    Precision.MINUTE: timedelta(minutes=1),
    Precision.SECOND: timedelta(seconds=1),
    Precision.INSTANT: TICK,
}
_FIRST_YEAR, _LAST_YEAR = 2, 9998  # a day's room on each side, for the zones


@frozen(order=False)
class Cover:
    """The UTC instants that a stated value covers, both inclusive; ``None`` is open."""

    start: datetime | None
    end: datetime | None
    precision: Precision
    unit: Precision  # the precision of a range's ends; else the same again
    last_start: datetime | None  # later than the start where that happens twice


def cover(
    stated: str,
    *,
    zone: str,
    part: PartOfDay | None,
    vagueness: Vagueness,
    fold: int | None = None,
) -> Cover:
    """The instants that *stated* covers in *zone*.

    Raises:
        InvalidMomentError: If it is not a date or time of the calendar, or a range
            that ends before it begins.
        NonexistentTimeError: If the clocks of *zone* jumped over it.
    """
    first, slash, last = stated.partition("/")
    if not slash:
        start, end, precision, again = _point(first, zone, fold)
        if part is None:
            return Cover(start, end, precision, precision, again)
        return _part(first, precision, part, zone, vagueness)
    if part is not None or first == last == "..":
        message = f"{shown(stated)} is no range of dates or times"
        raise InvalidMomentError(message, value=stated)
    return _range(stated, first, last, zone, fold)


def _range(stated: str, first: str, last: str, zone: str, fold: int | None) -> Cover:
    start = end = again = None
    unit = Precision.UNKNOWN
    if first != "..":
        start, _, unit, again = _point(first, zone, fold)
    if last != "..":
        _, end, unit, _ = _point(last, zone, fold)
    if start is not None and end is not None and end < start:
        message = f"{shown(stated)} ends before it begins"
        raise InvalidMomentError(message, value=stated)
    return Cover(start, end, Precision.RANGE, unit, again)


def _point(
    text: str, zone: str, fold: int | None
) -> tuple[datetime, datetime, Precision, datetime]:
    wall, precision = wall_time(text)
    if precision in _CLOCK_UNITS:
        start, end, again = _clock(text, wall, _CLOCK_UNITS[precision], zone, fold)
        return start, end, precision, again
    start = start_of_day(wall, zone)
    return start, _end_of_unit(wall, precision, zone), precision, start


def _clock(
    text: str, wall: datetime, size: timedelta, zone: str, fold: int | None
) -> tuple[datetime, datetime, datetime]:
    """The instants of a clock time, whose ends may each happen twice, or not at all."""
    final = wall + (size - TICK)
    firsts, lasts = instants_of(wall, zone), instants_of(final, zone)
    if not firsts and not lasts:
        message = f"{text} never happened in {zone}: the clocks went forward over it"
        raise NonexistentTimeError(message, value=text)
    start = _chosen(firsts, 0, fold) or first_instant(wall, zone)
    end = _chosen(lasts, -1, fold) or last_instant(final, zone)
    return start, end, _chosen(firsts, -1, fold) or start


def _chosen(
    instants: tuple[datetime, ...], default: int, fold: int | None
) -> datetime | None:
    if not instants:
        return None
    return instants[default if fold is None else min(fold, len(instants) - 1)]


def wall_time(text: str) -> tuple[datetime, Precision]:
    """The first clock time that *text* states, and how precise it is.

    Raises:
        InvalidMomentError: If it is not a date or time of the calendar.
    """
    match = _POINT.fullmatch(text)
    if match is None:
        message = (
            f"{shown(text)} is no date or time: write it as '2023', '2023-11',"
            " '2023-11-23' or '2023-11-23T19:59'"
        )
        raise InvalidMomentError(message, value=text)
    count = match.lastindex or 1
    fields = [int(group) for group in match.groups()[: min(count, 6)]]
    if count == len(_PRECISIONS):
        fields.append(int(match[count].ljust(6, "0")))
    year = fields[0]
    fields += _FIRST_OF[count:]
    try:
        wall = datetime(*fields)  # type: ignore[arg-type]  # noqa: DTZ001  local; seven ints
    except ValueError as error:
        message = f"{text!r} is not in the calendar: {error}"
        raise InvalidMomentError(message, value=text) from None
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        message = f"{text!r} is out of range: years run from 2 to 9998"
        raise InvalidMomentError(message, value=text)
    return wall, _PRECISIONS[count - 1]


def _end_of_unit(wall: datetime, precision: Precision, zone: str) -> datetime:
    if precision is Precision.YEAR:
        following = wall.replace(year=wall.year + 1)
    elif precision is Precision.MONTH:
        following = (wall + 31 * _DAY).replace(day=1)
    else:
        following = wall + _DAY
    try:
        return start_of_day(following, zone) - TICK
    except NonexistentTimeError:  # a zone that crossed the date line skipped a day
        return start_of_day(following + _DAY, zone) - TICK


def _part(
    text: str, precision: Precision, part: PartOfDay, zone: str, vagueness: Vagueness
) -> Cover:
    if precision is not Precision.DAY:
        message = f"{shown(text)} has no part {part.value!r}: only a day has"
        raise InvalidMomentError(message, value=text)
    day = date.fromisoformat(text)
    begins, ends = vagueness.parts[part]
    midnight = datetime.combine(day, time())
    start_of_day(midnight, zone)  # a day that never happened has no parts
    start = first_instant(datetime.combine(day, begins), zone)
    end = last_instant(midnight + ends - TICK, zone)
    unit = Precision.PART_OF_DAY
    return Cover(start, end, unit, unit, start)
