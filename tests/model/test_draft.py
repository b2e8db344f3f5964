"""A draft: it hands out ids, reads times in its zone and finds quotes."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from incident_timeline.errors import InvalidMomentError, InvalidRecordError
from incident_timeline.model import (
    Draft,
    Event,
    Evidence,
    Incident,
    Investigation,
    Link,
    Party,
    Source,
)
from incident_timeline.moments import Moment

TEXT = "At 19:59hrs officers were called. He was shot."


def test_a_draft_becomes_an_incident_with_all_it_was_given() -> None:
    draft = Draft(zone="Europe/London", id="i1", title="T", jurisdiction="GB-EAW")
    source = draft.source(TEXT, title="S", publisher="P", url="u", published="2023-11")
    man = draft.party("a man", name="N", quote="He")
    body = draft.party("the office", kind="organisation")
    call = draft.event(
        "call",
        "2023-11-23T19:59",
        end="2023-11-23T20:10",
        summary="a call",
        place="a street",
        who=[(man, "affected_person")],
        quote="officers were called",
    )
    shots = draft.event("shots", quote=draft.cite("He was shot", force="alleged"))
    item = draft.item("knife", status="apparent", description="a knife", event=call)
    case = draft.investigation(
        body, footing="independent", status="open", opened=date(2023, 11, 24)
    )
    link = draft.link(
        shots, "after", call, least=timedelta(minutes=1), greatest=timedelta(hours=1)
    )
    assert draft.incident() == Incident(
        id="i1",
        title="T",
        jurisdiction="GB-EAW",
        events=[call, shots],
        parties=[man, body],
        evidence=[item],
        investigations=[case],
        sources=[source],
        links=[link],
    )
    ids = [record.id for record in draft.incident().records]
    assert ids == ["e1", "e2", "p1", "p2", "x1", "i1", "s1", "l1"]
    assert source.sha256 == Source.digest(TEXT)
    assert call.start == Moment.at("2023-11-23T19:59", zone="Europe/London")
    assert item.recovered == call.start
    assert item.event_id == call.id
    assert case.body_id == body.id
    assert [one.force for one in shots.citations] == ["alleged"]


def test_what_is_not_said_is_unknown() -> None:
    draft = Draft()
    assert draft.event("call").start.is_unknown
    assert draft.event("call").end is None
    assert draft.item("knife").recovered.is_unknown
    assert draft.item("knife").event_id is None
    assert draft.investigation().opened.is_unknown
    assert draft.investigation().body_id is None
    assert draft.source().published is None
    assert draft.source().sha256 == ""


def test_a_moment_is_taken_as_it_is() -> None:
    moment = Moment.about("2023", zone="UTC")
    assert Draft(zone="Europe/London").event("call", moment).start is moment


def test_a_time_needs_the_zone_of_the_draft_or_its_own() -> None:
    assert Draft().event("call", "2023-11-23T19:59Z").start.zone == "UTC"
    with pytest.raises(InvalidMomentError, match="none is guessed"):
        Draft().event("call", "2023-11-23T19:59")


def test_a_quote_has_its_span_in_the_text_of_the_latest_source() -> None:
    draft = Draft()
    first = draft.source("other words")
    draft.source(TEXT)
    cited = draft.cite("He was shot", attributed_to="the force")
    assert (cited.source_id, cited.start, cited.end) == ("s2", 34, 45)
    assert TEXT[34:45] == cited.quote
    assert draft.cite("words", source=first).source_id == "s1"


def test_a_quote_of_a_source_without_text_has_no_span() -> None:
    draft = Draft()
    draft.source(title="A hearing")
    cited = draft.cite("He was shot")
    assert (cited.start, cited.end) == (None, None)


def test_a_quote_that_is_not_in_the_text_is_refused() -> None:
    draft = Draft()
    draft.source(TEXT)
    with pytest.raises(InvalidRecordError, match="does not stand in the text of"):
        draft.event("call", quote="She was shot")


def test_a_quote_before_any_source_is_refused() -> None:
    with pytest.raises(InvalidRecordError, match="has no source yet"):
        Draft().cite("He was shot")


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (Event(kind="call"), "e1"),
        (Party(), "p1"),
        (Evidence(item_type="knife"), "x1"),
        (Investigation(), "i1"),
        (Source(), "s1"),
        (Link(event_id="a", relation="before", other_id="b"), "l1"),
        (Event(kind="call", id="own"), "own"),
    ],
    ids=lambda one: type(one).__name__,
)
def test_a_record_is_added_as_it_is_and_given_an_id(
    record: Event, expected: str
) -> None:
    assert Draft().add(record).id == expected


def test_an_id_that_was_given_is_not_handed_out_again() -> None:
    draft = Draft()
    draft.add(Event(kind="call", id="e2"))
    draft.event("shots")
    assert len(draft.incident().events) == 2


def test_a_draft_goes_on_after_an_incident_was_made_of_it() -> None:
    draft = Draft()
    draft.event("call")
    before = draft.incident()
    draft.event("shots")
    assert len(before.events) == 1
    assert len(draft.incident().events) == 2


def test_a_draft_refuses_what_is_no_record() -> None:
    with pytest.raises(TypeError, match="no record of an incident"):
        Draft().add(Moment.unknown())  # type: ignore[type-var]  # the very mistake
