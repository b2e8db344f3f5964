"""The last look at an expression: its right edge, and whether it is one at all."""

from __future__ import annotations

import re

from attrs import evolve

from incident_timeline.text.times.lexemes import SPACE
from incident_timeline.text.times.phrase import Offset, Phrase
from incident_timeline.text.times.right import is_address, take_right, take_tail
from incident_timeline.text.times.stamps import stamps
from incident_timeline.text.times.time_words import DATED_BY

__all__ = ["finish"]

_LAST_WORDS = re.compile(
    r"(?P<law>(?:act|code|order|rules|regulations)\s{1,3})?(?P<word>[a-z]{1,12})\s{1,3}\(?\Z"
)
_REACH = 28
_HABIT_REACH = 40
_HABIT_AFTER = re.compile(
    rf"(?:-|{SPACE})shifts?(?![a-z])|,?{SPACE}(?:(?:on{SPACE})?(?:week(?:days|ends|nights)|(?:mon|tues|wednes|thurs|fri|satur"
    rf"|sun)days)|daily|nightly|(?:every|each|seven|7|five|5|six|6){SPACE}(?:days?|nights?"
    rf"|week(?:day|end|night)?|(?:mon|tues|wednes|thurs|fri|satur|sun)day)|a{SPACE}day)(?![a-z])"
)
_HABIT_BEFORE = re.compile(
    rf"(?:(?:mon|tues|wednes|thurs|fri|satur|sun|week)days|weekends|weeknights|daily|nightly"
    rf"|(?:every|each){SPACE}[a-z]{{3,9}}|(?:(?:opening|office|business|working|relations|phone"
    rf"|public|visiting|normal|media|reception|front{SPACE}counter){SPACE}hours|shifts?)"
    rf"(?:{SPACE}(?:is|are|was|were|of|between))?)(?:,|:)?(?:{SPACE}(?:at|from|between|around))?{SPACE}\Z"
)
_AT = frozenset(
    "at was by from between until till about around approximately before after to and"
    " since".split()
)
_DATED = frozenset("on dated date of from to by and the published updated".split())
_OWNERS = tuple(
    "the his her their this that its a an he she it they officer police"
    " mr ms mrs".split()
)
_DURING = frozenset("in over".split())
_LASTING = frozenset("during throughout spent".split())
_REACHED = frozenset({"by", "until", "since"})
_LIGHT = ("first light", "dawn", "dusk", "daybreak", "lunchtime", "teatime")
_HOURS = frozenset({"early", "small", "wee", "pre"})


def finish(text: str, low: str, phrase: Phrase, floor: int, limit: int) -> bool:
    """Settle the edges of *phrase*, which nothing more joins; whether it is a time."""
    if phrase.slot == "side":
        _count_from_event(low, phrase, limit)
    elif phrase.slot == "offset" and phrase.weekday is None:
        _count_from_tail(low, phrase, limit)
    take_right(low, phrase)
    if phrase.into and phrase.until is not None:
        _settle_night(phrase)
    if _is_habit(low, phrase):
        return False
    if not _is_supported(text, low, phrase, floor):
        return False
    _settle_opening(phrase)
    return True


def _count_from_tail(low: str, phrase: Phrase, limit: int) -> None:
    """Read "two hours after the call", whose words name what it counts from."""
    if phrase.offset is not None and phrase.offset.awaits:
        event, phrase.end = take_tail(low, phrase.end, limit)
        phrase.offset = evolve(phrase.offset, event=event, awaits=False)


def _count_from_event(low: str, phrase: Phrase, limit: int) -> None:
    """Read "the day after the shooting" as one day from an occurrence."""
    turn = phrase.turn
    event, end = take_tail(low, phrase.end, limit)
    if turn is not None and event.split()[:1] and event.split()[0] in _OWNERS:
        phrase.offset = Offset(1, 1, turn.unit, turn.count, event=event)
        phrase.turn, phrase.end = None, end


def _is_habit(low: str, phrase: Phrase) -> bool:
    """Whether a clock time is one of every day or week, such as opening hours."""
    if phrase.clock is None or phrase.day is not None:
        return False
    if _HABIT_AFTER.match(low, phrase.end):
        return True
    start = phrase.opened if phrase.opening else phrase.start
    return _HABIT_BEFORE.search(low, max(0, start - _HABIT_REACH), start) is not None


def _settle_night(phrase: Phrase) -> None:
    """Read "Monday night into Tuesday" as the one night."""
    phrase.until, phrase.part = None, phrase.part or "night"


def _settle_opening(phrase: Phrase) -> None:
    """Keep "between" and "from" for a range; "from" opens one with a clock time."""
    ranged = phrase.until is not None or phrase.last_day or phrase.last_year
    if phrase.opening and (ranged or (phrase.opening == "from" and phrase.clock)):
        phrase.start = phrase.opened
    else:
        phrase.opening = ""


def _word_before(low: str, phrase: Phrase, floor: int) -> str:
    start = phrase.opened if phrase.opening else phrase.start
    found = _LAST_WORDS.search(low, max(floor, start - _REACH), start)
    return "" if found is None or found["law"] else found["word"]


def _is_supported(  # noqa: PLR0911  a guard a line
    text: str, low: str, phrase: Phrase, floor: int
) -> bool:
    """Whether a number, a month or a part of day alone is held up by what is near."""
    if phrase.habit:
        return False
    held = bool(phrase.qualifier or phrase.opening or phrase.edge or phrase.until)
    if phrase.clock is not None and phrase.weak:
        word = _word_before(low, phrase, floor)
        return _is_clock(text, low, phrase, word, held=held)
    if phrase.day is not None and phrase.month is None:
        return True
    if phrase.weak and phrase.day is not None:  # 06.09.24, which may be a version
        return held or _word_before(low, phrase, floor) in _DATED
    coarse = phrase.slot in {"month", "year"}
    if coarse and not phrase.has_date and phrase.clock is None:
        alone = phrase.month is None or phrase.year is None
        return not alone or held or _word_before(low, phrase, floor) in DATED_BY
    if phrase.part and not (phrase.has_date or phrase.clock or phrase.offset):
        return _is_part(low, phrase, _word_before(low, phrase, floor))
    return True


def _is_clock(text: str, low: str, phrase: Phrase, word: str, *, held: bool) -> bool:
    if phrase.until is not None:
        return not phrase.until.weak or phrase.opening != "" or word in _AT
    digits = low[phrase.start : phrase.end].rsplit(None, 1)[-1]
    if digits.isdigit():
        four = len(digits) > 2  # noqa: PLR2004  0351, not the 8 of "8 to 9pm"
        near = held or word == "at" or stamps(low, phrase.start, phrase.end)
        return four and near and not is_address(text, phrase.end)
    return held or word in _AT


def _is_part(  # noqa: PLR0911  a guard a line
    low: str, phrase: Phrase, word: str
) -> bool:
    if phrase.part == "overnight":
        return True
    if low[phrase.start : phrase.end].endswith(_LIGHT):
        return phrase.qualifier != "" or word in _AT
    if (
        low.startswith("hours", phrase.end - 5)
        or "hours" in low[phrase.start : phrase.end]
    ):
        return phrase.edge in _HOURS
    if phrase.edge in {"earlier", "later"}:
        return True
    if phrase.qualifier in _REACHED:
        return "the" in low[phrase.start : phrase.end].split() or phrase.part != "night"
    if not low.startswith("the", phrase.start):
        return False
    lasting = word in _LASTING
    whole = lasting or phrase.edge != "" or phrase.part in {"afternoon", "evening"}
    return whole and (lasting or word in _DURING)
