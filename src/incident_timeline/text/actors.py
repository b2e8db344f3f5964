"""Who a sentence is about: the people that it names, and who does what.

A group is one of :data:`GROUPS`, or ``other`` for anything else that acts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from attrs import Factory, evolve, field, frozen

from incident_timeline.text.lexicon import Cue, Hit, Lexicon
from incident_timeline.text.people import short_names
from incident_timeline.text.spans import Span

__all__ = ["GROUPS", "Focus", "Mention", "Speakers", "focus_after", "subject_of"]

GROUPS = ("police", "person", "public", "medical", "oversight", "court", "vehicle")
_PRONOUNS = {
    "he": ("he", "she"),
    "him": ("him",),
    "they": ("they", "both", "all three", "all four", "one of them", "the pair"),
    "them": ("them",),
    "we": ("we",),
    "who": ("who", "one of whom", "both of whom", "some of whom"),
    "which": ("which",),
    "it": ("it",),
}
_PEOPLE = ("person", "public", "police")
_THINGS = ("vehicle", "oversight", "court")
_PLURALS = ("police", "men", "women", "people", "gardaí", "gardai", "staff", "ems")
_SMALL = (
    "preposition",
    "partitive",
    "adjective",
    "determiner",
    "adverb",
    "conjunction",
)
_WORD = re.compile(r"\S{1,60}")
_LETTERED = re.compile(r"[ \xa0][A-Z]\b(?![.’'])")
_STOPS = (",", ";", ":", ".", "!", "?", ")", "”", '"', "–", "—")
_EDGES = "“”\"‘’'()[],.;:!?–—"
# A noun phrase is looked back over this far, and no further.
_REACH = 60
_TITLE = 160


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
        singular: The group that "he" or "she" names.
        plural: The group that "they" names.
        we: The group of the publisher.
        it: The group that "it" names.

    >>> Focus().singular
    'person'
    """

    singular: str = "person"
    plural: str = "police"
    we: str = "police"
    it: str = "other"


