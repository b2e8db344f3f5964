"""Earliest labels over integer edges: two passes, then a queue that sees cycles."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from heapq import heappop, heappush
from typing import NamedTuple, TypeAlias

ORIGIN = -1

Edge: TypeAlias = tuple[int, int, int, int]
"""(u, v, w, row): t[v] >= t[u] + w, because of row; ORIGIN stands at time 0."""


class Parts(NamedTuple):
    """The edges of a network, apart by what they touch."""

    floors: list[Edge | None]
    """For each point its tightest edge from the calendar: its stated earliest."""
    ceilings: list[Edge | None]
    """For each point its tightest edge to the calendar: its stated latest."""
    edges: list[Edge]
    """Those between two points."""
    broken: list[Edge]
    """Those from a point to itself that nothing satisfies."""


def divide(points: int, edges: Iterable[Edge]) -> Parts:
    """Calendar edges become one label a point and a side; true loops vanish."""
    floors: list[Edge | None] = [None] * points
    ceilings: list[Edge | None] = [None] * points
    between: list[Edge] = []
    broken: list[Edge] = []
    for edge in edges:
        u, v, w, _ = edge
        if u == v:
            if w > 0:
                broken.append(edge)
        elif u < 0:
            _tighten(floors, v, edge)
        elif v < 0:
            _tighten(ceilings, u, edge)
        else:
            between.append(edge)
    return Parts(floors, ceilings, between, broken)


def _tighten(labels: list[Edge | None], point: int, edge: Edge) -> None:
    known = labels[point]
    if known is None or edge[2] > known[2]:
        labels[point] = edge


def mirrored(parts: Parts) -> Parts:
    """The same network with time running backwards: earliest is minus latest."""
    return Parts(
        [edge and (ORIGIN, edge[0], edge[2], edge[3]) for edge in parts.ceilings],
        [edge and (edge[1], ORIGIN, edge[2], edge[3]) for edge in parts.floors],
        [(v, u, w, row) for u, v, w, row in parts.edges],
        parts.broken,
    )


class Labels:
    """The earliest time of every point, and the edge that gives it.

    `cycles` holds cycles of edges that can't all hold (none: the labels are exact),
    `passed` the calendar edges of the points that must come after their stated latest.
    A point that the calendar doesn't reach carries a far finite label, so that a cycle
    among such points is felt; `bound` never shows it.
    """

    __slots__ = ("_out", "_threshold", "cycles", "parents", "parts", "passed", "values")

    def __init__(self, parts: Parts) -> None:
        floors, edges = parts.floors, parts.edges
        self.parts = parts
        self.parents: list[Edge | None] = list(floors)
        self.cycles: list[list[Edge]] = []
        self._out: list[list[Edge]] | None = None
        # Two passes and the walk each add at most `span` to a label.
        span = sum([abs(edge[2]) for edge in edges])
        calendar = (edge for edge in (*floors, *parts.ceilings) if edge)
        widest = max((abs(edge[2]) for edge in calendar), default=0)
        self._threshold = -(widest + 4 * span + 1)
        far = 2 * self._threshold
        self.values = [far if edge is None else edge[2] for edge in floors]
        if self._pass(edges):
            moved = self._pass(reversed(edges))
            if moved:
                self._walk(moved)
        self.passed = [edge for edge in parts.ceilings if edge and self._passes(edge)]

    @property
    def consistent(self) -> bool:
        return not (self.parts.broken or self.cycles or self.passed)

    def bound(self, point: int) -> int | None:
        """The label, or None where the calendar doesn't reach."""
        value = self.values[point]
        return value if value > self._threshold else None

    def chain(self, point: int, since: int = ORIGIN) -> list[Edge]:
        """The edges that give a point its label, first to last, from `since` on."""
        chain: list[Edge] = []
        while point != since and (edge := self.parents[point]) is not None:
            chain.append(edge)
            point = edge[0]
        chain.reverse()
        return chain

    def longest(self, start: int, goal: int, known: int | None) -> int | None:
        """The longest way over edges, None where none is longer than what is `known`.

        The labels are potentials: an edge costs its slack, so Dijkstra's order holds.
        """
        values, out = self.values, self._adjacency()
        span = values[goal] - values[start]
        limit = None if known is None else span - known
        heap, done = [(0, start)], set[int]()
        while heap:
            cost, u = heappop(heap)
            if u == goal:
                return span - cost
            if u in done:
                continue
            done.add(u)
            base = cost - values[u]
            for _, v, w, _ in out[u]:
                reached = base + values[v] - w
                if v not in done and (limit is None or reached < limit):
                    heappush(heap, (reached, v))
        return None

    def _passes(self, ceiling: Edge) -> bool:
        # A label that the calendar doesn't reach is too far back to pass anything.
        return self.values[ceiling[0]] + ceiling[2] > 0

    def _pass(self, edges: Iterable[Edge]) -> dict[int, None]:
        values, parents = self.values, self.parents
        moved: dict[int, None] = {}
        for edge in edges:
            u, v, w, _ = edge
            reached = values[u] + w
            if reached > values[v]:
                values[v] = reached
                parents[v] = edge
                moved[v] = None
        return moved

    def _adjacency(self) -> list[list[Edge]]:
        if self._out is None:
            out: list[list[Edge]] = [[] for _ in self.values]
            for edge in self.parts.edges:
                out[edge[0]].append(edge)
            self._out = out
        return self._out

    def _walk(self, moved: Iterable[int]) -> None:
        """First in, first out, taking apart the tree below each point that moves.

        What hangs below a moved point waits until the move reaches it, and an edge into
        a point above its own tail closes a cycle. Edges that close one are left out,
        and the walk ends once the cycles outweigh the network: the caller starts anew.
        """
        values, parents, out = self.values, self.parents, self._adjacency()
        forest, queue = _Forest(len(values)), deque(moved)
        waiting = forest.waiting
        for point in queue:
            waiting[point] = True
        budget = 4 * len(values)
        while queue and budget > 0:
            u = queue.popleft()
            if not waiting[u]:
                continue
            waiting[u] = False
            for edge in out[u]:
                v = edge[1]
                reached = values[u] + edge[2]
                if reached <= values[v]:
                    continue
                if not forest.graft(u, v):
                    cycle = [*self.chain(u, since=v), edge]
                    self.cycles.append(cycle)
                    budget -= len(cycle) + len(values) // 64
                    continue
                values[v] = reached
                parents[v] = edge
                if not waiting[v]:
                    waiting[v] = True
                    queue.append(v)


