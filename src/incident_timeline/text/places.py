"""Places told in a text: addresses, roads, premises, towns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from attrs import field, frozen

from incident_timeline.text.lexicon import Lexicon
from incident_timeline.text.spans import Span

__all__ = ["PlaceMention", "find_places"]

_DATA = Path(__file__).parent / "lexicons" / "places.toml"
# Words that a place follows, and what they say of it; the rest say where.
_RELATIONS = {
    **dict.fromkeys(("to", "into", "onto", "towards", "toward", "attended"), "to"),
    **dict.fromkeys(("entered", "approached", "reached"), "to"),
    **dict.fromkeys(("from", "left", "exited"), "from"),
}
_PLAIN = ("in", "at", "on", "inside", "within", "searched", "surrounded")
# Of these, the words are part of the place: "near the park" is not the park.
_BESIDE = (
    *("outside", "near", "off", "behind", "opposite", "beside", "along", "between"),
    *("beneath", "under", "close to", "next to", "adjacent to", "in front of"),
    *("just off", "just outside", "north of", "south of", "east of", "west of"),
)
# Before these, a name without a noun may be a town's.
_BEFORE_NAMES = (
    *("in", "at", "near", "within", "outside", "just outside", "of", ","),
    *("north of", "south of", "east of", "west of"),
)
_RANKS = {"area": 1, "scene": 2, "road": 3, "premises": 4}
# How many places may be tied to one another: "a flat in Mill Lane in Ayton".
_CHAIN = 5
_SHORTEST = 3
_OWNS = re.compile(r"[’']s?\b|[-/(]")
_SITED = re.compile(r"\s(?:on|in|at)\s")
_ENDED = re.compile(
    r"[,.;:)]|\s(?:[^A-Za-z]|(?:and|at|in|on|where|when|after|before|for|to)\b)|\Z"
)
_WORD_BEFORE = re.compile(r"(\w{1,20})\W{1,3}\Z")
_NAME = r"[A-ZÀ-Þ0-9][\wÀ-ÿ’'-]{0,24}(?<![’'-])"
_SMALL = r"of|the|and|&|de|la|du|des|le|upon|St\.|Mt\.|Ft\.|[A-Z]\."
# A name before the noun that says what it names: "Mill", "St. Mary’s and Dell".
_FIRST = r"(?!\d{1,5}\s)[A-ZÀ-Þ0-9][\wÀ-ÿ’'-]{0,24}"
_NAMES = rf"(?:(?:St|Mt|Ft|[NSEW])\.\s)?{_FIRST}\s(?:(?:{_NAME}|{_SMALL})\s){{0,4}}"
_POINTS = "North|South|East|West"
_REGION = (
    r"(?:(?:north|south|east|west)(?:-?\s?(?:east|west))?(?:ern)?|central|inner|outer"
    r"|downtown|rural|metropolitan)"
)
_ROUTE = (
    rf"(?:(?:I\s?-\s?|I\s|Interstate\s)[1-9]\d{{0,2}}(?:\s(?:{_POINTS}))?"
    r"|(?:the\s)?[ABMNR][1-9]\d{0,3}(?:\(M\))?|SH\s?[1-9]\d?|FM\s\d{1,4}"
    r"|(?:US|U\.S\.)(?:\s(?:Highway|Route|Hwy))?[\s-]\d{1,3}"
    r"|(?:(?:the\s)?(?:State|County|Provincial|Farm\sto\sMarket|Range|Township|Regional|Forest)\s)?"
    r"(?:Highway|Hwy|Route|Rte|Road|SR|CR)\.?\s\d{1,5}[A-Z]?"
    r"|(?:[Mm]ile\s(?:[Mm]arker|[Pp]ost)|[Ee]xit|[Jj]unction)\s\d{1,4}[A-Z]?)"
    r"(?:\s(?:north|south|east|west)bound)?(?!\w)"
)


@frozen
class PlaceMention(Span):
    """Words that tell where.

    Attributes:
        kind: ``premises``, ``road``, ``area``, or ``scene`` for "the scene", which
            stands for a place told elsewhere.
        relation: ``at``, ``to`` or ``from``: where a thing happens, or what a way
            leads to or from.

    >>> told = "It happened near the park."
    >>> PlaceMention(12, 25, "premises", relation="at").of(told)
    'near the park'
    """

    kind: str
    relation: str = field(default="at", kw_only=True)

    @property
    def rank(self) -> int:
        """How narrow a place of this kind is: the greater, the narrower."""
        return _RANKS[self.kind]


class _Grammar(NamedTuple):
    """The expressions of places, made from the words of the data."""

    opening: re.Pattern[str]
    nouns: re.Pattern[str]
    bare: re.Pattern[str]
    tied: re.Pattern[str]
    aimed: frozenset[str]


def find_places(text: str, where: Span) -> tuple[PlaceMention, ...]:
    """The places told in a stretch of text, in order; none overlap.

    A place is what follows a preposition, and what further prepositions tie to it:
    it is read where it has a place's noun ("a flat", "Mill Lane", "Ayton Hospital"),
    or where "in", "at" or "near" stands before a name. Words such as "near" and
    "outside" belong to the place.

    >>> told = "Officers went to a flat in Mill Lane, Ayton, and met him on Dell Road."
    >>> found = find_places(told, Span(0, len(told)))
    >>> [(place.of(told), place.kind, place.relation) for place in found]
    [('a flat in Mill Lane, Ayton', 'premises', 'to'), ('Dell Road', 'road', 'at')]
    """
    return tuple(_found(text, where))


def _found(text: str, where: Span) -> Iterator[PlaceMention]:
    shouted = where.of(text).isupper()
    done = where.start
    for opening in _grammar().opening.finditer(text, where.start, where.end):
        if opening.start() < done:
            continue
        place = _place(text, opening, where.end)
        if place is not None and not (shouted and place.kind == "area"):
            done = place.end
            yield place


def _place(text: str, opening: re.Match[str], limit: int) -> PlaceMention | None:
    """The place that a preposition or verb opens, with all that is tied to it."""
    word = _lower(opening["word"])
    first = _one(text, opening.end(), limit, word)
    if first is None or (first[1] == "area" and _is_aimed(text, opening)):
        return None
    end, kind = first
    more = _tied(text, end, limit)
    ties = 0
    while more is not None and ties < _CHAIN:
        end, tied = more
        kind = tied if kind in ("area", "part") else kind
        ties, more = ties + 1, _tied(text, end, limit)
    if kind == "part":
        return None
    end -= text[end - 1] == "."
    start = opening.start("word") if word in _BESIDE else opening.end()
    return PlaceMention(start, end, kind, relation=_RELATIONS.get(word, "at"))


def _tied(text: str, at: int, limit: int) -> tuple[int, str] | None:
    """Where the next place ends that a preposition or comma ties on, and its kind."""
    joint = _grammar().tied.match(text, at, limit)
    return joint and _one(text, joint.end(), limit, _lower(joint["word"]))


def _lower(words: str) -> str:
    return " ".join(words.lower().split())


def _is_aimed(text: str, opening: re.Match[str]) -> bool:
    """Whether "at" only says at whom or what: "fired at"."""
    at = opening.start("word")
    before = _WORD_BEFORE.search(text, max(0, at - 24), at)
    return before is not None and before[1].lower() in _grammar().aimed


def _one(text: str, at: int, limit: int, word: str) -> tuple[int, str] | None:
    """Where the place that begins at an offset ends, and its kind."""
    match = _grammar().nouns.match(text, at, limit)
    if match is not None:
        return match.end(), str(match.lastgroup).replace("crossing", "road")
    if word not in _BEFORE_NAMES:
        return None
    match = _grammar().bare.match(text, at, limit)
    if match is None or not _names_a_place(text, match, word):
        return None
    return match.end(), "premises" if word == "outside" else "area"


def _names_a_place(text: str, match: re.Match[str], word: str) -> bool:
    """Whether a bare name may be a place's: no month, title, thing or acronym."""
    words = match["name"].split()
    if len(words) == 1 and (words[0].isupper() or len(words[0]) < _SHORTEST):
        return False
    if _OWNS.match(text, match.end()) or words[-1].endswith(("'s", "’s")):
        return False
    if match["the"]:
        return word == "outside" and bool(_SITED.match(text, match.end()))
    return word != "," or bool(_ENDED.match(text, match.end()))


