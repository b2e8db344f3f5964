"""The same questions put to well-known graph libraries, each as one would write it.

Each peer is made from points and rows, as told in ``networks.py``, and answers with
``bounds()`` and, where it can, ``conflict()``: the sources of one negative cycle.
Distances run the other way round: an edge (u, v, w) says t[v] - t[u] <= w.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from networks import ORIGIN, Row

Bounds = tuple[list[int | None], list[int | None]]
Edge = tuple[int, int, int, int]


def edges(points: int, rows: list[Row]) -> Iterator[Edge]:
    """The rows as edges; the origin is the last node."""
    for i, j, least, greatest, source in rows:
        tail = points if i == ORIGIN else i
        if least is not None:
            yield j, tail, -least, source
        if greatest is not None:
            yield tail, j, greatest, source


class Queue:
    """Adjacency lists and a first-in, first-out queue, in plain Python."""

    def __init__(self, points: int, rows: list[Row]) -> None:
        self.points = points
        self.out: list[list[tuple[int, int]]] = [[] for _ in range(points + 1)]
        self.back: list[list[tuple[int, int]]] = [[] for _ in range(points + 1)]
        for u, v, w, _ in edges(points, rows):
            self.out[u].append((v, w))
            self.back[v].append((u, w))

    def bounds(self) -> Bounds:
        """Distances from the origin and to it."""
        low, high = self._from(self.back), self._from(self.out)
        return [None if d is None else -d for d in low[:-1]], high[:-1]

    def _from(self, out: list[list[tuple[int, int]]]) -> list[int | None]:
        distance: list[int | None] = [None] * len(out)
        distance[self.points] = 0
        queue, waiting = deque([self.points]), {self.points}
        while queue:
            u = queue.popleft()
            waiting.discard(u)
            base = distance[u] or 0
            for v, w in out[u]:
                known = distance[v]
                if known is None or base + w < known:
                    distance[v] = base + w
                    if v not in waiting:
                        waiting.add(v)
                        queue.append(v)
        return distance


class RustworkX:
    """rustworkx: Bellman-Ford in Rust."""

    def __init__(self, points: int, rows: list[Row]) -> None:
        import rustworkx

        self.lib: Any = rustworkx
        self.points = points
        self.graph: Any = rustworkx.PyDiGraph()
        self.graph.add_nodes_from(range(points + 1))
        listed = [(u, v, (w, source)) for u, v, w, source in edges(points, rows)]
        self.graph.add_edges_from(listed)

    @staticmethod
    def _cost(edge: tuple[int, int]) -> int:
        return edge[0]

    def _from(self, graph: object) -> dict[int, float]:
        lengths = self.lib.digraph_bellman_ford_shortest_path_lengths
        return dict(lengths(graph, self.points, self._cost))

    def bounds(self) -> Bounds:
        """Distances from the origin, in the graph and in its mirror."""
        high = self._from(self.graph)
        mirror = self.graph.copy()
        mirror.reverse()
        low = self._from(mirror)
        return (
            [-int(low[p]) if p in low else None for p in range(self.points)],
            [int(high[p]) if p in high else None for p in range(self.points)],
        )

    def conflict(self) -> set[int]:
        """The sources of a negative cycle, not made minimal."""
        cycle = list(self.lib.find_negative_cycle(self.graph, self._cost))
        around = zip(cycle, cycle[1:] + cycle[:1], strict=True)
        steps = [(u, v) for u, v in around if self.graph.has_edge(u, v)]
        return {min(self.graph.get_all_edge_data(u, v))[1] for u, v in steps}


class IGraph:
    """igraph: Bellman-Ford in C; it names no cycle."""

    def __init__(self, points: int, rows: list[Row]) -> None:
        import igraph

        self.points = points
        listed = list(edges(points, rows))
        self.weights = [edge[2] for edge in listed]
        ends = [edge[:2] for edge in listed]
        self.graph: Any = igraph.Graph(points + 1, ends, directed=True)

    def bounds(self) -> Bounds:
        """Distances from the origin and to it."""
        low, high = (
            self.graph.distances(
                self.points, weights=self.weights, mode=mode, algorithm="bellman_ford"
            )[0][:-1]
            for mode in ("in", "out")
        )
        return (
            [None if d == float("inf") else -int(d) for d in low],
            [None if d == float("inf") else int(d) for d in high],
        )


class NetworkX:
    """networkx: Bellman-Ford in plain Python."""

    def __init__(self, points: int, rows: list[Row]) -> None:
        import networkx as nx

        self.lib: Any = nx
        self.points = points
        best: dict[tuple[int, int], tuple[int, int]] = {}
        for u, v, w, source in edges(points, rows):
            if (u, v) not in best or w < best[u, v][0]:
                best[u, v] = (w, source)
        self.graph: Any = nx.DiGraph()
        self.graph.add_nodes_from(range(points + 1))
        self.graph.add_edges_from(
            (u, v, {"weight": w, "source": source})
            for (u, v), (w, source) in best.items()
        )

    def bounds(self) -> Bounds:
        """Distances from the origin, in the graph and in its mirror."""
        lengths = self.lib.single_source_bellman_ford_path_length
        high = lengths(self.graph, self.points)
        low = lengths(self.graph.reverse(copy=False), self.points)
        return (
            [-low[p] if p in low else None for p in range(self.points)],
            [high.get(p) for p in range(self.points)],
        )

    def conflict(self) -> set[int]:
        """The sources of a negative cycle, not made minimal."""
        start = self.points + 1
        self.graph.add_edges_from(
            (start, p, {"weight": 0, "source": None}) for p in range(start)
        )
        cycle = self.lib.find_negative_cycle(self.graph, start)
        return {self.graph.edges[u, v]["source"] for u, v in pairwise(cycle)}


PEERS = {
    "plain queue": Queue,
    "rustworkx": RustworkX,
    "igraph": IGraph,
    "networkx": NetworkX,
}
