"""Each law of rules has a rule that breaks just that; the library's own keep all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count
from typing import Any

import pytest
from attrs import evolve

from incident_timeline.checks import ALL_RULES, Case, Hit, Rule
from incident_timeline.errors import UnknownReferenceError
from incident_timeline.model import Event, Incident
from incident_timeline.moments import Moment
from incident_timeline.testing import Breach, Check, LawBrokenError
from incident_timeline.testing._judged_rules import JUDGES, listed, stays
from incident_timeline.testing._laws.rules import RULE_LAWS
from incident_timeline.testing._subjects import CHANGES, Subject, subjects
from incident_timeline.testing._vaguer import stays_vague, vaguer
from incident_timeline.testing.rules import rule_checks
from tests.testing.broken_rules import (
    BROKEN,
    SALTED,
    SOUND,
    each,
    rule_of,
    slow,
    witness,
)

CODES = tuple(law.code for law in RULE_LAWS)
THOROUGH = ("R26",)
BY_CHOICE = "of the ways to explain a conflict the order of telling chooses"
# What the library's own break, and why that is meant so.
MEANT: dict[str, dict[str, str]] = {
    "TL102": {"R16": BY_CHOICE, "R17": BY_CHOICE},
    "TL106": {"R16": BY_CHOICE, "R17": BY_CHOICE},
    "TL203": {"R20": "steps whose times overlap are taken in the order of telling"},
    "TL306": {"R17": "of three with one name, the first told is the one compared with"},
    "TL506": {"R20": "bounds that are the same are alike; what they hold may not be"},
    "TL508": {"R16": "it compares the times with the order of telling"},
    "TL510": {"R19": "a clock time happens twice on some days of the year"},
    "TL516": {"R19": "it compares the bounds with what is stated, which stays"},
}


def asked(rule: Rule, code: str, **more: Any) -> Check:
    (found,) = (one for one in rule_checks(rule, **more) if one.law.code == code)
    return found


def broken(check: Check) -> LawBrokenError:
    with pytest.raises(LawBrokenError) as caught:
        check()
    return caught.value


@pytest.mark.thorough
@pytest.mark.parametrize("what", BROKEN)
def test_a_broken_rule_breaks_just_the_laws_that_it_is_to(what: str) -> None:
    make, codes = BROKEN[what]
    expected = dict.fromkeys(codes, "broken so")
    for check in rule_checks(make(), expected_failures=expected):
        check()
    if what == "meddles":
        subjects.cache_clear()


def test_every_law_has_a_rule_that_is_broken_in_just_that_way() -> None:
    assert {codes[0] for _, codes in BROKEN.values()} == set(CODES) - set(THOROUGH)


@pytest.mark.parametrize("check", rule_checks(SOUND))
def test_a_sound_rule_keeps_every_law(check: Check) -> None:
    check()


@pytest.mark.thorough
@pytest.mark.parametrize("rule", ALL_RULES, ids=lambda rule: rule.code)
def test_the_librarys_own_rules_keep_every_law(rule: Rule) -> None:
    for check in rule_checks(rule):
        if check.law.code not in MEANT.get(rule.code, {}):
            check()


@pytest.mark.parametrize(
    ("code", "law"), [("TL306", "R17"), ("TL508", "R16"), ("TL516", "R19")]
)
def test_what_the_library_breaks_on_purpose_shows_on_the_witness(
    code: str, law: str
) -> None:
    rule = next(rule for rule in ALL_RULES if rule.code == code)
    expected = MEANT[code]
    asked(rule, law, expected_failures=expected)()


def test_each_law_is_asked_in_the_order_of_its_code() -> None:
    thorough = rule_checks(SOUND, effort="thorough")
    assert tuple(check.law.code for check in thorough) == CODES
    assert tuple(check.law.code for check in rule_checks(SOUND)) == CODES[:-1]


def test_a_law_that_does_not_apply_is_not_asked() -> None:
    bare = rule_checks(rule_of(slow, witness=None))
    assert {"R06", "R07", "R25"}.isdisjoint(check.law.code for check in bare)
    statute = next(rule for rule in ALL_RULES if rule.laws)
    assert "R19" not in {check.law.code for check in rule_checks(statute)}
    unnamed = rule_checks(rule_of(slow), effort="thorough")
    assert "R26" not in {check.law.code for check in unnamed}


def test_a_failure_is_expected_of_a_law_that_is_asked() -> None:
    with pytest.raises(UnknownReferenceError, match="R99"):
        rule_checks(SOUND, expected_failures={"R99": "no such law"})


@pytest.mark.thorough
def test_what_the_hash_seed_changes_shows_in_another_process() -> None:
    asked(SOUND, "R26", effort="thorough")()
    error = broken(asked(SALTED, "R26", effort="thorough"))
    assert error.breach is not None
    assert error.breach.expected != error.breach.seen


def calls(case: Case) -> Iterator[Hit]:
    for call in case.incident.events_of_kind("call"):
        yield evolve(case.hit(call, "", "is a call"), where="a call")


def test_the_smallest_incident_is_shown() -> None:
    error = broken(asked(rule_of(calls, witness=None), "R08"))
    assert error.breach is not None
    assert error.breach.input.count("Event(") == 1
    assert "'a call' in\n[certain] a call: MYC101" in error.breach.seen
    assert "R08 places-exist is broken" in str(error)


def fails() -> Incident:
    raise RuntimeError


def test_a_rule_whose_witness_fails_is_tried_on_others() -> None:
    asked(rule_of(slow, witness=fails), "R08")()


@pytest.mark.parametrize(
    ("made", "seen"),
    [(fails, "raises RuntimeError()"), (lambda: 7, "raises TypeError")],
)
def test_what_is_wrong_with_a_witness_is_told(made: Any, seen: str) -> None:
    error = broken(asked(rule_of(slow, witness=made), "R06"))
    assert error.breach is not None
    assert error.breach.seen.startswith(seen)


def test_what_is_no_finding_is_told() -> None:
    class Odd(Rule):
        def __call__(self, case: Case) -> Any:
            return ["a finding"]

    rule = Odd(code="MYC101", name="odd", severity=SOUND.severity, look=slow)
    breach = JUDGES["R01"][0](rule, Subject(Incident()))
    assert breach == Breach(expected="findings", seen="'a finding'")


@pytest.mark.parametrize(
    ("where", "stands"),
    [
        ("events[0]", True),
        ("events[0].start", True),
        ("events[1].end", True),
        ("title", True),
        ("", False),
        ("events[2]", False),
        ("events[0].finish", False),
        ("events[0].part_of_id", False),
        ("events[0].start[0]", False),
        ("events[0] start", False),
    ],
)
def test_a_place_is_a_path_to_what_is_there(where: str, stands: bool) -> None:
    rule = each(lambda case, tow: {"where": where})
    assert (JUDGES["R08"][0](rule, Subject(witness())) is None) == stands


@pytest.mark.parametrize(
    ("message", "is_one"),
    [
        ("ends too soon", True),
        ("SIU was told late", True),
        ("'A man' is named twice", True),
        ("31 days pass", True),
        ("", False),
        ("Ends too soon", False),
        ("ends too soon.", False),
        ("ends too soon ", False),
        ("ends\ntoo soon", False),
        ("ends \u202enoos oot", False),
    ],
)
def test_a_message_is_one_small_line(message: str, is_one: bool) -> None:
    rule = each(lambda case, tow: {"message": message})
    assert (JUDGES["R13"][0](rule, Subject(witness())) is None) == is_one


def test_a_mend_may_be_missing() -> None:
    rule = each(lambda case, tow: {"mend": ""})
    assert JUDGES["R14"][0](rule, Subject(witness())) is None


@pytest.mark.parametrize("how", CHANGES)
def test_each_change_leaves_the_witness_valid(how: str) -> None:
    case = Subject(witness()).changed(how)
    assert case is not None
    assert case.incident != witness()


def test_what_leaves_the_calendar_is_not_tried() -> None:
    first = Moment.at("0002-01-01", zone="UTC")
    edge = Incident(events=[Event(kind="call", start=first)])
    made = {how: Subject(edge).changed(how) for how in CHANGES}
    left = {how for how, case in made.items() if case is None}
    assert left == {"a year sooner", "two days wider"}
    for judges in JUDGES.values():
        for judge in judges:
            assert judge(SOUND, Subject(edge)) is None


def at_random() -> Rule:
    numbers = count()

    def look(case: Case) -> Iterator[Hit]:
        """Every event, or none of them."""
        for event in case.incident.events:
            if next(numbers) * 7 % 3:
                yield case.hit(event, "", "happens at times")

    return rule_of(look)


@pytest.mark.thorough
def test_a_rule_that_says_now_this_now_that_is_told_so() -> None:
    broken = set()
    for check in rule_checks(at_random()):
        try:
            check()
        except LawBrokenError as error:
            broken.add(error.law.code)
    assert "R02" in broken


def test_a_reading_of_vague_times_is_shown_with_what_is_said_of_it() -> None:
    make, _ = BROKEN["looks at one bound"]
    error = broken(asked(make(), "R20"))
    assert error.breach is not None
    assert error.breach.seen.startswith("in a reading of those times:\nnothing\n")
    assert "(about e1)" in error.breach.expected


def test_what_is_certain_stays_so_where_all_times_are_drawn_in() -> None:
    make, _ = BROKEN["takes back"]
    breach = stays(make(), Subject(witness()))
    assert breach is not None
    assert breach.seen.startswith("narrowed to first instants:\n[possible]")
    assert stays(SOUND, Subject(witness())) is None


def test_what_is_no_finding_is_listed_as_it_is() -> None:
    assert listed(["a finding"]) == "'a finding'"


def test_times_that_say_nothing_are_told_no_more_vaguely() -> None:
    bare = Incident(events=[Event(kind="call")])
    assert list(vaguer(bare)) == [bare, bare]


def test_what_cannot_be_told_more_vaguely_stays() -> None:
    odd = Moment.at("2024-01-01", zone="UTC", text="then")
    first = evolve(odd, earliest_utc=None, stated="then")
    for one in vaguer(Incident(events=[Event(kind="call", start=first)])):
        assert one.events[0].start.text == "then"
        assert one.events[0].start.earliest_utc is None
    early = Moment.at("0002-01-01", zone="UTC")
    edge = Incident(events=[Event(kind="call", start=early, end=odd)])
    assert len(list(vaguer(edge))) == 3


def test_times_with_an_open_bound_are_read_as_they_are() -> None:
    since = Moment.since("2024", zone="UTC")
    rule = each(lambda case, tow: {})
    tow = evolve(witness().events[0], start=since, end=None)
    assert stays_vague(rule, Subject(Incident(events=[tow]))) is None

    def look(case: Case) -> Iterator[Hit]:
        """Every event."""
        for event in case.incident.events:
            yield case.hit(event, "", "happened")

    assert stays_vague(rule_of(look), Subject(Incident(events=[tow]))) is None


def test_every_rule_has_its_page() -> None:
    for law in RULE_LAWS:
        assert re.fullmatch(r"R\d\d", law.code)
        assert law.page.startswith(f"# {law.title.replace('-', ' ', 1)}\n")
