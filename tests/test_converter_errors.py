"""What the converter refuses: each place by its path, all at once."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from enum import IntEnum, StrEnum
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incident_timeline.converter import loads, make_converter
from incident_timeline.converter.decoding import decode, line_and_column
from incident_timeline.converter.places import places_of
from incident_timeline.converter.scalars import (
    duration_text,
    instant_text,
    read_duration,
    read_instant,
)
from incident_timeline.converter.tree import canonical, read_tree
from incident_timeline.converter.words import step
from incident_timeline.errors import UnreadableInputError

msgspec_json = pytest.importorskip("msgspec").json


def problems(text: str | bytes) -> tuple[str, ...]:
    with pytest.raises(UnreadableInputError) as caught:
        loads(text)
    return caught.value.problems


def document(**fields: Any) -> str:
    return json.dumps({"schema_version": 1, **fields})


EVENT = {"kind": "call"}
START = {"kind": "call", "start": {"zone": "UTC"}}


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"title": None}, "$.title: null is no text"),
        ({"title": 5}, "$.title: 5 is no text"),
        ({"title": True}, "$.title: true is no text"),
        ({"title": ["a"]}, "$.title: a list is no text"),
        ({"title": {}}, "$.title: an object is no text"),
        ({"events": "abc"}, "$.events: 'abc' is no list"),
        ({"events": {}}, "$.events: an object is no list"),
        ({"events": [None]}, "$.events[0]: null is no object"),
        ({"events": [{}]}, "$.events[0].kind: is missing"),
        ({"events": [EVENT | {"evidence_ids": "ab"}]},
         "$.events[0].evidence_ids: 'ab' is no list"),
        ({"events": [EVENT | {"evidence_ids": ["x", 5]}]},
         "$.events[0].evidence_ids[1]: 5 is no text"),
        ({"events": [EVENT | {"start": None}]}, "$.events[0].start: null is no object"),
        ({"parties": [{"age": {"least": 3.0}}]},
         "$.parties[0].age.least: 3.0 is no whole number"),
        ({"parties": [{"age": {"least": True}}]},
         "$.parties[0].age.least: true is no whole number"),
        ({"parties": [{"age": {"least": "3"}}]},
         "$.parties[0].age.least: '3' is no whole number"),
        ({"parties": [{"age": {"least": -3}}]},
         "$.parties[0].age.least: -3 is negative"),
        ({"parties": [{"age": {"least": 3, "greatest": 2}}]},
         "$.parties[0].age.greatest: 2 is below least 3"),
        ({"parties": [{"id": "a"}, {"id": "a"}]},
         "$.parties: 'a' is an id used twice"),
        ({"events": [EVENT | {"part_of_id": "q"}]},
         "$.events[0].part_of_id: 'q' names nothing in events"),
        ({"events": [EVENT | {"start": {"earliest_utc": "2023-11-23T19:59:00Z"}}]},
         ("$.events[0].start: Moment.zone: a bound (2023-11-23 19:59:00+00:00) needs"
         " the zone it is shown in")),
        ({"events": [EVENT | {"start": {"part": "noon"}}]},
         ("$.events[0].start.part: 'noon' is none of: morning, afternoon, evening,"
         " night, overnight")),
        ({"events": [EVENT | {"start": {"assumed": [None]}}]},
         "$.events[0].start.assumed[0]: null is no text"),
    ],
)  # fmt: skip
def test_a_wrong_value_is_named_with_its_path(
    fields: dict[str, Any], problem: str
) -> None:
    assert problems(document(**fields)) == (problem,)


@pytest.mark.parametrize(
    "value",
    [
        None,
        5,
        "2023-11-23",
        "2023-11-23T19:59:00",
        "2023-11-23 19:59:00Z",
        "2023-11-23T19:59Z",
        "2023-11-23T19:59:00.1234567Z",
        "2023-11-23T24:00:00Z",
        "2023-11-23T23:59:60Z",
        "2023-02-30T00:00:00Z",
        "0001-01-01T00:00:00+01:00",
        "２０23-11-23T19:59:00Z",
        "2023-11-23T19:59:00Z\n",
    ],
)
def test_what_is_no_instant_is_refused(value: object) -> None:
    event = {"kind": "call", "start": {"zone": "UTC", "earliest_utc": value}}
    if value is None:
        loads(document(events=[event]))
        return
    (problem,) = problems(document(events=[event]))
    assert problem.startswith("$.events[0].start.earliest_utc: ")


@pytest.mark.parametrize(
    "value",
    [5, "", "P", "PT", "P1DT", "1D", "-P1D", "P1Y", "P1M", "PT1.5H", "PT1.1234567S",
     "P999999999D" * 2, "P1000000000D", "P999999999W", "pt1s", "PT1S\n"],
)  # fmt: skip
def test_what_is_no_duration_is_refused(value: object) -> None:
    link = {"event_id": "a", "relation": "before", "other_id": "b", "least": value}
    (problem,) = problems(document(links=[link]))
    assert problem.startswith("$.links[0].least: ")


def test_every_error_is_named_at_once_in_the_order_of_the_input() -> None:
    text = """{
      "title": null,
      "schema_version": 1,
      "events": [
        {"kind": "Bad One", "place": 5, "start": {"zone": "No/Where", "part": "noon"}},
        {"id": "x"}
      ],
      "parties": [{"kind": "B", "id": " a"}]
    }"""
    with pytest.raises(UnreadableInputError) as caught:
        loads(text)
    paths = [problem.partition(": ")[0] for problem in caught.value.problems]
    assert paths == [
        "$.title",
        "$.events[0].kind",
        "$.events[0].place",
        "$.events[0].start.zone",
        "$.events[0].start.part",
        "$.events[1].kind",
        "$.parties[0].kind",
        "$.parties[0].id",
    ]
    assert (caught.value.line, caught.value.column) == (2, 16)
    assert str(caught.value).endswith("; and 5 more")


def test_every_reference_to_nothing_is_named() -> None:
    cited = {"id": "a", "kind": "call", "citations": [{"source_id": "s"}]}
    linked = {"id": "b", "kind": "call", "evidence_ids": ["x", "y"]}
    assert problems(document(events=[cited, linked])) == (
        "$.events[0].citations[0].source_id: 's' names nothing in sources",
        "$.events[1].evidence_ids[0]: 'x' names nothing in evidence",
        "$.events[1].evidence_ids[1]: 'y' names nothing in evidence",
    )


def test_several_refusals_of_one_record_are_all_named() -> None:
    assert problems(document(events=[{"kind": "A", "part_of_id": ""}])) == (
        (
            "$.events[0].kind: 'A' is no term: lower-case words joined by '_',"
            " such as 'first_aid'"
        ),
        "$.events[0].part_of_id: '' is empty, so it refers to nothing",
    )


def test_an_unknown_zone_is_named_at_the_zone() -> None:
    (problem,) = problems(document(events=[{"kind": "a", "start": {"zone": "X/Y"}}]))
    assert problem.startswith("$.events[0].start.zone: 'X/Y' is no zone")


@pytest.mark.parametrize(
    ("version", "reason"),
    [
        (2, ("2 is newer than 1, the newest version that this library reads: a later"
            " release of incident-timeline reads it")),
        (0, "there is no version 0: the oldest that is read is 1"),
        ("1", "'1' is no whole number"),
        (1.0, "1.0 is no whole number"),
        (True, "true is no whole number"),
        (None, "null is no whole number"),
    ],
)  # fmt: skip
def test_another_version_is_refused(version: object, reason: str) -> None:
    text = json.dumps({"schema_version": version})
    assert problems(text) == (f"$.schema_version: {reason}",)


def test_a_missing_version_is_refused() -> None:
    expected = "$.schema_version: is missing; this library writes 1"
    assert problems("{}") == (expected,)


@pytest.mark.parametrize("text", ["[]", "5", '"a"', "null", "true"])
def test_what_is_no_object_is_refused(text: str) -> None:
    (problem,) = problems(text)
    assert problem.startswith("$: ")
    assert problem.endswith(" is no object")


def test_names_that_stand_twice_are_named() -> None:
    text = '{"schema_version":1,"id":"a","id":"b","zz":{"a b":1,"a b":1,"a b":1}}'
    assert problems(text) == (
        "$.id: is written twice in one object",
        '$.zz["a b"]: is written twice in one object',
    )


def test_numbers_that_are_not_finite_are_named() -> None:
    text = '{"schema_version":1,"a":NaN,"b":[Infinity,-Infinity,1e999,1e3]}'
    assert [one.partition(":")[0] for one in problems(text)] == [
        "$.a",
        "$.b[0]",
        "$.b[1]",
        "$.b[2]",
    ]


def test_half_of_a_surrogate_pair_is_named_and_a_whole_one_read() -> None:
    text = r'{"schema_version":1,"title":"\ud83d","z":{"\udc00":1}}'
    assert [one.partition(":")[0] for one in problems(text)] == ["$.title", "$.z"]
    assert loads(r'{"schema_version":1,"title":"\ud83d\ude93"}').title == "🚓"
    assert "surrogate" in problems('{"schema_version":1,"title":"\ud800"}')[0]


def test_deep_nesting_is_refused() -> None:
    deep = "[" * 120 + "]" * 120
    assert problems(f'{{"schema_version":1,"z":{deep}}}') == (
        "$.z: nests deeper than 100 levels",
    )
    nan = "[" * 120 + "NaN" + "]" * 120
    (problem,) = problems(f'{{"schema_version":1,"z":{nan}}}')
    assert problem.endswith("nests deeper than 100 levels")
    assert problems("[" * 100_000) == ("the document nests too deeply to be read",)


def test_a_number_of_too_many_digits_is_refused() -> None:
    text = f'{{"schema_version":1,"z":{"9" * 5000}}}'
    assert problems(text) == ("a whole number has too many digits to be read",)


def test_bytes_that_are_no_text_are_refused_with_their_place() -> None:
    with pytest.raises(UnreadableInputError) as caught:
        loads(b'{"schema_version":1,\n"title":"\xff"}')
    assert (caught.value.line, caught.value.column) == (2, 10)
    assert str(caught.value).startswith("byte 30 (line 2, column 10): b'\\xff'")
    with pytest.raises(UnreadableInputError, match="NUL"):
        decode(b"a\0b")


def test_own_enumerations_are_still_read_by_their_value() -> None:
    class Colour(StrEnum):
        RED = "red"

    class Size(IntEnum):
        SMALL = 1

    converter = make_converter()
    assert converter.structure("red", Colour) is Colour.RED
    assert converter.structure(1, Size) is Size.SMALL
    assert converter.structure("a", str) == "a"


# Scalars


@given(st.timedeltas(min_value=timedelta()))
def test_durations_are_written_as_msgspec_writes_them(value: timedelta) -> None:
    text = duration_text(value)
    assert json.dumps(text).encode() == msgspec_json.encode(value)
    assert read_duration(text, timedelta) == value


@given(st.datetimes(timezones=st.just(UTC)))
def test_instants_are_written_as_msgspec_writes_them(value: datetime) -> None:
    text = instant_text(value)
    assert json.dumps(text).encode() == msgspec_json.encode(value)
    assert read_instant(text, datetime) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("P2W", timedelta(weeks=2)),
        ("P1DT2H3M4.5S", timedelta(1, 4, 500_000, minutes=3, hours=2)),
        ("PT0S", timedelta()),
        ("PT0.000001S", timedelta(microseconds=1)),
    ],
)
def test_every_iso_duration_of_fixed_length_is_read(
    text: str, value: timedelta
) -> None:
    assert read_duration(text, timedelta) == value


# Parts


@given(st.recursive(st.integers() | st.text('ab\n"\\,:[]{}é '), lambda inner:
       st.lists(inner) | st.dictionaries(st.text('ab "\\]'), inner)))  # fmt: skip
def test_every_value_is_found_where_it_stands(tree: Any) -> None:
    text = json.dumps(tree, indent=1)
    paths = dict(walk(tree, "$"))
    for place in places_of(text, [f"{path}: wrong" for path in paths]):
        assert place.reason == "wrong"
        assert json.loads(place.raw) == paths[place.path]
        lines = text.split("\n")[place.line - 1 :]
        assert "\n".join(lines)[place.column - 1 :].startswith(place.raw)


def walk(value: Any, path: str) -> Any:
    yield path, value
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from walk(inner, path + step(name))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from walk(inner, path + step(index))


@given(st.text("ab\n", max_size=20), st.integers(0, 20))
def test_lines_and_columns_count_from_one(text: str, offset: int) -> None:
    offset = min(offset, len(text))
    line, column = line_and_column(text, offset)
    before = text[:offset].split("\n")
    assert (line, column) == (len(before), len(before[-1]) + 1)


def test_canonical_text_sorts_names_and_drops_space() -> None:
    assert canonical(read_tree('{"b": "é", "a": [1, 2.50]}')) == '{"a":[1,2.5],"b":"é"}'
