"""What is known and accepted isn't reported, and what accepts nothing is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incident_timeline.checks import (
    UNUSED,
    Case,
    CheckConfig,
    ConfigError,
    Hit,
    Review,
    Rule,
    Suppression,
    check,
    review,
    rule,
)
from incident_timeline.checks.settings.checker import checker
from incident_timeline.model import Event, Incident, Severity, Verdict
from incident_timeline.strategies import incidents

PLACES = ("", "events[0].start", "events[1]", "events[10].end", "events[1].end")
INCIDENT = Incident(
    id="i7",
    events=[Event(id=f"e.{i}" if i else "", kind="shots") for i in range(12)],
)


def saying(code: str, *places: str, verdict: Verdict = Verdict.CERTAIN) -> Rule:
    @rule(code, name=f"{code.lower()}-name", severity=Severity.CONTRADICTION)
    def say(_: Case) -> Iterator[Hit]:
        for where in places:
            yield Hit(where=where, message="so", verdict=verdict)

    return say


def reviewed(*suppress: Any, rules: Any = (), **keys: Any) -> Review:
    config = CheckConfig(suppress=suppress, **keys)
    return review(INCIDENT, rules=rules or [saying("AA101", *PLACES)], config=config)


@pytest.mark.parametrize(
    ("place", "met"),
    [
        ("events", PLACES[1:]),
        ("events[1]", ("events[1]", "events[1].end")),
        ("events[1].end", ("events[1].end",)),
        ("events[10]", ("events[10].end",)),
        ("e1", ("events[0].start",)),
        ("e1.start", ("events[0].start",)),
        ("e.1", ("events[1]", "events[1].end")),
        ("e.1.end", ("events[1].end",)),
        ("e.10", ("events[10].end",)),
    ],
)
def test_a_suppression_covers_its_place_and_what_is_within(
    place: str, met: tuple[str, ...]
) -> None:
    found = reviewed(f"AA101@{place}: known")
    assert {one.finding.where for one in found.suppressed} == set(met)
    assert {one.where for one in found.findings} == set(PLACES) - set(met)
    assert found.exit_status == 1


def test_an_id_is_for_every_finding_that_names_the_record() -> None:
    @rule("AA102", name="two-of-them", severity=Severity.CONTRADICTION)
    def say(case: Case) -> Iterator[Hit]:
        one, other = case.incident.events[:2]
        yield case.hit(one, "start", "so", others=[other])

    for met in (f"AA102@{INCIDENT.events[1].id}", f"AA102@{INCIDENT.events[0].id}"):
        assert not reviewed(met, rules=[say]).findings
    for missed in ("AA102@e.2", f"AA102@{INCIDENT.events[1].id}.start"):
        assert "AA102" in {one.code for one in reviewed(missed, rules=[say]).findings}


@pytest.mark.parametrize("code", ["AA101", "aa101", "AA", "aa101-name", "ALL"])
def test_a_whole_incident_is_suppressed_with_a_reason(code: str) -> None:
    found = reviewed(f"{code}: known")
    assert (found.findings, found.exit_status) == ((), 0)
    assert len(found.suppressed) == len(PLACES)
    assert {one.suppression.reason for one in found.suppressed} == {"known"}


def test_a_suppression_is_for_its_code_and_its_incident_alone() -> None:
    rules = [saying("AA101", "events[0]"), saying("BB101", "events[0]")]
    found = reviewed("AA@e1", rules=rules)
    assert [one.code for one in found.findings] == ["BB101"]
    other = Suppression(code="AA101", where="e1", incident_id="another")
    assert len(reviewed(other).suppressed) == 0
    assert UNUSED.code not in {one.code for one in reviewed(other).findings}
    own = Suppression(code="AA101", where="e1", incident_id="i7")
    assert len(reviewed(own).suppressed) == 1


@pytest.mark.parametrize(
    ("suppression", "where", "subjects"),
    [
        ("AA101@e.3", "events[3]", ("e.3",)),
        ("AA101@e.3.end", "events[3].end", ("e.3",)),
        ("AA101@events[3].start", "events[3].start", ("e.3",)),
        ("AA101@events[99]", "", ()),
        ("AA101@e99", "", ()),
        ("AA101@nothing.at.all", "", ()),
    ],
)
def test_a_suppression_that_meets_nothing_is_reported_at_its_place(
    suppression: str, where: str, subjects: tuple[str, ...]
) -> None:
    rules = [saying("AA101")]
    (found,) = reviewed(suppression, rules=rules).findings
    assert (found.code, found.name) == (UNUSED.code, UNUSED.name)
    assert found.message == f"suppression of {suppression} suppresses nothing"
    assert (found.where, found.subject_ids) == (where, subjects)
    assert check(INCIDENT, rules=rules, config=CheckConfig(suppress=[suppression])) == (
        found,
    )


def test_a_field_is_not_met_by_the_beginning_of_its_name() -> None:
    assert reviewed("AA101@e.1.en").suppressed == ()
    assert reviewed("AA101@event").suppressed == ()


def test_what_is_unused_is_reported_in_order_of_place() -> None:
    rules = [saying("AA101", "events[5]", "events[2]")]
    found = reviewed("AA101@e.3", rules=rules).findings
    assert [one.where for one in found] == ["events[2]", "events[3]", "events[5]"]


def test_a_whole_incident_without_the_fault_is_told_without_a_place() -> None:
    (found,) = reviewed("AA101: known", rules=[saying("AA101")]).findings
    assert found.message == "suppression of AA101 suppresses nothing"
    assert found.severity is Severity.NOTE


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ({}, True),
        ({"ignore": ["TL0"]}, False),
        ({"ignore": ["TL"], "extend_select": ["TL001"]}, True),
        ({"select": ["AA1"]}, True),
        ({"select": ["BB"]}, False),
        ({"ignore": ["AA101"]}, False),
    ],
)
def test_an_unused_suppression_is_told_where_its_rule_was_run(
    keys: dict[str, list[str]], *, told: bool
) -> None:
    rules = [saying("AA101"), saying("BB101")]
    found = reviewed("AA101@e1", rules=rules, **keys).findings
    assert bool(found) == told


def test_an_unused_suppression_may_be_graded_so_that_it_fails() -> None:
    keys = {"severities": {"TL001": "implausible"}}
    assert reviewed("AA101@e1", rules=[saying("AA101")], **keys).exit_status == 1


def test_a_suppression_of_what_is_possible_is_used_though_that_is_not_asked() -> None:
    rules = [saying("AA101", "events[0]", verdict=Verdict.POSSIBLE)]
    found = reviewed("AA101@e1", rules=rules)
    assert (found.findings, len(found.suppressed)) == ((), 1)


def test_of_several_incidents_one_that_it_meets_is_enough() -> None:
    config = CheckConfig(suppress=["AA101@e1"])
    made = checker([saying("AA101", "events[0]")], config)
    used = [one.suppression for one in made.check(INCIDENT).suppressed]
    both = [INCIDENT, Incident()]
    assert list(made.unused(used, both)) == []
    (unused,) = made.unused([], both)
    assert unused.where == ""
    assert list(made.unused([], [])) == []


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("TL103@e4", ("TL103", "e4", "")),
        ("TL103@e4.start: the clock: slow", ("TL103", "e4.start", "the clock: slow")),
        (" TL1 @ e:4 ", ("TL1", "e:4", "")),
        ("TL1: two clocks", ("TL1", "", "two clocks")),
        ("TL1@a@b", ("TL1", "a@b", "")),
    ],
)
def test_a_suppression_is_read_from_text(
    text: str, parts: tuple[str, str, str]
) -> None:
    one = Suppression.parse(text)
    assert (one.code, one.where, one.reason) == parts
    assert Suppression.parse(str(one)) == one


words = st.text("abcXYZ019.[]- ", min_size=1, max_size=12).filter(str.strip)


@given(code=words, where=words, reason=words)
def test_what_is_written_is_read_again(code: str, where: str, reason: str) -> None:
    one = Suppression(code=code.strip(), where=where.strip(), reason=reason.strip())
    assert Suppression.parse(str(one)) == one


@pytest.mark.parametrize("text", ["", "@e4", "TL103", "TL103@", "TL103:  "])
def test_neither_code_nor_place_nor_reason_is_refused(text: str) -> None:
    with pytest.raises(ConfigError, match=r"suppress"):
        Suppression.parse(text)


@given(incidents())
def test_what_is_suppressed_and_what_is_reported_are_all_that_was_found(
    incident: Incident,
) -> None:
    plain = check(incident, possible=True)
    config = CheckConfig(suppress=["TL10@events: known"], ignore=["TL0"], possible=True)
    found = review(incident, config=config)
    hidden = [one.finding for one in found.suppressed]
    assert Counter((*found.findings, *hidden)) == Counter(plain)
    assert all(one.code.startswith("TL10") for one in hidden)


@pytest.mark.parametrize("head", ["e." * 100, "x" * 200, "e" + ".a" * 99])
def test_the_longest_id_is_known_before_a_very_long_path(head: str) -> None:
    one = Event(id=head[:200], kind="shots")
    incident = Incident(events=[Event(id="first", kind="shots"), one])
    there = Suppression(code="TLX101", where=f"{one.id}.start" + ".a" * 500)
    config = CheckConfig(suppress=[there])
    told = review(incident, rules=[saying("TLX101", "events[1].start")], config=config)
    unused = [one for one in told.findings if one.code == UNUSED.code]
    assert [one.subject_ids for one in unused] == [(one.id,)]
