"""The events of an incident as they are shown: one row each, in an order."""

from __future__ import annotations

from functools import cached_property
from typing import Final

from attrs import frozen

from incident_timeline.model import Event, Incident
from incident_timeline.moments import Moment
from incident_timeline.showing.words import doubted, note, zones_of
from incident_timeline.timeline import Timeline

__all__ = ["MANY", "Row", "Sheet", "sheet_of"]

MANY: Final = 200
"""Rows from which on the rest are only counted."""


@frozen(kw_only=True)
class Row:
    """An event, and the bounds that are shown of it.

    Attributes:
        event: The event.
        start: The bounds of its start.
        end: The bounds of its end, where one is told.
        is_doubted: Whether it is in a conflict; its bounds are then those stated.
    """

    event: Event
    start: Moment
    end: Moment | None
    is_doubted: bool = False


@frozen(kw_only=True)
class Sheet:
    """An incident as it is shown.

    Attributes:
        incident: The incident.
        note: What is said of it as a whole, in a line.
        rows: Its events, in the order in which they are shown.
        timeline: The timeline, where it is solved.
    """

    incident: Incident
    note: str
    rows: tuple[Row, ...]
    timeline: Timeline | None = None

    @cached_property
    def is_zoned(self) -> bool:
        """Whether times are told in several zones, so that each needs its own."""
        return len(zones_of(self.incident)) > 1


def sheet_of(shown: Incident | Timeline) -> Sheet:
    """An incident as it is told, or a timeline as it is solved."""
    return _told(shown) if isinstance(shown, Incident) else _solved(shown)


def _told(incident: Incident) -> Sheet:
    rows = (Row(event=one, start=one.start, end=one.end) for one in incident.events)
    return Sheet(incident=incident, note=note(incident, "as told"), rows=tuple(rows))


def _solved(timeline: Timeline) -> Sheet:
    state = "consistent" if timeline.is_consistent else "in conflict"
    without = doubted(timeline)
    rows = (_row(timeline, one, doubtful=one.id in without) for one in timeline.events)
    return Sheet(
        incident=timeline.incident,
        note=note(timeline.incident, state),
        rows=tuple(rows),
        timeline=timeline,
    )


def _row(timeline: Timeline, event: Event, *, doubtful: bool) -> Row:
    if doubtful:
        return Row(event=event, start=event.start, end=event.end, is_doubted=True)
    end = None if event.end is None else timeline.bounds(event, end=True)
    return Row(event=event, start=timeline.bounds(event), end=end)
