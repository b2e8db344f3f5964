"""Where conflicts can be: the edges of a network that may take part in one."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import Any, NamedTuple

from incident_timeline.timeline._components import strong_parts
from incident_timeline.timeline._explain import conflicts
from incident_timeline.timeline._minimal import ranks
from incident_timeline.timeline._settle import (
    ORIGIN,
    PASSES,
    Bounds,
    Row,
    Settled,
    Told,
    edges,
    settled,
    sweep,
    touching,
    walk,
)


class Order(NamedTuple):
    """How reasons rank: laws first, then by key, then as they first come."""

    key: Callable[[Any], Any] | None
    laws: AbstractSet[Hashable]

    def doubted(self, conflicts: Iterable[Collection[Hashable]]) -> set[Hashable]:
        """Every reason in a conflict; laws only where nothing else is in it."""
        doubted: set[Hashable] = set()
        for reasons in conflicts:
            doubted |= set(reasons) - self.laws or set(reasons)
        return doubted

    def ranked(
        self, rows: Iterable[Row], among: Collection[Hashable]
    ) -> dict[Hashable, int]:
        """These reasons with their ranks, in that order."""
        first = dict.fromkeys([row[4] for row in rows])
        listed = [reason for reason in first if reason in among]
        if self.key is not None:
            listed.sort(key=self.key)
        listed.sort(key=lambda reason: reason not in self.laws)
        return {reason: rank for rank, reason in enumerate(listed)}


class Found(NamedTuple):
    """A conflict."""

    reasons: tuple[Hashable, ...]
    """In the order of the chain that contradicts itself."""
    gain: int
    """By how much that chain passes itself."""
    length: int
    """The number of its edges."""


def explained(settlement: Settled, rows: Sequence[Row], order: Order) -> list[Found]:
    """Every independent conflict: first those that do without the calendar."""
    told: list[Found] = []
    kept, now = rows, settlement
    points = len(now.early) - 1
    if now.gains:
        cyclic = list(_cyclic(points, rows))
        reasons = {edge[3] for edge in cyclic}
        owned = edges(row for row in rows if row[4] in reasons)
        times: Bounds = [0] * (points + 1)
        told, aside = _found(
            cyclic, list(owned), times, order.ranked(rows, reasons), order
        )
        kept = [row for row in rows if row[4] not in aside]
        now = settled(points, kept)
    passed = list(_passed(now, kept))
    if passed:
        rank = order.ranked(kept, {edge[3] for edge in passed})
        told += _found(passed, passed, now.early, rank, order)[0]
    return _sorted(told, rows, order)


def _found(
    region: Sequence[Told],
    owned: Sequence[Told],
    times: Bounds,
    rank: dict[Hashable, int],
    order: Order,
) -> tuple[list[Found], set[Hashable]]:
    names = list(rank)
    laws = {place for reason, place in rank.items() if reason in order.laws}
    listed = [(u, v, w, rank[reason]) for u, v, w, reason in owned]
    mine = listed
    if owned is not region:
        mine = [(u, v, w, rank[reason]) for u, v, w, reason in region]
    guess = {end: times[end] or 0 for edge in mine for end in edge[:2]}
    chains, aside = conflicts(mine, listed, guess, laws)
    told = [
        Found(
            reasons=tuple([names[place] for place in ranks(chain)]),
            gain=sum([edge[2] for edge in chain]),
            length=len(chain),
        )
        for chain in chains
    ]
    return told, {names[place] for place in aside}


def _sorted(found: list[Found], rows: Iterable[Row], order: Order) -> list[Found]:
    """By the least reason, then the shorter before the longer."""
    rank = order.ranked(rows, {reason for one in found for reason in one.reasons})

    def place(one: Found) -> tuple[int, int, list[int]]:
        places = sorted(rank[reason] for reason in one.reasons)
        return places[0], one.length, places

    return sorted(found, key=place)


def _passed(now: Settled, rows: Iterable[Row]) -> Iterator[Told]:
    """The edges of every chain from the calendar to the calendar that passes itself."""
    early, back = now.early, now.back
    for row in rows:
        a, b, least, greatest, reason = row
        if a == b:
            continue
        if least is not None:
            x, y = early[a], back[b]
            if x is not None and y is not None and x + least + y > 0:
                yield a, b, least, reason
        if greatest is not None:
            x, y = early[b], back[a]
            if x is not None and y is not None and x + y > greatest:
                yield b, a, -greatest, reason


def _cyclic(points: int, rows: Sequence[Row]) -> Iterator[Told]:
    """The edges of the strongly connected parts in which a cycle gains on itself."""
    yield from (edge for edge in edges(rows) if edge[0] == edge[1] and edge[2] > 0)
    links = [row for row in rows if row[0] != row[1] and ORIGIN not in row[:2]]
    part = strong_parts(points, links)
    inner = [row for row in links if part[row[0]] == part[row[1]]]
    gaining = _gaining(points, inner, part)
    yield from edges(row for row in inner if part[row[0]] in gaining)


def _gaining(points: int, inner: Sequence[Row], part: Sequence[int]) -> set[int]:
    times: Bounds = [0] * points
    still: Bounds = [None] * points
    moved: list[int] = []
    for _ in range(PASSES):
        moved = sweep(times, still, inner)
    doubtful = {part[point] for point in moved}
    at = touching(points, [row for row in inner if part[row[0]] in doubtful])
    members: dict[int, list[int]] = {one: [] for one in doubtful}
    for point, one in enumerate(part):
        if one in doubtful:
            members[one].append(point)
    return {one for one in doubtful if not walk(times, at, members[one], tail=0)}
