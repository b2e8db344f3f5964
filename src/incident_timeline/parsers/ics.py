"""iCalendar: the events of a calendar, as RFC 5545 writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from attrs import field, frozen

from incident_timeline.errors import InvalidMomentError, UnknownZoneError
from incident_timeline.model import Party
from incident_timeline.moments import Moment, check_zone
from incident_timeline.moments.formats import TimeFormat
from incident_timeline.parsers.building.making import parser
from incident_timeline.parsers.building.pieces import Page, Piece
from incident_timeline.parsers.building.workbench import Workbench
from incident_timeline.vocabulary import EventKind

__all__ = ["ICS"]

_NAME: Final = re.compile(r"[A-Za-z0-9-]{1,64}")
_PARAM: Final = re.compile(
    r';(?P<name>[A-Za-z0-9-]{1,64})=(?P<value>"[^"]*"|[^",;:]*)(?:,(?:"[^"]*"|[^",;:]*))*'
)
_ESCAPED: Final = re.compile(r"\\([\\;,nN])")
_COMMA: Final = re.compile(r"(?<!\\),")
_LENGTH: Final = re.compile(
    r"\+?P(?:(?P<weeks>\d{1,5})W)?(?:(?P<days>\d{1,6})D)?"
    r"(?:T(?:(?P<hours>\d{1,7})H)?(?:(?P<minutes>\d{1,8})M)?(?:(?P<seconds>\d{1,9})S)?)?"
)
_DAY: Final = TimeFormat("YYYYMMDD")
_CLOCK: Final = ("YYYYMMDD[T]HHmmssZ", "YYYYMMDD[T]HHmmss")
_ONE: Final = timedelta(days=1)
_KINDS: Final = frozenset(str(kind) for kind in EventKind)
_PARTIES: Final = {"GROUP": "group", "RESOURCE": "unit"}


@frozen
class _Line:
    """A content line: unfolded, and where it stands in the document.

    Attributes:
        raw: Its words as they stand.
        name: Its name, in capitals.
        params: What is said of its value.
        value: Its value, unfolded.
    """

    raw: Piece
    name: str
    params: dict[str, str]
    value: Piece

    @property
    def text(self) -> str:
        """Its value as text, without what it was written with."""
        return _plain(self.value.text)


@frozen
class _Component:
    """A component that is being read, such as a VEVENT."""

    name: str
    begin: Piece
    lines: list[_Line] = field(factory=list)

    def all(self, *names: str) -> list[_Line]:
        """Its lines of those names."""
        return [line for line in self.lines if line.name in names]

    def one(self, name: str) -> _Line | None:
        """Its first line of that name."""
        return next(iter(self.all(name)), None)

    def text(self, name: str) -> str:
        """What its first line of that name says; empty if there is none."""
        line = self.one(name)
        return line.text.strip() if line else ""


def _plain(text: str) -> str:
    return _ESCAPED.sub(lambda m: "\n" if m[1] in "nN" else m[1], text)


def _unfolded(bench: Workbench) -> Iterator[tuple[Piece, Piece]]:
    """Each content line as it stands, and unfolded."""
    held: list[Piece] = []
    for line in bench.lines():
        if held and line.text[0] in " \t":
            held.append(line.cut(1))
            continue
        if held:
            yield held[0].through(held[-1]), Page.of(held).whole
        held = [line]
    if held:
        yield held[0].through(held[-1]), Page.of(held).whole


def _line(raw: Piece, words: Piece) -> _Line | None:
    """A content line, or nothing where the words are none."""
    text = words.text
    name = _NAME.match(text)
    if name is None:
        return None
    at, params = name.end(), dict[str, str]()
    while param := _PARAM.match(text, at):
        params[param["name"].upper()] = param["value"].strip('"')
        at = param.end()
    if text[at : at + 1] != ":":
        return None
    return _Line(raw, name[0].upper(), params, words.cut(at + 1))


@frozen
class _Calendar:
    """Reads the content lines of one calendar."""

    bench: Workbench
    open: list[_Component] = field(factory=list)

    def read(self) -> None:
        """Read them all: an event is made at its end."""
        for raw, words in _unfolded(self.bench):
            line = _line(raw, words)
            if line is None:
                self.bench.note(raw, "TL675", "is no line of a calendar")
            elif line.name == "BEGIN":
                self.open.append(_Component(line.text.strip().upper(), raw))
            elif line.name == "END":
                self._ended(line)
            elif self.open:
                self.open[-1].lines.append(line)
                self._about(line)
            else:
                self.bench.note(raw, "TL675", "is in no calendar")
        for component in reversed(self.open):
            message = f"{component.name} has no end"
            self.bench.note(component.begin, "TL675", message)
            self._made(component, self.bench.page.whole)

    def _about(self, line: _Line) -> None:
        if line.name == "X-WR-CALNAME":
            self.bench.describe(title=line.text.strip())

    def _ended(self, line: _Line) -> None:
        """Close the component that a line ends, and those left open within it."""
        name = line.text.strip().upper()
        if name not in [one.name for one in self.open]:
            self.bench.note(line.raw, "TL675", f"ends no {name} that was begun")
            return
        while True:
            component = self.open.pop()
            if component.name == name:
                self._made(component, line.raw)
                return
            message = f"{component.name} has no end"
            self.bench.note(component.begin, "TL675", message)

    def _made(self, component: _Component, last: Piece) -> None:
        if component.name == "VEVENT":
            whole = component.begin.through(last)
            _Event(self.bench, component, whole).make()
        elif component.name in ("VTODO", "VJOURNAL", "VFREEBUSY"):
            self.bench.not_read(component.begin, f"a {component.name} is no event")


def _is_zone(name: str) -> bool:
    try:
        check_zone(name)
    except UnknownZoneError:
        return False
    return True


@frozen
class _Event:
    """Makes an event of a VEVENT."""

    bench: Workbench
    component: _Component
    whole: Piece

    def make(self) -> None:
        """Record it, or say that it was cancelled."""
        if self.component.text("STATUS").upper() == "CANCELLED":
            self.bench.note(self.whole, "TL678", "the event is marked as cancelled")
            return
        for rule in self.component.all("RRULE", "RDATE"):
            message = "only the first of the events that recur is read"
            self.bench.note(rule.raw, "TL677", message)
        start = self._time("DTSTART") or Moment.unknown()
        self.bench.event(
            self._kind(),
            start,
            end=self._end(start),
            summary=self.component.text("SUMMARY")
            or self.component.text("DESCRIPTION"),
            place=self.component.text("LOCATION"),
            who=list(self._who()),
            quote=self.whole,
        )

    def _time(self, name: str) -> Moment | None:
        line = self.component.one(name)
        if line is None:
            return None
        told = line.params.get("TZID", "")
        if told and not _is_zone(told):
            message = f"{told!r} is no IANA zone, so that the time is not placed"
            self.bench.note(line.raw, "TL676", message)
            return Moment.unknown(line.value.text)
        forms = (_DAY.form,) if _day_of(line) or _is_day(line) else _CLOCK
        return self.bench.time(line.value, *forms, zone=told or None)

    def _end(self, start: Moment) -> Moment | None:
        """When it ended: DTEND is exclusive, which matters for whole days."""
        end, length = self.component.one("DTEND"), self.component.one("DURATION")
        if end is not None:
            told = self._time("DTEND")
            last = _day_of(end)
            if last is None or told is None or told.is_unknown:
                return told
            return self._through(last, told, start)
        return None if length is None else self._lasting(length, start)

    def _through(self, after: date, told: Moment, start: Moment) -> Moment | None:
        """The day before one, where that is not the day on which it began."""
        last = max(after, date.min + _ONE) - _ONE
        moment = Moment.on(last, zone=str(told.zone), text=told.text)
        return None if moment.stated == start.stated else moment

    def _lasting(self, length: _Line, start: Moment) -> Moment | None:
        found = length.value.strip().fullmatch(_LENGTH)
        numbers = found.match.groupdict() if found else {}
        lasted = {name: int(number) for name, number in numbers.items() if number}
        if not lasted:
            message = f"{length.value.text!r} is no duration"
            self.bench.note(length.raw, "TL675", message)
            return None
        begun = self.component.one("DTSTART")
        first = _day_of(begun) if begun else None
        if start.is_unknown:
            return None
        try:
            lasting = timedelta(**lasted)
            if first is None:
                return start.shift(lasting)
            return self._through(first + lasting, start, start)
        except (InvalidMomentError, OverflowError) as error:
            self.bench.note(length.raw, "TL604", f"{length.value.text!r}: {error}")
            return None

    def _kind(self) -> str:
        """Its kind: told as such, else a category that is one, else by its words."""
        own = self.component.text("X-INCIDENT-TIMELINE-KIND").lower()
        if own in _KINDS:
            return own
        for line in self.component.all("CATEGORIES"):
            for category in _COMMA.split(line.value.text):
                term = re.sub(r"[\s-]", "_", _plain(category).strip().lower())
                if term in _KINDS:
                    return term
        for name in ("SUMMARY", "DESCRIPTION"):
            for telling in self.bench.tellings(Page(self.component.text(name)).whole):
                return telling.kind
        return "other"

    def _who(self) -> Iterator[tuple[Party, str]]:
        for line in self.component.all("ORGANIZER", "ATTENDEE"):
            kind = _PARTIES.get(line.params.get("CUTYPE", "").upper(), "person")
            address = line.text.strip()
            name = line.params.get("CN", "").strip() or address.removeprefix("mailto:")
            if name:
                yield self.bench.party(name, kind=kind, quote=line.raw), "other"


def _is_day(line: _Line) -> bool:
    return line.params.get("VALUE", "").upper() == "DATE"


def _day_of(line: _Line) -> date | None:
    """The day that a line's value is, where it is one."""
    fields = _DAY.read(line.value.text)
    try:
        return fields.full_date if fields else None
    except InvalidMomentError:
        return None


def _sniff(head: str) -> float:
    begins = head.lstrip("\ufeff \t\r\n")[:15].upper() == "BEGIN:VCALENDAR"
    return 1.0 if begins else 0.0


@parser(
    "ics",
    suffixes=(".ics", ".ical", ".icalendar"),
    media_types=("text/calendar",),
    sniff=_sniff,
    starts=r"(?i:BEGIN:VCALENDAR)",
)
def ICS(bench: Workbench) -> None:  # noqa: N802  it is a parser, and one of its kind
    """Read the events of a calendar, each of whose VEVENTs is one."""
    _Calendar(bench).read()
