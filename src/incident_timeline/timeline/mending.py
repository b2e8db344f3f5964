"""Which single statement's withdrawal mends a conflict: by solving again without it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import partial

from incident_timeline.timeline.network import ORIGIN, Network
from incident_timeline.timeline.statements import Heard, Row
from incident_timeline.timeline.wording import rank

__all__ = ["Parts", "mending"]


class Parts:
    """The rows apart by what they connect; no conflict reaches from one to another."""

    def __init__(self, heard: Heard) -> None:
        self._above = list(range(heard.points))
        for a, b, *_ in heard.rows:
            if a != ORIGIN:
                self._above[self._top(a)] = self._top(b)
        self._rows: dict[int, list[Row]] = {}
        self._part: dict[int, set[int]] = {}
        for row in heard.rows:
            top = self._top(row[1])
            self._rows.setdefault(top, []).append(row)
            self._part.setdefault(row[4], set()).add(top)

    def _top(self, point: int) -> int:
        above = self._above
        while above[point] != point:
            above[point] = point = above[above[point]]
        return point

    def around(self, reasons: Collection[int]) -> list[Row]:
        """The rows of every part that these reasons speak of, points from 0 on."""
        tops = sorted({top for reason in reasons for top in self._part[reason]})
        rows = [row for top in tops for row in self._rows[top]]
        names = sorted({point for row in rows for point in row[:2]} - {ORIGIN})
        number = {name: place for place, name in enumerate(names)} | {ORIGIN: ORIGIN}
        return [(number[a], number[b], low, high, why) for a, b, low, high, why in rows]


def mending(heard: Heard, parts: Parts, reasons: Collection[int]) -> Iterator[int]:
    """Those reasons of a conflict without which the others are in no conflict at all.

    What nobody stated can't be withdrawn, and is none of them.
    """
    rows = parts.around(reasons)
    laws, lawful = heard.laws, heard.first_axiom
    points = 1 + max(max(row[:2]) for row in rows)
    for reason in reasons:
        if reason in laws or reason >= lawful:
            continue
        left = [row for row in rows if row[4] != reason]
        found = Network(points, left, key=partial(rank, heard), laws=laws).conflicts()
        touched = {one for conflict in found for one in conflict.reasons}
        if touched.isdisjoint(reasons):
            yield reason
