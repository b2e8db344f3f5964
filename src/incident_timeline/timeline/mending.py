"""Which single statement's withdrawal mends a conflict: by solving again without it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Iterator, Sequence
from functools import partial
from typing import cast

from incident_timeline.timeline.network import ORIGIN, Network
from incident_timeline.timeline.network.components import strong_parts
from incident_timeline.timeline.network.settle import Settled, settled
from incident_timeline.timeline.statements import Heard, Row
from incident_timeline.timeline.wording import rank

__all__ = ["Suspects", "mending"]

Step = tuple[int, int, int, int]
"""So much later at least is the second point than the first, by that reason."""


class _Parts:
    """Rows apart by what they connect; no conflict reaches from one to another."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._above: dict[int, int] = {}
        self._point: dict[int, int] = {}
        self._rows: dict[int, list[Row]] = {}
        told = list(rows)
        for a, b, _, _, reason in told:
            self._join(b, self._point.setdefault(reason, b))
            if a != ORIGIN:
                self._join(a, b)
        for row in told:
            self._rows.setdefault(self._top(row[1]), []).append(row)

    def _join(self, a: int, b: int) -> None:
        self._above[self._top(a)] = self._top(b)

    def _top(self, point: int) -> int:
        above = self._above
        while (parent := above.setdefault(point, point)) != point:
            above[point] = above[parent]
            point = parent
        return point

    def around(self, reasons: Iterable[int]) -> Iterator[list[Row]]:
        """The rows of every part that these reasons speak of."""
        points = (self._point[reason] for reason in reasons)
        for top in sorted({self._top(point) for point in points}):
            yield self._rows[top]


class Suspects:
    """The rows that can be in a conflict, of the parts in which there is one."""

    def __init__(self, heard: Heard, found: Iterable[Collection[Hashable]]) -> None:
        reasons = {cast("int", reason) for one in found for reason in one}
        told = _Parts(heard.rows).around(reasons)
        self._parts = _Parts(row for rows in told for row in _suspicious(rows))

    def around(self, reasons: Collection[int]) -> list[Row]:
        """Those rows that can be in a conflict with one of these reasons."""
        return [row for rows in self._parts.around(reasons) for row in rows]


def _suspicious(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows of each reason of which one can be in a conflict."""
    points, numbered = _numbered(rows)
    now = settled(points, numbered)
    steps = [step for row in numbered for step in _steps(row)]
    found = _turning(points, steps) if now.gains else _passing(now, steps)
    reasons = set(found)
    return (row for row in rows if row[4] in reasons)


def _steps(row: Row) -> Iterator[Step]:
    a, b, least, greatest, reason = row
    if least is not None:
        yield a, b, least, reason
    if greatest is not None:
        yield b, a, -greatest, reason


def _numbered(rows: Sequence[Row]) -> tuple[int, list[Row]]:
    """How many points these rows have, and the rows with points from 0 on."""
    names = sorted({point for row in rows for point in row[:2]} - {ORIGIN})
    number = {name: place for place, name in enumerate(names)} | {ORIGIN: ORIGIN}
    told = [(number[a], number[b], low, high, why) for a, b, low, high, why in rows]
    return len(names), told


def _passing(now: Settled, steps: Iterable[Step]) -> Iterator[int]:
    """The reasons on a chain from the calendar to the calendar that passes itself."""
    for a, b, least, reason in steps:
        before, after = now.early[a], now.back[b]
        if before is not None and after is not None and before + least + after > 0:
            yield reason


def _turning(points: int, steps: Sequence[Step]) -> Iterator[int]:
    """The same where there are cycles besides, and the reasons on these.

    What may turn in a circle is one point, and every step out of it is as much longer
    as a way through it can be at most, which leaves each point of it once.
    """
    linked = [one for one in steps if ORIGIN not in one[:2]]
    part = strong_parts(points, [(a, b, least, None, 0) for a, b, least, _ in linked])
    widest: dict[int, int] = {}
    for a, b, least, reason in linked:
        if part[a] == part[b]:
            widest[a] = max(widest.get(a, 0), least)
            yield reason
    width: Counter[int] = Counter()
    for point, most in widest.items():
        width[part[point]] += most
    part.append(ORIGIN)  # the calendar stands last
    outer = [
        (part[a], part[b], least + width[part[a]], reason)
        for a, b, least, reason in steps
        if part[a] != part[b]
    ]
    yield from _passing(
        settled(points, [(a, b, least, None, why) for a, b, least, why in outer]), outer
    )


def mending(
    heard: Heard, suspects: Suspects, reasons: Collection[int]
) -> Iterator[int]:
    """Those reasons of a conflict without which the others are in no conflict at all.

    What nobody stated can't be withdrawn, and is none of them.
    """
    laws, lawful = heard.laws, heard.first_axiom
    points, rows = _numbered(suspects.around(reasons))
    stated = [one for one in reasons if one not in laws and one < lawful]
    if {row[4] for row in rows}.difference(laws).issubset(reasons):
        yield from stated  # no other conflict is near, and less one it is none
        return
    for reason in stated:
        left = [row for row in rows if row[4] != reason]
        found = Network(points, left, key=partial(rank, heard), laws=laws).conflicts()
        touched = {one for conflict in found for one in conflict.reasons}
        if touched.isdisjoint(reasons):
            yield reason
