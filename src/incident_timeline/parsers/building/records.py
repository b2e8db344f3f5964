"""The records that a workbench makes: each with its id, and what it refers to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

from attrs import evolve

from incident_timeline.errors import InvalidRecordError, shown
from incident_timeline.model import (
    Age,
    Citation,
    Draft,
    Event,
    Evidence,
    Incident,
    Investigation,
    Link,
    Party,
    Source,
)
from incident_timeline.model._references import references

if TYPE_CHECKING:
    from incident_timeline.moments import Moment
    from incident_timeline.parsers.base import Document

__all__ = ["Named", "R", "Records"]

Named = Event | Party | Evidence | Investigation | Source | Link
R = TypeVar("R", Event, Party, Evidence, Investigation, Source, Link)
_COLLECTIONS: Final[dict[type, str]] = {
    Event: "events",
    Party: "parties",
    Evidence: "evidence",
    Investigation: "investigations",
    Source: "sources",
    Link: "links",
}


class Records:
    """Hands out ids, knows its own records, and puts them together in the end."""

    def __init__(self, zone: str | None) -> None:
        self._draft = Draft(zone=zone)
        self._own: dict[str, Named] = {}
        self._parties: dict[tuple[str, str, str], Party] = {}
        self._cited: dict[str, dict[Citation, None]] = {}
        self._ages: dict[str, Age] = {}

    @property
    def any_told(self) -> bool:
        """Whether there is more than a source."""
        return any(not isinstance(one, Source) for one in self._own.values())

    def source(self, text: str, document: Document, published: Moment | None) -> Source:
        """Add the source that is read."""
        return self.add(
            Source(
                text=text,
                sha256=Source.digest(text) if text else "",
                title=document.title or document.name,
                publisher=document.publisher,
                url=document.url,
                published=published,
            )
        )

    def add(self, record: R) -> R:
        """Add a record.

        Raises:
            InvalidRecordError: If another has its id.
            TypeError: If it is no record of an incident.
        """
        if getattr(record, "id", "") in self._own:
            name = type(record).__name__
            raise InvalidRecordError(name, "id", record.id, "is an id used twice")
        made = self._draft.add(record)
        self._own[made.id] = made
        return made

    def id_of(self, record: R, kind: type[R]) -> str:
        """The id of a record that was made here.

        Raises:
            TypeError: If it is of another kind.
            ValueError: If it was made elsewhere, and means nothing here.
        """
        name = kind.__name__.lower()
        if not isinstance(record, kind):
            message = f"{shown(record)} is no {name}: make one with bench.{name}(...)"
            raise TypeError(message)
        if self._own.get(record.id) is not record:
            message = f"{name} {record.id!r} was not made on this bench: make it here"
            raise ValueError(message)
        return record.id

    def party(self, given: Party, key: str) -> Party:
        """A party: the same for the same kind and key, else name and description.

        Where it was made before, its citations are added, and its age if none was told.
        """
        if not (key or given.name):
            return self.add(given)
        name, text = (key, "") if key else (given.name, given.description)
        same = (given.kind, name, text)
        if same not in self._parties:
            self._parties[same] = self.add(given)
        one = self._parties[same]
        self._cited.setdefault(one.id, {}).update(dict.fromkeys(given.citations))
        if given.age is not None:
            self._ages.setdefault(one.id, given.age)
        return one

    def age(self, party: Party) -> tuple[int | None, int | None] | None:
        """The least and greatest age that was told first of a party."""
        age = self._ages.get(party.id)
        return None if age is None else (age.least, age.greatest)

    def incident(self, about: Mapping[str, Any]) -> Incident:
        """The incident of all records, with what else is known about it."""
        rows: dict[str, Any] = {name: [] for name in _COLLECTIONS.values()}
        for record in self._own.values():
            rows[_COLLECTIONS[type(record)]].append(self._whole(record))
        return Incident(**rows, **about)

    def drop_dangling(self) -> list[tuple[str, str]]:
        """Leave out each record that refers to none here: their ids, and why."""
        lost = list(self._dangling())
        for id_, _ in lost:
            del self._own[id_]
        return lost

    def _whole(self, record: Named) -> Named:
        if not isinstance(record, Party) or record.id not in self._cited:
            return record
        cited = tuple(self._cited[record.id])
        return evolve(record, age=self._ages.get(record.id), citations=cited)

    def _dangling(self) -> Iterator[tuple[str, str]]:
        """Each record that refers to none, and then those that refer to it."""
        there = {(_COLLECTIONS[type(one)], id_) for id_, one in self._own.items()}
        wanting: dict[tuple[str, str], list[str]] = {}
        for id_, record in self._own.items():
            for wanted in _wanted(record):
                wanting.setdefault(wanted, []).append(id_)
        missing = [wanted for wanted in wanting if wanted not in there]
        lost: set[str] = set()
        while missing:
            wanted = missing.pop()
            for id_ in wanting.get(wanted, ()):
                if id_ not in lost:
                    lost.add(id_)
                    missing.append((_COLLECTIONS[type(self._own[id_])], id_))
                    yield id_, f"it refers to {shown(wanted[1])}, which is not there"


def _wanted(record: Named) -> Iterator[tuple[str, str]]:
    """What a record refers to: collections and ids."""
    rows: dict[str, tuple[Named, ...]] = dict.fromkeys(_COLLECTIONS.values(), ())
    rows[_COLLECTIONS[type(record)]] = (record,)
    alone = cast("Incident", SimpleNamespace(**rows))
    return ((collection, id_) for _, collection, id_ in references(alone))
