"""Rules on items, when they were recovered and used: TL201 and TL208."""

from __future__ import annotations

import re
from collections.abc import Iterator

from incident_timeline.checks.case import Case, Hit
from incident_timeline.checks.claims import is_told, weigh
from incident_timeline.checks.hedges import words_of
from incident_timeline.checks.rule import rule
from incident_timeline.checks.verdicts import before, gap_text, gravity, texts
from incident_timeline.model import (
    Draft,
    Event,
    Evidence,
    Incident,
    Severity,
    Verdict,
)
from incident_timeline.moments import Moment
from incident_timeline.vocabulary import EventKind

__all__ = ["recovery_apart_from_event", "used_before_recovery"]

_USES = (
    EventKind.INTERVIEW,
    EventKind.POST_MORTEM,
    EventKind.CHARGE,
    EventKind.HEARING,
    EventKind.FINDING,
)
# What takes the item itself: a weapon may be spoken of before it is found.
_HANDLED = re.compile(
    r"\b(?:analy[sz]ed|examined|exhibited|produced|swabbed|fingerprinted|tested"
    r"|test[- ]fired|handed (?:round|to the jury)|(?:was|were) shown (?:the|to))\b",
    re.IGNORECASE,
)


def _tested_before_found() -> Incident:
    draft = Draft(zone="Europe/London")
    found = draft.event("evidence_recovery", "2023-11-24T10:00")
    knife = draft.item("knife", event=found)
    draft.add(
        Event(
            kind="finding",
            start=draft.moment("2023-11-23T18:00"),
            summary="the knife was examined for fingerprints",
            evidence_ids=(knife.id,),
        )
    )
    return draft.incident()


@rule(
    "TL201",
    name="used-before-recovery",
    severity=Severity.CONTRADICTION,
    since="0.2.0",
    source=(
        "CASE: a provenance record is the output of one action, such as a recovery, and"
        " then the input of another, such as an examination."
    ),
    witness=_tested_before_found,
)
def used_before_recovery(case: Case) -> Iterator[Hit]:
    """An item that is used or handed over before it was recovered.

    ## What it does

    Compares the recovery of each item, or else the start of the event in which it was
    recovered, with its hand-overs and with the interviews, post-mortem examinations,
    charges, hearings and findings that concern it. It is a contradiction where it is
    handed over, or where the words say that it was examined, tested, produced or shown
    then; implausible where the event no more than concerns it, or where a vague word
    decides.

    ## Why it matters

    What was examined before it was found is another item, or one of two dates is
    wrong. Either way the chain from the scene to the finding is broken.

    ## What it leaves alone

    Items whose recovery isn't dated; the event in which the item was recovered, such
    as a post-mortem examination; an event that goes on until the recovery; what the
    sources deny.

    ## Mend

    Correct the date of the recovery or that of the use; where the event speaks of
    another item, refer to that one.

    ## Example

    > The knife was examined for fingerprints on 23 November. It was found on 24
    > November.
    """
    if not case.incident.evidence:
        return
    users = _users(case.incident)
    for item in case.incident.evidence:
        recovered = _recovered(case, item)
        for i, step in enumerate(item.custody):
            verdict = before(step.at, recovered)
            if verdict and is_told(step):
                yield case.hit(
                    item,
                    f"custody[{i}].at",
                    _message("hand-over", item, step.at, recovered, verdict),
                    verdict=verdict,
                    severity=weigh(gravity(step.at, recovered), [step]),
                    mend="correct one of the two times",
                )
        for event in users.get(item.id, ()):
            if event.id != item.event_id:
                yield from _concerned(case, item, event, recovered)


def _recovered(case: Case, item: Evidence) -> Moment:
    if item.recovered.is_unknown and item.event_id is not None:
        return case.incident.event(item.event_id).start
    return item.recovered


