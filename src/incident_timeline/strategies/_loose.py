"""Any incident that can be constructed, contradictory ones among them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from attrs import evolve

from incident_timeline.model import Event, Incident, Link
from incident_timeline.moments import Moment
from incident_timeline.strategies import _makers as make
from incident_timeline.strategies._home import home_of
from incident_timeline.strategies._makers import World
from incident_timeline.strategies._moments import reworded
from incident_timeline.strategies._picker import Picker
from incident_timeline.strategies._rows import Drawn, EventRow, Row
from incident_timeline.strategies._stating import WORDINGS, Wording
from incident_timeline.strategies._window import Window, state_in
from incident_timeline.strategies._words import EXTRAS, TEXT_POOL
from incident_timeline.vocabulary import AllenRelation

__all__ = ["event_of", "loose_incident"]

_ID_STYLES = ("{}{}", "{}-{:03}", "{} {} é")
_JURISDICTIONS = ("", "GB-EAW", "US-TX", "x-unheard-of")
_ENDS = (None, None, timedelta(hours=-1), timedelta(days=400))


def loose_incident(
    drawn: Drawn, zones: tuple[str, ...], window: Window | None
) -> Incident:
    """Assemble what was drawn; nothing makes its times, links or quotes agree."""
    picker = Picker(drawn.seed)
    home, style = home_of(picker, zones), picker.of(_ID_STYLES)
    since = home.since if window is None else window.first
    world = _world(drawn, home.zones, style, since)
    world = evolve(world, window=window)
    return Incident(
        id=picker.of(("", "i-2024/1", "é")),
        title=picker.of(world.texts),
        jurisdiction=picker.of(_JURISDICTIONS),
        events=_events(drawn.events, world),
        parties=[
            make.party(row.picker, world, kind=row.word, id=one)
            for row, one in zip(drawn.parties, world.party_ids, strict=True)
        ],
        evidence=[
            make.evidence_item(row.picker, world, item_type=row.word, id=one)
            for row, one in zip(drawn.evidence, world.evidence_ids, strict=True)
        ],
        investigations=[
            make.investigation(row.picker, world, footing=row.word)
            for row in drawn.investigations
        ],
        sources=world.sources,
        links=_links(drawn.links, world),
        unknown=picker.of(EXTRAS),
    )


def _world(drawn: Drawn, zones: tuple[str, ...], style: str, now: datetime) -> World:
    def ids(prefix: str, rows: Sequence[object]) -> tuple[str, ...]:
        return tuple(style.format(prefix, i) for i in range(1, len(rows) + 1))

    texts = (*TEXT_POOL, *drawn.texts)
    empty = World(texts=texts, zones=zones, now=now)
    return evolve(
        empty,
        sources=tuple(
            make.source(row.picker, empty, id=one)
            for row, one in zip(drawn.sources, ids("s", drawn.sources), strict=True)
        ),
        party_ids=ids("p", drawn.parties),
        event_ids=ids("e", drawn.events),
        evidence_ids=ids("x", drawn.evidence),
    )


def _events(rows: Sequence[EventRow], world: World) -> Iterator[Event]:
    clock = world.now
    for i, (row, one) in enumerate(zip(rows, world.event_ids, strict=True)):
        clock += (row.gap if i else timedelta()) + row.wording.beyond
        # A plain id is left to be given, which gives the same one.
        given = "" if one.isalnum() else one
        yield event_of(row, evolve(world, now=clock), own=one, id=given)


def event_of(row: EventRow, world: World, *, own: str, id: str) -> Event:  # noqa: A002
    """An event at the world's time, that may end before it starts.

    *own* is the id that it will have, which is not part of itself.
    """
    picker = Picker(row.seed)
    others = tuple(one for one in world.event_ids if one != own)
    zone = picker.of(world.zones)
    start = _stated(world, world.now, zone, row.wording)
    lasts, wording = row.shape.lasts or picker.of(_ENDS), picker.of(WORDINGS)
    end = None if lasts is None else _stated(world, world.now + lasts, zone, wording)
    parts = picker.below(3) if world.party_ids else 0
    return Event(
        id=id,
        kind=row.kind,
        participants=[make.participant(picker, world) for _ in range(parts)],
        evidence_ids=picker.some(world.evidence_ids, 2),
        part_of_id=picker.of((None, *others)) if row.shape.inside else None,
        citations=make.citations(picker, world),
        start=reworded(start, picker, world.texts),
        end=end,
        summary=picker.of(world.texts),
        place=picker.of(world.texts),
        unknown=picker.of(EXTRAS),
    )


def _stated(world: World, instant: datetime, zone: str, wording: Wording) -> Moment:
    window = world.window
    inside = instant if window is None else window.wrapped(instant)
    return state_in(window, inside, zone, wording)


def _links(rows: Sequence[Row], world: World) -> Iterator[Link]:
    if len(world.event_ids) > 1:
        for row in rows:
            relation = AllenRelation(row.word)
            yield make.link(row.picker, world, relation=relation)
