"""Rules on how police came: TL108 to TL111."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime

from incident_timeline.checks.case import Case, Hit
from incident_timeline.checks.claims import is_told
from incident_timeline.checks.rule import rule
from incident_timeline.checks.rules.order.sequence import (
    compare,
    rows_of,
    source_of,
)
from incident_timeline.model import Draft, Event, Incident, Severity
from incident_timeline.timeline import Axiom, responders
from incident_timeline.vocabulary import EventKind

__all__ = [
    "arrival_before_deployment",
    "arrival_missing",
    "contact_before_arrival",
    "deployment_before_call",
]

_DEPLOYMENT = rows_of("TL108")
_ARRIVAL = rows_of("TL109")
_CONTACT = rows_of("TL111")
_THERE = (EventKind.ARRIVAL, EventKind.CONTACT)
_CANCELLED = re.compile(
    r"\b(?:cancel(?:l?ed|l?ing|s)?|st(?:ood|and|ands|anding)[ -]down|call(?:ed)? off"
    r"|recalled|diverted|redirected|re-?deployed|turned back)\b",
    re.IGNORECASE,
)
_NOT_SENT = re.compile(
    r"\b(?:off[ -]duty|on patrol|patrolling|passing (?:patrol|officer|police)"
    r"|already (?:at|in|nearby|on|present|there|with)|flagged down"
    r"|(?:came|happened) (?:across|upon))\b",
    re.IGNORECASE,
)
_LAST = datetime.max.replace(tzinfo=UTC)


def _sent_before_the_call() -> Incident:
    draft = Draft(zone="Europe/London")
    draft.event("deployment", "2023-11-23T19:50")
    draft.event("call", "2023-11-23T19:59")
    return draft.incident()


@rule(
    "TL108",
    name="deployment-before-call",
    severity=Severity.IMPLAUSIBLE,
    since="0.2.0",
    source=source_of(_DEPLOYMENT),
    witness=_sent_before_the_call,
)
def deployment_before_call(case: Case) -> Iterator[Hit]:
    """Officers sent before the first call that is told.

    ## What it does

    Compares the deployments with the calls. Certain where every deployment comes before
    every call; possible where some reading of the bounds has it so. Never graver than
    implausible: officers may have been sent for another reason.

    ## Why it matters

    The time from a call to the deployment is the first that an inquiry measures. A
    negative one mostly means that two clocks differ, or that a call isn't told.

    ## What it leaves alone

    Accounts in which any deployment comes after a call, those without a call, and calls
    or deployments that their sources only deny. Calls made when officers were there
    already, as of a planned operation; deployments more than a day before the calls.

    ## Mend

    Correct one of the two times, or add the call that the deployment answered.

    ## Example

    > Officers were sent at 19:50. Police were called at 19:59.
    """
    sent = case.incident.events_of_kind(EventKind.DEPLOYMENT)
    calls = case.incident.events_of_kind(EventKind.CALL) if sent else ()
    if not calls:
        return
    there = [one for one in _events(case, *_THERE) if is_told(one)]
    first = min((one.start.latest_utc or _LAST for one in there), default=_LAST)
    answered = [one for one in calls if (one.start.earliest_utc or first) <= first]
    for axiom in _DEPLOYMENT:
        yield from compare(case, axiom, sent, answered)


def _events(case: Case, *kinds: str) -> list[Event]:
    return [one for kind in kinds for one in case.incident.events_of_kind(kind)]


def _of_those_sent(case: Case, axiom: Axiom) -> Iterator[Hit]:
    """The hits of those whose words don't say that they came without being sent."""
    later = case.incident.events_of_kind(axiom.later)
    came = [one for one in later if not any(map(_NOT_SENT.search, _words(one)))]
    yield from compare(case, axiom, came, _events(case, *axiom.earlier))


def _words(event: Event) -> tuple[str, ...]:
    return event.summary, *(one.quote for one in event.citations)


def _there_before_sent() -> Incident:
    draft = Draft(zone="Europe/London")
    who = [(draft.party("an armed response vehicle", kind="unit"), "other")]
    draft.event("deployment", "2023-11-23T20:10", who=who)
    draft.event("arrival", "2023-11-23T20:05", who=who)
    return draft.incident()


