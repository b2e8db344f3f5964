"""A whole press release read: who said it, its title, and where reading stops."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incident_timeline.model import Finding, Incident, Severity
from incident_timeline.parsers import READINGS, Document
from incident_timeline.parsers.press_release import PRESS_RELEASE, PressRelease

EXAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "harrow-road.txt"
DAY = date(2023, 11, 24)
ZONE = "Europe/London"


def read(text: str, **known: str) -> Incident:
    document = Document(text, published=DAY, zone=ZONE, **known)
    return PRESS_RELEASE.parse(document).incidents[0]


@pytest.fixture(scope="module")
def example() -> Incident:
    return read(EXAMPLE.read_text(encoding="utf-8"))


def test_a_relative_clause_does_not_cut_a_time_from_its_verb(example: Incident) -> None:
    (death,) = (e for e in example.events if e.kind == "death_pronouncement")
    assert death.start.stated == "2023-11-23T21:30"
    assert [c.force for c in death.citations] == ["stated", "stated"]


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("At 9pm on 3 May 2023 the man, who is 40, was arrested.", "2023-05-03T21:00"),
        ("At 9pm on 3 May 2023 a man who had hid was arrested.", "2023-05-03T21:00"),
        ("The man, who left at 9pm on 3 May 2023, was arrested.", ""),
    ],
)
def test_a_time_dates_the_verb_of_its_own_clause(text: str, stated: str) -> None:
    events = read(text).events
    assert [e.start.stated for e in events if e.kind == "arrest"] == [stated]


def test_the_age_keeps_its_doubt(example: Incident) -> None:
    (age,) = (p.age for p in example.parties if p.age)
    assert (age.least, age.greatest) == (40, 40)
    assert [c.force for c in age.citations] == ["believed"]


def test_a_pronoun_is_never_who_said_it(example: Incident) -> None:
    recovered = [e for e in example.events if e.kind == "evidence_recovery"]
    assert [c.attributed_to for e in recovered for c in e.citations] == ["IOPC"] * 2
    assert [(x.item_type, x.status) for x in example.evidence] == [
        ("firearm", "apparent"),
        ("firearm", "apparent"),
    ]


def test_a_body_is_cited_by_its_whole_name(example: Incident) -> None:
    (inquiry,) = example.investigations
    (body,) = (p for p in example.parties if p.id == inquiry.body_id)
    assert (body.name, inquiry.footing) == (
        "Independent Office for Police Conduct",
        "independent",
    )
    assert inquiry.citations[0].quote.startswith("The Independent Office for Police")


def test_parties_are_told_once_each(example: Incident) -> None:
    names = [p.name or p.description for p in example.parties]
    assert len(names) == len(set(names))


def test_a_body_that_speaks_is_named_without_its_short_form() -> None:
    text = (
        "A man was shot by police.\n\nThe Police Complaints Office (PCO) confirmed "
        "that a knife was found. It has confirmed that a gun was recovered."
    )
    found = [e for e in read(text).events if e.kind == "evidence_recovery"]
    assert {c.attributed_to for e in found for c in e.citations} == {
        "Police Complaints Office"
    }


@pytest.mark.parametrize(
    ("text", "known", "title"),
    [
        ("Man dies\n\nHe fell.", {"title": "Given", "name": "a.txt"}, "Given"),
        ("\n Man dies \r\n\r\nHe fell.", {"name": "a.txt"}, "Man dies"),
        ("Man dies\nHe fell.", {"name": "a.txt"}, "a.txt"),
        ("Man dies.\n\nHe fell.", {"name": "a.txt"}, "a.txt"),
        ("Man dies", {"name": "a.txt"}, "a.txt"),
        ("Man dies\n", {}, ""),
        (f"{'dies ' * 30}\n\nHe fell.", {"name": "a.txt"}, "a.txt"),
        ("24 November 2023\n\nHe fell.", {"name": "a.txt"}, "a.txt"),
    ],
)
def test_a_title_is_given_or_a_heading_or_the_name(
    text: str, known: dict[str, str], title: str
) -> None:
    incident = read(text, **known)
    assert (incident.title, incident.sources[0].title) == (title, title)


def test_a_publisher_is_only_who_is_given_as_one() -> None:
    assert read("Police said he fell.").sources[0].publisher == ""
    assert read("He fell.", publisher="IOPC").sources[0].publisher == "IOPC"


def stopped(text: str, longest: int) -> list[Finding]:
    parsed = PressRelease(longest=longest).parse(Document(text, zone=ZONE))
    assert parsed.incidents[0].sources[0].text == text
    return [f for f in parsed.findings if f.code == "TL611"]


@pytest.mark.parametrize(
    ("text", "longest", "read_part"),
    [
        ("He fell.\n\nHe rose. She ran on.", 24, "He fell.\n\n"),
        ("He fell. He rose again.", 14, "He fell. "),
        ("He fell again there.", 13, "He fell "),
        ("Hefellagain", 6, "Hefell"),
        ("A\nb\nHe fell. He rose.", 15, "A\nb\nHe fell. "),
    ],
)
def test_reading_stops_at_a_good_place_and_says_where(
    text: str, longest: int, read_part: str
) -> None:
    (found,) = stopped(text, longest)
    at = len(read_part)
    assert (found.name, found.severity) == ("text-too-long", "missing")
    assert (found.raw, found.where) == (text[at:], f"sources[0].text[{at}:{len(text)}]")
    assert found.line == read_part.count("\n") + 1
    assert found.column == at - (read_part.rfind("\n") + 1) + 1


def test_what_is_not_read_is_shown_in_part_and_tells_no_event() -> None:
    text = "Shots were fired. " * 100
    parsed = PressRelease(longest=20).parse(Document(text, zone=ZONE))
    (found,) = (f for f in parsed.findings if f.code == "TL611")
    assert found.raw == text[18:218]
    assert len(parsed.incidents[0].events) == 1


@given(st.text("a. \n", min_size=1), st.integers(min_value=1, max_value=20))
def test_reading_stops_only_beyond_its_limit(text: str, longest: int) -> None:
    if text.strip():
        assert bool(stopped(text, longest)) == (len(text) > longest)


def test_one_line_of_many_tellings_is_one_event_with_all_quotes() -> None:
    text = "At 19:59hrs officers were called to Mill Lane and " * 200
    (event,) = read(text).events
    assert len(event.citations) == 200
    assert len({c.start for c in event.citations}) == 200


def test_every_code_of_the_parsers_is_listed_once_in_order() -> None:
    codes = [one.code for one in READINGS]
    assert codes[:21] == [*(f"TL6{n:02}" for n in range(1, 21)), "TL651"]
    assert codes == sorted(set(codes))


def test_a_family_that_is_told_is_no_witness() -> None:
    text = "A man was shot by police on 3 May 2023. His family have been informed."
    (informed,) = (e for e in read(text).events if e.kind == "family_informed")
    assert [p.role for p in informed.participants] == ["family"]


def test_a_time_that_lacks_its_day_is_missing_and_not_impossible() -> None:
    parsed = PRESS_RELEASE.parse(
        Document("Shots were fired at 21:00hrs.", zone="Europe/London")
    )
    (found,) = (one for one in parsed.findings if "21:00hrs" in one.message)
    assert (found.code, found.severity) == ("TL612", Severity.MISSING)
    assert "needs a publication date" in found.message


def test_a_clock_time_without_a_day_says_that_its_day_is_assumed() -> None:
    document = Document(
        "At 11:51 p.m., an officer shot the man.",
        published="2024-03-14",
        zone="America/New_York",
    )
    (found,) = (f for f in PRESS_RELEASE.parse(document).findings if f.code == "TL613")
    assert "2024-03-14 is assumed" in found.message
