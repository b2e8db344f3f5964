"""Relative clauses that stand between a subject and its verb: "the man, who ..., died".

What such a clause says is said by the way: it is no part of the sentence around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from incident_timeline.text.actors import Mention, subject_of
from incident_timeline.text.spans import Span

__all__ = ["aside_around", "asides", "subject_outside"]

_RELATIVE = re.compile(
    r"(?:(?P<comma>,)\s{1,3}|(?P<dash>\s[–—-]{1,2})\s|(?P<bracket>\s\()|\s{1,3})"
    r"(?:(?:one|both|some|all|many) of )?"
    r"(?P<word>who|whose|whom|which)\b",
    re.IGNORECASE,
)
_NOUN = re.compile(r"(?:\s[a-z-]{2,20}(?<!ed)){0,2}")
_AUXILIARY = "is|was|are|were|has|had|have|did|does|will|would|could|can|may|must"
_PAST = (
    "[a-z]{2,14}ed|died|went|came|took|ran|fell|left|got|gave|made|saw|fled|drove|rang"
    "|said|told|shot|began|found|got|hid|threw|lost|stood"
)
_ADVERB = r"(?:(?:\w{2,16}ly|also|then|later|since|now|still|soon)\s){0,2}"
# The verb with which a sentence goes on, after a comma ...
_RESUMED = re.compile(
    rf",\s{{1,3}}(?={_ADVERB}(?:{_AUXILIARY}|{_PAST})\b)", re.IGNORECASE
)
_DASHED = re.compile(r"\s[–—-]{1,2}\s")
# ... or without one, where the relative clause has had its own.
_SECOND = re.compile(rf"(?<=\s)(?={_ADVERB}(?:{_AUXILIARY}|died)\b)", re.IGNORECASE)
_FIRST = re.compile(rf"\b(?:{_AUXILIARY}|{_PAST})\b\s", re.IGNORECASE)
_JOINED = re.compile(
    r"[,;:]|\b(?:and|or|but|that|as|when|while|after|before|because|if|what|where"
    r"|who|which|there|it|he|she|they|not)\b",
    re.IGNORECASE,
)
_REACH = 300


def asides(text: str, sentence: Span, people: Sequence[Mention]) -> tuple[Span, ...]:
    """The relative clauses of a sentence after which its own verb follows, in order.

    *people* is whom the sentence names. Each span begins with the relative word and
    ends before the comma or the verb with which the sentence goes on.

    >>> told = "The man, who was aged 40, was found dead."
    >>> man = Mention(0, 7, "person")
    >>> [a.of(told) for a in asides(told, Span(0, len(told)), [man])]
    ['who was aged 40']
    """
    return tuple(_found(text, sentence, people))


def aside_around(around: Sequence[Span], at: int) -> Span | None:
    """The one of some spans that an offset lies in, if any.

    >>> aside_around([Span(3, 9)], 4)
    Span(start=3, end=9)
    """
    return next((a for a in around if a.start <= at < a.end), None)


def subject_outside(
    people: Sequence[Mention], around: Sequence[Span], at: int
) -> Mention | None:
    """The subject of a verb at an offset: none named in an aside that has ended.

    >>> people = [Mention(0, 7, "person"), Mention(9, 12, "person", pronoun=True)]
    >>> subject_outside(people, [Span(9, 24)], 26).end
    7
    """
    ended = [a for a in around if a.end <= at]
    if ended:
        people = [m for m in people if aside_around(ended, m.start) is None]
    return subject_of(people, at)


def _found(text: str, sentence: Span, people: Sequence[Mention]) -> Iterator[Span]:
    if "wh" not in sentence.of(text).lower():
        return
    done = sentence.start
    for relative in _RELATIVE.finditer(text, sentence.start, sentence.end):
        if relative.start() < done or not _after_subject(text, relative, people):
            continue
        start = relative.start("word")
        limit = min(sentence.end, start + _REACH)
        end = _end(text, relative, limit, people)
        if end is not None:
            done = end
            yield Span(start, end)


def _after_subject(
    text: str, relative: re.Match[str], people: Sequence[Mention]
) -> bool:
    """Whether a subject ends where the relative word follows."""
    at = relative.start()
    subject = subject_of([m for m in people if not m.pronoun], at)
    if subject is None:
        return False
    if subject.group != "other":
        return subject.end == at
    return _NOUN.fullmatch(text, subject.end, at) is not None


def _end(
    text: str, relative: re.Match[str], limit: int, people: Sequence[Mention]
) -> int | None:
    """Where a relative clause ends: at the mark that answers the one before it."""
    start = relative.end()
    if relative["bracket"]:
        shut = text.find(")", start, limit)
        return shut if shut >= 0 else None
    if relative["dash"]:
        shut_by = _DASHED.search(text, start, limit)
        return shut_by.start() if shut_by else None
    if relative["comma"]:
        return _before_comma(text, relative.start("word"), limit)
    return _before_verb(text, start, limit, people)


def _before_comma(text: str, start: int, limit: int) -> int | None:
    resumed = _RESUMED.search(text, start, limit)
    return resumed.start() if resumed else None


def _before_verb(
    text: str, start: int, limit: int, people: Sequence[Mention]
) -> int | None:
    """Where a second verb follows a first, with no subject or joint between them."""
    first = _FIRST.search(text, start, limit)
    second = first and _SECOND.search(text, first.end() + 1, limit)
    if first is None or second is None:
        return None
    at = second.start()
    new = any(m.subject and start <= m.start < at for m in people)
    return None if new or _JOINED.search(text, start, at) else at
