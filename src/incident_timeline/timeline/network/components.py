"""Strongly connected parts: where alone a cycle can close."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any


def strong_parts(points: int, links: Iterable[tuple[Any, ...]]) -> list[int]:
    """For each point one that stands for its strongly connected part (Tarjan)."""
    out = _leaving(points, links)
    done = points + 1
    part, born, low = [-1] * points, [0] * points, [0] * points
    stack: list[int] = []
    path: list[tuple[int, Iterator[int]]] = []
    turn = 0
    for root in range(points):
        if not low[root]:
            path.append((root, iter(out[root])))
            turn += 1
            born[root] = low[root] = turn
            stack.append(root)
        while path:
            u, following = path[-1]
            for v in following:
                if not low[v]:
                    path.append((v, iter(out[v])))
                    turn += 1
                    born[v] = low[v] = turn
                    stack.append(v)
                    break
                low[u] = min(low[u], low[v])
            else:
                path.pop()
                if low[u] < born[u]:
                    above = path[-1][0]
                    low[above] = min(low[above], low[u])
                    continue
                while part[u] < 0:
                    member = stack.pop()
                    part[member], low[member] = u, done
    return part


def _leaving(points: int, links: Iterable[tuple[Any, ...]]) -> list[list[int]]:
    out: list[list[int]] = [[] for _ in range(points)]
    for a, b, least, greatest, _ in links:
        if least is not None:
            out[a].append(b)
        if greatest is not None:
            out[b].append(a)
    return out
