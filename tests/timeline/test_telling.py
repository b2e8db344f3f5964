"""How a timeline is put into words: no stronger than it is, and of one meaning."""

from __future__ import annotations

import pickle
from datetime import timedelta
from itertools import pairwise

import pytest
from attrs import evolve

from incident_timeline.errors import InvalidRecordError, UnknownReferenceError
from incident_timeline.model import Draft, Event, Incident, Link
from incident_timeline.moments import Moment
from incident_timeline.timeline import (
    Axiom,
    Elapsed,
    LongestGap,
    PhaseKind,
    Shares,
    Timeline,
    solve,
)
from incident_timeline.timeline.compare import MovedBounds

LONDON = "Europe/London"
LONG = timedelta(days=1, hours=2, minutes=30)


def at(clock: str) -> Moment:
    return Moment.at(f"2023-11-23T{clock}", zone=LONDON)


def axiom(**parts: object) -> Axiom:
    given: dict[str, object] = {
        "code": "X1",
        "name": "tow-after-call",
        "later": "x-tow",
        "earlier": ("call",),
        "shares": Shares.NOTHING,
        "text": "a car is towed after the call",
        "source": "an agreement",
    }
    return Axiom(**(given | parts))  # type: ignore[arg-type]  # any part may be wrong


@pytest.fixture
def draft() -> Draft:
    return Draft(zone=LONDON)


def clashing(draft: Draft) -> Timeline:
    """A call, and an arrival before it that is told to be after it."""
    call = draft.event("call", at("19:59"))
    arrival = draft.event("arrival", at("19:30"))
    draft.link(arrival, "after", call)
    return solve(draft.incident())


def test_no_unit_of_a_duration_is_left_out_so_that_no_limit_is_too_strong(
    draft: Draft,
) -> None:
    assert str(Elapsed(least=-LONG, greatest=LONG)) == (
        "between minus 1 day 2 hours 30 minutes and 1 day 2 hours 30 minutes"
    )
    call = draft.event("call", at("19:59"))
    late = draft.event("arrival")
    limit = LONG + timedelta(seconds=5, milliseconds=1)
    draft.link(late, "after", call, greatest=limit)
    told = solve(draft.incident()).explain(late)
    limit_told = "1 day 2 hours 30 minutes 5 seconds 1000 microseconds"
    assert f"arrival at most {limit_told} after call" in told


def test_a_bound_in_the_repeated_hour_of_autumn_names_its_offset(draft: Draft) -> None:
    first = Moment.at("2023-10-29T01:50", zone=LONDON, fold=0)
    again = Moment.at("2023-10-29T01:10", zone=LONDON, fold=1)
    call, arrival = draft.event("call", first), draft.event("arrival", again)
    timeline = solve(draft.incident())
    assert "not after 2023-10-29 01:50 +0100 since" in timeline.explain(call)
    assert "not before 2023-10-29 01:10 +0000 since" in timeline.explain(arrival)


def test_where_several_zones_are_told_a_bound_names_its_own(draft: Draft) -> None:
    draft.event("call", at("19:59"))
    far = Moment.at("2023-11-23T15:30", zone="America/New_York")
    arrival, aid = draft.event("arrival", far), draft.event("first_aid")
    draft.link(aid, "after", arrival)
    timeline = solve(draft.incident())
    assert "not before 2023-11-23 20:30 Europe/London since" in timeline.explain(aid)


def test_a_latest_bound_at_a_whole_minute_is_told_to_the_second(draft: Draft) -> None:
    draft.event("call", Moment.at("2023-11-23T21:00:00.000000", zone=LONDON))
    told = solve(draft.incident()).explain("call").splitlines()
    assert told[0].startswith("call: not before 2023-11-23 21:00 since")
    assert told[1].startswith("call: not after 2023-11-23 21:00:00 since")


