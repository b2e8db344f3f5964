"""In what way a thing is told: as a fact, or denied, supposed, foreseen, quoted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from attrs import frozen

from incident_timeline.text.actors import GROUPS, Mention
from incident_timeline.text.asides import aside_around, subject_outside
from incident_timeline.text.lexicon import Hit, Lexicon
from incident_timeline.text.sentences import paragraphs
from incident_timeline.text.spans import Clause, Span

__all__ = ["Attribution", "Scope", "attributions", "quotations", "scopes"]

_HERE = Path(__file__).parent / "lexicons"
_ARTICLE = re.compile(r"\A(?:the|an?)\s", re.IGNORECASE)
_MARK = re.compile(r"[“”\"]")
_AND = re.compile(r"\s(?:and|but)\s")
_PASSIVE = re.compile(r"\b(?:is|was|are|were|been)\s{1,4}\Z", re.IGNORECASE)
_TO = re.compile(r"\bto(?:\s{1,4}\w{1,12}ly)?\s{1,4}\Z", re.IGNORECASE)
_BEGUN = re.compile(
    r"\b(?:tried|trying|attempting|began|begun|started|continued|attempted|went|on|able|managed|proceeded|"
    r"moved|in|tries|begins|starts|continues|goes)\s{1,4}to(?:\s{1,4}\w{1,12}ly)?\s{1,4}\Z",
    re.IGNORECASE,
)
# A quotation of fewer words is a term, not a speech.
_ENDS = ' .!?”"\n'
_SPEECH_WORDS = 6


@frozen
class Scope(Span):
    """A stretch of text that is told in another way than as a fact.

    Attributes:
        kind: ``negated``, ``hypothetical``, ``future``, ``general``, ``appeal``,
            ``allegation``, ``background`` or ``quotation``.
        words: The span of the words that say so.

    >>> Scope(0, 21, "negated", Span(0, 2)).words.of("No shots were fired.")
    'No'
    """

    kind: str
    words: Span


@frozen
class Attribution(Span):
    """A stretch of text that somebody is said to say.

    Attributes:
        speaker: Who, in the text's words; empty where it names nobody.
        group: The speaker's group, such as ``police``.
        force: How sure: ``confirmed``, ``stated``, ``believed``, ``alleged`` ...
        closes: Whether the words of speech end the sentence that they attribute.

    >>> Attribution(12, 33, "Police", "police", "stated").force
    'stated'
    """

    speaker: str
    group: str
    force: str
    closes: bool = False


@lru_cache(maxsize=1)
def context_lexicon() -> Lexicon:
    """The words that tell a context; the kind of a cue is that context."""
    return Lexicon.load(_HERE / "classes.toml", _HERE / "contexts.toml")


@lru_cache(maxsize=1)
def speech_lexicon() -> Lexicon:
    """The words that attribute; the kind of a cue is the force."""
    return Lexicon.load(_HERE / "classes.toml", _HERE / "speech.toml")


def scopes(text: str, sentence: Span, parts: Sequence[Clause]) -> tuple[Scope, ...]:
    """The stretches of a sentence that aren't told as facts, in order.

    >>> from incident_timeline.text.clauses import clauses
    >>> told = "No shots were fired."
    >>> whole = Span(0, len(told))
    >>> [scope.kind for scope in scopes(told, whole, clauses(told, whole))]
    ['negated']
    """
    hits = context_lexicon().find(sentence.of(text))
    return tuple(
        Scope(*_reach(text, hit, sentence, parts), hit.cue.kind, _moved(hit, sentence))
        for hit in hits
        if not _is_name(text, hit, sentence)
    )


def is_infinitive(text: str, sentence: Span, at: int) -> bool:
    """Whether the verb at an offset only names what was meant to be done."""
    low = max(sentence.start, at - 40)
    return bool(_TO.search(text, low, at)) and not _BEGUN.search(text, low, at)


def attributions(
    text: str,
    sentence: Span,
    people: Sequence[Mention],
    *,
    around: Sequence[Span] = (),
    earlier: Sequence[Mention] = (),
) -> tuple[Attribution, ...]:
    """Who says what in a sentence: from each word of speech to the sentence's end.

    In one of the relative clauses *around*, only to that clause's end. A pronoun that
    speaks stands for the one of its group whom the sentence names before it, or else
    *earlier*, whom the sentence before it names; where that isn't clear, for nobody.

    >>> told = "Police said that a van was found."
    >>> police = Mention(0, 6, "police", plural=True)
    >>> whole = Span(0, len(told))
    >>> [(a.speaker, a.force) for a in attributions(told, whole, [police])]
    [('Police', 'stated')]
    """
    found: list[Attribution] = []
    spoken = 0
    for hit in speech_lexicon().find(sentence.of(text)):
        start, end = sentence.start + hit.start, sentence.start + hit.end
        if start < spoken:
            continue
        spoken = end
        passive = _PASSIVE.search(text, max(sentence.start, start - 8), start)
        speaker = None if passive else subject_outside(people, around, start)
        group = speaker.group if speaker else ""
        who = _name(text, speaker, people, earlier) if speaker else ""
        closes = text[end : sentence.end].strip(_ENDS) == ""
        aside = aside_around(around, start)
        stop = aside.end if aside else sentence.end
        found.append(Attribution(end, stop, who, group, hit.cue.kind, closes))
    return tuple(found)


def _name(
    text: str,
    speaker: Mention,
    people: Sequence[Mention],
    earlier: Sequence[Mention],
) -> str:
    """Who speaks, in the text's words; of a pronoun, whom it clearly stands for."""
    if not speaker.pronoun:
        return speaker.of(text)
    if speaker.group not in GROUPS or speaker.of(text).lower() == "we":
        return ""
    before = [m for m in people if m.start < speaker.start]
    for known in (before, earlier):
        named = [m for m in known if m.group == speaker.group and not m.pronoun]
        names = {_ARTICLE.sub("", m.of(text)) for m in named}
        if names:
            return named[-1].of(text) if len(names) == 1 else ""
    return ""


