"""What can be asked of a timeline: reasons, phases, gaps, relations, what-ifs."""

from __future__ import annotations

import pickle
from datetime import timedelta

import pytest
from attrs import evolve

from incident_timeline.errors import UnknownReferenceError
from incident_timeline.model import Citation, Draft, Event, Evidence, Incident, Link
from incident_timeline.moments import Moment
from incident_timeline.timeline import (
    AXIOMS,
    USUAL_AXIOMS,
    Axiom,
    Conflict,
    Elapsed,
    LongestGap,
    Order,
    PhaseKind,
    Shares,
    Timeline,
    solve,
)
from incident_timeline.vocabulary import AllenRelation

LONDON = "Europe/London"
NINE = Moment.shortly_before("2023-11-23T21:00", zone=LONDON)


def at(clock: str) -> Moment:
    return Moment.at(f"2023-11-23T{clock}", zone=LONDON)


def minutes(count: int) -> timedelta:
    return timedelta(minutes=count)


@pytest.fixture
def draft() -> Draft:
    return Draft(zone=LONDON)


def told() -> Timeline:
    """Shots told by two sources, and a pronouncement that comes before them."""
    draft = Draft(zone=LONDON)
    draft.source("Shots at 22:00. Aid was given.", publisher="The Met")
    draft.event("shots", at("22:00"), quote="Shots at 22:00")
    draft.event("first_aid", quote="Aid was given")
    draft.source("Dead at 21:30.", title="A log")
    draft.event("death_pronouncement", at("21:30"), quote="Dead at 21:30")
    return solve(draft.incident())


def test_a_timeline_is_told_in_a_line(draft: Draft) -> None:
    assert (
        repr(solve(Incident()))
        == "<Timeline of Incident: 0 events, no times, consistent>"
    )
    draft.event("call")
    assert str(solve(draft.incident())).endswith(": 1 event, no times, consistent")
    assert str(told()).endswith(", 1 conflict")


def test_bounds_are_explained_with_quotes_publishers_and_codes_of_laws() -> None:
    timeline = told().without("e3")
    assert timeline.explain("first_aid") == (
        "first_aid: not before 2023-11-23 22:00 since: shots was not before"
        " 2023-11-23 22:00 [“Shots at 22:00”, The Met]; first aid is not given before"
        " the harm that it treats (TL104)"
    )
    assert "not after 2023-11-23 22:00 since" in timeline.explain("shots")


def test_what_nothing_bounds_is_explained_as_that(draft: Draft) -> None:
    draft.event("call")
    timeline = solve(draft.incident())
    assert timeline.explain("call") == "call: nothing bounds it"
    assert timeline.explain("call", end=True) == "the end of call: nothing bounds it"


def test_the_end_of_an_event_says_why_too(draft: Draft) -> None:
    pursuit = draft.event("pursuit", at("20:00"), end=at("20:10"))
    draft.event("collision", at("20:30"))
    timeline = solve(draft.incident())
    (earliest,) = timeline.why_earliest(pursuit, end=True)
    (latest,) = timeline.why_latest(pursuit, end=True)
    assert (earliest.where, earliest.side) == ("events[0].end", "earliest")
    assert (latest.where, latest.side) == ("events[0].end", "latest")
    wait = timeline.elapsed(pursuit, "collision", from_end=True)
    assert str(wait) == "between 19 minutes and 21 minutes"
    assert timeline.before(pursuit, pursuit, to_end=True) is Order.CERTAIN


def test_a_long_quote_and_an_unusual_force_are_told_as_such(draft: Draft) -> None:
    draft.source()
    cited = draft.cite("x" * 200, force="alleged", attributed_to="a witness")
    draft.event("call", at("19:59"), quote=cited)
    assert "xxx…”, a witness, alleged]" in solve(draft.incident()).explain("call")


def test_a_citation_without_words_is_told_by_who_says_so(draft: Draft) -> None:
    source = draft.source()
    call = draft.event("call", at("19:59"), quote=Citation(source_id=source.id))
    assert "[s1]" in solve(draft.incident()).explain(call)


