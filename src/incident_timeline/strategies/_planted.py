"""Incidents with a contradiction: sound ones, with one planted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from attrs import evolve, frozen
from hypothesis import strategies as st

from incident_timeline.model import Event, Incident, Link
from incident_timeline.moments import Moment
from incident_timeline.strategies._home import home_of
from incident_timeline.strategies._noting import note
from incident_timeline.strategies._picker import Picker
from incident_timeline.strategies._rows import Drawn
from incident_timeline.strategies._sound import course_of, sound_incident
from incident_timeline.strategies._stating import BARE, PLAIN, state
from incident_timeline.strategies._window import Window, state_in
from incident_timeline.vocabulary import AllenRelation as R

__all__ = ["FAULTS", "contradictory_incident"]

_MINUTE = timedelta(minutes=1)


@frozen
class _Ground:
    """A sound incident, and its events in their true order, but for parts of others."""

    incident: Incident
    window: Window | None
    zone: str
    events: tuple[tuple[Event, datetime], ...]

    def apart(self, sooner: datetime, later: datetime) -> tuple[Moment, Moment]:
        """Both instants, to the minute where that keeps them apart."""
        first = state_in(self.window, sooner, self.zone, PLAIN)
        second = state_in(self.window, later, self.zone, PLAIN)
        if first.precedes(second):
            return first, second
        return state(sooner, self.zone, BARE), state(later, self.zone, BARE)

    def with_events(self, *changed: Event) -> Incident:
        """The incident with some of its events in place of those of the same ids."""
        by_id = {one.id: one for one in changed}
        events = (by_id.get(one.id, one) for one in self.incident.events)
        return evolve(self.incident, events=events)


def _ends_first(ground: _Ground) -> Incident:
    """An event that ends before it starts."""
    (event, start), window = ground.events[0], ground.window
    end = start - _MINUTE
    if window is not None and end < window.first:
        start, end = window.last, window.first
    sooner, later = ground.apart(end, start)
    return ground.with_events(evolve(event, start=later, end=sooner))


def _linked(incident: Incident, *links: Link) -> Incident:
    return evolve(incident, links=(*incident.links, *links))


def _before(one: Event, other: Event, least: timedelta | None = None) -> Link:
    return Link(event_id=one.id, relation=R.BEFORE, other_id=other.id, least=least)


def _ringed(ground: _Ground) -> Incident:
    """Two or three events, each said to come before the next, in a ring."""
    events = [event for event, _ in ground.events[:3]]
    nexts = (*events[1:], events[0])
    return _linked(ground.incident, *map(_before, events, nexts))


def _too_far_apart(ground: _Ground) -> Incident:
    """Two events, and a link that puts more between them than their times do."""
    (one, sooner), (other, later) = ground.events[:2]
    first, second = ground.apart(sooner, later)
    timed = ground.with_events(
        evolve(one, start=first, end=None), evolve(other, start=second, end=None)
    )
    return _linked(timed, _before(one, other, later - sooner + 2 * _MINUTE))


def _part_outside(ground: _Ground) -> Incident:
    """An event that starts after the one is over that it is said to be a part of."""
    (one, sooner), (other, later) = ground.events[:2]
    first, second = ground.apart(sooner, later)
    return ground.with_events(
        evolve(one, start=first, end=first),
        evolve(other, start=second, part_of_id=one.id),
    )


_FAULTS: tuple[Callable[[_Ground], Incident], ...] = (
    _ends_first,  # needs one event, and the others two
    _ringed,
    _too_far_apart,
    _part_outside,
)
FAULTS = st.integers(0, len(_FAULTS) - 1)
"""Which contradiction is planted."""


def contradictory_incident(
    drawn: Drawn, zones: tuple[str, ...], window: Window | None, fault: int
) -> Incident:
    """Assemble what was drawn, of which there is an event, with a contradiction.

    *fault* is which; the first, where the events are too few for it.
    """
    incident = sound_incident(drawn, zones, window)
    spans = course_of(drawn, home_of(Picker(drawn.seed), zones), window)
    free = [
        (event, span.start)
        for event, span in zip(incident.events, spans, strict=True)
        if span.whole is None
    ]
    events = tuple(sorted(free, key=lambda one: one[1]))
    plant = _FAULTS[fault if len(events) > 1 else 0]
    note(f"planted: {plant.__name__[1:]}")
    return plant(_Ground(incident, window, zones[0], events))
