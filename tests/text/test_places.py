"""Places told in a text: what is one, how far it reaches, and what is none."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incident_timeline.text.places import find_places
from incident_timeline.text.spans import Span


def places(text: str) -> list[tuple[str, str, str]]:
    found = find_places(text, Span(0, len(text)))
    return [(p.of(text), p.kind, p.relation) for p in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Officers were called to a flat in Mill Lane, Aydon, at 9pm.",
            ("a flat in Mill Lane, Aydon", "premises", "to"),
        ),
        (
            "Officers responded to the 800 block of Dell Street for shots.",
            ("the 800 block of Dell Street", "road", "to"),
        ),
        (
            "They crashed at the junction of Hill Road and Mill Lane.",
            ("the junction of Hill Road and Mill Lane", "road", "at"),
        ),
        ("He was stopped on the A38 near Aydon.", ("the A38 near Aydon", "road", "at")),
        (
            "He was found at a property on Hill Road in the Moss area of Wells.",
            ("a property on Hill Road in the Moss area of Wells", "premises", "at"),
        ),
        (
            "He was taken to King’s College Hospital, where he died.",
            ("King’s College Hospital", "premises", "to"),
        ),
        (
            "They flew her to University Hospital Aydon.",
            ("University Hospital Aydon", "premises", "to"),
        ),
        (
            "Police attended an address in the Dell Downs town of Rowick.",
            ("an address in the Dell Downs town of Rowick", "premises", "to"),
        ),
        (
            "He was seen outside the Co-op on High Street.",
            ("outside the Co-op on High Street", "premises", "at"),
        ),
        ("The car stopped on I-95 near exit 12.", ("I-95 near exit 12", "road", "at")),
        (
            "It was found on State Route 37 in Noble.",
            ("State Route 37 in Noble", "road", "at"),
        ),
        ("He drove along US 31.", ("along US 31", "road", "at")),
        (
            "It happened on Highway 401 westbound.",
            ("Highway 401 westbound", "road", "at"),
        ),
        ("It happened on the M5.", ("the M5", "road", "at")),
        ("They met on SH1 near Kaitoa.", ("SH1 near Kaitoa", "road", "at")),
        ("He fell on the Dell Highway.", ("the Dell Highway", "road", "at")),
        ("It ended on State Road 9.", ("State Road 9", "road", "at")),
        ("He was pronounced dead at the scene.", ("the scene", "scene", "at")),
        ("He died in hospital.", ("hospital", "premises", "at")),
        ("He was arrested at Dellan on Friday.", ("Dellan", "area", "at")),
        ("It happened in Rora, Colorado, on Monday.", ("Rora, Colorado", "area", "at")),
        (
            "He lives in a house at Port Road.",
            ("a house at Port Road", "premises", "at"),
        ),
        (
            "They searched the hallway of the apartment building.",
            ("the hallway of the apartment building", "premises", "at"),
        ),
        (
            "He was shot at his family home in Clonoe, Co. Derry.",
            ("his family home in Clonoe, Co. Derry", "premises", "at"),
        ),
        ("They went to 12 Mill Lane.", ("12 Mill Lane", "road", "to")),
        (
            "It was left by a shop on N. Main St. in Dayle.",
            ("N. Main St. in Dayle", "road", "at"),
        ),
        (
            "It was near 5th Street and Grant Avenue.",
            ("near 5th Street and Grant Avenue", "road", "at"),
        ),
        (
            "SHOTS WERE FIRED IN THE 300 BLOCK OF OAK AVENUE.",
            ("THE 300 BLOCK OF OAK AVENUE", "road", "at"),
        ),
        ("He appeared at Dell Crown Court.", ("Dell Crown Court", "premises", "at")),
        (
            "He entered the garden of a house in Stow-on-Dell.",
            ("the garden of a house in Stow-on-Dell", "premises", "to"),
        ),
        ("He left the house.", ("the house", "premises", "from")),
        ("The flat is in north London.", ("north London", "area", "at")),
        ("He was in the Dell area of Wells.", ("the Dell area of Wells", "area", "at")),
        ("It was found north of Perth.", ("north of Perth", "area", "at")),
        (
            "She went to St. Mary’s Hospital of Dell.",
            ("St. Mary’s Hospital of Dell", "premises", "to"),
        ),
        ("It stood off Ascot St Mary Hospital.", None),
        ("It is on Station Road.", ("Station Road", "road", "at")),
    ],
)
def test_a_place_is_read_with_all_that_is_tied_to_it(
    text: str, expected: tuple[str, str, str] | None
) -> None:
    found = places(text)
    assert len(found) == 1
    assert expected is None or found[0] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Police fired at Officer A on Friday in March.",
        "He pointed the gun at Roe.",
        "Fired at Roe, it missed.",
        "He spoke in English with Taser in hand.",
        "He fell to the ground in pain.",
        "It lay in the back of the ambulance.",
        "He died in the custody of the Dell Police Service in January.",
        "He sat in Roe’s car.",
        "He was in ABC at the time.",
        "He was in Xi at the time.",
        "He was inside the Dell.",
        "He was outside the Dell.",
        "IT HAPPENED IN DAYLE.",
        "He was at the Dell.",
        "In 2020 he left in a hurry.",
        "",
    ],
)
def test_what_names_no_place_is_none(text: str) -> None:
    assert places(text) == []


def test_a_name_after_a_comma_goes_on_only_where_the_phrase_ends() -> None:
    assert places("He died in Dell, Roe said.")[0][0] == "Dell"
    assert places("He died in Dell, Kent.")[0][0] == "Dell, Kent"


def test_the_narrowest_kind_ranks_first() -> None:
    found = find_places("in Dell on Mill Lane", Span(0, 7))
    assert [p.rank for p in found] == [1]


def test_offsets_are_those_of_the_whole_text() -> None:
    text = "Xxxx. He died at the scene."
    (place,) = find_places(text, Span(6, len(text)))
    assert place.of(text) == "the scene"


@given(st.text(alphabet="AaIn the of, Street.12 ", max_size=300))
def test_places_never_overlap_and_lie_inside_the_text(text: str) -> None:
    found = find_places(text, Span(0, len(text)))
    assert all(p.start < p.end <= len(text) for p in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
