"""Ages and names as texts tell them, and whom pronouns and nouns name."""

from __future__ import annotations

import pytest

from incident_timeline.text.actors import Focus, Speakers, focus_after
from incident_timeline.text.lexicon import default_lexicon
from incident_timeline.text.people import (
    find_ages,
    person_names,
    short_names,
    without_short,
)
from incident_timeline.text.sentences import sentences
from incident_timeline.text.spans import Span

SPEAKERS = Speakers.of(default_lexicon())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A 34-year-old man", [(34, 34)]),
        ("a 34 year old man, aged 34", [(34, 34), (34, 34)]),
        ("A 34-YEAR-OLD MAN", [(34, 34)]),
        ("believed to be aged 40", [(40, 40)]),
        ("age 27 and Age: 28", [(27, 27), (28, 28)]),
        ("aged about 40", [(37, 43)]),
        ("aged about 1", [(0, 4)]),
        ("in his 30s", [(30, 39)]),
        ("in her mid-forties", [(44, 46)]),
        ("IN HIS LATE THIRTIES", [(37, 39)]),
        ("in his late teens", [(17, 19)]),
        ("in their teens", [(13, 19)]),
        ("a teenage boy and a teenager", [(13, 19), (13, 19)]),
        ("aged between 20 and 25", [(20, 25)]),
        ("aged 20-25", [(20, 25)]),
        ("aged 25-20", []),
        ("an 18-month-old girl", [(1, 1)]),
        ("a 6-week-old baby", [(0, 0)]),
        ("a six-year-old girl, A SIX-YEAR-OLD GIRL", [(6, 6), (6, 6)]),
        ("two 17-year-olds", [(17, 17)]),
        ("34 years of age; 34 yo", [(34, 34), (34, 34)]),
        ("John Roe, 34, of Dell", [(34, 34)]),
        ("John Roe (34) and a man (aged 35)", [(34, 34), (35, 35)]),
        ("a man of 34, who was 34.", [(34, 34), (34, 34)]),
        ("a 10-year-old car and a 12-year-old policy", []),
        ("aged 200", []),
    ],
)
def test_an_age_keeps_both_its_bounds(
    text: str, expected: list[tuple[int, int]]
) -> None:
    found = find_ages(text, Span(0, len(text)))
    assert [(a.least, a.greatest) for a in found] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mr John Roe fell.", [("John Roe", "person", "Roe")]),
        (
            "Sgt. Doe and Trooper J. Smith",
            [("Doe", "police", "Doe"), ("J. Smith", "police", "Smith")],
        ),
        ("Jane Doe, age 27, fell.", [("Jane Doe", "person", "Doe")]),
        ("Jane O’Hara, 27, fell.", [("Jane O’Hara", "person", "O’Hara")]),
        ("He was identified as John Roe.", [("John Roe", "person", "Roe")]),
        (
            "He was named by police as John Roe, 34, of Dell.",
            [("John Roe", "person", "Roe")],
        ),
        ("A 42-year-old Dell man fell.", []),
        ("A 42-year-old John Roe fell.", [("John Roe", "person", "Roe")]),
        ("Mr Roe’s van fell.", [("Roe", "person", "Roe")]),
        ("He was known as dangerous.", []),
        ("On Monday, 12, and in May, 23, aged 40.", []),
        ("Aged (40), of Dell Road, 40.", []),
    ],
)
def test_a_name_is_known_by_title_age_or_identification(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    found = [(n.of(text), n.group, n.surname) for n in person_names(text)]
    assert found == expected


def test_a_short_name_is_kept_apart_from_its_name() -> None:
    assert [n.short for n in short_names("the Dell Police Service (DPS)")] == ["DPS"]
    assert without_short("Dell Police Service (DPS)") == "Dell Police Service"


def groups(text: str) -> list[tuple[str, str]]:
    """Whom each mention names, sentence by sentence."""
    found, focus = [], Focus()
    for sentence in sentences(text):
        people = SPEAKERS.mentions(text, sentence, focus)
        focus = focus_after(text, people, focus)
        found += [(m.of(text), m.group) for m in people]
    return found


@pytest.mark.parametrize(
    ("text", "pronoun", "group"),
    [
        ("A caller said that a man had a knife. He left.", "He", "person"),
        ("A neighbour called about a man. He left.", "He", "person"),
        ("His father rang the police. He left.", "He", "public"),
        ("His mother rang the police. He left.", "He", "person"),
        ("His mother rang the police. She left.", "She", "public"),
        ("His mother saw a woman. She left.", "She", "person"),
        ("Officer A saw him. She left.", "She", "police"),
    ],
)
def test_he_is_the_person_and_not_whoever_called(
    text: str, pronoun: str, group: str
) -> None:
    assert (pronoun, group) in groups(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The 34-year-old ran off.", ("The 34-year-old", "person")),
        ("Two 17-year-olds were hurt.", ("Two 17-year-olds", "person")),
        ("It was a 34-year-old.", ("a 34-year-old", "person")),
        ("A 34-year-old resident fell.", ("A 34-year-old resident", "person")),
        ("A 34-year-old witness spoke.", ("A 34-year-old witness", "public")),
        ("The SO shot the AP.", ("the AP", "person")),
        ("The SO shot the AP.", ("The SO", "police")),
        ("WO #2 and CW #1 fell.", ("CW #1", "public")),
        ("WO #2 and CW #1 fell.", ("WO #2", "police")),
        ("Another unit came.", ("Another unit", "police")),
        ("Pictures show armed police.", ("armed police", "police")),
    ],
)
def test_who_is_named_by_age_or_number(text: str, expected: tuple[str, str]) -> None:
    assert expected in groups(text)


def test_an_age_of_a_thing_is_nobody() -> None:
    assert "person" not in [group for _, group in groups("The 34-year-old bus fell.")]
