"""Laws of solving: what follows does not depend on how it is told."""

from __future__ import annotations

from datetime import timedelta

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from incident_timeline.errors import InvalidMomentError
from incident_timeline.model import Event, Incident, Link
from incident_timeline.moments import Moment
from incident_timeline.strategies import incidents
from incident_timeline.timeline import (
    Conflict,
    Order,
    Statement,
    StatementKind,
    solve,
)

ANY = incidents(max_events=6)


def without(incident: Incident, conflict: Conflict, place: int) -> Incident | None:
    """The incident less one statement of a conflict, where it is one that is said."""
    statement = conflict.statements[place]
    if statement.kind is StatementKind.LINK:
        links = tuple(
            link
            for i, link in enumerate(incident.links)
            if f"links[{i}]" != statement.where
        )
        return evolve(incident, links=links)
    if statement.kind is StatementKind.MOMENT:
        return evolve(
            incident, events=[_opened(one, statement) for one in _events(incident)]
        )
    return None


def signature(incident: Incident, conflict: Conflict) -> list[str]:
    """A conflict by what its statements say and, for links, by which say it."""
    names = {f"links[{i}]": link.id for i, link in enumerate(incident.links)}
    return [
        f"{names.get(one.where)} {one.subject_ids} {one.text}"
        for one in conflict.statements
    ]


def _events(incident: Incident) -> list[tuple[int, Event]]:
    return list(enumerate(incident.events))


def _opened(numbered: tuple[int, Event], statement: Statement) -> Event:
    i, event = numbered
    if statement.where == f"events[{i}].start":
        return evolve(event, start=_open(event.start, statement))
    if statement.where == f"events[{i}].end" and event.end is not None:
        return evolve(event, end=_open(event.end, statement))
    return event


def _open(moment: Moment, statement: Statement) -> Moment:
    if " not before " in statement.text:
        return evolve(moment, earliest_utc=None)
    return evolve(moment, latest_utc=None)


@given(incident=ANY)
def test_removing_a_statement_of_a_conflict_removes_that_conflict(
    incident: Incident,
) -> None:
    for conflict in solve(incident).conflicts:
        for place in range(len(conflict.statements)):
            mended = without(incident, conflict, place)
            if mended is not None:
                left = [signature(mended, one) for one in solve(mended).conflicts]
                assert signature(incident, conflict) not in left


@given(incident=ANY, data=st.data())
def test_shuffling_the_events_changes_no_answer(
    incident: Incident, data: st.DataObject
) -> None:
    shuffled = evolve(
        incident,
        events=data.draw(st.permutations(incident.events)),
        links=data.draw(st.permutations(incident.links)),
    )
    one, other = solve(incident), solve(shuffled)
    assert one.is_consistent == other.is_consistent
    if not one.is_consistent:
        return
    for event in incident.events:
        here, there = one.bounds(event), other.bounds(event)
        assert (here.earliest_utc, here.latest_utc) == (
            there.earliest_utc,
            there.latest_utc,
        )
        for second in incident.events:
            assert one.before(event, second) == other.before(event, second)
            assert one.elapsed(event, second) == other.elapsed(event, second)


@given(incident=ANY)
def test_tightened_bounds_lie_within_stated_bounds_without_conflict(
    incident: Incident,
) -> None:
    timeline = solve(incident)
    if not timeline.is_consistent:
        return
    for event in incident.events:
        assert timeline.bounds(event).intersection(event.start) is not None
        assert _within(timeline.bounds(event), event.start)
        if event.end is not None:
            assert _within(timeline.bounds(event, end=True), event.end)


def _within(inner: Moment, outer: Moment) -> bool:
    starts = outer.earliest_utc is None or (
        inner.earliest_utc is not None and inner.earliest_utc >= outer.earliest_utc
    )
    ends = outer.latest_utc is None or (
        inner.latest_utc is not None and inner.latest_utc <= outer.latest_utc
    )
    return starts and ends


@given(incident=incidents(max_events=6, consistent=True))
def test_what_is_sound_by_construction_has_no_conflict(incident: Incident) -> None:
    assert solve(incident).is_consistent


@given(incident=ANY)
def test_certain_order_is_a_strict_partial_order_that_the_display_keeps(
    incident: Incident,
) -> None:
    timeline = solve(incident)
    shown = [event.id for event in timeline.events]
    assert sorted(shown) == sorted(event.id for event in incident.events)
    for i, first in enumerate(timeline.events):
        assert timeline.before(first, first) is Order.NEVER
        for second in timeline.events[i + 1 :]:
            assert timeline.before(second, first) is not Order.CERTAIN


@given(incident=ANY, width=st.integers(0, 600))
def test_widening_a_moment_never_adds_a_certain_order(
    incident: Incident, width: int
) -> None:
    timeline = solve(incident)
    if not timeline.is_consistent:
        return
    wider = solve(
        evolve(incident, events=[_widened(one, width) for one in incident.events])
    )
    for first in incident.events:
        for second in incident.events:
            if wider.before(first, second) is Order.CERTAIN:
                assert timeline.before(first, second) is Order.CERTAIN


def _widened(event: Event, width: int) -> Event:
    by = timedelta(minutes=width)
    start = event.start
    if start.earliest_utc is None or start.latest_utc is None:
        return event
    try:
        wider = evolve(
            start,
            earliest_utc=start.earliest_utc - by,
            latest_utc=start.latest_utc + by,
        )
    except (OverflowError, InvalidMomentError):
        return event
    return evolve(event, start=wider)


@given(incident=ANY)
def test_elapsed_backwards_is_elapsed_negated(incident: Incident) -> None:
    timeline = solve(incident)
    for first in incident.events:
        for second in incident.events:
            there = timeline.elapsed(first, second)
            back = timeline.elapsed(second, first)
            assert there.least == (None if back.greatest is None else -back.greatest)


@pytest.mark.parametrize("relation", ["before", "after"])
def test_a_link_and_its_converse_say_the_same(relation: str) -> None:
    events = (Event(id="a", kind="call"), Event(id="b", kind="shots"))
    link = Link(event_id="a", relation=relation, other_id="b")
    turned = Link(event_id="b", relation=link.relation.converse, other_id="a")
    one = solve(Incident(events=events, links=(link,)))
    other = solve(Incident(events=events, links=(turned,)))
    assert one.before("a", "b") == other.before("a", "b")
