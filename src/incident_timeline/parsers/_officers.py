"""Which words name the same officer, unit or force."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import define, field

from incident_timeline.parsers._bodies import Bodies
from incident_timeline.parsers._passages import Passage
from incident_timeline.parsers._who import Who, plain_words
from incident_timeline.text._focus import Mention, people_words
from incident_timeline.text.spans import Span
from incident_timeline.vocabulary import PartyKind, Role

__all__ = ["Officers"]

_LETTERED = re.compile(
    r"\b(?P<title>(?:Subject |Witness |Involved )?(?:Officer|Official)s?|Garda|Deputy"
    r"|Trooper|Constable|Sergeant|Member|Agent|Detective|P\.?C|D\.?C|SO|WO|AO)"
    r"(?: ?#)? ?(?P<letter>[A-Z]{1,2}|\d{1,2})\Z"
)
_LETTERS = re.compile(
    r"\b(?P<title>Officer|Official|Member|Constable|Agent)s [A-Z]"
    r"(?P<more>(?:, [A-Z]\b){0,8},? and [A-Z])\Z"
)
_CODED = re.compile(
    r"\b(?:(?P<subject>subject|involved|principal|SO)|(?P<witness>witness|WO))"
    r"(?: (?:officer|official|member)s?)?\b",
    re.IGNORECASE,
)
_FORCE = re.compile(
    r"(?:Police|POLICE|Constabulary|Department|Office|Patrol|Service|Force|Síochána"
    r"|Rangers|Marshals|PD|RCMP|PSNI|Met|Division)\Z"
)
# What follows the noun of a body's name: "the Police Service of Northern Ireland".
_OF_PLACE = re.compile(
    r" (?:of|for) (?:the )?[A-Z][\w’'-]{1,20}(?: [A-Z]\w{1,20}){0,2}\Z"
)
_ACRONYM = re.compile(r"[A-Z]{3,6}\Z")
_TITLE = re.compile(
    r"\b(?:Senior|Leading|Acting|Assistant|Special|Chief|Deputy|Detective|Sergeant|Sgt|Lt|Lieutenant|Captain|Capt|Commander"
    r"|Inspector|Superintendent|Supt|Constable|Trooper|Sheriff|Officer|Commissioner|Cpl"
    r"|Corporal|Garda|Agent|Marshal|PC|DC|DS)\b",
)
# As adjectives, these are no one: "a police van".
_OF_POLICE = re.compile(
    r"\s(?:vehicles?|cars?|vans?|stations?|firearms?|custody|dogs?|radio|operation|shooting"
    r"|chase|pursuit|helicopter|cordon|records?|presence|contact|bullets?|weapons?|boat"
    r"|activity|academy|headquarters|action|response|conduct|misconduct|interview)\b"
)
_UNITS = frozenset(
    "team teams unit units crew crews squad patrol patrols swat ert vehicle vehicles"
    " helicopter district".split()
)
_ALL = frozenset("police officer officers garda gardaí gardai members member".split())
_SINGLE = frozenset(
    "officer constable trooper deputy sergeant garda detective marshal sheriff"
    " inspector negotiator dispatcher mountie agent member handler chief"
    " official".split()
)
_ORDINAL = frozenset({"second", "third", "fourth", "other", "first"})
_COUNTED = frozenset(
    "two three four five six seven eight nine ten both several".split()
)
_MORE = frozenset({"more", "other", "further", "additional", "extra"})
_SURNAME = 2
# Of those told of, so many of the last are kept in mind.
_MEMORY = 40


@define
class Officers:
    """The officers, units and forces of a document."""

    text: str
    bodies: Bodies
    surnames: frozenset[str] = frozenset()
    known: list[Who] = field(factory=list)
    _keys: dict[str, Who] = field(factory=dict)
    whole: Who | None = None
    several: int = 0
    _beside: Who | None = None

    def meet(
        self, m: Mention, passage: Passage, before: Sequence[Mention] = ()
    ) -> Who | None:
        """Whom a mention of the police names; nobody where it only qualifies.

        *before* is whom the sentence names before.
        """
        words = m.of(self.text).removeprefix("of ")
        parts = plain_words(words)
        noun = bool(parts) and parts[-1].endswith("ing")
        if not parts or noun or _OF_POLICE.match(self.text, m.end):
            return None
        self._beside = None
        if before and self.text[before[-1].end : m.start] == ", ":
            last = self.known[-1] if self.known else None
            met = last is not None and last.span == Span(
                before[-1].start, before[-1].end
            )
            self._beside = last if met else None
        return (
            self._lettered(m, passage, words)
            or self._by_name(m, passage, words, parts)
            or self._unnamed(m, passage, parts)
        )

    def _lettered(self, m: Mention, passage: Passage, words: str) -> Who | None:
        """An officer told apart by a letter or by a code of the inquiry."""
        list_ = _LETTERS.search(words)
        letter = _LETTERED.search(words[: list_.start("more")] if list_ else words)
        code = _CODED.search(words)
        if letter is None and code is None:
            return None
        role = Role.OTHER_OFFICER
        if code is not None:
            role = Role.PRINCIPAL_OFFICER if code["subject"] else Role.WITNESS_OFFICER
        shown = letter[0] if letter is not None else ""
        shown = re.sub(r"(?<=[lr])s(?= )", "", shown)
        plural = letter is None and words.endswith("s")
        key = (shown or f"{role} {plural}").lower()
        return self._once(key, m, passage, name=shown, role=role, plural=plural)

    def _by_name(
        self, m: Mention, passage: Passage, words: str, parts: Sequence[str]
    ) -> Who | None:
        """An officer of a surname, or a force."""
        body = _OF_PLACE.sub("", words)
        last = body.rsplit(maxsplit=1)[-1].strip("()’',.")
        if parts[0] in ("member", "members", "officers", "agents"):
            return None
        if _FORCE.search(last) and (len(parts) > 1 or last.isupper()):
            return self.bodies.meet(m, passage)
        if _ACRONYM.match(last) and last != "SWAT":
            return self.bodies.meet(m, passage)
        title = _TITLE.search(words)
        if last[:1].isupper() and last.lower() in self.surnames:
            start = title.start() if title is not None else 0
            name = re.sub(r"\A[Tt]he\s", "", words[start:])
            return self._once(self._key(last, name), m, passage, name=name)
        return None

    def _key(self, surname: str, name: str) -> str:
        """What tells an officer apart: the surname, with an initial if two bear it."""
        key = surname.lower()
        first = _forename(name)
        known = self._keys.get(key)
        other = _forename(known.name) if known is not None else ""
        apart = first and other and first[0] != other[0]
        return f"{first[0].lower()} {key}" if apart else key

    def beside(self, m: Mention, passage: Passage) -> list[Who]:
        """Those whom letters name after the first: B and C in "Officers A, B and C"."""
        words = m.of(self.text)
        list_ = _LETTERS.search(words)
        if list_ is None:
            return []
        title = list_["title"]
        return [
            self._once(f"{title} {b}".lower(), m, passage, name=f"{title} {b}")
            for b in re.findall(r"\b[A-Z]\b", list_["more"])
        ]

    def _unnamed(self, m: Mention, passage: Passage, parts: Sequence[str]) -> Who:
        noun = parts[-1]
        if noun in _UNITS:
            key = " ".join(p for p in parts if p not in ("the", "a", "an"))
            anew = not _MORE.isdisjoint(parts) or "another" in parts
            return self._group(key, m, passage, PartyKind.UNIT, anew=anew)
        if parts[0] == "one" or (noun in _SINGLE and not m.plural):
            return self._officer(m, passage, parts)
        return self._several(m, passage, parts)

    def _officer(self, m: Mention, passage: Passage, parts: Sequence[str]) -> Who:
        """One officer without a name: a new one, or the one told of last."""
        ordinal = next((p for p in parts if p in _ORDINAL), "")
        new = parts[0] in people_words()["new"] or parts[:2] == ["one", "of"]
        singles = [who for who in self._lately() if not who.plural]
        if not new:
            same = [w for w in singles if w.label == ordinal and parts[-1] in w.nouns]
            if ordinal == "other" and not same:
                same = singles[1:2]
            if same or (singles and not ordinal):
                return (same or singles)[0]
        who = self._new(m, passage, PartyKind.PERSON)
        who.label = ordinal
        who.learn(parts[-1], "")
        return who

    def _several(self, m: Mention, passage: Passage, parts: Sequence[str]) -> Who:
        """Officers together: all of them, a number of them, or those of a sort."""
        noun = "police" if parts[-1] in _ALL else parts[-1]
        told = [p for p in parts[:-1] if p not in ("the", "some", "all", "of", "those")]
        known = [w for w in self._lately() if w.plural and w.head == noun]
        if not told or parts[0] in ("both", "the", "these", "those", "all"):
            counts = parts[0] in ("both", "the", "these", "those", "all")
            sort = [w for w in known if set(told) <= w.nouns | _COUNTED]
            sort = sort if counts else [w for w in sort if w.whole]
            if sort:
                return sort[0]
        counted = not _COUNTED.isdisjoint(told[:1])
        if counted or not _MORE.isdisjoint(told):
            key = f"{told[0]} {noun}"
            anew = not _MORE.isdisjoint(told)
            who = self._group(key, m, passage, PartyKind.GROUP, anew=anew)
            who.label = "counted"
            return who
        return self._group(" ".join([*told, noun]), m, passage, PartyKind.GROUP)

    def _lately(self) -> list[Who]:
        """Those told of last, the last one first."""
        return self.known[: -_MEMORY - 1 : -1]

    def _group(
        self,
        key: str,
        m: Mention,
        passage: Passage,
        kind: str,
        *,
        anew: bool = False,
    ) -> Who:
        if key in self._keys and not anew:
            return self._keys[key]
        who = self._new(m, passage, kind)
        who.plural = True
        parts = plain_words(m.of(self.text))
        who.nouns.update(parts)
        who.head = "police" if parts[-1] in _ALL else parts[-1]
        who.whole = parts[-1] == key or who.head == key
        self.several += 1
        if self.whole is None or (who.whole and not self.whole.whole):
            self.whole = who
        self._keys[key] = who
        return who

    def _once(
        self,
        key: str,
        m: Mention,
        passage: Passage,
        *,
        name: str,
        role: str = Role.OTHER_OFFICER,
        plural: bool = False,
    ) -> Who:
        if key not in self._keys:
            kind = PartyKind.GROUP if plural else PartyKind.PERSON
            who = self._beside or self._new(m, passage, kind)
            who.name, who.role, who.plural = name, role, plural
            self._keys[key] = who
        self._keys[key].learn("officer", "")
        return self._keys[key]

    def _new(self, m: Mention, passage: Passage, kind: str) -> Who:
        who = Who("police", Span(m.start, m.end), passage, kind=kind)
        who.role = Role.OTHER_OFFICER
        self.known.append(who)
        return who


def _forename(name: str) -> str:
    """The first name or initial between a title and a surname, if any."""
    words = [w for w in name.split()[:-1] if not _TITLE.match(w)]
    return words[0] if words and words[0][:1].isupper() else ""
