"""What people write for a time, as a stated value in a zone."""

from __future__ import annotations

import re
from datetime import date, datetime

from attrs import frozen

from incident_timeline.errors import InvalidMomentError, shown
from incident_timeline.moments.stated import wall_time
from incident_timeline.moments.words import Precision
from incident_timeline.moments.zones import instants_of, zone_info, zone_of

__all__ = ["When", "Written", "written"]

When = str | date | datetime
_OFFSET = re.compile(r"(?<=\d)(Z|[+-]\d\d:\d\d)\Z")


@frozen(order=False)
class Written:
    """A stated value, its zone, and which of two equal clock times is meant."""

    stated: str
    zone: str
    fold: int | None = None


def written(value: When, zone: str | None) -> Written:
    """Read *value* as local time in *zone*, or in the offset that it carries.

    Raises:
        InvalidMomentError: If it carries no offset and no *zone* is given, or is
            nothing that can be read.
    """
    if isinstance(value, datetime):
        return _datetime(value, zone)
    if isinstance(value, date):
        value = value.isoformat()
    if not isinstance(value, str):
        message = f"{shown(value)} is no text, date or datetime"
        raise InvalidMomentError(message, value=str(value))
    # Only a time carries an offset: the end of 2023-11 or 2023-11-23 is none.
    offset = _OFFSET.search(value) if "T" in value else None
    if offset is None:
        return Written(value, _needed(value, zone))
    return _with_offset(value[: offset.start()], offset[1], zone)


def _needed(value: object, zone: str | None) -> str:
    if zone is None:
        message = (
            f"{shown(value)} has no zone, and none is guessed: give one, such as"
            " zone='Europe/London'"
        )
        raise InvalidMomentError(message, value=str(value))
    return zone


def _with_offset(local: str, offset: str, zone: str | None) -> Written:
    here = "UTC" if offset == "Z" else offset
    if zone is None or zone == here:
        return Written(local, here)
    wall, precision = wall_time(local)
    there = instants_of(wall, here)[0].astimezone(zone_info(zone))
    if precision is Precision.HOUR and there.minute:
        message = f"{shown(local + offset)} is no whole hour in {zone}: give minutes"
        raise InvalidMomentError(message, value=local)
    text = there.replace(tzinfo=None).isoformat(timespec="microseconds")
    return Written(text[: len(local)], zone, there.fold)


def _datetime(value: datetime, zone: str | None) -> Written:
    own = zone_of(value)
    there = value
    if own is not None and zone is not None:
        there = _in_zone(value, zone)
    stated = there.replace(tzinfo=None).isoformat(timespec="microseconds")
    name = zone or _needed(value, own)
    return Written(stated, name, None if own is None else there.fold)


def _in_zone(value: datetime, zone: str) -> datetime:
    try:
        return value.astimezone(zone_info(zone))
    except OverflowError:
        message = f"{value} leaves the calendar in {zone}"
        raise InvalidMomentError(message, value=str(value)) from None
