"""Events told become records of the model: events, items, investigations, links."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrs import define, field

from incident_timeline.model import (
    Citation,
    Event,
    Evidence,
    Incident,
    Investigation,
    Link,
    Source,
)
from incident_timeline.moments import Moment
from incident_timeline.parsers._cast import Cast
from incident_timeline.parsers._dating import Told
from incident_timeline.parsers._linking import joined
from incident_timeline.parsers._passages import Passage
from incident_timeline.text.context import Attribution
from incident_timeline.text.cues import Telling
from incident_timeline.text.items import find_items
from incident_timeline.text.people import without_short
from incident_timeline.text.spans import Span
from incident_timeline.vocabulary import (
    AllenRelation,
    EvidenceStatus,
    Footing,
    Force,
    InvestigationStatus,
)

__all__ = ["Records"]

_SOURCE = "s1"
_ARTICLE = re.compile(r"\A(?:the|an?)\s+", re.IGNORECASE)
_SPACE = re.compile(r"\s{1,20}")
_FOOTINGS = (
    (Footing.INDEPENDENT, re.compile(r"\bindependent", re.IGNORECASE)),
    (Footing.DIRECTED, re.compile(r"\bdirected investigation", re.IGNORECASE)),
    (
        Footing.CRIMINAL,
        re.compile(r"\bcriminal (?:investigation|inquiry)", re.IGNORECASE),
    ),
    (Footing.INTERNAL, re.compile(r"\binternal\b", re.IGNORECASE)),
    (Footing.INQUEST, re.compile(r"\binquest\b", re.IGNORECASE)),
    (Footing.REVIEW, re.compile(r"\breview\b", re.IGNORECASE)),
)
_DOUBTS = {
    "apparent": EvidenceStatus.APPARENT,
    "believed": EvidenceStatus.BELIEVED,
    "alleged": EvidenceStatus.ALLEGED,
}
_ITEM = frozenset({"apparent"})
# How far before the words for an item a doubt about it may stand.
_DOUBT_REACH = 40


@define
class Records:
    """The records of one document, made from what it tells."""

    text: str
    passages: Sequence[Passage]
    told: Sequence[Told]
    source: Source
    zone_known: bool
    _cast: Cast = field(init=False)

    def incident(self) -> Incident:
        """The incident that a document tells."""
        self._cast = Cast(self.text, self._quoted, self.source.publisher)
        self._cast.meet(self.passages)
        events = tuple(self._event(n, one) for n, one in enumerate(self.told, 1))
        return Incident(
            title=self.source.title,
            events=events,
            evidence=tuple(self._evidence(events)),
            investigations=tuple(self._investigations(events)),
            links=tuple(self._links()),
            parties=tuple(self._cast.parties),
            sources=(self.source,),
        )

    def _event(self, number: int, told: Told) -> Event:
        tellings = (told, *told.again)
        return Event(
            id=f"e{number}",
            kind=told.kind,
            start=self._moment(told),
            summary=_SPACE.sub(" ", told.telling.of(self.text)),
            participants=self._cast.roles(told),
            citations=tuple(self._cited(t) for t in tellings),
        )

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
            attributed_to=without_short(_ARTICLE.sub("", said.speaker)) if said else "",
            force=said.force if said else Force.STATED,
        )

    def _evidence(self, events: Sequence[Event]) -> Iterator[Evidence]:
        number = 0
        for told, event in zip(self.told, events, strict=True):
            if not told.telling.cue.item:
                continue
            number += 1
            yield self._item(f"x{number}", told, event)

    def _item(self, id_: str, told: Told, event: Event) -> Evidence:
        telling = told.telling
        named = find_items(self.text, telling)
        words = named[-1] if named else Span(telling.start, telling.end)
        by = next((p.party_id for p in event.participants), None)
        return Evidence(
            id=id_,
            item_type=named[-1].item_type if named else "other",
            status=self._status(telling, told.passage),
            description=_SPACE.sub(" ", words.of(self.text)),
            recovered=event.start,
            recovered_by_id=by,
            event_id=event.id,
            citations=(self._quoted(words, told.passage),),
        )

    def _status(self, telling: Telling, passage: Passage) -> str:
        """How sure the text is of what the item is: "what appears to be"."""
        for said in passage.said:
            near = telling.start - _DOUBT_REACH <= said.start <= telling.end
            if near and said.force in _DOUBTS:
                return _DOUBTS[said.force]
        return EvidenceStatus.STATED

    def _investigations(self, events: Sequence[Event]) -> Iterator[Investigation]:
        number = 0
        for told, event in zip(self.told, events, strict=True):
            if told.kind != "investigation_start":
                continue
            number += 1
            yield Investigation(
                id=f"i{number}",
                body_id=self._cast.body(told),
                footing=self._footing(told),
                status=InvestigationStatus.OPEN,
                opened=event.start,
                citations=event.citations,
            )

    def _footing(self, told: Told) -> str:
        for one in (told, *told.again):
            for footing, words in _FOOTINGS:
                if words.search(self.text, one.telling.start, one.telling.end):
                    return footing
        return "unknown"

    def _links(self) -> Iterator[Link]:
        ids = {id(told): f"e{n}" for n, told in enumerate(self.told, 1)}
        for number, link in enumerate(joined(self.text, self.told), 1):
            yield Link(
                id=f"l{number}",
                event_id=ids[id(link.first)],
                relation=AllenRelation(link.relation),
                other_id=ids[id(link.second)],
                greatest=link.greatest,
                citations=(self._quoted(link.words, link.first.passage),),
            )


def _attribution(start: int, end: int, passage: Passage) -> Attribution | None:
    """Who says what a span tells: whoever speaks before it, or right after it."""
    before = [
        a for a in passage.said if a.end > start >= a.start and a.force not in _ITEM
    ]
    after = [
        a for a in passage.said if a.start > end and a.force == "stated" and a.closes
    ]
    said = before[-1:] or after[:1]
    return said[0] if said else None
