"""Ways through a network whose bounds are known, searched when they are asked for."""

from __future__ import annotations

from collections import deque
from collections.abc import Container, Iterable, Sequence
from heapq import heappop, heappush
from math import inf
from operator import itemgetter
from typing import NamedTuple, cast

from incident_timeline.timeline.network.settle import (
    ORIGIN,
    AnyRow,
    Bounds,
    Row,
    edges,
    steps,
    touching,
    walk,
)


class _Way(NamedTuple):
    length: int
    came: dict[int, int]
    goal: int
    tail: int


class Paths:
    """The rows that give bounds and differences; with `tail` 1 time is turned round."""

    __slots__ = ("_at", "_free", "_windows", "apart", "bounds", "rows")

    def __init__(self, early: Bounds, back: Bounds, rows: Sequence[Row]) -> None:
        self.bounds: tuple[Bounds, Bounds] = (early, back)
        self.rows: Sequence[Row] = rows
        self.apart: Container[int] = ()
        self._at: list[list[AnyRow]] | None = None
        self._free: list[int] = []
        self._windows: dict[int, list[AnyRow]] | None = None

    @property
    def at(self) -> list[list[AnyRow]]:
        """For each point the rows to others that touch it."""
        if self._at is None:
            between = [row for row in self.rows if ORIGIN not in row[:2]]
            self._at = touching(len(self.bounds[0]) - 1, between)
        return self._at

    @property
    def windows(self) -> dict[int, list[AnyRow]]:
        """For each point that has any, its rows to the calendar."""
        if self._windows is None:
            self._windows = {}
            for row in self.rows:
                if row[0] != row[1] and ORIGIN in row[:2]:
                    self._windows.setdefault(max(row[:2]), []).append(row)
        return self._windows

    def admit(self, rows: Iterable[Row]) -> None:
        """Has what was found for points without bounds satisfy these rows as well."""
        if free := cast("Bounds", self._free):
            moved = []
            for u, v, w, _ in edges(rows):
                x, y = free[u], free[v]
                if u != v and ORIGIN not in (u, v) and (x or 0) + w > (y or 0):
                    free[v] = (x or 0) + w
                    moved.append(v)
            walk(free, self.at, moved, tail=0)

    def forget(self) -> None:
        """Drops what was found for points without bounds."""
        self._free = []

    def chain(self, point: int, tail: int) -> list[AnyRow]:
        """The fewest rows that give a point its bound, from a window on."""
        bounds = self.bounds[tail]
        if bounds[point] is None:
            return []
        came: dict[int, tuple[int, AnyRow]] = {}
        queue = deque([point])
        while (window := self._window(queue[0], tail)) is None:
            x = queue.popleft()
            for y, w, row in steps(self.at[x], x, 1 - tail):
                z = bounds[y]
                if z is None or z + w != bounds[x]:
                    continue
                if y != point and y not in came:
                    came[y] = x, row
                    queue.append(y)
        x, rows = queue[0], [window]
        while x != point:
            x, row = came[x]
            rows.append(row)
        return rows

    def _window(self, point: int, tail: int) -> AnyRow | None:
        bound = self.bounds[tail][point]
        stated = steps(self.windows.get(point, ()), ORIGIN, tail)
        return next((row for _, w, row in stated if w == bound), None)

    def least(self, a: int, b: int) -> int | None:
        """The least of t[b] - t[a]: by way of the calendar, or where rows say more."""
        calendar = self.by_calendar(a, b)
        way = self._longest(a, b, calendar)
        return calendar if way is None else way.length

    def why_least(self, a: int, b: int) -> list[AnyRow]:
        """The rows that give it, from a to b, rather without the calendar."""
        calendar = self.by_calendar(a, b)
        way = self._longest(a, b, None if calendar is None else calendar - 1)
        if way is not None:
            return self._rows_of(way)
        if calendar is None:
            return []
        return [*reversed(self.chain(a, tail=1)), *self.chain(b, tail=0)]

    def by_calendar(self, a: int, b: int) -> int | None:
        """The least of t[b] - t[a] that follows from the bounds of both."""
        early, back = self.bounds[0][b], self.bounds[1][a]
        return None if early is None or back is None else early + back

    def _is_narrower(self, b: int, a: int) -> bool:
        before, after = self.by_calendar(a, a), self.by_calendar(b, b)
        if before is None and after is None:
            return self.bounds[0][a] is None and self.bounds[1][b] is not None
        return before is None or (after is not None and after > before)

    def _longest(self, a: int, b: int, known: int | None) -> _Way | None:
        """The longest way over rows, None where it is no longer than *known*.

        Searched from the narrower end, since no way that counts goes further than that
        is wide. Bounds are potentials: a step costs its slack, so Dijkstra's order
        holds.
        """
        tail = int(self._is_narrower(b, a))
        start, goal = (b, a) if tail else (a, b)
        if self.bounds[tail][goal] is None and self.bounds[tail][start] is not None:
            return None
        times, at, head = self._potentials(start, tail), self.at, 1 - tail
        span = times[goal] - times[start]
        limit = inf if known is None else span - known
        heap: list[tuple[int, int, int]] = [(0, start, start)]
        came: dict[int, int] = {}
        while heap:
            cost, u, by = heappop(heap)
            if u in came:
                continue
            came[u] = by
            if u == goal:
                return _Way(span - cost, came, goal, tail)
            base = cost - times[u]
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
                reached = base + times[v] - w
                if reached < limit and v not in came:
                    heappush(heap, (reached, v, u))
        return None

    def _potentials(self, point: int, tail: int) -> list[int]:
        """Times at which every row on a way from this point holds.

        What is reached from a bounded point is bounded.
        """
        if self.bounds[tail][point] is not None:
            return cast("list[int]", self.bounds[tail])
        if not self._free:
            free: Bounds = [0] * len(self.at)
            start = [point for point in range(len(free)) if point not in self.apart]
            walk(free, self.at, start, tail=tail)
            self._free = cast("list[int]", free)
        return self._free

    def _rows_of(self, way: _Way) -> list[AnyRow]:
        """The rows along a way, from the earlier point on as time runs."""
        _, came, v, tail = way
        rows: list[AnyRow] = []
        while came[v] != v:
            u = came[v]
            there = [(w, row) for x, w, row in steps(self.at[u], u, tail) if x == v]
            rows.append(max(there, key=itemgetter(0))[1])
            v = u
        return rows if tail else rows[::-1]
