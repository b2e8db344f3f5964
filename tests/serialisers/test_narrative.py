"""The narrative: what it tells and how, what it admits to leave out, what reads it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime, timedelta

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from incident_timeline.model import (
    Age,
    Citation,
    CustodyStep,
    Draft,
    Event,
    Evidence,
    Incident,
    Investigation,
    Link,
    Participant,
    Party,
    Source,
)
from incident_timeline.moments import Moment, PartOfDay, Qualifier
from incident_timeline.parsers import Document
from incident_timeline.parsers.press_release import PRESS_RELEASE
from incident_timeline.serialisers import Serialiser, serialise, serialisers
from incident_timeline.serialisers.narrative import NARRATIVE, NarrativeSerialiser
from incident_timeline.serialisers.narrative._templates import GROUPS, TEMPLATES
from incident_timeline.serialisers.narrative._times import Times, until
from incident_timeline.strategies import awkward_moments, incidents, moments
from incident_timeline.text.times import find_times
from incident_timeline.vocabulary import AllenRelation, EventKind, Footing, Role

ZONE = "Europe/London"
WHEN = Moment.at("2023-11-23T20:47", zone=ZONE)
SOURCE = Source(id="s1")
DAY = "Thursday 23 November 2023"
NEXT = "Friday 24 November 2023"
FEW = settings(max_examples=60, deadline=None)


def told(incident: Incident) -> list[str]:
    """The paragraphs of an incident's narrative, without the heading."""
    return serialise(incident, "narrative").text.rstrip("\n").split("\n\n")[1:]


def cited(force: str, by: str = "") -> tuple[Citation, ...]:
    return (Citation(source_id="s1", force=force, attributed_to=by),)


def one(event: Event, *parties: Party) -> str:
    """The sentence of an only event."""
    return told(Incident(events=[event], parties=parties, sources=[SOURCE]))[0]


# The format


def test_the_narrative_is_a_serialiser_like_the_others() -> None:
    assert isinstance(NARRATIVE, Serialiser)
    assert serialisers()["narrative"] is NARRATIVE
    assert (NARRATIVE.name, NARRATIVE.suffix, NARRATIVE.media_type) == (
        "narrative",
        ".txt",
        "text/plain",
    )


def test_an_empty_incident_says_so() -> None:
    written = serialise(Incident(), "narrative")
    assert written.text == "Incident\n\nNo events are recorded.\n"
    assert written.losses == ()


