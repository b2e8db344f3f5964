"""What moments state, and which dates their words name: read once for several rules."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import MAXYEAR, MINYEAR, date, datetime, time, timedelta
from functools import lru_cache

from attrs import frozen

from incident_timeline.errors import InvalidMomentError
from incident_timeline.moments import Moment, Precision
from incident_timeline.moments.stated import TICK, wall_time
from incident_timeline.moments.zones import zone_info

__all__ = [
    "CLOCKS",
    "Named",
    "Said",
    "between",
    "covers",
    "is_odd",
    "named_dates",
    "offset_on",
    "said",
]

CLOCKS = frozenset(
    {Precision.HOUR, Precision.MINUTE, Precision.SECOND, Precision.INSTANT}
)
_SIZES = {
    Precision.HOUR: timedelta(hours=1),
    Precision.MINUTE: timedelta(minutes=1),
    Precision.SECOND: timedelta(seconds=1),
    Precision.INSTANT: TICK,
    Precision.DAY: timedelta(days=1),
}
_MINUTE = len("2023-11-23T19:59")
_LONGEST = 60  # no stated value is longer; what is need not be kept


@frozen
class Said:
    """What a stated value covers in local time, both ends inclusive; ``None``: open."""

    first: datetime | None
    last: datetime | None
    unit: Precision  # of a range, that of its last end
    is_range: bool


def said(moment: Moment) -> Said | None:
    """What a moment states; nothing where it states nothing that can be read."""
    stated = moment.stated
    return _said(stated) if stated and len(stated) <= _LONGEST else None


@lru_cache(maxsize=2048)
def _said(stated: str) -> Said | None:
    start, slash, end = stated.partition("/")
    try:
        first = None if start == ".." else _wall(start)
        last = first if not slash else None if end == ".." else _wall(end)
    except InvalidMomentError:
        return None
    unit = (last or first or (None, Precision.UNKNOWN))[1]
    return Said(
        None if first is None else first[0],
        None if last is None else _end(*last),
        unit,
        bool(slash),
    )


def _wall(text: str) -> tuple[datetime, Precision]:
    """As :func:`wall_time`, but quick for a minute, as most values are."""
    marks = text[4:5] + text[7:8] + text[10:11] + text[13:14]
    if len(text) == _MINUTE and marks == "--T:" and text.isascii():
        try:
            wall = datetime.fromisoformat(text)
        except ValueError:
            return wall_time(text)
        if MINYEAR < wall.year < MAXYEAR:
            return wall, Precision.MINUTE
    return wall_time(text)


def _end(wall: datetime, unit: Precision) -> datetime:
    if unit is Precision.YEAR:
        return wall.replace(year=wall.year + 1) - TICK
    if unit is Precision.MONTH:
        return (wall + timedelta(days=31)).replace(day=1) - TICK
    return wall + (_SIZES[unit] - TICK)


def is_odd(wall: datetime, zone: str) -> bool:
    """Whether the clocks of a zone skip a local time, or show it twice."""
    return offset_on(wall.date(), zone) is None and _offset(wall, wall, zone) is None


@lru_cache(maxsize=2048)
def offset_on(day: date, zone: str) -> timedelta | None:
    """The offset from UTC all through a local day; ``None`` where the clocks change."""
    midnight = datetime.combine(day, time())
    return _offset(midnight, midnight + (_SIZES[Precision.DAY] - TICK), zone)


def _offset(first: datetime, last: datetime, zone: str) -> timedelta | None:
    """The offset before one local time and after another, where these are the same."""
    there = zone_info(zone)
    before = first.replace(tzinfo=there).utcoffset()
    after = last.replace(tzinfo=there, fold=1).utcoffset()
    return before if before == after else None


_NAMES = (
    "january february march april may june july august september october november"
    " december"
).split()
_MONTHS = {name[:n]: i + 1 for i, name in enumerate(_NAMES) for n in (3, 4, len(name))}
# Both begin with a set of characters, which is how a search skips the rest quickly.
_NTH = r"([0-9]{1,2})(?:st|nd|rd|th)?"
_TO = r"[ \t]{0,2}(?:-|–|/|to|and|or)[ \t]{0,2}"
_MONTH = r"([jfmasond](?<![a-z].)[a-z]{2,8})(?![a-z])\.?"
_YEAR = r"(?:,?[\s-]{1,2}((?:1[6-9]|20)[0-9]{2})(?![0-9:]|\s{0,2}h(?:ou)?rs))?"
_NO_CLOCK = r"(?![0-9:]|\.[0-9]|\s?[ap]\.?m)"
_DIGITS_FIRST = re.compile(
    r"([0-9](?<![0-9:.].)[0-9]{0,3})(?:"
    r"-([0-9]{2})-([0-9]{2})(?![0-9])"
    r"|([/.-])([0-9]{1,2})\4([0-9]{4})(?![0-9])"
    rf"|(?:st|nd|rd|th)?(?:{_TO}{_NTH})?[\s-]{{0,2}}(?:day\s)?(?:of\s)?{_MONTH}{_YEAR})"
)
_MONTH_FIRST = re.compile(
    rf"{_MONTH}[\s-]{{1,2}}(?:the\s)?{_NTH}{_NO_CLOCK}(?:{_TO}{_NTH}{_NO_CLOCK})?{_YEAR}"
)
Named = tuple[int | None, int, int]  # year, month, day


def named_dates(text: str) -> Iterator[Named]:
    """The calendar dates that English words name, without a year where they name none.

    "06/07/2024" is named as both readings, a range as both ends.
    """
    low = text.lower()
    for found in _DIGITS_FIRST.finditer(low):
        one, iso_month, iso_day, mark, other, whole, last, name, year = found.groups()
        if iso_month:
            yield int(one), int(iso_month), int(iso_day)
        elif mark:
            yield int(whole), int(other), int(one)
            yield int(whole), int(one), int(other)
        elif name in _MONTHS:
            yield _year(year), _MONTHS[name], int(one)
            if last:
                yield _year(year), _MONTHS[name], int(last)
    for found in _MONTH_FIRST.finditer(low):
        name, one, last, year = found.groups()
        if name in _MONTHS:
            yield _year(year), _MONTHS[name], int(one)
            if last:
                yield _year(year), _MONTHS[name], int(last)


def _year(digits: str | None) -> int | None:
    return int(digits) if digits else None


def covers(first: date, last: date, named: Named) -> bool:
    """Whether a date that words name is one of those from *first* to *last*."""
    year, month, day = named
    if first.day == day and first.month == month and year in (None, first.year):
        return True
    years = range(first.year, min(last.year, first.year + 8) + 1)
    for one in years if year is None else (year,):
        try:
            found = date(one, month, day)
        except ValueError:
            continue
        if first <= found <= last:
            return True
    return False


def between(first: date, last: date, named: Iterable[Named]) -> bool:
    """Whether the days from *first* to *last* lie between dates that words name."""
    ends = [(year or first.year, month, day) for year, month, day in named]
    begins = (first.year, first.month, first.day)
    return min(ends) < begins and (last.year, last.month, last.day) < max(ends)
