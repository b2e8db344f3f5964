"""Entries of a log: what its lines are, and which lines belong together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import cached_property
from typing import Final

from attrs import evolve, field, frozen

from incident_timeline.errors import InvalidMomentError
from incident_timeline.moments import Moment
from incident_timeline.moments.formats import TimeFormat
from incident_timeline.parsers.building.pieces import Piece
from incident_timeline.parsers.building.workbench import Workbench
from incident_timeline.parsers.log.order import Order
from incident_timeline.parsers.log.stamps import Stamp, Stamps, dates
from incident_timeline.parsers.log.timing import Run, Times
from incident_timeline.parsers.log.zoned import DECLARED, ZoneWord

__all__ = ["STARTS", "Entry", "Reader"]

_ID: Final = r"(?=[\w/-]{0,30}\d)[A-Za-z0-9](?:[\w/-]{0,30}\w)?(?![/-]?\w)"
_ON: Final = (
    r"[ \t|:,;(=*–—-]{0,12}(?i:(?:of|opened|dated?)[ \t:]{1,3}(?:on )?)?"
    r"(?:\d{1,4}[./ -]?(?:\d{1,2}|[A-Za-z]{3,9})[./ -]?\d{2,4}"
    r"|[A-Z][a-z]{2,8} \d{1,2},? \d{4})(?!\w)"
)
_GAP: Final = r"[ \t]{0,8}+(?:[-–—:|,;=*()]{1,40}+[ \t]{0,8}+|(?<=[ \t]{2}))"
_REFERS: Final = r"(?:refers?|relates?|related|linked|merged|see|was|is|has|had)\b"
STARTS: Final = (
    r"[=*#-]{0,40}[ \t]{0,4}"
    r"(?:(?P<named>(?i:incident|cad|pulse))|(?i:log|event|job|case))"
    r"(?:(?i:[ \t](?:no|num|number|nbr|ref|reference|id))?[.:#]{0,2}"
    rf"[ \t]{{0,4}}#?[ \t]?)(?P<id>{_ID})(?:"
    r"[ \t]{0,8}[=*#_~-]{0,40}[ \t]{0,8}(?:[\r\n]|\Z)"
    rf"|(?:{_ON})(?:{_GAP})?[ \t]{{0,8}}+(?![a-z]|(?i:{_REFERS}))"
    rf"|{_GAP}(?!(?i:page|{_REFERS}))(?(named)|(?![a-z])))"
)
"""The lines that begin an incident: ``Incident 4711``, ``CAD 1234/23NOV23 - Fight``.

