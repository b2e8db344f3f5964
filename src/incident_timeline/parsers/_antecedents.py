"""Whom "he" means where an officer and somebody else are told of side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from attrs import define

from incident_timeline.parsers._passages import Passage
from incident_timeline.parsers._who import Who, genders_agree
from incident_timeline.text._focus import Mention
from incident_timeline.text.asides import subject_outside
from incident_timeline.text.cues import Telling

__all__ = ["UNCLEAR", "Antecedents", "is_passive", "subject_in"]

UNCLEAR: Final = Who("other", None, None)
"""Stands for whom a pronoun means where it may be an officer or another person."""

_HARMS = frozenset({"shots", "attack", "injury", "less_lethal", "collision"})
_HARMED = frozenset(
    "death death_pronouncement injury conveyance medical_attendance first_aid".split()
)
_TAKING = frozenset({"arrest", "custody", "restraint"})
_TAKEN = frozenset({"charge", "hearing", "bail", "release", "custody"})
# What police do to whoever is no officer of theirs.
_BY_POLICE = frozenset({"arrest", "custody", "less_lethal", "restraint", "pursuit"})
_RETURNED = re.compile(
    r"return\w{0,3} (?:the )?fire|(?:fired|shot) back", re.IGNORECASE
)
_BE = re.compile(
    r"(?:(?:and|then|also|later|subsequently|immediately)\s){0,3}"
    r"(?:(?:has|have|had)\s(?:\w{2,12}\s)?been|is|was|are|were|be|been|being)\b",
    re.IGNORECASE,
)
# With whom it is done to as its first word: "man was shot dead by".
_SHOT_BY = re.compile(
    r"(?!(?:was|is|were|are)\s)[a-z]{3,12}\s(?:[\w’'-]{1,20}\s){0,4}"
    r"(?:shot|killed|stabbed|wounded|struck)\s(?:[\w]{1,12}\s){0,3}by\b",
    re.IGNORECASE,
)
# "A man arrested on Monday has been charged."
_REDUCED = re.compile(
    r"(?:an?\s(?:[\w-]{1,20}\s){1,3}"
    r"|(?:man|woman|boy|girl|teenager|suspect|driver|person|people|men|women)\s)?"
    r"(?:arrested|detained|stabbed|injured|killed|wounded)"
    r"\s(?:after|on|in|by|over|following|during|when|outside|near|for)\b",
    re.IGNORECASE,
)
_VERB = re.compile(r"\b(?:was|were|had|been|\w{2,12}ed)\b")
_BY = re.compile(r"\bby\s(?:the\s)?\Z", re.IGNORECASE)
_TELLERS = frozenset({"person", "public", "police"})
# How far behind a verb its object may stand.
_REACH = 60

_Read = tuple[Passage, list[Mention]]


@define
class Antecedents:
    """Those of whom a sentence and the ones before it tell, up to a pronoun.

    Attributes:
        text: The whole text.
        found: Whom each mention names, by where it begins.
        read: The sentences, each with whom it names; the last one holds the pronoun.
        avoided: Whom the pronoun can't mean: the subject of its own verb.
    """

    text: str
    found: Mapping[int, Who]
    read: Sequence[_Read]
    avoided: Who | None

    def meant(self, m: Mention, of: str) -> Who | None:
        """Whom a pronoun means, ``UNCLEAR``, or None where nothing here says it."""
        rivals = self._rivals(of)
        if len(rivals) == 1 and rivals[0].group == "police":
            return rivals[0] if rivals[0].name else None
        if len(rivals) <= 1:
            return None
        passage = self.read[-1][0]
        telling = self._telling(m, passage)
        patient = self._patient(telling, m, rivals)
        if patient is not None and _said(patient, rivals, of):
            return patient
        return self._otherwise(telling, rivals)

    def _rivals(self, of: str) -> list[Who]:
        """The single people told of, of whom a word of a gender may be said."""
        each = (self.found.get(b.start) for _, before in self.read for b in before)
        known = dict.fromkeys(w for w in each if w is not None)
        return [
            w
            for w in known
            if w.group in _TELLERS and w.kind == "person" and not w.plural
            if w is not self.avoided and not w.speaks and genders_agree(w.gender, of)
        ]

    def _otherwise(self, telling: Telling | None, rivals: Sequence[Who]) -> Who | None:
        """Where no deed tells: the only one who is no officer, or nobody."""
        others = [w for w in rivals if w.group != "police"]
        named = [w for w in rivals if w.group == "police" and w.name]
        if not named or not others:
            return None if not named or len(named) == 1 else UNCLEAR
        if telling is not None and telling.kind in _BY_POLICE and len(others) == 1:
            return others[0]
        _, before = self.read[-1]
        here = [w for w in rivals if w in [self.found.get(b.start) for b in before]]
        harmed = telling is not None and telling.kind in _HARMED | _TAKEN
        alone = len(here) == 1 and not harmed and self._follows(before)
        return here[0] if alone else UNCLEAR

    def _follows(self, before: Sequence[Mention]) -> bool:
        """Whether the one told of in a pronoun's own sentence is a subject of it."""
        return any(b.subject and b.start in self.found for b in before)

    def _telling(self, m: Mention, passage: Passage) -> Telling | None:
        """What a pronoun does or suffers, if it is an event."""
        for t in passage.tellings:
            if t.at < m.start <= t.end + 2 and not m.subject:
                return t
            if t.at >= m.end and subject_in(self.text, passage, t) is m:
                return t
        return None

    def _patient(
        self, telling: Telling | None, m: Mention, rivals: Sequence[Who]
    ) -> Who | None:
        """To whom the deed was done that a pronoun's own deed follows from."""
        if telling is None:
            return None
        if telling.kind == "shots" and not self._passive(telling):
            answers = _RETURNED.search(telling.of(self.text))
            return self._last(frozenset({"shots"}), m, rivals) if answers else None
        if telling.kind == "collision":
            return self._last(frozenset({"pursuit"}), m, rivals)
        if telling.kind in _HARMED:
            harmed = self._last(_HARMS, m, rivals)
            return harmed or self._last(_TAKING | _HARMED, m, rivals)
        return self._last(_TAKING, m, rivals) if telling.kind in _TAKEN else None

    def _last(
        self, kinds: frozenset[str], m: Mention, rivals: Sequence[Who]
    ) -> Who | None:
        """To whom the last deed of some kinds before a pronoun was done."""
        for passage, _ in reversed(self.read):
            for t in reversed(passage.tellings):
                if t.kind in kinds and t.at < m.start and not t.context:
                    return self._harmed(t, passage, m, rivals)
        return None

    def _harmed(
        self, t: Telling, passage: Passage, m: Mention, rivals: Sequence[Who]
    ) -> Who | None:
        """To whom a deed was done; of two, the one who did not do it."""
        who = self._done_to(t, passage, m.start)
        if who in rivals:
            return who
        subject = subject_in(self.text, passage, t)
        doer = self.found.get(subject.start) if subject is not None else None
        others = [w for w in rivals if w is not doer]
        return others[0] if len(others) == 1 and not self._passive(t) else None

    def _done_to(self, t: Telling, passage: Passage, before: int) -> Who | None:
        objects = [w for w in self._objects(t, passage, before) if w is not None]
        if self._passive(t) or (t.kind == "injury" and not objects):
            subject = subject_in(self.text, passage, t)
            return self.found.get(subject.start) if subject is not None else None
        return next(iter(objects), None)

    def _objects(
        self, t: Telling, passage: Passage, before: int
    ) -> Iterator[Who | None]:
        later = [o.at for o in passage.tellings if o.at > t.at]
        end = min(t.end + _REACH, before, *later)
        for m in passage.people:
            by = _BY.search(self.text, max(0, m.start - 9), m.start)
            if t.at < m.start < end and not by and m.group in _TELLERS:
                yield self.found.get(m.start)

    def _passive(self, t: Telling) -> bool:
        return is_passive(self.text, t)


