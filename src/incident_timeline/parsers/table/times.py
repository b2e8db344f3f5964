"""Times from the cells of a row: a date, a date and a clock time, local midnights."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time, timedelta
from typing import Final, NamedTuple

from attrs import evolve, frozen

from incident_timeline.errors import TimelineError
from incident_timeline.moments import Moment, Precision, Qualifier
from incident_timeline.moments.formats import TimeFields, TimeFormat
from incident_timeline.moments.zones import zone_info
from incident_timeline.parsers.building import Piece
from incident_timeline.parsers.table.cells import Cell, Cells
from incident_timeline.parsers.table.mapping import Told

__all__ = ["Time", "Times"]

_DATES: Final = (
    "YYYY-MM-DD",
    "YYYY-MM-DD HH:mm",
    "YYYY-MM-DD HH:mm:ss",
    "YYYY-MM-DDTHH:mm",
    "YYYY-MM-DDTHH:mm:ss",
    "YYYY-MM-DDTHH:mm:ss.S",
    "YYYY-MM-DDTHH:mm:ssZ",
    "YYYY-MM-DDTHH:mm:ss.SZ",
)
_CLOCKS: Final = ("HH:mm", "HH:mm:ss", "H:mm", "H:mm:ss")
_ISO: Final = "YYYY-MM-DD"


class Time(NamedTuple):
    """A moment, the cells that tell it, and with what force they do."""

    moment: Moment = Moment.unknown()
    pieces: tuple[Piece, ...] = ()
    force: str = ""


@frozen(eq=False)
class Times:
    """Reads the times of a row in its zone.

    Attributes:
        cells: The row's cells.
        zone: Its zone, where it is known.
        assumed: Whether that zone is assumed.
        zoneless: Called with a cell whose time has no zone.
    """

    cells: Cells
    zone: str | None
    assumed: bool
    zoneless: Callable[[Piece], None]

    def read(self, told: Told, *, later: int = 0) -> Time:
        """The time that some columns tell; a clock time some days *later*."""
        first = self.cells.cell(told.date)
        clock = self.cells.cell(told.time) if told.time else first._replace(text="")
        if not first.text:
            if clock.text:
                message = f"{clock.text!r} is a clock time without a date"
                self.cells.note("TL667", told.time, clock.piece, message)
            return Time()
        cells = [one for one in (first, clock) if one.text]
        qualifier = next((one.qualifier for one in cells if one.qualifier), "")
        how = evolve(told, qualifier=qualifier or told.qualifier)
        moment = self._moment(how, first, clock, later)
        if self.assumed and not moment.is_unknown:
            moment = evolve(moment, assumed=(*moment.assumed, "zone"))
        force = next((one.force for one in cells if one.force), "")
        return Time(moment, tuple(one.piece for one in cells), force)

    def day(self, column: str) -> date | None:
        """The day that a column tells, where it tells one."""
        cell = self.cells.cell(column)
        return _day(self._fields(column, cell)) if cell.text else None

    def end(self, told: Told, begun: Told, start: Time) -> Time:
        """The end of what began on the same day, or the next by its clock time."""
        end = self.read(told)
        first, last = start.moment.earliest_utc, end.moment.earliest_utc
        is_clock = told.date == begun.date and len(end.pieces) > 1
        if not is_clock or first is None or last is None or last >= first:
            return end
        if end.moment.precision == Precision.DAY:  # its clock time can't be read
            return end
        later = self.read(told, later=1)
        if later.moment.precision == Precision.DAY:  # the clocks skip it on the next
            return Time()
        clock = self.cells.cell(told.time)
        message = f"{clock.text!r} is before the start, and taken for the next day"
        self.cells.note("TL653", told.time, clock.piece, message)
        assumed = (*later.moment.assumed, "day")
        return later._replace(moment=evolve(later.moment, assumed=assumed))

    def _moment(self, told: Told, first: Cell, clock: Cell, later: int) -> Moment:
        fields = self._fields(told.date, first)
        if self.zone is None and not (fields and fields.offset):
            self.zoneless(first.piece)
            return Moment.unknown(first.piece.text)
        if clock.text:
            moment = self._clock(told, fields, clock, later)
            if not moment.is_unknown:
                return moment
        return self._whole(told.date, first, told.qualifier)

    def _clock(
        self, told: Told, fields: TimeFields | None, clock: Cell, later: int
    ) -> Moment:
        day = _day(fields)
        if day is None or fields is None:
            message = f"{clock.text!r} is a clock time without a day"
            self.cells.note("TL667", told.time, clock.piece, message)
            return Moment.unknown()
        forms = self.cells.column(told.time).formats or _CLOCKS
        self._compare(told, fields, clock, forms)
        moment = self._read(
            clock, forms, told.qualifier, day=day + timedelta(days=later)
        )
        return evolve(moment, assumed=fields.assumed)

    def _compare(
        self, told: Told, fields: TimeFields, clock: Cell, forms: tuple[str, ...]
    ) -> None:
        """Tell of a date's own clock time that is not that of the other column."""
        own = fields.clock
        if not own or self.cells.column(told.date).local_midnight:
            return  # a midnight is how programs write a day
        other = _first(forms, clock)
        if other is None or other.clock != own:
            piece = self.cells.cell(told.date).piece
            message = f"its clock time is another than {clock.text!r}, which is read"
            self.cells.note("TL667", told.date, piece, message)

    def _whole(self, column: str, first: Cell, qualifier: str) -> Moment:
        moment = self._read(first, self._forms(column), qualifier)
        if not self.cells.column(column).local_midnight or moment.earliest_utc is None:
            return moment
        there = moment.earliest_utc.astimezone(zone_info(moment.zone or "UTC"))
        fields = self._fields(column, first)
        if there.time() == time.min:
            day: date | None = there.date()
        else:
            day = _day(fields) if fields and not fields.clock else None
        if day is None:
            message = f"{first.text!r} is no midnight in {moment.zone}"
            self.cells.note("TL667", column, first.piece, message)
            return moment
        return self._read(first._replace(text=day.isoformat()), (_ISO,), qualifier)

    def _read(
        self,
        cell: Cell,
        forms: tuple[str, ...],
        qualifier: str,
        day: date | None = None,
    ) -> Moment:
        how = qualifier or Qualifier.EXACT
        return self.cells.bench.time(
            cell.piece,
            *forms,
            day=day,
            zone=self.zone,
            qualifier=how,
            reads=cell.text,
        )

    def _forms(self, column: str) -> tuple[str, ...]:
        return self.cells.column(column).formats or _DATES

    def _fields(self, column: str, cell: Cell) -> TimeFields | None:
        return _first(self._forms(column), cell)


def _first(forms: tuple[str, ...], cell: Cell) -> TimeFields | None:
    """What the first form that fits reads."""
    fits = (TimeFormat(one).read(cell.text) for one in forms)
    return next((one for one in fits if one is not None), None)


def _day(fields: TimeFields | None) -> date | None:
    """The day that some fields name, where the calendar has it."""
    if fields is None or None in (fields.year, fields.month, fields.day):
        return None
    try:
        return date.fromisoformat(fields.stated()[:10])
    except (TimelineError, ValueError):
        return None
