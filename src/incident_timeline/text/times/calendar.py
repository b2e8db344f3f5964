"""Steps on the calendar, all on dates; ``None`` where the calendar ends."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

__all__ = [
    "add_days",
    "add_months",
    "day_of",
    "iso_month",
    "month_bit",
    "nth_weekday",
    "on_or_after",
    "on_or_before",
]

_WEEK = 7
_FIRST_YEAR, _LAST_YEAR = 2, 9998


def day_of(year: int, month: int, day: int) -> date | None:
    """The day, or nothing where the calendar has none such."""
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def add_days(day: date, count: int) -> date | None:
    """The day *count* days on."""
    try:
        moved = day + timedelta(days=count)
    except OverflowError:
        return None
    return moved if _FIRST_YEAR <= moved.year <= _LAST_YEAR else None


def add_months(year: int, month: int, count: int) -> tuple[int, int]:
    """The year and month *count* months on."""
    whole = year * 12 + month - 1 + count
    return whole // 12, whole % 12 + 1


def iso_month(year: int, month: int) -> str:
    """The month as ``2023-11``."""
    return f"{year:04}-{month:02}"


def on_or_before(day: date, weekday: int) -> date:
    """The last such weekday that is no later than *day*."""
    return day - timedelta(days=(day.weekday() - weekday) % _WEEK)


def on_or_after(day: date, weekday: int) -> date:
    """The first such weekday that is no earlier than *day*."""
    return day + timedelta(days=(weekday - day.weekday()) % _WEEK)


def nth_weekday(year: int, month: int, weekday: int, number: int) -> date:
    """The month's first (1), second (2) ... or last (-1) such weekday."""
    last = date(year, month, calendar.monthrange(year, month)[1])
    if number < 0:
        return on_or_before(last, weekday)
    first = on_or_after(date(year, month, 1), weekday)
    return first + timedelta(days=_WEEK * (number - 1))


def month_bit(year: int, month: int, bit: str) -> tuple[date, date] | None:
    """The days of the "first week" or "last week" of a month; else nothing."""
    name, _, unit = bit.partition(" ")
    if unit != "week":
        return None
    last = calendar.monthrange(year, month)[1]
    starts = {"first": 1, "second": 8, "third": 15, "last": last - 6, "final": last - 6}
    start = starts[name]
    return date(year, month, start), date(year, month, start + 6)
