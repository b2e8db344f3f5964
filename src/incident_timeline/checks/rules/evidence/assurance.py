"""Rules on claims that say more than their quotes: TL205 and TL206."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from incident_timeline.checks.case import Case, Hit
from incident_timeline.checks.claims import STATED, strength
from incident_timeline.checks.finders import ages_in
from incident_timeline.checks.hedges import (
    before_quote,
    claim_word,
    force_of,
    is_hedged,
    lead_word,
    mentions,
)
from incident_timeline.checks.rule import rule
from incident_timeline.errors import shown
from incident_timeline.model import (
    Age,
    Citation,
    Draft,
    Event,
    Evidence,
    Incident,
    Party,
    Severity,
)
from incident_timeline.vocabulary import EventKind, Force, ItemType

__all__ = ["force_above_quote", "status_above_quote"]

_FACTBANK = "FactBank tells what a source holds certain from what it holds probable"
# Words of these types name no thing that a status could be about.
_VAGUE = frozenset({ItemType.OTHER.value, "unknown"})


def _said_to_appear() -> Incident:
    draft = Draft(zone="Europe/London")
    draft.source("Officers recovered what appears to be a firearm.")
    draft.item("firearm", status="confirmed", quote="what appears to be a firearm")
    return draft.incident()


@rule(
    "TL205",
    name="status-above-quote",
    severity=Severity.IMPLAUSIBLE,
    since="0.2.0",
    source=_FACTBANK + ".",
    witness=_said_to_appear,
)
def status_above_quote(case: Case) -> Iterator[Hit]:
    """An item that is called surely what its sources call it with reserve.

    ## What it does

    Looks in the quotes of each item, and in those of the event in which it was
    recovered, for English words that name such an item, and for what stands right
    before them: "what appears to be a", "believed to be a", "suspected", "alleged",
    "possible" and the like. Where each mention is held back so, the status may be no
    more than the strongest of these words supports: `believed`, `apparent` or
    `alleged`, and not `stated` or `confirmed`. The words may also lead up to the
    quote, where the text of the source is kept.

    ## Why it matters

    "What appears to be a firearm" that becomes "a firearm" in a table is a claim that
    nobody has made. Whole inquests turn on that difference.

    ## What it leaves alone

    Items of which one mention is plain; reserve that has been given up ("no longer
    believed to be") or that bears on something else ("believed to be holding a
    knife"); quotes that deny; items whose type the lexicon has no words for.

    ## Mend

    Lower the status to what the words say, or quote the source that says more.

    ## Example

    > Officers recovered what appears to be a firearm.
    """
    for item in case.incident.evidence:
        if strength(item.status) >= STATED and item.item_type not in _VAGUE:
            word = _strongest_word(case, item)
            if word:
                yield case.hit(
                    item,
                    "status",
                    f"{item.status} to be {item.item_type}, but the words go no further"
                    f" than {shown(word)}",
                    mend=f"set the status to {force_of(word)}, or quote firmer words",
                )


def _strongest_word(case: Case, item: Evidence) -> str:
    """The firmest word with which an item is mentioned; empty where one is plain."""
    quotes = _quotes(case, item)
    if not any(is_hedged(before_quote(case.incident, q) + q.quote) for q in quotes):
        return ""
    words = [
        lead_word(lead) or ""
        for citation in quotes
        for item_type, lead in mentions(case.incident, citation)
        if item_type == item.item_type
    ]
    return max(words, key=_support, default="") if all(words) else ""


def _quotes(case: Case, item: Evidence) -> list[Citation]:
    event = None if item.event_id is None else case.incident.event(item.event_id)
    quotes = (*item.citations, *(event.citations if event else ()))
    return [one for one in quotes if one.force != Force.DENIED]


def _support(word: str) -> int:
    return strength(force_of(word))


def _told_as_fact() -> Incident:
    draft = Draft(zone="Europe/London")
    draft.source("The man is believed to have fired first.")
    draft.event("shots", quote="The man is believed to have fired first")
    return draft.incident()


_OCCURRENCES = frozenset(
    {
        *(EventKind.ARREST, EventKind.ATTACK, EventKind.COLLISION, EventKind.CONTACT),
        *(EventKind.CONVEYANCE, EventKind.CUSTODY, EventKind.DEATH),
        *(EventKind.DEATH_PRONOUNCEMENT, EventKind.EVIDENCE_RECOVERY),
        *(EventKind.FIRST_AID, EventKind.INJURY, EventKind.LAST_SEEN_ALIVE),
        *(EventKind.LESS_LETHAL, EventKind.MOVEMENT, EventKind.PURSUIT),
        *(EventKind.RELEASE, EventKind.RESTRAINT, EventKind.SHOTS),
    }
)


@rule(
    "TL206",
    name="force-above-quote",
    severity=Severity.IMPLAUSIBLE,
    since="0.2.0",
    source=_FACTBANK + "; its scale is that of a citation's force.",
    witness=_told_as_fact,
)
def force_above_quote(case: Case) -> Iterator[Hit]:
    """A citation with more force than its own words have.

    ## What it does

    Reads the quotes of what people did and suffered, and of ages, for English words
    that hold the whole claim back: "It is believed that", "is alleged to have",
    "apparently", "may have", "denied that", "No shots were". The force of the citation
    may be no more than the table of these words allows: `believed`, `apparent`,
    `alleged` or `denied`. Before an age, the words may also lead up to the quote.

    ## Why it matters

    A belief or an allegation that is carried on as a fact is put into the mouth of the
    source. About people, that is how harm is done.

    ## What it leaves alone

    Quotes of more than one clause, since the reserve may bear on another; reserve that
    bears on a thing or a person in the quote ("a man believed to be armed"); events in
    which something is said or decided, such as calls, hearings and findings; items,
    whose reserve is their status, which is TL205. A plain statement may be cited as
    confirmed.

    ## Mend

    Lower the force to what the words say, or quote words that say more.

    ## Example

    > The man is believed to have fired first.
    """
    for event in case.incident.events:
        if event.kind in _OCCURRENCES:
            for i, citation in enumerate(event.citations):
                word = claim_word(citation.quote)
                if word and strength(citation.force) > _support(word):
                    yield _above(case, event, f"citations[{i}]", citation, word)
    for party in case.incident.parties:
        if party.age is not None:
            yield from _ages(case, party, party.age)


def _ages(case: Case, party: Party, age: Age) -> Iterator[Hit]:
    for i, citation in enumerate(age.citations):
        if strength(citation.force) >= STATED:
            lead = before_quote(case.incident, citation)
            whole = lead + citation.quote
            word = _age_word(whole) if is_hedged(whole) else None
            if word:
                yield _above(case, party, f"age.citations[{i}]", citation, word)


def _age_word(text: str) -> str | None:
    """The word that holds back the last age told in a text."""
    ages = ages_in(text)
    return lead_word(text[: ages[-1].start]) if ages else None


def _above(
    case: Case, record: Event | Party, path: str, citation: Citation, word: str
) -> Hit:
    goes = "deny it with" if force_of(word) == Force.DENIED else "go no further than"
    hit = case.hit(
        record,
        f"{path}.force",
        f"cited as {shown(citation.force)}, but the words {goes} {shown(word)}",
        mend=f"set the force to {force_of(word)}, or quote firmer words",
    )
    return evolve(hit, citations=(citation,))
