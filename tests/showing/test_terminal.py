"""What a person sees of an incident in a terminal."""

from __future__ import annotations

from datetime import timedelta

import pytest
from rich.console import RenderableType

from incident_timeline.checks import CheckConfig, Review, review
from incident_timeline.cli.screen import console
from incident_timeline.model import Draft, Finding, Incident, Severity
from incident_timeline.moments import Moment
from incident_timeline.showing import rich_of
from incident_timeline.showing.terminal import findings_view
from incident_timeline.timeline import solve

LONDON = "Europe/London"


def incident_view(incident: Incident) -> RenderableType:
    return rich_of(solve(incident))


def shown(view: RenderableType, width: int = 80) -> str:
    screen = console(width=width, record=True, quiet=False, file=None)
    with screen.capture() as capture:
        screen.print(view)
    return capture.get()


@pytest.fixture
def draft() -> Draft:
    return Draft(zone=LONDON, title="A death in Mill Lane")


def test_an_incident_without_events_has_no_times(draft: Draft) -> None:
    text = shown(incident_view(draft.incident()))
    assert "A death in Mill Lane" in text
    assert "0 events, no times, consistent" in text


def test_a_title_is_that_of_a_source_or_else_the_id() -> None:
    draft = Draft(id="2023-17")
    assert "2023-17" in shown(incident_view(draft.incident()))
    draft.source(title="Appeal for witnesses")
    assert "Appeal for witnesses" in shown(incident_view(draft.incident()))


def test_a_conflict_is_told_at_the_head(draft: Draft) -> None:
    draft.event("pursuit", "2023-11-23T21:00", end="2023-11-23T20:00")
    assert "in conflict" in shown(incident_view(draft.incident()))


def test_a_date_is_shown_once_for_the_events_of_a_day(draft: Draft) -> None:
    draft.event("call", "2023-11-23T19:59")
    draft.event("arrival", "2023-11-23T20:10")
    draft.event("referral", "2023-11-24")
    text = shown(incident_view(draft.incident()))
    assert text.count("2023-11-23") == 1
    assert "20:10" in text
    assert "2023-11-24" in text


def test_bounds_on_two_days_show_both_dates(draft: Draft) -> None:
    night = Moment.between("2023-11-23T22:00", "2023-11-24T03:00", zone=LONDON)
    draft.event("call", "2023-11-23T19:59")
    draft.event("interview", night)
    assert "22:00 to 2023-11-24" in shown(incident_view(draft.incident()))


def test_a_range_over_days_keeps_both_of_its_dates(draft: Draft) -> None:
    draft.event("call", "2023-11-24T09:00")
    draft.event(
        "shots", Moment.between("2023-11-20T09:00", "2023-11-24T10:00", zone=LONDON)
    )
    text = shown(rich_of(draft.incident()), 100)
    assert text.count("2023-11-24") == 2
    assert text.count("2023-11-20") == 1


def test_many_events_are_counted_and_not_all_shown(draft: Draft) -> None:
    for _ in range(3):
        draft.event("call")
    text = shown(rich_of(draft.incident(), most=1))
    assert text.count("call") == 1
    assert "and 2 events more" in text


def test_who_says_so_is_the_one_named_else_the_publisher_else_the_account(
    draft: Draft,
) -> None:
    draft.source("Shots were fired. He died.")
    draft.event("shots", quote=draft.cite("Shots were fired", attributed_to="IOPC"))
    draft.event("death_pronouncement", quote="He died")
    text = shown(incident_view(draft.incident()))
    assert "IOPC, stated" in text
    assert "the account, stated" in text


def test_of_several_sources_each_is_named(draft: Draft) -> None:
    draft.source("Shots were fired.", publisher="The Mill Lane Gazette")
    draft.event("shots", quote="Shots were fired")
    draft.source("He died.", title="A second release")
    draft.event("death_pronouncement", quote="He died")
    draft.source("No one else was there.")
    draft.event("finding", quote="No one else was there")
    text = shown(incident_view(draft.incident()))
    assert "The Mill Lane Gazette, stated" in " ".join(text.split())
    assert "A second release, stated" in text
    assert "s3, stated" in text


def test_a_long_quote_is_cut(draft: Draft) -> None:
    draft.source("so many words " * 50)
    draft.event("shots", quote="so many words " * 40)
    assert "…" in shown(incident_view(draft.incident()))


