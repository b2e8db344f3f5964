"""Ages as texts tell them, and the short names that they give to bodies."""

from __future__ import annotations

import re
from functools import lru_cache

from attrs import evolve, frozen

from incident_timeline.text.spans import Span

__all__ = [
    "AgeMention",
    "PersonName",
    "ShortName",
    "find_ages",
    "person_names",
    "short_names",
    "without_short",
]

_WORD = r"[A-ZÀ-Þ][\w’'&-]{0,30}|of|the|and|for|des|de|du|enquêtes|indépendantes|&"
_SHORT = re.compile(
    rf"(?P<name>(?<!\w)(?:{_WORD})(?: (?:{_WORD})){{0,9}}) "
    r"\((?:the )?[“\"]?(?P<short>[A-Z][A-Za-z&-]{1,9}[A-Z])[”\"]?\)"
)
_COUNTS = {
    w: n
    for n, w in enumerate(
        """one two three four five six seven eight nine ten eleven twelve thirteen
        fourteen fifteen sixteen seventeen eighteen nineteen""".split(),
        1,
    )
}
_DECADES = {
    "twenties": 20,
    "thirties": 30,
    "forties": 40,
    "fifties": 50,
    "sixties": 60,
    "seventies": 70,
    "eighties": 80,
}
_BRACKETED = re.compile(r"\s\((?:the )?[“\"]?[A-Za-z&-]{3,11}[”\"]?\)\Z")
_NO_PERSON = (
    r"(?!\s(?:car|van|vehicle|truck|report|case|policy|law|house|home|building|warrant"
    r"|record|investigation|feud|dispute)\b)"
)
_OF_PERSON = (
    r"(?:man|woman|boy|girl|driver|passenger|brother|sister|father|mother|son|daughter"
    r"|husband|wife|partner|resident|student|[Oo]fficer\s[A-Z]|[A-Z][a-z’'-]{1,20})"
)
_AGE = re.compile(
    rf"""\b(?:
    (?P<old>\d{{1,3}})[ -](?:years?[ -](?:olds?|of\sage)|y/?o)\b{_NO_PERSON}
  | (?P<months>\d{{1,2}})[ -](?:months?|weeks?|days?)[ -]olds?\b{_NO_PERSON}
  | (?P<word>{"|".join(_COUNTS)})[ -]years?[ -]olds?\b{_NO_PERSON}
  | aged?:?\s(?P<about>(?:about|around|approximately)\s)?(?P<aged>\d{{1,3}})\b
    (?!\s(?:to|and|or)\s\d|[-–]\d)
  | aged?\s(?:between\s)?(?P<low>\d{{1,3}})
    (?:\s(?:to|and|or)\s|[-–])(?P<high>\d{{1,3}})\b
  | (?:man|woman|boy|girl|person)\sof\s(?P<of>\d{{1,3}})\b(?!\s[a-z])
  | who\s(?:is|was)\s(?P<was>\d{{2}})(?=[,.])
  | (?:in\s(?:his|her|their|the)|an?)\s
    (?:(?P<part>early|mid|late)(?:\sto\s(?:mid|late))?[ -])?
    (?P<decade>teens|[1-9]0s|{"|".join(_DECADES)})\b
  | (?P<teenage>teenager|teenaged?
    (?=\s(?:boy|girl|man|woman|male|female|driver|passenger)))\b
  | (?-i:{_OF_PERSON},\s(?P<comma>\d{{2}})(?=[,.]))
  | (?-i:{_OF_PERSON}\s\((?:aged\s)?(?P<bracket>\d{{1,3}})\))
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_PARTS = {"": (0, 9), "early": (0, 3), "mid": (4, 6), "late": (7, 9)}
_TEENS = {"": (13, 19), "early": (13, 14), "mid": (15, 16), "late": (17, 19)}
_TEEN = (13, 19)
# Without one of these, or a digit, nothing tells an age.
_AGE_WORDS = ("year", "teen", "ties")
_DIGIT = re.compile(r"\d")
# How far on either side "aged about 40" may be meant.
_ABOUT = 3
_OLDEST = 120
_PERSON_NOUN = (
    r"(?!\s(?:man|woman|male|female|boy|girl|resident|teenager|teen|youth|person|driver"
    r"|motorist|father|mother|native|police|officer|suspect))"
)
_SHORT_TITLE = "Sgt|Det|Lt|Insp|Cpl|Capt|Const|Supt|St|Jr|Wm|Chas"
_FULL = (
    rf"(?:(?:[A-ZÀ-Þ]\.|(?:{_SHORT_TITLE})\.|[A-ZÀ-Þ][\w’'-]{{0,20}})\s){{0,3}}"
    r"(?P<surname>[A-ZÀ-Þ](?:[a-zà-þ-]|[’'](?!s\b)){1,20}(?:[A-Z][a-z]{1,20})?)(?!\w)"
)
_TITLES = (
    "Chief|Deputy|Detective|Sergeant|Sgt|Lt|Lieutenant|Captain|Capt|Cmdr|Commander"
    "|Inspector|Superintendent|Supt|Constable|Trooper|Sheriff|Officer|Commissioner|Cpl"
    "|Corporal|Garda|Det|Insp|Agent|Marshal|Ranger"
)
_CIVIL = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Mx)\.? \Z")
_AGE_AHEAD = r"(?=, (?:aged? )?\d{2}[,.;)]| \((?:aged? )?\d{2}\))"
_NO_DATE = (
    r"(?<!day)(?<!Age)(?<!Aged)(?<!May)(?<!June)(?<!July)(?<!uary)(?<!mber)(?<!ober)"
    r"(?<!March)(?<!April)(?<!August)(?<!Street)(?<!Road)(?<!Section)(?<!Page)"
)
_BY = r"(?: (?:locally|formally|publicly|only|by \w{1,15}|by the \w{1,15}))?"
_DONE = (
    "shot|arrested|stabbed|killed|tasered|tased|detained|handcuffed|restrained|tackled"
    "|wounded|injured|charged"
)
_OPENS = (
    r"(?!(?:The|An?|On|In|At|When|After|As|While|His|Her|Their|No|Two|Three|Four|Both"
    r"|Police|Officers?|Armed|And|But|Then|Later|Mr|Mrs|Ms|Miss)\b)"
)
_TWO = (
    rf"(?P<full>{_OPENS}[A-ZÀ-Þ][a-zà-þ’'-]{{1,20}}\s(?:[A-Z]\.\s)?"
    r"(?P<surname>(?!(?:Police|Constabulary|Department|Street|Road|Lane|Avenue|Park"
    r"|County|City|Council|Service|Station|Patrol|Office|Unit|Team|Officers?)\b)"
    r"[A-ZÀ-Þ][a-zà-þ’'-]{1,20}(?:[A-Z][a-z]{1,20})?))(?![\w-]|\s[A-Z])"
)
_SUFFERS = (
    r"(?:(?:was|had\sbeen|has\sbeen)\s(?:\w{4,12}ly\s)?"
    rf"(?:{_DONE}|pronounced)|died)\b"
)
_NAMED = tuple(
    (group, re.compile(pattern))
    for group, pattern in (
        ("police", rf"\b(?:{_TITLES}|P\.?C|D\.?C|D\.?S)\.? (?P<full>{_FULL})"),
        ("person", rf"\b(?:Mr|Mrs|Ms|Miss|Mx)\.? (?P<full>{_FULL})"),
        ("person", rf"\d-year-old (?P<full>{_FULL}){_PERSON_NOUN}"),
        (
            "person",
            rf"\b(?P<full>{_FULL}){_NO_DATE}{_AGE_AHEAD}",
        ),
        (
            "person",
            rf"\b(?:identified|named|known){_BY} as (?P<full>{_FULL}){_PERSON_NOUN}",
        ),
        ("person", rf"\b(?:{_DONE})\s{_TWO}"),
        (
            "person",
            rf"\b{_TWO}(?=\s{_SUFFERS})",
        ),
    )
)


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


@frozen
class PersonName(Span):
    """A name of a person, as a text first gives it.

    >>> PersonName(3, 11, "person", "Roe").of("Mr John Roe fell.")
    'John Roe'
    """

    group: str
    surname: str


def find_ages(text: str, where: Span) -> tuple[AgeMention, ...]:
    """The ages told in a stretch of text, in order.

    "In his late 20s" is 27 to 29, "a teenager" 13 to 19, and "aged about 40" 37 to 43.

    >>> told = "A 36-year-old man and a woman in her late 20s"
    >>> [(a.least, a.greatest) for a in find_ages(told, Span(0, len(told)))]
    [(36, 36), (27, 29)]
    """
    if not _may_tell_age(text, where):
        return ()
    matches = _AGE.finditer(text, where.start, where.end)
    found = (AgeMention(m.start(), m.end(), *_years(m)) for m in matches)
    return tuple(a for a in found if a.least <= a.greatest <= _OLDEST)


def _may_tell_age(text: str, where: Span) -> bool:
    """Whether there is a digit or one of the words without which no age is told."""
    if _DIGIT.search(text, where.start, where.end):
        return True
    words = where.of(text).lower()
    return any(word in words for word in _AGE_WORDS)


def _years(match: re.Match[str]) -> tuple[int, int]:
    if match["teenage"]:
        return _TEEN
    if match["decade"]:
        return _decade(match["decade"].lower(), (match["part"] or "").lower())
    if match["low"]:
        return int(match["low"]), int(match["high"])
    if match["months"]:
        years = int(match["months"]) // 12 if "month" in match[0].lower() else 0
        return years, years
    if match["word"]:
        count = _COUNTS[match["word"].lower()]
        return count, count
    names = ("old", "aged", "of", "was", "comma", "bracket")
    years = next(int(match[name]) for name in names if match[name])
    width = _ABOUT if match["about"] else 0
    return max(years - width, 0), years + width


def _decade(word: str, part: str) -> tuple[int, int]:
    if word == "teens":
        return _TEENS[part]
    low, high = _PARTS[part]
    ten = _DECADES[word] if word in _DECADES else int(word[:-1])
    return ten + low, ten + high


@lru_cache(maxsize=1)
def person_names(text: str) -> tuple[PersonName, ...]:
    """The people whom a text names by title, by age, or as who was identified.

    In order of their place; the group is ``police`` after a rank, else ``person``.

    >>> told = "Sgt Doe met Mr John Roe."
    >>> [(name.of(told), name.group) for name in person_names(told)]
    [('Doe', 'police'), ('John Roe', 'person')]
    """
    found = {
        m.start("full"): PersonName(m.start("full"), m.end("full"), group, m["surname"])
        for group, pattern in reversed(_NAMED)
        for m in pattern.finditer(text)
    }
    ranked = {n.surname for n in found.values() if n.group == "police"}
    return tuple(_with_rank(text, name, ranked) for _, name in sorted(found.items()))


def _with_rank(text: str, name: PersonName, ranked: set[str]) -> PersonName:
    """A name as of police where another mention of it has a rank, and it no "Mr"."""
    if name.group == "police" or name.surname not in ranked:
        return name
    titled = _CIVIL.search(text, max(0, name.start - 6), name.start)
    return name if titled else evolve(name, group="police")


def short_names(text: str) -> tuple[ShortName, ...]:
    """The short names that a text gives, in order.

    >>> told = "The Harbour Police Service (HPS) came."
    >>> [(s.name, s.short) for s in short_names(told)]
    [('Harbour Police Service', 'HPS')]
    """
    if "(" not in text:
        return ()
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
