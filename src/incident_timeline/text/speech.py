"""Who says what, and how sure: words of speech, and how far they reach."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from attrs import frozen

from incident_timeline.text.actors import GROUPS, Mention
from incident_timeline.text.asides import aside_around, subject_outside
from incident_timeline.text.lexicon import Hit, Lexicon
from incident_timeline.text.spans import Span

__all__ = ["Attribution", "attributions"]

_HERE = Path(__file__).parent / "lexicons"
_ARTICLE = re.compile(r"\A(?:the|an?)\s", re.IGNORECASE)
_PASSIVE = re.compile(r"\b(?:is|was|are|were|been)\s{1,4}\Z", re.IGNORECASE)
# "According to the coroner": who speaks follows.
_TURNED = re.compile(r"according|per\b", re.IGNORECASE)
# "Allegedly", "he appeared to": nobody is said to say so.
_IMPERSONAL = re.compile(r"\w{1,20}ly\b|appear|seem|look|what\b|it\s", re.IGNORECASE)
# "He was allegedly shot": the doubt is of the whole verb.
_ADVERB = re.compile(r"\w{1,20}ly", re.IGNORECASE)
_VERB = re.compile(
    r"\b(?:is|was|are|were|has|have|had)(?:\s(?:been|being))?\s\Z", re.IGNORECASE
)
_VERB_REACH = 16
_COMMAND = re.compile(r"\s{1,4}(?:not )?to\s")
_ENDS = ' .!?”"’\n'
_MARK = re.compile(r"[,;:.]\s")
_SPEAKER_REACH = 60


@frozen
class Attribution(Span):
    """A stretch of text that somebody is said to say.

    Attributes:
        speaker: Who, in the text's words; empty where it names nobody.
        group: The speaker's group, such as ``police``.
        force: How sure: ``confirmed``, ``stated``, ``believed``, ``alleged`` ...
        closes: Whether the words of speech end the sentence that they attribute.
        item: Whether the doubt is only of what a thing is: "what appears to be".

    >>> Attribution(12, 33, "Police", "police", "stated").force
    'stated'
    """

    speaker: str
    group: str
    force: str
    closes: bool = False
    item: bool = False


@lru_cache(maxsize=1)
def speech_lexicon() -> Lexicon:
    """The words that attribute; the kind of a cue is the force."""
    return Lexicon.load(_HERE / "classes.toml", _HERE / "speech.toml")


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
    for hit, said in _spoken(text, sentence):
        turned = _TURNED.match(text, said.start) is not None
        if turned:
            speaker = _named_after(text, people, said.end)
        else:
            speaker = _named_before(text, said, people, around)
        end = speaker.end if turned and speaker else _opening(text, said)
        aside = aside_around(around, said.start)
        found.append(
            Attribution(
                end,
                max(end, aside.end if aside else sentence.end),
                _name(text, speaker, people, earlier) if speaker else "",
                speaker.group if speaker else "",
                hit.cue.kind,
                text[max(end, said.end) : sentence.end].strip(_ENDS) == "",
                hit.cue.item,
            )
        )
    return tuple(found)


def _spoken(text: str, sentence: Span) -> Iterator[tuple[Hit, Span]]:
    """The words of speech of a sentence, apart from each other."""
    spoken = 0
    for hit in speech_lexicon().find(sentence.of(text)):
        said = Span(sentence.start + hit.start, sentence.start + hit.end)
        told = hit.cue.kind == "stated" and _COMMAND.match(text, said.end)
        if said.start >= spoken and not told:
            spoken = said.end
            yield hit, said


def _opening(text: str, said: Span) -> int:
    """Where what is said begins: after the words, or with the verb they go into."""
    if _ADVERB.fullmatch(text, said.start, said.end) is None:
        return said.end
    verb = _VERB.search(text, max(0, said.start - _VERB_REACH), said.start)
    return verb.start() if verb else said.end


def _named_after(text: str, people: Sequence[Mention], at: int) -> Mention | None:
    mark = _MARK.search(text, at, at + _SPEAKER_REACH)
    stop = mark.start() if mark else at + _SPEAKER_REACH
    return next((m for m in people if at <= m.start < stop), None)


def _named_before(
    text: str, said: Span, people: Sequence[Mention], around: Sequence[Span]
) -> Mention | None:
    """The subject of a word of speech: nobody's, if passive or no verb of speech."""
    passive = _PASSIVE.search(text, max(0, said.start - 8), said.start)
    if passive or _IMPERSONAL.match(text, said.start):
        return None
    return subject_outside(people, around, said.start)


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
