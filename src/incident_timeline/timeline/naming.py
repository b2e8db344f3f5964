"""Which event is meant: itself, or by its id, or by its only kind."""

from __future__ import annotations

from incident_timeline.errors import UnknownReferenceError, shown
from incident_timeline.model import Event
from incident_timeline.timeline.statements import Heard

__all__ = ["Which", "named"]

Which = Event | str
_MANY = 8


def named(heard: Heard, which: Which) -> Event:
    """The event that is meant: see :meth:`Timeline.find`."""
    if not isinstance(which, Event | str):
        message = f"an event is named by itself, its id or its kind, not {shown(which)}"
        raise TypeError(message)
    name = which.id if isinstance(which, Event) else which
    if name in heard.places:
        return heard.incident.events[heard.places[name]]
    if isinstance(which, Event):
        told = f"with the id {shown(name)}" if name else "without an id"
        message = f"a {which.kind} {told} is no event of this timeline"
        raise UnknownReferenceError(message, wanted=name)
    found = heard.incident.events_of_kind(name)
    if len(found) == 1:
        return found[0]
    if not found:
        message = f"{shown(name)} is neither the id nor the kind of an event here"
        raise UnknownReferenceError(message, wanted=name)
    ids = ", ".join(event.id for event in found[:_MANY])
    more = f" and {len(found) - _MANY} more" if len(found) > _MANY else ""
    message = f"{len(found)} events are of kind {shown(name)}: name one, of {ids}{more}"
    raise UnknownReferenceError(message, wanted=name)
