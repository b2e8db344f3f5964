"""Whether two pieces are one expression, by what each states and what is between."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import evolve

from incident_timeline.text.times.phrase import Phrase
from incident_timeline.text.times.time_words import QUALIFIERS

__all__ = ["join"]

_LONGEST_GAP = 40
_WRAPPED_LINE = 40
# What may stand between two pieces of one expression, once a qualifier is taken off.
_BETWEEN = {
    "weekday date": {"", ",", "the", ", the", "(", "on the"},
    "repeat": {"("},
    "day clock": {
        "",
        ",",
        "at",
        ", at",
        "from",
        ", from",
        "(",
        "(at",
        "by",
        "between",
        ", between",
    },
    "clock day": {
        *("", ",", "on", ", on", "of", "the", ", the", "on the", "(", "(on", ", of"),
        *("in the", ", in the", "this", "that", "on the same"),
    },
    "clock part": {
        *("in the", "at", "on the", ", on the", "during the", ", in the", "in"),
    },
    "part day": {"of", "of the", "on", "on the", ","},
    "day part": {"", "in the", ", in the", "during the", ", during the"},
    "day year": {"", "of", ",", "in"},
    "turn day": {"(", ",", ", on", "(on"},
    "days later clock": {"at", ", at"},
    "before clock": {""},
    "days later day": {"("},
    "before day": {""},
}
_BENDS = {
    "day clock": frozenset(
        "about shortly_before shortly_after before after by".split()
    ),
    "clock day": frozenset({"about"}),
    "days later clock": frozenset({"about"}),
}
_NO_BENDS: frozenset[str] = frozenset()
_TO = re.compile(
    r",? ?(?P<word>to|until|till|through|up to|into|and|or|-|–|—)(?: the)?"
    r"(?: (?:about|around|approximately|(?:just|shortly) (?:before|after)))?"
    r"(?: on)?"
)
_KEPT = ("clock", "weekday", "year", "month", "day", "turn", "nth", "last_day")


def join(low: str, phrase: Phrase, added: Phrase) -> bool:
    """Let *phrase* grow by *added* if the two are one statement; whether they are."""
    words = _words_between(low, phrase, added)
    if words is None:
        return False
    if phrase.until is None and _is_range(phrase, added, words):
        phrase.until, phrase.end = added, added.end
        return True
    target = phrase.until or phrase
    bend, head = _unbent(words)
    for pair in _pairs(target, added):
        if head in _BETWEEN[pair] and (not bend or bend in _BENDS.get(pair, _NO_BENDS)):
            phrase.qualifier = phrase.qualifier or bend
            phrase.bracket = phrase.bracket or "(" in head
            if head.endswith(("between", "from")):
                phrase.opening, phrase.opened = head.split()[-1], phrase.start
            _merge(target, added, head)
            phrase.end = added.end
            return True
    return False


def _words_between(low: str, phrase: Phrase, added: Phrase) -> str | None:
    """What separates two pieces, on one line of blanks; nothing if too far apart.

    A line break separates them unless it wraps a long line.
    """
    if added.start - phrase.end > _LONGEST_GAP:
        return None
    gap = low[phrase.end : added.start]
    if "\n" in gap:
        line = low.rfind("\n", max(0, phrase.end - _WRAPPED_LINE), phrase.end)
        if line >= 0 or phrase.end < _WRAPPED_LINE or gap.count("\n") > 1:
            return None
    return " ".join(gap.replace("(", " ( ").split()).replace("( ", "(")


def _unbent(words: str) -> tuple[str, str]:
    """The qualifier at the end of *words*, and what stands before it."""
    parts = words.split()
    for count in range(len(parts), 0, -1):
        found = QUALIFIERS.get(" ".join(parts[-count:]).lstrip("("))
        if found:
            bracket = "(" if parts[-count].startswith("(") else ""
            return found, " ".join([*parts[:-count], bracket]).strip()
    return "", words


def _is_range(phrase: Phrase, added: Phrase, words: str) -> bool:
    to = _TO.fullmatch(words)
    if to is None or (to["word"] in {"and", "or"} and phrase.opening != "between"):
        return False
    if added.slot == "clock":
        return phrase.clock is not None
    if phrase.clock is not None or added.slot != phrase.slot:
        return False
    if added.slot == "weekday" and not phrase.opening:
        phrase.slot = "habit"  # Monday to Friday
        return True
    return added.slot in {"date", "month", "year", "weekday"}


def _pairs(target: Phrase, added: Phrase) -> Iterator[str]:
    """What *added* would be to *target*; nothing where it says the same thing again."""
    turn = added.turn
    if added.slot == "clock":
        yield from _clock_pairs(target)
    elif added.slot == "part":
        if not target.part:
            yield "day part" if target.has_date else "clock part"
    elif added.slot == "year" or (turn is not None and turn.unit == "year"):
        if (target.month or target.nth) and not target.year:
            yield "day year"
    elif added.has_date:
        yield from _day_pairs(target, added)


def _clock_pairs(target: Phrase) -> Iterator[str]:
    if target.clock is not None:
        return
    if target.offset is not None:
        yield "before clock" if target.offset.awaits else "days later clock"
    elif target.has_date:
        yield "day clock"


def _day_pairs(target: Phrase, added: Phrase) -> Iterator[str]:
    if target.day is None and added.day is not None and target.weekday is not None:
        yield "weekday date"
    if target.day is not None and added.day is None and target.turn is None:
        yield "repeat"
    if target.turn is not None and target.day is None and added.turn is None:
        yield "turn day"
    if target.has_date:
        return
    if target.clock is not None:
        yield "clock day"
    if target.part:
        yield "part day"
    if target.offset is not None:
        yield "before day" if target.offset.awaits else "days later day"


def _merge(target: Phrase, added: Phrase, head: str) -> None:
    for name in _KEPT:
        value = getattr(added, name)
        if value is not None:
            setattr(target, name, value)
    if target.turn is not None and head.endswith("the"):  # "9pm the next day"
        target.turn = evolve(target.turn, told=True)
    target.part = target.part or added.part
    target.edge = target.edge or added.edge
    target.zone = target.zone or added.zone
    target.problem = target.problem or added.problem
    target.weak = False
    target.slot, target.end = added.slot, added.end
