"""Who a sentence is about: the people that it names, and who does what.

A group is one of :data:`GROUPS`, or ``other`` for anything else that acts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import Factory, evolve, field, frozen

from incident_timeline.text._focus import (
    GROUPS,
    Focus,
    Mention,
    focus_after,
    resolved,
    subject_of,
)
from incident_timeline.text.lexicon import Cue, Hit, Lexicon
from incident_timeline.text.people import short_names
from incident_timeline.text.spans import Span

__all__ = [
    "GROUPS",
    "Focus",
    "Mention",
    "Speakers",
    "focus_after",
    "masked",
    "subject_of",
]

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
_LETTERED = re.compile(
    r"[ \xa0](?:[A-Z]\b(?![’']|\.\s{0,2}\S)|#?[ ]?\d{1,2}\b(?![.:]\d|[a-z]))"
)
_MORE_LETTERS = re.compile(r"(?:, [A-Z]\b){0,8},? and [A-Z]\b(?![’'.]\S)")
_BODIES = ("police", "oversight", "court", "medical")
_CIVIL = frozenset({"mr", "mrs", "ms", "miss"})
# Names of bodies go on: "the Police Service of Northern Ireland".
_BODY = re.compile(
    r"(?:Service|Ombudsman|Office|Commission|Commissioner|Authority|Unit|Team|Bureau"
    r"|Agency|Police)\Z"
)
_OF_PLACE = re.compile(
    r" (?:of|for) (?:the )?[A-Z][a-z]{2,20}(?: [A-Z][a-z]{2,20}){0,2}(?![\w’'])"
)
# Forces whose names hold an "and".
_TWO_PLACES = re.compile(
    r"\b(?:Avon|Devon|Dumfries|Hampshire) (?:and|&) (?:the )?(?:Isle of )?\Z"
)
_CIVIL_LETTER = re.compile(r"\b(?:Mr|Mrs|Ms|Miss) [A-Z]\Z")
_INITIAL = re.compile(
    r"(?:[A-Z]|Sgt|Det|Lt|Cpl|Insp|Capt|Supt|Ofc|Tpr|Cst|Mr|Mrs|Ms)\."
)
_AGED = re.compile(r"\b\d{1,3}-year-old\b(?!.{0,20}\b(?:caller|witness|neighbou?r)\b)")
_AGE_HEAD = re.compile(
    r"\b(?P<age>\d{1,3}[- ]year[- ]olds?)(?:(?=[,.;)])|\Z|\s(?P<next>[\w’']{1,20}))",
    re.IGNORECASE,
)
_CODES = {"AP": "person", "CW": "public", "SO": "police", "WO": "police"}
_CODE = re.compile(
    r"\b(?:(?P<code>AP|CW|SO|WO)(?:[ ]?\#[ ]?\d{1,2}\b|(?<=\b[Tt]he[ ]..)(?![.\w-])))",
    re.VERBOSE,
)
_AFTER_AGE = frozenset(
    "was were is are has had who and from of in at on then also".split()
)
_AGED_PERSON = Cue(kind="person", pattern="year-old")
_STOPS = (",", ";", ":", ".", "!", "?", ")", "”", '"', "–", "—")
# What follows these is a clause with a subject of its own: "police said the man died".
_SPEECH = frozenset(
    """
    accepted added alleged alleges believe believed believes claimed claims confirmed
    confirms explained recalled reported reports said say says stated states thought
    understand understood
    """.split()
)
_EDGES = "“”\"‘’'()[],.;:!?–—"
# A noun phrase is looked back over this far, and no further.
_REACH = 60
_TITLE = 160


@frozen
class _Small:
    """Small words by their class, and all forms of verbs."""

    classes: Mapping[str, frozenset[str]]
    verbs: frozenset[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> _Small:
        return cls(
            {k: frozenset(lexicon.classes.get(k, ())) for k in _SMALL},
            frozenset(lexicon.verbs).union(*lexicon.verbs.values()),
        )


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
    _small: _Small = field(
        default=Factory(lambda self: _Small.of(self.heads), takes_self=True),
        eq=False,
        repr=False,
    )

    @classmethod
    def of(cls, lexicon: Lexicon) -> Speakers:
        """Speakers by the classes of a lexicon."""
        return cls(heads=evolve(lexicon, cues=tuple(_actor_cues(lexicon))))

    def named(self, names: Iterable[Cue]) -> Speakers:
        """The same, with the names and acronyms of one text."""
        return evolve(self, names=Lexicon.of(dict.fromkeys(names)))

    def mentions(self, text: str, sentence: Span, focus: Focus) -> tuple[Mention, ...]:
        """Everyone named in a sentence, in order, with pronouns resolved."""
        words = sentence.of(text)
        hits = [*self.heads.find(words), *self.names.find(words), *self._aged(words)]
        hits += _coded(words)
        hits = _longest([h for h in hits if not _part_of_word(words, h)])
        each = (self._mention(words, hit, sentence.start) for hit in hits)
        whole = _outermost(text, [m for m in each if m is not None])
        found = _without_articles(whole)
        return tuple(resolved(text, self._with_opening(text, sentence, found), focus))

    def _aged(self, words: str) -> Iterator[Hit]:
        """Ages that stand for people: "the 34-year-old left", "two 17-year-olds"."""
        if "year" not in words.lower():
            return
        for age in _AGE_HEAD.finditer(words):
            after = (age["next"] or "").lower()
            if not after or self._is_verb(after) or after in _AFTER_AGE:
                yield Hit(cue=_AGED_PERSON, start=age.start(), end=age.end("age"))

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
        named = words[hit.start : hit.end].split(maxsplit=1)[0].lower()
        whole = named in self._small.classes["determiner"]
        start = hit.start if whole else self._opening(words, hit.start)
        if kind == "public" and _AGED.search(words, start, hit.end):
            kind = "person"
        subject, start = self._is_subject(words, start)
        start += len(words[start : hit.start]) - len(
            words[start : hit.start].lstrip(_EDGES)
        )
        end = hit.end
        lettered = _LETTERED.match(words, end)
        if lettered and _takes_letter(kind, words, hit, lettered):
            end = lettered.end()
            more = _MORE_LETTERS.match(words, end)
            end = more.end() if more and words[hit.end - 1] == "s" else end
        elif kind in _BODIES and _BODY.search(words, hit.start, end):
            place = _OF_PLACE.match(words, end)
            end = place.end() if place else end
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
        crossed = False
        for word, at in _backwards(words, head):
            plain = word.strip(_EDGES).lower()
            initial = _INITIAL.fullmatch(word) and not _CIVIL_LETTER.search(
                words, max(0, at - 6), at + 1
            )
            stops = word.endswith(_STOPS) and not initial
            if stops or self._ends_phrase(plain) or not plain:
                break
            if plain in self._small.classes["determiner"] and not initial:
                return at
            described = not crossed and _describes(word)
            if described or plain in self._small.classes["adjective"]:
                start = at
            else:
                crossed = True
        pair = _TWO_PLACES.search(words, 0, start) if words[start].isupper() else None
        return pair.start() if pair else start

    def _ends_phrase(self, plain: str) -> bool:
        known = self._small.classes
        joined = plain in known["preposition"] or plain in known["conjunction"]
        return joined or self._is_verb(plain)

    def _is_subject(self, words: str, start: int) -> tuple[bool, int]:
        """Whether a phrase is a subject by the word before it, and its start."""
        before = next(_backwards(words, start), None)
        if before is None or before[0].endswith(_STOPS):
            return True, start
        plain = before[0].strip(_EDGES).lower()
        if plain == "of":
            part = next(_backwards(words, before[1]), None)
            if part and part[0].lower() in self._small.classes["partitive"]:
                return self._is_subject(words, part[1])
        if plain in self._small.classes["preposition"]:
            return False, start
        return plain in _SPEECH or not self._is_verb(plain), start

    def _opens_clause(self, words: str, start: int) -> bool:
        before = next(_backwards(words, start), None)
        if before is None or before[0].endswith(_STOPS):
            return True
        plain = before[0].strip(_EDGES).lower()
        known = self._small.classes
        return plain in known["conjunction"] or plain in known["adverb"]

    def _is_verb(self, plain: str) -> bool:
        known = self._small.classes
        if plain in known["adjective"] or plain in known["adverb"]:
            return False
        return plain in self._small.verbs or plain.endswith(("ed", "ing"))

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
            any(plain in self._small.classes[k] for k in known)
            or plain.endswith(("ly", "ing", "ed"))
            or not plain.isalpha()
        ):
            return found
        end = first.start() + len(first[0].rstrip(_EDGES))
        return [Mention(first.start(), end, "other"), *found]


def _coded(words: str) -> Iterator[Hit]:
    """The codes that inquiries give to people: "the SO", "CW #1"."""
    for code in _CODE.finditer(words):
        cue = Cue(kind=_CODES[code["code"]], pattern=code["code"].lower())
        yield Hit(cue=cue, start=code.start(), end=code.end())


def _takes_letter(kind: str, words: str, hit: Hit, lettered: re.Match[str]) -> bool:
    """Whether a letter or number names someone: "Officer 3", "Mr Z"."""
    if kind == "person":
        civil = words[hit.start : hit.end].lower() in _CIVIL
        return civil and lettered[0][-1].isalpha()
    return kind == "police" and _is_titled(words, hit, lettered)


def _is_titled(words: str, hit: Hit, lettered: re.Match[str]) -> bool:
    """Whether a letter or number is an officer's: a number follows a title only."""
    return not lettered[0][-1].isdigit() or words[hit.start].isupper()


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


def _backwards(words: str, at: int) -> Iterator[tuple[str, int]]:
    """The words before an offset and where they begin, nearest first.

    None that the reach cuts in two.
    """
    low = max(0, at - _REACH)
    end = at
    for word in reversed(words[low:at].rsplit(None, 6)[-6:]):
        end = words.rindex(word, low, end)
        if end == low and low:
            return
        yield word, end


def _describes(word: str) -> bool:
    return word[:1].isupper() or word[:1].isdigit() or "-" in word or "’s" in word
