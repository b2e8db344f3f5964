"""A step from a day told or from publication: "yesterday", "last spring"."""

from __future__ import annotations

from datetime import date, timedelta

from attrs import define

from incident_timeline.text.times.calendar import (
    add_days,
    add_months,
    iso_month,
    on_or_after,
    on_or_before,
)
from incident_timeline.text.times.phrase import Phrase, Turn
from incident_timeline.text.times.place import Place
from incident_timeline.text.times.remarks import Remark
from incident_timeline.text.times.told import Told

__all__ = ["Days", "impossible", "missing", "season", "turned"]

_DAY = timedelta(days=1)


@define
class Days:
    """What an expression says of the calendar: a day, some days, or a coarser value."""

    first: date | None = None
    last: date | None = None
    how: str = "stated"
    assumed: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()
    coarse: str = ""  # a month, a year or a range of them


def missing(what: str) -> Days:
    """No day, for want of what it hangs on."""
    message = f"{what} needs a publication date or a date told before it"
    return Days(remarks=(Remark("unplaced", message),), how="nothing")


def impossible(message: str) -> Days:
    """No day, as there can be none such."""
    return Days(remarks=(Remark("impossible", message),))


def season(year: int, first: int) -> str:
    """The three months from *first* on."""
    end_year, last = add_months(year, first, 2)
    return f"{iso_month(year, first)}/{iso_month(end_year, last)}"


def turned(phrase: Phrase, turn: Turn, told: Told, place: Place) -> Days:
    """What "yesterday", "that evening" or "last October" comes to."""
    issued = told.spoken or told.published
    base = told.day or issued if turn.told else issued
    if told.recent is not None and turn.told and turn.count >= 0:
        base = told.recent
    if base is None:
        base = told.day
    if base is None:
        return missing("a day told by another")
    how = "previous mention" if turn.told else "publication"
    days = _step(phrase, turn, base, told, place)
    days.how = how
    if days.first is not None:
        days.assumed = ("year", "month", "day")
    return days


def _step(  # noqa: PLR0911  a unit a line
    phrase: Phrase, turn: Turn, base: date, told: Told, place: Place
) -> Days:
    count = turn.count
    if turn.unit == "day":
        if turn.told and not count and _began_before(phrase, told, base):
            count = -1
        return _days(add_days(base, count))
    if turn.unit == "span":
        return _days(add_days(base, count), base)
    if turn.unit == "weekday":
        return Days(_stepped_weekday(turn, base, place))
    if turn.unit in {"week", "in week", "weekend", "fortnight"}:
        return _week(turn, base)
    if turn.unit == "month":
        year, month = base.year, base.month
        if turn.told and told.year and told.month:
            year, month = told.year, told.month
        return Days(coarse=iso_month(*add_months(year, month, count)))
    if turn.unit == "year":
        year = (told.year if turn.told else None) or base.year
        return Days(coarse=f"{year + count:04}")
    if turn.unit == "season":
        return Days(coarse=_turned_season(turn, base, told))
    return Days(coarse=_named_month(turn, base))


def _began_before(phrase: Phrase, told: Told, base: date) -> bool:
    """Whether "that night" began before *base*, of which the small hours were told.

    So did "earlier that evening", where its morning was.
    """
    clock = told.clock
    if clock is None or clock.date() != base:
        return False
    if phrase.edge == "earlier" and phrase.part in {"evening", "night"}:
        return clock.hour < 12  # noqa: PLR2004  noon
    return phrase.part == "night" and clock.hour < 6  # noqa: PLR2004  nights end then


def _days(first: date | None, last: date | None = None) -> Days:
    if first is None:
        return impossible("the day lies beyond the calendar")
    return Days(first, last)


def _stepped_weekday(turn: Turn, base: date, place: Place) -> date:
    if turn.count > 1:  # Friday week
        return on_or_after(base + _DAY, turn.weekday) + 7 * _DAY
    if turn.count < -1:  # the Friday before last
        return on_or_before(base - _DAY, turn.weekday) - 7 * _DAY
    if turn.count > 0 or (place.future and not turn.count):
        return on_or_after(base + _DAY, turn.weekday)
    if turn.count < 0:
        return on_or_before(base - _DAY, turn.weekday)
    return on_or_before(base, turn.weekday)


def _week(turn: Turn, base: date) -> Days:
    """Monday to Sunday of the week meant, its Saturday and Sunday, or a weekday."""
    monday = on_or_before(base, 0) + 7 * turn.count * _DAY
    if turn.unit == "in week":
        return Days(monday + turn.weekday * _DAY)
    if turn.unit != "weekend":
        return Days(monday, monday + 6 * _DAY)
    if not turn.told and turn.count <= 0:  # the one that was last
        monday = on_or_before(base, 5) - 5 * _DAY
    return Days(monday + 5 * _DAY, monday + 6 * _DAY)


def _turned_season(turn: Turn, base: date, told: Told) -> str:
    """Read "last summer" as the last one that is over; "this summer" is the year's."""
    first = turn.month if not told.southern else (turn.month + 5) % 12 + 1
    year = base.year
    if turn.count < 0:
        year -= add_months(year, first, 2) >= (base.year, base.month)
    elif turn.count > 0:
        year += first <= base.month
    return season(year, first)


def _named_month(turn: Turn, base: date) -> str:
    passed = turn.month <= base.month if turn.count > 0 else turn.month >= base.month
    return iso_month(base.year + (turn.count if passed else 0), turn.month)
