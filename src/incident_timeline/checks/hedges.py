"""Words that hold a claim back, and the strongest force that each of them supports."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from incident_timeline.checks.finders import items_in
from incident_timeline.model import Citation, Event, Incident
from incident_timeline.vocabulary import Force

__all__ = [
    "HEDGES",
    "before_quote",
    "claim_word",
    "force_of",
    "is_hedged",
    "lead_word",
    "mentions",
    "words_of",
]

HEDGES: Final[Mapping[str, tuple[str, ...]]] = {
    Force.BELIEVED.value: (
        *("believe", "believed", "believes", "think", "thinks", "thought"),
        *("suspect", "suspected", "suspects", "understood", "presumed"),
        *("likely", "probable", "probably"),
    ),
    Force.APPARENT.value: (
        *("appear", "appeared", "appears", "apparent", "apparently"),
        *("seem", "seemed", "seemingly", "seems", "look", "looked", "looks"),
        *("may", "might", "possible", "possibly"),
    ),
    Force.ALLEGED.value: (
        *("allege", "alleged", "allegedly", "alleges", "claim", "claimed", "claims"),
        *("purported", "reported", "reportedly"),
    ),
    Force.DENIED.value: ("denied", "denies", "no"),
}
"""Words by the strongest force that a claim told with them can have."""

_FORCES = {word: force for force, words in HEDGES.items() for word in words}
_STEMS = (
    *("believe", "thin", "thought", "suspect", "understood", "presumed", "likely"),
    *("probabl", "appear", "apparent", "seem", "look", "may ", "might ", "possibl"),
    *("allege", "claim", "purported", "reported", "denie", "no "),
)
_REACH = 100
_LONG = 300  # beyond it, a quote makes more than one claim
_S = r"\s{1,3}"
_THINGS = "|".join(w for f, ws in HEDGES.items() if f != Force.DENIED for w in ws)
_IT_IS = rf"(?:that{_S})?(?:he|she|it|they|this|these){_S}(?:is|are|was|were|to{_S}be)"
# What stands between a hedge and its thing is an article and adjectives, no clause.
_NO_ADJECTIVE = (
    r"(?:\w{1,20}ing|an?|and|as|at|by|for|from|in|into|near|of|on|or|that|the|to"
    r"|was|were|with|who)\b"
)
_BEFORE_THING = re.compile(
    rf"(?P<past>\b(?:not|never|no{_S}longer|initially|originally|first|previously|once"
    rf"|wrongly|had{_S}been|n[’']t){_S})?\b(?P<word>{_THINGS}){_S}"
    rf"(?:(?:to{_S}be|to{_S}have{_S}been|be|have{_S}been|like|{_IT_IS}){_S})?"
    rf"(?:(?:an?|the|one|two|three|some|another){_S})?"
    rf"(?:(?!{_NO_ADJECTIVE})[\w-]{{1,20}}{_S}){{0,2}}\Z",
    re.IGNORECASE,
)
_BREAK = re.compile(r"[.;:!?\n]")
# A short subject: none of its words begins a clause or is a verb of its own.
_SUBJECT = (
    r"(?:(?!(?:\w{1,20}ed|and|as|at|but|by|from|hit|in|near|no|not|on|shot|struck|taken"
    rf"|that|to|when|which|while|who)\b)[\w’'-]{{1,20}}{_S}){{1,5}}?"
)
_HELD = r"(?P<word>believed|thought|suspected|alleged|claimed|reported|understood)"
_ADVERB = r"(?P<word>allegedly|apparently|reportedly|possibly|probably|seemingly)"
_SAYS = (
    r"(?P<word>believes?|thinks?|suspects?|alleges?|alleged|claims?|claimed|denies"
    r"|denied)"
)
_NOTHING = r"(?:arrests?|firearms?|one|person|rounds?|shots?|weapons?)"
_HEADS = tuple(
    re.compile(
        rf"\W{{0,3}}{head}{_S}(?P<rest>.{{1,{_LONG}}})", re.IGNORECASE | re.DOTALL
    )
    for head in (
        rf"it{_S}(?:is|was){_S}(?:(?:now|also|still){_S})?{_HELD}{_S}that",
        rf"it{_S}(?P<word>appears|appeared|seems|seemed){_S}that",
        rf"{_ADVERB},?",
        rf"(?:he|she|they|it|officers|police){_S}{_ADVERB}",
        rf"(?P<word>no){_S}{_NOTHING}{_S}(?:was|were|(?:has|have|had){_S}been)",
        rf"{_SUBJECT}(?:is|are|was|were){_S}{_HELD}{_S}to{_S}have",
        rf"{_SUBJECT}(?P<word>appears?|appeared|seems?|seemed){_S}to{_S}have",
        rf"{_SUBJECT}(?P<word>may|might){_S}have",
        rf"{_SUBJECT}{_SAYS}{_S}(?:that|having)",
    )
)
"""The heads of a claim: the word holds back all that follows in the same clause."""
_NEW_CLAUSE = re.compile(
    r"[,;:]|[.!?]\s|\b(?:after|although|and|as|because|before|but|if|since|that|though"
    r"|until|when|where|which|while|who|whom)\b",
    re.IGNORECASE,
)


def is_hedged(text: str) -> bool:
    """Whether a text may hold back a claim at all: a quick look before a long one."""
    low = text.lower()
    return any(stem in low for stem in _STEMS)


def force_of(word: str) -> str:
    """The strongest force that a claim can have which a word holds back.

    >>> force_of("suspected"), force_of("Allegedly")
    ('believed', 'alleged')
    """
    return _FORCES[word.lower()]


def claim_word(quote: str) -> str | None:
    """The word that holds back the one claim that a quote makes, if any does.

    >>> claim_word("He is believed to have fired first")
    'believed'
    >>> claim_word("He was shot and is believed to have fired first") is None
    True
    """
    if len(quote) > _LONG or not is_hedged(quote):
        return None
    found = (head.match(quote) for head in _HEADS)
    match = next((one for one in found if one), None)
    if match is None or _NEW_CLAUSE.search(match["rest"]):
        return None
    return match["word"]


def lead_word(lead: str) -> str | None:
    """The word that holds back a thing, in the words that lead up to it, if any does.

    What is itself denied or overtaken ("no longer believed to be") holds nothing back.

    >>> lead_word("They found what appears to be a small ")
    'appears'
    >>> lead_word("He is believed to have had a ") is None
    True
    """
    near = _BREAK.split(lead[-_REACH:])[-1]
    match = _BEFORE_THING.search(near)
    return None if match is None or match["past"] else match["word"]


def words_of(event: Event) -> str:
    """The words of an event: its summary and its quotes, but those that deny it."""
    quotes = (one.quote for one in event.citations if one.force != Force.DENIED)
    return "\n".join((event.summary, *quotes))


def before_quote(incident: Incident, citation: Citation) -> str:
    """The words of the source that lead up to a quote, where its text is kept."""
    text, start = incident.source(citation.source_id).text, citation.start
    if start is None or text[start : citation.end] != citation.quote:
        return ""
    return text[max(0, start - _REACH) : start]


def mentions(incident: Incident, citation: Citation) -> Iterator[tuple[str, str]]:
    """Each mention of an item in a quote: its type, and what leads up to it.

    What leads up to it may stand in the source before the quote, where that is kept.
    """
    before = before_quote(incident, citation)
    whole = before + citation.quote
    for one in items_in(whole):
        if one.end > len(before):
            yield one.item_type, whole[max(0, one.start - _REACH) : one.start]
