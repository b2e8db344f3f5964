"""Stamps: the times that head the entries of a log, and the style they are in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import timedelta
from functools import cache
from itertools import islice
from typing import Final, Self

from attrs import evolve, frozen

from incident_timeline.errors import InvalidMomentError
from incident_timeline.moments.formats import TimeFormat
from incident_timeline.parsers.building.pieces import Piece
from incident_timeline.parsers.log.zoned import ZoneWord, is_offset

__all__ = ["BARE", "UNREAD", "Stamp", "Stamps", "checked", "dates"]

BARE: Final = "bare"  # four digits, which may be a number of anything else
UNREAD: Final = "unread"  # what is like a clock time, and is none that is certain
_LOOKED_AT: Final = 200  # lines, from the first, by which a document's style is told
_BARE_CLOCK = re.compile(r"(?:[01]\d|2[0-4])[0-5]\d(?![./:-]\d)")
_FRONT = re.compile(
    r"(?:#[\w-]{1,16}|\[[\w-]{1,16}\]|\([\w-]{1,16}\)|\d{1,8})[.):]?[ \t|:-]{1,5}"
)
_AFTER = re.compile(r"[\])]?[ \t]{0,8}(?:\|+|[-–—:>,]+(?=\s|\Z))?")
_OFFSET = re.compile(r"(?:Z|[+-]\d\d(?::?\d\d)?)\Z", re.IGNORECASE)
_ISO_JOINED = re.compile(r"[\d/-]{8,10}T\d", re.IGNORECASE)
_UNTIL = re.compile(
    r"(?P<gap>[ \t]{0,2})[-–—][ \t]{0,2}"
    r"(?P<clock>(?:[01]?\d|2[0-4])(?::[0-5]\d){1,2}|(?:[01]\d|2[0-4])[0-5]\d)"
    r"(?:[ ]?hrs)?(?![\w:.]|[-/]\d)"
)
_CUT_SHORT = re.compile(r"[-–—](?P<clock>\d[\d:.]{0,8})")
_UNSURE = re.compile(r"\?|[ ]?-?ish\b|±|[ ]approx\b", re.IGNORECASE)
_LIKE = re.compile(
    r"(?P<words>(?:[~≈±@][ ]?|T?\+[ ]?|(?:ca?|circa|approx|abt|about|around)\.?[ ]?)"
    r"\d{1,2}[:.h]?\d\d(?::\d\d)?|\d{1,2}[:.]?\d\d[ ]?-?ish|\d{1,2}h\d\d"
    r"|\d{1,2}:\d{1,2}|\d{1,2}[:.]?\d\d\?)(?!\w)",
    re.IGNORECASE,
)
_LIKE_BARE = re.compile(r"(?P<words>(?:[01]\d|2[0-4])[0-5]\d-[0-2]\d[0-5]\d)(?!\d)")
_DATED = re.compile(r"[ \t,|-]{1,4}(?:[~≈@][ ]?)?\d{1,2}[:.h]?\d\d")
_ADDRESS = re.compile(
    r"\d{4} (?:[NSEW]{1,2}\.? )?(?:[A-Z][\w'.]{0,20} ){1,3}(?:Ave|Avenue|Blvd|Boulevard"
    r"|Close|Court|Ct|Crescent|Drive|Dr|Hwy|Lane|Ln|Parade|Place|Pl|Rd|Road|St|Street"
    r"|Terrace|Way)\.?(?:[ ]?,.{0,80})?",
    re.IGNORECASE,
)
_SEPARATORS = (
    (" | ", re.compile(r"\s{1,8}\|\s{1,8}")),
    (", ", re.compile(r",\s{1,8}")),
    (" - ", re.compile(r"\s{1,8}-\s{1,8}")),
    (" ", re.compile(r"\s{1,8}")),
)
_DATED_STYLES = ("iso", "numeric", "named", "syslog")
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
    ("hours", ("HHmm [hrs]", "HHmm[hrs]", "HHmm[h]", "HHmmZ")),
    ("clock", ("HH:mm:ss.SZ", "HH:mm:ss.S", "HH:mm:ss,S", "HH:mm:ssZ", "HH:mm:ss")),
    ("clock", ("HH:mmZ", "HH:mm", "HHmmss", "HHmmssZ", "H:mm:ss", "H:mm")),
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
        zone: The zone word behind it, if any.
        until: The end of the range that it begins, if any.
    """

    style: str
    words: Piece
    form: str
    ref: Piece
    rest: Piece
    zone: ZoneWord | None = None
    until: Piece | None = None

    @property
    def is_dated(self) -> bool:
        """Whether it states a date."""
        return "D" in self.form

    @property
    def has_seconds(self) -> bool:
        """Whether it states seconds."""
        return "ss" in self.form

    @property
    def clock(self) -> timedelta | None:
        """The time since midnight that it states; of 24:00, none."""
        form = TimeFormat(self.form) if self.form else None
        fields = form.read(self.words.text) if form else None
        clock = fields.clock if fields else None
        return None if clock is None else clock % timedelta(days=1)


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
        length = one.time.leads(text)
        if length and _believed(one.time.form, text[:length]):
            yield length, one.time.form, one.style


