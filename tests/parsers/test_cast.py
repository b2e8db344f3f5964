"""Who took part: one party a person, unit or body, and the roles that a text tells."""

from __future__ import annotations

from datetime import date

import pytest

from incident_timeline.model import Event, Incident, Party
from incident_timeline.parsers import Document
from incident_timeline.parsers.press_release import PRESS_RELEASE


def read(text: str, **known: str) -> Incident:
    document = Document(text, published=date(2024, 5, 4), zone="Europe/London", **known)
    return PRESS_RELEASE.parse(document).incidents[0]


def shown(party: Party) -> str:
    """A party by its name, or by what the text calls it, with its age."""
    words = party.name or party.description
    if party.age is None:
        return words
    return f"{words} [{party.age.least}-{party.age.greatest}]"


def people(text: str, **known: str) -> list[str]:
    return [shown(p) for p in read(text, **known).parties if p.kind == "person"]


def roles(incident: Incident, event: Event) -> list[tuple[str, str]]:
    by_id = {p.id: p for p in incident.parties}
    return [(shown(by_id[p.party_id]), p.role) for p in event.participants]


def told(text: str, kind: str, **known: str) -> list[list[tuple[str, str]]]:
    """The participants of each event of a kind."""
    incident = read(text, **known)
    return [roles(incident, e) for e in incident.events if e.kind == kind]


LEAD = "A man has died after he was shot by police in Dell.\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            LEAD + "A 34-year-old man ran off. The man was shot. He died.\n\n"
            "The 34-year-old was taken to hospital.",
            ["man [34-34]"],
        ),
        (
            LEAD + "Officers saw the man, who is believed to be aged 40. He ran off.",
            ["man [40-40]"],
        ),
        (
            LEAD + "A man was arrested. The man died.",
            ["man", "man"],
        ),
        (
            LEAD + "The man, in his 30s, ran off.\n\nThe man has been identified as "
            "John Roe, 34, of Dell. Mr Roe ran off.",
            ["John Roe [30-39]"],
        ),
        (
            "John Roe, 34, ran off. The man was arrested. Mr Roe was charged.",
            ["John Roe [34-34]"],
        ),
        (
            "A woman called 999. A man ran off. He was arrested.",
            ["woman", "man"],
        ),
        (
            (
                "A 20-year-old man and a 30-year-old man ran off. The younger man was "
                "arrested. The older man died."
            ),
            ["20-year-old man [20-20]", "30-year-old man [30-30]"],
        ),
        (
            "A man shot another man. The other man died. The other man was named.",
            ["man", "man"],
        ),
        (
            "A man ran off. The younger man was arrested. The younger man was charged.",
            ["man", "younger man"],
        ),
        ("A man and a man ran off. The first man was arrested.", ["man", "man"]),
        ("A man and a man ran off. The latter man was arrested.", ["man", "man"]),
        ("A man ran off. The first man was arrested.", ["man", "first man"]),
        ("A man ran off. The latter man was arrested.", ["man", "latter man"]),
        (
            "A pedestrian was hit. The driver was arrested. The passenger fell.",
            ["pedestrian", "driver", "passenger"],
        ),
        (
            "A man was struck by a car. The driver was arrested.",
            ["man", "driver"],
        ),
        ("Police stopped a man. The driver ran off.", ["man"]),
        (
            "A man and a woman ran off. The driver was arrested.",
            ["man", "woman", "driver"],
        ),
        (
            "The driver, a 38-year-old man from Dell, ran off. He was arrested.",
            ["driver [38-38]"],
        ),
        (
            "A driver, a 38-year-old man, and a woman ran off.",
            ["driver", "38-year-old man [38-38]", "woman"],
        ),
        (
            "The man, Mr John Roe, ran off. A woman fell.",
            ["John Roe", "woman"],
        ),
        (
            "A man and a boy ran off. Mr John Roe was arrested.",
            ["man", "boy", "John Roe"],
        ),
        (
            "A man ran off. He was arrested. Mr John Roe said he ran off.",
            ["man"],
        ),
        (
            "One of the men was arrested.",
            ["One of the men"],
        ),
        (
            "A woman was found. A man ran off. The deceased was named.",
            ["woman", "man"],
        ),
        (
            "A woman died. A man ran off. The deceased was identified.",
            ["woman", "man"],
        ),
    ],
)
def test_a_person_is_told_once_and_two_are_two(text: str, expected: list[str]) -> None:
    assert people(text) == expected


def test_an_age_is_given_to_whom_it_was_told_of() -> None:
    text = "A man ran off. Officer A, 32, shot him. His brother, 40, called 999."
    assert people(text) == ["man", "Officer A [32-32]", "brother [40-40]"]


def test_an_age_after_nobody_or_after_a_full_clause_is_nobody_s() -> None:
    assert people("Aged 40. A man ran off; aged 41 was a dog.") == ["man"]


