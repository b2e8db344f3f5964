"""What may not, and what may, stand about a piece of a time expression."""

from __future__ import annotations

import re

from incident_timeline.text.times.lexemes import SPACE
from incident_timeline.text.times.phrase import Phrase
from incident_timeline.text.times.time_words import CAPITAL_ONLY, EVENT_WORDS
from incident_timeline.text.times.zones import OFFSETS, PLACES

__all__ = ["is_address", "is_owner", "is_time", "take_right", "take_tail", "take_zone"]

# Numbers of these are no times.
_MEASURE = re.compile(
    rf"{SPACE}?(?:%|(?:per{SPACE}?cent|million|billion|thousand|k?m|cm|mm|ft|feet|inch|inches"
    r"|k?g|mg|lbs?|mph|mm|metres|meters|miles|yards|litres|hectares|acres|times|points|degrees"
    r"|block|people|homes|pounds|dollars|euros|cases|units|seconds|calibre|caliber)"
    r"(?![a-z]))"
)
_STREETS = (
    "(?:St|Street|Ave|Avenue|Rd|Road|Dr|Drive|Blvd|Boulevard|Ln|Lane|Way|Ct|Court|Pl|Place"
    "|Hwy|Highway|Pkwy|Parkway|Circle|Terrace|Close|Gardens|Square|Crescent)(?![a-z])"
)
_CAPITALS = "(?:STREET|AVENUE|ROAD|BOULEVARD|HIGHWAY|AVE|BLVD|RD)(?![A-Z])"
_STREET = re.compile(rf"{SPACE}(?:{_STREETS}|{_CAPITALS})")
_ADDRESS = re.compile(
    rf"{SPACE}(?:block(?![a-z])|[NSEW]\.?{SPACE}"
    rf"|(?:[A-Z][a-z]{{1,20}}{SPACE}){{1,3}}{_STREETS}"
    rf"|(?:[A-Z]{{2,20}}{SPACE}){{1,3}}{_CAPITALS})"
)
_INITIALS = {word for word in PLACES if len(word) < 4} - {"uk"}  # noqa: PLR2004  no names
_SHORT = "|".join(sorted({*OFFSETS, *_INITIALS}))
_LONG = "|".join(
    place.replace(" ", SPACE) for place in PLACES if place not in _INITIALS
)
_ZONE = re.compile(
    rf"(?:{SPACE}?\(|,?{SPACE})(?:(?P<short>{_SHORT})"
    rf"|(?P<long>{_LONG})(?P<time>{SPACE}(?:(?:standard|daylight|mean|summer){SPACE})?time)?"
    rf"|local{SPACE}time)(?![a-z0-9])(?P<close>\))?"
)
_SUFFIX = re.compile(
    rf"(?P<ish>-?ish)(?![a-z])|,?{SPACE}(?:sharp|exactly|on{SPACE}the{SPACE}dot"
    rf"|(?P<on>onwards?))(?![a-z])|(?<=hrs)\.(?={SPACE}(?:on|of|and|to|the)(?![a-z]))"
)
_ROUGHLY = re.compile(
    rf"{SPACE}?(?:\(approx(?:\.|imate(?:ly)?(?:{SPACE}time)?)?\)|or{SPACE}(?:so|thereabouts)"
    rf"(?![a-z])|approx(?:imately)?(?![a-z]))"
)
_NAMED = re.compile(rf"{SPACE}[A-Z][a-z]")
_GIVEN_NAMES = frozenset("april may june august jan".split())
_PAPERS = re.compile(
    rf"{SPACE}(?:Times|Mail|Independent|World|Telegraph|Mirror|Express|Herald|Post|Life|People"
    rf"|League|School)(?![a-z])"
)
_HABIT = re.compile(r"(?:every|each|most|alternate|any)\s{1,3}\Z")
_REFERENCE = re.compile(
    r"\b(?:ref(?:erence)?|quot(?:e|ing)|serial|log|incident|crime|number|no)\b"
    r"[^\n]{0,30}?[0-9]\s\Z"
)
_LOG = re.compile(
    rf"\b(?:ref(?:erence)?|serial|log|incident|crime|cad|occurrence|report|case|event)"
    rf"(?:{SPACE}(?:number|no\.?|#))?:?{SPACE}#?\Z"
)
_AT = re.compile(
    rf"(?<![a-z])(?:at|about|around|approximately|by|until|till|before|after|to|and|since)"
    rf"{SPACE}\Z"
)
_TAIL = re.compile(rf"{SPACE}[a-z0-9'-]{{1,24}}")
_TAIL_ENDS = frozenset(
    "and but or on at in to for when while as who which by with from that then behind"
    " near outside inside into onto over during after before because where under"
    " along".split()
)
_BARE_PLACES = frozenset("eastern central mountain pacific atlantic".split())
_PRONOUNS = frozenset("he she it they".split())
_TAIL_WORDS = 6
_ARTICLES = frozenset("the a an his her their its that this first".split())
_TAIL_GOES_ON = frozenset(
    {
        "came",
        "was",
        "were",
        "began",
        "ended",
        "had",
        "happened",
        "occurred",
        *EVENT_WORDS,
    }
)
_LEADS = frozenset("$£€#/:&@_=")


