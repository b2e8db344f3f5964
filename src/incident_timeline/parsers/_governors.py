"""Words that take a time for themselves: "police said on Monday", "born 3 May"."""

from __future__ import annotations

import re

from incident_timeline.moments import Precision
from incident_timeline.parsers._passages import Passage
from incident_timeline.text.cues import Telling
from incident_timeline.text.times import TimeMention

__all__ = [
    "OFFICIAL",
    "SAME_TIME",
    "governor",
    "has_clock",
    "has_verb",
    "is_clocked",
    "is_of_speech",
]

_CLOCK = (Precision.HOUR, Precision.MINUTE, Precision.SECOND, Precision.INSTANT)
_REACH = 120
_SPEECH, _OTHER = "speech", "other"
SAME_TIME = frozenset({"when", "as", "while", "whilst"})
_AT = (
    r"(?:\s{1,3}(?:on|at|in|by|from|since|until|around|about|over|early|earlier|late|"
    r"later|last|this|the|dated|of))"
)
_BESIDE = rf"[,(]?{_AT}{{0,3}}\s{{1,3}}[(“\"]?\Z"
# Participles of what is no event: of a document, or of somebody's past.
_PARTICIPLE = re.compile(
    r"\b(?:issued|released|published|posted|uploaded|broadcast|aired|shared|circulated|"
    r"committed|reported missing|wanted|born|last seen|filed|signed|granted|imposed|"
    r"dated|recorded|captured|obtained|taken out|stolen|registered|elected|appointed|"
    r"hired|sworn in|joined|served|retired|convicted|sentenced|paroled|acquitted|"
    r"scheduled|listed|adjourned|expected|planned|set|due|obtained|updated|written|"
    r"dating|occurring|stemming|beginning|starting|ending|lasting)"
    r"(?:\s{1,3}(?:by|from|in|to|at|for|as|under|with|against|back|here|online|"
    rf"between|publicly)\b[^,;.]{{0,60}})?{_BESIDE}",
    re.IGNORECASE,
)
_DOCUMENT = re.compile(
    r"\b(?:(?:state|announce)ments?|(?:news|press|media)?\s?(?:release|conference|"
    r"briefing)|briefing|interview|update|post|tweet|letter|email|report|bulletin|"
    r"footage|video|recordings?|documents?|photographs?|images?|ruling|decision)"
    rf"(?:\s{{1,3}}(?:issued|released|published|posted|made|held|given))?{_BESIDE}",
    re.IGNORECASE,
)
# What a time may belong to that isn't told: "over a burglary in Hull on 1 May".
_OCCASION = re.compile(
    r"\b(?P<over>over|for|with|into|regarding|concerning|in connection (?:with|to)|"
    r"in relation to|on suspicion of|linked to|related to|suspected of|stemming from|"
    r"arising from|following|after|since|despite|charge of|wanted for)\s{1,3}"
    r"(?:an?|the|this|that|two|three|several|another|his|her|their)\s{1,3}"
    r"(?:[\w’'-]{1,20}\s{1,3}){0,4}?"
    r"(?:incidents?|burglar(?:y|ies)|robber(?:y|ies)|murders?|homicides?|assaults?|"
    r"attacks?|thefts?|kidnappings?|stabbings?|shootings?|killings?|offences?|offenses?"
    r"|crimes?|crash(?:es)?|collisions?|events|disorder|disturbance|call|calls|"
    r"complaint|report|encounter|fire|fight|raid|heist|hit-and-run|carjacking|arson)"
    r"(?:\s{1,3}(?:(?:that|which)\s{1,3})?(?:took place|happened|occurred|committed|"
    r"reported|received|made))?"
    rf"(?:\s{{1,3}}(?:in|at|near|outside|inside|of|from|on|to)\s[^,;.]{{1,60}})?"
    rf"{_BESIDE}",
    re.IGNORECASE,
)
_HAPPENED = re.compile(
    r"\b(?:that|which)\s{1,3}(?:had\s{1,3})?(?:took place|taken place|happened|"
    rf"occurred|began|started|unfolded)(?:\s(?:in|at|near)\s[^,;.]{{1,60}})?{_BESIDE}",
    re.IGNORECASE,
)
# What came of an event, with a time of its own: "taken away, arriving at 9pm".
_TRAILING = re.compile(
    r",\s{1,3}(?:\w{2,16}ly\s)?(?!including|according|following|during)[a-z]{2,14}ing\b"
    rf"[^,;.]{{0,40}}{_BESIDE}"
)
# Kinds that the occasion is the object of: "called to a robbery at 9pm".
_ANSWERS = frozenset({"call", "deployment", "arrival", "contact", "medical_attendance"})
_SAYING = re.compile(
    r"\b(?:said|says|announced|confirmed|stated|revealed|disclosed|added|heard|"
    r"tweeted|wrote|told|informed)(?:\s{1,3}(?:the|a|an|its|their|in|at|to|via|during|"
    rf"through|reporters|media|jurors|journalists)\b[^,;.]{{0,60}})?{_BESIDE}",
    re.IGNORECASE,
)
_THAT = re.compile(r"\s{1,3}that\b", re.IGNORECASE)
OFFICIAL = frozenset(
    {
        "investigation_start",
        "public_statement",
        "identification",
        "finding",
        "charge",
        "hearing",
        "referral",
        "post_mortem",
        "investigator_deployment",
    }
)
_TO_BE = "was|were|is|are|has|have|had|been|did|could|would"
# A verb of a clause that no cue knows, and that takes the times after it.
_VERB = (
    rf"(?:(?:{_TO_BE})\b|(?:came|went|took|ran|fell|left|got|gave|made|fled|drove|"
    r"rang|told|found|began|threw|lost|stood|told|met|held|kept|sent|brought|led|"
    r"taken|seen|driven|given)\b|(?!armed|aged|named|based|believed|identified|alleged|died\b)"
    r"[a-z]{2,14}ed\b(?=\s(?:the|an?|to|in|at|on|for|by|with|from|into|onto|their|his|"
    r"her|its|out|off|up|down|over|him|them|it|about|around|shortly|just|between|"
    r"under|across|near|"
    r"behind|through|along|inside|outside|during|after|before|when|that|until)\b))"
)
_CLAUSE_VERB = re.compile(rf"(?<!the )(?<!\ban )(?<!\ba )\b{_VERB}")
_OTHER_VERB = re.compile(
    r"(?:(?:,|;|\b(?:and|but|then|so))\s{1,3}|\.(?=[A-Z]))"
    rf"(?:[\w’'-]{{1,20}}\s{{1,3}}){{0,6}}?{_VERB}"
)
_AUXILIARY = re.compile(
    rf"\b(?:{_TO_BE}){_AT}{{0,2}}(?:\s{{1,3}}the)?\s{{1,3}}\Z", re.IGNORECASE
)
_SCENE = re.compile(
    r"\b(?:it (?:was|began|happened|occurred|started)|(?:happened|occurred|began|"
    r"started|unfolded|took place|said|says?|told|reports?|reported|"
    r"confirmed|according)\b)",
    re.IGNORECASE,
)
# What somebody was about, or a noun's own time: "detectives investigating a brawl on
# Friday", "a Friday night brawl".
_BUSY = re.compile(
    r"\b(?:investigating|probing|reviewing|examining|enquiring|inquiring|looking"
    r" into)\s[^,;.]{1,90}\Z",
    re.IGNORECASE,
)
# "A man arrested on Friday has been charged": a participle without its auxiliary.
_REDUCED = re.compile(
    rf"\b(?<!was )(?<!were )(?<!been )(?!happened|occurred|started|unfolded)"
    rf"[a-z]{{2,14}}ed(?:\s(?:in|by|near|from)\s[^,;.]{{1,60}})?{_BESIDE}"
)
# What is said begins anew: "information from the force states that on Monday".
_CONTENT = re.compile(
    r"\bthat\s{1,3}(?=(?:on|at|in|around|about|just|by|from)\b|\Z)", re.IGNORECASE
)
# A conclusion leaves the times to what it is about: "found that he fell on Monday".
# And so has an inquiry that goes on: "is investigating a crash on Monday".
_MATTERS = {
    "finding": re.compile(
        r"\b(?:that|whether|grounds|justified|reasonable|believe)\b", re.IGNORECASE
    ),
    "investigation_start": re.compile(
        r"\b(?:investigating|looking into|probing|examining)\s{1,3}"
        r"(?:an?|the|how|why|whether|after)\s{1,3}\w",
        re.IGNORECASE,
    ),
}
_WHEN = re.compile(r",?\s{1,3}(?:when|as|while)\b", re.IGNORECASE)
_ASIDE_VERB = re.compile(r"(?:\w{2,16}ly\s)?(?:born|last seen|[a-z]{2,14}(?:ed|ing))\b")
# A time in a clause that only says when is that of what follows it.
_WHEN_FIRST = re.compile(r"\W{0,4}(?:when|as)\s(?![^.;]{0,200}\bhad\b)", re.IGNORECASE)
_BY_THE_TIME = re.compile(r"by the time\b", re.IGNORECASE)
_LATER_SPEECH = re.compile(
    r",?\s{1,3}[^,;.]{1,60}\b(?:said|announced|confirmed|stated|revealed|disclosed)"
    r"(?=\s(?!on\b|at\b))",
    re.IGNORECASE,
)


