"""One occurrence told twice is one event, and two occurrences stay two."""

from __future__ import annotations

from datetime import date

import pytest

from incident_timeline.parsers.base import Document
from incident_timeline.parsers.press_release import PRESS_RELEASE

DAY = date(2024, 4, 5)
LEAD = "This is a statement.\n\nIt is about an incident.\n\n"


def told(text: str, kind: str) -> list[tuple[str, int]]:
    """The stated time and the number of citations of each event of a kind."""
    document = Document(text, published=DAY, zone="Europe/London")
    events = PRESS_RELEASE.parse(document).incidents[0].events_of_kind(kind)
    return [(event.start.stated, len(event.citations)) for event in events]


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        # taken up again
        ("Officers arrived at the flat. When officers arrived, he ran.", "arrival", 1),
        (
            "Officers shot the man. After officers shot him, they gave first aid.",
            "shots",
            1,
        ),
        ("The man ran off. As the man ran off, he fell.", "movement", 1),
        ("The man ran off. When he left the shop, he fell.", "movement", 2),
        ("Officers arrived. Another patrol arrived.", "arrival", 2),
        # who acts
        ("The man fired at officers. Officers fired at him.", "shots", 2),
        ("A shooting took place. Officers fired two shots.", "shots", 1),
        ("Police fired one shot. They fired three shots in total.", "shots", 1),
        ("Police fired one shot. They fired three more shots.", "shots", 2),
        ("Shots were fired. Officers returned fire.", "shots", 2),
        # whom it happens to
        (
            "A man was taken to hospital. A woman was taken to hospital.",
            "conveyance",
            2,
        ),
        ("A second man was arrested. A third man was arrested.", "arrest", 2),
        (
            (
                "A man was arrested. Police arrested John Doe. He wept. A man ran."
                " Police arrested John Doe."
            ),
            "arrest",
            2,
        ),
        # what lasts
        ("Officers began CPR. They continued CPR.", "first_aid", 1),
        ("Officers began CPR. They gave first aid.", "first_aid", 2),
        ("A pursuit began. Officers began a pursuit.", "pursuit", 1),
        ("A pursuit began. Officers began a foot pursuit.", "pursuit", 2),
        # calls
        ("Staff called 999. Officers called an ambulance.", "call", 2),
        # crashes
        ("The car left the road. It overturned.", "collision", 1),
        ("The car hit a wall. The car hit a van.", "collision", 2),
        # bodies
        (
            "The IOPC is investigating. The IOPC launched an investigation.",
            "investigation_start",
            1,
        ),
        # courts
        ("He pleaded guilty. He was sentenced.", "hearing", 2),
    ],
)
def test_in_a_body_only_some_words_tell_again(
    text: str, kind: str, expected: int
) -> None:
    assert len(told(LEAD + text, kind)) == expected


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        (
            "Police shot a man.\n\nOfficers fired two shots at 9pm on 3 May 2023.",
            "shots",
            [("2023-05-03T21:00", 2)],
        ),
        # a lead that gives the time of day is a beginning, and no summary
        (
            "Officers arrived at 9pm on 3 May 2023.\n\nMore officers arrived.",
            "arrival",
            [("2023-05-03T21:00", 1), ("", 1)],
        ),
        # a summary in short paragraphs, up to the first time of day
        (
            (
                "It is sad.\n\nPolice shot a man.\n\nA man was taken to hospital.\n\n"
                "Officers arrived at 9pm on 3 May 2023.\n\nHe was taken to hospital."
            ),
            "conveyance",
            [("", 2)],
        ),
        ("He pleaded guilty.\n\nHe was sentenced.", "hearing", [("", 1), ("", 1)]),
        (
            (
                "An officer-involved shooting occurred at 9pm on 3 May 2023.\n\n"
                "The deputy fired once."
            ),
            "shots",
            [("2023-05-03T21:00", 2)],
        ),
        (
            "A shooting occurred on 3 May 2023.\n\nThe shooting occurred in Elm.",
            "shots",
            [("2023-05-03", 2)],
        ),
        (
            "Police exchanged gunfire with a man.\n\nThe man fired shots.",
            "shots",
            [("", 2)],
        ),
        (
            "An officer was taken to hospital.\n\nThe man was taken to hospital.",
            "conveyance",
            [("", 1), ("", 1)],
        ),
    ],
)
def test_a_lead_is_told_again_in_full(
    text: str, kind: str, expected: list[tuple[str, int]]
) -> None:
    assert told(text, kind) == expected


def test_a_clock_time_that_lead_and_body_both_give_tells_one_occurrence() -> None:
    lead = "A cordon was put in place by 9pm on 3 April.\n\n"
    body = "Officers came at 8pm. A cordon was put in place {} 9pm."
    assert told(lead + body.format("by"), "scene_control") == [("2024-04-03T21:00", 2)]
    later = told(lead + body.format("before"), "scene_control")
    assert [count for _, count in later] == [1, 1]
    undated = told("A van crashed at 9pm on 3 April.\n\nA car crashed.", "collision")
    assert [count for _, count in undated] == [1, 1]
    twice = "At 9pm on 3 April an ambulance came. At 9pm on 3 April a medic came."
    assert len(told(twice, "medical_attendance")) == 2


def test_a_telling_that_needs_a_date_counts_where_another_one_needs_none() -> None:
    lead = "A key was found in the hedge, an inquest has heard.\n\n"
    assert told(f"{lead}The inquest heard that it was old.", "hearing") == [("", 2)]


def test_what_was_begun_leads_over_what_is_under_way() -> None:
    text = "The IOPC is investigating.\n\nThe IOPC launched an investigation."
    document = Document(text, published=DAY, zone="Europe/London")
    (event,) = PRESS_RELEASE.parse(document).incidents[0].events
    assert "launched" in event.citations[0].quote


def test_a_crash_leads_over_its_course() -> None:
    text = f"{LEAD}The car left the road. It hit a wall. It overturned."
    document = Document(text, published=DAY, zone="Europe/London")
    (event,) = PRESS_RELEASE.parse(document).incidents[0].events
    assert "hit" in event.citations[0].quote
    assert len(event.citations) == 3


def test_a_section_s_heading_tells_what_its_text_tells() -> None:
    text = f"{LEAD}Police shooting in Elm\n\nPolice fired at 9pm on 3 May 2023."
    assert told(text, "shots") == [("2023-05-03T21:00", 2)]


def test_a_line_that_gives_a_time_heads_no_section() -> None:
    text = f"{LEAD}Police arrested a man at noon on Friday\n\nIt was cold there."
    assert told(text, "arrest") == [("2024-04-05T12:00", 1)]


def test_an_event_is_told_with_the_force_of_its_words() -> None:
    text = "It appears that officers shot the man. He was reportedly arrested."
    document = Document(text, published=DAY, zone="Europe/London")
    events = PRESS_RELEASE.parse(document).incidents[0].events
    assert [event.citations[0].force for event in events] == ["apparent", "believed"]
