"""The day that an expression names, as a careful reader finds it."""

from __future__ import annotations

from datetime import date, timedelta

from attrs import evolve

from incident_timeline.text.times.calendar import (
    add_months,
    day_of,
    iso_month,
    month_bit,
    on_or_after,
    on_or_before,
)
from incident_timeline.text.times.holidays import holiday
from incident_timeline.text.times.phrase import Phrase
from incident_timeline.text.times.place import Place
from incident_timeline.text.times.remarks import Remark
from incident_timeline.text.times.time_words import MONTHS
from incident_timeline.text.times.told import Told
from incident_timeline.text.times.turns import Days, impossible, missing, season, turned

__all__ = ["days_of"]

_DAY = timedelta(days=1)
_WEEK = timedelta(days=7)
_LONG_AGO = timedelta(days=14)
_NEWS = timedelta(days=31)
_SOON = timedelta(days=10)
_LEAP_YEAR = 2024
_PAST_HEARING = timedelta(days=45)
_HALF_YEAR = timedelta(days=180)
_WEEKDAY_NAMES = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_MONTH_NAMES = [name for name in MONTHS if len(name) > 3 or name == "may"]  # noqa: PLR2004  no abbreviation


def days_of(  # noqa: PLR0911  a kind of date a line
    phrase: Phrase, told: Told, place: Place
) -> Days:
    """The days that *phrase* names, its gaps filled from what was *told*."""
    if phrase.day is not None:
        return _date(phrase, told, place)
    if phrase.holiday:
        return _named_day(phrase, told, place)
    if phrase.month is not None:
        return _month(phrase, told, place)
    if phrase.season is not None:
        return _season(phrase, phrase.season, told, place)
    if phrase.turn is not None:
        days = turned(phrase, phrase.turn, told, place)
        if days.first is not None:
            days.remarks += _disagrees(phrase, days.first)
        return days
    if phrase.weekday is not None:
        return _lone_weekday(phrase, phrase.weekday, told, place)
    return _coarse(phrase, told, place)


def _season(phrase: Phrase, first: int, told: Told, place: Place) -> Days:
    """Read three months of a year; a season of the south lies half a year on."""
    first = first if not told.southern else (first + 5) % 12 + 1
    dated = evolve(phrase, month=first, day=1)
    year = _year(dated, told, place) if phrase.year is None else phrase.year
    if year is None:
        return missing("a season without its year")
    return Days(coarse=season(year, first))


def _coarse(phrase: Phrase, told: Told, place: Place) -> Days:
    """A year or a range of years; or the day told before, for a clock time."""
    if phrase.year is not None:
        last = "" if phrase.last_year is None else f"/{phrase.last_year:04}"
        return Days(coarse=f"{phrase.year:04}{last}")
    return _inherited(told, place)


def _no_day(year: int, month: int, day: int) -> Days:
    name = _MONTH_NAMES[month - 1].title() if 1 <= month <= 12 else f"month {month}"  # noqa: PLR2004  a year's months
    return impossible(f"there is no {day} {name} {year}")


def _date(phrase: Phrase, told: Told, place: Place) -> Days:
    if phrase.month is None:
        return _day_of_month(phrase, told, place)
    month, day = phrase.month, phrase.day or 0
    year = _year(phrase, told, place) if phrase.year is None else phrase.year
    if year is None:
        return missing("a date without its year")
    how, assumed = _year_from(phrase)
    if phrase.order == "either":
        month, day = _ordered(phrase, year, told, place)
        how, assumed = "stated", ("day_month_order",)
    found = day_of(year, month, day)
    last = day_of(year, month, phrase.last_day) if phrase.last_day else None
    if found is None or (phrase.last_day and last is None):
        return _no_day(year, month, day if found is None else phrase.last_day or 0)
    if last is not None and last <= found:
        return impossible(f"{day} to {last.day} ends before it begins")
    if phrase.edge == "week":
        last = found + 6 * _DAY
    remarks = _disagrees(phrase, found)
    if phrase.order == "either":
        remarks += _either(found)
    return Days(found, last, how, assumed, remarks)


