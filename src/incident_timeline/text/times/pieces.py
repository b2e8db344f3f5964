"""From a piece of text that the pattern found to what it states."""

from __future__ import annotations

import re
from collections.abc import Callable

from incident_timeline.text.times.phrase import Clock, Offset, Phrase, Turn
from incident_timeline.text.times.time_words import (
    FIXED_DAYS,
    MONTHS,
    NTH_DAYS,
    NUMBERS,
    PARTS,
    WEEKDAYS,
)

__all__ = ["clock_of_digits", "piece"]

_Match = re.Match[str]
_LAST_HOUR_OF_12 = 12
_STEPS = {
    "last": (False, -1),
    "this": (False, 0),
    "that": (True, 0),
    "same": (True, 0),
    "next": (False, 1),
    "following": (True, 1),
    "previous": (True, -1),
    "preceding": (True, -1),
    "before": (True, -1),
    "after": (True, 1),
}
_NEAR = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
_PAST_MINUTES = {"half": 30, "quarter": 15, "twenty five": 25, "twenty-five": 25}


def piece(kind: str, found: _Match, *, month_first: bool) -> Phrase | None:
    """What the piece *found* states; nothing where it is no time after all."""
    if kind == "numeric":
        return _numeric(found, month_first=month_first)
    return _READERS[kind](found)


def _phrase(
    found: _Match,
    slot: str,
    *,
    clock: Clock | None = None,
    part: str = "",
    weak: bool = False,
) -> Phrase:
    start, end = found.span()
    return Phrase(start, end, slot, clock=clock, part=part, weak=weak)


def _dated(found: _Match, year: int | None, month: int, day: int | None) -> Phrase:
    phrase = _phrase(found, "date" if day else "month")
    phrase.year, phrase.month, phrase.day = year, month, day
    return phrase


def _month(name: str) -> int:
    return MONTHS[name.rstrip(".")]


def _number(word: str) -> int:
    return int(word) if word.isdigit() else int(NUMBERS[word])


def _add_part(phrase: Phrase, words: str | None) -> None:
    """Note a part of day, such as "early evening" or "small hours"."""
    if words:
        *edge, noun = words.replace("-", " ").split(" of ")[0].split()
        phrase.part = PARTS[noun]
        phrase.edge = edge[0] if edge else phrase.edge


def _iso(found: _Match) -> Phrase:
    year, month, day = (int(found[f"iso_{part}"]) for part in "ymd")
    phrase = _dated(found, year, month, day)
    if found["iso_h"]:
        second = int(found["iso_s"]) if found["iso_s"] else None
        clock = Clock(int(found["iso_h"]), int(found["iso_i"]), second, "24")
        phrase.slot, phrase.clock = "clock", clock
        phrase.zone = (found["iso_z"] or "").replace("z", "utc")
    return phrase


def _numeric(found: _Match, *, month_first: bool) -> Phrase | None:
    first, second, year = int(found["num_a"]), int(found["num_b"]), int(found["num_y"])
    if found["num_sep"] != "/" and len(found["num_y"]) == 2:  # noqa: PLR2004  a version or a score
        return None
    if len(found["num_y"]) == 2:  # noqa: PLR2004  two digits of a year
        year += 2000 if year < 70 else 1900  # noqa: PLR2004  POSIX reads them so
    month, day = (first, second) if month_first else (second, first)
    if month > _LAST_HOUR_OF_12 >= day:
        month, day = day, month
    return _dated(found, year, month, day)


def _dmy(found: _Match) -> Phrase:
    day, first = int(found["dmy_d"]), found["dmy_from"]
    year = int(found["dmy_y"]) if found["dmy_y"] else None
    phrase = _dated(found, year, _month(found["dmy_m"]), day)
    if first and int(first) < day:
        phrase.day, phrase.last_day = int(first), day
    return phrase


def _nth(found: _Match) -> Phrase:
    phrase = _phrase(found, "date", weak=True)
    phrase.day = int(found["nth"])
    return phrase


def _month_first(found: _Match) -> Phrase:
    year = found["mon_y"] or found["mon_y2"] or found["mon_y3"]
    phrase = _dated(found, int(year) if year else None, _month(found["mon"]), None)
    if found["mon_from"]:
        phrase.slot, phrase.day = "date", int(found["mon_from"])
        phrase.last_day = int(found["mon_to"])
    elif found["mon_d"]:
        phrase.slot, phrase.day = "date", int(found["mon_d"])
    return phrase


def _clock(found: _Match) -> Phrase:
    second = int(found["clock_s"]) if found["clock_s"] else None
    half = (found["clock_ap"] or "")[:1]
    if found["clock_u"] or (len(found["clock_h"]) > 1 and found["clock_h"] < "1"):
        half = half or "24"
    clock = Clock(int(found["clock_h"]), int(found["clock_i"]), second, half)
    phrase = _phrase(found, "clock", clock=clock)
    dotted = found["clock_sep"] == "."
    phrase.weak = not (found["clock_ap"] or found["clock_u"])
    phrase.weak = phrase.weak and (dotted or not clock.is_valid)
    return phrase


def _hour(found: _Match) -> Phrase:
    clock = Clock(int(found["hour_h"]), 0, None, found["hour_ap"][0])
    return _phrase(found, "clock", clock=clock)


def _french(found: _Match) -> Phrase:
    clock = Clock(int(found["fr_h"]), int(found["fr_i"]), None, "24")
    return _phrase(found, "clock", clock=clock)


def _military(found: _Match) -> Phrase | None:
    clock = Clock(int(found["mil_h"]), int(found["mil_i"]), None, "24")
    return _phrase(found, "clock", clock=clock) if clock.is_valid else None


