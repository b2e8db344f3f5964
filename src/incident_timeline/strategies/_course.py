"""A true course of events: when each happened, and how any two of them stand."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from attrs import frozen

from incident_timeline.strategies._rows import EventRow
from incident_timeline.strategies._window import TICK, Window
from incident_timeline.vocabulary import AllenRelation as R
from incident_timeline.vocabulary import EventKind

__all__ = ["Span", "course", "relation", "within"]

_MINUTE = timedelta(minutes=1)
# In the order of a response; other kinds, and "other" itself, have no place in it.
_RANKS = {kind.value: i for i, kind in enumerate(EventKind)}
_FREE = _RANKS[EventKind.OTHER.value]


@frozen
class Span:
    """When an event happened: from *start* to *end*, as a part of another or not.

    An event whose end is not stated is over at once. *whole* is an index.
    """

    start: datetime
    end: datetime
    whole: int | None = None


def course(rows: Sequence[EventRow], start: datetime) -> tuple[Span, ...]:
    """When each event happened, in the order of *rows*.

    Events follow each other, a minute apart or more, in the order of a response; one
    of a kind that has no place there may lie inside the latest that lasted.
    """
    spans: dict[int, Span] = {}
    clock, whole = start, None
    for i in sorted(range(len(rows)), key=lambda i: _rank(rows[i])):
        row = rows[i]
        if row.shape.inside is not None and _rank(row) == _FREE and whole is not None:
            outer, inside = spans[whole], row.shape.inside
            tenth = (outer.end - outer.start) / 10
            first, last = (outer.start + edge * tenth for edge in inside)
            spans[i] = Span(first, last, whole)
            continue
        gap = row.gap if spans else timedelta()  # the first begins when it all does
        begin = clock + _MINUTE + gap + row.wording.beyond
        clock = begin + (row.shape.lasts or timedelta())
        spans[i] = Span(begin, clock)
        whole = i if row.shape.lasts else whole
    return tuple(spans[i] for i in range(len(rows)))


def within(spans: Sequence[Span], window: Window) -> tuple[Span, ...]:
    """The same course from the window's first instant, as much quicker as it takes."""
    last = max((span.end for span in spans), default=window.first)
    taken, given = (last - window.first) // TICK, window.length // TICK
    if taken <= given:
        return tuple(spans)

    def moved(instant: datetime) -> datetime:
        return window.first + (instant - window.first) // TICK * given // taken * TICK

    return tuple(Span(moved(one.start), moved(one.end), one.whole) for one in spans)


def _rank(row: EventRow) -> int:
    return _RANKS.get(row.kind, _FREE)


def relation(a: Span, b: Span) -> R:
    """How *a* stands to *b*, of which an instant never touches the other."""
    if a.end < b.start:
        return R.BEFORE
    if b.end < a.start:
        return R.AFTER
    if a.end == b.start:
        return R.MEETS
    if b.end == a.start:
        return R.MET_BY
    return _ALLEN[_sign(a.start, b.start), _sign(a.end, b.end)]


def _sign(a: datetime, b: datetime) -> int:
    return (a > b) - (a < b)


_ALLEN = {
    (-1, -1): R.OVERLAPS,
    (-1, 0): R.FINISHED_BY,
    (-1, 1): R.CONTAINS,
    (0, -1): R.STARTS,
    (0, 0): R.EQUALS,
    (0, 1): R.STARTED_BY,
    (1, -1): R.DURING,
    (1, 0): R.FINISHES,
    (1, 1): R.OVERLAPPED_BY,
}
