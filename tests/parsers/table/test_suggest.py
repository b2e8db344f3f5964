"""Mappings drafted from a table's header and its first rows."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from incident_timeline.errors import UnreadableInputError
from incident_timeline.parsers import Document, parse
from incident_timeline.parsers.table import (
    TableParser,
    load_mapping,
    suggest_mapping,
)

WORDS = st.text(max_size=6)


def draft(text: str) -> dict[str, Any]:
    told = suggest_mapping(Document(text))
    load_mapping(told)
    return tomllib.loads(told)


def test_a_draft_guesses_what_columns_are() -> None:
    text = (
        "case id,full name,date,time,armed,age,city,state,notes\n"
        f'7,Ann,1/2/2015,202,gun;knife,40s,Shelton,WA,"{"word " * 60}"\n'
        "8,Bo,11/2/2015,9,unknown,Unknown,Reno,Nevada,\n"
    )
    told = draft(text)
    assert told["missing"] == ["unknown", "Unknown"]
    assert told["prose"] == "notes"
    assert told["zone"] == {"us_state": "state"}
    assert told["incident"] == {"id": "{case id}", "title": "{city}, {state}"}
    assert told["column"]["date"] == {"formats": ["M/D/YYYY"]}
    assert told["column"]["time"] == {"formats": ["HHmm"], "pad": 4}
    assert told["event"][0]["start"] == {"date": "date", "time": "time"}
    assert told["party"][0]["age"] == "age"
    assert list(told["evidence"][0]["type"]["values"]) == ["gun", "knife"]
    assert told["evidence"][0]["split"] == ";"
    parsed = parse(
        text, parser=TableParser(load_mapping(suggest_mapping(Document(text))))
    )
    assert len(parsed.incidents) == 2
    assert parsed.incidents[0].events[0].start.stated == "2015-01-02T02:02"


@pytest.mark.parametrize(
    ("column", "value", "form"),
    [
        ("on", "2024-05-03", "YYYY-MM-DD"),
        ("on", "25/12/2023", "DD/MM/YYYY"),
        ("on", "3.5.2024", ""),
        ("on", "2024-05-03T14:05:06Z", "YYYY-MM-DDTHH:mm:ssZ"),
        ("on", "5/3/2024 2:05 PM", "M/D/YYYY h:mm A"),
        ("time", "14:05", "HH:mm"),
        ("time", "2:05 PM", "h:mm A"),
        ("on", "1-Apr-24", "D-MMM-YY"),
        ("on", "20240101", "YYYYMMDD"),
        ("on", "20249901", ""),
        ("on", "99990101", ""),
        ("on", "2024-01-01 10:00:00.000", "YYYY-MM-DD HH:mm:ss.S"),
        ("callTime", "14:05", "HH:mm"),
        ("response_time", "120", ""),
        ("Runtime minutes", "120", ""),
        ("sentiment", "120", ""),
        ("time", "45", ""),
        ("time", "175", ""),
        ("hour", "soon", ""),
        ("time", "", ""),
        ("count", "14:05", ""),
    ],
)
def test_a_draft_tells_how_times_are_written(
    column: str, value: str, form: str
) -> None:
    told = draft(f"{column},x\n{value},y\n")
    assert told.get("column", {}) == ({column: {"formats": [form]}} if form else {})


def test_a_draft_of_little_is_short() -> None:
    told = draft("arms,who\ngun,x\nrock\n")
    assert told["evidence"][0]["type"]["values"] == {"gun": "other", "rock": "other"}
    assert "split" not in told["evidence"][0]
    assert "party" not in told
    assert "id" not in told["incident"]
    assert "party" in draft("name\nAnn\n")
    assert "party" in draft("age\n34\n")


@pytest.mark.parametrize(
    ("header", "party"),
    [
        ("Officer Name,Subject Name", {"name": "{Subject Name}"}),
        ("Officer Name,Officer Age", None),
        ("Officer Name,name,age", {"name": "{name}", "age": "age"}),
        ("VictimAge,age,VictimName", {"name": "{VictimName}", "age": "VictimAge"}),
        ("Officer Age,age", {"age": "age"}),
        ("name,subject age", {"name": "{name}"}),
        ("street name,age", {"age": "age"}),
    ],
)
def test_a_draft_takes_nobody_else_for_the_affected_person(
    header: str, party: dict[str, str] | None
) -> None:
    told = draft(f"{header}\n{','.join(['34'] * (header.count(',') + 1))}\n")
    role = {"role": "affected_person"}
    assert told.get("party") == (None if party is None else [role | party])


@pytest.mark.parametrize("header", ["Street Name,x", "driver age,x"])
def test_a_draft_that_is_unsure_says_so(header: str) -> None:
    text = suggest_mapping(Document(f"{header}\n34,y\n"))
    assert "party" not in tomllib.loads(text)
    assert "# Whose are these?" in text
    assert '# role = "affected_person"' in text


@pytest.mark.parametrize(
    ("header", "called"),
    [
        ("Date of incident,ref", "{ref}"),
        ("Case date,Case number", "{Case number}"),
        ("number of shots,x", None),
        ("Officer ID,Incident ID", "{Incident ID}"),
    ],
)
def test_a_draft_takes_an_id_from_what_identifies(
    header: str, called: str | None
) -> None:
    told = draft(f"{header}\n2024-05-03,7\n2024-05-04,8\n")
    assert told["incident"].get("id") == called


def test_a_draft_looks_at_so_many_columns_and_says_so() -> None:
    text = ",".join(f"c{i}" for i in range(1_200)) + "\n" + "1," * 1_199 + "1\n"
    told = suggest_mapping(Document(text))
    assert "# Only the first 500 of 1,200 columns were looked at." in told
    assert len(draft(text)["header"]) == 500


def test_a_draft_of_json_is_one_too() -> None:
    assert draft('{"on": "2024-05-03"}')["event"][0]["start"] == "on"


@settings(max_examples=40)
@given(header=st.lists(WORDS, max_size=4), row=st.lists(WORDS, max_size=4))
def test_a_draft_can_always_be_loaded(header: list[str], row: list[str]) -> None:
    try:
        told = suggest_mapping(Document(",".join(header) + "\n" + ",".join(row)))
    except UnreadableInputError:
        return
    load_mapping(told)


def test_a_blank_document_has_no_draft() -> None:
    with pytest.raises(UnreadableInputError, match="holds no table"):
        suggest_mapping(Document("\n"))