def _ordered(phrase: Phrase, year: int, told: Told, place: Place) -> tuple[int, int]:
    """Month and day as their zone writes them, unless only the other order can be."""
    month, day = phrase.month or 0, phrase.day or 0
    own, other = date(year, month, day), date(year, day, month)
    if phrase.weekday is not None:
        swap = other.weekday() == phrase.weekday != own.weekday()
    else:
        swap = _is_ahead(own, told, place) and not _is_ahead(other, told, place)
    return (day, month) if swap else (month, day)


def _either(found: date) -> tuple[Remark, ...]:
    message = f"its month and day may be exchanged: {found} is taken"
    return (Remark("day_month_order", message),)


def _day_of_month(phrase: Phrase, told: Told, place: Place) -> Days:
    """Read "the 23rd", of the month told last or of the one before.

    It is no day still to come, and its weekday is right where one of the two can be.
    """
    day, base = phrase.day or 0, told.day or told.published
    if base is None:
        return missing("a day without its month")
    months = [(base.year, base.month), add_months(base.year, base.month, -1)]
    found = [day_of(*month, day) for month in months]
    days = [each for each in found if each and not _is_ahead(each, told, place)]
    if not days and found[0] is None:
        return _no_day(base.year, base.month, day)
    right = [each for each in days if each.weekday() == phrase.weekday]
    chosen = [*right, *days, found[0]][0]
    how = "previous mention" if told.day else "publication"
    assumed = ("year", "month")
    return Days(
        chosen, how=how, assumed=assumed, remarks=_disagrees(phrase, chosen or base)
    )


def _disagrees(phrase: Phrase, day: date) -> tuple[Remark, ...]:
    if phrase.weekday is None or phrase.weekday == day.weekday():
        return ()
    stated, real = _WEEKDAY_NAMES[phrase.weekday], _WEEKDAY_NAMES[day.weekday()]
    return (Remark("weekday", f"{day} is a {real}, not a {stated}"),)


def _year_from(phrase: Phrase) -> tuple[str, tuple[str, ...]]:
    """Where the year came from, and what was assumed with it."""
    return ("year", ("year",)) if phrase.year is None else ("stated", ())


def _year(phrase: Phrase, told: Told, place: Place) -> int | None:
    """The year of a day and month, by publication and by what was told before."""
    published = told.published
    if phrase.turn is not None and phrase.turn.unit == "year":
        base = told.year if phrase.turn.told else None
        if base is None and published is not None:
            base = published.year
        return None if base is None else base + phrase.turn.count
    since = phrase.qualifier == "since" and published is not None
    near = told.last_day
    old = near is not None and (published is None or published - near > _HALF_YEAR)
    if near is not None and old and phrase.qualifier in {"by", "until"}:
        return near.year + (_about(phrase, near.year) < near)
    if near is not None and old and not since and not (published and place.future):
        return _matching(phrase, _nearest_year(phrase, near), near, published)
    if published is None:
        return None
    year = _published_year(phrase, published, place)
    return _matching(phrase, year, published, published)


def _nearest_year(phrase: Phrase, day: date) -> int:
    """The year that brings the date nearest to *day*, the later one of two."""

    def distance(year: int) -> tuple[int, int]:
        return abs((_about(phrase, year) - day).days), -year

    return min((day.year - 1, day.year, day.year + 1), key=distance)


def _about(phrase: Phrase, year: int) -> date:
    """The date in *year*, near enough to compare years; a 31st is a 28th."""
    return date(year, phrase.month or 1, min(phrase.day or 1, 28))


def _published_year(phrase: Phrase, published: date, place: Place) -> int:
    """The year of publication; the year before for a date far ahead of it."""
    found = _about(phrase, published.year)
    if place.future:
        return published.year + (published - found > _PAST_HEARING)
    soon = _SOON if phrase.day else timedelta()
    return published.year - (found - published > soon)


