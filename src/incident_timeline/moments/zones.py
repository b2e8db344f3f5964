"""Zones, and where a local time lies in them."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from incident_timeline.errors import NonexistentTimeError, UnknownZoneError, shown

if TYPE_CHECKING:
    from pendulum import FixedTimezone, Timezone

__all__ = [
    "check_zone",
    "first_instant",
    "instants_of",
    "last_instant",
    "pendulum_zone",
    "start_of_day",
    "zone_info",
    "zone_of",
]

_OFFSET = re.compile(r"([+-])(\d\d):(\d\d)", re.ASCII)
_TICK = timedelta(microseconds=1)


@lru_cache(maxsize=1024)
def zone_info(name: str) -> tzinfo:
    """The zone called *name*: an IANA name, or an offset such as ``+01:00``.

    Raises:
        UnknownZoneError: If there is no such zone.

    >>> str(zone_info("Europe/London"))
    'Europe/London'
    """
    if offset := _OFFSET.fullmatch(name):
        return _fixed(name, *offset.groups())
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        message = (
            f"{shown(name)} is no zone: give an IANA name such as 'Europe/London'"
            " or an offset such as '+01:00'"
        )
        raise UnknownZoneError(message, value=name) from None


def _fixed(name: str, sign: str, hours: str, minutes: str) -> timezone:
    if int(hours) > 23 or int(minutes) > 59:  # noqa: PLR2004  a clock's own numbers
        message = f"{name!r} is no offset: hours end at 23 and minutes at 59"
        raise UnknownZoneError(message, value=name)
    size = timedelta(hours=int(hours), minutes=int(minutes))
    return timezone(size if sign == "+" else -size)


@lru_cache(maxsize=1024)
def pendulum_zone(name: str) -> Timezone | FixedTimezone:
    """The same zone as a pendulum one, made once: making one reads a file."""
    import pendulum  # noqa: PLC0415  loaded on first need

    zone = zone_info(name)
    if isinstance(zone, ZoneInfo):
        return pendulum.Timezone(name)
    offset = zone.utcoffset(None)
    seconds = int(offset.total_seconds()) if offset else 0
    return pendulum.FixedTimezone(seconds, name=name)


def check_zone(name: str) -> str:
    """Return *name* where it is a zone.

    Raises:
        UnknownZoneError: If it is none.
    """
    zone_info(name)
    return name


def zone_of(value: datetime) -> str | None:
    """The zone that an aware datetime carries, or ``None`` for a naive one.

    Raises:
        UnknownZoneError: If all it carries is an offset that is no whole minutes.

    >>> zone_of(datetime(2023, 11, 23, tzinfo=UTC))
    'UTC'
    """
    if value.tzinfo is None:
        return None
    if value.tzinfo is UTC:
        return "UTC"
    key = getattr(value.tzinfo, "key", None)
    if isinstance(key, str):
        return key
    offset = value.utcoffset() or timedelta()
    sign, size = ("-", -offset) if offset < timedelta() else ("+", offset)
    minutes, odd = divmod(size, timedelta(minutes=1))
    if odd:
        message = f"{value} has an offset of odd seconds: give it in UTC or a zone"
        raise UnknownZoneError(message, value=str(value))
    return f"{sign}{minutes // 60:02}:{minutes % 60:02}"


def instants_of(wall: datetime, zone: str) -> tuple[datetime, ...]:
    """The UTC instants at which the clocks of *zone* show *wall*, in order.

    One almost always; two in an hour that happens twice; none in one that never
    happens.

    >>> len(instants_of(datetime(2023, 10, 29, 1, 30), "Europe/London"))
    2
    >>> instants_of(datetime(2023, 3, 26, 1, 30), "Europe/London")
    ()
    """
    info = zone_info(zone)
    offset = info.utcoffset(wall)
    if offset is not None and offset == info.utcoffset(
        wall.replace(fold=not wall.fold)
    ):
        return ((wall - offset).replace(tzinfo=UTC),)  # the clocks stand still here
    found: list[datetime] = []
    for fold in (0, 1):
        instant = _instant(wall, zone, fold)
        there = instant.astimezone(info)
        if there.replace(tzinfo=None, fold=0) == wall:
            found.append(instant)
    return tuple(sorted(found))


@lru_cache(maxsize=1024)
def start_of_day(midnight: datetime, zone: str) -> datetime:
    """The first UTC instant of the local day that begins at *midnight*.

    Where the clocks go forward over midnight, the day begins when they have.

    Raises:
        NonexistentTimeError: If the zone skipped the whole day.
    """
    instants = instants_of(midnight, zone)
    if instants:
        return instants[0]
    first = _end_of_gap(midnight, zone)
    if first.astimezone(zone_info(zone)).date() != midnight.date():
        message = f"{midnight.date()} never happened in {zone}"
        raise NonexistentTimeError(message, value=str(midnight.date()))
    return first


def first_instant(wall: datetime, zone: str) -> datetime:
    """The first UTC instant at which the clocks of *zone* show *wall* or later."""
    instants = instants_of(wall, zone)
    return instants[0] if instants else _end_of_gap(wall, zone)


def last_instant(wall: datetime, zone: str) -> datetime:
    """The last UTC instant at which the clocks of *zone* show *wall* or earlier."""
    instants = instants_of(wall, zone)
    return instants[-1] if instants else _end_of_gap(wall, zone) - _TICK


def _instant(wall: datetime, zone: str, fold: int) -> datetime:
    return wall.replace(tzinfo=zone_info(zone), fold=fold).astimezone(UTC)


def _end_of_gap(wall: datetime, zone: str) -> datetime:
    """The instant at which the clocks jump over *wall*, found by bisection."""
    info = zone_info(zone)
    low, high = _instant(wall, zone, 1), _instant(wall, zone, 0)
    before = low.astimezone(info).utcoffset()
    while high - low > _TICK:
        middle = low + (high - low) // 2
        if middle.astimezone(info).utcoffset() == before:
            low = middle
        else:
            high = middle
    return high
