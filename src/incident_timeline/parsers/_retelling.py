"""One occurrence told twice is one event: the lead, and what is told in full later."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from attrs import evolve

from incident_timeline.parsers._dating import Told
from incident_timeline.parsers._sameness import (
    OFFICIAL,
    SINGLE,
    at_clock,
    is_noun,
    leads_in,
    one_shooter,
    same,
    tells_course,
)

__all__ = ["occurrences"]

# Of these, a noun in the body tells the event where no verb does.
_BY_NOUN = frozenset({"call", "contact", "injury", "less_lethal", "pursuit"})
# How many events on an arrival is still that of who responded.
_NEAR = 6
# Tellings are compared with so many of the first and of the last of their kind.
_MEMORY = 20
# A summary is no longer than this many paragraphs.
_SUMMARY_LENGTH = 5
_UNDER_WAY = re.compile(r"\b(?:is|are|being|continu\w{1,4})\b", re.IGNORECASE)
_SEVERAL = re.compile(r"\b(?:both|two|three|four|lives|deaths)\b", re.IGNORECASE)


def occurrences(text: str, told: Sequence[Told]) -> tuple[Told, ...]:
    """The events of a document, each once, in the order of their main telling.

    The main telling is the narrative one; the others stand under ``again``, and lend
    their time where it has none.
    """
    kept: list[Told] = []
    others: list[deque[Told]] = []
    by_kind: dict[str, list[int]] = {}
    leading = _leading(told)
    for one in told:
        numbers = by_kind.setdefault(one.kind, [])
        known = _known(text, kept, numbers, one, leading)
        if known is not None and not one_shooter(
            text, [kept[known], *_few(others[known])], one
        ):
            known = None
        if known is None:
            numbers.append(len(kept))
            kept.append(one)
            others.append(deque())
        elif _leads(text, kept[known], one, leading):
            kept[known] = _with_time_of(text, kept[known], one)
            others[known].append(one)
        else:
            others[known].appendleft(kept[known])
            kept[known] = _with_time_of(text, one, kept[known])
    whole = (evolve(k, again=tuple(a)) for k, a in zip(kept, others, strict=True))
    counted = [k for k in whole if k.time is not None or not _all_need_time(k)]
    return _alone(sorted(counted, key=lambda k: k.telling.at))


def _all_need_time(told: Told) -> bool:
    """Whether only a date makes an event of what is told, however it is told."""
    return all(_needs_time(one) for one in (told, *told.again))


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


def _leading(told: Sequence[Told]) -> int:
    """The passage at which a summary gives way to the first event at a clock time.

    A summary goes on in short paragraphs that give no time.
    """
    first = next((t for t in told if t.passage.part != "heading"), None)
    timed = next((t for t in told if t.passage.part == "body" and t.time), None)
    if first is None or timed is None or at_clock(first) or not at_clock(timed):
        return 0
    long = timed.passage.paragraph - first.passage.paragraph
    short = timed.passage.number - first.passage.number <= 2 * long
    return timed.passage.number if short and long <= _SUMMARY_LENGTH else 0


def _known(
    text: str, kept: Sequence[Told], numbers: Sequence[int], one: Told, leading: int
) -> int | None:
    """The place of the occurrence that a telling tells again, the last one first."""
    latest = numbers[max(_MEMORY, len(numbers) - _MEMORY) :]
    nearest = [*numbers[:_MEMORY], *latest]
    again = (n for n in reversed(nearest) if same(text, kept[n], one, leading))
    return next(again, None)


def _few(told: deque[Told]) -> Iterator[Told]:
    """The first and the last of many tellings: no more are compared with another."""
    yield from islice(told, _MEMORY)
    yield from islice(reversed(told), min(_MEMORY, max(0, len(told) - _MEMORY)))


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


def _leads(text: str, one: Told, other: Told, leading: int) -> bool:
    """Whether the earlier of two tellings is the main one."""
    if one.kind in OFFICIAL and (one.time or other.time) and not _points(one, other):
        return one.time is not None
    worse = next((w for w in _worse(text, (one, other), leading) if w[0] != w[1]), None)
    return worse is None or worse[1]


def _points(one: Told, other: Told) -> bool:
    """Whether only one of two tellings points at what the other one tells."""
    return one.telling.looks_back != other.telling.looks_back


def _worse(
    text: str, both: tuple[Told, Told], leading: int
) -> Iterator[tuple[bool, bool]]:
    """What makes a telling the lesser of two, the weightiest first."""
    kind = both[0].kind
    yield _each(both, lambda t: t.telling.cue.mention)
    if both[0].telling.cue.mention:
        yield _each(both, lambda t: t.time is None)
    yield _each(both, lambda t: t.telling.looks_back)
    yield _each(both, lambda t: t.passage.part == "heading")
    if kind in SINGLE:
        yield _each(both, lambda t: _under_way(text, t))
        return
    yield _each(both, lambda t: is_noun(text, t))
    if not is_noun(text, both[0]):
        yield _each(both, lambda t: leads_in(t, leading))
    if kind == "collision":
        yield _each(both, lambda t: tells_course(text, t))


def _each(both: tuple[Told, Told], lesser: Callable[[Told], bool]) -> tuple[bool, bool]:
    return lesser(both[0]), lesser(both[1])


def _under_way(text: str, told: Told) -> bool:
    """Whether words say what is being done, and not that it was begun."""
    return _UNDER_WAY.search(told.telling.of(text)) is not None


def _narrower(one: Told, other: Told) -> bool:
    """Whether one telling's time is narrower than the other's."""
    mine, others = (
        t.time.moment.width if t.time and t.time.moment else None for t in (one, other)
    )
    return mine is not None and (others is None or mine < others)
