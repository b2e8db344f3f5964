"""What each field of the model refuses, naming class, field and value."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from hypothesis.vendor.pretty import pretty

from incident_timeline.errors import InvalidRecordError
from incident_timeline.model import (
    Age,
    Citation,
    CustodyStep,
    Event,
    Evidence,
    Incident,
    Investigation,
    Link,
    Participant,
    Party,
    Source,
)
from incident_timeline.vocabulary import EventKind

MINUTE = timedelta(minutes=1)
LINK = {"event_id": "e1", "relation": "before", "other_id": "e2"}
CALL = {"kind": "call"}

REFUSED: list[tuple[type, dict[str, Any], str, str]] = [
    (Event, {"kind": "Shots Fired"}, "kind", "is no term"),
    (Event, {"kind": ""}, "kind", "is no term"),
    (Event, {"kind": 5}, "kind", "is no term"),
    (Event, {**CALL, "start": "2023-11-23"}, "start", "is no Moment"),
    (Event, {**CALL, "start": None}, "start", "is no Moment"),
    (Event, {**CALL, "end": "2023"}, "end", "is no Moment"),
    (Event, {**CALL, "id": " e1"}, "id", "is no id"),
    (Event, {**CALL, "id": "a\nb"}, "id", "is no id"),
    (Event, {**CALL, "id": "x" * 201}, "id", "is no id"),
    (Event, {**CALL, "id": 7}, "id", "is no text"),
    (Event, {**CALL, "summary": None}, "summary", "is no text"),
    (Event, {**CALL, "place": "\ud83d"}, "place", "half of a surrogate pair"),
    (Event, {**CALL, "participants": ["p1"]}, "participants", "is no Participant"),
    (Event, {**CALL, "evidence_ids": [""]}, "evidence_ids", "refers to nothing"),
    (Event, {**CALL, "citations": ["x"]}, "citations", "is no Citation"),
    (Event, {**CALL, "part_of_id": ""}, "part_of_id", "refers to nothing"),
    (Event, {**CALL, "id": "e1", "part_of_id": "e1"}, "part_of_id", "part of itself"),
    (Party, {"kind": "Person"}, "kind", "is no term"),
    (Party, {"age": 40}, "age", "is no Age"),
    (Age, {"least": -1}, "least", "is negative"),
    (Age, {"least": True}, "least", "is no whole number"),
    (Age, {"greatest": 40.0}, "greatest", "is no whole number"),
    (Age, {"least": 40, "greatest": 39}, "greatest", "is below least 40"),
    (Participant, {"party_id": ""}, "party_id", "refers to nothing"),
    (Participant, {"party_id": "p1", "role": "The Witness"}, "role", "is no term"),
    (Evidence, {"item_type": "Knife!"}, "item_type", "is no term"),
    (Evidence, {"item_type": "knife", "status": "?"}, "status", "is no term"),
    (Evidence, {"item_type": "knife", "custody": ["x"]}, "custody", "no CustodyStep"),
    (CustodyStep, {"from_id": ""}, "from_id", "refers to nothing"),
    (CustodyStep, {"at": "now"}, "at", "is no Moment"),
    (Investigation, {"footing": "A B"}, "footing", "is no term"),
    (Investigation, {"closed": "2023"}, "closed", "is no Moment"),
    (Source, {"published": "2023"}, "published", "is no Moment"),
    (Source, {"text": b"bytes"}, "text", "is no text"),
    (Citation, {"source_id": ""}, "source_id", "refers to nothing"),
    (Citation, {"source_id": "s1", "start": 3}, "end", "is half a span"),
    (Citation, {"source_id": "s1", "end": 3}, "end", "is half a span"),
    (Citation, {"source_id": "s1", "start": 3, "end": 2}, "end", "is before start 3"),
    (Citation, {"source_id": "s1", "start": -1, "end": 2}, "start", "is negative"),
    (Citation, {"source_id": "s1", "force": "So sure"}, "force", "is no term"),
    (Link, {**LINK, "other_id": "e1"}, "other_id", "links an event with itself"),
    (Link, {**LINK, "least": -MINUTE}, "least", "is negative"),
    (Link, {**LINK, "least": 60}, "least", "is no timedelta"),
    (
        Link,
        {**LINK, "least": 2 * MINUTE, "greatest": MINUTE},
        "greatest",
        "is below least",
    ),
    (
        Link,
        {**LINK, "relation": "during", "least": MINUTE},
        "relation",
        "leaves no gap",
    ),
    (
        Link,
        {**LINK, "relation": "meets", "greatest": MINUTE},
        "relation",
        "leaves no gap",
    ),
    (Incident, {"events": [None]}, "events", "is no Event"),
    (Incident, {"links": [Event(kind="call")]}, "links", "is no Link"),
]


@pytest.mark.parametrize(("cls", "values", "field", "reason"), REFUSED)
def test_what_cannot_be_meant_is_refused_by_class_field_and_value(
    cls: type, values: dict[str, Any], field: str, reason: str
) -> None:
    with pytest.raises(InvalidRecordError, match=reason) as caught:
        cls(**values)
    assert caught.value.class_name == cls.__name__
    assert caught.value.field == field
    assert str(caught.value).startswith(f"{cls.__name__}.{field}: ")


@pytest.mark.parametrize("cls", [Event, Participant, Evidence, Citation, Link])
def test_what_a_record_cannot_do_without_has_no_default(cls: type) -> None:
    with pytest.raises(TypeError, match="missing"):
        cls()


def test_a_relation_that_allen_has_not_is_refused() -> None:
    with pytest.raises(ValueError, match="sometime"):
        Link(event_id="e1", relation="sometime", other_id="e2")


def test_one_string_is_not_several_ids() -> None:
    with pytest.raises(TypeError, match="no collection of strings"):
        Event(kind="call", evidence_ids="x1")


@pytest.mark.parametrize(
    "values",
    [
        {"least": 0, "greatest": 0},
        {"least": 40},
        {"greatest": 40},
        {},
    ],
)
def test_an_age_may_be_open_on_either_side(values: dict[str, int]) -> None:
    age = Age(**values)  # type: ignore[arg-type]  # by name
    assert (age.least, age.greatest) == (values.get("least"), values.get("greatest"))


@pytest.mark.parametrize(
    ("least", "greatest"),
    [(None, MINUTE), (MINUTE, None), (MINUTE, MINUTE), (timedelta(), timedelta())],
)
@pytest.mark.parametrize("relation", ["before", "after"])
def test_a_gap_may_be_open_on_either_side(
    relation: str, least: timedelta | None, greatest: timedelta | None
) -> None:
    link = Link(**{**LINK, "relation": relation}, least=least, greatest=greatest)  # type: ignore[arg-type]  # by name
    assert (link.least, link.greatest) == (least, greatest)


def test_a_known_term_is_held_as_its_plain_word() -> None:
    by_term, by_word = Event(kind=EventKind.CALL), Event(kind="call")
    assert type(by_term.kind) is str
    assert repr(by_term) == repr(by_word)
    assert by_term == by_word


@pytest.mark.parametrize("kind", ["x-mycity:tow", "drone_launch", "a1"])
def test_a_term_of_the_right_shape_is_accepted_though_unknown(kind: str) -> None:
    assert Event(kind=kind).kind == kind


@pytest.mark.parametrize("text", ["", "é", "\U0001f6a8", "\x00", "a\nb"])
def test_text_may_be_anything_that_a_file_can_hold(text: str) -> None:
    assert Event(kind="call", summary=text).summary == text


def test_a_record_prints_as_the_call_that_makes_it_without_its_defaults() -> None:
    incident = Incident(title="Shots", events=[Event(id="e1", kind="shots")])
    assert pretty(incident) == (
        "Incident(title='Shots', events=(Event(id='e1', kind='shots'),))"
    )
    assert pretty(Incident(unknown=(("a", "1"),))) == "Incident(unknown=(('a', '1'),))"
    assert pretty(Incident()) == "Incident()"
