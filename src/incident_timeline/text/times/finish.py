"""The last look at an expression: its right edge, and whether it is one at all."""

from __future__ import annotations

import re

from attrs import evolve

from incident_timeline.text.times.phrase import Offset, Phrase
from incident_timeline.text.times.right import is_address, take_right, take_tail
from incident_timeline.text.times.time_words import DATED_BY

__all__ = ["finish"]

_LAST_WORDS = re.compile(
    r"(?P<law>(?:act|code|order|rules|regulations)\s)?(?P<word>[a-z]{1,12})\s\(?\Z"
)
_REACH = 28
_AT = frozenset(
    "at by from between until till about around approximately before after to and"
    " since".split()
)
_OWNERS = tuple(
    "the his her their this that its a an he she it they officer police"
    " mr ms mrs".split()
)
_HOURS = frozenset({"early", "small"})


def finish(text: str, low: str, phrase: Phrase, floor: int, limit: int) -> bool:
    """Settle the edges of *phrase*, which nothing more joins; whether it is a time."""
    if phrase.slot == "side":
        _count_from_event(low, phrase, limit)
    elif phrase.offset is not None and phrase.offset.awaits and phrase.slot == "offset":
        event, phrase.end = take_tail(low, phrase.end, limit)
        phrase.offset = evolve(phrase.offset, event=event, awaits=False)
    take_right(low, phrase)
    word = _word_before(low, phrase.opened if phrase.opening else phrase.start, floor)
    if not _is_supported(text, low, phrase, word):
        return False
    _settle_opening(phrase)
    return True


def _count_from_event(low: str, phrase: Phrase, limit: int) -> None:
    """Read "the day after the shooting" as one day from an occurrence."""
    turn = phrase.turn
    event, end = take_tail(low, phrase.end, limit)
    if turn is not None and event.split()[:1] and event.split()[0] in _OWNERS:
        phrase.offset = Offset(1, 1, turn.unit, turn.count, event=event)
        phrase.turn, phrase.end = None, end


def _settle_opening(phrase: Phrase) -> None:
    """Keep "between" and "from" for a range; "from" opens one with a clock time."""
    ranged = phrase.until is not None or phrase.last_day or phrase.last_year
    if phrase.opening and (ranged or (phrase.opening == "from" and phrase.clock)):
        phrase.start = phrase.opened
    else:
        phrase.opening = ""


def _word_before(low: str, start: int, floor: int) -> str:
    found = _LAST_WORDS.search(low, max(floor, start - _REACH), start)
    return "" if found is None or found["law"] else found["word"]


def _is_supported(text: str, low: str, phrase: Phrase, word: str) -> bool:
    """Whether a number, a month or a part of day alone is held up by what is near."""
    if phrase.slot == "habit":
        return False
    held = bool(phrase.qualifier or phrase.opening or phrase.edge or phrase.until)
    if phrase.clock is not None and phrase.weak:
        return _is_clock(text, low, phrase, word, held=held)
    if phrase.day is not None and phrase.month is None:
        return not phrase.weak or held or word in {"on", "of"}
    if phrase.slot in {"month", "year"} and phrase.day is None and phrase.clock is None:
        alone = phrase.nth is None and (phrase.month is None or phrase.year is None)
        return not alone or held or word in DATED_BY
    if phrase.part and not (phrase.has_date or phrase.clock or phrase.offset):
        return _is_part(low, phrase, word)
    return True


def _is_clock(text: str, low: str, phrase: Phrase, word: str, *, held: bool) -> bool:
    if phrase.until is not None:
        return not phrase.until.weak or phrase.opening != "" or word in _AT
    digits = low[phrase.start : phrase.end].rsplit(None, 1)[-1]
    if digits.isdigit():
        four = len(digits) > 2  # noqa: PLR2004  0351, not the 8 of "8 to 9pm"
        return four and (held or word == "at") and not is_address(text, phrase.end)
    return held or word in _AT


def _is_part(low: str, phrase: Phrase, word: str) -> bool:
    if phrase.part == "overnight":
        return True
    if (
        low.startswith("hours", phrase.end - 5)
        or "hours" in low[phrase.start : phrase.end]
    ):
        return phrase.edge in _HOURS
    named = low.startswith("the", phrase.start) and word in {"in", "during"}
    return named and (phrase.edge != "" or phrase.part in {"afternoon", "evening"})
