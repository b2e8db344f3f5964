"""Which words name the same person: by noun, age, name, gender and number."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import define, field

from incident_timeline.parsers._passages import Passage
from incident_timeline.parsers._who import Who, plain_words
from incident_timeline.text._focus import Mention, gender, people_words
from incident_timeline.text.people import AgeMention, find_ages
from incident_timeline.text.spans import Span
from incident_timeline.vocabulary import PartyKind

__all__ = ["People", "own_age"]

_NAMED_AS = re.compile(
    r"\b(?:identified|named|known)(?:\s\w{1,15}){0,3}\sas\s(?:the\s)?\Z", re.IGNORECASE
)
_SPEAKS = re.compile(
    r",?\s(?:(?:also|later|then)\s)?(?:said|says|added|told|explained|stated|thanked)\b"
)
_STRUCK = re.compile(
    r"\s(?:(?:was|been|being|who\swas)\s)?(?:struck|hit|run\sover|knocked\s\w{2,5})\sby\s"
    r"(?:an?|the)\s(?:\w{1,15}\s)?(?:car|van|vehicle|truck|lorry|bus|suv|train)\b",
    re.IGNORECASE,
)
_CIVIL_LETTER = re.compile(r"\b(?:Mr|Mrs|Ms|Miss) [A-Z]\Z")
_BESIDE = re.compile(r",?\s")
_BACK = 60
# Of those told of, so many of the first and of the last are kept in mind.
_FIRST, _MEMORY = 8, 32
# How near an age stands to the words of whose it is.
_AGE_NEAR = 2
_OF_MANY = re.compile(r"(?:one|two|three|both|all|some|none)\sof\s", re.IGNORECASE)
_ANEW = frozenset({"another", "second", "third", "other", "different", "one", "two"})
_UNTIL_DEAD = frozenset({"arrest", "charge", "custody"})
_COUNTS = frozenset("two three four five six seven eight nine ten several both".split())


@define
class People:
    """The people of a document whom police met, or whom it tells of otherwise."""

    text: str
    surnames: frozenset[str] = frozenset()
    known: list[Who] = field(factory=list)
    _by_surname: dict[str, Who] = field(factory=dict)

    @property
    def told(self) -> list[Who]:
        """Those first and those last told of: all that a word may point back at."""
        last = max(_FIRST, len(self.known) - _MEMORY)
        return [*self.known[:_FIRST], *self.known[last:]]

    def meet(self, m: Mention, passage: Passage, before: Sequence[Mention]) -> Who:
        """Whom a mention names: someone known, or else a newcomer.

        *before* is whom the sentence names before.
        """
        parts = plain_words(m.of(self.text)) or [""]
        age = own_age(self.text, m, passage)
        if self._is_name(m, parts):
            who = self._named(m, passage, before, age)
        elif self._is_plural(m, parts):
            who = self._several(m, passage, parts)
        else:
            who = self._one(m, passage, parts, age, before)
        who.learn(parts[-1], gender(m.of(self.text)))
        who.latest = m.start
        who.struck = who.struck or bool(_STRUCK.match(self.text, m.end))
        if age is not None and who.age is None:
            who.age, who.age_passage = age, passage
        return who

    def _is_plural(self, m: Mention, parts: Sequence[str]) -> bool:
        if _OF_MANY.match(m.of(self.text)):
            return parts[0] not in ("one", "none")
        several = m.plural or parts[-1] in people_words()["several"]
        return several or parts[0] in _COUNTS

    def _is_name(self, m: Mention, parts: Sequence[str]) -> bool:
        last = m.of(self.text).split()[-1]
        if _CIVIL_LETTER.search(m.of(self.text)):
            return True
        return last[:1].isupper() and parts[-1] in self.surnames

    def _new(self, m: Mention, passage: Passage, *, plural: bool = False) -> Who:
        kind = PartyKind.GROUP if plural else PartyKind.PERSON
        span = Span(m.start, m.end)
        who = Who("person", span, passage, kind=kind, plural=plural)
        self.known.append(who)
        return who

    def _named(
        self,
        m: Mention,
        passage: Passage,
        before: Sequence[Mention],
        age: AgeMention | None,
    ) -> Who:
        """The person of a name: known by it, just told of, or the only one told."""
        name = _without_title(m.of(self.text))
        if _CIVIL_LETTER.search(m.of(self.text)):
            name = m.of(self.text)
        surname = name.rsplit(maxsplit=1)[-1].lower()
        if surname in self._by_surname:
            return self._by_surname[surname]
        who = self._bearer(m, passage, before, age) or self._new(m, passage)
        self._by_surname[surname] = who
        who.name = name
        who.speaks = bool(_SPEAKS.match(self.text, m.end))
        return who

    def _bearer(
        self,
        m: Mention,
        passage: Passage,
        before: Sequence[Mention],
        age: AgeMention | None,
    ) -> Who | None:
        """Who bears a name that is told for the first time, if that is clear."""
        if _SPEAKS.match(self.text, m.end):
            return None
        nameless = self._single(gender(m.of(self.text)), age, nameless=True)
        low = max(passage.start, m.start - _BACK)
        if _NAMED_AS.search(self.text, low, m.start):
            return _latest(nameless, before)
        last = before[-1] if before else None
        if last is not None and _BESIDE.fullmatch(self.text, last.end, m.start):
            return next((w for w in nameless if w.latest == last.start), None)
        here = {b.start for b in before}
        alone = len(nameless) == 1 and nameless[0].latest not in here
        return nameless[0] if alone else None

    def _single(
        self, of: str, age: AgeMention | None, *, nameless: bool = False
    ) -> list[Who]:
        """Everyone known whom words of a gender and age may name, latest first."""
        return [
            who
            for who in reversed(self.told)
            if not who.plural and not who.speaks and who.may_be(of, age)
            if not (nameless and who.name)
        ]

    def _several(self, m: Mention, passage: Passage, parts: Sequence[str]) -> Who:
        """A group: the same where its noun was told, unless told as new."""
        if parts[0] not in people_words()["new"]:
            for who in reversed(self.told):
                if who.plural and parts[-1] in who.nouns:
                    return who
        return self._new(m, passage, plural=True)

    def _one(
        self,
        m: Mention,
        passage: Passage,
        parts: Sequence[str],
        age: AgeMention | None,
        before: Sequence[Mention],
    ) -> Who:
        words = people_words()
        compared = [p for p in parts if p in words["compared"]]
        if _OF_MANY.match(m.of(self.text)):
            return self._new(m, passage)
        if parts[0] in words["new"]:
            beside = self._described(m, before)
            return (
                beside or self._again(m, passage, parts, age) or self._new(m, passage)
            )
        if compared:
            return self._compared(compared[0], m, passage)
        found = self._known(parts[-1], gender(m.of(self.text)), age)
        return found or self._new(m, passage)

    def _described(self, m: Mention, before: Sequence[Mention]) -> Who | None:
        """Whom the words before a comma name: "the driver, a 40-year-old man,"."""
        last = before[-1] if before else None
        if last is None or self.text[last.end : m.start] != ", ":
            return None
        words = plain_words(last.of(self.text)) or [""]
        if words[0] in people_words()["new"]:
            return None
        told = (who for who in self.told if who.latest == last.start)
        return next(told, None)

    def _again(
        self,
        m: Mention,
        passage: Passage,
        parts: Sequence[str],
        age: AgeMention | None,
    ) -> Who | None:
        """Who is told anew, as a lead's man is "a 34-year-old man" further down."""
        if not _ANEW.isdisjoint(parts):
            return None
        after = [t.kind for t in passage.tellings if t.at >= m.start]
        for who in self._single(gender(m.of(self.text)), age):
            same_age = who.age is not None and age is not None
            first = who.passage or passage
            far = passage.paragraph != first.paragraph
            alive = not (who.dead and after[:1] and after[0] in _UNTIL_DEAD)
            lead = first.part in ("lead", "heading") or same_age
            if (same_age or (far and lead and alive)) and self._fits(parts[-1], who):
                return who
        return None

    def _compared(self, word: str, m: Mention, passage: Passage) -> Who:
        """The younger, the other, the second one."""
        of = gender(m.of(self.text))
        for who in self.told:
            if who.label == word and who.may_be(of, None):
                return who
        among = self._single(of, None)
        found = _by_comparison(word, among) or self._new(m, passage)
        found.label = word
        return found

    def _known(self, noun: str, of: str, age: AgeMention | None) -> Who | None:
        """Whom "the man" or "the driver" names among those told of."""
        among = self._single(of, age)
        same = [who for who in among if noun in who.nouns]
        if same:
            return same[0]
        if noun == "deceased":
            among = [who for who in among if who.dead] or among
        fitting = [who for who in among if self._fits(noun, who)]
        if noun in people_words()["place_in_it"]:
            return fitting[0] if len(fitting) == 1 == len(among) else None
        return fitting[0] if fitting else None

    def _fits(self, noun: str, who: Who) -> bool:
        """Whether a noun and what is told of someone leave them one person."""
        places = people_words()["place_in_it"]
        if noun not in places:
            return True
        told = who.nouns & places
        return noun in told or (not told and not who.struck)