@rule(
    "TL109",
    name="arrival-before-deployment",
    severity=Severity.CONTRADICTION,
    since="0.2.0",
    source=source_of(_ARRIVAL),
    witness=_there_before_sent,
)
def arrival_before_deployment(case: Case) -> Iterator[Hit]:
    """Officers who arrive before they are sent.

    ## What it does

    Compares each arrival with the deployments of the same officer or unit, and with
    those for which none is told. Certain where the arrival precedes them all. A
    contradiction where an officer or a unit takes part in both; implausible where that
    isn't told, or where a vague word decides.

    ## Why it matters

    How long help took to come is computed from these two times. Two logs with clocks of
    their own are the usual cause.

    ## What it leaves alone

    Arrivals of other officers or units than those sent. Where units aren't told, an
    arrival with another one after the deployment: the account may tell of two groups.
    Groups and organisations aren't taken to be the same, since some of them may have
    come before others. Officers whose words say that they were off duty, on patrol or
    there already; and arrivals more than a day before.

    ## Mend

    Correct one of the two times, or tell which unit was sent and which arrived.

    ## Example

    > An armed response vehicle was sent at 20:10. It arrived at 20:05.
    """
    for axiom in _ARRIVAL:
        yield from _of_those_sent(case, axiom)


def _sent_and_no_more() -> Incident:
    draft = Draft(zone="Europe/London")
    draft.event("deployment", "2023-11-23T20:02")
    return draft.incident()


@rule(
    "TL110",
    name="arrival-missing",
    severity=Severity.MISSING,
    since="0.2.0",
    source="NEMSIS e018 and e020: a unit that was sent and not cancelled arrives.",
    witness=_sent_and_no_more,
    is_default=False,
)
def arrival_missing(case: Case) -> Iterator[Hit]:
    """A deployment without an arrival.

    ## What it does

    Looks for the arrival of each officer and unit that was sent; where none is told,
    for any arrival. A contact with the affected person counts as one. An arrival for
    which no officer or unit is told answers for all.

    ## Why it matters

    Without it nobody can tell how long help took to come, or whether it came at all.

    ## What it leaves alone

    Deployments that were cancelled, stood down, called off, recalled or diverted by the
    words of the event; and those that their sources only deny.

    ## Mend

    Add the arrival, without a time where none is known, or tell that it was cancelled.

    ## Example

    > Police were called at 19:59 and sent officers at 20:02. Shots were fired at 20:47.
    """
    deployments = case.incident.events_of_kind(EventKind.DEPLOYMENT)
    if not deployments:
        return
    kinds = (case.incident.events_of_kind(kind) for kind in _THERE)
    there = (one for events in kinds for one in events if is_told(one))
    arrived = [responders(case.incident, one) for one in there]
    if not all(arrived):
        return
    known = frozenset[str]().union(*arrived)
    for event in deployments:
        sent = responders(case.incident, event)
        if not (known and sent <= known) and not _is_off(event):
            yield _missing(case, event, sorted(sent - known))


def _is_off(event: Event) -> bool:
    """Whether its words say that it was cancelled, or that it never was."""
    return not is_told(event) or any(map(_CANCELLED.search, _words(event)))


def _missing(case: Case, event: Event, absent: list[str]) -> Hit:
    whose = f" of {len(absent)} of those sent" if absent else ""
    return case.hit(
        event,
        "",
        f"{event.kind} is followed by no arrival{whose}",
        others=[case.incident.party(one) for one in absent],
        mend="add the arrival, even without a time, or tell that it was cancelled",
    )


def _met_before_arrival() -> Incident:
    draft = Draft(zone="Europe/London")
    who = [(draft.party("an officer"), "principal_officer")]
    draft.event("contact", "2023-11-23T20:05", who=who)
    draft.event("arrival", "2023-11-23T20:15", who=who)
    return draft.incident()


@rule(
    "TL111",
    name="contact-before-arrival",
    severity=Severity.IMPLAUSIBLE,
    since="0.2.0",
    source=source_of(_CONTACT),
    witness=_met_before_arrival,
)
def contact_before_arrival(case: Case) -> Iterator[Hit]:
    """Officers who meet the affected person before they arrive.

    ## What it does

    Compares each contact with the arrivals of the same officer or unit, and with those
    for which none is told. Certain where the contact precedes them all. Never graver
    than implausible: officers may be at the scene already, and others arrive later.

    ## Why it matters

    The time from arrival to contact, and from contact to force, shows how much was
    tried before it.

    ## What it leaves alone

    Contacts of other officers than those who arrive, and arrivals that concern another
    affected person. Where no officer is told, a contact with another one after the
    arrival, and accounts without an arrival. Officers whose words say that they were
    off duty, on patrol or there already; and contacts more than a day before.

    ## Mend

    Correct one of the two times, or add the arrival of those who met the person.

    ## Example

    > Officers came face to face with a man at 20:05. They arrived at 20:15.
    """
    for axiom in _CONTACT:
        yield from _of_those_sent(case, axiom)
