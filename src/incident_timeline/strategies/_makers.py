"""Records made from picked choices, in a world of ids, sources and words."""

from __future__ import annotations

from datetime import datetime, timedelta

from attrs import frozen

from incident_timeline.model import (
    Age,
    Citation,
    CustodyStep,
    Evidence,
    Investigation,
    Link,
    Participant,
    Party,
    Source,
)
from incident_timeline.moments import Moment
from incident_timeline.strategies._moments import BASE, ZONES, reworded
from incident_timeline.strategies._picker import Picker
from incident_timeline.strategies._stating import WORDINGS, state
from incident_timeline.strategies._window import Window
from incident_timeline.strategies._words import (
    EXTRAS,
    FORCES,
    ROLES,
    SENTENCES,
    STATUSES,
    TEXT_POOL,
)
from incident_timeline.vocabulary import AllenRelation, EvidenceStatus

__all__ = [
    "World",
    "age",
    "citation",
    "citations",
    "custody_step",
    "evidence_item",
    "gaps",
    "investigation",
    "link",
    "moment",
    "participant",
    "party",
    "source",
]

_MINUTE = timedelta(minutes=1)
_DAY = timedelta(days=1)
_GAPS = (timedelta(), timedelta(microseconds=1), _MINUTE, 61 * _MINUTE, 9_999 * _DAY)
_HAS_GAP = (AllenRelation.BEFORE, AllenRelation.AFTER)
_YEARS = (40, 0, 17, 18, 120)
_STATUSES = (EvidenceStatus.STATED.value, *(one.value for one in EvidenceStatus))


@frozen
class World:
    """What a record may refer to, and the words and zones that it may use."""

    texts: tuple[str, ...] = TEXT_POOL
    zones: tuple[str, ...] = ZONES
    now: datetime = BASE
    window: Window | None = None
    sources: tuple[Source, ...] = (Source(id="s1", text="".join(SENTENCES)),)
    party_ids: tuple[str, ...] = ("p1", "p2", "p3")
    event_ids: tuple[str, ...] = ("e1", "e2", "e3")
    evidence_ids: tuple[str, ...] = ("x1", "x2")


def moment(picker: Picker, world: World) -> Moment:
    """A moment within a year of the world's day."""
    instant = world.now + picker.below(525_600) * _MINUTE
    stated = state(instant, picker.of(world.zones), picker.of(WORDINGS))
    return reworded(stated, picker, world.texts)


def _maybe_moment(picker: Picker, world: World) -> Moment | None:
    return moment(picker, world) if picker.below(2) else None


def _maybe_id(picker: Picker, ids: tuple[str, ...]) -> str | None:
    return picker.of((None, *ids))


def source(picker: Picker, world: World, *, id: str = "") -> Source:  # noqa: A002  its name
    """A source whose text, where it has one, can be quoted; its digest may be wrong."""
    text = "".join(SENTENCES[: picker.below(5)]) + picker.of(world.texts)
    return Source(
        id=id,
        title=picker.of(world.texts),
        publisher=picker.of(world.texts),
        url=picker.of(("", "https://example.org/a?b=c&d=é#f")),
        published=_maybe_moment(picker, world),
        text=text,
        sha256=picker.of(("", Source.digest(text), "0" * 64)),
        unknown=picker.of(EXTRAS),
    )


def citation(picker: Picker, world: World) -> Citation:
    """A citation; its span holds its quote, or another one, or is left out."""
    cited = picker.of(world.sources)
    start = picker.below(len(cited.text) + 1)
    end = start + picker.below(len(cited.text) - start + 1)
    quote, has_span = cited.text[start:end], picker.below(4)
    return Citation(
        source_id=cited.id,
        quote=picker.of(world.texts) if has_span == 1 else quote,
        start=start if has_span else None,
        end=end if has_span else None,
        attributed_to=picker.of(world.texts),
        force=picker.of(FORCES),
        unknown=picker.of(EXTRAS),
    )


