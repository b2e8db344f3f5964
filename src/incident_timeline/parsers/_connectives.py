"""Words that say what came after what, and how long after: "ten minutes later"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from attrs import evolve, frozen

from incident_timeline.moments import DEFAULT_VAGUENESS, Precision
from incident_timeline.text.spans import Span

__all__ = ["Connective", "adverbs", "counted", "gap_before"]

_IMMEDIATELY = DEFAULT_VAGUENESS.immediately
_SHORTLY = DEFAULT_VAGUENESS.shortly
_SMALL = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
    " fifteen sixteen seventeen eighteen nineteen"
).split()
_NUMBERS = {
    **{word: float(n) for n, word in enumerate(_SMALL, 1)},
    **{
        word: 10.0 * n
        for n, word in enumerate("twenty thirty forty fifty sixty".split(), 2)
    },
    "a": 1.0,
    "an": 1.0,
}
_COUNT = r"half\san?|[0-9]{1,4}|" + "|".join(sorted(_NUMBERS, key=len, reverse=True))
_UNITS = {
    "sec": timedelta(seconds=1),
    "min": timedelta(minutes=1),
    "hou": timedelta(hours=1),
    "hr": timedelta(hours=1),
    "day": timedelta(days=1),
    "wee": timedelta(weeks=1),
}
_UNIT = r"(?P<unit>seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?)"
# The longest that a count of several leaves open: "minutes later" is within the hour.
_LOOSELY = frozenset({"about", "around", "approximately", "roughly", "some"})
_AT_MOST = frozenset({"less than", "under", "up to", "nearly", "almost"})
_AT_LEAST = frozenset({"more than", "over", "at least"})
_SEVERAL = {
    "sec": _IMMEDIATELY,
    "min": timedelta(hours=1),
    "hou": timedelta(days=1),
    "hr": timedelta(days=1),
}
_ABOUT = {
    "sec": DEFAULT_VAGUENESS.about[Precision.MINUTE],
    "min": DEFAULT_VAGUENESS.about[Precision.MINUTE],
    "hou": DEFAULT_VAGUENESS.about[Precision.HOUR],
    "hr": DEFAULT_VAGUENESS.about[Precision.HOUR],
    "day": DEFAULT_VAGUENESS.about[Precision.DAY],
    "wee": DEFAULT_VAGUENESS.about[Precision.DAY] * 7,
}
_LENGTH = (
    r"(?:(?P<vague>about|around|approximately|roughly|some|nearly|almost|less\sthan|"
    r"under|up\sto|more\sthan|over|at\sleast|just)\s{1,3}){0,2}"
    rf"(?:(?P<count>{_COUNT})[\s-]{{1,3}}|(?:several|a\sfew|a\scouple\sof|many|"
    rf"a\smatter\sof|the)\s{{1,3}})?{_UNIT}"
)
_COUNTED = re.compile(
    rf"{_LENGTH}\s{{1,3}}(?P<way>later|afterwards|after|earlier|before)\b",
    re.IGNORECASE,
)
_PREFIX = re.compile(
    r"(?:\b(?P<soon>shortly|soon|just|not long)|\b(?P<now>immediately|moments|straight)"
    rf"|\b{_LENGTH})\s{{1,3}}\Z",
    re.IGNORECASE,
)
_ENDS = r"(?=\s{0,2}(?:[,.;:)–—]|$|(?:and|but|when|as)\b))"
_THIS = r"(?:this|that|which|then|the (?:incident|encounter|exchange))"
_DAYTIME = r"(?:day|morning|afternoon|evening|night)"
_ADVERBS = re.compile(
    rf"""\b(?:
      (?P<now>immediately(?:\ (?:afterwards|thereafter|after{_ENDS})
        |(?!\ (?:after|before|following|prior|upon|on)\b))|straight\ away
        |at\ once(?!\ more)|instantly|without\ delay|instantaneously)
    | (?P<moments>(?:moments?|seconds)\ (?:later|afterwards|after{_ENDS})
        |(?:a|some)\ (?:moment|second)s?\ later|within\ moments)
    | (?P<soon>(?:very\ )?(?:shortly|soon)\ (?:thereafter|afterwards|after{_ENDS})
        |not\ long\ (?:afterwards|after{_ENDS})
        |a\ (?:very\ )?short\ (?:time|while)\ (?:later|afterwards|after{_ENDS}))
    | (?P<day>later\ (?:that|the\ same)\ {_DAYTIME}|the\ same\ {_DAYTIME}\ later)
    | (?P<counted>(?P<inside>within\ )?{_LENGTH}
        (?(inside)(?!\ (?:of|to|from|after|and|or)\b)
            |\ (?:later|afterwards|after{_ENDS})))
    | (?P<after>some\ time\ (?:later|afterwards|after{_ENDS})|subsequently|afterwards
        |later(?!\ (?:than|on\ (?:mon|tue|wed|thu|fri|sat|sun|[0-9])))(?:\ on)?
        |after\ {_THIS}{_ENDS}|thereafter|following\ {_THIS}{_ENDS}|as\ a\ result
        |as\ a\ consequence|in\ (?:response|return|the\ end){_ENDS}|at\ which\ point
        |whereupon|next{_ENDS}|then(?!\ that)|finally|eventually)
    | (?P<before>earlier(?:\ (?:that|the\ same)\ {_DAYTIME})?{_ENDS}
        |(?:before|prior\ to)\ {_THIS}{_ENDS}|beforehand)
    | (?P<arrival>(?:up)?on\ (?:their\ |his\ |her\ |police\ )?(?:arrival|arriving))
    )(?=\W|$)""",
    re.IGNORECASE | re.VERBOSE,
)
# Words without one of which there is no adverb of order.
_ORDERING = frozenset(
    """
    immediately straight once instantly without instantaneously moment moments second
    seconds sec secs minute minutes min mins hour hours hr hrs day days week weeks
    shortly soon long time while later afterwards after subsequently thereafter
    following result consequence response return end point whereupon next then finally
    eventually earlier before prior beforehand arrival arriving
    """.split()
)
_WORD = re.compile(r"[a-z]+")
_NOT_THEN = re.compile(r"\b(?:by|since|until|back|till)\s{1,3}\Z", re.IGNORECASE)


@frozen
class Connective(Span):
    """Words that order an event with another.

    Attributes:
        relation: ``after`` or ``before``: how its event stands to the other.
        least: The least gap that the words leave.
        greatest: The greatest.
        kind: The kind of event that it names as the other, if it does.
        word: What it is, such as ``now``, ``then`` or ``counted``.
    """

    relation: str = "after"
    least: timedelta | None = None
    greatest: timedelta | None = None
    kind: str = ""
    word: str = ""


_FIXED = {
    "now": Connective(0, 0, greatest=_IMMEDIATELY),
    "moments": Connective(0, 0, greatest=_IMMEDIATELY),
    "soon": Connective(0, 0, greatest=_SHORTLY),
    "day": Connective(0, 0, greatest=timedelta(days=1)),
    "after": Connective(0, 0),
    "before": Connective(0, 0, "before"),
    "arrival": Connective(0, 0, kind="arrival"),
}


def adverbs(text: str, start: int, end: int) -> Iterator[Connective]:
    """The adverbs of a stretch that put an event after or before another, in order."""
    if _ORDERING.isdisjoint(_WORD.findall(text[start:end].lower())):
        return
    for match in _ADVERBS.finditer(text, start, end):
        word = next(name for name in (*_FIXED, "counted") if match[name])
        if _NOT_THEN.search(text, max(start, match.start() - 8), match.start()):
            continue
        if word == "counted":
            least, greatest = _gap(match)
            yield Connective(*match.span(), "after", least, greatest, "", word)
        else:
            made = evolve(_FIXED[word], start=match.start(), end=match.end())
            yield evolve(made, word=word)


def counted(text: str, start: int, end: int) -> Connective | None:
    """What a counted time says: "ten minutes later", "two days before he died"."""
    match = _COUNTED.search(text, start, end)
    if match is None:
        return None
    least, greatest = _gap(match)
    way = "before" if match["way"].lower() in ("earlier", "before") else "after"
    return Connective(*match.span(), way, least, greatest, "", "counted")


def gap_before(
    text: str, start: int, at: int
) -> tuple[int, timedelta | None, timedelta | None]:
    """The gap that words before "after" or "before" tell, and where they begin.

    >>> gap_before("He died ten minutes after he fell.", 0, 20)[1]
    datetime.timedelta(seconds=600)
    """
    match = _PREFIX.search(text, start, at)
    if match is None:
        return at, None, None
    if match["soon"]:
        return match.start(), None, _SHORTLY
    if match["now"]:
        return match.start(), None, _IMMEDIATELY
    return match.start(), *_gap(match)


def _gap(match: re.Match[str]) -> tuple[timedelta | None, timedelta | None]:
    """The least and greatest of a length; days are counted by the calendar."""
    key = match["unit"].lower()[:3].rstrip("s")
    named = match.groupdict()
    vague = "up to" if named.get("inside") else (match["vague"] or "").lower()
    if not match["count"]:
        return None, _SEVERAL.get(key)
    number = match["count"].lower()
    count = 0.5 if number.startswith("half") else _NUMBERS.get(number) or float(number)
    length = count * _UNITS[key]
    if vague in _AT_MOST:
        return None, length
    if vague in _AT_LEAST:
        return length, None
    slack = _ABOUT[key] if vague in _LOOSELY else timedelta()
    if key in ("day", "wee"):
        slack += timedelta(days=1)
    return max(length - slack, timedelta()), length + slack
