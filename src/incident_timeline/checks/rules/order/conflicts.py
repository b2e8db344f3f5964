"""Rules on statements that cannot all be true: TL102, TL106 and TL107."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import timedelta

from attrs import evolve

from incident_timeline.checks.case import Case, Hit
from incident_timeline.checks.claims import is_told, weigh
from incident_timeline.checks.rule import rule
from incident_timeline.checks.rules.order.sequence import out_of_order
from incident_timeline.checks.verdicts import before, gap_text, gravity, texts
from incident_timeline.model import Draft, Event, Incident, Severity, Verdict
from incident_timeline.moments import Moment
from incident_timeline.timeline import (
    AXIOMS,
    Conflict,
    StatementKind,
    solve,
)

__all__ = [
    "order_conflict",
    "order_cycle",
    "part_outside_whole",
    "teller",
    "told_directly",
]

_LINK, _PART = StatementKind.LINK, StatementKind.PART
_MOMENT = StatementKind.MOMENT
_UNKNOWN = Moment.unknown()


def _an_hour_too_late() -> Incident:
    draft = Draft(zone="Europe/London")
    call = draft.event("call", "2023-11-23T19:59")
    shots = draft.event("shots", "2023-11-23T20:30")
    draft.link(shots, "after", call, least=timedelta(hours=1))
    return draft.incident()


@rule(
    "TL102",
    name="order-conflict",
    severity=Severity.CONTRADICTION,
    since="0.1.0",
    source=(
        "Simple temporal networks: Dechter, Meiri and Pearl, Temporal constraint"
        " networks, 1991."
    ),
    witness=_an_hour_too_late,
)
def order_conflict(case: Case) -> Iterator[Hit]:
    """Statements about the order that cannot all be true.

    ## What it does

    Solves the incident: all stated times, all stated orders and what must hold in the
    world, taken together. Each independent conflict is one finding that names the
    smallest set of statements that exclude each other, and by how much they disagree.
    A conflict that rests on a vague word, such as "about", or on what is no more than
    alleged, is implausible instead of a contradiction.

    ## Why it matters

    Each statement may look right by itself. Which of them is wrong can't be computed,
    but that one of them is wrong is certain, and there is no need to search the rest.

    ## What it leaves alone

    What a rule of its own reports, even where that is left out of a run: an end before
    its start (TL101), two stated times against one order of the world (TL103, TL104,
    TL115 to TL117), stated orders that exclude each other without any time (TL106) and
    a part outside its whole (TL107). Conflicts that need what a source only denies.

    ## Mend

    Withdraw or correct any one of the statements: without it, the others agree.

    ## Example

    > Police were called at 19:59. More than an hour later, at 20:30, shots were fired.
    """
    conflicts = case.timeline.conflicts
    told = told_directly(case) if conflicts else {}
    for conflict in conflicts:
        if teller(conflict, told) == "TL102":
            yield _hit(conflict)


def told_directly(case: Case) -> dict[frozenset[str], str]:
    """The pairs of events that a rule tells to be certainly out of order."""
    return {
        frozenset((hit.subject_ids[0], other)): axiom.code
        for axiom in AXIOMS
        for hit in out_of_order(case, [axiom])
        if hit.verdict is Verdict.CERTAIN
        for other in hit.subject_ids[1:]
    }


def teller(conflict: Conflict, told: Mapping[frozenset[str], str]) -> str:
    """The code of the rule that tells a conflict.

    Without a stated time or an order of the world, TL106; with times alone, TL101; with
    times and one part, TL107; with two starts and orders of the world, the rule that
    tells of those two events, by *told*. All else is told by TL102.
    """
    kinds = Counter(one.kind for one in conflict.statements)
    orders, axioms = kinds[_LINK] + kinds[_PART], kinds[StatementKind.AXIOM]
    if not (kinds[_MOMENT] or axioms):
        return "TL106"
    if not (orders or axioms):
        return "TL101"
    if kinds[_PART] == 1 == orders and not axioms:
        return "TL107"
    if orders or kinds[StatementKind.SPAN]:
        return "TL102"
    dated = (one for one in conflict.statements if one.kind is _MOMENT)
    pair = frozenset(one.subject_ids[0] for one in dated)
    return told.get(pair, "TL102")


def _hit(conflict: Conflict) -> Hit:
    places = dict.fromkeys(one.where for one in conflict.statements if one.where)
    return Hit(
        where=next(iter(places)),
        message=str(conflict),
        severity=Severity.IMPLAUSIBLE if conflict.is_vague else None,
        subject_ids=conflict.subject_ids,
        citations=conflict.citations,
        mend=f"withdraw or correct any one of {', '.join(places)}",
    )


def _a_circle() -> Incident:
    draft = Draft(zone="Europe/London")
    call, arrival, shots = (draft.event(one) for one in ("call", "arrival", "shots"))
    draft.link(call, "before", arrival)
    draft.link(arrival, "before", shots)
    draft.link(shots, "before", call)
    return draft.incident()


@rule(
    "TL106",
    name="order-cycle",
    severity=Severity.CONTRADICTION,
    since="0.2.0",
    source="Temporal annotation is checked for the same: tieval, not an acyclic graph.",
    witness=_a_circle,
)
def order_cycle(case: Case) -> Iterator[Hit]:
    """Stated orders that exclude each other, whatever the times.

    ## What it does

    Where a stated order takes part in any conflict, solves the incident once more with
    its links and parts alone. Each independent conflict among these is one finding with
    the smallest set of them that can't all be true: a circle of "before", two gaps that
    don't fit, or a part that is told to come after its whole. It is implausible where a
    gap of one side only, such as "immediately after", is needed, or where one of them
    is no more than alleged.

    ## Why it matters

    No time can mend it: an order that runs in a circle puts every event in it before
    itself. Mostly "before" and "after" were mixed up in one of the links.

    ## What it leaves alone

    Stated orders that only the stated times exclude, which TL102 tells; and those that
    their sources only deny.

    ## Mend

    Withdraw or turn round any one of the stated orders.

    ## Example

    > The call came before the arrival, that before the shots, those before the call.
    """
    stated = (
        one for conflict in case.timeline.conflicts for one in conflict.statements
    )
    if not any(one.kind in (_LINK, _PART) for one in stated):
        return
    for conflict in solve(_untimed(case.incident), axioms=()).conflicts:
        yield _hit(conflict)


def _untimed(incident: Incident) -> Incident:
    """The incident without a time; what has an end keeps one."""
    return evolve(
        incident,
        events=tuple(
            evolve(one, start=_UNKNOWN, end=None if one.end is None else _UNKNOWN)
            for one in incident.events
        ),
    )


def _collided_after_the_pursuit() -> Incident:
    draft = Draft(zone="Europe/London")
    whole = draft.event("pursuit", "2023-11-23T20:00", end="2023-11-23T20:20")
    part = draft.event("collision", "2023-11-23T20:40")
    incident = draft.incident()
    return evolve(incident, events=(whole, evolve(part, part_of_id=whole.id)))


@rule(
    "TL107",
    name="part-outside-whole",
    severity=Severity.CONTRADICTION,
    since="0.2.0",
    source="HURIDOCS list 22, a smaller event within a bigger event; TimeML INCLUDES.",
    witness=_collided_after_the_pursuit,
)
def part_outside_whole(case: Case) -> Iterator[Hit]:
    """A part of an event that lies outside it.

    ## What it does

    Compares the start and the end of each event that is a part of another with the
    start and the end of the whole. Certain where one of them lies outside by every
    reading of the bounds, possible where some reading has it so. Implausible instead of
    a contradiction where a vague word decides.

    ## Why it matters

    Either the part is of another event, or one of the two lasted longer than is told:
    both change what happened when.

    ## What it leaves alone

    Wholes for which no end is told, as far as that would decide; bounds that are open;
    and events that their sources only deny. Where a third event or a stated order is
    needed to show it, TL102 speaks.

    ## Mend

    Correct one of the two times, or make it a part of another event, or of none.

    ## Example

    > Police pursued a car from 20:00 to 20:20. In the pursuit, at 20:40, it crashed.
    """
    for event in case.incident.events:
        if event.part_of_id is None or not is_told(event):
            continue
        whole = case.incident.event(event.part_of_id)
        found = [*_outside(case, event, whole)] if is_told(whole) else []
        yield from sorted(found, key=lambda one: one.verdict)[:1]


def _outside(case: Case, event: Event, whole: Event) -> Iterator[Hit]:
    """Each time of a part that lies outside the whole, the start first."""
    for field, moment in (("start", event.start), ("end", event.end)):
        if moment is None:
            continue
        if verdict := before(moment, whole.start):
            moments = (moment, whole.start)
            yield _outer(case, event, whole, field, moments=moments, verdict=verdict)
        if whole.end is not None and (verdict := before(whole.end, moment)):
            moments = (whole.end, moment)
            yield _outer(case, event, whole, field, moments=moments, verdict=verdict)


def _outer(
    case: Case,
    event: Event,
    whole: Event,
    field: str,
    *,
    moments: tuple[Moment, Moment],
    verdict: Verdict,
) -> Hit:
    first, second = texts(*moments)
    gap = gap_text(*moments)
    verb = "lies" if verdict is Verdict.CERTAIN else "may lie"
    how = f"after the end of {whole.kind} ({first})"
    when = second
    if moments[1] is whole.start:
        how, when = f"before the start of {whole.kind} ({second})", first
    return case.hit(
        event,
        field,
        f"the {field} of {event.kind} ({when}) {verb} {gap}{how}, its whole",
        others=[whole],
        verdict=verdict,
        severity=weigh(gravity(*moments), (event, whole)),
        mend="move one of the two, or make it a part of another event",
    )
