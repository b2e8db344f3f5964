"""The work on a sentence is bounded, whatever the sentence is."""

from __future__ import annotations

import sys
from types import FrameType

import pytest

from incident_timeline.parsers._parts import parts
from incident_timeline.parsers.base import Document
from incident_timeline.parsers.press_release import PRESS_RELEASE

LOG = "9pm the man was shot; "


def calls(text: str) -> int:
    """How many Python functions are called as a text is read."""
    count = 0

    def seen(_frame: FrameType, event: str, _arg: object) -> None:
        nonlocal count
        count += event == "call"

    before = sys.getprofile()
    sys.setprofile(seen)
    try:
        PRESS_RELEASE.parse(Document(text, zone="UTC"))
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize(
    ("shape", "times"),
    [
        (LOG, 120),
        ("9pm the man was shot, where he fell, ", 60),
        ("“The man was shot. ", 120),
        (". ", 120),
        ("9pm The man was arrested.\n", 60),
    ],
)
def test_four_times_the_text_is_at_most_five_times_the_work(
    shape: str, times: int
) -> None:
    opening = "At 8pm on 3 May 2024 police came.\n\n"
    PRESS_RELEASE.parse(Document(opening + shape, zone="UTC"))
    once, often = (calls(opening + shape * n) for n in (times, 4 * times))
    assert often < 5 * once


def test_many_times_in_one_sentence_cost_no_more_than_in_many() -> None:
    opening = "On 3 May 2024 police came.\n\n"
    PRESS_RELEASE.parse(Document(opening + LOG, zone="UTC"))
    alone = calls(opening + "9pm the man was shot.\n" * 90)
    assert calls(opening + LOG * 90) < 3 * alone


def test_what_comes_before_the_first_whole_sentence_of_a_paragraph_is_a_heading() -> (
    None
):
    text = "News\nA man has died.\nMore\n"
    assert [part.name for part in parts(text)] == ["heading", "lead", "lead"]