def test_several_people_are_a_group_and_no_person() -> None:
    text = "Two men ran off. The men were arrested. Several youths ran off."
    incident = read(text)
    assert [(shown(p), p.kind) for p in incident.parties] == [
        ("Two men", "group"),
        ("Several youths", "group"),
    ] or [p.kind for p in incident.parties] == ["group"] * len(incident.parties)
    assert told(text, "arrest")[0][0][1] == "affected_person"


def test_another_noun_is_another_group() -> None:
    text = "Two men ran off. The youths were arrested."
    assert told(text, "arrest")[0][-1] == ("youths", "affected_person")


def test_another_of_the_public_is_another_party() -> None:
    text = "A neighbour called 999. Then another neighbour called 999 at 9pm."
    found = [p.kind for p in read(text).parties]
    assert found == ["person", "person"]


def test_both_of_two_people_joined_take_part() -> None:
    (arrest,) = told("A man and a woman were arrested by police.", "arrest")
    assert arrest[-2:] == [("man", "affected_person"), ("woman", "affected_person")]


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("A woman called 999. A man ran off.", "call", [("woman", "caller")]),
        (
            "A man ran off. A woman rang 999. She ran off.",
            "call",
            [("woman", "caller")],
        ),
        (
            "Police were called by a resident.",
            "call",
            [("resident", "caller")],
        ),
        (
            "A man ran off. He came out of the house and police shot him.",
            "shots",
            [("police", "principal_officer"), ("man", "affected_person")],
        ),
        (
            "A caller said a man had a knife. Officers arrived. He ran off.",
            "movement",
            [("man", "affected_person")],
        ),
        (
            "Officer A and a second officer shot the man.",
            "shots",
            [
                ("Officer A", "principal_officer"),
                ("second officer", "principal_officer"),
                ("man", "affected_person"),
            ],
        ),
        (
            "Two officers were injured.",
            "injury",
            [("Two officers", "injured_person")],
        ),
        (
            "Four bystanders were injured.",
            "injury",
            [("Four bystanders", "injured_person")],
        ),
        (
            "A man stabbed a shopkeeper.",
            "attack",
            [("man", "affected_person"), ("shopkeeper", "injured_person")],
        ),
        (
            "A man shot at officers. He was arrested.",
            "arrest",
            [("officers", "other_officer"), ("man", "affected_person")],
        ),
        (
            "A man ran off. His brother was arrested.",
            "arrest",
            [("brother", "affected_person")],
        ),
        (
            "A man died. His family have been informed.",
            "family_informed",
            [("family", "family")],
        ),
        (
            "Paramedics took the man to hospital.",
            "conveyance",
            [("Paramedics", "medical"), ("man", "affected_person")],
        ),
        (
            "Dell Fire Brigade took the man to hospital.",
            "conveyance",
            [("Dell Fire Brigade", "medical"), ("man", "affected_person")],
        ),
        (
            "Doctors pronounced the man dead.",
            "death_pronouncement",
            [("Doctors", "medical"), ("man", "affected_person")],
        ),
        (
            "Dell Police arrested a man.",
            "arrest",
            [("Dell Police", "police_force"), ("man", "affected_person")],
        ),
        (
            "A dispatcher sent officers. Dispatchers sent two units to the house.",
            "deployment",
            [("dispatcher", "dispatcher")],
        ),
        (
            "The jury concluded that the man died by misadventure.",
            "finding",
            [("jury", "court")],
        ),
    ],
)
def test_each_takes_part_as_what_the_text_tells(
    text: str, kind: str, expected: list[tuple[str, str]]
) -> None:
    assert told(text, kind)[0] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Officer A arrived. Officer B arrived. Officer A left.",
            [("Officer A", "person"), ("Officer B", "person")],
        ),
        (
            (
                "An officer arrived. A second officer arrived. The second officer "
                "shot him."
            ),
            [("officer", "person"), ("second officer", "person")],
        ),
        (
            "An officer arrived. The officer shot the man. The other officer shot him.",
            [("officer", "person"), ("other officer", "person")],
        ),
        (
            "An officer arrived. Another officer arrived. The other officer arrived.",
            [("officer", "person"), ("officer", "person")],
        ),
        (
            "Deputy John Roe arrived. Roe shot the man.",
            [("Deputy John Roe", "person")],
        ),
        (
            "The Subject Official arrived. The subject officer shot the man.",
            [("Subject Official", "person")],
        ),
        (
            "Witness Officer 2 arrived. The witness officers arrived.",
            [("Witness Officer 2", "person"), ("witness officers", "group")],
        ),
        (
            "Two officers arrived. The officers shot the man. Both officers left.",
            [("Two officers", "group")],
        ),
        (
            "Officers arrived. More officers arrived. Officers shot the man.",
            [("Officers", "group"), ("More officers", "group")],
        ),
        (
            "Firearms officers arrived. Officers arrived. The firearms officers left.",
            [("Firearms officers", "group"), ("Officers", "group")],
        ),
        (
            "A dog unit arrived. Another dog unit arrived. The dog unit left.",
            [("dog unit", "unit"), ("dog unit", "unit")],
        ),
        (
            "Dell Police arrived. The Dell Police Service (DPS) arrived. DPS arrived.",
            [("Dell Police Service", "organisation")],
        ),
        (
            "PC John Roe arrived. PC Roe shot the man.",
            [("PC John Roe", "person")],
        ),
        (
            "A sergeant, Officer A, arrived. Officer A shot the man.",
            [("Officer A", "person")],
        ),
        (
            "Members of the Dell Police Service arrived.",
            [("Members of the Dell Police Service", "group")],
        ),
        ("The RCMP arrived.", [("RCMP", "organisation")]),
        ("One of the officers shot the man.", [("One of the officers", "person")]),
        ("A police van arrived.", []),
    ],
)
def test_officers_units_and_forces_are_told_apart(
    text: str, expected: list[tuple[str, str]]
) -> None:
    found = [(shown(p), p.kind) for p in read(text).parties if shown(p) != "man"]
    assert [f for f in found if f[0] != "Dell Police"] == expected


