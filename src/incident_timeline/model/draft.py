"""Draft: an incident in the making, which hands out ids, spans and zones."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import TypeVar

from attrs import evolve

from incident_timeline.errors import InvalidRecordError, shown
from incident_timeline.model.event import Event, Link
from incident_timeline.model.evidence import Evidence
from incident_timeline.model.incident import Incident
from incident_timeline.model.investigation import Investigation
from incident_timeline.model.party import Participant, Party
from incident_timeline.model.source import Citation, Source
from incident_timeline.moments import Moment
from incident_timeline.moments.written import When
from incident_timeline.vocabulary import AllenRelation, Force

__all__ = ["Draft"]

R = TypeVar("R", Event, Party, Evidence, Investigation, Source, Link)
_UNKNOWN = Moment.unknown()


class Draft:
    """An incident in the making: adds records and hands out their ids.

    What is left out is filled in: ids are numbered, times written as text are read
    in the draft's *zone*, and a quote is found in the text of the latest source.

    >>> draft = Draft(zone="Europe/London")
    >>> source = draft.source("A neighbour rang 999 at 19:59. He was shot.")
    >>> call = draft.event("call", "2023-11-23T19:59", quote="rang 999")
    >>> shots = draft.event("shots", quote="He was shot")
    >>> link = draft.link(shots, "after", call)
    >>> incident = draft.incident()
    >>> incident.events[0].citations[0].start
    12
    """

    def __init__(
        self,
        *,
        zone: str | None = None,
        id: str = "",  # noqa: A002  the field's own name
        title: str = "",
        jurisdiction: str = "",
    ) -> None:
        self.zone = zone
        self._base = Incident(id=id, title=title, jurisdiction=jurisdiction)
        self._events: list[Event] = []
        self._parties: list[Party] = []
        self._evidence: list[Evidence] = []
        self._investigations: list[Investigation] = []
        self._sources: list[Source] = []
        self._links: list[Link] = []
        self._taken: set[str] = set()

    def add(self, record: R) -> R:
        """Add a record as it is; one without an id is returned with it."""
        rows, prefix = self._place(record)
        if not record.id:
            record = evolve(record, id=self._free(prefix, len(rows) + 1))
        self._taken.add(record.id)
        rows.append(record)
        return record

    def _free(self, prefix: str, number: int) -> str:
        """The first id from *number* on that no record has been given."""
        while f"{prefix}{number}" in self._taken:
            number += 1
        return f"{prefix}{number}"

    def _place(self, record: R) -> tuple[list[R], str]:
        places: dict[type, tuple[list[R], str]] = {
            Event: (self._events, "e"),  # type: ignore[dict-item]  # a list for each class
            Party: (self._parties, "p"),  # type: ignore[dict-item]
            Evidence: (self._evidence, "x"),  # type: ignore[dict-item]
            Investigation: (self._investigations, "i"),  # type: ignore[dict-item]
            Source: (self._sources, "s"),  # type: ignore[dict-item]
            Link: (self._links, "l"),  # type: ignore[dict-item]
        }
        if type(record) not in places:
            message = f"{shown(record)} is no record of an incident"
            raise TypeError(message)
        return places[type(record)]

    def source(
        self,
        text: str = "",
        *,
        title: str = "",
        publisher: str = "",
        url: str = "",
        published: When | Moment | None = None,
    ) -> Source:
        """Add a source; its text is digested, and later quotes are found in it."""
        when = None if published is None else self.moment(published)
        return self.add(
            Source(
                title=title,
                publisher=publisher,
                url=url,
                published=when,
                text=text,
                sha256=Source.digest(text) if text else "",
            )
        )

    def moment(self, when: When | Moment | None) -> Moment:
        """A moment as it is, or read from text in the draft's zone."""
        if when is None:
            return _UNKNOWN
        if isinstance(when, Moment):
            return when
        return Moment.at(when, zone=self.zone)

    def cite(
        self,
        quote: str,
        *,
        source: Source | None = None,
        attributed_to: str = "",
        force: str = Force.STATED,
    ) -> Citation:
        """A citation of *quote*, with its span in the source's text.

        Raises:
            InvalidRecordError: If there is no source, or its text lacks the quote.
        """
        where = source or (self._sources[-1] if self._sources else None)
        if where is None:
            raise InvalidRecordError("Citation", "quote", quote, "has no source yet")
        start = where.text.find(quote) if where.text else None
        if start == -1:
            reason = f"does not stand in the text of source {where.id}"
            raise InvalidRecordError("Citation", "quote", quote, reason)
        return Citation(
            source_id=where.id,
            quote=quote,
            start=start,
            end=None if start is None else start + len(quote),
            attributed_to=attributed_to,
            force=force,
        )

    def _cited(self, quote: str | Citation) -> tuple[Citation, ...]:
        if isinstance(quote, Citation):
            return (quote,)
        return (self.cite(quote),) if quote else ()

    def event(
        self,
        kind: str,
        start: When | Moment | None = None,
        *,
        end: When | Moment | None = None,
        summary: str = "",
        place: str = "",
        who: Iterable[tuple[Party, str]] = (),
        quote: str | Citation = "",
    ) -> Event:
        """Add an event; *who* pairs each party with its role."""
        return self.add(
            Event(
                kind=kind,
                start=self.moment(start),
                end=None if end is None else self.moment(end),
                summary=summary,
                place=place,
                participants=tuple(
                    Participant(party_id=party.id, role=role) for party, role in who
                ),
                citations=self._cited(quote),
            )
        )

    def party(
        self,
        description: str = "",
        *,
        kind: str = "person",
        name: str = "",
        quote: str | Citation = "",
    ) -> Party:
        """Add a party."""
        citations = self._cited(quote)
        return self.add(
            Party(kind=kind, name=name, description=description, citations=citations)
        )

    def item(
        self,
        item_type: str,
        *,
        status: str = "stated",
        description: str = "",
        event: Event | None = None,
        quote: str | Citation = "",
    ) -> Evidence:
        """Add an item of evidence, recovered in *event*."""
        return self.add(
            Evidence(
                item_type=item_type,
                status=status,
                description=description,
                recovered=_UNKNOWN if event is None else event.start,
                event_id=None if event is None else event.id,
                citations=self._cited(quote),
            )
        )

    def investigation(
        self,
        body: Party | None = None,
        *,
        footing: str = "unknown",
        status: str = "unknown",
        opened: When | Moment | None = None,
        quote: str | Citation = "",
    ) -> Investigation:
        """Add an investigation by *body*."""
        return self.add(
            Investigation(
                body_id=None if body is None else body.id,
                footing=footing,
                status=status,
                opened=self.moment(opened),
                citations=self._cited(quote),
            )
        )

    def link(
        self,
        event: Event,
        relation: str,
        other: Event,
        *,
        least: timedelta | None = None,
        greatest: timedelta | None = None,
        quote: str | Citation = "",
    ) -> Link:
        """Add a stated relation: *event* is ``after`` *other*."""
        return self.add(
            Link(
                event_id=event.id,
                relation=AllenRelation(relation),
                other_id=other.id,
                least=least,
                greatest=greatest,
                citations=self._cited(quote),
            )
        )

    def incident(self) -> Incident:
        """The incident as it stands.

        Raises:
            InvalidRecordError: If an id is used twice or a reference names nothing.
        """
        return evolve(
            self._base,
            events=self._events,
            parties=self._parties,
            evidence=self._evidence,
            investigations=self._investigations,
            sources=self._sources,
            links=self._links,
        )
