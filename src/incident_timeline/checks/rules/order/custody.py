"""Rules on the order of arrest, detention, release and charge: TL118 to TL120."""

from __future__ import annotations

from collections.abc import Iterator

from incident_timeline.checks.case import Case, Hit
from incident_timeline.checks.rule import rule
from incident_timeline.checks.rules.order.sequence import (
    out_of_order,
    rows_of,
    source_of,
)
from incident_timeline.model import Draft, Incident, Severity

__all__ = ["charge_before_arrest", "custody_before_arrest", "release_before_custody"]

_CUSTODY = rows_of("TL118")
_RELEASE = rows_of("TL119")
_CHARGE = rows_of("TL120")


def _of_one_man(*told: tuple[str, str]) -> Incident:
    draft = Draft(zone="Europe/London")
    who = [(draft.party("a man"), "affected_person")]
    for kind, when in told:
        draft.event(kind, f"2023-11-23{when}", who=who)
    return draft.incident()


def _detained_before_arrest() -> Incident:
    return _of_one_man(("arrest", "T20:40"), ("custody", "T20:10"))


@rule(
    "TL118",
    name="custody-before-arrest",
    severity=Severity.IMPLAUSIBLE,
    since="0.2.0",
    source=source_of(_CUSTODY),
    witness=_detained_before_arrest,
)
def custody_before_arrest(case: Case) -> Iterator[Hit]:
    """A person in custody before any arrest of theirs that is told.

    ## What it does

    Compares each detention with the arrests of the same person, and with those that
    don't tell whom they affect. Certain where it precedes them all. Never graver than
    implausible: mental health acts, warrants and recalls to prison detain without one.

    ## Why it matters

    How long a person may be held is counted from these times.

    ## What it leaves alone

    Detention without an arrest told, with an arrest before it, and of others than the
    person arrested; detention more than a day before, or of people who are detained
    again after the arrest.

    ## Mend

    Correct one of the two times, or add the arrest that the detention followed.

    ## Example

    > He was booked into custody at 20:10. He was arrested at 20:40.
    """
    yield from out_of_order(case, _CUSTODY)


def _released_before_custody() -> Incident:
    return _of_one_man(("custody", "T20:40"), ("release", "T20:10"))


@rule(
    "TL119",
    name="release-before-custody",
    severity=Severity.IMPLAUSIBLE,
    since="0.2.0",
    source=source_of(_RELEASE),
    witness=_released_before_custody,
)
def release_before_custody(case: Case) -> Iterator[Hit]:
    """A release before any arrest or detention that it could end.

    ## What it does

    Compares each release with the arrests and detentions of the same person, and with
    those that don't tell whom they affect. Certain where it precedes them all. Never
    graver than implausible: the release may end an earlier detention.

    ## Why it matters

    Whether a person died in custody or after release decides who must investigate, and
    how long they were held is counted from these times.

    ## What it leaves alone

    Releases without an arrest or detention told, with one before them, and of others
    than the person held; releases more than a day before, or of people who are released
    again after it.

    ## Mend

    Correct one of the two times, or add the detention that the release ended.

    ## Example

    > He was released at 20:10. He had been detained at 20:40.
    """
    yield from out_of_order(case, _RELEASE)


def _charged_before_arrest() -> Incident:
    return _of_one_man(("arrest", "T20:40"), ("charge", "T20:10"))


@rule(
    "TL120",
    name="charge-before-arrest",
    severity=Severity.IMPLAUSIBLE,
    since="0.2.0",
    source=source_of(_CHARGE),
    witness=_charged_before_arrest,
)
def charge_before_arrest(case: Case) -> Iterator[Hit]:
    """A charge before any arrest of that person that is told.

    ## What it does

    Compares each charge with the arrests of the same person, and with those that don't
    tell whom they affect. Certain where it precedes them all. Never graver than
    implausible: a summons needs no arrest, and a person may be charged twice.

    ## Why it matters

    Two clocks, or a night shift written without its second date, are the usual cause,
    and then the time spent in custody without charge is wrong too.

    ## What it leaves alone

    Charges without an arrest told, with an arrest before them, and of others than the
    person arrested; charges more than a day before, or of people who are charged again
    after the arrest.

    ## Mend

    Correct one of the two times, or add the arrest that the charge followed.

    ## Example

    > He was charged at 20:10. He was arrested at 20:40.
    """
    yield from out_of_order(case, _CHARGE)
