"""How a qualifier bends the time that it stands before."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from incident_timeline.errors import InvalidMomentError
from incident_timeline.moments.stated import TICK, Cover
from incident_timeline.moments.words import Precision, Qualifier, Vagueness

__all__ = ["bend", "is_soft"]

Bounds = tuple[datetime | None, datetime | None]
_CLOCK = frozenset(
    {Precision.HOUR, Precision.MINUTE, Precision.SECOND, Precision.INSTANT}
)


def bend(cover: Cover, qualifier: Qualifier, vagueness: Vagueness) -> Bounds:
    """The inclusive bounds of a time stated with *qualifier*.

    "After 21:00" begins with 21:00:00 and "after Thursday" with Friday: a clock
    time names an instant in speech, a date names its whole day. What is before a time
    that happens twice may be after its first reading.
    """
    start, end, again = cover.start, cover.end, cover.last_start
    if qualifier is Qualifier.EXACT:
        return start, end
    if qualifier is Qualifier.UNKNOWN:
        message = "a time that is stated is not 'unknown': use Moment.unknown for that"
        raise InvalidMomentError(message, value=qualifier.value)
    if start is None or end is None or again is None:
        message = f"a range that is open cannot be {qualifier.value!r} as well"
        raise InvalidMomentError(message, value=qualifier.value)
    try:
        return _bend((start, again), end, cover.unit, qualifier, vagueness)
    except OverflowError:
        message = f"{qualifier.value} {start} leaves the calendar"
        raise InvalidMomentError(message, value=qualifier.value) from None


def _bend(
    starts: tuple[datetime, datetime],
    end: datetime,
    unit: Precision,
    qualifier: Qualifier,
    vagueness: Vagueness,
) -> Bounds:
    start, again = starts
    about = vagueness.about[unit]
    is_clock = unit in _CLOCK
    near = vagueness.shortly if is_clock else about
    after = start if is_clock else end + TICK
    # Each on demand: what is not asked for must not leave the calendar.
    table: dict[Qualifier, Callable[[], Bounds]] = {
        Qualifier.ABOUT: lambda: (start - about, end + about),
        Qualifier.BEFORE: lambda: (None, again - TICK),
        Qualifier.AFTER: lambda: (after, None),
        Qualifier.SHORTLY_BEFORE: lambda: (start - near, again - TICK),
        Qualifier.SHORTLY_AFTER: lambda: (after, end + near),
        Qualifier.BY: lambda: (None, end),
        Qualifier.UNTIL: lambda: (None, end),
        Qualifier.SINCE: lambda: (start, None),
    }
    return table[qualifier]()


def is_soft(qualifier: Qualifier) -> tuple[bool, bool]:
    """Whether the earliest and the latest bound rest on a vague word's width."""
    return (
        qualifier in (Qualifier.ABOUT, Qualifier.SHORTLY_BEFORE),
        qualifier in (Qualifier.ABOUT, Qualifier.SHORTLY_AFTER),
    )
