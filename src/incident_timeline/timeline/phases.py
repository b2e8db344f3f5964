"""The spans of an incident that people ask for, as data: response time and others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import TYPE_CHECKING

from attrs import field, frozen

from incident_timeline.model import Event
from incident_timeline.timeline.answers import Elapsed, Order
from incident_timeline.timeline.axioms import HARM, kinds_of
from incident_timeline.timeline.sharing import affected, is_denied
from incident_timeline.vocabulary import EventKind as K

if TYPE_CHECKING:  # the timeline imports this module
    from incident_timeline.timeline.timeline import Timeline

__all__ = ["PHASES", "Phase", "PhaseKind", "find_phases"]


@frozen(kw_only=True, order=False)
class PhaseKind:
    """A span with a name: from the first event of some kinds to that of others.

    Attributes:
        name: What it is called.
        since: The kinds of which the first event begins it.
        until: The kinds of which the first event ends it.
        is_of_party: Whether only what may affect the same party begins it.

    Raises:
        InvalidRecordError: If *since* or *until* is one text rather than several.
    """

    name: str
    since: tuple[str, ...] = field(converter=kinds_of)
    until: tuple[str, ...] = field(converter=kinds_of)
    is_of_party: bool = False


@frozen(kw_only=True, order=False)
class Phase:
    """A span of one incident.

    Attributes:
        name: What it is called.
        first: The event from whose start it runs.
        second: The event to whose start it runs.
        elapsed: How long it is, with the statements that it rests on.
    """

    name: str
    first: Event
    second: Event
    elapsed: Elapsed

    def __str__(self) -> str:
        return f"{self.name}: {self.elapsed}"


_WORTH_TELLING = timedelta(minutes=1)
_OTHER_FORCE = (K.LESS_LETHAL, K.RESTRAINT)
PHASES: tuple[PhaseKind, ...] = (
    PhaseKind(name="time to deployment", since=(K.CALL,), until=(K.DEPLOYMENT,)),
    PhaseKind(name="travel time", since=(K.DEPLOYMENT,), until=(K.ARRIVAL,)),
    PhaseKind(name="response time", since=(K.CALL,), until=(K.ARRIVAL,)),
    PhaseKind(name="call to shots", since=(K.CALL,), until=(K.SHOTS,)),
    PhaseKind(name="arrival to shots", since=(K.ARRIVAL,), until=(K.SHOTS,)),
    PhaseKind(name="call to other force", since=(K.CALL,), until=_OTHER_FORCE),
    PhaseKind(name="arrival to other force", since=(K.ARRIVAL,), until=_OTHER_FORCE),
    PhaseKind(
        name="time to first aid", since=HARM, until=(K.FIRST_AID,), is_of_party=True
    ),
    PhaseKind(
        name="time to medical attendance",
        since=HARM,
        until=(K.MEDICAL_ATTENDANCE,),
        is_of_party=True,
    ),
    PhaseKind(
        name="time to conveyance", since=HARM, until=(K.CONVEYANCE,), is_of_party=True
    ),
    PhaseKind(
        name="time to pronouncement",
        since=HARM,
        until=(K.DEATH_PRONOUNCEMENT,),
        is_of_party=True,
    ),
    PhaseKind(
        name="call to pronouncement", since=(K.CALL,), until=(K.DEATH_PRONOUNCEMENT,)
    ),
    PhaseKind(
        name="time until family informed",
        since=(K.DEATH_PRONOUNCEMENT,),
        until=(K.FAMILY_INFORMED,),
    ),
    PhaseKind(
        name="time in custody", since=(K.CUSTODY,), until=(K.RELEASE,), is_of_party=True
    ),
)
"""The spans that :meth:`Timeline.phases` tells, in its order; pass your own beside."""


def find_phases(timeline: Timeline, kinds: Iterable[PhaseKind]) -> Iterator[Phase]:
    """Those of these spans that can be told of a timeline.

    A span is left out where it is open which event is the first of its kinds, where its
    second event certainly comes before its first, and where no more is known of it than
    its order, or a minute.
    """
    for kind in kinds:
        second = _first(timeline, _told(timeline, kind.until))
        if second is None:
            continue
        begins = _told(timeline, kind.since)
        if kind.is_of_party:
            begins = [one for one in begins if _may_share(one, second)]
        first = _first(timeline, begins)
        if first is None or timeline.before(second, first) is Order.CERTAIN:
            continue
        elapsed = timeline.elapsed(first, second)
        if elapsed.greatest is not None or _is_long(elapsed.least):
            yield Phase(name=kind.name, first=first, second=second, elapsed=elapsed)


def _told(timeline: Timeline, kinds: tuple[str, ...]) -> list[Event]:
    events = timeline.incident.events_of_kind
    told = (one for kind in kinds for one in events(kind))
    return [one for one in told if not is_denied(one.citations)]


def _may_share(one: Event, other: Event) -> bool:
    mine, theirs = affected(one), affected(other)
    return not (mine and theirs) or not mine.isdisjoint(theirs)


def _first(timeline: Timeline, events: list[Event]) -> Event | None:
    """The event that no other of these can start before."""
    if not events:
        return None
    first = min(events, key=timeline.place)
    others = (one for one in events if one is not first)
    never = all(timeline.before(one, first) is Order.NEVER for one in others)
    return first if never else None


def _is_long(least: timedelta | None) -> bool:
    return least is not None and least >= _WORTH_TELLING
