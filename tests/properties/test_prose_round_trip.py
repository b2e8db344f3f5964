"""What is written in prose is read back: phrases, accounts and narratives.

A narrative carries, of the incidents drawn below, the kinds of the events in their
order, the bounds of their times, who says so and how firmly, the order stated between
neighbours, who acts and whom it concerns, the person's age, items with their status,
and the inquiry with its footing. All of that is recovered, and the narrative of what
was read is the same text again.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from attrs import evolve, frozen
from hypothesis import given, settings
from hypothesis import strategies as st

from incident_timeline.model import (
    Age,
    Citation,
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
from incident_timeline.serialisers.narrative import NarrativeSerialiser
from incident_timeline.strategies import Account, TimePhrase, accounts, time_phrases
from incident_timeline.strategies._picker import SEEDS, Picker
from incident_timeline.text.times import find_times
from incident_timeline.timeline import solve
from incident_timeline.vocabulary import EventKind

# Reading prose takes milliseconds, so that a hundred looks at each law are enough.
LOOKED_AT = settings(max_examples=100, deadline=None)
ZONE = "Europe/London"
PUBLISHED = "2023-11-30"
TITLE, PUBLISHER = "Mill Lane", "Harbour Police Service"


@LOOKED_AT
@given(time_phrases())
def test_every_time_phrase_is_found_with_its_truth(phrase: TimePhrase) -> None:
    found = find_times(phrase.text, published=phrase.published, zone=phrase.zone)
    last = found[-1]
    assert (last.start, last.end) == (phrase.start, phrase.end)
    assert last.moment is not None
    assert stated(last.moment) == stated(phrase.moment)


@LOOKED_AT
@given(accounts())
def test_every_account_is_read_as_what_it_tells(account: Account) -> None:
    incident = PRESS_RELEASE.parse(account.document).incidents[0]
    assert [(one.kind, stated(one.start)) for one in incident.events] == [
        (one.kind, stated(one.moment)) for one in account.events
    ]
    for event, told in zip(incident.events, account.events, strict=True):
        start = event.citations[0].start
        assert start is not None
        assert told.start <= start < told.end


def stated(moment: Moment) -> tuple[str, Qualifier, PartOfDay | None]:
    return moment.stated, moment.qualifier, moment.part


# Narratives

MAN = ("man", "affected_person")
POLICE = ("police", "other_officer")
SHOOTERS = ("police", "principal_officer")
MEDICS = ("paramedics", "medical")
BODY = ("ombudsman", "oversight_body")
CALLER = ("neighbour", "caller")
PARTIES = {
    "police": Party(id="police", kind="group", description="police"),
    "paramedics": Party(id="paramedics", kind="group", description="paramedics"),
    "ombudsman": Party(id="ombudsman", kind="organisation", name="Police Ombudsman"),
    "neighbour": Party(id="neighbour", kind="group", description="neighbour"),
}
# Who takes part in an event of each kind, of those that its sentence tells apart; the
# kinds in the order of a response.
ACTORS: dict[str, tuple[tuple[tuple[str, str], ...], ...]] = {
    EventKind.CALL: ((CALLER,), (POLICE,)),
    EventKind.DEPLOYMENT: ((POLICE,),),
    EventKind.ARRIVAL: ((POLICE,),),
    EventKind.CONTACT: ((POLICE, MAN),),
    EventKind.ENGAGEMENT: ((POLICE, MAN), (POLICE,)),
    EventKind.PURSUIT: ((POLICE, MAN),),
    EventKind.MOVEMENT: ((MAN,),),
    EventKind.ATTACK: ((MAN, POLICE),),
    EventKind.LESS_LETHAL: ((POLICE,),),
    EventKind.RESTRAINT: ((MAN, POLICE),),
    EventKind.SHOTS: ((SHOOTERS,), ()),
    EventKind.COLLISION: ((MAN,),),
    EventKind.INJURY: ((MAN,),),
    EventKind.FIRST_AID: ((POLICE,), ()),
    EventKind.MEDICAL_ATTENDANCE: ((MEDICS,), (MEDICS, MAN)),
    EventKind.CONVEYANCE: ((MAN, MEDICS),),
    EventKind.DEATH_PRONOUNCEMENT: ((MAN,),),
    EventKind.ARREST: ((MAN, POLICE),),
    EventKind.CUSTODY: ((MAN, POLICE),),
    EventKind.EVIDENCE_RECOVERY: ((POLICE,), ()),
    EventKind.SCENE_CONTROL: ((POLICE,),),
    EventKind.FAMILY_INFORMED: ((),),
    EventKind.IDENTIFICATION: ((MAN,),),
    EventKind.POST_MORTEM: ((),),
    EventKind.REFERRAL: ((POLICE,),),
    EventKind.INVESTIGATION_START: ((BODY,),),
    EventKind.INVESTIGATOR_DEPLOYMENT: ((BODY,),),
    EventKind.INTERVIEW: ((BODY,),),
    EventKind.CHARGE: ((MAN,),),
    EventKind.HEARING: ((),),
    EventKind.FINDING: ((BODY,),),
    EventKind.PUBLIC_STATEMENT: ((POLICE,), (BODY,)),
}
KINDS = tuple(ACTORS)
# After these follow acts of office, with which no "after that" goes on.
RESPONSE = frozenset(KINDS[: KINDS.index(EventKind.FAMILY_INFORMED)])
VOICES = (
    ("", "stated"),
    ("", "stated"),
    ("police", "stated"),
    ("police", "confirmed"),
    ("", "believed"),
    ("", "alleged"),
)
# Of those whom the police met, an attack names others too, in no part of their own.
UNTOLD = {(EventKind.ATTACK, "other_officer")}


@frozen
class Row:
    """What is drawn for one event."""

    kind: str
    seed: int


def when(pick: Picker, now: datetime) -> Moment:
    """A time at or about a clock time, in one of the ways that words have."""
    clock = now.isoformat(timespec="minutes")
    later = (now + timedelta(minutes=5)).isoformat(timespec="minutes")
    return pick.of(
        (
            Moment.at(clock, zone=ZONE),
            Moment.unknown(),
            Moment.about(clock, zone=ZONE),
            Moment.shortly_before(clock, zone=ZONE),
            Moment.shortly_after(clock, zone=ZONE),
            Moment.by(clock, zone=ZONE),
            Moment.after(clock, zone=ZONE),
            Moment.between(clock, later, zone=ZONE),
            Moment.on(clock[:10], zone=ZONE),
            Moment.on(clock[:10], part="evening", zone=ZONE),
        )
    )


def incident_of(rows: list[Row], seed: int) -> Incident:
    """An incident that begins with a call, from what is drawn for it."""
    pick = Picker(seed)
    now = datetime(2023, 11, 23, 16, 59)
    chosen = {KINDS[0]: Row(KINDS[0], 0), **{row.kind: row for row in rows}}
    events: list[Event] = []
    links: list[Link] = []
    for kind in (kind for kind in KINDS if kind in chosen):
        choices = Picker(chosen[kind].seed)
        now += timedelta(minutes=choices.of((1, 3, 20)))
        who = choices.of(ACTORS[kind])
        by, force = choices.of(VOICES if who and events else VOICES[:1])
        plain = kind in (EventKind.EVIDENCE_RECOVERY, EventKind.INVESTIGATION_START)
        voice = Citation(
            source_id="s1",
            attributed_to="" if plain else by,
            force="stated" if plain else force,
        )
        event = Event(
            id=f"e{len(events) + 1}",
            kind=kind,
            start=when(choices if events else Picker(0), now),
            participants=[Participant(party_id=p, role=role) for p, role in who],
            citations=[voice],
        )
        if events and kind in RESPONSE and choices.below(4) == 1:
            other = events[-1].id
            links.append(Link(event_id=event.id, relation="after", other_id=other))
        events.append(event)
    years = pick.of((34, 18, 61))
    age = Age(least=years, greatest=years) if is_plainly_told(events) else None
    parties = {**PARTIES, "man": Party(id="man", description="man", age=age)}
    used = {one.party_id for event in events for one in event.participants}
    return Incident(
        title=TITLE,
        events=events,
        links=links,
        parties=[parties[one] for one in sorted(used)],
        evidence=[
            Evidence(
                item_type=pick.of(("firearm", "knife")),
                status=pick.of(("stated", "apparent")),
                event_id=event.id,
            )
            for event in events
            if event.kind == EventKind.EVIDENCE_RECOVERY
        ],
        investigations=[
            Investigation(
                body_id="ombudsman",
                footing=pick.of(("independent", "criminal", "unknown")),
                status="open",
                opened=event.start,
            )
            for event in events
            if event.kind == EventKind.INVESTIGATION_START
        ],
        sources=[
            Source(
                id="s1",
                title=TITLE,
                publisher=PUBLISHER,
                published=Moment.on(PUBLISHED, zone=ZONE),
            )
        ],
    )


def is_plainly_told(events: Iterable[Event]) -> bool:
    """Whether every sentence that names the man is as firm as his age."""
    return all(
        event.citations[0].force == "stated"
        for event in events
        for one in event.participants
        if one.party_id == "man"
    )


def settled(incident: Incident) -> Incident:
    """The same, told in the order in which it is shown; nothing goes on from a lead."""
    for _ in range(3):
        events = told(incident)
        links = [one for one in incident.links if one.other_id != events[0].id]
        incident = evolve(incident, events=events, links=links)
    return incident


def told(incident: Incident) -> tuple[Event, ...]:
    timeline = solve(incident)
    return timeline.events if timeline.is_consistent else incident.events


ROWS = st.lists(st.builds(Row, st.sampled_from(KINDS), SEEDS), max_size=9)
TELLABLE = st.builds(incident_of, ROWS, SEEDS).map(settled)
SERIALISERS = st.sampled_from([NarrativeSerialiser(), NarrativeSerialiser(clock="12h")])


def read(text: str) -> Incident:
    document = Document(
        text, title=TITLE, publisher=PUBLISHER, published=PUBLISHED, zone=ZONE
    )
    return PRESS_RELEASE.parse(document).incidents[0]


@LOOKED_AT
@given(TELLABLE, SERIALISERS)
def test_a_narrative_is_read_back(
    incident: Incident, serialiser: NarrativeSerialiser
) -> None:
    text = serialiser.serialise(incident).text
    again = read(text)
    events = told(incident)
    assert [one.kind for one in again.events] == [one.kind for one in events], text
    for one, other in zip(again.events, events, strict=True):
        assert span(one) == span(other), text
        assert voice(one) == voice(other), text
        assert parts(again, one) >= parts(incident, other), text
    assert order(again.links, again.events) == order(incident.links, events), text
    assert list(map(item, again.evidence)) == list(map(item, incident.evidence))
    assert list(map(inquiry, again.investigations)) == list(
        map(inquiry, incident.investigations)
    )
    assert ages(again) == ages(incident), text


def span(event: Event) -> tuple[datetime | None, datetime | None]:
    return event.start.earliest_utc, event.start.latest_utc


def voice(event: Event) -> tuple[str, str]:
    first = event.citations[0]
    return first.attributed_to.lower(), first.force


def parts(incident: Incident, event: Event) -> set[tuple[str, str]]:
    names = {one.id: one.name or one.description for one in incident.parties}
    return {
        (names[one.party_id].lower().split()[-1], one.role)
        for one in event.participants
        if (event.kind, one.role) not in UNTOLD
    }


def order(links: Iterable[Link], events: Iterable[Event]) -> set[tuple[int, int]]:
    """The stated order of neighbours, by their places in the telling."""
    places = {event.id: place for place, event in enumerate(events)}
    pairs = {(places[one.event_id], places[one.other_id]) for one in links}
    return {(after, before) for after, before in pairs if after == before + 1}


def item(evidence: Evidence) -> tuple[str, str]:
    return evidence.item_type, evidence.status


def inquiry(case: Investigation) -> tuple[str, str]:
    return case.footing, case.status


def ages(incident: Incident) -> list[tuple[int | None, int | None]]:
    known = [one.age for one in incident.parties if one.age is not None]
    return [(age.least, age.greatest) for age in known]


def sentences_of(text: str) -> list[str]:
    """What a narrative says, in no order: an alleged event has no certain place."""
    return sorted(text.replace("\n", " ").split(". "))


@LOOKED_AT
@given(TELLABLE, SERIALISERS)
def test_the_narrative_of_what_was_read_says_the_same(
    incident: Incident, serialiser: NarrativeSerialiser
) -> None:
    text = serialiser.serialise(incident).text
    assert sentences_of(serialiser.serialise(read(text)).text) == sentences_of(text)
