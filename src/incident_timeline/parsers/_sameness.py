"""Whether two tellings are of one occurrence: by who, when, and how it is told."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from incident_timeline.moments import Precision
from incident_timeline.parsers._dating import Told
from incident_timeline.parsers._passages import last_newcomer

__all__ = [
    "OFFICIAL",
    "SINGLE",
    "at_clock",
    "is_noun",
    "leads_in",
    "one_shooter",
    "same",
    "tells_course",
]

# What bodies do: told again, it is the same, and the dated telling is the main one.
OFFICIAL = frozenset(
    {
        "investigation_start",
        "referral",
        "family_informed",
        "post_mortem",
        "identification",
        "finding",
        "public_statement",
        "hearing",
    }
)
SINGLE = OFFICIAL - {"finding", "public_statement", "hearing"}
# Of these, who acts tells two occurrences apart.
_BY_ACTOR = frozenset({"shots", "collision", "injury", "movement", "attack"})
# Of these, words that only one telling has tell two occurrences apart.
_MEDICAL = re.compile(r"ambulance|paramedic|medic|\bems\b|doctor", re.IGNORECASE)
_ANEW = re.compile(r"(?:then|later|again|another|second|further)\b", re.IGNORECASE)
# Of these, whom it happens to tells two occurrences apart.
_PERSONAL = frozenset(
    {
        "death_pronouncement",
        "injury",
        "conveyance",
        "arrest",
        "charge",
        "custody",
        "release",
    }
)
_PRONOUNS = frozenset({"he", "she", "they", "who", "it", "him", "her", "them", "which"})
# Of these a text tells many: only the same verb takes one up again.
_MANY = frozenset({"movement", "attack", "contact", "engagement", "restraint", "call"})
_TAKING_UP = frozenset({"when", "after", "once", "as", "since"})
_CLOCK = (Precision.HOUR, Precision.MINUTE, Precision.SECOND, Precision.INSTANT)
_NEARBY = 40
_TOTAL = re.compile(
    r"\b(?:in (?:total|all)|a total of|altogether|during the (?:incident|encounter))\b",
    re.IGNORECASE,
)
_SEXES = (
    ("male", re.compile(r"\b(?:he|him|his|man|male|boy|mr)\b", re.IGNORECASE)),
    ("female", re.compile(r"\b(?:she|her|woman|female|girl|mrs|ms)\b", re.IGNORECASE)),
)
_ORDINAL = re.compile(
    r"\b(?:another|other|first|second|third|fourth|fifth)\b(?!\s(?:aid|time))",
    re.IGNORECASE,
)
# Of these, a noun tells what a verb tells elsewhere.
_NAMED = frozenset({"shots", "collision"})
_NOUN = re.compile(r"\b(?:shooting|crash|collision|gunfire|incident)\b", re.IGNORECASE)
_INVOLVED = re.compile(
    r"\b(?:officer|police|deputy|trooper|agent|garda)\b", re.IGNORECASE
)
_COURSE = re.compile(
    r"\b(?:overturn|roll(?:ed|s)? over|flipp|sp[iu]n|lost control"
    r"|(?:left|off) the road)",
    re.IGNORECASE,
)
_ANSWER = re.compile(r"\breturn\w{0,3} fire|\b(?:fired|shot) back", re.IGNORECASE)
_MUTUAL = re.compile(r"\bexchang", re.IGNORECASE)
_DEFINITE = re.compile(r"\b(?:the|this|that)\s[^,.;]{0,40}\Z", re.IGNORECASE)
_CONTINUES = re.compile(r"\bcontinu(?:e|es|ed|ing)\b", re.IGNORECASE)
_BEGINS = re.compile(
    r"\b(?:chas|pursu).{0,40}\b(?:beg[aiu]n|start|initiat|ensued)"
    r"|\b(?:beg[aiu]n|start|initiat).{0,40}\b(?:chas|pursu)",
    re.IGNORECASE | re.DOTALL,
)
_AFOOT = re.compile(r"\b(?:on foot|foot)\b", re.IGNORECASE)
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z’'-]{2,20}\b")
_PLEA = re.compile(r"\b(?:plead|pled|opened|adjourned|remanded)", re.IGNORECASE)
_APART = {"call": _MEDICAL, "hearing": _PLEA}
_UNDERGOES = re.compile(r"\b(?:is|was|are|were|been|died|dies)\b", re.IGNORECASE)
_AUXILIARY = re.compile(
    r"\A(?:(?:is|was|were|are|had|has|have|been|being)\s)+", re.IGNORECASE
)


def same(text: str, one: Told, other: Told, leading: int) -> bool:
    """Whether the later telling tells the earlier one's occurrence again."""
    if one.kind != other.kind or not _agree(text, one, other):
        return False
    if other.telling.looks_back and not one.telling.cue.mention:
        return True
    return not _apart(one, other) and _retold(text, one, other, leading)