def full() -> Incident:
    believed = Age(least=40, greatest=40, citations=cited("believed"))
    return Incident(
        title="Shots in Mill Lane",
        jurisdiction="GB-EAW",
        parties=[
            Party(id="p1", description="a man", age=believed),
            Party(id="p2", kind="group", description="Armed officers"),
            Party(id="p3", kind="organisation", name="IOPC"),
            Party(id="p4", description="A man", age=Age(least=18)),
            Party(id="p5", name="Jane Roe", age=Age(least=34, greatest=34)),
            Party(id="p6", kind="unit"),
            Party(id="p7", description="children"),
            Party(id="p8", name="Sam Poe"),
        ],
        events=[
            Event(
                id="e1",
                kind="call",
                start=Moment.at("2023-11-23T19:59", zone=ZONE),
                participants=[Participant(party_id="p5", role="caller")],
                citations=cited("stated", "the call handler"),
            ),
            Event(
                id="e2",
                kind="arrival",
                start=Moment.by("2023-11-23T20:10", zone=ZONE),
                end=Moment.about("2023-11-23T21:10", zone=ZONE),
                place="Mill Lane.",
                participants=[
                    Participant(party_id="p2", role="other_officer"),
                    Participant(party_id="p6", role="dispatcher"),
                    Participant(party_id="p8", role="lawyer"),
                ],
            ),
            Event(
                id="e3",
                kind="shots",
                start=Moment.shortly_before("2023-11-23T21:00", zone=ZONE),
                place="outside the flat",
                participants=[
                    Participant(party_id="p2", role="principal_officer"),
                    Participant(party_id="p1"),
                ],
                citations=cited("confirmed", "Police"),
            ),
            Event(
                id="e4",
                kind="first_aid",
                participants=[Participant(party_id="p2", role="other_officer")],
            ),
            Event(id="e5", kind="evidence_recovery", evidence_ids=["x1", "x2"]),
            Event(id="e6", kind="x-mycity:tow", summary="The van was towed."),
            Event(
                id="e7",
                kind="injury",
                start=Moment.from_stated("2023-11-24T00", zone=ZONE),
                participants=[
                    Participant(party_id="p4", role="injured_person"),
                    Participant(party_id="p1", role="injured_person"),
                ],
            ),
            Event(
                id="e8",
                kind="investigation_start",
                start=Moment.on("2023-11-24", zone=ZONE),
                participants=[Participant(party_id="p3", role="oversight_body")],
            ),
        ],
        evidence=[
            Evidence(id="x1", item_type="firearm", status="apparent"),
            Evidence(
                id="x2",
                item_type="drugs",
                status="confirmed",
                recovered_place="a bin",
                recovered=Moment.on("2023-11-24", zone=ZONE),
            ),
            Evidence(id="x3", item_type="body_worn_video", recovered_by_id="p3"),
            Evidence(id="x4", item_type="cctv"),
        ],
        investigations=[
            Investigation(
                body_id="p3",
                footing="independent",
                status="closed",
                opened=Moment.on("2023-11-24", zone=ZONE),
                closed=Moment.on("2024-03-01", zone=ZONE),
                matter="use of force",
            )
        ],
        sources=[
            Source(
                id="s1",
                title="Statement",
                publisher="Harbour Police",
                published=Moment.on("2023-11-24", zone=ZONE),
                url="https://example.org/a",
            ),
            Source(id="s2"),
        ],
        links=[
            Link(
                event_id="e3",
                relation="before",
                other_id="e4",
                greatest=timedelta(minutes=10),
            )
        ],
    )


def test_the_narrative_tells_what_happened() -> None:
    assert (
        serialise(full(), NarrativeSerialiser(clock="12h")).text
        == """\
Shots in Mill Lane

Harbour Police, Friday 24 November 2023

Police confirmed that shots were fired by armed officers in an incident involving a \
man outside the flat on Thursday 23 November 2023.

At 7.59pm on Thursday 23 November 2023, Jane Roe, 34, called the police, the call \
handler said. By 8.10pm, armed officers arrived at Mill Lane, also involving a \
dispatcher and Sam Poe (lawyer). This lasted until about 9.10pm. Police confirmed \
that shots were fired by armed officers in an incident involving the first man outside \
the flat shortly before 9pm on Thursday 23 November 2023. Immediately after that, \
armed officers gave first aid.

What appears to be a firearm and drugs, confirmed as such, were recovered. The van was \
towed.

Between 12am and 12.59am on Friday 24 November 2023, a second man, who is aged 18 or \
over, and the first man, who is believed to be aged 40, were injured.

On Friday 24 November 2023, the IOPC began an independent investigation.

Notes to editors

All times are local (Europe/London).

Other items: drugs, confirmed as such (recovered on Friday 24 November 2023, at a \
bin); body worn video (recovered by the IOPC); cctv.

Investigations: an independent investigation by the IOPC, closed, opened on Friday \
24 November 2023, closed on Friday 1 March 2024, into use of force.

Others concerned: children.

Jurisdiction: GB-EAW.

Sources: “Statement”, Harbour Police, Friday 24 November 2023, https://example.org/a; \
a source without a title.
"""
    )


@given(incidents())
def test_the_narrative_admits_its_losses(incident: Incident) -> None:
    written = serialise(incident, "narrative")
    assert list(written.losses) == sorted(set(written.losses))
    assert written.text.endswith("\n")
    assert serialise(incident, "narrative") == written