def _first(found: _Match) -> Phrase:
    clock = Clock(int(found["first_h"]), 0)
    return _phrase(found, "clock", clock=clock, weak=True)


def _oclock(found: _Match) -> Phrase:
    half = (found["oc_ap"] or "")[:1]
    clock = Clock(_number(found["oc_h"]), 0, None, half)
    return _phrase(found, "clock", clock=clock)


def _past(found: _Match) -> Phrase | None:
    how, whole = found["past_i"], found["past_h"]
    minute = _PAST_MINUTES.get(how) or int(NUMBERS[how])
    hour = {"noon": 12, "midday": 12, "midnight": 0}.get(whole)
    half = "24" if hour is not None else (found["past_ap"] or "")[:1]
    hour = _number(whole) if hour is None else hour
    if hour > 24 or (found["past_way"] == "after" and how == "half"):  # noqa: PLR2004  no hour
        return None
    if found["past_way"] == "to":
        hour, minute = (hour - 1) % 24 or (12 if half != "24" else 0), 60 - minute
    clock = Clock(hour, minute % 60, None, half)
    return _phrase(found, "clock", clock=clock)


def _named(found: _Match) -> Phrase:
    name = found["named"]
    clock = Clock(0 if name == "midnight" else 12, 0, None, "24", name)
    return _phrase(found, "clock", clock=clock)


def _year(found: _Match) -> Phrase:
    year, last = int(found["yr"]), found["yr_to"]
    phrase = _phrase(found, "year", weak=True)
    phrase.year = year
    if last:
        whole = int(last) if len(last) > 2 else year // 100 * 100 + int(last)  # noqa: PLR2004  2010-14
        phrase.last_year = whole
        phrase.problem = "" if whole > year else f"{found[0]} ends before it begins"
    return phrase


def clock_of_digits(found: _Match) -> Phrase | None:
    """Four digits that are no year, as in "at 2015", where a clock can show them."""
    digits = found[0]
    clock = Clock(int(digits[:2]), int(digits[2:4]), None, "24")
    valid = len(digits) == len("0351") and clock.is_valid
    return _phrase(found, "clock", clock=clock, weak=True) if valid else None


def _weekday(found: _Match) -> Phrase:
    name = found["wd"].rstrip(".")
    phrase = _phrase(found, "weekday")
    phrase.weekday = WEEKDAYS[name]
    if found["wd_last"]:
        phrase.turn = Turn(told=False, unit="weekday", count=-1, weekday=phrase.weekday)
    _add_part(phrase, found["wd_part"])
    return phrase


def _turn(found: _Match) -> Phrase:
    told, count = _STEPS[found["turn"]]
    noun = found["turn_n"]
    phrase = _phrase(found, "turn")
    phrase.edge = found["turn_x"] or ""
    if noun in WEEKDAYS:
        phrase.turn = Turn(told, "weekday", count, weekday=WEEKDAYS[noun])
    elif noun.rstrip(".") in MONTHS:
        phrase.turn = Turn(told, "named", count, month=_month(noun))
    else:
        unit = "day" if noun in PARTS or noun == "date" else noun
        phrase.turn = Turn(told, unit, count)
        phrase.part = PARTS.get(noun, "")
    _add_part(phrase, found["turn_part"])
    return phrase


def _side(found: _Match) -> Phrase:
    told, count = _STEPS[found["side"]]
    noun = found["side_n"]
    if found["side_of"]:
        told, count = False, 2 * count
    phrase = _phrase(found, "side", part=PARTS.get(noun, ""))
    phrase.turn = Turn(told, noun if noun not in PARTS else "day", count)
    return phrase


def _near(found: _Match) -> Phrase:
    word = found["near"]
    phrase = _phrase(found, "near", part="night" if word == "tonight" else "")
    phrase.turn = Turn(told=False, unit="day", count=_NEAR[word])
    _add_part(phrase, found["near_part"])
    return phrase


def _overnight(found: _Match) -> Phrase:
    return _phrase(found, "part", part="overnight")


def _offset(found: _Match) -> Phrase:
    word = found["off_way"]
    way = -1 if word in {"earlier", "ago", "before", "beforehand", "prior"} else 1
    way = -1 if word == "previously" else way
    half = 0.5 if found["off_half"] else 0.0
    unit = found["off_u"].removesuffix("s")
    told, awaits = (
        word != "ago" and word[:4] != "from",
        word in {"after", "before", "of"},
    )
    offset = Offset(half, half, unit, way, told=told, awaits=awaits)
    phrase = _phrase(found, "offset")
    phrase.offset = offset
    phrase.edge = word
    return phrase


def _holiday(found: _Match) -> Phrase:
    name = found["holiday"]
    if name in NTH_DAYS:
        phrase = _phrase(found, "date")
        phrase.nth = NTH_DAYS[name]
        return phrase
    month, day = FIXED_DAYS[name]
    return _dated(found, None, month, day)


def _part(found: _Match) -> Phrase:
    phrase = _phrase(found, "part")
    _add_part(phrase, found["part"])
    return phrase


_READERS: dict[str, Callable[[_Match], Phrase | None]] = {
    "iso": _iso,
    "dmy": _dmy,
    "clock": _clock,
    "hour": _hour,
    "french": _french,
    "military": _military,
    "first": _first,
    "oclock": _oclock,
    "past": _past,
    "named": _named,
    "year": _year,
    "digits": clock_of_digits,
    "nth": _nth,
    "month": _month_first,
    "weekday": _weekday,
    "turn": _turn,
    "side": _side,
    "near": _near,
    "overnight": _overnight,
    "offset": _offset,
    "holiday": _holiday,
    "part": _part,
}