def quotations(text: str) -> tuple[Span, ...]:
    """Speeches between quotation marks, also those that run over paragraphs.

    >>> told = "He said: “We are all very sorry for it.” Then he left."
    >>> [span.of(told) for span in quotations(told)]
    ['“We are all very sorry for it.”']
    """
    found = []
    opened = -1
    for paragraph in paragraphs(text):
        if opened >= 0 and text[paragraph.start] not in '“"':
            opened = -1
        for mark in _MARK.finditer(text, paragraph.start, paragraph.end):
            closes = mark[0] == "”" or (mark[0] == '"' and opened >= 0)
            if closes and opened >= 0:
                found.append(Span(opened, mark.end()))
                opened = -1
            elif opened < 0 and not closes:
                opened = mark.start()
        if opened >= 0:
            found.append(Span(opened, paragraph.end))
            opened = paragraph.end if text[opened] == "“" else -1
    return tuple(s for s in found if len(s.of(text).split()) >= _SPEECH_WORDS)


def _reach(
    text: str, hit: Hit, sentence: Span, parts: Sequence[Clause]
) -> tuple[int, int]:
    start, end = sentence.start + hit.start, sentence.start + hit.end
    if hit.cue.reach.startswith("sentence"):
        return (sentence.start if "whole" in hit.cue.reach else end), sentence.end
    clause = next((p for p in parts if p.start <= start < p.end), sentence)
    joined = _AND.search(text, end, clause.end)
    stop = joined.start() if joined else clause.end
    return (clause.start if "whole" in hit.cue.reach else start), stop


def _moved(hit: Hit, sentence: Span) -> Span:
    return Span(sentence.start + hit.start, sentence.start + hit.end)


def _is_name(text: str, hit: Hit, sentence: Span) -> bool:
    """Whether the words are a name inside a sentence, as the month of May is."""
    word = text[sentence.start + hit.start : sentence.start + hit.end]
    return bool(hit.start) and word[:1].isupper() and " " not in word
