"""Times written to a fixed form: ``DD/MM/YYYY HH:mm``."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from attrs import evolve, field, frozen

from incident_timeline.errors import InvalidMomentError, shown

__all__ = ["TimeFields", "TimeFormat"]

_MONTHS: Final = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_WEEKDAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_TOKENS: Final = {
    "YYYY": r"(?P<year>\d{4})",
    "YY": r"(?P<short_year>\d\d)",
    "MMMM": f"(?P<month_name>{'|'.join(_MONTHS)})",
    "MMM": rf"(?P<month_name>{'|'.join(m[:3] for m in _MONTHS)}|sept)(?:\.(?!\w))?",
    "MM": r"(?P<month>\d\d)",
    "M": r"(?P<month>\d{1,2})",
    "DD": r"(?P<day>\d\d)",
    "Do": r"(?P<day>\d{1,2})(?:st|nd|rd|th)",
    "D": r"(?P<day>\d{1,2})",
    "dddd": f"(?:{_WEEKDAYS})",
    "ddd": f"(?:{'|'.join(w[:3] for w in _WEEKDAYS.split('|'))})",
    "HH": r"(?P<hour>\d\d)",
    "H": r"(?P<hour>\d{1,2})",
    "hh": r"(?P<half_hour>\d\d)",
    "h": r"(?P<half_hour>\d{1,2})",
    "mm": r"(?P<minute>\d\d)",
    "ss": r"(?P<second>\d\d)",
    "S": r"(?P<fraction>\d{1,6})\d{0,3}",
    "A": r"(?P<half>[ap])\.?m\.?",
    "Z": r"(?P<offset>Z|[+-]\d\d(?::?\d\d)?)",
}
_FIELDS: Final = {  # by the letter that a token begins with
    "Y": "year",
    "M": "month",
    "D": "day",
    "d": "weekday",
    "H": "hour",
    "h": "hour",
    "m": "minute",
    "s": "second",
    "S": "fraction",
    "A": "half",
    "Z": "offset",
}
_NEEDS: Final = (
    *(
        (("year", "day"), "month"),
        (("year", "hour"), "day"),
        (("month", "hour"), "day"),
    ),
    *((("half",), "hour"), (("minute",), "hour"), (("second",), "minute")),
    (("fraction",), "second"),
)
_PART = re.compile(
    r"\[(?P<literal>[^\]]*)\]|(?P<token>YYYY|YY|MMMM|MMM|MM|M|DD|Do|D|dddd|ddd|HH|H|hh"
    r"|h|mm|ss|S+|A|Z)|(?P<space>\s+)|(?P<letter>(?!T[Hh])[A-Za-z]+|[%[])|(?P<other>.)",
    re.DOTALL,
)
_SPACE = r"[\s\u00a0\u2007\u2009\u202f]{1,8}"  # no-break and thin ones among them
_REMEDIES: Final = {
    "%": "that is strptime's: write it as 'DD/MM/YYYY HH:mm'",
    "[": "the bracket is not closed",
    "d": "the day is D or DD",
    "m": "the minute is mm",
    "s": "the second is ss",
    "y": "the year is YY or YYYY",
}
_PIVOT = 69  # two digits below this are of this century, as in POSIX


@frozen(kw_only=True, order=False)
class TimeFields:
    """What a time says by its form: the fields that its format has.

    Attributes:
        year: The year; ``None``, as every field, where the format has none.
        month: The month, from 1.
        day: The day of the month.
        hour: The hour of the day, from 0 to 24.
        minute: The minute.
        second: The second.
        fraction: The digits of a fraction of the second.
        offset: The offset from UTC, such as ``+01:00`` or ``Z``.
        assumed: What its form leaves open: ``century`` of a two-digit year, or what
            :meth:`placed` filled in.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    hour: int | None = None
    minute: int | None = None
    second: int | None = None
    fraction: str = ""
    offset: str = ""
    assumed: tuple[str, ...] = ()

    @property
    def has_date(self) -> bool:
        """Whether it states any of its date."""
        return (self.year, self.month, self.day) != (None, None, None)

    @property
    def full_date(self) -> date | None:
        """The day that it states; none where it lacks the year, month or day.

        Raises:
            InvalidMomentError: If the calendar has no such day.
        """
        if self.year is None or self.month is None or self.day is None:
            return None
        return _date(self.year, self.month, self.day)

    @property
    def clock(self) -> timedelta | None:
        """The time since midnight, where it states an hour."""
        if self.hour is None:
            return None
        minute, second = self.minute or 0, self.second or 0
        return timedelta(hours=self.hour, minutes=minute, seconds=second)

    def placed(self, near: date | None, *, past: bool = False) -> TimeFields:
        """Itself with what its date lacks, from a day that is *near*.

        A clock time takes that day. A day and month without a year take the year
        that brings them nearest to it, a lone day of the month also the month; with
        *past*, the latest not after it.
        """
        if near is None or self.year is not None:
            return self
        if not self.has_date:
            return evolve(
                self,
                year=near.year,
                month=near.month,
                day=near.day,
                assumed=(*self.assumed, "year", "month", "day"),
            )
        if self.day is None:
            return self
        year, month = _nearest(self.month, self.day, near, past=past)
        lacked = ("year",) if self.month is not None else ("year", "month")
        return evolve(self, year=year, month=month, assumed=(*self.assumed, *lacked))

    def stated(self) -> str:
        """Its value as ISO 8601, as precise as it is stated.

        Raises:
            InvalidMomentError: If it lacks its year, or a field that a finer one needs.
        """
        fields = self._carried()
        names = ("year", "month", "day", "hour", "minute", "second")
        values = [getattr(fields, name) for name in names]
        count = next((i for i, one in enumerate(values) if one is None), len(values))
        if count == 0 or any(one is not None for one in values[count:]):
            lacking = names[count]
            message = f"a time without its {lacking}: {_told(fields)}"
            raise InvalidMomentError(message)
        shapes = ("{:04}", "-{:02}", "-{:02}", "T{:02}", ":{:02}", ":{:02}")
        pairs = zip(shapes, values[:count], strict=False)
        text = "".join(shape.format(value) for shape, value in pairs)
        return f"{text}.{fields.fraction}" if fields.fraction else text

    def _carried(self) -> TimeFields:
        """24:00 as the first minute of the next day."""
        rest = (self.minute, self.second, self.fraction.strip("0"))
        late = self.hour == 24 and not any(rest)  # noqa: PLR2004  as written
        stated = self.full_date if late else None
        if stated is None:
            return self
        try:
            year, month, day = (stated + timedelta(days=1)).timetuple()[:3]
        except OverflowError:
            message = f"24:00 on {stated} is beyond the calendar"
            raise InvalidMomentError(message) from None
        return evolve(self, year=year, month=month, day=day, hour=0)