@FEW
@given(incidents(), st.sampled_from(["24h", "12h"]))
def test_any_incident_is_told_one_paragraph_a_line(
    incident: Incident, clock: str
) -> None:
    serialiser = NarrativeSerialiser(clock="12h" if clock == "12h" else "24h")
    paragraphs = serialiser.serialise(incident).text.split("\n\n")
    for paragraph in paragraphs:
        assert len(paragraph.rstrip("\n").splitlines()) == 1
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", paragraph)


def test_each_loss_is_told_where_there_is_one() -> None:
    moment = evolve(WHEN, text="at 8.47pm", assumed=("year",))
    quoted = Citation(source_id="s1", quote="a", start=0, end=1)
    other = Citation(source_id="s1", attributed_to="a man")
    incident = Incident(
        events=[
            Event(
                kind="call",
                start=moment,
                summary="a call",
                citations=(quoted, other),
                part_of_id="e2",
            ),
            Event(id="e2", kind="shots", start=Moment.at("2023-11-23T20:47Z")),
        ],
        evidence=[
            Evidence(item_type="knife", custody=[CustodyStep()], citations=(quoted,))
        ],
        sources=[Source(id="s1", text="a", unknown=(("b", "1"),))],
        links=[
            Link(
                event_id="e2",
                relation="after",
                other_id="e1",
                least=timedelta(minutes=1),
                citations=(quoted,),
            )
        ],
    )
    assert serialise(incident, "narrative").losses == (
        "fields that this version does not know",
        "how some times are stated, and in which zone: words allow more",
        "in which words times are told by their sources, and what was assumed",
        "stated order that no words between two neighbours tell",
        "summaries of events whose kind says what happened",
        "the custody of evidence",
        "the ids of records, and the kinds of parties and items",
        "the quotes of sources",
        "the texts of sources and their digests",
        "where in their sources the quotes stand",
        "which events are parts of others",
        "who else tells of an event, and how firmly",
        "who says so of parties, items, investigations and stated order",
    )


# Kinds

_ROLES = {
    "police": Role.OTHER_OFFICER,
    "person": Role.AFFECTED_PERSON,
    "injured": Role.INJURED_PERSON,
    "caller": Role.CALLER,
    "public": Role.WITNESS,
    "family": Role.FAMILY,
    "medical": Role.MEDICAL,
    "body": Role.OVERSIGHT_BODY,
    "court": Role.COURT,
    "other": Role.OTHER,
}
_NAMES = {"body": "Police Ombudsman", "court": "Crown Court"}
_NOUNS = {
    "police": "officers",
    "person": "man",
    "injured": "woman",
    "caller": "neighbour",
    "public": "bystander",
    "family": "family",
    "medical": "paramedics",
    "other": "passer-by",
}
# Kinds that the reader has under a wider one.
_READ_AS = {EventKind.DEATH: EventKind.DEATH_PRONOUNCEMENT}


def needs(template: str) -> list[str]:
    found = re.findall(r"\{(\w+?)(?:_was)?\}", template)
    return [need for need in dict.fromkeys(found) if need in _ROLES]


CASES = [
    (kind, tuple(needs(template)))
    for kind in EventKind
    for template in (*TEMPLATES.get(kind, ()), "")
]


def party(group: str) -> Party:
    if group in _NAMES:
        return Party(id=group, kind="organisation", name=_NAMES[group])
    return Party(id=group, description=_NOUNS[group])


@pytest.mark.parametrize("kind", [k for k in EventKind if k is not EventKind.OTHER])
def test_every_kind_has_a_template(kind: EventKind) -> None:
    assert TEMPLATES[kind]


@pytest.mark.parametrize("force", ["stated", "confirmed"])
@pytest.mark.parametrize(("kind", "groups"), CASES)
def test_every_kind_is_read_back_whoever_acts(
    kind: EventKind, groups: tuple[str, ...], force: str
) -> None:
    event = Event(
        kind=kind,
        start=WHEN,
        summary="a file was sent to the prosecutor" if kind == "other" else "",
        participants=[Participant(party_id=g, role=_ROLES[g]) for g in groups],
        citations=cited(force, "police" if force == "confirmed" else ""),
    )
    incident = Incident(
        title="Mill Lane", events=[event], parties=map(party, groups), sources=[SOURCE]
    )
    text = serialise(incident, "narrative").text
    document = Document(text, zone=ZONE, published="2023-11-24")
    read = PRESS_RELEASE.parse(document).incidents[0]
    expected = (_READ_AS.get(kind, kind), WHEN.stated, force)
    assert [(e.kind, e.start.stated, e.citations[0].force) for e in read.events] == [
        expected
    ], text


