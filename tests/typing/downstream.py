"""What a user's own module looks like to a type checker; checked, never run."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_type

from incident_timeline import Event, Incident, Moment

if TYPE_CHECKING:
    from pendulum import DateTime

LONDON = "Europe/London"


def call(at: str) -> Event:
    return Event(kind="call", start=Moment.at(at, zone=LONDON), summary="a call")


def earliest_of(event: Event) -> DateTime | None:
    return event.start.earliest


def told(first: Event, second: Event) -> Incident:
    assert_type(first.start.precedes(second.start), bool)
    assert_type(first.start.intersection(second.start), Moment | None)
    return Incident(title="Two calls", events=(first, second))


def earlier(first: Moment, second: Moment) -> bool:
    # Moments are only partially ordered, so a comparison must be refused.
    return bool(first < second)  # type: ignore[operator]  # the very mistake


def kinds(incident: Incident) -> list[str]:
    assert_type(incident.events, tuple[Event, ...])
    return [event.kind for event in incident.events]
