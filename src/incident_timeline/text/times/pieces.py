"""From a piece of text that the pattern found to what it states."""

from __future__ import annotations

import re
from collections.abc import Callable

from incident_timeline.text.times.clock_pieces import (
    CLOCK_READERS,
    new_phrase,
    number_of,
)
from incident_timeline.text.times.holidays import holiday_of
from incident_timeline.text.times.phrase import Clock, Offset, Phrase, Turn
from incident_timeline.text.times.time_words import (
    MONTHS,
    ORDINALS,
    PARTS,
    SEASONS,
    WEEKDAYS,
)

__all__ = ["piece"]

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
_BACKWARDS = frozenset(
    "earlier ago before beforehand prior previous previously".split()
)
_AWAITING = frozenset("after before of following into prior previous".split())
_NEAR = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}


def piece(kind: str, found: _Match, *, month_first: bool) -> Phrase | None:
    """What the piece *found* states; nothing where it is no time after all."""
    if kind == "numeric":
        return _numeric(found, month_first=month_first)
    if kind == "slashed":
        return _slashed(found, month_first=month_first)
    return _READERS[kind](found)


def _dated(found: _Match, year: int | None, month: int, day: int | None) -> Phrase:
    phrase = new_phrase(found, "date" if day else "month")
    phrase.year, phrase.month, phrase.day = year, month, day
    return phrase


def _month(name: str) -> int:
    return MONTHS[name.rstrip(".")]


def _add_part(phrase: Phrase, words: str | None) -> None:
    """Note a part of day, such as "early evening" or "small hours"."""
    if words:
        plain = " ".join(words.split()).replace("first light", "dawn").split(" of ")[0]
        plain = plain.replace("over night", "overnight")
        plain = plain.replace("-time", "time").replace("-", " ")
        *edge, noun = plain.removeprefix("very ").split()
        if noun == "hours" and edge and edge[-1] in PARTS:  # early morning hours
            noun = edge.pop()
        noun = noun.removeprefix("mid") if noun not in PARTS else noun
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
    short = found["num_sep"] != "/" and len(found["num_y"]) == 2  # noqa: PLR2004  two digits of a year
    if short and len(found[0]) < len("06.09.24"):  # a version or a score
        return None
    if len(found["num_y"]) == 2:  # noqa: PLR2004  two digits of a year
        year = _short_year(found["num_y"]) or year
    month, day = (first, second) if month_first else (second, first)
    order = "either" if month != day else ""
    if month > _LAST_HOUR_OF_12 >= day:
        month, day, order = day, month, "other"
    phrase = _dated(found, year, month, day)
    phrase.weak, phrase.order = short, order if day <= _LAST_HOUR_OF_12 else "own"
    if order == "other":
        phrase.order = order
    return phrase


def _slashed(found: _Match, *, month_first: bool) -> Phrase | None:
    """Read "on 11/16", which has no year, in the order of its zone."""
    first, second = int(found["sl_a"]), int(found["sl_b"])
    month, day = (first, second) if month_first else (second, first)
    valid = 0 < month <= _LAST_HOUR_OF_12 and 0 < day <= 31  # noqa: PLR2004  a month's days
    return _dated(found, None, month, day) if valid else None


def _dmy(found: _Match) -> Phrase:
    day, first = int(found["dmy_d"]), found["dmy_from"]
    year = _short_year(found["dmy_y"] or found["dmy_y2"])
    phrase = _dated(found, year, _month(found["dmy_m"]), day)
    if first and int(first) < day:
        phrase.day, phrase.last_day = int(first), day
    return phrase


def _short_year(digits: str | None) -> int | None:
    """The year of "2024", "'24" or "24"; POSIX takes two digits so."""
    if not digits:
        return None
    number = int(digits.lstrip("'"))
    if number >= 100:  # noqa: PLR2004  four digits
        return number
    return number + (2000 if number < 70 else 1900)  # noqa: PLR2004  as POSIX has it