def test_events_of_one_kind_are_told_apart_by_their_ids(draft: Draft) -> None:
    first = draft.event("shots", at("20:00"))
    second = draft.event("shots", at("20:30"))
    draft.link(first, "after", second)
    timeline = solve(draft.incident())
    told = timeline.tell_conflicts()
    assert "(1) shots (e1) was not after 2023-11-23 20:00" in told
    assert "shots (e1) after shots (e2)" in told
    clear = timeline.without("l1")
    gap = clear.longest_gap()
    assert str(gap).endswith("from shots (e1) to shots (e2)")
    assert clear.explain(first).startswith("shots (e1): not before")


def test_a_gap_of_ones_own_is_told_by_the_kinds_of_its_events() -> None:
    elapsed = Elapsed(least=LONG, greatest=LONG)
    one, other = Event(kind="call"), Event(kind="arrival")
    known = LongestGap(elapsed=elapsed, first=one, second=other)
    assert str(known).endswith(", from call to arrival")
    assert str(evolve(known, second=None)) == str(elapsed)


def test_a_law_names_its_events_where_several_are_of_a_kind(draft: Draft) -> None:
    who = [(draft.party("a man"), "affected_person")]
    draft.event("shots", at("20:50"), who=who)
    aid = draft.event("first_aid", who=who)
    draft.event("first_aid", at("21:30"), who=[(draft.party("b"), "affected_person")])
    told = solve(draft.incident()).explain(aid)
    assert "that it treats: first_aid (e2) after shots (TL104)" in told


def test_a_law_tells_the_least_and_greatest_time_that_it_gives(draft: Draft) -> None:
    draft.event("call", at("19:59"))
    draft.event("x-tow")
    law = axiom(least=timedelta(minutes=5), greatest=timedelta(minutes=10))
    told = solve(draft.incident(), axioms=[law]).explain("x-tow")
    gap = "at least 5 minutes and at most 10 minutes"
    assert f"after the call: x-tow {gap} after call (X1)" in told


def test_a_bound_in_conflict_is_told_to_bound_nothing(draft: Draft) -> None:
    timeline = clashing(draft)
    assert timeline.explain("arrival").splitlines()[1] == (
        "arrival: left out, as in conflict: arrival was not after 2023-11-23 19:30;"
        " arrival after call"
    )
    end = timeline.explain("arrival", end=True)
    assert "not after 2023-11-23 19:30" not in end
    firm = Event(id="m", kind="movement")
    order = [
        Link(event_id="m", relation="before", other_id="e1"),
        Link(event_id="m", relation="after", other_id="e1"),
    ]
    turned = timeline.without("l1").assuming(events=[firm], links=order)
    assert turned.explain("m").startswith("movement: nothing else bounds it\n")


def test_a_law_of_spans_is_not_told_as_left_out(draft: Draft) -> None:
    draft.event("pursuit", at("20:30"), end=at("20:00"))
    assert "TL101" not in solve(draft.incident()).explain("pursuit")


def test_words_of_a_source_cannot_break_a_line_or_turn_its_direction(
    draft: Draft,
) -> None:
    text = f"rang\n\u202e at\x1b[2J 19:59 {'x' * 10_000}"
    draft.source(text, publisher="A\nforce")
    call = draft.event("call", evolve(at("19:59"), text=text), quote=text)
    arrival = draft.event("arrival", at("19:30"))
    draft.link(arrival, "after", call, quote=text)
    told = solve(draft.incident()).tell_conflicts()
    assert told.isprintable()
    assert "rang \\u202e at\\x1b[2J 19:59 xxx" in told
    assert "…”, A force]" in told
    assert len(told) < 1_500


def test_an_order_that_fails_by_a_moment_is_told_without_microseconds(
    draft: Draft,
) -> None:
    one, other = draft.event("call"), draft.event("arrival")
    draft.link(one, "after", other)
    draft.link(one, "before", other)
    told = solve(draft.incident()).tell_conflicts()
    assert "They disagree by less than a second: (1)" in told