@frozen(kw_only=True)
class Speakers:
    """Finds mentions by the word classes of a lexicon, and by a text's own names.

    Attributes:
        heads: The words that name people, as cues whose kind is the group.
        names: The names and acronyms of one text, likewise.

    >>> from incident_timeline.text.lexicon import default_lexicon
    >>> told = "The man ran off and officers chased him."
    >>> whole = Span(0, len(told))
    >>> found = Speakers.of(default_lexicon()).mentions(told, whole, Focus())
    >>> [(m.of(told), m.group) for m in found if m.subject]
    [('The man', 'person'), ('officers', 'police')]
    """

    heads: Lexicon
    names: Lexicon = Factory(Lexicon)

    @classmethod
    def of(cls, lexicon: Lexicon) -> Speakers:
        """Speakers by the classes of a lexicon."""
        return cls(heads=evolve(lexicon, cues=tuple(_actor_cues(lexicon))))

    def named(self, names: Iterable[Cue]) -> Speakers:
        """The same, with the names and acronyms of one text."""
        return evolve(self, names=Lexicon.of(dict.fromkeys(names)))

    @cached_property
    def _before(self) -> Mapping[str, frozenset[str]]:
        """Small words by their class."""
        return {k: frozenset(self.heads.classes.get(k, ())) for k in _SMALL}

    @cached_property
    def _verbs(self) -> frozenset[str]:
        return frozenset(self.heads.verbs).union(*self.heads.verbs.values())

    def mentions(self, text: str, sentence: Span, focus: Focus) -> tuple[Mention, ...]:
        """Everyone named in a sentence, in order, with pronouns resolved."""
        words = sentence.of(text)
        hits = [*self.heads.find(words), *self.names.find(words)]
        hits = _longest([h for h in hits if not _part_of_word(words, h)])
        each = (self._mention(words, hit, sentence.start) for hit in hits)
        whole = _outermost(text, [m for m in each if m is not None])
        found = _without_articles(whole)
        return tuple(_resolved(text, self._with_opening(text, sentence, found), focus))

    def _mention(self, words: str, hit: Hit, at: int) -> Mention | None:
        kind = hit.cue.kind
        if kind in _PRONOUNS:
            subject = kind not in ("him", "them")
            if kind == "they" and hit.start:
                subject = self._is_subject(words, hit.start)[0]
            return Mention(
                at + hit.start,
                at + hit.end,
                kind,
                plural=kind in ("they", "them"),
                subject=subject,
                pronoun=True,
            )
        start = self._opening(words, hit.start)
        subject, start = self._is_subject(words, start)
        start += len(words[start : hit.start]) - len(
            words[start : hit.start].lstrip(_EDGES)
        )
        end = hit.end
        lettered = _LETTERED.match(words, end)
        if lettered and kind == "police":
            end = lettered.end()
        if kind == "determiner" and not self._opens_clause(words, start):
            return None
        titled = self._title(words, hit) if words[end : end + 1] == ")" else None
        if titled is not None:
            subject, start = self._is_subject(words, titled)
            end += 1
        last = words[hit.start : hit.end].lower()
        plural = last in _PLURALS or (last.endswith("s") and not lettered)
        return Mention(at + start, at + end, kind, plural=plural, subject=subject)

    def _title(self, words: str, hit: Hit) -> int | None:
        """Where the name begins whose short form in brackets was hit."""
        low = max(0, hit.start - _TITLE)
        found = short_names(words[low : hit.end + 1])
        near = [n for n in found if low + n.end == hit.end + 1]
        return low + near[-1].start if near else None

    def _opening(self, words: str, head: int) -> int:
        """Where the noun phrase that ends in this head begins."""
        start = head
        for word in _backwards(words, head):
            plain = word[0].strip(_EDGES).lower()
            if word[0].endswith(_STOPS) or self._ends_phrase(plain) or not plain:
                break
            if plain in self._before["determiner"]:
                return word.start()
            if _describes(word[0]) or plain in self._before["adjective"]:
                start = word.start()
        return start

    def _ends_phrase(self, plain: str) -> bool:
        known = self._before
        joins = plain in known["preposition"] or plain in known["conjunction"]
        return joins or self._is_verb(plain)

    def _is_subject(self, words: str, start: int) -> tuple[bool, int]:
        """Whether a phrase is a subject by the word before it, and its start."""
        before = next(_backwards(words, start), None)
        if before is None or before[0].endswith(_STOPS):
            return True, start
        plain = before[0].strip(_EDGES).lower()
        if plain == "of":
            part = next(_backwards(words, before.start()), None)
            if part and part[0].lower() in self._before["partitive"]:
                return self._is_subject(words, part.start())
        if plain in self._before["preposition"]:
            return False, start
        return not self._is_verb(plain), start

    def _opens_clause(self, words: str, start: int) -> bool:
        before = next(_backwards(words, start), None)
        if before is None or before[0].endswith(_STOPS):
            return True
        plain = before[0].strip(_EDGES).lower()
        return plain in self._before["conjunction"] or plain in self._before["adverb"]

    def _is_verb(self, plain: str) -> bool:
        if plain in self._before["adjective"] or plain in self._before["adverb"]:
            return False
        return plain in self._verbs or plain.endswith(("ed", "ing"))

    def _with_opening(
        self, text: str, sentence: Span, found: list[Mention]
    ) -> list[Mention]:
        """A sentence's first word, where it is a noun that nothing else knows."""
        first = _WORD.match(text, sentence.start, sentence.end)
        if first is None or (found and found[0].start < first.end() + 1):
            return found
        plain = first[0].strip(_EDGES).lower()
        known = ("preposition", "conjunction", "adverb", "determiner")
        if (
            any(plain in self._before[k] for k in known)
            or plain.endswith(("ly", "ing", "ed"))
            or not plain.isalpha()
        ):
            return found
        end = first.start() + len(first[0].rstrip(_EDGES))
        return [Mention(first.start(), end, "other"), *found]


def masked(text: str, times: Iterable[Span]) -> str:
    """The text with each time made one word that ends in a comma.

    Offsets stay as they are; what a time says is no part of who did what.

    >>> masked("At 9 pm he left.", [Span(3, 7)])
    'At ···, he left.'
    """
    parts, at = [], 0
    for time in times:
        parts += [text[at : time.start], "·" * (time.end - time.start - 1), ","]
        at = time.end
    return "".join([*parts, text[at:]])


