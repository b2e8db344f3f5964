"""Incidents without a contradiction: a true course of events, and words that allow it.

The course is laid out first, along a clock that only goes forward and with the kinds
in the order of a response; every moment and link is then stated of that course, so
the course itself shows that all of them can be true.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from attrs import frozen

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
from incident_timeline.strategies._course import Span, course, relation, within
from incident_timeline.strategies._home import Home, home_of
from incident_timeline.strategies._moments import BASE
from incident_timeline.strategies._picker import Picker
from incident_timeline.strategies._rows import Drawn, EventRow
from incident_timeline.strategies._stating import WORDINGS, state
from incident_timeline.strategies._window import Window, state_in
from incident_timeline.strategies._words import SENTENCES, TEXT_POOL
from incident_timeline.vocabulary import AllenRelation as R
from incident_timeline.vocabulary import (
    EventKind,
    EvidenceStatus,
    InvestigationStatus,
    PartyKind,
    Role,
)

__all__ = ["course_of", "sound_incident"]

_DAY = timedelta(days=1)
# How many events before its own a link goes; 0 for the one it is part of, if any.
_BONDS = (None, 0, 1, None, 2, None, 3, None, 5, None, None, 8, *[None] * 8)
_BOND_BITS = 24  # the part of a seed that chooses nothing else
_MINUTE = timedelta(minutes=1)
_SLACK = (timedelta(), timedelta(microseconds=1), timedelta(minutes=5), _DAY)
_KINDS = tuple(kind.value for kind in PartyKind)
_PEOPLE = (PartyKind.PERSON, PartyKind.GROUP)
_ROLES_OF_PEOPLE = (Role.AFFECTED_PERSON, Role.WITNESS, Role.CALLER, Role.BYSTANDER)
_ROLES_OF_BODIES = (Role.POLICE_FORCE, Role.OTHER, Role.EMERGENCY_SERVICE)
_ORDER = [kind.value for kind in EventKind]
_DEATH = _ORDER.index(EventKind.DEATH_PRONOUNCEMENT)


@frozen
class _Scene:
    """The course of an incident, and all that its records are made from."""

    drawn: Drawn
    zones: tuple[str, ...]
    window: Window | None
    spans: tuple[Span, ...]
    starts: tuple[Moment, ...]
    parties: tuple[Party, ...]
    sources: tuple[Source, ...]
    over: datetime

    def first(self, kind: EventKind) -> int | None:
        """The place of the first event of a kind, if there is one."""
        places = (i for i, row in enumerate(self.drawn.events) if row.kind == kind)
        return next(places, None)


def sound_incident(
    drawn: Drawn, zones: tuple[str, ...], window: Window | None
) -> Incident:
    """Assemble what was drawn so that nothing in it contradicts anything else."""
    picker = Picker(drawn.seed)
    home = home_of(picker, zones)
    spans = course_of(drawn, home, window)
    over = max((span.end for span in spans), default=BASE) + _DAY
    scene = _Scene(
        drawn,
        home.zones,
        window,
        spans,
        starts=tuple(
            state_in(window, span.start, Picker(row.seed).of(home.zones), row.wording)
            for row, span in zip(drawn.events, spans, strict=True)
        ),
        parties=tuple(_parties(drawn)),
        sources=tuple(_sources(drawn, over, home.zones)),
        over=over,
    )
    evidence = tuple(_evidence(scene))
    return Incident(
        id=picker.of(("", "i-2024/1")),
        title=picker.of((*TEXT_POOL, *drawn.texts)),
        events=_events(scene, evidence),
        parties=scene.parties,
        evidence=evidence,
        investigations=_investigations(scene),
        sources=scene.sources,
        links=_links(scene),
    )


def course_of(drawn: Drawn, home: Home, window: Window | None) -> tuple[Span, ...]:
    """When the drawn events truly happened, in the window where there is one."""
    if window is None:
        return course(drawn.events, home.since)
    return within(course(drawn.events, window.first - _MINUTE), window)


def _parties(drawn: Drawn) -> Iterator[Party]:
    for i, row in enumerate(drawn.parties):
        picker = row.picker
        kind = row.word if row.word in _KINDS else PartyKind.PERSON.value
        years = picker.of((None, 40, 17))
        has_age = kind == PartyKind.PERSON and years is not None
        yield Party(
            id=f"p{i + 1}",
            kind=kind,
            description=picker.of(("", "a man", "the local force")),
            age=Age(least=years, greatest=years) if has_age else None,
        )


def _sources(drawn: Drawn, over: datetime, zones: tuple[str, ...]) -> Iterator[Source]:
    for i, row in enumerate(drawn.sources):
        picker = row.picker
        text = "".join(SENTENCES[: picker.below(5)])
        published = state(over + 30 * _DAY, picker.of(zones), picker.of(WORDINGS[:8]))
        yield Source(
            id=f"s{i + 1}",
            title=picker.of(("", "Statement")),
            published=published,
            text=text,
            sha256=Source.digest(text) if text else "",
        )


def _citations(picker: Picker, scene: _Scene) -> tuple[Citation, ...]:
    """A sentence of a source, at its place, where there is one."""
    cited = [one for one in scene.sources if one.text]
    if not cited or not picker.below(2):
        return ()
    source = picker.of(cited)
    quote = picker.of(SENTENCES[: source.text.count(". ")]).strip()
    start = source.text.index(quote)
    end = start + len(quote)
    return (Citation(source_id=source.id, quote=quote, start=start, end=end),)


def _events(scene: _Scene, evidence: tuple[Evidence, ...]) -> Iterator[Event]:
    recovery = scene.first(EventKind.EVIDENCE_RECOVERY)
    for i, (row, span) in enumerate(zip(scene.drawn.events, scene.spans, strict=True)):
        picker = Picker(row.seed)
        zone = picker.of(scene.zones)
        end = state_in(scene.window, span.end, zone, picker.of(WORDINGS))
        yield Event(
            id=f"e{i + 1}",
            kind=row.kind,
            start=scene.starts[i],
            end=end if span.start < span.end else None,
            participants=tuple(_participants(picker, row, scene)),
            evidence_ids=[item.id for item in evidence] if i == recovery else (),
            part_of_id=None if span.whole is None else f"e{span.whole + 1}",
            citations=_citations(picker, scene),
            summary=picker.of((*TEXT_POOL, *scene.drawn.texts)),
            place=_place(picker, scene.drawn.events, i),
        )


def _place(picker: Picker, rows: Sequence[EventRow], i: int) -> str:
    """A place; one of its own for a second event of a kind, which is no duplicate."""
    if any(row.kind == rows[i].kind for row in rows[:i]):
        return f"{i + 1} High Street"
    return picker.of(("", "the High Street"))


def _participants(
    picker: Picker, row: EventRow, scene: _Scene
) -> Iterator[Participant]:
    """Up to two parties; of people, only up to a death, since the dead do not act."""
    is_late = row.kind not in _ORDER or _ORDER.index(row.kind) > _DEATH
    able = [one for one in scene.parties if not (is_late and one.kind in _PEOPLE)]
    for one in picker.some(able, 2):
        is_person = one.kind in _PEOPLE
        roles = _ROLES_OF_PEOPLE if is_person else _ROLES_OF_BODIES
        yield Participant(party_id=one.id, role=picker.of(roles))


def _evidence(scene: _Scene) -> Iterator[Evidence]:
    """Items, all recovered in one event, where it is told, and handed on afterwards."""
    recovery = scene.first(EventKind.EVIDENCE_RECOVERY)
    holders = [one.id for one in scene.parties]
    for i, row in enumerate(scene.drawn.evidence):
        picker = row.picker
        holder = picker.of((None, *holders))
        yield Evidence(
            id=f"x{i + 1}",
            item_type=row.word,
            status=picker.of((EvidenceStatus.STATED, EvidenceStatus.APPARENT)),
            recovered=Moment.unknown() if recovery is None else scene.starts[recovery],
            recovered_by_id=holder,
            event_id=None if recovery is None else f"e{recovery + 1}",
            custody=tuple(_custody(picker, scene, holder)),
            citations=_citations(picker, scene),
        )


def _custody(
    picker: Picker, scene: _Scene, holder: str | None
) -> Iterator[CustodyStep]:
    """Hand-overs, each a day after the last, and each from the one who holds it."""
    for i in range(picker.below(3)):
        others = [one.id for one in scene.parties if one.id != holder]
        if holder is None or not others:
            return
        giver, holder = holder, picker.of(others)
        at = state(scene.over + i * _DAY, picker.of(scene.zones), WORDINGS[0])
        yield CustodyStep(at=at, from_id=giver, to_id=holder, purpose="examination")


def _investigations(scene: _Scene) -> Iterator[Investigation]:
    started = scene.first(EventKind.INVESTIGATION_START)
    bodies = [one.id for one in scene.parties if one.kind not in _PEOPLE]
    for row in scene.drawn.investigations:
        picker = row.picker
        is_closed = picker.below(2)
        closed = state(scene.over, picker.of(scene.zones), WORDINGS[0])
        status = InvestigationStatus.CLOSED if is_closed else InvestigationStatus.OPEN
        yield Investigation(
            body_id=picker.of((None, *bodies)),
            footing=row.word,
            status=status,
            opened=Moment.unknown() if started is None else scene.starts[started],
            closed=closed if is_closed else None,
            citations=_citations(picker, scene),
        )


def _links(scene: _Scene) -> Iterator[Link]:
    """Links of events to one before them, or to the one that they are part of.

    Each is told by its event's own row, so that a shrinker can leave out any other.
    """
    for i, row in enumerate(scene.drawn.events):
        seed, digit = divmod(row.seed >> _BOND_BITS, len(_BONDS))
        bond = _BONDS[digit]
        back = None if bond is None or bond > i else i - bond
        other = scene.spans[i].whole if bond == 0 else back
        if other is not None:
            yield _link(Picker(seed), scene, i, other)


def _link(picker: Picker, scene: _Scene, first: int, other: int) -> Link:
    a, b = scene.spans[first], scene.spans[other]
    how = relation(a, b)
    least = greatest = None
    if how in (R.BEFORE, R.AFTER):
        gap = b.start - a.end if how is R.BEFORE else a.start - b.end
        least = picker.of((None, max(timedelta(), gap - picker.of(_SLACK))))
        greatest = picker.of((None, gap + picker.of(_SLACK)))
    return Link(
        event_id=f"e{first + 1}",
        relation=how,
        other_id=f"e{other + 1}",
        least=least,
        greatest=greatest,
        citations=_citations(picker, scene),
    )
