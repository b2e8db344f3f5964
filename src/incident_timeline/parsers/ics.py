"""iCalendar: the events of a calendar, as RFC 5545 writes them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from attrs import define, field, frozen

from incident_timeline.errors import InvalidMomentError, NonexistentTimeError
from incident_timeline.model import Party
from incident_timeline.moments import Moment
from incident_timeline.moments.formats import TimeFormat
from incident_timeline.parsers._ics import (
    Component,
    Line,
    content_line,
    offset_of,
    offsets,
    plain,
    unfolded,
    zone_named,
)
from incident_timeline.parsers.building.making import parser
from incident_timeline.parsers.building.pieces import Page, Piece
from incident_timeline.parsers.building.workbench import Workbench
from incident_timeline.vocabulary import EventKind

__all__ = ["ICS"]

_COMMA: Final = re.compile(r"(?<!\\),")
_LENGTH: Final = re.compile(
    r"\+?P(?:(?P<weeks>\d{1,5})W)?(?:(?P<days>\d{1,6})D)?"
    r"(?:T(?:(?P<hours>\d{1,7})H)?(?:(?P<minutes>\d{1,8})M)?(?:(?P<seconds>\d{1,9})S)?)?"
)
_DAY: Final = TimeFormat("YYYYMMDD")
_CLOCK: Final = ("YYYYMMDD[T]HHmmssZ", "YYYYMMDD[T]HHmmss")
_ONE: Final = timedelta(days=1)
_YEAR: Final = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
_ABOUT: Final = re.compile(  # words of an event that is about another
    r":(?!\d)|[?]|\b(?:about|anniversary|article|briefing|call with|class|conference"
    r"|commemorat\w{1,9}|course|debrief\w{0,3}|discuss\w{0,4}|drill|exercise|hearing"
    r"|follow[- ]up|how|inquest|interview|lecture|meeting|memorial|plan(?:s|ned|ning)?"
    r"|prepare|presentation|regarding|remember\w{0,3}|remembrance|reminder|review"
    r"|seminar|since|talk|training|trial|vigil|webinar|whether|why|workshop|years?)\b",
    re.IGNORECASE,
)
_KINDS: Final = frozenset(str(kind) for kind in EventKind)
_PARTIES: Final = {"GROUP": "group", "RESOURCE": "unit"}


@define(eq=False)
class _Calendar:
    """Reads the content lines of one document.

    Attributes:
        bench: Where events are made.
        last: The content line that was read last.
        open: The components that were begun, outermost first.
        calendars: Those of them that are calendars.
        counts: How many are open, by name.
    """

    bench: Workbench
    last: Piece
    open: list[Component] = field(factory=list)
    calendars: list[Component] = field(factory=list)
    counts: Counter[str] = field(factory=Counter)

    def read(self) -> None:
        """Read them all: an event is made at its end."""
        for raw, words in unfolded(self.bench):
            line = content_line(raw, words)
            if line is None:
                self.bench.note(raw, "TL675", "is no line of a calendar")
            elif line.name == "BEGIN":
                self._begun(line)
            elif line.name == "END":
                self._ended(line)
            elif self.open:
                self.open[-1].add(line)
                self._about(line)
            else:
                self.bench.note(raw, "TL675", "is in no calendar")
            self.last = raw
        while self.open:
            self._left_open()

    def _begun(self, line: Line) -> None:
        """Open a component; an event is never within another."""
        component = Component(line.text.strip().upper(), line.raw)
        while component.name == "VEVENT" and self.counts["VEVENT"]:
            self._left_open()
        self.open.append(component)
        self.counts[component.name] += 1
        if component.name == "VCALENDAR":
            self.calendars.append(component)

    def _taken(self) -> Component:
        """The innermost component, which is open no more."""
        component = self.open.pop()
        self.counts[component.name] -= 1
        if component.name == "VCALENDAR":
            self.calendars.pop()
        return component

    def _left_open(self) -> None:
        """Close the innermost component, for want of its end."""
        component = self._taken()
        self.bench.note(component.begin, "TL675", f"{component.name} has no end")
        self._made(component, self.last)

    def _about(self, line: Line) -> None:
        if line.name == "X-WR-CALNAME":
            self.bench.describe(title=line.text.strip())
        elif line.name == "X-WR-TIMEZONE":
            self._floating(line)

    def _floating(self, line: Line) -> None:
        """Tell of a calendar's zone that is none, or not the document's."""
        told, given = line.text.strip(), self.bench.document.zone
        zone = zone_named(told)
        if not zone:
            self.bench.note(line.raw, "TL676", f"{told!r} is no IANA zone")
        elif given is not None and given != zone:
            message = f"times without a zone are read in {given}, which was given"
            self.bench.note(line.raw, "TL681", message)

    def _ended(self, line: Line) -> None:
        """Close the component that a line ends, and those left open within it."""
        name = line.text.strip().upper()
        if not self.counts[name]:
            self.bench.note(line.raw, "TL675", f"ends no {name} that was begun")
            return
        while self.open[-1].name != name:
            self._left_open()
        self._made(self._taken(), line.raw)

    def _made(self, component: Component, last: Piece) -> None:
        if component.name == "VEVENT":
            whole = component.begin.through(last)
            calendar = self.calendars[-1] if self.calendars else component
            _Event(self.bench, component, whole, calendar).make()
        elif component.name in ("STANDARD", "DAYLIGHT"):
            if self.open and self.open[-1].name == "VTIMEZONE":
                for line in component.all("TZOFFSETTO"):
                    self.open[-1].add(line)
        elif component.name == "VTIMEZONE":
            self._compared(component)
        elif component.name in ("VTODO", "VJOURNAL", "VFREEBUSY"):
            self.bench.not_read(component.begin, f"a {component.name} is no event")

    def _compared(self, component: Component) -> None:
        """Tell of a zone with an offset that the one of its name never had."""
        zone = zone_named(component.text("TZID"))
        for line in component.all("TZOFFSETTO") if zone else ():
            offset = offset_of(line.text.strip())
            if offset is not None and offset not in offsets(zone):
                message = f"{zone} never has this offset; it is read by its name"
                self.bench.note(line.raw, "TL681", message)


@frozen
class _Event:
    """Makes an event of a VEVENT."""

    bench: Workbench
    component: Component
    whole: Piece
    calendar: Component

    def make(self) -> None:
        """Record it, or say why it is none."""
        start = self._time("DTSTART") or Moment.unknown()
        if untold := self._untold(start):
            self.bench.note(self.whole, *untold)
            return
        self._count()
        for rule in self.component.all("RRULE", "RDATE"):
            message = "only the first of the events that recur is read"
            self.bench.note(rule.raw, "TL677", message)
        self.bench.event(
            self._kind(start),
            start,
            end=self._end(start),
            summary=self.component.text("SUMMARY")
            or self.component.text("DESCRIPTION"),
            place=self.component.text("LOCATION"),
            who=list(self._who()),
            quote=self.whole,
        )

    def _count(self) -> None:
        """Tell of a start that is lacking, and of times that are there twice."""
        if self.component.one("DTSTART") is None:
            self.bench.note(self.whole, "TL675", "the event has no DTSTART")
        for name in ("DTSTART", "DTEND", "DURATION"):
            for line in self.component.all(name)[1:]:
                message = f"is a further {name}: the first is read"
                self.bench.note(line.raw, "TL675", message)

    def _untold(self, start: Moment) -> tuple[str, str] | None:
        """Why it is no event, as a finding, where it is none."""
        status = self.component.text("STATUS").upper()
        if status == "CANCELLED":
            return "TL678", "the event is marked as cancelled"
        if self.calendar.text("METHOD").upper() == "CANCEL":
            return "TL678", "the calendar cancels the event"
        if status == "TENTATIVE":
            return "TL608", "the event is marked as tentative"
        if self._is_excluded(start):
            return "TL677", "the first of the events that recur is taken out by EXDATE"
        return None

    def _is_excluded(self, start: Moment) -> bool:
        told = [
            self._placed(line, one)
            for line in self.component.all("EXDATE")
            for one in line.value.split(",")
        ]
        begun = start.earliest_utc
        return begun is not None and begun in [one.earliest_utc for one in told]

    def _time(self, name: str) -> Moment | None:
        line = self.component.one(name)
        return None if line is None else self._placed(line, line.value)

    def _placed(self, line: Line, value: Piece) -> Moment:
        told = line.params.get("TZID", "")
        zone = zone_named(told)
        if told and not zone:
            message = f"{told!r} is no IANA zone, so that the time is not placed"
            self.bench.note(line.raw, "TL676", message)
            return Moment.unknown(value.text)
        if not told and self.bench.document.zone is None:
            zone = zone_named(self.calendar.text("X-WR-TIMEZONE"))
        forms = (_DAY.form,) if _day_of(value) or _is_day(line) else _CLOCK
        return self.bench.time(value, *forms, zone=zone or None)

    def _end(self, start: Moment) -> Moment | None:
        """When it ended: DTEND is exclusive, which matters for whole days."""
        end, length = self.component.one("DTEND"), self.component.one("DURATION")
        if end is None:
            return None if length is None else self._lasting(length, start)
        told = self._placed(end, end.value)
        begun, ended = start.earliest_utc, told.earliest_utc
        if begun is not None and ended is not None and ended < begun:
            message = "is before the event's start, and left out"
            self.bench.note(end.raw, "TL675", message)
            return None
        last = _day_of(end.value)
        if last is None or told.is_unknown:
            return told
        return self._through(last, told, start)

    def _through(self, after: date, told: Moment, start: Moment) -> Moment | None:
        """The day before one, where that is behind the day on which it began."""
        last = max(after, date.min + _ONE) - _ONE
        moment = Moment.on(last, zone=str(told.zone), text=told.text)
        return None if moment.stated <= start.stated[:10] else moment

    def _lasting(self, length: Line, start: Moment) -> Moment | None:
        found = length.value.strip().fullmatch(_LENGTH)
        numbers = found.match.groupdict() if found else {}
        lasted = {name: int(number) for name, number in numbers.items() if number}
        if not lasted:
            message = f"{length.value.text!r} is no duration"
            self.bench.note(length.raw, "TL675", message)
            return None
        if start.is_unknown:
            return None
        try:
            return self._later(lasted, start)
        except (InvalidMomentError, OverflowError) as error:
            self.bench.note(length.raw, "TL604", f"{length.value.text!r}: {error}")
            return None

    def _later(self, lasted: dict[str, int], start: Moment) -> Moment | None:
        """A time behind its start: days and weeks by the calendar, hours as elapsed."""
        (begun, *_) = self.component.all("DTSTART")
        first = _day_of(begun.value)
        if first is not None:
            return self._through(first + timedelta(**lasted), start, start)
        days = timedelta(lasted.pop("days", 0), weeks=lasted.pop("weeks", 0))
        elapsed = timedelta(**lasted)
        is_local = not begun.value.text.strip().endswith("Z")
        moment = _days_later(start, days) if is_local else start.shift(days)
        return moment.shift(elapsed) if elapsed else moment

    def _kind(self, start: Moment) -> str:
        """Its kind: told as such, else a category that is one, else by its summary."""
        own = self.component.text("X-INCIDENT-TIMELINE-KIND").lower()
        if own in _KINDS:
            return own
        for line in self.component.all("CATEGORIES"):
            for category in _COMMA.split(line.value.text):
                term = re.sub(r"[\s-]", "_", plain(category).strip().lower())
                if term in _KINDS:
                    return term
        summary = self.component.text("SUMMARY")
        years = set(_YEAR.findall(summary))
        if _ABOUT.search(summary) or years - {start.stated[:4]}:
            return "other"  # it is about an event, and not that event itself
        tellings = self.bench.tellings(Page(summary).whole)
        return tellings[0].kind if tellings else "other"

    def _who(self) -> Iterator[tuple[Party, str]]:
        for line in self.component.all("ORGANIZER", "ATTENDEE"):
            kind = _PARTIES.get(line.params.get("CUTYPE", "").upper(), "person")
            address = line.text.strip()
            name = line.params.get("CN", "").strip() or address.removeprefix("mailto:")
            if name:
                yield self.bench.party(name, kind=kind, quote=line.raw), "other"


def _is_day(line: Line) -> bool:
    return line.params.get("VALUE", "").upper() == "DATE"


def _day_of(value: Piece) -> date | None:
    """The day that a value is, where it is one."""
    fields = _DAY.read(value.text)
    try:
        return fields.full_date if fields else None
    except InvalidMomentError:
        return None


def _days_later(start: Moment, days: timedelta) -> Moment:
    """The same clock time days later; elapsed days, where the clocks skip it."""
    day = date.fromisoformat(start.stated[:10]) + days
    try:
        return Moment.at(f"{day}{start.stated[10:]}", zone=start.zone)
    except NonexistentTimeError:
        return start.shift(days)


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
    _Calendar(bench, bench.page.whole).read()
