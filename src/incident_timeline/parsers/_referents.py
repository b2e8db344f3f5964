"""Who is meant by each mention of a document: by its words, or as a pronoun."""

from __future__ import annotations

import re

from attrs import define, field

from incident_timeline.parsers._antecedents import (
    UNCLEAR,
    Antecedents,
    subject_in,
)
from incident_timeline.parsers._bodies import Bodies
from incident_timeline.parsers._officers import Officers
from incident_timeline.parsers._passages import Passage
from incident_timeline.parsers._people import People
from incident_timeline.parsers._who import Who, genders_agree, plain_words
from incident_timeline.text._focus import Mention, gender, people_words
from incident_timeline.text.cues import Telling
from incident_timeline.text.people import AgeMention, find_ages, person_names
from incident_timeline.text.spans import Span
from incident_timeline.vocabulary import PartyKind, Role

__all__ = ["Referents"]

# Of those who may be meant by a pronoun, so many are kept in mind.
_MEMORY = 6
# So many sentences before a pronoun are asked whom it may mean.
_NEAR = 2
_PLURAL = frozenset({"they", "them", "both", "all three", "all four", "the pair"})
_SPOKEN_OF = ("quotation", "appeal", "general")
_CREWS = frozenset(
    "ambulance ambulances paramedic paramedics medic medics ems emt emts crew crews"
    " responders technicians personnel service".split()
)
_FAMILY = frozenset({"family", "families", "relatives", "parents", "kin"})
_STOPS = re.compile(r"[.;]")


