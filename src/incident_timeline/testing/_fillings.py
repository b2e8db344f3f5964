"""Pairs of incidents that differ in one field, for every field of every record."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any, Final

from attrs import evolve, frozen

from incident_timeline._record import Record
from incident_timeline.model import (
    Age,
    Citation,
    CustodyStep,
    Event,
    Evidence,
    Incident,
    Investigation,
    Link,
    Participant,
    Party,
    Source,
)
from incident_timeline.moments import Moment
from incident_timeline.testing._naming import EXTRA, Chain

__all__ = ["Filling", "fillings", "worded"]

_ZONE: Final = "Europe/London"
_TEN: Final = Moment.at("2024-01-15T10:00", zone=_ZONE)
_NINE: Final = Moment.at("2024-01-15T09:00", zone=_ZONE)
_SAID: Final = Citation(source_id="s1", quote="shots were heard")
_CITED: Final[dict[str, Any]] = {"citations": (_SAID,)}
_PEOPLE: Final = (Party(id="p1", description="a man"), Party(id="p2", kind="unit"))
_TEXTS: Final = (Source(id="s1", title="Statement"), Source(id="s2", title="Log"))


@frozen
class Filling:
    """Two incidents, of which the second tells one thing more, or another thing.

    Attributes:
        chain: The field that tells it.
        without: The first.
        filled: The second.
    """

    chain: Chain
    without: Incident
    filled: Incident

    @property
    def name(self) -> str:
        """The class and the field: ``Event.place``."""
        return ".".join(self.chain[-1])


@frozen
class _Plan:
    """How to fill the fields of one class: a plain record, where it stands, and what.

    Each of *fields* is what to change in the plain record, or that twice, where the
    plain record needs another value first.
    """

    chain: Chain
    plain: Record
    put: Callable[[Any], Incident]
    fields: dict[str, Any]

    def fillings(self) -> Iterator[Filling]:
        cls = type(self.plain).__name__
        extra = {EXTRA: {"unknown": (("x_note", '"kept"'),)}}
        for name, change in (self.fields | extra).items():
            first, second = change if isinstance(change, tuple) else ({}, change)
            without = evolve(self.plain, **first)
            filled = evolve(without, **second)
            chain = (*self.chain, (cls, name))
            yield Filling(chain, self.put(without), self.put(filled))


def _whole(**records: Any) -> Incident:
    """An incident of a few events, with all that a record may refer to."""
    known: dict[str, Any] = {
        "events": tuple(
            Event(id=one, kind=kind)
            for one, kind in (("e2", "arrival"), ("e3", "call"), ("e4", "deployment"))
        ),
        "parties": _PEOPLE,
        "evidence": (Evidence(id="x1", item_type="knife"),),
        "sources": _TEXTS,
    }
    return Incident(**(known | records))


def _event(one: Event) -> Incident:
    return _whole(events=(one, Event(id="e2", kind="arrival")))


def _party(one: Party) -> Incident:
    return _whole(parties=(one,))


def _item(one: Evidence) -> Incident:
    return _whole(evidence=(one,))


def _cited(one: Citation) -> Incident:
    return _event(Event(id="e1", kind="shots", citations=(one,)))


_IN_EVENT: Final = (("Incident", "events"),)
_IN_PARTY: Final = (("Incident", "parties"),)
_IN_ITEM: Final = (("Incident", "evidence"),)
_AT_ALL: Final[dict[str, Any]] = {
    "earliest_utc": {"earliest_utc": _NINE.earliest_utc},
    "latest_utc": {"latest_utc": Moment.at("2024-01-15T11:00", zone="UTC").latest_utc},
    "zone": {"zone": "Africa/Abidjan"},
    "qualifier": {"qualifier": "about"},
    "precision": {"precision": "second"},
    "part": {"part": "morning"},
    "stated": ({"stated": ""}, {"stated": "2024-01-15T10:00"}),
    "text": {"text": "at ten"},
    "assumed": {"assumed": ("year",)},
}
_PLANS: Final = (
    _Plan(
        (),
        Incident(),
        lambda one: one,
        {
            "id": {"id": "i-7"},
            "title": {"title": "Shots in Mill Lane"},
            "jurisdiction": {"jurisdiction": "GB-EAW"},
            "events": {"events": (Event(kind="shots"),)},
            "parties": {"parties": _PEOPLE},
            "evidence": {"evidence": (Evidence(item_type="knife"),)},
            "investigations": {"investigations": (Investigation(matter="the shots"),)},
            "sources": {"sources": _TEXTS},
            "links": (
                {"events": _whole().events},
                {"links": (Link(event_id="e2", relation="after", other_id="e3"),)},
            ),
        },
    ),
    _Plan(
        _IN_EVENT,
        Event(id="e1", kind="shots"),
        _event,
        {
            "id": {"id": "e9"},
            "kind": {"kind": "x-mycity:tow"},
            "start": {"start": _TEN},
            "end": {"end": _TEN},
            "summary": {"summary": "a car was towed"},
            "place": {"place": "Mill Lane"},
            "participants": {"participants": (Participant(party_id="p1"),)},
            "evidence_ids": {"evidence_ids": ("x1",)},
            "part_of_id": {"part_of_id": "e2"},
            "citations": _CITED,
        },
    ),
    _Plan(
        (("Incident", "links"),),
        Link(id="l1", event_id="e2", relation="after", other_id="e3"),
        lambda one: _whole(links=(one,)),
        {
            "id": {"id": "l9"},
            "event_id": {"event_id": "e4"},
            "relation": {"relation": "before"},
            "other_id": {"other_id": "e4"},
            "least": {"least": timedelta(minutes=5)},
            "greatest": {"greatest": timedelta(hours=5)},
            "citations": _CITED,
        },
    ),
    _Plan(
        _IN_PARTY,
        Party(id="p1"),
        _party,
        {
            "id": {"id": "p9"},
            "kind": {"kind": "unit"},
            "name": {"name": "Seán Roe"},
            "description": {"description": "a neighbour"},
            "age": {"age": Age(least=40, greatest=40)},
            "citations": _CITED,
        },
    ),
    _Plan(
        (*_IN_PARTY, ("Party", "age")),
        Age(least=30, greatest=50),
        lambda one: _party(Party(id="p1", description="a man", age=one)),
        {"least": {"least": 40}, "greatest": {"greatest": 40}, "citations": _CITED},
    ),
    _Plan(
        (*_IN_EVENT, ("Event", "participants")),
        Participant(party_id="p1", role="witness"),
        lambda one: _event(Event(id="e1", kind="shots", participants=(one,))),
        {"party_id": {"party_id": "p2"}, "role": {"role": "caller"}},
    ),
    _Plan(
        _IN_ITEM,
        Evidence(id="x1", item_type="knife"),
        _item,
        {
            "id": {"id": "x9"},
            "item_type": {"item_type": "firearm"},
            "status": {"status": "apparent"},
            "description": {"description": "a kitchen knife"},
            "recovered": {"recovered": _TEN},
            "recovered_place": {"recovered_place": "Mill Lane"},
            "recovered_by_id": {"recovered_by_id": "p1"},
            "event_id": {"event_id": "e2"},
            "custody": {"custody": (CustodyStep(from_id="p1", to_id="p2"),)},
            "citations": _CITED,
        },
    ),
    _Plan(
        (*_IN_ITEM, ("Evidence", "custody")),
        CustodyStep(),
        lambda one: _item(Evidence(id="x1", item_type="knife", custody=(one,))),
        {
            "at": {"at": _TEN},
            "from_id": {"from_id": "p1"},
            "to_id": {"to_id": "p2"},
            "purpose": {"purpose": "examination"},
            "citations": _CITED,
        },
    ),
    _Plan(
        (("Incident", "investigations"),),
        Investigation(id="i1"),
        lambda one: _whole(investigations=(one,)),
        {
            "id": {"id": "i9"},
            "body_id": {"body_id": "p2"},
            "footing": {"footing": "independent"},
            "status": {"status": "open"},
            "matter": {"matter": "the use of force"},
            "opened": {"opened": _NINE},
            "closed": {"closed": _TEN},
            "citations": _CITED,
        },
    ),
    _Plan(
        (("Incident", "sources"),),
        Source(id="s1"),
        lambda one: _whole(sources=(one,)),
        {
            "id": {"id": "s9"},
            "title": {"title": "A statement"},
            "publisher": {"publisher": "The County Force"},
            "url": {"url": "https://example.org/a"},
            "published": {"published": _TEN},
            "text": {"text": "Shots were heard."},
            "sha256": {"sha256": Source.digest("Shots were heard.")},
        },
    ),
    _Plan(
        (*_IN_EVENT, ("Event", "citations")),
        Citation(source_id="s1", quote="shots were heard", start=0, end=16),
        _cited,
        {
            "source_id": {"source_id": "s2"},
            "quote": {"quote": "shots were fired"},
            "start": {"start": 4},
            "end": {"end": 20},
            "attributed_to": {"attributed_to": "a neighbour"},
            "force": {"force": "alleged"},
        },
    ),
    _Plan(
        (*_IN_EVENT, ("Event", "start")),
        _TEN,
        lambda one: _event(Event(id="e1", kind="shots", start=one)),
        _AT_ALL,
    ),
)


def fillings() -> tuple[Filling, ...]:
    """A pair for each field of each record, and for what a later version may tell."""
    return tuple(one for plan in _PLANS for one in plan.fillings())


def worded(word: str) -> Incident:
    """An incident that has the word wherever a source's words can stand."""
    when = Moment.at("2024-01-15T10:00", zone=_ZONE, text=word)
    said = (Citation(source_id="s1", quote=word, attributed_to=word),)
    return Incident(
        title=word,
        jurisdiction=word,
        events=(_worded_event(word, when, said),),
        parties=(
            Party(
                id="p1",
                name=word,
                description=word,
                age=Age(least=40, citations=said),
                citations=said,
            ),
        ),
        evidence=(_worded_item(word, when, said),),
        investigations=(Investigation(matter=word, opened=when, citations=said),),
        sources=(
            Source(
                id="s1", title=word, publisher=word, url=word, published=when, text=word
            ),
        ),
    )


def _worded_event(word: str, when: Moment, said: tuple[Citation, ...]) -> Event:
    return Event(
        id="e1",
        kind="shots",
        start=when,
        summary=word,
        place=word,
        participants=(Participant(party_id="p1"),),
        citations=said,
    )


def _worded_item(word: str, when: Moment, said: tuple[Citation, ...]) -> Evidence:
    return Evidence(
        item_type="knife",
        description=word,
        recovered=when,
        recovered_place=word,
        custody=(CustodyStep(at=when, purpose=word, citations=said),),
        citations=said,
    )
