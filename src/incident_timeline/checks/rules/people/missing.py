"""Rules on what accounts should tell and mostly don't: TL303 and TL304."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from incident_timeline.checks.case import Case, Hit
from incident_timeline.checks.claims import is_told
from incident_timeline.checks.rule import rule
from incident_timeline.model import Draft, Event, Incident, Severity
from incident_timeline.timeline import affected
from incident_timeline.vocabulary import EventKind, Role

__all__ = ["family_not_told", "injury_without_aid"]

_DEATHS = (EventKind.DEATH, EventKind.DEATH_PRONOUNCEMENT)
_PRINCIPLES = (
    "UN Basic Principles on the Use of Force and Firearms by Law Enforcement Officials,"
    " 1990, principle 5"
)
_READ_AT = " (read at https://www.hrw.org/reports/2006/us1006/9.htm)"


def _death_without_family() -> Incident:
    draft = Draft(zone="Europe/London")
    who = [(draft.party("a man"), "affected_person")]
    draft.event("death_pronouncement", "2023-11-23T21:30", who=who)
    return draft.incident()


@rule(
    "TL303",
    name="family-not-told",
    severity=Severity.MISSING,
    since="0.2.0",
    source=(
        f"{_PRINCIPLES}(d): relatives or close friends of the injured or affected"
        f" person are notified at the earliest possible moment{_READ_AT}."
    ),
    witness=_death_without_family,
    is_default=False,
)
def family_not_told(case: Case) -> Iterator[Hit]:
    """A death of which the account doesn't tell that the family was informed.

    ## What it does

    Looks for an event of kind `family_informed` for each person who died, and reports
    each person once, at an event that tells of the death. One that doesn't tell whose
    family was informed counts for all.

    ## Why it matters

    When the family was told, and by whom, is asked in every review of such a death;
    an account that leaves it out leaves the question open.

    ## What it leaves alone

    Deaths that their sources deny. It doesn't ask when the family was told, nor
    whether that was early enough.

    ## Mend

    Add the event, with its quote; where no source tells of it, leave the finding.

    ## Example

    > A man was pronounced dead at the scene at 21:30.
    """
    deaths = [one for kind in _DEATHS for one in case.incident.events_of_kind(kind)]
    if not deaths:
        return
    told = _affected_by(case.incident, (EventKind.FAMILY_INFORMED,))
    for person, events in _by_person(deaths, _dead).items():
        if _is_open(person, told):
            yield _missing(
                case,
                events,
                f"{events[0].kind} without an event in which the family was informed",
                "add the event family_informed, with its quote",
            )


def _dead(event: Event) -> frozenset[str]:
    return affected(event) or frozenset({""})


def _affected_by(incident: Incident, kinds: tuple[str, ...]) -> list[frozenset[str]]:
    """Whom each event of these kinds affects, but those that are denied."""
    events = (one for kind in kinds for one in incident.events_of_kind(kind))
    return [affected(one) for one in events if is_told(one)]


def _by_person(
    events: list[Event], whom: Callable[[Event], frozenset[str]]
) -> dict[str, list[Event]]:
    """The events of each person, by id; of nobody told, by an empty one."""
    people: dict[str, list[Event]] = {}
    for event in events:
        for person in sorted(whom(event)) if is_told(event) else ():
            people.setdefault(person, []).append(event)
    return people


def _is_open(person: str, told: list[frozenset[str]]) -> bool:
    """Whether none of the events can be about a person."""
    return not any(person in whom or not (whom and person) for whom in told)


def _missing(case: Case, events: list[Event], message: str, mend: str) -> Hit:
    first, *others = events
    return case.hit(first, "", message, others=others, mend=mend)


def _shot_and_left() -> Incident:
    draft = Draft(zone="Europe/London")
    man, officer = draft.party("a man"), draft.party("an officer")
    draft.event(
        "shots",
        "2023-11-23T21:00",
        who=[(officer, "principal_officer"), (man, "injured_person")],
    )
    return draft.incident()


_FORCE = (EventKind.SHOTS, EventKind.LESS_LETHAL, EventKind.RESTRAINT)
_AID = (EventKind.FIRST_AID, EventKind.MEDICAL_ATTENDANCE, EventKind.CONVEYANCE)
_HURT = (EventKind.INJURY, *_DEATHS)
_OFFICERS = frozenset(
    {
        Role.PRINCIPAL_OFFICER,
        Role.WITNESS_OFFICER,
        Role.OTHER_OFFICER,
        Role.POLICE_FORCE,
    }
)


@rule(
    "TL304",
    name="injury-without-aid",
    severity=Severity.MISSING,
    since="0.2.0",
    source=(
        f"{_PRINCIPLES}(c): assistance and medical aid are rendered to any injured or"
        f" affected persons at the earliest possible moment{_READ_AT}."
    ),
    witness=_shot_and_left,
    is_default=False,
)
def injury_without_aid(case: Case) -> Iterator[Hit]:
    """A person hurt by police of whom no aid is told.

    ## What it does

    Looks at shots, less-lethal weapons and restraint in which an officer or a police
    force takes part, for those who were hurt by them: `injured_person` there, or
    affected there and by an injury or a death too. Each needs first aid, medical
    attendance or conveyance, at any time; such an event that doesn't tell whom it was
    for counts for all.

    ## Why it matters

    How soon aid was given is among the first questions of every inquiry into force.
    An account that doesn't tell of any leaves it open whether there was any.

    ## What it leaves alone

    Force by which nobody is told to be hurt; force in which no officer takes part;
    officers who are hurt themselves; events that their sources deny.

    ## Mend

    Add the event, with its quote; where no source tells of it, leave the finding.

    ## Example

    > At 21:00 an officer shot a man, who was hit in the leg.
    """
    events = [one for kind in _FORCE for one in case.incident.events_of_kind(kind)]
    if not events:
        return
    hurt = frozenset[str]().union(*_affected_by(case.incident, _HURT))
    aided = _affected_by(case.incident, _AID)
    people = _by_person(events, lambda event: _hurt_by_police(event, hurt))
    for person, harms in people.items():
        if _is_open(person, aided):
            yield _missing(
                case,
                harms,
                f"{harms[0].kind} that hurt someone, without first aid, medical"
                " attendance or conveyance",
                "add the event of aid, with its quote",
            )


def _hurt_by_police(event: Event, hurt: frozenset[str]) -> frozenset[str]:
    """Those whom officers hurt in an event."""
    officers = {one.party_id for one in event.participants if one.role in _OFFICERS}
    if not officers:
        return frozenset()
    told = {
        one.party_id for one in event.participants if one.role == Role.INJURED_PERSON
    }
    return frozenset(told | (affected(event) & hurt)) - officers
