"""Findings: how grave they are, and how they read."""

from __future__ import annotations

import pytest

from incident_timeline.model import Finding, Severity, Verdict


def test_severities_rank_from_the_gravest() -> None:
    assert [severity.rank for severity in Severity] == list(range(len(Severity)))
    assert Severity.CONTRADICTION.rank < Severity.IMPLAUSIBLE.rank


def test_a_finding_names_its_place_and_its_line_where_it_has_one() -> None:
    finding = Finding(
        code="TL101", name="n", severity=Severity.NOTE, where="w", message="m"
    )
    assert finding.verdict is Verdict.CERTAIN
    assert str(finding) == "w: TL101 m"
    placed = Finding(
        code="TL101",
        name="n",
        severity=Severity.NOTE,
        where="w",
        message="m",
        line=3,
        column=7,
    )
    assert str(placed) == "line 3, column 7: w: TL101 m"


def test_severity_and_verdict_may_be_given_as_words() -> None:
    finding = Finding(
        code="TL101",
        name="n",
        severity="note",
        verdict="possible",
        where="w",
        message="m",
    )
    assert finding.severity is Severity.NOTE
    assert finding.verdict is Verdict.POSSIBLE
    with pytest.raises(ValueError, match="grave"):
        Finding(code="TL101", name="n", severity="grave", where="w", message="m")
