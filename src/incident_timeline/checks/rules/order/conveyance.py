"""Rules on the way to hospital: TL112 and TL113."""

from __future__ import annotations

import re
from collections.abc import Iterator

from incident_timeline.checks.case import Case, Hit
from incident_timeline.checks.rule import rule
from incident_timeline.checks.rules.order.sequence import (
    compare,
    out_of_order,
    rows_of,
    source_of,
)
from incident_timeline.model import Draft, Event, Incident, Severity
from incident_timeline.timeline import Axiom, Shares, affected
from incident_timeline.vocabulary import EventKind

__all__ = ["conveyance_before_attendance", "hospital_before_conveyance"]

_CREW = rows_of("TL112")
_DEATHS = (EventKind.DEATH, EventKind.DEATH_PRONOUNCEMENT)
_IN_HOSPITAL = tuple(
    Axiom(
        code="TL113",
        name=f"{kind.replace('_', '-')}-in-hospital-after-conveyance",
        later=kind,
        earlier=(EventKind.CONVEYANCE,),
        shares=Shares.AFFECTED,
        is_certain=kind in _DEATHS,  # one may be seen there, leave and be brought back
        text="what happens to a person in hospital follows the way there",
        source="NEMSIS e033 and e039",
    )
    for kind in (EventKind.ARRIVAL, EventKind.MEDICAL_ATTENDANCE, *_DEATHS)
)
_NAMES = r"(?:hospital|infirmary|(?:medical|trauma)[ -]cent(?:re|er))\b"
# A street is no ward, and what lies outside or near a hospital is not in it.
_STREET = r"(?!'s)(?! (?:avenue|drive|grounds|hill|lane|road|row|street|way)\b)"
_PLACE = re.compile(_NAMES + _STREET, re.IGNORECASE)
_BESIDE = re.compile(
    r"\b(?:behind|beside|close to|near|next to|opposite|outside|scene)\b", re.IGNORECASE
)
_WORD = (
    r"(?!(?:after|and|before|but|near|on|or|outside|scene|then|to)\b)"
    r"[^\W_][\w'’.-]{0,24}"
)
_WORDS = re.compile(
    rf"\b(?:at|in|inside|reached)\s{{1,3}}(?:{_WORD}\s{{1,3}}){{0,6}}?{_NAMES}{_STREET}",
    re.IGNORECASE,
)
_TRANSFER = re.compile(
    r"\b(?:transfer(?:red|s)?|moved|from (?:the )?hospital"
    r"|(?:another|second|other|different) hospital)\b",
    re.IGNORECASE,
)


def _left_before_it_came() -> Incident:
    draft = Draft(zone="Europe/London")
    who = [(draft.party("an ambulance crew", kind="unit"), "medical")]
    draft.event("medical_attendance", "2023-11-23T21:20", who=who)
    draft.event("conveyance", "2023-11-23T21:05", who=who)
    return draft.incident()


@rule(
    "TL112",
    name="conveyance-before-attendance",
    severity=Severity.CONTRADICTION,
    since="0.2.0",
    source=source_of(_CREW),
    witness=_left_before_it_came,
)
def conveyance_before_attendance(case: Case) -> Iterator[Hit]:
    """A crew that leaves for hospital before it reaches the scene.

    ## What it does

    Compares each conveyance with the attendances of the same crew, and with those for
    which no crew is told. Certain where the conveyance precedes them all. A
    contradiction where a unit or a crew member takes part in both; implausible where
    that isn't told, or where a vague word decides.

    ## Why it matters

    How long a person waited for care, and for the way to hospital, is computed from
    these two times.

    ## What it leaves alone

    Crews that differ, and attendances that concern another affected person. Where no
    crew is told, a conveyance with another one after the attendance.

    ## Mend

    Correct one of the two times, or tell which crew came and which took the person.

    ## Example

    > An ambulance crew came at 21:20. It left for hospital at 21:05.
    """
    yield from out_of_order(case, _CREW)


def _dead_in_hospital_before_the_way() -> Incident:
    draft = Draft(zone="Europe/London")
    who = [(draft.party("a man"), "affected_person")]
    draft.event("conveyance", "2023-11-23T22:00", who=who)
    draft.event(
        "death_pronouncement",
        "2023-11-23T21:30",
        place="the Royal London Hospital",
        who=who,
    )
    return draft.incident()


@rule(
    "TL113",
    name="hospital-before-conveyance",
    severity=Severity.CONTRADICTION,
    since="0.2.0",
    source=source_of(_IN_HOSPITAL),
    witness=_dead_in_hospital_before_the_way,
)
def hospital_before_conveyance(case: Case) -> Iterator[Hit]:
    """A person who is in hospital before being taken there.

    ## What it does

    Takes each arrival, treatment and death whose place names a hospital, an infirmary,
    a medical centre or a trauma centre, or whose summary or quote says that it was in
    one, and compares it with the conveyances of the same person. Certain where it
    precedes them all. A contradiction where the person died there; implausible of an
    arrival or a treatment, after which one may leave and be brought back, where nobody
    is told to be affected, or where a vague word decides.

    ## Why it matters

    Whether a person died at the scene or in hospital, and how long the way there took,
    is asked in every inquest.

    ## What it leaves alone

    What happens at the scene, outside a hospital or in a street that is named after
    one; arrivals that affect no one, such as those of officers; conveyances that are
    told as transfers, or from one hospital to another; arrivals and treatments with
    another one of the same person in time; and what was more than a day before.

    ## Mend

    Correct one of the two times, correct the place, or tell the conveyance as a
    transfer.

    ## Example

    > He was taken to hospital at 22:00. He died in hospital at 21:30.
    """
    ways = case.incident.events_of_kind(EventKind.CONVEYANCE)
    ways = tuple(one for one in ways if not any(map(_TRANSFER.search, _told(one))))
    for axiom in _IN_HOSPITAL if ways else ():
        events = case.incident.events_of_kind(axiom.later)
        inside = [one for one in events if _is_in_hospital(one)]
        yield from compare(case, axiom, inside, ways)


def _told(event: Event) -> tuple[str, ...]:
    return event.summary, *(one.quote for one in event.citations)


def _is_in_hospital(event: Event) -> bool:
    if event.kind == EventKind.ARRIVAL and not affected(event):
        return False
    if event.place:
        return bool(_PLACE.search(event.place)) and not _BESIDE.search(event.place)
    return any(map(_WORDS.search, _told(event)))