def test_every_role_of_a_template_is_of_a_group_that_templates_name() -> None:
    named = {
        need for choices in TEMPLATES.values() for t in choices for need in needs(t)
    }
    assert set(GROUPS.values()) == named == set(_ROLES)


@pytest.mark.parametrize(
    ("event", "sentence"),
    [
        (Event(kind="drone_launch"), "An event recorded as drone launch took place."),
        (Event(kind="other", summary="Two men left!"), "Two men left."),
        (
            Event(kind="other", summary="Two men left", citations=cited("alleged")),
            "It is alleged that two men left.",
        ),
        (
            Event(
                kind="other", summary="Roe left", citations=cited("believed", "PSNI")
            ),
            "The PSNI believed that Roe left.",
        ),
        (
            Event(
                kind="shots", place="near the quay", citations=cited("x-new", "a man")
            ),
            "Shots were fired near the quay, a man said.",
        ),
        (Event(kind="call", place="Mill Lane"), "Police were called at Mill Lane."),
        (Event(kind="evidence_recovery"), "An item was recovered."),
        (Event(kind="arrest"), "A person was arrested."),
    ],
)
def test_an_event_is_a_sentence(event: Event, sentence: str) -> None:
    assert one(event) == sentence


@pytest.mark.parametrize(
    ("force", "claim"),
    [
        ("confirmed", "It has been confirmed that"),
        ("believed", "It is believed that"),
        ("apparent", "It appears that"),
        ("alleged", "It is alleged that"),
        ("disputed", "It is disputed that"),
        ("denied", "It is denied that"),
        ("unknown", "It is reported that"),
    ],
)
def test_what_is_not_plainly_stated_is_never_told_as_if_it_were(
    force: str, claim: str
) -> None:
    event = Event(kind="shots", start=WHEN, citations=cited(force))
    assert one(event) == (
        f"{claim} shots were fired at 20:47 on Thursday 23 November 2023."
    )


def test_a_doubtful_event_is_no_lead() -> None:
    events = [
        Event(kind="shots", citations=cited("alleged")),
        Event(kind="scene_control"),
    ]
    paragraphs = told(Incident(events=events, sources=[SOURCE]))
    assert (
        paragraphs[0] == "It is alleged that shots were fired. The area was closed off."
    )


def test_a_lead_gives_no_day_where_the_time_is_open() -> None:
    events = [Event(kind="call", start=WHEN), Event(kind="shots", start=since("20:50"))]
    assert told(Incident(events=events))[0] == "Shots were fired."


def since(clock: str) -> Moment:
    return Moment.since(f"2023-11-23T{clock}", zone=ZONE)


@pytest.mark.parametrize(
    ("start", "lead"),
    [
        (Moment.on("2023-11-23", part="evening", zone=ZONE), "on the evening of"),
        (Moment.about("2023-11-23T23:59", zone=ZONE), "Shots were fired."),
        (Moment.at("2023-11-23T23:59", zone=ZONE), "on Thursday 23 November 2023."),
    ],
)
def test_a_lead_tells_the_day(start: Moment, lead: str) -> None:
    events = [Event(kind="call"), Event(kind="shots", start=start)]
    assert lead in told(Incident(events=events))[0]


# Order


