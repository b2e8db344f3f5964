"""Each row of the order of the world is reported where it is broken, and only there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from incident_timeline.checks import ALL_RULES, RULES, Case, before, check
from incident_timeline.checks.rules.order.conflicts import teller, told_directly
from incident_timeline.checks.rules.order.sequence import compare, out_of_order
from incident_timeline.model import Draft, Event, Incident, Party, Severity, Verdict
from incident_timeline.moments import Moment
from incident_timeline.timeline import (
    ALL_AXIOMS,
    AXIOMS,
    Axiom,
    Shares,
    affected,
    solve,
)

ZONE = "Europe/London"
NINE = datetime(2023, 11, 23, 21, tzinfo=UTC)
TICK = timedelta(microseconds=1)
PARTIES = {
    Shares.AFFECTED: ("person", "affected_person"),
    Shares.UNIT: ("unit", "other_officer"),
    Shares.NOTHING: ("person", "caller"),
}
BY_NAME = {axiom.name: axiom for axiom in ALL_AXIOMS}


def at(when: datetime) -> Moment:
    return Moment(earliest_utc=when, latest_utc=when, zone=ZONE)


def told(
    axiom: Axiom, earlier: str, gap: timedelta, *, shared: bool | None = True
) -> Incident:
    """One event of each kind: of one party, of two (False), or of nobody (None)."""
    draft = Draft(zone=ZONE)
    kind, role = PARTIES[axiom.shares]
    one, other = draft.party("one", kind=kind), draft.party("other", kind=kind)
    mine = [] if shared is None else [(one, role)]
    theirs = mine if shared or shared is None else [(other, role)]
    draft.event(axiom.later, at(NINE + gap), who=mine)
    draft.event(earlier, at(NINE), who=theirs)
    return draft.incident()


each_pair = pytest.mark.parametrize(
    ("axiom", "earlier"),
    [
        pytest.param(axiom, kind, id=f"{axiom.name}-{kind}")
        for axiom in ALL_AXIOMS
        for kind in axiom.earlier
    ],
)
each_row = pytest.mark.parametrize("axiom", ALL_AXIOMS, ids=lambda one: one.name)


@each_row
def test_every_row_has_a_default_rule_of_its_code(axiom: Axiom) -> None:
    assert axiom.code in {rule.code for rule in RULES}


@each_row
def test_no_row_asks_for_what_no_rule_compares(axiom: Axiom) -> None:
    assert (axiom.least, axiom.greatest) == (timedelta(), None)


@each_pair
def test_one_microsecond_too_early_is_told_by_its_rule_alone(
    axiom: Axiom, earlier: str
) -> None:
    (finding,) = check(told(axiom, earlier, -TICK))
    assert (finding.code, finding.where) == (axiom.code, "events[0].start")
    is_certain = axiom.is_certain and axiom.shares is not Shares.NOTHING
    grave = Severity.CONTRADICTION if is_certain else Severity.IMPLAUSIBLE
    assert finding.severity is grave
    assert finding.subject_ids == ("e1", "e2")


@each_pair
@pytest.mark.parametrize("gap", [timedelta(), TICK, timedelta(hours=1)])
def test_the_same_instant_and_the_other_order_are_left_alone(
    axiom: Axiom, earlier: str, gap: timedelta
) -> None:
    assert check(told(axiom, earlier, gap), possible=True) == ()


@each_pair
def test_what_is_not_told_to_belong_together_is_implausible_at_most(
    axiom: Axiom, earlier: str
) -> None:
    (finding,) = check(told(axiom, earlier, -TICK, shared=None))
    assert finding.code == axiom.code
    assert finding.severity is Severity.IMPLAUSIBLE


@each_pair
def test_what_is_told_of_others_is_left_alone(axiom: Axiom, earlier: str) -> None:
    found = check(told(axiom, earlier, -TICK, shared=False), possible=True)
    codes = [axiom.code] if axiom.shares is Shares.NOTHING else []
    assert [finding.code for finding in found] == codes


@each_pair
def test_what_is_denied_is_no_evidence(axiom: Axiom, earlier: str) -> None:
    draft = Draft()
    source = draft.source("It is said.")
    incident = told(axiom, earlier, -TICK)
    for i in range(2):
        for force, severities in (
            ("denied", []),
            ("alleged", [Severity.IMPLAUSIBLE]),
            ("disputed", [Severity.IMPLAUSIBLE]),
        ):
            said = draft.cite("It is said", force=force)
            events = list(incident.events)
            events[i] = evolve(events[i], citations=[said])
            found = check(evolve(incident, events=events, sources=[source]))
            assert [finding.severity for finding in found] == severities


@pytest.mark.parametrize("axiom", AXIOMS, ids=lambda one: one.name)
def test_a_conflict_with_one_row_is_left_to_the_rule_of_that_row(axiom: Axiom) -> None:
    incident = told(axiom, axiom.earlier[0], -TICK)
    (conflict,) = solve(incident).conflicts
    assert teller(conflict, told_directly(Case(incident))) == axiom.code
    assert teller(conflict, {}) == "TL102"


@pytest.mark.parametrize(
    ("kind", "code"), [("shots", "TL103"), ("last_seen_alive", "TL116")]
)
def test_a_chain_of_rows_is_left_to_the_rule_that_tells_its_ends(
    kind: str, code: str
) -> None:
    draft = Draft(zone=ZONE)
    who = [(draft.party("a man"), "affected_person")]
    draft.event("death_pronouncement", at(NINE), who=who)
    draft.event("death", who=who)
    draft.event(kind, at(NINE + TICK), who=who)
    assert [finding.code for finding in check(draft.incident())] == [code]


def test_a_least_gap_counts_from_the_earlier_start() -> None:
    hour = timedelta(hours=1)
    axiom = evolve(BY_NAME["first-aid-after-harm"], least=hour)
    late, soon = told(axiom, "shots", hour), told(axiom, "shots", hour - TICK)
    assert not [*out_of_order(Case(late), [axiom])]
    (hit,) = out_of_order(Case(soon), [axiom])
    assert hit.message == (
        "first_aid (2023-11-23 21:59:59) comes less than 1 hour after"
        " shots (2023-11-23 21:00)"
    )


INSTANTS = st.integers(0, 6).map(lambda minutes: NINE + minutes * timedelta(minutes=1))


@st.composite
def moments(draw: st.DrawFn) -> Moment:
    first, last = sorted((draw(INSTANTS), draw(INSTANTS)))
    return Moment(
        earliest_utc=draw(st.sampled_from([first, None])),
        latest_utc=draw(st.sampled_from([last, None])),
        zone=ZONE,
    )


ROWS = st.lists(
    st.tuples(st.booleans(), moments(), st.sets(st.integers(0, 2), max_size=2)),
    max_size=6,
)


def made(rows: list[tuple[bool, Moment, set[int]]]) -> Incident:
    draft = Draft(zone=ZONE)
    people = [draft.party(f"person {i}") for i in range(3)]
    for is_aid, when, who in rows:
        parties: list[tuple[Party, str]] = [
            (people[i], "injured_person") for i in sorted(who)
        ]
        draft.event("first_aid" if is_aid else "shots", when, who=parties)
    return draft.incident()


def naive(incident: Incident) -> Iterator[tuple[str, Verdict]]:
    """Each aid against each harm that may be meant, one pair after the other."""
    for aid in incident.events_of_kind("first_aid"):
        verdicts = [
            before(aid.start, harm.start)
            for harm in incident.events_of_kind("shots")
            if affected(aid) & affected(harm) or not (affected(aid) and affected(harm))
        ]
        if verdicts and None not in verdicts:
            is_certain = set(verdicts) == {Verdict.CERTAIN}
            yield aid.id, Verdict.CERTAIN if is_certain else Verdict.POSSIBLE


@given(ROWS)
def test_groups_answer_as_all_pairs_would(
    rows: list[tuple[bool, Moment, set[int]]],
) -> None:
    incident = made(rows)
    hits = out_of_order(Case(incident), [BY_NAME["first-aid-after-harm"]])
    found = [(hit.subject_ids[0], hit.verdict) for hit in hits]
    assert found == [*naive(incident)]


@given(ROWS)
def test_every_asks_for_the_last_of_those_that_are_meant(
    rows: list[tuple[bool, Moment, set[int]]],
) -> None:
    incident = made(rows)
    axiom = BY_NAME["first-aid-after-harm"]
    certain = {
        aid.id
        for aid in incident.events_of_kind("first_aid")
        for harm in incident.events_of_kind("shots")
        if affected(aid) & affected(harm) or not (affected(aid) and affected(harm))
        if aid.start.precedes(harm.start)
    }
    hits = out_of_order(Case(incident), [axiom], every=True)
    assert {one.subject_ids[0] for one in hits if one.verdict == "certain"} == certain


UNIT = BY_NAME["arrival-after-deployment"]


def series(*rows: tuple[str, int | None, str, str]) -> list[tuple[str, Severity]]:
    """Events of a kind, a minute, a unit and a person (or none): what is reported."""
    draft = Draft(zone=ZONE)
    parties = {name: draft.party(name, kind="unit") for name in "AB"}
    parties |= {name: draft.party(name) for name in "xy"}
    for kind, minute, unit, person in rows:
        when = None if minute is None else at(NINE + minute * timedelta(minutes=1))
        who = [(parties[name], "other_officer") for name in unit]
        who += [(parties[name], "affected_person") for name in person]
        draft.event(kind, when, who=who)
    case = Case(draft.incident())
    hits = out_of_order(case, [UNIT])
    return [(hit.subject_ids[0], hit.severity or Severity.NOTE) for hit in hits]


GRAVE, MILD = Severity.CONTRADICTION, Severity.IMPLAUSIBLE


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ([("arrival", 0, "A", ""), ("deployment", 5, "A", "")], [("e1", GRAVE)]),
        ([("arrival", 0, "A", ""), ("deployment", 5, "AB", "")], [("e1", GRAVE)]),
        ([("arrival", 0, "A", ""), ("deployment", 5, "B", "")], []),
        ([("arrival", 0, "A", ""), ("deployment", 5, "", "")], [("e1", MILD)]),
        ([("arrival", 0, "", ""), ("deployment", 5, "B", "")], [("e1", MILD)]),
        ([("arrival", 0, "", "x"), ("deployment", 5, "", "y")], []),
        ([("arrival", 0, "", "x"), ("deployment", 5, "A", "y")], []),
        ([("arrival", 0, "A", "x"), ("deployment", 5, "A", "y")], [("e1", GRAVE)]),
        # One that isn't told to be another's may be the one that was sent.
        (
            [
                ("arrival", 0, "", ""),
                ("deployment", 5, "", ""),
                ("arrival", 10, "", ""),
            ],
            [],
        ),
        (
            [
                ("arrival", 0, "", ""),
                ("deployment", 5, "", ""),
                ("arrival", None, "", ""),
            ],
            [],
        ),
        (
            [("arrival", 0, "", ""), ("deployment", 5, "", ""), ("arrival", 4, "", "")],
            [("e1", MILD), ("e3", MILD)],
        ),
        # A unit that is told answers for itself.
        (
            [
                ("arrival", 0, "A", ""),
                ("deployment", 5, "A", ""),
                ("arrival", 10, "B", ""),
            ],
            [("e1", GRAVE)],
        ),
        (
            [
                ("deployment", -5, "A", ""),
                ("arrival", 0, "A", ""),
                ("deployment", 5, "A", ""),
            ],
            [],
        ),
        (
            [
                ("arrival", 0, "A", ""),
                ("deployment", 5, "A", ""),
                ("deployment", 6, "", ""),
            ],
            [("e1", MILD)],
        ),
    ],
)
def test_units_are_compared_where_they_may_be_the_same(
    rows: list[tuple[str, int | None, str, str]], found: list[tuple[str, Severity]]
) -> None:
    assert series(*rows) == found


@pytest.mark.parametrize(
    ("kind", "role", "is_same"),
    [
        ("unit", "other", True),
        ("unit", "dispatcher", False),
        ("unit", "commander", False),
        ("person", "principal_officer", True),
        ("person", "witness_officer", True),
        ("person", "medical", True),
        ("person", "commander", False),
        ("person", "affected_person", False),
        ("group", "other_officer", False),
        ("organisation", "police_force", False),
    ],
)
def test_officers_and_units_that_go_themselves_are_known_again(
    kind: str, role: str, is_same: bool
) -> None:
    draft = Draft(zone=ZONE)
    who = [(draft.party("one", kind=kind), role)]
    draft.event("arrival", at(NINE), who=who)
    draft.event("deployment", at(NINE + TICK), who=who)
    (hit,) = out_of_order(Case(draft.incident()), [UNIT])
    assert (hit.severity is GRAVE) == is_same


def crowd(count: int, kinds: tuple[str, str]) -> Incident:
    draft = Draft(zone=ZONE)
    who = [(draft.party("a man"), "affected_person")]
    for i in range(count):
        draft.event(kinds[0], at(NINE), who=who if i % 2 else ())
        draft.event(kinds[1], at(NINE + timedelta(hours=1)), who=who if i % 2 else ())
    return draft.incident()


def test_a_finding_names_the_earliest_of_very_many() -> None:
    findings = check(crowd(60, ("death_pronouncement", "shots")))
    assert len(findings) == 60
    assert {finding.code for finding in findings} == {"TL103"}
    assert {len(finding.subject_ids) for finding in findings} == {21}


def test_events_given_by_hand_are_compared_alone() -> None:
    incident = crowd(2, ("first_aid", "shots"))
    axiom = BY_NAME["first-aid-after-harm"]
    aid: tuple[Event, ...] = incident.events_of_kind("first_aid")
    assert [*compare(Case(incident), axiom, aid, ())] == []
    assert [*compare(Case(incident), axiom, (), aid)] == []
    hits = [*compare(Case(incident), axiom, aid, incident.events_of_kind("shots"))]
    assert len(hits) == len(aid)


def test_codes_of_one_family_are_in_one_list() -> None:
    codes = [rule.code for rule in ALL_RULES if rule.code.startswith("TL1")]
    assert codes == [f"TL{number}" for number in range(101, 122)]
