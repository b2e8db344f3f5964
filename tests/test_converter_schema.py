"""The JSON Schema says of documents what the loader says, as far as a schema can."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable
from copy import deepcopy
from datetime import timedelta
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from incident_timeline.converter import dumps, json_schema, loads, schema
from incident_timeline.errors import UnreadableInputError
from incident_timeline.model import Draft
from incident_timeline.strategies import incidents

jsonschema = pytest.importorskip("jsonschema")

HERE = Path(__file__).parent
FILE = Path(str(resources.files("incident_timeline.converter"))) / schema.SCHEMA_FILE
Change = tuple[tuple[str | int, ...], Any]
Verdicts = Callable[[list[Any]], list[bool]]


@cache
def validator() -> Any:
    kind = jsonschema.Draft202012Validator
    kind.check_schema(json_schema())
    return kind(json_schema(), format_checker=kind.FORMAT_CHECKER)


def by_jsonschema(documents: list[Any]) -> list[bool]:
    return [bool(validator().is_valid(one)) for one in documents]


def by_ajv(documents: list[Any]) -> list[bool]:
    modules = os.environ.get("INCIDENT_TIMELINE_NODE_MODULES")
    if modules is None:
        pytest.skip(
            "INCIDENT_TIMELINE_NODE_MODULES names no node_modules with ajv, ajv-formats"
        )
    shown = subprocess.run(
        ["node", str(HERE / "ajv_verdicts.cjs"), modules, str(FILE)],
        input=json.dumps(documents),
        check=True,
        capture_output=True,
        text=True,
    )
    verdicts: list[bool] = json.loads(shown.stdout)
    return verdicts


engines = pytest.mark.parametrize("verdicts", [by_jsonschema, by_ajv])


def document() -> Any:
    draft = Draft(zone="Europe/London", id="i-1")
    draft.source("At 19:59hrs officers were called. He was shot.")
    call = draft.event("call", "2023-11-23T19:59", quote="officers were called")
    shots = draft.event("shots", quote="He was shot")
    draft.link(shots, "after", call, least=timedelta(minutes=3))
    return json.loads(dumps(draft.incident()))


def changed(path: tuple[str | int, ...], value: Any) -> Any:
    """The document with one value replaced; left out where it is ``...``."""
    tree = inner = document()
    for step in path[:-1]:
        inner = inner[step]
    if value is ...:
        del inner[path[-1]]
    else:
        inner[path[-1]] = value
    return tree


START = ("events", 0, "start")
CITED = ("events", 0, "citations", 0)
WRONG: list[Change] = [
    (("schema_version",), ...),
    (("schema_version",), 2),
    (("schema_version",), "1"),
    (("schema_version",), True),
    (("title",), None),
    (("id",), 5),
    (("id",), "i" * 201),
    (("events",), {}),
    (("events",), "abc"),
    (("events", 0), None),
    (("events", 0, "kind"), ...),
    (("events", 0, "kind"), "Bad One"),
    (("events", 0, "kind"), "k" * 65),
    (("events", 0, "evidence_ids"), "abc"),
    (("events", 0, "evidence_ids"), [""]),
    (("events", 0, "part_of_id"), ""),
    (START, None),
    ((*START, "earliest_utc"), "2023-11-23T19:59:00"),
    ((*START, "earliest_utc"), "2023-02-30T19:59:00Z"),
    ((*START, "earliest_utc"), 1700769540),
    ((*START, "latest_utc"), "2023-11-23T19:59:60Z"),
    ((*START, "qualifier"), "noonish"),
    ((*START, "precision"), None),
    ((*START, "zone"), ""),
    ((*START, "assumed"), [1]),
    ((*CITED, "source_id"), ...),
    ((*CITED, "start"), -1),
    ((*CITED, "start"), 1.5),
    ((*CITED, "start"), "1"),
    (("links", 0, "relation"), "near"),
    (("links", 0, "least"), "15 minutes"),
    (("links", 0, "least"), 900),
    (("links", 0, "other_id"), ""),
]
BEYOND_A_SCHEMA: list[Change] = [
    (("events", 0, "part_of_id"), "e9"),
    (("events", 0, "id"), "e2"),
    ((*START, "zone"), "No/Where"),
    ((*START, "latest_utc"), "2023-11-23T19:58:00Z"),
    ((*CITED, "end"), None),
]
CORRUPT = [changed(*one) for one in WRONG]
BEYOND = [changed(*one) for one in BEYOND_A_SCHEMA]


def test_the_committed_schema_is_the_generated_one() -> None:
    pytest.importorskip("msgspec")
    assert FILE.read_text(encoding="utf-8") == schema.generated()


def test_every_class_and_property_is_described() -> None:
    tree = json_schema()
    defs = tree["$defs"].values()
    properties = [one for each in defs for one in each.get("properties", {}).values()]
    assert len(properties) > 60
    assert all(one["description"].strip() for one in (tree, *defs, *properties))


@engines
@settings(max_examples=5)
@given(documents=st.lists(incidents(), min_size=8, max_size=8))
def test_what_is_written_is_valid(documents: list[Any], verdicts: Verdicts) -> None:
    texts = [dumps(one) for one in documents]
    assert verdicts([json.loads(text) for text in texts]) == [True] * len(texts)
    assert [loads(text) for text in texts] == documents


@engines
def test_corrupt_documents_are_invalid(verdicts: Verdicts) -> None:
    assert verdicts([document()]) == [True]
    assert verdicts(CORRUPT) == [False] * len(CORRUPT)


@pytest.mark.parametrize("tree", CORRUPT + BEYOND)
def test_corrupt_documents_are_refused(tree: Any) -> None:
    with pytest.raises(UnreadableInputError):
        loads(json.dumps(tree))


@engines
def test_fields_of_a_later_version_are_valid(verdicts: Verdicts) -> None:
    tree = deepcopy(document())
    tree["colour"] = tree["events"][0]["colour"] = {"a": [1]}
    assert verdicts([tree]) == [True]


def test_formats_are_really_checked() -> None:
    tree = {"type": "string", "format": "date-time"}
    kind = jsonschema.Draft202012Validator
    assert not kind(tree, format_checker=kind.FORMAT_CHECKER).is_valid("2023-02-30")


@engines
def test_durations_of_the_schema_are_those_of_the_loader(verdicts: Verdicts) -> None:
    texts = ["P2W", "PT1M", "P1DT2H3M4.5S", "P", "PT", "P1Y", "P1W1D", "-PT1S", "PT.5S"]
    trees = [changed(("links", 0, "least"), text) for text in texts]
    assert verdicts(trees) == [read(tree) for tree in trees]
    assert verdicts(trees) == [True] * 3 + [False] * 6


def read(tree: Any) -> bool:
    try:
        loads(json.dumps(tree))
    except UnreadableInputError:
        return False
    return True
