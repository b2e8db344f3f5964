"""Rules on who people are: TL305 and TL306."""

from __future__ import annotations

from collections.abc import Iterator

from incident_timeline.checks.case import Case, Hit
from incident_timeline.checks.claims import is_told
from incident_timeline.checks.rule import rule
from incident_timeline.errors import shown
from incident_timeline.model import Age, Draft, Event, Incident, Party, Severity
from incident_timeline.timeline import AFTERMATH
from incident_timeline.vocabulary import PartyKind, Role

__all__ = ["affected_and_officer", "same_name"]

_EVER = 999


def _officer_and_affected() -> Incident:
    draft = Draft(zone="Europe/London")
    officer = draft.party("an officer")
    draft.event(
        "shots",
        "2023-11-23T21:00",
        who=[(officer, "principal_officer"), (officer, "affected_person")],
    )
    return draft.incident()


# Those who act for the police or the law where somebody else is affected.
_OFFICIAL = frozenset(
    {
        *(Role.PRINCIPAL_OFFICER, Role.WITNESS_OFFICER, Role.OTHER_OFFICER),
        *(Role.COMMANDER, Role.DISPATCHER, Role.CALL_HANDLER),
    }
)


@rule(
    "TL305",
    name="affected-and-officer",
    severity=Severity.IMPLAUSIBLE,
    since="0.2.0",
    source=(
        "Special Investigations Unit Act, 2019 (Ontario), section 1: an affected person"
        " died, was hurt or was shot at, and is told apart from the officials."
    ),
    witness=_officer_and_affected,
)
def affected_and_officer(case: Case) -> Iterator[Hit]:
    """A person who is both the affected person and an officer in one event.

    ## What it does

    Looks for a party that takes part in one event both as `affected_person` and as
    officer, commander, dispatcher or call handler.

    ## Why it matters

    Two people taken for one turn an account round: who used force becomes the one on
    whom it was used. A pronoun that was read wrongly is the usual cause.

    ## What it leaves alone

    An officer who is hurt, an `injured_person`; an officer who is met by colleagues in
    another event; groups and bodies; what happens after the incident, such as an
    interview or a charge, of which an officer can be the matter.

    ## Mend

    Give one of the two roles to the party meant; for an officer who is hurt, use
    `injured_person`.

    ## Example

    > Officer A fired at Officer A.
    """
    for event in case.incident.events:
        ids = [one.party_id for one in event.participants]
        if len(ids) == len(set(ids)) or event.kind in AFTERMATH:
            continue
        for party_id in dict.fromkeys(ids):
            roles = [one.role for one in event.participants if one.party_id == party_id]
            officer = next((role for role in roles if role in _OFFICIAL), None)
            if officer and Role.AFFECTED_PERSON in roles:
                yield from _both(case, event, party_id, officer)


def _both(case: Case, event: Event, party_id: str, officer: str) -> Iterator[Hit]:
    party = case.incident.party(party_id)
    if party.kind == PartyKind.PERSON and is_told(event):
        place = next(
            i
            for i, one in enumerate(event.participants)
            if one.party_id == party_id and one.role == Role.AFFECTED_PERSON
        )
        yield case.hit(
            event,
            f"participants[{place}].role",
            f"the same person is affected_person and {officer} in {event.kind}",
            others=(party,),
            mend="give one of the two roles to the party meant",
        )


def _named_twice() -> Incident:
    draft = Draft(zone="Europe/London")
    draft.party("a man", name="John Roe")
    draft.party("the deceased", name="john  roe")
    return draft.incident()


@rule(
    "TL306",
    name="same-name",
    severity=Severity.IMPLAUSIBLE,
    since="0.2.0",
    source="Open records of police shootings had to be corrected for such pairs.",
    witness=_named_twice,
)
def same_name(case: Case) -> Iterator[Hit]:
    """Two parties of one kind that have the same name.

    ## What it does

    Compares the names of the parties of each kind, in whatever case and with whatever
    space between their words, and reports each party whose name an earlier one has.

    ## Why it matters

    One person recorded as two is counted twice, and what is known of them falls into
    two halves: no rule sees that the one who died at 21:30 was arrested at 22:15.

    ## What it leaves alone

    Parties without a name; parties that take part in the same event, and people whose
    recorded ages exclude each other: these are two, such as father and son.

    ## Mend

    Make one party of the two, or tell them apart by name or age.

    ## Example

    > John Roe died at the scene. [He is recorded once as "a man", once as "the
    > deceased".]
    """
    first: dict[tuple[str, str], Party] = {}
    for party in case.incident.parties:
        if party.name:
            key = party.kind, " ".join(party.name.casefold().split())
            other = first.setdefault(key, party)
            if other is not party and not _are_two(case, party, other):
                yield case.hit(
                    party,
                    "name",
                    f"{shown(party.name)} is the name of {shown(other.id)} too",
                    others=(other,),
                    mend="make one party of the two, or tell them apart by name",
                )


def _are_two(case: Case, one: Party, other: Party) -> bool:
    mine = {event.id for event in case.incident.events_of_party(one.id)}
    theirs = {event.id for event in case.incident.events_of_party(other.id)}
    if mine & theirs:
        return True
    ages = (one.age, other.age)
    if None in ages:
        return False
    bounds = [(age.least or 0, _age_end(age)) for age in ages if age]
    return max(low for low, _ in bounds) > min(high for _, high in bounds)


def _age_end(age: Age) -> int:
    return _EVER if age.greatest is None else age.greatest
