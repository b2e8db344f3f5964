"""Where conflicts can be: the edges of a network that may take part in one."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from operator import itemgetter
from typing import Any, NamedTuple

from incident_timeline.timeline.network.around import around
from incident_timeline.timeline.network.components import strong_parts
from incident_timeline.timeline.network.explain import conflicts
from incident_timeline.timeline.network.minimal import ranks
from incident_timeline.timeline.network.repair import resumed
from incident_timeline.timeline.network.settle import (
    PASSES,
    AnyRow,
    Bounds,
    Gain,
    Row,
    Settled,
    Told,
    edges,
    settled,
    sweep,
    touching,
    unseen,
    walk,
)

FEW = 100
"""So few rows are settled afresh sooner than what rests on one of them is found."""


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
        told = map(itemgetter(4), rows)
        listed = list(dict.fromkeys(filter(among.__contains__, told)))
        if self.key is not None:
            listed.sort(key=self.key)
        listed.sort(key=lambda reason: reason not in self.laws)
        return {reason: rank for rank, reason in enumerate(listed)}

    def last(self, rows: Iterable[Row], among: Collection[Hashable]) -> Hashable:
        """The last of these reasons."""
        return next(reversed(self.ranked(rows, among)))


class Found(NamedTuple):
    """A conflict."""

    reasons: tuple[Hashable, ...]
    """In the order of the chain that contradicts itself."""
    gain: int
    """By how much that chain passes itself."""
    length: int
    """The number of its edges."""


class _Gainless(NamedTuple):
    """Conflicts, and the rest once a reason of each is set aside, settled."""

    told: list[Found]
    rows: Sequence[Row]
    now: Settled


def explained(settlement: Settled, rows: Sequence[Row], order: Order) -> list[Found]:
    """Every independent conflict: first those that do without the calendar."""
    told, rest, now = _Gainless([], rows, settlement)
    if now.gains:
        told, rest, now = _gainless(now, rows, order)
    if not now.agrees:
        passed = list(_passed(now, rest))
        rank = order.ranked(rest, {edge[3] for edge in passed})
        told += _found(passed, passed, now.early, rank, order)[0]
    return _sorted(told, rows, order) if len(told) > 1 else told


def _gainless(now: Settled, rows: Sequence[Row], order: Order) -> _Gainless:
    """The conflicts of all cycles that gain.

    Where one reason is in all these cycles, and last in rank in one, they are looked
    for around it. It is the last of any cycle or, where ranks are kept one by one, the
    first that can't be: either way the same.
    """
    cycle = now.cycle
    if cycle is None:
        return _everywhere(now, rows, order)[0]
    last = order.last(rows, set(cycle.reasons()))
    rest = _less(rows, {last})
    own = _only(last, rows)
    then = own and _resettled(cycle, own, now, rest)
    if own and then and not then.gains:
        return _near(own, cycle.at, rows, _Gainless([], rest, then), order)
    every, first = _everywhere(now, rows, order)
    own = _only(first, rows)
    if own and (len(every.told) == 1 or first not in every.told[0].reasons):
        less = _without({first}, [], rows, len(cycle.at))
        if not less.now.gains:
            return _near(own, cycle.at, rows, less, order)
    return every


def _resettled(cycle: Gain, row: Row, now: Settled, rest: Sequence[Row]) -> Settled:
    """The same without this row; from where it stands, but for few."""
    if len(rest) < FEW:
        return settled(len(cycle.at), rest)
    early, back, _, _ = now
    gains = not resumed(cycle, row)
    if not gains and len(cycle.bounds) > 1:
        gains = unseen(early, back, filter(_is_link, rest)) is not None
    return Settled(early, back, gains)


def _only(reason: Hashable, rows: Iterable[Row]) -> Row | None:
    """The row of this reason, where it is the only one, and between two points."""
    own = [row for row in rows if row[4] == reason]
    return own[0] if len(own) == 1 and _is_link(own[0]) else None


def _near(
    row: Row,
    at: list[list[AnyRow]],
    rows: Sequence[Row],
    rest: _Gainless,
    order: Order,
) -> _Gainless:
    """The same round one row; the rest, which is settled, has no such cycle."""
    region = around(row, at, rest.rows, rest.now)
    told, aside, _ = _owned(region, rows, rest.now.early, order)
    if aside == {row[4]}:
        return rest._replace(told=told)
    return _without(aside, told, rows, len(at))


def _everywhere(
    now: Settled, rows: Sequence[Row], order: Order
) -> tuple[_Gainless, Hashable]:
    """The same wherever a cycle gains, and the first reason that was one too many."""
    points = len(now.early) - 1
    region = list(_cyclic(points, rows))
    told, aside, first = _owned(region, rows, [0] * (points + 1), order)
    return _without(aside, told, rows, points), first


def _without(
    aside: set[Hashable], told: list[Found], rows: Sequence[Row], points: int
) -> _Gainless:
    rest = _less(rows, aside)
    return _Gainless(told, rest, settled(points, rest))


def _less(rows: Iterable[Row], aside: AbstractSet[Hashable]) -> list[Row]:
    return [row for row in rows if row[4] not in aside]


def _owned(
    region: Sequence[Told], rows: Sequence[Row], times: Bounds, order: Order
) -> tuple[list[Found], set[Hashable], Hashable]:
    """The conflicts of a region, with all that its reasons say."""
    reasons = {edge[3] for edge in region}
    owned = list(edges(row for row in rows if row[4] in reasons))
    return _found(region, owned, times, order.ranked(rows, reasons), order)


def _found(
    region: Sequence[Told],
    owned: Sequence[Told],
    times: Bounds,
    rank: dict[Hashable, int],
    order: Order,
) -> tuple[list[Found], set[Hashable], Hashable]:
    names = list(rank)
    laws = {place for reason, place in rank.items() if reason in order.laws}
    listed = [(u, v, w, rank[reason]) for u, v, w, reason in owned]
    mine = listed
    if owned is not region:
        mine = [(u, v, w, rank[reason]) for u, v, w, reason in region]
    guess = {end: times[end] or 0 for edge in mine for end in edge[:2]}
    chains, aside, first = conflicts(mine, listed, guess, laws)
    told = [
        Found(
            reasons=tuple([names[place] for place in ranks(chain)]),
            gain=sum([edge[2] for edge in chain]),
            length=len(chain),
        )
        for chain in chains
    ]
    return told, {names[place] for place in aside}, names[first]


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
    loops = [edge for edge in edges(rows) if edge[0] == edge[1] and edge[2] > 0]
    links = list(filter(_is_link, rows))
    part = strong_parts(points, links)
    inner = [row for row in links if part[row[0]] == part[row[1]]]
    gaining = {part[row[0]] for row in inner}
    if loops or len(gaining) > 1:
        gaining = _gaining(points, inner, part)
    yield from loops
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
    return {one for one in doubtful if walk(times, at, members[one], tail=0)}


def _is_link(row: Row) -> bool:
    """Whether it is between two points."""
    return row[0] != row[1] and row[0] >= 0 and row[1] >= 0
