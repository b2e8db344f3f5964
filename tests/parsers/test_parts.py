"""Where a sentence stands in its document: heading, lead, body, notes, title."""

from __future__ import annotations

import pytest

from incident_timeline.parsers._parts import parts
from incident_timeline.parsers._titles import title_in
from incident_timeline.text import find_times

LONG = "The officers went along the road to the house and then they came back again."


def names(text: str) -> list[str]:
    return [part.name for part in parts(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Man dies\n\nHe fell.\n\nHe died.", ["heading", "lead", "body"]),
        ("He fell.\n\nThe fall\n\nHe died.", ["lead", "subheading", "body"]),
        (
            "He fell.\n\n- at noon\n\nat one\n\n1. one\n\nThen,\n\nHe died.",
            ["lead", "body", "body", "body", "body", "body"],
        ),
        ("He fell.\n\nHe ran.\n\nENDS\n\nHe died.", ["lead", "body", "notes", "notes"]),
        (
            (
                "He fell.\n\nENDS\n\nMan hurt – update 1\n\nHe ran.\n\nENDS\n\n"
                "Monday, 5 May 2025\n\nHe hid.\n\nENDS\n\nIt is dated 5 May 2025."
            ),
            "lead notes subheading body notes subheading body notes notes".split(),
        ),
        (
            "He fell.\n\nENDS\n\nEarlier statement, 3 May\n\nHe hid.",
            "lead notes subheading body".split(),
        ),
        ("He fell.\n\nHe ran.\n\n###\n\nHe died.", ["lead", "body", "notes", "notes"]),
        (
            "Contact:\n\nHe fell.\n\nAbout the Force\n\nHe died.",
            ["heading", "lead", "notes", "notes"],
        ),
        ("He fell.\n\nRead more: a man ran.\n\nHe died.", ["lead", "notes", "body"]),
        ("FOR IMMEDIATE RELEASE\n\nHe fell.", ["notes", "lead"]),
        ("He fell. " * 7, ["lead"] * 2 + ["body"] * 5),
        ("He fell. " * 5, ["lead"] * 5),
        ("", []),
    ],
)
def test_each_sentence_has_its_part(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{LONG}\n{LONG}\n{LONG}", [0, 1, 2]),
        (f"{LONG[:-1]}\n{LONG.lower()}", [0]),
        ("He fell.\nHe ran.", [0, 0]),
        (f"{LONG} He ran.\n\nHe fell.", [0, 0, 1]),
        (f"{LONG} He ran.\n{LONG}", [0, 0, 1]),
    ],
)
def test_paragraphs_are_parted_by_blank_lines_or_by_full_ones(
    text: str, expected: list[int]
) -> None:
    assert [part.paragraph for part in parts(text)] == expected


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "MEDIA RELEASE\n12 May 2024\n\nMan falls into harbour\n\nHe fell.",
            "Man falls into harbour",
        ),
        (
            "TOWN OF ELM POLICE DEPARTMENT\nMan falls in\nCase No. 7\nHe fell.",
            "Man falls in",
        ),
        ("Elm County Sheriff's Office\n\nMan falls in\n\nHe fell.", "Man falls in"),
        ("Man falls in\nOn Monday a man fell into the harbour at Elm.", "Man falls in"),
        ("Man falls in\nA summary of it\n\nHe fell.", "Man falls in"),
        ("A man had come to a house near\nElm, and he fell.", ""),
        ("A man had come to a house\nnear the harbour of Elm, it is said.", ""),
        ("Man falls in\n12 May 2024\n\nHe fell.", "Man falls in"),
        ("He fell.\n\nMan falls in\n\nHe ran.", ""),
        ("12 May 2024", ""),
        ("Share this\n\n" * 12 + "Man falls in\n\nHe fell.", ""),
        ("Man falls in", ""),
        ("", ""),
    ],
)
def test_a_title_is_the_first_heading_that_is_no_furniture(
    text: str, title: str
) -> None:
    assert title_in(text, find_times(text, zone="UTC")) == title


def test_times_after_the_first_lines_are_not_looked_at() -> None:
    text = "Man falls in\n\nHe fell.\n" + "\n" * 12 + "It was 12 May 2024."
    assert title_in(text, find_times(text, zone="UTC")) == "Man falls in"


def test_a_long_headline_with_room_beside_it_is_no_wrapped_line() -> None:
    headline = "A man has been found in the harbour of the town of Elm"
    below = (
        "He was found by the crew of a boat that had come in from the open sea at dawn."
    )
    assert names(f"{headline}\n{below}") == ["heading", "lead"]
    assert title_in(f"{headline}\n{below}", ()) == headline
