"""What a timeline answers, from statements that a reader can check by hand."""

from __future__ import annotations

from datetime import timedelta

import pytest

from incident_timeline.errors import UnknownReferenceError
from incident_timeline.model import Draft, Event, Incident
from incident_timeline.moments import Moment
from incident_timeline.timeline import (
    AXIOMS,
    USUAL_AXIOMS,
    Order,
    StatementKind,
    solve,
)

LONDON = "Europe/London"


def minutes(count: int) -> timedelta:
    return timedelta(minutes=count)


@pytest.fixture
def draft() -> Draft:
    return Draft(zone=LONDON)


def test_elapsed_is_least_and_greatest_over_inclusive_bounds(draft: Draft) -> None:
    draft.event("call", "2023-11-23T19:59")
    draft.event("shots", Moment.shortly_before("2023-11-23T21:00", zone=LONDON))
    elapsed = solve(draft.incident()).elapsed("call", "shots")
    tick = timedelta(microseconds=1)
    assert (elapsed.least, elapsed.greatest) == (minutes(45) + tick, minutes(61) - tick)
    assert str(elapsed) == "between 45 minutes and 1 hour 1 minute"


def test_elapsed_is_negated_when_it_is_asked_backwards(draft: Draft) -> None:
    draft.event("call", "2023-11-23T19:59")
    draft.event("shots", "2023-11-23T20:47")
    timeline = solve(draft.incident())
    there, back = timeline.elapsed("call", "shots"), timeline.elapsed("shots", "call")
    assert there.least is not None
    assert back.greatest == -there.least


def test_a_harm_told_bounds_the_first_aid_that_answers_it(draft: Draft) -> None:
    draft.event("shots", "2023-11-23T20:47")
    aid = draft.event("first_aid")
    timeline = solve(draft.incident())
    assert timeline.bounds(aid).earliest_utc == timeline.bounds("shots").earliest_utc
    kinds = [statement.kind for statement in timeline.why_earliest(aid)]
    assert kinds == [StatementKind.MOMENT, StatementKind.AXIOM]


def test_the_latest_bound_names_its_chain_too(draft: Draft) -> None:
    move = draft.event("movement")
    shots = draft.event("shots", "2023-11-23T20:47")
    draft.link(shots, "after", move)
    timeline = solve(draft.incident())
    texts = [str(statement) for statement in timeline.why_latest(move)]
    assert "shots was not after 2023-11-23 20:47" in texts
    assert "shots after movement" in texts


def test_an_axiom_says_nothing_where_several_harms_could_be_meant(draft: Draft) -> None:
    draft.event("attack", "2023-11-23T20:40")
    draft.event("shots", "2023-11-23T20:47")
    draft.event("first_aid")
    timeline = solve(draft.incident())
    assert timeline.bounds("first_aid").is_unknown


def test_an_axiom_holds_for_the_harm_to_the_same_party(draft: Draft) -> None:
    officer, man = draft.party("an officer"), draft.party("a man")
    draft.event("attack", "2023-11-23T20:40", who=[(officer, "affected_person")])
    draft.event("shots", "2023-11-23T20:47", who=[(man, "affected_person")])
    draft.event("first_aid", who=[(man, "affected_person")])
    timeline = solve(draft.incident())
    assert timeline.bounds("first_aid").earliest_utc == (
        timeline.bounds("shots").earliest_utc
    )


def test_a_death_after_the_harm_to_the_same_party_is_no_vague_law(draft: Draft) -> None:
    who = [(draft.party("a man"), "affected_person")]
    draft.event("shots", "2023-11-23T20:47", who=who)
    draft.event("first_aid", who=who)
    draft.event("death_pronouncement", who=who)
    timeline = solve(draft.incident())
    assert timeline.why_earliest("first_aid")[-1].is_vague
    assert not timeline.why_earliest("death_pronouncement")[-1].is_vague


def test_a_link_is_not_blamed_where_an_event_ends_before_it_starts(
    draft: Draft,
) -> None:
    pursuit = draft.event("pursuit", "2023-11-23T20:16", end="2023-11-23T20:10")
    talk = draft.event("engagement", end="2023-11-23T21:00")
    draft.link(pursuit, "overlaps", talk)
    timeline = solve(draft.incident())
    (conflict,) = timeline.conflicts
    kinds = [statement.kind for statement in conflict.statements]
    assert kinds == [StatementKind.MOMENT, StatementKind.SPAN, StatementKind.MOMENT]
    assert timeline.before(pursuit, talk) is Order.CERTAIN


