"""Events that come before what they answer to: one engine for all of domain order.

A row of :data:`~incident_timeline.timeline.ALL_AXIOMS` is broken by an event that comes
before every event that it could answer to. Those are grouped by the parties that they
share, and each group is known by the bounds that decide, so that no event is compared
with all others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from functools import cached_property
from heapq import nsmallest

from incident_timeline.checks.case import Case, Hit
from incident_timeline.checks.claims import is_told, weigh
from incident_timeline.checks.verdicts import gap_text, gravity, texts
from incident_timeline.model import Event, Severity, Verdict
from incident_timeline.moments import Moment, duration_text
from incident_timeline.timeline import (
    ALL_AXIOMS,
    AXIOMS,
    Axiom,
    Shares,
    affected,
    responders,
)

__all__ = ["compare", "out_of_order", "rows_of", "source_of"]

Key = Callable[[Event], frozenset[str]]
_FIRST = datetime.min.replace(tzinfo=UTC)
_LAST = datetime.max.replace(tzinfo=UTC)
_FIRM = Moment.unknown()
_NAMED = 20  # how many events a finding names: the earliest decide
_EARLIER_COURSE = timedelta(days=1)


def rows_of(code: str) -> tuple[Axiom, ...]:
    """The rows of the table that the rule of a code reports."""
    return tuple(axiom for axiom in ALL_AXIOMS if axiom.code == code)


def source_of(axioms: Iterable[Axiom]) -> str:
    """What rows of the table rest on, as a sentence."""
    source = "; ".join(dict.fromkeys(axiom.source for axiom in axioms))
    return f"{source[:1].upper()}{source[1:]}."


def out_of_order(
    case: Case, axioms: Iterable[Axiom], *, every: bool = False
) -> Iterator[Hit]:
    """The events that come before all that they could answer to, by some axioms.

    With *every*, those that come before any of these. See :func:`compare`.
    """
    for axiom in axioms:
        later = case.incident.events_of_kind(axiom.later)
        if later:
            kinds = (case.incident.events_of_kind(kind) for kind in axiom.earlier)
            earlier = [one for events in kinds for one in events]
            yield from compare(case, axiom, later, earlier, every=every)


def compare(
    case: Case,
    axiom: Axiom,
    later: Sequence[Event],
    earlier: Sequence[Event],
    *,
    every: bool = False,
) -> Iterator[Hit]:
    """The hits of one axiom among given events, *later* ones in their order.

    Certain where all readings of the bounds break it, possible where some do. What an
    event could answer to is what shares a party with it, as the axiom says, and what
    tells no such party. Where units alone would show what belongs together and aren't
    told, an account may leave out the one that came in time: then only a series that
    comes before them as a whole is reported. Events that are only denied are left out.

    What mostly holds, holds of one course of events: what comes more than a day before
    all that it could answer to is of an earlier one, and so is what has another of its
    kind, of the same people, in time.
    """
    later = [one for one in later if is_told(one)]
    earlier = [one for one in earlier if is_told(one)]
    suspects = _suspects(later, earlier, axiom.least) if earlier else []
    if not suspects:
        return
    pool = _Pool(earlier, _keys(case, axiom.shares), every=every)
    series = _series(axiom, later)
    for event in suspects:
        groups, is_shared = pool.answered(event)
        if every:
            groups = sorted(groups, key=lambda one: one.first)[-1:]
        if axiom not in AXIOMS and _is_of_earlier_course(event, groups):
            continue
        start, end = series(event, is_shared)
        verdict = _verdict(groups, start, end, axiom.least)
        if verdict is Verdict.CERTAIN or (verdict and case.wants_possible):
            is_certain = is_shared and axiom.is_certain
            yield _hit(case, axiom, event, groups, verdict, is_certain=is_certain)


def _suspects(
    later: Sequence[Event], earlier: Sequence[Event], least: timedelta
) -> list[Event]:
    """The later events that may come before any earlier one, whatever they share."""
    first = max(one.start.earliest_utc or _FIRST for one in earlier)
    last = max(one.start.latest_utc or _FIRST for one in earlier)
    return [
        one
        for one in later
        if (one.start.latest_utc or _LAST) - first < least
        or (one.start.earliest_utc or _LAST) - last < least
    ]


def _series(
    axiom: Axiom, later: Sequence[Event]
) -> Callable[[Event, bool], tuple[datetime, datetime]]:
    """The bounds by which a later event is judged: its own, or those of its series."""
    if axiom.shares is not Shares.AFFECTED:
        whole = _reach(later)
        return lambda event, is_shared: _reach([event]) if is_shared else whole
    if axiom.is_certain or axiom in AXIOMS:
        return lambda event, _: _reach([event])
    people: dict[frozenset[str], list[Event]] = {}
    for event in later:
        people.setdefault(affected(event), []).append(event)
    reaches = {whom: _reach(events) for whom, events in people.items()}
    return lambda event, _: reaches[affected(event)]


def _is_of_earlier_course(event: Event, groups: Sequence[_Group]) -> bool:
    first = min((one.first for one in groups), default=_LAST)
    return first - (event.start.latest_utc or _LAST) > _EARLIER_COURSE


def _keys(case: Case, shares: Shares) -> tuple[Key, ...]:
    """What two events are told to share, in the order in which it is asked."""
    if shares is Shares.AFFECTED:
        return (affected,)
    if shares is Shares.UNIT:
        return (lambda event: responders(case.incident, event), affected)
    return ()


class _Group:
    """Events that one could answer to, and the bounds of theirs that decide."""

    def __init__(self, events: Sequence[Event]) -> None:
        starts = [one.start for one in events]
        closed = [one.latest_utc for one in starts if one.latest_utc is not None]
        opened = [one.earliest_utc for one in starts if one.latest_utc is None]
        self._events = events
        # Before all time where one is open; after all time where all are.
        self.first = min(one.earliest_utc or _FIRST for one in starts)
        self.last = min(closed, default=_LAST)
        self.open_first = min((one or _FIRST for one in opened), default=_LAST)
        self.has_open = bool(opened)

    @cached_property
    def named(self) -> list[Event]:
        """The earliest of them."""
        return nsmallest(_NAMED, self._events, key=_rank)

    @cached_property
    def is_vague(self) -> bool:
        """Whether a vague word or an assumed day is among what decides."""
        return any(_is_vague(_FIRM, one.start) for one in self._events)

    def verdict(
        self, start: datetime, end: datetime, least: timedelta
    ) -> Verdict | None:
        """How surely what lies between *start* and *end* comes before all of them."""
        if end - self.first < least:
            return Verdict.CERTAIN
        is_open = self.has_open and end - self.open_first >= least
        if start == _FIRST or is_open or start - self.last >= least:
            return None
        return Verdict.POSSIBLE


def _rank(event: Event) -> tuple[datetime, str]:
    return event.start.earliest_utc or _FIRST, event.kind


def _last_of(events: Sequence[Event]) -> list[Event]:
    """The event that comes last, and those at the very same time."""
    last = max(map(_bounds, events))
    return [one for one in events if _bounds(one) == last]


def _bounds(event: Event) -> tuple[datetime, datetime]:
    return event.start.earliest_utc or _FIRST, event.start.latest_utc or _LAST


class _Pool:
    """Earlier events, by what they share with a later one: the first key, or the next.

    With *every*, each group is the one of its events that comes last, or those that do.
    """

    def __init__(
        self, events: Sequence[Event], keys: tuple[Key, ...], *, every: bool
    ) -> None:
        self._events, self._keys, self._every = events, keys, every

    @cached_property
    def _by(self) -> dict[str, _Group]:
        by: dict[str, list[Event]] = {}
        for event in self._events:
            for one in self._keys[0](event):
                by.setdefault(one, []).append(event)
        return {one: self._group(events) for one, events in by.items()}

    @cached_property
    def _untold(self) -> _Pool:
        told = self._keys[0]
        events = [one for one in self._events if not told(one)]
        return _Pool(events, self._keys[1:], every=self._every)

    @cached_property
    def _whole(self) -> _Pool:
        return _Pool(self._events, self._keys[1:], every=self._every)

    @cached_property
    def _all(self) -> list[_Group]:
        return [self._group(self._events)] if self._events else []

    def _group(self, events: Sequence[Event]) -> _Group:
        return _Group(_last_of(events) if self._every else events)

    def answered(self, event: Event) -> tuple[list[_Group], bool]:
        """What an event could answer to; whether all of it is told to share with it."""
        if not self._keys:
            return self._all, False
        mine = self._keys[0](event)
        if not mine:
            return self._whole.answered(event)[0], False
        shared = [self._by[one] for one in sorted(mine) if one in self._by]
        others, _ = self._untold.answered(event)
        return [*shared, *others], bool(shared) and not others


def _verdict(
    groups: Sequence[_Group], start: datetime, end: datetime, least: timedelta
) -> Verdict | None:
    """How surely it comes before the events of every group."""
    verdicts = {group.verdict(start, end, least) for group in groups}
    if not verdicts or None in verdicts:
        return None
    return Verdict.POSSIBLE if Verdict.POSSIBLE in verdicts else Verdict.CERTAIN


def _reach(events: Sequence[Event]) -> tuple[datetime, datetime]:
    """The bounds between which the last of some events starts."""
    starts = [_rank(one)[0] for one in events]
    start = _FIRST if _FIRST in starts else max(starts)
    return start, max(one.start.latest_utc or _LAST for one in events)


def _hit(
    case: Case,
    axiom: Axiom,
    event: Event,
    groups: Sequence[_Group],
    verdict: Verdict,
    *,
    is_certain: bool,
) -> Hit:
    named = {one.id: one for group in groups for one in group.named}
    causes = nsmallest(_NAMED, named.values(), key=_rank)
    is_vague = _is_vague(event.start, _FIRM) or any(one.is_vague for one in groups)
    is_firm = is_certain and not is_vague
    severity = Severity.CONTRADICTION if is_firm else Severity.IMPLAUSIBLE
    return case.hit(
        event,
        "start",
        _message(axiom, event, causes[0], verdict),
        others=causes,
        verdict=verdict,
        severity=weigh(severity, (event, *causes)),
        mend=f"move one of the two, or add the event that {event.kind} follows",
    )


def _message(axiom: Axiom, event: Event, cause: Event, verdict: Verdict) -> str:
    when, then = texts(event.start, cause.start)
    verb = "comes" if verdict is Verdict.CERTAIN else "may come"
    how = f"{gap_text(event.start, cause.start)}before"
    if axiom.least:
        how = f"less than {duration_text(axiom.least)} after"
    return f"{event.kind} ({when}) {verb} {how} {cause.kind} ({then})"


def _is_vague(first: Moment, second: Moment) -> bool:
    return gravity(first, second) is Severity.IMPLAUSIBLE
