"""From an expression to its value, by what was told before it."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from attrs import evolve

from incident_timeline.text.times.again import clash
from incident_timeline.text.times.clocks import (
    near_onset,
    on_day,
    read_clock,
    shown_clock,
)
from incident_timeline.text.times.days import days_of
from incident_timeline.text.times.phrase import Clock, Phrase
from incident_timeline.text.times.place import Place
from incident_timeline.text.times.reading import Reading, impossible
from incident_timeline.text.times.told import Told
from incident_timeline.text.times.turns import Days

__all__ = ["resolve"]

_DAY = timedelta(days=1)
_MIDNIGHT = Clock(0, 0)


def resolve(phrase: Phrase, told: Told, place: Place) -> Reading:
    """The value of *phrase*; a problem says why it has none."""
    clock = phrase.clock
    if phrase.problem:
        return impossible(phrase.problem)
    until = phrase.until
    lent = until is not None and until.has_date and not phrase.has_date
    days = days_of(until if until and lent and clock else phrase, told, place)
    if days.first is None and not days.coarse:
        return Reading(remarks=days.remarks, how=days.how)
    if clock is not None and days.first is not None:
        return _timed(phrase, clock, days, told, place)
    return _dated(phrase, days, told, place)


def _dated(phrase: Phrase, days: Days, told: Told, place: Place) -> Reading:
    reading = Reading(how=days.how, assumed=days.assumed, remarks=days.remarks)
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
    if until.year and phrase.year is None and (phrase.month or phrase.holiday):
        phrase.year = until.year
        if (phrase.month or 0) > (until.month or 12):
            phrase.year -= 1
    first = days_of(phrase, told, place)
    start = first.coarse or (str(first.first) if first.first else "")
    reading.remarks = first.remarks or last.remarks
    reading.day, reading.part = first.first, ""
    reading.how, reading.assumed = first.how, first.assumed
    reading.stated = f"{start}/{end}" if start and end else ""
    if start and end and end < start:
        return impossible(f"{start} to {end} ends before it begins")
    return reading


def _timed(
    phrase: Phrase, clock: Clock, days: Days, told: Told, place: Place
) -> Reading:
    reading = Reading(how=days.how, assumed=days.assumed, remarks=days.remarks)
    reading.qualifier = phrase.qualifier or "exact"
    again = phrase.again.clock if phrase.again is not None else None
    for each in (clock, phrase.until and phrase.until.clock, again):
        if each and not each.is_valid:
            reading.remark("impossible", f"{each} is no time of day")
            reading.remarks, reading.day = reading.remarks[-1:], days.first
            return reading
    reading.day = days.first
    if phrase.until is not None:
        return _clock_range(phrase, phrase.until, reading, told, place)
    if again is not None:
        clock = _one_of(reading, clock, again)
    when, assumed = read_clock(clock, phrase, told)
    day = days.first or date.min  # a day, or it would have no clock time
    stated = phrase.has_date or told.aside is not None
    day = on_day(day, when, phrase, told, stated=stated, back=place.back)
    if not stated and phrase.turn is None and phrase.offset is None:
        day = _in_story(day, when, told, place)
    _assume_half(reading, assumed, when)
    reading.day, reading.clock = day, datetime.combine(day, when)
    reading.stated = shown_clock(day, when, seconds=clock.second is not None)
    if phrase.opening == "from" and not phrase.qualifier:
        reading.stated += "/.."
    return reading


def _in_story(day: date, when: time, told: Told, place: Place) -> date:
    """The day of a bare clock time: an appeal's onset, or the night before its end."""
    if told.onset is not None and place.is_appeal:
        return near_onset(when, told.onset)
    if place.is_planned:  # what will be is not before publication
        return max(day, told.published or day)
    at = datetime.combine(day, when)
    return day - _DAY if day > date.min and told.begins_night(at, place) else day


def _one_of(reading: Reading, clock: Clock, again: Clock) -> Clock:
    """The clearer of two forms of one time; whether they disagree is remarked."""
    if not clock.half and again.half:
        clock, again = again, clock
    said = clash(clock, again)
    if said and again.half:
        reading.remark("told_twice", said)
    return clock


def _assume_half(reading: Reading, assumed: str, when: time) -> None:
    if assumed:
        reading.assumed = (*reading.assumed, "half_day")
    if assumed == "guess":
        shown = when.isoformat("minutes")
        reading.remark("half_day", f"states no half of the day: {shown} is assumed")


def _clock_range(
    phrase: Phrase, until: Phrase, reading: Reading, told: Told, place: Place
) -> Reading:
    """Two clock times; either may lend the other its day or its half of the day."""
    if until.clock is None:
        return _open_range(phrase, until, told, place)
    first, last = phrase.clock or _MIDNIGHT, until.clock  # both have one
    dated = phrase if phrase.has_date or not until.has_date else until
    phrase.part = until.part = phrase.part or until.part
    end, guessed = read_clock(last, until, told)
    lent = not first.half and last.half in {"a", "p"}
    start, assumed = _start(first, phrase, end, told, lent=lent)
    day = on_day(
        reading.day or date.min,
        start,
        phrase,
        told,
        stated=dated.has_date,
        back=place.back,
    )
    if not dated.has_date:
        day = _in_story(day, start, told, place)
    last_day = day
    if until.has_date and phrase.has_date:
        last_day = days_of(until, told, place).first or day
    elif end < start:
        last_day = day + _DAY
        if dated is until:  # "from 11pm to 3am on Saturday"
            day, last_day = day - _DAY, day
    _assume_half(reading, assumed or guessed, start)
    reading.day, reading.clock = day, datetime.combine(day, start)
    reading.stated = "/".join(
        shown_clock(on, at, seconds=which.second is not None)
        for on, at, which in ((day, start, first), (last_day, end, last))
    )
    if phrase.opening != "between":
        reading.over = datetime.combine(last_day, end)
    if last_day < day:
        told_range = reading.stated.replace("/", " to ")
        return impossible(f"{told_range} ends before it begins")
    return reading


def _open_range(phrase: Phrase, until: Phrase, told: Told, place: Place) -> Reading:
    """Read "from 9pm on Friday to Sunday": a clock time, and a day that ends it."""
    last = days_of(until, told, place)
    reading = resolve(evolve(phrase, until=None, opening=""), told, place)
    if last.first is None or reading.day is None:
        reading.remarks = reading.remarks or last.remarks
        reading.stated = "" if last.first is None else reading.stated
    elif last.first < reading.day:
        return impossible(f"{reading.day} to {last.first} ends before it begins")
    else:
        reading.stated += f"/{last.first}"
    return reading


def _start(
    clock: Clock, phrase: Phrase, end: time, told: Told, *, lent: bool
) -> tuple[time, str]:
    """When a range begins: the last time before its end that the words allow.

    "8 to 9pm" begins in the evening, "11 to 1pm" in the morning, "11.30 to 12.15am"
    on the evening before.
    """
    if not lent or clock.hour > 12:  # noqa: PLR2004  a clock of 12 hours
        return read_clock(clock, phrase, told)
    morning, evening = (
        read_clock(evolve(clock, half=half), phrase, told)[0] for half in "ap"
    )
    return (morning if morning <= end < evening else evening), ""