def leads_in(told: Told, leading: int) -> bool:
    """Whether a telling is of the summary that a document begins with."""
    if told.passage.part == "body":
        return told.passage.number < leading
    return told.passage.part == "lead" and not at_clock(told)


def at_clock(told: Told) -> bool:
    """Whether its own sentence gives an event a time of day."""
    time = told.time
    if time is None or time.moment is None or time.start < told.passage.start:
        return False
    return time.moment.precision in _CLOCK


def _retold(text: str, one: Told, other: Told, leading: int) -> bool:
    """Whether two tellings of a kind, at times that agree, are of one occurrence."""
    if one.telling.cue.mention or other.telling.looks_back:
        return True
    if any(_noun(text, t) for t in (one, other)):
        return True
    if one.passage.part == "heading":
        return True
    if leads_in(one, leading) and _after_lead(one, other, leading):
        return one.kind != "finding" or one.telling.subject == other.telling.subject
    if one.passage.part == "lead" and _at_one_time(one, other):
        return True
    return _recalls(text, one, other) or _same_in_body(text, one, other)


def _at_one_time(one: Told, other: Told) -> bool:
    """Whether another paragraph gives an event the very time that the lead gives it."""
    mine, others = (t.time.moment if t.time else None for t in (one, other))
    if mine is None or others is None or not at_clock(one):
        return False
    apart = one.passage.paragraph != other.passage.paragraph
    return apart and (mine.stated, mine.qualifier) == (others.stated, others.qualifier)


def _after_lead(one: Told, other: Told, leading: int) -> bool:
    """Whether a telling stands after the summary that another one is of."""
    if one.passage.part == "lead":
        return one.passage.paragraph != other.passage.paragraph or (
            other.passage.part == "body"
        )
    return other.passage.number >= leading


def _recalls(text: str, one: Told, other: Told) -> bool:
    """Whether a side clause takes up what was told before: "when officers arrived"."""
    clause = other.passage.clauses[other.telling.clause]
    if clause.connective.split(" ")[-1] not in _TAKING_UP or other.time is not None:
        return False
    if one.kind in _MANY:
        return _stem(text, one) == _stem(text, other)
    return one.kind not in SINGLE


def _stem(text: str, told: Told) -> str:
    """The beginning of the verb that tells an event."""
    words = _AUXILIARY.sub("", text[told.telling.at : told.telling.end]).lower()
    return words[:4]


def _noun(text: str, told: Told) -> bool:
    """Whether a noun tells an event that was told or is told in full."""
    if not is_noun(text, told):
        return False
    low = max(told.passage.start, told.telling.start - _NEARBY)
    definite = _DEFINITE.search(text, low, told.telling.end) is not None
    return definite or told.passage.part != "body"


def is_noun(text: str, told: Told) -> bool:
    """Whether a noun tells an event: "a shooting that occurred at noon"."""
    noun = _NOUN.search(told.telling.of(text)) is not None
    return noun and told.kind in _NAMED


def _same_in_body(text: str, one: Told, other: Told) -> bool:
    """Whether a body tells one occurrence twice: for each kind, what shows it."""
    if one.kind in SINGLE:
        return True
    rule = _RULES.get(one.kind)
    return rule is not None and rule(text, one, other)


def _same_finding(_: str, one: Told, other: Told) -> bool:
    return one.passage is other.passage


def _same_person(text: str, one: Told, other: Told) -> bool:
    if _referent(text, one) == _referent(text, other):
        return True
    return bool(_names(text, one) & _names(text, other))


def _same_shots(text: str, one: Told, other: Told) -> bool:
    if _answers(text, other) and not _answers(text, one):
        return False
    return "" in (_actor(text, one), _actor(text, other)) or _sums_up(text, other)


def one_shooter(text: str, known: Sequence[Told], one: Told) -> bool:
    """Whether all tellings of shots, and one more, may be of the same who fired."""
    if one.kind != "shots":
        return True
    every = (*known, one)
    named = {_actor(text, t) for t in every} - {""}
    mutual = any(_MUTUAL.search(t.telling.of(text)) for t in every)
    return len(named) <= 1 or mutual


