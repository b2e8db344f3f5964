"""The JSON report: its shape, and that nothing of a finding is lost in it."""

from __future__ import annotations

import json

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from incident_timeline.checks import check
from incident_timeline.model import Citation, Finding, Incident, Severity, Verdict
from incident_timeline.reports import Checked, report
from incident_timeline.strategies import incidents

FIELDS = (
    "file incident_id code name severity verdict where message subject_ids citations"
    " mend raw line column region"
).split()


def finding_of(told: dict[str, object]) -> Finding:
    """A finding from what the report says of it."""
    values: dict[str, object] = {
        name: told[name] for name in FIELDS if name not in ("file", "incident_id")
    }
    del values["region"]
    citations = told["citations"]
    assert isinstance(citations, list)
    values["citations"] = tuple(Citation(**one) for one in citations)
    values["subject_ids"] = tuple(told["subject_ids"])  # type: ignore[arg-type]  # a list
    values["severity"] = Severity(str(told["severity"]))
    values["verdict"] = Verdict(str(told["verdict"]))
    return Finding(**values)  # type: ignore[arg-type]  # by name


def known(finding: Finding) -> Finding:
    """A finding without what a later version would know of its citations."""
    cited = (evolve(one, unknown=()) for one in finding.citations)
    return evolve(finding, citations=tuple(cited))


def test_the_shape_is_the_documented_one(checked: list[Checked]) -> None:
    told = json.loads(report(checked, "json"))
    assert list(told) == ["version", "findings", "suppressed", "errors", "counts"]
    assert told["version"] == 1
    assert all(list(one) == FIELDS for one in told["findings"])
    (hidden,) = told["suppressed"]
    assert list(hidden) == [*FIELDS, "suppression"]
    assert hidden["suppression"] == {
        "code": "TL101",
        "where": "e1",
        "reason": "two clocks",
        "incident_id": "",
    }
    assert told["errors"] == [{"file": "gone.txt", "message": "gone.txt can't be read"}]
    severities = {one.value: 0 for one in Severity}
    assert told["counts"] == {
        "files": 2,
        "findings": 3,
        "suppressed": 1,
        "errors": 1,
        "severities": {**severities, "note": 1, "contradiction": 1, "overdue": 1},
    }


def test_a_region_counts_characters(checked: list[Checked]) -> None:
    told = json.loads(report(checked, "json"))["findings"][1]["region"]
    assert told == {
        "start": 26,
        "end": 39,
        "line": 2,
        "column": 8,
        "end_line": 2,
        "end_column": 21,
    }


@given(incidents())
def test_every_finding_is_read_again(incident: Incident) -> None:
    found = tuple(map(known, check(incident, possible=True)))
    text = report([Checked(incident=incident, findings=found)], "json")
    assert text.isascii()
    assert tuple(map(finding_of, json.loads(text)["findings"])) == found


@given(st.text(), st.text(st.characters(categories=["Cs", "Cc"])))
def test_any_text_is_carried_and_half_a_pair_replaced(text: str, bad: str) -> None:
    finding = Finding(
        code="AA101", name="a", severity=Severity.NOTE, where=bad, message=text
    )
    told = json.loads(report([Checked(findings=(finding,))], "json"))["findings"][0]
    assert told["message"] == text
    assert told["where"] == bad.encode("utf-16", "replace").decode("utf-16") or any(
        "\ud800" <= letter <= "\udfff" for letter in bad
    )
    told["where"].encode()
