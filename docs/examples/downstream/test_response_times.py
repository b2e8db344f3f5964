"""The project's own tests: an account, and whatever incident there may be."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from hypothesis import given, settings

from docs.examples.downstream.response_times import read, responses
from incident_timeline import Incident
from incident_timeline.strategies import incidents

RELEASE = Path(__file__).parent.parent / "harrow-road.txt"


def test_an_account_tells_how_long_it_took() -> None:
    (found,) = responses(read([RELEASE], "2023-11-24", "Europe/London"))
    assert timedelta(minutes=45) < (found.least or timedelta()) < timedelta(minutes=46)
    assert found.is_sound


@settings(max_examples=20)
@given(incidents(consistent=True))
def test_a_sound_incident_never_took_longer_than_it_can(incident: Incident) -> None:
    for one in responses([incident]):
        assert one.least is None or one.greatest is None or one.least <= one.greatest
