"""The edges round one row: every cycle that gains on itself by way of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from heapq import heappop, heappush
from typing import NamedTuple, cast

from incident_timeline.timeline.network.settle import (
    ORIGIN,
    AnyRow,
    Bounds,
    Row,
    Settled,
    Told,
    edges,
    settle,
    steps,
)


def around(
    row: Row, at: Sequence[Sequence[AnyRow]], rest: Sequence[Row], now: Settled
) -> list[Told]:
    """The edges of every such cycle; the *rest*, which is settled, has none."""
    region: dict[Told, None] = {}
    for edge in edges([row]):
        u, v, w, _ = edge
        times = _potentials(u, v, rest, now)
        field = _Field(row, at, times, _lack(times, u, v, w))
        if ways := list(_between(field, v, u)):
            region |= dict.fromkeys([*ways, edge])
    _, _, least, greatest, _ = row
    if least is not None and greatest is not None and least > greatest:
        region |= dict.fromkeys(edges([row]))
    return list(region)


class _Field(NamedTuple):
    """Where ways lead that have less slack than a limit, and not by one row."""

    row: Row
    at: Sequence[Sequence[AnyRow]]
    times: Bounds
    limit: int


def _lack(times: Bounds, u: int, v: int, w: int) -> int:
    """By how much these times miss an edge; none where no way leads back."""
    x, y = times[u], times[v]
    return 0 if x is None or y is None else x + w - y


def _potentials(u: int, v: int, rest: Sequence[Row], now: Settled) -> Bounds:
    """Times at which the rest holds, for every point on a way from v to u.

    What is reached from a bounded point is bounded. The less the times miss what is
    between u and v, the less has to be searched.
    """
    early, back = now.early, now.back
    if now.back[u] is not None:
        late = [None if x is None else -x for x in back]
        if early[v] is None or _lack(late, u, v, 0) < _lack(early, u, v, 0):
            return late
    if early[v] is not None:
        return early
    free: Bounds = [0] * len(early)
    still: Bounds = [None] * len(early)
    links = [row for row in rest if row[0] != row[1] and ORIGIN not in row[:2]]
    settle((free, still), (free, still), links)
    return free


def _between(field: _Field, start: int, goal: int) -> Iterator[Told]:
    """The edges of all ways from the start to the goal."""
    row, at, times, limit = field
    ahead = _reached(field, start, 0, None) if limit > 0 else {}
    behind = _reached(field, goal, 1, ahead) if goal in ahead else {}
    for x in behind:
        spare = limit - ahead[x] + cast("int", times[x])
        for y, w, by in steps(at[x], x, 0):
            if (
                by is not row
                and y in behind
                and cast("int", times[y]) - w + behind[y] < spare
            ):
                yield x, y, w, by[4]


def _reached(
    field: _Field, start: int, tail: int, ahead: dict[int, int] | None
) -> dict[int, int]:
    """How far each point is, within the limit; with `tail` 1 time is turned round.

    Where *ahead* says how far each is from the other end, those on a way alone.
    """
    row, at, times, limit = field
    sign = 1 - 2 * tail
    far: dict[int, int] = {start: 0}
    heap = [(0, start)]
    while heap:
        gone, x = heappop(heap)
        if gone > far[x]:
            continue
        base = gone - sign * cast("int", times[x])
        for y, w, by in steps(at[x], x, tail):
            there = times[y]
            if there is None or by is row:
                continue
            cost = base + sign * there - w
            if cost >= far.get(y, limit):
                continue
            if ahead is None or cost + ahead.get(y, limit) < limit:
                far[y] = cost
                heappush(heap, (cost, y))
    return far
