"""Prose read as an incident: events, their times, and who says so."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incident_timeline.model import Incident
from incident_timeline.moments import DEFAULT_VAGUENESS
from incident_timeline.parsers.base import Document, Parsed, Parser
from incident_timeline.parsers.press_release import PRESS_RELEASE, PressRelease
from incident_timeline.parsers.readings import READINGS, reading
from incident_timeline.text.lexicon import Cue, default_lexicon

ZONE = "Europe/London"
PUBLISHED = date(2024, 4, 5)
INQUEST = """Inquest opened into death of Hull man

An inquest has been opened into the death of Jordan Ellis, 29, who died last month.

At around 3.45pm on 12 March, a member of the public dialled 999 to report that a man \
was threatening people with a machete in Spring Bank. Two unarmed officers arrived \
within five minutes. Mr Ellis ran into a nearby shop. An armed response vehicle was \
deployed, and a trained negotiator began speaking with him through the door at 4.20pm.

Just after 5pm he emerged from the shop and charged at officers, one of whom \
discharged a Taser. Officer B then fired a single shot which struck him in the chest. \
Officers immediately administered first aid until the air ambulance landed. He was \
airlifted to hospital but died in the early hours of the following day.

Police said that what appears to be a machete was recovered. His family were informed \
that evening. A post-mortem carried out the same day gave the cause of death.

The force made a mandatory referral to the Independent Office for Police Conduct \
(IOPC), which declared an independent investigation on 13 March. No officer has been \
suspended. A pre-inquest review will be held in June.

“We are deeply sorry that shots were fired and that a man has died,” the chief said.

Notes to editors

