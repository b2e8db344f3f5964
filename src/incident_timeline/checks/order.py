"""Rules on the order of two stated times: TL101, TL103 and TL104."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from incident_timeline.checks.case import Case, Hit
from incident_timeline.checks.rule import rule
from incident_timeline.checks.verdicts import (
    before,
    before_all,
    gap_text,
    gravity,
    texts,
)
from incident_timeline.model import Draft, Event, Incident, Severity, Verdict
from incident_timeline.timeline import AXIOMS, Axiom, affected

__all__ = ["death_before_harm", "event_ends_before_start", "first_aid_before_harm"]

_AXIOMS = {axiom.name: axiom for axiom in AXIOMS}
_DEATH = _AXIOMS["death-after-harm"]
_AID = _AXIOMS["first-aid-after-harm"]
_FIRST = datetime.min.replace(tzinfo=UTC)


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

    Events without an end, and ends or starts whose bound is open on the side that
    would decide.

    ## Mend

    Correct the earlier of the two, often by giving the end the date of the day after.

    ## Example

    > Officers pursued the car from 21:10 until 20:55.
    """
    for event in case.incident.events:
        if event.end is None or not (verdict := before(event.end, event.start)):
            continue
        end, start = texts(event.end, event.start)
        gap = gap_text(event.end, event.start)
        verb = "ends" if verdict is Verdict.CERTAIN else "may end"
        yield case.hit(
            event,
            "end",
            f"{verb} ({end}) {gap}before it starts ({start})",
            verdict=verdict,
            severity=gravity(event.end, event.start),
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
    source=_DEATH.source[:1].upper() + _DEATH.source[1:] + ".",
    witness=_dead_before_shots,
)
def death_before_harm(case: Case) -> Iterator[Hit]:
    """A death pronounced before the shots, or all else that could have caused it.

    ## What it does

    Compares each pronouncement of a death with every event that could have caused it:
    shots, less-lethal weapons, restraint, attacks, collisions and injuries that affect
    the same party, or whose affected party isn't told. Certain where the pronouncement
    precedes them all. Implausible instead of a contradiction where one of them affects
    the same party only by being the one that is told, or where a vague word decides.

    ## Why it matters

    A pronouncement before its cause mostly means that one of two clocks is read wrong:
    the half of the day, the date after midnight, or the year.

    ## What it leaves alone

    Deaths with another event of harm before them, and harm done to others only. A
    contradiction that takes more than the two stated times, such as a stated order
    ("an hour after the shots"), is told by TL102; what this rule reports TL102 doesn't.

    ## Mend

    Correct the time of the pronouncement or that of the harm, or add the event that
    did cause the death.

    ## Example

    > Shots were fired at a man at 22:00. He was pronounced dead at 21:30.
    """
    yield from _before_harm(case, _DEATH)


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
    source=_AID.source[:1].upper() + _AID.source[1:] + ".",
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
    yield from _before_harm(case, _AID)


def _before_harm(case: Case, axiom: Axiom) -> Iterator[Hit]:
    """Events that come before all that could have caused them."""
    kinds = (case.incident.events_of_kind(kind) for kind in axiom.earlier)
    told = [(one, affected(one)) for events in kinds for one in events]
    for event in case.incident.events_of_kind(axiom.later):
        mine = affected(event)
        causes = [one for one, theirs in told if _may_affect(mine, theirs)]
        verdict = before_all(event.start, [cause.start for cause in causes])
        if verdict is not None:
            yield _harm_hit(case, axiom, event, causes, verdict)


def _may_affect(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    return not mine.isdisjoint(theirs) or not (mine and theirs)


def _harm_hit(
    case: Case, axiom: Axiom, event: Event, causes: list[Event], verdict: Verdict
) -> Hit:
    first = min(causes, key=_earliest)
    when, then = texts(event.start, first.start)
    verb = "comes" if verdict is Verdict.CERTAIN else "may come"
    gap = gap_text(event.start, first.start)
    return case.hit(
        event,
        "start",
        f"{event.kind} ({when}) {verb} {gap}before {first.kind} ({then})",
        others=causes,
        verdict=verdict,
        severity=_harm_gravity(axiom, event, causes),
        mend=f"move one of the two, or add the event of harm that {event.kind} follows",
    )


def _earliest(event: Event) -> tuple[datetime, str]:
    return event.start.earliest_utc or _FIRST, event.kind


def _harm_gravity(axiom: Axiom, event: Event, causes: list[Event]) -> Severity:
    mine = affected(event)
    if not axiom.is_certain or any(
        mine.isdisjoint(affected(cause)) for cause in causes
    ):
        return Severity.IMPLAUSIBLE
    grave = {gravity(event.start, cause.start) for cause in causes}
    return max(grave, key=lambda one: one.rank)