def subject_in(text: str, passage: Passage, telling: Telling) -> Mention | None:
    """The mention that is the subject of an event's verb in a sentence."""
    at = telling.at
    inner = (m for m in passage.people if m.start <= at < m.end and not m.pronoun)
    found = subject_outside(passage.people, passage.asides, at)
    return next(inner, None) or (found and _resumed(text, passage, telling, found))


def _resumed(text: str, passage: Passage, telling: Telling, found: Mention) -> Mention:
    """Whom a sentence began with, where its verb comes after a clause by the way."""
    first = next(m for m in passage.people if m.subject)
    begun = first is not found and _REDUCED.match(text, first.end + 1)
    if begun and _VERB.search(text, found.end, telling.at):
        return first
    return found


def is_passive(text: str, telling: Telling) -> bool:
    """Whether a verb tells what is done to its subject: "was shot by"."""
    whole = _SHOT_BY.match(text, telling.at, telling.end)
    whole = whole or _REDUCED.match(text, telling.at)
    return bool(whole or _BE.match(text, telling.at, telling.end))


def _said(patient: Who, rivals: Sequence[Who], of: str) -> bool:
    """Whether no other one is a woman where the pronoun is "she"."""
    women = [w for w in rivals if w.gender == "female"]
    return of != "female" or not women or patient in women
