"""Where in its text an expression stands, and what the words about it say of time."""

from __future__ import annotations

import re

from attrs import frozen

from incident_timeline.text.sentences import paragraphs
from incident_timeline.text.times.phrase import Phrase
from incident_timeline.text.times.place import Place

__all__ = ["Layout", "Standing"]

_REACH = 160
_LINE = 100
_STOP = re.compile(r"(?:[.!?:;]\s|\n)")
_LABEL = re.compile(
    r"\s{0,8}(?:[-*•‣▪●·]\s{1,3}|\(?[0-9]{1,2}[.)]\s{1,3})?(?:(?:last\s)?(?:updated?|published"
    r"|posted|issued|released|date[d]?|on|at|incident\sdate|news\srelease|statement)"
    r"\s{0,2}[:/|–-]?\s{0,2}){0,2}\Z"
)
_PLACE = re.compile(r"\s{0,8}[^\s.!?][^\n!?]{0,70}[,(–—-]\s{0,2}\Z")
_DASH = re.compile(r"\)?\s{0,2}(?:[–—:]|-{1,2}(?=\s))")
_LINE_END = re.compile(r"[ \t]{0,4}[.,;)]?[ \t]{0,4}(?:\r?\n|\Z)")


@frozen
class Standing:
    """How an expression stands on its line."""

    place: Place
    is_heading: bool  # begins its line, and ends it or is set off by a dash or colon
    is_dateline: bool  # follows a place name at the head of its paragraph
    is_title: bool  # ends a line that is no sentence
    is_update: bool


class Layout:
    """A text's paragraphs, walked through once from front to back."""

    def __init__(self, text: str, low: str) -> None:
        """Take a text and its lower-cased copy."""
        self._low = low
        self._ends = [part.end for part in paragraphs(text)]
        self._paragraph = 0

    def standing(self, phrase: Phrase) -> Standing:
        """How *phrase* stands; phrases are asked for in order."""
        low = self._low
        ends = self._ends
        while self._paragraph < len(ends) - 1 and ends[self._paragraph] <= phrase.start:
            self._paragraph += 1
        head, line = self._before(phrase.start)
        place = Place(self._paragraph, head)
        at_end = _LINE_END.match(low, phrase.end) is not None
        dash = _DASH.match(low, phrase.end) is not None
        labelled = line is not None and _LABEL.match(line) is not None
        return Standing(
            place,
            is_heading=labelled and (at_end or dash),
            is_dateline=dash and line is not None and bool(_PLACE.match(line)),
            is_title=at_end and line is not None and ". " not in line,
            is_update=labelled and line is not None and "update" in line,
        )

    def _before(self, start: int) -> tuple[str, str | None]:
        """The sentence's words before *start*; the line's too, if it is short."""
        window = self._low[max(0, start - _REACH) : start]
        stops = [stop.end() for stop in _STOP.finditer(window)]
        head = window[stops[-1] :] if stops else window
        first = window.rfind("\n") + 1
        short = len(window) - first <= _LINE and (first > 0 or start <= _LINE)
        return head, window[first:] if short else None