def test_elapsed_times_that_say_nothing_are_left_out(draft: Draft) -> None:
    draft.event("call", "2023-11-23T19:59")
    arrival = draft.event("arrival")
    shots = draft.event("shots", Moment.since("2023-11-23T20:30", zone=LONDON))
    draft.link(arrival, "before", shots)
    text = shown(incident_view(draft.incident()))
    assert "call to shots: at least 30 minutes" in text
    assert "call to arrival" not in text


def test_a_link_without_a_gap_worth_telling_is_left_out(draft: Draft) -> None:
    call = draft.event("call", "2023-11-23T19:59")
    draft.link(draft.event("arrival"), "after", call)
    assert "call to arrival" not in shown(incident_view(draft.incident()))


def test_a_finding_shows_code_severity_place_quotes_and_mend() -> None:
    draft = Draft()
    draft.source("Shots were fired.")
    finding = Finding(
        code="TL101",
        name="event-ends-before-start",
        severity=Severity.CONTRADICTION,
        where="events[0].end",
        message="ends 5 minutes before it starts",
        citations=(draft.cite("Shots were fired"),),
        mend="move the end",
        line=3,
        column=1,
    )
    text = shown(findings_view([finding, finding]))
    assert "2 findings" in text
    assert "TL101 contradiction event ends before start" in text
    assert "(events[0].end, line 3)" in text
    assert "“Shots were fired”" in text
    assert "mend: move the end" in text


def test_no_findings_are_told_as_such() -> None:
    assert "no findings" in shown(findings_view([]))


def test_a_gap_of_days_reads_in_words(draft: Draft) -> None:
    call = draft.event("call", "2023-11-23T19:59")
    death = draft.event("death_pronouncement")
    draft.link(
        call, "before", death, least=timedelta(days=2), greatest=timedelta(days=3)
    )
    text = shown(incident_view(draft.incident()))
    assert "call to pronouncement: between 2 days and 3 days" in text


def test_several_zones_are_told_on_each_row(draft: Draft) -> None:
    draft.event("call", "2023-11-23T19:59")
    draft.event("shots", Moment.at("2023-11-24T06:00", zone="Asia/Tokyo"))
    draft.event("arrival")
    text = shown(incident_view(draft.incident()))
    assert "Europe/London" in text.split("when")[1]
    assert "Asia/Tokyo" in text.split("when")[1]


def test_a_narrow_screen_keeps_the_words(draft: Draft) -> None:
    draft.source("Shots were fired.")
    draft.event("shots", "2023-11-23T20:47", quote="Shots were fired")
    assert "stated" in shown(incident_view(draft.incident()), width=40)


def test_events_in_conflict_show_what_is_stated_and_no_span(draft: Draft) -> None:
    call = draft.event("call", "2023-11-23T19:42")
    shots = draft.event("shots", "2023-11-23T19:51")
    gap = timedelta(minutes=20)
    draft.link(shots, "after", call, least=gap, greatest=gap)
    text = shown(incident_view(draft.incident()))
    assert "in conflict" in text.split("when")[1]
    assert "call to shots" not in text


def test_rich_prints_an_incident_as_it_is_told(draft: Draft) -> None:
    draft.event("shots", "2023-11-23T22:00")
    draft.event("call", "2023-11-23T19:59")
    printed = console(width=80)
    with printed.capture() as capture:
        printed.print(draft.incident())
    text = capture.get()
    assert "2 events, times in Europe/London, as told" in text
    assert text.index("shots") < text.index("call")
    assert "call to shots" not in text


def test_rich_prints_a_timeline_as_it_is_solved(draft: Draft) -> None:
    draft.event("shots", "2023-11-23T22:00")
    draft.event("call", "2023-11-23T19:59")
    timeline = solve(draft.incident())
    printed = console(width=80)
    with printed.capture() as capture:
        printed.print(timeline)
    assert capture.get() == shown(incident_view(draft.incident()))


def test_rich_prints_what_a_review_found_and_how_much_is_suppressed(
    draft: Draft,
) -> None:
    draft.event("pursuit", "2023-11-23T21:00", end="2023-11-23T20:00")
    incident = draft.incident()
    assert "TL101 contradiction" in shown(rich_of(review(incident)))
    config = CheckConfig(suppress=["TL101@e1: two clocks"])
    assert "1 finding suppressed" in shown(rich_of(review(incident, config=config)))
    assert shown(rich_of(Review())) == "no findings\n"


def test_a_code_commands_no_terminal() -> None:
    finding = Finding(
        code="\x1b[2J", name="x", severity=Severity.NOTE, where="", message="x"
    )
    assert "\x1b[2J" not in shown(findings_view([finding]))
