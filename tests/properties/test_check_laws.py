"""The laws of checking, on any incident and on those that every rule reports."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Hashable
from datetime import timedelta
from importlib import import_module
from typing import Any, TypeVar

import attrs
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from incident_timeline.checks import RULES, Case, check
from incident_timeline.model import Citation, Event, Evidence, Finding, Incident, Party
from incident_timeline.moments import Moment
from incident_timeline.strategies import incidents

R = TypeVar("R")
# Each of these compares stated times two by two, whatever else is stated.
DIRECT = {"TL101", "TL103", "TL104", "TL105"}
ORDER = {"TL101", "TL102", "TL103", "TL104", "TL106", "TL107"}
ORDER |= {"TL115", "TL116", "TL117"}
# Of the ways to explain a conflict the order of telling chooses; TL508 reads it.
BY_TELLING = {"TL102", "TL106", "TL508"}
# What the calendar decides: a law, a change of the clocks, a value as it is stated.
BY_CALENDAR = {"TL510", "TL513", "TL516", "TL517"}
BY_CALENDAR |= {rule.code for rule in RULES if rule.laws}
REPORTED: list[Incident] = [
    case[1]
    for rule in RULES
    for case in import_module(f"tests.checks.fixtures.{rule.code}.reported").CASES
]
any_incidents = st.one_of(incidents(), st.sampled_from(REPORTED))
gaps = st.timedeltas(timedelta(days=-2000), timedelta(days=2000))
widths = st.timedeltas(timedelta(), timedelta(days=2))


def told(finding: Finding) -> Hashable:
    """What a finding says, apart from its words and its place."""
    subjects = frozenset(finding.subject_ids)
    return finding.code, finding.verdict, finding.severity, subjects


def codes_of(findings: tuple[Finding, ...]) -> set[str]:
    return {finding.code for finding in findings}


def mapped(value: Any, change: Callable[[str, Any], Any], name: str = "") -> Any:
    """A record with every field changed, and likewise those within it."""
    value = change(name, value)
    if isinstance(value, tuple):
        return tuple(mapped(one, change, name) for one in value)
    if attrs.has(type(value)) and not isinstance(value, Moment):
        fields = [one.name for one in attrs.fields(type(value))]
        known = [one for one in fields if not one.startswith("_")]
        return evolve(
            value, **{one: mapped(getattr(value, one), change, one) for one in known}
        )
    return value


@given(any_incidents)
def test_checking_is_total_and_gives_the_same_each_time(incident: Incident) -> None:
    before = repr(incident)
    found = check(incident, possible=True)
    assert check(incident, possible=True) == found
    assert repr(incident) == before


@given(any_incidents)
def test_what_is_possible_is_told_beside_what_is_certain(incident: Incident) -> None:
    every = check(incident, possible=True)
    certain = tuple(one for one in every if one.verdict == "certain")
    assert check(incident) == certain


@given(any_incidents)
def test_each_rule_says_the_same_alone_as_beside_the_others(incident: Incident) -> None:
    alone = Counter(one for rule in RULES for one in check(incident, rules=[rule]))
    assert Counter(check(incident)) == alone


@given(any_incidents)
def test_places_subjects_and_quotes_are_of_the_incident(incident: Incident) -> None:
    ids = {record.id for record in incident.records}
    cited = {citation for _, _, citation in Case(incident).citations}
    for finding in check(incident, possible=True):
        assert resolved(incident, finding.where) is not None
        assert finding.subject_ids
        assert set(finding.subject_ids) <= ids
        assert set(finding.citations) <= cited


def resolved(incident: Incident, where: str) -> object:
    value: Any = incident
    for name, number in re.findall(r"(\w+)(?:\[(\d+)\])?", where):
        value = getattr(value, name)
        if number:
            value = value[int(number)]
    return value


@given(incidents(consistent=True))
def test_a_consistent_incident_is_no_contradiction(incident: Incident) -> None:
    # Two like events of one minute may be one told twice, and still be consistent.
    assert codes_of(check(incident)) <= {"TL506"}


@given(any_incidents, st.randoms(use_true_random=False))
def test_the_order_of_telling_changes_no_finding(
    incident: Incident, random: Any
) -> None:
    events = list(incident.events)
    random.shuffle(events)
    found = check(incident, possible=True)
    other = check(evolve(incident, events=events), possible=True)

    def kept(findings: tuple[Finding, ...]) -> Counter[Hashable]:
        return Counter(told(one) for one in findings if one.code not in BY_TELLING)

    assert kept(other) == kept(found)
    assert bool(codes_of(check(evolve(incident, events=events))) & ORDER) == bool(
        codes_of(check(incident)) & ORDER
    )


@given(any_incidents)
def test_other_ids_change_no_finding(incident: Incident) -> None:
    records = list(incident.records)
    names = {one.id: f"r{len(records) - i}" for i, one in enumerate(records)}

    def renamed(name: str, value: Any) -> Any:
        is_id = isinstance(value, str) and (
            name == "id" or name.endswith(("_id", "_ids"))
        )
        return names.get(value, value) if is_id else value

    def kept(finding: Finding) -> Hashable:
        subjects = tuple(names.get(one, one) for one in finding.subject_ids)
        return told(evolve(finding, subject_ids=subjects)), finding.where

    found = check(incident, possible=True)
    other = check(mapped(incident, renamed), possible=True)
    assert Counter((told(one), one.where) for one in other) == Counter(map(kept, found))


@given(any_incidents, gaps)
def test_moving_all_times_alike_changes_no_finding(
    incident: Incident, gap: timedelta
) -> None:
    def moved(_: str, value: Any) -> Any:
        if not isinstance(value, Moment):
            return value
        shifted = value.shift(gap)
        # The words stay: what they say of a weekday isn't a matter of the clock.
        return evolve(shifted, stated=value.stated, text=value.text)

    def kept(findings: tuple[Finding, ...]) -> list[Hashable]:
        kept = (one for one in findings if one.code not in BY_CALENDAR)
        return [(told(one), one.where) for one in kept]

    other = check(mapped(incident, moved), possible=True)
    assert kept(other) == kept(check(incident, possible=True))


@given(
    incident=any_incidents,
    place=st.integers(0, 11),
    sooner=widths,
    later=widths,
    is_end=st.booleans(),
    is_open=st.booleans(),
)
def test_a_vaguer_time_adds_no_certain_order_finding(
    *,
    incident: Incident,
    place: int,
    sooner: timedelta,
    later: timedelta,
    is_end: bool,
    is_open: bool,
) -> None:
    events = list(incident.events)
    if not events:
        return
    event = events[place % len(events)]
    name = "end" if is_end and event.end is not None else "start"
    moment: Moment = getattr(event, name)
    earliest = moment.earliest_utc and moment.earliest_utc - sooner
    latest = None if is_open else moment.latest_utc and moment.latest_utc + later
    wider: Any = {name: evolve(moment, earliest_utc=earliest, latest_utc=latest)}
    events[place % len(events)] = evolve(event, **wider)
    found = check(incident)
    other = check(evolve(incident, events=events))
    # Which of two deaths an act comes after may change, not that it comes after one.
    direct = {(one.code, one.where) for one in found if one.code in DIRECT}
    assert {(one.code, one.where) for one in other if one.code in DIRECT} <= direct
    if not codes_of(found) & ORDER:
        assert not codes_of(other) & ORDER


@given(any_incidents)
def test_what_is_unrelated_changes_no_finding(incident: Incident) -> None:
    more = evolve(
        incident,
        events=(
            *incident.events,
            Event(id="unrelated event", kind="x-other:unrelated"),
        ),
        parties=(*incident.parties, Party(id="unrelated party")),
        evidence=(*incident.evidence, Evidence(id="unrelated item", item_type="knife")),
    )
    assert check(more, possible=True) == check(incident, possible=True)


@given(any_incidents)
def test_a_case_finds_every_moment_and_citation(incident: Incident) -> None:
    case = Case(incident)
    found: Counter[str] = Counter()

    def counted(_: str, value: Any) -> Any:
        if isinstance(value, Moment | Citation):
            found[type(value).__name__] += 1
        return value

    mapped(incident, counted)
    assert len(case.moments) == found["Moment"]
    assert len(case.citations) == found["Citation"]
    for record, field, value in (*case.moments, *case.citations):
        assert resolved(incident, case.where(record, field)) == value
