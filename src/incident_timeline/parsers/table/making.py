"""Incidents from rows: events, parties and items, by a mapping."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from attrs import define, evolve, field

from incident_timeline.model import Age, Citation, Event, Evidence, Participant, Party
from incident_timeline.moments import Moment
from incident_timeline.parsers.building import Piece, Workbench
from incident_timeline.parsers.table.ages import age_of
from incident_timeline.parsers.table.cells import Cells
from incident_timeline.parsers.table.mapping import (
    Column,
    EventPlan,
    EvidencePlan,
    Mapping,
    PartyPlan,
)
from incident_timeline.parsers.table.prose import Narrative
from incident_timeline.parsers.table.times import Time, Times
from incident_timeline.parsers.table.words import Choice, folded
from incident_timeline.parsers.table.zones import us_state_zones, zone_of

__all__ = ["Maker", "Shared"]

_ID_LIMIT: Final = 200


@define(eq=False)
class Shared:
    """What is known of all rows of a document.

    Attributes:
        options: What the cells of each column look like, as far as asked for.
        told: What was noted, and is noted once a document.
        ids: The ids of incidents.
    """

    options: dict[str, Column] = field(factory=dict)
    told: set[tuple[str, int]] = field(factory=set)

    ids: set[int] = field(factory=set)

    def once(
        self, bench: Workbench, piece: Piece, code: str, message: str, key: int = 0
    ) -> None:
        """Note a thing for the first time only; *key* tells things apart."""
        if (code, key) not in self.told:
            self.told.add((code, key))
            bench.note(piece, code, message)

    def is_new(self, name: str) -> bool:
        """Whether an id is told for the first time."""
        count = len(self.ids)
        self.ids.add(hash(name))
        return len(self.ids) > count


@define(eq=False)
class _Happening:
    """An event in the making; rows that tell it alike add to it."""

    event: Event
    pieces: dict[Piece, str] = field(factory=dict)
    who: dict[tuple[str, str], None] = field(factory=dict)
    evidence: dict[str, None] = field(factory=dict)


class Maker:
    """Makes one incident of one row, or of several."""

    def __init__(self, bench: Workbench, mapping: Mapping, shared: Shared) -> None:
        self.bench = bench
        self.mapping = mapping
        self.shared = shared
        self._happenings: dict[Event, _Happening] = {}
        self._parties: dict[tuple[str, ...], Party] = {}
        self._items: dict[tuple[str, str], Evidence] = {}
        self._narratives: list[tuple[Narrative, Times]] = []

    def row(self, cells: Cells) -> None:
        """Add what a row tells."""
        times = self._times(cells)
        told = [
            made
            for plan in self.mapping.events
            for part in cells.split(plan.split_columns(), plan.split)
            if part.hold(plan.when) and (made := self._event(plan, part, times))
        ]
        for party in self.mapping.parties:
            for part in cells.split(party.columns(), party.split):
                if part.hold(party.when):
                    self._party(party, part, told)
        for item in self.mapping.evidence:
            for part in cells.split(item.columns(), item.split):
                if part.hold(item.when):
                    self._item(item, part, told)
        for column in self.mapping.prose:
            self._tell(column, cells, times)
        cells.check()
        self._describe(cells)

    def done(self) -> None:
        """Record what all rows tell."""
        for one in self._happenings.values():
            who = [Participant(party_id=id_, role=role) for id_, role in one.who]
            self.bench.add(
                evolve(
                    one.event,
                    participants=who,
                    evidence_ids=tuple(one.evidence),
                    citations=[
                        self.bench.cite(piece, force=force)
                        for piece, force in one.pieces.items()
                    ],
                )
            )
        first = self.mapping.events[0].start.date
        known = {one.event.kind for one in self._happenings.values()}
        for narrative, times in self._narratives:
            told = narrative.record(times.day(first) if first else None, times.zone)
            for kind in sorted(known & told):
                message = f"tells {kind}, as a column does: the two may be one event"
                self.bench.note(narrative.piece, "TL683", message)

    def _times(self, cells: Cells) -> Times:
        zone, assumed = self.bench.document.zone, False
        if zone is None:
            zone, assumed = zone_of(cells, self.mapping.zone)
        if assumed:
            state = cells.cell(self.mapping.zone.us_state)
            same = id(us_state_zones()[folded(state.text)])  # TX and Texas are one
            message = f"{state.text} lies in several zones: {zone} is assumed"
            self.shared.once(self.bench, state.piece, "TL671", message, same)
        return Times(cells, zone, assumed, self._zoneless)

    def _zoneless(self, piece: Piece) -> None:
        message = "no zone given: times could not be placed"
        self.shared.once(self.bench, piece, "TL606", message)

    def _describe(self, cells: Cells) -> None:
        told = self.mapping
        name = told.id.filled(cells.text)
        if len(name) > _ID_LIMIT or not name.isprintable():
            message = f"{name[:60]!r} is no id: it is too long, or holds a line's end"
            self.bench.note(cells.row, "TL667", message)
            name = ""
        if name and not told.group_by and not self.shared.is_new(name):
            message = f"{name!r} is the id of another row's incident"
            self.bench.note(cells.row, "TL682", message)
        self.bench.describe(
            id=name,
            title=told.incident_title.filled(cells.text),
            jurisdiction=told.jurisdiction.filled(cells.text),
        )

    def _event(self, plan: EventPlan, cells: Cells, times: Times) -> _Happening | None:
        kind = _chosen(plan.kind, cells)
        if not kind:
            return None
        start = times.read(plan.start)
        end = times.end(plan.end, plan.start, start) if plan.end else Time()
        event = Event(
            kind=kind,
            start=start.moment,
            end=None if end.moment == Moment.unknown() else end.moment,
            summary=plan.summary.filled(cells.text),
            place=plan.place.filled(cells.text),
        )
        made = self._happenings.setdefault(event, _Happening(event))
        others = (*plan.split_columns(), *plan.summary.columns, *plan.place.columns)
        force = start.force or end.force or plan.force
        pieces = (*start.pieces, *end.pieces, *cells.pieces(others))
        for piece in pieces or (cells.row,):
            made.pieces[piece] = force
        return made

    def _party(self, plan: PartyPlan, cells: Cells, told: Iterable[_Happening]) -> None:
        name, text = plan.name.filled(cells.text), plan.description.filled(cells.text)
        age = self._age(plan.age, cells) if plan.age else None
        role = _chosen(plan.role, cells)
        if not (name or text or age) or not role:
            return
        key = plan.key.filled(cells.text)
        named = ("key", key) if key else ("name", name)
        apart = () if key or name else (str(len(self._parties)),)
        pair = (plan.kind, *named, *apart)
        if pair not in self._parties:
            columns = (*plan.name.columns, *plan.description.columns, plan.age)
            party = Party(
                kind=plan.kind,
                name=name,
                description=text,
                age=age,
                citations=self._cited(cells, columns),
            )
            self._parties[pair] = self.bench.add(party)
        for one in _of_kinds(told, plan.events):
            one.who[self._parties[pair].id, role] = None

    def _age(self, column: str, cells: Cells) -> Age | None:
        cell = cells.cell(column)
        if not cell.text:
            return None
        age = age_of(cell.text)
        if age is None:
            cells.note("TL667", column, cell.piece, f"{cell.text!r} is no age")
            return None
        return evolve(age, citations=self._cited(cells, (column,)))

    def _item(
        self, plan: EvidencePlan, cells: Cells, told: Iterable[_Happening]
    ) -> None:
        if plan.type.column and not cells.text(plan.type.column):
            return
        type_, status = _chosen(plan.type, cells), _chosen(plan.status, cells)
        if not type_:
            return
        text = plan.description.filled(cells.text)
        if (type_, text) not in self._items:
            columns = (plan.type.column, plan.status.column, *plan.description.columns)
            item = Evidence(
                item_type=type_,
                status=status or "unknown",
                description=text,
                citations=self._cited(cells, columns),
            )
            self._items[type_, text] = self.bench.add(item)
        for one in _of_kinds(told, plan.events):
            one.evidence[self._items[type_, text].id] = None

    def _cited(self, cells: Cells, columns: Iterable[str]) -> list[Citation]:
        """Citations of the cells of some columns, or of the row where there is none."""
        cited = [
            self.bench.cite(cell.piece, force=cell.force or "stated")
            for cell in map(cells.cell, dict.fromkeys(filter(None, columns)))
            if cell.text
        ]
        return cited or [self.bench.cite(cells.row)]

    def _tell(self, column: str, cells: Cells, times: Times) -> None:
        cell = cells.cell(column)
        if cell.text:
            prefix = f"n{len(self._narratives) + 1}"
            told = Narrative(self.bench, cell.piece, cell.text, prefix)
            self._narratives.append((told, times))


def _chosen(choice: Choice, cells: Cells) -> str | None:
    """The word that a row chooses; a value that chooses none is noted."""
    if not choice.column:
        return choice.fixed
    cell = cells.cell(choice.column)
    if not cell.text:
        return choice.otherwise
    word = choice.of(cell.text)
    if word is None:
        message = f"{cell.text!r} is not among the values of the mapping"
        cells.note("TL667", choice.column, cell.piece, message)
    return word


def _of_kinds(
    told: Iterable[_Happening], kinds: tuple[str, ...] | None
) -> Iterable[_Happening]:
    return (one for one in told if kinds is None or one.event.kind in kinds)