def test_a_duration_names_the_statements_that_give_each_side(draft: Draft) -> None:
    draft.event("call", at("19:59"))
    draft.event("shots", NINE)
    elapsed = solve(draft.incident()).elapsed("call", "shots")
    assert [(one.subject_ids[0], one.side) for one in elapsed.why_least] == [
        ("e1", "latest"),
        ("e2", "earliest"),
    ]
    assert {one.side for one in elapsed.why_greatest} == {"earliest", "latest"}


def test_a_duration_of_ones_own_rests_on_nothing() -> None:
    elapsed = Elapsed(least=None, greatest=None)
    assert elapsed.why_least == elapsed.why_greatest == ()


def test_phases_are_told_in_their_order(draft: Draft) -> None:
    man = draft.party("a man")
    who = [(man, "affected_person")]
    other = [(draft.party("an officer"), "injured_person")]
    draft.event("attack", at("20:30"), who=other)
    draft.event("shots", at("20:47"), who=who)
    draft.event("call", at("19:59"))
    draft.event("arrival", at("20:09"))
    draft.event("first_aid", at("20:50"), who=who)
    told = [str(one) for one in solve(draft.incident()).phases()]
    assert told == [
        "response time: between 9 minutes and 11 minutes",
        "call to shots: between 47 minutes and 49 minutes",
        "arrival to shots: between 37 minutes and 39 minutes",
        "time to first aid: between 2 minutes and 4 minutes",
    ]


def test_a_phase_runs_from_the_first_of_several_where_that_is_certain(
    draft: Draft,
) -> None:
    draft.event("call", at("19:59"))
    late = draft.event("arrival", at("20:20"))
    first = draft.event("arrival", at("20:09"))
    (phase,) = solve(draft.incident()).phases()
    assert phase.second == first
    unsure = solve(evolve(draft.incident(), events=[late, Event(kind="arrival")]))
    assert unsure.phases() == ()


@pytest.mark.parametrize("arrival", [None, at("19:00")])
def test_a_phase_that_runs_backwards_or_is_open_is_left_out(
    draft: Draft, arrival: Moment | None
) -> None:
    draft.event("call", at("19:59"))
    draft.event("arrival", arrival)
    assert solve(draft.incident()).phases() == ()


def test_phases_of_ones_own_are_told(draft: Draft) -> None:
    draft.event("call", at("19:59"))
    draft.event("x-tow", at("20:59"))
    mine = PhaseKind(name="time to tow", since=("call",), until=("x-tow",))
    (phase,) = solve(draft.incident()).phases([mine])
    assert str(phase) == "time to tow: between 59 minutes and 1 hour 1 minute"


def test_the_longest_gap_names_its_two_events_where_they_are_certain(
    draft: Draft,
) -> None:
    draft.event("call", at("19:59"))
    draft.event("arrival", at("20:05"))
    draft.event("shots", NINE)
    gap = solve(draft.incident()).longest_gap()
    assert gap is not None
    assert str(gap) == "between 39 minutes and 55 minutes, from arrival to shots"


def test_an_undated_event_leaves_the_longest_gap_open(draft: Draft) -> None:
    draft.event("call", at("19:00"))
    draft.event("shots", at("21:01"))
    draft.event("movement")
    timeline = solve(draft.incident())
    assert str(timeline.longest_gap()) == "at least 1 hour"
    among = timeline.longest_gap(["call", "shots"])
    assert among is not None
    assert among.first == timeline.find("call")
    assert timeline.longest_gap(["call"]) is None


def test_two_gaps_that_may_each_be_the_longest_are_not_told_apart(
    draft: Draft,
) -> None:
    for clock in ("19:00", "19:30", "20:00"):
        draft.event("call", at(clock))
    gap = solve(draft.incident()).longest_gap()
    assert isinstance(gap, LongestGap)
    assert gap.first is gap.second is None


