"""The order that a text states in so many words: after, before, then, immediately."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from itertools import pairwise

from attrs import define, field, frozen

from incident_timeline.parsers._connectives import (
    Connective,
    adverbs,
    counted,
    gap_before,
)
from incident_timeline.parsers._dating import Told
from incident_timeline.parsers._governors import OFFICIAL
from incident_timeline.parsers._passages import Passage
from incident_timeline.text.asides import aside_around
from incident_timeline.text.cues import Telling
from incident_timeline.text.spans import Span

__all__ = ["Joined", "Joins", "joins"]

# How many tellings back the event that words name is looked for.
_MEMORY = 40
# How many sentences on a "then" still follows what was told last.
_NEAR = 2
# Of conjunctions, how the event before one stands to the event in its clause.
_SIDES = {
    "after": "after",
    "once": "after",
    "as soon as": "after",
    "before": "before",
    "until": "before",
}
_THEN = frozenset(
    {"then", "and then", "but then", "whereupon", "and after that", "after which"}
    | {"at which point"}
)
_OPENING = re.compile(
    r"(?:and\s|but\s)?(?:(?:shortly|soon|immediately|just|moments)\s)?"
    r"(?P<word>after|following|once|as soon as|upon|before|prior to)\s",
    re.IGNORECASE,
)
_OPENINGS = {
    "after": "after",
    "following": "after",
    "once": "after",
    "as soon as": "after",
    "upon": "after",
    "before": "before",
    "prior to": "before",
}
# A noun that an event's place in time is told by: "after the pursuit".
_NOUN = re.compile(
    r"\b(?P<word>after|following|before|prior\sto|during|throughout|in\sthe\scourse\sof)"
    r"\s(?:the|this|that|a|an|his|her|their)\s"
    r"(?:(?!first|second|third|last|two|three|initial)[\w-]{1,20}\s){0,2}?"
    r"(?P<noun>call|calls|pursuit|chase|struggle|negotiations?|shooting|shots|arrest|"
    r"crash|collision|stabbing|attack|death|standoff|stop)\b",
    re.IGNORECASE,
)
_NOUN_KINDS = {
    "call": "call",
    "pursuit": "pursuit",
    "chase": "pursuit",
    "negotiation": "engagement",
    "standoff": "engagement",
    "struggle": "restraint",
    "shooting": "shots",
    "shot": "shots",
    "arrest": "arrest",
    "crash": "collision",
    "collision": "collision",
    "stabbing": "attack",
    "attack": "attack",
    "death": "death_pronouncement",
    "stop": "contact",
}
# The verbs from which a counted time counts, by the kinds that they tell.
_VERB_KINDS = (
    ("call", re.compile(r"\bcall|\bdialled|\brang|\breport", re.IGNORECASE)),
    ("arrival", re.compile(r"\barriv|\battended", re.IGNORECASE)),
    ("shots", re.compile(r"\bshot|\bshoot|\bfired|\bdischarg", re.IGNORECASE)),
    ("death_pronouncement", re.compile(r"\bdeath|\bdied|\bkill", re.IGNORECASE)),
    ("arrest", re.compile(r"\barrest|\bdetain", re.IGNORECASE)),
    ("collision", re.compile(r"\bcollision|\bcrash|\bcollid", re.IGNORECASE)),
    ("attack", re.compile(r"\bstab|\battack", re.IGNORECASE)),
    ("release", re.compile(r"\brelease", re.IGNORECASE)),
    ("contact", re.compile(r"\bstop", re.IGNORECASE)),
    ("injury", re.compile(r"\binjur|\bhurt|\bwound", re.IGNORECASE)),
)
# Only these last long enough for another event to lie within them.
_LASTING = frozenset({"call", "pursuit", "engagement", "restraint"})
_CARE = frozenset({"first_aid", "medical_attendance", "conveyance"})
_HARM = frozenset(
    {"shots", "injury", "restraint", "collision", "less_lethal", "attack"}
)
_OF_NOUN = re.compile(
    r"\b(?:circumstances|events|actions|period|footage|interactions?|treatment|conduct|"
    r"the (?:moments|minutes|hours|days))\s{1,3}(?:(?:immediately|shortly)\s)?\Z",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"\band\s(?:\w{1,16}ly\s|then\s|later\s)?\Z", re.IGNORECASE)
_BY_THE_WAY = frozenset({"who", "which", "whose", "because", "although", "since"})
# An adverb stands at most so far from the verb that it orders.
_REACH = 60
# How far into a sentence words may stand and still open it: "And later".
_HEAD = 4
_ALONE = re.compile(r"[\s,–—)-]{0,6}")


@frozen(kw_only=True)
class Joined:
    """A stated relation: the *first* event is ``after`` or ``before`` the *second*.

    Attributes:
        words: The span of the words that say so.
        passage: The sentence that they stand in.
        least: The least gap that the words leave.
        greatest: The greatest gap that the words allow.
    """

    first: Told
    relation: str
    second: Told
    words: Span
    passage: Passage
    least: timedelta | None = None
    greatest: timedelta | None = None


@frozen(kw_only=True)
class Joins:
    """What a text states of the order of its events.

    Attributes:
        links: The relations, in the order of the text.
        unused: The words at the head of a sentence that order its event with none.
    """

    links: tuple[Joined, ...] = ()
    unused: tuple[Span, ...] = ()


def joins(text: str, told: Sequence[Told]) -> Joins:
    """The relations that a text states between events.

    *told* is in the order of telling. Telling one thing after another states nothing.
    """
    story = _Story(text, told)
    kept: dict[frozenset[int], Joined] = {}
    for link in story.links():
        kept.setdefault(frozenset((id(link.first), id(link.second))), link)
    links = sorted(kept.values(), key=lambda link: link.words.start)
    return Joins(links=tuple(links), unused=tuple(story.unused))


@frozen
class _One:
    """One telling, with the event that it tells, maybe again."""

    telling: Telling
    passage: Passage
    told: Told

    @property
    def is_main(self) -> bool:
        """Whether its sentence is about it, and doesn't tell it by the way."""
        telling = self.telling
        clause = self.passage.clauses[telling.clause : telling.clause + 1]
        beside = any(c.connective in _BY_THE_WAY for c in clause)
        aside = aside_around(self.passage.asides, telling.at)
        return not (beside or aside or telling.looks_back)


