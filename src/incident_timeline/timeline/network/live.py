"""A network that changes: what comes or goes re-solves only what it can touch."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable
from itertools import count
from typing import Any

from attrs import frozen

from incident_timeline.timeline.network.paths import Paths
from incident_timeline.timeline.network.regions import Order
from incident_timeline.timeline.network.repair import (
    component,
    loosened,
    put,
    take,
    tightened,
)
from incident_timeline.timeline.network.settle import (
    ORIGIN,
    Row,
    Settled,
    settled,
    unknown,
)
from incident_timeline.timeline.network.solution import (
    Conflict,
    Solution,
    known,
    solution_of,
)
from incident_timeline.timeline.network.static import Network
from incident_timeline.timeline.network.whole import check_points, check_rows


@frozen
class _Clash:
    """A part of the network that contradicts itself, solved by itself."""

    number: dict[int, int]
    reasons: frozenset[Hashable]
    solution: Solution


class LiveNetwork:
    """A network to which points and constraints are added, and reasons taken away.

    After any changes it says what `Network` says of the same points and constraints,
    but a change costs what it moves: the bounds that follow from it and, where it
    contradicts the rest, the connected part of the network in which it lies. Arguments
    and errors are those of `Network`.

    >>> from incident_timeline.timeline.network import Constraint
    >>> live = LiveNetwork(2, [Constraint(ORIGIN, 0, 20, None, "not before 20")])
    >>> live.add(Constraint(0, 1, 5, None, "5 later"))
    True
    >>> live.earliest(1)
    25
    >>> live.add(Constraint(ORIGIN, 1, None, 10, "by 10"))
    False
    >>> live.conflicts[0].reasons, live.conflicts[0].disagreement
    (('not before 20', '5 later', 'by 10'), 15)
    >>> live.remove("5 later")
    >>> live.consistent, live.latest(1)
    (True, 10)
    """

    __slots__ = (
        "_clash_at",
        "_clashes",
        "_order",
        "_paths",
        "_rows",
        "_turn",
        "_turns",
    )

    def __init__(
        self,
        points: int = 0,
        constraints: Iterable[Row] = (),
        *,
        key: Callable[[Any], Any] | None = None,
        laws: Collection[Hashable] = (),
    ) -> None:
        rows = list(constraints)
        check_points(points)
        check_rows(rows)
        now = settled(points, rows)
        self._order = Order(key, frozenset(laws))
        self._rows: dict[Hashable, list[Row]] = {}
        self._turns = count()
        self._turn: dict[Hashable, int] = {}
        self._clash_at: dict[int, _Clash] = {}
        self._clashes: dict[Hashable, _Clash] = {}
        self._paths = Paths(now.early, now.back, rows)
        self._paths.apart = self._clash_at
        _ = self._paths.at, self._paths.windows
        for row in rows:
            self._enter(row)
        if not now.agrees:
            self._resolve(range(points), list(self._rows))

    @property
    def points(self) -> int:
        """How many points there are."""
        return len(self._paths.at)

    @property
    def constraints(self) -> tuple[Row, ...]:
        """All constraints, those of one reason together."""
        return tuple([row for rows in self._rows.values() for row in rows])

    @property
    def consistent(self) -> bool:
        """Whether all constraints can be true together."""
        return not self._clashes

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """Every independent conflict, as `Solution.conflicts`."""
        clashes = list({id(clash): clash for clash in self._clashes.values()}.values())
        told = [one for clash in clashes for one in clash.solution.conflicts]
        reasons = {reason for one in told for reason in one.reasons}
        rows = [
            row
            for reason in sorted(reasons, key=self._turn.__getitem__)
            for row in self._rows[reason]
        ]
        rank = self._order.ranked(rows, reasons)
        return tuple(
            sorted(told, key=lambda one: min(map(rank.__getitem__, one.reasons)))
        )

    def earliest(self, point: int) -> int | None:
        """The tightest lower bound of a point, None where open."""
        known(self.points, point)
        return self._paths.bounds[0][point]

    def latest(self, point: int) -> int | None:
        """The tightest upper bound of a point, None where open."""
        known(self.points, point)
        bound = self._paths.bounds[1][point]
        return None if bound is None else -bound

    def elapsed(self, a: int, b: int) -> tuple[int | None, int | None]:
        """The tightest bounds of `t[b] - t[a]`, None where open."""
        known(self.points, a, b)
        least, minus_greatest = self._least(a, b), self._least(b, a)
        return least, None if minus_greatest is None else -minus_greatest

    def _least(self, a: int, b: int) -> int | None:
        clash = self._clash_at.get(a)
        if clash is not self._clash_at.get(b):
            return self._paths.by_calendar(a, b)
        if clash is None:
            return self._paths.least(a, b)
        return clash.solution.elapsed(clash.number[a], clash.number[b])[0]

    def solve(self) -> Solution:
        """All that it says now, as of a `Network`; at the cost of every point."""
        doubted = self._order.doubted([one.reasons for one in self.conflicts])
        sound = tuple([row for row in self.constraints if row[4] not in doubted])
        early, back = self._paths.bounds
        now = Settled(early[:], back[:], gains=False)
        return solution_of(now, sound, self.conflicts)

    def point(self) -> int:
        """Adds a point that nothing is known of, and says its number."""
        paths, number = self._paths, self.points
        paths.at.append([])
        for bounds in paths.bounds:
            bounds.insert(number, None)
        paths.forget()
        return number

    def add(self, *constraints: Row, if_consistent: bool = False) -> bool:
        """Adds constraints, and says whether the network is consistent then.

        What contradicts the rest is kept as well, since contradictory accounts are what
        is examined; with `if_consistent` nothing is kept unless the answer is true.
        """
        check_rows(constraints)
        for row in constraints:
            if not (min(row[:2]) >= ORIGIN and max(row[:2]) < self.points):
                raise unknown(row, self.points)
        touched = {
            end for row in constraints for end in row[:2]
        } & self._clash_at.keys()
        told = {row[4] for row in constraints} & self._clashes.keys()
        if if_consistent and not self.consistent:
            return False
        for row in constraints:
            put(self._paths, row)
        fits = not touched and not told and tightened(self._paths, constraints)
        if not fits and if_consistent:
            for row in constraints:
                take(self._paths, row)
            return False
        for row in constraints:
            self._enter(row)
        if not fits:
            ends = [end for row in constraints for end in row[:2]]
            self._resolve(ends, [row[4] for row in constraints])
        return self.consistent

    def remove(self, reason: Hashable) -> None:
        """Takes away a reason with all its constraints; KeyError if there is none."""
        rows = self._rows.pop(reason)
        del self._turn[reason]
        for row in rows:
            take(self._paths, row)
        clash = self._clashes.get(reason)
        if clash is None:
            loosened(self._paths, rows)
            return
        self._forget(clash)
        self._resolve(clash.number, clash.reasons - {reason})

    def _enter(self, row: Row) -> None:
        if row[4] not in self._turn:
            self._turn[row[4]] = next(self._turns)
        self._rows.setdefault(row[4], []).append(row)

    def _forget(self, clash: _Clash) -> None:
        for point in clash.number:
            del self._clash_at[point]
        for reason in clash.reasons:
            del self._clashes[reason]

    def _resolve(self, points: Iterable[int], reasons: Iterable[Hashable]) -> None:
        """Solves every connected part in which these lie by itself."""
        done_points: set[int] = set()
        done_reasons: set[Hashable] = set()
        starts: list[tuple[list[int], list[Hashable]]]
        starts = [([point], []) for point in points]
        starts += [([], [reason]) for reason in reasons]
        for point, reason in starts:
            if done_points.issuperset(point) and done_reasons.issuperset(reason):
                continue
            part = component(self._paths, self._rows, point, reason)
            done_points |= part[0]
            done_reasons |= part[1]
            self._solve_part(*part)

    def _solve_part(self, points: set[int], reasons: set[Hashable]) -> None:
        number = {point: place for place, point in enumerate(sorted(points))}
        number[-1] = -1
        rows = [
            (number[a], number[b], least, greatest, reason)
            for reason in sorted(reasons, key=self._turn.__getitem__)
            for a, b, least, greatest, reason in self._rows[reason]
        ]
        del number[-1]
        network = Network(len(points), rows, key=self._order.key, laws=self._order.laws)
        solution = network.solve()
        early, back = self._paths.bounds
        for point, place in number.items():
            early[point] = solution.earliest[place]
            latest = solution.latest[place]
            back[point] = None if latest is None else -latest
        self._paths.forget()
        for clash in {id(c): c for c in map(self._clashes.get, reasons) if c}.values():
            self._forget(clash)
        if not solution.consistent:
            clash = _Clash(number, frozenset(reasons), solution)
            self._clash_at |= dict.fromkeys(number, clash)
            self._clashes |= dict.fromkeys(reasons, clash)
