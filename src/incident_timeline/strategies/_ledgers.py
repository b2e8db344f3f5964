"""Accounts in lines: control-room logs and tables, written as programs write them."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from io import StringIO
from types import MappingProxyType

from attrs import define, field, frozen
from hypothesis import strategies as st

from incident_timeline.moments import Moment
from incident_timeline.strategies._account import Account, ToldEvent
from incident_timeline.strategies._account_words import Style
from incident_timeline.strategies._dialects import DIALECTS, date_text
from incident_timeline.strategies._phrase_forms import shown
from incident_timeline.strategies._picker import SEEDS, Picker
from incident_timeline.vocabulary import EventKind

__all__ = ["LEDGERS", "ToldRow", "begins", "in_order", "told_rows"]

_MINUTE = timedelta(minutes=1)
_DAY = timedelta(days=1)
_FIRST = date(2015, 1, 1)
_GAPS = (9, 1, 4, 17, 45, 600)


@frozen
class ToldRow:
    """What is drawn for one event: its kind, and a seed for how it is told."""

    kind: str
    seed: int


def told_rows(kinds: Sequence[str]) -> st.SearchStrategy[list[ToldRow]]:
    """One to eight rows, of which more may be of a kind."""
    kind = st.sampled_from((*kinds, kinds[0]))
    return st.lists(st.builds(ToldRow, kind, SEEDS), min_size=1, max_size=8)


def in_order(rows: Iterable[ToldRow], kinds: Sequence[str]) -> list[ToldRow]:
    """One row of each kind, in the order of the kinds."""
    return sorted({row.kind: row for row in rows}.values(), key=_place_in(kinds))


def _place_in(kinds: Sequence[str]) -> Callable[[ToldRow], int]:
    return lambda row: kinds.index(row.kind)


def begins(day: int, minutes: int) -> datetime:
    """When an account begins, by the clocks of its zone."""
    return datetime.combine(_FIRST + day * _DAY, time()) + minutes * _MINUTE


@define(kw_only=True)
class _Ledger:
    """Writes lines, and keeps what they tell."""

    zone: str
    now: datetime
    end: str
    text: str = ""
    events: list[ToldEvent] = field(factory=list)

    def add(self, line: str) -> int:
        """Add a line; where it begins."""
        start = len(self.text)
        self.text += f"{line}{self.end}"
        return start

    def tell(self, line: str, kind: str, stated: str, place: str = "") -> None:
        """Add a line that tells an event."""
        start = self.add(line)
        moment = Moment.from_stated(stated, zone=self.zone)
        told = ToldEvent(
            kind=kind, moment=moment, start=start, end=start + len(line), place=place
        )
        self.events.append(told)

    def move_on(self, gap: timedelta) -> None:
        """Let time pass; never to a time that the clocks of the zone skip."""
        self.now = shown(self.now + gap, self.zone)

    def account(self, name: str, days: int) -> Account:
        """The account, published so many days after its last line."""
        return Account(
            text=self.text.removesuffix(self.end),
            published=(self.now + days * _DAY).date(),
            zone=self.zone,
            events=tuple(self.events),
            name=name,
        )


def _ledger(style: Style, day: int, minutes: int, pick: Picker) -> _Ledger:
    zone = pick.of(DIALECTS[style.dialect].zones)
    now = shown(begins(day, minutes), zone)
    return _Ledger(zone=zone, now=now, end=pick.of(("\n", "\r\n")))


_LOGGED: dict[str, tuple[str, ...]] = {
    EventKind.CALL: ("CALL RECEIVED",),
    EventKind.DEPLOYMENT: ("{unit} DISPATCHED",),
    EventKind.ARRIVAL: ("{unit} ON SCENE",),
    EventKind.PURSUIT: ("PURSUIT STARTED",),
    EventKind.LESS_LETHAL: ("TASER DISCHARGED",),
    EventKind.SHOTS: ("SHOTS FIRED",),
    EventKind.RESTRAINT: ("MALE RESTRAINED",),
    EventKind.FIRST_AID: ("FIRST AID STARTED",),
    EventKind.MEDICAL_ATTENDANCE: ("AMBULANCE ON SCENE",),
    EventKind.CONVEYANCE: ("CONVEYED TO HOSPITAL",),
    EventKind.DEATH_PRONOUNCEMENT: ("MALE PRONOUNCED DEAD",),
    EventKind.SCENE_CONTROL: ("SCENE CORDONED OFF",),
    EventKind.FAMILY_INFORMED: ("FAMILY INFORMED",),
}
_LOG_KINDS = tuple(map(str, _LOGGED))
_UNITS = ("UNIT12", "4A21", "TJ-05")
_CONTINUED = ("    no further details", "\tsee also the map of the area")


@frozen
class _Stamp:
    """How a line is stamped, and how far the stamp says when.

    Attributes:
        form: What stands before the words, as for ``strftime``.
        unit: The unit down to which it says when.
        is_dated: Whether it has the date, or a heading above has.
    """

    form: str
    unit: str
    is_dated: bool = True


_STAMPS = (
    _Stamp("%Y-%m-%d %H:%M:%S ", "seconds"),
    _Stamp("%H:%M ", "minutes", is_dated=False),
    _Stamp("[%Y-%m-%d %H:%M] ", "minutes"),
    _Stamp("%Y-%m-%dT%H:%M:%S\t", "seconds"),
    _Stamp("%H:%M:%S  ", "seconds", is_dated=False),
)


def _log(
    style: Style, rows: list[ToldRow], day: int, minutes: int, seed: int
) -> Account:
    pick = Picker(seed)
    ledger = _ledger(style, day, minutes, pick)
    stamp = pick.of(_STAMPS)
    date_form = pick.of(DIALECTS[style.dialect].dates)
    headed: date | None = None
    for row in in_order(rows, _LOG_KINDS):
        chosen = Picker(row.seed)
        ledger.move_on(chosen.of(_GAPS) * _MINUTE if ledger.events else timedelta())
        if stamp.unit == "seconds":
            ledger.now = ledger.now.replace(second=chosen.of((0, 5, 59)))
        if not stamp.is_dated and headed != ledger.now.date():
            headed = ledger.now.date()
            ledger.add(date_text(date_form, headed))
        words = chosen.of(_LOGGED[row.kind]).format(unit=chosen.of(_UNITS))
        words = chosen.of((words, words.capitalize()))
        line = f"{ledger.now.strftime(stamp.form)}{words}"
        ledger.tell(line, row.kind, ledger.now.isoformat(timespec=stamp.unit))
        if note := chosen.of(("", "", *_CONTINUED)):
            ledger.add(note)
    return ledger.account("account.log", pick.below(5))


_TABLED = tuple(kind.value for kind in EventKind)
_PLACES = (
    "",
    "Mill Lane",
    "12 Mill Lane, Dagenham",
    'the "Crown" yard',
    "Bahnhofstraße",
)
_HEADER = ("date", "time", "kind", "place")


def _table(
    style: Style, rows: list[ToldRow], day: int, minutes: int, seed: int
) -> Account:
    pick = Picker(seed)
    ledger = _ledger(style, day, minutes, pick)
    ledger.add(_row(_HEADER))
    for row in in_order(rows, _TABLED):
        chosen = Picker(row.seed)
        ledger.move_on(chosen.of(_GAPS) * _MINUTE if ledger.events else timedelta())
        place, has_time = chosen.of(_PLACES), chosen.below(4) != 1
        when = ledger.now.strftime("%H:%M") if has_time else ""
        day_told = ledger.now.date().isoformat()
        line = _row((day_told, when, row.kind, place))
        ledger.tell(line, row.kind, "T".join(filter(None, (day_told, when))), place)
    return ledger.account("account.csv", pick.below(5))


def _row(fields: Sequence[str]) -> str:
    """A row of comma-separated values, quoted where it must be."""
    line = StringIO()
    csv.writer(line, lineterminator="").writerow(fields)
    return line.getvalue()


_Write = Callable[[Style, list[ToldRow], int, int, int], Account]
LEDGERS: Mapping[str, tuple[tuple[str, ...], _Write]] = MappingProxyType(
    {"log": (_LOG_KINDS, _log), "table": (_TABLED, _table)}
)
"""By its name, a form's kinds of event, and what writes it."""
