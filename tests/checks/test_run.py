"""How rules are run, and in which order findings come."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from incident_timeline.checks import RULES, Case, Hit, Rule, check, rule
from incident_timeline.errors import DuplicateCodeError, RuleError, TimelineError
from incident_timeline.model import Draft, Incident, Severity, Verdict
from incident_timeline.moments import Moment


def saying(code: str, *places: str, verdict: Verdict = Verdict.CERTAIN) -> Rule:
    @rule(code, name=f"{code.lower()}-name", severity=Severity.NOTE)
    def say(_: Case) -> Iterator[Hit]:
        for where in places:
            yield Hit(where=where, message="so", verdict=verdict)

    return say


def test_findings_are_ordered_by_place_and_then_by_code() -> None:
    places = ("links[0]", "events[10].start", "events[2].end", "events[2]", "")
    found = check(
        Incident(), rules=[saying("BB001", *places), saying("AA001", *places)]
    )
    assert [(one.where, one.code) for one in found] == [
        (where, code)
        for where in ("", "events[2]", "events[2].end", "events[10].start", "links[0]")
        for code in ("AA001", "BB001")
    ]


def test_the_order_of_rules_does_not_matter() -> None:
    draft = Draft(zone="UTC")
    draft.event("pursuit", "2023-11-23T21:10", end="2023-11-23T20:55")
    draft.event("shots", Moment.on("2023-11-23", zone="UTC", text="Friday"))
    incident = draft.incident()
    found = check(incident)
    assert [one.code for one in found] == ["TL101", "TL501"]
    assert check(incident, rules=reversed(RULES)) == found


def test_possible_findings_come_on_request_alone() -> None:
    rules = [saying("AA001", "a", verdict=Verdict.POSSIBLE), saying("BB001", "b")]
    assert [one.code for one in check(Incident(), rules=rules)] == ["BB001"]
    found = check(Incident(), rules=rules, possible=True)
    assert [one.code for one in found] == ["AA001", "BB001"]


def test_own_rules_stand_beside_the_librarys() -> None:
    draft = Draft(zone="UTC")
    draft.event("pursuit", "2023-11-23T21:10", end="2023-11-23T20:55")
    found = check(draft.incident(), rules=(*RULES, saying("AA001", "events[0].end")))
    assert [one.code for one in found] == ["AA001", "TL101"]


def test_no_rule_finds_nothing() -> None:
    assert check(Incident(), rules=()) == ()


def test_a_code_that_two_rules_share_is_refused() -> None:
    rules = [saying("AA001"), saying("AA001"), saying("AA002")]
    with pytest.raises(
        DuplicateCodeError, match="2 rules have the code AA001"
    ) as caught:
        check(Incident(), rules=rules)
    assert caught.value.code == "AA001"
    assert isinstance(caught.value, TimelineError)
    assert isinstance(caught.value, ValueError)


@rule("AA001", name="broken", severity=Severity.NOTE)
def broken(_: Case) -> Iterator[Hit]:
    """One that fails after its first word."""
    yield Hit(where="", message="so far so good")
    message = "division by zero"
    raise ZeroDivisionError(message)


def test_a_rule_that_fails_is_named() -> None:
    with pytest.raises(RuleError) as caught:
        check(Incident(id="42"), rules=[broken])
    message = "rule AA001 (broken) failed on incident '42': ZeroDivisionError: division"
    assert str(caught.value).startswith(message)
    assert caught.value.code == "AA001"
    assert isinstance(caught.value.__cause__, ZeroDivisionError)


def possible_of(incident: Incident) -> list[str]:
    return [
        one.message
        for one in check(incident, possible=True)
        if one.verdict is Verdict.POSSIBLE
    ]


def test_what_some_readings_forbid_is_possible() -> None:
    draft = Draft(zone="UTC")
    draft.source("He was shot.", published="2023-11-23T12:00")
    who = [(draft.party("a man"), "affected_person")]
    day = "2023-11-23"
    draft.event("shots", day, end=day, quote="He was shot", who=who)
    draft.event("first_aid", day, who=who)
    draft.event("death_pronouncement", day, who=who)
    draft.event("arrest", day, who=who)
    assert possible_of(draft.incident()) == [
        f"may end ({day}) before it starts ({day})",
        f"may start ({day}) after its source was published ({day} 12:00)",
        f"first_aid ({day}) may come before shots ({day})",
        f"death_pronouncement ({day}) may come before shots ({day})",
        (
            f"may take part as affected_person in arrest ({day}) after"
            f" death_pronouncement ({day})"
        ),
    ]


def test_an_event_of_the_day_of_publication_is_not_even_possibly_too_late() -> None:
    draft = Draft(zone="UTC")
    draft.source("He was shot.", published="2023-11-23")
    draft.event("shots", "2023-11-23T20:47", quote="He was shot")
    assert possible_of(draft.incident()) == []


@pytest.mark.parametrize("when", [Moment.unknown(), Moment.since("2023", zone="UTC")])
def test_nothing_is_possible_where_a_bound_that_decides_is_open(when: Moment) -> None:
    draft = Draft(zone="UTC")
    draft.event("pursuit", when, end="2023-11-23")
    draft.event("shots", when)
    draft.event("death_pronouncement", "2023-11-23")
    assert possible_of(draft.incident()) == []
