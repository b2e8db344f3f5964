"""Where in its text an expression stands, and what the words about it say of time."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import partial

from attrs import frozen

from incident_timeline.text.times.phrase import Phrase
from incident_timeline.text.times.place import Place
from incident_timeline.text.times.wraps import is_wrapped

__all__ = ["Layout", "Standing"]

_REACH = 160
_AHEAD = 80
_LINE = 100
_LINES = 4
_STOP = re.compile(r"(?:[.!?:;][\"')]{0,2}\s|\n)")
_LABEL = re.compile(
    r"\s{0,8}(?:[-*•‣▪●·]{1,3}\s{1,3}|\(?[0-9]{1,2}[.)]\s{1,3})?(?:(?:last\s)?(?:updated?(?:\s[0-9]{1,2})?|initial|original|published"
    r"|posted|issued|released|date[d]?|on|at|incident\sdate|news\srelease|statement)"
    r"\s{0,2}[(:/|-]?\s{0,2}){0,2}\Z"
)
_UPDATE = re.compile(r"update|initial|original")
_ISSUED = re.compile(r"updated?|published|posted|issued|released")
_PLACE = re.compile(r"\s{0,8}[^\s.!?][^\n!?]{0,70}[,(–—-]\s{0,2}\Z")
_DASH = re.compile(r"\)?\s{0,2}(?:[—:]|-{1,2}(?=\s))")
_BLANK_LINE = re.compile(r"\n[ \t]{0,80}\n")
_LINE_END = re.compile(r"[ \t]{0,4}[.,;)]?[ \t]{0,4}(?:\r?\n|\Z)")


@frozen
class Standing:
    """How an expression stands on its line."""

    place: Place
    is_heading: bool = False  # begins its line, and ends it or a dash or colon does
    is_dateline: bool = False  # follows a place name at the head of its paragraph
    is_title: bool = False  # ends a line that is no sentence
    is_update: bool = False
    is_alone: bool = False  # it is all that its line has


class Layout:
    """A text's lines and paragraphs."""

    def __init__(self, low: str) -> None:
        """Take the lower-cased copy of a text."""
        self._low = low
        self._breaks = [found.start() for found in _BLANK_LINE.finditer(low)]

    def standing(self, phrase: Phrase) -> Standing:
        """How *phrase* stands."""
        low, start, end = self._low, phrase.start, phrase.end
        line = self._line(start)
        label = "" if line is None else line[line.rfind("|") + 1 :]
        labelled = line is not None and _LABEL.match(label) is not None
        place = Place(
            bisect_left(self._breaks, start),
            partial(self._before, start),
            until=phrase.qualifier == "until",
            after=partial(self._after, end),
            issued=labelled and _ISSUED.search(label) is not None,
        )
        if line is None:
            return Standing(place)
        at_end = _LINE_END.match(low, end) is not None
        dash = _DASH.match(low, end) is not None
        return Standing(
            place,
            is_heading=labelled and (at_end or dash),
            is_dateline=dash and bool(_PLACE.match(line)),
            is_title=at_end and ". " not in line,
            is_update=labelled and bool(_UPDATE.search(label)),
            is_alone=at_end and not line.strip(),
        )

    def _after(self, end: int) -> str:
        """The words after *end*, to the sentence's end."""
        window = self._low[end : end + _AHEAD]
        stop = _STOP.search(window)
        if stop is not None and self._wraps(stop, end):
            stop = _STOP.search(window, stop.end())
        return " ".join((window[: stop.start()] if stop else window).split())

    def _line(self, start: int) -> str | None:
        """The words before *start* on its line, if they are few."""
        first = self._low.rfind("\n", max(0, start - _LINE - 1), start) + 1
        return self._low[first:start] if first or start <= _LINE else None

    def _before(self, start: int) -> str:
        """The words before *start* in its sentence."""
        window = self._low[max(0, start - _REACH) : start]
        begin = self._begin(window, start - len(window))
        return " ".join(window[begin:].split()) + " "

    def _begin(self, window: str, offset: int) -> int:
        """Where the last sentence of *window* begins, as far back as a few lines."""
        stops = list(_STOP.finditer(window))
        for stop in reversed(stops[-_LINES:]):
            if not self._wraps(stop, offset):
                return stop.end()
        return stops[-_LINES].end() if len(stops) >= _LINES else 0

    def _wraps(self, stop: re.Match[str], offset: int) -> bool:
        """Whether a stop that was found is but the end of a wrapped line."""
        return stop[0] == "\n" and is_wrapped(self._low, offset + stop.start())
