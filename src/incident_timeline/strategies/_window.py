"""A window of time that every event lies within."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from attrs import frozen
from hypothesis.errors import InvalidArgument

from incident_timeline.model import Event
from incident_timeline.moments import Moment
from incident_timeline.moments.zones import zone_info
from incident_timeline.strategies._stating import BARE, PLAIN, Wording, state

__all__ = ["TICK", "Bound", "Window", "cleared", "state_in", "window"]

Bound = date | Moment
TICK = timedelta(microseconds=1)
# Vague words are wide, and a calendar has ends.
_FIRST_YEAR, _LAST_YEAR = 100, 9900
# Days that stand for no date (TL513), wherever on earth they are: from, until.
_FILLERS = (
    (datetime(1899, 12, 29, tzinfo=UTC), datetime(1900, 1, 11, tzinfo=UTC)),
    (datetime(1969, 12, 31, tzinfo=UTC), datetime(1970, 1, 3, tzinfo=UTC)),
)


@frozen
class Window:
    """From *first* to *last*, both inclusive, in UTC."""

    first: datetime
    last: datetime

    @property
    def length(self) -> timedelta:
        """How long it is."""
        return self.last - self.first

    def wrapped(self, instant: datetime) -> datetime:
        """An instant of it: the same one, where it lies within."""
        return self.first + (instant - self.first) % (self.length + TICK)

    def holds(self, moment: Moment) -> bool:
        """Whether it allows all that the moment allows."""
        earliest, latest = moment.earliest_utc, moment.latest_utc
        if earliest is None or latest is None:
            return False
        return self.first <= earliest and latest <= self.last

    def holds_event(self, event: Event) -> bool:
        """Whether an event's start, and its end where it has one, lie within."""
        return self.holds(event.start) and (event.end is None or self.holds(event.end))


def state_in(
    span: Window | None, instant: datetime, zone: str, wording: Wording
) -> Moment:
    """A moment that states *instant*, in *wording* where the window allows it.

    Else to the minute, and else as the bare instant.
    """
    if span is None:
        return state(instant, zone, wording)
    for one in (wording, PLAIN):
        moment = state(instant, zone, one)
        if span.holds(moment):
            return moment
    return state(instant, zone, BARE)


def window(within: tuple[Bound, Bound], zone: str) -> Window:
    """The window between two bounds, dates among them being those of *zone*.

    Raises:
        InvalidArgument: If a bound has no zone, or is open; if they are reversed.
    """
    try:
        start, end = within
    except (TypeError, ValueError):
        message = f"within={within!r} is no pair of times"
        raise InvalidArgument(message) from None
    first, last = _instant(start, zone), _instant(end, zone, is_last=True)
    if first > last:
        message = f"within={within!r} ends before it starts"
        raise InvalidArgument(message)
    if not _FIRST_YEAR <= first.year <= last.year <= _LAST_YEAR:
        message = f"within={within!r} leaves the years {_FIRST_YEAR} to {_LAST_YEAR}"
        raise InvalidArgument(message)
    return Window(first, last)


def cleared(span: Window, before: timedelta) -> Window:
    """The longest part of a window without days that are taken for fillers.

    What happens in it may be told *before* so long has gone by.

    Raises:
        InvalidArgument: If it has no others.
    """
    begins, parts = span.first, []
    for first, last in _FILLERS:
        parts.append((begins, min(span.last, first - before - TICK)))
        begins = max(begins, last)
    parts.append((begins, span.last))
    begins, ends = max(parts, key=lambda one: one[1] - one[0])
    if begins > ends:
        message = (
            f"within is {span.first:%Y-%m-%d} to {span.last:%Y-%m-%d}: all of it is, or"
            " is told of on, days that stand for none, such as 1900-01-01 or 1970-01-01"
        )
        raise InvalidArgument(message)
    return Window(begins, ends)


def _instant(bound: Bound, zone: str, *, is_last: bool = False) -> datetime:
    found: datetime | None = None
    if isinstance(bound, Moment):
        found = bound.latest_utc if is_last else bound.earliest_utc
    elif isinstance(bound, datetime):
        found = bound if bound.tzinfo else None
    elif isinstance(bound, date):
        local = datetime.combine(bound, time.max if is_last else time.min)
        found = local.replace(tzinfo=zone_info(zone), fold=is_last)
    if found is None:
        message = f"within has {bound!r}: give a date, a time with a zone, or a Moment"
        raise InvalidArgument(message)
    return found.astimezone(UTC)