@define
class Referents:
    """Whom the mentions of a document name, read from its beginning to its end."""

    text: str
    bodies: Bodies
    people: People
    officers: Officers
    found: dict[int, Who] = field(factory=dict)
    beside: dict[int, list[Who]] = field(factory=dict)
    unclear: set[int] = field(factory=set)
    _others: dict[str, Who] = field(factory=dict)
    _lately: tuple[tuple[Passage, list[Mention]], ...] = ()
    _minded: dict[tuple[str, bool], list[Who]] = field(factory=dict)

    @classmethod
    def of(cls, text: str, publisher: str) -> Referents:
        """Referents of a text by a publisher."""
        bodies = Bodies(text, publisher)
        names = person_names(text)
        people, officers = (
            frozenset(n.surname.lower() for n in names if n.group == group)
            for group in ("person", "police")
        )
        return cls(text, bodies, People(text, people), Officers(text, bodies, officers))

    def read(self, passage: Passage) -> None:
        """Find whom each mention of a sentence names, and what is told of them."""
        scopes = [s for s in passage.scopes if s.kind in _SPOKEN_OF]
        before: list[Mention] = []
        told = passage.part not in ("heading", "notes")
        # Of words that begin at one place, the longer ones come last.
        for m in {m.start: m for m in passage.people}.values():
            if not any(s.start <= m.start < s.end for s in scopes):
                who = self._who(m, passage, before)
                if who is not None:
                    self.found[m.start] = who
                    if m.group == "police" and not m.pronoun:
                        self.beside[m.start] = self.officers.beside(m, passage)
                    self._mind(who, m)
            before.append(m)
        for age in find_ages(self.text, passage):
            self._give_age(age, passage)
        for telling in passage.facts:
            self._note(telling, passage)
        self._lately = (*self._lately, (passage, before))[-_NEAR:] if told else ()

    def subject(self, telling: Telling, passage: Passage) -> Mention | None:
        """The mention that is the subject of an event's verb."""
        return subject_in(self.text, passage, telling)

    def police(self) -> Who | None:
        """The police as a whole: those told of so, or the only ones told of."""
        whole = self.officers.whole
        clear = whole is not None and (whole.whole or self.officers.several == 1)
        return whole if clear else None

    def person_before(self, passage: Passage, at: int) -> Who | None:
        """The person whom a sentence names last before an offset, or the only one."""
        before = [m for m in passage.people if m.group == "person" and m.start < at]
        who = self.found.get(before[-1].start) if before else None
        single = [w for w in self.people.told if not w.plural and not w.speaks]
        driving = [w for w in single if "driver" in w.nouns or "rider" in w.nouns]
        return who or next((o[0] for o in (driving, single) if len(o) == 1), None)

    def _who(self, m: Mention, passage: Passage, before: list[Mention]) -> Who | None:
        if m.pronoun:
            return self._pronoun(m, passage, before)
        if m.group == "person":
            return self.people.meet(m, passage, before)
        if m.group == "police":
            return self.officers.meet(m, passage, before)
        if m.group in ("oversight", "court"):
            return self.bodies.meet(m, passage)
        if m.group in ("public", "medical"):
            return self._other(m, passage)
        return None

    def _pronoun(
        self, m: Mention, passage: Passage, before: list[Mention]
    ) -> Who | None:
        """Whom a pronoun points back at; nobody where that is not told."""
        word = m.of(self.text).lower()
        if word == "we":
            return self.bodies.own
        if word in ("who", "which") or word.endswith("whom"):
            last = [b for b in before if b.group == m.group]
            return self.found.get(last[-1].start) if last else None
        plural = word in _PLURAL
        of = "" if plural else gender(word)
        avoided = None
        if not m.subject:
            subjects = [b for b in before if b.subject]
            avoided = self.found.get(subjects[-1].start) if subjects else None
        if of:
            meant = Antecedents(
                self.text, self.found, (*self._lately, (passage, before)), avoided
            ).meant(m, of)
            if meant is UNCLEAR:
                self.unclear.add(m.start)
                return None
            if meant is not None:
                meant.gender = meant.gender or of
                return meant
        minded = self._minded.get((m.group, plural), [])
        fitting = (
            w for w in minded if w is not avoided and genders_agree(w.gender, of)
        )
        return next(fitting, None)

    def _mind(self, who: Who, m: Mention) -> None:
        """Keep who was told of last; a subject comes before all others."""
        minded = self._minded.setdefault((m.group, who.plural), [])
        first = m.subject or who not in minded
        at = 0 if first and (m.subject or not minded) else min(1, len(minded))
        if who in minded:
            if not m.subject:
                return
            minded.remove(who)
        minded.insert(at, who)
        del minded[_MEMORY:]

    def _other(self, m: Mention, passage: Passage) -> Who:
        """One of the public or of a medical service, by the noun that names it."""
        parts = plain_words(m.of(self.text)) or [""]
        noun = parts[-1]
        named = m.of(self.text).split()
        key = noun
        name = ""
        if m.group == "medical":
            key = "ambulance" if noun in _CREWS and "fire" not in parts else noun
            inner = named[1:] if named[0].lower() in ("the", "a", "an") else named
            if len(inner) > 1 and all(w[:1].isupper() or w == "and" for w in inner):
                key = name = " ".join(inner)
        elif noun in _FAMILY:
            key = "family"
        elif parts[0] in ("another", "cw") or "second" in parts:
            key = " ".join(parts)
        if key not in self._others:
            self._others[key] = self._newcomer(m, passage, name, noun)
        return self._others[key]

    def _newcomer(self, m: Mention, passage: Passage, name: str, noun: str) -> Who:
        words = people_words()
        medical = m.group == "medical"
        many = m.plural or noun in _FAMILY | words["several"] | {"staff"}
        one = not many and not medical
        kind = PartyKind.PERSON if one else PartyKind.GROUP
        role = Role.FAMILY if noun in words["kin"] else Role.WITNESS
        return Who(
            m.group,
            Span(m.start, m.end),
            passage,
            kind=PartyKind.ORGANISATION if name else kind,
            name=name,
            nouns={noun},
            gender=gender(noun),
            plural=not one,
            role=Role.MEDICAL if medical else role,
        )

    def _give_age(self, age: AgeMention, passage: Passage) -> None:
        """Give an age that stands apart to who was named last before it."""
        before = [m for m in passage.people if m.start <= age.end]
        who = self.found.get(before[-1].start) if before else None
        if who is None or who.kind != PartyKind.PERSON or who.age is not None:
            return
        if not _STOPS.search(self.text, before[-1].end, max(before[-1].end, age.start)):
            who.age, who.age_passage = age, passage

    def _note(self, telling: Telling, passage: Passage) -> None:
        """Keep who is told to have died, and who called: it tells people apart."""
        subject = self.subject(telling, passage)
        who = self.found.get(subject.start) if subject else None
        if who is not None:
            who.dead = who.dead or telling.kind == "death_pronouncement"
            who.called = who.called or telling.kind == "call"
