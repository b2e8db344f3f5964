"""The converter: one wire form, two lanes that agree, and nothing lost."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import cattrs
import pytest
from attrs import fields_dict
from hypothesis import assume, given
from hypothesis import strategies as st

from incident_timeline._record import Record
from incident_timeline.converter import (
    SCHEMA_VERSION,
    configure_converter,
    dumps,
    fast,
    loads,
    make_converter,
)
from incident_timeline.converter.versions import MIGRATIONS
from incident_timeline.errors import UnreadableInputError
from incident_timeline.model import (
    Age,
    Citation,
    Draft,
    Event,
    Incident,
    Party,
    Source,
)
from incident_timeline.moments import Moment
from incident_timeline.strategies import incidents

SLOW = make_converter()
SLOW.register_structure_hook(bytes, lambda value, _: bytes(value))

values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"]), max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text(max_size=3, alphabet="ab_é"), inner, max_size=3)
    ),
    max_leaves=6,
)
# What fits some field or other, so that changes are not all refused.
fitting = st.sampled_from(
    [
        "",
        "a",
        "call",
        "p1",
        "s1",
        "e1",
        "UTC",
        "+01:00",
        "before",
        "about",
        "day",
        3,
        "2023-11-23T19:59:00Z",
        "2024-11-23T19:59:00.000001Z",
        "PT180S",
        "P1D",
        0,
        None,
    ]
)
UNKNOWN_NAMES = ("zz", "_unknown", "aa", "colour of", "extra")


@pytest.fixture
def no_msgspec(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setitem(sys.modules, "msgspec", None)
    fast._lane.cache_clear()
    yield
    fast._lane.cache_clear()


def sample() -> Incident:
    draft = Draft(zone="Europe/London", id="i-1", title="Shots")
    draft.source("At 19:59hrs officers were called. He was shot.")
    call = draft.event("call", "2023-11-23T19:59", quote="officers were called")
    shots = draft.event("shots", quote="He was shot")
    draft.link(shots, "after", call, least=timedelta(minutes=3))
    return draft.incident()


def objects(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from objects(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from objects(inner)


KNOWN = {"schema_version"}.union(*map(fields_dict, Record.__subclasses__()))


def without_unknown(tree: dict[str, Any]) -> dict[str, Any]:
    """A document of known fields alone, for which the fast lane is open."""
    for one in list(objects(tree)):
        for name in one.keys() - KNOWN:
            del one[name]
    return tree


def compact(tree: Any) -> str:
    """A document as it is written: the version first, the names in order."""
    body = {name: tree[name] for name in tree if name != "schema_version"}
    head = {"schema_version": tree.get("schema_version")}
    rest = json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return json.dumps(head, separators=(",", ":"))[:-1] + "," + rest[1:]


def outcome(text: str, converter: cattrs.Converter | None = None) -> object:
    """The incident, or all that is wrong."""
    try:
        return loads(text, converter=converter)
    except UnreadableInputError as error:
        return error.problems


# Laws


@given(incidents())
def test_what_is_written_and_read_again_is_equal(incident: Incident) -> None:
    assert loads(dumps(incident)) == incident
    assert loads(dumps(incident, indent=2).encode()) == incident


@given(incidents())
def test_both_lanes_write_the_same_text(incident: Incident) -> None:
    assert dumps(incident, converter=SLOW) == dumps(incident)
    assert dumps(incident, converter=SLOW, indent=2) == dumps(incident, indent=2)


@given(incidents())
def test_both_lanes_read_what_is_written(incident: Incident) -> None:
    text = dumps(incident)
    is_fast = fast.encoded(incident, None) is not None
    assert fast.decoded(text.encode()) == (incident if is_fast else None)
    assert loads(text, converter=SLOW) == incident


def test_the_fast_lane_is_open_where_all_is_known() -> None:
    assert fast.decoded(dumps(sample()).encode()) == sample()


@given(incidents(max_events=3), st.data())
def test_both_lanes_agree_on_changed_documents(
    incident: Incident, data: st.DataObject
) -> None:
    tree = without_unknown(json.loads(dumps(incident)))
    changed = data.draw(st.sampled_from(list(objects(tree))))
    name = data.draw(st.sampled_from(sorted(changed)))
    match data.draw(st.sampled_from(["fit", "fit", "any", "drop"])):
        case "fit":
            changed[name] = data.draw(fitting)
        case "any":
            changed[name] = data.draw(values)
        case _:
            del changed[name]
    text = compact(tree)
    assert outcome(text) == outcome(text, SLOW)


@given(incidents(max_events=3), st.data())
def test_unknown_fields_are_kept_and_written_back_where_they_stood(
    incident: Incident, data: st.DataObject
) -> None:
    tree = json.loads(dumps(incident))
    for _ in range(data.draw(st.integers(1, 3))):
        chosen = data.draw(st.sampled_from(list(objects(tree))))
        chosen[data.draw(st.sampled_from(UNKNOWN_NAMES))] = data.draw(values)
    read = loads(json.dumps(tree))
    assert json.loads(dumps(read)) == tree
    assert loads(dumps(read)) == read
    assert dumps(read) == dumps(read, converter=SLOW)


@given(values)
def test_any_json_is_an_incident_or_unreadable(tree: Any) -> None:
    problems = outcome(json.dumps(tree))
    assume(not isinstance(problems, Incident))
    assert isinstance(problems, tuple)
    assert all(problem.startswith("$") for problem in problems)


@given(incidents(max_events=3), st.data())
def test_a_cut_document_is_refused_with_line_and_column(
    incident: Incident, data: st.DataObject
) -> None:
    text = dumps(incident, indent=2)
    end = data.draw(st.integers(0, len(text) - 1))
    with pytest.raises(UnreadableInputError) as caught:
        loads(text[:end])
    assert caught.value.line is not None
    assert caught.value.column is not None
    assert 1 <= caught.value.line <= text[:end].count("\n") + 1


# The wire form


def test_the_version_stands_first_and_names_are_in_order() -> None:
    tree = json.loads(dumps(sample()))
    assert next(iter(tree)) == "schema_version"
    assert tree["schema_version"] == SCHEMA_VERSION
    assert list(tree)[1:] == sorted(list(tree)[1:])
    assert tree["events"][0]["start"]["earliest_utc"] == "2023-11-23T19:59:00Z"
    assert tree["links"][0]["least"] == "PT180S"
    assert tree["links"][0]["greatest"] is None


def test_an_indent_of_none_is_compact_and_of_nought_is_lines() -> None:
    assert " " not in dumps(Incident())
    assert dumps(Incident(), indent=0) == dumps(Incident(), indent=0, converter=SLOW)


def test_a_number_beyond_64_bits_is_written_and_read() -> None:
    old = Incident(parties=(Party(age=Age(least=2**80)),))
    assert loads(dumps(old)) == old


def test_half_of_a_surrogate_pair_is_not_written() -> None:
    start = Moment(assumed=("\ud800",))
    broken = Incident(events=(Event(kind="call", start=start),))
    with pytest.raises(UnreadableInputError, match="surrogate"):
        dumps(broken)


def test_bytes_may_have_a_byte_order_mark_or_be_utf_16() -> None:
    text = dumps(sample())
    for data in (text.encode("utf-8-sig"), text.encode("utf-16")):
        assert loads(data) == sample()
    assert loads("\ufeff" + text) == sample()


def test_members_may_come_in_any_order_and_defaults_be_left_out() -> None:
    read = loads('{"events": [{"kind": "call"}], "schema_version": 1}')
    assert read == Incident(events=[Event(kind="call")])


def test_offsets_are_read_as_the_instant_in_utc() -> None:
    tree = json.loads(dumps(sample()))
    tree["events"][0]["start"]["earliest_utc"] = "2023-11-23T20:59:00+01:00"
    assert loads(json.dumps(tree)) == sample()


def test_a_known_field_wins_over_an_unknown_one_of_its_name() -> None:
    odd = Incident(unknown=(("title", '"b"'), ("schema_version", "9")), title="a")
    assert loads(dumps(odd)) == Incident(title="a")


# Without msgspec


@given(incidents(max_events=3))
def test_the_slow_lane_alone_gives_the_same(incident: Incident) -> None:
    text = dumps(incident)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(fast, "_lane", lambda: None)
        assert dumps(incident) == text
        assert loads(text) == incident


def test_without_msgspec_all_is_read_and_written(no_msgspec: None) -> None:
    assert fast.decoded(dumps(sample()).encode()) is None
    assert fast.encoded(sample(), None) is None
    assert loads(dumps(sample())) == sample()


def test_rooms_load_cattrs_and_msgspec_on_first_need() -> None:
    rooms = "converter, parsers, serialisers"
    code = f"import sys; from incident_timeline import {rooms}; print(*sys.modules)"
    shown = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True
    )
    loaded = {name.partition(".")[0] for name in shown.stdout.split()}
    assert "incident_timeline" in loaded
    assert loaded & {"cattrs", "msgspec", "pendulum"} == set()


# Converters of one's own


def is_plain(converter: cattrs.Converter) -> bool:
    return bool(getattr(converter, "is_plain", False))


def test_a_converter_is_plain_until_it_has_options_or_hooks() -> None:
    assert is_plain(make_converter())
    assert not is_plain(make_converter(omit_if_default=True))
    assert not is_plain(SLOW)
    assert not is_plain(make_converter().copy())
    hooked = make_converter()
    hooked.register_unstructure_hook_func(lambda kind: kind is bytes, bytes.hex)
    assert not is_plain(hooked)


def test_each_converter_is_its_own() -> None:
    one, other = make_converter(), make_converter()
    one.register_unstructure_hook(datetime, lambda value: value.year)
    assert '"earliest_utc":2023' in dumps(sample(), converter=one)
    assert dumps(sample(), converter=other) == dumps(sample())


def test_hooks_that_are_added_are_used_both_ways() -> None:
    converter = make_converter()
    converter.register_structure_hook(Event, lambda _, __: Event(kind="other"))
    read = loads(dumps(sample()), converter=converter.copy())
    assert {event.kind for event in read.events} == {"other"}


def test_a_hook_that_fails_is_named_with_its_path() -> None:
    def fail(_: object, __: object) -> Citation:
        raise KeyError

    converter = make_converter()
    converter.register_structure_hook(Citation, fail)
    with pytest.raises(UnreadableInputError) as caught:
        loads(dumps(sample()), converter=converter)
    assert caught.value.problems[0] == "$.events[0].citations[0]: KeyError"


def test_options_are_those_of_cattrs() -> None:
    small = dumps(Incident(title="a"), converter=make_converter(omit_if_default=True))
    assert small == '{"schema_version":1,"title":"a"}'
    strict = make_converter(forbid_extra_keys=True)
    with pytest.raises(UnreadableInputError) as caught:
        loads('{"schema_version": 1, "b": 1, "events": [{"kind": "a", "a": 1}]}',
              converter=strict)  # fmt: skip
    assert caught.value.problems == (
        "$.b: is not known",
        "$.events[0].a: is not known",
    )


def test_a_cattrs_converter_can_be_taught() -> None:
    converter = cattrs.Converter()
    configure_converter(converter)
    assert dumps(sample(), converter=converter) == dumps(sample())
    assert loads(dumps(sample()), converter=converter) == sample()
    tree = converter.unstructure(sample())
    assert converter.structure(tree, Incident) == sample()
    assert converter.structure(["a"], tuple[str, ...]) == ("a",)


def test_subclasses_are_written_by_the_slow_lane() -> None:
    class Mine(Incident):
        """A subclass adds no fields to the wire form."""

    assert fast.encoded(Mine(), None) is None


# Versions


def test_earlier_versions_are_brought_up_to_date(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def from_nought(fields: dict[str, Any]) -> dict[str, Any]:
        return {**fields, "title": fields["headline"], "headline": None}

    def from_before(fields: dict[str, Any]) -> dict[str, Any]:
        return {"headline": fields["name"]}

    monkeypatch.setitem(MIGRATIONS, 0, from_nought)
    monkeypatch.setitem(MIGRATIONS, -1, from_before)
    read = loads('{"schema_version": -1, "name": "Shots"}')
    assert read.title == "Shots"
    assert read.extra == {"headline": None}
    with pytest.raises(UnreadableInputError, match="the oldest that is read is -1"):
        loads('{"schema_version": -2}')


def test_unknown_fields_are_kept_on_every_record() -> None:
    read = loads(
        '{"schema_version":1,"sources":[{"id":"s1","licence":"OGL","a":{"b":[1.5]}}]}'
    )
    assert read.source("s1").extra == {"a": {"b": [1.5]}, "licence": "OGL"}
    assert read != Incident(sources=[Source(id="s1")])


def test_text_of_another_class_is_written_by_the_lane_that_can() -> None:
    class Text(str):
        __slots__ = ()

    assert loads(dumps(Incident(title=Text("x")))) == Incident(title="x")


def test_a_bytearray_is_read_as_bytes() -> None:
    assert loads(bytearray(dumps(Incident()).encode())) == Incident()
