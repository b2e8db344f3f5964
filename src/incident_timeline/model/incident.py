"""Incident: one occurrence under scrutiny, whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TypeVar

from attrs import evolve, field, frozen

from incident_timeline._record import Record
from incident_timeline._shown import Shown
from incident_timeline.errors import UnknownReferenceError, shown
from incident_timeline.model._fields import (
    are,
    is_id,
    is_text,
    refuse,
)
from incident_timeline.model._references import references
from incident_timeline.model.event import Event, Link
from incident_timeline.model.evidence import Evidence
from incident_timeline.model.investigation import Investigation
from incident_timeline.model.party import Party
from incident_timeline.model.source import Source
from incident_timeline.moments.show import span_text

__all__ = ["Incident"]

Named = Event | Party | Evidence | Investigation | Source | Link
N = TypeVar("N", Event, Party, Evidence, Investigation, Source, Link)
_PREFIXES = {
    "events": "e",
    "parties": "p",
    "evidence": "x",
    "investigations": "i",
    "sources": "s",
    "links": "l",
}


def _events(values: Iterable[Event]) -> tuple[Event, ...]:
    return tuple(values)


def _parties(values: Iterable[Party]) -> tuple[Party, ...]:
    return tuple(values)


def _evidence(values: Iterable[Evidence]) -> tuple[Evidence, ...]:
    return tuple(values)


def _investigations(values: Iterable[Investigation]) -> tuple[Investigation, ...]:
    return tuple(values)


def _sources(values: Iterable[Source]) -> tuple[Source, ...]:
    return tuple(values)


def _links(values: Iterable[Link]) -> tuple[Link, ...]:
    return tuple(values)


@frozen(kw_only=True, order=False)
class Incident(Shown, Record):
    """One occurrence under scrutiny: its events, and all that they refer to.

    Records without an id are given one in the order of their collection: ``e1``,
    ``p1``, ``x1`` (evidence), ``i1``, ``s1``, ``l1``. Ids are unique in an incident.

    Attributes:
        id: What the incident is called by those who keep several.
        title: Its title.
        jurisdiction: Where its law holds: an ISO 3166 code such as ``GB-EAW`` or
            ``US-TX``; empty where it is not known.
        events: What happened, in the order in which it is told.
        parties: Who took part.
        evidence: Items.
        investigations: Who inquires into it.
        sources: Who says so.
        links: Stated relations in time.

    Raises:
        InvalidRecordError: If an id is used twice or a reference names nothing.

    >>> incident = Incident(events=[Event(kind="call"), Event(kind="shots")])
    >>> [event.id for event in incident.events]
    ['e1', 'e2']
    >>> incident.events_of_kind("shots")[0].id
    'e2'
    """

    id: str = field(default="", validator=is_id)
    title: str = field(default="", validator=is_text)
    jurisdiction: str = field(default="", validator=is_text)
    events: tuple[Event, ...] = field(
        default=(), converter=_events, validator=are(Event)
    )
    parties: tuple[Party, ...] = field(
        default=(), converter=_parties, validator=are(Party)
    )
    evidence: tuple[Evidence, ...] = field(
        default=(), converter=_evidence, validator=are(Evidence)
    )
    investigations: tuple[Investigation, ...] = field(
        default=(), converter=_investigations, validator=are(Investigation)
    )
    sources: tuple[Source, ...] = field(
        default=(), converter=_sources, validator=are(Source)
    )
    links: tuple[Link, ...] = field(default=(), converter=_links, validator=are(Link))

    def __attrs_post_init__(self) -> None:
        taken = self._taken()
        for name, prefix in _PREFIXES.items():
            records = getattr(self, name)
            if not all(record.id for record in records):
                named: tuple[Named, ...] = tuple(_named(records, prefix, taken))
                object.__setattr__(self, name, named)
        self._check_references()

    def _taken(self) -> set[str]:
        taken: set[str] = set()
        for name in _PREFIXES:
            for record in getattr(self, name):
                if record.id in taken:
                    refuse(self, name, record.id, "is an id used twice")
                if record.id:
                    taken.add(record.id)
        return taken

    def _check_references(self) -> None:
        ids = {
            name: {record.id for record in getattr(self, name)} for name in _PREFIXES
        }
        for where, collection, wanted in references(self):
            if wanted not in ids[collection]:
                refuse(self, where, wanted, f"names nothing in {collection}")

    def __str__(self) -> str:
        """Its title, how many events, and the first and last time that is known."""
        count = len(self.events)
        title = " ".join((self.title or self.id or "Incident").split())
        events = f"{count} event{'' if count == 1 else 's'}"
        when = span_text(event.start for event in self.events)
        return f"{title}: {events}, {when}"

    @property
    def records(self) -> Iterator[Named]:
        """Every record that has an id: sources, parties, events and so on."""
        for name in _PREFIXES:
            yield from getattr(self, name)

    @cached_property
    def _by_id(self) -> dict[str, Named]:
        return {record.id: record for record in self.records}

    @cached_property
    def _by_kind(self) -> dict[str, tuple[Event, ...]]:
        return _grouped((event.kind, event) for event in self.events)

    @cached_property
    def _by_party(self) -> dict[str, tuple[Event, ...]]:
        return _grouped(
            (party_id, event)
            for event in self.events
            for party_id in dict.fromkeys(one.party_id for one in event.participants)
        )

    def _find(self, kind: type[N], wanted: str) -> N:
        found = self._by_id.get(wanted)
        if not isinstance(found, kind):
            word = kind.__name__.lower()
            message = f"{shown(wanted)} is the id of no {word} of this incident"
            raise UnknownReferenceError(message, wanted=wanted)
        return found

    def event(self, event_id: str) -> Event:
        """The event of that id.

        Raises:
            UnknownReferenceError: If there is none; likewise for the look-ups below.
        """
        return self._find(Event, event_id)

    def party(self, party_id: str) -> Party:
        """The party of that id."""
        return self._find(Party, party_id)

    def item(self, evidence_id: str) -> Evidence:
        """The item of evidence of that id."""
        return self._find(Evidence, evidence_id)

    def investigation(self, investigation_id: str) -> Investigation:
        """The investigation of that id."""
        return self._find(Investigation, investigation_id)

    def source(self, source_id: str) -> Source:
        """The source of that id."""
        return self._find(Source, source_id)

    def link(self, link_id: str) -> Link:
        """The link of that id."""
        return self._find(Link, link_id)

    def events_of_kind(self, kind: str) -> tuple[Event, ...]:
        """The events of a kind, in the order in which they are told."""
        return self._by_kind.get(kind, ())

    def events_of_party(self, party_id: str) -> tuple[Event, ...]:
        """The events in which a party took part, in the order of telling."""
        return self._by_party.get(party_id, ())


def _named(records: Iterable[N], prefix: str, taken: set[str]) -> Iterator[N]:
    number = 0
    for record in records:
        if record.id:
            yield record
            continue
        number += 1
        while f"{prefix}{number}" in taken:
            number += 1
        yield evolve(record, id=f"{prefix}{number}")


def _grouped(pairs: Iterable[tuple[str, Event]]) -> dict[str, tuple[Event, ...]]:
    groups: dict[str, list[Event]] = {}
    for key, event in pairs:
        groups.setdefault(key, []).append(event)
    return {key: tuple(events) for key, events in groups.items()}


def incident_of(value: object) -> Incident:
    """The incident that is given; TypeError, with what to do, for anything else."""
    if isinstance(value, Incident):
        return value
    remedy = ": call its incident()" if hasattr(value, "incident") else ""
    message = f"{type(value).__name__} is no Incident{remedy}"
    raise TypeError(message)
