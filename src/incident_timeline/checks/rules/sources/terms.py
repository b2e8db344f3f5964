"""The rule on terms that are nearly known ones: TL522."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from functools import lru_cache

from incident_timeline.checks.case import Case, Hit
from incident_timeline.checks.rule import rule
from incident_timeline.errors import shown
from incident_timeline.model import Draft, Incident, Severity
from incident_timeline.model.incident import Named
from incident_timeline.vocabulary import (
    EventKind,
    EvidenceStatus,
    Footing,
    InvestigationStatus,
    ItemType,
    PartyKind,
    Role,
    Term,
    find_term,
)

__all__ = ["near_term"]

_NEAR = 0.84  # of difflib's ratio: one letter of six, two of thirteen


def _misspelt() -> Incident:
    draft = Draft(zone="Europe/London")
    draft.event("shotts", "2023-11-23T21:00")
    return draft.incident()


@rule(
    "TL522",
    name="near-term",
    severity=Severity.NOTE,
    since="0.4.0",
    source="Every vocabulary is open: a term that nobody knows is accepted and kept.",
    witness=_misspelt,
)
def near_term(case: Case) -> Iterator[Hit]:
    """A term that is no known one, and nearly is.

    ## What it does

    Looks for kinds of events and parties, roles, types and statuses of items, and
    footings and statuses of investigations that no vocabulary has, while it has one
    that differs in a letter or two.

    ## Why it matters

    An event of kind `shotts` is of no kind that a rule, a phase or a count knows: it
    leaves them all, and nobody is told.

    ## What it leaves alone

    Terms with a prefix, such as `x-mycity:tow`, and terms that are like none.

    ## Mend

    Write the known term; or give your own a prefix.

    ## Example

    > A table of which one row has the kind "shotts".
    """
    for record, field, vocabulary, word in _terms(case.incident):
        near = _near(vocabulary, word)
        if near:
            message = f"{shown(word)} is no known term; {near!r} is"
            yield case.hit(record, field, message, mend=f"write {near!r}")


def _terms(incident: Incident) -> Iterator[tuple[Named, str, type[Term], str]]:
    for event in incident.events:
        yield event, "kind", EventKind, event.kind
        for i, one in enumerate(event.participants):
            yield event, f"participants[{i}].role", Role, one.role
    for party in incident.parties:
        yield party, "kind", PartyKind, party.kind
    for item in incident.evidence:
        yield item, "item_type", ItemType, item.item_type
        yield item, "status", EvidenceStatus, item.status
    for inquiry in incident.investigations:
        yield inquiry, "footing", Footing, inquiry.footing
        yield inquiry, "status", InvestigationStatus, inquiry.status


@lru_cache(maxsize=4096)
def _near(vocabulary: type[Term], word: str) -> str:
    """The known term that a word nearly is; empty for a known one, and for others."""
    if ":" in word or word.startswith("x-") or find_term(vocabulary, word):
        return ""
    words = [term.value for term in vocabulary]
    return next(iter(get_close_matches(word, words, n=1, cutoff=_NEAR)), "")
