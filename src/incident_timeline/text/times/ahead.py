"""What a mention takes from the mentions after it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial

from incident_timeline.text.times.phrase import Phrase
from incident_timeline.text.times.place import Place
from incident_timeline.text.times.resolve import resolve
from incident_timeline.text.times.told import Told

__all__ = ["day_ahead", "is_of_week_before", "settle_order", "take_year"]

_LISTED = {"and", "or", ",", ", and", ", or"}
_NIGHTS = frozenset({"evening", "night", "overnight"})
_NEAR = 500
_ENDS = re.compile(r"[.!?][\"')]{0,2}\s|\n\s{0,4}\n")
_NEWS = timedelta(days=31)


def take_year(phrase: Phrase, following: Phrase | None, between: str) -> None:
    """Let "April and May 2023" be of one year."""
    if following is None or following.year is None or between.strip() not in _LISTED:
        return
    lacks = phrase.year is None and phrase.month is not None and phrase.turn is None
    if lacks and following.month is not None:
        after = (phrase.month or 0) > following.month
        phrase.year = following.year - after


def is_of_week_before(phrase: Phrase, following: Sequence[Phrase]) -> bool:
    """Whether a weekday's night goes on into the weekday after it: it is over."""
    if phrase.weekday is None or phrase.has_day or phrase.part not in _NIGHTS:
        return False
    after = (phrase.weekday + 1) % 7
    return any(each.weekday == after and not each.has_day for each in following)


def settle_order(written: Sequence[Phrase]) -> None:
    """Read each numeric date in the order that the account's clear ones show."""
    orders = {phrase.order for phrase in written if phrase.day is not None}
    if not orders & {"own", "other"}:
        return
    for phrase in written:
        if phrase.order == "either":
            if "own" not in orders:
                phrase.month, phrase.day = phrase.day, phrase.month
            phrase.order = "own"


def day_ahead(
    low: str, following: Sequence[Phrase], end: int, told: Told, place: Place
) -> date | None:
    """The day told in the sentences after a first clock time, if it can be its own."""
    for phrase in following:
        if phrase.start - end > _NEAR:
            return None
        if not phrase.has_date or phrase.offset is not None:
            continue
        head = low[max(end, phrase.start - 80) : phrase.start]
        head = _ENDS.split(head)[-1]
        there = Place(place.paragraph, partial(str, head))
        if there.future or there.is_past_perfect:
            continue
        day = resolve(phrase, told, there).day
        if day is not None and _can_be(day, told.published):
            return day
    return None


def _can_be(day: date, published: date | None) -> bool:
    return published is None or published - _NEWS <= day <= published
