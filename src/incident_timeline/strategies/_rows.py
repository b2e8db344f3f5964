"""Rows: what is drawn for each record of an incident, before it is assembled.

A row that may be left out begins with a choice whose first option is to be nothing,
and then ends: a shrinker turns a row of any width into that, and so drops it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from functools import cache
from typing import TypeVar

from attrs import frozen
from hypothesis import strategies as st

from incident_timeline.strategies._picker import SEEDS, Picker
from incident_timeline.strategies._stating import WORDINGS, Wording
from incident_timeline.strategies._words import (
    FOOTINGS,
    ITEM_TYPES,
    PARTY_KINDS,
    TEXTS,
)
from incident_timeline.vocabulary import AllenRelation

__all__ = ["SHAPES", "Drawn", "EventRow", "Row", "Shape", "drawn", "event_rows"]

T = TypeVar("T")

_MINUTE = timedelta(minutes=1)
_FORTNIGHT = 14 * 24 * 60
_VOID = None
_MOST_SIDE_ROWS = 4


@frozen
class Shape:
    """How long an event lasts, or from and to which tenth of another."""

    lasts: timedelta | None = None
    inside: tuple[int, int] | None = None


SHAPES = (
    Shape(),
    *(Shape(lasts=minutes * _MINUTE) for minutes in (10, 60, 600)),
    *(
        Shape(inside=tenths)
        for tenths in ((1, 9), (0, 5), (5, 10), (0, 10), (2, 7), (0, 9), (1, 10))
    ),
)


@frozen
class EventRow:
    """What is drawn for an event: five choices."""

    kind: str
    gap: timedelta
    wording: Wording
    shape: Shape
    seed: int


@frozen
class Row:
    """What is drawn for any other record: its main word, and a seed for the rest."""

    word: str
    seed: int

    @property
    def picker(self) -> Picker:
        """A fresh picker of the rest."""
        return Picker(self.seed)


@frozen
class Drawn:
    """All that is drawn for an incident."""

    events: tuple[EventRow, ...]
    parties: tuple[Row, ...]
    evidence: tuple[Row, ...]
    investigations: tuple[Row, ...]
    sources: tuple[Row, ...]
    links: tuple[Row, ...]
    texts: tuple[str, ...]
    seed: int


_STEPS = 270


def _minutes(step: int) -> int:
    """Some minutes up to a fortnight, near ones as likely as far ones."""
    return int((step / _STEPS) ** 3 * _FORTNIGHT)


_GAPS = {
    True: st.integers(0, _STEPS).map(_minutes),
    False: st.integers(-_STEPS, _STEPS).map(_minutes),
}
_WORDINGS = st.sampled_from(WORDINGS)
_SHAPES = st.sampled_from(SHAPES)


def _event_row(draw: st.DrawFn, kind: str, gaps: st.SearchStrategy[int]) -> EventRow:
    gap, wording, shape = draw(gaps), draw(_WORDINGS), draw(_SHAPES)
    return EventRow(kind, gap * _MINUTE, wording, shape, draw(SEEDS))


@st.composite
def _sure(
    draw: st.DrawFn, kinds: st.SearchStrategy[str], gaps: st.SearchStrategy[int]
) -> EventRow:
    return _event_row(draw, draw(kinds), gaps)


@st.composite
def _voidable(
    draw: st.DrawFn, kinds: st.SearchStrategy[str | None], gaps: st.SearchStrategy[int]
) -> EventRow | None:
    kind = draw(kinds)
    return None if kind is None else _event_row(draw, kind, gaps)


@st.composite
def _plain_rows(draw: st.DrawFn, first: st.SearchStrategy[str | None]) -> Row | None:
    word = draw(first)
    return None if word is None else Row(word, draw(SEEDS))


def _side_rows(words: Iterable[str]) -> st.SearchStrategy[list[Row | None]]:
    row = _plain_rows(st.sampled_from((_VOID, *words)))
    return st.lists(row, max_size=_MOST_SIDE_ROWS)


_PARTIES = _side_rows(PARTY_KINDS)
_EVIDENCE = _side_rows(ITEM_TYPES)
_INVESTIGATIONS = _side_rows(FOOTINGS)
_SOURCES = _side_rows(("source",))
_NONE: st.SearchStrategy[list[Row | None]] = st.just([])
_LINKS = _side_rows(relation.value for relation in AllenRelation)


@cache
def event_rows(
    kinds: tuple[str, ...], *, growing: bool = False
) -> st.SearchStrategy[EventRow]:
    """Rows of events that stand."""
    return _sure(st.sampled_from(kinds), _GAPS[growing])


@cache
def drawn(
    kinds: tuple[str, ...], least: int, most: int, *, growing: bool
) -> st.SearchStrategy[Drawn]:
    """All rows: *least* events that stand and, up to *most*, others that may.

    *growing* keeps every gap from going back in time; events then tell links by
    themselves.
    """
    sure = event_rows(kinds, growing=growing)
    voidable = _voidable(st.sampled_from((_VOID, *kinds)), _GAPS[growing])
    return st.builds(
        _collected,
        st.lists(sure, min_size=least, max_size=least),
        st.lists(voidable, max_size=most - least),
        st.tuples(
            _PARTIES, _EVIDENCE, _INVESTIGATIONS, _SOURCES, _NONE if growing else _LINKS
        ),
        TEXTS,
        SEEDS,
    )


def _collected(
    sure: list[EventRow],
    voidable: list[EventRow | None],
    others: tuple[list[Row | None], ...],
    texts: list[str],
    seed: int,
) -> Drawn:
    events = _standing([*sure, *voidable])
    parties, evidence, investigations, sources, links = map(_standing, others)
    return Drawn(
        events,
        parties,
        evidence,
        investigations,
        sources,
        links,
        tuple(texts),
        seed,
    )


def _standing(rows: Iterable[T | None]) -> tuple[T, ...]:
    return tuple(row for row in rows if row is not None)