def test_relations_are_those_still_possible(draft: Draft) -> None:
    call = draft.event("call", at("19:59"))
    late = draft.event("arrival", at("20:09"))
    pursuit = draft.event("pursuit", at("20:00"), end=at("20:30"))
    timeline = solve(draft.incident())
    assert timeline.relations(call, late) == {AllenRelation.BEFORE}
    assert timeline.relations(late, pursuit) == {AllenRelation.DURING}
    met = solve(
        evolve(
            draft.incident(),
            links=[Link(event_id="e1", relation="meets", other_id="e2")],
        )
    )
    assert AllenRelation.MEETS in met.relations(call, late)
    assert timeline.relations(call, call) == {AllenRelation.EQUALS}


def test_what_is_denied_does_not_bound_the_order_and_keeps_its_stated_time(
    draft: Draft,
) -> None:
    draft.source()
    denied = draft.cite("no shots", force="denied")
    shots = draft.event("shots", at("22:00"), quote=denied)
    dead = draft.event("death_pronouncement", at("21:30"))
    draft.link(shots, "before", dead)
    draft.add(Event(kind="injury", part_of_id=shots.id))
    timeline = solve(draft.incident())
    assert timeline.is_consistent
    assert timeline.bounds(shots) == shots.start
    assert "every citation denies it" in timeline.explain(shots)
    assert timeline.bounds(shots, end=True).is_unknown
    assert timeline.before(shots, dead) is Order.POSSIBLE
    assert timeline.events[0].kind == "death_pronouncement"
    assert timeline.longest_gap(["shots", "injury"]) is None
    assert timeline.phases() == ()


def test_a_denied_event_without_a_time_is_shown_as_told(draft: Draft) -> None:
    draft.source()
    draft.event("shots", quote=draft.cite("no shots", force="denied"))
    draft.event("call", at("19:59"))
    kinds = [one.kind for one in solve(draft.incident()).events]
    assert kinds == ["shots", "call"]


def test_a_link_that_is_denied_says_nothing(draft: Draft) -> None:
    draft.source()
    call, shots = draft.event("call", at("20:00")), draft.event("shots", at("19:00"))
    draft.link(call, "before", shots, quote=draft.cite("not so", force="denied"))
    assert solve(draft.incident()).is_consistent


@pytest.mark.parametrize("force", ["alleged", "disputed"])
def test_a_conflict_that_needs_a_doubted_claim_is_implausible_only(
    draft: Draft, force: str
) -> None:
    draft.source()
    claim = draft.cite("so they say", force=force)
    call = draft.event("call", at("20:00"))
    shots = draft.event("shots", at("19:00"), quote=claim)
    draft.link(shots, "after", call)
    (conflict,) = solve(draft.incident()).conflicts
    assert conflict.is_vague


def test_a_doubted_link_or_part_makes_a_conflict_implausible(draft: Draft) -> None:
    draft.source()
    claim = draft.cite("so they say", force="alleged")
    call, shots = draft.event("call", at("20:00")), draft.event("shots", at("19:00"))
    draft.link(shots, "after", call, quote=claim)
    whole = draft.event("pursuit", at("18:00"), end=at("18:10"))
    draft.add(Event(id="x-part", kind="x-part", part_of_id=whole.id, citations=[claim]))
    draft.add(Event(id="y-part", kind="y-part", start=at("18:30"), part_of_id=whole.id))
    part, link = sorted(solve(draft.incident()).conflicts, key=lambda one: one.is_vague)
    assert link.is_vague
    assert not part.is_vague
    (link_alone,) = solve(draft.incident()).without("y-part").conflicts
    firm = evolve(draft.incident().event("x-part"), citations=(), start=at("18:30"))
    doubted = evolve(firm, id="doubted", citations=[claim])
    added = solve(draft.incident()).without("y-part", shots)
    assert link_alone.is_vague
    assert added.is_consistent
    (vague,) = added.assuming(events=[doubted]).conflicts
    assert vague.is_vague
    (clear,) = added.assuming(events=[evolve(firm, id="firm")]).conflicts
    assert not clear.is_vague


