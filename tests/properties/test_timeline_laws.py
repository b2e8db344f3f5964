"""Laws of solving: what follows does not depend on how it is told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import pairwise, product

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
    Timeline,
    is_denied,
    solve,
)
from incident_timeline.vocabulary import AllenRelation

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


_START = datetime(2023, 11, 23, 19, tzinfo=UTC)
_TICK = timedelta(microseconds=1)
_CLOCK = range(4)
small_moments = st.tuples(
    st.sampled_from(_CLOCK), st.sampled_from(_CLOCK), st.booleans()
).map(lambda drawn: _ticks(*drawn))


def _ticks(one: int, other: int, is_exact: bool) -> Moment:
    first, last = sorted((one, one if is_exact else other))
    return Moment(
        earliest_utc=_START + first * _TICK,
        latest_utc=_START + last * _TICK,
        zone="UTC",
    )


def _times(moment: Moment | None) -> list[int]:
    """The instants of a small moment, in ticks; any where none is told."""
    if moment is None or moment.earliest_utc is None or moment.latest_utc is None:
        return list(range(6))
    first, last = moment.earliest_utc - _START, moment.latest_utc - _START
    return list(range(first // _TICK, last // _TICK + 1))


@st.composite
def small_incidents(draw: st.DrawFn) -> Incident:
    """A few instants within microseconds of each other, and gaps between them."""
    moments = draw(st.lists(small_moments, min_size=2, max_size=4))
    events = [
        Event(id=f"e{i}", kind="call", start=one) for i, one in enumerate(moments)
    ]
    pairs = st.sampled_from(
        [(a, b) for a in range(len(events)) for b in range(len(events)) if a != b]
    )
    links = [
        Link(
            event_id=f"e{a}",
            relation=AllenRelation.BEFORE,
            other_id=f"e{b}",
            greatest=None if gap is None else gap * _TICK,
        )
        for (a, b), gap in draw(
            st.lists(st.tuples(pairs, st.none() | st.integers(1, 2)), max_size=2)
        )
    ]
    return Incident(events=events, links=links)


def _readings(incident: Incident) -> Iterator[tuple[int, ...]]:
    """Every assignment of starts that all statements allow."""
    place = {event.id: i for i, event in enumerate(incident.events)}
    for times in product(*(_times(event.start) for event in incident.events)):
        gaps = (
            (times[place[one.other_id]] - times[place[one.event_id]], one.greatest)
            for one in incident.links
        )
        if all(
            gap >= 1 and (most is None or gap <= most // _TICK) for gap, most in gaps
        ):
            yield times


@given(incident=small_incidents())
def test_the_longest_gap_holds_in_every_reading(incident: Incident) -> None:
    timeline = solve(incident)
    gap = timeline.longest_gap()
    assert gap is not None
    for times in _readings(incident):
        longest = max(b - a for a, b in pairwise(sorted(times))) * _TICK
        assert gap.elapsed.least is not None
        assert gap.elapsed.least <= longest
        assert gap.elapsed.greatest is None or longest <= gap.elapsed.greatest
        if gap.first is not None and gap.second is not None:
            between = [times[_place(incident, one)] for one in (gap.first, gap.second)]
            assert (between[1] - between[0]) * _TICK == longest


@given(moments=st.lists(small_moments, min_size=2, max_size=4))
def test_the_longest_gap_of_stated_times_alone_is_the_longest_that_there_can_be(
    moments: list[Moment],
) -> None:
    incident = Incident(events=[Event(kind="call", start=one) for one in moments])
    gap = solve(incident).longest_gap()
    assert gap is not None
    longest = max(
        max(b - a for a, b in pairwise(sorted(times))) for times in _readings(incident)
    )
    assert gap.elapsed.greatest == longest * _TICK


def _place(incident: Incident, event: Event) -> int:
    return incident.events.index(event)


# Of the start and end of one span, and those of another.
_HOLDS: dict[AllenRelation, Callable[[int, int, int, int], bool]] = {
    AllenRelation.BEFORE: lambda a, a_end, b, b_end: a_end < b <= b_end and a <= a_end,
    AllenRelation.MEETS: lambda a, a_end, b, b_end: a < b == a_end < b_end,
    AllenRelation.OVERLAPS: lambda a, a_end, b, b_end: a < b < a_end < b_end,
    AllenRelation.STARTS: lambda a, a_end, b, b_end: a == b and a_end < b_end,
    AllenRelation.DURING: lambda a, a_end, b, b_end: b < a and a_end < b_end,
    AllenRelation.FINISHES: lambda a, a_end, b, b_end: b < a and a_end == b_end,
    AllenRelation.EQUALS: lambda a, a_end, b, b_end: a == b and a_end == b_end,
}


def _relations(a: int, end: int, b: int, other_end: int) -> set[AllenRelation]:
    here = {one for one, holds in _HOLDS.items() if holds(a, end, b, other_end)}
    there = {
        one.converse for one, holds in _HOLDS.items() if holds(b, other_end, a, end)
    }
    return here | there


@given(
    moments=st.tuples(*[small_moments] * 2),
    ends=st.tuples(*[st.none() | small_moments] * 2),
)
def test_the_relations_are_those_that_some_reading_has(
    moments: tuple[Moment, ...], ends: tuple[Moment | None, ...]
) -> None:
    events = [
        Event(id=name, kind="pursuit", start=start, end=end)
        for name, start, end in zip("ab", moments, ends, strict=True)
    ]
    timeline = solve(Incident(events=events))
    found: set[AllenRelation] = set()
    for a, b in product(*map(_times, moments)):
        first = [a] if ends[0] is None else [one for one in _times(ends[0]) if one >= a]
        last = [b] if ends[1] is None else [one for one in _times(ends[1]) if one >= b]
        for end, other_end in product(first, last):
            (holds,) = _relations(a, end, b, other_end)
            found.add(holds)
    if timeline.is_consistent:
        assert timeline.relations("a", "b") == found


@given(incident=ANY)
def test_what_is_stated_is_among_the_relations_still_possible(
    incident: Incident,
) -> None:
    timeline = solve(incident)
    for link in incident.links if timeline.is_consistent else ():
        possible = timeline.relations(link.event_id, link.other_id)
        turned = timeline.relations(link.other_id, link.event_id)
        assert possible == {one.converse for one in turned}
        assert possible
        # A span that shrinks to an instant cannot be told from one that it meets.
        if link.relation not in _ENDS_MEET and not _denied(incident, link):
            assert link.relation in possible


_ENDS_MEET = {
    AllenRelation.BEFORE,
    AllenRelation.AFTER,
    AllenRelation.MEETS,
    AllenRelation.MET_BY,
}


def _denied(incident: Incident, link: Link) -> bool:
    events = incident.event(link.event_id), incident.event(link.other_id)
    return any(is_denied(one.citations) for one in (link, *events))


@given(incident=ANY)
def test_a_statement_that_mends_a_conflict_leaves_the_others_in_none(
    incident: Incident,
) -> None:
    timeline = solve(incident)
    for conflict in timeline.conflicts:
        for statement in timeline.mends(conflict):
            others = _keys(timeline, conflict) - _keys(
                timeline, evolve(conflict, statements=(statement,))
            )
            left = timeline.without(statement)
            touched = {key for one in left.conflicts for key in _keys(left, one)}
            assert touched.isdisjoint(others)


def _keys(timeline: Timeline, conflict: Conflict) -> set[tuple[object, ...]]:
    """What statements say, wherever they stand."""
    links = timeline.incident.links
    ids = {f"links[{i}]": link.id for i, link in enumerate(links)}
    return {
        (ids.get(one.where), one.subject_ids, one.text) for one in conflict.statements
    }


@given(incident=ANY)
def test_every_bound_names_what_gives_it(incident: Incident) -> None:
    timeline = solve(incident)
    for event in incident.events:
        for end in (False, True):
            bounds = timeline.bounds(event, end=end)
            stated = event.end if end else event.start
            if bounds == stated:
                continue
            has_why = bool(timeline.why_earliest(event, end=end))
            assert has_why or bounds.earliest_utc is None
            assert "since: " in timeline.explain(event, end=end) or bounds.is_unknown


@given(incident=ANY)
def test_what_is_withdrawn_and_said_again_changes_nothing(incident: Incident) -> None:
    timeline = solve(incident)
    for link in incident.links[:2] if timeline.is_consistent else ():
        again = timeline.without(link).assuming(links=[link])
        assert timeline.compare(again).bounds == ()
    assert timeline.compare(timeline.assuming()).is_same


@st.composite
def clashing_incidents(draw: st.DrawFn) -> Incident:
    """A few instants with many orders between them, so that conflicts overlap."""
    moments = draw(st.lists(small_moments, min_size=3, max_size=6))
    count = len(moments)
    pairs = st.tuples(st.integers(0, count - 1), st.integers(1, count - 1))
    gaps = st.none() | st.integers(1, 3)
    links = [
        Link(
            event_id=f"e{a}",
            relation=AllenRelation.BEFORE,
            other_id=f"e{(a + b) % count}",
            least=None if gap is None else gap * _TICK,
        )
        for (a, b), gap in draw(st.lists(st.tuples(pairs, gaps), max_size=8))
    ]
    is_dated = draw(st.lists(st.booleans(), min_size=count, max_size=count))
    return Incident(
        events=[
            Event(id=f"e{i}", kind="call", start=one if dated else Moment.unknown())
            for i, (one, dated) in enumerate(zip(moments, is_dated, strict=True))
        ],
        links=links,
    )


@given(incident=clashing_incidents())
def test_exactly_those_statements_mend_without_which_the_others_are_in_no_conflict(
    incident: Incident,
) -> None:
    timeline = solve(incident)
    for conflict in timeline.conflicts:
        mends = timeline.mends(conflict)
        for statement in conflict.statements:
            if statement.is_law:
                assert statement not in mends
                continue
            others = [one for one in conflict.statements if one != statement]
            mine = _keys(timeline, evolve(conflict, statements=tuple(others)))
            left = timeline.without(statement)
            touched = {key for one in left.conflicts for key in _keys(left, one)}
            assert (statement in mends) is touched.isdisjoint(mine)


@given(incident=ANY, data=st.data())
def test_a_what_if_is_the_incident_changed_by_hand(
    incident: Incident, data: st.DataObject
) -> None:
    timeline = solve(incident)
    new = Event(id="new", kind="shots", start=data.draw(small_moments))
    added = timeline.assuming(events=[new])
    assert added == solve(evolve(incident, events=(*incident.events, new)))
    assert added.without(new) == timeline
    for one in incident.events[:2]:
        moment = data.draw(small_moments)
        moved = [
            evolve(each, start=moment) if each.id == one.id else each
            for each in incident.events
        ]
        by_hand = solve(evolve(incident, events=moved))
        changed = timeline.assuming(starts={one.id: moment})
        assert changed == by_hand
        assert changed.compare(by_hand).is_same


@given(incident=ANY, data=st.data())
def test_a_comparison_names_exactly_the_starts_that_moved(
    incident: Incident, data: st.DataObject
) -> None:
    timeline = solve(incident)
    if not incident.events:
        return
    which = data.draw(st.sampled_from(incident.events))
    other = timeline.assuming(starts={which.id: data.draw(small_moments)})
    told = {one.event_id for one in timeline.compare(other).bounds if not one.is_end}
    for event in incident.events:
        here, there = timeline.bounds(event), other.bounds(event.id)
        is_moved = (here.earliest_utc, here.latest_utc) != (
            there.earliest_utc,
            there.latest_utc,
        )
        assert (event.id in told) is is_moved
