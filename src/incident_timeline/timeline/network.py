"""A simple temporal network: integer times, bounds on their differences, conflicts."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable
from math import inf
from typing import Any

from attrs import field, frozen

from incident_timeline.timeline._explain import conflicts, ranks
from incident_timeline.timeline._propagate import (
    ORIGIN,
    Edge,
    Labels,
    divide,
    mirrored,
)

__all__ = ["ORIGIN", "Conflict", "Constraint", "Network", "Solution", "solve"]


@frozen(kw_only=False)
class Constraint:
    """A bound on how much later point `b` is than point `a`: one row of a statement.

    `least <= t[b] - t[a] <= greatest`, both inclusive, in whole microseconds; None
    leaves that side open. With `a=ORIGIN` it is a window on `t[b]` itself. Rows that
    share a `reason` stand and fall together.

    >>> Constraint(0, 1, 60_000_000, None, "a minute on")
    Constraint(a=0, b=1, least=60000000, greatest=None, reason='a minute on')
    """

    a: int
    b: int
    least: int | None
    greatest: int | None
    reason: Hashable


@frozen(kw_only=True)
class Conflict:
    """Reasons that can't all be true; less any one of them, the others can.

    Attributes:
        reasons: In the order of the chain that contradicts itself, each once.
        disagreement: By how many microseconds at least (one or more).
    """

    reasons: tuple[Hashable, ...]
    disagreement: int


@frozen(kw_only=True)
class Solution:
    """What a network implies.

    Where there are conflicts, bounds are those of the constraints whose reason is in
    none. An open bound is None.

    Attributes:
        earliest: The tightest lower bound of each point, in microseconds.
        latest: The tightest upper bound of each point, in microseconds.
        conflicts: By their least reason, then the shorter before the longer.
    """

    earliest: tuple[int | None, ...]
    latest: tuple[int | None, ...]
    conflicts: tuple[Conflict, ...]
    _rows: tuple[Constraint, ...] = field(alias="rows", repr=False, eq=False)
    _forward: Labels = field(alias="forward", repr=False, eq=False)
    _backward: Labels = field(alias="backward", repr=False, eq=False)

    @property
    def consistent(self) -> bool:
        """Whether all constraints can be true together."""
        return not self.conflicts

    def elapsed(self, a: int, b: int) -> tuple[int | None, int | None]:
        """The tightest bounds of `t[b] - t[a]`, None where open.

        Searched for this pair alone. Raises IndexError for a point that isn't there.

        >>> chain = [Constraint(0, 1, 5, 9, "first"), Constraint(1, 2, 1, None, "then")]
        >>> solve(Network(3, chain)).elapsed(0, 2)
        (6, None)
        """
        self._known(a, b)
        least, minus_greatest = self._least(a, b), self._least(b, a)
        return least, None if minus_greatest is None else -minus_greatest

    def why_earliest(self, point: int) -> tuple[Hashable, ...]:
        """The reasons that give `earliest`, from a window on; empty where it is open.

        >>> at = Constraint(ORIGIN, 0, 7, None, "at")
        >>> then = Constraint(0, 1, 0, None, "then")
        >>> solve(Network(2, [at, then])).why_earliest(1)
        ('at', 'then')
        """
        return self._why(self._forward, point)

    def why_latest(self, point: int) -> tuple[Hashable, ...]:
        """The reasons that give `latest`, from a window on; empty where it is open."""
        return self._why(self._backward, point)

    def _known(self, *points: int) -> None:
        for point in points:
            if not 0 <= point < len(self.earliest):
                raise IndexError(_no_such_point(point, len(self.earliest)))

    def _why(self, labels: Labels, point: int) -> tuple[Hashable, ...]:
        self._known(point)
        if labels.bound(point) is None:
            return ()
        reasons = (self._rows[row].reason for row in ranks(labels.chain(point)))
        return tuple(dict.fromkeys(reasons))

    def _least(self, a: int, b: int) -> int | None:
        """By way of the calendar, or along edges that say more than it does."""
        calendar = _difference(self.earliest[b], self.latest[a])
        if self._width(b) < self._width(a):
            edges = self._backward.longest(b, a, calendar)
        else:
            edges = self._forward.longest(a, b, calendar)
        return calendar if edges is None else edges

    def _width(self, point: int) -> float:
        width = _difference(self.latest[point], self.earliest[point])
        return inf if width is None else width


class Network:
    """Points and the constraints between them, in any order.

    `key` ranks reasons. The reason of a conflict with the greatest key is set aside
    before further conflicts are looked for, so certain and early statements should have
    the smaller keys; without it, reasons rank as they first come. Reasons in `laws`
    hold whatever else does: they are told in a conflict, but never set aside, and no
    other reason is blamed where they do without it. They should have the smallest keys.
    ValueError names a constraint on a point that isn't there.

    >>> late = Constraint(ORIGIN, 0, 20, None, "not before 20")
    >>> early = Constraint(ORIGIN, 1, None, 10, "by 10")
    >>> order = Constraint(0, 1, 0, None, "0 before 1")
    >>> [conflict] = Network(2, [late, early, order]).solve().conflicts
    >>> conflict.reasons, conflict.disagreement
    (('not before 20', '0 before 1', 'by 10'), 10)
    """

    __slots__ = ("constraints", "key", "laws", "points")

    def __init__(
        self,
        points: int,
        constraints: Iterable[Constraint],
        *,
        key: Callable[[Any], Any] | None = None,
        laws: Collection[Hashable] = (),
    ) -> None:
        self.points: int = points
        self.constraints: tuple[Constraint, ...] = tuple(constraints)
        self.key: Callable[[Any], Any] | None = key
        self.laws: frozenset[Hashable] = frozenset(laws)
        for row in self.constraints:
            if not (ORIGIN <= row.a < points and ORIGIN <= row.b < points):
                bad = row.b if ORIGIN <= row.a < points else row.a
                raise ValueError(f"{row}: {_no_such_point(bad, points)}")

    def solve(self) -> Solution:
        """Tightens every bound, and finds every independent conflict."""
        edges = _edges(self.constraints)
        forward = Labels(divide(self.points, edges))
        if forward.consistent:
            return self._solution(forward, ())
        found = self._conflicts(edges)
        doubted = {reason for conflict in found for reason in conflict.reasons}
        doubted -= self.laws
        rows = self.constraints
        sound = [edge for edge in edges if rows[edge[3]].reason not in doubted]
        return self._solution(Labels(divide(self.points, sound)), found)

    def _conflicts(self, edges: list[Edge]) -> tuple[Conflict, ...]:
        first = dict.fromkeys(row.reason for row in self.constraints)
        ranked = list(first) if self.key is None else sorted(first, key=self.key)
        rank = {reason: place for place, reason in enumerate(ranked)}
        place = [rank[row.reason] for row in self.constraints]
        laws = {rank[reason] for reason in first if reason in self.laws}
        ended = [(u, v, w, place[r]) for u, v, w, r in edges]
        chains = conflicts(self.points, ended, laws)
        return tuple(
            Conflict(
                reasons=tuple(ranked[place] for place in ranks(chain)),
                disagreement=sum(edge[2] for edge in chain),
            )
            for chain in chains
        )

    def _solution(self, forward: Labels, found: tuple[Conflict, ...]) -> Solution:
        backward = Labels(mirrored(forward.parts))
        latest = map(backward.bound, range(self.points))
        return Solution(
            earliest=tuple(map(forward.bound, range(self.points))),
            latest=tuple(None if bound is None else -bound for bound in latest),
            conflicts=found,
            rows=self.constraints,
            forward=forward,
            backward=backward,
        )


def solve(network: Network) -> Solution:
    """`network.solve()` as a function."""
    return network.solve()


def _edges(rows: Iterable[Constraint]) -> list[Edge]:
    edges: list[Edge] = []
    for number, row in enumerate(rows):
        if row.least is not None:
            edges.append((row.a, row.b, row.least, number))
        if row.greatest is not None:
            edges.append((row.b, row.a, -row.greatest, number))
    return edges


def _difference(a: int | None, b: int | None) -> int | None:
    return None if a is None or b is None else a - b


def _no_such_point(point: int, points: int) -> str:
    return f"there is no point {point} in a network of {points}"
