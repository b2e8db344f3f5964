"""Every rule reports what it should, and leaves alone what it should."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from incident_timeline.checks import ALL_RULES, Rule, check
from incident_timeline.model import Incident

FIXTURES = Path(__file__).parent / "fixtures"
# One test a rule and not one a case: there are over a thousand cases.
each_rule = pytest.mark.parametrize("rule", ALL_RULES, ids=lambda rule: rule.code)


def cases(rule: Rule, kind: str) -> tuple[Any, ...]:
    found: tuple[Any, ...] = import_module(
        f"tests.checks.fixtures.{rule.code}.{kind}"
    ).CASES
    assert found
    return tuple((f"{i}: {label}", *rest) for i, (label, *rest) in enumerate(found))


def places(rule: Rule, incident: Incident) -> tuple[str, ...]:
    return tuple(finding.where for finding in check(incident, rules=[rule]))


@each_rule
def test_what_is_wrong_is_reported(rule: Rule) -> None:
    reported = cases(rule, "reported")
    wanted = {label: where for label, _, where in reported}
    assert all(wanted.values())
    assert {label: places(rule, one) for label, one, _ in reported} == wanted


@each_rule
def test_what_is_sound_is_left_alone(rule: Rule) -> None:
    found = {label: places(rule, one) for label, one in cases(rule, "left_alone")}
    assert found == dict.fromkeys(found, ())


def test_every_code_has_fixtures_and_no_fixture_lacks_a_code() -> None:
    codes = {path.name for path in FIXTURES.glob("TL*")}
    assert codes == {rule.code for rule in ALL_RULES}
    for code in codes:
        names = {path.name for path in (FIXTURES / code).glob("*.py")}
        assert names == {"reported.py", "left_alone.py"}