@pytest.mark.parametrize(
    ("relation", "greatest", "words"),
    [
        ("after", None, "After that, shots"),
        ("after", 10, "Immediately after that, shots"),
        ("after", 15, "Shortly after that, shots"),
        ("after", 99, "Shots"),
        ("during", None, "While this went on, shots"),
        ("equals", None, "At the same time, shots"),
        ("met_by", None, "As soon as this ended, shots"),
        ("overlapped_by", None, "Shots"),
    ],
)
def test_a_stated_relation_is_told_between_neighbours(
    relation: str, greatest: int | None, words: str
) -> None:
    gap = None if greatest is None else timedelta(minutes=greatest)
    link = Link(
        event_id="e2", relation=AllenRelation(relation), other_id="e1", greatest=gap
    )
    events = [Event(id="e1", kind="pursuit"), Event(id="e2", kind="shots")]
    incident = Incident(events=events, links=[link])
    written = serialise(incident, "narrative")
    body = written.text.rstrip().split("\n\n")[-1]
    assert body == f"Police began a pursuit. {words} were fired."
    assert any("stated order" in loss for loss in written.losses) == (words == "Shots")


def test_a_contradicted_account_is_told_as_recorded_and_says_so() -> None:
    events = [Event(id="e1", kind="shots"), Event(id="e2", kind="call")]
    links = [
        Link(event_id="e1", relation="after", other_id="e2"),
        Link(event_id="e1", relation="before", other_id="e2"),
    ]
    paragraphs = told(Incident(events=events, links=links))
    assert paragraphs[0].endswith("contradicts itself: events follow as recorded.")
    assert paragraphs[1].startswith("Shots were fired.")


def test_a_long_day_is_told_in_short_paragraphs() -> None:
    events = [Event(kind="scene_control") for _ in range(6)]
    lengths = [len(re.findall(r"\.", one)) for one in told(Incident(events=events))]
    assert lengths == [5, 1]


# Times


@pytest.mark.parametrize(
    ("stated", "qualifier", "part", "words"),
    [
        ("2023", "exact", None, "in 2023"),
        ("2023", "about", None, "around 2023"),
        ("2023-11", "before", None, "before November 2023"),
        ("2023-11-23", "exact", None, f"on {DAY}"),
        ("2023-11-23", "about", None, f"on or about {DAY}"),
        ("2023-11-23", "shortly_after", None, f"shortly after {DAY}"),
        ("2023-11-23", "exact", "evening", f"on the evening of {DAY}"),
        ("2023-11-23", "exact", "overnight", f"overnight on {DAY}"),
        (
            "2023-11-23",
            "before",
            "overnight",
            f"by 17:59 on {DAY}",
        ),
        ("2023-11-23T20:47:05", "exact", None, f"at 20:47:05 on {DAY}"),
        ("2023-11-23T20", "exact", None, f"between 20:00 and 20:59 on {DAY}"),
        ("2023-11-23T20", "since", None, f"from 20:00 on {DAY}"),
        (
            "2023-11-23T20:30/2023-11-23T21:00",
            "exact",
            None,
            f"between 20:30 and 21:00 on {DAY}",
        ),
        (
            "2023-11-23T20:30/2023-11-23T21:00",
            "about",
            None,
            f"between about 20:30 and about 21:00 on {DAY}",
        ),
        (
            "2023-11-23T23:30/2023-11-24T00:10",
            "exact",
            None,
            f"between 23:30 on {DAY} and 00:10 on {NEXT}",
        ),
        (
            "2023-11-23T20:30/..",
            "exact",
            None,
            f"from 20:30 on {DAY}",
        ),
        ("../2023-11-23T20:30", "exact", None, f"by 20:30 on {DAY}"),
        ("2023-11-23/2023-11-24", "exact", None, f"between {DAY} and {NEXT}"),
        ("2023-11-23/2023-11-24", "by", None, f"by 23:59 on {NEXT}"),
        (
            "2023-11-23T20/2023-11-23T21",
            "exact",
            None,
            f"between 20:00 and 21:59 on {DAY}",
        ),
    ],
)
def test_a_time_is_told_as_it_is_stated(
    stated: str, qualifier: str, part: str | None, words: str
) -> None:
    times = Times(ZONE, "24h")
    moment = Moment.from_stated(stated, zone=ZONE, qualifier=qualifier, part=part)
    assert times.tell(moment) == words
    assert not times.is_blurred


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (Moment.at("2023-11-23T20:47:30.5", zone=ZONE), "at 20:47:30"),
        (Moment.at("2023-11-23T15:47", zone="America/New_York"), "at 20:47"),
        (
            Moment.on("2023-11-23", zone="America/New_York"),
            "between 05:00 on Thursday 23 November 2023 and 04:59",
        ),
        (Moment.on("2023-11-23", zone="UTC"), "on Thursday 23 November 2023"),
        (
            Moment.between("2023-11-23", "2023-11-24", zone="UTC"),
            "between Thursday 23 November 2023 and Friday 24",
        ),
        (Moment.at("2023-10-29T01:30", zone=ZONE, fold=1), "at 01:30"),
        (evolve(WHEN, stated="2023-13-45"), "at 20:47"),
    ],
)
def test_what_words_cannot_tell_of_a_time_is_told_as_a_loss(
    moment: Moment, words: str
) -> None:
    times = Times(ZONE, "24h")
    assert times.tell(moment).startswith(words)
    assert times.is_blurred


