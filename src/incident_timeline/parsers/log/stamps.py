"""Stamps: the times that head the entries of a log, and the style they are in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from typing import Final, Self

from attrs import evolve, frozen

from incident_timeline.errors import InvalidMomentError
from incident_timeline.moments.formats import TimeFormat
from incident_timeline.parsers.building.pieces import Piece

__all__ = ["BARE", "Stamp", "Stamps", "checked", "dates", "months_lead"]

BARE: Final = "bare"  # four digits, which may be a number of anything else
_LOOKED_AT: Final = 200  # lines, from the first, by which a document's style is told
_BARE_CLOCK = re.compile(r"(?:[01]\d|2[0-4])[0-5]\d(?![./:-]\d)")
_FRONT = re.compile(
    r"(?:#[\w-]{1,16}|\[[\w-]{1,16}\]|\([\w-]{1,16}\)|\d{1,8})[.):]?[ \t|:-]{1,5}"
)
_AFTER = re.compile(r"[\])]?[ \t]{0,8}(?:\|+|[-–—:>,]+(?=\s|\Z))?")
_NUMERIC_DATE = re.compile(
    r"(?<![\d./-])(\d{1,2})[./-](\d{1,2})[./-](?:\d{4}|\d\d)(?![\d./-])"
)
_ISO_JOINED = re.compile(r"[\d/-]{8,10}T\d", re.IGNORECASE)
_SEPARATORS = (
    (" | ", re.compile(r"\s{1,8}\|\s{1,8}")),
    (", ", re.compile(r",\s{1,8}")),
    (" - ", re.compile(r"\s{1,8}-\s{1,8}")),
    (" ", re.compile(r"\s{1,8}")),
)
_DAY_FIRST = ("D/M/YYYY", "D/M/YY", "D.M.YYYY", "D-M-YYYY", "D.M.YY")
_MONTH_FIRST = ("M/D/YYYY", "M/D/YY", "M.D.YYYY", "M-D-YYYY", "M.D.YY")
_NAMED = (
    *("D-MMM-YYYY", "D-MMM-YY", "DMMMYYYY", "DMMMYY", "D MMM YYYY", "D MMM YY"),
    *("D MMMM YYYY", "Do MMMM YYYY", "MMM D, YYYY", "MMM D YYYY", "MMMM D, YYYY"),
)
_ISO = ("YYYY-MM-DD", "YYYY/MM/DD", "YYYYMMDD")
_NO_YEAR = ("MMM D", "D MMM")
_WHOLE = ("Do MMMM, YYYY", "MMMM Do, YYYY", "MMMM Do YYYY", "MMMM D YYYY")
_LONG_NO_YEAR = ("D MMMM", "Do MMMM", "MMMM D", "MMMM Do")
# A form that goes on where another one ends comes before that.
_CLOCKS = (
    ("half_day", ("h:mm:ss A", "h:mm A", "h.mm A", "hmm A", "h A")),
    ("hours", ("HH:mm [hrs]", "HH:mm[hrs]", "HH.mm [hrs]", "HH.mm[hrs]")),
    ("hours", ("HHmm [hrs]", "HHmm[hrs]", "HHmm[h]")),
    ("clock", ("HH:mm:ss.SZ", "HH:mm:ss.S", "HH:mm:ss,S", "HH:mm:ssZ", "HH:mm:ss")),
    ("clock", ("HH:mmZ", "HH:mm", "HHmmss", "HHmmssZ")),
    (BARE, ("HHmm",)),
)


@frozen
class Stamp:
    """A stamp at the head of a line.

    Attributes:
        style: The name of its style.
        words: Its words.
        form: The form in which they are a time.
        ref: The number of the entry, where one stands before it.
        rest: What follows on its line.
    """

    style: str
    words: Piece
    form: str
    ref: Piece
    rest: Piece


@frozen
class _Form:
    """A form of a day or a clock time, and the style of stamps that have it."""

    style: str
    time: TimeFormat


def _forms(style: str, forms: Iterable[str]) -> Iterator[_Form]:
    return (_Form(style, TimeFormat(form)) for form in forms)


@cache
def _days(*, month_first: bool) -> tuple[_Form, ...]:
    numeric = _MONTH_FIRST if month_first else _DAY_FIRST
    return (
        *_forms("iso", _ISO),
        *_forms("numeric", numeric),
        *_forms("named", _NAMED),
        *_forms("syslog", _NO_YEAR),
    )


@cache
def _clocks() -> tuple[_Form, ...]:
    return tuple(one for style, forms in _CLOCKS for one in _forms(style, forms))


def _led(text: str, forms: tuple[_Form, ...]) -> Iterator[tuple[int, str, str]]:
    """How long a time of each form that heads a text is, its form and its style."""
    for one in forms:
        if length := one.time.leads(text):
            yield length, one.time.form, one.style


@cache
def _joined() -> tuple[_Form, ...]:
    """Days and clock times with a T between them, as ISO 8601 joins them."""
    clocks = (one.time.form for one in _clocks() if one.style == "clock")
    forms = (f"{day}[T]{clock}" for clock in clocks for day in _ISO)
    return tuple(_forms("iso", forms))


def _stamped(text: str, days: tuple[_Form, ...]) -> tuple[int, str, str]:
    """How long the stamp that heads a text is, its form and its style; or nothing."""
    if _ISO_JOINED.match(text):
        return next(_led(text, _joined()), (0, "", ""))
    for length, day, style in _led(text, days):
        for between, pattern in _SEPARATORS:
            if gap := pattern.match(text, length):
                for more, clock, _ in _led(text[gap.end() :], _clocks()):
                    return gap.end() + more, f"{day}{between}{clock}", style
    for length, clock, style in _led(text, _clocks()):
        rest = text[length:]
        for more, day, dated in _led(rest.lstrip(" "), days if rest[:1] == " " else ()):
            spaces = len(rest) - len(rest.lstrip(" "))
            return length + spaces + more, f"{clock} {day}", dated
        return length, clock, style
    return 0, "", ""


@cache
def _whole_days(*, month_first: bool) -> tuple[TimeFormat, ...]:
    return tuple(map(TimeFormat, dates(month_first=month_first)))


@cache
def dates(*, month_first: bool) -> tuple[str, ...]:
    """The forms of a day in a heading."""
    numeric = _MONTH_FIRST if month_first else _DAY_FIRST
    return (*_ISO, *numeric, *_NAMED, *_WHOLE, *_LONG_NO_YEAR, *_NO_YEAR)


def months_lead(text: str, zone: str | None) -> bool | None:
    """Whether numeric dates tell the month first; ``None`` where nothing says so.

    A number above 12 says it, else the country of the zone.
    """
    pairs = [(int(a), int(b)) for a, b in _NUMERIC_DATE.findall(text)]
    day_first = sum(first > 12 >= second for first, second in pairs)  # noqa: PLR2004  months
    month_first = sum(second > 12 >= first for first, second in pairs)  # noqa: PLR2004  months
    if day_first != month_first:
        return month_first > day_first
    if zone is None or "/" not in zone or zone.startswith("Etc/"):
        return None
    return zone.startswith(("America/", "US/"))


@frozen
class Stamps:
    """Finds the stamps of a document, whose own style is known.

    Attributes:
        own: The style that most of its first lines have; empty where none has one.
    """

    own: str
    month_first: bool
    _days: tuple[_Form, ...]
    _given: tuple[_Form, ...]
    fronted: bool

    @classmethod
    def of(
        cls, lines: Iterable[Piece], forms: tuple[str, ...], *, month_first: bool
    ) -> Self:
        """Those of some lines; where *forms* are given, only of those forms."""
        given = tuple(_forms("given", forms))
        days = _days(month_first=month_first)
        asked = cls("", month_first, days, given, fronted=False)
        votes: Counter[tuple[str, bool]] = Counter()
        for line in islice(lines, _LOOKED_AT):
            for fronted in (False, True):
                if stamp := asked.at(line, fronted=fronted):
                    votes[stamp.style, fronted] += 1
        best = max(votes, key=lambda one: (votes[one], one[0] != BARE), default=None)
        return asked if best is None else evolve(asked, own=best[0], fronted=best[1])

    def read(self, line: Piece) -> Stamp | None:
        """The stamp of a line: the longest there is, of the document's style if so."""
        other = None
        for side in (self.fronted, not self.fronted):
            found = self.at(line, fronted=side)
            if found and found.style == self.own:
                return found
            if found and other is None and found.style != BARE:
                other = found
        return other

    def day(self, text: str) -> int:
        """How long the date is that a text begins with; 0 where there is none."""
        forms = _whole_days(month_first=self.month_first)
        return max(form.leads(text) for form in forms)

    def at(self, line: Piece, *, fronted: bool) -> Stamp | None:
        """The longest stamp at a line's beginning, or behind an entry's number."""
        front = line.match(_FRONT) if fronted else None
        if fronted and front is None:
            return None
        ref = front[0] if front else line.cut(0, 0)
        head = line.cut(ref.end - line.start)
        opening = head.text[:1] in ("[", "(") and head.text[1:2].isalnum()
        head = head.cut(int(opening))
        length, form, style = self._first(head.text)
        words = head.cut(0, length)
        if not length or (style == BARE and not _BARE_CLOCK.match(head.text)):
            return None
        rest = head.cut(length)
        after = rest.match(_AFTER)
        rest = rest if after is None else rest.cut(after[0].end - rest.start)
        return Stamp(style, words, form, ref.strip(" \t#[]().:|-"), rest)

    def _first(self, text: str) -> tuple[int, str, str]:
        if self._given:
            return max(_led(text, self._given), default=(0, "", ""))
        return _stamped(text, self._days)


def checked(forms: Iterable[str]) -> tuple[str, ...]:
    """Forms of stamps, each of which is one.

    Raises:
        InvalidMomentError: If one names no part of a time, or has no clock time.
    """
    given = tuple(forms)
    for form in given:
        if "HH" not in TimeFormat(form).form and "h" not in form:
            message = f"{form!r} has no clock time: a stamp needs one, as in 'HH:mm'"
            raise InvalidMomentError(message, value=form)
    return given
