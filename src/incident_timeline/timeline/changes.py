"""An incident with something added to it, restated or withdrawn."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

from attrs import evolve

from incident_timeline.errors import UnknownReferenceError, shown
from incident_timeline.model import Citation, Event, Incident, Link, Source
from incident_timeline.moments import Moment
from incident_timeline.timeline.answers import Statement, StatementKind

__all__ = ["Withdrawn", "restated", "withdrawn"]

Withdrawn = Citation | Event | Link | Source | Statement | str
Cited = TypeVar("Cited", Event, Link)


def restated(
    incident: Incident, starts: Mapping[str, Moment], ends: Mapping[str, Moment]
) -> Incident:
    """The incident with other starts and ends, by the ids of events."""
    events = [
        evolve(one, start=starts.get(one.id, one.start), end=ends.get(one.id, one.end))
        if one.id in starts or one.id in ends
        else one
        for one in incident.events
    ]
    return evolve(incident, events=events)


def withdrawn(incident: Incident, what: Iterable[Withdrawn]) -> Incident:
    """The incident without all these: see :meth:`Timeline.without`.

    Raises:
        UnknownReferenceError: If the incident has one of them not.
    """
    wanted = _Wanted(incident)
    for one in what:
        wanted.add(one)
    events = [wanted.left(one) for one in wanted.events.values()]
    links = [wanted.left(one) for one in wanted.links.values()]
    kept = {one.id for one in events if one}
    return evolve(
        incident,
        events=[
            evolve(one, part_of_id=None) if one.part_of_id not in kept else one
            for one in events
            if one
        ],
        evidence=[
            evolve(one, event_id=None) if one.event_id not in kept else one
            for one in incident.evidence
        ],
        links=[
            one for one in links if one and {one.event_id, one.other_id}.issubset(kept)
        ],
    )


class _Wanted:
    """What is to go, and the events and links as they are without single bounds."""

    def __init__(self, incident: Incident) -> None:
        self._incident = incident
        self._sources = {one.id for one in incident.sources}
        cited = [one.citations for one in incident.events]
        cited += [one.citations for one in incident.links]
        self._cited = {one for each in cited for one in each}
        self._gone: set[str | Citation] = set()
        self.events = {one.id: one for one in incident.events}
        self.links = {one.id: one for one in incident.links}

    def add(self, what: Withdrawn) -> None:
        if isinstance(what, Statement):
            self._unsay(what)
        elif isinstance(what, Citation):
            if what not in self._cited:
                message = f"{shown(what.quote)} is cited by no event or link here"
                raise UnknownReferenceError(message, wanted=what.quote)
            self._gone.add(what)
        elif isinstance(what, Event | Link | Source | str):
            self._gone.add(self._known(what if isinstance(what, str) else what.id))
        else:
            message = f"{shown(what)} is nothing that can be withdrawn"
            raise TypeError(message)

    def _known(self, wanted: str) -> str:
        if any(wanted in ids for ids in (self._sources, self.events, self.links)):
            return wanted
        message = f"{shown(wanted)} is the id of no event, link or source here"
        raise UnknownReferenceError(message, wanted=wanted)

    def _unsay(self, what: Statement) -> None:
        """A bound of a time, a link, or that an event is a part."""
        if what.is_law:
            message = f"nobody states that {what.text}: solve with other axioms instead"
            raise UnknownReferenceError(message, wanted=what.text)
        if what.kind is StatementKind.LINK:
            self._gone.add(self._known(what.link_id))
            return
        event = self.events[self._known(what.subject_ids[0])]
        changed = _unsaid(event, what)
        if changed == event:
            message = f"it is not stated here that {what.text}"
            raise UnknownReferenceError(message, wanted=what.text)
        self.events[event.id] = changed

    def left(self, record: Cited) -> Cited | None:
        """What is left of a record: nothing where nothing else is cited for it."""
        gone = self._gone
        if record.id in gone:
            return None
        kept = [
            one
            for one in record.citations
            if one not in gone and one.source_id not in gone
        ]
        if len(kept) == len(record.citations):
            return record
        return evolve(record, citations=kept) if kept else None


def _unsaid(event: Event, what: Statement) -> Event:
    """An event without what a statement says of it."""
    if what.kind is StatementKind.PART:
        return evolve(event, part_of_id=None)
    if not what.where.endswith(".end"):
        return evolve(event, start=_opened(event.start, what.side))
    return evolve(event, end=event.end and _opened(event.end, what.side))


def _opened(moment: Moment, side: str) -> Moment:
    """A moment without one of its bounds."""
    if side == "earliest":
        return evolve(moment, earliest_utc=None, stated="")
    return evolve(moment, latest_utc=None, stated="")
