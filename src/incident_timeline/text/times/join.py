"""Whether two pieces are one expression, by what each states and what is between."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import evolve

from incident_timeline.text.times.again import is_again
from incident_timeline.text.times.phrase import Phrase
from incident_timeline.text.times.time_words import QUALIFIERS
from incident_timeline.text.times.wraps import is_wrapped

__all__ = ["join"]

_LONGEST_GAP = 40
# What may stand between two pieces of one expression, once a qualifier is taken off.
_BETWEEN = {
    "weekday date": {"", ",", "the", ", the", "(", "(the", "on the", "on", ", on"},
    "repeat": {"(", "(on", "/", "-"},
    "again": {"(", "/", "(or", "(at"},
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
        "-",
        "@",
        "time:",
        ", time:",
        "| time:",
        "; time:",
        "and time:",
        ", time",
        "time",
        "|",
        "/",
    },
    "clock day": {
        *("", ",", "on", ", on", "of", "the", ", the", "on the", "(", "(on", ", of"),
        *("in the", ", in the", "this", "that", "on the same", "onthe", "ofthe"),
    },
    "clock part": {
        *("in the", "at", "on the", ", on the", "during the", ", in the", "in"),
    },
    "part date": {""},
    "part day": {"of", "of the", "on", "on the", ",", "(", "(on"},
    "overnight day": {"of", "on", "on the", ",", "", "(", "(on", "from"},
    "day part": {"", "in the", ", in the", "during the", ", during the"},
    "day year": {"", "of", ",", "in"},
    "turn day": {"(", ",", ", on", "(on"},
    "days later clock": {"at", ", at"},
    "before clock": {""},
    "days later day": {"(", ",", ", on", "on"},
    "before day": {""},
}
_BENDS = {
    "day clock": frozenset(
        "about shortly_before shortly_after before after by exact".split()
    ),
    "again": frozenset({"about"}),
    "clock day": frozenset({"about"}),
    "days later clock": frozenset({"about"}),
}
_NO_BENDS: frozenset[str] = frozenset()
_HABIT_WORDS = frozenset(
    {"", ",", "to", "-", "and", "until", "from", ", from", "between"}
)
_TO = re.compile(
    r",? ?(?P<word>to|until|till|through|up to|into|and|or|&|-|—)(?: the)?"
    r"(?: (?:about|around|approximately|(?:just|shortly) (?:before|after)))?"
    r"(?: on| early| late| the early hours of| the morning of)?"
)
_KEPT = (
    *("clock", "weekday", "year", "month", "day", "turn", "last_day", "season"),
    "offset",
)


def join(low: str, phrase: Phrase, added: Phrase) -> bool:
    """Let *phrase* grow by *added* if the two are one statement; whether they are."""
    words = _words_between(low, phrase, added)
    if words is None:
        return False
    if phrase.until is None and _is_range(phrase, added, words):
        _take_range(phrase, added, words)
        return True
    if phrase.habit and words in _HABIT_WORDS:
        phrase.end = added.end
        return True
    if _is_week(phrase, added, words):  # 9am to 5pm, Monday to Friday
        phrase.habit, phrase.end = True, added.end
        return True
    target = phrase.until or phrase
    bend, head = _unbent(words)
    for pair in _pairs(target, added):
        if head in _BETWEEN[pair] and _may_bend(pair, head, bend):
            _grow(low, phrase, target, added, pair=pair, head=head)
            phrase.qualifier = phrase.qualifier or bend
            return True
    return False


def _may_bend(pair: str, head: str, bend: str) -> bool:
    """Whether a qualifier may stand between two pieces; a dash parts the two."""
    return not bend or (head != "-" and bend in _BENDS.get(pair, _NO_BENDS))


def _grow(
    low: str, phrase: Phrase, target: Phrase, added: Phrase, *, pair: str, head: str
) -> None:
    closed = phrase.bracket and low[phrase.end : phrase.end + 1] == ")"
    phrase.bracket = (phrase.bracket and not closed) or "(" in head
    if head.endswith(("between", "from")):
        phrase.opening, phrase.opened = head.rsplit(maxsplit=1)[-1], phrase.start
    if pair == "again":
        target.again, target.zone = added, target.zone or added.zone
    elif pair == "repeat" and target.day is not None and added.day is not None:
        target.year = target.year or added.year
    else:
        _merge(target, added, head)
    phrase.end = added.end
    phrase.qualifier = phrase.qualifier or added.qualifier


def _take_range(phrase: Phrase, added: Phrase, words: str) -> None:
    """Take *added* as the other end; "Monday night into Tuesday" is one night."""
    phrase.until, phrase.end = added, added.end
    phrase.into = words.startswith("into") and phrase.clock is None


def _is_week(phrase: Phrase, added: Phrase, words: str) -> bool:
    """Whether *added* closes a range of weekdays after hours that keep to them."""
    until = phrase.until
    return (
        added.slot == "weekday"
        and words in {"to", "-", "through"}
        and until is not None
        and until.clock is not None
        and until.weekday is not None
        and until.day is None
    )


def _words_between(low: str, phrase: Phrase, added: Phrase) -> str | None:
    """What separates two pieces, on one line of blanks; nothing if too far apart.

    A line break separates them unless it wraps a line.
    """
    if added.start - phrase.end > _LONGEST_GAP:
        return None
    start = phrase.end
    if phrase.bracket and low[start : start + 1] == ")":
        start += 1
    gap = low[start : added.start]
    if "\n" in gap and not is_wrapped(low, start + gap.index("\n")):
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


def _is_range(  # noqa: PLR0911  a guard a line
    phrase: Phrase, added: Phrase, words: str
) -> bool:
    to = _TO.fullmatch(words)
    if words == "and" and _are_months(phrase, added):
        return True
    if to is None or (to["word"] in {"and", "or", "&"} and phrase.opening != "between"):
        return False
    if added.slot == "clock":
        return phrase.clock is not None and added.day is None
    dated = added.slot in {"date", "weekday"}
    if to["word"] == "into":
        return dated and phrase.has_date
    if phrase.clock is not None:
        return bool(phrase.opening) and dated and phrase.has_date
    if phrase.opening and phrase.slot == "date" and added.slot == "weekday":
        return True
    if added.slot != phrase.slot:
        return False
    if added.slot == "weekday" and not phrase.opening:
        phrase.habit = True  # Monday to Friday
        return True
    return added.slot in {"date", "month", "year", "weekday"}


def _are_months(phrase: Phrase, added: Phrase) -> bool:
    """Whether the two are months of which one follows the other: a stretch of time."""
    if (phrase.slot, added.slot) != ("month", "month") or phrase.year is not None:
        return False
    first, last = phrase.month or 0, added.month or 0
    return added.year is not None and last - first in {1, -11}


def _pairs(target: Phrase, added: Phrase) -> Iterator[str]:
    """What *added* would be to *target*; nothing where it says the same thing again."""
    turn = added.turn
    if added.slot == "clock":
        yield from _clock_pairs(target, added)
    elif added.slot == "part":
        if not target.part:
            yield "day part" if target.has_date else "clock part"
    elif added.slot == "year" or (turn is not None and turn.unit == "year"):
        if (target.month or target.holiday or target.season) and not target.year:
            yield "day year"
    elif added.has_date:
        yield from _day_pairs(target, added)
    elif (
        added.slot == "own" and target.clock and not (target.has_date or target.offset)
    ):
        yield "clock day"


def _clock_pairs(target: Phrase, added: Phrase) -> Iterator[str]:
    if target.clock is not None:
        if target.again is None and is_again(target.clock, added.clock or target.clock):
            yield "again"
        return
    if target.offset is not None:
        yield "before clock" if target.offset.awaits else "days later clock"
    elif target.has_date:
        yield "day clock"


def _day_pairs(target: Phrase, added: Phrase) -> Iterator[str]:
    if target.day is None and added.day is not None and target.weekday is not None:
        yield "weekday date"
    if target.day is not None and (added.day is None or _is_same(target, added)):
        yield "repeat"
    if target.turn is not None and target.day is None and added.turn is None:
        yield "turn day"
    if target.has_date:
        return
    if target.clock is not None:
        yield "clock day"
    if target.part and added.slot in {"weekday", "date"}:
        yield "part date"
    if target.part:
        yield "overnight day" if target.part == "overnight" else "part day"
    if target.offset is not None:
        if target.offset.own:
            yield "weekday date"
        yield "before day" if target.offset.awaits else "days later day"


def _is_same(target: Phrase, added: Phrase) -> bool:
    """Whether two dates are one: Friday 3 May (03/05/2024)."""
    added_days = added.day, added.month
    swapped = added.order == "either" and added_days == (target.month, target.day)
    return (target.day, target.month) == added_days or swapped


def _merge(target: Phrase, added: Phrase, head: str) -> None:
    for name in _KEPT:
        value = getattr(added, name)
        if value is not None:
            setattr(target, name, value)
    if target.turn is not None and head.endswith("the"):  # "9pm the next day"
        target.turn = evolve(target.turn, told=True)
    target.holiday = target.holiday or added.holiday
    target.order = target.order or added.order
    target.part = target.part or added.part
    target.edge = target.edge or added.edge
    target.zone = target.zone or added.zone
    target.problem = target.problem or added.problem
    target.weak = False
    target.slot, target.end = added.slot, added.end