def _believed(form: str, words: str) -> bool:
    """Whether an offset may be one: else it is the end of a range.

    It stands behind seconds, or a ``T`` before the clock time, or is ``Z``.
    """
    found = _OFFSET.search(words) if form.endswith("Z") else None
    if found is None or found[0] in "Zz":
        return True
    return ("ss" in form or "[T]" in form) and is_offset(found[0])


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
                stamp = asked.at(line, fronted=fronted)
                if stamp and stamp.style != UNREAD:
                    votes[stamp.style, fronted] += 1
        best = max(votes, key=lambda one: (votes[one], one[0] != BARE), default=None)
        return asked if best is None else evolve(asked, own=best[0], fronted=best[1])

    def read(self, line: Piece) -> Stamp | None:
        """The stamp of a line: the longest there is, of the document's style if so."""
        other = None
        for side in (self.fronted, not self.fronted):
            found = self.at(line, fronted=side)
            if found and self._is_half(found):
                continue
            if found and found.style == self.own:
                return found
            if found and other is None and found.style != BARE:
                other = found
        return other

    def like(self, line: Piece) -> Stamp | None:
        """What heads a line like a stamp, and can't be read as one."""
        found = None if self._given else line.match(_LIKE)
        if found is None and self.own == BARE:
            found = line.match(_LIKE_BARE)
        words = found["words"] if found else self._dated(line)
        return _unread(line, words) if words else None

    def _dated(self, line: Piece) -> Piece | None:
        """A date and what is like a clock time, in a log whose stamps have dates."""
        days = () if self._given or self.own not in _DATED_STYLES else self._days
        for length, _, _ in _led(line.text, days):
            if found := line.cut(length).match(_DATED):
                return line.cut(0, found[0].end - line.start)
        return None

    def _is_half(self, stamp: Stamp) -> bool:
        """Whether it may be of the morning or of the evening."""
        noon = timedelta(hours=1) <= (stamp.clock or timedelta()) < timedelta(hours=13)
        return self.own == "half_day" and stamp.style == "clock" and noon

    def day(self, text: str) -> int:
        """How long the date is that a text begins with; 0 where there is none."""
        forms = _whole_days(month_first=self.month_first)
        return max(form.leads(text) for form in forms)

    def at(self, line: Piece, *, fronted: bool) -> Stamp | None:
        """The longest stamp at a line's beginning, or behind an entry's number."""
        front = line.match(_FRONT) if fronted else None
        if fronted and (front is None or line.match(_LIKE_BARE)):
            return None
        ref = front[0] if front else line.cut(0, 0)
        head = line.cut(ref.end - line.start)
        opening = head.text[:1] in ("[", "(") and head.text[1:2].isalnum()
        head = head.cut(int(opening))
        length, form, style = self._first(head.text)
        words = head.cut(0, length)
        if not length or (style == BARE and not _BARE_CLOCK.match(head.text)):
            return None
        if style == BARE and head.strip().fullmatch(_ADDRESS):
            return None
        rest = head.cut(length)
        if rest.match(_UNSURE):
            return _unread(line, words)
        zone, until, rest = _ended(rest, seconds="ss" in form)
        after = rest.match(_AFTER)
        rest = rest if after is None else rest.cut(after[0].end - rest.start)
        ref = ref.strip(" \t#[]().:|-")
        return Stamp(style, words, form, ref, rest, zone, until)

    def _first(self, text: str) -> tuple[int, str, str]:
        if self._given:
            forms = (one.time for one in self._given)
            return max((one.leads(text), one.form, "given") for one in forms)
        return _stamped(text, self._days)


def _unread(line: Piece, words: Piece) -> Stamp:
    return Stamp(UNREAD, words, "", line.cut(0, 0), line.cut(words.end - line.start))


def _ended(
    rest: Piece, *, seconds: bool
) -> tuple[ZoneWord | None, Piece | None, Piece]:
    """The zone word and the end of a range behind a stamp, and what follows those."""
    zone, length = ZoneWord.behind(rest, seconds=seconds)
    rest = rest.cut(length)
    until = rest.match(_UNTIL)
    if until is None or (until["gap"].text and ":" not in until["clock"].text):
        short = rest.match(_CUT_SHORT)
        return zone, short["clock"] if short else None, rest
    rest = rest.cut(until[0].end - rest.start)
    if zone is None:
        zone, length = ZoneWord.behind(rest, seconds=True)
        rest = rest.cut(length)
    return zone, until["clock"], rest


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
