"""What may not, and what may, stand about a piece of a time expression."""

from __future__ import annotations

import re

from incident_timeline.text.times.lexemes import SPACE
from incident_timeline.text.times.phrase import Phrase
from incident_timeline.text.times.time_words import CAPITAL_ONLY, ZONES

__all__ = ["is_address", "is_time", "take_right", "take_tail", "take_zone"]

# Numbers of these are no times.
_MEASURE = re.compile(
    rf"{SPACE}?(?:%|(?:per{SPACE}?cent|million|billion|thousand|k?m|cm|mm|ft|feet|inch|inches"
    r"|k?g|mg|lbs?|mph|mm|metres|meters|miles|yards|litres|hectares|acres|times|points"
    r"|block|people|homes|pounds|dollars|euros|cases|units|seconds|calibre|caliber)"
    r"(?![a-z]))"
)
_STREETS = (
    "(?:St|Street|Ave|Avenue|Rd|Road|Dr|Drive|Blvd|Boulevard|Ln|Lane|Way|Ct|Court|Pl|Place"
    "|Hwy|Highway|Pkwy|Parkway|Circle|Terrace|Close|Gardens|Square|Crescent)(?![a-z])"
)
_STREET = re.compile(SPACE + _STREETS)
_ADDRESS = re.compile(
    rf"{SPACE}(?:block(?![a-z])|[NSEW]\.?{SPACE}"
    rf"|(?:[A-Z][a-z]{{1,20}}{SPACE}){{1,3}}{_STREETS})"
)
_ZONE = re.compile(
    rf"{SPACE}?\(?(?:(?P<short>{'|'.join(ZONES)})|(?P<long>(?:eastern|central|mountain|pacific"
    rf"|atlantic|greenwich|british)(?:{SPACE}(?:standard|daylight|mean|summer))?{SPACE}time)"
    rf"|local{SPACE}time)(?![a-z0-9])"
)
_ROUGHLY = re.compile(
    rf"{SPACE}?(?:\(approx(?:\.|imate(?:ly)?(?:{SPACE}time)?)?\)|or{SPACE}(?:so|thereabouts)"
    rf"(?![a-z])|approx(?:imately)?(?![a-z]))"
)
_HABIT = re.compile(r"(?:every|each|most|alternate|any)\s\Z")
_TAIL = re.compile(rf"{SPACE}[a-z0-9’'-]{{1,24}}")
_TAIL_ENDS = frozenset(
    "and but or on at in to for when while as who which by with from that then".split()
)
_PRONOUNS = frozenset("he she it they".split())
_TAIL_WORDS = 6
_LEADS = frozenset("$£€#/:&")


def is_time(text: str, low: str, kind: str, found: re.Match[str]) -> bool:
    """Whether letters, signs and words about the piece let it be a time."""
    start, end = found.span()
    if low[start].isdigit():
        if kind == "dmy" and _STREET.match(text, end):
            return False
        return _free_number(low, kind, start, end)
    if kind in {"month", "weekday"}:
        name = found["mon"] if kind == "month" else found["wd"]
        bare = kind == "month" and found["mon"] == found[0]
        if not text[start].isupper() and (bare or name.rstrip(".") in CAPITAL_ONLY):
            return False
        if _STREET.match(text, end):
            return False
        return not _HABIT.search(low, max(0, start - 12), start)
    return kind != "near" or low[end : end + 2] not in {"'s", "’s"} or low[start] != "t"


def _free_number(low: str, kind: str, start: int, end: int) -> bool:
    before = low[max(0, start - 2) : start]
    if before[-1:] in _LEADS or (before[-1:] in {",", "."} and before[:1].isdigit()):
        return False
    if kind in {"year", "digits", "first"} and before[-1:] in {"-", "–", "'", "’"}:
        return False
    return kind not in {"year", "digits", "clock", "dmy"} or not _MEASURE.match(
        low, end
    )


def is_address(text: str, at: int) -> bool:
    """Whether what follows makes the number before it a house's."""
    return _ADDRESS.match(text, at) is not None


def take_zone(text: str, low: str, phrase: Phrase) -> None:
    """Let a clock time have the zone word that follows it."""
    found = _ZONE.match(low, phrase.end)
    if found is None:
        return
    name = found["short"] or ""
    if name and not text[found.start("short")].isupper():
        return
    if found["long"]:
        name = "".join(word[0] for word in found["long"].split())
    phrase.zone = name if name in ZONES else ""
    phrase.end = found.end()
    opened = "(" in found[0]
    if opened and low[phrase.end : phrase.end + 1] == ")":
        phrase.end += 1


def take_tail(low: str, start: int, limit: int) -> tuple[str, int]:
    """The words of the occurrence that "two hours after" counts from, and their end."""
    end = start
    for _ in range(_TAIL_WORDS):
        word = _TAIL.match(low, end, limit)
        if word is None or word[0].strip() in _TAIL_ENDS:
            break
        if end > start and word[0].strip() in _PRONOUNS:  # "after the crash he ran"
            break
        end = word.end()
    return low[start:end], end


def take_right(low: str, phrase: Phrase) -> None:
    """Let the whole expression have its closing bracket, and "or so"."""
    if phrase.bracket and low[phrase.end : phrase.end + 1] == ")":
        phrase.end += 1
    roughly = _ROUGHLY.match(low, phrase.end)
    if roughly:
        phrase.qualifier = phrase.qualifier or "about"
        phrase.end = roughly.end() if " so" in roughly[0] else phrase.end