def _same_crash(text: str, one: Told, other: Told) -> bool:
    near = other.passage.number - one.passage.number <= 1
    return near and any(tells_course(text, t) for t in (one, other))


def _same_pursuit(text: str, one: Told, other: Told) -> bool:
    first, then = (t.telling.of(text) for t in (one, other))
    afoot = {bool(_AFOOT.search(words)) for words in (first, then)}
    begun = _BEGINS.search(first) and _BEGINS.search(then)
    return bool(begun) and not _ANEW.search(then) and len(afoot) == 1


def _goes_on(text: str, _: Told, other: Told) -> bool:
    """Whether what lasts is only told to go on: "they continued CPR"."""
    return _CONTINUES.search(other.telling.of(text)) is not None


def _answers(text: str, told: Told) -> bool:
    """Whether shots answer those of another: "they returned fire"."""
    return _ANSWER.search(told.telling.of(text)) is not None


def tells_course(text: str, told: Told) -> bool:
    """Whether words tell the course of a crash: off the road, over on its roof."""
    return _COURSE.search(told.telling.of(text)) is not None


def _names(text: str, told: Told) -> set[str]:
    """The names just after the words that tell an event."""
    start, end = told.telling.at, told.telling.end + _NEARBY
    return {m[0] for m in _NAME.finditer(text, start, min(end, told.passage.end))}


def _sums_up(text: str, told: Told) -> bool:
    """Whether a telling counts up what was told before: "fired four times in all"."""
    low = max(told.passage.start, told.telling.start - _NEARBY)
    end = min(told.passage.end, told.telling.end + _NEARBY)
    return _TOTAL.search(text, low, end) is not None


def _agree(text: str, one: Told, other: Told) -> bool:
    """Whether who acts, and to whom it happens, may be the same."""
    words = [t.telling.of(text) for t in (one, other)]
    if (
        one.kind in _BY_ACTOR
        and len({_actor(text, t) for t in (one, other)} - {""}) > 1
    ):
        return any(_MUTUAL.search(w) for w in words)
    if one.kind in _APART:
        return len({bool(_APART[one.kind].search(w)) for w in words}) == 1
    return one.kind not in _PERSONAL or _same_people(text, (one, other), words)


def _same_people(text: str, both: tuple[Told, Told], words: list[str]) -> bool:
    """Whether it may be one person to whom two tellings say that a thing happened."""
    if _ordinals(text, both[0]) != _ordinals(text, both[1]):
        return False
    sexes = {sex for w in words for sex, of in _SEXES if of.search(w)}
    groups = {_to_whom(t, w) for t, w in zip(both, words, strict=True)}
    return len(sexes) <= 1 and not {"police", "person"} <= groups


def _actor(text: str, told: Told) -> str:
    """Who acts: of a noun, only whom it names itself, as "officer-involved" does."""
    words = told.telling.of(text)
    if told.telling.cue.mention or not is_noun(text, told):
        return told.telling.actor
    return "police" if _INVOLVED.search(words) else ""


def _ordinals(text: str, told: Told) -> set[str]:
    """The words that count people apart before an event: "another", "the second"."""
    low = max(told.passage.start, told.telling.start - _NEARBY)
    return {m[0].lower() for m in _ORDINAL.finditer(text, low, told.telling.at)}


def _to_whom(told: Told, words: str) -> str:
    """The group of whom something happens to, where the subject is who it is."""
    named = told.telling.subject not in _PRONOUNS and _UNDERGOES.search(words)
    return told.telling.group if named else ""


def _apart(one: Told, other: Told) -> bool:
    """Whether the times of two tellings can't be the same time."""
    if one.time is None or other.time is None:
        return False
    a, b = one.time.moment, other.time.moment
    return a is not None and b is not None and a.intersection(b) is None


def _same_call(text: str, one: Told, other: Told) -> bool:
    near = other.passage.number - one.passage.number <= 1
    dated = one.time is not None and other.time is not None
    return near and not dated and not _ANEW.match(text, other.passage.start)


def _referent(text: str, told: Told) -> int:
    """Where the person whom a telling is about was first named."""
    passage = told.passage
    return last_newcomer(text, passage.people, told.telling.end, passage.newcomer)


_RULES: dict[str, Callable[[str, Told, Told], bool]] = {
    "finding": _same_finding,
    "death_pronouncement": _same_person,
    "arrest": _same_person,
    "charge": _same_person,
    "shots": _same_shots,
    "collision": _same_crash,
    "pursuit": _same_pursuit,
    "first_aid": _goes_on,
    "attack": _goes_on,
    "call": _same_call,
}
