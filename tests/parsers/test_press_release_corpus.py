"""An account annotated by hand is read as its annotation has it."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from incident_timeline.model import Incident
from incident_timeline.parsers.base import Document
from incident_timeline.parsers.press_release import PRESS_RELEASE
from incident_timeline.timeline import Order, solve

SEED = Path(__file__).parents[3] / "shared/corpus/met-2023-11-24-dagenham.json"
pytestmark = pytest.mark.skipif(not SEED.exists(), reason="the corpus isn't here")


@pytest.fixture
def gold() -> dict[str, list[dict[str, object]]]:
    return json.loads(SEED.read_text("utf-8"))  # type: ignore[no-any-return]  # as its schema says


@pytest.fixture
def incident() -> Incident:
    text = SEED.with_suffix(".txt").read_text("utf-8")
    day, zone = date(2023, 11, 24), "Europe/London"
    return PRESS_RELEASE.parse(Document(text, published=day, zone=zone)).incidents[0]


def test_every_event_is_found_with_its_time_and_no_other(
    gold: dict[str, list[dict[str, object]]], incident: Incident
) -> None:
    wanted = [
        (
            e["kind"],
            None if e["time"] is None else gold["times"][int(str(e["time"]))]["value"],
        )
        for e in gold["events"]
    ]
    assert [(e.kind, e.start.stated or None) for e in incident.events] == wanted


def test_what_is_certain_of_its_order_agrees_with_the_annotation(
    gold: dict[str, list[dict[str, object]]], incident: Incident
) -> None:
    timeline = solve(incident)
    ids = [event.id for event in incident.events]
    groups = [[int(str(i)) for i in group] for group in gold["chronology"]]
    for number, earlier in enumerate(groups):
        for later in groups[number + 1 :]:
            for one, other in ((a, b) for a in earlier for b in later):
                assert timeline.before(ids[other], ids[one]) is not Order.CERTAIN


def test_doubts_keep_their_force(incident: Incident) -> None:
    assert [(x.item_type, x.status) for x in incident.evidence] == [
        ("firearm", "apparent")
    ] * 2
    for event in incident.events_of_kind("evidence_recovery"):
        cited = event.citations[0]
        assert (cited.attributed_to, cited.force) == ("IOPC", "confirmed")
    (age,) = [p.age for p in incident.parties if p.age]
    assert (age.least, age.citations[0].force) == (40, "believed")