def test_codes_of_an_inquiry_say_the_role() -> None:
    text = "The Subject Official shot the man. Witness Official #1 arrived."
    assert told(text, "shots")[0][0] == ("Subject Official", "principal_officer")
    assert told(text, "arrival")[0][0][1] == "witness_officer"


def test_witnesses_of_an_inquiry_are_told_apart_by_number() -> None:
    text = "CW #1 called 911. A man ran off. CW #2 called 911 at 9pm on 3 May 2024."
    found = [p.description for p in read(text).parties]
    assert found == ["man", "CW #1", "CW #2"]


def test_a_caller_who_is_told_of_later_is_no_affected_person() -> None:
    text = (
        "A woman called 999. A man stabbed her. She was taken to hospital. She left "
        "the house."
    )
    (conveyance,) = told(text, "conveyance")
    (left,) = told(text, "movement")
    assert conveyance == [("woman", "injured_person")]
    assert left == [("woman", "witness")]


def test_him_is_not_who_does_it() -> None:
    text = "A man ran off. A second man shot him. He died."
    assert ("man", "affected_person") in told(text, "shots")[0]


def test_a_car_is_driven_by_the_one_driver_told() -> None:
    text = "A passenger fell. The driver ran off. The car hit a wall."
    assert told(text, "collision") == [[("driver", "affected_person")]]


def test_a_car_is_driven_by_nobody_where_several_may_be() -> None:
    text = "A man and a woman ran off. The car hit a wall."
    assert told(text, "collision") == [[]]


@pytest.mark.parametrize(
    ("text", "known", "expected"),
    [
        (
            (
                "The Independent Police Office (IPO) is investigating. Investigators "
                "interviewed witnesses."
            ),
            {},
            "Independent Police Office",
        ),
        (
            "We are investigating. Investigators interviewed witnesses.",
            {"publisher": "Complaints Commission"},
            "Complaints Commission",
        ),
        (
            "The Commission is investigating.",
            {"publisher": "Complaints Commission"},
            "Complaints Commission",
        ),
        (
            (
                "The Dell Attorney General’s Office is investigating. The Attorney "
                "General is investigating."
            ),
            {},
            "Dell Attorney General’s Office",
        ),
    ],
)
def test_a_body_is_one_however_it_is_called(
    text: str, known: dict[str, str], expected: str
) -> None:
    bodies = [p.name for p in read(text, **known).parties if p.kind == "organisation"]
    assert bodies == [expected]


def test_investigators_of_no_known_body_are_a_group() -> None:
    text = "Investigators interviewed witnesses. Investigators interviewed the man."
    (interview, *_) = told(text, "interview", publisher="Dell Police")
    assert interview[0] == ("Investigators", "investigator")


def test_a_publisher_that_no_words_name_is_cited_by_none() -> None:
    incident = read("We are investigating.", publisher="Complaints Commission")
    assert [p.citations for p in incident.parties] == [()]


@pytest.mark.parametrize(
    ("text", "kind", "role"),
    [
        ("The coroner opened an inquest.", "hearing", "coroner"),
        ("The judge sentenced the man to two years.", "hearing", "judge"),
        ("The CPS charged the man.", "charge", "prosecutor"),
    ],
)
def test_officials_have_roles_of_their_own(text: str, kind: str, role: str) -> None:
    found = [r for parts in told(text, kind) for _, r in parts]
    assert role in found or not found


def test_words_of_a_heading_make_nobody_new() -> None:
    text = "Man shot\n\nA 34-year-old man was shot by police in Dell."
    assert people(text) == ["34-year-old man [34-34]"]


def test_a_heading_alone_still_tells_who() -> None:
    assert people("Man shot by police\n\n") == ["Man"]


def test_whom_an_appeal_or_a_quotation_speaks_of_is_no_party() -> None:
    text = (
        "A man was shot by police.\n\nThe chief said: “A woman was very upset by all "
        "of this today.”"
    )
    assert people(text)[0] == "man"
    assert "woman" not in people(text)
