"""The SARIF report, held to the schema of the standard."""

from __future__ import annotations

import json
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve, frozen
from hypothesis import given
from hypothesis import strategies as st

from incident_timeline import checks
from incident_timeline.checks import ALL_RULES, UNUSED, check
from incident_timeline.model import Finding, Incident, Severity
from incident_timeline.reports import Checked, report
from incident_timeline.strategies import incidents

jsonschema = pytest.importorskip("jsonschema")
SCHEMA = json.loads(
    (Path(__file__).parent / "sarif-schema-2.1.0.json").read_text(encoding="utf-8")
)
KIND = jsonschema.Draft4Validator
VALIDATOR = KIND(SCHEMA, format_checker=KIND.FORMAT_CHECKER)


def run_of(checked: list[Checked], **pages: Any) -> dict[str, Any]:
    """The one run of a report, which the schema of the standard accepts."""
    text = report(checked, "sarif", **pages)
    assert text.isascii()
    log = json.loads(text)
    VALIDATOR.validate(log)
    assert log["$schema"] == SCHEMA["id"]
    (run,) = log["runs"]
    assert isinstance(run, dict)
    return run


def test_the_schema_refuses_what_is_no_log() -> None:
    assert not VALIDATOR.is_valid({"version": "2.1.0", "runs": [{"results": 5}]})


def test_results_say_where_and_how_grave(checked: list[Checked]) -> None:
    told, quoted, nasty, hidden = run_of(checked)["results"]
    assert [one["ruleId"] for one in (told, quoted, nasty, hidden)] == [
        "TL605",
        "TL103",
        "MYC101",
        "TL101",
    ]
    assert [one["level"] for one in (told, quoted, nasty)] == ["note", "error", "note"]
    (place,) = quoted["locations"]
    assert place["physicalLocation"] == {
        "artifactLocation": {"uri": "a%20folder/log.txt"},
        "region": {
            "startLine": 2,
            "startColumn": 8,
            "endLine": 2,
            "endColumn": 21,
            "charOffset": 26,
            "charLength": 13,
        },
    }
    assert place["logicalLocations"] == [{"fullyQualifiedName": "events[1].start"}]
    assert nasty["locations"][0]["physicalLocation"]["region"] == {"startLine": 1}
    assert quoted["properties"] == {
        "name": "death-before-harm",
        "severity": "contradiction",
        "verdict": "certain",
        "incidentId": "i7",
        "subjectIds": ["e2", "e1"],
        "mend": "move one of the two",
    }


def test_quotes_are_related_locations(checked: list[Checked]) -> None:
    _, quoted, nasty, _ = run_of(checked)["results"]
    first, second = quoted["relatedLocations"]
    assert first["message"]["text"] == "“declared dead” – s1, stated"
    assert second["physicalLocation"]["region"]["startLine"] == 3
    (other,) = nasty["relatedLocations"]
    assert "physicalLocation" not in other, "it's from another text"


def test_all_results_say_whether_they_are_suppressed(checked: list[Checked]) -> None:
    *reported, hidden = run_of(checked)["results"]
    assert [one["suppressions"] for one in reported] == [[], [], []]
    assert hidden["suppressions"] == [
        {"kind": "external", "status": "accepted", "justification": "two clocks"}
    ]


def test_a_suppression_without_a_reason_justifies_itself(
    checked: list[Checked],
) -> None:
    pair = checked[0].suppressed[0]
    bare = evolve(pair, suppression=evolve(pair.suppression, reason=""))
    (_, _, _, hidden) = run_of([evolve(checked[0], suppressed=(bare,))])["results"]
    assert hidden["suppressions"][0]["justification"] == "TL101@e1"


def test_nothing_in_a_message_is_a_link_or_a_placeholder(
    checked: list[Checked],
) -> None:
    text = run_of(checked)["results"][2]["message"]["text"]
    assert "\\[x](http://a.b) {{0}} \ufffd" in text