Shots were fired in another case on 1 March.
"""


def parse(text: str, **known: object) -> Parsed:
    given = {"published": PUBLISHED, "zone": ZONE, **known}
    return PRESS_RELEASE.parse(Document(text, **given))  # type: ignore[arg-type]  # a table's values


def read(text: str, **known: object) -> Incident:
    return parse(text, **known).incidents[0]


def told(text: str, **known: object) -> list[tuple[str, str]]:
    return [(e.kind, e.start.stated) for e in read(text, **known).events]


def codes(text: str, **known: object) -> list[str]:
    return [f.code for f in parse(text, **known).findings]


def test_it_is_a_parser() -> None:
    assert isinstance(PRESS_RELEASE, Parser)
    assert PRESS_RELEASE.name == "press_release"


def test_an_account_is_read_with_the_times_that_it_gives() -> None:
    events = told(INQUEST)
    for expected in [
        ("call", "2024-03-12T15:45"),
        ("arrival", "2024-03-12T15:50"),
        ("deployment", ""),
        ("engagement", "2024-03-12T16:20"),
        ("attack", "2024-03-12T17:00"),
        ("shots", ""),
        ("first_aid", ""),
        ("conveyance", ""),
        ("death_pronouncement", "2024-03-13"),
        ("evidence_recovery", ""),
        ("referral", ""),
        ("investigation_start", "2024-03-13"),
    ]:
        assert expected in events
    kinds = [kind for kind, _ in events]
    assert kinds.count("shots") == kinds.count("death_pronouncement") == 1


def test_every_quote_stands_where_its_citation_says() -> None:
    incident = read(INQUEST)
    cited = [c for e in incident.events for c in e.citations]
    cited += [c for p in incident.parties for c in p.citations]
    cited += [c for x in incident.evidence for c in x.citations]
    cited += [c for link in incident.links for c in link.citations]
    text = incident.sources[0].text
    assert cited
    assert all(text[c.start : c.end] == c.quote for c in cited)


def test_one_occurrence_told_twice_is_one_event_with_two_citations() -> None:
    (death,) = read(INQUEST).events_of_kind("death_pronouncement")
    assert death.citations[0].quote == "but died"
    assert len(death.citations) > 1


def test_doubt_about_an_item_is_apart_from_its_recovery() -> None:
    (item,) = read(INQUEST).evidence
    (event,) = read(INQUEST).events_of_kind("evidence_recovery")
    assert (item.item_type, item.status, item.event_id) == (
        "knife",
        "apparent",
        event.id,
    )
    assert item.recovered_by_id is None
    cited = event.citations[0]
    assert (cited.attributed_to, cited.force) == ("Police", "stated")


@pytest.mark.parametrize(
    ("doubt", "status"),
    [
        ("what appears to be a", "apparent"),
        ("what is believed to be a", "believed"),
        ("a", "stated"),
    ],
)
def test_the_status_of_an_item_is_what_the_words_leave(doubt: str, status: str) -> None:
    (item,) = read(f"Police said {doubt} pistol was recovered.").evidence
    assert item.status == status


def test_a_thing_without_a_known_type_is_another() -> None:
    (item,) = read("A parcel was recovered from the hedge.").evidence
    assert item.item_type == "other"


def test_an_investigation_has_its_body_and_footing() -> None:
    incident = read(INQUEST)
    (inquiry,) = (i for i in incident.investigations if i.footing == "independent")
    assert inquiry.opened.stated == "2024-03-13"
    assert inquiry.body_id is not None
    assert (
        incident.party(inquiry.body_id).name == "Independent Office for Police Conduct"
    )


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The IOPC is investigating.", "IOPC"),
        ("We are investigating it.", "Police Ombudsman"),
        ("The commission is investigating it.", "Police Ombudsman"),
    ],
)
def test_who_inquires_is_named_or_the_publisher(text: str, name: str) -> None:
    incident = read(text, publisher="Police Ombudsman")
    (inquiry,) = incident.investigations
    assert inquiry.footing == "unknown"
    assert inquiry.body_id is not None
    assert incident.party(inquiry.body_id).name == name


def test_a_body_without_a_name_is_described() -> None:
    incident = read("The commission is investigating it.")
    assert [p.description for p in incident.parties] == ["commission"]


def test_an_inquiry_by_nobody_in_particular_has_no_body() -> None:
    (inquiry,) = read("Staff rose. An inquiry was launched.").investigations
    assert inquiry.body_id is None


def test_roles_are_neutral_and_told_apart() -> None:
    incident = read(INQUEST)
    roles = {
        (event.kind, part.role)
        for event in incident.events
        for part in event.participants
    }
    assert ("shots", "principal_officer") in roles
    assert ("attack", "affected_person") in roles
    assert ("call", "caller") in roles
    assert ("death_pronouncement", "affected_person") in roles
    (shots,) = incident.events_of_kind("shots")
    names = [incident.party(p.party_id).name for p in shots.participants]
    assert "Officer B" in names


def test_ages_are_as_sure_as_their_words() -> None:
    incident = read("A man was shot by police. Officers believe he was aged 52.")
    (age,) = [p.age for p in incident.parties if p.age]
    assert (age.least, age.greatest) == (52, 52)
    assert age.citations[0].force == "believed"
    assert age.citations[0].attributed_to == "Officers"


def test_a_passive_says_to_whom_and_not_who() -> None:
    incident = read("The man was shot twice.")
    (shots,) = incident.events
    assert [part.role for part in shots.participants] == ["affected_person"]


def test_an_age_of_nobody_is_nobody_s() -> None:
    assert read("Police fired. A 20-year-old house burned.").parties[0].age is None


def test_people_are_told_apart_by_their_ages() -> None:
    incident = read(
        "A man, 39, was shot by police. A 20-year-old man was arrested. "
        "The man was taken to hospital. Officer A, 32, was treated at hospital."
    )
    ages = [p.age.least for p in incident.parties if p.age]
    assert ages == [39, 20, 32]


@pytest.mark.parametrize(
    "text",
    [
        "No shots were fired by police.",
        "The man will be arrested on 3 May.",
        "Officers wanted to arrest the man.",
        "Officers rose to arrest the man.",
        "The chief said: “Shots were fired and a man has died, sadly.”",
        "The caller said that the man had stabbed a clerk.",
        "Anyone who saw the man leave the flat is asked to ring the police.",
        "The man is yet to be formally identified.",
    ],
)
def test_what_is_not_told_as_a_fact_is_a_finding_and_no_event(text: str) -> None:
    parsed = parse(text)
    assert parsed.incidents[0].events == ()
    assert {"TL602", "TL608"} <= {f.code for f in parsed.findings}


def test_a_quoted_inquiry_is_one() -> None:
    text = "A spokesman said: “The bureau is now independently investigating it.”"
    assert told(text) == [("investigation_start", "")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At 9pm on 3 May 2023 officers arrived and the man ran off.",
         [("arrival", "2023-05-03T21:00"), ("movement", "2023-05-03T21:00")]),
        ("Officers arrived, and at 9pm on 3 May 2023 the man ran off.",
         [("arrival", ""), ("movement", "2023-05-03T21:00")]),
        ("At 9pm on 3 May 2023 police shot the man, who ran off.",
         [("shots", "2023-05-03T21:00"), ("movement", "")]),
        ("Police arrived after the man, who lived in Hull on 3 May 2023, ran off.",
         [("arrival", ""), ("movement", "")]),
        ("On 3 May 2023 police arrived at 9pm.", [("arrival", "2023-05-03T21:00")]),
        ("Police shot the man, according to footage released on 3 May 2023.",
         [("shots", "")]),
        ("A crash that killed one person on 3 May 2023 is being investigated by us.",
         [("collision", "2023-05-03"), ("death_pronouncement", "2023-05-03"),
          ("investigation_start", "")]),
        ("Saturday, 6 May 2023 – The man was arrested. He was charged with theft.",
         [("arrest", "2023-05-06"), ("charge", "2023-05-06")]),
        ("9pm, 6 May 2023: The man was arrested. He was charged with theft.",
         [("arrest", "2023-05-06T21:00"), ("charge", "")]),
        ("At 11.17am on 6 May 2023, 1 hour after officers arrived, he ran off.",
         [("movement", "2023-05-06T11:17")]),
        ("HULL (6 May 2023) – The man was arrested.", [("arrest", "")]),
        ("The man was arrested at 9pm on 31 November 2023.", [("arrest", "")]),
        ("Police arrived. On 3 May 2023, it rained.", [("arrival", "")]),
        ("The man was shot by police; on 3 May 2023 the sun rose.", [("shots", "")]),
    ],
)  # fmt: skip
def test_a_time_dates_what_its_sentence_says_it_dates(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert told(f"Statement.\n\n{text}") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Officers were called to a fight. Staff called the police at once.", ["call"]),
        ("Officers were called to a fight. Then staff called 999.", ["call", "call"]),
        ("Officers were called to a fight. They called an ambulance.",
         ["call", "call"]),
        ("Officers were called. It rained. It snowed. Staff called the police.",
         ["call", "call"]),
        ("His family were informed. The man's family have been told.",
         ["family_informed"]),
        ("A man was arrested. The man was arrested nearby.", ["arrest"]),
        ("A man was arrested. Another man was arrested nearby.", ["arrest", "arrest"]),
        ("Police fired twice. Two shots were fired.", ["shots"]),
        ("Police fired twice. The man fired.", ["shots", "shots"]),
        ("Deputies fired. The deputies who fired are on leave.", ["shots"]),
        ("He was handcuffed. He died while he was handcuffed.",
         ["restraint", "death_pronouncement"]),
        ("The jury found that he fell. The coroner found that he ran.",
         ["finding", "finding"]),
        ("Police responded to a house in Hull.", ["arrival"]),
        ("Police responded to a fight. They arrived at noon.",
         ["deployment", "arrival"]),
        ("It followed a 911 call.", ["call"]),
        ("It followed a fatal shooting.", []),
        ("The man ran off on 1 May. The man ran off on 2 May.",
         ["movement", "movement"]),
        ("The man ran off on 31 November. The man ran off on 2 May.",
         ["movement", "movement"]),
    ],
)  # fmt: skip
def test_occurrences_are_told_apart(text: str, expected: list[str]) -> None:
    lead = "Statement of the force.\n\nHere it is.\n\n"
    assert [kind for kind, _ in told(lead + text)] == expected


@pytest.mark.parametrize(
    ("lead", "body", "expected"),
    [
        ("A man was arrested on 3 May 2023.", "The man was arrested.", "2023-05-03"),
        ("Both men were arrested on 3 May 2023.", "A man was arrested.", ""),
        ("A man was arrested on 3 May 2023.", "He was arrested at 9pm.",
         "2023-05-03T21:00"),
    ],
)  # fmt: skip
def test_a_lead_lends_its_time_to_what_is_told_later(
    lead: str, body: str, expected: str
) -> None:
    assert told(f"{lead}\n\n{body}") == [("arrest", expected)]


def test_a_heading_lends_no_time() -> None:
    text = "Man arrested: a man was arrested on 3 May 2023\n\nA man was arrested."
    assert told(text) == [("arrest", "")]


def test_what_a_body_says_twice_is_dated_by_the_dated_telling() -> None:
    lead = "The IOPC opened an investigation on 3 May 2023."
    assert told(f"{lead}\n\nThe IOPC is investigating.") == [
        ("investigation_start", "2023-05-03")
    ]
    assert told("The IOPC is investigating.\n\nHe fell.\n\n" + lead) == [
        ("investigation_start", "2023-05-03")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two shots were fired after the man left the flat.",
         [("shots", "after", "movement", None)]),
        ("Two shots were fired shortly after the man left the flat.",
         [("shots", "after", "movement", timedelta(minutes=15))]),
        ("Police arrived before the man left the flat.",
         [("arrival", "before", "movement", None)]),
        ("Officers arrived, and then the man ran off.",
         [("movement", "after", "arrival", None)]),
        ("Officers were called. As a result, officers arrived.",
         [("arrival", "after", "call", None)]),
        ("Police fired. Officers immediately gave first aid.",
         [("first_aid", "after", "shots", DEFAULT_VAGUENESS.immediately)]),
        ("Officers arrived. Officers immediately gave first aid.", []),
        ("Officers were called. During the call, the man left the flat.",
         [("movement", "during", "call", None)]),
        ("Officers were sent. During the pursuit, the man left the flat.", []),
        ("Officers arrived. The man then ran off.",
         [("movement", "after", "arrival", None)]),
        ("Officers arrived. The man ran off. He was caught.", []),
        ("Officers arrived, and the man ran off.", []),
        ("Officers arrived. It rained. It snowed. It froze. The man then ran off.", []),
    ],
)  # fmt: skip
def test_stated_order_becomes_links_and_telling_order_does_not(
    text: str, expected: list[tuple[str, str, str, timedelta | None]]
) -> None:
    incident = read(f"Here it is.\n\nIt is told.\n\n{text}")
    found = [
        (
            incident.event(link.event_id).kind,
            link.relation.value,
            incident.event(link.other_id).kind,
            link.greatest,
        )
        for link in incident.links
    ]
    assert found == expected


def test_a_source_keeps_text_title_publisher_and_day() -> None:
    source = read("Police fired.", title="Statement", publisher="The Force").sources[0]
    assert (source.title, source.publisher, source.text) == (
        "Statement",
        "The Force",
        "Police fired.",
    )
    assert source.published is not None
    assert source.published.stated == "2024-04-05"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (" \n", "TL601"),
        ("It rained.", "TL602"),
        ("Police fired.", "TL603"),
        ("Police fired at 9pm on 31 November 2023.", "TL604"),
        ("Police fired at 9pm on 3 May.", "TL605"),
        ("Police fired. It rained on 3 May 2023.", "TL607"),
        ("No shots were fired.", "TL608"),
        ("Police f\ufffdred.", "TL609"),
        ("Police fired. It rained on Monday 5 June 2024.", "TL610"),
    ],
)
def test_what_could_not_be_read_is_a_finding(text: str, code: str) -> None:
    assert code in codes(text)


def test_a_weekday_that_is_not_its_date_s_is_left_to_the_event_that_it_dates() -> None:
    assert "TL610" not in codes("The man was arrested on Monday 5 June 2024.")


def test_a_cue_that_no_time_makes_an_event_is_a_finding() -> None:
    (_, found) = parse("It followed a fatal shooting.").findings
    assert (found.code, found.raw) == ("TL620", "fatal shooting")


def test_a_finding_names_line_and_column() -> None:
    finding = parse("Police fired.\nIt rained on 3 May 2023.").findings[-1]
    assert (finding.code, finding.line, finding.column) == ("TL607", 2, 14)
    assert finding.raw == "3 May 2023"


def test_without_a_zone_no_time_is_placed_and_its_words_are_kept() -> None:
    text = "Police fired at 9pm on 3 May 2023."
    parsed = parse(text, zone=None)
    (event,) = parsed.incidents[0].events
    assert event.start.is_unknown
    assert event.start.text == "9pm on 3 May 2023"
    assert "TL606" in [f.code for f in parsed.findings]


def test_an_impossible_time_is_kept_as_words() -> None:
    (event,) = read("Police fired at 9pm on 31 November 2023.").events
    assert event.start.is_unknown
    assert "31 November 2023" in event.start.text


def test_without_a_day_of_publication_there_is_none() -> None:
    assert read("Police fired.", published=None).sources[0].published is None


def test_a_user_s_cues_are_read() -> None:
    lexicon = default_lexicon().extended(Cue(kind="tow", pattern="<was> winched"))
    parser = PressRelease(lexicon=lexicon)
    parsed = parser.parse(
        Document("The car was winched at 9pm on 3 May 2023.", zone=ZONE)
    )
    assert [e.kind for e in parsed.incidents[0].events] == ["tow"]


def test_a_line_without_end_is_read_in_pieces() -> None:
    text = "x" * 5000 + " police fired " + "y " * 3000
    assert told(text) == [("shots", "")]


def test_readings_have_pages_and_codes_of_their_own() -> None:
    assert len({r.code for r in READINGS}) == len({r.name for r in READINGS})
    for one in READINGS:
        assert reading(one.code) is one
        assert one.page.startswith(f"# {one.code} {one.name}\n\n{one.title}\n\n")


PIECES = (
    *(
        "At 9pm on 3 May 2023 ",
        "Officers ",
        "the man ",
        "who ",
        "fired ",
        "was arrested ",
    ),
    *("after ", "then ", "and ", "not ", "said that ", "“", "”", ". ", ".\n\n", ", "),
    *(
        "A 20-year-old man ",
        "The IOPC (IOPC) ",
        "(IOPC) ",
        "died ",
        "a gun was recovered ",
    ),
    *(
        "immediately gave first aid ",
        "is investigating ",
        "Officer A ",
        "911 call ",
        "\n",
    ),
    *("31 November ", "during the call ", "We ", "it ", "which ", "them ", "Mr Smith "),
)


@given(
    st.one_of(st.text(max_size=300), st.lists(st.sampled_from(PIECES)).map("".join)),
    st.sampled_from([None, ZONE]),
)
def test_any_text_is_read_the_same_each_time_and_quoted_exactly(
    text: str, zone: str | None
) -> None:
    try:
        document = Document(text, published=PUBLISHED, zone=zone)
    except ValueError:
        return  # half of a surrogate pair is no text
    parsed = PRESS_RELEASE.parse(document)
    assert parsed == PRESS_RELEASE.parse(document)
    for incident in parsed.incidents:
        for event in incident.events:
            for cited in event.citations:
                assert text[cited.start : cited.end] == cited.quote
        for link in incident.links:
            assert link.event_id != link.other_id


def test_the_short_name_of_a_body_of_no_known_sort_names_no_party() -> None:
    incident = read(
        "Members of the Harbour Rowing Club (HRC) rang police at 19:59 on 23 November"
        " 2023. The HRC then waited. Shots were fired at 20:10."
    )
    assert [event.kind for event in incident.events] == ["call", "shots"]
    assert not incident.parties
