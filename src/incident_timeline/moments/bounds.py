"""Bounds as a moment holds them: plain UTC datetimes, or ``None`` where open."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from incident_timeline.errors import InvalidMomentError, shown

__all__ = ["FIRST", "LAST", "check_order", "pick", "utc_bound"]

# A day or more from where the calendar ends, so that every zone can show them.
FIRST = datetime(1, 12, 31, tzinfo=UTC)
LAST = datetime(9999, 1, 1, 23, 59, 59, 999_999, tzinfo=UTC)


def utc_bound(name: str, bound: datetime, zone: str | None) -> datetime:
    """The bound as a plain datetime in UTC.

    Raises:
        InvalidMomentError: If it is no instant, or has no zone to be shown in.
    """
    if not isinstance(bound, datetime):
        message = f"Moment.{name}: {shown(bound)} is no datetime"
        raise InvalidMomentError(message, value=str(bound))
    if bound.tzinfo is None:
        message = f"Moment.{name}: {bound} has no zone, so it is no instant"
        raise InvalidMomentError(message, value=str(bound))
    if zone is None:
        message = f"Moment.zone: a bound ({bound}) needs the zone it is shown in"
        raise InvalidMomentError(message, value=str(bound))
    if type(bound) is not datetime or bound.tzinfo is not UTC:
        bound = _plain(bound)
    if not FIRST <= bound <= LAST:
        message = f"Moment.{name}: {bound} is out of range: years run from 2 to 9998"
        raise InvalidMomentError(message, value=str(bound))
    return bound


def _plain(bound: datetime) -> datetime:
    """The same instant as a datetime of the standard library, in UTC."""
    try:
        there = bound.astimezone(UTC)
    except OverflowError:
        message = f"Moment: {bound} leaves the calendar in UTC"
        raise InvalidMomentError(message, value=str(bound)) from None
    return datetime.combine(there.date(), there.timetz())


def check_order(earliest: datetime | None, latest: datetime | None) -> None:
    """Refuse bounds that are reversed.

    Raises:
        InvalidMomentError: If *latest* is before *earliest*.
    """
    if earliest is not None and latest is not None and latest < earliest:
        message = f"Moment: latest_utc {latest} is before earliest_utc {earliest}"
        raise InvalidMomentError(message, value=str(latest))


def pick(
    choose: Callable[[datetime, datetime], datetime],
    a: datetime | None,
    b: datetime | None,
) -> datetime | None:
    """The chosen one of two bounds, where an open bound gives way."""
    if a is None or b is None:
        return b if a is None else a
    return choose(a, b)
