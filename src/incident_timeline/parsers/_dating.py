"""Which time dates which event: by clause, by sentence, by the head of a section."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from attrs import define, field, frozen

from incident_timeline.parsers._governors import (
    OFFICIAL,
    SAME_TIME,
    governor,
    has_verb,
    is_clocked,
    is_of_speech,
)
from incident_timeline.parsers._heads import heads, only_leading
from incident_timeline.parsers._passages import Passage
from incident_timeline.text.cues import Telling
from incident_timeline.text.spans import Clause, Span
from incident_timeline.text.times import TimeMention

__all__ = ["Told", "dated"]

_SIDE = frozenset(
    "who whose whom which after before until because although though while whilst as"
    " where during if since".split()
)
_HANGS_ON = re.compile(r"\s{1,3}(?:that|which|in which|where)\b[^,;.]{0,60}")
_MAIN = frozenset({"and", "but", ";", "so"})
_COORDINATED = re.compile(
    r"(?:(?P<word>\b(?:and|but|then)|;)|[:–—])\s{1,3}(?:(?:then|later|also|finally|eventually),?"
    r"\s{1,3})?(?:(?:at|on|in|by|around|about|just|from|during|the),?\s{1,3}){0,3}\Z",
    re.IGNORECASE,
)
_ENDS_CLAUSE = re.compile(r"[\s)”\"’]{0,3}[.,;:–—)]{0,2}\s{0,3}")
_PARTED = re.compile(r"[–—-]\s{0,3}\Z")
_GOES_ON = re.compile(r"\W{0,4}(?:and|but|where|when|who|which)\b|\W{0,4}\Z")
_BOTH = re.compile(r"\s{1,3}(?:and\s{1,3})?(?:fatally\s{1,3})?")
_ANSWERED = re.compile(
    r"[^,;.]{0,40}\b(?:to|of|for|about)\s[^,;.]{0,40}", re.IGNORECASE
)
# Of a verb of these and a noun after it, a time after both dates the verb.
_ANSWERS = frozenset({"call", "deployment", "arrival", "medical_attendance"})
_SCENE = re.compile(
    r"\b(?:happened|occurred|began|started|unfolded|took place)\b", re.IGNORECASE
)
_RELATIVE = frozenset({"who", "whose", "which"})
_ADJECTIVE = re.compile(
    r"(?:(?P<within>\b(?:at|in|during)\s{1,3})?\ban?|[’']s)\s{1,3}\Z", re.IGNORECASE
)
_NAMED = re.compile(r"\s{1,3}[a-z]")
_DURING = re.compile(r"[^,;.]{0,60}\b(?:during|in|amid)\s[^,;.]{0,40}", re.IGNORECASE)
# Of a noun and another after one of these, a time after both dates the first.
_FOLLOWED = re.compile(
    r"[^,;.]{0,40}\b(?:following|after)\s[^,;.]{0,40}", re.IGNORECASE
)
# What is done to somebody at once where they went: "ran to the road where he was hit".
_ON_THE_SPOT = frozenset(
    "arrest attack collision contact engagement injury less_lethal restraint"
    " shots".split()
)
_GOING = frozenset({"movement", "pursuit", "arrival"})
# How far after a time the noun begins that it belongs to.
_BESIDE = 24
# One time dates at most so many events of its sentence.
_MOST = 12
_DEADLY = frozenset({"shots", "attack", "injury", "death_pronouncement"})


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
    opened = heads(text, found)
    told: list[Told] = []
    for passage in found:
        if not passage.facts:
            continue
        head = opened.get(passage.number)
        given = _Given()
        for time in passage.times:
            if time is not head and _may_date(passage, time):
                _give(text, passage, time, given)
        for telling in passage.facts:
            dates = given.times.get(telling.at, head)
            told.append(Told(telling=telling, passage=passage, time=dates))
    return tuple(told)


@define
class _Given:
    """The times that a sentence has given its events, by where their cues begin."""

    times: dict[int, TimeMention] = field(factory=dict)

    def add(self, places: Iterable[int], time: TimeMention) -> None:
        """Give a time to events; a day doesn't replace a time of that day."""
        for at in places:
            known = self.times.get(at)
            if known is None or is_clocked(time) or not is_clocked(known):
                self.times[at] = time


