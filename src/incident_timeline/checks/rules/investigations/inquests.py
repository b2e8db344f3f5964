"""The rule on inquests that come before the death: TL402."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime

from incident_timeline.checks.case import Case, Hit
from incident_timeline.checks.claims import is_told, weigh
from incident_timeline.checks.hedges import words_of
from incident_timeline.checks.rule import rule
from incident_timeline.checks.rules.investigations._decisive import decisive
from incident_timeline.checks.verdicts import before_all, gap_text, gravity, texts
from incident_timeline.model import (
    Draft,
    Event,
    Incident,
    Investigation,
    Severity,
    Verdict,
)
from incident_timeline.moments import Moment
from incident_timeline.timeline import affected
from incident_timeline.vocabulary import EventKind, Footing, Role

__all__ = ["inquest_before_death"]


def _heard_while_alive() -> Incident:
    draft = Draft(zone="Europe/London")
    who = [(draft.party("a man"), "affected_person")]
    draft.event("hearing", "2023-06-02", who=who, summary="the inquest was opened")
    draft.event("death_pronouncement", "2023-11-23T21:30", who=who)
    return draft.incident()


_ALL, _NOBODY = " ", ""  # neither can be an id
_FIRST = datetime.min.replace(tzinfo=UTC)
_INQUEST = re.compile(r"\binquests?\b", re.IGNORECASE)
_SITTINGS = (EventKind.HEARING, EventKind.FINDING)
_DEATHS = (EventKind.DEATH, EventKind.DEATH_PRONOUNCEMENT)


@rule(
    "TL402",
    name="inquest-before-death",
    severity=Severity.CONTRADICTION,
    since="0.2.0",
    source=(
        "Coroners (Inquests) Rules 2013, rule 5: an inquest is opened after the duty to"
        " hold it arises, which takes a death."
    ),
    witness=_heard_while_alive,
)
def inquest_before_death(case: Case) -> Iterator[Hit]:
    """An inquest that is opened, sits or concludes before the death.

    ## What it does

    Takes the hearings and findings whose English words speak of an inquest, or in which
    a coroner takes part, and the opening of each investigation on the footing
    `inquest`. Compares each with every death that it can be about: of the same person,
    or of any where one of the two doesn't tell whom it affects. Certain where it comes
    before them all. Implausible instead of a contradiction where the person isn't told
    or where a vague word decides.

    ## Why it matters

    Inquests often sit years after the death, and their dates are often written without
    a year. One that seems to come first has the wrong year, or is that of another
    death.

    ## What it leaves alone

    Inquests with a death before them or one whose time isn't known; accounts that tell
    of no death; other hearings; what the sources deny.

    ## Mend

    Correct one of the two dates, or tell whose death the inquest was about.

    ## Example

    > An inquest was opened on 2 June 2023. He was pronounced dead on 23 November 2023.
    """
    dying = [one for kind in _DEATHS for one in case.incident.events_of_kind(kind)]
    deaths = [one for one in dying if is_told(one)]
    if not deaths:
        return
    of_whom = _by_person(deaths)
    for inquest in case.incident.investigations:
        if inquest.footing == Footing.INQUEST and is_told(inquest):
            yield from _before_death(case, inquest, inquest.opened, of_whom[_ALL])
    for kind in _SITTINGS:
        for event in case.incident.events_of_kind(kind):
            if _is_inquest(event) and is_told(event):
                meant = _meant(of_whom, sorted(affected(event)))
                yield from _before_death(case, event, event.start, meant)


def _is_inquest(event: Event) -> bool:
    if any(one.role == Role.CORONER for one in event.participants):
        return True
    return bool(_INQUEST.search(words_of(event)))


def _by_person(deaths: list[Event]) -> dict[str, list[Event]]:
    """The deaths that decide, of each person, of nobody told, and of all."""
    people: dict[str, list[Event]] = {_ALL: deaths}
    for death in deaths:
        for person in sorted(affected(death)) or [_NOBODY]:
            people.setdefault(person, []).append(death)
    return {who: decisive(each, _start) for who, each in people.items()}


def _start(event: Event) -> Moment:
    return event.start


def _meant(of_whom: dict[str, list[Event]], mine: list[str]) -> list[Event]:
    """The deaths that the inquest into some people's deaths can be about."""
    if not mine:
        return of_whom[_ALL]
    found = [one for who in (*mine, _NOBODY) for one in of_whom.get(who, ())]
    return list({one.id: one for one in found}.values())


def _before_death(
    case: Case, record: Event | Investigation, when: Moment, deaths: list[Event]
) -> Iterator[Hit]:
    verdict = before_all(when, [one.start for one in deaths])
    if verdict is None:
        return
    death = min(deaths, key=_earliest)
    sat, died = texts(when, death.start)
    verb = "comes" if verdict is Verdict.CERTAIN else "may come"
    gap = gap_text(when, death.start)
    is_event = isinstance(record, Event)
    mine = affected(record) if isinstance(record, Event) else frozenset()
    is_sure = not any(mine.isdisjoint(affected(one)) for one in deaths)
    grave = max((gravity(when, one.start) for one in deaths), key=_rank)
    yield case.hit(
        record,
        "start" if is_event else "opened",
        f"inquest ({sat}) {verb} {gap}before {death.kind} ({died})",
        others=deaths,
        verdict=verdict,
        severity=weigh(grave if is_sure else Severity.IMPLAUSIBLE, [record, *deaths]),
        mend="correct one of the two dates, or tell whose death it was about",
    )


def _earliest(event: Event) -> datetime:
    return event.start.earliest_utc or _FIRST


def _rank(severity: Severity) -> int:
    return severity.rank
