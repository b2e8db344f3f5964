"""Items of evidence: what they are, how sure the text is of it, who recovered them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from attrs import define, field

from incident_timeline.model import Citation, Event, Evidence
from incident_timeline.parsers._cast import Cast
from incident_timeline.parsers._dating import Told
from incident_timeline.parsers._passages import Passage
from incident_timeline.text.items import ItemMention, find_items
from incident_timeline.text.spans import Span
from incident_timeline.vocabulary import EvidenceStatus

__all__ = ["Exhibits"]

_SPACE = re.compile(r"\s{1,20}")
_BEFORE = (
    (
        EvidenceStatus.APPARENT,
        r"appear(?:s|ed|ing)?\sto\s(?:be|have\sbeen)|apparent(?:ly)?|(?:what|which)\s(?:looks?|looked|seems?|seemed)\s(?:like|to\sbe)|resembl\w{1,4}",
    ),
    (
        EvidenceStatus.BELIEVED,
        r"(?:believed|thought|understood)\sto\s(?:be|have\sbeen)|suspected|presumed",
    ),
    (EvidenceStatus.ALLEGED, r"alleged(?:ly)?|reported(?:ly)?|claimed\sto\sbe"),
    (EvidenceStatus.UNKNOWN, r"possible|possibly"),
    (
        EvidenceStatus.CONFIRMED,
        r"(?:confirmed|established|found)\sto\s(?:be|have\sbeen)",
    ),
)
_DOUBT = tuple((s, re.compile(rf"\b(?:{w})\b", re.IGNORECASE)) for s, w in _BEFORE)
# How far before the words for an item a doubt about it may stand.
_REACH = 40
# What may stand between two items of one list.
_LISTED = re.compile(
    r"(?:,|,?\s(?:and|as\swell\sas|along\swith|together\swith))"
    r"(?:\s(?!from\b|in\b|at\b|was\b|were\b|who\b)[\w’'.-]{1,20}){0,5}\s",
    re.IGNORECASE,
)
_ARTICLE = frozenset(
    "a an the his her their its one two three four five several some another this that"
    " these those both".split()
)
_JOINTS = frozenset({"and", "or", "with", "of"})
_NOT_OF_IT = frozenset({"second", "third", "first", "other", "further"})
_ADJECTIVES = 4
_RECORDINGS = frozenset({"body_worn_video", "cctv", "video", "audio"})


@define
class Exhibits:
    """The items of one document, each with the event that recovered it."""

    text: str
    cast: Cast
    cite: Callable[[Span, Passage], Citation]
    found: list[Evidence] = field(factory=list)

    def of(self, told: Told, event: Event) -> tuple[str, ...]:
        """The ids of the items that an event recovers, or whose review it tells."""
        reviewed = told.kind == "interview"
        if not told.telling.cue.item and not reviewed:
            return ()
        items = self._items(told)
        if reviewed:
            items = [i for i in items if i.item_type in _RECORDINGS]
        spans: Sequence[Span] = items
        if not items and not reviewed:
            spans = [Span(told.telling.start, told.telling.end)]
        return tuple(self._kept(spans, told, event, reviewed=reviewed))

    def _kept(
        self, spans: Sequence[Span], told: Told, event: Event, *, reviewed: bool
    ) -> Iterator[str]:
        for span in spans:
            item = self._item(f"x{len(self.found) + 1}", span, told)
            if not reviewed:
                item = _recovered(item, event, self.cast.recoverer(told))
            self.found.append(item)
            yield item.id

    def _items(self, told: Told) -> list[ItemMention]:
        """The items in an event's words, and those that a list joins to them."""
        telling, passage = told.telling, told.passage
        named = list(find_items(self.text, passage))
        core = [n for n, i in enumerate(named) if telling.at <= i.start < telling.end]
        before = [
            n for n, i in enumerate(named) if telling.start <= i.start < telling.at
        ]
        if not core and not before:
            return []
        low = core[0] if core else before[-1]
        high = core[-1] if core else low
        while low and self._joined(named[low - 1], named[low]):
            low -= 1
        while high + 1 < len(named) and self._joined(named[high], named[high + 1]):
            high += 1
        return named[low : high + 1]

    def _joined(self, one: Span, other: Span) -> bool:
        gap = _LISTED.match(self.text, one.end, other.start)
        return gap is not None and gap.end() == other.start

    def _item(self, id_: str, span: Span, told: Told) -> Evidence:
        type_ = span.item_type if isinstance(span, ItemMention) else "other"
        words = self._phrase(span, told.passage) if type_ != "other" else span
        return Evidence(
            id=id_,
            item_type=type_,
            status=self._status(span, told),
            description=_SPACE.sub(" ", words.of(self.text)),
            citations=(self.cite(words, told.passage),),
        )

    def _phrase(self, item: Span, passage: Passage) -> Span:
        """An item with what describes it, back to its article, where it has one."""
        low = max(passage.start, item.start - _REACH)
        before = list(re.finditer(r"\S{1,40}", self.text[low : item.start]))
        start = item.start
        for word in reversed(before[-_ADJECTIVES - 1 :]):
            plain = word[0].lower()
            if plain in _ARTICLE or plain in _JOINTS or plain.endswith(","):
                return Span(start, item.end)
            if plain not in _NOT_OF_IT:
                start = low + word.start()
        return item

    def _status(self, item: Span, told: Told) -> str:
        """How sure the text is of what the item is: "what appears to be"."""
        low = max(told.passage.start, item.start - _REACH)
        near = [
            (said.start(), status)
            for status, pattern in _DOUBT
            for said in pattern.finditer(self.text, low, item.start)
        ]
        if near:
            return max(near)[1]
        return EvidenceStatus.STATED


def _recovered(item: Evidence, event: Event, by: str | None) -> Evidence:
    """An item with the event that recovered it: when, where, by whom."""
    return Evidence(
        id=item.id,
        item_type=item.item_type,
        status=item.status,
        description=item.description,
        recovered=event.start,
        recovered_place=event.place,
        recovered_by_id=by,
        event_id=event.id,
        citations=item.citations,
    )
