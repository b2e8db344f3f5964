"""Which edges can hold together: taken in the order of their ranks, one by one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from heapq import heappop, heappush
from itertools import count
from typing import TypeAlias

Edge: TypeAlias = tuple[int, int, int, int]
"""(u, v, w, rank): t[v] >= t[u] + w, because of the reason of that rank."""

Chain: TypeAlias = list[Edge]
"""A cycle of edges that can't all hold, in its order."""


Heaps: TypeAlias = tuple[list[tuple[int, int, int]], ...]
"""What is still to be searched from either end: how far, when it came, the point."""


class Kept:
    """Edges that can hold together, and times that satisfy them all."""

    __slots__ = ("between", "ends", "times")

    def __init__(self, times: dict[int, int]) -> None:
        self.times: dict[int, int] = times
        # The edges by where they leave, by where they enter, and by both.
        self.ends: tuple[defaultdict[int, list[Edge]], ...]
        self.ends = (defaultdict(list), defaultdict(list))
        self.between: defaultdict[tuple[int, int], list[Edge]] = defaultdict(list)

    def add(self, edge: Edge) -> Chain:
        """Keeps an edge, or tells a cycle that it would close."""
        times = self.times
        u, v, w, _ = edge
        lack = times[u] + w - times[v]
        if lack > 0:
            if u == v:
                return [edge]
            for other in self.between.get((v, u), ()):
                if other[2] + w > 0:
                    return [edge, other]
            if way := self._way(v, u, lack):
                return [edge, *way]
        for shelf in self._shelves(edge):
            shelf.append(edge)
        return []

    def drop(self, edges: Iterable[Edge]) -> None:
        """Keeps those edges no more."""
        for edge in edges:
            for shelf in self._shelves(edge):
                shelf.remove(edge)

    def _shelves(self, edge: Edge) -> tuple[list[Edge], ...]:
        u, v, _, _ = edge
        return self.ends[0][u], self.ends[1][v], self.between[u, v]

    def _way(self, start: int, goal: int, limit: int) -> Chain:
        """A way whose edges have less slack than this, searched from both its ends.

        Where there is none, the times move apart by so much. Where fewer edges come
        next the search goes on, so that the calendar, which may touch every point, is
        met there rather than passed.
        """
        times, turn = self.times, count()
        reached: tuple[dict[int, int], ...] = ({start: 0}, {goal: 0})
        came: tuple[dict[int, Edge], ...] = ({}, {})
        heaps = ([(0, 0, start)], [(0, 0, goal)])
        following = [self.ends[0].get(start, ()), self.ends[1].get(goal, ())]
        while heaps[0] and heaps[1] and heaps[0][0][0] + heaps[1][0][0] < limit:
            back = int(len(following[1]) < len(following[0]))
            mine, other, heap = reached[back], reached[1 - back], heaps[back]
            far, _, x = heappop(heap)
            for edge in following[back] if far == mine[x] else ():
                y = edge[1 - back]
                cost = far + times[edge[1]] - times[edge[0]] - edge[2]
                if cost < mine.get(y, limit):
                    mine[y] = cost
                    came[back][y] = edge
                    if cost + other.get(y, limit) < limit:
                        return _joined(came, y)
                    heappush(heap, (cost, next(turn), y))
            if heap:
                following[back] = self.ends[back].get(heap[0][2], ())
        self._part(reached, heaps, limit)
        return []

    def _part(
        self, reached: tuple[dict[int, int], ...], heaps: Heaps, limit: int
    ) -> None:
        """Raises what lies after the start, and lowers what lies before the goal.

        What is nearer moves further; since both ways together are as long as the limit,
        what an edge joins never moves apart by more than its slack.
        """
        times = self.times
        after = limit
        if heaps[0]:
            after = heaps[0][0][0] if heaps[1] else 0
        before = limit - after
        for x, cost in reached[0].items():
            times[x] += max(after - cost, 0)
        for x, cost in reached[1].items():
            times[x] -= max(before - cost, 0)


def _joined(came: tuple[dict[int, Edge], ...], point: int) -> Chain:
    """The way through a point that was reached from both ends."""
    way: Chain = []
    x = point
    while x in came[0]:
        way.append(came[0][x])
        x = way[-1][0]
    way.reverse()
    while point in came[1]:
        way.append(came[1][point])
        point = way[-1][1]
    return way


def contradiction(edges: Iterable[Edge]) -> Chain:
    """The first cycle that these edges close, in the order in which they come."""
    listed = list(edges)
    kept = Kept(dict.fromkeys((end for edge in listed for end in edge[:2]), 0))
    return next(filter(None, map(kept.add, listed)), [])
