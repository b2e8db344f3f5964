"""The order in which events are shown: computed where it is known, else as told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from incident_timeline.model import Event, Incident
from incident_timeline.timeline._propagate import ORIGIN, Edge, Labels, divide
from incident_timeline.timeline.axioms import AFTERMATH
from incident_timeline.timeline.network import Solution
from incident_timeline.timeline.statements import Row

__all__ = ["display_order"]


def display_order(
    incident: Incident, solution: Solution, held: Iterable[Row]
) -> tuple[Event, ...]:
    """The events in an order that the rows in *held* allow, all of them together.

    Each event wants the place of its earliest time, or else of its latest; without
    either that of the event told before it, or the last where it is of the aftermath.
    The least change of those wishes that satisfies every row gives the order, and of
    two at one place the one that is told first comes first.
    """
    wishes = enumerate(_wishes(incident, solution))
    wanted: Iterator[Edge] = ((ORIGIN, 2 * i, time, 0) for i, time in wishes)
    edges = (edge for row in held for edge in _edges(row))
    places = Labels(divide(2 * len(incident.events), [*wanted, *edges])).values
    order = sorted(range(len(incident.events)), key=lambda i: (places[2 * i], i))
    return tuple(incident.events[i] for i in order)


def _wishes(incident: Incident, solution: Solution) -> Iterator[int]:
    """A time for each event, not after its latest one."""
    known = [one for one in (*solution.earliest, *solution.latest) if one is not None]
    told, last = min(known, default=0), max(known, default=0)
    for i, event in enumerate(incident.events):
        earliest, latest = solution.earliest[2 * i], solution.latest[2 * i]
        if latest is None and event.kind in AFTERMATH:
            yield last
            continue
        time = latest if earliest is None else earliest
        told = told if time is None else time
        yield told


def _edges(row: Row) -> Iterator[Edge]:
    """A row as edges (u, v, w, 0), each of which says t[v] >= t[u] + w."""
    greatest = None if row.greatest is None else -row.greatest
    for u, v, w in ((row.a, row.b, row.least), (row.b, row.a, greatest)):
        if w is not None and row.a != ORIGIN:
            yield u, v, w, 0
