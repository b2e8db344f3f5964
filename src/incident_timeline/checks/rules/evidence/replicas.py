"""The rule on imitations that are recorded as the thing itself: TL207."""

from __future__ import annotations

import re
from collections.abc import Iterator

from incident_timeline.checks.case import Case, Hit
from incident_timeline.checks.hedges import mentions
from incident_timeline.checks.rule import rule
from incident_timeline.model import Draft, Evidence, Incident, Severity
from incident_timeline.vocabulary import WORDS_BY_STRENGTH, Force, ItemType

__all__ = ["replica_as_firearm"]


def _replica_taken_for_real() -> Incident:
    draft = Draft(zone="Europe/London")
    draft.source("An imitation firearm was recovered.")
    draft.item("firearm", quote="An imitation firearm was recovered")
    return draft.incident()


_REPLICA = re.compile(
    r"\b(?:imitation|replica|toy|bb|pellet|airsoft|air)\b", re.IGNORECASE
)
_DENIAL = re.compile(
    r"\b(?:not|never|no|nor|neither|(?:rather|other) than|n[’']t)\s{1,3}"
    r"(?:(?:an?|the|any)\s{1,3})?\Z",
    re.IGNORECASE,
)
_HELD_TO_BE = frozenset(WORDS_BY_STRENGTH)


@rule(
    "TL207",
    name="replica-as-firearm",
    severity=Severity.IMPLAUSIBLE,
    since="0.2.0",
    source=(
        "The Washington Post's data on fatal police shootings keep a replica apart from"
        " a gun."
    ),
    witness=_replica_taken_for_real,
)
def replica_as_firearm(case: Case) -> Iterator[Hit]:
    """An item recorded as a firearm that its quotes call an imitation.

    ## What it does

    Looks in the quotes of each item of type `firearm` for what they call it. Where all
    that they name is an imitation, replica, toy, BB, pellet, airsoft or air weapon,
    the type goes beyond the words.

    ## Why it matters

    Whether a person who was shot held a firearm is what such accounts are read for.
    A weapon that cannot kill and that looks as if it could has a type of its own.

    ## What it leaves alone

    Items that one quote calls a firearm without reserve; a replica that the quote
    denies ("not an imitation firearm"); items that were ruled out to be a firearm, or
    of which that is disputed; quotes that deny.

    ## Mend

    Set the type to `replica_firearm`, or quote the source that calls it a firearm.

    ## Example

    > An imitation firearm was recovered.
    """
    for item in case.incident.evidence:
        if item.item_type == ItemType.FIREARM and item.status in _HELD_TO_BE:
            names = _names(case, item)
            if names and all(names):
                yield case.hit(
                    item,
                    "item_type",
                    "is recorded as firearm, but the words name an imitation only",
                    mend="set the type to replica_firearm, or quote what says firearm",
                )


def _names(case: Case, item: Evidence) -> list[bool]:
    """For each mention of a weapon in an item's quotes, whether it is an imitation."""
    quotes = [one for one in item.citations if one.force != Force.DENIED]
    if not any(_REPLICA.search(one.quote) for one in quotes):
        return []
    return [
        item_type == ItemType.REPLICA_FIREARM and not _DENIAL.search(lead)
        for citation in quotes
        for item_type, lead in mentions(case.incident, citation)
        if item_type in (ItemType.FIREARM, ItemType.REPLICA_FIREARM)
    ]
