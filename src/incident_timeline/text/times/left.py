"""What stands before a time expression and belongs to it."""

from __future__ import annotations

import re

from attrs import evolve

from incident_timeline.text.times.lexemes import SPACE
from incident_timeline.text.times.phrase import Offset, Phrase, Turn
from incident_timeline.text.times.right import is_owner
from incident_timeline.text.times.time_words import NUMBERS, QUALIFIERS, UNITS

__all__ = ["follows_at", "take_left"]

_REACH = 64
_LONG = {"seconds": 1, "days": 86_400, "months": 2_629_746}  # in seconds
_WITHIN = frozenset({"of", "after", "following", "within"})
_WORD_REACH = 18
_EDGE_ENDS = frozenset(
    "earlier later late early mid on in into of the beginning commencing".split()
)
_QUALIFIER_ENDS = frozenset({"the", *(words.split()[-1] for words in QUALIFIERS)})
_ARTICLE_ENDS = frozenset({"the", "that", "this", "very"})
_OPENING_ENDS = frozenset({"between", "from", "the", "of"})


def _ending(pattern: str) -> re.Pattern[str]:
    """*pattern* as whole words that end where the search does."""
    spaced = re.sub(r"\\s(?!\?)", lambda _: SPACE, pattern)
    return re.compile(rf"(?<![a-z0-9'.-])(?:{spaced})\Z")


