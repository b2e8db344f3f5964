"""Conflicts: every independent one, made minimal in reasons."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from itertools import accumulate
from typing import TypeAlias

from incident_timeline.timeline._propagate import (
    ORIGIN,
    Edge,
    Labels,
    depths,
    divide,
)

OFTEN = 16
"""A reason found in so many conflicts is set aside next, whatever its rank: a wrong
year may contradict everything, and saying so once more for each event helps nobody."""

Chain: TypeAlias = list[Edge]
"""A cycle of edges that can't all hold, in its order; through ORIGIN at most once."""


def conflicts(
    points: int, edges: Iterable[Edge], laws: AbstractSet[int] = frozenset()
) -> list[Chain]:
    """One chain a conflict; each edge ends in the rank of its reason, not its row.

    Ranks in *laws* hold whatever else does: no other reason is blamed for what they
    and the rest contradict without it.

    The highest rank of a conflict is set aside before the next is looked for. Neither
    the order of the edges nor the numbers of the points decide anything that ranks can.
    """
    edges = _canonical(points, edges)
    owned: dict[int, list[Edge]] = {}
    for edge in edges:
        owned.setdefault(edge[3], []).append(edge)
    lasting = _by_tail(edge for edge in edges if edge[3] in laws)
    found: list[Chain] = []
    aside: set[int] = set()
    seen: Counter[int] = Counter()
    while chains := _contradictions(points, edges):
        for chain in sorted(chains, key=_shortest_first):
            if aside.isdisjoint(ranks(chain)):
                found.append(_minimal(chain, owned, lasting))
                seen.update(ranks(found[-1]))
                aside.add(max(ranks(found[-1]), key=lambda r: (seen[r] >= OFTEN, r)))
        edges = [edge for edge in edges if edge[3] not in aside]
    return sorted(found, key=_first_things_first)


def _canonical(points: int, edges: Iterable[Edge]) -> list[Edge]:
    """The edges by rank, with points numbered by the edges that touch them."""
    touching: list[list[tuple[int, int, bool]]] = [[] for _ in range(points + 1)]
    listed = list(edges)
    for u, v, w, rank in listed:
        touching[u].append((rank, -w, False))
        touching[v].append((rank, -w, True))
    for signature in touching:
        signature.sort()
    order = sorted(range(points), key=touching.__getitem__)
    number = {point: place for place, point in enumerate(order)} | {ORIGIN: ORIGIN}
    renumbered = [(number[u], number[v], w, rank) for u, v, w, rank in listed]
    return sorted(renumbered, key=lambda e: (e[3], -e[2], e[0], e[1]))


def ranks(chain: Iterable[Edge]) -> list[int]:
    """The ranks of a chain in its order, each once."""
    return list(dict.fromkeys(edge[3] for edge in chain))


def _first_things_first(chain: Chain) -> tuple[int, int, list[int]]:
    return min(ranks(chain)), len(chain), sorted(ranks(chain))


def _shortest_first(chain: Chain) -> tuple[int, list[int]]:
    return len(chain), sorted(ranks(chain))


def _contradictions(points: int, edges: Iterable[Edge]) -> list[Chain]:
    """Some chains that can't hold, at least one where there is any."""
    labels = Labels(divide(points, edges))
    broken = [[edge] for edge in labels.parts.broken]
    return broken or labels.cycles or _traced(labels, budget=4 * points)


def _traced(labels: Labels, budget: int) -> list[Chain]:
    """The chain into each passed window, shortest first, as far as the budget goes."""
    length = depths(labels, [edge[0] for edge in labels.passed])
    passed = sorted(labels.passed, key=lambda edge: (length[edge[0]], edge[3]))
    chains: list[Chain] = []
    for edge in passed:
        if budget < 0:
            break
        budget -= length[edge[0]]
        chains.append([*labels.chain(edge[0]), edge])
    return chains


def _by_tail(edges: Iterable[Edge]) -> dict[int, list[Edge]]:
    leaving: dict[int, list[Edge]] = {}
    for edge in edges:
        leaving.setdefault(edge[0], []).append(edge)
    return leaving


