"""How countries write clocks and dates: forms as data, and what fills them."""

from __future__ import annotations

from datetime import date, time

from attrs import frozen

__all__ = [
    "DIALECTS",
    "HOURS_24",
    "MONTHS",
    "NOON",
    "WEEKDAYS",
    "Dialect",
    "clock_text",
    "date_text",
]

MONTHS = (
    "January February March April May June July August September October November"
    " December"
).split()
_AP_MONTHS = (
    "Jan. Feb. March April May June July Aug. Sept. Oct. Nov. Dec."
).split()  # as American newspapers shorten them
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
NOON = 12


@frozen(kw_only=True)
class Dialect:
    """How a country writes clocks and dates, the plainest form first.

    Attributes:
        zones: The zones of its accounts.
        clocks: Forms of a clock time.
        dates: Forms of a date with its year.
        near: Forms of a date without its year.
    """

    zones: tuple[str, ...]
    clocks: tuple[str, ...]
    dates: tuple[str, ...]
    near: tuple[str, ...]


HOURS_24 = (
    "{H:02}:{M:02}",
    "{H:02}:{M:02}hrs",
    "{H:02}:{M:02} hours",
    "{H:02}{M:02} hours",
)
DIALECTS = {
    "UK": Dialect(
        zones=(
            "Europe/London",
            "Europe/Dublin",
            "Australia/Sydney",
            "Pacific/Auckland",
        ),
        clocks=(
            *HOURS_24,
            "{H:02}{M:02}hrs",
            "{h}.{M:02}{ap}",
            "{h}:{M:02}{ap}",
            "{oclock}",
        ),
        dates=(
            "{d} {month} {Y}",
            "{weekday} {d} {month} {Y}",
            "{weekday}, {d} {month} {Y}",
            "{d}{th} {month} {Y}",
            "{weekday} {d}{th} {month} {Y}",
            "{d} {mon} {Y}",
            "{d:02}/{m:02}/{Y}",
            "{Y}-{m:02}-{d:02}",
        ),
        near=(
            "{d} {month}",
            "{weekday} {d} {month}",
            "{weekday}, {d} {month}",
            "{d}{th} {month}",
            "{weekday} {d}{th} of {month}",
        ),
    ),
    "US": Dialect(
        zones=("America/New_York", "America/Chicago", "America/Los_Angeles"),
        clocks=(
            "{h}:{M:02} {dotted}",
            "{h}:{M:02} {AP}",
            "{h}:{M:02} {ap}",
            "{h}:{M:02}{ap}",
            "{H:02}{M:02} hours",
            "{oclock}",
        ),
        dates=(
            "{month} {d}, {Y}",
            "{weekday}, {month} {d}, {Y}",
            "{ap_month} {d}, {Y}",
            "{month} {d}{th}, {Y}",
            "{m}/{d}/{Y}",
            "{m:02}/{d:02}/{Y}",
            "{Y}-{m:02}-{d:02}",
        ),
        near=(
            "{month} {d}",
            "{weekday}, {month} {d}",
            "{weekday}, {ap_month} {d}",
            "{month} {d}{th}",
        ),
    ),
}
"""By name, the ways of writing that the strategies know."""


def clock_text(form: str, when: time) -> str:
    """A time of day in one of the forms of a dialect.

    >>> clock_text("{h}.{M:02}{ap}", time(20, 30))
    '8.30pm'
    """
    half = "am" if when.hour < NOON else "pm"
    hour = when.hour % NOON or NOON
    whole = f"{hour}{half}" if not when.minute else f"{hour}.{when.minute:02}{half}"
    fields = {
        "H": when.hour,
        "M": when.minute,
        "h": hour,
        "ap": half,
        "AP": half.upper(),
        "dotted": f"{half[0]}.m.",
        "oclock": whole,
    }
    return form.format_map(fields)


def date_text(form: str, day: date) -> str:
    """A date in one of the forms of a dialect.

    >>> date_text("{weekday}, {month} {d}{th}", date(2024, 5, 3))
    'Friday, May 3rd'
    """
    return form.format_map(
        {
            "d": day.day,
            "th": _ordinal(day.day),
            "m": day.month,
            "month": MONTHS[day.month - 1],
            "mon": MONTHS[day.month - 1][:3],
            "ap_month": _AP_MONTHS[day.month - 1],
            "Y": day.year,
            "weekday": WEEKDAYS[day.weekday()],
        }
    )


def _ordinal(number: int) -> str:
    if number // 10 == 1:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
