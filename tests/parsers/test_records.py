"""Where things happen, what was found, and who inquires, as records."""

from __future__ import annotations

from datetime import date

import pytest

from incident_timeline.model import Incident
from incident_timeline.parsers import Document
from incident_timeline.parsers.press_release import PRESS_RELEASE


def read(text: str, **known: str) -> Incident:
    document = Document(text, published=date(2024, 5, 4), zone="Europe/London", **known)
    return PRESS_RELEASE.parse(document).incidents[0]


def place(text: str, kind: str) -> str:
    return next(e.place for e in read(text).events if e.kind == kind)


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        (
            "Officers were called to a flat in Mill Lane at 9pm on 3 May 2024.",
            "call",
            "a flat in Mill Lane",
        ),
        ("In Mill Lane, police shot a man.", "shots", "Mill Lane"),
        ("Police shot a man in Dell, on Mill Lane.", "shots", "Dell"),
        ("Police shot a man in Dell; he ran off.", "shots", "Dell"),
        ("Police shot a man, who ran to Mill Lane.", "shots", ""),
        ("A man was taken to Dell Hospital.", "conveyance", "Dell Hospital"),
        ("A man was taken to hospital in Dell.", "conveyance", "hospital in Dell"),
        ("A man ran to his flat.", "movement", ""),
        (
            "The inquest was opened at Dell Coroner’s Court.",
            "hearing",
            "Dell Coroner’s Court",
        ),
        (
            "The force referred the death of the man in Mill Lane to the IOPC.",
            "referral",
            "",
        ),
        (
            "Police shot a man in Mill Lane. He was pronounced dead at the scene.",
            "death_pronouncement",
            "Mill Lane",
        ),
        ("He was pronounced dead at the scene.", "death_pronouncement", "the scene"),
        (
            (
                "Police stopped a man in Mill Lane. Police shot him in Hill Road. He "
                "was pronounced dead at the scene."
            ),
            "death_pronouncement",
            "the scene",
        ),
        (
            "Police shot a man in the street. He was pronounced dead at the scene.",
            "death_pronouncement",
            "the scene",
        ),
        (
            "A man was taken to Dell Hospital. He was pronounced dead there.",
            "death_pronouncement",
            "Dell Hospital",
        ),
        ("He was pronounced dead there.", "death_pronouncement", ""),
        (
            "A man died in Mill Lane.\n\nOfficers arrived. The man died.",
            "death_pronouncement",
            "Mill Lane",
        ),
        (
            (
                "The chief said: “We are all so sorry in Mill Lane that shots were "
                "fired.” Police shot a man."
            ),
            "shots",
            "",
        ),
        ("Police shot a man at 9pm in May 2024.", "shots", ""),
    ],
)
def test_an_event_has_the_place_of_its_clause_and_no_other(
    text: str, kind: str, expected: str
) -> None:
    assert place(text, kind) == expected


