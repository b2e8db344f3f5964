"""The rule on statements that cannot all be true: TL102."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from incident_timeline.checks.case import Case, Hit
from incident_timeline.checks.order import (
    death_before_harm,
    event_ends_before_start,
    first_aid_before_harm,
)
from incident_timeline.checks.rule import rule
from incident_timeline.model import Draft, Incident, Severity, Verdict
from incident_timeline.timeline import Conflict, StatementKind

__all__ = ["order_conflict"]

_DIRECT = (event_ends_before_start, death_before_harm, first_aid_before_harm)
_STATED_ORDER = frozenset({StatementKind.LINK, StatementKind.PART})


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
    A conflict that rests on a vague word, such as "about", is implausible instead of a
    contradiction.

    ## Why it matters

    Each statement may look right by itself. Which of them is wrong can't be computed,
    but that one of them is wrong is certain, and there is no need to search the rest.

    ## What it leaves alone

    Two stated times that TL101, TL103 or TL104 already reports: those rules name the
    fault, so this one doesn't tell it again, even where they are left out of a run.
    Where a stated order takes part in the conflict, or a third event, this rule speaks.

    ## Mend

    Withdraw or correct any one of the statements: without it, the others agree.

    ## Example

    > Police were called at 19:59. More than an hour later, at 20:30, shots were fired.
    """
    told = {
        frozenset((finding.subject_ids[0], other))
        for one in _DIRECT
        for finding in one(case)
        if finding.verdict is Verdict.CERTAIN
        for other in finding.subject_ids
    }
    for conflict in case.timeline.conflicts:
        if not _is_told(conflict, told):
            yield _hit(conflict)


def _is_told(conflict: Conflict, told: set[frozenset[str]]) -> bool:
    """Whether a rule of its own speaks of just these events, and of no stated order."""
    if any(statement.kind in _STATED_ORDER for statement in conflict.statements):
        return False
    return frozenset(conflict.subject_ids) in told


def _hit(conflict: Conflict) -> Hit:
    places = dict.fromkeys(one.where for one in conflict.statements if one.where)
    listed = ", ".join(places)
    return Hit(
        where=next(iter(places)),
        message=str(conflict),
        severity=Severity.IMPLAUSIBLE if conflict.is_vague else None,
        subject_ids=conflict.subject_ids,
        citations=conflict.citations,
        mend=f"withdraw or correct any one of {listed}",
    )
