"""Tests of the log's parser, and of the page that is made of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from aldermoor import KINDS, aldermoor, page
from hypothesis import given, settings
from hypothesis import strategies as st

from incident_timeline import Document, parse
from incident_timeline.strategies import Account, accounts
from incident_timeline.testing import parser_checks

NIGHT = Path(__file__).parent / "night.aldermoor"
HEADING = "LOG 1 23 November 2023"


@pytest.mark.parametrize("check", parser_checks(aldermoor, samples=[NIGHT]))
def test_keeps_the_law_of_parsers(check: Callable[[], None]) -> None:
    check()


def test_each_heading_begins_an_incident() -> None:
    first, second = parse(NIGHT, parser=aldermoor, zone="Europe/London").incidents
    assert (first.id, second.id) == ("aldermoor-4711", "aldermoor-4712")
    assert [(one.kind, one.start.text) for one in first.events] == [
        ("call", "19:59"),
        ("deployment", "20:04"),
        ("arrival", "20:13"),
        ("shots", "20:52"),
        ("first_aid", "20:54"),
        ("arrival", "21:05"),
        ("death_pronouncement", "21:30"),
    ]


def test_a_star_means_about_and_indented_lines_go_on() -> None:
    first, _ = parse(NIGHT, parser=aldermoor, zone="Europe/London").incidents
    (shots,) = first.events_of_kind("shots")
    assert shots.start.qualifier == "about"
    assert shots.citations[0].quote.endswith("two rounds, as reported by radio")


def test_a_clock_that_goes_back_passes_midnight() -> None:
    _, second = parse(NIGHT, parser=aldermoor, zone="Europe/London").incidents
    stated = [one.start.stated for one in second.events]
    assert stated == ["2023-11-23T23:50", "2023-11-24T00:10", "2023-11-24T00:05"]


def test_what_no_word_is_known_for_is_kept_as_it_is_told() -> None:
    _, second = parse(NIGHT, parser=aldermoor, zone="Europe/London").incidents
    (other,) = second.events_of_kind("other")
    assert other.summary == "on scene, gate locked"


def test_what_is_no_entry_is_a_finding_at_its_line() -> None:
    findings = parse(NIGHT, parser=aldermoor, zone="Europe/London").findings
    told = [(one.line, one.raw) for one in findings if one.code == "TL652"]
    assert told == [(15, "-- end of shift --")]


def test_the_page_tells_every_event_and_what_was_not_read() -> None:
    text = page(NIGHT)
    assert text.startswith("# Log 4711\n")
    assert text.count("| shots |") == 1
    assert "line 15, column 1" in text


entries = st.tuples(
    st.integers(12 * 60, 18 * 60 - 1),
    st.sampled_from(["", "*"]),
    st.sampled_from(["CR", "AF12", "AM7"]),
    st.sampled_from(sorted(KINDS)),
)


@settings(deadline=None)
@given(st.lists(entries, min_size=1, max_size=8))
def test_each_entry_is_one_event(rows: list[tuple[int, str, str, str]]) -> None:
    lines = [
        f"{at // 60:02}:{at % 60:02}{star} {unit} {told}"
        for at, star, unit, told in rows
    ]
    text = "\n".join([HEADING, *lines])
    (incident,) = aldermoor.parse(Document(text, zone="Europe/London")).incidents
    assert [
        (one.kind, one.start.stated, one.start.qualifier) for one in incident.events
    ] == [
        (
            KINDS[told],
            f"2023-11-23T{at // 60:02}:{at % 60:02}",
            "about" if star else "exact",
        )
        for at, star, _, told in rows
    ]


@settings(max_examples=20, deadline=None)
@given(accounts())
def test_no_press_release_is_taken_for_a_log(account: Account) -> None:
    assert aldermoor.sniff is not None
    assert aldermoor.sniff(account.text) == 0
