"""Narratives: a column that is read as prose, into the incident of its row."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from attrs import evolve, fields, frozen

from incident_timeline.model import (
    Citation,
    Event,
    Evidence,
    Finding,
    Investigation,
    Link,
    Party,
)
from incident_timeline.parsers.base import Document
from incident_timeline.parsers.building import Piece, Workbench
from incident_timeline.parsers.press_release import PRESS_RELEASE
from incident_timeline.parsers.table.jsons import JSON_TOKEN
from incident_timeline.parsers.table.rows import spread

__all__ = ["Narrative"]

Told = Event | Party | Evidence | Investigation | Link


@frozen(eq=False)
class Narrative:
    """The prose of one cell, and what is read from it.

    Attributes:
        bench: Where it is recorded.
        piece: The cell.
        text: Its value.
        prefix: What sets the ids of its records apart.
    """

    bench: Workbench
    piece: Piece
    text: str
    prefix: str

    def record(self, day: date | None, zone: str | None) -> set[str]:
        """Read it, told on a day and in a zone, and record it; gives the kinds told."""
        read = PRESS_RELEASE.parse(Document(self.text, published=day, zone=zone))
        places = self._places()
        for incident in read.incidents:
            for record in (
                *(*incident.parties, *incident.evidence, *incident.events),
                *(*incident.investigations, *incident.links),
            ):
                self.bench.add(self._moved(record, places))
        for finding in read.findings:
            self._note(finding, places)
        return {event.kind for one in read.incidents for event in one.events}

    def _places(self) -> list[int] | None:
        """Where each character of its value stands in the cell."""
        raw = self.piece.text
        return spread(raw, self.text) or spread(raw, self.text, JSON_TOKEN)

    def _piece(self, places: list[int] | None, start: int, end: int) -> Piece:
        if places is None:
            return self.piece
        return self.piece.cut(places[start], places[end])

    def _note(self, finding: Finding, places: list[int] | None) -> None:
        words = self.piece
        if finding.offset is not None:
            end = finding.offset + len(finding.raw)
            words = self._piece(places, finding.offset, end)
        self.bench.note(words, finding.code, finding.message)

    def _moved(self, record: Any, places: list[int] | None) -> Any:
        """A record with its own ids, and its quotes where they stand in the cell."""
        changed = dict(self._changes(record, places))
        return evolve(record, **changed)

    def _changes(
        self, record: Any, places: list[int] | None
    ) -> Iterator[tuple[str, Any]]:
        for one in fields(type(record)):
            value = getattr(record, one.name)
            if one.name == "citations":
                yield one.name, [self._cited(each, places) for each in value]
            elif isinstance(value, str) and (
                one.name == "id" or one.name.endswith("_id")
            ):
                yield one.name, f"{self.prefix}{value}"
            elif one.name.endswith("_ids"):
                yield one.name, tuple(f"{self.prefix}{each}" for each in value)
            elif isinstance(value, tuple) and not one.name.startswith("_"):
                yield one.name, tuple(self._inner(each, places) for each in value)
            elif hasattr(type(value), "__attrs_attrs__"):
                yield one.name, self._inner(value, places)

    def _inner(self, value: Any, places: list[int] | None) -> Any:
        is_record = hasattr(type(value), "__attrs_attrs__")
        return self._moved(value, places) if is_record else value

    def _cited(self, told: Citation, places: list[int] | None) -> Citation:
        words = self._piece(places, told.start or 0, told.end or 0)
        return self.bench.cite(
            words, force=told.force, attributed_to=told.attributed_to
        )
