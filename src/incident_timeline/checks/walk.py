"""Every moment and every citation of an incident, with the place where it stands.

Written out for each class: a walk that looks up the fields of a class as it goes costs
about ten times as much, and every check makes it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from incident_timeline.model import Citation, Incident
from incident_timeline.model.incident import Named
from incident_timeline.moments import Moment

__all__ = ["citations_of", "moments_of"]

T = TypeVar("T")
_Placed = tuple[Named, str, T]


def moments_of(incident: Incident) -> Iterator[_Placed[Moment]]:
    """Every moment: the record it belongs to, the path in that, and itself.

    In the order of the collections: events, evidence, investigations, sources.

    >>> from incident_timeline.model import Event
    >>> [path for _, path, _ in moments_of(Incident(events=[Event(kind="call")]))]
    ['start']
    """
    for event in incident.events:
        yield event, "start", event.start
        if event.end is not None:
            yield event, "end", event.end
    for item in incident.evidence:
        yield item, "recovered", item.recovered
        for i, step in enumerate(item.custody):
            yield item, f"custody[{i}].at", step.at
    for inquiry in incident.investigations:
        yield inquiry, "opened", inquiry.opened
        if inquiry.closed is not None:
            yield inquiry, "closed", inquiry.closed
    for source in incident.sources:
        if source.published is not None:
            yield source, "published", source.published


def citations_of(incident: Incident) -> Iterator[_Placed[Citation]]:
    """Every citation: the record it belongs to, the path in that, and itself.

    In the order of the collections: events, parties, evidence, investigations, links.
    """
    for event in incident.events:
        yield from _cited(event, "citations", event.citations)
    for party in incident.parties:
        if party.age is not None:
            yield from _cited(party, "age.citations", party.age.citations)
        yield from _cited(party, "citations", party.citations)
    for item in incident.evidence:
        for i, step in enumerate(item.custody):
            yield from _cited(item, f"custody[{i}].citations", step.citations)
        yield from _cited(item, "citations", item.citations)
    for inquiry in incident.investigations:
        yield from _cited(inquiry, "citations", inquiry.citations)
    for link in incident.links:
        yield from _cited(link, "citations", link.citations)


def _cited(
    record: Named, path: str, citations: tuple[Citation, ...]
) -> Iterator[_Placed[Citation]]:
    for i, citation in enumerate(citations):
        yield record, f"{path}[{i}]", citation
