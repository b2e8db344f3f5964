"""The times of occurrences that an account takes up again: "after the shooting"."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from attrs import define, field

from incident_timeline.text.sentences import sentences
from incident_timeline.text.times.offsets import Anchor
from incident_timeline.text.times.time_words import EVENT_WORDS

__all__ = ["EventTimes", "Known"]

Known = tuple[int, int, Anchor]  # where a time begins and ends, and what it is

_WORD = re.compile(
    rf"\b(?:{'|'.join(sorted(EVENT_WORDS, key=len, reverse=True))})(?![a-z])"
)


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


class EventTimes:
    """For each family of words, the times nearest to them in their own sentences."""

    def __init__(self, text: str, low: str, times: list[Known]) -> None:
        """Take a text, its lower-cased copy and the times found in it, in order."""
        self._all, self._timed = _Times(), _Times()
        for start, _, anchor in times:
            self._all.add(start, anchor)
            if anchor[1] is not None:
                self._timed.add(start, anchor)
        self._days: dict[str, _Times] = {}
        self._clocks: dict[str, _Times] = {}
        ends = [sentence.end for sentence in sentences(text)]
        for word in _WORD.finditer(low):
            near = self._nearest(word, times, ends)
            if near is not None:
                family = EVENT_WORDS[word[0]]
                self._days.setdefault(family, _Times()).add(word.start(), near)
                if near[1] is not None:
                    self._clocks.setdefault(family, _Times()).add(word.start(), near)

    def _nearest(
        self, word: re.Match[str], times: list[Known], ends: list[int]
    ) -> Anchor | None:
        """The nearest time in the sentence of *word*, unless the word is part of it."""
        at, index = word.start(), bisect_right(ends, word.start())
        after = bisect_right(self._all.places, at)
        begin = ends[index - 1] if index else 0
        near = [
            (max(start - word.end(), at - end), anchor)
            for start, end, anchor in times[max(0, after - 1) : after + 1]
            if begin <= start < ends[index] and not start <= at < end
        ]
        return min(near, key=lambda each: each[0])[1] if near else None

    def find(self, words: str, at: int, *, clock: bool) -> Anchor | None:
        """The time of the occurrence that *words* name, told before *at* or else after.

        With *clock*, a clock time is wanted. One told last before *at* stands in for
        an occurrence that has none.
        """
        families = [EVENT_WORDS[word] for word in _WORD.findall(words)]
        known = self._clocks if clock else self._days
        for family in families:
            if family in known:
                return known[family].near(at)
        timed = self._timed if clock and self._timed.places else self._all
        before = bisect_left(timed.places, at)
        return timed.anchors[before - 1] if before else None