def is_clocked(time: TimeMention) -> bool:
    """Whether a time is narrower than a day: a clock time, or a part of a day."""
    return has_clock(time) or (time.moment is not None and time.moment.part is not None)


def has_clock(time: TimeMention) -> bool:
    """Whether a time is a clock time."""
    return time.moment is not None and time.moment.precision in _CLOCK


def has_verb(text: str, start: int, end: int) -> bool:
    """Whether a stretch has a verb of its own, as "after a device exploded" has."""
    return _CLAUSE_VERB.search(text, start, end) is not None


def governor(
    text: str, passage: Passage, telling: Telling | None, low: int, time: TimeMention
) -> str:
    """What takes a time other than the event before it, or those that follow.

    ``speech`` for a saying or a document, ``other`` for anything else, or nothing.
    *telling* is the last event told before the time, and *low* where words that may
    take it begin.
    """
    low = max(low, time.start - _REACH)
    if _of_saying(text, telling, low, time):
        return _SPEECH
    if _DOCUMENT.search(text, low, time.start):
        return _SPEECH if telling is None or telling.kind not in OFFICIAL else ""
    if telling is not None and telling.kind in _MATTERS:
        about = _MATTERS[telling.kind].search(text, telling.at, time.start)
        return _OTHER if about else ""
    is_other = (
        _is_of_clause(text, passage, low, time)
        if telling is None
        else _is_of_verb(text, passage, low, time)
    )
    is_other = is_other or _is_of_noun(text, telling, low, time)
    return _OTHER if is_other or _is_foreseen(passage, telling, time) else ""


