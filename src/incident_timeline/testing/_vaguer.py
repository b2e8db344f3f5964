"""Incidents told more vaguely, and each reading of them told closely again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from functools import partial
from itertools import count
from typing import Final

from attrs import evolve

from incident_timeline.checks import Case, Rule
from incident_timeline.errors import InvalidMomentError
from incident_timeline.model import Finding, Incident
from incident_timeline.moments import Moment
from incident_timeline.testing._changes import retimed, widened
from incident_timeline.testing._judged_rules import certain, listed
from incident_timeline.testing._subjects import Subject, found
from incident_timeline.testing.check import Breach

__all__ = ["stays_vague", "vaguer"]

_MINUTE: Final = timedelta(minutes=1)
_MOST: Final = 12  # moments of an incident that are read apart from the others


def vaguer(incident: Incident) -> Iterator[Incident]:
    """The incident told by days, by "about", and with bounds as far as it is long."""
    for change in (_on_its_day, _about):
        yield retimed(incident, partial(_where_it_can, change))
    instants = [one for pair in _bounds(incident) for one in pair if one is not None]
    if not instants:
        return
    length = max(instants) - min(instants) + _MINUTE
    none = timedelta()
    for gaps in ((none, length), (length, none), (length, length)):
        wider = widened(incident, *gaps)
        if wider is not None:
            yield wider


def _where_it_can(change: Callable[[Moment], Moment], moment: Moment) -> Moment:
    try:
        vague = change(moment)
    except InvalidMomentError:
        return moment
    return evolve(vague, text=moment.text)


def _on_its_day(moment: Moment) -> Moment:
    first = moment.earliest
    return moment if first is None else Moment.on(first.date(), zone=str(moment.zone))


def _about(moment: Moment) -> Moment:
    return Moment.about(moment.stated, zone=moment.zone) if moment.stated else moment


def _bounds(incident: Incident) -> list[tuple[datetime | None, datetime | None]]:
    found: list[tuple[datetime | None, datetime | None]] = []

    def note(moment: Moment) -> Moment:
        found.append((moment.earliest_utc, moment.latest_utc))
        return moment

    retimed(incident, note)
    return found


def _closer(incident: Incident) -> Iterator[Incident]:
    """One time known to be as early as it may be and the others as late; or reverse."""
    for i in range(min(_MOST, len(_bounds(incident)))):
        for is_early in (True, False):
            yield _read(incident, i, is_early=is_early)


def _read(incident: Incident, apart: int, *, is_early: bool) -> Incident:
    numbers = count()

    def pinned(moment: Moment) -> Moment:
        is_first = (next(numbers) == apart) == is_early
        bound = moment.earliest_utc if is_first else moment.latest_utc
        if bound is None or moment.width is None:
            return moment
        return evolve(moment, earliest_utc=bound, latest_utc=bound)

    return retimed(incident, pinned)


def _surely(findings: tuple[Finding, ...]) -> set[frozenset[str]]:
    """What the certain findings are about, each."""
    return {frozenset(one.subject_ids) for one in certain(findings)}


def stays_vague(rule: Rule, subject: Subject) -> Breach | None:
    """Whether what is certain of vague times stays so in each reading of them."""
    ours = subject.found(rule)
    sure = _surely(ours)
    for one in _closer(subject.incident) if sure else ():
        theirs = found(rule, Case(one))
        if sure - _surely(theirs):
            seen = f"in a reading of those times:\n{listed(theirs)}\n{one!r}"
            return Breach(expected=listed(ours), seen=seen)
    return None
