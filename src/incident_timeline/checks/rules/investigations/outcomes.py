"""Rules on the course of an investigation: TL401 and TL451."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from attrs import evolve

from incident_timeline.checks.case import Case, Hit
from incident_timeline.checks.claims import is_told, weigh
from incident_timeline.checks.rule import rule
from incident_timeline.checks.rules.investigations._decisive import decisive
from incident_timeline.checks.verdicts import (
    before,
    before_all,
    gap_text,
    gravity,
    texts,
)
from incident_timeline.model import (
    Draft,
    Event,
    Incident,
    Investigation,
    Severity,
)
from incident_timeline.moments import Moment, bounds_text
from incident_timeline.vocabulary import (
    EventKind,
    InvestigationStatus,
    Role,
)

__all__ = ["closed_yet_open", "outcome_before_start"]


def _found_before_begun() -> Incident:
    draft = Draft(zone="Europe/London")
    body = draft.party("an oversight body", kind="organisation")
    draft.investigation(body, footing="independent", opened="2023-11-24")
    draft.event("finding", "2023-06-02", who=[(body, "oversight_body")])
    return draft.incident()


@rule(
    "TL401",
    name="outcome-before-start",
    severity=Severity.CONTRADICTION,
    since="0.2.0",
    source=(
        "CASE gives an investigation a start and an end; its outcome can't come first."
    ),
    witness=_found_before_begun,
)
def outcome_before_start(case: Case) -> Iterator[Hit]:
    """A finding of an investigation, or its end, that comes before its start.

    ## What it does

    Compares each finding with the start of every investigation by a body that takes
    part in it: when the investigation was opened, and the events of kind
    `investigation_start` in which the body takes part. Certain where the finding comes
    before them all. Compares the end of each investigation with its opening, too.
    A finding in which nobody is told to take part is compared with all investigations
    that are told, and is implausible instead of a contradiction; likewise where a
    vague word decides.

    ## Why it matters

    A report can't come before the inquiry that it reports. Mostly a year is wrong, or
    the finding is that of another body.

    ## What it leaves alone

    Findings of a body of which one investigation has no date or started before; and
    findings in which bodies without an investigation take part; what the sources deny.

    ## Mend

    Correct one of the two dates, or name the body that made the finding.

    ## Example

    > The oversight body began its investigation on 24 November 2023. Its report was
    > published on 2 June 2023.
    """
    for one in case.incident.investigations:
        verdict = before(one.closed, one.opened) if one.closed else None
        if one.closed and verdict and is_told(one):
            yield evolve(
                _hit(case, one, one.closed, [(one, one.opened)]), verdict=verdict
            )
    findings = case.incident.events_of_kind(EventKind.FINDING)
    starts = _starts(case.incident) if findings else {}
    every = decisive([one for each in starts.values() for one in each], _begun_at)
    starts = {body_id: decisive(each, _begun_at) for body_id, each in starts.items()}
    for finding in findings:
        meant = _meant(finding, starts) if finding.participants else every
        verdict = before_all(finding.start, [moment for _, moment in meant])
        if verdict and is_told(finding):
            hit = _hit(case, finding, finding.start, meant)
            grave = hit.severity if finding.participants else Severity.IMPLAUSIBLE
            yield evolve(hit, verdict=verdict, severity=grave)


_Begun = Event | Investigation
_Start = tuple[_Begun, Moment]
_FIRST = datetime.min.replace(tzinfo=UTC)
_MAKERS = frozenset({Role.CORONER, Role.INVESTIGATOR, Role.OVERSIGHT_BODY})


def _hit(case: Case, record: _Begun, when: Moment, starts: list[_Start]) -> Hit:
    """A finding, or the end of an investigation, before all that could start it."""
    begun = min((moment for _, moment in starts), key=_earliest)
    others = [other for other, _ in starts]
    grave = max((gravity(when, moment) for _, moment in starts), key=_rank)
    done, first = texts(when, begun)
    verb = "comes" if when.precedes(begun) else "may come"
    is_event = isinstance(record, Event)
    what = record.kind if isinstance(record, Event) else "its end"
    gap = gap_text(when, begun)
    return case.hit(
        record,
        "start" if is_event else "closed",
        f"{what} ({done}) {verb} {gap}before the start of the investigation ({first})",
        others=others,
        severity=weigh(grave, [record, *others]),
        mend="correct one of the two dates, or name the body that made the finding",
    )


def _earliest(moment: Moment) -> datetime:
    return moment.earliest_utc or _FIRST


def _rank(severity: Severity) -> int:
    return severity.rank


def _starts(incident: Incident) -> dict[str, list[_Start]]:
    """When the investigations of each body began, by its id; empty for no body."""
    starts: dict[str, list[_Start]] = {}
    for event in incident.events_of_kind(EventKind.INVESTIGATION_START):
        if not is_told(event):
            continue
        bodies = [one.party_id for one in event.participants if one.role in _MAKERS]
        for body_id in dict.fromkeys(bodies or [""]):
            starts.setdefault(body_id, []).append((event, event.start))
    dated = frozenset(starts)
    for one in incident.investigations:
        body_id = one.body_id or ""
        if is_told(one) and not (one.opened.is_unknown and body_id in dated):
            starts.setdefault(body_id, []).append((one, one.opened))
    return starts


def _begun_at(start: _Start) -> Moment:
    return start[1]


def _meant(finding: Event, starts: dict[str, list[_Start]]) -> list[_Start]:
    """The starts of all that a finding can be the outcome of."""
    makers = [one for one in finding.participants if one.role in _MAKERS]
    bodies = dict.fromkeys(one.party_id for one in makers or finding.participants)
    return [start for body_id in bodies for start in starts.get(body_id, ())]


def _closed_and_open() -> Incident:
    draft = Draft(zone="Europe/London")
    draft.add(
        Investigation(
            status="open",
            opened=draft.moment("2023-11-24"),
            closed=draft.moment("2024-06-02"),
        )
    )
    return draft.incident()


_GOING_ON = frozenset(
    {
        *(InvestigationStatus.ACTIVE, InvestigationStatus.OPEN),
        *(InvestigationStatus.PENDING, InvestigationStatus.INACTIVE),
        InvestigationStatus.COLD,
    }
)


@rule(
    "TL451",
    name="closed-yet-open",
    severity=Severity.IMPLAUSIBLE,
    since="0.2.0",
    source="N-DEx, whose statuses of a case tell open ones from closed ones.",
    witness=_closed_and_open,
)
def closed_yet_open(case: Case) -> Iterator[Hit]:
    """An investigation that has ended, and whose status says that it goes on.

    ## What it does

    Looks at investigations with an end, of which something is known, for a status that
    says that they are not closed: `active`, `open`, `pending`, `inactive` or `cold`.

    ## Why it matters

    Whoever counts what is still open counts it; whoever counts what is done counts it
    too. Mostly the status was taken from an older page than the end.

    ## What it leaves alone

    Statuses `reopened`, `unknown` and terms of one's own; ends of which no bound is
    known.

    ## Mend

    Set the status to `closed` or `reopened`, or take away the end.

    ## Example

    > The investigation ended in June 2024. [Its status is `open`.]
    """
    for one in case.incident.investigations:
        closed = one.closed
        if one.status in _GOING_ON and closed and not closed.is_unknown:
            yield case.hit(
                one,
                "status",
                f"is {one.status}, but was closed ({bounds_text(closed)})",
                mend="set the status to closed or reopened, or take away the end",
            )