def _is_of_verb(text: str, passage: Passage, low: int, time: TimeMention) -> bool:
    """Whether a verb that no cue knows takes a time from the event before it.

    In a clause that tells what went on meanwhile, the time is that of both.
    """
    meanwhile = any(
        clause.connective in SAME_TIME and low <= clause.start < time.start
        for clause in passage.clauses
    )
    return not meanwhile and _OTHER_VERB.search(text, low, time.start) is not None


def _is_of_noun(
    text: str, telling: Telling | None, low: int, time: TimeMention
) -> bool:
    """Whether a time says when what a noun names was: "a warrant issued on Monday"."""
    taking = (_PARTICIPLE, _HAPPENED, _TRAILING)
    if any(words.search(text, low, time.start) for words in taking):
        return telling is None or not telling.cue.mention
    if _OCCASION.search(text, low, time.start):
        return telling is None or telling.kind not in _ANSWERS
    return False


def _is_of_clause(text: str, passage: Passage, low: int, time: TimeMention) -> bool:
    """Whether a clause without a known event has a verb of its own for its time."""
    said = _CONTENT.search(text, low, time.start)
    low = said.end() if said else low
    if _BY_THE_TIME.match(text, low):
        return True
    starts = [c.start for c in passage.clauses if low < c.start < time.start]
    if starts and _ASIDE_VERB.match(text, starts[-1], time.start):
        return True
    if _BUSY.search(text, low, time.start):
        return True
    if _REDUCED.search(text, low, time.start):
        return True
    scene = _SCENE.search(text, low, time.start) or _WHEN.match(text, time.end)
    if scene or _WHEN_FIRST.match(text, passage.start):
        return False
    verb = has_clock(time) and _CLAUSE_VERB.search(text, low, time.start)
    return bool(verb) and _AUXILIARY.search(text, low, time.start) is None


def _of_saying(text: str, telling: Telling | None, low: int, time: TimeMention) -> bool:
    """Whether a time is that of a speech: "said on Monday that", "they said Monday".

    A clock time after a speech that opens its sentence belongs to what is said, unless
    "that" follows: "Police said at 9pm officers were called".
    """
    said = _SAYING.search(text, low, time.start)
    if said is None:
        return False
    if telling is not None:
        return telling.kind not in OFFICIAL
    return not is_clocked(time) or _THAT.match(text, time.end) is not None


def _is_foreseen(passage: Passage, telling: Telling | None, time: TimeMention) -> bool:
    """Whether a time lies in words on what is to come, after the event before it."""
    after = telling.end if telling else passage.start
    return any(
        scope.kind == "future" and after <= scope.words.start < time.start < scope.end
        for scope in passage.scopes
    )


def is_of_speech(text: str, time: TimeMention, first: Telling) -> bool:
    """Whether a day that opens a sentence is that of a speech before its first event.

    "On Monday, police said a man was arrested" dates the saying; "at 9pm, police said,
    a man was arrested" does not, nor does "on Monday, the force said it had launched
    an investigation", which is an act of the same day.
    """
    if is_clocked(time) or first.kind in OFFICIAL:
        return False
    speech = _LATER_SPEECH.match(text, time.end, min(first.at, time.end + _REACH))
    return speech is not None
