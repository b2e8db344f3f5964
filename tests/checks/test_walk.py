"""The walk finds every moment and every citation, each at its place."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import fields
from hypothesis import given
from hypothesis import strategies as st

from incident_timeline._record import Record
from incident_timeline.checks.walk import citations_of, moments_of
from incident_timeline.model import (
    Age,
    Citation,
    CustodyStep,
    Event,
    Evidence,
    Incident,
    Investigation,
    Link,
    Party,
    Source,
)
from incident_timeline.moments import Moment
from incident_timeline.strategies import incidents

COLLECTIONS = ("events", "parties", "evidence", "investigations", "sources", "links")
CITED = (Citation(source_id="s"), Citation(source_id="s", quote="x"))
FULL = Incident(
    events=[
        Event(id="a", kind="call", end=Moment.unknown(), citations=CITED),
        Event(id="b", kind="call"),
    ],
    parties=[Party(age=Age(citations=CITED), citations=CITED)],
    evidence=[
        Evidence(
            item_type="knife",
            custody=(CustodyStep(citations=CITED), CustodyStep()),
            citations=CITED,
        )
    ],
    investigations=[Investigation(closed=Moment.unknown(), citations=CITED)],
    sources=[Source(id="s", published=Moment.unknown())],
    links=[Link(event_id="a", relation="before", other_id="b", citations=CITED)],
)


def within(path: str, value: object, kind: type) -> Iterator[tuple[str, object]]:
    """Whatever is of a kind, found by the fields of its class."""
    if isinstance(value, kind):
        yield path, value
    elif isinstance(value, tuple):
        for i, one in enumerate(value):
            yield from within(f"{path}[{i}]", one, kind)
    elif isinstance(value, Record):
        for name in (one.name for one in fields(type(value))):
            yield from within(f"{path}.{name}", getattr(value, name), kind)


def by_fields(incident: Incident, kind: type) -> list[tuple[str, str, object]]:
    return [
        (record.id, path.removeprefix("."), value)
        for name in COLLECTIONS
        for record in getattr(incident, name)
        for path, value in within("", record, kind)
    ]


@given(st.one_of(st.just(FULL), incidents()))
def test_every_moment_that_a_field_holds_is_found(incident: Incident) -> None:
    found = [(record.id, path, one) for record, path, one in moments_of(incident)]
    assert found == by_fields(incident, Moment)


@given(st.one_of(st.just(FULL), incidents()))
def test_every_citation_that_a_field_holds_is_found(incident: Incident) -> None:
    found = [(record.id, path, one) for record, path, one in citations_of(incident)]
    assert found == by_fields(incident, Citation)


def test_the_full_incident_leaves_no_field_out() -> None:
    assert len(list(moments_of(FULL))) == 9
    assert len(list(citations_of(FULL))) == 14
