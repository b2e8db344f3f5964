"""From a clock time that the patterns found to what it states."""

from __future__ import annotations

import re
from collections.abc import Callable

from incident_timeline.text.times.phrase import Clock, Phrase
from incident_timeline.text.times.time_words import NUMBERS

__all__ = ["CLOCK_READERS", "clock_of_digits", "new_phrase", "number_of"]

_Match = re.Match[str]
_NOON = 12
_PAST_MINUTES = {"half": 30, "quarter": 15, "twenty five": 25, "twenty-five": 25}


def new_phrase(
    found: _Match,
    slot: str,
    *,
    clock: Clock | None = None,
    part: str = "",
    weak: bool = False,
) -> Phrase:
    """A phrase over the whole of what was found."""
    start, end = found.span()
    return Phrase(start, end, slot, clock=clock, part=part, weak=weak)


def number_of(word: str) -> int:
    """The number that a word or digits say."""
    return int(word) if word.isdigit() else int(NUMBERS[word])


def _clock(found: _Match) -> Phrase:
    second = int(found["clock_s"]) if found["clock_s"] else None
    half = (found["clock_ap"] or "")[:1]
    if found["clock_u"] or (len(found["clock_h"]) > 1 and found["clock_h"] < "1"):
        half = half or "24"
    clock = Clock(int(found["clock_h"]), int(found["clock_i"]), second, half)
    phrase = new_phrase(found, "clock", clock=clock)
    dotted = found["clock_sep"] == "."
    phrase.weak = not (found["clock_ap"] or found["clock_u"] or found["clock_oc"])
    phrase.weak = phrase.weak and (dotted or not clock.is_valid)
    return phrase


def _dashed(found: _Match) -> Phrase:
    clock = Clock(int(found["da_h"]), int(found["da_i"]), None, found["da_ap"][0])
    return new_phrase(found, "clock", clock=clock)


def _hour(found: _Match) -> Phrase:
    clock = Clock(int(found["hour_h"]), 0, None, found["hour_ap"][0])
    return new_phrase(found, "clock", clock=clock)


def _french(found: _Match) -> Phrase:
    clock = Clock(int(found["fr_h"]), int(found["fr_i"]), None, "24")
    return new_phrase(found, "clock", clock=clock)


def _military(found: _Match) -> Phrase | None:
    clock = Clock(int(found["mil_h"]), int(found["mil_i"]), None, "24")
    return new_phrase(found, "clock", clock=clock) if clock.is_valid else None


def _first(found: _Match) -> Phrase:
    clock = Clock(int(found["first_h"]), 0)
    return new_phrase(found, "clock", clock=clock, weak=True)


def _bare(found: _Match) -> Phrase:
    clock = Clock(int(found["bare_h"]), 0)
    return new_phrase(found, "clock", clock=clock, weak=True)


def _oclock(found: _Match) -> Phrase:
    half = (found["oc_ap"] or "")[:1]
    clock = Clock(number_of(found["oc_h"]), 0, None, half, spoken=True)
    phrase = new_phrase(found, "clock", clock=clock)
    if found["oc_ish"]:
        phrase.qualifier, phrase.weak = "about", True
    return phrase


def _past(found: _Match) -> Phrase | None:
    how, whole, way = found["past_i"], found["past_h"], found["past_way"]
    how = "half" if how.startswith("half") else how
    counted = found["past_m"] is not None
    minute = _PAST_MINUTES.get(how) or number_of(how)
    hour = {"noon": 12, "midday": 12, "midnight": 0}.get(whole)
    half = "24" if hour is not None else (found["past_ap"] or "")[:1]
    hour = number_of(whole) if hour is None else hour
    most = 59 if counted else 30
    if hour > 24 or minute > most or (way == "after" and how == "half"):  # noqa: PLR2004  no hour
        return None
    if way == "to":
        hour, minute = (hour - 1) % 24 or (12 if half != "24" else 0), 60 - minute
    clock = Clock(hour, minute % 60, None, half, spoken=True)
    odds = way == "to" and not counted and how != "quarter" and hour <= _NOON
    return new_phrase(found, "clock", clock=clock, weak=odds and not half)


def _half(found: _Match) -> Phrase:
    clock = Clock(number_of(found["half_h"]), 30, spoken=True)
    return new_phrase(found, "clock", clock=clock, weak=True)


def _named(found: _Match) -> Phrase:
    name = found["named"]
    clock = Clock(0 if name == "midnight" else 12, 0, None, "24", name)
    return new_phrase(found, "clock", clock=clock)


def clock_of_digits(found: _Match) -> Phrase | None:
    """Four digits that are no year, as in "at 2015", where a clock can show them."""
    digits = found[0]
    clock = Clock(int(digits[:2]), int(digits[2:4]), None, "24")
    valid = len(digits) == len("0351") and clock.is_valid
    return new_phrase(found, "clock", clock=clock, weak=True) if valid else None


CLOCK_READERS: dict[str, Callable[[_Match], Phrase | None]] = {
    "clock": _clock,
    "dashed": _dashed,
    "hour": _hour,
    "french": _french,
    "military": _military,
    "first": _first,
    "bare": _bare,
    "oclock": _oclock,
    "past": _past,
    "named": _named,
    "half": _half,
    "digits": clock_of_digits,
}
