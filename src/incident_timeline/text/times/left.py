"""What stands before a time expression and belongs to it."""

from __future__ import annotations

import re

from attrs import evolve

from incident_timeline.text.times.lexemes import SPACE
from incident_timeline.text.times.phrase import Offset, Phrase, Turn
from incident_timeline.text.times.time_words import NUMBERS, QUALIFIERS

__all__ = ["follows_at", "take_left"]

_REACH = 48
_WORD_REACH = 18
_EDGE_ENDS = frozenset("earlier later late early on in into of the".split())
_QUALIFIER_ENDS = frozenset({"the", *(words.split()[-1] for words in QUALIFIERS)})
_OPENING_ENDS = frozenset({"between", "from", "the", "of"})


def _ending(pattern: str) -> re.Pattern[str]:
    """*pattern* as whole words that end where the search does."""
    spaced = re.sub(r"\\s(?!\?)", lambda _: SPACE, pattern)
    return re.compile(rf"(?<![a-z0-9’'.-])(?:{spaced})\Z")


def _any(words: list[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s") for word in words)


_ARTICLE = _ending(r"(?:on\s)?(?P<word>the|that|this)\s")
_SAME_DAY = _ending(r"(?P<word>the)\s(?:very\s)?")
_AT = _ending(r"at\s(?:(?:about|around|approximately|just\s(?:before|after))\s)?")
_PAST = _ending(r"(?:this|the)\spast\s")
_A = _ending(r"a\s")
_EDGE = _ending(
    r"(?P<edge>earlier|later|late|early|mid)(?:\s(?:on|in|into))?(?:\s|-)(?:the\s)?"
    r"|(?:the\s)?(?P<bit>beginning|start|end|middle|(?:first|second|third|last|final)"
    r"\s(?:week|half))\sof\s(?:the\s)?"
)
_QUALIFIER = _ending(
    rf"(?P<words>{_any(sorted(QUALIFIERS, key=len, reverse=True))})\s(?:the\s)?"
)
_OPENING = _ending(r"(?P<word>between|from)\s(?:(?:the\s)?hours\sof\s)?(?:the\s)?")
_COUNT = "|".join([r"[0-9]{1,3}", _any(sorted(NUMBERS, key=len, reverse=True))])
_NUMBER = _ending(
    r"(?:(?P<bend>about|around|approximately|approx\.?|roughly|some|nearly|almost|(?:just"
    r"|a\slittle|slightly)\s(?:over|under)|(?:more|less)\sthan|over|under|at\sleast|up\sto|within)\s)?"
    r"(?:(?:about|around)\s)?"
    rf"(?:(?P<hours>{_COUNT})\shours?(?:,|\sand)?\s)?"
    rf"(?:(?P<least>{_COUNT})\s?(?:to|or|-|–)\s?)?(?P<most>{_COUNT})"
    r"(?P<half>\sand\sa\shalf)?(?:\s|-)"
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
    if phrase.slot not in {"clock", "offset"}:
        _edge(low, phrase, floor)
    if phrase.slot != "offset":
        _qualify(low, phrase, floor)
    _open(low, phrase, floor)
    return True


def _before(
    pattern: re.Pattern[str], low: str, phrase: Phrase, floor: int
) -> re.Match[str] | None:
    return pattern.search(low, max(floor, phrase.start - _REACH), phrase.start)


def _nothing(low: str, phrase: Phrase, floor: int) -> bool:  # noqa: ARG001  one signature for all slots
    return True


def _turn(low: str, phrase: Phrase, floor: int) -> bool:
    turn = phrase.turn
    assert turn is not None  # noqa: S101  a turn's slot has one
    word = low[phrase.start : phrase.start + 4]
    article = _before(_ARTICLE, low, phrase, floor)
    if word in {"last", "this"}:
        return turn.unit != "day" or phrase.part != ""
    if word == "that":
        return turn.unit not in {"weekday", "named"}
    if word == "next" and article is None:
        return turn.unit != "day"
    if article is None:
        return False
    phrase.start = article.start("word")
    phrase.turn = evolve(turn, told=True)
    return True


def _side(low: str, phrase: Phrase, floor: int) -> bool:
    article = _before(_SAME_DAY, low, phrase, floor)
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


def _part(low: str, phrase: Phrase, floor: int) -> bool:
    article = _before(_ARTICLE, low, phrase, floor)
    if article is not None:
        phrase.start = article.start("word")
    return True


def _weekday(low: str, phrase: Phrase, floor: int) -> bool:
    past = _before(_PAST, low, phrase, floor)
    if past is not None:
        phrase.start = past.start()
        phrase.turn = Turn(
            told=False, unit="weekday", count=-1, weekday=phrase.weekday or 0
        )
    return True


def _date(low: str, phrase: Phrase, floor: int) -> bool:
    """A number alone, "the 23rd", needs its article."""
    if not phrase.weak:
        return True
    article = _before(_SAME_DAY, low, phrase, floor)
    if article is not None:
        phrase.start = article.start("word")
    return article is not None


def _clock(low: str, phrase: Phrase, floor: int) -> bool:
    article = _before(_A, low, phrase, floor)
    if article is not None and low.startswith("quarter", phrase.start):
        phrase.start = article.start()
    return True


def _offset(low: str, phrase: Phrase, floor: int) -> bool:
    offset = phrase.offset
    number = _before(_NUMBER, low, phrase, floor)
    if number is None or offset is None:
        return False
    bend = number["bend"] or ""
    if (phrase.edge == "of") != (bend == "within"):
        return False
    half = offset.most + (0.5 if number["half"] else 0)
    if number["hours"] and offset.unit in {"minute", "min"}:
        half += 60 * _count(number["hours"])
    most = _count(number["most"]) + half
    least = _count(number["least"]) + half if number["least"] else most
    phrase.offset = evolve(offset, least=min(least, most), most=max(least, most))
    phrase.qualifier = "by" if bend == "within" else "about" if bend else ""
    phrase.start, phrase.edge = number.start(), ""
    return True


def _count(word: str) -> float:
    if word.isdigit():
        return float(word)
    return NUMBERS[" ".join(word.split())]


def _last_word(low: str, phrase: Phrase, floor: int) -> str:
    """The word before *phrase*: most say at once that nothing there belongs to it."""
    words = low[max(floor, phrase.start - _WORD_REACH) : phrase.start].split()
    return words[-1] if words else ""


def _edge(low: str, phrase: Phrase, floor: int) -> None:
    if (
        _last_word(low, phrase, floor) not in _EDGE_ENDS
        and low[phrase.start - 1] != "-"
    ):
        return
    edge = _before(_EDGE, low, phrase, floor)
    if edge is None or (edge["bit"] and phrase.slot not in {"month", "year", "turn"}):
        return
    phrase.edge = edge["edge"] or edge["bit"]
    phrase.start = edge.start()


def _qualify(low: str, phrase: Phrase, floor: int) -> None:
    if _last_word(low, phrase, floor) not in _QUALIFIER_ENDS:
        return
    found = _before(_QUALIFIER, low, phrase, floor)
    if found is None or low[phrase.end : phrase.end + 2] in {"'s", "’s"}:
        return
    words = " ".join(found["words"].split())
    if words == "past" and phrase.slot != "clock":
        return
    phrase.qualifier, phrase.start = QUALIFIERS[words], found.start()


def _open(low: str, phrase: Phrase, floor: int) -> None:
    if _last_word(low, phrase, floor) not in _OPENING_ENDS:
        return
    opening = _before(_OPENING, low, phrase, floor)
    if opening is not None:
        phrase.opening, phrase.opened = opening["word"], opening.start()


_SLOTS = {
    "turn": _turn,
    "side": _side,
    "part": _part,
    "weekday": _weekday,
    "date": _date,
    "clock": _clock,
    "offset": _offset,
}