def _minimal(
    chain: Chain, owned: dict[int, list[Edge]], lasting: dict[int, list[Edge]]
) -> Chain:
    """Drops a reason at a time, highest rank first, until every one is needed.

    Laws that lie between the points of the chain take part, and are dropped last.
    """
    needed: set[int] = set()
    while True:
        kept = ranks(chain)
        held = _held_between(chain, lasting)
        laws = {edge[3] for edge in held}
        doubtful = _doubtful(chain, owned, held) - needed
        for rank in sorted(doubtful, key=lambda r: (r in laws, -r)):
            rest = [edge for other in kept if other != rank for edge in owned[other]]
            rest += [] if rank in laws else held
            if smaller := _contradiction(rest):
                chain = smaller
                break
            needed.add(rank)
        else:
            return chain


def _held_between(chain: Chain, lasting: dict[int, list[Edge]]) -> list[Edge]:
    """The laws between points of a chain."""
    points = {edge[0] for edge in chain}
    return [
        edge
        for point in sorted(points)
        for edge in lasting.get(point, ())
        if edge[1] in points
    ]


def _contradiction(edges: list[Edge]) -> Chain:
    """The shortest chain that a solution of these few edges finds, or nothing."""
    names = sorted({end for edge in edges for end in edge[:2]} - {ORIGIN})
    number = {name: place for place, name in enumerate(names)} | {ORIGIN: ORIGIN}
    small = [(number[u], number[v], w, rank) for u, v, w, rank in edges]
    chains = _contradictions(len(names), small)
    names.append(ORIGIN)
    return [
        (names[u], names[v], w, rank)
        for u, v, w, rank in min(chains, key=_shortest_first, default=[])
    ]


def _doubtful(
    chain: Chain, owned: dict[int, list[Edge]], held: Iterable[Edge]
) -> set[int]:
    """The ranks of a chain that may not be needed for a conflict.

    Cut the chain at one edge, and the times that hug the rest satisfy it. Where they
    satisfy all other edges of its reasons too, the cut reason is needed, and no network
    has to be solved. Each other edge rules out a range of cuts.
    """
    place = {edge[0]: i for i, edge in enumerate(chain)}
    told = {e for r in ranks(chain) for e in owned[r]}.union(held)
    others = _between(told - set(chain), place)
    if not all(u in place and v in place for u, v, _, _ in others):
        return set(ranks(chain))
    height = [0, *accumulate(edge[2] for edge in chain)]
    excess, ruled_out = height[-1], [0] * len(chain)
    for u, v, w, _ in others:
        low, high = sorted((place[u], place[v]))
        slack = height[place[v]] - height[place[u]] - w
        outside = slack < 0
        inside = slack < (excess if place[u] < place[v] else -excess)
        ruled_out[0] += outside
        ruled_out[low] += inside - outside
        ruled_out[high] += outside - inside
    cuts = zip(chain, accumulate(ruled_out), strict=True)
    return set(ranks(chain)) - {edge[3] for edge, count in cuts if count == 0}


def _between(edges: set[Edge], place: dict[int, int]) -> set[Edge]:
    """Those edges that may lie on a way from the chain back to it, or on a cycle."""
    return _fed(_fed(edges, place, tail=0, head=1), place, tail=1, head=0)


def _fed(edges: set[Edge], place: dict[int, int], *, tail: int, head: int) -> set[Edge]:
    """Less the edges from points off the chain to which nothing comes."""
    coming = Counter(edge[head] for edge in edges)
    leaving: dict[int, list[Edge]] = {}
    for edge in edges:
        leaving.setdefault(edge[tail], []).append(edge)
    dry = [point for point in leaving if point not in place and not coming[point]]
    unfed: set[Edge] = set()
    for point in dry:
        for edge in leaving.get(point, ()):
            unfed.add(edge)
            coming[edge[head]] -= 1
            if not coming[edge[head]] and edge[head] not in place:
                dry.append(edge[head])
    return edges - unfed
