"""From an expression to its value, by what was told before it."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from attrs import evolve

from incident_timeline.text.times.clocks import on_day, read_clock, shown_clock
from incident_timeline.text.times.days import Days, days_of
from incident_timeline.text.times.phrase import Clock, Phrase
from incident_timeline.text.times.place import Place
from incident_timeline.text.times.reading import Reading
from incident_timeline.text.times.told import Told

__all__ = ["resolve"]

_DAY = timedelta(days=1)
_MIDNIGHT = Clock(0, 0)


def resolve(phrase: Phrase, told: Told, place: Place) -> Reading:
    """The value of *phrase*; a problem says why it has none."""
    clock = phrase.clock
    if phrase.problem:
        return Reading(problem=phrase.problem)
    days = days_of(phrase, told, place)
    if days.first is None and not days.coarse:
        return Reading(problem=days.problem, how=days.how)
    if clock is not None and days.first is not None:
        return _timed(phrase, clock, days, told, place)
    return _dated(phrase, days, told, place)


def _dated(phrase: Phrase, days: Days, told: Told, place: Place) -> Reading:
    reading = Reading(how=days.how, assumed=days.assumed, problem=days.problem)
    reading.qualifier = phrase.qualifier or "exact"
    reading.day = days.first
    reading.part = phrase.part or _early(phrase)
    if phrase.slot == "part" and not phrase.has_date and days.first is not None:
        reading.day = _part_day(phrase, days.first, told)
    value = days.coarse or str(reading.day)
    if phrase.until is not None:
        return _date_range(phrase, phrase.until, reading, told, place)
    one_night = days.last is not None and reading.part in {"night", "overnight"}
    if days.last is not None and not one_night:
        value, reading.part = f"{value}/{days.last}", ""
    reading.stated = value
    return reading


def _early(phrase: Phrase) -> str:
    """Read "early on Sunday" as its morning."""
    dated = phrase.has_date and (phrase.turn is None or phrase.turn.unit == "day")
    return "morning" if phrase.edge == "early" and dated else ""


def _part_day(phrase: Phrase, day: date, told: Told) -> date:
    """The day of a part named alone: "overnight" began on the day before a report."""
    if phrase.part == "overnight":
        return day - _DAY if told.day is None or day == told.published else day
    return day + _DAY if phrase.part == "morning" and told.is_late else day


def _date_range(
    phrase: Phrase, until: Phrase, reading: Reading, told: Told, place: Place
) -> Reading:
    """Two dates; what one leaves out the other may say."""
    until.year = until.year or phrase.year
    last = days_of(until, told, place)
    end = last.coarse or (str(last.last or last.first) if last.first else "")
    if until.year and phrase.year is None and (phrase.month or phrase.nth):
        phrase.year = until.year
        if (phrase.month or 0) > (until.month or 12):
            phrase.year -= 1
    first = days_of(phrase, told, place)
    start = first.coarse or (str(first.first) if first.first else "")
    reading.problem = first.problem or last.problem
    reading.day, reading.part = first.first, ""
    reading.how, reading.assumed = first.how, first.assumed
    reading.stated = f"{start}/{end}" if start and end else ""
    if start and end and end < start:
        reading.stated, reading.problem = "", f"{start} to {end} ends before it begins"
    return reading


def _timed(
    phrase: Phrase, clock: Clock, days: Days, told: Told, place: Place
) -> Reading:
    reading = Reading(how=days.how, assumed=days.assumed, problem=days.problem)
    reading.qualifier = phrase.qualifier or "exact"
    for each in (clock, phrase.until and phrase.until.clock):
        if each and not each.is_valid:
            return Reading(problem=f"{each} is no time of day")
    if phrase.until is not None:
        return _clock_range(phrase, phrase.until, reading, told, place)
    when, assumed = read_clock(clock, phrase, told)
    day = days.first or date.min  # a day, or it would have no clock time
    day = on_day(day, when, phrase, told, stated=phrase.has_date, back=place.back)
    if assumed:
        reading.assumed = (*reading.assumed, "half_day")
    reading.day, reading.clock = day, datetime.combine(day, when)
    reading.stated = shown_clock(day, when, seconds=clock.second is not None)
    if phrase.opening == "from" and not phrase.qualifier:
        reading.stated += "/.."
    return reading


def _clock_range(
    phrase: Phrase, until: Phrase, reading: Reading, told: Told, place: Place
) -> Reading:
    """Two clock times; either may lend the other its day or its half of the day."""
    first, last = phrase.clock or _MIDNIGHT, until.clock or _MIDNIGHT  # both have one
    dated = phrase if phrase.has_date or not until.has_date else until
    days = days_of(dated, told, place)
    if days.first is None:
        return Reading(problem=days.problem, how=days.how)
    part = phrase.part or until.part
    phrase.part = until.part = part
    end, guessed = read_clock(last, until, told)
    start, assumed = _start(
        first, phrase, end, told, lent=not first.half and last.half in {"a", "p"}
    )
    stated = dated.has_date
    day = on_day(days.first, start, phrase, told, stated=stated, back=place.back)
    last_day = day
    if until.has_date and phrase.has_date:
        last_day = days_of(until, told, place).first or day
    elif end < start:
        last_day = day + _DAY
        if dated is until:  # "from 11pm to 3am on Saturday"
            day, last_day = day - _DAY, day
    reading.how, reading.problem = days.how, days.problem
    reading.assumed = (
        (*days.assumed, "half_day") if assumed or guessed else days.assumed
    )
    reading.day, reading.clock = day, datetime.combine(day, start)
    reading.stated = "/".join(
        shown_clock(on, at, seconds=which.second is not None)
        for on, at, which in ((day, start, first), (last_day, end, last))
    )
    return reading


def _start(
    clock: Clock, phrase: Phrase, end: time, told: Told, *, lent: bool
) -> tuple[time, bool]:
    """When a range begins: the last time before its end that the words allow.

    "8 to 9pm" begins in the evening, "11 to 1pm" in the morning, "11.30 to 12.15am"
    on the evening before.
    """
    if not lent or clock.hour > 12:  # noqa: PLR2004  a clock of 12 hours
        return read_clock(clock, phrase, told)
    morning, evening = (
        read_clock(evolve(clock, half=half), phrase, told)[0] for half in "ap"
    )
    return (morning if morning <= end < evening else evening), False
