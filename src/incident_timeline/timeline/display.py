"""The order in which events are shown: computed where it is known, else as told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from heapq import heapify, heappop, heappush
from itertools import pairwise

from incident_timeline.model import Event, Incident
from incident_timeline.timeline.axioms import AFTERMATH
from incident_timeline.timeline.network import Solution
from incident_timeline.timeline.statements import ORIGIN, Said

__all__ = ["display_order"]

Key = tuple[bool, int, int]
Pair = tuple[int, int]


def display_order(
    incident: Incident, solution: Solution, held: Sequence[Said]
) -> tuple[Event, ...]:
    """The events in an order that every statement in *held* allows.

    Of those that could come next, the one with the lesser time goes first, then the
    one that is told first. An event without a time stands where it is told, after
    the one before it; an undated one of the aftermath goes last.
    """
    keys = _keys(incident, solution)
    pairs = {*_stated(held), *_measured(solution, held)}
    after, waiting = _edges(len(incident.events), pairs)
    free = [keys[i] for i in range(len(keys)) if not waiting[i]]
    heapify(free)
    order: list[Event] = []
    left = set(range(len(keys)))

    def together(i: int) -> tuple[int, Key]:
        return solution.position(2 * i), keys[i]

    while left:
        # Events that must start together wait for each other: the first of them goes.
        i = heappop(free)[-1] if free else min(left, key=together)
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
        is_last = event.kind in AFTERMATH and latest is None
        keys.append((is_last, told, i))
    return keys


def _first_time(solution: Solution) -> int:
    known = (one for one in solution.earliest if one is not None)
    return min(known, default=0)


def _stated(held: Iterable[Said]) -> Iterator[Pair]:
    """Pairs of events of which one statement alone puts the first before the second."""
    for one in held:
        for row in one.rows:
            if row.a == ORIGIN or row.least is None or row.least < 0 or row.b % 2:
                continue
            # Two that start together keep the order in which they are told.
            if row.a % 2 or row.greatest != 0:
                yield row.a // 2, row.b // 2


def _measured(solution: Solution, held: Iterable[Said]) -> Iterator[Pair]:
    """Pairs that follow from greatest gaps, along events that links join.

    Several statements together may put one event before another; any values that
    satisfy them all do too.
    """
    rows = [
        row
        for one in held
        for row in one.rows
        if row.a != ORIGIN and row.a != row.b - 1
    ]
    if not any(row.greatest for row in rows):
        return
    for group in _linked((row.a // 2, row.b // 2) for row in rows):
        ordered = sorted(group, key=lambda i: (solution.position(2 * i), i))
        yield from pairwise(ordered)


def _linked(pairs: Iterable[Pair]) -> Iterable[set[int]]:
    """The groups of events that are joined by pairs."""
    groups: dict[int, set[int]] = {}
    for first, second in pairs:
        here = groups.setdefault(first, {first})
        there = groups.setdefault(second, {second})
        if here is not there:
            small, large = sorted((here, there), key=len)
            large |= small
            groups.update(dict.fromkeys(small, large))
    return {id(group): group for group in groups.values()}.values()


def _edges(count: int, pairs: Iterable[Pair]) -> tuple[list[list[int]], list[int]]:
    """For each event, those that do not start before it, and how many it waits for."""
    after: list[list[int]] = [[] for _ in range(count)]
    waiting = [0] * count
    for first, second in sorted(pairs):
        after[first].append(second)
        waiting[second] += 1
    return after, waiting
