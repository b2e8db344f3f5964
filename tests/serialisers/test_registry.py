"""Which serialiser writes what."""

from __future__ import annotations

import pytest
from attrs import frozen

from incident_timeline import _plugins
from incident_timeline.errors import UnknownFormatError
from incident_timeline.model import Incident
from incident_timeline.serialisers import Serialised, serialise, serialisers


@frozen
class Shout:
    """A serialiser of somebody's own."""

    name: str = "shout"
    suffix: str = ".txt"
    media_type: str = "text/plain"

    def serialise(self, incident: Incident) -> Serialised:
        return Serialised(incident.title.upper(), ("all but the title",))


def test_the_own_serialisers_are_there_without_metadata(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(_plugins, "entry_points", lambda group: ())
    assert [(name, one.name) for name, one in serialisers().items()] == [
        ("json", "json"),
        ("markdown", "markdown"),
        ("narrative", "narrative"),
    ]


def test_a_format_is_named_or_given() -> None:
    incident = Incident(title="Shots")
    assert serialise(incident, "markdown").text.startswith("# Shots\n")
    assert serialise(incident, Shout()) == Serialised("SHOTS", ("all but the title",))


def test_an_unknown_format_is_told_those_that_are_known() -> None:
    with pytest.raises(
        UnknownFormatError, match=r"'pdf' is no serialiser here; .*json"
    ):
        serialise(Incident(), "pdf")
