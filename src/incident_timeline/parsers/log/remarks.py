"""Remarks in entries: what is struck out, denied, foreseen, practised or told late."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from incident_timeline.parsers.building.pieces import Piece

if TYPE_CHECKING:  # slow to load
    from incident_timeline.text.cues import Telling

__all__ = ["amended", "is_fact", "is_practice", "struck", "takes_back", "told_late"]

_LEFT: Final = 60  # characters before a cue in which words bear on it
_RIGHT: Final = 40
_BY: Final = (
    r"(?:[ ](?:by|at|on|per)\b[^\])>\n]{0,60}|[ :,-]{1,3}\d[\d:./ -]{0,20}(?:hrs)?)?"
)
_GONE: Final = r"(?:struck[ ](?:out|through)|deleted|void(?:ed)?|entered in error)"
_STRUCK = re.compile(
    rf"[\[(<][ ]?{_GONE}{_BY}[ ]?[\])>]"
    r"|[\[(<][ ]?withdrawn[ ]?[\])>]|\[[ ]?struck[ ]?\]"
    r"|~~[^~\n]{1,200}~~"
    r"|\*{2,3}[ ]?(?:void(?:ed)?|deleted|struck(?:[ ]out)?)[ ]?\*{2,3}"
    r"|\b(?:this )?entry (?:deleted|voided|void|struck|withdrawn|cancelled)\b"
    r"|\A(?:deleted|void|struck out)[ ]?[:–—-]|(?-i:\bSTRUCK OUT\b)",
    re.IGNORECASE,
)
_AMENDED = re.compile(
    r"[\[(]\s?(?:amended|amd|corrected|correction|edited|updated|late entry"
    r"|see correction)\b[^\])\n]{0,80}[\])]",
    re.IGNORECASE,
)
_TAKES_BACK = re.compile(
    r"\b(?:cancel|disregard|delete|strike|ignore|scrub|correct)(?:led|ed)?[ ]"
    r"(?:(?:my|the|that|our|all)[ ])?(?:last|previous|prev|above)\b",
    re.IGNORECASE,
)
_PRACTICE = re.compile(
    r"\b(?:training|live|firearms|tabletop|joint|planned)[ -]"
    r"(?:exercise|drill|scenario)"
    r"|\bexercise[ ]exercise\b|\bexercise only\b|\bsimulat(?:ed|ion|ing)\b"
    r"|\A(?:exercise|drill|exer)\b[ :,–—-]|\b(?:an|is|this) exercise\b",
    re.IGNORECASE,
)
_FORESEEN = re.compile(
    r"\b(?:eta|e\.t\.a|est(?:imated)?[ ](?:time|arrival)|due (?:in|at)|\d{1,3}[ ]?mins?"
    r"(?:utes)? (?:away|out|off))\b",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\b(?:neg|negative|nil)\b", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[.;,!?\n]")
_CLOCK: Final = (
    r"(?P<clock>(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?![\d:])"
    r"|(?:[01]\d|2[0-3])[0-5]\d(?=[ ]?(?:hrs|h\b)))"
)
_AT = re.compile(rf"\b(?:at|@|approx|about)[ ]{{1,2}}{_CLOCK}", re.IGNORECASE)
_LATE = re.compile(
    r"\b(?:(?:reported|told|entered|put on|logged|late)[ ](?:late|entry|report)"
    r"|retrospective(?:ly)?|delayed (?:entry|report)|belated(?:ly)?)\b",
    re.IGNORECASE,
)


def struck(words: Piece) -> bool:
    """Whether words are struck out."""
    return words.search(_STRUCK) is not None


def amended(words: Piece) -> Piece | None:
    """The mark that an entry was changed, or made late."""
    found = words.search(_AMENDED)
    return found[0] if found else None


def takes_back(words: Piece) -> Piece | None:
    """The words that take back an entry above."""
    found = words.search(_TAKES_BACK)
    return found[0] if found else None


def is_practice(words: Piece) -> bool:
    """Whether words tell of an exercise."""
    return words.search(_PRACTICE) is not None


def is_fact(words: Piece, telling: Telling) -> bool:
    """Whether the words around a cue neither deny nor foresee what it tells."""
    before = words.cut(max(0, telling.at - _LEFT), telling.at).text
    before = _CLAUSE_END.split(before)[-1]
    after = words.cut(telling.at, telling.at + _RIGHT).text
    after = _CLAUSE_END.split(after)[0]
    return not (_DENIED.search(before) or _FORESEEN.search(before + after))


def told_late(words: Piece) -> tuple[list[Piece], bool]:
    """The other times that an entry tells, and whether it says that it was made late.

    An entry that begins with ``at 19:55`` says so.
    """
    clocks = [found["clock"] for found in words.searches(_AT)]
    heads = words.match(_AT) is not None
    return clocks, heads or words.search(_LATE) is not None
