"""Strategies for each record of an incident, by itself.

References are to ids such as ``e1``, which name nothing until an incident holds them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from hypothesis import strategies as st

from incident_timeline.model import (
    Age,
    Citation,
    CustodyStep,
    Event,
    Evidence,
    Finding,
    Investigation,
    Link,
    Participant,
    Party,
    Severity,
    Source,
    Verdict,
)
from incident_timeline.strategies import _makers as make
from incident_timeline.strategies._loose import event_of
from incident_timeline.strategies._makers import World
from incident_timeline.strategies._moments import ZONES
from incident_timeline.strategies._picker import SEEDS, Picker
from incident_timeline.strategies._rows import EventRow, event_rows
from incident_timeline.strategies._words import (
    FOOTINGS,
    ITEM_TYPES,
    KINDS,
    PARTY_KINDS,
    TEXT_POOL,
    TEXTS,
)
from incident_timeline.vocabulary import AllenRelation

__all__ = [
    "ages",
    "citations",
    "custody_steps",
    "events",
    "evidence",
    "findings",
    "investigations",
    "links",
    "participants",
    "parties",
    "sources",
]

T = TypeVar("T")

_IDS = ("", "r1", "r 1 é")


def _made(
    maker: Callable[[Picker, World, str], T],
    words: Sequence[str] = ("",),
    zones: Sequence[str] = ZONES,
) -> st.SearchStrategy[T]:
    """What *maker* makes of one of *words*, a seed and texts."""

    def made(word: str, seed: int, texts: list[str]) -> T:
        world = World(texts=(*TEXT_POOL, *texts), zones=tuple(zones))
        return maker(Picker(seed), world, word)

    return st.builds(made, st.sampled_from(words), SEEDS, TEXTS)


_AGES = _made(lambda picker, world, _: make.age(picker, world))
_CITATIONS = _made(lambda picker, world, _: make.citation(picker, world))
_PARTICIPANTS = _made(lambda picker, world, _: make.participant(picker, world))
_STEPS = _made(lambda picker, world, _: make.custody_step(picker, world))
_SOURCES = _made(
    lambda picker, world, _: make.source(picker, world, id=picker.of(_IDS))
)
_LINKS = _made(
    lambda picker, world, word: make.link(
        picker, world, relation=AllenRelation(word), id=picker.of(_IDS)
    ),
    [relation.value for relation in AllenRelation],
)


def ages() -> st.SearchStrategy[Age]:
    """Ages, exact, between two bounds, or open on either side."""
    return _AGES


def citations() -> st.SearchStrategy[Citation]:
    """Citations of source ``s1``; spans hold their quote, another, or are missing."""
    return _CITATIONS


def custody_steps() -> st.SearchStrategy[CustodyStep]:
    """Hand-overs, from and to anyone or no one, at any time."""
    return _STEPS


def participants() -> st.SearchStrategy[Participant]:
    """Parties' parts in an event, in any role."""
    return _PARTICIPANTS


def sources() -> st.SearchStrategy[Source]:
    """Sources, with and without a text, a time of publication and a right digest."""
    return _SOURCES


def links() -> st.SearchStrategy[Link]:
    """Links of any relation between two events, with gaps where it leaves one."""
    return _LINKS


def parties(*, kinds: Sequence[str] = PARTY_KINDS) -> st.SearchStrategy[Party]:
    """Parties of *kinds*, with an age or without."""
    return _made(
        lambda picker, world, word: make.party(
            picker, world, kind=word, id=picker.of(_IDS)
        ),
        kinds,
    )


def evidence(
    *, item_types: Sequence[str] = ITEM_TYPES, zones: Sequence[str] = ZONES
) -> st.SearchStrategy[Evidence]:
    """Items of *item_types*, with up to two hand-overs in any order."""
    return _made(
        lambda picker, world, word: make.evidence_item(
            picker, world, item_type=word, id=picker.of(_IDS)
        ),
        item_types,
        zones,
    )


def investigations(
    *, footings: Sequence[str] = FOOTINGS, zones: Sequence[str] = ZONES
) -> st.SearchStrategy[Investigation]:
    """Investigations on *footings*, some of which close before they open."""
    return _made(
        lambda picker, world, word: make.investigation(
            picker, world, footing=word, id=picker.of(_IDS)
        ),
        footings,
        zones,
    )


def events(
    *, kinds: Sequence[str] = KINDS, zones: Sequence[str] = ZONES
) -> st.SearchStrategy[Event]:
    """Events of *kinds*, told in *zones*, some of which end before they start."""

    def made(row: EventRow, seed: int, texts: list[str]) -> Event:
        world = World(texts=(*TEXT_POOL, *texts), zones=tuple(zones))
        own = Picker(seed).of(_IDS)
        return event_of(row, world, own=own, id=own)

    return st.builds(made, event_rows(tuple(kinds)), SEEDS, TEXTS)


def findings() -> st.SearchStrategy[Finding]:
    """Findings of every severity and verdict, with a place in a document or without."""
    return st.builds(
        _finding,
        st.sampled_from(Severity),
        st.sampled_from(Verdict),
        st.lists(_CITATIONS, max_size=2),
        SEEDS,
        TEXTS,
    )


def _finding(
    severity: Severity,
    verdict: Verdict,
    cited: list[Citation],
    seed: int,
    texts: list[str],
) -> Finding:
    picker, words = Picker(seed), (*TEXT_POOL, *texts)
    line = picker.of((None, 1, 40))
    return Finding(
        code=picker.of(("TL101", "TL500", "MYC101")),
        name=picker.of(("event-ends-before-start", "x")),
        severity=severity,
        verdict=verdict,
        where=picker.of(("events[0].end", "sources[1]", "")),
        message=picker.of(words),
        subject_ids=picker.some(("e1", "p1", "x1"), 2),
        citations=tuple(cited),
        mend=picker.of(words),
        raw=picker.of(words),
        line=line,
        column=None if line is None else picker.of((1, 7)),
    )
