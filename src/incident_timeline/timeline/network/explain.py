"""Conflicts: every independent one, as a chain of edges."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet

from incident_timeline.timeline.network.minimal import minimal, ranks
from incident_timeline.timeline.network.settle import ORIGIN
from incident_timeline.timeline.network.sift import Chain, Edge, Kept

OFTEN = 16
"""A reason found in so many conflicts is set aside next, whatever its rank: a wrong
year may contradict everything, and saying so once more for each event helps nobody."""


def conflicts(
    region: Sequence[Edge],
    owned: Sequence[Edge],
    times: Mapping[int, int],
    laws: AbstractSet[int],
) -> tuple[list[Chain], set[int], int]:
    """One chain a conflict, the ranks set aside, and the first that was one too many.

    Less the ranks set aside, the region holds.

    The *region* has every edge that can be in a conflict looked for, *owned* those and
    all others of the same reasons; *times* are a first guess for its points. Ranks are
    taken in their order, and kept where they agree with those kept; where one doesn't,
    the highest rank of the conflict is set aside, mostly itself. Neither the order of
    the edges nor the numbers of the points decide anything that ranks can.

    Ranks in *laws* hold whatever else does: no other reason is blamed for what they
    and the rest contradict without it.
    """
    if len(owned) == len(region) and (chain := _only_cycle(region)):
        last = max(ranks(chain))
        return [chain], {last}, last
    order = _canonical(owned)
    sieve = _Sieve(sorted(region, key=order), sorted(owned, key=order), times, laws)
    for rank in sieve.region:
        while not sieve.settles(rank):
            pass
    return [_turned(chain) for chain in sieve.found], sieve.aside, sieve.first


class _Sieve:
    """The ranks kept so far, and the conflicts found."""

    def __init__(
        self,
        region: Iterable[Edge],
        owned: Iterable[Edge],
        times: Mapping[int, int],
        laws: AbstractSet[int],
    ) -> None:
        self.region, self.owned = _grouped(region, 3), _grouped(owned, 3)
        self.kept, self.laws = Kept(dict(times)), laws
        self.lasting: dict[int, list[Edge]] = {}
        self.seen: Counter[int] = Counter()
        self.found: list[Chain] = []
        self.aside: set[int] = set()
        self.first = -1

    def settles(self, rank: int) -> bool:
        """Keeps a rank or sets it aside; False where another was set aside instead."""
        edges = self.region[rank]
        for place, edge in enumerate(edges):
            if cycle := self.kept.add(edge):
                self.kept.drop(edges[:place])
                return self._set_aside(cycle) == rank
        if rank in self.laws:
            for edge in edges:
                self.lasting.setdefault(edge[0], []).append(edge)
        return True

    def _set_aside(self, cycle: Chain) -> int:
        chain = minimal(cycle, self.owned, self.lasting)
        told = ranks(chain)
        if not self.found:
            self.first = max(ranks(cycle))
        self.found.append(chain)
        self.seen.update(told)
        weakest = max(told, key=self._weakness)
        self.aside.add(weakest)
        if weakest != max(ranks(cycle)):
            self.kept.drop(self.region[weakest])
        for edge in self.region[weakest] if weakest in self.laws else ():
            shelf = self.lasting.get(edge[0], [])
            shelf[:] = [other for other in shelf if other[3] != weakest]
        return weakest

    def _weakness(self, rank: int) -> tuple[bool, bool, int]:
        return rank not in self.laws, self.seen[rank] >= OFTEN, rank


def _grouped(edges: Iterable[Edge], part: int) -> dict[int, list[Edge]]:
    groups: dict[int, list[Edge]] = {}
    for edge in edges:
        groups.setdefault(edge[part], []).append(edge)
    return groups


def _canonical(edges: Iterable[Edge]) -> Callable[[Edge], tuple[int, ...]]:
    """An order by rank, with points numbered by the edges that touch them."""
    touching: defaultdict[int, list[tuple[int, int, bool]]] = defaultdict(list)
    for u, v, w, rank in edges:
        touching[u].append((rank, -w, False))
        touching[v].append((rank, -w, True))
    touching.pop(ORIGIN, None)
    for signature in touching.values():
        signature.sort()
    order = sorted(touching, key=touching.__getitem__)
    number = {point: place for place, point in enumerate(order)} | {ORIGIN: ORIGIN}
    return lambda edge: (edge[3], -edge[2], number[edge[0]], number[edge[1]])


def _only_cycle(edges: Sequence[Edge]) -> Chain:
    """The edges in their order, where they are one cycle and nothing else."""
    leaving = {edge[0]: edge for edge in edges}
    chain: Chain = []
    if len(leaving) == len(edges):
        edge: Edge | None = edges[0]
        while edge is not None and (edge := leaving.pop(edge[0], None)):
            chain.append(edge)
            edge = leaving.get(edge[1])
    is_closed = len(chain) == len(edges) and chain[-1][1] == chain[0][0]
    return _turned(chain) if is_closed else []


def _turned(chain: Chain) -> Chain:
    """The same cycle from the calendar on, or else from its lowest rank."""
    first = min(chain, key=lambda edge: (edge[0] != ORIGIN, edge[3]))
    place = chain.index(first)
    return chain[place:] + chain[:place]