def test_where_any_withdrawal_of_many_mends_they_are_not_listed() -> None:
    count = 5_000
    links = [
        Link(event_id=f"e{i}", relation="before", other_id=f"e{(i + 1) % count}")
        for i in range(count)
    ]
    events = [Event(id=f"e{i}", kind="call") for i in range(count)]
    (conflict,) = solve(Incident(events=events, links=links)).conflicts
    assert len(conflict.statements) == count
    assert conflict.paragraph.endswith(
        "Withdrawing any one of them alone would leave the others without any."
    )


def test_what_is_in_several_other_conflicts_is_told_once_a_paragraph(
    draft: Draft,
) -> None:
    call = draft.event("call", at("22:00"))
    for clock in ("20:00", "20:10", "20:20"):
        draft.link(draft.event("arrival", at(clock)), "after", call)
    for told in solve(draft.incident()).tell_conflicts().split("\n\n"):
        assert told.endswith(
            "(1) is in 2 other conflicts too, none of which stands without it."
        )


def test_conflicts_that_hang_together_are_mended_each_by_itself(draft: Draft) -> None:
    """A chain in time, in which every tenth step is told the other way round too."""
    events = [draft.event("call", at(f"20:{place:02}")) for place in range(40)]
    for place, (one, other) in enumerate(pairwise(events)):
        draft.link(one, "before", other)
        if place % 10 == 0:
            draft.link(one, "after", other)
    timeline = solve(draft.incident())
    assert len(timeline.conflicts) == 4
    for conflict in timeline.conflicts:
        for statement in conflict.statements:
            left = {one.subject_ids for one in timeline.without(statement).conflicts}
            is_mended = not any(set(conflict.subject_ids) >= set(one) for one in left)
            assert (statement in timeline.mends(conflict)) is is_mended


def test_a_link_is_withdrawn_by_its_id_wherever_it_stands_by_then(draft: Draft) -> None:
    call = draft.event("call", at("19:59"))
    for kind in ("arrival", "shots"):
        draft.link(draft.event(kind, at("19:30")), "after", call)
    timeline = solve(draft.incident())
    first, second = (one.statements[-1] for one in timeline.conflicts)
    assert timeline.without(first).without(second).is_consistent
    with pytest.raises(UnknownReferenceError, match="'l1' is the id of no"):
        timeline.without(first).without(first)


def test_a_bound_that_is_not_stated_cannot_be_withdrawn(draft: Draft) -> None:
    pursuit = draft.event("pursuit", at("20:30"), end=at("20:00"))
    timeline = solve(draft.incident())
    end = timeline.conflicts[0].statements[-1]
    assert end.where.endswith(".end")
    gone = evolve(pursuit, end=None)
    bare = solve(Incident(events=[gone]))
    with pytest.raises(UnknownReferenceError, match="not stated here that pursuit end"):
        bare.without(end)
    assert bare.bounds(pursuit) == pursuit.start


def test_what_cannot_be_meant_is_refused_by_its_type(draft: Draft) -> None:
    timeline = clashing(draft)
    with pytest.raises(TypeError, match="nothing that can be withdrawn"):
        timeline.without(3)  # type: ignore[arg-type]  # what a caller may pass
    with pytest.raises(TypeError, match="by itself, its id or its kind, not None"):
        timeline.find(None)  # type: ignore[arg-type]  # what a caller may pass
    with pytest.raises(UnknownReferenceError, match="a call without an id is no"):
        timeline.find(Event(kind="call"))
    with pytest.raises(UnknownReferenceError, match="a call with the id 'z' is no"):
        timeline.find(Event(kind="call", id="z"))


def test_of_very_many_events_of_a_kind_the_error_names_a_few(draft: Draft) -> None:
    for _ in range(10):
        draft.event("call")
    with pytest.raises(UnknownReferenceError, match=r"e8 and 2 more$"):
        solve(draft.incident()).find("call")


