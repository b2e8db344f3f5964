"""Whom pronouns and names mean where officers and others are told of together."""

from __future__ import annotations

from datetime import date

import pytest

from incident_timeline.parsers import Document
from incident_timeline.parsers.press_release import PRESS_RELEASE


def told(text: str, kind: str) -> list[dict[str, str]]:
    """Who takes part in each event of a kind, with the role of each."""
    document = Document(text, published=date(2024, 8, 1), zone="Europe/London")
    incident = PRESS_RELEASE.parse(document).incidents[0]
    names = {p.id: p.name or p.description for p in incident.parties}
    return [
        {names[one.party_id]: one.role for one in event.participants}
        for event in incident.events
        if event.kind == kind
    ]


MAN = {"man": "affected_person"}


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        (
            "Officer B fired two shots at the driver, and he died.",
            "death_pronouncement",
            [{"driver": "affected_person"}],
        ),
        (
            "Officer Lee was shot by the suspect at 9pm. He died at 10 p.m.",
            "death_pronouncement",
            [{"Officer Lee": "injured_person"}],
        ),
        (
            "The suspect shot Officer Lee. He was pronounced dead.",
            "death_pronouncement",
            [{"Officer Lee": "injured_person"}],
        ),
        (
            "The man stabbed PC Brown. He was taken to hospital.",
            "conveyance",
            [{"PC Brown": "injured_person"}],
        ),
        (
            "Officer Lee fired at the suspect, who shot back, wounding him.",
            "injury",
            [{"suspect": "affected_person", "Officer Lee": "injured_person"}],
        ),
        (
            "Mr Tahi fired at Officer A. He returned fire.",
            "shots",
            [
                {"Tahi": "affected_person", "Officer A": "other"},
                {"Officer A": "principal_officer"},
            ],
        ),
        (
            "Officers arrested PC Gray. He was charged in July.",
            "charge",
            [{"PC Gray": "other_officer"}],
        ),
        (
            "A man was arrested by PC Gray at 9pm. He was charged in July.",
            "charge",
            [MAN],
        ),
        ("PC Brown was stabbed by a man. He was arrested.", "arrest", [MAN]),
        ("PC Brown spoke to the man. He was taken to hospital.", "conveyance", [{}]),
        (
            "Sergeant Hall arrested the man. He was taken to hospital.",
            "conveyance",
            [MAN],
        ),
        (
            "A woman stabbed Sergeant Hall. She was taken to hospital.",
            "conveyance",
            [{}],
        ),
        (
            "The suspect pointed a gun at Officer Dee. Officer Dee fired. He died.",
            "death_pronouncement",
            [{"suspect": "affected_person"}],
        ),
        (
            "The man shot his brother. He died in hospital.",
            "death_pronouncement",
            [{"brother": "injured_person"}],
        ),
        (
            "Officer Lee told the man to stop. He fired twice.",
            "shots",
            [{}],
        ),
        (
            "Officer Smith tried to arrest the man and he was stabbed.",
            "attack",
            [{}],
        ),
        (
            "PC Gray spoke to the man. When the man fell, he fired twice.",
            "shots",
            [MAN],
        ),
        (
            "A medic saw the man. PC Gray was hurt and he died.",
            "death_pronouncement",
            [{"PC Gray": "injured_person"}],
        ),
        (
            "Constable Reid met PC Gray. He was taken to hospital.",
            "conveyance",
            [{}],
        ),
        (
            "A constable was stabbed by a man. He was taken to hospital.",
            "conveyance",
            [{"constable": "injured_person"}],
        ),
        ("A trooper fell. He was taken to hospital.", "conveyance", [{}]),
        (
            "PC Gray told the man to stop. Paramedics treated him at 9pm.",
            "medical_attendance",
            [{"Paramedics": "medical"}],
        ),
        (
            "PC Gray pursued the man. He crashed into a wall at 9pm.",
            "collision",
            [{}],
        ),
        (
            "PC Gray was with the man. The suspected gunmen injured. He died.",
            "death_pronouncement",
            [{}],
        ),
        ("PC Gray met the man. He was tall and thin.", "shots", []),
    ],
)
def test_a_pronoun_means_whom_the_deed_befell_or_nobody(
    text: str, kind: str, expected: list[dict[str, str]]
) -> None:
    assert told(text, kind) == expected


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        (
            "Shots were fired. The man fired once. Deputy Lopez fired three times.",
            "shots",
            [MAN, {"Deputy Lopez": "principal_officer"}],
        ),
        (
            "The man was arrested today over the death of a woman on 1 May 2023.",
            "death_pronouncement",
            [{"woman": "affected_person"}],
        ),
        (
            "A man arrested after officers were called on 3 May 2023 has been charged.",
            "charge",
            [MAN],
        ),
        (
            "A woman had been stabbed by a man.",
            "attack",
            [{"man": "affected_person", "woman": "injured_person"}],
        ),
        (
            "A 52-year-old man who had been stabbed was found by officers.",
            "attack",
            [{"52-year-old man": "injured_person"}],
        ),
        (
            "A caller told the operator that a man had been shot by police.",
            "call",
            [{"caller": "caller"}],
        ),
        (
            "Police received a 911 call from a woman who said her boyfriend had a gun.",
            "call",
            [{"woman": "caller"}],
        ),
        (
            "Avon and Somerset Police arrested a man.",
            "arrest",
            [{"Avon and Somerset Police": "police_force", **MAN}],
        ),
        (
            "The Police Service of Northern Ireland arrested a man.",
            "arrest",
            [{"Police Service of Northern Ireland": "police_force", **MAN}],
        ),
        (
            "Officers A and B arrived at 9pm.",
            "arrival",
            [{"Officer A": "other_officer", "Officer B": "other_officer"}],
        ),
        (
            "Deputy A. Cole fired at 9pm. Sgt. B. Cole arrested the man.",
            "arrest",
            [{"Sgt. B. Cole": "other_officer", **MAN}],
        ),
        (
            "Senior Constable Reid arrested the man.",
            "arrest",
            [{"Senior Constable Reid": "other_officer", **MAN}],
        ),
        (
            "Police shot Steven Wallace at 9pm.",
            "shots",
            [{"Police": "principal_officer", "Steven Wallace": "affected_person"}],
        ),
        (
            "Police shot Mr Z at 9pm.",
            "shots",
            [{"Police": "principal_officer", "Mr Z": "affected_person"}],
        ),
        (
            "Trooper Kane shot and killed James Dunn, 34, on 3 May.",
            "shots",
            [{"Trooper Kane": "principal_officer", "James Dunn": "affected_person"}],
        ),
        (
            "The man attacked Mr Wallace with an axe.",
            "attack",
            [{**MAN, "Wallace": "other"}],
        ),
        (
            "Deputy Roe fired at 9pm. Ann Roe, 34, fired again at 10pm.",
            "shots",
            [{"Deputy Roe": "principal_officer"}, {"Deputy Roe": "principal_officer"}],
        ),
    ],
)
def test_each_is_named_in_full_and_as_what_the_text_tells(
    text: str, kind: str, expected: list[dict[str, str]]
) -> None:
    assert told(text, kind) == expected


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            "The man was shot in Mill Lane and died in hospital.",
            ["in Mill Lane", "in hospital"],
        ),
        ("He was shot by officers and died in hospital.", ["", "in hospital"]),
        ("The man was shot and killed in Mill Lane.", ["in Mill Lane"]),
    ],
)
def test_a_place_belongs_to_its_own_verb(text: str, places: list[str]) -> None:
    document = Document(text, published=date(2024, 8, 1), zone="Europe/London")
    events = PRESS_RELEASE.parse(document).incidents[0].events
    assert [p.removeprefix("in ") for p in places] == [
        e.place.removeprefix("in ") for e in events
    ]