def test_an_axiom_is_silent_where_the_harm_was_to_somebody_else(draft: Draft) -> None:
    officer, man = draft.party("an officer"), draft.party("a man")
    draft.event("attack", "2023-11-23T20:40", who=[(officer, "affected_person")])
    draft.event("first_aid", who=[(man, "affected_person")])
    assert solve(draft.incident()).bounds("first_aid").is_unknown


def test_usual_axioms_are_used_only_where_they_are_passed(draft: Draft) -> None:
    draft.event("call", "2023-11-23T19:59")
    draft.event("deployment")
    incident = draft.incident()
    assert solve(incident).bounds("deployment").is_unknown
    relied = solve(incident, axioms=(*AXIOMS, *USUAL_AXIOMS))
    assert not relied.bounds("deployment").is_unknown


@pytest.mark.parametrize(
    ("shots", "order"),
    [
        ("2023-11-23T20:00", Order.CERTAIN),
        ("2023-11-23T19:59", Order.POSSIBLE),
        ("2023-11-23T19:58", Order.NEVER),
    ],
)
def test_before_is_certain_possible_or_never(
    draft: Draft, shots: str, order: Order
) -> None:
    draft.event("call", "2023-11-23T19:59")
    draft.event("shots", shots)
    assert solve(draft.incident()).before("call", "shots") is order


def test_events_without_bounds_leave_the_order_open(draft: Draft) -> None:
    draft.event("call")
    draft.event("arrival")
    timeline = solve(draft.incident())
    assert timeline.before("call", "arrival") is Order.POSSIBLE
    assert str(timeline.elapsed("call", "arrival")) == "not known"
    assert timeline.why_earliest("call") == timeline.why_latest("call") == ()


def test_a_stated_order_alone_is_certain(draft: Draft) -> None:
    call, arrival = draft.event("call"), draft.event("arrival")
    draft.link(call, "before", arrival, least=minutes(5), greatest=minutes(9))
    timeline = solve(draft.incident())
    assert timeline.before(call, arrival) is Order.CERTAIN
    assert str(timeline.elapsed(call, arrival)) == "between 5 minutes and 9 minutes"


def test_the_bounds_of_an_end_are_tightened_apart(draft: Draft) -> None:
    draft.event("pursuit", "2023-11-23T20:00", end="2023-11-23T20:10")
    timeline = solve(draft.incident())
    assert timeline.bounds("pursuit", end=True).stated == "2023-11-23T20:10"


def test_an_end_that_nobody_states_is_not_before_the_start(draft: Draft) -> None:
    draft.event("pursuit", "2023-11-23T20:00")
    timeline = solve(draft.incident())
    end = timeline.bounds("pursuit", end=True)
    assert end.earliest_utc == timeline.bounds("pursuit").earliest_utc
    assert end.latest_utc is None


def test_a_part_lies_within_its_whole(draft: Draft) -> None:
    whole = draft.event("pursuit", "2023-11-23T20:00", end="2023-11-23T20:10")
    draft.add(Event(kind="collision", part_of_id=whole.id))
    timeline = solve(draft.incident())
    assert timeline.bounds("collision").latest_utc == (
        timeline.bounds(whole, end=True).latest_utc
    )


@pytest.mark.parametrize(
    ("relation", "order"),
    [
        ("before", ["call", "shots"]),
        ("after", ["shots", "call"]),
        ("meets", ["call", "shots"]),
        ("overlaps", ["call", "shots"]),
        ("overlapped_by", ["shots", "call"]),
        ("during", ["shots", "call"]),
        ("contains", ["call", "shots"]),
        ("finishes", ["shots", "call"]),
        ("finished_by", ["call", "shots"]),
        ("starts", ["call", "shots"]),
        ("started_by", ["call", "shots"]),
        ("equals", ["call", "shots"]),
    ],
)
def test_each_of_allens_relations_orders_the_display(
    draft: Draft, relation: str, order: list[str]
) -> None:
    call, shots = draft.event("call"), draft.event("shots")
    draft.link(call, relation, shots)
    assert [event.kind for event in solve(draft.incident()).events] == order


