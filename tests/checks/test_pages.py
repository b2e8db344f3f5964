"""Every code has a page, and the written ones say what the code says."""

from __future__ import annotations

import re

import pytest
from attrs import evolve, frozen

from incident_timeline.checks import ALL_RULES, RULES, Rule, check, explain
from incident_timeline.checks.pages import pages
from incident_timeline.errors import UnknownReferenceError
from incident_timeline.model import Severity

SECTIONS = (
    "What it does",
    "Why it matters",
    "What it leaves alone",
    "Mend",
    "Example",
    "Source",
)
FAMILIES = {1, 2, 3, 4, 5}

each_rule = pytest.mark.parametrize("rule", ALL_RULES, ids=lambda rule: rule.code)


@each_rule
def test_a_page_has_every_section_in_order(rule: Rule) -> None:
    wanted = (*SECTIONS, "In force") if rule.laws else SECTIONS
    assert tuple(re.findall(r"^## (.+)$", rule.page, re.MULTILINE)) == wanted


@each_rule
def test_a_rule_says_since_when_it_is_there(rule: Rule) -> None:
    assert rule.since


@each_rule
def test_a_witness_shows_its_rule_alone(rule: Rule) -> None:
    assert rule.witness is not None
    rules = RULES if rule.is_default else (*RULES, rule)
    found = check(rule.witness(), rules=rules, possible=True)
    assert [finding.code for finding in found] == [rule.code]
    assert str(found[0]) in rule.page


@each_rule
def test_a_witness_suggests_a_mend(rule: Rule) -> None:
    assert rule.witness is not None
    found = check(rule.witness(), rules=[rule])
    assert found
    for finding in found:
        assert finding.mend
        assert finding.message[:1] == finding.message[:1].lower()


def test_codes_are_of_the_families_and_in_order() -> None:
    codes = [rule.code for rule in ALL_RULES]
    assert codes == sorted(set(codes))
    assert {code[:2] for code in codes} == {"TL"}
    assert {int(code[2]) for code in codes} <= FAMILIES


def test_names_are_used_once() -> None:
    assert len({rule.name for rule in ALL_RULES}) == len(ALL_RULES)


@pytest.mark.parametrize("code", ["TL101", "tl101"])
def test_a_code_is_explained_by_its_page(code: str) -> None:
    assert explain(code) == RULES[0].page


@frozen
class Reading:
    """What a parser reports, which is no rule."""

    code: str
    name: str
    severity: Severity
    page: str


READING = Reading("TL601", "unreadable-row", Severity.MISSING, "# TL601\n")


def test_whatever_has_a_page_is_explained_too() -> None:
    assert explain("TL601", (*RULES, READING)) == "# TL601\n"


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("TL611", "the nearest are TL601"),
        ("", "none is like it"),
        ("tl", "the nearest are TL601, TL101"),
    ],
)
def test_an_unknown_code_is_refused_with_those_like_it(code: str, told: str) -> None:
    with pytest.raises(UnknownReferenceError, match=told) as caught:
        explain(code, (READING, RULES[0]))
    assert caught.value.wanted == code


def test_pages_are_named_and_listed_by_code() -> None:
    made = pages([READING, evolve(RULES[0], since="")])
    assert sorted(made) == ["TL101.md", "TL601.md", "index.md"]
    index = made["index.md"]
    assert index.index("[TL101](TL101.md) | event-ends-before-start") < index.index(
        "[TL601](TL601.md) | unreadable-row | missing"
    )