def test_an_unknown_time_has_no_words() -> None:
    times = Times(None, "24h")
    assert times.tell(Moment.unknown("later")) == times.tell(WHEN) == ""


def test_a_day_is_told_again_only_where_it_has_to_be() -> None:
    times = Times(ZONE, "12h")
    clocks = ("T00:00", "T12:00", "T12:00:05", "T11:00")
    said = [times.tell(Moment.at(f"2023-11-23{c}", zone=ZONE)) for c in clocks]
    day = " on Thursday 23 November 2023"
    assert said == [f"at 12am{day}", "at noon", "at 12:00:05pm", f"at 11am{day}"]


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("at 21:10", "until 21:10"),
        ("until 21:10", "until 21:10"),
        ("by 21:10", "until no later than 21:10"),
        ("between 21:10 and 21:20", "until some time between 21:10 and 21:20"),
        ("on Friday", "until Friday"),
    ],
)
def test_an_end_is_told_from_the_words_of_a_start(start: str, end: str) -> None:
    assert until(start) == end


@given(st.one_of(moments(zones=[ZONE]), awkward_moments()))
def test_every_known_moment_has_words(moment: Moment) -> None:
    times = Times(moment.zone, "24h")
    assert bool(times.tell(moment)) != moment.is_unknown


@pytest.mark.parametrize("qualifier", [q for q in Qualifier if q != Qualifier.UNKNOWN])
@pytest.mark.parametrize("part", [None, *PartOfDay])
def test_a_day_bent_in_any_way_is_read_back(
    qualifier: Qualifier, part: PartOfDay | None
) -> None:
    moment = Moment.from_stated("2023-11-23", zone=ZONE, qualifier=qualifier, part=part)
    words = Times(ZONE, "24h").tell(moment)
    found = find_times(f"Officers came {words}.", zone=ZONE, published="2023-11-30")
    assert len(found) == 1
    assert found[0].moment is not None
    assert bounds(found[0].moment) == bounds(moment)


def bounds(moment: Moment) -> tuple[datetime | None, datetime | None]:
    return moment.earliest_utc, moment.latest_utc


# People, items, inquiries


def people(*parties: Party) -> str:
    participants = [Participant(party_id=p.id) for p in parties]
    return one(Event(kind="injury", participants=participants), *parties)


