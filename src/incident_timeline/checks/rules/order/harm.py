"""Rules on an end before its start, and on harm: TL101, TL103, TL104 and TL114."""

from __future__ import annotations

import re
from collections.abc import Iterator

from incident_timeline.checks.case import Case, Hit
from incident_timeline.checks.claims import is_told, weigh
from incident_timeline.checks.rule import rule
from incident_timeline.checks.rules.order.sequence import (
    compare,
    out_of_order,
    rows_of,
    source_of,
)
from incident_timeline.checks.verdicts import before, gap_text, gravity, texts
from incident_timeline.model import Draft, Event, Incident, Severity, Verdict
from incident_timeline.vocabulary import EventKind

__all__ = [
    "death_before_harm",
    "event_ends_before_start",
    "first_aid_before_harm",
    "injury_before_cause",
]

_DEATH = rows_of("TL103")
_AID = rows_of("TL104")
_INJURY = rows_of("TL114")
_OWN_DOING = re.compile(r"\bself[- ](?:inflicted|harm)", re.IGNORECASE)


def _reversed_pursuit() -> Incident:
    draft = Draft(zone="Europe/London")
    draft.event("pursuit", "2023-11-23T21:10", end="2023-11-23T20:55")
    return draft.incident()


@rule(
    "TL101",
    name="event-ends-before-start",
    severity=Severity.CONTRADICTION,
    since="0.1.0",
    source="A law of the world. STIX 2: last_observed is not before first_observed.",
    witness=_reversed_pursuit,
)
def event_ends_before_start(case: Case) -> Iterator[Hit]:
    """An event that ends before it starts.

    ## What it does

    Compares the end of each event with its start. Certain where the latest reading of
    the end lies before the earliest reading of the start; possible where some reading
    does. Where the bounds that decide it rest on a vague word, such as "about", the
    finding is implausible instead of a contradiction.

    ## Why it matters

    No duration or order computed from such an event means anything. The usual causes
    are a night shift written without its second date, two zones in one record, and two
    columns that were swapped.

    ## What it leaves alone

    Events without an end, ends or starts whose bound is open on the side that would
    decide, and events that their sources only deny.

    ## Mend

    Correct the earlier of the two, often by giving the end the date of the day after.

    ## Example

    > Officers pursued the car from 21:10 until 20:55.
    """
    for event in case.incident.events:
        if event.end is None or not (verdict := before(event.end, event.start)):
            continue
        if not is_told(event):
            continue
        end, start = texts(event.end, event.start)
        gap = gap_text(event.end, event.start)
        verb = "ends" if verdict is Verdict.CERTAIN else "may end"
        yield case.hit(
            event,
            "end",
            f"{verb} ({end}) {gap}before it starts ({start})",
            verdict=verdict,
            severity=weigh(gravity(event.end, event.start), [event]),
            mend="move the end or the start, or give the end the date that it fell on",
        )


def _dead_before_shots() -> Incident:
    draft = Draft(zone="Europe/London")
    man = draft.party("a man")
    who = [(man, "affected_person")]
    draft.event("shots", "2023-11-23T22:00", who=who)
    draft.event("death_pronouncement", "2023-11-23T21:30", who=who)
    return draft.incident()


@rule(
    "TL103",
    name="death-before-harm",
    severity=Severity.CONTRADICTION,
    since="0.1.0",
    source=source_of(_DEATH),
    witness=_dead_before_shots,
)
def death_before_harm(case: Case) -> Iterator[Hit]:
    """A death before the shots, or all else that could have caused it.

    ## What it does

    Compares each death, and each pronouncement of one, with every event that could have
    caused it: shots, less-lethal weapons, restraint, attacks, collisions and injuries
    that affect the same party, or whose affected party isn't told. Certain where the
    death precedes them all. Implausible instead of a contradiction where one of them
    affects the same party only by being the one that is told, or where a vague word
    decides.

    ## Why it matters

    A death before its cause mostly means that one of two clocks is read wrong:
    the half of the day, the date after midnight, or the year.

    ## What it leaves alone

    Deaths with another event of harm before them, and harm done to others only. A
    contradiction that takes more than the two stated times, such as a stated order
    ("an hour after the shots"), is told by TL102; what this rule reports TL102 doesn't.

    ## Mend

    Correct the time of the death or that of the harm, or add the event that did cause
    it.

    ## Example

    > Shots were fired at a man at 22:00. He was pronounced dead at 21:30.
    """
    yield from out_of_order(case, _DEATH)


