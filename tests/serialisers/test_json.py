"""JSON loses nothing."""

from __future__ import annotations

from hypothesis import given

from incident_timeline.model import Incident
from incident_timeline.parsers import parse
from incident_timeline.serialisers import Serialiser, serialise
from incident_timeline.serialisers.json import JSON
from incident_timeline.strategies import incidents


@given(incidents())
def test_json_is_lossless(incident: Incident) -> None:
    written = serialise(incident)
    assert written.losses == ()
    assert parse(written.text).incidents == (incident,)


def test_json_is_indented_and_ends_its_last_line() -> None:
    text = JSON.serialise(Incident(title="Shots")).text
    assert text.startswith('{\n  "schema_version": 1,\n  "events": [],\n')
    assert text.endswith("\n}\n")


def test_json_says_what_it_is() -> None:
    assert isinstance(JSON, Serialiser)
    assert (JSON.name, JSON.suffix, JSON.media_type) == (
        "json",
        ".json",
        "application/json",
    )