A sentence is none: what follows the whole id is the end, a date or a title.
"""
_HEADER = re.compile(STARTS)
_DATE_IN_ID = re.compile(r"/(\d{1,2}[A-Za-z]{3}\d{2,4})\Z")
_OF = re.compile(
    r"[ \t:|,;(=*–—-]{0,40}(?:(?:of|opened|dated?)[ \t:]{1,3}(?:on )?)?", re.IGNORECASE
)
_DAY_WORD = re.compile(
    r"[ \t=*#_~|-]{0,80}(?:(?:date|day)[ \t]{0,3}[:=]?[ \t]{0,3})?"
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[.,]{0,2}"
    r"[ \t]{1,3})?",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"(?:title|nature|type|call type|incident type|subject|re)[ \t]{0,8}[:=][ \t]{0,8}",
    re.IGNORECASE,
)
_COLUMN_NAMES = re.compile(
    r"(?:[ \t|,;#/-]{0,40}\b(?:time|date|day|unit|units|call ?sign|c/s|text|entry|event"
    r"|details?|remarks?|action|narrative|comments?|operator|op|user|by|source|log|no"
    r"|seq|id|ref|from|to|stamp|message|status|type)\b){2,12}[ \t|,;#/-]{0,40}",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(
    r"[ \t=*#_~-]{0,80}(?P<day>mon|tue|wed|thu|fri|sat|sun)"
    r"(?:s?day|nesday|rsday|urday|r?s)?"
    r"[ \t.,:=*#_~-]{0,80}",
    re.IGNORECASE,
)
_WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_NEAR: Final = timedelta(days=31)
_FURNITURE = re.compile(
    r"[ \t=*#_~-]{0,80}(?:page \d|end of|printed|print(?:ed)? (?:by|on|at)"
    r"|log closed\Z)|[ \t]{0,80}\*{3}(?![ \t*]{0,80}(?:void|deleted|struck))",
    re.IGNORECASE,
)
_COLUMNS = re.compile(r"[ ]{0,8}[|\t][ \t|]{0,40}|[ ]{2,40}")
_EDGES = " \t|-–—:;,"


@frozen
class Entry:
    """An entry of a log, with the lines that go on with it.

    Attributes:
        stamp: Its stamp.
        whole: All of its words, the stamp's too.
        columns: What follows its stamp on its first line, column by column.
        indent: How far in it stands.
        at: When it is.
        until: When it ends, where its stamp is a range.
    """

    stamp: Stamp
    whole: Piece
    columns: tuple[Piece, ...]
    indent: int
    at: Moment
    until: Moment | None

    def goes_on(self, line: Piece) -> bool:
        """Whether a line stands so far in that it is no entry of its own."""
        return _indent(line) > self.indent + 1

    @property
    def told(self) -> Piece:
        """What it tells: all that follows its stamp."""
        return self.columns[0].through(self.whole)


@frozen(slots=False)
class Reader:
    """Reads one incident's lines into entries, and tells the bench all others.

    Attributes:
        bench: Where what is no entry is recorded.
        stamps: The stamps of its lines.
        order: Which of day and month comes first.
    """

    bench: Workbench
    stamps: Stamps
    order: Order
    _said: set[str] = field(factory=set)

    def entries(self) -> Iterator[Entry]:
        """The entries in their order, each when all of its lines are known."""
        held: Entry | None = None
        number = 0
        for line in self.bench.lines():
            above, number = number, line.place.line
            stamp = self._stamp(line)
            if held is not None:
                far = number > above + 1 and not _indent(line)
                if held.goes_on(line) if stamp else not (far or self._aside(line)):
                    held = evolve(held, whole=held.whole.through(line.strip()))
                    continue
                yield held
            held = self._begun(line, stamp) if stamp else None
            if stamp is None:
                self._other(line)
        if held is not None:
            yield held

    @cached_property
    def times(self) -> Times:
        """What reads the times of its stamps."""
        lines = [line for line in self.bench.page.whole.lines() if line]
        run = Run.of(self._course(lines))
        ordered = not self.order.doubtful
        return Times(self.bench, ordered, run, self._declared(lines), self.once)

    def _begun(self, line: Piece, stamp: Stamp) -> Entry:
        """The entry that a line begins; its time is read now, for the lines below."""
        rest = stamp.rest.strip(" \t|")
        columns = tuple(one for one in rest.split(_COLUMNS) if one) or (rest,)
        at, until = self.times.span(stamp)
        return Entry(stamp, line.strip(), columns, _indent(line), at, until)

    def _stamp(self, line: Piece) -> Stamp | None:
        words = line.strip(" \t|")
        return self.stamps.read(words) or self.stamps.like(words)

    def _course(self, lines: Iterable[Piece]) -> Iterator[Stamp | None]:
        """The stamps in their order, and nothing for the heading of a day."""
        for line in lines:
            stamp = self.stamps.read(line.strip(" \t|"))
            if stamp or self._day_in(line):
                yield stamp

    def _declared(self, lines: Iterable[Piece]) -> ZoneWord | None:
        """The zone that a heading says all times are in; the first that does."""
        front = self.bench.preamble
        known: ZoneWord | None = None
        for line in (*(front.lines() if front else ()), *lines):
            one = ZoneWord.declared(line)
            one = None if one and self._stamp(line) else one
            if known and one and one.words.text != known.words.text:
                message = f"{one.words.text!r} is another zone than was told before"
                self.once(one.words, "TL617", message, "declared")
            known = known or one
        return known

    def once(self, words: Piece, code: str, message: str, about: str = "") -> None:
        """Add a finding on the first words that it is about, and on no more."""
        if code + about not in self._said:
            self._said.add(code + about)
            self.bench.note(words, code, message)

    def _day(self, words: Piece) -> None:
        self.times.heading(words, *dates(month_first=self.stamps.month_first))

    def _day_taken(self, line: Piece) -> Piece | None:
        """The date of a line that has only a date, unless it is far from the log's.

        One that is ruled, or named as a date, may be much later, and not earlier.
        """
        day, runs = self._day_in(line), self.bench.day
        if day is None or runs is None:
            return day
        away = self._date(day, runs) - runs
        ruled = day.start > line.strip().start
        known = self.bench.document.published
        near = known is not None and abs(self._date(day, runs) - known) <= _NEAR
        if away >= -_NEAR and (ruled or near or away <= _NEAR):
            return day
        self.bench.not_read(day, f"is far from {runs}, and is not taken for the day")
        return None

    def _date(self, day: Piece, near: date) -> date:
        """The date that some words are; *near*, where they are in no calendar."""
        forms = dates(month_first=self.stamps.month_first)
        read = (TimeFormat(form).read(day.text) for form in forms)
        try:
            found = next((one.placed(near).full_date for one in read if one), None)
        except InvalidMomentError:
            found = None
        return found or near

    def _weekday(self, line: Piece) -> date | None:
        """The next day of a line that is a weekday alone, from the day that runs."""
        found, runs = line.fullmatch(_WEEKDAY), self.bench.day
        if found is None or runs is None:
            return None
        ahead = _WEEKDAYS.index(found["day"].text.lower()) - runs.weekday()
        return runs + timedelta(days=ahead % 7)

    def _aside(self, line: Piece) -> bool:
        """Whether a line without a stamp goes on with no entry."""
        if line.text[:1] in (" ", "\t"):
            return self._day_in(line) is not None and _ruled(line)
        return bool(
            line.match(_HEADER)
            or self._day_taken(line)
            or self._weekday(line)
            or line.search(DECLARED)
            or line.match(_FURNITURE)
            or line.fullmatch(_COLUMN_NAMES)
            or not any(map(str.isalnum, line.text))
        )

    def _other(self, line: Piece) -> None:
        """Use a line that is of no entry: a heading, a day, what the log is about."""
        if found := line.match(_HEADER):
            self._headed(line, found["id"])
        elif day := self._day_in(line):
            if self._day_taken(line):
                self._day(day)
        elif weekday := self._weekday(line):
            self._on(line, weekday)
        elif line.search(DECLARED):
            return  # it is heeded at each stamp
        elif about := line.match(_ABOUT):
            self.bench.describe(title=line.cut(about[0].end - line.start).text.strip())
        elif any(map(str.isalnum, line.text)):
            self.bench.not_read(line.strip(), "is no entry of the log")

    def _on(self, line: Piece, day: date) -> None:
        """Go on with a weekday's date."""
        if day != self.bench.day:
            message = f"{line.strip().text!r} is taken for {day}"
            self.bench.note(line.strip(), "TL653", message)
            self.bench.day = day

    def _headed(self, line: Piece, ref: Piece) -> None:
        """Take the incident's id, day and title from the line that begins it."""
        self.bench.describe(id=ref.text)
        if dated := ref.search(_DATE_IN_ID):
            self._day(dated[1])
        rest = line.cut(ref.end - line.start)
        between = rest.match(_OF)
        rest = rest.cut(between[0].end - rest.start if between else 0)
        if day := self._day_leading(rest):
            self._day(day)
            rest = rest.cut(day.end - rest.start)
        title = rest.strip(f"{_EDGES}=*#()")
        if about := title.match(_ABOUT):
            title = title.cut(len(about.text))
        self.bench.describe(title=title.text)

    def _day_in(self, line: Piece) -> Piece | None:
        """The date of a line that has only a date."""
        before = line.match(_DAY_WORD)
        rest = line.cut(before[0].end - line.start) if before else line
        day = self._day_leading(rest)
        if day is None or rest.cut(day.end - rest.start).strip(f"{_EDGES}=*#_~"):
            return None
        return day

    def _day_leading(self, words: Piece) -> Piece | None:
        """The longest date at the beginning of some words."""
        length = self.stamps.day(words.text)
        return words.cut(0, length) if length else None


def _indent(line: Piece) -> int:
    return line.strip().start - line.start


def _ruled(line: Piece) -> bool:
    """Whether rules stand on both sides of some words."""
    bare = line.strip()
    return bare.text[:2] == bare.text[-2:] and not bare.text[:2].isalnum()
