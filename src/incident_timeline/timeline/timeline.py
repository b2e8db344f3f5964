"""Timeline: an incident solved."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import cast

from attrs import field, frozen

from incident_timeline.errors import UnknownReferenceError, shown
from incident_timeline.model import Event, Incident
from incident_timeline.moments import Moment, Precision
from incident_timeline.timeline.answers import (
    Conflict,
    Elapsed,
    Order,
    Statement,
    StatementKind,
)
from incident_timeline.timeline.axioms import AXIOMS, Axiom
from incident_timeline.timeline.display import display_order
from incident_timeline.timeline.network import Constraint, Network, Solution
from incident_timeline.timeline.statements import (
    Said,
    duration,
    earliest_instant,
    latest_instant,
    said,
)

__all__ = ["Timeline", "solve"]

Which = Event | str
_LAWS = frozenset({StatementKind.SPAN})  # no event ends before it starts


@frozen(kw_only=True, order=False)
class Timeline:
    """An incident solved: tightened bounds, order and conflicts.

    Events are named by themselves, by their id, or by their kind where there is one
    of it. Where there are conflicts, bounds and order are those of the statements
    that are in none.

    Attributes:
        incident: The incident.
        events: Its events in the computed order; where that is open, in the order
            in which they are told, undated aftermath last.
        conflicts: Every independent conflict.
    """

    incident: Incident
    events: tuple[Event, ...]
    conflicts: tuple[Conflict, ...]
    _statements: tuple[Statement, ...] = field(repr=False, eq=False, alias="statements")
    _solution: Solution = field(repr=False, eq=False, alias="solution")
    _places: dict[str, int] = field(repr=False, eq=False, alias="places")

    @property
    def is_consistent(self) -> bool:
        """Whether all statements can be true together."""
        return not self.conflicts

    def find(self, which: Which) -> Event:
        """The event that is meant: itself, or by its id, or by its only kind.

        Raises:
            UnknownReferenceError: If there is none, or several of that kind.
        """
        name = which.id if isinstance(which, Event) else which
        if name in self._places:
            return self.incident.events[self._places[name]]
        found = self.incident.events_of_kind(name)
        if len(found) == 1:
            return found[0]
        ids = ", ".join(event.id for event in found)
        several = f"{len(found)} events are of kind {shown(name)}: name one, of {ids}"
        none = f"{shown(name)} is neither the id nor the kind of an event here"
        raise UnknownReferenceError(several if found else none, wanted=name)

    def _point(self, which: Which, *, end: bool = False) -> int:
        return 2 * self._places[self.find(which).id] + end

    def bounds(self, which: Which, *, end: bool = False) -> Moment:
        """The tightened bounds of an event's start, or of its end.

        What the source states where that is no wider; else a moment of bounds alone.
        They lie within the stated bounds where those are in no conflict.
        """
        event = self.find(which)
        point = self._point(event, end=end)
        earliest, latest = self._solution.earliest[point], self._solution.latest[point]
        stated = event.end if end else event.start
        tightened = Moment(
            earliest_utc=earliest_instant(earliest),
            latest_utc=latest_instant(latest),
            zone=self._zone(stated),
            precision=Precision.RANGE,
        )
        if stated is not None and _same_bounds(stated, tightened):
            return stated
        return Moment.unknown() if tightened.is_unknown else tightened

    def _zone(self, stated: Moment | None) -> str:
        if stated is not None and stated.zone is not None:
            return stated.zone
        zones = (event.start.zone for event in self.incident.events)
        return next((zone for zone in zones if zone is not None), "UTC")

    def before(self, first: Which, second: Which) -> Order:
        """Whether *first* starts before *second* starts.

        ``certain`` where every reading has it so, ``never`` where none has, else
        ``possible``; two events that start together are not before each other.
        """
        gap = self.elapsed(first, second)
        if gap.least is not None and gap.least > timedelta():
            return Order.CERTAIN
        if gap.greatest is not None and gap.greatest <= timedelta():
            return Order.NEVER
        return Order.POSSIBLE

    def elapsed(self, first: Which, second: Which) -> Elapsed:
        """The time from the start of *first* to the start of *second*.

        >>> from incident_timeline.model import Draft
        >>> draft = Draft(zone="Europe/London")
        >>> call = draft.event("call", "2023-11-23T19:59")
        >>> shots = draft.event("shots", "2023-11-23T20:47")
        >>> print(solve(draft.incident()).elapsed("call", "shots"))
        between 47 minutes and 49 minutes
        """
        least, greatest = self._solution.elapsed(
            self._point(first), self._point(second)
        )
        return Elapsed(least=_duration(least), greatest=_duration(greatest))

    def why_earliest(self, which: Which) -> tuple[Statement, ...]:
        """The statements that give an event's earliest start, as a chain."""
        reasons = self._solution.why_earliest(self._point(which))
        return tuple(self._statements[cast("int", reason)] for reason in reasons)

    def why_latest(self, which: Which) -> tuple[Statement, ...]:
        """The statements that give an event's latest start, as a chain."""
        reasons = self._solution.why_latest(self._point(which))
        return tuple(self._statements[cast("int", reason)] for reason in reasons)


def solve(incident: Incident, *, axioms: Iterable[Axiom] = AXIOMS) -> Timeline:
    """Solve an incident: what follows from all that is stated and must hold.

    Never raises on a valid incident; contradictory statements are its conflicts.

    >>> from incident_timeline.model import Draft
    >>> draft = Draft(zone="Europe/London")
    >>> dead = draft.event("death_pronouncement", "2023-11-23T21:30")
    >>> shots = draft.event("shots", "2023-11-23T22:00")
    >>> len(solve(draft.incident()).conflicts)
    1
    """
    heard = tuple(said(incident, axioms))
    statements = tuple(one.statement for one in heard)
    solution = _network(2 * len(incident.events), heard).solve()
    conflicts = tuple(
        _conflict(one.reasons, one.disagreement, statements)
        for one in solution.conflicts
    )
    doubted = {cast("int", r) for one in solution.conflicts for r in one.reasons}
    held = [
        row
        for i, one in enumerate(heard)
        if i not in doubted or one.statement.kind in _LAWS
        for row in one.rows
    ]
    return Timeline(
        incident=incident,
        events=display_order(incident, solution, held),
        conflicts=conflicts,
        statements=statements,
        solution=solution,
        places={event.id: i for i, event in enumerate(incident.events)},
    )


def _network(points: int, heard: tuple[Said, ...]) -> Network:
    """Reasons are the places of statements; vague ones are set aside before others."""
    rows = [
        Constraint(row.a, row.b, row.least, row.greatest, i)
        for i, one in enumerate(heard)
        for row in one.rows
    ]

    laws = {i for i, one in enumerate(heard) if one.statement.kind in _LAWS}

    def rank(reason: object) -> tuple[bool, bool, int]:
        i = cast("int", reason)
        return i not in laws, heard[i].statement.is_vague, i

    return Network(points, rows, key=rank, laws=laws)


def _conflict(
    reasons: tuple[object, ...], disagreement: int, statements: tuple[Statement, ...]
) -> Conflict:
    places = sorted(cast("int", reason) for reason in reasons)
    return Conflict(
        statements=tuple(statements[i] for i in places),
        disagreement=duration(disagreement),
    )


def _duration(count: int | None) -> timedelta | None:
    return None if count is None else duration(count)


def _same_bounds(a: Moment, b: Moment) -> bool:
    return (a.earliest_utc, a.latest_utc) == (b.earliest_utc, b.latest_utc)
