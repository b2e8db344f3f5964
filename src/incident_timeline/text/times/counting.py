"""Counted times, by what was told before them: "two minutes later"."""

from __future__ import annotations

import re
from datetime import datetime

from attrs import evolve

from incident_timeline.text.times.calendar import add_months, iso_month
from incident_timeline.text.times.offsets import Anchor, count_from, is_clocked
from incident_timeline.text.times.phrase import Offset, Phrase
from incident_timeline.text.times.place import Place
from incident_timeline.text.times.reading import Reading, unplaced
from incident_timeline.text.times.resolve import resolve
from incident_timeline.text.times.time_words import UNITS
from incident_timeline.text.times.told import Told

__all__ = ["count"]

_YEAR = 4
_COARSE = {_YEAR, 7}  # the lengths of a year and of a month
_DAYS_A_MONTH = 31
# The document itself, from whose day it counts.
_OWN = re.compile(
    r"\b(?:this|date\sof\sthe)\s{1,3}(?:report|letter|statement|release|notice|decision)\b"
)
_APPOSED = {",", "(", "-"}


def count(  # noqa: PLR0911  a base a line
    phrase: Phrase, offset: Offset, told: Told, place: Place, between: str
) -> Reading:
    """The value of a counted time; *between* is the text since the mention before."""
    if offset.own and not phrase.has_date:
        return Reading(how="event")
    if phrase.clock is not None or phrase.has_date:
        return _from_stated(phrase, offset, told, place)
    if between.strip() in _APPOSED:
        clocked = is_clocked(offset)
        whole = "T" in told.value if clocked else len(told.value) == len("2023-11-23")
        if whole and "/" not in told.value:
            return Reading(told.value, how="apposition", day=told.day, clock=told.clock)
    if offset.event and told.published and _OWN.search(offset.event):
        anchor = Anchor(told.published, None)
        return count_from(phrase, offset, anchor, "publication", told.zone)
    if offset.event:
        return Reading(how="event")
    near = told.day is None or (not is_clocked(offset) and ". " not in between)
    if offset.told and near and not offset.bound and len(told.value) in _COARSE:
        return _from_coarse(phrase, offset, told)
    return _from_day(phrase, offset, told, place)


def _from_day(phrase: Phrase, offset: Offset, told: Told, place: Place) -> Reading:
    """Count from the day and clock time told last, or from publication."""
    base = told.day if offset.told else None
    if offset.told and told.recent is not None and not is_clocked(offset):
        base = told.recent
    day = base if offset.told else told.published or told.day
    if day is None:
        return unplaced("a count of time needs a time that it starts from")
    how = "previous mention" if base else "publication"
    clock = told.clock if base is not None and base == told.day else None
    vague = clock is not None and told.is_vague
    anchor = Anchor(clock.date() if clock else day, clock, vague)
    reading = count_from(phrase, offset, anchor, how, told.zone)
    late = told.published is not None and reading.stated[:7] > str(told.published)[:7]
    if late and not (place.future or offset.bound):
        reading.remark("year", f"comes after publication on {told.published}")
    return reading


def _from_coarse(phrase: Phrase, offset: Offset, told: Told) -> Reading:
    """Count from a month or a year: the value is no finer than that."""
    unit, size = UNITS[offset.unit]
    months = offset.most * (size if unit == "months" else size / _DAYS_A_MONTH)
    months = months if unit != "seconds" else 0
    year, month = int(told.value[:4]), int(told.value[5:7] or 1)
    year, month = add_months(year, month, offset.way * int(months))
    value = f"{year:04}" if len(told.value) == _YEAR else iso_month(year, month)
    reading = Reading(value, phrase.qualifier or "exact", how="previous mention")
    reading.remark("vague_base", f"counted from {told.value}, which names no day")
    return reading


def _from_stated(phrase: Phrase, offset: Offset, told: Told, place: Place) -> Reading:
    """Read "ten minutes before 9pm", or "two days later, at 9pm"."""
    base = resolve(evolve(phrase, offset=None), told, place)
    if base.day is None or offset.own or (phrase.has_date and not offset.awaits):
        return base
    if offset.awaits:
        anchor = Anchor(base.day, base.clock)
        counted = count_from(phrase, offset, anchor, base.how, told.zone)
        counted.assumed = base.assumed
        return counted
    day = told.recent or told.day or base.day
    anchor = Anchor(day, None)
    moved = count_from(phrase, offset, anchor, "previous mention", told.zone)
    if moved.day is None or base.clock is None:
        return moved if moved.remarks else unplaced("a clock time needs its day")
    base.stated, base.day = f"{moved.day}{base.stated[10:]}", moved.day
    base.clock = datetime.combine(moved.day, base.clock.time())
    return base
