"""The rule on what the dead cannot do: TL105."""

from __future__ import annotations

from collections.abc import Iterator

from incident_timeline.checks.case import Case, Hit
from incident_timeline.checks.rule import rule
from incident_timeline.checks.verdicts import before, gap_text, gravity, texts
from incident_timeline.model import (
    Draft,
    Event,
    Incident,
    Party,
    Severity,
    Verdict,
)
from incident_timeline.timeline import AFTERMATH, affected
from incident_timeline.vocabulary import EventKind, PartyKind, Role

__all__ = ["acts_after_death"]

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

    For each person whose death is pronounced, looks at the events that start later and
    in which that person calls, handles, commands, treats, examines, investigates or
    speaks for others; is present at the scene as officer, witness or bystander; or is
    arrested, detained, interviewed, spoken with or on the move. Where the bounds that
    decide it rest on a vague word, it is implausible instead of a contradiction.

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
    for death in case.incident.events_of_kind(EventKind.DEATH_PRONOUNCEMENT):
        for party_id in sorted(affected(death)):
            party = case.incident.party(party_id)
            if party.kind == PartyKind.PERSON:
                yield from _acts(case, party, death)


def _acts(case: Case, party: Party, death: Event) -> Iterator[Hit]:
    for event in case.incident.events_of_party(party.id):
        verdict = before(death.start, event.start)
        if verdict is None:
            continue
        for i, one in enumerate(event.participants):
            if one.party_id == party.id and _is_act(event.kind, one.role):
                field = f"participants[{i}]"
                message = _message(one.role, event, death, verdict)
                yield case.hit(
                    event,
                    field,
                    message,
                    others=(death, party),
                    verdict=verdict,
                    severity=gravity(death.start, event.start),
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
