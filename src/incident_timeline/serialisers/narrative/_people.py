"""Whom an account names, and in which words: new ones with article and age."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import Final

from attrs import define, field

from incident_timeline.model import Age, Incident, Party
from incident_timeline.serialisers._escape import plain
from incident_timeline.serialisers.narrative._templates import GROUPS, NOUNS
from incident_timeline.vocabulary import Force, PartyKind, Role

__all__ = ["PAUSE", "Cast", "article", "listed", "speaker"]

PAUSE: Final = "\x01"
"""Stands for a comma that falls away where the sentence pauses or ends anyway."""

_ARTICLE = re.compile(r"\A(?:the|an?|one|another)\s+(?=\S)", re.IGNORECASE)
_AGED = re.compile(r"\A\d{1,3}[ -]years?[ -]old\s+(?=\S)", re.IGNORECASE)
_VOWEL = re.compile(r"(?:[aeiou](?!ni|uro|ne\b)|8|1[18](?!\d))", re.IGNORECASE)
_NAME = re.compile(r"[A-Z]")
_HEAD_ENDS = re.compile(r"\s(?:of|with|in|from|at|on|who|whose|and|for)\s|,")
_PLURALS = ("police", "men", "women", "people", "children", "staff", "gardaí", "kin")
_TITLED = re.compile(
    r"\b(?:Authority|Board|Branch|Bureau|College|Command|Commission|Commissioner|Council|"
    r"Court|Department|Directorate|Division|Force|Inspectorate|Ministry|Office|"
    r"Ombudsman|Service|Services|Tribunal|Unit)\b|\A[A-Z]{3,8}\Z"
)
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
_AGES: Final = {
    Force.CONFIRMED: "who is confirmed to be",
    Force.BELIEVED: "who is believed to be",
    Force.APPARENT: "who appears to be",
    Force.ALLEGED: "who is alleged to be",
    Force.DISPUTED: "who, it is disputed, is",
    Force.DENIED: "who is said not to be",
    Force.UNKNOWN: "who is reported to be",
}


def listed(words: Iterable[str]) -> str:
    """Words in a row, with "and" before the last.

    >>> listed(["a man", "a woman", "a boy"])
    'a man, a woman and a boy'
    """
    *first, last = words
    return f"{', '.join(first)} and {last}" if first else last


def article(noun: str) -> str:
    """A noun with "a" or "an" before it.

    >>> article("18-year-old man")
    'an 18-year-old man'
    """
    return f"{'an' if _VOWEL.match(noun) else 'a'} {noun}"


def speaker(attributed_to: str) -> str:
    """Who says so, as the subject of a sentence; empty where nobody is named.

    >>> speaker("Police"), speaker("IOPC"), speaker("chief constable")
    ('police', 'the IOPC', 'the chief constable')
    """
    name = plain(attributed_to).strip(" .!?;:,")
    common = name[:1].lower() + name[1:]
    if not name or _ARTICLE.match(name):
        return common
    if _NAME.search(common):
        return f"the {name}" if _TITLED.search(name) else name
    if _is_plural(common):
        return common
    return f"the {name}" if name == common else name


@define
class _Named:
    """What a party is called: its noun, and whether that is a name or a plural."""

    noun: str
    is_name: bool
    is_plural: bool
    age: Age | None = None
    ordinal: str = ""
    is_met: bool = False

    def title(self) -> str:
        """The noun with its article: definite, once it has been met."""
        if self.is_name:
            return f"the {self.noun}" if _TITLED.search(self.noun) else self.noun
        if self.is_plural:
            return self.noun
        if self.is_met:
            return " ".join(filter(None, ("the", self.ordinal, self.noun)))
        which = "" if self.ordinal == "first" else self.ordinal
        return article(f"{which} {self.noun}".lstrip())


@define
class Cast:
    """The parties of an incident, and which of them the account has introduced.

    Attributes:
        force: How firmly the sentence speaks that is being written: an age is told in
            one that says it as firmly, or later.
    """

    incident: Incident
    force: str = Force.STATED
    _named: dict[str, _Named] = field(init=False)

    def __attrs_post_init__(self) -> None:
        roles = _roles(self.incident)
        self._named = {
            party.id: _named(party, roles.get(party.id, ""))
            for party in self.incident.parties
        }
        self._number()

    def _number(self) -> None:
        """Tell those of one noun apart: a man, a second man."""
        common = [n for n in self._named.values() if not (n.is_name or n.is_plural)]
        counts = Counter(one.noun for one in common)
        seen: Counter[str] = Counter()
        for one in common:
            if counts[one.noun] > 1:
                one.ordinal = _ordinal(seen[one.noun])
                seen[one.noun] += 1

    def refer(self, party_ids: Iterable[str]) -> str:
        """The words for parties where they are named next."""
        return listed(self._refer(one) for one in dict.fromkeys(party_ids))

    def implied(self, group: str) -> str:
        """The words for somebody of whom no more is known than the group."""
        key = f"\x00{group}"  # no id has it
        if key not in self._named:
            noun = NOUNS[group]
            self._named[key] = _Named(noun, is_name=False, is_plural=_is_plural(noun))
        return self._refer(key)

    def has_met(self, party_id: str) -> bool:
        """Whether the account has named a party, with its age if that is known."""
        one = self._named[party_id]
        return one.is_met and one.age is None

    def is_plural(self, party_ids: Iterable[str]) -> bool:
        """Whether a verb after these parties is one of many."""
        ids = list(dict.fromkeys(party_ids))
        return len(ids) > 1 or self._named[ids[0]].is_plural

    def _refer(self, party_id: str) -> str:
        one = self._named[party_id]
        age = one.age
        if age is None or self.force not in (_force(age), Force.STATED):
            words = one.title()
        else:
            words = _aged(one, age, self.force)
            one.age = None
        one.is_met = True
        return words


def _roles(incident: Incident) -> dict[str, str]:
    """The first role that each party plays."""
    found: dict[str, str] = {}
    for event in incident.events:
        for one in event.participants:
            found.setdefault(one.party_id, one.role)
    for case in incident.investigations:
        if case.body_id is not None:
            found.setdefault(case.body_id, Role.OVERSIGHT_BODY)
    return found


def _named(party: Party, role: str) -> _Named:
    age = party.age if party.age is not None and _years(party.age) else None
    words = plain(party.name)
    if words:
        return _Named(words, is_name=True, is_plural=False, age=age)
    words = _ARTICLE.sub("", plain(party.description))
    if age is not None:
        words = _AGED.sub("", words)
    noun = words[:1].lower() + words[1:] if words else _bare(party, role)
    if _NAME.search(noun):
        return _Named(words, is_name=True, is_plural=False, age=age)
    return _Named(noun, is_name=False, is_plural=_is_plural(noun), age=age)


def _bare(party: Party, role: str) -> str:
    """What a party without words of its own is called."""
    group = GROUPS.get(role, "")
    if group == "police" and party.kind == PartyKind.PERSON:
        return "officer"
    return NOUNS.get(group) or role.replace("_", " ") or "party"


def _is_plural(noun: str) -> bool:
    head = _HEAD_ENDS.split(noun, maxsplit=1)[0].rsplit(" ", 1)[-1].lower()
    return head in _PLURALS or (head.endswith("s") and not head.endswith("ss"))


def _ordinal(number: int) -> str:
    return _ORDINALS[number] if number < len(_ORDINALS) else f"{number + 1}th"


def _force(age: Age) -> str:
    return age.citations[0].force if age.citations else Force.STATED


def _aged(one: _Named, age: Age, force: str) -> str:
    """A party with its age, and how firmly that is said, if not as the sentence is."""
    years = _years(age)
    own = _force(age)
    if own != force and own in _AGES:
        return f"{one.title()}{PAUSE} {_AGES[Force(own)]} {years}{PAUSE}"
    exact = age.least == age.greatest
    if one.is_name:
        shown = str(age.least) if exact and not one.is_met else years
        return f"{one.title()}{PAUSE} {shown}{PAUSE}"
    if exact and not (one.is_met or one.is_plural):
        which = "" if one.ordinal in ("", "first") else f"{one.ordinal} "
        return article(f"{which}{age.least}-year-old {one.noun}")
    return f"{one.title()}{PAUSE} who {'are' if one.is_plural else 'is'} {years}{PAUSE}"


def _years(age: Age) -> str:
    """The words for an age; empty where nothing is known of it."""
    if age.least is None and age.greatest is None:
        return ""
    if age.least is None:
        return f"aged {age.greatest} or under"
    if age.greatest is None:
        return f"aged {age.least} or over"
    same = age.least == age.greatest
    return (
        f"aged {age.least}" if same else f"aged between {age.least} and {age.greatest}"
    )
