"""The engine as `stn_peers.py` wants it: `--adapter stn_adapter.py:solver`."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence

from incident_timeline.timeline.network import LiveNetwork, Network, Solution

Row = tuple[int, int, int | None, int | None, Hashable]
Sides = tuple[int | None, int | None]


class Solver:
    """One network."""

    def __init__(self, points: int, rows: Sequence[Row]) -> None:
        self.points, self.rows = points, rows

    def check(self) -> bool:
        """Whether it is consistent."""
        return Network(self.points, self.rows).consistent

    def bounds(self) -> tuple[Sequence[int | None], Sequence[int | None]]:
        """The earliest and the latest of every point."""
        solution = Network(self.points, self.rows).solve()
        return solution.earliest, solution.latest

    def conflict(self) -> tuple[Hashable, ...]:
        """The reasons of the first conflict; all others are found as well."""
        return Network(self.points, self.rows).conflicts()[0].reasons

    def prepare(self) -> None:
        """Solves, and builds what searches share."""
        self.live = LiveNetwork(self.points, self.rows)
        self.solution: Solution = self.live.solve()
        found = self.solution
        if None in found.earliest and None in found.latest:
            found.elapsed(found.earliest.index(None), found.latest.index(None))
        elif self.points:
            found.elapsed(0, 0)

    def elapsed(self, pairs: Iterable[tuple[int, int]]) -> list[Sides]:
        """The least and the greatest difference of each pair."""
        return [self.solution.elapsed(a, b) for a, b in pairs]

    def add(self, row: Row) -> bool:
        """Adds a row, unless it contradicts the rest."""
        return self.live.add(row, if_consistent=True)


solver = Solver