def _ordinal(found: _Match) -> Phrase:
    year = _short_year(found["ord_y"])
    return _dated(found, year, _month(found["ord_m"]), ORDINALS[found["ord_d"]])


def _nth(found: _Match) -> Phrase:
    phrase = new_phrase(found, "date", weak=True)
    phrase.day = int(found["nth"])
    return phrase


def _month_first(found: _Match) -> Phrase:
    year = found["mon_y"] or found["mon_y2"] or found["mon_y3"]
    phrase = _dated(found, _short_year(year), _month(found["mon"]), None)
    if found["mon_from"]:
        phrase.slot, phrase.day = "date", int(found["mon_from"])
        phrase.last_day = int(found["mon_to"])
    elif found["mon_d"]:
        phrase.slot, phrase.day = "date", int(found["mon_d"])
    return phrase


def _year(found: _Match) -> Phrase:
    year, last = int(found["yr"]), found["yr_to"]
    phrase = new_phrase(found, "year", weak=True)
    phrase.year = year
    if last:
        whole = int(last) if len(last) > 2 else year // 100 * 100 + int(last)  # noqa: PLR2004  2010-14
        phrase.last_year = whole
        phrase.problem = "" if whole > year else f"{found[0]} ends before it begins"
    return phrase


def _weekday(found: _Match) -> Phrase:
    name = found["wd"].rstrip(".")
    phrase = new_phrase(found, "weekday")
    phrase.weekday = WEEKDAYS[name]
    if found["wd_last"]:
        phrase.turn = Turn(told=False, unit="weekday", count=-1, weekday=phrase.weekday)
    _add_part(phrase, found["wd_part"])
    if found["wd_of"]:  # Monday this week
        told, count = _STEPS[found["wd_of"].split()[-1]]
        phrase.turn = Turn(told, "in week", count, weekday=phrase.weekday)
    if found["wd_week"]:  # Friday week
        phrase.turn = Turn(told=False, unit="weekday", count=2, weekday=phrase.weekday)
    if found["wd_side"]:
        _step_aside(found, phrase)
    return phrase


def _step_aside(found: _Match, phrase: Phrase) -> None:
    """Read "the Friday before" and "the Friday before last", which have an article."""
    start = found.start()
    if found.string[max(0, start - 5) : start].split()[-1:] != ["the"]:
        phrase.end = found.end("wd")
        return
    told, count = _STEPS[found["wd_side"]]
    if found["wd_side2"]:
        told, count = False, 2 * count
    phrase.slot = "side day"
    phrase.turn = Turn(told, "weekday", count, weekday=phrase.weekday or 0)


def _weeks(found: _Match) -> Phrase:
    """Read "a week ago Friday" as a week before last Friday."""
    phrase = new_phrase(found, "offset")
    phrase.weekday = WEEKDAYS[found["wk_d"]]
    phrase.offset = Offset(0, 0, "week", -1, told=False, awaits=True)
    phrase.edge = "ago"
    return phrase


def _turn(found: _Match) -> Phrase:
    told, count = _STEPS[found["turn"]]
    noun = found["turn_n"]
    phrase = new_phrase(found, "turn")
    phrase.edge = found["turn_x"] or ""
    if noun in WEEKDAYS:
        phrase.turn = Turn(told, "weekday", count, weekday=WEEKDAYS[noun])
    elif noun in SEASONS:
        phrase.turn = Turn(told, "season", count, month=SEASONS[noun])
    elif noun.rstrip(".") in MONTHS:
        phrase.turn = Turn(told, "named", count, month=_month(noun))
    else:
        unit = "day" if noun in PARTS or noun == "date" else noun
        phrase.turn = Turn(told, unit, count)
        phrase.part = PARTS.get(noun, "")
    _add_part(phrase, found["turn_part"])
    return phrase


