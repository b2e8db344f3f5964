"""Words about a time that take it out of the story, or put it at the story's end."""

from __future__ import annotations

import re

from incident_timeline.text.times.phrase import Phrase
from incident_timeline.text.times.place import Place

__all__ = ["is_biography", "is_closing", "is_hearing", "is_lead", "is_speech"]

_BIOGRAPHY = re.compile(
    r"\b(?:who\s(?:was|had\sbeen)\s(?:released|discharged)\sfrom"
    r"|released\sfrom\s(?:prison|jail)|moved\s(?:to|from|back|in)|born|married|joined"
    r"|enlisted|graduated|emigrated|diagnosed|came\sto\slive|convicted|sentenced"
    r"|qualified|promoted)\b[^,;]{0,40}\Z"
)
_WHEN = (
    r"(?:\s(?:in|online|late|early|issued|released|made|published|on|at|about"
    r"|around)){1,5},?\s\Z"
)
_TOLD = (
    r"told\s(?:reporters|journalists|(?:the|a|an)\s(?:media|press|inquest|court|jury))"
)
_STATEMENT = (
    r"(?:in\s(?:a|an|its)|a)\sstatement|tweeted|(?<!were )posted|speaking|announced"
)
_BRIEFING = r"(?:news|press)\sconference|(?:media|press)\sbriefing"
_SPOKE = re.compile(
    rf"\b(?:said|stated|(?<!was )(?<!were )confirmed|wrote|{_TOLD}|{_STATEMENT}"
    rf"|{_BRIEFING}){_WHEN}"
)
_SPOKE_AT = re.compile(rf"\b(?:{_STATEMENT}|{_BRIEFING}){_WHEN}")
_ANNOUNCER = re.compile(
    r"\s?,?\s?(?:(?:the|a|an)\s)?(?:[\w'-]{1,20}\s){0,4}(?:announced|tweeted)\b"
)
_HEARING = re.compile(
    r"\b(?:inquests?|hearings?|trial|tribunal|jury|jurors|coroner|judge)(?:\s(?:into|of"
    r"|his|her|their|the|death|was|were|is|had|has|been|which|began|begun|opened|heard"
    r"|held|took|place|concluded|closed|ended|resumed|adjourned|returned|sat|ruled"
    r"|found|delivered|to|a|conclusion|and|in|on|from|at)){1,8}\s\Z"
)
_SHOWN = re.compile(
    r"\b(?:footage|recordings?|videos?|report|findings?)\s(?:(?:was|were|had|has|been)\s)"
    r"{0,2}(?:shown|played|released|published|issued|delivered|viewed)"
    r"(?:\s(?:to|the|jury|court|public|family|in|on|at|from)){1,5}\s\Z"
    r"|\bviewed\s(?:\w{1,12}\s){0,3}on\s\Z"
)
_IN_COURT = re.compile(
    r"\b(?:appeared|pleaded|convicted|sentenced|jailed|remanded|adjourned|opened)\b"
    r"[^.;]{0,60}\bcourt\s(?:on|in|at)\s\Z"
)
# One of these is in whatever the three above find: most sentences have none.
_TOLD_OF = re.compile(
    r"inquest|hearing|tri(?:al|b)|jur[yo]|coroner|judge|footage|recording|video|report"
    r"|finding|viewed|court"
)
_NEAR = 60
_FAR = 100
_CLOSING = re.compile(
    r"\b(?:re-?opened|referred|informed|notified|investigators|lifted|vigil|arrested"
    r"|post[- ]?mortem|cordon|released|funeral|appeal|died|pronounced"
    r"|left|departed|closed)\b"
)
_DEATH = re.compile(
    r"\b(?:died|dies|dead|death|deceased|fatal(?:ly)?|killed|drown(?:ed|ing))\b"
)
_OCCURRENCE = re.compile(
    r"\b(?:shot|shooting|incident|collision|crash|stabb(?:ed|ing)|injured|injury)\b"
)
# These tell how a story began, and what came first is no end.
_ONSET = re.compile(
    r"\b(?:called|calls?|responded|reports?|arrested|detained|booked|missing|seen)\b"
)


def is_biography(place: Place) -> bool:
    """Whether the clause of a time tells of the person's past."""
    return _BIOGRAPHY.search(place.head) is not None


def is_speech(phrase: Phrase, place: Place) -> bool:
    """Whether a time is when something was said: of a clock time that must be plain."""
    head = place.head[-_NEAR:]
    if (_SPOKE if phrase.clock is None else _SPOKE_AT).search(head):
        return True
    opens = head.strip(' "') in {"", "on"}
    return opens and _ANNOUNCER.match(place.after()) is not None


def is_hearing(place: Place) -> bool:
    """Whether a time is when a court sat, or when a recording or report was shown."""
    head = place.head[-_FAR:]
    return _TOLD_OF.search(head) is not None and any(
        each.search(head) for each in (_HEARING, _SHOWN, _IN_COURT)
    )


def is_closing(place: Place) -> bool:
    """Whether the words before a time tell of what is done when all is over."""
    return _CLOSING.search(place.head) is not None


def is_lead(phrase: Phrase, place: Place) -> bool:
    """Whether the sentence of a time tells how a story ended, or what it was about."""
    words = f"{place.head} {place.after()}"
    if _ONSET.search(words):
        return False
    if _DEATH.search(words):
        return True
    return phrase.clock is None and _OCCURRENCE.search(words) is not None