def test_starting_together_is_neither_before_nor_after(draft: Draft) -> None:
    call, shots = draft.event("call"), draft.event("shots")
    draft.link(call, "starts", shots)
    timeline = solve(draft.incident())
    assert timeline.before(call, shots) is timeline.before(shots, call) is Order.NEVER


def test_contradictory_times_are_a_conflict_with_its_disagreement(draft: Draft) -> None:
    man = draft.party("a man")
    who = [(man, "affected_person")]
    draft.event("death_pronouncement", "2023-11-23T21:30", who=who)
    draft.event("shots", "2023-11-23T22:00", who=who)
    timeline = solve(draft.incident())
    (conflict,) = timeline.conflicts
    assert not timeline.is_consistent
    assert not conflict.is_vague
    assert conflict.disagreement == minutes(29) + timedelta(microseconds=1)
    assert conflict.subject_ids == ("e1", "e2")
    assert "by at least 29 minutes" in str(conflict)
    # The bounds are those of what is outside the conflict.
    assert timeline.bounds("shots").latest_utc is not None


def test_a_conflict_names_the_words_involved() -> None:
    draft = Draft(zone=LONDON)
    draft.source("He was shot at 22:00. He was pronounced dead at 21:30.")
    draft.event("shots", "2023-11-23T22:00", quote="He was shot at 22:00")
    draft.event("death_pronouncement", "2023-11-23T21:30", quote="pronounced dead")
    (conflict,) = solve(draft.incident()).conflicts
    quotes = [citation.quote for citation in conflict.citations]
    assert quotes == ["He was shot at 22:00", "pronounced dead"]


@pytest.mark.parametrize(
    ("start", "is_vague"),
    [
        (Moment.about("2023-11-23T22:00", zone=LONDON), True),
        (Moment.shortly_before("2023-11-23T22:00", zone=LONDON), True),
        (Moment.on("2023-11-23", part="night", zone=LONDON), False),
        (Moment.after("2023-11-23T22:00", zone=LONDON), False),
    ],
)
def test_a_conflict_is_vague_where_it_rests_on_a_vague_bound(
    draft: Draft, start: Moment, is_vague: bool
) -> None:
    first = draft.event("call", start)
    second = draft.event("arrival", Moment.before("2023-11-23T16:00", zone=LONDON))
    draft.link(first, "before", second)
    (conflict,) = solve(draft.incident()).conflicts
    assert conflict.is_vague is (is_vague or start.part is not None)


def test_a_stated_gap_that_is_too_long_is_vague(draft: Draft) -> None:
    first = draft.event("call", "2023-11-23T19:00")
    second = draft.event("arrival", "2023-11-23T20:00")
    draft.link(first, "before", second, greatest=minutes(10))
    (conflict,) = solve(draft.incident()).conflicts
    assert conflict.is_vague


def test_events_are_found_by_themselves_their_id_or_their_only_kind(
    draft: Draft,
) -> None:
    call = draft.event("call", "2023-11-23T19:59")
    timeline = solve(draft.incident())
    assert timeline.find(call) is timeline.find("e1") is timeline.find("call")


def test_a_kind_of_several_events_asks_for_an_id(draft: Draft) -> None:
    draft.event("call")
    draft.event("call")
    with pytest.raises(UnknownReferenceError, match=r"2 events are of kind 'call'.*e1"):
        solve(draft.incident()).find("call")


def test_a_name_of_nothing_is_an_error_that_names_it(draft: Draft) -> None:
    with pytest.raises(UnknownReferenceError, match="'call' is neither"):
        solve(draft.incident()).find("call")


def test_undated_aftermath_is_shown_last_however_early_it_is_told(
    draft: Draft,
) -> None:
    draft.event("investigation_start")
    draft.event("call", "2023-11-23T19:59")
    draft.event("arrival")
    draft.event("shots", "2023-11-23T20:47")
    kinds = [event.kind for event in solve(draft.incident()).events]
    assert kinds == ["call", "arrival", "shots", "investigation_start"]


