"""Who took part: the parties of a document, and their roles in its events."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from attrs import define, field

from incident_timeline.model import Age, Citation, Participant, Party
from incident_timeline.parsers._antecedents import is_passive
from incident_timeline.parsers._dating import Told
from incident_timeline.parsers._passages import Passage
from incident_timeline.parsers._referents import Referents
from incident_timeline.parsers._who import Who
from incident_timeline.text.actors import Mention
from incident_timeline.text.people import without_short
from incident_timeline.vocabulary import PartyKind, Role

__all__ = ["Cast", "Cite"]

Cite = Callable[..., Citation]
_ARTICLE = re.compile(
    r"\A(?:the|an?|one(?!\sof)|another|its|his|her)\s+", re.IGNORECASE
)
_BY = re.compile(r"\b(?:by|from)\s(?:the\s)?\Z")
_AND = re.compile(r"(?:,\s|,?\sand\s(?:the\s)?|\sor\s)")
_HARMED = re.compile(r"\b(?:stab|shot|wound|kill|injur)", re.IGNORECASE)
_GROUPS = ("police", "medical", "public", "oversight", "court")
# What the subject of these suffers or does by itself, in any voice.
_SUFFERED = frozenset({"death_pronouncement", "injury"})
# What is done to the person whom the clause is about, whoever does it.
_DONE_TO = frozenset(
    "arrest custody release bail conveyance death_pronouncement injury charge restraint"
    " identification contact medical_attendance first_aid less_lethal shots attack"
    " engagement hearing pursuit interview search detention".split()
)
_HARM = frozenset(
    "death_pronouncement injury conveyance medical_attendance first_aid".split()
)
_TAKEN = frozenset("arrest custody charge release bail restraint less_lethal".split())
# Of these, police are who does it where nobody else is named.
_BY_POLICE = frozenset(
    "arrest custody restraint less_lethal shots contact engagement pursuit"
    " first_aid".split()
)
# Of "shot and killed" the cue may hold the first two words alone.
_AND_KILLED = re.compile(r"\s(?:and\s)?(?:killed|wounded|injured)\b", re.IGNORECASE)
_ASSAULTS = frozenset({"attack", "shots"})
_CONTENT = re.compile(r"\b(?:that|who|whose|saying|reporting)\b", re.IGNORECASE)
_SINGLE = frozenset({"he", "she"})
_FAMILY_KINDS = frozenset({"family_informed"})
# How far behind an event's words whom it is done to, or by whom, may be told.
_REACH = 30


@define
class Cast:
    """The parties of one document, met as its events are read."""

    text: str
    cite: Cite
    publisher: str
    parties: list[Party] = field(factory=list)
    _referents: Referents = field(init=False)

    def meet(self, passages: Sequence[Passage]) -> None:
        """Find whom each mention names, and make parties of the people."""
        self._referents = Referents.of(self.text, self.publisher)
        for heads in (False, True):
            for passage in passages:
                if passage.part != "notes" and (passage.part == "heading") is heads:
                    self._referents.read(passage)
            if not heads:
                self._introduce()
        if not self.parties:
            self._introduce()

    def _introduce(self) -> None:
        for who in self._referents.people.known:
            if not who.plural and not who.speaks:
                self._id(who)

    def roles(self, told: Told) -> tuple[Participant, ...]:
        """Who takes part in an event, each as what its tellings first say."""
        found: dict[str, Participant] = {}
        for one in (told, *told.again):
            known = {part.role for part in found.values()}
            for who, role in self._parts(one):
                if role not in known:
                    id_ = self._id(who)
                    found.setdefault(id_, Participant(party_id=id_, role=role))
        return tuple(found.values())

    def body(self, told: Told) -> str | None:
        """The id of the body that an event is about: who inquires."""
        for group in ("oversight", "court", "police"):
            who = self._nearest(told, group)
            if who is not None and _inquires(who):
                return self._id(who)
        own = told.telling.actor == "oversight"
        who = self._referents.bodies.inquirer() if own else None
        return None if who is None else self._id(who)

    def recoverer(self, told: Told) -> str | None:
        """The id of who recovered an item, where its telling says it."""
        actors = self._actors(told) if told.telling.actor in _GROUPS else []
        return self._id(actors[0]) if actors else None

    def _parts(self, told: Told) -> Iterator[tuple[Who, str]]:
        passive = self._passive(told)
        for who in self._doers(told, passive=passive):
            yield who, self._acting(told.kind, who)
        if told.kind == "call":
            yield from ((who, Role.CALLER) for who in self._callers(told))
        for who in self._patients(told, passive=passive):
            yield who, self._suffering(told, who)

    def _doers(self, told: Told, *, passive: bool) -> list[Who]:
        """Who does what an event tells."""
        kind, actor = told.kind, told.telling.actor
        suffers = kind in _SUFFERED and not told.telling.cue.actor
        suffers = suffers and (passive or not self._objects(told))
        if actor in _GROUPS and not (suffers and not self._sources(told)):
            return self._actors(told)
        if kind in _SUFFERED:
            return [] if passive else self._harming(told)
        if actor != "subject":
            return []
        if passive:
            return self._sources(told) if kind in _ASSAULTS else []
        lone = [] if self._unclear(told) else self._lone(told)
        return self._subjects(told) or lone

    def _harming(self, told: Told) -> list[Who]:
        """Who injures somebody, or pronounces somebody dead."""
        injures = told.kind == "injury" and self._objects(told)
        return [w for w in self._subjects(told) if injures or w.group == "medical"]

    def _passive(self, told: Told) -> bool:
        return is_passive(self.text, told.telling)

    def _acting(self, kind: str, who: Who) -> str:
        if who.group in ("person", "public") and kind == "call":
            return Role.CALLER
        if who.group == "person":
            return self._of_person(who)
        if who.group == "police" and kind == "shots":
            return Role.PRINCIPAL_OFFICER
        if who.group == "police" and who.kind == PartyKind.ORGANISATION:
            return Role.POLICE_FORCE
        return "dispatcher" if who.nouns & {"dispatcher", "dispatchers"} else who.role

    def _of_person(self, who: Who) -> str:
        """A person who called and is not the only one told of is a witness."""
        others = (
            w for w in self._referents.people.told if w is not who and not w.called
        )
        only = not who.called or who.dead or not any(not w.speaks for w in others)
        return Role.AFFECTED_PERSON if only else Role.WITNESS

    def _suffering(self, told: Told, who: Who) -> str:
        kind = told.kind
        if kind in _FAMILY_KINDS:
            return Role.FAMILY
        if who.group == "person" and kind != "attack":
            harmed = self._of_person(who) == Role.WITNESS and kind in _HARM
            taken = Role.AFFECTED_PERSON if kind in _TAKEN else self._of_person(who)
            return Role.INJURED_PERSON if harmed else taken
        if kind in _ASSAULTS:
            hurt = _HARMED.search(self.text, told.telling.at, told.telling.end)
            attacked = kind == "attack" and self._passive(told)
            return Role.INJURED_PERSON if hurt or attacked else Role.OTHER
        if kind in _HARM:
            return Role.INJURED_PERSON
        if who.group == "public" and kind in _TAKEN:
            return Role.AFFECTED_PERSON
        return who.role

    def _actors(self, told: Told) -> list[Who]:
        """Who of the acting group does it: told by "by", as subject, or nearest."""
        group = told.telling.actor
        sources = self._callers(told) or self._sources(told)
        named = [w for w in sources if w.group == group or self._calls(told, w)]
        if not named:
            groups = (group, "person") if told.kind == "call" else (group,)
            named = [w for w in self._subjects(told) if w.group in groups]
        if named:
            return named
        return self._unnamed(told, group)

    def _calls(self, told: Told, who: Who) -> bool:
        """Whether an event is a call that somebody who is no body makes."""
        caller = told.telling.actor in ("public", "person")
        return told.kind == "call" and caller and who.group in ("public", "person")

    def _unnamed(self, told: Told, group: str) -> list[Who]:
        """Who of a group acts where neither subject nor "by" names them."""
        if told.kind == "shots" and self._by_pronoun(told):
            return self._subjects(told)
        if group in ("oversight", "court"):
            near = self._nearest(told, group)
            inquirer = (
                self._referents.bodies.inquirer() if group == "oversight" else None
            )
            return [w for w in (near or inquirer,) if w is not None]
        if group == "police":
            whole = self._referents.police() if told.kind in _BY_POLICE else None
            return [w for w in (whole,) if w is not None]
        near = self._nearest(told, group)
        return [near] if near is not None else []

    def _subjects(self, told: Told) -> list[Who]:
        """Who is the subject of an event's verb: one, or several joined by "and"."""
        people = [m for m in told.passage.people if m.subject or m.group != "other"]
        last = self._referents.subject(told.telling, told.passage)
        if last is None:
            return []
        found = [last]
        if last.pronoun:
            people = []
        for m in reversed([m for m in people if m.end <= last.start]):
            if not _AND.fullmatch(self.text, m.end, found[-1].start):
                break
            found.append(m)
        return self._whos(reversed(found))

    def _unclear(self, told: Told) -> bool:
        """Whether the subject is a pronoun that may mean either of two."""
        subject = self._referents.subject(told.telling, told.passage)
        return subject is not None and subject.start in self._referents.unclear

    def _by_pronoun(self, told: Told) -> bool:
        """Whether "he" or "she" is the subject of an active verb."""
        subject = self._referents.subject(told.telling, told.passage)
        single = subject is not None and subject.of(self.text).lower() in _SINGLE
        return single and not self._passive(told)

    def _whos(self, mentions: Iterator[Mention]) -> list[Who]:
        found, beside = self._referents.found, self._referents.beside
        known = (
            w for m in mentions for w in (found.get(m.start), *beside.get(m.start, ()))
        )
        return list(dict.fromkeys(w for w in known if w is not None))

    def _lone(self, told: Told) -> list[Who]:
        """The person told of last, for a verb whose subject is a car or is untold."""
        who = self._referents.person_before(told.passage, told.telling.at)
        return [] if who is None else [who]

    def _callers(self, told: Told) -> list[Who]:
        """Whom a call is said to come from: no police, and not who is told of."""
        each = self._sources(told)
        return [w for w in each if w.group in ("person", "public")]

    def _sources(self, told: Told) -> list[Who]:
        """Who is named by "by" or "from" right behind an event's words."""
        low = told.telling.at
        later = (t.at for t in told.passage.tellings if t.at > told.telling.end)
        high = min(told.telling.end + _REACH, *later, self._said(told))
        near = (m for m in told.passage.people if low <= m.start <= high)
        return self._whos(
            m for m in near if _BY.search(self.text, max(0, m.start - 9), m.start)
        )

    def _said(self, told: Told) -> int:
        """Where what somebody says begins behind an event: "that", "who said"."""
        end = told.telling.end
        said = _CONTENT.search(self.text, end, end + _REACH)
        return said.start() if said else len(self.text)

    def _patients(self, told: Told, *, passive: bool) -> list[Who]:
        """To whom an event is done, or who suffers it."""
        kind = told.kind
        if kind in _FAMILY_KINDS:
            return [w for w in self._around(told) if w.role == Role.FAMILY]
        if kind not in _DONE_TO:
            return []
        subjects = self._subjects(told)
        objects = self._objects(told)
        if passive or (kind in _SUFFERED and not objects) or told.telling.cue.mention:
            mine = [w for w in subjects if w.group in ("person", "public", "police")]
            of = told.telling.of(self.text).endswith(" of")
            named = objects if of else []
            return named if told.telling.cue.mention else mine
        return [
            w
            for w in objects
            if w not in subjects and w.group in ("person", "public", "police")
        ]

    def _objects(self, told: Told) -> list[Who]:
        """Whom an active verb is followed by."""
        telling = told.telling
        more = _AND_KILLED.match(self.text, telling.end)
        end = more.end() if more else telling.end
        after = [
            m
            for m in told.passage.people
            if telling.at < m.start <= end + 2
            and not _BY.search(self.text, max(0, m.start - 9), m.start)
            and (m.group in ("person", "public") or not m.subject)
        ]
        return self._whos(iter(after[:1]))

    def _around(self, told: Told) -> list[Who]:
        telling = told.telling
        near = (
            m
            for m in told.passage.people
            if telling.start <= m.start <= telling.end + _REACH
        )
        return self._whos(near)

    def _nearest(self, told: Told, group: str) -> Who | None:
        """Whom of a group the words nearest to an event name."""
        at = told.telling.at
        high = told.telling.end + _REACH
        people = told.passage.people
        mentions = [m for m in people if m.group == group and m.start <= high]
        mentions.sort(key=lambda m: (m.pronoun, abs(m.start - at)))
        whos = self._whos(iter(mentions))
        return whos[0] if whos else None

    def _id(self, who: Who) -> str:
        """The id of a party, which is made when it is first asked for."""
        if not who.id:
            who.id = f"p{len(self.parties) + 1}"
            self.parties.append(self._party(who))
        return who.id

    def _party(self, who: Who) -> Party:
        words = who.span.of(self.text) if who.span is not None else ""
        cited = (
            (self.cite(who.span, who.passage),)
            if who.span is not None and who.passage is not None
            else ()
        )
        return Party(
            id=who.id,
            kind=who.kind,
            name=who.name,
            description="" if who.name else without_short(_ARTICLE.sub("", words)),
            age=self._age(who),
            citations=cited,
        )

    def _age(self, who: Who) -> Age | None:
        if who.age is None or who.age_passage is None:
            return None
        cited = self.cite(who.age, who.age_passage)
        return Age(least=who.age.least, greatest=who.age.greatest, citations=(cited,))


def _inquires(who: Who) -> bool:
    """Whether somebody can be the body of an investigation: no officer, no group."""
    if who.group == "police":
        return who.kind in (PartyKind.ORGANISATION, PartyKind.UNIT)
    return who.kind != PartyKind.GROUP and "inquest" not in who.nouns
