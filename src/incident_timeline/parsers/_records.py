"""What a document tells, as records of the model."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrs import define, evolve, field

from incident_timeline.model import (
    Citation,
    Event,
    Incident,
    Link,
    Source,
)
from incident_timeline.moments import Moment
from incident_timeline.parsers._cast import Cast
from incident_timeline.parsers._dating import Told
from incident_timeline.parsers._exhibits import Exhibits
from incident_timeline.parsers._inquiries import Inquiries
from incident_timeline.parsers._linking import Joined
from incident_timeline.parsers._passages import Passage
from incident_timeline.parsers._whereabouts import Whereabouts
from incident_timeline.text.context import Attribution
from incident_timeline.text.people import without_short
from incident_timeline.text.spans import Span
from incident_timeline.vocabulary import (
    AllenRelation,
    Force,
)

__all__ = ["Records"]

_SOURCE = "s1"
_ARTICLE = re.compile(r"\A(?:the|an?)\s+", re.IGNORECASE)
_SPACE = re.compile(r"\s{1,20}")


@define
class Records:
    """The records of one document, made from what it tells."""

    text: str
    passages: Sequence[Passage]
    told: Sequence[Told]
    joined: Sequence[Joined]
    source: Source
    zone_known: bool
    _cast: Cast = field(init=False)
    _places: Whereabouts = field(init=False)

    def incident(self) -> Incident:
        """The incident that a document tells."""
        self._cast = Cast(self.text, self._quoted, self.source.publisher)
        self._cast.meet(self.passages)
        self._places = Whereabouts(self.text)
        exhibits = Exhibits(self.text, self._cast, self._quoted)
        inquiries = Inquiries(self.text, self._cast)
        events = tuple(
            self._event(n, one, exhibits) for n, one in enumerate(self.told, 1)
        )
        inquiries.read(self.told, events)
        return Incident(
            title=self.source.title,
            events=events,
            evidence=tuple(exhibits.found),
            investigations=tuple(inquiries.found),
            links=tuple(self._links()),
            parties=tuple(self._cast.parties),
            sources=(self.source,),
        )

    def _event(self, number: int, told: Told, exhibits: Exhibits) -> Event:
        tellings = (told, *told.again)
        event = Event(
            id=f"e{number}",
            kind=told.kind,
            start=self._moment(told),
            summary=_SPACE.sub(" ", told.telling.of(self.text)),
            place=self._places.place(told),
            participants=self._cast.roles(told),
            citations=tuple(self._cited(t) for t in tellings),
        )
        items = exhibits.of(told, event)
        return evolve(event, evidence_ids=items) if items else event

    def _moment(self, told: Told) -> Moment:
        """The time that the text gives; its words alone where it can't be placed."""
        if told.time is None:
            return Moment.unknown()
        if told.time.moment is None or not self.zone_known:
            return Moment.unknown(told.time.text)
        return told.time.moment

    def _cited(self, told: Told) -> Citation:
        return self._quoted(told.telling, told.passage, at=told.telling.at)

    def _quoted(
        self, span: Span, passage: Passage, *, at: int | None = None
    ) -> Citation:
        """A citation of a span, attributed as its sentence attributes it."""
        said = _attribution(span.start if at is None else at, span.end, passage)
        return Citation(
            source_id=_SOURCE,
            quote=self.text[span.start : span.end],
            start=span.start,
            end=span.end,
            attributed_to=_named(said.speaker) if said else "",
            force=said.force if said else Force.STATED,
        )

    def _links(self) -> Iterator[Link]:
        ids = {id(told): f"e{n}" for n, told in enumerate(self.told, 1)}
        for number, link in enumerate(self.joined, 1):
            yield Link(
                id=f"l{number}",
                event_id=ids[id(link.first)],
                relation=AllenRelation(link.relation),
                other_id=ids[id(link.second)],
                least=link.least,
                greatest=link.greatest,
                citations=(self._quoted(link.words, link.passage),),
            )


def _named(speaker: str) -> str:
    """Who speaks, without an article; nobody where there is nothing else."""
    name = without_short(_ARTICLE.sub("", speaker))
    return "" if name.lower() in ("the", "a", "an") else name


def _attribution(start: int, end: int, passage: Passage) -> Attribution | None:
    """Who says what a span tells: whoever speaks before it, or right after it."""
    before = [a for a in passage.said if a.end > start >= a.start and not a.item]
    after = [
        a for a in passage.said if a.start > end and a.force == "stated" and a.closes
    ]
    said = before[-1:] or after[:1]
    return said[0] if said else None