def _users(incident: Incident) -> dict[str, list[Event]]:
    """The events that use each item, by its id."""
    users: dict[str, list[Event]] = {}
    for kind in _USES:
        for event in incident.events_of_kind(kind):
            if is_told(event):
                for wanted in dict.fromkeys(event.evidence_ids):
                    users.setdefault(wanted, []).append(event)
    return users


def _concerned(
    case: Case, item: Evidence, event: Event, recovered: Moment
) -> Iterator[Hit]:
    """An event that uses an item and is over before that was recovered."""
    when = event.end or event.start
    verdict = before(when, recovered)
    if verdict is None:
        return
    took = _HANDLED.search(words_of(event))
    grave = gravity(when, recovered) if took else Severity.IMPLAUSIBLE
    yield case.hit(
        event,
        "end" if event.end else "start",
        _message(event.kind, item, when, recovered, verdict),
        others=(item,),
        verdict=verdict,
        severity=weigh(grave, [event]),
        mend="correct one of the two times, or name the item that was meant",
    )


def _message(
    use: str, item: Evidence, when: Moment, recovered: Moment, verdict: Verdict
) -> str:
    used, found = texts(when, recovered)
    verb = "comes" if verdict is Verdict.CERTAIN else "may come"
    gap = gap_text(when, recovered)
    what = f"the recovery of the {item.item_type} that it concerns"
    return f"{use} ({used}) {verb} {gap}before {what} ({found})"


def _two_dates_of_recovery() -> Incident:
    draft = Draft(zone="Europe/London")
    search = draft.event("evidence_recovery", "2023-11-23T22:00")
    draft.add(
        Evidence(
            item_type="knife",
            recovered=draft.moment("2023-11-23T21:40"),
            event_id=search.id,
        )
    )
    return draft.incident()


@rule(
    "TL208",
    name="recovery-apart-from-event",
    severity=Severity.CONTRADICTION,
    since="0.2.0",
    source="A law of the world: an item is recovered in the event that recovers it.",
    witness=_two_dates_of_recovery,
)
def recovery_apart_from_event(case: Case) -> Iterator[Hit]:
    """An item whose recovery lies outside the event in which it was recovered.

    ## What it does

    Compares the time of recovery of each item with the start of the event in which it
    was recovered, and with its end where that is told. Certain where no reading of the
    bounds puts the one within the other. Where a vague word decides, it is implausible
    instead of a contradiction.

    ## Why it matters

    Two dates of one recovery mean that one is wrong, or that the item was found at
    another place and another time than the record says.

    ## What it leaves alone

    Items without a time or an event of their own, and a recovery after the start of
    an event whose end isn't told: searches last. What the sources deny.

    ## Mend

    Correct one of the two times, or name the event in which the item was found.

    ## Example

    > The knife was recovered at 21:40, in a search that began at 22:00.
    """
    for item in case.incident.evidence:
        if item.event_id is None or item.recovered.is_unknown:
            continue
        event = case.incident.event(item.event_id)
        if item.recovered == event.start or not (is_told(item) and is_told(event)):
            continue
        yield from _apart(case, item, event, item.recovered, event.start)
        if event.end is not None:
            yield from _apart(case, item, event, event.end, item.recovered)


def _apart(
    case: Case, item: Evidence, event: Event, first: Moment, second: Moment
) -> Iterator[Hit]:
    """A recovery that comes before the start of its event, or after its end."""
    if verdict := before(first, second):
        is_early = first is item.recovered
        earlier, later = texts(first, second)
        found, told = (earlier, later) if is_early else (later, earlier)
        verb = "comes" if verdict is Verdict.CERTAIN else "may come"
        how = "before the start" if is_early else "after the end"
        gap = gap_text(first, second)
        yield case.hit(
            item,
            "recovered",
            f"recovery ({found}) {verb} {gap}{how} of the {event.kind} in which the"
            f" {item.item_type} was recovered ({told})",
            others=(event,),
            verdict=verdict,
            severity=weigh(gravity(first, second), [item, event]),
            mend="correct one of the two times, or name the event that recovered it",
        )
