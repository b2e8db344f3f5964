"""What the strategies for incidents promise."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from itertools import permutations
from typing import Any

import pytest
from hypothesis import find, given, seed, settings
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument, Unsatisfiable

from incident_timeline import strategies
from incident_timeline.checks import check
from incident_timeline.checks.rules.sources.placeholders import _FILLER as FILLERS
from incident_timeline.model import Finding, Incident, Link, Severity, Source
from incident_timeline.moments import Moment, Precision, Qualifier
from incident_timeline.strategies import (
    awkward_moments,
    events,
    evidence,
    findings,
    incidents,
    investigations,
    links,
    moments,
    parties,
    sources,
    terms,
)
from incident_timeline.strategies._course import course, relation
from incident_timeline.strategies._moments import BASE
from incident_timeline.strategies._rows import SHAPES, EventRow
from incident_timeline.strategies._stating import WORDINGS, Wording, allows, state
from incident_timeline.strategies._words import TEXTS
from incident_timeline.timeline import AXIOMS, USUAL_AXIOMS, solve
from incident_timeline.vocabulary import (
    VOCABULARIES,
    AllenRelation,
    EventKind,
    Force,
    term_word,
)
from tests.strategies.looking import LOOKING, seen, shrunk

KIND = ("call",)  # like events, close together, which must not look like duplicates
ERRORS = (Severity.CONTRADICTION, Severity.IMPLAUSIBLE)


# Consistent incidents


@given(incidents(consistent=True))
def test_a_consistent_incident_has_no_conflict(incident: Incident) -> None:
    assert solve(incident, axioms=(*AXIOMS, *USUAL_AXIOMS)).conflicts == ()


@given(st.one_of(incidents(consistent=True), incidents(consistent=True, kinds=KIND)))
def test_a_consistent_incident_has_no_finding_of_an_error(incident: Incident) -> None:
    assert [one for one in check(incident) if one.severity in ERRORS] == []


def test_a_course_has_pairs_of_every_relation_and_both_ways_agree() -> None:
    rows = [
        EventRow(kind, timedelta(), WORDINGS[0], shape, 0)
        for kind in ("call", "other")
        for shape in SHAPES
    ]
    spans = course(rows, BASE)
    pairs = list(permutations(spans, 2))
    assert {relation(a, b) for a, b in pairs} == set(AllenRelation)
    for a, b in pairs:
        assert relation(a, b) is relation(b, a).converse


def test_a_consistent_incident_is_not_told_in_order() -> None:
    def is_turned(incident: Incident) -> bool:
        return solve(incident).events != incident.events

    assert seen(incidents(consistent=True), is_turned)


@given(st.from_regex(FILLERS, fullmatch=True), TEXTS)
def test_a_text_has_a_mark_that_no_filler_has(filler: str, texts: list[str]) -> None:
    assert ":" not in filler
    assert all(":" in text for text in texts)


# Any incidents


@pytest.mark.parametrize(
    "condition",
    [
        lambda one: bool(solve(one).conflicts),
        lambda one: bool(check(one)),
        lambda one: bool(one.extra),
        lambda one: any(event.extra for event in one.events),
        lambda one: any(event.start.extra for event in one.events),
        lambda one: any(event.part_of_id for event in one.events),
        lambda one: len({event.start.zone for event in one.events}) > 2,
        lambda one: any(item.custody for item in one.evidence),
        lambda one: any(item.event_id for item in one.evidence),
        lambda one: any(link.least and link.greatest for link in one.links),
        lambda one: any(case.body_id for case in one.investigations),
        lambda one: any(party.age for party in one.parties),
        lambda one: any(event.citations for event in one.events),
        lambda one: any(event.kind not in tuple(EventKind) for event in one.events),
        lambda one: one.jurisdiction == "GB-EAW",
    ],
)
def test_any_incident_has_every_part_now_and_then(
    condition: Callable[[Incident], bool],
) -> None:
    assert seen(incidents(), condition)


@pytest.mark.parametrize("holds", [True, False])
def test_spans_hold_their_quote_and_some_do_not(*, holds: bool) -> None:
    def fits(incident: Incident) -> bool:
        return any(
            (incident.source(one.source_id).text[one.start : one.end] == one.quote)
            is holds
            for event in incident.events
            for one in event.citations
            if one.start is not None
        )

    assert seen(incidents(), fits)


# What is asked for


@given(st.data(), st.booleans(), st.integers(0, 4), st.integers(0, 4))
def test_the_number_of_events_is_as_asked(
    data: st.DataObject, consistent: bool, least: int, more: int
) -> None:
    strategy = incidents(
        min_events=least, max_events=least + more, consistent=consistent
    )
    incident = data.draw(strategy)
    assert least <= len(incident.events) <= least + more


@given(st.data(), st.booleans())
def test_kinds_and_zones_are_as_asked(data: st.DataObject, consistent: bool) -> None:
    incident = data.draw(
        incidents(zones=("+05:30",), kinds=("shots",), consistent=consistent)
    )
    assert {event.kind for event in incident.events} <= {"shots"}
    found = {event.start.zone for event in incident.events}
    assert found <= {"+05:30", None}


@pytest.mark.parametrize(
    "strategy",
    [
        incidents(min_events=3, max_events=2),
        incidents(min_events=-1),
        incidents(zones=()),
        incidents(kinds=()),
    ],
)
def test_what_cannot_be_drawn_is_refused_when_it_is_drawn(
    strategy: st.SearchStrategy[Incident],
) -> None:
    @settings(database=None)
    @given(strategy)
    def draws(incident: Incident) -> None:
        raise AssertionError

    with pytest.raises(InvalidArgument):
        draws()


# Shrinking


@pytest.mark.parametrize("consistent", [True, False])
def test_the_simplest_incident_is_empty(*, consistent: bool) -> None:
    strategy = incidents(consistent=consistent)
    assert shrunk(strategy, lambda _: True) == Incident()


@pytest.mark.parametrize("consistent", [True, False])
def test_an_incident_shrinks_to_the_events_that_matter(*, consistent: bool) -> None:
    kinds = ("call", "deployment", "arrest", "other")
    strategy = incidents(min_events=0, kinds=kinds, consistent=consistent)

    def has_two(incident: Incident) -> bool:
        return {"call", "arrest"} <= {event.kind for event in incident.events}

    incident = shrunk(strategy, has_two)
    assert sorted(event.kind for event in incident.events) == ["arrest", "call"]
    assert not any((incident.parties, incident.evidence, incident.sources))
    for event in incident.events:
        assert event.start.qualifier is Qualifier.EXACT
        assert event.start.precision is Precision.MINUTE
        assert (event.end, event.summary, event.start.zone) == (None, "", "UTC")


def test_the_simplest_moment_is_the_first_minute_of_2024() -> None:
    found = shrunk(moments(), lambda _: True)
    assert found == Moment.at("2024-01-01T00:00", zone="UTC")


# Records by themselves


@given(
    st.integers(-12_000_000, 5_000_000),
    st.sampled_from(strategies.ZONES),
    st.sampled_from(WORDINGS),
)
def test_every_wording_allows_the_instant_that_it_states(
    minutes: int, zone: str, wording: Wording
) -> None:
    instant = BASE + timedelta(minutes=minutes) + wording.beyond
    assert allows(state(instant, zone, wording), instant)


@pytest.mark.parametrize("qualifier", Qualifier)
def test_moments_have_every_qualifier(qualifier: Qualifier) -> None:
    wanted = qualifier if qualifier is not Qualifier.UNKNOWN else Qualifier.ABOUT
    assert seen(moments(), lambda one: one.qualifier is wanted)
    assert seen(moments(), lambda one: one.is_unknown)


@pytest.mark.parametrize("precision", Precision)
def test_moments_have_every_precision(precision: Precision) -> None:
    assert seen(moments(), lambda one: one.precision is precision)


@given(st.data())
def test_moments_are_in_the_zones_asked_for(data: st.DataObject) -> None:
    moment = data.draw(moments(zones=("Asia/Tokyo",)))
    assert moment.zone in ("Asia/Tokyo", None)


@pytest.mark.parametrize(
    "condition",
    [
        lambda one: one.precision is Precision.MINUTE and one.width.seconds >= 3600,
        lambda one: one.stated.startswith("0002"),
        lambda one: one.stated.startswith("9998"),
        lambda one: one.stated.startswith("2024-02-29"),
        lambda one: one.zone == "Pacific/Apia",
    ],
)
def test_awkward_moments_reach_every_edge(condition: Callable[[Moment], bool]) -> None:
    def is_met(moment: Moment) -> bool:
        return moment.width is not None and condition(moment)

    assert seen(awkward_moments(), is_met)


@given(st.data(), st.sampled_from(list(VOCABULARIES.values())))
def test_known_terms_are_of_their_vocabulary(
    data: st.DataObject, vocabulary: Any
) -> None:
    known = data.draw(terms(vocabulary=vocabulary, unknown=False))
    assert known in list(vocabulary)
    assert type(known) is str


@given(terms(known=False))
def test_unknown_terms_have_the_shape_and_are_in_no_vocabulary(term: str) -> None:
    assert term_word(term) == term
    assert all(term not in list(one) for one in VOCABULARIES.values())


def test_terms_are_of_any_vocabulary_or_none() -> None:
    words = [list(one) for one in VOCABULARIES.values()]
    assert seen(terms(), lambda term: any(term in one for one in words))
    assert seen(terms(), lambda term: not any(term in one for one in words))
    assert seen(terms(vocabulary=Force), lambda term: term in list(Force))


def test_without_known_and_unknown_there_is_no_term() -> None:
    with pytest.raises((Unsatisfiable, InvalidArgument)):
        find(terms(known=False, unknown=False), lambda _: True, settings=LOOKING)


@given(st.data())
def test_records_are_of_the_words_asked_for(data: st.DataObject) -> None:
    assert data.draw(events(kinds=("shots",), zones=("UTC",))).kind == "shots"
    assert data.draw(parties(kinds=("unit",))).kind == "unit"
    assert data.draw(evidence(item_types=("knife",))).item_type == "knife"
    assert data.draw(investigations(footings=("local",))).footing == "local"


@given(links())
def test_a_link_has_gaps_only_where_its_relation_leaves_one(link: Link) -> None:
    if link.relation not in (AllenRelation.BEFORE, AllenRelation.AFTER):
        assert (link.least, link.greatest) == (None, None)


@given(findings())
def test_a_finding_has_a_column_where_it_has_a_line(finding: Finding) -> None:
    assert (finding.line is None) == (finding.column is None)
    assert finding.message in str(finding)


def test_sources_have_right_and_wrong_digests() -> None:
    def is_right(one: Source) -> bool:
        return one.sha256 == one.digest(one.text)

    assert seen(sources(), is_right)
    assert seen(sources(), lambda one: one.sha256 and not is_right(one))


# Speed and health


PUBLIC = sorted(n for n in strategies.__all__ if n.islower() and n != "register")


@pytest.mark.parametrize("number", range(10))
def test_no_strategy_fails_a_health_check_at_default_settings(number: int) -> None:
    for name in PUBLIC:
        strategy = getattr(strategies, name)()

        @seed(number)
        @settings(settings.get_profile("default"), database=None, max_examples=10)
        @given(strategy)
        def draws(value: object) -> None:
            assert value is not None

        draws()


def test_a_large_incident_can_be_drawn() -> None:
    @seed(0)
    @settings(settings.get_profile("default"), database=None, max_examples=5)
    @given(incidents(min_events=100, max_events=100))
    def draws(incident: Incident) -> None:
        assert len(incident.events) == 100

    draws()
