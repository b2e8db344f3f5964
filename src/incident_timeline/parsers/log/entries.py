"""Entries of a log: what its lines are, and which lines belong together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from attrs import evolve, field, frozen

from incident_timeline.moments import Moment
from incident_timeline.parsers.building.pieces import Piece
from incident_timeline.parsers.building.workbench import Workbench
from incident_timeline.parsers.log.stamps import Stamp, Stamps, dates

__all__ = ["STARTS", "Entry", "Reader"]

_ID: Final = r"(?=[\w/-]{0,30}\d)[A-Za-z0-9][\w/-]{0,30}"
STARTS: Final = (
    r"(?i:[=*#-]{0,40}[ \t]{0,4}(?:incident|cad|log|event|job|case|pulse)"
    r"(?:[ \t](?:no|num|number|nbr|ref|reference|id))?[.:#]{0,2}[ \t]{0,4}#?[ \t]?"
    rf"(?P<id>{_ID})(?=[ \t]{{0,8}}(?:[\r\n]|\Z|[-–—:|,;=*(]|\s{{2}}|of\s|opened\s"
    rf"|dated?\s|\d))(?![ \t:|,(-]{{0,4}}page\b))"
)
"""The lines that begin an incident: ``Incident 4711``, ``CAD 1234/23NOV23 - Fight``."""
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
_FURNITURE = re.compile(
    r"[ \t=*#_~-]{0,80}(?:page \d|end of|printed|print(?:ed)? (?:by|on|at)|log closed\Z"
    r"|\*{3})",
    re.IGNORECASE,
)
_COLUMNS = re.compile(r"[ ]{0,8}[|\t][ \t|]{0,40}|[ ]{2,40}")
_NUMERIC = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-]\d")
_EDGES = " \t|-–—:;,"


@frozen
class Entry:
    """An entry of a log, with the lines that go on with it.

    Attributes:
        stamp: Its stamp.
        whole: All of its words, the stamp's too.
        columns: What follows its stamp on its first line, column by column.
        indent: How far in it stands.
    """

    stamp: Stamp
    whole: Piece
    columns: tuple[Piece, ...]
    indent: int

    def goes_on(self, line: Piece) -> bool:
        """Whether a line stands so far in that it is no entry of its own."""
        return _indent(line) > self.indent + 1

    @property
    def told(self) -> Piece:
        """What it tells: all that follows its stamp."""
        return self.columns[0].through(self.whole)


@frozen
class Reader:
    """Reads one incident's lines into entries, and tells the bench all others.

    Attributes:
        bench: Where what is no entry is recorded.
        stamps: The stamps of its lines.
        ordered: Whether something says which of day and month comes first.
    """

    bench: Workbench
    stamps: Stamps
    ordered: bool
    _said: set[str] = field(factory=set)

    def entries(self) -> Iterator[Entry]:
        """The entries in their order, each when all of its lines are known."""
        held: Entry | None = None
        number = 0
        for line in self.bench.lines():
            above, number = number, line.place.line
            stamp = self.stamps.read(line.strip(" \t|"))
            if held is not None:
                far = number > above + 1 and not _indent(line)
                if held.goes_on(line) if stamp else not (far or self._aside(line)):
                    held = evolve(held, whole=held.whole.through(line.strip()))
                    continue
                yield held
            held = _entry(line, stamp) if stamp else None
            if stamp is None:
                self._other(line)
        if held is not None:
            yield held

    def time(self, words: Piece, *forms: str) -> Moment:
        """The moment of a stamp or heading; an order that is assumed is told once."""
        numbers = _NUMERIC.match(words.text)
        if numbers and not self.ordered and numbers[1] != numbers[2]:
            self.once(words, "TL616", f"{words.text!r} may tell the day or month first")
        return self.bench.time(words, *forms)

    def once(self, words: Piece, code: str, message: str, about: str = "") -> None:
        """Add a finding on the first words that it is about, and on no more."""
        if code + about not in self._said:
            self._said.add(code + about)
            self.bench.note(words, code, message)

    def _day(self, words: Piece) -> None:
        self.time(words, *dates(month_first=self.stamps.month_first))

    def _aside(self, line: Piece) -> bool:
        """Whether a line without a stamp goes on with no entry."""
        if line.text[:1] in (" ", "\t"):
            return self._day_in(line) is not None and _ruled(line)
        return bool(
            line.match(_HEADER)
            or self._day_in(line)
            or line.match(_FURNITURE)
            or line.fullmatch(_COLUMN_NAMES)
            or not any(map(str.isalnum, line.text))
        )

    def _other(self, line: Piece) -> None:
        """Use a line that is of no entry: a heading, a day, what the log is about."""
        if found := line.match(_HEADER):
            self._headed(line, found["id"])
        elif day := self._day_in(line):
            self._day(day)
        elif about := line.match(_ABOUT):
            self.bench.describe(title=line.cut(about[0].end - line.start).text.strip())
        elif any(map(str.isalnum, line.text)):
            self.bench.not_read(line.strip(), "is no entry of the log")

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


def _entry(line: Piece, stamp: Stamp) -> Entry:
    rest = stamp.rest.strip(" \t|")
    columns = tuple(one for one in rest.split(_COLUMNS) if one)
    return Entry(stamp, line.strip(), columns or (rest,), _indent(line))


def _indent(line: Piece) -> int:
    return line.strip().start - line.start


def _ruled(line: Piece) -> bool:
    """Whether rules stand on both sides of some words."""
    bare = line.strip()
    return bare.text[:2] == bare.text[-2:] and not bare.text[:2].isalnum()
