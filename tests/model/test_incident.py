"""An incident: its ids, its references, its look-ups."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve

from incident_timeline.errors import InvalidRecordError, UnknownReferenceError
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

CITED = (Citation(source_id="s9"),)


def whole() -> Incident:
    return Incident(
        events=[
            Event(kind="call", participants=[Participant(party_id="p1")]),
            Event(
                kind="shots",
                part_of_id="e1",
                evidence_ids=["x1"],
                participants=[
                    Participant(party_id="p1"),
                    Participant(party_id="p1", role="witness"),
                    Participant(party_id="p2"),
                ],
            ),
        ],
        parties=[Party(), Party()],
        evidence=[Evidence(item_type="knife", event_id="e2")],
        investigations=[Investigation(body_id="p2")],
        sources=[Source()],
        links=[Link(event_id="e2", relation="after", other_id="e1")],
    )


def test_records_without_an_id_are_numbered_by_collection() -> None:
    ids = [record.id for record in whole().records]
    assert ids == ["e1", "e2", "p1", "p2", "x1", "i1", "s1", "l1"]


def test_given_ids_are_kept_and_never_given_again() -> None:
    call, given = Event(kind="call"), Event(kind="call", id="e2")
    incident = Incident(events=[call, given, call], parties=[Party(id="e1")])
    assert [event.id for event in incident.events] == ["e3", "e2", "e4"]


def test_numbering_leaves_the_records_that_were_given_as_they_were() -> None:
    call = Event(kind="call")
    assert Incident(events=[call]).events[0].id == "e1"
    assert call.id == ""


@pytest.mark.parametrize(
    "incident",
    [
        {"events": [Event(kind="call", id="a"), Event(kind="call", id="a")]},
        {"events": [Event(kind="call", id="a")], "parties": [Party(id="a")]},
    ],
)
def test_an_id_used_twice_is_refused(incident: dict[str, list[Event]]) -> None:
    with pytest.raises(InvalidRecordError, match="'a' is an id used twice"):
        Incident(**incident)  # type: ignore[arg-type]  # by name


@pytest.mark.parametrize(
    ("values", "where", "collection"),
    [
        (
            {"events": [Event(kind="call", participants=[Participant(party_id="s9")])]},
            "events[0].participants[0].party_id",
            "parties",
        ),
        (
            {"events": [Event(kind="call", evidence_ids=["s9"])]},
            "events[0].evidence_ids[0]",
            "evidence",
        ),
        (
            {"events": [Event(kind="call", part_of_id="s9")]},
            "events[0].part_of_id",
            "events",
        ),
        (
            {"events": [Event(kind="call", citations=CITED)]},
            "events[0].citations[0].source_id",
            "sources",
        ),
        (
            {"parties": [Party(citations=CITED)]},
            "parties[0].citations[0].source_id",
            "sources",
        ),
        (
            {"parties": [Party(age=Age(citations=CITED))]},
            "parties[0].age.citations[0].source_id",
            "sources",
        ),
        (
            {"evidence": [Evidence(item_type="knife", recovered_by_id="s9")]},
            "evidence[0].recovered_by_id",
            "parties",
        ),
        (
            {"evidence": [Evidence(item_type="knife", event_id="s9")]},
            "evidence[0].event_id",
            "events",
        ),
        (
            {
                "evidence": [
                    Evidence(item_type="knife", custody=[CustodyStep(from_id="s9")])
                ]
            },
            "evidence[0].custody[0].from_id",
            "parties",
        ),
        (
            {
                "evidence": [
                    Evidence(item_type="knife", custody=[CustodyStep(to_id="s9")])
                ]
            },
            "evidence[0].custody[0].to_id",
            "parties",
        ),
        (
            {
                "evidence": [
                    Evidence(item_type="knife", custody=[CustodyStep(citations=CITED)])
                ]
            },
            "evidence[0].custody[0].citations[0].source_id",
            "sources",
        ),
        (
            {"evidence": [Evidence(item_type="knife", citations=CITED)]},
            "evidence[0].citations[0].source_id",
            "sources",
        ),
        (
            {"investigations": [Investigation(body_id="s9")]},
            "investigations[0].body_id",
            "parties",
        ),
        (
            {"investigations": [Investigation(citations=CITED)]},
            "investigations[0].citations[0].source_id",
            "sources",
        ),
    ],
)
def test_a_reference_to_nothing_is_refused_at_its_place(
    values: dict[str, list[Event]], where: str, collection: str
) -> None:
    with pytest.raises(InvalidRecordError) as caught:
        Incident(**values)  # type: ignore[arg-type]  # by name
    assert caught.value.field == where
    assert caught.value.value == "s9"
    assert str(caught.value).endswith(f"names nothing in {collection}")


@pytest.mark.parametrize(
    ("field", "value"),
    [("event_id", "e9"), ("other_id", "e9"), ("citations", CITED)],
)
def test_each_reference_of_a_link_is_checked(field: str, value: Any) -> None:
    link = Link(event_id="e1", relation="before", other_id="e2")
    changes: dict[str, Any] = {field: value}
    bad = evolve(link, **changes)
    events = [Event(kind="call"), Event(kind="call")]
    assert Incident(events=events, links=[link]).links[0].id == "l1"
    with pytest.raises(InvalidRecordError, match=rf"links\[0\]\.{field}"):
        Incident(events=events, links=[bad])


def test_an_id_of_another_collection_is_no_reference() -> None:
    source, event = Source(id="a"), Event(kind="call", evidence_ids=["a"])
    with pytest.raises(InvalidRecordError, match="names nothing in evidence"):
        Incident(sources=[source], events=[event])


def test_each_record_is_found_by_its_id() -> None:
    incident = whole()
    assert incident.event("e2") is incident.events[1]
    assert incident.party("p1") is incident.parties[0]
    assert incident.item("x1") is incident.evidence[0]
    assert incident.investigation("i1") is incident.investigations[0]
    assert incident.source("s1") is incident.sources[0]
    assert incident.link("l1") is incident.links[0]


@pytest.mark.parametrize(
    ("look_up", "word"),
    [
        ("event", "event"),
        ("party", "party"),
        ("item", "evidence"),
        ("investigation", "investigation"),
        ("source", "source"),
        ("link", "link"),
    ],
)
@pytest.mark.parametrize("wanted", ["nothing", "other"])
def test_an_id_that_names_no_such_record_is_refused(
    look_up: str, word: str, wanted: str
) -> None:
    incident = whole()
    other = "p1" if look_up != "party" else "e1"
    name = other if wanted == "other" else "zz"
    with pytest.raises(UnknownReferenceError, match=f"the id of no {word}") as caught:
        getattr(incident, look_up)(name)
    assert caught.value.wanted == name


def test_events_are_found_by_kind_in_the_order_of_telling() -> None:
    incident = whole()
    assert incident.events_of_kind("shots") == (incident.events[1],)
    assert incident.events_of_kind("arrest") == ()


def test_events_are_found_by_party_each_once() -> None:
    incident = whole()
    assert incident.events_of_party("p1") == incident.events
    assert incident.events_of_party("p2") == (incident.events[1],)
    assert incident.events_of_party("zz") == ()


def test_a_changed_copy_is_looked_up_anew() -> None:
    incident = whole()
    assert incident.event("e1").kind == "call"
    changed = evolve(
        incident,
        events=(evolve(incident.events[0], kind="arrest"), incident.events[1]),
    )
    assert changed.event("e1").kind == "arrest"
    assert incident.event("e1").kind == "call"
    assert changed.events_of_kind("call") == ()


def test_collections_of_any_sort_become_tuples() -> None:
    incident = Incident(events=(Event(kind=kind) for kind in ("call", "shots")))
    assert isinstance(incident.events, tuple)
    assert hash(incident) == hash(evolve(incident))


def test_a_contradictory_event_can_be_held() -> None:
    from incident_timeline.moments import Moment

    event = Event(
        kind="pursuit",
        start=Moment.at("2023-11-23T21:00", zone="UTC"),
        end=Moment.at("2023-11-23T20:00", zone="UTC"),
    )
    assert Incident(events=[event]).events[0].end == event.end