def _matching(phrase: Phrase, year: int, near: date, published: date | None) -> int:
    """*year*, or the year beside it or of publication in which the weekday is right.

    A date of the last weeks keeps its year: there a wrong weekday is a slip.
    """
    if phrase.weekday is None:
        return year
    candidates = [year, year - 1, year + 1]
    candidates += [] if published is None else [published.year]
    for candidate in candidates:
        found = day_of(candidate, phrase.month or 0, phrase.day or 0)
        if found is None:
            continue
        if found.weekday() == phrase.weekday:
            return candidate
        if candidate == year and abs(found - near) <= _NEWS:
            break
    return year


def _named_day(phrase: Phrase, told: Told, place: Place) -> Days:
    month = holiday(phrase.holiday, _LEAP_YEAR, told.zone).month
    dated = evolve(phrase, month=month, day=15, weekday=None)
    year = _year(dated, told, place) if phrase.year is None else phrase.year
    if year is None:
        return missing("a named day without its year")
    day = holiday(phrase.holiday, year, told.zone)
    how, assumed = _year_from(phrase)
    if how == "year" and _is_ahead(day, told, place):  # that of the year before
        day = holiday(phrase.holiday, year - 1, told.zone)
    if phrase.edge != "weekend":
        return Days(day, how=how, assumed=assumed)
    first = day - {0: 2, 6: 1}.get(day.weekday(), 0) * _DAY
    return Days(first, day if first < day else on_or_after(day, 6), how, assumed)


def _is_ahead(day: date, told: Told, place: Place) -> bool:
    """Whether *day* is still to come, in a text that tells of what was."""
    return told.published is not None and day > told.published and not place.future


def _lone_weekday(phrase: Phrase, weekday: int, told: Told, place: Place) -> Days:
    """A weekday alone: of the week up to publication, or after an old day just told.

    What is said or announced on a weekday is so in the week of publication.
    """
    assumed = ("year", "month", "day")
    published = told.published
    if published is None:
        if told.day is None:
            return missing("a weekday without its date")
        return Days(on_or_after(told.day, weekday), how="weekday", assumed=assumed)
    if place.future:
        found = on_or_after(published + _DAY, weekday)
    elif _is_old(told, published) and not place.is_said:
        found = _of_story(weekday, told, place)
    else:
        last = published - _DAY if phrase.passed else published
        found = on_or_before(last, weekday)
    return Days(found, how="weekday", assumed=assumed)


def _is_old(told: Told, published: date) -> bool:
    """Whether the story is of a time well before publication, and is told just now."""
    day = told.day
    return not told.is_passing and day is not None and published - day > _LONG_AGO


def _of_story(weekday: int, told: Told, place: Place) -> date:
    """A weekday of an old story: as told before, or else the next one."""
    day = told.day or date.max
    known = told.weekdays.get(weekday)
    if known is not None and abs(known - day) < _WEEK:
        return known
    if place.is_past_perfect:
        return on_or_before(day, weekday)
    return on_or_after(day, weekday)


def _month(phrase: Phrase, told: Told, place: Place) -> Days:
    month = phrase.month or 1
    year = _year(phrase, told, place) if phrase.year is None else phrase.year
    if year is None:
        return missing("a month without its year")
    how, assumed = _year_from(phrase)
    bit = month_bit(year, month, phrase.edge) if phrase.edge else None
    if bit is not None:
        return Days(*bit, how=how, assumed=assumed)
    return Days(coarse=iso_month(year, month), how=how, assumed=assumed)


def _inherited(told: Told, place: Place) -> Days:
    day, how = told.aside or told.day, "previous mention"
    if day is None or (place.issued and told.published):
        day, how = told.published, "publication"
    if day is None:
        return missing("a time without its date")
    return Days(day, how=how, assumed=("year", "month", "day"))
