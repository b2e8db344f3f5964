"""Rules on the custody of items, hand-over by hand-over: TL202, TL203 and TL204."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

from attrs import evolve

from incident_timeline.checks.case import Case, Hit
from incident_timeline.checks.claims import is_told, weigh
from incident_timeline.checks.rule import rule
from incident_timeline.checks.verdicts import before, gap_text, gravity, texts
from incident_timeline.errors import shown
from incident_timeline.model import (
    CustodyStep,
    Draft,
    Evidence,
    Incident,
    Party,
    Severity,
    Verdict,
)
from incident_timeline.vocabulary import PartyKind

__all__ = ["custody_gap", "custody_out_of_order", "custody_wrong_giver"]

_CHAIN = "NIST SP 800-72, chain of custody"
_SEQUENCE = "NIEM im:ChainOfCustodySequenceID; " + _CHAIN


def _chain(*steps: tuple[str, str, str]) -> Incident:
    """A knife handed over as told: when, from whom, to whom."""
    draft = Draft(zone="Europe/London")
    names = dict.fromkeys(name for _, *both in steps for name in both)
    people = {name: draft.party(name).id for name in names}
    custody = [
        CustodyStep(at=draft.moment(at), from_id=people[giver], to_id=people[receiver])
        for at, giver, receiver in steps
    ]
    draft.add(Evidence(item_type="knife", custody=custody))
    return draft.incident()


def _handed_on_before_received() -> Incident:
    return _chain(
        ("2023-11-24T09:00", "Officer A", "Officer B"),
        ("2023-11-23T23:15", "Officer B", "an analyst"),
    )


@rule(
    "TL202",
    name="custody-out-of-order",
    severity=Severity.CONTRADICTION,
    since="0.2.0",
    source=_SEQUENCE + ".",
    witness=_handed_on_before_received,
)
def custody_out_of_order(case: Case) -> Iterator[Hit]:
    """A hand-over that comes before the one that is told before it.

    ## What it does

    Goes through the hand-overs of each item in the order in which they are told, and
    compares the time of each with that of the last one before it that is dated. Where
    a vague word decides, it is implausible instead of a contradiction.

    ## Why it matters

    A chain of custody is only worth something as a sequence. One hand-over out of
    order puts in doubt who held the item, and with it all that was found on it.

    ## What it leaves alone

    Hand-overs without a time, those that may fall in the same minute or day, and those
    that their sources deny.

    ## Mend

    Correct the time of one of the two hand-overs, or tell them in the order in which
    they took place.

    ## Example

    > Officer A gave the knife to Officer B on 24 November at 09:00, and Officer B gave
    > it to an analyst on 23 November at 23:15.
    """
    for item in case.incident.evidence:
        dated = [
            (i, step)
            for i, step in enumerate(item.custody)
            if not step.at.is_unknown and is_told(step)
        ]
        for (_, last), (i, step) in pairwise(dated):
            if verdict := before(step.at, last.at):
                at, then = texts(step.at, last.at)
                verb = "comes" if verdict is Verdict.CERTAIN else "may come"
                gap = gap_text(step.at, last.at)
                hit = case.hit(
                    item,
                    f"custody[{i}].at",
                    f"hand-over ({at}) {verb} {gap}before the one told before it"
                    f" ({then})",
                    verdict=verdict,
                    severity=weigh(gravity(step.at, last.at), [last, step]),
                    mend="correct one of the two times, or the order of the hand-overs",
                )
                yield _with_words(hit, last, step)


def _with_words(hit: Hit, *steps: CustodyStep) -> Hit:
    """A hit with the words of the hand-overs that it is about, too."""
    quotes = (quote for step in steps for quote in step.citations)
    return evolve(hit, citations=tuple(dict.fromkeys((*hit.citations, *quotes))))


def _given_by_another() -> Incident:
    return _chain(
        ("2023-11-23T23:15", "Officer A", "Officer B"),
        ("2023-11-24T09:00", "Officer C", "an analyst"),
    )


@rule(
    "TL203",
    name="custody-wrong-giver",
    severity=Severity.CONTRADICTION,
    since="0.2.0",
    source=_CHAIN + ": it tells each person who handled the evidence.",
    witness=_given_by_another,
)
def custody_wrong_giver(case: Case) -> Iterator[Hit]:
    """A hand-over by someone other than the one who received the item last.

    ## What it does

    Follows each item from hand to hand in the order of telling: whoever gives it is
    who received it in the hand-over before. Whoever first gives it is who recovered
    it, where that is told; a difference there is implausible only, and so is one
    between a unit or body and a person, since the one may be of the other.

    ## Why it matters

    Between the two hand-overs somebody held the item of whom nothing is told, or two
    held it at once. Courts ask for just that link.

    ## What it leaves alone

    Hand-overs that don't say who gave, or after one that doesn't say who received;
    those that their sources deny; and a hand-over that comes before the one told before
    it, which is TL202.

    ## Mend

    Add the hand-over that is missing between the two, or correct the giver or the
    receiver.

    ## Example

    > Officer A gave the knife to Officer B. The next day Officer C gave it to an
    > analyst.
    """
    for item in case.incident.evidence:
        holder, previous = item.recovered_by_id, None
        for i, step in enumerate(item.custody):
            if not is_told(step):
                continue
            giver = step.from_id
            if giver and holder and giver != holder and not _is_early(step, previous):
                yield _wrong_giver(case, item, i, holder, previous)
            holder, previous = step.to_id, step


def _is_early(step: CustodyStep, previous: CustodyStep | None) -> bool:
    return previous is not None and step.at.precedes(previous.at)


def _wrong_giver(
    case: Case, item: Evidence, place: int, holder_id: str, previous: CustodyStep | None
) -> Hit:
    step = item.custody[place]
    steps = [one for one in (previous, step) if one]
    giver = case.incident.party(step.from_id or "")
    holder = case.incident.party(holder_id)
    are_people = giver.kind == holder.kind == PartyKind.PERSON
    had = "received" if previous else "recovered"
    is_sure = previous is not None and are_people
    grave = Severity.CONTRADICTION if is_sure else Severity.IMPLAUSIBLE
    hit = case.hit(
        item,
        f"custody[{place}].from_id",
        f"handed over by {_name(giver)}, but last {had} by {_name(holder)}",
        others=(giver, holder),
        severity=weigh(grave, steps),
        mend="add the hand-over between the two, or correct giver or receiver",
    )
    return _with_words(hit, *steps)


def _name(party: Party) -> str:
    return shown(party.name or party.description or party.id)


def _no_purpose() -> Incident:
    return _chain(("2023-11-23T23:15", "Officer A", "Officer B"))


_PARTS: dict[str, Callable[[CustodyStep], bool]] = {
    "its time": lambda step: step.at.is_unknown,
    "who gave": lambda step: step.from_id is None,
    "who received": lambda step: step.to_id is None,
    "what for": lambda step: not step.purpose.strip(),
}


@rule(
    "TL204",
    name="custody-gap",
    severity=Severity.MISSING,
    since="0.2.0",
    source=(
        _CHAIN + ": who handled the evidence, when it was collected or transferred, and"
        " for what purpose."
    ),
    witness=_no_purpose,
    is_default=False,
)
def custody_gap(case: Case) -> Iterator[Hit]:
    """A hand-over that doesn't tell when, by whom, to whom or what for.

    ## What it does

    Looks at each hand-over of each item for its time, giver, receiver and purpose, and
    names those that are missing.

    ## Why it matters

    Those four are what a chain of custody consists of; without one of them nobody can
    tell that an item is still the one that was recovered.

    ## What it leaves alone

    Items of which no hand-over is told: most accounts are no custody record. Times
    that are told vaguely are told. Hand-overs that their sources deny.

    ## Mend

    Add what is missing from the custody record, with its quote.

    ## Example

    > Officer A gave the knife to Officer B at 23:15.
    """
    for item in case.incident.evidence:
        for i, step in enumerate(item.custody):
            missing = [name for name, lacks in _PARTS.items() if lacks(step)]
            if missing and is_told(step):
                hit = case.hit(
                    item,
                    f"custody[{i}]",
                    f"hand-over doesn't tell {', '.join(missing)}",
                    mend=f"add {', '.join(missing)}, from the custody record",
                )
                yield _with_words(hit, step)