def _give(text: str, passage: Passage, time: TimeMention, given: _Given) -> None:
    """Give one time of a sentence to the events that it dates."""
    before = [t for t in passage.tellings if t.at < time.start]
    article = _adjective(text, time)
    if article is not None:
        near = [t.at for t in passage.facts if 0 <= t.at - time.end <= _BESIDE]
        within = [t.at for t in before[-1:] if article["within"]]
        given.add([*near, *within], time)
        return
    clause = _clause_of(passage, time.start)
    opens = only_leading(text, clause.start, time.start)
    if not before:
        _give_first(text, passage, time, given, opens=opens)
        return
    last = before[-1]
    opens = opens and clause.start > passage.start
    if opens and _set_off(text, passage, last, clause, time):
        given.add([last.at], time)
    elif (joint := _COORDINATED.search(text, last.end, time.start)) or opens:
        found = _give_ahead(text, passage, time, given)
        alone = opens and not (joint and joint["word"]) and not _is_side(clause)
        if not found and alone and _ends(text, clause, time):
            _give_behind(text, passage, before, time, given)
    else:
        _give_behind(text, passage, before, time, given)


def _give_first(
    text: str, passage: Passage, time: TimeMention, given: _Given, *, opens: bool
) -> None:
    """Give a time that comes before all events, unless other words take it."""
    joint = _COORDINATED.search(text, passage.start, time.start)
    low = time.start if opens or joint else passage.start
    taken = governor(text, passage, None, low, time)
    if taken != "other":
        _give_ahead(text, passage, time, given, acts_only=bool(taken))


def _give_ahead(
    text: str,
    passage: Passage,
    time: TimeMention,
    given: _Given,
    *,
    acts_only: bool = False,
) -> bool:
    """Give a time to what follows it; of a document's or a speech's time, to acts."""
    ahead = _joined(text, passage, time)
    if ahead and not is_of_speech(text, time, ahead[0]):
        acts = [t.at for t in ahead if not acts_only or t.kind in OFFICIAL]
        given.add(acts, time)
    return bool(ahead)


def _give_behind(
    text: str,
    passage: Passage,
    before: Sequence[Telling],
    time: TimeMention,
    given: _Given,
) -> None:
    last = before[-1]
    clause = _clause_of(passage, time.start)
    if _elsewhere(text, clause, last, given) or governor(
        text, passage, last, last.end, time
    ):
        return
    given.add([*_with_noun(text, before), *_while(passage, before)], time)
    given.add(_as_well(text, passage, time), time)


def _adjective(text: str, time: TimeMention) -> re.Match[str] | None:
    """The article of a time that belongs to a noun: "in a Friday night shooting"."""
    article = _ADJECTIVE.search(text, max(time.start - 16, 0), time.start)
    return article if article and _NAMED.match(text, time.end) else None


def _may_date(passage: Passage, time: TimeMention) -> bool:
    if time.is_dateline:
        return False
    kinds = ("appeal", "quotation", "general")
    return not any(
        s.kind in kinds and s.start < time.end and time.start < s.end
        for s in passage.scopes
    )


def _with_noun(text: str, before: Sequence[Telling]) -> list[int]:
    """The last event before a time, and those that share the time.

    The noun that it hangs on: "a crash that killed". The verb that it is joined to:
    "shot and killed". A noun gives way to the verb that answers it: "called to a fire".
    """
    last = before[-1]
    if len(before) == 1:
        return [last.at]
    other = before[-2]
    answers = last.cue.mention and other.kind in _ANSWERS
    if answers and _ANSWERED.fullmatch(text, other.end, last.at):
        return [other.at]
    named = other.cue.mention or _SCENE.search(text, other.at, other.end)
    if named and last.cue.mention and _FOLLOWED.fullmatch(text, other.end, last.at):
        return [other.at]
    hangs = other.cue.mention and _HANGS_ON.fullmatch(text, other.end, last.at)
    kills = other.kind in _DEADLY and last.kind in _DEADLY
    both = kills and _BOTH.fullmatch(text, other.end, last.at)
    within = last.cue.mention and _DURING.fullmatch(text, other.end, last.at)
    return [other.at, last.at] if hangs or both or within else [last.at]


def _while(passage: Passage, before: Sequence[Telling]) -> list[int]:
    """The event that went on as one of a given time came: "he ran when hit at 9"."""
    last = before[-1]
    clause = passage.clauses[last.clause]
    if clause.connective not in SAME_TIME or clause.start > last.at:
        return []
    return [t.at for t in before[-2:-1] if t.clause < last.clause]


def _as_well(text: str, passage: Passage, time: TimeMention) -> list[int]:
    """The events of a clause right after a time that came with it: "at 9 as he ran"."""
    for number, clause in enumerate(passage.clauses):
        if clause.start >= time.end:
            near = _ENDS_CLAUSE.fullmatch(text, time.end, clause.start) is not None
            if near and clause.connective in SAME_TIME:
                return [t.at for t in passage.facts if t.clause == number]
            break
    return []