def _aid_before_shots() -> Incident:
    draft = Draft(zone="Europe/London")
    man = draft.party("a man")
    who = [(man, "affected_person")]
    draft.event("first_aid", "2023-11-23T20:40", who=who)
    draft.event("shots", "2023-11-23T21:00", who=who)
    return draft.incident()


@rule(
    "TL104",
    name="first-aid-before-harm",
    severity=Severity.IMPLAUSIBLE,
    since="0.1.0",
    source=source_of(_AID),
    witness=_aid_before_shots,
)
def first_aid_before_harm(case: Case) -> Iterator[Hit]:
    """First aid given before the injury, or all else that could have called for it.

    ## What it does

    Compares each event of first aid with every event that could have called for it:
    shots, less-lethal weapons, restraint, attacks, collisions and injuries that affect
    the same party, or whose affected party isn't told. Certain where the first aid
    precedes them all. Never graver than implausible: first aid may have been given for
    an illness that the account doesn't tell of.

    ## Why it matters

    How soon aid was given is among the first questions of every inquiry into force. An
    order turned round hides the delay.

    ## What it leaves alone

    First aid with another event of harm before it, harm done to others only, and
    accounts that tell of no harm. A contradiction that takes more than the two stated
    times is told by TL102; what this rule reports TL102 doesn't.

    ## Mend

    Correct one of the two times, or add the event that the first aid was given for.

    ## Example

    > Officers gave a man first aid at 20:40. He had been shot at 21:00.
    """
    yield from out_of_order(case, _AID)


def _injured_before_shots() -> Incident:
    draft = Draft(zone="Europe/London")
    who = [(draft.party("a man"), "injured_person")]
    draft.event("injury", "2023-11-23T20:40", who=who)
    draft.event("shots", "2023-11-23T21:00", who=who)
    return draft.incident()


@rule(
    "TL114",
    name="injury-before-cause",
    severity=Severity.IMPLAUSIBLE,
    since="0.2.0",
    source=source_of(_INJURY),
    witness=_injured_before_shots,
)
def injury_before_cause(case: Case) -> Iterator[Hit]:
    """An injury that comes before all that could have caused it.

    ## What it does

    Compares each injury with every event told that could have caused it: shots,
    less-lethal weapons, restraint, attacks and collisions that affect the same party,
    or whose affected party isn't told. Certain where the injury precedes them all.
    Never graver than implausible: its cause may be none of those told.

    ## Why it matters

    Whether a person was hurt before or after police used force decides what the
    scrutiny is about.

    ## What it leaves alone

    Injuries with a possible cause before them, what is done to others only, and
    accounts that tell of no cause. Injuries whose words call them self-inflicted; those
    of more than a day before, or of people who have another one after the cause.

    ## Mend

    Correct one of the two times, or add the event that did cause the injury.

    ## Example

    > A man was injured at 20:40. Shots were fired at him at 21:00.
    """
    events = case.incident.events_of_kind
    hurt = [one for one in events(EventKind.INJURY) if not _is_own_doing(one)]
    for axiom in _INJURY if hurt else ():
        causes = [one for kind in axiom.earlier for one in events(kind)]
        yield from compare(case, axiom, hurt, causes)


def _is_own_doing(event: Event) -> bool:
    words = (event.summary, *(one.quote for one in event.citations))
    return any(map(_OWN_DOING.search, words))
