"""One clock time told in two forms: "19:36 hours (7:36 p.m.)"."""

from __future__ import annotations

from incident_timeline.text.times.phrase import Clock

__all__ = ["clash", "is_again"]

_NOON = 12


def is_again(first: Clock, second: Clock) -> bool:
    """Whether *second* tells *first* again: the same time, or one in another form."""
    other_form = (first.half == "24") != (second.half == "24")
    return other_form or _time(first) == _time(second)


def clash(first: Clock, second: Clock) -> str:
    """What is wrong where the two forms of a time disagree."""
    if _time(first) == _time(second):
        return ""
    return f"{_shown(first)} and {_shown(second)} are told as one time"


def _time(clock: Clock) -> tuple[int, int]:
    hour = clock.hour % 24
    if clock.half == "a" and hour == _NOON:
        hour = 0
    if clock.half == "p" and hour < _NOON:
        hour += _NOON
    return hour, clock.minute


def _shown(clock: Clock) -> str:
    hour, minute = _time(clock)
    return f"{hour:02}:{minute:02}"
