"""How a source could state the time of an instant, so that the bounds allow it."""

from __future__ import annotations

from datetime import datetime, timedelta

from attrs import frozen

from incident_timeline.moments import Moment, PartOfDay, Precision, Qualifier
from incident_timeline.moments.zones import zone_info

__all__ = ["BARE", "PLAIN", "WORDINGS", "Wording", "allows", "state"]

Range = tuple[timedelta | None, timedelta | None]

_UNITS = {
    Precision.YEAR: (timedelta(days=366), len("2024")),
    Precision.MONTH: (timedelta(days=31), len("2024-01")),
    Precision.DAY: (timedelta(days=1), len("2024-01-01")),
    Precision.HOUR: (timedelta(hours=1), len("2024-01-01T00")),
    Precision.MINUTE: (timedelta(minutes=1), len("2024-01-01T00:00")),
    Precision.SECOND: (timedelta(seconds=1), len("2024-01-01T00:00:00")),
    Precision.INSTANT: (timedelta(), len("2024-01-01T00:00:00.000000")),
}
_DATES = (Precision.YEAR, Precision.MONTH, Precision.DAY)
_LATER = (Qualifier.BEFORE, Qualifier.SHORTLY_BEFORE)
_EARLIER = (Qualifier.AFTER, Qualifier.SHORTLY_AFTER)
_TICK = timedelta(microseconds=1)
_DAY = timedelta(days=1)
_QUARTER = timedelta(minutes=15)


@frozen
class Wording:
    """One way of stating a time.

    Attributes:
        qualifier: How it is bent.
        precision: Its unit; ``UNKNOWN`` states nothing.
        beyond: What the instant has beyond its minute, so that seconds say something.
        part: The part of the day, where that is what is stated.
        ends: How far the ends of a range lie from the instant; ``None`` is open.
        is_bare: Whether only the bounds are given, and no stated value.
    """

    qualifier: Qualifier = Qualifier.EXACT
    precision: Precision = Precision.MINUTE
    beyond: timedelta = timedelta()
    part: PartOfDay | None = None
    ends: Range | None = None
    is_bare: bool = False


_BEYOND = {
    Precision.SECOND: timedelta(seconds=30),
    Precision.INSTANT: timedelta(seconds=30, microseconds=123_456),
}
_BENT = tuple(
    Wording(qualifier, precision, _BEYOND.get(precision, timedelta()))
    for precision in (Precision.MINUTE, *_UNITS)
    for qualifier in Qualifier
    if qualifier is not Qualifier.UNKNOWN
)
_PARTS = tuple(
    Wording(qualifier, Precision.PART_OF_DAY, part=part)
    for part in PartOfDay
    for qualifier in (Qualifier.EXACT, Qualifier.ABOUT, Qualifier.BEFORE)
)
_RANGES = tuple(
    Wording(qualifier, precision, ends=ends)
    for precision in (Precision.MINUTE, Precision.DAY)
    for qualifier, ends in (
        (Qualifier.EXACT, (_QUARTER, _QUARTER)),
        (Qualifier.EXACT, (_QUARTER, None)),
        (Qualifier.EXACT, (None, _QUARTER)),
        (Qualifier.ABOUT, (3 * _DAY, _DAY)),
    )
)
_BARE = (
    Wording(precision=Precision.UNKNOWN),
    Wording(precision=Precision.INSTANT, beyond=_TICK, is_bare=True),
    Wording(precision=Precision.RANGE, ends=(_QUARTER, None), is_bare=True),
    Wording(precision=Precision.RANGE, ends=(None, _DAY), is_bare=True),
    Wording(precision=Precision.RANGE, ends=(_DAY, _DAY), is_bare=True),
)
PLAIN = Wording()
"""To the minute."""
BARE = Wording(precision=Precision.INSTANT, is_bare=True)
"""The instant itself, with no stated value."""
WORDINGS: tuple[Wording, ...] = (*dict.fromkeys(_BENT), *_PARTS, *_RANGES, *_BARE)
"""Every way of stating a time, the plainest (an exact minute) first."""


def state(instant: datetime, zone: str, wording: Wording) -> Moment:
    """A moment that states *instant* in *wording*, or to the minute where it cannot."""
    if wording.precision is Precision.UNKNOWN:
        return Moment.unknown()
    if wording.is_bare:
        return _bare(instant, zone, wording)
    for stated in _candidates(instant, zone, wording):
        moment = Moment.from_stated(
            stated, zone=zone, qualifier=wording.qualifier, part=wording.part
        )
        if allows(moment, instant):
            return moment
    return Moment.from_stated(_local(instant, zone, Precision.MINUTE), zone=zone)


def allows(moment: Moment, instant: datetime) -> bool:
    """Whether the bounds of *moment* allow *instant*."""
    earliest = moment.earliest_utc or instant
    return earliest <= instant <= (moment.latest_utc or instant)


def _bare(instant: datetime, zone: str, wording: Wording) -> Moment:
    before, after = wording.ends or (timedelta(), timedelta())
    return Moment(
        earliest_utc=None if before is None else instant - before,
        latest_utc=None if after is None else instant + after,
        zone=zone,
        precision=wording.precision,
    )


def _candidates(instant: datetime, zone: str, wording: Wording) -> tuple[str, ...]:
    precision = wording.precision
    if wording.ends is not None:
        before, after = wording.ends
        first = ".." if before is None else _local(instant - before, zone, precision)
        last = ".." if after is None else _local(instant + after, zone, precision)
        return (f"{first}/{last}",)
    if precision is Precision.PART_OF_DAY:  # a night belongs to the day it began
        near = (instant, instant - _DAY, instant + _DAY)
        return tuple(_local(one, zone, Precision.DAY) for one in near)
    size, _ = _UNITS[precision]
    if wording.qualifier in _LATER:
        instant += size or _TICK
    elif wording.qualifier in _EARLIER and precision in _DATES:
        instant -= size
    return (_local(instant, zone, precision),)


def _local(instant: datetime, zone: str, precision: Precision) -> str:
    """What the clocks of *zone* show then, as finely as *precision* says."""
    local = instant.astimezone(zone_info(zone)).replace(tzinfo=None)
    _, length = _UNITS[precision]
    return local.isoformat(timespec="microseconds")[:length]
