"""Times, durations and words as the wire form writes them, read strictly."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from enum import Enum
from typing import Any, Final, TypeVar

from incident_timeline.converter.words import told

__all__ = [
    "DURATION_PATTERN",
    "INSTANT_PATTERN",
    "duration_text",
    "instant_text",
    "read_duration",
    "read_instant",
    "read_int",
    "read_member",
    "read_str",
]

E = TypeVar("E", bound=Enum)

# JSON Schema engines read both too, so they keep to what ECMA 262 and Python share.
INSTANT_PATTERN: Final = (
    "^[0-9]{4}-[0-9]{2}-[0-9]{2}T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]"
    r"(?:\.[0-9]{1,6})?(?:Z|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])$"
)
DURATION_PATTERN: Final = (
    "^P(?=[0-9T])(?:([0-9]{1,9})W|(?:([0-9]{1,9})D)?(?:T(?=[0-9])"
    "(?:([0-9]{1,9})H)?(?:([0-9]{1,9})M)?"
    r"(?:([0-9]{1,9})(?:\.([0-9]{1,6}))?S)?)?)$"
)
_UNITS = ("weeks", "days", "hours", "minutes", "seconds", "microseconds")
_instant = re.compile(INSTANT_PATTERN.strip("^$")).fullmatch
_duration = re.compile(DURATION_PATTERN.strip("^$")).fullmatch


def read_str(value: Any, kind: type) -> Any:
    """Text; nothing is turned into it."""
    if not isinstance(value, str):
        message = f"{told(value)} is no text"
        raise TypeError(message)
    return value if kind is str else kind(value)


def read_int(value: Any, kind: type) -> Any:
    """A whole number; neither a truth value nor a fraction is one."""
    if type(value) is not int:
        message = f"{told(value)} is no whole number"
        raise TypeError(message)
    return value if kind is int else kind(value)


def read_instant(value: Any, _: type) -> datetime:
    """An instant from RFC 3339 text, to the microsecond, in UTC.

    Raises:
        ValueError: If it is none, or has no offset.

    >>> read_instant("2023-11-23T21:00:00+01:00", datetime)
    datetime.datetime(2023, 11, 23, 20, 0, tzinfo=datetime.timezone.utc)
    """
    if not isinstance(value, str) or not _instant(value):
        message = (
            f"{told(value)} is no instant: write '2023-11-23T19:59:00Z', with the"
            " offset and at most six decimals"
        )
        raise ValueError(message)
    try:
        return datetime.fromisoformat(value).astimezone(UTC)
    except (ValueError, OverflowError) as error:
        message = f"{told(value)} is no instant: {error}"
        raise ValueError(message) from None


def instant_text(value: datetime) -> str:
    """An instant as RFC 3339 text with a ``Z``."""
    return f"{value.astimezone(UTC).isoformat().removesuffix('+00:00')}Z"


def read_duration(value: Any, _: type) -> timedelta:
    """A duration from ISO 8601 text: weeks, or days, hours, minutes and seconds.

    Raises:
        ValueError: If it is none.

    >>> read_duration("PT15M", timedelta)
    datetime.timedelta(seconds=900)
    """
    match = _duration(value) if isinstance(value, str) else None
    if match is None:
        message = f"{told(value)} is no duration: write 'PT900S' or 'P1DT2H'"
        raise ValueError(message)
    parts = {
        unit: text for unit, text in zip(_UNITS, match.groups(), strict=True) if text
    }
    if "microseconds" in parts:
        parts["microseconds"] = parts["microseconds"].ljust(6, "0")
    try:
        return timedelta(**{unit: int(text) for unit, text in parts.items()})
    except OverflowError:
        message = f"{told(value)} is longer than any duration can be"
        raise ValueError(message) from None


def duration_text(value: timedelta) -> str:
    """A duration as ISO 8601 text in days and seconds.

    >>> duration_text(timedelta(days=1, microseconds=1))
    'P1DT0.000001S'
    """
    days = f"{value.days}D" if value.days else ""
    seconds = str(value.seconds)
    if value.microseconds:
        seconds += f".{value.microseconds:06}".rstrip("0")
    if seconds == "0":
        return f"P{days or '0D'}"
    return f"P{days}T{seconds}S"


def read_member(value: Any, kind: type[E]) -> E:
    """A member of a closed vocabulary, from its word.

    Raises:
        ValueError: If there is no such word; names those that there are.
    """
    try:
        return kind(value)
    except ValueError:
        words = ", ".join(member.value for member in kind)
        message = f"{told(value)} is none of: {words}"
        raise ValueError(message) from None
