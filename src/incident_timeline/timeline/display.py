"""The order in which events are shown: computed where it is known, else as told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from heapq import heapify, heappop, heappush

from incident_timeline.model import Event, Incident
from incident_timeline.timeline.axioms import AFTERMATH
from incident_timeline.timeline.network import Solution
from incident_timeline.timeline.statements import ORIGIN, Said

__all__ = ["display_order"]

Key = tuple[bool, int, int]


def display_order(
    incident: Incident, solution: Solution, held: Sequence[Said]
) -> tuple[Event, ...]:
    """The events in an order that every statement in *held* allows.

    Of those that could come next, the one with the lesser time goes first, then the
    one that is told first. An event without a time stands where it is told, after
    the one before it; an undated one of the aftermath goes last.
    """
    keys = _keys(incident, solution)
    after, waiting = _edges(len(incident.events), held)
    free = [keys[i] for i in range(len(keys)) if not waiting[i]]
    heapify(free)
    order: list[Event] = []
    left = set(range(len(keys)))
    while left:
        # Events that must start together wait for each other: the first told goes.
        i = heappop(free)[-1] if free else min(left, key=keys.__getitem__)
        if i not in left:
            continue
        left.discard(i)
        order.append(incident.events[i])
        for later in after[i]:
            waiting[later] -= 1
            if not waiting[later]:
                heappush(free, keys[later])
    return tuple(order)


def _keys(incident: Incident, solution: Solution) -> list[Key]:
    keys: list[Key] = []
    told = _first_time(solution)
    for i, event in enumerate(incident.events):
        earliest, latest = solution.earliest[2 * i], solution.latest[2 * i]
        known = latest if earliest is None else earliest
        if known is not None:
            told = known
        is_last = event.kind in AFTERMATH and (earliest is None or latest is None)
        keys.append((is_last, told, i))
    return keys


def _first_time(solution: Solution) -> int:
    known = (one for one in solution.earliest if one is not None)
    return min(known, default=0)


def _edges(count: int, held: Iterable[Said]) -> tuple[list[list[int]], list[int]]:
    """For each event, those that do not start before it, and how many it waits for."""
    pairs = {
        (row.a // 2, row.b // 2)
        for one in held
        for row in one.rows
        if row.a != ORIGIN and row.least is not None and row.least >= 0
        # A start or end that a start follows: the one event starts before the other.
        # Two that start together keep the order in which they are told.
        if row.b % 2 == 0 and (row.a % 2 or row.greatest != 0)
    }
    after: list[list[int]] = [[] for _ in range(count)]
    waiting = [0] * count
    for first, second in sorted(pairs):
        after[first].append(second)
        waiting[second] += 1
    return after, waiting