def is_time(  # noqa: PLR0911  a guard a line
    text: str, low: str, kind: str, found: re.Match[str]
) -> bool:
    """Whether letters, signs and words about the piece let it be a time."""
    start, end = found.span()
    if low[start].isdigit():
        if kind == "dmy" and _STREET.match(text, end):
            return False
        if kind == "numeric" and _REFERENCE.search(low, max(0, start - 48), start):
            return False
        if kind == "bare" and not _AT.search(low, max(0, start - 20), start):
            return False
        if kind == "year" and is_address(text, end):
            return False
        return _free_number(low, kind, start, end)
    if kind in {"month", "weekday"}:
        name = found["mon"] if kind == "month" else found["wd"]
        bare = kind == "month" and found["mon"] == found[0]
        if not text[start].isupper() and (bare or name.rstrip(".") in CAPITAL_ONLY):
            return False
        if bare and _NAMED.match(text, end) and name in _GIVEN_NAMES:
            return False
        if _STREET.match(text, end) or (kind == "weekday" and _PAPERS.match(text, end)):
            return False
        return not _HABIT.search(low, max(0, start - 12), start)
    return kind != "near" or low[start] != "t" or not is_owner(low, end)


def _free_number(low: str, kind: str, start: int, end: int) -> bool:
    before = low[max(0, start - 2) : start]
    if before[-1:] in _LEADS or (before[-1:] in {",", "."} and before[:1].isdigit()):
        return False
    if kind in {"year", "digits", "first"} and before[-1:] in {"-", "'"}:
        return False
    if kind in {"digits", "year"} and _LOG.search(low, max(0, start - 24), start):
        return False
    return kind not in {"year", "digits", "clock", "dmy"} or not _MEASURE.match(
        low, end
    )


def is_owner(low: str, end: int) -> bool:
    """Whether a possessive ending follows: "today's"."""
    return low.startswith("'", end) and low[end + 1 : end + 4].lstrip()[:1] == "s"


def is_address(text: str, at: int) -> bool:
    """Whether what follows makes the number before it a house's."""
    return _ADDRESS.match(text, at) is not None


def take_zone(text: str, low: str, phrase: Phrase) -> None:
    """Let a clock time have the zone word, "sharp" or "onwards" that follows it."""
    suffix = _SUFFIX.match(low, phrase.end)
    if suffix is not None and not (suffix[0] == "." and _is_capital(text, suffix)):
        phrase.end, phrase.weak = suffix.end(), phrase.weak and not suffix["on"]
        phrase.qualifier = "about" if suffix["ish"] else phrase.qualifier
    found = _ZONE.match(low, phrase.end)
    if found is None:
        return
    place = found["long"] or ""
    name = found["short"] or " ".join(place.split())
    at = found.start("short" if found["short"] else "long")
    if name and not (text[at : at + len(name)].isupper() or _is_named(text, found)):
        return
    if place and not found["time"] and place not in _BARE_PLACES:
        return
    phrase.zone, phrase.end = name, found.end()
    opened = found[0].lstrip().startswith("(")
    if found["close"] and not opened:
        phrase.end -= 1


def _is_capital(text: str, suffix: re.Match[str]) -> bool:
    """Whether a sentence begins after the stop of "hrs."."""
    return text[suffix.end() : suffix.end() + 4].lstrip()[:1].isupper()


def _is_named(text: str, found: re.Match[str]) -> bool:
    """Whether the zone's place has its capital, or "time" after it."""
    return bool(found["long"]) and (
        found["time"] is not None or text[found.start("long")].isupper()
    )


def take_tail(low: str, start: int, limit: int) -> tuple[str, int]:
    """The words of the occurrence that "two hours after" counts from, and their end.

    A noun with its article ends them: "the call", "his second arrest".
    """
    end, named, noun = start, False, False
    for _ in range(_TAIL_WORDS):
        found = _TAIL.match(low, end, limit)
        word = found[0].strip() if found else ""
        if found is None or word in _TAIL_ENDS:
            break
        if end > start and word in _PRONOUNS:  # "after the crash he ran"
            break
        if noun and word not in _TAIL_GOES_ON:
            break
        if end == start:
            named = word in _ARTICLES
        noun = named and word in EVENT_WORDS
        end = found.end()
    return low[start:end], end


def take_right(low: str, phrase: Phrase) -> None:
    """Let the whole expression have its closing bracket, and "or so"."""
    if phrase.bracket and low[phrase.end : phrase.end + 1] == ")":
        phrase.end += 1
    roughly = _ROUGHLY.match(low, phrase.end)
    if roughly:
        phrase.qualifier = phrase.qualifier or "about"
        phrase.end = roughly.end() if " so" in roughly[0] else phrase.end