def _any(words: list[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s") for word in words)


_ARTICLE = _ending(r"(?:on\s)?(?P<word>the|that|this)\s")
_SAME_DAY = _ending(r"(?P<word>the)\s(?:very\s)?")
_OVER = _ending(r"(?:over|at|on|during)\s(?P<word>the)\s")
_AT = _ending(r"at\s(?:(?:about|around|approximately|just\s(?:before|after))\s)?")
_INSTANT = re.compile(rf"{SPACE}(?:instant|inst)(?![a-z])")
# What follows a day of the month, and not the third floor.
_AFTER_NTH = re.compile(
    rf"[.,;)]|\n\n|\Z|{SPACE}(?:at|about|around|between|from|when|he|she|they|we|it|in|and|to"
    r"|police|officers|of)(?![a-z])"
)
_PAST = _ending(r"(?:this|the)\spast\s")
_A = _ending(r"a\s")
_IN = _ending(r"in\s")
_SPANNING = _ending(r"(?P<word>the|these)\s")
_EDGE = _ending(
    r"(?:very\s)?(?P<edge>earlier|later|late|early|mid)(?:\s(?:on|in|into))?(?:\s|-)(?:the\s)?"
    r"|(?:the\s)?(?P<bit>beginning|start|end|middle|(?:first|second|third|last|final)"
    r"\s(?:week|half))\sof\s(?:the\s)?"
    r"|the\s(?P<week>week)\s(?:of|beginning|commencing)\s(?:the\s)?"
)
_QUALIFIER = _ending(
    rf"(?P<words>{_any(sorted(QUALIFIERS, key=len, reverse=True))})\s(?:the\s)?"
)
_OPENING = _ending(r"(?P<word>between|from)\s(?:(?:the\s)?hours\sof\s)?(?:the\s)?")
_UNIT_WORDS = "hours?|hrs?|minutes?|mins?|days?"
_ONES = [word for word, number in NUMBERS.items() if number < 20 and word.isalpha()]  # noqa: PLR2004  words of their own
_TENS = [word for word, number in NUMBERS.items() if number >= 20]  # noqa: PLR2004  they take a one after them
_MORE = [word for word in NUMBERS if not word.isalpha()]
_COUNT = (
    rf"(?:{_any(sorted(_MORE, key=len, reverse=True))}|[0-9]{{1,3}}"
    rf"|(?:(?:{_any(_ONES[:12])}|[1-9])\shundred(?:\sand)?(?:\s|-))?"
    rf"(?:(?:{_any(_TENS)})(?:(?:-|\s)(?:{_any(_ONES)}))?|{_any(_ONES)}|hundred))"
)
# What bends a count; counted back, "less than" and "more than" change places.
_COUNT_BENDS = {
    bend: how
    for how, bends in {
        "about": (
            "about;around;approximately;approx;approx.;roughly;some;circa;around about"
        ),
        "shortly_before": (
            "nearly;almost;just under;a little under;slightly under;just shy of"
            ";slightly less than;a little less than;just less than;not quite"
        ),
        "shortly_after": (
            "just over;a little over;slightly over;slightly more than"
            ";a little more than;just more than;a little after"
        ),
        "before": "less than;under;fewer than;well under;inside",
        "after": "more than;over;at least;well over;in excess of;no less than",
        "by": "within;within the first;no more than;not more than;up to;at most",
    }.items()
    for bend in bends.split(";")
}
_TURNED = {
    "before": "after",
    "after": "before",
    "by": "after",
    "shortly_before": "shortly_after",
    "shortly_after": "shortly_before",
}
_NUMBER = _ending(
    rf"(?:(?P<bend>{_any(sorted(_COUNT_BENDS, key=len, reverse=True))})\s)?"
    r"(?:(?:about|around)\s)?(?:(?:a\sfurther|another)\s)?"
    rf"(?:(?P<big>{_COUNT})\s(?P<big_u>{_UNIT_WORDS})(?:,|\sand|,\sand)?\s)?"
    rf"(?:between\s(?P<low>{_COUNT})\sand\s|(?P<least>{_COUNT})"
    r"(?:\s(?:to|or)\s|(?<=[0-9])\s?-\s?(?=[0-9])))?"
    rf"(?P<most>{_COUNT})(?:\s(?:further|full|whole|good))?(?P<half>\sand\sa\shalf)?(?:\s|-)"
)


def follows_at(low: str, start: int) -> bool:
    """Whether "at" before a number like 2015 makes it a clock time."""
    return _AT.search(low, max(0, start - _REACH), start) is not None


def take_left(low: str, phrase: Phrase, floor: int) -> bool:
    """Let *phrase* have the words before it, from *floor* on; whether it can stand.

    A count makes "minutes later" a time, an article "following day".
    """
    if not _SLOTS.get(phrase.slot, _nothing)(low, phrase, floor):
        return False
    word = _last_word(low, phrase.start, floor)
    if phrase.slot not in {"clock", "offset"} and (
        word in _EDGE_ENDS or low[phrase.start - 1] == "-"
    ):
        _edge(low, phrase, floor)
        word = _last_word(low, phrase.start, floor)
    if word in _QUALIFIER_ENDS and phrase.slot != "offset":
        _qualify(low, phrase, floor)
        word = _last_word(low, phrase.start, floor)
    if word in _OPENING_ENDS:
        _open(low, phrase, floor)
    return True


def _before(
    pattern: re.Pattern[str], low: str, phrase: Phrase, floor: int
) -> re.Match[str] | None:
    return pattern.search(low, max(floor, phrase.start - _REACH), phrase.start)


def _article_before(
    pattern: re.Pattern[str], low: str, phrase: Phrase, floor: int
) -> re.Match[str] | None:
    """The article before *phrase*, looked for only where one can be."""
    if _last_word(low, phrase.start, floor) not in _ARTICLE_ENDS:
        return None
    return _before(pattern, low, phrase, floor)


def _nothing(low: str, phrase: Phrase, floor: int) -> bool:  # noqa: ARG001  one signature for all slots
    return True


def _turn(low: str, phrase: Phrase, floor: int) -> bool:
    turn = phrase.turn
    assert turn is not None  # noqa: S101  a turn's slot has one
    word = low[phrase.start : phrase.start + 4]
    article = _article_before(_ARTICLE, low, phrase, floor)
    if word in {"last", "this"}:
        return turn.unit != "day" or phrase.part != ""
    if word == "that":
        return turn.unit not in {"weekday", "named", "season"}
    if word == "next" and article is None:
        return turn.unit != "day"
    if article is None:
        return False
    phrase.start = article.start("word")
    phrase.turn = evolve(turn, told=True)
    return True


def _side(low: str, phrase: Phrase, floor: int) -> bool:
    article = _article_before(_SAME_DAY, low, phrase, floor)
    if article is not None:
        phrase.start = article.start("word")
        return True
    turn = phrase.turn
    if turn is None or not turn.told:
        return False
    phrase.slot, phrase.turn, phrase.part = "offset", None, ""
    unit = low[phrase.start : phrase.end].split(maxsplit=1)[0]
    phrase.offset = Offset(0, 0, unit, turn.count, awaits=True)
    return _offset(low, phrase, floor)


def _article(low: str, phrase: Phrase, floor: int) -> bool:
    article = _article_before(_SAME_DAY, low, phrase, floor)
    if article is not None:
        phrase.start = article.start("word")
    return True


def _span(low: str, phrase: Phrase, floor: int) -> bool:
    article = _before(_SPANNING, low, phrase, floor)
    phrase.start = phrase.start if article is None else article.start("word")
    return article is not None


def _over_article(low: str, phrase: Phrase, floor: int) -> bool:
    """Let "the weekend" stand where something is told to be over it, at it or on it."""
    found = _OVER.search(low, max(floor, phrase.start - _REACH), phrase.start)
    if found is not None:
        phrase.start, phrase.slot = found.start("word"), "turn"
    return found is not None


def _part(low: str, phrase: Phrase, floor: int) -> bool:
    article = _article_before(_ARTICLE, low, phrase, floor)
    if article is not None:
        phrase.start = article.start("word")
    return True


def _weekday(low: str, phrase: Phrase, floor: int) -> bool:
    past = None
    if low.startswith("past", max(0, phrase.start - 5)):
        past = _before(_PAST, low, phrase, floor)
    if past is not None:
        phrase.start = past.start()
        phrase.turn = Turn(
            told=False, unit="weekday", count=-1, weekday=phrase.weekday or 0
        )
    return True


def _date(low: str, phrase: Phrase, floor: int) -> bool:
    """A number alone, "the 23rd", needs its article; "the 23rd of May" may have it."""
    if not low[phrase.start].isdigit() and phrase.slot == "date":
        return True
    article = _article_before(_SAME_DAY, low, phrase, floor)
    if article is not None:
        phrase.start = article.start("word")
    if article is None or phrase.month is not None:
        return phrase.month is not None
    instant = _INSTANT.match(low, phrase.end)
    if instant:
        phrase.end = instant.end()
    return _AFTER_NTH.match(low, phrase.end) is not None


def _clock(low: str, phrase: Phrase, floor: int) -> bool:
    if low.startswith("quarter", phrase.start):
        article = _before(_A, low, phrase, floor)
        phrase.start = phrase.start if article is None else article.start()
    return True


def _offset(low: str, phrase: Phrase, floor: int) -> bool:
    offset = phrase.offset
    number = _before(_NUMBER, low, phrase, floor)
    if number is None or offset is None:
        return False
    bend = " ".join((number["bend"] or "").split())
    within = bend.startswith("within") and phrase.edge in _WITHIN
    ahead = None
    if phrase.edge == "within" and not bend:
        ahead = _IN.search(low, max(floor, number.start() - 8), number.start())
    elif (phrase.edge == "of" or bend.startswith("within")) and not within:
        return False
    if phrase.edge == "within" and not within and ahead is None:
        return False
    half = offset.most + (0.5 if number["half"] else 0)
    if number["big"]:
        (unit, size), (big, times) = UNITS[offset.unit], UNITS[_unit(number["big_u"])]
        half += _count(number["big"]) * times * _LONG[big] / (size * _LONG[unit])
    most = _count(number["most"]) + half
    low_end = number["least"] or number["low"]
    least = _count(low_end) + half if low_end else most
    phrase.offset = evolve(offset, least=min(least, most), most=max(least, most))
    how = _COUNT_BENDS[bend] if bend else ""
    how = _TURNED.get(how, how) if offset.way < 0 else how
    phrase.qualifier = how or phrase.qualifier
    phrase.start, phrase.edge = number.start(), ""
    if ahead is not None:  # in 72 hours
        phrase.start = ahead.start()
        phrase.offset = evolve(phrase.offset, told=False, ahead=True)
    return True


def _unit(word: str) -> str:
    return word.removesuffix("s")


def _count(words: str) -> float:
    """The number that *words* say: "20", "twenty-five", "one hundred and twenty"."""
    plain = " ".join(words.split())
    if plain in NUMBERS:
        return NUMBERS[plain]
    total = 0.0
    for word in plain.replace("-", " ").split():
        if word == "hundred":
            total = max(total, 1) * 100
        elif word != "and":
            total += float(word) if word.isdigit() else NUMBERS[word]
    return total or 1


def _last_word(low: str, start: int, floor: int) -> str:
    """The word before *start*: most say at once that nothing there belongs to it."""
    words = low[max(floor, start - _WORD_REACH) : start].split()
    return words[-1].lstrip("\"'“([") if words else ""


def _edge(low: str, phrase: Phrase, floor: int) -> None:
    edge = _before(_EDGE, low, phrase, floor)
    if edge is None or (edge["bit"] and phrase.slot not in {"month", "year", "turn"}):
        return
    if edge["week"] and phrase.slot != "date":
        return
    phrase.edge = " ".join((edge["edge"] or edge["bit"] or edge["week"]).split())
    phrase.start = edge.start()


def _qualify(low: str, phrase: Phrase, floor: int) -> None:
    found = _before(_QUALIFIER, low, phrase, floor)
    if found is None or is_owner(low, phrase.end):
        return
    words = " ".join(found["words"].split())
    if words == "past" and phrase.slot != "clock":
        return
    phrase.qualifier, phrase.start = QUALIFIERS[words], found.start()


def _open(low: str, phrase: Phrase, floor: int) -> None:
    opening = _before(_OPENING, low, phrase, floor)
    if opening is not None:
        phrase.opening, phrase.opened = opening["word"], opening.start()


_SLOTS = {
    "turn": _turn,
    "side": _side,
    "side day": _article,
    "span": _span,
    "own": _article,
    "the turn": _over_article,
    "season": _article,
    "part": _part,
    "weekday": _weekday,
    "date": _date,
    "clock": _clock,
    "offset": _offset,
}
