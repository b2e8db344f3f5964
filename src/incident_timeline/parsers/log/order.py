"""Order of numeric dates: whether a log tells the day or the month first."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import Final

from attrs import frozen

from incident_timeline.parsers.building.pieces import Piece

__all__ = ["Order"]

# The zones of the United States in the IANA's zone.tab, and older names of them.
_STATES: Final = frozenset(
    "America/New_York America/Detroit America/Chicago America/Menominee America/Denver"
    " America/Boise America/Phoenix America/Los_Angeles America/Anchorage"
    " America/Juneau America/Sitka America/Metlakatla America/Yakutat America/Nome"
    " America/Adak America/Atka America/Louisville America/Fort_Wayne"
    " America/Indianapolis America/Knox_IN America/Shiprock America/Puerto_Rico"
    " America/St_Thomas America/Virgin Pacific/Honolulu Pacific/Johnston Pacific/Guam"
    " Pacific/Saipan Pacific/Pago_Pago Pacific/Samoa Pacific/Midway Pacific/Wake"
    " Navajo EST5EDT CST6CDT MST7MDT PST8PDT".split()
)
_OF_STATES: Final = (
    *("US/", "America/Kentucky/", "America/Indiana/", "America/North_Dakota/"),
)
_MIXED: Final = ("America/", "Canada/", "Etc/", "Asia/Manila")  # both are in use
_DATE: Final = r"(?P<one>\d{1,2})[./-](?P<two>\d{1,2})[./-](?:\d{4}|\d\d)(?![\d./-])"
_FRONT: Final = r"(?:(?:#[\w-]{1,16}|\[[\w-]{1,16}\]|\d{1,8})[.):]?[ \t|:-]{1,5})?"
_CLOCK: Final = r"\d{1,2}[:.]?\d\d(?:[:.]\d\d)?(?:[ ]?[AP]M|[ ]?hrs)?"
_STAMP = re.compile(
    rf"[ \t|]{{0,40}}{_FRONT}[\[(]?(?:{_DATE}[ \t|,-]{{1,12}}\d{{1,2}}[:.]?\d"
    rf"|{_CLOCK}[ \t]{{1,3}}{_DATE.replace('one', 'three').replace('two', 'four')})",
    re.IGNORECASE,
)
_HEADING = re.compile(
    r"[ \t=*#_~|-]{0,80}(?:(?:date|day)[ \t:=]{1,6})?"
    r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}[.,]{0,2}[ \t]{1,3})?"
    rf"{_DATE}[ \t=*#_~|-]{{0,80}}\Z",
    re.IGNORECASE,
)
_HEADED = re.compile(
    rf"[=*#\w:. -]{{3,60}}?[ ](?:of|opened|dated?)[ ]{_DATE}", re.IGNORECASE
)


@frozen
class Order:
    """Which of the numbers of a date comes first.

    Attributes:
        month_first: Whether the month does.
        doubtful: Whether nothing says so, or things that say it disagree.
    """

    month_first: bool
    doubtful: bool

    @classmethod
    def of(cls, lines: Iterable[Piece], zone: str | None) -> Order:
        """That of a log's lines: its stamps say it, else its headings, else the zone.

        A number above 12 is a day. The zone's country says what is usual.
        """
        votes: Counter[tuple[bool, bool | None]] = Counter()
        for line in lines:
            for heads, pattern in enumerate((_STAMP, _HEADING, _HEADED)):
                if found := line.match(pattern):
                    votes[heads > 0, _month_leads(found.match.groupdict())] += 1
                    break
        return cls._told(_counted(votes), usual=_usual(zone))

    @classmethod
    def _told(cls, counted: tuple[int, int], *, usual: bool | None) -> Order:
        day, month = counted
        if day and month:
            return cls(month > day, doubtful=True)
        if day or month:
            return cls(month > 0, doubtful=usual not in (None, month > 0))
        return cls(bool(usual), doubtful=usual is None)


def _counted(votes: Counter[tuple[bool, bool | None]]) -> tuple[int, int]:
    """How many say that the day comes first, and that the month does."""
    stamped = any(not heads for heads, _ in votes)
    return votes[not stamped, False], votes[not stamped, True]


def _month_leads(groups: dict[str, str | None]) -> bool | None:
    first = int(groups["one"] or groups.get("three") or 0)
    second = int(groups["two"] or groups.get("four") or 0)
    if (first > 12) == (second > 12):  # noqa: PLR2004  months
        return None
    return second > first


def _usual(zone: str | None) -> bool | None:
    """Whether the month comes first where a zone is; ``None`` where both are usual."""
    if zone is None:
        return None
    if zone in _STATES or zone.startswith(_OF_STATES):
        return True
    if "/" not in zone or zone.startswith(_MIXED):
        return None
    return False
