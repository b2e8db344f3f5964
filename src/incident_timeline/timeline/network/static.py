"""A simple temporal network, solved at once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable
from typing import Any

from incident_timeline.timeline.network.regions import Order, explained
from incident_timeline.timeline.network.settle import (
    Row,
    Settled,
    parts_settled,
    settled,
    split,
)
from incident_timeline.timeline.network.solution import Conflict, Solution, solution_of
from incident_timeline.timeline.network.whole import check_points, check_rows


class Network:
    """Points and the constraints between them, in any order.

    Reasons rank by `key`, and by their first coming where it ranks none before another;
    certain and early statements should have the smaller keys. Those in `laws` come
    before all others: they are told in a conflict, but set aside only where laws alone
    contradict each other, and no other reason is blamed where they do without it.

    Conflicts are independent: for each one of its reasons is set aside, the last in
    rank, and is in none that is found after it; less those set aside, the rest can be
    true together. Cycles of constraints between points are looked for first, then
    chains from one window to another. A reason that is in sixteen conflicts is set
    aside with the sixteenth, whatever its rank, since a wrong year may contradict
    everything.

    Neither the order of the constraints nor the numbers of the points change what is
    found, as long as reasons rank the same.
    ValueError names a constraint on a point that isn't there, TypeError one that isn't
    of whole numbers.

    >>> from incident_timeline.timeline.network import ORIGIN, Constraint
    >>> late = Constraint(ORIGIN, 0, 20, None, "not before 20")
    >>> early = Constraint(ORIGIN, 1, None, 10, "by 10")
    >>> order = Constraint(0, 1, 0, None, "0 before 1")
    >>> [conflict] = Network(2, [late, early, order]).solve().conflicts
    >>> conflict.reasons, conflict.disagreement
    (('not before 20', '0 before 1', 'by 10'), 10)
    """

    __slots__ = ("_parts", "constraints", "key", "laws", "points")

    def __init__(
        self,
        points: int,
        constraints: Iterable[Row],
        *,
        key: Callable[[Any], Any] | None = None,
        laws: Collection[Hashable] = (),
    ) -> None:
        self.points: int = points
        self.constraints: tuple[Row, ...] = tuple(constraints)
        check_points(points)
        check_rows(self.constraints)
        self.key: Callable[[Any], Any] | None = key
        self.laws: frozenset[Hashable] = frozenset(laws)
        self._parts = split(points, self.constraints)

    @property
    def consistent(self) -> bool:
        """Whether all constraints can be true together."""
        return self._settled().agrees

    def conflicts(self) -> tuple[Conflict, ...]:
        """Every independent conflict, as `solve` finds them, without the bounds."""
        return self._conflicts(self._settled())

    def solve(self) -> Solution:
        """Tightens every bound, and finds every independent conflict."""
        now = self._settled()
        found = self._conflicts(now)
        if not found:
            return solution_of(now, self.constraints, ())
        doubted = self._order.doubted([conflict.reasons for conflict in found])
        sound = tuple([row for row in self.constraints if row[4] not in doubted])
        return solution_of(settled(self.points, sound), sound, found)

    def _conflicts(self, now: Settled) -> tuple[Conflict, ...]:
        if now.agrees:
            return ()
        found = explained(now, self.constraints, self._order)
        return tuple([Conflict(one.reasons, one.gain) for one in found])

    @property
    def _order(self) -> Order:
        return Order(self.key, self.laws)

    def _settled(self) -> Settled:
        return parts_settled(self._parts)


def solve(network: Network) -> Solution:
    """`network.solve()` as a function."""
    return network.solve()