def test_the_rules_are_those_reported_with_their_pages(checked: list[Checked]) -> None:
    run = run_of(checked)
    rules = run["tool"]["driver"]["rules"]
    assert [one["id"] for one in rules] == ["TL101", "TL103"]
    harm = rules[1]
    assert harm["name"] == "DeathBeforeHarm"
    (page,) = (one.page for one in ALL_RULES if one.code == "TL103")
    assert harm["help"] == {"text": page, "markdown": page}
    assert harm["shortDescription"]["text"] in " ".join(page.split())
    assert harm["defaultConfiguration"] == {"level": "error"}
    index = {one["ruleId"]: one.get("ruleIndex") for one in run["results"]}
    assert index == {"TL101": 0, "TL103": 1, "TL605": None, "MYC101": None}


@frozen
class Page:
    """A page of another's code, in its own form."""

    page: str
    code: str = "MYC101"
    name: str = "own-rule"
    severity: Severity = Severity.OVERDUE


@pytest.mark.parametrize(
    ("page", "short", "full"),
    [
        ("# MYC101\n\nOne. Two\nthree.\n\nFour.", "One.", "One. Two three."),
        ("No stop", "No stop", "No stop"),
        ("# A head", "# A head", "# A head"),
        ("Version 2.0 of it. More", "Version 2.0 of it.", "Version 2.0 of it. More"),
    ],
)
def test_a_page_of_any_form_is_described_by_its_first_words(
    checked: list[Checked], page: str, short: str, full: str
) -> None:
    (rule,) = run_of(checked, pages=[Page(page)])["tool"]["driver"]["rules"]
    assert rule["shortDescription"]["text"] == short
    assert rule["fullDescription"]["text"] == full


def test_every_page_of_the_library_is_described(checked: list[Checked]) -> None:
    pages: tuple[checks.Page, ...] = (UNUSED, *ALL_RULES)
    findings = tuple(evolve(checked[0].findings[0], code=page.code) for page in pages)
    run = run_of([evolve(checked[0], findings=findings)])
    assert len(run["tool"]["driver"]["rules"]) == len(pages)


def test_the_tool_says_its_version_and_what_it_could_not_read(
    checked: list[Checked],
) -> None:
    run = run_of([*checked, Checked(error="standard input is closed")])
    driver = run["tool"]["driver"]
    assert driver["semanticVersion"] == version("incident-timeline")
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is False
    gone, closed = invocation["toolExecutionNotifications"]
    assert gone["message"]["text"] == "gone.txt can't be read"
    assert closed["locations"] == []
    (fine,) = run_of(checked[:1])["invocations"]
    assert fine == {"executionSuccessful": True, "toolExecutionNotifications": []}


def prints(run: dict[str, Any]) -> list[str]:
    return [one["partialFingerprints"]["codeAndWords/v1"] for one in run["results"]]


def test_fingerprints_stay_where_lines_move_and_differ_in_a_file(
    checked: list[Checked],
) -> None:
    first = checked[0]
    quoted = first.findings[1]
    one = evolve(first, findings=(quoted,), suppressed=())
    moved = evolve(one, text=f"\n\n{first.text}")
    elsewhere = evolve(one, findings=(evolve(quoted, where="events[9].start"),))
    assert (
        prints(run_of([one])) == prints(run_of([moved])) == prints(run_of([elsewhere]))
    )
    twice = prints(run_of([evolve(one, findings=(quoted, quoted))]))
    assert len(set(twice)) == 2
    assert prints(run_of([one, evolve(one, file="b.txt")]))[0] == twice[0]
    other = evolve(quoted, citations=())
    assert prints(run_of([evolve(one, findings=(other,))]))[0] != twice[0]


@given(incidents(), st.text())
def test_any_finding_is_valid_sarif(incident: Incident, text: str) -> None:
    own = Finding(
        code="AA101", name="a", severity=Severity.NOTE, where=text, message=text
    )
    found = (*check(incident, possible=True), own)
    run_of([Checked(file=text, text=text, incident=incident, findings=found)])
