"""What incidents and timelines promise by their keywords, and how they are drawn."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis.errors import InvalidArgument
from hypothesis.statistics import collector
from hypothesis.strategies import SearchStrategy

from incident_timeline import strategies
from incident_timeline.checks import RULES, check
from incident_timeline.model import (
    CustodyStep,
    Event,
    Evidence,
    Incident,
    Investigation,
    Link,
    Party,
    Severity,
    Source,
)
from incident_timeline.moments import Moment, Precision
from incident_timeline.strategies import incidents, timelines
from incident_timeline.strategies._course import Span, within
from incident_timeline.strategies._window import Bound, Window, window
from incident_timeline.timeline import AXIOMS, USUAL_AXIOMS, solve
from tests.strategies.looking import seen, shrunk

ERRORS = (Severity.CONTRADICTION, Severity.IMPLAUSIBLE)
FEW = settings(
    max_examples=10,
    database=None,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
AUTUMN_NIGHT = (
    datetime(2023, 10, 29, 0, 30, tzinfo=UTC),
    datetime(2023, 10, 29, 1, 45, tzinfo=UTC),
)
SECONDS = (
    datetime(2023, 1, 1, 0, 0, 30, tzinfo=UTC),
    datetime(2023, 1, 1, 0, 0, 42, 123, tzinfo=UTC),
)
MINUTE = (
    datetime(2023, 1, 1, tzinfo=UTC),
    datetime(2023, 1, 1, 0, 0, 59, 999_999, tzinfo=UTC),
)
SHORT_DAY = (date(2023, 3, 26), date(2023, 3, 26))
SKIPPED_DAY = (date(2011, 12, 29), date(2011, 12, 31))
CENTURIES = (date(1850, 1, 1), date(2200, 1, 1))
DECADES = (date(1850, 1, 1), date(1890, 1, 1))
FIRST = (date(100, 1, 1), date(101, 1, 1))
SAID = (
    Moment.on("2024-02-29", zone="Europe/London"),
    Moment.at("2024-03", zone="America/New_York"),
)
WINDOWS: tuple[tuple[Bound, Bound], ...] = (
    AUTUMN_NIGHT,
    SECONDS,
    MINUTE,
    SHORT_DAY,
    SKIPPED_DAY,
    CENTURIES,
    FIRST,
    SAID,
)


def drawn_from(strategy: SearchStrategy[Any]) -> None:
    @seed(0)
    @FEW
    @given(strategy)
    def draws(value: object) -> None:
        del value

    draws()


# Contradictions


@settings(max_examples=25)
@given(incidents(inconsistent=True))
def test_an_inconsistent_incident_has_a_conflict(incident: Incident) -> None:
    assert solve(incident).conflicts


@settings(max_examples=25)
@given(incidents(inconsistent=True, kinds=("call",), zone="Asia/Tokyo", max_events=2))
def test_so_it_has_whatever_else_is_asked_for(incident: Incident) -> None:
    assert solve(incident).conflicts
    assert 1 <= len(incident.events) <= 2
    assert {one.kind for one in incident.events} == {"call"}
    assert {one.start.zone for one in incident.events} <= {"Asia/Tokyo", None}


@pytest.mark.parametrize("code", ["TL101", "TL102", "TL106", "TL107"])
def test_contradictions_are_of_every_sort(code: str) -> None:
    def says(incident: Incident) -> bool:
        return code in {one.code for one in check(incident)}

    assert seen(incidents(inconsistent=True, max_events=3), says)


def test_the_simplest_contradiction_is_an_event_that_ends_before_it_starts() -> None:
    found = shrunk(incidents(inconsistent=True), lambda _: True)
    assert [one.code for one in check(found, rules=RULES)] == ["TL101"]
    assert len(found.events) == 1
    assert not any((found.parties, found.evidence, found.sources, found.links))
    assert found.events[0].start.precision is Precision.MINUTE


def test_a_contradiction_shrinks_to_the_fewest_events_it_needs() -> None:
    found = shrunk(incidents(inconsistent=True), lambda one: bool(one.links))
    assert len(found.events) == 2
    assert {one.start for one in found.events} != {Moment.unknown()}


# Windows


@pytest.mark.parametrize("pair", WINDOWS)
def test_what_is_told_lies_within_the_window(pair: tuple[Bound, Bound]) -> None:
    span = window(pair, "UTC")

    @FEW
    @seed(0)
    @given(
        any_of=incidents(within=pair),
        sound=incidents(within=pair, consistent=True),
        planted=incidents(within=pair, inconsistent=True),
    )
    def lies(any_of: Incident, sound: Incident, planted: Incident) -> None:
        for one in (any_of, sound, planted):
            assert all(map(span.holds_event, one.events))
        assert solve(sound, axioms=(*AXIOMS, *USUAL_AXIOMS)).is_consistent
        assert [one for one in check(sound) if one.severity in ERRORS] == []
        assert solve(planted).conflicts

    lies()


def test_an_instant_is_a_window_too() -> None:
    now = datetime(2024, 5, 4, tzinfo=UTC)

    @FEW
    @seed(0)
    @given(incidents(within=(now, now)))
    def lies(incident: Incident) -> None:
        assert {one.start.earliest_utc for one in incident.events} <= {now}

    lies()


def test_dates_are_whole_days_of_the_zone() -> None:
    span = window((date(2024, 5, 4), date(2024, 5, 4)), "Asia/Tokyo")
    assert span.first == datetime(2024, 5, 3, 15, tzinfo=UTC)
    assert span.last == datetime(2024, 5, 4, 14, 59, 59, 999_999, tzinfo=UTC)


def test_the_simplest_times_are_a_windows_first_minutes() -> None:
    strategy = incidents(within=DECADES, consistent=True, zone="UTC")
    found = shrunk(strategy, lambda one: len(one.events) == 2)
    told = [one.start.stated for one in found.events]
    assert told == ["1850-01-01T00:00", "1850-01-01T00:01"]


def test_a_course_that_is_made_quicker_keeps_its_order() -> None:
    first = datetime(2024, 1, 1, tzinfo=UTC)
    spans = [
        Span(first + timedelta(days=day), first + timedelta(days=day + 1))
        for day in (0, 1, 4)
    ]
    short = Window(first, first + timedelta(seconds=10))
    quicker = within(spans, short)
    assert quicker == tuple(
        Span(first + timedelta(seconds=2 * day), first + timedelta(seconds=2 * day + 2))
        for day in (0, 1, 4)
    )
    assert within(quicker, short) == quicker


def test_all_is_told_in_the_zone_that_is_asked_for() -> None:
    @FEW
    @seed(0)
    @given(incidents(zone="Asia/Tokyo", consistent=True), incidents(zone="-02:00"))
    def is_told(sound: Incident, any_of: Incident) -> None:
        assert {one.start.zone for one in sound.events} <= {"Asia/Tokyo", None}
        assert {one.published and one.published.zone for one in sound.sources} <= {
            "Asia/Tokyo",
            None,
        }
        assert {one.start.zone for one in any_of.events} <= {"-02:00", None}

    is_told()


# What can't be had


FILLERS = (date(1900, 1, 1), date(1900, 1, 2))
NAIVE = datetime(2024, 1, 1)
OPEN = Moment.since("2024", zone="UTC")
BAD_PAIR: Any = (date(2024, 1, 1),)
BAD_BOUND: Any = ("2024", "2025")
ALL_KINDS: Any = "call"
WORD: Any = "1"
NUMBER: Any = 7
NUMBERS: Any = (7,)
SHARE: Any = 1.5


@pytest.mark.parametrize(
    ("strategy", "words"),
    [
        (
            incidents(consistent=True, inconsistent=True),
            "consistent= and inconsistent=",
        ),
        (incidents(zone="UTC", zones=("UTC",)), "zone= and zones="),
        (incidents(inconsistent=True, max_events=0), "inconsistent=True.*max_events=0"),
        (incidents(kinds=ALL_KINDS), "kinds='call' must hold"),
        (incidents(zone="Mars/Base"), "Mars/Base"),
        (incidents(within=BAD_PAIR), "no pair"),
        (incidents(within=BAD_BOUND), "'2024'"),
        (incidents(within=(NAIVE, date(2025, 1, 1))), "with a zone"),
        (incidents(within=(date(2024, 1, 1), OPEN)), "give a date"),
        (incidents(within=(date(2024, 1, 2), date(2024, 1, 1))), "ends before"),
        (incidents(within=(date(99, 1, 1), date(2024, 1, 1))), "the years 100 to"),
        (incidents(within=(date(2024, 1, 1), date(9999, 1, 1))), "the years 100 to"),
        (incidents(within=SECONDS, consistent=True, max_events=99), "max_events=99"),
        (timelines(min_events=2, max_events=1), "no range"),
        (incidents(min_events=WORD), "min_events='1' is no number"),
        (incidents(max_events=SHARE), "max_events=1.5 is no number"),
        (incidents(min_events=True), "min_events=True is no number"),
        (incidents(consistent=WORD), "consistent='1' is no bool"),
        (incidents(inconsistent=WORD), "inconsistent='1' is no bool"),
        (incidents(min_events=10**6), "min_events and max_events are 100 at most"),
        (incidents(kinds=("Shots!",)), "kinds has 'Shots!'"),
        (incidents(kinds=NUMBER), "kinds=7 must hold"),
        (incidents(kinds=NUMBERS), r"kinds=\(7,\) must hold"),
        (incidents(zone=NUMBER), r"zone=\(7,\) must hold"),
        (incidents(within=FILLERS, consistent=True), "within is 1900-01-01 to"),
        (incidents(within=FILLERS, finding="TL103"), "within is 1900-01-01 to"),
    ],
)
def test_what_cannot_be_had_together_is_refused_when_drawn(
    strategy: SearchStrategy[Any], words: str
) -> None:
    with pytest.raises(InvalidArgument, match=words):
        drawn_from(strategy)


def test_a_hundred_events_can_be_drawn() -> None:
    drawn_from(incidents(min_events=100, max_events=100))
    drawn_from(incidents(min_events=100, max_events=100, consistent=True))


@pytest.mark.parametrize(
    "pair",
    [
        (date(1899, 12, 1), date(1900, 2, 1)),
        (date(1969, 12, 1), date(1970, 1, 31)),
        (date(1969, 1, 1), date(1970, 12, 31)),
    ],
)
def test_days_that_stand_for_no_date_are_left_out_of_a_consistent_incident(
    pair: tuple[date, date],
) -> None:
    @FEW
    @seed(0)
    @given(incidents(within=pair, consistent=True))
    def is_clean(incident: Incident) -> None:
        assert [one for one in check(incident) if one.severity in ERRORS] == []

    is_clean()


# Timelines


@settings(max_examples=10)
@given(timelines(consistent=True), timelines(inconsistent=True))
def test_timelines_are_solved_incidents(consistent: Any, inconsistent: Any) -> None:
    assert consistent.is_consistent
    assert not inconsistent.is_consistent


@settings(max_examples=10)
@given(timelines(finding="TL101", min_events=2, max_events=2))
def test_timelines_take_the_same_keywords(timeline: Any) -> None:
    assert len(timeline.incident.events) == 2
    assert timeline.conflicts


# How they are drawn


NEW_YEAR = Moment.at("2024-01-01T00:00", zone="UTC")
STRATEGIES: dict[str, SearchStrategy[Any]] = {
    name: getattr(strategies, name)()
    for name in strategies.__all__
    if name.islower() and name != "register"
}
VARIANTS: dict[str, SearchStrategy[Any]] = {
    "consistent": incidents(consistent=True),
    "inconsistent": incidents(inconsistent=True),
    "within": incidents(within=AUTUMN_NIGHT),
    "finding": incidents(finding="TL103"),
    "log": strategies.accounts(form="log"),
    "table": strategies.accounts(form="table"),
    "sample": strategies.documents_broken(sample="19:59 Call.\n20:13 Shots.\n"),
}


@cache
def drawn_by_default(name: str) -> list[Any]:
    """What Hypothesis notes of each example, at the settings that it comes with."""
    noted: dict[str, Any] = {}

    @seed(0)
    @settings(settings.get_profile("default"), database=None, max_examples=20)
    @given({**STRATEGIES, **VARIANTS}[name])
    def draws(value: object) -> None:
        del value

    listening: Any = collector
    with listening.with_value(noted.update):
        draws()
    cases: list[Any] = noted["generate-phase"]["test-cases"]
    return cases


@pytest.mark.parametrize("name", [*STRATEGIES, *VARIANTS])
def test_nothing_is_drawn_in_vain_and_no_health_check_fails(name: str) -> None:
    cases = drawn_by_default(name)
    # An overrun is Hypothesis's own search for examples that are small.
    assert {case["status"] for case in cases} <= {"valid", "overrun"}


NOTED = {
    "incidents": "events: ",
    "timelines": "consistent",
    "moments": "precision: ",
    "awkward_moments": "edge: ",
    "time_phrases": "qualifier: ",
    "documents_broken": "damage: ",
    "inconsistent": "planted: ",
    "finding": "finding: TL103",
    "log": "form: log",
    "table": "form: table",
}


@pytest.mark.parametrize("name", NOTED)
def test_the_statistics_say_what_was_drawn(name: str) -> None:
    cases = drawn_by_default(name)
    noted = {event for case in cases for event in case["events"]}
    assert any(event.startswith(NOTED[name]) for event in noted)


SIMPLEST: dict[str, Callable[[Any], object]] = {
    "ages": lambda one: (one.least, one.greatest, one.citations) == (40, 40, ()),
    "citations": lambda one: (one.source_id, one.quote, one.start) == ("s1", "", None),
    "custody_steps": lambda one: one == CustodyStep(at=NEW_YEAR),
    "events": lambda one: one == Event(kind="call", start=NEW_YEAR),
    "evidence": lambda one: one == Evidence(item_type="firearm"),
    "investigations": lambda one: one == Investigation(),
    "links": lambda one: one == Link(event_id="e1", relation="before", other_id="e2"),
    "participants": lambda one: (one.party_id, one.role) == ("p1", "affected_person"),
    "parties": lambda one: one == Party(),
    "sources": lambda one: one == Source(),
    "timelines": lambda one: one.incident == Incident(),
}


@pytest.mark.parametrize("name", SIMPLEST)
def test_the_simplest_record_says_as_little_as_it_can(name: str) -> None:
    assert SIMPLEST[name](shrunk(STRATEGIES[name], lambda _: True))
