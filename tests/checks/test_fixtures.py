"""Every rule reports what it should, and leaves alone what it should."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from incident_timeline.checks import RULES, Rule, check
from incident_timeline.model import Incident

FIXTURES = Path(__file__).parent / "fixtures"


def cases(kind: str) -> Iterator[object]:
    for rule in RULES:
        found = import_module(f"tests.checks.fixtures.{rule.code}.{kind}").CASES
        for label, *rest in found:
            yield pytest.param(rule, *rest, id=f"{rule.code}-{label}")


@pytest.mark.parametrize(("rule", "incident", "places"), [*cases("reported")])
def test_what_is_wrong_is_reported(
    rule: Rule, incident: Incident, places: tuple[str, ...]
) -> None:
    found = [finding for finding in check(incident) if finding.code == rule.code]
    assert tuple(finding.where for finding in found) == places


@pytest.mark.parametrize(("rule", "incident"), [*cases("left_alone")])
def test_what_is_sound_is_left_alone(rule: Rule, incident: Incident) -> None:
    assert rule.code not in {finding.code for finding in check(incident)}


def test_every_code_has_fixtures_and_no_fixture_lacks_a_code() -> None:
    codes = {path.name for path in FIXTURES.glob("TL*")}
    assert codes == {rule.code for rule in RULES}
    for code in codes:
        names = {path.name for path in (FIXTURES / code).glob("*.py")}
        assert names == {"reported.py", "left_alone.py"}
