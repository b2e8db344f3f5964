"""Who took part: the parties of a document, and their roles in its events."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from attrs import define, field

from incident_timeline.model import Age, Citation, Participant, Party
from incident_timeline.parsers._dating import Told
from incident_timeline.parsers._passages import Passage, last_newcomer
from incident_timeline.text.actors import Mention
from incident_timeline.text.people import (
    AgeMention,
    find_ages,
    short_names,
    without_short,
)
from incident_timeline.text.spans import Span
from incident_timeline.vocabulary import PartyKind, Role

__all__ = ["Cast", "Cite"]

Cite = Callable[[Span, Passage], Citation]
_LETTERED = re.compile(
    r"\b(?:Officer|Garda|Deputy|Constable|Trooper|Sergeant|Member) [A-Z]\b"
)
_ARTICLE = re.compile(r"\A(?:the|an?|one|another|its|his|her)\s+", re.IGNORECASE)
_GENERIC = re.compile(r"\A[a-zà-þ]")
_SMALL = frozenset({"of", "the", "for", "and", "de", "des", "la", "&"})
_GROUPS = {
    "police": (PartyKind.GROUP, Role.OTHER_OFFICER),
    "medical": (PartyKind.GROUP, Role.MEDICAL),
    "public": (PartyKind.GROUP, Role.WITNESS),
    "oversight": (PartyKind.ORGANISATION, Role.OVERSIGHT_BODY),
    "court": (PartyKind.ORGANISATION, Role.COURT),
}
# A name of so many words or more is known by its initials too.
_INITIALS = 3
# What is done to the person whom the clause is about, whoever does it.
_DONE_TO = frozenset(
    {
        "arrest",
        "custody",
        "conveyance",
        "death_pronouncement",
        "injury",
        "charge",
        "restraint",
        "identification",
        "hearing",
        "contact",
        "medical_attendance",
        "shots",
        "attack",
    }
)
# Of these, a subject of the public is who hears of it, and not who saw it.
_TOLD_TO_FAMILY = frozenset({"family_informed"})


@define
class _Person:
    """One affected person: where named as new, by what noun, of what age."""

    noun: str
    named: Span
    passage: Passage
    newcomers: set[int]
    age: AgeMention | None = None
    age_passage: Passage | None = None
    id: str = ""


@define
class Cast:
    """The parties of one document, met as its events are read."""

    text: str
    cite: Cite
    publisher: str
    parties: list[Party] = field(factory=list)
    _known: dict[str, str] = field(factory=dict)
    _people: list[_Person] = field(factory=list)
    _short: dict[str, str] = field(factory=dict)
    _full: dict[str, str] = field(factory=dict)

    def meet(self, passages: Sequence[Passage]) -> None:
        """Gather the affected people of all passages, with their ages."""
        for name in short_names(self.text):
            self._short[name.name.lower()] = name.short
            self._full[name.short] = name.name
        for passage in passages:
            if passage.part not in ("heading", "notes"):
                self._gather(passage)
        for person in self._people:
            person.id = self._add(
                PartyKind.PERSON, person.named, person.passage, age=self._age(person)
            )

    def roles(self, told: Told) -> tuple[Participant, ...]:
        """Who takes part in an event, each as what its tellings first say."""
        found: dict[str, Participant] = {}
        for one in (told, *told.again):
            for part in (*self._actors(one), *self._affected(one)):
                found.setdefault(part.party_id, part)
        return tuple(found.values())

    def _affected(self, told: Told) -> Iterator[Participant]:
        telling = told.telling
        if telling.group != "person" and telling.actor != "subject":
            return
        calls = told.kind == "call"
        if calls or telling.actor == "subject" or told.kind in _DONE_TO:
            person = self._person(told)
            if person is not None:
                role = Role.CALLER if calls else Role.AFFECTED_PERSON
                yield Participant(party_id=person, role=role)

    def body(self, told: Told) -> str | None:
        """The id of the body that an event is about: who inquires."""
        near = _nearest(told, "oversight") or _nearest(told, "court")
        if near is None:
            return self._publisher() if told.telling.actor == "oversight" else None
        return self._named(near, told.passage, PartyKind.ORGANISATION)

    def _actors(self, told: Told) -> Iterator[Participant]:
        group = told.telling.actor
        of_person = told.telling.group == "person" or told.kind in _TOLD_TO_FAMILY
        if group not in _GROUPS or (group == "public" and of_person):
            return
        kind, role = _GROUPS[group]
        if told.kind == "call" and group == "public":
            role = Role.CALLER
        if told.kind == "shots" and group == "police":
            role = Role.PRINCIPAL_OFFICER
        if group == "oversight":
            ids = [self.body(told)]
        else:
            ids = [*self._lettered(told)] if group == "police" else []
            ids = ids or [self._collective(told, group, kind)]
        yield from (Participant(party_id=i, role=role) for i in ids if i is not None)

    def _lettered(self, told: Told) -> Iterator[str]:
        """Officers told apart by a letter."""
        for match in _LETTERED.finditer(
            self.text, told.telling.start, told.telling.end
        ):
            span = Span(match.start(), match.end())
            yield self._named(span, told.passage, PartyKind.PERSON)

    def _collective(self, told: Told, group: str, kind: str) -> str | None:
        """All of a group that the text doesn't tell apart, as one party."""
        near = _nearest(told, group)
        if group not in self._known and near is not None:
            self._known[group] = self._add(kind, near, told.passage)
        return self._known.get(group)

    def _named(self, span: Span, passage: Passage, kind: str) -> str:
        """The party of a name; a body's full and short names are one."""
        name = without_short(_ARTICLE.sub("", span.of(self.text)))
        if _GENERIC.match(name) or not name:
            return self._publisher() or self._once(name.lower(), kind, span, passage)
        key = self._canonical(name)
        full = self._full.get(key, name)
        return self._once(key, kind, span, passage, name=full)

    def _once(
        self, key: str, kind: str, span: Span, passage: Passage, *, name: str = ""
    ) -> str:
        if key not in self._known:
            self._known[key] = self._add(kind, span, passage, name=name)
        return self._known[key]

    def _canonical(self, name: str) -> str:
        short = self._short.get(name.lower())
        words = [w for w in name.split() if w.lower() not in _SMALL]
        return short or (
            "".join(w[0] for w in words) if len(words) >= _INITIALS else name
        )

    def _publisher(self) -> str | None:
        """The publisher, as a party that no words of the text name."""
        if not self.publisher:
            return None
        key = self._canonical(self.publisher)
        if key not in self._known:
            party = Party(
                id=self._next(), kind=PartyKind.ORGANISATION, name=self.publisher
            )
            self.parties.append(party)
            self._known[key] = party.id
        return self._known[key]

    def _next(self) -> str:
        return f"p{len(self.parties) + 1}"

    def _add(
        self,
        kind: str,
        span: Span,
        passage: Passage,
        *,
        name: str = "",
        age: Age | None = None,
    ) -> str:
        words = span.of(self.text)
        party = Party(
            id=self._next(),
            kind=kind,
            name=name,
            description="" if name else _ARTICLE.sub("", words),
            age=age,
            citations=(self.cite(span, passage),),
        )
        self.parties.append(party)
        return party.id

    def _gather(self, passage: Passage) -> None:
        quoted = [
            s for s in passage.scopes if s.kind in ("quotation", "appeal", "general")
        ]
        for mention in passage.people:
            if mention.group != "person" or mention.pronoun:
                continue
            if any(s.start <= mention.start < s.end for s in quoted):
                continue
            new = last_newcomer(self.text, [mention], mention.end, -1)
            if new >= 0 or not self._people:
                self._introduce(mention, passage, new)
        for age in find_ages(self.text, passage):
            self._give_age(age, passage)

    def _introduce(self, mention: Mention, passage: Passage, new: int) -> None:
        noun = mention.of(self.text).lower().split()[-1]
        ages = find_ages(self.text, Span(mention.start, passage.end))
        own = next((a for a in ages if a.start <= mention.end + 12), None)
        for person in self._people:
            if person.noun == noun and _agree(person.age, own):
                person.newcomers.add(new)
                return
        self._people.append(
            _Person(noun, Span(mention.start, mention.end), passage, {new})
        )

    def _give_age(self, age: AgeMention, passage: Passage) -> None:
        before = [m for m in passage.people if m.start <= age.end]
        of_officer = bool(before) and before[-1].group == "police"
        if of_officer and not before[-1].pronoun:
            return
        new = last_newcomer(self.text, passage.people, age.end + 6, passage.newcomer)
        person = self._by_newcomer(new)
        if person is not None and person.age is None:
            person.age, person.age_passage = age, passage

    def _by_newcomer(self, new: int) -> _Person | None:
        holding = (p for p in self._people if new in p.newcomers)
        return next(holding, self._people[0] if self._people else None)

    def _person(self, told: Told) -> str | None:
        new = last_newcomer(
            self.text, told.passage.people, told.telling.end, told.passage.newcomer
        )
        person = self._by_newcomer(new)
        return None if person is None else person.id

    def _age(self, person: _Person) -> Age | None:
        if person.age is None or person.age_passage is None:
            return None
        cited = self.cite(person.age, person.age_passage)
        return Age(
            least=person.age.least, greatest=person.age.greatest, citations=(cited,)
        )


def _agree(one: AgeMention | None, other: AgeMention | None) -> bool:
    if one is None or other is None:
        return True
    return one.least <= other.greatest and other.least <= one.greatest


def _nearest(told: Told, group: str) -> Mention | None:
    """The mention of a group that stands nearest to an event's words."""
    mentions: Iterable[Mention] = (
        m for m in told.passage.people if m.group == group and not m.pronoun
    )
    at = told.telling.at
    return min(mentions, key=lambda m: abs(m.start - at), default=None)