def test_a_conflict_is_told_in_a_paragraph() -> None:
    assert told().tell_conflicts() == (
        "Implausible, not impossible: read as they mostly are meant, these statements"
        " cannot all be true. They disagree by at least 29 minutes: (1) shots was not"
        " before 2023-11-23 22:00 [“Shots at 22:00”, The Met]; (2) death_pronouncement"
        " was not after 2023-11-23 21:30 [“Dead at 21:30”, A log]; (3) a death is not"
        " pronounced before the harm that caused it (TL103). Withdrawing (1) or (2)"
        " alone would leave the others without conflict."
    )


def test_paragraphs_tell_contradictions_first_and_what_is_in_several(
    draft: Draft,
) -> None:
    call = draft.event("call", at("22:00"))
    for clock in ("20:00", "20:10"):
        draft.link(draft.event("arrival", at(clock)), "after", call)
    first, second = solve(draft.incident()).tell_conflicts().split("\n\n")
    for paragraph in (first, second):
        assert paragraph.startswith("Contradiction: ")
        assert (
            "(1) is in 1 other conflict too, which does not stand without" in paragraph
        )


def test_withdrawals_that_leave_another_conflict_mend_nothing(draft: Draft) -> None:
    one, other = draft.event("call", at("22:00")), draft.event("call", at("22:10"))
    for first in (one, other):
        for clock in ("20:00", "20:10"):
            draft.link(draft.event("arrival", at(clock)), "after", first)
    late = draft.event("shots", at("23:00"))
    for first in (one, other):
        for second in draft.incident().events_of_kind("arrival"):
            draft.link(late, "before", second)
            draft.link(first, "before", second)
    timeline = solve(draft.incident())
    assert any(not timeline.mends(one) for one in timeline.conflicts)
    assert "No single withdrawal" in timeline.tell_conflicts()


def test_a_conflict_of_another_timeline_is_refused() -> None:
    with pytest.raises(UnknownReferenceError, match="no conflict of the timeline"):
        told().mends(Conflict(statements=(), disagreement=minutes(1)))


def test_a_conflict_of_ones_own_is_told_in_its_line() -> None:
    conflict = Conflict(statements=(), disagreement=minutes(1))
    assert conflict.paragraph == str(conflict)


def test_a_law_is_told_with_an_end_before_a_start(draft: Draft) -> None:
    draft.event("pursuit", at("20:30"), end=at("20:00"))
    assert "before it starts (TL101)" in solve(draft.incident()).tell_conflicts()


def test_assuming_adds_and_restates(draft: Draft) -> None:
    call = draft.event("call", at("19:59"))
    draft.event("pursuit", at("20:30"), end=at("20:40"))
    timeline = solve(draft.incident())
    sent = Event(id="sent", kind="deployment")
    link = Link(event_id="sent", relation="after", other_id=call.id)
    more = timeline.assuming(
        events=[sent],
        links=[link],
        starts={"call": at("20:05")},
        ends={"pursuit": at("20:50")},
    )
    assert more.bounds("sent").earliest_utc is not None
    assert more.bounds("call").stated == "2023-11-23T20:05"
    assert more.bounds("pursuit", end=True).stated == "2023-11-23T20:50"
    assert timeline.bounds("call").stated == "2023-11-23T19:59"
    relied = timeline.assuming(events=[sent], axioms=USUAL_AXIOMS)
    assert relied.axioms == (*AXIOMS, *USUAL_AXIOMS)
    assert not relied.bounds("sent").is_unknown


