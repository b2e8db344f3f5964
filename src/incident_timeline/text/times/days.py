"""The day that an expression names, as a careful reader finds it."""

from __future__ import annotations

from datetime import date, timedelta

from attrs import define, evolve

from incident_timeline.text.times.calendar import (
    add_days,
    add_months,
    day_of,
    iso_month,
    month_bit,
    nth_weekday,
    on_or_after,
    on_or_before,
)
from incident_timeline.text.times.phrase import Phrase, Turn
from incident_timeline.text.times.place import Place
from incident_timeline.text.times.time_words import MONTHS
from incident_timeline.text.times.told import Told

__all__ = ["Days", "days_of"]

_DAY = timedelta(days=1)
_LONG_AGO = timedelta(days=14)
_NEWS = timedelta(days=31)
_SOON = timedelta(days=10)
_HALF_YEAR = timedelta(days=180)
_WEEKDAY_NAMES = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_MONTH_NAMES = [name for name in MONTHS if len(name) > 3 or name == "may"]  # noqa: PLR2004  no abbreviation


@define
class Days:
    """What an expression says of the calendar: a day, some days, or a coarser value."""

    first: date | None = None
    last: date | None = None
    coarse: str = ""  # a month, a year or a range of them
    how: str = "stated"
    assumed: tuple[str, ...] = ()
    problem: str = ""


def days_of(phrase: Phrase, told: Told, place: Place) -> Days:
    """The days that *phrase* names, its gaps filled from what was *told*."""
    if phrase.day is not None:
        return _date(phrase, told, place)
    if phrase.nth is not None:
        return _named_day(phrase, told, place)
    if phrase.month is not None:
        return _month(phrase, told, place)
    if phrase.turn is not None:
        return _turned(phrase, phrase.turn, told, place)
    if phrase.weekday is not None:
        return _lone_weekday(phrase.weekday, told, place)
    return _coarse(phrase, told, place)


def _coarse(phrase: Phrase, told: Told, place: Place) -> Days:
    """A year or a range of years; or the day told before, for a clock time."""
    if phrase.year is not None:
        last = "" if phrase.last_year is None else f"/{phrase.last_year:04}"
        return Days(coarse=f"{phrase.year:04}{last}")
    return _inherited(told, place)


def _missing(what: str) -> Days:
    problem = f"{what} needs a publication date or a date told before it"
    return Days(problem=problem, how="nothing")


def _no_day(year: int, month: int, day: int) -> Days:
    name = _MONTH_NAMES[month - 1].title() if 1 <= month <= 12 else f"month {month}"  # noqa: PLR2004  a year's months
    return Days(problem=f"there is no {day} {name} {year}")


def _date(phrase: Phrase, told: Told, place: Place) -> Days:
    if phrase.month is None:
        return _day_of_month(phrase, told)
    month, day = phrase.month, phrase.day or 0
    year = _year(phrase, told, place) if phrase.year is None else phrase.year
    if year is None:
        return _missing("a date without its year")
    how, assumed = _year_from(phrase)
    found = day_of(year, month, day)
    last = day_of(year, month, phrase.last_day) if phrase.last_day else None
    if found is None or (phrase.last_day and last is None):
        return _no_day(year, month, day if found is None else phrase.last_day or 0)
    if last is not None and last <= found:
        return Days(problem=f"{day} to {last.day} ends before it begins")
    return Days(
        found, last, how=how, assumed=assumed, problem=_disagrees(phrase, found)
    )


def _day_of_month(phrase: Phrase, told: Told) -> Days:
    """Read "the 23rd", of the month told last."""
    day, base = phrase.day or 0, told.day or told.published
    if base is None:
        return _missing("a day without its month")
    found = day_of(base.year, base.month, day)
    if found is None:
        return _no_day(base.year, base.month, day)
    how = "previous mention" if told.day else "publication"
    return Days(
        found, how=how, assumed=("year", "month"), problem=_disagrees(phrase, found)
    )


def _disagrees(phrase: Phrase, day: date) -> str:
    if phrase.weekday is None or phrase.weekday == day.weekday():
        return ""
    stated, real = _WEEKDAY_NAMES[phrase.weekday], _WEEKDAY_NAMES[day.weekday()]
    return f"{day} is a {real}, not a {stated}"


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
    if (
        not since
        and told.day is not None
        and (published is None or published - told.day > _HALF_YEAR)
    ):
        return _matching(phrase, _nearest_year(phrase, told.day), told.day)
    if published is None:
        return None
    return _matching(phrase, _published_year(phrase, published, place), published)


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
        return published.year + (published - found > _HALF_YEAR)
    soon = _SOON if phrase.day else timedelta()
    return published.year - (found - published > soon)


def _matching(phrase: Phrase, year: int, near: date) -> int:
    """*year*, or the year beside it in which the weekday is right.

    A date of the last weeks keeps its year: there a wrong weekday is a slip.
    """
    if phrase.weekday is None:
        return year
    for candidate in (year, year - 1, year + 1):
        found = day_of(candidate, phrase.month or 0, phrase.day or 0)
        if found is None:
            continue
        if found.weekday() == phrase.weekday:
            return candidate
        if candidate == year and abs(found - near) <= _NEWS:
            break
    return year


