"""What there is to say of a text that was read: left out, doubtful, not used."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from incident_timeline.model import Finding
from incident_timeline.parsers._dating import Told
from incident_timeline.parsers._passages import Passage
from incident_timeline.parsers.base import Document
from incident_timeline.parsers.readings import REMARKS, reading
from incident_timeline.text.spans import Span
from incident_timeline.text.times import TimeMention

__all__ = ["findings"]

_SHOWN = 200
_LINE_END = re.compile("\n")
_PATH = re.compile(r"\S{1,300}\.\w{1,8}")


def findings(
    document: Document,
    end: int,
    times: Sequence[TimeMention],
    found: Sequence[Passage],
    told: Sequence[Told],
    *,
    unused: Sequence[Span],
) -> Iterator[Finding]:
    """What there is to say of a text as a whole, then of each place in its order."""
    if not told:
        message = "no event is told as a fact"
        if _PATH.fullmatch(document.text):
            message += "; if this is the path of a file, give a Path, not a text"
        yield reading("TL602").finding("events", message)
    elif not any(one.time for one in told):
        yield reading("TL603").finding("events", "no event is given a time")
    if document.zone is None and times:
        message = "no zone given: clock times could not be placed"
        yield reading("TL606").finding("sources[0].text", message)
    used = {t.time.start for one in told for t in (one, *one.again) if t.time}
    said = [*_of_text(document.text, end)]
    said += [s for time in times for s in _of_time(time, used=time.start in used)]
    said += [s for passage in found for s in _of_passage(passage)]
    said += [_of_words(document.text, words) for words in unused]
    said += _of_cues(document.text, found, told)
    places = _Places(document.text, end)
    yield from (places.finding(*one) for one in sorted(said, key=lambda s: s[2:]))


# A code, a message, and the span of the text that it is about.
_Said = tuple[str, str, int, int]


def _of_text(text: str, end: int) -> Iterator[_Said]:
    lost = text.find("\ufffd", 0, end)
    if lost >= 0:
        message = "characters were lost when the text was decoded"
        yield "TL609", message, lost, lost + 1
    if end < len(text):
        message = f"{len(text) - end} characters from here on were not read"
        yield "TL611", message, end, min(len(text), end + _SHOWN)


def _of_time(time: TimeMention, *, used: bool) -> Iterator[_Said]:
    span = (time.start, time.end)
    for remark in time.remarks:
        # A date that an event has taken is checked with that event.
        if not (used and remark.kind == "weekday"):
            yield REMARKS[remark.kind], f"{time.text!r}: {remark.message}", *span
    if time.moment is not None and not used:
        yield "TL607", f"{time.text!r} dates no event", *span


def _of_passage(passage: Passage) -> Iterator[_Said]:
    for telling in passage.tellings:
        if telling.context and not telling.cue.mention:
            message = f"{telling.kind} is not told as a fact: {telling.context}"
            yield "TL608", message, telling.start, telling.end


def _of_words(text: str, words: Span) -> _Said:
    message = f"{words.of(text)!r} orders its event with none that was read"
    return "TL619", message, words.start, words.end


def _of_cues(
    text: str, found: Sequence[Passage], told: Sequence[Told]
) -> Iterator[_Said]:
    """Cues of kinds that nothing else tells; what is told again is a citation."""
    known = {one.kind for one in told} | {one.telling.kind for one in told}
    for passage in found:
        for telling in passage.facts:
            if telling.kind not in known:
                words = text[telling.at : telling.end]
                message = f"{words!r} is no {telling.kind} by itself: no time dates it"
                yield "TL620", message, telling.at, telling.end


class _Places:
    """Lines and columns of a text, from one look at its line ends."""

    def __init__(self, text: str, end: int) -> None:
        self.text = text
        self.ends = [m.start() for m in _LINE_END.finditer(text, 0, end)]

    def finding(self, code: str, message: str, start: int, end: int) -> Finding:
        line = bisect_left(self.ends, start)
        line_start = self.ends[line - 1] + 1 if line else 0
        return reading(code).finding(
            f"sources[0].text[{start}:{end}]",
            message,
            raw=self.text[start:end],
            line=line + 1,
            column=start - line_start + 1,
            offset=start,
        )