@pytest.mark.parametrize(
    ("party", "words"),
    [
        (Party(id="p1"), "A person was"),
        (Party(id="p1", kind="group"), "A person was"),
        (Party(id="p1", description="The men"), "Men were"),
        (
            Party(id="p1", description="an officer of the watch"),
            "An officer of the watch was",
        ),
        (Party(id="p1", description="Officer A"), "Officer A was"),
        (Party(id="p1", name="Ministry of Justice"), "The Ministry of Justice was"),
        (
            Party(
                id="p1", description="34-year-old man", age=Age(least=34, greatest=34)
            ),
            "A 34-year-old man was",
        ),
        (
            Party(id="p1", description="man", age=Age(least=18, greatest=18)),
            "An 18-year-old man was",
        ),
        (Party(id="p1", description="man", age=Age()), "A man was"),
        (
            Party(id="p1", description="man", age=Age(greatest=20)),
            "A man, who is aged 20 or under, was",
        ),
        (
            Party(id="p1", description="man", age=Age(least=30, greatest=39)),
            "A man, who is aged between 30 and 39, was",
        ),
        (
            Party(id="p1", description="boys", age=Age(least=14, greatest=14)),
            "Boys, who are aged 14, were",
        ),
        (
            Party(
                id="p1",
                name="Jo",
                age=Age(least=3, greatest=4, citations=cited("denied")),
            ),
            "Jo, who is said not to be aged between 3 and 4, was",
        ),
    ],
)
def test_a_party_is_named_in_its_own_words(party: Party, words: str) -> None:
    assert people(party).startswith(f"{words} injured")


def test_parties_without_words_are_named_by_their_part() -> None:
    roles = [Role.PRINCIPAL_OFFICER, Role.OTHER_OFFICER]
    parties = [Party(id="p1"), Party(id="p2", kind="group")]
    participants = [
        Participant(party_id=p.id, role=role)
        for p, role in zip(parties, roles, strict=True)
    ]
    event = Event(kind="arrival", participants=participants)
    assert one(event, *parties) == "An officer and police arrived at the scene."


def test_people_of_one_noun_are_told_apart() -> None:
    men = [Party(id=f"p{n}", description="man") for n in range(1, 13)]
    aged = evolve(men[1], age=Age(least=34, greatest=34))
    sentence = people(men[0], aged, *men[2:])
    assert sentence.startswith("A man, a second 34-year-old man, a third man")
    assert sentence.endswith("a tenth man, an 11th man and a 12th man were injured.")


def test_an_age_is_never_told_more_firmly_than_it_is_said() -> None:
    man = Party(id="p1", description="man", age=Age(least=34, greatest=34))
    who = [Participant(party_id="p1")]
    firm = cited("confirmed", "Police")
    events = [
        Event(kind="injury", participants=who, citations=firm),
        Event(kind="arrest", participants=who),
    ]
    paragraphs = told(Incident(events=events, parties=[man], sources=[SOURCE]))
    assert paragraphs[0] == "Police confirmed that a man was injured."
    assert paragraphs[1].endswith("The man, who is aged 34, was arrested.")
    sure = evolve(man, age=Age(least=34, greatest=34, citations=firm))
    assert (
        one(events[0], sure) == "Police confirmed that a 34-year-old man was injured."
    )
    only = told(Incident(events=events[:1], parties=[man], sources=[SOURCE]))
    assert "Others concerned: the man, who is aged 34." in only


@pytest.mark.parametrize(
    ("party", "words"),
    [
        (Party(id="p1", name="Jo Roe"), "Jo Roe, aged 34, was arrested."),
        (Party(id="p1", description="man"), "The man, who is aged 34, was arrested."),
    ],
)
def test_an_age_that_waited_is_told_later(party: Party, words: str) -> None:
    aged = evolve(party, age=Age(least=34, greatest=34))
    who = [Participant(party_id="p1")]
    events = [
        Event(kind="injury", participants=who, citations=cited("alleged")),
        Event(kind="custody", participants=who, citations=cited("alleged")),
        Event(kind="arrest", participants=who, citations=cited("x-own")),
    ]
    kept = [evolve(one, id=f"e{n}") for n, one in enumerate(events)]
    incident = Incident(events=kept, parties=[aged], sources=[SOURCE])
    assert words in serialise(incident, "narrative").text


@pytest.mark.parametrize(
    ("speaker", "words"),
    [
        ("Police", "police said"),
        ("IOPC", "the IOPC said"),
        ("chief constable", "the chief constable said"),
        ("The force", "the force said"),
        ("Jane Roe", "Jane Roe said"),
        ("Reuters", "reuters said"),
        ("Smith", "Smith said"),
    ],
)
def test_who_says_so_is_named(speaker: str, words: str) -> None:
    event = Event(kind="shots", citations=cited("stated", speaker))
    assert one(event).casefold() == f"shots were fired, {words}.".casefold()


