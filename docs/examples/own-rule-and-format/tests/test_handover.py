"""Tests of the rule and of the format."""

from __future__ import annotations

import csv
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from io import StringIO

import pytest
from handover import HANDOVER, TARGET, long_on_the_way
from hypothesis import given, settings

from incident_timeline import RULES, Draft, Incident, Timeline, check, serialise
from incident_timeline.strategies import incidents, timelines
from incident_timeline.testing import rule_checks, serialiser_checks


def rows_of(incident: Incident) -> list[dict[str, str]]:
    text = HANDOVER.serialise(incident).text
    return list(csv.DictReader(StringIO(text, newline="")))


@pytest.mark.parametrize("check", rule_checks(long_on_the_way))
def test_keeps_the_law_of_rules(check: Callable[[], None]) -> None:
    check()


@pytest.mark.parametrize("check", serialiser_checks(HANDOVER))
def test_keeps_the_law_of_serialisers(check: Callable[[], None]) -> None:
    check()


def drafted(*events: tuple[str, str]) -> Incident:
    draft = Draft(zone="Europe/London")
    unit = draft.party(name="UNIT12", kind="unit")
    for kind, at in events:
        who = [(unit, "other_officer")]
        draft.event(kind, f"2023-11-23T{at}", who=who)
    return draft.incident()


EIGHT = datetime(2023, 11, 23, 20, tzinfo=UTC)
SENT = ("deployment", "20:00")


@pytest.mark.parametrize(
    ("incident", "told"),
    [
        (drafted(SENT, ("arrival", "20:30")), ["certain"]),
        (drafted(SENT, ("arrival", "20:20")), ["possible"]),
        (drafted(SENT, ("arrival", "20:19")), []),
        (drafted(SENT, ("arrival", "20:30"), ("arrival", "20:40")), []),
        (drafted(SENT), []),
    ],
)
def test_the_rule_reports_units_that_miss_the_target(
    incident: Incident, told: list[str]
) -> None:
    found = check(incident, rules=[long_on_the_way], possible=True)
    assert [str(one.verdict) for one in found] == told


@settings(max_examples=30, deadline=None)
@given(incidents(within=(EIGHT, EIGHT + TARGET - timedelta(minutes=1))))
def test_nothing_is_late_where_all_happens_within_the_target(
    incident: Incident,
) -> None:
    found = check(incident, rules=(*RULES, long_on_the_way), possible=True)
    assert "HND101" not in {one.code for one in found}


@settings(max_examples=30, deadline=None)
@given(timelines())
def test_each_event_has_its_row_in_the_order_worked_out(timeline: Timeline) -> None:
    told = [row["what"] for row in rows_of(timeline.incident)]
    assert told == [str(event.kind) for event in timeline.events]


def test_what_a_spreadsheet_would_run_stays_a_text() -> None:
    draft = Draft(zone="Europe/London")
    draft.event("call", summary="=1+1\nnext")
    assert rows_of(draft.incident())[0]["summary"] == "'=1+1 next"


def test_losses_name_what_the_sheet_has_no_column_for() -> None:
    draft = Draft(zone="Europe/London")
    draft.party(name="UNIT12", kind="unit")
    assert "the parties" in serialise(draft.incident(), HANDOVER).losses
