"""Rules on what the dead cannot do, and what cannot be done to them: TL105, TL121."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime

from incident_timeline.checks.case import Case, Hit
from incident_timeline.checks.claims import is_told, weigh
from incident_timeline.checks.rule import rule
from incident_timeline.checks.verdicts import before, gap_text, gravity, texts
from incident_timeline.model import (
    Draft,
    Event,
    Incident,
    Severity,
    Verdict,
)
from incident_timeline.timeline import AFTERMATH, affected
from incident_timeline.vocabulary import EventKind, PartyKind, Role

__all__ = ["acts_after_death", "charge_of_the_dead"]

_LAST = datetime.max.replace(tzinfo=UTC)

_ACTING = frozenset(
    {
        Role.CALLER,
        Role.CALL_HANDLER,
        Role.COMMANDER,
        Role.CORONER,
        Role.DISPATCHER,
        Role.INVESTIGATOR,
        Role.JUDGE,
        Role.LAWYER,
        Role.MEDICAL,
        Role.OTHER_OFFICER,
        Role.PATHOLOGIST,
        Role.POST_INCIDENT_MANAGER,
        Role.SPOKESPERSON,
    }
)
_PEOPLE = frozenset({PartyKind.PERSON, PartyKind.GROUP})
_OFFICER = re.compile(
    r"\b(?:officer|constable|sergeant|inspector|deput(?:y|ies)|trooper|garda)s?\b",
    re.IGNORECASE,
)
# At the scene these act; of the aftermath they may be no more than the matter.
_PRESENT = frozenset(
    {Role.BYSTANDER, Role.PRINCIPAL_OFFICER, Role.WITNESS, Role.WITNESS_OFFICER}
)
_AFTERMATH = AFTERMATH - {EventKind.INTERVIEW}
_OF_THE_LIVING = frozenset(
    {
        EventKind.ARREST,
        EventKind.CUSTODY,
        EventKind.ENGAGEMENT,
        EventKind.INTERVIEW,
        EventKind.MOVEMENT,
    }
)


def _arrested_after_death() -> Incident:
    draft = Draft(zone="Europe/London")
    who = [(draft.party("a man"), "affected_person")]
    draft.event("death_pronouncement", "2023-11-23T21:30", who=who)
    draft.event("arrest", "2023-11-23T22:15", who=who)
    return draft.incident()


@rule(
    "TL105",
    name="acts-after-death",
    severity=Severity.CONTRADICTION,
    since="0.1.0",
    source="A law of the world; genealogy programs check the same.",
    witness=_arrested_after_death,
)
def acts_after_death(case: Case) -> Iterator[Hit]:
    """A person who acts after their own death was pronounced.

    ## What it does

    For each person whose death is told or pronounced, looks at the events that start
    after the first of the two and in which that person calls, handles, commands,
    treats, examines, investigates or speaks for others; is present at the scene as
    officer, witness or bystander; or is arrested, detained, interviewed, spoken with or
    on the move. Where the bounds that decide it rest on a vague word, it is implausible
    instead of a contradiction.

    ## Why it matters

    Two people taken for one are the usual cause: "the man" of one paragraph isn't "the
    man" of the next. That mistake puts one person's deeds on another.

    ## What it leaves alone

    What is done to or about the dead: first aid that goes on, conveyance, a
    post-mortem examination, an identification, an inquest, a finding about an officer
    who died. Groups, units and organisations don't die. Whoever took part as
    affected or injured person in the pronouncement is the one who died.

    ## Mend

    Give the later event to the person meant, as a party of its own, or correct one of
    the two times.

    ## Example

    > A man was pronounced dead at 21:30. At 22:15 he was arrested.
    """
    deaths = _deaths(case)
    for event in case.incident.events if deaths else ():
        for i, one in enumerate(event.participants):
            death = deaths.get(one.party_id)
            if death is None or not _is_act(event.kind, one.role):
                continue
            verdict = before(death.start, event.start)
            if verdict is not None and is_told(event):
                yield _act(case, event, i, death, verdict)


def _deaths(case: Case) -> dict[str, Event]:
    """The death of each person who is told to have died: the first, where several."""
    found: dict[str, Event] = {}
    for kind in (EventKind.DEATH_PRONOUNCEMENT, EventKind.DEATH):
        for death in case.incident.events_of_kind(kind):
            for one in affected(death) if is_told(death) else ():
                if case.incident.party(one).kind == PartyKind.PERSON:
                    found[one] = min(found.get(one, death), death, key=_latest)
    return found


def _latest(event: Event) -> datetime:
    return event.start.latest_utc or _LAST


def _act(case: Case, event: Event, i: int, death: Event, verdict: Verdict) -> Hit:
    one = event.participants[i]
    return case.hit(
        event,
        f"participants[{i}]",
        _message(one.role, event, death, verdict),
        others=(death, case.incident.party(one.party_id)),
        verdict=verdict,
        severity=weigh(gravity(death.start, event.start), (event, death)),
        mend=f"give {event.kind} to another party, or move one of the two",
    )


def _is_act(kind: str, role: str) -> bool:
    if role in _PRESENT:
        return kind not in _AFTERMATH
    return role in _ACTING or kind in _OF_THE_LIVING


def _message(role: str, event: Event, death: Event, verdict: Verdict) -> str:
    died, acted = texts(death.start, event.start)
    verb = "takes part" if verdict is Verdict.CERTAIN else "may take part"
    gap = gap_text(death.start, event.start)
    part = f"{verb} as {role} in {event.kind} ({acted})"
    return f"{part} {gap}after {death.kind} ({died})"


def _charged_after_death() -> Incident:
    draft = Draft(zone="Europe/London")
    who = [(draft.party("a man"), "affected_person")]
    draft.event("death_pronouncement", "2023-11-23T21:30", who=who)
    draft.event("charge", "2023-11-24T10:00", who=who)
    return draft.incident()


@rule(
    "TL121",
    name="charge-of-the-dead",
    severity=Severity.CONTRADICTION,
    since="0.2.0",
    source="A law of the world: prosecutions end with the death of who is accused.",
    witness=_charged_after_death,
)
def charge_of_the_dead(case: Case) -> Iterator[Hit]:
    """A charge against a person after their own death.

    ## What it does

    For each charge in which one person alone takes part, as the affected person or as
    the officer whose conduct the scrutiny is about, compares it with the death of that
    person, as told or pronounced, whichever comes first. Where a vague word decides, it
    is implausible instead of a contradiction.

    ## Why it matters

    The charge is mostly another person's. That mistake makes an accused of somebody
    who died, and who can't answer.

    ## What it leaves alone

    Charges against others over the death: those in which another person takes part
    beside the one who died, and those of which the words name an officer, unless the
    officer is the one who died.

    ## Mend

    Give the charge to the person meant, as a party of its own, or correct one of the
    two times.

    ## Example

    > A man was pronounced dead at 21:30. He was charged at 10:00 the day after.
    """
    charges = case.incident.events_of_kind(EventKind.CHARGE)
    deaths = _deaths(case) if charges else {}
    for event in charges if deaths else ():
        i = _accused(case, event)
        if i is None or not is_told(event):
            continue
        death = deaths.get(event.participants[i].party_id)
        if death and (verdict := before(death.start, event.start)):
            yield _charge(case, event, i, death, verdict)


def _accused(case: Case, event: Event) -> int | None:
    """Which of its participants a charge is against, where there is no doubt."""
    taking_part = [
        (i, one.role, case.incident.party(one.party_id).kind)
        for i, one in enumerate(event.participants)
        if one.role not in _ACTING
    ]
    people = [one for one in taking_part if one[2] in _PEOPLE]
    if len(people) != 1:
        return None
    i, role, _ = people[0]
    if role == Role.PRINCIPAL_OFFICER:
        return i
    words = (event.summary, *(one.quote for one in event.citations))
    is_clear = role == Role.AFFECTED_PERSON and not any(map(_OFFICER.search, words))
    return i if is_clear else None


def _charge(case: Case, event: Event, i: int, death: Event, verdict: Verdict) -> Hit:
    died, charged = texts(death.start, event.start)
    verb = "is brought" if verdict is Verdict.CERTAIN else "may be brought"
    gap = gap_text(death.start, event.start)
    return case.hit(
        event,
        f"participants[{i}]",
        f"{event.kind} ({charged}) {verb} {gap}after {death.kind} ({died})",
        others=(death, case.incident.party(event.participants[i].party_id)),
        verdict=verdict,
        severity=weigh(gravity(death.start, event.start), (event, death)),
        mend="give the charge to another party, or move one of the two",
    )