def items(*evidence: Evidence) -> str:
    return recovered(evidence)


def recovered(evidence: Iterable[Evidence]) -> str:
    event = Event(id="e1", kind="evidence_recovery")
    linked = [evolve(item, event_id="e1") for item in evidence]
    return told(Incident(events=[event], evidence=linked))[0]


@pytest.mark.parametrize(
    ("item", "words"),
    [
        (Evidence(item_type="knife"), "A knife was"),
        (Evidence(item_type="firearm", description="handgun"), "A handgun was"),
        (Evidence(item_type="knife", description="two knives"), "Two knives were"),
        (Evidence(item_type="firearm", description="the gun"), "The gun was"),
        (Evidence(item_type="firearm", description="glass"), "A glass was"),
        (Evidence(item_type="ammunition"), "Ammunition was"),
        (Evidence(item_type="drugs"), "Drugs were"),
        (
            Evidence(item_type="drugs", status="apparent"),
            "What appears to be drugs was",
        ),
        (
            Evidence(item_type="firearm", status="ruled_out"),
            "An item, established not to be a firearm, was",
        ),
        (Evidence(item_type="x-mine:rope", status="x-mine:odd"), "A x-mine:rope was"),
    ],
)
def test_an_item_is_told_with_how_sure_anyone_is_of_it(
    item: Evidence, words: str
) -> None:
    assert items(item) == f"{words} recovered."


def test_items_are_listed() -> None:
    knife = Evidence(item_type="knife")
    assert items(knife, knife) == "A knife and a knife were recovered."


@pytest.mark.parametrize(
    ("footing", "words"),
    [
        (Footing.PUBLIC_INQUIRY, "A public inquiry"),
        (Footing.INDEPENDENT, "An independent investigation"),
        (Footing.OTHER, "An investigation"),
        ("x-mine:odd", "A x-mine:odd investigation"),
    ],
)
def test_an_inquiry_is_told_by_its_footing(footing: str, words: str) -> None:
    event = Event(kind="investigation_start", start=WHEN)
    case = Investigation(footing=footing, opened=WHEN)
    incident = Incident(events=[event], investigations=[case])
    assert f"{words[0].lower()}{words[1:]} was opened." in told(incident)[0]


def test_an_inquiry_of_nobody_knows_what_is_told_without_footing() -> None:
    assert one(Event(kind="investigation_start")) == "An investigation was opened."


@pytest.mark.parametrize(
    ("kind", "summary", "role", "expected"),
    [
        ("attack", "", "injured_person", "A man was threatened or attacked."),
        (
            "charge",
            "he got a notice",
            "other_officer",
            "A man was served with a notice.",
        ),
        ("other", "he was dismissed", "affected_person", "An event recorded as other"),
        ("other", "PC Roe was dismissed", "other_officer", "PC Roe was dismissed"),
    ],
)
def test_no_one_is_told_to_have_done_or_been_more_than_the_record_says(
    kind: str, summary: str, role: str, expected: str
) -> None:
    draft = Draft(title="Mill Lane", zone="Europe/London")
    draft.event(kind, summary=summary, who=[(draft.party("a man"), role)])
    assert expected in NARRATIVE.serialise(draft.incident()).text


@pytest.mark.parametrize(
    ("kind", "summary", "loss"),
    [
        ("death_pronouncement", "he died", "that a source says 'died'"),
        ("other", "he was dismissed", "what happened, where only a quote"),
    ],
)
def test_what_a_quote_says_otherwise_is_a_listed_loss(
    kind: str, summary: str, loss: str
) -> None:
    draft = Draft(title="Mill Lane", zone="Europe/London")
    draft.event(kind, summary=summary)
    found = NARRATIVE.serialise(draft.incident()).losses
    assert any(one.startswith(loss) for one in found)
