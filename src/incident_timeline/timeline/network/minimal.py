"""Conflicts made minimal in reasons."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import accumulate

from incident_timeline.timeline.network.sift import Chain, Edge, contradiction


def ranks(chain: Iterable[Edge]) -> list[int]:
    """The ranks of a chain in its order, each once."""
    return list(dict.fromkeys([edge[3] for edge in chain]))


def _by_rank(edge: Edge) -> int:
    return edge[3]


def minimal(
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
            if smaller := contradiction(sorted(rest, key=_by_rank)):
                chain = smaller
                break
            needed.add(rank)
        else:
            return chain


def _held_between(chain: Chain, lasting: dict[int, list[Edge]]) -> list[Edge]:
    """The laws between points of a chain."""
    points = dict.fromkeys([edge[0] for edge in chain])
    return [
        edge for point in points for edge in lasting.get(point, ()) if edge[1] in points
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
