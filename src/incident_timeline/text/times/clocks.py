"""The half of the day that a clock time means, and the day past midnight."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from incident_timeline.text.times.phrase import Clock, Phrase
from incident_timeline.text.times.told import Told

__all__ = ["near_onset", "on_day", "read_clock", "shown_clock"]

_DAY = timedelta(days=1)
_DAY_MINUTES = 24 * 60
_NOON = 12
_SMALL_HOURS = 6
_BEFORE_IT = {"before", "shortly_before", "by", "until"}


def shown_clock(day: date, clock: time, *, seconds: bool) -> str:
    """The time as ISO 8601, to the minute or the second."""
    return f"{day.isoformat()}T{clock.isoformat('seconds' if seconds else 'minutes')}"


def read_clock(clock: Clock, phrase: Phrase, told: Told) -> tuple[time, str]:
    """The time of day meant, and how its half was assumed: from nearby, or guessed.

    Of a time without its half, the part of day decides that is named with it; else a
    text that counts to 24; else the time told before it.
    """
    hour, assumed = clock.hour % 24, ""
    if clock.half == "a":
        hour = 0 if hour == _NOON else hour
    elif clock.half == "p":
        hour = hour + _NOON if hour < _NOON else hour
    elif not clock.half and 0 < hour <= _NOON:
        hour, assumed = _half(hour, clock, phrase, told)
    return time(hour, clock.minute, clock.second or 0), assumed


def _half(hour: int, clock: Clock, phrase: Phrase, told: Told) -> tuple[int, str]:
    early, late = hour % _NOON, hour % _NOON + _NOON
    if phrase.part:
        return (late if _is_late(hour, phrase.part) else early), ""
    counts_to_24 = told.uses_24_hours and not clock.spoken
    if counts_to_24 or (clock.second is not None and told.clock is None):
        return hour, ""
    if told.clock is not None and not phrase.has_date:
        before = 60 * told.clock.hour + told.clock.minute
        gaps = (
            (60 * choice + clock.minute - before) % _DAY_MINUTES
            for choice in (early, late)
        )
        to_early, to_late = (min(gap, _DAY_MINUTES - gap) for gap in gaps)
        return (early if to_early < to_late else late), "nearby"
    if told.stamp is not None and not phrase.has_date:
        issued = 60 * told.stamp.hour + told.stamp.minute
        return (late if 60 * late + clock.minute <= issued else early), "nearby"
    return (late if _is_late(hour, told.part) else hour), (
        "nearby" if told.part else "guess"
    )


def _is_late(hour: int, part: str) -> bool:
    """Whether a part of day puts *hour* after noon; a night's small hours are not."""
    if part in {"night", "overnight"}:
        return _SMALL_HOURS <= hour < _NOON
    return part in {"afternoon", "evening"}


def on_day(
    day: date, clock: time, phrase: Phrase, told: Told, *, stated: bool, back: bool
) -> date:
    """The calendar day of *clock*, told of *day*: the next one where midnight passed.

    "Last night at 1am" is past it; so is "12.20am" told after "11.45pm", unless the
    text goes *back*.
    """
    point = phrase.clock
    if point is not None and (point.name == "midnight" or point.hour == 24):  # noqa: PLR2004  the end of a day
        return day + _DAY if _ends_day(point, phrase, told, stated=stated) else day
    if clock.hour >= _SMALL_HOURS:
        return day
    if phrase.part in {"night", "overnight"}:
        return day + _DAY
    passed = told.clock is not None and told.clock.hour >= _NOON and not told.is_new
    late = told.is_late or passed
    past = late and not stated and not back and not phrase.part
    return day + _DAY if past else day


def near_onset(clock: time, onset: datetime) -> date:
    """The day that brings *clock* nearest to when the story began."""
    days = [onset.date() + step * _DAY for step in (-1, 0, 1)]
    return min(days, key=lambda day: abs(datetime.combine(day, clock) - onset))


def _ends_day(point: Clock, phrase: Phrase, told: Told, *, stated: bool) -> bool:
    """Whether a midnight is the end of its day rather than its beginning."""
    if point.hour or phrase.qualifier in _BEFORE_IT:
        return True
    if phrase.part in {"night", "evening"}:
        return True
    if not stated and told.clock is not None:
        return told.clock.hour >= _SMALL_HOURS
    if phrase.qualifier.endswith("after"):
        return not stated and told.is_late
    return True
