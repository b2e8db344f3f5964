"""Ages as texts tell them, and the short names that they give to bodies."""

from __future__ import annotations

import re

from attrs import frozen

from incident_timeline.text.spans import Span

__all__ = ["AgeMention", "ShortName", "find_ages", "short_names", "without_short"]

_WORD = r"[A-ZÀ-Þ][\w’'&-]{0,30}|of|the|and|for|des|de|du|enquêtes|indépendantes|&"
_SHORT = re.compile(
    rf"(?P<name>(?<!\w)(?:{_WORD})(?: (?:{_WORD})){{0,9}}) "
    r"\((?:the )?[“\"]?(?P<short>[A-Z][A-Za-z&-]{1,9}[A-Z])[”\"]?\)"
)
_BRACKETED = re.compile(r"\s\((?:the )?[“\"]?[A-Za-z&-]{3,11}[”\"]?\)\Z")
_AGE = re.compile(
    r"""\b(?:
    (?P<old>\d{1,3})[ -]years?[ -]old
  | aged\s(?P<aged>\d{1,3})\b(?!\s(?:to|and|or)\s)
  | aged\s(?:between\s)?(?P<low>\d{1,3})\s(?:to|and|or)\s(?P<high>\d{1,3})\b
  | (?:man|woman|boy|girl|person)\sof\s(?P<of>\d{1,3})\b(?!\s[a-z])
  | who\s(?:is|was)\s(?P<was>\d{2})(?=[,.])
  | in\s(?:his|her|their)\s(?:(?P<part>early|mid|late)[ -])?(?P<decade>[1-9])0s
  | (?:man|woman|[Oo]fficer\s[A-Z]|[A-Z][a-z]{1,20}),\s(?P<comma>\d{2})(?=[,.])
    )""",
    re.VERBOSE,
)
_PARTS = {None: (0, 9), "early": (0, 3), "mid": (4, 6), "late": (7, 9)}


@frozen
class AgeMention(Span):
    """An age in whole years, with both bounds inclusive.

    >>> AgeMention(2, 13, 36, 36).of("A 36-year-old man")
    '36-year-old'
    """

    least: int
    greatest: int


@frozen
class ShortName(Span):
    """A name, and the short form that stands in brackets after it.

    >>> ShortName(0, 28, "Harbour Police Service", "HPS").short
    'HPS'
    """

    name: str
    short: str


def find_ages(text: str, where: Span) -> tuple[AgeMention, ...]:
    """The ages told in a stretch of text, in order.

    >>> told = "A 36-year-old man and a woman in her late 20s"
    >>> [(a.least, a.greatest) for a in find_ages(told, Span(0, len(told)))]
    [(36, 36), (27, 29)]
    """
    matches = _AGE.finditer(text, where.start, where.end)
    found = (AgeMention(m.start(), m.end(), *_years(m)) for m in matches)
    return tuple(a for a in found if a.least <= a.greatest)


def _years(match: re.Match[str]) -> tuple[int, int]:
    if match["decade"]:
        low, high = _PARTS[match["part"]]
        return int(match["decade"]) * 10 + low, int(match["decade"]) * 10 + high
    if match["low"]:
        return int(match["low"]), int(match["high"])
    names = ("old", "aged", "of", "was", "comma")
    years = next(int(match[name]) for name in names if match[name])
    return years, years


def short_names(text: str) -> tuple[ShortName, ...]:
    """The short names that a text gives, in order.

    >>> told = "The Harbour Police Service (HPS) came."
    >>> [(s.name, s.short) for s in short_names(told)]
    [('Harbour Police Service', 'HPS')]
    """
    return tuple(
        ShortName(m.start(), m.end(), re.sub(r"\A[Tt]he ", "", m["name"]), m["short"])
        for m in _SHORT.finditer(text)
    )


def without_short(name: str) -> str:
    """A name without the short form in brackets after it.

    >>> without_short("Harbour Police Service (HPS)")
    'Harbour Police Service'
    """
    return _BRACKETED.sub("", name)
