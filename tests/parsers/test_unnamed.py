"""Occurrences that only their time and verb tell, and what is none of them."""

from __future__ import annotations

from datetime import date

import pytest

from incident_timeline.parsers.base import Document
from incident_timeline.parsers.press_release import PRESS_RELEASE

OPENING = "This is what is known of the morning.\n\n"


def others(told: str) -> list[tuple[str, str | None]]:
    """The words and the time of each event that the vocabulary has no kind for."""
    text = OPENING + told
    account = Document(text, published=date(2024, 5, 6), zone="Europe/London")
    (incident,) = PRESS_RELEASE.parse(account).incidents
    return [
        (text[e.citations[0].start : e.citations[0].end], e.start.stated)
        for e in incident.events
        if e.kind == "other"
    ]


@pytest.mark.parametrize(
    ("told", "words", "stated"),
    [
        (
            "A sergeant reviewed the log at 12.50pm on 3 May.",
            "A sergeant reviewed",
            "2024-05-03T12:50",
        ),
        ("On 3 May the boy awoke early.", "the boy awoke", "2024-05-03"),
        ("It was painted on 3 May.", "It was painted", "2024-05-03"),
        (
            "The spare key was copied on 3 May.",
            "The spare key was copied",
            "2024-05-03",
        ),
        ("I phoned the bank on 3 May.", "I phoned", "2024-05-03"),
    ],
)
def test_a_dated_sentence_that_no_cue_names_tells_an_occurrence(
    told: str, words: str, stated: str
) -> None:
    assert others(told) == [(words, stated)]


@pytest.mark.parametrize(
    "told",
    [
        pytest.param("A sergeant reviewed the log.", id="no time"),
        pytest.param("On 3 May the clerk turned round.", id="of a kind by itself"),
        pytest.param("A sergeant reviewed the log in 2019.", id="only a year"),
        pytest.param("On 3 May the sky was blue.", id="no deed"),
        pytest.param("On 3 May nobody reviewed the log.", id="denied"),
        pytest.param("The talk was scheduled for 3 May.", id="still to come"),
        pytest.param("On 3 May the parade passed by.", id="a thing that does"),
        pytest.param("On 3 May officers arrested the man.", id="named by a cue"),
    ],
)
def test_what_is_undated_denied_or_named_is_no_unnamed_occurrence(told: str) -> None:
    assert others(told) == []


def test_a_heading_with_a_time_tells_no_unnamed_occurrence() -> None:
    told = f"The sergeant reviewed the log on 3 May\n\n{OPENING}It is known who did so."
    account = Document(told, published=date(2024, 5, 6), zone="Europe/London")
    (incident,) = PRESS_RELEASE.parse(account).incidents
    assert incident.events == ()