def citations(picker: Picker, world: World) -> tuple[Citation, ...]:
    """None, one or two citations; none, where there is no source."""
    count = picker.below(3) if world.sources else 0
    return tuple(citation(picker, world) for _ in range(count))


def participant(picker: Picker, world: World) -> Participant:
    """A party's part in an event."""
    return Participant(
        party_id=picker.of(world.party_ids),
        role=picker.of(ROLES),
        unknown=picker.of(EXTRAS),
    )


def age(picker: Picker, world: World) -> Age:
    """An age, of which either bound may be open."""
    least, more = picker.of(_YEARS), picker.of((0, 1, 9))
    shape = picker.below(4)
    return Age(
        least=None if shape & 1 else least,
        greatest=None if shape & 2 else least + more,
        citations=citations(picker, world),
        unknown=picker.of(EXTRAS),
    )


def party(picker: Picker, world: World, *, kind: str, id: str = "") -> Party:  # noqa: A002
    """A party, with its age or without."""
    return Party(
        id=id,
        kind=kind,
        name=picker.of(world.texts),
        description=picker.of(world.texts),
        age=age(picker, world) if picker.below(2) else None,
        citations=citations(picker, world),
        unknown=picker.of(EXTRAS),
    )


def custody_step(picker: Picker, world: World) -> CustodyStep:
    """A hand-over, at any time, between any parties or none."""
    return CustodyStep(
        at=moment(picker, world),
        from_id=_maybe_id(picker, world.party_ids),
        to_id=_maybe_id(picker, world.party_ids),
        purpose=picker.of(world.texts),
        citations=citations(picker, world),
        unknown=picker.of(EXTRAS),
    )


def evidence_item(
    picker: Picker,
    world: World,
    *,
    item_type: str,
    id: str = "",  # noqa: A002  its name
) -> Evidence:
    """An item, with up to two hand-overs in any order."""
    steps = picker.below(3)
    return Evidence(
        id=id,
        item_type=item_type,
        status=picker.of(_STATUSES),
        description=picker.of(world.texts),
        recovered=moment(picker, world) if picker.below(2) else Moment.unknown(),
        recovered_place=picker.of(world.texts),
        recovered_by_id=_maybe_id(picker, world.party_ids),
        event_id=_maybe_id(picker, world.event_ids),
        custody=[custody_step(picker, world) for _ in range(steps)],
        citations=citations(picker, world),
        unknown=picker.of(EXTRAS),
    )


def investigation(
    picker: Picker,
    world: World,
    *,
    footing: str,
    id: str = "",  # noqa: A002  its name
) -> Investigation:
    """An investigation, which may close before it opens."""
    return Investigation(
        id=id,
        body_id=_maybe_id(picker, world.party_ids),
        footing=footing,
        status=picker.of(STATUSES),
        matter=picker.of(world.texts),
        opened=moment(picker, world) if picker.below(2) else Moment.unknown(),
        closed=_maybe_moment(picker, world),
        citations=citations(picker, world),
        unknown=picker.of(EXTRAS),
    )


def gaps(
    picker: Picker, relation: AllenRelation
) -> tuple[timedelta | None, timedelta | None]:
    """The least and the greatest gap, of the relations that leave one."""
    if relation not in _HAS_GAP:
        return None, None
    least, more = picker.of((None, *_GAPS)), picker.of((None, *_GAPS))
    if more is None:
        return least, None
    return least, (least or timedelta()) + more


def link(
    picker: Picker,
    world: World,
    *,
    relation: AllenRelation,
    id: str = "",  # noqa: A002  its name
) -> Link:
    """A link between two of the events, of which there are two or more."""
    ids = world.event_ids
    first, other = picker.pair(len(ids))
    least, greatest = gaps(picker, relation)
    return Link(
        id=id,
        event_id=ids[first],
        relation=relation,
        other_id=ids[other],
        least=least,
        greatest=greatest,
        citations=citations(picker, world),
        unknown=picker.of(EXTRAS),
    )