@lru_cache(maxsize=1)
def _grammar() -> _Grammar:
    """The grammar, compiled when a place is first looked for."""
    words = Lexicon.load(_DATA).classes
    no_place = _row(words["no_place"])
    name = rf"(?!\d)(?!(?:{no_place})\b){_NAME}"
    opening = _row((*_RELATIONS, *_PLAIN, *_BESIDE))
    tied = _row((*_PLAIN, *_BESIDE, "of", "with"))
    return _Grammar(
        opening=re.compile(rf"\b(?P<word>(?i:{opening}))\s{{1,3}}"),
        nouns=re.compile(_nouns(words)),
        bare=re.compile(
            rf"(?P<the>the\s)?(?P<name>(?:(?:Co|Mt|St)\.\s)?{name}"
            rf"(?:(?:-(?:on|upon|under|in|le|by|sur)-|\s(?:(?:upon|of)\s)?){name}){{0,3}})"
        ),
        tied=re.compile(rf"\s{{0,3}}(?P<word>,|(?<=\s)(?i:{tied}))\s{{1,3}}"),
        aimed=frozenset(words["aimed"]),
    )


def _nouns(words: Mapping[str, tuple[str, ...]]) -> str:
    """The expression for places that a noun tells."""
    types = (*words["street"], *(w.upper() for w in words["street"]))
    street, building = _row(types), _row(words["building"])
    common, part = _row(words["common"]), _row(words["part"])
    det = r"(?i:the|an?|his|her|their|its|this|that|one|another|two|several)\s"
    joins = r"(?!(?:of|the|and|or|to|in|on|at|for|from|with|by|that|who)\s)"
    adjectives = rf"(?:{joins}[a-zà-þ’'-]{{1,20}}\s){{0,3}}?"
    number = r"\d{1,5}[A-Za-z]?(?:-\d{1,4})?\s"
    road = rf"(?:{_ROUTE}|{_NAMES}(?:{street})(?!\w|\.?\s\d)\.?(?:\s(?:{_POINTS})\b)?)"
    cross = rf"{road}(?:,?\s(?:and|with|&|at)\s{road})?"
    named = rf"{_NAMES}(?:{building})(?!\w|\s(?:{street})\b)(?:\sof\s{_NAME})?"
    crossing = r"(?i:junction|intersection|corner)\s(?:of|with|between)\s"
    block = r"\d{1,5}[-\s](?i:block\sof)\s"
    end = rf"(?![\w’'-]|\s(?:{street})\b)"
    return (
        rf"(?P<crossing>(?:{det})?(?:{block}{road}|{crossing}{cross}))"
        rf"|(?P<premises>(?:{det})?(?:University\sHospital\s{_NAME}|{named})"
        rf"|{det}{adjectives}(?i:{common})(?:\s(?i:{common}))?{end}"
        rf"|{det}{adjectives}{_NAMES}(?:{common}){end}|hospital\b|number\s\d{{1,4}}\b)"
        rf"|(?P<road>(?:{det})?(?:{number})?{cross})"
        rf"|(?P<scene>(?i:the\sscene)\b)"
        rf"|(?P<part>{det}{adjectives}(?:{_NAMES})?(?i:{part})(?=\s(?:of|on|with)\s))"
        rf"|(?P<area>{_REGION}\s{_NAME}(?:\s{_NAME})?)"
    )


def _row(words: Iterable[str]) -> str:
    """One of some words, the longest first."""
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s{1,3}") for word in ordered)
