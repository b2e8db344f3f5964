"""Two timelines side by side: which bounds, orders and conflicts differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, cast

from attrs import field, frozen

from incident_timeline.model import Incident
from incident_timeline.moments import Moment, bounds_text
from incident_timeline.timeline.answers import (
    Conflict,
    Order,
    Statement,
    StatementKind,
)
from incident_timeline.vocabulary import AllenRelation

if TYPE_CHECKING:  # the timeline imports this module
    from incident_timeline.timeline.timeline import Timeline

__all__ = ["ALL_PAIRS", "Comparison", "MovedBounds", "MovedOrder", "compared"]

_APART = frozenset({AllenRelation.BEFORE, AllenRelation.AFTER})
ALL_PAIRS = 24
"""Up to so many events every pair is compared; of more, neighbours in either order."""


@frozen(kw_only=True, order=False)
class MovedBounds:
    """The bounds of one event, before and after.

    Attributes:
        event_id: The event.
        is_end: Whether they are of its end.
        was: Its tightened bounds before.
        now: Its tightened bounds after.
    """

    event_id: str
    is_end: bool
    was: Moment
    now: Moment

    @property
    def sides(self) -> tuple[str, ...]:
        """Which of ``earliest`` and ``latest`` differ."""
        both = (
            ("earliest", self.was.earliest_utc != self.now.earliest_utc),
            ("latest", self.was.latest_utc != self.now.latest_utc),
        )
        return tuple(name for name, is_moved in both if is_moved)

    def __str__(self) -> str:
        return self.told(self.event_id)

    def told(self, name: str) -> str:
        """What moved, with the event called by a name."""
        name = f"the end of {name}" if self.is_end else name
        was, now = bounds_text(self.was), bounds_text(self.now)
        if _is_zoned(self.was, self.now):
            was, now = f"{was} {self.was.zone}", f"{now} {self.now.zone}"
        elif was == now:  # they differ by less than is mostly shown
            was, now = _exactly(self.was), _exactly(self.now)
        return f"{name}: was {was}, is {now}"


def _is_zoned(was: Moment, now: Moment) -> bool:
    """Whether each is told in a zone of its own."""
    return None not in (was.zone, now.zone) and was.zone != now.zone


def _exactly(moment: Moment) -> str:
    instants = (moment.earliest_utc, moment.latest_utc)
    return " to ".join("open" if one is None else str(one) for one in instants)


@frozen(kw_only=True, order=False)
class MovedOrder:
    """Whether one event comes before another, before and after.

    Attributes:
        first_id: The event that is asked about.
        second_id: The one that it may come before.
        was: Whether it did before.
        now: Whether it does after.
    """

    first_id: str
    second_id: str
    was: Order
    now: Order

    def __str__(self) -> str:
        return self.told(self.first_id, self.second_id)

    def told(self, first: str, second: str) -> str:
        """What moved, with the two events called by names."""
        return f"{first} before {second}: was {self.was}, is {self.now}"


@frozen(kw_only=True, order=False)
class Comparison:
    """What differs between two timelines.

    Attributes:
        added: The ids of events that only the second has.
        dropped: The ids of events that only the first has.
        bounds: The bounds that moved, of events in both, in the order of the first.
        orders: The order of pairs that moved: of every pair where there are at most
            :data:`ALL_PAIRS` events, else of those that are neighbours in one of the
            two display orders. Of a pair, one direction is told.
        mended: Conflicts that only the first has.
        arisen: Conflicts that only the second has.
    """

    added: tuple[str, ...]
    dropped: tuple[str, ...]
    bounds: tuple[MovedBounds, ...]
    orders: tuple[MovedOrder, ...]
    mended: tuple[Conflict, ...]
    arisen: tuple[Conflict, ...]
    _kinds: Mapping[str, str] = field(factory=dict, repr=False, eq=False, alias="kinds")

    @property
    def is_same(self) -> bool:
        """Whether nothing that is compared differs."""
        return not list(self._lines())

    def _lines(self) -> Iterator[str]:
        yield from (f"added: {self._name(one)}" for one in self.added)
        yield from (f"dropped: {self._name(one)}" for one in self.dropped)
        yield from (one.told(self._name(one.event_id)) for one in self.bounds)
        for order in self.orders:
            yield order.told(self._name(order.first_id), self._name(order.second_id))
        yield from (f"mended: {one}" for one in self.mended)
        yield from (f"arisen: {one}" for one in self.arisen)

    def _name(self, event_id: str) -> str:
        kind = self._kinds.get(event_id)
        return event_id if kind is None else f"{kind} ({event_id})"

    def __str__(self) -> str:
        return "\n".join(self._lines()) or "nothing differs"


def compared(first: Timeline, second: Timeline) -> Comparison:
    """What differs between two timelines, events being the same by their ids."""
    here, there = _ids(first), _ids(second)
    both = [one for one in here if one in there]
    return Comparison(
        added=tuple(one for one in there if one not in here),
        dropped=tuple(one for one in here if one not in there),
        bounds=tuple(_bounds(first, second, both)),
        orders=tuple(_orders(first, second, both)),
        mended=_only(first, second),
        arisen=_only(second, first),
        kinds={one.id: one.kind for one in (*first.events, *second.events)},
    )


def _ids(timeline: Timeline) -> dict[str, None]:
    return dict.fromkeys(event.id for event in timeline.events)


def _bounds(
    first: Timeline, second: Timeline, both: Iterable[str]
) -> Iterator[MovedBounds]:
    ended = _with_ends(first.incident) | _with_ends(second.incident)
    for one in both:
        for is_end in (False, True) if one in ended else (False,):
            was, now = first.bounds(one, end=is_end), second.bounds(one, end=is_end)
            moved = MovedBounds(event_id=one, is_end=is_end, was=was, now=now)
            if moved.sides:
                yield moved


def _with_ends(incident: Incident) -> set[str]:
    """The events of whose ends something is told; others move with the start alone."""
    told = {one.id for one in incident.events if one.end}
    parts = (one for one in incident.events if one.part_of_id)
    told.update(name for one in parts for name in (one.id, one.part_of_id or ""))
    spans = (one for one in incident.links if one.relation not in _APART)
    return told.union(name for one in spans for name in (one.event_id, one.other_id))


def _orders(first: Timeline, second: Timeline, both: list[str]) -> Iterator[MovedOrder]:
    for a, b in _pairs(second, both):
        for one, other in ((a, b), (b, a)):
            was, now = first.before(one, other), second.before(one, other)
            if was is not now:
                yield MovedOrder(first_id=one, second_id=other, was=was, now=now)
                break


def _pairs(second: Timeline, both: list[str]) -> Iterable[tuple[str, str]]:
    if len(both) <= ALL_PAIRS:
        return combinations(both, 2)
    known = set(both)
    theirs = [event.id for event in second.events if event.id in known]
    place = {one: i for i, one in enumerate(both)}
    turned = (sorted(pair, key=place.__getitem__) for pair in pairwise(theirs))
    return dict.fromkeys([*pairwise(both), *((a, b) for a, b in turned)])


def _only(mine: Timeline, other: Timeline) -> tuple[Conflict, ...]:
    """Those conflicts that say what none of the others says, wherever it stands."""
    said = {_said(other.incident, one) for one in other.conflicts}
    return tuple(one for one in mine.conflicts if _said(mine.incident, one) not in said)


def _said(incident: Incident, conflict: Conflict) -> frozenset[tuple[object, ...]]:
    return frozenset(_claim(incident, one) for one in conflict.statements)


def _claim(incident: Incident, said: Statement) -> tuple[object, ...]:
    """What a statement says, apart from the words that other events lend it."""
    if said.kind is StatementKind.LINK:
        link = incident.link(said.link_id)
        return (link.event_id, link.relation, link.other_id, link.least, link.greatest)
    if said.kind is StatementKind.MOMENT:
        event = incident.event(said.subject_ids[0])
        is_end = said.where.endswith(".end")
        moment = event.end if is_end else event.start
        # There is no such statement of an end that is not told.
        return (event.id, is_end, said.side, *_sides(cast("Moment", moment), said.side))
    return (said.kind, said.code, said.subject_ids)


def _sides(moment: Moment, side: str) -> tuple[object, ...]:
    at = moment.latest_utc if side == "latest" else moment.earliest_utc
    return at, moment.qualifier
