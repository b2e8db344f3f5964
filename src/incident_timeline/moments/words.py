"""The words for how a time is stated, and how wide the vague ones are."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import time, timedelta
from enum import StrEnum
from typing import Any

from attrs import Attribute, field, frozen

from incident_timeline.errors import InvalidMomentError

__all__ = [
    "DEFAULT_VAGUENESS",
    "Assumption",
    "PartOfDay",
    "Precision",
    "Qualifier",
    "Vagueness",
    "as_part",
    "as_precision",
    "as_qualifier",
]


class Qualifier(StrEnum):
    """How a source bends the time that it states."""

    EXACT = "exact"
    ABOUT = "about"
    BEFORE = "before"
    AFTER = "after"
    SHORTLY_BEFORE = "shortly_before"
    SHORTLY_AFTER = "shortly_after"
    BY = "by"
    UNTIL = "until"
    SINCE = "since"
    UNKNOWN = "unknown"


class Precision(StrEnum):
    """How finely a time is stated: the unit in which the source speaks."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    PART_OF_DAY = "part_of_day"
    HOUR = "hour"
    MINUTE = "minute"
    SECOND = "second"
    INSTANT = "instant"
    RANGE = "range"
    UNKNOWN = "unknown"


class PartOfDay(StrEnum):
    """A part of a day that is named in place of a clock time."""

    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    NIGHT = "night"
    OVERNIGHT = "overnight"


class Assumption(StrEnum):
    """What a reader filled in because the source left it out."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    HALF_DAY = "half_day"
    ZONE = "zone"
    DAY_MONTH_ORDER = "day_month_order"


_ABOUT = {
    Precision.YEAR: timedelta(days=366),
    Precision.MONTH: timedelta(days=31),
    Precision.DAY: timedelta(days=1),
    Precision.PART_OF_DAY: timedelta(hours=2),
    Precision.HOUR: timedelta(minutes=30),
    Precision.MINUTE: timedelta(minutes=15),
    Precision.SECOND: timedelta(minutes=1),
    Precision.INSTANT: timedelta(minutes=1),
}
# From a time of the named day, to a number of hours after its midnight.
_PARTS = {
    PartOfDay.MORNING: (time(0), timedelta(hours=12)),
    PartOfDay.AFTERNOON: (time(12), timedelta(hours=18)),
    PartOfDay.EVENING: (time(16), timedelta(hours=24)),
    PartOfDay.NIGHT: (time(17), timedelta(hours=30)),
    PartOfDay.OVERNIGHT: (time(18), timedelta(hours=33)),
}


def _all_about(given: Mapping[Precision, timedelta]) -> dict[Precision, timedelta]:
    return {**_ABOUT, **given}


def _all_parts(
    given: Mapping[PartOfDay, tuple[time, timedelta]],
) -> dict[PartOfDay, tuple[time, timedelta]]:
    return {**_PARTS, **given}


def _none_negative(
    _: object, attribute: Attribute[Any], value: Mapping[Any, Any]
) -> None:
    for word, width in value.items():
        if isinstance(width, timedelta) and width < timedelta():
            message = f"Vagueness.{attribute.name}: {word}: {width!r} is negative"
            raise InvalidMomentError(message, value=str(width))


def _is_width(_: object, attribute: Attribute[timedelta], value: timedelta) -> None:
    if value <= timedelta():
        message = f"Vagueness.{attribute.name}: {value!r} is no width: make it positive"
        raise InvalidMomentError(message, value=str(value))


@frozen(kw_only=True, order=False)
class Vagueness:
    """How wide the vague words are taken to be; one setting, replaced as a whole.

    The widths are this library's choice, made generous so that a bound is seldom
    wrong; no standard fixes them. A mapping that leaves some out keeps the others.

    Attributes:
        shortly: How far "shortly before" and "shortly after" reach.
        immediately: The longest that "immediately" or "at once" leaves between two
            events.
        about: How far "about" reaches to each side, by the precision stated.
        parts: Where the parts of a day begin, as a local time, and end, as hours
            after that day's midnight. Mornings begin at midnight, since sources call
            the small hours so; nights end at 06:00 of the day after.

    Raises:
        InvalidMomentError: If a width is negative, or "shortly" or "immediately"
            has none.

    >>> Vagueness(shortly=timedelta(minutes=5)).shortly
    datetime.timedelta(seconds=300)
    """

    shortly: timedelta = field(default=timedelta(minutes=15), validator=_is_width)
    immediately: timedelta = field(default=timedelta(minutes=10), validator=_is_width)
    about: Mapping[Precision, timedelta] = field(
        factory=dict, converter=_all_about, validator=_none_negative, hash=False
    )
    parts: Mapping[PartOfDay, tuple[time, timedelta]] = field(
        factory=dict, converter=_all_parts, hash=False
    )


DEFAULT_VAGUENESS = Vagueness()
"""How wide vague words are where nobody says otherwise."""


def as_part(value: str | None) -> PartOfDay | None:
    """A part of day by its word; what is one already costs no look."""
    return value if value is None or type(value) is PartOfDay else PartOfDay(value)


def as_qualifier(value: str) -> Qualifier:
    """A qualifier by its word; what is one already costs no look."""
    return value if type(value) is Qualifier else Qualifier(value)


def as_precision(value: str) -> Precision:
    """A precision by its word; what is one already costs no look."""
    return value if type(value) is Precision else Precision(value)
