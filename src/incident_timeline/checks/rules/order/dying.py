"""Rules on the order around a death: TL115, TL116 and TL117."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from incident_timeline.checks.case import Case, Hit
from incident_timeline.checks.claims import is_told
from incident_timeline.checks.rule import rule
from incident_timeline.checks.rules.order.sequence import (
    out_of_order,
    rows_of,
    source_of,
)
from incident_timeline.model import Draft, Incident, Severity
from incident_timeline.vocabulary import EventKind

__all__ = [
    "dead_before_last_seen_alive",
    "post_mortem_before_death",
    "pronouncement_before_death",
]

_PRONOUNCED = rows_of("TL115")
_SEEN = rows_of("TL116")
_EXAMINED = rows_of("TL117")
_DEAD = tuple(evolve(one, earlier=(EventKind.DEATH,)) for one in _EXAMINED)


def _pronounced_before_death() -> Incident:
    return _of_one_man(("death", "T21:50"), ("death_pronouncement", "T21:30"))


def _of_one_man(*told: tuple[str, str]) -> Incident:
    draft = Draft(zone="Europe/London")
    who = [(draft.party("a man"), "affected_person")]
    for kind, when in told:
        draft.event(kind, f"2023-11-23{when}", who=who)
    return draft.incident()


@rule(
    "TL115",
    name="pronouncement-before-death",
    severity=Severity.CONTRADICTION,
    since="0.2.0",
    source=source_of(_PRONOUNCED),
    witness=_pronounced_before_death,
)
def pronouncement_before_death(case: Case) -> Iterator[Hit]:
    """A death pronounced before the person died.

    ## What it does

    Compares each pronouncement with the death of the same person, where that is told
    apart from it. Certain where it comes before. Implausible instead of a contradiction
    where one of the two doesn't tell whom it affects, or where a vague word decides.

    ## Why it matters

    The two times answer different questions: how long a person lived, and when a
    doctor or paramedic said so. Swapped, both answers are wrong.

    ## What it leaves alone

    Accounts that tell one of the two only, deaths of others, and times whose bounds
    don't decide.

    ## Mend

    Swap the two times, or correct one.

    ## Example

    > He died at 21:50. He had been pronounced dead at 21:30.
    """
    yield from out_of_order(case, _PRONOUNCED)


def _dead_before_seen_alive() -> Incident:
    return _of_one_man(("last_seen_alive", "T22:10"), ("death", "T21:30"))


@rule(
    "TL116",
    name="dead-before-last-seen-alive",
    severity=Severity.CONTRADICTION,
    since="0.2.0",
    source=source_of(_SEEN),
    witness=_dead_before_seen_alive,
)
def dead_before_last_seen_alive(case: Case) -> Iterator[Hit]:
    """A person who died, or was pronounced dead, before being last seen alive.

    ## What it does

    Compares each death and each pronouncement with the last of the times at which the
    same person is told to have been seen alive. Certain where it comes before.
    Implausible instead of a contradiction where it isn't told whom one of the two
    affects, or where a vague word decides.

    ## Why it matters

    Of a death in custody, the last check is the bound that everything else hangs on. A
    check recorded after the death is either a clock read wrong or a check not made.

    ## What it leaves alone

    Others than the person who died, and times whose bounds don't decide.

    ## Mend

    Correct one of the two times.

    ## Example

    > He died at 21:30. He was last seen alive at 22:10.
    """
    yield from out_of_order(case, _SEEN, every=True)


def _examined_before_death() -> Incident:
    return _of_one_man(("death_pronouncement", "T21:30"), ("post_mortem", "T14:00"))


@rule(
    "TL117",
    name="post-mortem-before-death",
    severity=Severity.CONTRADICTION,
    since="0.2.0",
    source=source_of(_EXAMINED),
    witness=_examined_before_death,
)
def post_mortem_before_death(case: Case) -> Iterator[Hit]:
    """A post-mortem examination before the death was pronounced.

    ## What it does

    Compares each post-mortem examination with the pronouncement of the same person's
    death, or with the death itself where the account tells of no pronouncement. Certain
    where it comes before all that are told. Implausible instead of a
    contradiction where one of the two doesn't tell whom it affects, or where a vague
    word decides.

    ## Why it matters

    The usual causes are a month or a year that was filled in wrongly. Every later date,
    of identification and inquest, is then in doubt.

    ## What it leaves alone

    Examinations on the day of the death, where no clock times are told; and of others.

    ## Mend

    Correct the date of the examination or that of the death.

    ## Example

    > He was pronounced dead at 21:30. A post-mortem took place at 14:00 that day.
    """
    pronounced = case.incident.events_of_kind(EventKind.DEATH_PRONOUNCEMENT)
    yield from out_of_order(case, _EXAMINED if any(map(is_told, pronounced)) else _DEAD)