def subject_of(found: Sequence[Mention], at: int) -> Mention | None:
    """The mention that is the subject of a verb beginning at an offset, if any."""
    before = [m for m in found if m.subject and m.start < at]
    return before[-1] if before else None


def focus_after(text: str, found: Iterable[Mention], focus: Focus) -> Focus:
    """Whom pronouns name after a sentence with these mentions."""
    for m in found:
        focus = _noticed(text, m, focus)
    return focus


def _noticed(text: str, m: Mention, focus: Focus) -> Focus:
    if m.pronoun and not m.subject:
        return focus
    if m.plural and m.subject and m.group in GROUPS:
        return evolve(focus, plural=m.group)
    if m.group in _THINGS and (m.subject or m.group == "vehicle"):
        return evolve(focus, it=m.group)
    if m.group in _PEOPLE and m.subject and not m.pronoun and _single(text, m):
        return evolve(focus, singular=m.group)
    return focus


def _actor_cues(lexicon: Lexicon) -> Iterator[Cue]:
    for group in GROUPS:
        for member in lexicon.classes.get(group, ()):
            yield Cue(kind=group, pattern=member)
    for kind, words in _PRONOUNS.items():
        yield from (Cue(kind=kind, pattern=word) for word in words)
    for word in lexicon.classes.get("determiner", ()):
        yield Cue(kind="determiner", pattern=word)


def _without_articles(found: list[Mention]) -> list[Mention]:
    """A determiner counts as "other" only where it opens nobody's name."""
    named = [m for m in found if m.group != "determiner"]
    others = (
        evolve(m, group="other")
        for m in found
        if m.group == "determiner" and m.subject
        if not any(n.start <= m.start < n.end for n in named)
    )
    return sorted([*named, *others], key=lambda m: m.start)


def _outermost(text: str, found: Iterable[Mention]) -> list[Mention]:
    """Mentions without those inside a name that its short form follows."""
    kept: list[Mention] = []
    for m in found:
        while text[m.end - 1] == ")" and kept and m.start <= kept[-1].start:
            kept.pop()
        kept.append(m)
    return kept


def _longest(hits: Sequence[Hit]) -> list[Hit]:
    """Hits that don't overlap: the longest wins, then the one told first."""
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda h: (h.start, -h.end)):
        if not kept or hit.start >= kept[-1].end:
            kept.append(hit)
    return kept


def _part_of_word(words: str, hit: Hit) -> bool:
    """Whether a hit is half of a compound, or owns what follows it."""
    after = words[hit.end : hit.end + 2]
    return (
        after[:1] == "-"
        or after in ("'s", "’s")
        or words[hit.start - 1 : hit.start] == "-"
    )


def _backwards(words: str, at: int) -> Iterator[re.Match[str]]:
    """The words before an offset, nearest first; none that the reach cuts in two."""
    low = max(0, at - _REACH)
    found = [m for m in _WORD.finditer(words, low, at) if m.start() > low or not low]
    return iter(found[::-1][:6])


def _describes(word: str) -> bool:
    return word[:1].isupper() or word[:1].isdigit() or "-" in word or "’s" in word


def _single(text: str, m: Mention) -> bool:
    """Whether "he" could mean it: not just any officer, but one with a letter."""
    if m.group != "police":
        return not m.plural
    return text[m.start : m.end][-2:-1].isspace()


def _resolved(text: str, found: Iterable[Mention], focus: Focus) -> Iterator[Mention]:
    """Pronouns take the group of whom they point back at."""
    last = "other"
    for m in found:
        group = _pointed_at(m.group, focus, last) if m.pronoun else m.group
        resolved = evolve(m, group=group)
        yield resolved
        focus, last = _noticed(text, resolved, focus), group


def _pointed_at(pronoun: str, focus: Focus, last: str) -> str:
    if pronoun in ("they", "them"):
        return focus.plural
    if pronoun in ("he", "we", "it"):
        return {"he": focus.singular, "we": focus.we, "it": focus.it}[pronoun]
    if pronoun == "which":
        return last if last in _THINGS else "other"
    return last if pronoun == "who" and last in GROUPS else "person"
