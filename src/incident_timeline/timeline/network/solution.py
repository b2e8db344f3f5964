"""What a network implies: bounds, differences, conflicts, and why."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import NamedTuple

from attrs import field, frozen

from incident_timeline.timeline.network.paths import Paths
from incident_timeline.timeline.network.settle import AnyRow, Row, Settled


class Constraint(NamedTuple):
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


@frozen
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
    _paths: Paths = field(alias="paths", repr=False, eq=False)

    @property
    def consistent(self) -> bool:
        """Whether all constraints can be true together."""
        return not self.conflicts

    def elapsed(self, a: int, b: int) -> tuple[int | None, int | None]:
        """The tightest bounds of `t[b] - t[a]`, None where open.

        Searched for this pair alone. Raises IndexError for a point that isn't there.

        >>> from incident_timeline.timeline.network import Network
        >>> chain = [Constraint(0, 1, 5, 9, "first"), Constraint(1, 2, 1, None, "then")]
        >>> Network(3, chain).solve().elapsed(0, 2)
        (6, None)
        """
        known(len(self.earliest), a, b)
        least, minus_greatest = self._paths.least(a, b), self._paths.least(b, a)
        return least, None if minus_greatest is None else -minus_greatest

    def why_earliest(self, point: int) -> tuple[Hashable, ...]:
        """The reasons that give `earliest`, from a window on; empty where it is open.

        >>> from incident_timeline.timeline.network import ORIGIN, Network
        >>> at = Constraint(ORIGIN, 0, 7, None, "at")
        >>> then = Constraint(0, 1, 0, None, "then")
        >>> Network(2, [at, then]).solve().why_earliest(1)
        ('at', 'then')
        """
        known(len(self.earliest), point)
        return _reasons(self._paths.chain(point, tail=0))

    def why_latest(self, point: int) -> tuple[Hashable, ...]:
        """The reasons that give `latest`, from a window on; empty where it is open."""
        known(len(self.earliest), point)
        return _reasons(self._paths.chain(point, tail=1))

    def why_elapsed(
        self, a: int, b: int
    ) -> tuple[tuple[Hashable, ...], tuple[Hashable, ...]]:
        """The reasons that give the least of `elapsed`, and those of the greatest.

        Each in the order of its chain: from `a` to `b` for the least, from `b` to `a`
        for the greatest, by way of the calendar where that says most. Empty where that
        side is open, and from a point to itself.

        >>> from incident_timeline.timeline.network import Network
        >>> chain = [Constraint(0, 1, 5, 9, "first"), Constraint(1, 2, 1, None, "then")]
        >>> Network(3, chain).solve().why_elapsed(0, 2)
        (('first', 'then'), ())
        """
        known(len(self.earliest), a, b)
        why = self._paths.why_least
        return _reasons(why(a, b)), _reasons(why(b, a))


def solution_of(
    now: Settled, rows: tuple[Row, ...], found: tuple[Conflict, ...]
) -> Solution:
    """The bounds of these rows, with the conflicts of others."""
    return Solution(
        earliest=tuple(now.early[:-1]),
        latest=tuple([None if x is None else -x for x in now.back[:-1]]),
        conflicts=found,
        paths=Paths(now.early, now.back, rows),
    )


def _reasons(rows: Iterable[AnyRow]) -> tuple[Hashable, ...]:
    return tuple(dict.fromkeys([row[4] for row in rows]))


def known(points: int, *asked: int) -> None:
    """IndexError for a point that isn't there."""
    for point in asked:
        if not 0 <= point < points:
            raise IndexError(f"there is no point {point} in a network of {points}")