def _span(found: _Match) -> Phrase:
    """Read "the past 12 days" as the days up to publication."""
    count, unit = found["span_n"], found["span_u"].removesuffix("s")
    days = number_of(count) * {"hour": 1 / 24, "week": 7}.get(unit, 1)
    phrase = new_phrase(found, "span")
    phrase.turn = Turn(told=False, unit="span", count=-int(days))
    return phrase


def _own(found: _Match) -> Phrase:
    """Read "the night of the shooting" as that occurrence's own."""
    phrase = new_phrase(found, "own", part=PARTS.get(found["own_n"], ""))
    event = f" {found['own_of'].removeprefix('of').strip()}"
    phrase.offset = Offset(0, 0, "day", 1, event=event, own=True)
    return phrase


def _side(found: _Match) -> Phrase:
    told, count = _STEPS[found["side"]]
    noun = found["side_n"]
    if found["side_of"]:
        told, count = False, 2 * count
    phrase = new_phrase(found, "side", part=PARTS.get(noun, ""))
    phrase.turn = Turn(told, noun if noun not in PARTS else "day", count)
    return phrase


def _near(found: _Match) -> Phrase:
    word = found["near"]
    phrase = new_phrase(found, "near", part="night" if word == "tonight" else "")
    phrase.turn = Turn(told=False, unit="day", count=_NEAR[word])
    _add_part(phrase, found["near_part"])
    return phrase


def _offset(found: _Match) -> Phrase:
    word, *after = found["off_way"].split()
    way = -1 if word in _BACKWARDS else 1
    half = 0.5 if found["off_half"] else 0.0
    unit = found["off_u"].removesuffix("s")
    told = word not in {"ago", "from"}
    awaits = word in _AWAITING and after in ([], ["to"])
    awaits = awaits and (after == ["to"] or word not in {"prior", "previous"})
    offset = Offset(half, half, unit, way, told=told, awaits=awaits)
    phrase = new_phrase(found, "offset", part="night" if unit == "night" else "")
    phrase.offset = offset
    phrase.edge = word
    phrase.qualifier = "about" if found["off_so"] else ""
    return phrase


def _within(found: _Match) -> Phrase:
    phrase = new_phrase(found, "offset")
    phrase.offset = Offset(0, 0, found["in_u"].removesuffix("s"), 1, bound=True)
    phrase.edge = "within"
    return phrase


def _holiday(found: _Match) -> Phrase:
    if found["hol_day"]:  # Bank Holiday Monday
        phrase = new_phrase(found, "weekday")
        phrase.weekday = WEEKDAYS[found["hol_day"]]
        return phrase
    phrase = new_phrase(found, "date")
    phrase.holiday = holiday_of(found["holiday"])
    phrase.edge = "weekend" if found["hol_weekend"] else ""
    return phrase


def _weekend(found: _Match) -> Phrase:
    phrase = new_phrase(found, "the turn")
    phrase.turn = Turn(told=False, unit="weekend", count=-1)
    return phrase


def _season(found: _Match) -> Phrase:
    phrase = new_phrase(found, "season")
    phrase.season, phrase.year = (
        SEASONS[found["season"]],
        _short_year(found["season_y"]),
    )
    return phrase


def _part(found: _Match) -> Phrase:
    phrase = new_phrase(found, "part")
    _add_part(phrase, found["part"])
    return phrase


_READERS: dict[str, Callable[[_Match], Phrase | None]] = {
    "iso": _iso,
    "dmy": _dmy,
    "year": _year,
    "nth": _nth,
    "month": _month_first,
    "weekday": _weekday,
    "turn": _turn,
    "side": _side,
    "span": _span,
    "own": _own,
    "near": _near,
    "offset": _offset,
    "weeks": _weeks,
    "holiday": _holiday,
    "within": _within,
    "season": _season,
    "weekend": _weekend,
    "ordinal": _ordinal,
    "part": _part,
    **CLOCK_READERS,
}
