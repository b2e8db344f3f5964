"""The times of occurrences that an account takes up again: "after the shooting"."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from attrs import define, field

from incident_timeline.text.sentences import sentences
from incident_timeline.text.times.offsets import Anchor
from incident_timeline.text.times.time_words import EVENT_WORDS

__all__ = ["EventTimes", "Known"]

Known = tuple[int, int, Anchor]  # where a time begins and ends, and what it is

_WORD = re.compile(
    rf"\b(?:{'|'.join(sorted(EVENT_WORDS, key=len, reverse=True))})(?![a-z])"
)


def _families_in(words: str) -> list[str]:
    return [EVENT_WORDS[word] for word in _WORD.findall(words)]


@define
class _Times:
    """Times in the order of their places."""

    places: list[int] = field(factory=list)
    anchors: list[Anchor] = field(factory=list)

    def add(self, place: int, anchor: Anchor) -> None:
        self.places.append(place)
        self.anchors.append(anchor)

    def near(self, at: int) -> Anchor:
        """The last one before *at*, or else the first after it."""
        return self.anchors[max(0, bisect_right(self.places, at) - 1)]


class _Sentences:
    """The sentences of the paragraph asked for last; paragraphs come in order."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._first = self._last = 0
        self._ends: list[int] = []

    def paragraph(self, at: int) -> tuple[int, int]:
        """Where the paragraph of *at* begins and ends."""
        while at >= self._last:
            end = self._text.find("\n\n", self._last)
            self._first, self._last = (
                self._last,
                end + 2 if end >= 0 else len(self._text),
            )
            self._ends = []
        return self._first, self._last

    def sentence(self, at: int) -> tuple[int, int]:
        """Where the sentence of *at* begins and ends, in that paragraph."""
        if not self._ends:
            words = self._text[self._first : self._last]
            self._ends = [self._first + each.end for each in sentences(words)]
        index = bisect_right(self._ends, at)
        return self._ends[index - 1] if index else self._first, self._ends[index]


class EventTimes:
    """For each family of words, the times nearest to them in their own sentences."""

    def __init__(
        self, text: str, low: str, times: list[Known], asked: Iterable[str]
    ) -> None:
        """Take a text, its lower-cased copy, its times in order, and what is asked."""
        self._all, self._timed = _Times(), _Times()
        for start, _, anchor in times:
            self._all.add(start, anchor)
            if anchor.clock is not None:
                self._timed.add(start, anchor)
        self._days: dict[str, _Times] = {}
        self._clocks: dict[str, _Times] = {}
        families = {each for words in asked for each in _families_in(words)}
        told = _Sentences(text)
        for word in _WORD.finditer(low) if families else ():
            family = EVENT_WORDS[word[0]]
            near = self._nearest(word, times, told) if family in families else None
            if near is not None:
                self._days.setdefault(family, _Times()).add(word.start(), near)
                if near.clock is not None:
                    self._clocks.setdefault(family, _Times()).add(word.start(), near)

    def _nearest(
        self, word: re.Match[str], times: list[Known], told: _Sentences
    ) -> Anchor | None:
        """The nearest time in the sentence of *word*, unless the word is part of it."""
        at, places = word.start(), self._all.places
        after = bisect_right(places, at)
        first, last = told.paragraph(at)
        if not any(
            first <= place < last for place in places[max(0, after - 1) : after + 1]
        ):
            return None
        begin, end = told.sentence(at)
        near = [
            (max(start - word.end(), at - ending), anchor)
            for start, ending, anchor in times[max(0, after - 1) : after + 1]
            if begin <= start < end and not start <= at < ending
        ]
        return min(near, key=lambda each: each[0])[1] if near else None

    def find(self, words: str, at: int, *, clock: bool) -> Anchor | None:
        """The time of the occurrence that *words* name, told before *at* or else after.

        With *clock*, a clock time is wanted. One told last before *at* stands in for
        an occurrence that has none.
        """
        known = self._clocks if clock else self._days
        for family in _families_in(words):
            if family in known:
                return known[family].near(at)
        timed = self._timed if clock and self._timed.places else self._all
        before = bisect_left(timed.places, at)
        return timed.anchors[before - 1] if before else None
