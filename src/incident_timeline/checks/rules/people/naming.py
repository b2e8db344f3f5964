"""The rule on names that come before identification: TL302."""

from __future__ import annotations

import re
from collections.abc import Iterator

from incident_timeline.checks.case import Case, Hit
from incident_timeline.checks.claims import STATED, is_told, strength
from incident_timeline.checks.rule import rule
from incident_timeline.checks.verdicts import before_all, texts
from incident_timeline.errors import shown
from incident_timeline.model import (
    Draft,
    Incident,
    Party,
    Severity,
    Source,
    Verdict,
)
from incident_timeline.timeline import affected
from incident_timeline.vocabulary import EventKind, PartyKind

__all__ = ["named_before_identified"]

_DEATHS = (EventKind.DEATH, EventKind.DEATH_PRONOUNCEMENT)
_PENDING = re.compile(
    r"\bformal(?:ly)?\s{1,3}identif(?:ication|ied)\s{1,3}(?:is\s{1,3}pending"
    r"|remains\s{1,3}pending|(?:has|is)\s{1,3}yet\s{1,3}to|is\s{1,3}still\s{1,3}to"
    r"|(?:has|is)\s{1,3}not\s{1,3}(?:yet|been)|hasn[’']t|has\s{1,3}still\s{1,3}to)\b"
    r"|\b(?:yet\s{1,3}to\s{1,3}be|not\s{1,3}(?:yet\s{1,3})?been"
    r"|awaiting|pending)\s{1,3}(?:a\s{1,3})?formal(?:ly)?\s{1,3}identifi",
    re.IGNORECASE,
)
# What an account calls somebody whom it does not name.
_CIPHER = re.compile(
    r"[\w.’' -]{0,40}\b(?:[A-Z]{1,2}|\d{1,4}|[A-Z]{1,2}\d{1,4})", re.ASCII
)


def _named_while_pending() -> Incident:
    draft = Draft(zone="Europe/London")
    draft.source(
        "John Roe died at the scene. Formal identification has yet to take place."
    )
    man = draft.party("a man", name="John Roe", quote="John Roe")
    draft.event(
        "death_pronouncement",
        who=[(man, "affected_person")],
        quote="John Roe died at the scene",
    )
    return draft.incident()


@rule(
    "TL302",
    name="named-before-identified",
    severity=Severity.IMPLAUSIBLE,
    since="0.2.0",
    source=(
        "Metropolitan Police, disclosure 01.FOI.23.030402 of May 2023: a mistaken"
        " identity of the deceased must be avoided. Press offices tell when"
        " identification is pending."
    ),
    witness=_named_while_pending,
)
def named_before_identified(case: Case) -> Iterator[Hit]:
    """A person who died and is named before they were identified.

    ## What it does

    Looks at each named person who died and at the sources whose words hold the name.
    Reports a source that says, in English, that formal identification is pending; and a
    source that was published before every identification of that person. Where no
    source that is cited holds the name, it is enough that all of them say that
    identification is pending.

    ## Why it matters

    A name that comes too early tells a family of a death, or gives the death to
    somebody who is alive. In a record it shows that the name came from elsewhere.

    ## What it leaves alone

    Names that are cited as believed, apparent or alleged only; letters and numbers in
    place of a name ("Officer A"); people who didn't die; an identification that cites
    that same source, which is TL502. Publication and identification on one day are
    only possibly in that order.

    ## Mend

    Cite the source that names the person, or keep the name back.

    ## Example

    > John Roe died at the scene. Formal identification has yet to take place.
    """
    dead = tuple(_named_dead(case.incident))
    texts_of = case.incident.sources if dead else ()
    pending = {one.id for one in texts_of if _PENDING.search(one.text)}
    for party in dead:
        cited = dict.fromkeys(one.source_id for one in party.citations)
        sources = [case.incident.source(source_id) for source_id in cited]
        naming = [one for one in sources if _has_name(party, one)]
        for source in naming or _if_all_pending(party, sources, pending):
            yield from _too_early(
                case, party, source, is_pending=_is_pending(party, source, pending)
            )


def _named_dead(incident: Incident) -> Iterator[Party]:
    """The people with a name who died, each once."""
    if not any(party.name for party in incident.parties):
        return
    deaths = [one for kind in _DEATHS for one in incident.events_of_kind(kind)]
    told = (one for one in deaths if is_told(one))
    for party_id in dict.fromkeys(i for one in told for i in sorted(affected(one))):
        party = incident.party(party_id)
        is_named = party.name and not _CIPHER.fullmatch(party.name)
        is_firm = any(strength(one.force) >= STATED for one in party.citations)
        if is_named and is_firm and party.kind == PartyKind.PERSON:
            yield party


def _has_name(party: Party, source: Source) -> bool:
    quotes = (one.quote for one in party.citations if one.source_id == source.id)
    return any(party.name in quote for quote in quotes) or party.name in source.text


def _is_pending(party: Party, source: Source, pending: set[str]) -> bool:
    quotes = (one.quote for one in party.citations if one.source_id == source.id)
    return source.id in pending or any(map(_PENDING.search, quotes))


def _if_all_pending(
    party: Party, sources: list[Source], pending: set[str]
) -> list[Source]:
    """The first of the sources, where each says that identification is pending."""
    are_all = all(_is_pending(party, one, pending) for one in sources)
    return sources[:1] if are_all else []


def _too_early(
    case: Case, party: Party, source: Source, *, is_pending: bool
) -> Iterator[Hit]:
    if is_pending:
        yield case.hit(
            party,
            "name",
            f"is named, but source {shown(source.id)} says that formal identification"
            " is pending",
            others=(source,),
            mend="cite the source that names the person, or keep the name back",
        )
        return
    later = [
        event
        for event in case.incident.events_of_party(party.id)
        if event.kind == EventKind.IDENTIFICATION
        and is_told(event)
        and source.id not in {one.source_id for one in event.citations}
    ]
    published = source.published
    verdict = before_all(published, [one.start for one in later]) if published else None
    if published and verdict:
        out, when = texts(published, later[0].start)
        verb = "is" if verdict is Verdict.CERTAIN else "may be"
        yield case.hit(
            party,
            "name",
            f"{verb} named by source {shown(source.id)} ({out}) before the"
            f" {later[0].kind} ({when})",
            others=(source, *later),
            verdict=verdict,
            mend="correct one of the two dates, or cite the source that names",
        )
