"""JSON as a parser: the incident whole, or a finding for each place."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from incident_timeline.converter import dumps
from incident_timeline.model import Incident
from incident_timeline.parsers import READINGS, Document, Parser
from incident_timeline.parsers.json import JSON
from incident_timeline.parsers.readings import reading
from incident_timeline.strategies import incidents


def findings(text: str) -> list[tuple[str, str, str, int | None, int | None]]:
    parsed = JSON.parse(Document(text))
    assert parsed.incidents == ()
    assert {one.code for one in parsed.findings} == {"TL651"}
    return [
        (one.where, one.message, one.raw, one.line, one.column)
        for one in parsed.findings
    ]


@given(incidents())
def test_what_was_written_is_read(incident: Incident) -> None:
    parsed = JSON.parse(Document(dumps(incident, indent=2)))
    assert parsed.incidents == (incident,)
    assert parsed.findings == ()


@given(st.text() | st.text('{}[]",:1 e\n"'))
def test_no_text_raises(text: str) -> None:
    document = Document(text.encode("utf-8", "ignore").decode())
    parsed = JSON.parse(document)
    assert bool(parsed.incidents) != bool(parsed.findings)


def test_every_wrong_place_is_a_finding_with_its_raw_text() -> None:
    text = """{"schema_version": 1,
 "title": null,
 "events": [{"kind": ["call"]}, {"id": "x"}]}"""
    assert findings(text) == [
        ("title", "null is no text", "null", 2, 11),
        ("events[0].kind", "a list is no text", '["call"]', 3, 22),
        ("events[1].kind", "is missing", '{"id": "x"}', 3, 33),
    ]


def test_a_cut_document_is_one_finding_at_the_cut() -> None:
    assert findings('{"schema_version": 1,\n "title": "Sho') == [
        (
            "$",
            "this is no JSON: unterminated string starting at",
            ' "title": "Sho',
            2,
            11,
        )
    ]


def test_the_whole_document_is_named_where_it_is_all_wrong() -> None:
    assert findings(" []") == [("$", "a list is no object", "[]", 1, 2)]
    ((where, message, raw, line, column),) = findings("[" * 100_000)
    assert (where, raw, line, column) == ("$", "", None, None)
    assert message == "the document nests too deeply to be read"


def test_it_knows_its_own() -> None:
    assert isinstance(JSON, Parser)
    assert JSON.sniff('\ufeff \n{"a"') == 1.0
    assert JSON.sniff("Officers were called.") == 0.0
    assert JSON.sniff("") == 0.0


def test_its_finding_has_a_page() -> None:
    assert reading("TL651") in READINGS
    assert reading("TL651").page.startswith("# TL651 unreadable-json")
    assert len({one.code for one in READINGS}) == len(READINGS)


def test_many_wrong_places_are_each_found() -> None:
    tree: dict[str, Any] = {"schema_version": 1, "events": [5] * 2000}
    found = findings(json.dumps(tree))
    assert len(found) == 2000
    assert found[1999][0] == "events[1999]"