def items(text: str) -> list[tuple[str, str, str]]:
    return [(x.item_type, str(x.status), x.description) for x in read(text).evidence]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A knife was recovered.", [("knife", "stated", "knife")]),
        (
            "A knife and a claw hammer were recovered.",
            [("knife", "stated", "knife"), ("blunt_object", "stated", "claw hammer")],
        ),
        (
            "Officers recovered a loaded 9mm pistol, two knives and drugs.",
            [
                ("firearm", "stated", "loaded 9mm pistol"),
                ("knife", "stated", "knives"),
                ("drugs", "stated", "drugs"),
            ],
        ),
        (
            "What appears to be a firearm was recovered.",
            [("firearm", "apparent", "firearm")],
        ),
        (
            "An item believed to be a knife was recovered.",
            [("knife", "believed", "knife")],
        ),
        (
            "A suspected firearm was recovered.",
            [("firearm", "believed", "suspected firearm")],
        ),
        (
            "A possible firearm was recovered.",
            [("firearm", "unknown", "possible firearm")],
        ),
        (
            "An alleged firearm was recovered.",
            [("firearm", "alleged", "alleged firearm")],
        ),
        (
            "An imitation firearm was recovered.",
            [("replica_firearm", "stated", "imitation firearm")],
        ),
        (
            "A second knife was recovered.",
            [("knife", "stated", "knife")],
        ),
        ("A weapon was recovered.", [("other", "stated", "weapon")]),
        ("CCTV footage is being reviewed.", [("cctv", "stated", "CCTV footage")]),
        ("Witnesses were interviewed.", []),
        ("Police arrested a man with a knife.", []),
    ],
)
def test_each_item_is_kept_with_how_sure_the_text_is(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert items(text) == expected


def test_an_item_says_when_where_and_by_whom_it_was_recovered() -> None:
    text = "At 9pm on 3 May 2024 officers recovered a knife in Mill Lane."
    incident = read(text)
    (item,) = incident.evidence
    (event,) = incident.events
    by = {p.id: p.description for p in incident.parties}
    assert (item.recovered.stated, item.recovered_place) == (
        "2024-05-03T21:00",
        "Mill Lane",
    )
    assert by[item.recovered_by_id or ""] == "officers"
    assert (item.event_id, event.evidence_ids) == (event.id, (item.id,))


def test_a_recording_that_is_reviewed_was_recovered_in_no_event() -> None:
    (item,) = read("Investigators reviewed body-worn video.").evidence
    assert (item.item_type, item.event_id) == ("body_worn_video", None)


def inquiries(text: str, **known: str) -> list[tuple[str, str, str, str]]:
    incident = read(text, **known)
    names = {p.id: p.name or p.description for p in incident.parties}
    return [
        (names.get(i.body_id or "", ""), i.footing, i.status, i.matter)
        for i in incident.investigations
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The IOPC is independently investigating the death of a man.",
            [("IOPC", "independent", "open", "the death of a man")],
        ),
        (
            "The Independent Police Office (IPO) is investigating.",
            [("Independent Police Office", "unknown", "open", "")],
        ),
        (
            (
                "The GBI has opened a criminal investigation into a shooting that "
                "occurred at about 9pm on 3 May 2024."
            ),
            [("GBI", "criminal", "open", "a shooting")],
        ),
        (
            "The SIU is investigating. The SIU has closed its investigation.",
            [("SIU", "unknown", "closed", "")],
        ),
        (
            "The SIU has concluded its investigation into the death of a man.",
            [("SIU", "unknown", "closed", "the death of a man")],
        ),
        (
            (
                "The coroner opened an inquest. The inquest jury returned a verdict of "
                "misadventure."
            ),
            [],
        ),
        ("Police referred the matter to the IOPC.", []),
        ("The jury found that the man fell.", []),
    ],
)
def test_an_investigation_has_its_body_footing_status_and_matter(
    text: str, expected: list[tuple[str, str, str, str]]
) -> None:
    found = inquiries(text)
    if "inquest" in text:
        assert {i[1] for i in found} == {"inquest"}
    else:
        assert found == expected


def test_an_investigation_closes_when_the_text_says() -> None:
    text = (
        "The SIU opened an investigation on 3 May 2023. The SIU closed its "
        "investigation on 4 April 2024."
    )
    (inquiry,) = read(text).investigations
    assert inquiry.opened.stated == "2023-05-03"
    assert inquiry.closed is not None
    assert inquiry.closed.stated == "2024-04-04"


def test_what_another_telling_adds_to_an_investigation_is_kept() -> None:
    text = (
        "The SIU has opened a criminal investigation into the death of a man.\n\n"
        "A man was shot by police in Dell. On 3 May 2023 the SIU began an "
        "investigation."
    )
    assert inquiries(text) == [("SIU", "criminal", "open", "the death of a man")]


def test_an_inquest_is_no_other_body_s_investigation() -> None:
    text = (
        "The SIU is investigating the death of a man. The coroner opened an inquest "
        "on 3 May 2023. The inquest jury concluded that he died by misadventure."
    )
    found = [(i[1], i[2]) for i in inquiries(text)]
    assert found[0] == ("unknown", "open")
    assert {i[0] for i in found[1:]} == {"inquest"}


def test_two_bodies_have_two_investigations() -> None:
    text = (
        "The SIU is investigating a shooting.\n\nA man was shot by police in Dell. The "
        "SIU is investigating. Dell Police has begun an internal investigation."
    )
    found = [i[1] for i in inquiries(text)]
    assert "internal" in found


def test_police_who_inquire_are_a_body_and_an_officer_is_none() -> None:
    assert inquiries("Dell Police has launched a murder investigation.")[0][:2] == (
        "Dell Police",
        "criminal",
    )
    assert inquiries("Officer A has launched an investigation.")[0][0] == ""