def test_without_a_source_goes_what_it_alone_tells() -> None:
    draft = Draft(zone=LONDON)
    first = draft.source("Shots at 22:00.")
    shots = draft.event("shots", at("22:00"), quote="Shots at 22:00")
    second = draft.source("Shots at ten. Aid later.")
    both = evolve(shots, citations=(*shots.citations, draft.cite("Shots at ten")))
    aid = draft.event("first_aid", quote="Aid later")
    link = draft.link(aid, "after", shots, quote="later")
    item = Evidence(item_type="firearm", event_id=aid.id)
    incident = evolve(draft.incident(), events=[both, aid], evidence=[item])
    timeline = solve(incident)
    left = timeline.without(second)
    assert [one.kind for one in left.events] == ["shots"]
    assert left.incident.events[0].citations == shots.citations
    assert left.incident.links == ()
    assert left.incident.evidence[0].event_id is None
    assert [one.kind for one in timeline.without(first.id).events] == [
        "shots",
        "first_aid",
    ]
    assert timeline.without(shots.citations[0], link).incident.links == ()
    assert timeline.without(*shots.citations, second).events == ()


def test_without_a_statement_goes_the_bound_or_the_link_that_it_is(
    draft: Draft,
) -> None:
    whole = draft.event("pursuit", at("20:00"), end=at("20:10"))
    part = draft.add(Event(kind="collision", part_of_id=whole.id))
    shots = draft.event("shots", at("19:00"))
    draft.link(shots, "after", part)
    timeline = solve(draft.incident())
    ((start, span, _, link),) = [one.statements for one in timeline.conflicts]
    assert timeline.without(link).incident.links == ()
    assert timeline.without(start).is_consistent
    part_statement = next(
        one for one in timeline.conflicts[0].statements if one.kind == "part"
    )
    assert timeline.without(part_statement).incident.events[1].part_of_id is None
    assert span.kind == "part"
    clear = timeline.without(shots)
    ends = clear.why_latest(whole, end=True) + clear.why_earliest(whole, end=True)
    assert clear.without(*ends).bounds(whole, end=True).latest_utc is None
    assert clear.without(whole).incident.events[0].part_of_id is None


def test_a_law_cannot_be_withdrawn_but_left_out_as_an_axiom() -> None:
    timeline = told()
    law = timeline.conflicts[0].statements[-1]
    with pytest.raises(UnknownReferenceError, match="nobody states that a death"):
        timeline.without(law)
    death = next(one for one in AXIOMS if one.name == "death-after-harm")
    assert timeline.without(death).is_consistent


@pytest.mark.parametrize(
    "what", ["nothing", Citation(source_id="s1", quote="never said")]
)
def test_withdrawing_what_is_not_there_is_an_error(what: str | Citation) -> None:
    with pytest.raises(UnknownReferenceError, match="here"):
        told().without(what)


def test_a_comparison_tells_what_moved() -> None:
    timeline = told()
    shots = timeline.find("shots")
    changed = timeline.without("e3").assuming(
        events=[Event(id="new", kind="call", start=at("19:59"))],
        starts={shots.id: at("22:30")},
    )
    comparison = timeline.compare(changed)
    assert comparison.added == ("new",)
    assert comparison.dropped == ("e3",)
    (mended,) = comparison.mended
    assert mended in timeline.conflicts
    assert not comparison.arisen
    assert [one.event_id for one in comparison.bounds] == ["e1", "e2"]
    assert comparison.bounds[0].sides == ("earliest", "latest")
    lines = str(comparison).splitlines()
    assert lines[0].endswith(" (new)")
    assert lines[0].startswith("added: ")
    assert lines[1].endswith(" (e3)")
    assert not comparison.is_same


def test_a_comparison_of_ends_and_orders_is_told(draft: Draft) -> None:
    pursuit = draft.event("pursuit", at("20:00"), end=at("20:10"))
    draft.event("collision", at("20:10"))
    timeline = solve(draft.incident())
    later = {"collision": at("19:10")}
    changed = timeline.assuming(starts=later, ends={"pursuit": at("20:20")})
    lines = str(timeline.compare(changed)).splitlines()
    assert lines[0].startswith(
        f"the end of pursuit ({pursuit.id}): was 2023-11-23 20:10, is"
    )
    told = "pursuit (e1) before collision (e2): was certain, is never"
    assert lines[-1] == told


def test_a_timeline_compared_with_itself_is_the_same() -> None:
    comparison = told().compare(told())
    assert comparison.is_same
    assert str(comparison) == "nothing differs"


