"""Somebody told of in a document, before it is known whether an event needs them."""

from __future__ import annotations

from attrs import define, field

from incident_timeline.parsers._passages import Passage
from incident_timeline.text.people import AgeMention
from incident_timeline.text.spans import Span
from incident_timeline.vocabulary import PartyKind

__all__ = ["Who", "genders_agree", "plain_words"]

_EDGES = "“”\"‘’'()[],.;:!?–—"


@define(eq=False)
class Who:
    """One person, group, unit or body, with all that the text has told of it so far."""

    group: str
    span: Span | None
    passage: Passage | None
    kind: str = PartyKind.PERSON
    name: str = ""
    nouns: set[str] = field(factory=set)
    gender: str = ""
    plural: bool = False
    label: str = ""
    role: str = ""
    age: AgeMention | None = None
    age_passage: Passage | None = None
    dead: bool = False
    called: bool = False
    speaks: bool = False
    struck: bool = False
    head: str = ""
    whole: bool = False
    latest: int = -1
    id: str = ""

    def may_be(self, gender: str, age: AgeMention | None) -> bool:
        """Whether words of a gender and an age may name this one."""
        return genders_agree(self.gender, gender) and _ages_agree(self.age, age)

    def learn(self, noun: str, gender: str) -> None:
        """Keep what further words tell of this one."""
        self.nouns.add(noun)
        self.gender = self.gender or gender


def genders_agree(one: str, other: str) -> bool:
    """Whether two genders, of which either may be untold, can be one person's."""
    return not one or not other or one == other


def _ages_agree(one: AgeMention | None, other: AgeMention | None) -> bool:
    if one is None or other is None:
        return True
    return one.least <= other.greatest and other.least <= one.greatest


def plain_words(words: str) -> list[str]:
    """The words of a phrase in lower case, without the marks around them."""
    plain = (word.strip(_EDGES).lower() for word in words.split())
    return [word for word in plain if word]
