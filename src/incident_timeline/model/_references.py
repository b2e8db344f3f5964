"""Every reference of an incident: where it stands, and what it must name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from incident_timeline.model.source import Citation

if TYPE_CHECKING:  # the incident imports this module
    from incident_timeline.model.event import Event
    from incident_timeline.model.evidence import Evidence
    from incident_timeline.model.incident import Incident

__all__ = ["references"]

Reference = tuple[str, str, str]  # where, the collection, the id


def references(incident: Incident) -> Iterator[Reference]:
    """Each reference as where it stands, the collection it names, and the id."""
    for i, event in enumerate(incident.events):
        yield from _of_event(f"events[{i}]", event)
    for i, party in enumerate(incident.parties):
        yield from _cited(f"parties[{i}]", party.citations)
        if party.age is not None:
            yield from _cited(f"parties[{i}].age", party.age.citations)
    for i, item in enumerate(incident.evidence):
        yield from _of_item(f"evidence[{i}]", item)
    for i, one in enumerate(incident.investigations):
        yield from _maybe(f"investigations[{i}].body_id", "parties", one.body_id)
        yield from _cited(f"investigations[{i}]", one.citations)
    for i, link in enumerate(incident.links):
        yield f"links[{i}].event_id", "events", link.event_id
        yield f"links[{i}].other_id", "events", link.other_id
        yield from _cited(f"links[{i}]", link.citations)


def _of_event(where: str, event: Event) -> Iterator[Reference]:
    for i, one in enumerate(event.participants):
        yield f"{where}.participants[{i}].party_id", "parties", one.party_id
    for i, wanted in enumerate(event.evidence_ids):
        yield f"{where}.evidence_ids[{i}]", "evidence", wanted
    yield from _maybe(f"{where}.part_of_id", "events", event.part_of_id)
    yield from _cited(where, event.citations)


def _of_item(where: str, item: Evidence) -> Iterator[Reference]:
    yield from _maybe(f"{where}.recovered_by_id", "parties", item.recovered_by_id)
    yield from _maybe(f"{where}.event_id", "events", item.event_id)
    for i, step in enumerate(item.custody):
        yield from _maybe(f"{where}.custody[{i}].from_id", "parties", step.from_id)
        yield from _maybe(f"{where}.custody[{i}].to_id", "parties", step.to_id)
        yield from _cited(f"{where}.custody[{i}]", step.citations)
    yield from _cited(where, item.citations)


def _maybe(where: str, collection: str, wanted: str | None) -> Iterator[Reference]:
    if wanted is not None:
        yield where, collection, wanted


def _cited(where: str, citations: Iterable[Citation]) -> Iterator[Reference]:
    for i, citation in enumerate(citations):
        yield f"{where}.citations[{i}].source_id", "sources", citation.source_id
