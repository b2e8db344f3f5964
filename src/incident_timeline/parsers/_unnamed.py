"""Occurrences that no word of the lexicon names: a dated sentence with its verb."""

from __future__ import annotations

import re
from collections.abc import Sequence

from incident_timeline.moments import Precision
from incident_timeline.parsers._dating import Told
from incident_timeline.parsers._passages import Passage
from incident_timeline.text.actors import Mention
from incident_timeline.text.cues import Telling
from incident_timeline.text.lexicon import Cue
from incident_timeline.text.spans import Span
from incident_timeline.text.times import TimeMention

__all__ = ["with_unnamed"]

_CUE = Cue(kind="other", pattern="(did|done)", dated=True)
_DONE = (
    r"(?!(?:need|want|hop|liv|believ|remain|appear|seem|follow|involv|includ|intend"
    r"|add|claim|confirm|stat|explain|note|report|suspect|describ|inform|alleg|expect"
    r"|relat|concern|continu|own|exist|suffer|provid|schedul|plann|bas|locat|ag|dat|entitl"
    r"|nam|call|requir|oblig|limit|tir|marri|retir|employ|serv|work|rain|snow"
    # What the lexicon has cues for: told without them, it is nothing of its own.
    r"|arriv|reach|turn|pass|start|stopp|fail|task|notifi|contact|respond|return|pronounc"
    r"|approach|pull|enter|book|clos|mov|refus|observ|dispatch|tri)(?:e?d)\b)"
    r"(?:\w{2,14}ed|woke|awoke|put|spent|swore|met|sat|stood|sent|got|took"
    r"|rode|began|broke|bought|paid|sold|wore|built|fed|led|laid|lit|lost"
    r"|made|rose|sang|set|shut|slept|stole|threw|wrote|gave|heard|held|kept|read)"
)
# A verb right after its subject, with small words: "then also walked", "was sent".
_VERB = re.compile(
    r",?\s{1,3}(?:(?:then|also|later|first|again|\w{2,12}ly|·{1,80},?)\s{1,3}){0,2}"
    rf"(?:(?:was|were|had|had been)\s{{1,3}}(?:then\s|later\s)?)?{_DONE}\b"
)
# Of a thing, only what was done to it, or what "it" or "I" did.
_UNDERGONE = re.compile(
    rf"(?:\s{{1,3}}[a-z’'-]{{2,20}}){{0,3}}?\s(?:was|were|had been)\s{{1,3}}{_DONE}\b"
)
_SELF = frozenset({"i", "it", "we"})


def with_unnamed(
    told: Sequence[Told], found: Sequence[Passage], text: str
) -> tuple[Told, ...]:
    """What is told, and what dated sentences tell that no cue has a name for."""
    more = [one for passage in found for one in _unnamed(passage, text)]
    return tuple(sorted([*told, *more], key=lambda one: one.telling.at))


def _unnamed(passage: Passage, text: str) -> Sequence[Told]:
    """The occurrence of a sentence that tells nothing else, if it has a time."""
    if passage.part not in ("body", "lead") or passage.tellings:
        return ()
    time = next((t for t in passage.times if _may_date(t)), None)
    if time is None or any(s.start < time.end for s in passage.scopes):
        return ()
    each = (_telling(m, passage, text) for m in passage.people)
    first = next((t for t in each if t is not None), None)
    return (Told(telling=first, passage=passage, time=time),) if first else ()


def _may_date(time: TimeMention) -> bool:
    moment = time.moment
    known = moment is not None and moment.precision is not Precision.YEAR
    return known and not time.is_dateline


def _telling(m: Mention, passage: Passage, text: str) -> Telling | None:
    thing = m.group == "other" and m.of(text).lower() not in _SELF
    verb = (_UNDERGONE if thing else _VERB).match(text, m.end, passage.end)
    if verb is None or not m.subject:
        return None
    return Telling(
        m.start,
        verb.end(),
        cue=_CUE,
        at=verb.start(),
        actor=m.group,
        subject=Span(m.start, m.end).of(text).lower().split()[-1],
        group=m.group,
        clause=0,
    )