def own_age(text: str, m: Mention, passage: Passage) -> AgeMention | None:
    """The age that stands in the words of a mention, or right after them."""
    end = min(m.end + _BACK, passage.end)
    ages = find_ages(text, Span(m.start, end))
    return next((a for a in ages if a.start <= m.end + _AGE_NEAR), None)


def _latest(among: Sequence[Who], before: Sequence[Mention]) -> Who | None:
    """The one of some people who is known and told of, where any is."""
    told = any(m.group in ("person", "public") for m in before)
    return among[0] if among and (told or len(among) == 1) else None


def _without_title(name: str) -> str:
    words = name.split()
    at = next((n for n, w in enumerate(words) if w[:1].isupper()), 0)
    while len(words) - at > 1 and words[at].strip(".") in ("Mr", "Mrs", "Ms", "Miss"):
        at += 1
    return " ".join(words[at:])


def _by_comparison(word: str, among: Sequence[Who]) -> Who | None:
    """Whom a comparison picks, where what is told of them says it."""
    if word in ("younger", "older", "elder"):
        aged = [(who.age.least, who) for who in among if who.age is not None]
        if len(aged) < len(among) or len(aged) <= 1:
            return None
        ages = [age for age, _ in aged]
        wanted = min(ages) if word == "younger" else max(ages)
        return next(who for age, who in aged if age == wanted)
    if word == "other":
        return among[1] if len(among) > 1 else None
    if word in ("first", "former"):
        return among[-1] if len(among) > 1 else None
    return among[0] if word == "latter" and len(among) > 1 else None
