"""Where in a file a finding stands."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from attrs import evolve

from incident_timeline import dumps
from incident_timeline.checks import RULES, Suppressed, Suppression
from incident_timeline.errors import UnknownFormatError
from incident_timeline.model import (
    Citation,
    Event,
    Finding,
    Incident,
    Severity,
    Source,
    Verdict,
)
from incident_timeline.reports import REPORTS, Checked, Region, report
from incident_timeline.reports.base import level_of, uri_of


def finding(where: str = "", **values: object) -> Finding:
    given = {"code": "AA101", "name": "a", "severity": Severity.NOTE, "message": "so"}
    return Finding(where=where, **{**given, **values})  # type: ignore[arg-type]  # by name


def words(checked: Checked, region: Region | None) -> str:
    """The words of a region, found by its lines and columns alone."""
    assert region is not None
    lines = checked.text.split("\n")
    starts = [sum(len(line) + 1 for line in lines[:i]) for i in range(len(lines))]
    start = starts[region.line - 1] + region.column - 1
    end = starts[region.end_line - 1] + region.end_column - 1
    assert (start, end) == (region.start, region.end)
    return checked.text[start:end]


def test_a_quote_is_found_by_lines_and_columns(checked: list[Checked]) -> None:
    one = checked[0]
    told, quoted, nasty = one.findings
    assert words(one, one.region(told)) == "declared"
    assert words(one, one.region(quoted)) == "declared dead"
    assert words(one, one.quoted(quoted.citations[1])) == "Shots were\nfired"
    assert one.region(nasty) is None


def test_what_has_no_span_or_no_incident_stands_nowhere(checked: list[Checked]) -> None:
    one = checked[0]
    assert one.quoted(Citation(source_id="s1", quote="Log")) is None
    alone = evolve(one, incident=None)
    assert alone.region(one.findings[1]) is None
    bare = Checked(incident=Incident(sources=[Source()]))
    assert bare.quoted(Citation(source_id="s1", start=0, end=0)) is None


@pytest.mark.parametrize(
    ("line", "column", "raw", "expected"),
    [
        (1, None, "", (1, 1, 0)),
        (2, 3, "other words", (2, 3, 0)),
        (2, 900, "", (3, 1, 0)),
        (99, 1, "", None),
    ],
)
def test_a_line_that_a_parser_told_is_taken_as_far_as_it_is_there(
    line: int, column: int | None, raw: str, expected: tuple[int, int, int] | None
) -> None:
    one = Checked(text="one\ntwo\n", incident=Incident())
    region = one.region(finding(line=line, column=column, raw=raw))
    found = region and (region.line, region.column, region.end - region.start)
    assert found == expected


def test_a_place_in_an_incident_in_json_is_found() -> None:
    incident = Incident(
        events=[Event(kind="call"), Event(kind="shots", place="Mill Lane")]
    )
    places = ("events[1].kind", "events[1]", "events[1].x", "events[1].kind[0:2]", "")
    findings = tuple(map(finding, places))
    hidden = Suppressed(
        finding=finding("events[0].kind"),
        suppression=Suppression(code="AA101", where="e1"),
    )
    one = Checked(
        text=dumps(incident, indent=2),
        incident=incident,
        findings=findings,
        suppressed=(hidden,),
    )
    kind, event, missing, inside, whole = (one.region(each) for each in findings)
    assert words(one, kind) == words(one, inside) == '"shots"'
    assert words(one, event) == words(one, missing)
    assert json.loads(words(one, event))["kind"] == "shots"
    assert whole is None
    assert words(one, one.region(hidden.finding)) == '"call"'
    assert one.region(finding("events[0]")) is None, "only its own findings"


@pytest.mark.parametrize("text", ["{", "[" * 9, "{" + '"a":[' * 100_000, "{}"])
def test_a_text_that_is_no_incident_in_json_has_no_places(text: str) -> None:
    one = Checked(text=text, incident=Incident(), findings=(finding("events[0]"),))
    region = one.region(one.findings[0])
    assert region is None or words(one, region) == text


def test_levels_follow_the_severity_and_what_is_possible_is_a_note() -> None:
    levels = [level_of(finding(severity=severity)) for severity in Severity]
    assert levels == ["error", "warning", "warning", "warning", "note"]
    possible = finding(severity=Severity.CONTRADICTION, verdict=Verdict.POSSIBLE)
    assert level_of(possible) == "note"


@pytest.mark.parametrize(
    ("file", "uri"),
    [
        ("a/b.json", "a/b.json"),
        ("a b#c?.json", "a%20b%23c%3F.json"),
        ("x:y.json", "x%3Ay.json"),
        ("\udcff.json", "%FF.json"),
    ],
)
def test_paths_are_percent_encoded(file: str, uri: str) -> None:
    assert uri_of(file) == uri


def test_a_path_from_the_root_is_a_file_uri(tmp_path: Path) -> None:
    assert uri_of(str(tmp_path / "a b")).startswith("file:///")


def test_an_unknown_report_is_refused_with_those_known() -> None:
    with pytest.raises(UnknownFormatError, match="github, json, sarif, text") as caught:
        report([], "xml")
    assert caught.value.wanted == "xml"


@pytest.mark.parametrize("name", REPORTS)
def test_nothing_checked_is_reported_too(name: str) -> None:
    assert isinstance(report([], name, pages=RULES), str)