def _set_off(
    text: str, passage: Passage, last: Telling, clause: Span, time: TimeMention
) -> bool:
    """Whether a time stands by itself between marks, right after its event.

    "Officers arrived – at 9pm – and", "officers arrived, at 9pm, and", but not "the
    man, at 9pm, died".
    """
    named = any(last.end <= m.start < clause.start for m in passage.people)
    if named or not _ends(text, clause, time):
        return False
    parted = _PARTED.search(text, last.end, clause.start) is not None
    mark = _COORDINATED.search(text, last.end, clause.start) if not parted else None
    goes_on = _GOES_ON.match(text, time.end, passage.end) is not None
    return mark is None and (parted or goes_on)


def _ends(text: str, clause: Span, time: TimeMention) -> bool:
    """Whether nothing of a clause follows a time in it."""
    stop = max(clause.end, time.end)
    return _ENDS_CLAUSE.fullmatch(text, time.end, stop) is not None


def _elsewhere(text: str, clause: Span, telling: Telling, given: _Given) -> bool:
    """Whether a time stands in another clause, and not for the event before it."""
    again = telling.at in given.times and clause.start > telling.at
    if clause.start < telling.end and not again:
        return False
    if again or _connective(clause) in _RELATIVE:
        return True
    return _is_side(clause) and has_verb(text, clause.start, clause.end)


def _is_side(clause: Span) -> bool:
    """Whether a clause tells of another time than the one before it."""
    connective = _connective(clause)
    return connective in _SIDE and connective not in SAME_TIME


def _connective(clause: Span) -> str:
    """The last word of what introduces a clause; of a whole sentence, none."""
    return getattr(clause, "connective", "").rsplit(" ", 1)[-1]


def _clause_of(passage: Passage, at: int) -> Span:
    holding = [c for c in passage.clauses if c.start <= at]
    return holding[-1] if holding else passage


def _joined(text: str, passage: Passage, time: TimeMention) -> list[Telling]:
    """The events after a time that its date goes on to: none of a side clause."""
    after = [t for t in passage.facts if t.at >= time.end][:_MOST]
    after = [t for t in after if not _aside(text, passage, time, t)]
    verbs = [t for t in after if not t.cue.mention]
    return verbs or after


def _aside(text: str, passage: Passage, time: TimeMention, telling: Telling) -> bool:
    """Whether a side clause lies between a time and an event, or holds the event.

    A side clause right after the time ends at the next comma before a subject: "at
    9pm, as officers arrived, he ran off".
    """
    for span in passage.asides:
        if span.start <= time.start < span.end <= telling.at:
            return True
    aside = opened = False
    for clause in _clauses_between(passage, time.end, telling.at):
        over = any(
            a.start <= clause.start < a.end <= telling.at for a in passage.asides
        )
        if not over:
            first, *_, last = clause.connective.split(" ") * 2
            if text.startswith("having ", clause.start):
                last = "after"
            scene = last == "where" and (
                _is_scene(text, passage, time)
                or _on_the_spot(passage, time, clause, telling)
            )
            if last in _SIDE and not scene:
                opened = (
                    not aside
                    and _ENDS_CLAUSE.fullmatch(text, time.end, clause.start) is not None
                )
                aside = True
            elif first in _MAIN or (opened and _has_subject(passage, clause)):
                aside = False
    return aside


def _clauses_between(passage: Passage, low: int, high: int) -> Sequence[Clause]:
    """The clauses that begin from one offset to another one."""
    first = bisect_left(passage.clauses, low, key=_start)
    return passage.clauses[first : bisect_right(passage.clauses, high, key=_start)]


def _start(span: Span) -> int:
    return span.start


def _on_the_spot(
    passage: Passage, time: TimeMention, clause: Span, telling: Telling
) -> bool:
    """Whether an event came at once, where somebody went before a clause."""
    went = any(
        t.kind in _GOING and time.end <= t.at < clause.start for t in passage.facts
    )
    return went and telling.kind in _ON_THE_SPOT


def _is_scene(text: str, passage: Passage, time: TimeMention) -> bool:
    """Whether a sentence sets a scene: "it happened at 9pm in Hull, where"."""
    return _SCENE.search(text, passage.start, time.start) is not None


def _has_subject(passage: Passage, clause: Span) -> bool:
    """Whether a clause opens with somebody who acts."""
    return any(m.subject and m.start == clause.start for m in passage.people)