def test_dated_aftermath_is_shown_where_it_happened(draft: Draft) -> None:
    draft.event("referral", "2023-11-22")
    draft.event("call", "2023-11-23T19:59")
    kinds = [event.kind for event in solve(draft.incident()).events]
    assert kinds == ["referral", "call"]


def test_parts_of_each_other_start_together_and_are_shown_as_told() -> None:
    others = {"a": "b", "b": "a", "c": "d", "d": "c"}
    incident = Incident(
        events=[
            Event(id=one, kind="pursuit", part_of_id=other)
            for one, other in others.items()
        ]
    )
    assert [event.id for event in solve(incident).events] == ["a", "b", "c", "d"]


def test_an_event_waits_for_all_that_come_before_it(draft: Draft) -> None:
    shots = draft.event("shots")
    for kind in ("call", "arrival"):
        draft.link(shots, "after", draft.event(kind))
    kinds = [event.kind for event in solve(draft.incident()).events]
    assert kinds == ["call", "arrival", "shots"]


def test_an_empty_incident_has_an_empty_timeline() -> None:
    timeline = solve(Incident())
    assert timeline.events == ()
    assert timeline.is_consistent


def test_tightened_bounds_take_the_zone_of_a_neighbour(draft: Draft) -> None:
    shots = draft.event("shots", "2023-11-23T20:47")
    move = draft.event("movement")
    draft.link(move, "before", shots)
    assert solve(draft.incident()).bounds(move).zone == LONDON


def test_timelines_of_equal_incidents_are_equal(draft: Draft) -> None:
    draft.event("call", "2023-11-23T19:59")
    incident = draft.incident()
    assert solve(incident) == solve(incident)
    assert hash(solve(incident)) == hash(solve(incident))


@pytest.mark.parametrize("relation", ["before", "after"])
def test_a_gap_that_leads_out_of_the_calendar_leaves_bounds_that_hold(
    draft: Draft, relation: str
) -> None:
    call = draft.event("call", "2023-11-23T19:59")
    other = draft.event("arrival")
    draft.link(call, relation, other, least=timedelta.max)
    draft.link(call, relation, other, least=timedelta.max)
    timeline = solve(draft.incident())
    assert timeline.is_consistent
    assert timeline.bounds(other).zone == LONDON
    assert timeline.elapsed(call, other) == solve(draft.incident()).elapsed(call, other)


def test_unnamed_harm_leaves_open_which_harm_a_death_answers_to(draft: Draft) -> None:
    who = [(draft.party("a man"), "affected_person")]
    draft.event("shots", "2023-11-23T20:50")
    draft.event("shots", "2023-11-23T21:40", who=who)
    draft.event("death_pronouncement", "2023-11-23T21:30", who=who)
    assert solve(draft.incident()).is_consistent


def test_a_stated_gap_is_told_in_a_conflict_and_is_no_vague_one(draft: Draft) -> None:
    call = draft.event("call", "2023-11-23T19:42")
    shots = draft.event("shots", "2023-11-23T19:51")
    draft.link(shots, "after", call, least=minutes(20), greatest=minutes(20))
    (conflict,) = solve(draft.incident()).conflicts
    assert "shots at least 20 minutes and at most 20 minutes after call" in str(
        conflict
    )
    assert not conflict.is_vague


def test_statements_of_several_zones_name_theirs(draft: Draft) -> None:
    call = draft.event("call", "2023-11-23T19:42")
    far = Moment.at("2023-11-23T20:00", zone="Asia/Tokyo")
    draft.link(draft.event("shots", far), "after", call)
    (conflict,) = solve(draft.incident()).conflicts
    assert "19:42 Europe/London" in str(conflict)
    assert "20:00 Asia/Tokyo" in str(conflict)


def test_a_day_that_a_reader_assumed_makes_a_conflict_vague(draft: Draft) -> None:
    assumed = Moment.from_stated("2023-11-23T21:00", zone=LONDON, assumed=("day",))
    first = draft.event("call", assumed)
    draft.link(draft.event("arrival", "2023-11-23T20:00"), "after", first)
    (conflict,) = solve(draft.incident()).conflicts
    assert conflict.is_vague
