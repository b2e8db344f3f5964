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


class Kept:
    """Edges that can hold together, and times that satisfy them all."""

    __slots__ = ("ends", "times")

    def __init__(self, times: dict[int, int]) -> None:
        self.times = times
        # The edges by where they leave, and by where they enter.
        self.ends: tuple[defaultdict[int, list[Edge]], ...]
        self.ends = (defaultdict(list), defaultdict(list))

    def add(self, edge: Edge) -> Chain:
        """Keeps an edge, or tells a cycle that it would close."""
        times = self.times
        u, v, w, _ = edge
        lack = times[u] + w - times[v]
        if lack > 0:
            if u == v:
                return [edge]
            if way := self._way(v, u, lack):
                return [edge, *way]
            self._raise(v, lack)
        self.ends[0][u].append(edge)
        self.ends[1][v].append(edge)
        return []

    def drop(self, edges: Iterable[Edge]) -> None:
        """Keeps those edges no more."""
        for edge in edges:
            self.ends[0][edge[0]].remove(edge)
            self.ends[1][edge[1]].remove(edge)

    def _way(self, start: int, goal: int, limit: int) -> Chain:
        """A way whose edges have less slack than this, searched from both its ends.

        Where fewer edges come next the search goes on, so that the calendar, which may
        touch every point, is met there rather than passed.
        """
        times, turn = self.times, count()
        reached: tuple[dict[int, int], ...] = ({start: 0}, {goal: 0})
        came: tuple[dict[int, Edge], ...] = ({}, {})
        heaps = ([(0, 0, start)], [(0, 0, goal)])
        while heaps[0] and heaps[1] and heaps[0][0][0] + heaps[1][0][0] < limit:
            back = int(self._degree(1, heaps) < self._degree(0, heaps))
            far, _, x = heappop(heaps[back])
            if far > reached[back][x]:
                continue
            mine, other = reached[back], reached[1 - back]
            for edge in self.ends[back].get(x, ()):
                y = edge[1 - back]
                cost = far + times[edge[1]] - times[edge[0]] - edge[2]
                if cost < mine.get(y, limit):
                    mine[y] = cost
                    came[back][y] = edge
                    if cost + other.get(y, limit) < limit:
                        return _joined(came, y)
                    heappush(heaps[back], (cost, next(turn), y))
        return []

    def _degree(self, back: int, heaps: tuple[list[tuple[int, int, int]], ...]) -> int:
        return len(self.ends[back].get(heaps[back][0][2], ()))

    def _raise(self, point: int, lack: int) -> None:
        """Moves a point, and whoever must move then, in the order of how far."""
        times, leaving = self.times, self.ends[0]
        heap, turn = [(-lack, 0, point)], count(1)
        moves: dict[int, int] = {}
        while heap:
            cost, _, x = heappop(heap)
            if x in moves:
                continue
            moves[x] = time = times[x] - cost
            for _, y, w, _ in leaving.get(x, ()):
                cost = times[y] - time - w
                if cost < 0 and y not in moves:
                    heappush(heap, (cost, next(turn), y))
        times.update(moves)


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