def test_of_many_events_neighbours_are_compared(draft: Draft) -> None:
    for place in range(30):
        draft.event("call", at(f"20:{place:02}"))
    timeline = solve(draft.incident())
    changed = timeline.assuming(starts={"e1": at("21:00")})
    pairs = [(one.first_id, one.second_id) for one in timeline.compare(changed).orders]
    assert pairs == [("e1", "e2"), ("e1", "e30")]


@pytest.mark.parametrize(
    ("kind", "role", "is_bound"),
    [
        ("person", "other_officer", True),
        ("person", "affected_person", False),
        ("unit", "other", True),
        ("unit", "dispatcher", False),
        ("group", "other_officer", False),
    ],
)
def test_an_axiom_of_units_joins_what_the_same_responders_do(
    draft: Draft, kind: str, role: str, is_bound: bool
) -> None:
    one, other = draft.party(kind=kind), draft.party(kind="unit")
    draft.event("deployment", at("20:00"), who=[(one, role)])
    draft.event("deployment", at("20:30"), who=[(other, "other")])
    arrival = draft.event("arrival", who=[(one, role)])
    timeline = solve(draft.incident(), axioms=USUAL_AXIOMS)
    assert timeline.bounds(arrival).is_unknown is not is_bound


def test_an_axiom_may_give_least_and_greatest_times(draft: Draft) -> None:
    draft.event("call", at("19:59"))
    draft.event("x-tow")
    axiom = Axiom(
        code="X1",
        name="tow-after-call",
        later="x-tow",
        earlier=("call", "x-tow"),
        shares=Shares.NOTHING,
        least=minutes(5),
        greatest=minutes(10),
        text="a car is towed five to ten minutes after the call",
        source="an agreement",
    )
    timeline = solve(draft.incident(), axioms=[axiom])
    assert str(timeline.elapsed("call", "x-tow")) == "between 5 minutes and 10 minutes"
    assert not timeline.why_latest("x-tow")[-1].is_vague


def test_a_pronouncement_answers_to_all_that_must_come_before_it(draft: Draft) -> None:
    who = [(draft.party("a man"), "affected_person")]
    draft.event("last_seen_alive", at("20:10"), who=who)
    draft.event("death", at("20:20"), who=who)
    dead = draft.event("death_pronouncement", who=who)
    timeline = solve(draft.incident())
    assert timeline.bounds(dead).earliest_utc == at("20:20").earliest_utc
    assert timeline.relations("last_seen_alive", dead) == {AllenRelation.BEFORE}


def test_timelines_and_durations_survive_pickling() -> None:
    timeline = told()
    assert timeline.events
    copy = pickle.loads(pickle.dumps(timeline))
    assert copy == timeline
    assert copy.tell_conflicts() == timeline.tell_conflicts()
    elapsed = timeline.elapsed("shots", "first_aid")
    assert pickle.loads(pickle.dumps(elapsed)) == elapsed


def test_what_moved_reads_by_ids_where_it_stands_alone(draft: Draft) -> None:
    call = draft.event("call", at("20:00"))
    shots = draft.event("shots", at("20:10"))
    timeline = solve(draft.incident())
    moved = timeline.compare(timeline.assuming(starts={"shots": at("19:10")}))
    assert str(moved.bounds[0]).startswith(f"{shots.id}: was 2023-11-23 20:10")
    assert str(moved.orders[0]).startswith(f"{call.id} before {shots.id}: was certain")


@pytest.mark.parametrize(
    ("least", "told"),
    [
        (timedelta(minutes=1), ["call to shots: at least 1 minute"]),
        (timedelta(minutes=1, microseconds=-1), []),
    ],
)
def test_a_phase_of_which_less_than_a_minute_is_known_is_not_told(
    draft: Draft, least: timedelta, told: list[str]
) -> None:
    shots = draft.event("shots")
    draft.link(shots, "after", draft.event("call"), least=least)
    assert [str(one) for one in solve(draft.incident()).phases()] == told