def _date(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError as error:
        text = f"{year:04}-{month:02}-{day:02}"
        message = f"{text} is not in the calendar: {error}"
        raise InvalidMomentError(message, value=text) from None


def _told(fields: TimeFields) -> str:
    names = ("year", "month", "day", "hour", "minute", "second")
    parts = [(name, getattr(fields, name)) for name in names]
    return ", ".join(f"{name} {value}" for name, value in parts if value is not None)


def _nearest(month: int | None, day: int, near: date, *, past: bool) -> tuple[int, int]:
    """The year and month that bring a day nearest to one; not after it, if past."""
    gaps = {}
    for step in range(-2, 3) if month is None else (-1, 0, 1):
        at = near.year * 12 + near.month - 1 + step
        year, to = (
            (at // 12, at % 12 + 1) if month is None else (near.year + step, month)
        )
        try:
            gaps[year, to] = (date(year, to, day) - near).days
        except ValueError:  # 29 February, or no date at all, which is told later
            continue
    able = {place: gap for place, gap in gaps.items() if gap <= 0 or not past}
    nowhere = (near.year, near.month if month is None else month)
    return min(able, key=lambda place: abs(able[place]), default=nowhere)


@frozen
class TimeFormat:
    """A form in which times are written, by the tokens that pendulum and others use.

    ``YYYY YY``, ``MMMM MMM MM M`` (names in English), ``DD D Do``, ``dddd ddd``
    (weekdays, which are not checked), ``HH H`` and, with ``A`` (am, p.m.), ``hh h``,
    ``mm``, ``ss``, ``S`` (a fraction), ``Z`` (an offset). A space stands for some white
    space, ``[at]`` for the letters in it, ``T`` before an hour for itself, and so does
    what is no letter. Capitals and small letters of a text are alike. Nothing is filled
    in: see :meth:`TimeFields.placed`.

    Raises:
        InvalidMomentError: If it has no token, letters that are none, one field twice,
            or not all the fields between two others; tells what to write.

    >>> TimeFormat("DD/MM/YYYY HH:mm").read("23/11/2023 19:59").stated()
    '2023-11-23T19:59'
    """

    form: str
    _regex: re.Pattern[str] = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "_regex", _compiled(self.form))

    def read(self, text: str) -> TimeFields | None:
        """The fields of a text that has this form all through; else nothing.

        A half-day hour is not of its clock, such as ``13 pm``, where it has no form.
        """
        match = self._regex.fullmatch(text.strip())
        return None if match is None else _fields(match.groupdict())

    def leads(self, text: str) -> int:
        """How many of a text's first characters have this form; 0 if it opens else.

        A letter or digit that follows belongs to it, so that it has no such form.

        >>> TimeFormat("HH:mm").leads("20:13 UNIT12"), TimeFormat("HH").leads("2013")
        (5, 0)
        """
        match = self._regex.match(text)
        if match is None or text[match.end() : match.end() + 1].isalnum():
            return 0
        return match.end() if _fields(match.groupdict()) else 0


@lru_cache(maxsize=256)
def _compiled(form: str) -> re.Pattern[str]:
    parts = list(_PART.finditer(form))
    tokens = [one["token"] for one in parts if one["token"]]
    fields = [_FIELDS[token[0]] for token in tokens]
    if twice := next((one for one in fields if fields.count(one) > 1), ""):
        remedy = "M is the month, m the minute, [hrs] is letters as they are"
        raise _refused(form, f"names one part of a time twice, its {twice}: {remedy}")
    if letters := next((one["letter"] for one in parts if one["letter"]), ""):
        remedy = _REMEDIES.get(letters[0].lower(), f"write [{letters}] for letters")
        raise _refused(form, f"has {letters!r}, which is no token: {remedy}")
    _check(form, tokens)
    return re.compile("".join(map(_pattern, parts)), re.IGNORECASE | re.ASCII)


def _check(form: str, tokens: list[str]) -> None:
    """Refuse a form that no time can have."""
    fields = {_FIELDS[token[0]] for token in tokens}
    if not fields - {"weekday", "offset"}:
        raise _refused(form, "names no part of a time: write it as 'DD/MM/YYYY'")
    if "half" not in fields and any(token[0] == "h" for token in tokens):
        raise _refused(form, "has h, which needs A; H is the hour of the day")
    for having, needed in _NEEDS:
        if fields.issuperset(having) and needed not in fields:
            told = f"has its {' and '.join(having)} and no {needed}"
            raise _refused(form, f"{told}: M is the month, m the minute")


def _refused(form: str, reason: str) -> InvalidMomentError:
    return InvalidMomentError(f"{shown(form)} {reason}", value=form)


def _pattern(part: re.Match[str]) -> str:
    if token := part["token"]:
        return _TOKENS["S" if token[0] == "S" else token]
    if part["space"]:
        return _SPACE
    return re.escape(part["literal"] or part["other"] or "")


def _fields(found: dict[str, str | None]) -> TimeFields | None:
    try:
        hour = _hour(found)
    except ValueError:
        return None
    year, assumed = _full_year(found)
    name = found.get("month_name")
    month = _number(found.get("month")) if name is None else _month(name)
    return TimeFields(
        year=year,
        month=month,
        day=_number(found.get("day")),
        hour=hour,
        minute=_number(found.get("minute")),
        second=_number(found.get("second")),
        fraction=found.get("fraction") or "",
        offset=_offset(found.get("offset")),
        assumed=assumed,
    )


def _number(digits: str | None) -> int | None:
    return None if digits is None else int(digits)


def _hour(found: dict[str, str | None]) -> int | None:
    """The hour of the day.

    Raises:
        ValueError: If an hour and am or pm don't go together.
    """
    half, of_half = found.get("half"), _number(found.get("half_hour"))
    hour = _number(found.get("hour")) if of_half is None else of_half
    if half is None or hour is None:
        return hour
    late = half.lower() == "p"
    if of_half is None and hour > 12 and late:  # noqa: PLR2004  13:05 pm
        return hour
    if not 1 <= hour <= 12:  # noqa: PLR2004  hours of half a day
        message = f"{hour} is no hour of half a day"
        raise ValueError(message)
    return hour % 12 + 12 * late


def _full_year(found: dict[str, str | None]) -> tuple[int | None, tuple[str, ...]]:
    short = _number(found.get("short_year"))
    if short is None:
        return _number(found.get("year")), ()
    return short + (2000 if short < _PIVOT else 1900), ("century",)


def _month(name: str) -> int:
    return 1 + next(i for i, one in enumerate(_MONTHS) if one[:3] == name[:3].lower())


def _offset(offset: str | None) -> str:
    if not offset or offset.upper() == "Z":
        return (offset or "").upper()
    digits = offset[1:].replace(":", "").ljust(4, "0")
    return f"{offset[0]}{digits[:2]}:{digits[2:]}"
