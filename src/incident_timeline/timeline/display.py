"""The order in which events are shown: computed where it is known, else as told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from incident_timeline.model import Event
from incident_timeline.timeline.axioms import AFTERMATH
from incident_timeline.timeline.network import ORIGIN, Network, Solution
from incident_timeline.timeline.statements import Heard, Row, microseconds

__all__ = ["display_order"]


def display_order(
    heard: Heard, solution: Solution, held: Sequence[Row]
) -> tuple[Event, ...]:
    """The events in an order that the rows in *held* allow, all of them together.

    Each event wants the place of its earliest time, or else of its latest; without
    either that of the event told before it, or the last where it is of the aftermath.
    The least change of those wishes that satisfies every row gives the order, and of
    two at one place the one that is told first comes first.
    """
    events = heard.incident.events
    places: Sequence[int | None] = solution.earliest
    if not _is_as_wanted(heard, solution):
        wishes = enumerate(_wishes(heard, solution))
        wanted: Iterator[Row] = ((ORIGIN, 2 * i, time, None, 0) for i, time in wishes)
        between = (row for row in held if row[0] != ORIGIN)
        places = Network(heard.points, [*wanted, *between]).solve().earliest
    order = sorted(range(len(events)), key=lambda i: (places[2 * i], i))
    return tuple([events[i] for i in order])


def _is_as_wanted(heard: Heard, solution: Solution) -> bool:
    """Whether the earliest times are what is wanted, and satisfy every row."""
    starts = zip(heard.incident.events, solution.latest[::2], strict=True)
    return not (
        solution.conflicts
        or heard.denied
        or None in solution.earliest[::2]
        or any(last is None and event.kind in AFTERMATH for event, last in starts)
    )


def _wishes(heard: Heard, solution: Solution) -> Iterator[int]:
    """A time for each event, not after its latest one."""
    known = [one for one in (*solution.earliest, *solution.latest) if one is not None]
    told, last = min(known, default=0), max(known, default=0)
    for i, event in enumerate(heard.incident.events):
        earliest, latest = solution.earliest[2 * i], solution.latest[2 * i]
        if i in heard.denied:
            earliest, latest = _stated(event)
        if latest is None and event.kind in AFTERMATH:
            yield last
            continue
        time = latest if earliest is None else earliest
        told = told if time is None else time
        yield told


def _stated(event: Event) -> tuple[int | None, int | None]:
    """The bounds of a start as a source states them."""
    first, last = event.start.earliest_utc, event.start.latest_utc
    return (
        None if first is None else microseconds(first),
        None if last is None else microseconds(last),
    )
