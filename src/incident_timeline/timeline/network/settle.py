"""Exact bounds of a network: a few passes over its rows, then a queue for the rest."""

from __future__ import annotations

from collections import deque
from collections.abc import Hashable, Iterable, Iterator, Sequence
from operator import itemgetter
from typing import Any, NamedTuple, TypeAlias

from incident_timeline.timeline.network.components import strong_parts
from incident_timeline.timeline.network.forest import Forest

Row: TypeAlias = tuple[int, int, int | None, int | None, Hashable]
"""(a, b, least, greatest, reason): least <= t[b] - t[a] <= greatest."""

AnyRow: TypeAlias = tuple[Any, ...]
"""The same, to be read at a place that is computed."""

Told: TypeAlias = tuple[int, int, int, Hashable]
"""(u, v, w, reason): t[v] >= t[u] + w; ORIGIN stands at time 0."""

Bounds: TypeAlias = list[int | None]
"""A lower bound for each point, None where open; the calendar stands last, at 0."""

PASSES = 3
"""On timelines each pass leaves a quarter of the moves of the one before, and lists of
what touches each point cost two passes to build."""


ORIGIN = -1
"""The point that stands for time 0 of the calendar, from which bounds are counted."""


class Parts(NamedTuple):
    """The rows of a network, apart by what they touch."""

    early: Bounds
    """The least that windows alone allow each point."""
    back: Bounds
    """The same with time turned round: minus the greatest."""
    links: list[Row]
    """The rows between two points."""
    is_broken: bool
    """Whether a row from a point to itself can't hold."""


def split(points: int, rows: Iterable[Row]) -> Parts:
    """Windows become one bound a point and a side; ValueError for an unknown point."""
    early: Bounds = [None] * points
    back: Bounds = [None] * points
    links: list[Row] = []
    is_broken = False
    for row in rows:
        a, b, least, greatest, _ = row
        if 0 <= a < points and 0 <= b < points and a != b:
            links.append(row)
            continue
        if a == -1 and 0 <= b < points:
            pass
        elif b == -1 and 0 <= a < points:
            b = a
            least, greatest = _minus(greatest), _minus(least)
        elif a == b and -1 <= a < points:
            is_broken |= (least or 0) > 0 or (greatest or 0) < 0
            continue
        else:
            raise unknown(row, points)
        if least is not None and ((x := early[b]) is None or least > x):
            early[b] = least
        if greatest is not None and ((x := back[b]) is None or x < -greatest):
            back[b] = -greatest
    early.append(0)
    back.append(0)
    return Parts(early, back, links, is_broken)


def _minus(side: int | None) -> int | None:
    return None if side is None else -side


def unknown(row: Row, points: int) -> ValueError:
    """What to raise for a row on a point that isn't there."""
    bad = row[1] if -1 <= row[0] < points else row[0]
    return ValueError(f"{row}: there is no point {bad} in a network of {points}")


def touching(points: int, links: Iterable[Row]) -> list[list[AnyRow]]:
    """For each point the rows that touch it."""
    at: list[list[AnyRow]] = [[] for _ in range(points)]
    for row in links:
        at[row[0]].append(row)
        at[row[1]].append(row)
    return at


class Loop(NamedTuple):
    """A cycle that gains on itself, and where the walk stands that felt it."""

    way: list[int]
    """Its points: each is moved by the next, and the last by the first."""
    waiting: list[int]
    """Who moved, and may have to move others yet."""


class Gain(NamedTuple):
    """A cycle that gains on itself, and where the search stands that felt it."""

    way: list[int]
    """Its points: each is moved by the next, and the last by the first."""
    tail: int
    """1 where time is turned round."""
    at: list[list[AnyRow]]
    """For each point the rows that touch it, and may lie on such a cycle."""
    bounds: tuple[Bounds, ...]
    """As they are now, each with time turned round once more."""
    start: tuple[Bounds, ...]
    """As they were at first."""
    waiting: tuple[list[int], ...]
    """Who moved, and may have to move others yet."""

    def reasons(self) -> Iterator[Hashable]:
        """The reason of each of its steps."""
        before = [*self.way[1:], self.way[0]]
        for u, v in zip(before, self.way, strict=True):
            there = steps(self.at[u], u, self.tail)
            told = [(w, row) for x, w, row in there if x == v]
            yield max(told, key=itemgetter(0))[1][4]


class Settled(NamedTuple):
    """What rows imply. Where a cycle gains on itself the bounds mean nothing."""

    early: Bounds
    back: Bounds
    gains: bool
    cycle: Gain | None = None
    """One that gains, unless a row from a point to itself does."""

    @property
    def agrees(self) -> bool:
        """Whether all rows can hold together."""
        if self.gains:
            return False
        for x, y in zip(self.early, self.back, strict=True):
            if x is not None and y is not None and x + y > 0:
                return False
        return True


def settled(points: int, rows: Iterable[Row]) -> Settled:
    """The exact bounds of these rows, if no cycle gains on itself."""
    return parts_settled(split(points, rows))