class _Forest:
    """The trees of moves, each a ring in preorder with depths."""

    __slots__ = ("after", "before", "depth", "waiting")

    def __init__(self, points: int) -> None:
        self.after = list(range(points))
        self.before = list(range(points))
        self.depth = [0] * points
        self.waiting = [False] * points

    def graft(self, u: int, v: int) -> bool:
        """Hangs v alone below u; False where u is below v."""
        after, before, depth = self.after, self.before, self.depth
        level, x = depth[v], after[v]
        while depth[x] > level:
            if x == u:
                return False
            x = after[x]
        self._dissolve(v, x)
        if x != v:
            above = before[v]
            after[above], before[x] = x, above
        follower = after[u]
        after[u], before[v] = v, u
        after[v], before[follower] = follower, v
        depth[v] = depth[u] + 1
        return True

    def _dissolve(self, v: int, end: int) -> None:
        """Every point below v stands alone again and waits no more."""
        after, before, depth = self.after, self.before, self.depth
        x = after[v]
        while x != end:
            following = after[x]
            after[x] = before[x] = x
            depth[x] = 0
            self.waiting[x] = False
            x = following


def depths(labels: Labels, points: Sequence[int]) -> dict[int, int]:
    """How many edges give each of these points its label, in one linear sweep."""
    known = {ORIGIN: 0}
    for point in points:
        path, step = [], point
        while step not in known:
            path.append(step)
            edge = labels.parents[step]
            step = edge[0] if edge else ORIGIN
        numbered = enumerate(reversed(path), known[step] + 1)
        known |= {passed: depth for depth, passed in numbered}
    return known
