"""The laws of incidents and their records."""

from __future__ import annotations

import copy
import hashlib
import json
import pickle
from typing import Any

import attrs
import msgspec
from hypothesis import given
from hypothesis import strategies as st

from incident_timeline.model import Incident, Source
from incident_timeline.strategies import (
    ages,
    citations,
    custody_steps,
    events,
    evidence,
    incidents,
    investigations,
    links,
    moments,
    participants,
    parties,
    sources,
)

records: st.SearchStrategy[Any] = st.one_of(
    ages(),
    citations(),
    custody_steps(),
    events(),
    evidence(),
    incidents(),
    investigations(),
    links(),
    moments(),
    participants(),
    parties(),
    sources(),
)
protocols = st.integers(0, pickle.HIGHEST_PROTOCOL)


@given(records, protocols)
def test_a_record_outlives_pickling_and_copying(record: Any, protocol: int) -> None:
    for again in (
        pickle.loads(pickle.dumps(record, protocol)),
        copy.copy(record),
        copy.deepcopy(record),
        attrs.evolve(record),
    ):
        assert again == record
        assert hash(again) == hash(record)
        assert repr(again) == repr(record)
        assert again.extra == record.extra


@given(records)
def test_the_fields_of_a_later_version_are_canonical(record: Any) -> None:
    names = [name for name, _ in record._unknown]
    assert names == sorted(names)
    assert list(record.extra) == names
    for name, text in record._unknown:
        found = record.extra[name]
        assert json.dumps(found, sort_keys=True, separators=(",", ":")) == text


@given(incidents())
def test_msgspec_reads_an_incident_straight_back(incident: Incident) -> None:
    known = without_extras(incident)
    text = msgspec.json.encode(incident)
    assert msgspec.json.decode(text, type=Incident) == known
    assert msgspec.json.encode(known) == text


def without_extras(value: Any) -> Any:
    """The same records, without what msgspec neither writes nor reads."""
    if isinstance(value, tuple):
        return tuple(map(without_extras, value))
    if not attrs.has(type(value)):
        return value
    names = [one.name for one in attrs.fields(type(value)) if one.name != "_unknown"]
    changes = {name: without_extras(getattr(value, name)) for name in names}
    return attrs.evolve(value, **changes, unknown=())


@given(incidents())
def test_ids_are_given_unique_and_found(incident: Incident) -> None:
    everything = list(incident.records)
    ids = [record.id for record in everything]
    assert all(ids)
    assert len(set(ids)) == len(ids)
    look_ups = {
        "Event": incident.event,
        "Party": incident.party,
        "Evidence": incident.item,
        "Investigation": incident.investigation,
        "Source": incident.source,
        "Link": incident.link,
    }
    for record in everything:
        assert look_ups[type(record).__name__](record.id) is record


@given(incidents())
def test_making_an_incident_again_changes_nothing(incident: Incident) -> None:
    assert attrs.evolve(incident, events=list(incident.events)) == incident


@given(incidents())
def test_every_event_is_found_by_its_kind_and_by_its_parties(
    incident: Incident,
) -> None:
    for event in incident.events:
        assert event in incident.events_of_kind(event.kind)
        for one in event.participants:
            assert event in incident.events_of_party(one.party_id)
    found = [
        incident.events_of_kind(kind) for kind in {e.kind for e in incident.events}
    ]
    assert sum(map(len, found)) == len(incident.events)


@given(incidents(), st.text(max_size=5))
def test_a_changed_copy_is_another_incident(incident: Incident, title: str) -> None:
    changed = attrs.evolve(incident, title=title)
    assert (changed == incident) == (title == incident.title)
    assert changed.events == incident.events


@given(st.text())
def test_a_digest_is_that_of_the_text_in_utf_8(text: str) -> None:
    assert Source.digest(text) == hashlib.sha256(text.encode("utf-8")).hexdigest()
