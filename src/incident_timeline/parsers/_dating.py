"""Which time dates which event: by clause, by sentence, by the head of a section."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from attrs import frozen

from incident_timeline.moments import Precision
from incident_timeline.parsers._passages import Passage
from incident_timeline.text.cues import Telling
from incident_timeline.text.spans import Span
from incident_timeline.text.times import TimeMention

__all__ = ["Told", "dated"]

_LEADING = re.compile(
    r"(?:[-•*–—]\s{0,3}|\d{1,3}\.\s{1,3})?(?:[,(]\s{0,3})?"
    r"(?:(?:and|but|then|later|at|on|in|during|from|over|around|by|it was|the|that|"
    r"when|while|where|after|before|also|just|until|of|however),?\s{1,4}){0,4}[(“\"]?\Z",
    re.IGNORECASE,
)
_HEADS = re.compile(r"\s{0,3}(?:[–—:|]|-\s|\.\s)")
_SIDE = frozenset(
    "who whose which whom after before until because although though while whilst as"
    " where during if since".split()
)
_PARTICIPLE = re.compile(
    r"(?:footage|video|statement|report|release|recordings|documents)\s{1,3}\w{3,15}ed"
    r"(?:\s{1,3}(?:on|at|in))?\s{1,3}\Z",
    re.IGNORECASE,
)
_HANGS_ON = re.compile(r"\s{1,3}(?:that|which|in which|where)\b[^,;.]{0,60}")
_MAIN = frozenset({"and", "but", ";", "then", "so"})
_CLOCK = (Precision.HOUR, Precision.MINUTE, Precision.SECOND, Precision.INSTANT)


@frozen(kw_only=True)
class Told:
    """An event told, and the time that dates it, if any does.

    Attributes:
        telling: How it is told; the main telling, once tellings are merged.
        passage: Where.
        time: The mention that dates it.
        alone: Whether the kind that its cue has for that case applies.
        again: Other tellings of the same occurrence.
    """

    telling: Telling
    passage: Passage
    time: TimeMention | None = None
    again: tuple[Told, ...] = ()
    alone: bool = False

    @property
    def kind(self) -> str:
        """The kind of event."""
        cue = self.telling.cue
        return cue.lone if self.alone and cue.lone else cue.kind


def dated(text: str, found: Sequence[Passage]) -> tuple[Told, ...]:
    """Every event told as a fact, with its time, in the order of telling."""
    heads = _heads(text, found)
    told: list[Told] = []
    for passage in found:
        times = _own_times(text, passage, heads)
        head = heads.get(passage.number)
        for telling in passage.facts:
            time = times.get(telling.at, head)
            told.append(Told(telling=telling, passage=passage, time=time))
    return tuple(told)


def _own_times(
    text: str, passage: Passage, heads: Mapping[int, TimeMention]
) -> dict[int, TimeMention]:
    """The times that a sentence gives its events, by where their cues begin."""
    given: dict[int, TimeMention] = {}
    for time in passage.times:
        if time is heads.get(passage.number) or not _may_date(passage, time):
            continue
        before = [t for t in passage.facts if t.at < time.start]
        clause = _clause_of(passage, time.start)
        opens = clause.start > passage.start and _only_leading(
            text, clause.start, time.start
        )
        ahead = _joined(passage, time) if opens or not before else []
        if ahead or not before:
            given.update(dict.fromkeys((t.at for t in ahead), time))
        elif not (
            _elsewhere(clause, before[-1], given)
            or _of_participle(text, before[-1], time)
        ):
            given.update(dict.fromkeys(_with_noun(text, before), time))
    return given


def _may_date(passage: Passage, time: TimeMention) -> bool:
    if time.is_dateline:
        return False
    kinds = ("appeal", "quotation", "general")
    return not any(
        s.kind in kinds and s.start < time.end and time.start < s.end
        for s in passage.scopes
    )


def _with_noun(text: str, before: Sequence[Telling]) -> list[int]:
    """The last event before a time, and the noun it hangs on: "a crash that killed"."""
    last = before[-1].at
    noun = [
        t.at
        for t in before[-2:-1]
        if t.cue.mention and _HANGS_ON.fullmatch(text, t.end, last)
    ]
    return [*noun, last]


def _of_participle(text: str, telling: Telling, time: TimeMention) -> bool:
    """Whether a time belongs to a participle before it: "footage released Monday"."""
    return _PARTICIPLE.search(text, telling.end, time.start) is not None


def _elsewhere(clause: Span, telling: Telling, given: Mapping[int, object]) -> bool:
    """Whether a time stands in another clause, and not for the event before it."""
    if clause.start <= telling.at:
        return False
    connective = getattr(clause, "connective", "")
    return telling.at in given or connective in ("who", "whose", "which")


def _only_leading(text: str, start: int, end: int) -> bool:
    match = _LEADING.match(text, start, end)
    return match is not None and match.end() == end


def _clause_of(passage: Passage, at: int) -> Span:
    holding = [c for c in passage.clauses if c.start <= at]
    return holding[-1] if holding else passage


def _joined(passage: Passage, time: TimeMention) -> list[Telling]:
    """The events after a time that its date goes on to: none of a side clause."""
    after = [t for t in passage.facts if t.at >= time.end]
    after = [t for t in after if not _aside(passage, time, t)]
    verbs = [t for t in after if not t.cue.mention]
    return verbs or after


def _aside(passage: Passage, time: TimeMention, telling: Telling) -> bool:
    """Whether a side clause lies between a time and an event, or holds the event."""
    aside = False
    for span in passage.asides:
        if span.start <= time.start < span.end <= telling.at:
            return True
    for clause in passage.clauses:
        over = any(
            a.start <= clause.start < a.end <= telling.at for a in passage.asides
        )
        if time.end <= clause.start <= telling.at and not over:
            last = clause.connective.split(" ")[-1]
            aside = last in _SIDE or (aside and last not in _MAIN)
    return aside


def _heads(text: str, found: Sequence[Passage]) -> dict[int, TimeMention]:
    """The times at the head of a paragraph or item, by the passages that they date."""
    heads: dict[int, TimeMention] = {}
    open_head: TimeMention | None = None
    paragraph = -1
    for passage in found:
        if passage.paragraph != paragraph:
            paragraph, open_head = passage.paragraph, None
        head = _head(text, passage) if passage.part != "heading" else None
        if head is not None:
            heads[passage.number] = head
            open_head = (
                None if head.moment is None or head.moment.precision in _CLOCK else head
            )
        elif open_head is not None:
            heads[passage.number] = open_head
    return heads


def _head(text: str, passage: Passage) -> TimeMention | None:
    """The time that opens a passage and stands apart from its first words."""
    first = passage.times[0] if passage.times else None
    if first is None or not _only_leading(text, passage.start, first.start):
        return None
    return first if first.is_heading or _HEADS.match(text, first.end) else None
