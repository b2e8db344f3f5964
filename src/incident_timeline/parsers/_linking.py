"""The order that a text states in so many words: after, before, then, immediately."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import pairwise

from attrs import frozen

from incident_timeline.moments import DEFAULT_VAGUENESS
from incident_timeline.parsers._dating import Told
from incident_timeline.text.spans import Span

__all__ = ["Joined", "joined"]

_NEXT = re.compile(
    r"(?:and |but )?(?:later|subsequently|afterwards|after that|"
    r"following (?:this|that)|as a result|(?:moments|seconds|minutes|hours) later|"
    r"soon after|shortly (?:after|afterwards)|a short time later|whereupon|next)\b",
    re.IGNORECASE,
)
_THEN = re.compile(
    r"(?<!by )(?<!since )(?<!until )\b(?:then|subsequently|afterwards)\b", re.IGNORECASE
)
# How many events back the cause of an immediate answer is looked for.
_MEMORY = 40
# How many sentences on a "then" still follows what was told last.
_NEAR = 2
_CAUSE = "as a result"
_AT_ONCE = re.compile(
    r"\b(?:immediately|straight away|at once|instantly)\b", re.IGNORECASE
)
_DURING = re.compile(
    r"(?:during|throughout|in the course of) the (?:\w{1,20} )?"
    r"(call|pursuit|chase|struggle|negotiations)\b",
    re.IGNORECASE,
)
_DURING_KINDS = {
    "call": "call",
    "pursuit": "pursuit",
    "chase": "pursuit",
    "negotiations": "engagement",
    "struggle": "restraint",
}
_CARE = frozenset({"first_aid", "medical_attendance", "conveyance"})
_HARM = frozenset(
    {"shots", "injury", "restraint", "collision", "less_lethal", "attack"}
)
_SIDES = {
    "after": "after",
    "before": "before",
    "until": "before",
    "and then": "then",
    "then": "then",
    "whereupon": "then",
    "and after that": "then",
}
_SOON = re.compile(r"\b(?:shortly|soon|immediately|just|moments)\s", re.IGNORECASE)


@frozen(kw_only=True)
class Joined:
    """A stated relation: the *first* event is ``after`` or ``before`` the *second*.

    Attributes:
        words: The span of the words that say so.
        greatest: The greatest gap that the words allow.
    """

    first: Told
    relation: str
    second: Told
    words: Span
    greatest: timedelta | None = None


def joined(text: str, told: Sequence[Told]) -> tuple[Joined, ...]:
    """The relations that a text states between events, in its order.

    *told* is in the order of telling. Telling one thing after another states nothing.
    """
    found = [*_within(text, told), *_across(text, told)]
    kept: dict[tuple[int, int], Joined] = {}
    for link in found:
        pair = sorted((link.first.telling.at, link.second.telling.at))
        kept.setdefault((pair[0], pair[1]), link)
    return tuple(kept.values())


def _within(text: str, told: Sequence[Told]) -> Iterator[Joined]:
    """Relations between two clauses of one sentence."""
    for one, other in pairwise(told):
        if (
            one.passage is not other.passage
            or other.telling.clause == one.telling.clause
        ):
            continue
        clause = one.passage.clauses[other.telling.clause]
        words = clause.connective.split(" ")
        relation = _SIDES.get(clause.connective) or _SIDES.get(words[-1])
        if relation is None or clause.start > other.telling.at:
            continue
        span = Span(clause.start, clause.start + len(clause.connective))
        if relation == "then":
            yield Joined(first=other, relation="after", second=one, words=span)
        else:
            soon = _SOON.match(text, clause.start)
            yield Joined(
                first=one,
                relation=relation,
                second=other,
                words=span,
                greatest=DEFAULT_VAGUENESS.shortly if soon else None,
            )


def _across(text: str, told: Sequence[Told]) -> Iterator[Joined]:
    """Relations between an event and what was told before it."""
    for number, other in enumerate(told[1:], 1):
        before = told[max(0, number - _MEMORY) : number]
        if other.passage is not before[-1].passage:
            yield from _sequel(text, other, before)
        yield from _then(text, before[-1], other)


def _then(text: str, one: Told, other: Told) -> Iterator[Joined]:
    """An event that its own words put next: "he then fired"."""
    low = max(other.passage.start, other.telling.start - 1)
    word = _THEN.search(text, low, other.telling.end)
    gap = other.passage.number - one.passage.number
    if word and gap <= _NEAR and one.passage.part == "body":
        words = Span(word.start(), word.end())
        yield Joined(first=other, relation="after", second=one, words=words)


def _sequel(text: str, one: Told, before: Sequence[Told]) -> Iterator[Joined]:
    start = one.passage.start
    follows = _NEXT.match(text, start)
    gap = one.passage.number - before[-1].passage.number
    near = gap <= _NEAR or (follows is not None and _CAUSE in follows[0].lower())
    at_once = _AT_ONCE.search(text, start, one.telling.end)
    during = _DURING.match(text, start)
    if during and (host := _last(before, {_DURING_KINDS.get(during[1].lower(), "")})):
        words = Span(during.start(), during.end())
        yield Joined(first=one, relation="during", second=host, words=words)
    elif at_once and (cause := _last(before, _cause_of(one.kind))):
        words = Span(at_once.start(), at_once.end())
        yield Joined(
            first=one,
            relation="after",
            second=cause,
            words=words,
            greatest=DEFAULT_VAGUENESS.immediately,
        )
    elif follows and near and before[-1].passage.part == "body":
        words = Span(follows.start(), follows.end())
        yield Joined(first=one, relation="after", second=before[-1], words=words)


def _cause_of(kind: str) -> frozenset[str]:
    """The kinds of event that an immediate answer of this kind answers to."""
    return _HARM if kind in _CARE else frozenset()


def _last(before: Sequence[Told], kinds: frozenset[str] | set[str]) -> Told | None:
    return next((t for t in reversed(before) if t.kind in kinds), None)