def parts_settled(parts: Parts) -> Settled:
    """The same from what `split` gives."""
    early, back, links, is_broken = parts
    early, back = early[:], back[:]
    if is_broken:
        return Settled(early, back, gains=True)
    cycle = settle((early, back), parts[:2], links) or unseen(early, back, links)
    return Settled(early, back, cycle is not None, cycle)


def unseen(early: Bounds, back: Bounds, links: Iterable[Row]) -> Gain | None:
    """A cycle that gains on itself, and that no bound reaches."""
    if None not in early or None not in back:
        return None
    free = [x is None and y is None for x, y in zip(early, back, strict=True)]
    loose = [row for row in links if free[row[0]] and free[row[1]]]
    times: Bounds = [0] * len(free)
    moved = swept(times, [None] * len(free), loose)
    if not moved:
        return None
    part = strong_parts(len(free) - 1, loose)
    at = touching(len(part), [row for row in loose if part[row[0]] == part[row[1]]])
    loop = walk(times, at, moved, tail=0)
    zeros: Bounds = [0] * len(free)
    return loop and Gain(loop.way, 0, at, (times,), (zeros,), (loop.waiting,))


def settle(
    bounds: tuple[Bounds, Bounds], start: tuple[Bounds, Bounds], links: Sequence[Row]
) -> Gain | None:
    """Raises both bounds to what the rows imply, unless a cycle gains on itself.

    Only a cycle that a bound reaches is felt. The *start* is what bounds were.
    """
    moved = swept(*bounds, links)
    if moved:
        at = touching(len(bounds[0]) - 1, links)
        if loop := walk(bounds[0], at, moved, tail=0):
            return Gain(loop.way, 0, at, bounds, start, (loop.waiting, moved))
        if loop := walk(bounds[1], at, moved, tail=1):
            return Gain(loop.way, 1, at, bounds, start, ([], loop.waiting))
    return None


def swept(early: Bounds, back: Bounds, links: Sequence[Row]) -> list[int]:
    """A few passes, forth and back; the points that may have to move others yet."""
    moved: list[int] = []
    for turn in range(PASSES):
        moved = sweep(early, back, reversed(links) if turn % 2 else links)
        if not moved:
            break
    return moved


def sweep(  # noqa: C901 - inline, since a call for each row would double the cost
    early: Bounds, back: Bounds, links: Iterable[Row]
) -> list[int]:
    """One pass both ways; the points that moved."""
    moved: list[int] = []
    for a, b, least, greatest, _ in links:
        if least is not None:
            if (x := early[a]) is not None:
                x += least
                if (y := early[b]) is None or x > y:
                    early[b] = x
                    moved.append(b)
            if (x := back[b]) is not None:
                x += least
                if (y := back[a]) is None or x > y:
                    back[a] = x
                    moved.append(a)
        if greatest is not None:
            if (x := early[b]) is not None:
                x -= greatest
                if (y := early[a]) is None or x > y:
                    early[a] = x
                    moved.append(a)
            if (x := back[a]) is not None:
                x -= greatest
                if (y := back[b]) is None or x > y:
                    back[b] = x
                    moved.append(b)
    return moved


def edges(rows: Iterable[Row]) -> Iterator[Told]:
    """Each side of each row."""
    for a, b, least, greatest, reason in rows:
        if least is not None:
            yield a, b, least, reason
        if greatest is not None:
            yield b, a, -greatest, reason


def steps(
    rows: Iterable[AnyRow], point: int, tail: int
) -> Iterator[tuple[int, int, AnyRow]]:
    """Where the rows at a point lead, and by how much at least, with time as told."""
    for row in rows:
        if row[tail] == point:
            if (least := row[2]) is not None:
                yield row[1 - tail], least, row
        elif (greatest := row[3]) is not None:
            yield row[tail], -greatest, row


def walk(  # noqa: C901 - inline, since a call for each row would double the cost
    bounds: Bounds,
    at: list[list[AnyRow]],
    moved: Iterable[int],
    *,
    tail: int,
    log: list[tuple[int, int | None]] | None = None,
) -> Loop | None:
    """First in, first out from what moved; a cycle that gains as soon as it closes.

    What hangs below a point that moves waits for the move, and a move into a point
    above its own tail closes a cycle. With `tail` 1 time is turned round. A *log* is
    given what each move replaces.
    """
    head = 1 - tail
    queue: deque[int] = deque(dict.fromkeys(moved))
    forest = Forest(queue)
    waiting = forest.waiting
    while queue:
        u = queue.popleft()
        if u not in waiting:
            continue
        waiting.discard(u)
        x = bounds[u]
        if x is None:
            continue
        for row in at[u]:
            if row[tail] == u:
                v, w = row[head], row[2]
                if w is None:
                    continue
            else:
                v, w = row[tail], row[3]
                if w is None:
                    continue
                w = -w
            y = bounds[v]
            if y is not None and x + w <= y:
                continue
            if not forest.graft(u, v):
                return Loop(forest.way(u, v), [u, *waiting])
            if log is not None:
                log.append((v, y))
            bounds[v] = x + w
            if v not in waiting:
                waiting.add(v)
                queue.append(v)
    return None