def _named_day(phrase: Phrase, told: Told, place: Place) -> Days:
    month, weekday, number = phrase.nth or (1, 0, 1)
    dated = evolve(phrase, month=month, day=15, weekday=None)
    year = _year(dated, told, place) if phrase.year is None else phrase.year
    if year is None:
        return _missing("a named day without its year")
    how, assumed = _year_from(phrase)
    return Days(nth_weekday(year, month, weekday, number), how=how, assumed=assumed)


def _lone_weekday(weekday: int, told: Told, place: Place) -> Days:
    """A weekday alone: of the week up to publication, or after an old day just told."""
    assumed = ("year", "month", "day")
    published, told_day = told.published, told.firm_day
    if published is None:
        if told.day is None:
            return _missing("a weekday without its date")
        return Days(on_or_after(told.day, weekday), how="weekday", assumed=assumed)
    if place.future:
        found = on_or_after(published + _DAY, weekday)
    elif (
        told_day is not None
        and told.day == told_day
        and published - told_day > _LONG_AGO
    ):
        found = on_or_after(told_day, weekday)
    else:
        found = on_or_before(published, weekday)
    return Days(found, how="weekday", assumed=assumed)


def _turned(phrase: Phrase, turn: Turn, told: Told, place: Place) -> Days:
    """What "yesterday", "that evening" or "last October" comes to."""
    base = (
        told.day_at(place.paragraph) or told.published if turn.told else told.published
    )
    if base is None:
        base = told.day
    if base is None:
        return _missing("a day told by another")
    how = "previous mention" if turn.told else "publication"
    days = _step(phrase, turn, base, told, place)
    days.how = how
    if days.first is not None:
        days.problem = days.problem or _disagrees(phrase, days.first)
        days.assumed = ("year", "month", "day")
    return days


def _step(phrase: Phrase, turn: Turn, base: date, told: Told, place: Place) -> Days:
    count = turn.count
    if turn.unit == "day":
        if turn.told and not count and phrase.part == "night" and _is_small(told, base):
            count = -1
        return _days(add_days(base, count))
    if turn.unit == "weekday":
        return Days(_stepped_weekday(turn, base, place))
    if turn.unit in {"week", "weekend", "fortnight"}:
        return _week(turn, base)
    if turn.unit == "month":
        year, month = base.year, base.month
        if turn.told and told.year and told.month:
            year, month = told.year, told.month
        return Days(coarse=iso_month(*add_months(year, month, count)))
    if turn.unit == "year":
        year = (told.year if turn.told else None) or base.year
        return Days(coarse=f"{year + count:04}")
    return Days(coarse=_named_month(turn, base))


def _is_small(told: Told, base: date) -> bool:
    """Whether the small hours of *base* were told last: their night began before."""
    clock = told.clock
    return clock is not None and clock.date() == base and clock.hour < 6  # noqa: PLR2004  nights end then


def _days(first: date | None, last: date | None = None) -> Days:
    if first is None:
        return Days(problem="the day lies beyond the calendar")
    return Days(first, last)


def _stepped_weekday(turn: Turn, base: date, place: Place) -> date:
    if turn.count > 0 or (place.future and not turn.count):
        return on_or_after(base + _DAY, turn.weekday)
    if turn.count < 0:
        return on_or_before(base - _DAY, turn.weekday)
    return on_or_before(base, turn.weekday)


def _week(turn: Turn, base: date) -> Days:
    """Monday to Sunday of the week meant, or its Saturday and Sunday."""
    monday = on_or_before(base, 0) + 7 * turn.count * _DAY
    if turn.unit != "weekend":
        return Days(monday, monday + 6 * _DAY)
    if not turn.told and turn.count <= 0:  # the one that was last
        monday = on_or_before(base, 5) - 5 * _DAY
    return Days(monday + 5 * _DAY, monday + 6 * _DAY)


def _named_month(turn: Turn, base: date) -> str:
    passed = turn.month <= base.month if turn.count > 0 else turn.month >= base.month
    return iso_month(base.year + (turn.count if passed else 0), turn.month)


def _month(phrase: Phrase, told: Told, place: Place) -> Days:
    month = phrase.month or 1
    year = _year(phrase, told, place) if phrase.year is None else phrase.year
    if year is None:
        return _missing("a month without its year")
    how, assumed = _year_from(phrase)
    bit = month_bit(year, month, phrase.edge) if phrase.edge else None
    if bit is not None:
        return Days(*bit, how=how, assumed=assumed)
    return Days(coarse=iso_month(year, month), how=how, assumed=assumed)


def _inherited(told: Told, place: Place) -> Days:
    day = told.day_at(place.paragraph)
    how = "previous mention"
    if day is None:
        day, how = told.published, "publication"
    if day is None:
        return _missing("a time without its date")
    return Days(day, how=how, assumed=("year", "month", "day"))
