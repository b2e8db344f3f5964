"""Bounds mended from where rows come or go, without solving afresh."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import TypeAlias, cast

from incident_timeline.timeline.network.paths import Paths
from incident_timeline.timeline.network.settle import (
    ORIGIN,
    AnyRow,
    Bounds,
    Gain,
    Row,
    edges,
    steps,
    walk,
)
from incident_timeline.timeline.network.sift import contradiction

Log: TypeAlias = list[tuple[int, int | None]]


def put(paths: Paths, row: Row) -> None:
    """Has a row among those that touch its points."""
    for rows in _shelves(paths, row):
        rows.append(row)


def take(paths: Paths, row: Row) -> None:
    """Has it there no more."""
    for rows in _shelves(paths, row):
        rows.remove(row)


def _shelves(paths: Paths, row: Row) -> list[list[AnyRow]]:
    a, b = row[:2]
    if ORIGIN not in (a, b):
        return [paths.at[a], paths.at[b]]
    return [] if a == b else [paths.windows.setdefault(max(a, b), [])]


def tightened(paths: Paths, rows: Sequence[Row]) -> bool:
    """Bounds with these rows, which are put; False, and as before, where they clash."""
    logs: tuple[Log, Log] = ([], [])
    early, back = paths.bounds
    fits = all(_raised(paths, rows, tail, logs[tail]) for tail in (0, 1))
    if fits and not _crossed(early, back, logs) and not _gains_unseen(paths, rows):
        paths.admit(rows)
        return True
    for bounds, log in zip(paths.bounds, logs, strict=True):
        for point, old in reversed(log):
            bounds[point] = old
    return False


def _raised(paths: Paths, rows: Iterable[Row], tail: int, log: Log) -> bool:
    bounds = paths.bounds[tail]
    moved: list[int] = []
    for u, v, w in _turned(rows, tail):
        if u == v and w > 0:
            return False
        x, y = bounds[u], bounds[v]
        if u != v != ORIGIN and x is not None and (y is None or x + w > y):
            log.append((v, y))
            bounds[v] = x + w
            moved.append(v)
    return not (moved and walk(bounds, paths.at, moved, tail=tail, log=log))


def _turned(rows: Iterable[Row], tail: int) -> Iterator[tuple[int, int, int]]:
    for u, v, w, _ in edges(rows):
        yield (v, u, w) if tail else (u, v, w)


def _crossed(early: Bounds, back: Bounds, logs: Iterable[Log]) -> bool:
    for point in {point for log in logs for point, _ in log}:
        x, y = early[point], back[point]
        if x is not None and y is not None and x + y > 0:
            return True
    return False


def _gains_unseen(paths: Paths, rows: Iterable[Row]) -> bool:
    """Whether a cycle gains on itself, by way of these rows, that no bound reaches."""
    early, back = paths.bounds
    seen: set[int] = set()
    found: list[tuple[int, int, int, int]] = []
    stack = [end for row in rows if row[0] != row[1] for end in row[:2]]
    while stack:
        x = stack.pop()
        if x in seen or early[x] is not None or back[x] is not None:
            continue
        seen.add(x)
        leaving = [(x, y, w, 0) for y, w, _ in steps(paths.at[x], x, 0)]
        found += leaving
        stack += [end for row in paths.at[x] for end in row[:2]]
    loose = [edge for edge in found if edge[1] in seen]
    return bool(contradiction(loose))


def loosened(paths: Paths, rows: Iterable[Row]) -> None:
    """Bounds without these rows, which are taken already."""
    gone = list(rows)
    for tail in (0, 1):
        _lowered(paths, gone, tail)


def _lowered(paths: Paths, rows: Iterable[Row], tail: int) -> None:
    def stated(point: int) -> int | None:
        shelf = paths.windows.get(point, ())
        return max([w for _, w, _ in steps(shelf, ORIGIN, tail)], default=None)

    bounds = paths.bounds[tail]
    if moved := forgotten(bounds, paths.at, rows, stated, tail):
        walk(bounds, paths.at, moved, tail=tail)


def resumed(gain: Gain, row: Row) -> bool:
    """Whether no cycle gains without this row; its bounds are exact then."""
    at = gain.at
    for end in row[:2]:
        at[end].remove(row)
    now = zip(gain.bounds, gain.start, gain.waiting, strict=True)
    loops = (
        walk(bounds, at, [*waiting, *moved], tail=tail)
        for tail, (bounds, start, waiting) in enumerate(now)
        for moved in [forgotten(bounds, at, [row], start.__getitem__, tail)]
    )
    is_gainless = not any(loops)
    for end in row[:2]:
        at[end].append(row)
    return is_gainless


def forgotten(
    bounds: Bounds,
    at: list[list[AnyRow]],
    rows: Iterable[Row],
    stated: Callable[[int], int | None],
    tail: int,
) -> list[int]:
    """What may rest on these rows is forgotten, and found again from its surroundings.

    A bound that follows from another by a row that it doesn't pass may rest on it. What
    is *stated* of each point is found again first; who may move others is told.
    """
    stack = [
        v
        for u, v, w in _turned(rows, tail)
        if u != v != ORIGIN and _rests(bounds, u, v, w)
    ]
    loose: dict[int, None] = {}
    while stack:
        x = stack.pop()
        if x not in loose:
            loose[x] = None
            time = cast("int", bounds[x])
            for y, w, _ in steps(at[x], x, tail):
                z = bounds[y]
                if z is not None and time + w >= z and y not in loose:
                    stack.append(y)
    for x in loose:
        bounds[x] = None
    for x in loose:
        found = stated(x)
        for y, w, _ in steps(at[x], x, 1 - tail):
            z = bounds[y]
            if z is not None and (found is None or z + w > found):
                found = z + w
        bounds[x] = found
    return [x for x in loose if bounds[x] is not None]


def _rests(bounds: Bounds, u: int, v: int, w: int) -> bool:
    x, y = bounds[u], bounds[v]
    return x is not None and y is not None and x + w >= y


def component(
    paths: Paths,
    rows: dict[Hashable, list[Row]],
    points: Iterable[int],
    reasons: Iterable[Hashable],
) -> tuple[set[int], set[Hashable]]:
    """The points and reasons that rows join to these, however far."""
    seen: set[int] = {ORIGIN}
    told: set[Hashable] = set()
    stack, asked = list(points), list(reasons)
    while stack or asked:
        if asked:
            reason = asked.pop()
            if reason not in told:
                told.add(reason)
                stack += [end for row in rows[reason] for end in row[:2]]
            continue
        x = stack.pop()
        if x not in seen:
            seen.add(x)
            near = (*paths.at[x], *paths.windows.get(x, ()))
            stack += [end for row in near for end in row[:2]]
            asked += [row[4] for row in near]
    return seen - {ORIGIN}, told
