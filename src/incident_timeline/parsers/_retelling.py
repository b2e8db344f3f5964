"""One occurrence told twice is one event: the lead, and what is told in full later."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Sequence

from attrs import evolve

from incident_timeline.parsers._dating import Told
from incident_timeline.parsers._passages import last_newcomer

__all__ = ["occurrences"]

# What bodies do: told again, it is the same, and the dated telling is the main one.
_OFFICIAL = frozenset(
    {
        "investigation_start",
        "referral",
        "family_informed",
        "post_mortem",
        "identification",
        "finding",
        "public_statement",
        "hearing",
    }
)
_SINGLE = _OFFICIAL - {"finding", "public_statement", "hearing"}
# Of these, one person has one: a new person has another.
_ONCE_EACH = frozenset({"death_pronouncement", "arrest", "charge"})
# Of these, who acts tells two occurrences apart.
_BY_ACTOR = frozenset({"shots", "collision", "injury", "movement", "attack"})
# Of these, a noun in the body tells the event where no verb does.
_BY_NOUN = frozenset({"call", "contact", "injury", "less_lethal", "pursuit"})
# How many events on an arrival is still that of who responded.
_NEAR = 6
# Tellings are compared with so many of the first and of the last of their kind.
_MEMORY = 20
_MEDICAL = re.compile(r"ambulance|paramedic|medic|\bems\b|doctor", re.IGNORECASE)
_ANEW = re.compile(r"(?:then|later|again|another|second|further)\b", re.IGNORECASE)
_SEVERAL = re.compile(r"\b(?:both|two|three|four|lives|deaths)\b", re.IGNORECASE)


def occurrences(text: str, told: Sequence[Told]) -> tuple[Told, ...]:
    """The events of a document, each once, in the order of their main telling.

    The main telling is the narrative one; the others stand under ``again``, and lend
    their time where it has none.
    """
    kept: list[Told] = []
    others: list[deque[Told]] = []
    by_kind: dict[str, list[int]] = {}
    for one in told:
        numbers = by_kind.setdefault(one.kind, [])
        known = _known(text, kept, numbers, one)
        if known is None:
            numbers.append(len(kept))
            kept.append(one)
            others.append(deque())
        elif _leads(kept[known], one):
            kept[known] = _with_time_of(text, kept[known], one)
            others[known].append(one)
        else:
            others[known].appendleft(kept[known])
            kept[known] = _with_time_of(text, one, kept[known])
    whole = (evolve(k, again=tuple(a)) for k, a in zip(kept, others, strict=True))
    counted = [k for k in whole if k.time is not None or not _needs_time(k)]
    return _alone(sorted(counted, key=lambda k: k.telling.at))


def _needs_time(told: Told) -> bool:
    """Whether only a date makes an event of it: a noun, or a kind of its own."""
    if told.telling.cue.mention:
        return told.kind not in _BY_NOUN or told.passage.part != "body"
    return told.telling.cue.dated


def _alone(told: Sequence[Told]) -> tuple[Told, ...]:
    """Events, of which some are what their cue says where nothing more follows."""
    found = []
    for number, one in enumerate(told):
        lone = one.telling.cue.lone
        later = any(t.kind == lone for t in told[number + 1 : number + 1 + _NEAR])
        found.append(evolve(one, alone=bool(lone) and not later))
    return tuple(found)


def _known(
    text: str, kept: Sequence[Told], numbers: Sequence[int], one: Told
) -> int | None:
    """The place of the occurrence that a telling tells again, the last one first."""
    nearest = [*numbers[:_MEMORY], *numbers[_MEMORY:][-_MEMORY:]]
    same = (n for n in reversed(nearest) if _same(text, kept[n], one))
    return next(same, None)


def _same(text: str, one: Told, other: Told) -> bool:
    """Whether the later telling tells the earlier one's occurrence again."""
    if one.kind != other.kind or not _actors_agree(one, other):
        return False
    if other.telling.looks_back and not one.telling.cue.mention:
        return True
    return not _apart(one, other) and _retold(text, one, other)


def _retold(text: str, one: Told, other: Told) -> bool:
    """Whether two tellings of a kind, at times that agree, are of one occurrence."""
    if one.telling.cue.mention or other.telling.looks_back:
        return True
    if one.passage.part == "heading":
        return True
    if one.passage.part == "lead" and one.passage.paragraph != other.passage.paragraph:
        return one.kind != "finding" or one.telling.subject == other.telling.subject
    return _same_in_body(text, one, other)


def _same_in_body(text: str, one: Told, other: Told) -> bool:
    if one.kind in _SINGLE:
        return True
    if one.kind == "finding":
        return one.passage is other.passage
    if one.kind in _ONCE_EACH:
        return _referent(text, one) == _referent(text, other)
    if one.kind == "shots":
        return "" in (one.telling.actor, other.telling.actor)
    return one.kind == "call" and _same_call(text, one, other)


def _actors_agree(one: Told, other: Told) -> bool:
    actors = {one.telling.actor, other.telling.actor} - {""}
    return len(actors) <= 1 or one.kind not in _BY_ACTOR


def _apart(one: Told, other: Told) -> bool:
    """Whether the times of two tellings can't be the same time."""
    if one.time is None or other.time is None:
        return False
    a, b = one.time.moment, other.time.moment
    return a is not None and b is not None and a.intersection(b) is None


def _same_call(text: str, one: Told, other: Told) -> bool:
    adjacent = other.passage.number - one.passage.number <= 1
    if not adjacent or (one.time and other.time):
        return False
    medical = [bool(_MEDICAL.search(t.telling.of(text))) for t in (one, other)]
    return medical[0] == medical[1] and not _ANEW.match(text, other.passage.start)


def _referent(text: str, told: Told) -> int:
    """Where the person whom a telling is about was first named."""
    passage = told.passage
    return last_newcomer(text, passage.people, told.telling.end, passage.newcomer)


def _with_time_of(text: str, main: Told, second: Told) -> Told:
    """The main one of two tellings, with the narrower of their times."""
    lent = (
        not _SEVERAL.search(second.telling.of(text))
        and second.passage.part != "heading"
    )
    if second.time is None or not lent:
        return main
    narrower = main.time is None or _narrower(second, main)
    return evolve(main, time=second.time) if narrower else main


def _leads(one: Told, other: Told) -> bool:
    """Whether the earlier of two tellings is the main one."""
    if one.telling.looks_back != other.telling.looks_back:
        return other.telling.looks_back
    if one.passage.part == "heading":
        return False
    if one.kind in _OFFICIAL and (one.time or other.time):
        return one.time is not None
    return one.passage.part in ("body", other.passage.part)


def _narrower(one: Told, other: Told) -> bool:
    """Whether one telling's time is narrower than the other's."""
    mine, others = (
        t.time.moment.width if t.time and t.time.moment else None for t in (one, other)
    )
    return mine is not None and (others is None or mine < others)
