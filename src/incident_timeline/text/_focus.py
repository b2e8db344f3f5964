"""Whom a text speaks of: mentions, and whom its pronouns point back at."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from attrs import evolve, field, frozen

from incident_timeline.text.lexicon import Lexicon
from incident_timeline.text.spans import Span

__all__ = [
    "GROUPS",
    "Focus",
    "Mention",
    "focus_after",
    "gender",
    "name_end",
    "resolved",
    "subject_of",
    "with_objects",
]

GROUPS = ("police", "person", "public", "medical", "oversight", "court", "vehicle")
_PEOPLE = ("person", "public", "police")
_THINGS = ("vehicle", "oversight", "court")
# Only titles that stand before a name: "Officer Lee", not "Kent Police".
_TITLED = re.compile(
    r"\b(?:Officer|Deputy|Sergeant|Sgt|Constable|Trooper|Detective|Inspector|Garda"
    r"|Lieutenant|Lt|Captain|Capt|Corporal|Cpl|Agent|Marshal|Superintendent|P\.?C|D\.?C"
    r"|D\.?S)\.?\s(?:[A-Z][\w.’'-]{0,20}\s){0,2}[A-Z][a-zà-þ’'-]{1,20}\Z"
)
_HIM = "him"
# So many spaces may stand between the words of a cue.
_WIDEST = 7
# A word before a name that may be a verb with it as its object.
_VERB = re.compile(
    r"\b(?!(?:as|by|of|from|for|and|the|that|or|when|while|after|before|with|where|said"
    r"|identified|named|called|known)\s)[a-z]{2,20}\s\Z"
)
_DATA = Path(__file__).parent / "lexicons" / "people.toml"


@lru_cache(maxsize=1)
def people_words() -> dict[str, frozenset[str]]:
    """The words for people, by what they tell of them."""
    classes = Lexicon.load(_DATA).classes
    return {name: frozenset(words) for name, words in classes.items()}


def gender(words: str) -> str:
    """Whether words for someone say ``male`` or ``female``; empty where neither.

    >>> gender("The 34-year-old man"), gender("Mrs Roe"), gender("the driver")
    ('male', 'female', '')
    """
    parts = words.lower().split()
    for part in (parts[-1:], parts[:1]):
        for name in ("male", "female"):
            if not people_words()[name].isdisjoint(part):
                return name
    return ""


@frozen
class Mention(Span):
    """Words that name someone or something that can act.

    Attributes:
        group: Whom it names, once pronouns are resolved.
        plural: Whether it names several.
        subject: Whether it stands where a subject stands.
        pronoun: Whether it only points back at someone.

    >>> Mention(0, 6, "police", plural=True).of("Police came.")
    'Police'
    """

    group: str
    plural: bool = field(default=False, kw_only=True)
    subject: bool = field(default=True, kw_only=True)
    pronoun: bool = field(default=False, kw_only=True)


@frozen(kw_only=True)
class Focus:
    """Whom a text spoke of last, for the pronouns of what follows.

    Attributes:
        singular: The group that "he" names.
        she: The group that "she" names.
        plural: The group that "they" names.
        we: The group of the publisher.
        it: The group that "it" names.

    >>> Focus().singular
    'person'
    """

    singular: str = "person"
    she: str = "person"
    plural: str = "police"
    we: str = "police"
    it: str = "other"


def subject_of(found: Sequence[Mention], at: int) -> Mention | None:
    """The mention that is the subject of a verb beginning at an offset, if any."""
    before = [m for m in found if m.subject and m.start < at]
    return before[-1] if before else None


def with_objects(text: str, span: Span, found: Iterable[Mention]) -> str:
    """A stretch of text where each name that is a verb's object is "him".

    Every other letter keeps its place.

    >>> told = "Police shot Steven Roe."
    >>> roe = Mention(12, 22, "person", subject=False)
    >>> with_objects(told, Span(0, len(told)), [roe])
    'Police shot him       .'
    """
    words = span.of(text)
    for m in found:
        if m.group in ("person", "public") and _is_named_object(text, m):
            low, room = m.start - span.start, m.end - m.start - len(_HIM)
            shown = f"{_HIM:>{len(_HIM) + max(0, min(room - _WIDEST, _WIDEST))}}"
            words = (
                words[:low] + shown.ljust(room + len(_HIM)) + words[low + room + 3 :]
            )
    return words


def _is_named_object(text: str, m: Mention) -> bool:
    words = m.of(text)
    last = words.rsplit(maxsplit=1)[-1]
    named = last[:1].isupper() and words[:1].isupper() and len(words) > len(_HIM)
    before = _VERB.search(text, max(0, m.start - 24), m.start) if named else None
    return before is not None


def name_end(found: Iterable[Mention], at: int) -> int:
    """Where a name ends that an offset cuts in two; else the offset itself.

    >>> name_end([Mention(12, 22, "person")], 15)
    22
    """
    return next((m.end for m in found if m.start < at < m.end), at)


def focus_after(text: str, found: Iterable[Mention], focus: Focus) -> Focus:
    """Whom pronouns name after a sentence with these mentions."""
    for m in found:
        focus = _noticed(text, m, focus)
    return focus


def _noticed(text: str, m: Mention, focus: Focus) -> Focus:
    if m.pronoun and not m.subject:
        return focus
    if m.plural and m.subject and m.group in GROUPS:
        if focus.plural == m.group:
            return focus
        return evolve(focus, plural=m.group)
    if m.group in _THINGS and (m.subject or m.group == "vehicle"):
        return evolve(focus, it=m.group)
    if m.group in _PEOPLE and not m.pronoun and _single(text, m):
        return _named(text, m, focus)
    return focus


def _named(text: str, m: Mention, focus: Focus) -> Focus:
    """Whom "he" and "she" name after someone; not the caller who tells of a man."""
    said = gender(m.of(text))
    he, she = said != "female", said != "male"
    if m.group == "public" and not said:
        return focus
    if not m.subject:
        he = he and m.group == "person" and focus.singular == "public"
        she = she and m.group == "person" and focus.she == "public"
    return evolve(
        focus,
        singular=m.group if he else focus.singular,
        she=m.group if she else focus.she,
    )


def _single(text: str, m: Mention) -> bool:
    """Whether "he" could mean it: not just any officer, but one with a name."""
    if m.group != "police":
        return not m.plural
    words = m.of(text)
    if words[-2:-1].isspace():
        return True
    return m.subject and _TITLED.search(words) is not None


def resolved(text: str, found: Iterable[Mention], focus: Focus) -> Iterator[Mention]:
    """Pronouns take the group of whom they point back at."""
    last = "other"
    for m in found:
        pronoun = "she" if m.of(text).lower() == "she" else m.group
        group = _pointed_at(pronoun, focus, last) if m.pronoun else m.group
        known = m if group == m.group else evolve(m, group=group)
        yield known
        focus, last = _noticed(text, known, focus), group


def _pointed_at(pronoun: str, focus: Focus, last: str) -> str:
    if pronoun in ("they", "them"):
        return focus.plural
    known = {"he": focus.singular, "she": focus.she, "we": focus.we, "it": focus.it}
    if pronoun in known:
        return known[pronoun]
    if pronoun == "which":
        return last if last in _THINGS else "other"
    return last if pronoun == "who" and last in GROUPS else "person"
