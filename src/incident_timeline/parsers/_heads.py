"""The times at the head of what follows: of an item, a paragraph, a day's section."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from incident_timeline.parsers._governors import is_clocked
from incident_timeline.parsers._passages import Passage
from incident_timeline.text.times import TimeMention

__all__ = ["heads", "only_leading"]

_LEADING = re.compile(
    r"(?:[-•*–—▪●·|#>]{1,6}\s{0,3}|\(?\d{1,3}[.)]\s{1,3})?(?:[,(\[|]\s{0,3})?"
    r"(?:(?:and|but|then|later|as of|at|on|in|during|from|over|around|by|it was|the|"
    r"that|when|while|where|after|before|also|just|until|of|however),?\s{1,4}){0,4}"
    r"[(“\"\[]?\Z",
    re.IGNORECASE,
)
_HEADS = re.compile(r"[)\]*]{0,3}\s{0,3}(?:[–—:|]|-\s|\.\s)|[)\]]\s")
_REST = re.compile(r"[\s:.)\]–—-]{0,6}")
_LONGEST = 100
_SENTENCE = re.compile(r"[.!?…][\"”’')\]]{0,2}\Z")
_BULLET = re.compile(r"[-•*–—▪●·|]\s?|\d{1,3}[.)]\s")
_PURE = re.compile(
    r"(?:\W|\b(?:events|timeline|chronology|day|of|on|for|the|\d{1,2}|one|two|three|four|"
    r"five|six|seven)\b){0,12}",
    re.IGNORECASE,
)
_SECTIONS = 2  # day headings, from which on a text is a chronology of days


def only_leading(text: str, start: int, end: int) -> bool:
    """Whether a stretch holds only what may stand before a time that opens a clause."""
    match = _LEADING.match(text, start, end)
    return match is not None and match.end() == end


def heads(text: str, found: Sequence[Passage]) -> dict[int, TimeMention]:
    """The times at the head of something, by the passages that they date.

    A clock time at the head of an item dates its first sentence, a day the whole
    paragraph. Days on lines of their own, where there are several, date all that
    follows up to the next heading.
    """
    opened: dict[int, TimeMention] = {}
    blocks = [tuple(group) for _, group in groupby(found, key=lambda p: p.paragraph)]
    days = _sections(text, blocks)
    section: TimeMention | None = None
    alone: TimeMention | None = None
    for block in blocks:
        if days and _is_heading(text, block):
            section = days.get(block[0].number)
        head = section if block[0].part != "notes" else None
        for passage in block:
            own = _head(text, passage)
            if own is not None:
                opened[passage.number] = own
                head = section if is_clocked(own) else own
            elif (known := alone or head) is not None:
                opened[passage.number] = known
            alone = own if own and _fills(text, passage, own) else None
    return opened


def _sections(text: str, blocks: Sequence[Sequence[Passage]]) -> dict[int, TimeMention]:
    """The days on lines of their own, by passage; none where they are no chronology.

    They are none where there is one only, or where they run backwards, as in a feed of
    updates. A day above the first paragraph is one where a later day follows.
    """
    found = {b[0].number: day for b in blocks if (day := _day_heading(text, b))}
    stated = [_stated(day) for day in found.values()]
    last = max(stated, default="")
    found = {
        block[0].number: found[block[0].number]
        for block in blocks
        if block[0].number in found
        and (block[0].part != "heading" or _stated(found[block[0].number]) < last)
    }
    stated = [_stated(day) for day in found.values()]
    is_chronology = len(set(stated)) >= _SECTIONS and stated == sorted(stated)
    return found if is_chronology else {}


def _stated(time: TimeMention) -> str:
    return time.moment.stated if time.moment else ""


def _head(text: str, passage: Passage) -> TimeMention | None:
    """The time that opens a passage and stands apart from its first words."""
    first = passage.times[0] if passage.times else None
    if first is None or first.is_dateline or passage.part == "heading":
        return None
    if not only_leading(text, passage.start, first.start):
        return None
    return first if first.is_heading or _HEADS.match(text, first.end) else None


def _fills(text: str, passage: Passage, time: TimeMention) -> bool:
    """Whether a clock time is all that its line holds, and heads the next sentence."""
    rest = _REST.fullmatch(text, time.end, passage.end)
    return time.is_heading and is_clocked(time) and rest is not None


def _day_heading(text: str, block: Sequence[Passage]) -> TimeMention | None:
    """The day that a line by itself names: "Friday 3 May", "Events of 3 May 2024"."""
    if not _is_heading(text, block):
        return None
    first = block[0]
    if len(first.times) != 1 or first.times[0].moment is None:
        return None
    day = first.times[0]
    around = text[first.start : day.start] + text[day.end : first.end]
    is_clock = day.moment is not None and "T" in day.moment.stated
    return day if not is_clock and _PURE.fullmatch(around) else None


def _is_heading(text: str, block: Sequence[Passage]) -> bool:
    """Whether a paragraph is a short line that tells nothing and is no sentence."""
    (first, *others) = block
    line = first.of(text)
    return (
        not others
        and len(line) <= _LONGEST
        and "\n" not in line
        and not first.facts
        and not _SENTENCE.search(line)
        and not _BULLET.match(line)
    )
