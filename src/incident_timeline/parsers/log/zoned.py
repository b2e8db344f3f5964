"""Zone words of a log: behind a stamp, or in a heading for all of them."""

from __future__ import annotations

import re
from typing import Final

from attrs import frozen

from incident_timeline.moments import Moment
from incident_timeline.moments.zones import zone_info
from incident_timeline.parsers.building.pieces import Piece

__all__ = ["BEHIND", "DECLARED", "ZoneWord", "is_offset"]

# Offsets that are kept somewhere, or were since 1970.
_OFFSETS: Final = frozenset(
    (
        *(f"+{hour:02}:00" for hour in range(15)),
        *(f"-{hour:02}:00" for hour in range(13)),
        *("-09:30", "-03:30", "-02:30", "+03:30", "+04:30", "+05:30", "+05:45"),
        *("+06:30", "+08:45", "+09:30", "+10:30", "+11:30", "+12:45", "+13:45"),
    )
)
_WORD: Final = (
    "BST|IST|WEST|CEST|CET|EEST|EET|MSK|SAST|PKT|HKT|JST|KST|AWST|ACST|ACDT|AEST|AEDT"
    "|NZST|NZDT|NST|NDT|AST|ADT|EST|EDT|CST|CDT|MST|MDT|PST|PDT|AKST|AKDT|HST|ChST"
)
_ANY: Final = (
    r"(?:(?P<utc>(?i:utc|gmt)|Z)(?P<plus>[+-]\d{1,2}(?::?\d\d)?)?"
    rf"|(?P<word>{_WORD}))"
)
BEHIND = re.compile(
    rf"(?:[ \t]{{0,3}}\(?{_ANY}\)?|[ \t]{{1,3}}(?P<offset>[+-]\d\d:?\d\d))"
    r"(?![\w:/]|-(?!\d\d:?\d\d))"
)
"""A zone word behind a stamp."""
DECLARED = re.compile(
    r"(?i:\b(?:times?|time ?zone|tz|clocks?)\b)[ \t\w,:=(]{0,30}?[ \t:=(]"
    rf"{_ANY.replace('utc|gmt', 'utc|gmt|zulu')}(?!\w)"
)
"""Words such as ``All times UTC``."""


def is_offset(words: str) -> bool:
    """Whether some words, such as ``-0500``, are an offset that is kept somewhere."""
    return words.upper() == "Z" or _offset(words) in _OFFSETS


def _offset(words: str) -> str:
    digits = words[1:].replace(":", "")
    digits = digits.zfill(2).ljust(4, "0") if len(digits) < 3 else digits.zfill(4)  # noqa: PLR2004  an hour alone
    return f"{words[:1]}{digits[:2]}:{digits[2:]}"


@frozen
class ZoneWord:
    """What a zone word says.

    Attributes:
        words: The word.
        zone: The zone that it is; empty for a word that many zones share.
        sure: Whether it can't be the end of a range.
    """

    words: Piece
    zone: str
    sure: bool = True

    @classmethod
    def behind(cls, rest: Piece, *, seconds: bool) -> tuple[ZoneWord | None, int]:
        """The word that comes first in what follows a stamp, and how long it is."""
        found = rest.match(BEHIND)
        if found is None:
            return None, 0
        if offset := found["offset"].text:
            if not is_offset(offset):
                return None, 0
            sure = seconds or offset[0] == "+"
            return cls(found["offset"], _offset(offset), sure), len(found.text)
        return cls._named(found[0].strip(" \t()"), found.match.groupdict()), len(
            found.text
        )

    @classmethod
    def declared(cls, line: Piece) -> ZoneWord | None:
        """The zone that a heading says all times are in."""
        found = line.search(DECLARED)
        return None if found is None else cls._named(found[0], found.match.groupdict())

    @classmethod
    def _named(cls, words: Piece, groups: dict[str, str | None]) -> ZoneWord:
        if word := groups["word"]:
            return cls(words.cut(len(words.text) - len(word)), "")
        plus = groups["plus"]
        if plus and not is_offset(plus):
            return cls(words, "")  # no zone has it, so that it never fits
        return cls(words, _offset(plus) if plus else "UTC")

    def fits(self, at: Moment, zone: str) -> bool:
        """Whether a moment read in a zone is one at which the zone has this word."""
        instant = at.earliest_utc
        if instant is None:
            return True
        local = instant.astimezone(zone_info(zone))
        if self.zone:
            return (
                local.utcoffset()
                == instant.astimezone(zone_info(self.zone)).utcoffset()
            )
        return local.tzname() == self.words.text
