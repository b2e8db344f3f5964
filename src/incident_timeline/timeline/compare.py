"""Two timelines side by side: which bounds, orders and conflicts differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from attrs import frozen

from incident_timeline.moments import Moment, bounds_text
from incident_timeline.timeline.answers import Conflict, Order

if TYPE_CHECKING:  # the timeline imports this module
    from incident_timeline.timeline.timeline import Timeline

__all__ = ["ALL_PAIRS", "Comparison", "MovedBounds", "MovedOrder", "compared"]

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
        name = f"the end of {self.event_id}" if self.is_end else self.event_id
        return f"{name}: was {bounds_text(self.was)}, is {bounds_text(self.now)}"


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
        return f"{self.first_id} before {self.second_id}: was {self.was}, is {self.now}"


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

    @property
    def is_same(self) -> bool:
        """Whether nothing that is compared differs."""
        return not list(self._lines())

    def _lines(self) -> Iterator[str]:
        named = (
            ("added", self.added),
            ("dropped", self.dropped),
            ("", self.bounds),
            ("", self.orders),
            ("mended", self.mended),
            ("arisen", self.arisen),
        )
        for name, found in named:
            yield from (f"{name}: {one}" if name else str(one) for one in found)

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
        mended=_only(first.conflicts, second.conflicts),
        arisen=_only(second.conflicts, first.conflicts),
    )


def _ids(timeline: Timeline) -> dict[str, None]:
    return dict.fromkeys(event.id for event in timeline.events)


def _bounds(
    first: Timeline, second: Timeline, both: Iterable[str]
) -> Iterator[MovedBounds]:
    for one in both:
        for is_end in (False, True):
            was, now = first.bounds(one, end=is_end), second.bounds(one, end=is_end)
            moved = MovedBounds(event_id=one, is_end=is_end, was=was, now=now)
            if moved.sides and not (is_end and _is_untold(first, second, one)):
                yield moved


def _is_untold(first: Timeline, second: Timeline, one: str) -> bool:
    """Whether an end is told by neither, so that it moves with the start alone."""
    return not any(each.incident.event(one).end for each in (first, second))


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


def _only(
    mine: tuple[Conflict, ...], theirs: tuple[Conflict, ...]
) -> tuple[Conflict, ...]:
    """Those conflicts that say what none of the others says, wherever it stands."""
    said = {_said(one) for one in theirs}
    return tuple(one for one in mine if _said(one) not in said)


def _said(conflict: Conflict) -> frozenset[tuple[str, tuple[str, ...]]]:
    return frozenset((one.text, one.subject_ids) for one in conflict.statements)