def test_kinds_are_several_and_limits_in_order() -> None:
    with pytest.raises(InvalidRecordError, match=r"write \('call',\)"):
        axiom(earlier="call")
    with pytest.raises(InvalidRecordError, match=r"write \('call',\)"):
        PhaseKind(name="mine", since="call", until=("arrival",))
    with pytest.raises(InvalidRecordError, match="below least"):
        axiom(least=LONG, greatest=timedelta())
    assert axiom(shares="nothing").shares is Shares.NOTHING


def test_an_axiom_twice_is_one_axiom(draft: Draft) -> None:
    draft.event("call", at("19:59"))
    draft.event("x-tow", at("19:30"))
    assert len(solve(draft.incident(), axioms=[axiom(), axiom()]).conflicts) == 1


def test_an_axiom_leaves_open_which_of_two_of_its_later_kind_is_first(
    draft: Draft,
) -> None:
    draft.event("x-tow", at("19:30"))
    late = draft.event("x-tow")
    own = axiom(earlier=("call", "x-tow"))
    assert solve(draft.incident(), axioms=[own]).bounds(late).is_unknown


def test_a_conflict_is_the_same_whatever_else_is_told(draft: Draft) -> None:
    movement = draft.event("movement")
    timeline = clashing(draft)
    far = Moment.at("2023-11-23T20:00", zone="Asia/Tokyo")
    for changed in (
        timeline.assuming(events=[Event(kind="call", id="other")]),
        timeline.assuming(starts={movement.id: far}),
    ):
        comparison = timeline.compare(changed)
        assert comparison.mended == comparison.arisen == ()


def test_a_conflict_of_spans_is_compared_by_its_ends(draft: Draft) -> None:
    draft.event("pursuit", at("20:30"), end=at("20:00"))
    timeline = solve(draft.incident())
    assert timeline.compare(timeline.assuming()).is_same
    changed = timeline.compare(timeline.assuming(ends={"pursuit": at("20:10")}))
    assert len(changed.mended) == len(changed.arisen) == 1


def test_an_end_that_a_link_or_a_part_tells_is_compared(draft: Draft) -> None:
    whole = draft.event("pursuit", at("20:00"))
    meeting = draft.event("collision", at("20:10"))
    timeline = solve(draft.incident())
    meets = Link(event_id=whole.id, relation="meets", other_id=meeting.id)
    linked = timeline.compare(timeline.assuming(links=[meets]))
    assert [(one.event_id, one.is_end) for one in linked.bounds] == [("e1", True)]
    part = Event(id="p", kind="shots", start=at("20:05"), part_of_id=whole.id)
    parted = timeline.compare(timeline.assuming(events=[part]))
    assert [(one.event_id, one.is_end) for one in parted.bounds] == [("e1", True)]


def test_bounds_that_read_alike_are_told_apart(draft: Draft) -> None:
    draft.event("call", at("19:59"))
    timeline = solve(draft.incident())
    far = Moment.at("2023-11-23T19:59", zone="America/New_York")
    told = str(timeline.compare(timeline.assuming(starts={"call": far})))
    assert told == (
        "call (e1): was 2023-11-23 19:59 Europe/London, is 2023-11-23 19:59"
        " America/New_York"
    )
    least, most = at("19:59"), Moment.since("2023-11-23T19:59", zone=LONDON)
    assert least.earliest_utc is not None
    tick = timedelta(microseconds=1)
    moved = evolve(most, earliest_utc=least.earliest_utc + tick, stated="")
    told = str(MovedBounds(event_id="e1", is_end=False, was=most, now=moved))
    assert told.endswith("is 2023-11-23 19:59:00.000001+00:00 to open")


def test_conflicts_and_comparisons_survive_pickling_and_hash(draft: Draft) -> None:
    timeline = clashing(draft)
    (conflict,) = timeline.conflicts
    copy = pickle.loads(pickle.dumps(conflict))
    assert (copy, hash(copy)) == (conflict, hash(conflict))
    assert copy.paragraph == conflict.paragraph
    comparison = timeline.compare(timeline.without("e1"))
    again = pickle.loads(pickle.dumps(comparison))
    assert (again, hash(again)) == (comparison, hash(comparison))