@define
class _Story:
    """All tellings of a text in their order, whose words are asked one by one."""

    text: str
    told: Sequence[Told]
    unused: list[Span] = field(factory=list)
    ones: list[_One] = field(init=False)
    places: list[int] = field(init=False)

    def __attrs_post_init__(self) -> None:
        every = [
            _One(each.telling, each.passage, one)
            for one in self.told
            for each in (one, *one.again)
        ]
        self.ones = sorted(every, key=lambda one: one.telling.at)
        self.places = [one.telling.at for one in self.ones]

    def links(self) -> Iterator[Joined]:
        """Every relation stated, sentence by sentence; some pairs more than once."""
        start = 0
        while start < len(self.ones):
            passage = self.ones[start].passage
            end = start
            while end < len(self.ones) and self.ones[end].passage is passage:
                end += 1
            yield from self._in_passage(passage, start, end)
            start = end

    def _in_passage(self, passage: Passage, start: int, end: int) -> Iterator[Joined]:
        ones = self.ones[start:end]
        yield from self._counted(passage, ones)
        yield from self._opened(passage, ones)
        for one, other in pairwise(ones):
            yield from self._conjoined(one, other)
        yield from self._by_noun(passage, start, ones)
        yield from self._by_adverb(passage, start, ones)

    def _counted(self, passage: Passage, ones: Sequence[_One]) -> Iterator[Joined]:
        """What is counted from what has no time: "62 minutes after the call"."""
        for time in passage.times:
            if time.moment is not None:
                continue
            whole = Span(time.start, time.end)
            words = counted(self.text, time.start, time.end) or next(
                adverbs(self.text, time.start, time.end), None
            )
            event = words and self._ordered(passage, whole, ones)
            if not words or not event:
                continue
            rest = self.text[words.end : time.end].strip()
            kinds = {kind for kind, word in _VERB_KINDS if word.search(rest)}
            at = bisect_left(self.places, event.telling.at)
            other = self._last(at, kinds) if rest else self._before(at)
            yield from self._join(event, other, words, whole)

    def _opened(self, passage: Passage, ones: Sequence[_One]) -> Iterator[Joined]:
        """A side clause that opens its sentence: "after officers came, he ran off"."""
        opening = _OPENING.match(self.text, passage.start)
        inside = [o for o in ones if o.telling.clause == 0]
        outside = [o for o in ones if o.telling.clause > 0 and o.is_main]
        if opening is None or not inside or not outside or len(passage.clauses) == 1:
            return
        relation = _OPENINGS[opening["word"].lower()]
        side = inside[-1] if relation == "after" else inside[0]
        if side.telling.at - opening.end() > _REACH:
            return
        low, least, greatest = gap_before(
            self.text, passage.start, opening.start("word")
        )
        words = Connective(low, opening.end("word"), relation, least, greatest)
        yield from self._join(outside[0], side, words)

    def _conjoined(self, one: _One, other: _One) -> Iterator[Joined]:
        """Two clauses of a sentence, the second with a conjunction before its event."""
        number = other.telling.clause
        if one.telling.clause == number:
            return
        clause = one.passage.clauses[number]
        name = clause.connective
        last = name.rsplit(" ", 1)[-1]
        relation = _SIDES.get(name) or _SIDES.get(last)
        if name in _THEN or last in _THEN:
            words = Connective(clause.start, clause.start + len(name))
            yield from self._join(other, one, words)
        elif (
            relation and one.is_main and not self._is_of_noun(one, other, clause.start)
        ):
            opening = self.text[clause.start : other.telling.at].lower()
            at = clause.start + max(opening.find(last), 0)
            low, least, greatest = gap_before(self.text, one.telling.end, at)
            words = Connective(low, at + len(last), relation, least, greatest)
            yield from self._join(one, other, words)

    def _is_of_noun(self, one: _One, other: _One, at: int) -> bool:
        """Whether words place no event: "looks into the events before the shooting"."""
        low = one.telling.end
        looks = one.told.kind in OFFICIAL and other.telling.cue.mention
        goes_on = _GOES_ON.search(self.text, at, other.telling.at) is not None
        return (
            looks
            or goes_on
            or _OF_NOUN.search(self.text, max(low - 20, 0), at) is not None
        )

    def _by_noun(
        self, passage: Passage, start: int, ones: Sequence[_One]
    ) -> Iterator[Joined]:
        """An event placed by a noun for another: "died during the pursuit"."""
        for match in _NOUN.finditer(self.text, passage.start, passage.end):
            kind = _NOUN_KINDS[match["noun"].lower().rstrip("s")]
            event = self._ordered(passage, Span(*match.span()), ones)
            during = match["word"].lower()[:3] in ("dur", "thr", "in ")
            if event is None or (during and kind not in _LASTING):
                continue
            relation = "during" if during else _OPENINGS[match["word"].lower()]
            low, least, greatest = gap_before(self.text, passage.start, match.start())
            other = self._last(start + len(ones), {kind}, unless=event)
            words = Connective(low, match.end(), relation, least, greatest)
            yield from self._join(event, other, words)

    def _by_adverb(
        self, passage: Passage, start: int, ones: Sequence[_One]
    ) -> Iterator[Joined]:
        for words in adverbs(self.text, passage.start, passage.end):
            if any(t.start < words.end and words.start < t.end for t in passage.times):
                continue
            event = self._ordered(passage, words, ones)
            if event is None or aside_around(passage.asides, words.start):
                continue
            at = start + next(n for n, one in enumerate(ones) if one is event)
            yield from self._join(event, self._neighbour(at, words), words)

    def _neighbour(self, at: int, words: Connective) -> _One | None:
        """The event that an adverb orders the event at a place with."""
        event = self.ones[at]
        if words.kind:
            return self._last(at, {words.kind})
        if words.word == "now" and event.told.kind in _CARE:
            return self._last(at, _HARM)
        return self._before(at)

    def _ordered(
        self, passage: Passage, words: Span, ones: Sequence[_One]
    ) -> _One | None:
        """The event that words order: in their clause the next, or else the last."""
        ahead = [c.start for c in passage.clauses if c.start >= words.end]
        if ahead and _ALONE.fullmatch(self.text, words.end, ahead[0]):
            ahead = ahead[1:]
        stop = ahead[0] if ahead else passage.end
        opens = words.start - passage.start <= _HEAD
        for one in ones:
            follows = one.telling.at >= words.start and one.telling.end > words.end
            if follows and (one.telling.at < stop or (opens and one.is_main)):
                return one
        low = max(c.start for c in passage.clauses if c.start <= words.start)
        before = [o for o in ones if o.telling.at < words.start]
        return before[-1] if before and before[-1].telling.end >= low - 1 else None

    def _before(self, at: int) -> _One | None:
        """The main event told last before a place: in its sentence, or in one near."""
        event = self.ones[at]
        for one in reversed(self.ones[max(0, at - _MEMORY) : at]):
            if event.passage.number - one.passage.number > _NEAR:
                return None
            another = one.told is not event.told and one.is_main
            if another and _tells(event, one):
                return one
        return None

    def _last(
        self, at: int, kinds: Iterable[str], *, unless: _One | None = None
    ) -> _One | None:
        """The event of some kinds that was told last before a place."""
        wanted = frozenset(kinds)
        for one in reversed(self.ones[max(0, at - _MEMORY) : at]):
            same = unless is not None and one.told is unless.told
            if one.told.kind in wanted and not same:
                return one
        return None

    def _join(
        self,
        event: _One,
        other: _One | None,
        words: Connective,
        whole: Span | None = None,
    ) -> Iterator[Joined]:
        span = Span(words.start, words.end) if whole is None else whole
        if other is None:
            if words.start - event.passage.start <= _HEAD and event.is_main:
                self.unused.append(Span(span.start, span.end))
        elif other.told is not event.told and event.told.telling is event.telling:
            yield Joined(
                first=event.told,
                relation=words.relation,
                second=other.told,
                words=Span(span.start, span.end),
                passage=event.passage,
                least=words.least,
                greatest=words.greatest,
            )


def _tells(event: _One, other: _One) -> bool:
    """Whether one sentence tells on what another tells.

    It goes on neither from a heading, nor from another paragraph's lead, nor, unless it
    tells of acts of office itself, from such an act.
    """
    one, before = event.passage, other.passage
    if other.told.kind in OFFICIAL and event.told.kind not in OFFICIAL:
        return False
    is_lead = before.part == "lead" and before.paragraph == one.paragraph
    return before.part == "body" or is_lead
