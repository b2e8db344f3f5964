"""From an event to its sentence: who, what and where; when; who says so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import Final

from attrs import define

from incident_timeline.model import (
    Citation,
    Event,
    Evidence,
    Incident,
    Investigation,
    Link,
    Participant,
)
from incident_timeline.moments import DEFAULT_VAGUENESS
from incident_timeline.serialisers._escape import plain
from incident_timeline.serialisers.narrative._people import (
    PAUSE,
    Cast,
    article,
    listed,
    speaker,
)
from incident_timeline.serialisers.narrative._templates import (
    FOOTINGS,
    GROUPS,
    IMPLIED,
    TEMPLATES,
)
from incident_timeline.vocabulary import (
    AllenRelation,
    EventKind,
    EvidenceStatus,
    Force,
)

__all__ = [
    "Sentences",
    "at_place",
    "connective",
    "finished",
    "inquiry",
    "item_text",
    "points_back",
]

_NEEDS = re.compile(r"\{(\w+?)(?:_was)?\}")
_OWN: Final = frozenset({"items", "inquiry"})
_PREPOSED = re.compile(
    r"\A(?:at|in|on|near|outside|inside|beside|behind|by|off|along|opposite|under|over|"
    r"between|close to|next to|to|from|into|around|across)\s",
    re.IGNORECASE,
)
_COMMON = re.compile(
    r"(?:the|an?|two|three|four|several|some|one|he|she|they|his|her|their|officers|"
    r"police|shots|paramedics)\b",
    re.IGNORECASE,
)
# Whom these words mean is told where they were taken from, and not here.
_POINTS_BACK = re.compile(
    r"(?:he|she|they|it|we|who|him|them|his|her|their|which)\b", re.IGNORECASE
)
_NOTICE = re.compile(r"\bnotices?\b", re.IGNORECASE)
_PAUSES = re.compile(rf"{PAUSE}(?=\s*(?:[,.;(]|\Z))|{PAUSE}(?={PAUSE})")
_ENDS = " .!?;:,"
# How each force is told, with somebody who says so and without.
_SAYS: Final[Mapping[str, tuple[str, str]]] = {
    Force.CONFIRMED: ("{} confirmed that", "it has been confirmed that"),
    Force.BELIEVED: ("{} believed that", "it is believed that"),
    Force.APPARENT: ("{} said that it appears that", "it appears that"),
    Force.ALLEGED: ("{} alleged that", "it is alleged that"),
    Force.DISPUTED: ("{} disputed that", "it is disputed that"),
    Force.DENIED: ("{} denied that", "it is denied that"),
    Force.UNKNOWN: ("{} is reported as saying that", "it is reported that"),
}
_STATUSES: Final[Mapping[str, str]] = {
    EvidenceStatus.APPARENT: "what appears to be {}",
    EvidenceStatus.BELIEVED: "what is believed to be {}",
    EvidenceStatus.ALLEGED: "what is alleged to be {}",
    EvidenceStatus.CONFIRMED: "{}, confirmed as such,",
    EvidenceStatus.DISPUTED: "what is, it is disputed, {}",
    EvidenceStatus.RULED_OUT: "an item, established not to be {},",
    EvidenceStatus.UNKNOWN: "an item called {}",
}
_MASS = frozenset({"ammunition", "cctv", "video", "audio", "footage"})
_COUNTED = re.compile(r"(?:two|three|four|five|\d{1,3}|several|some|the|an?)\s")


def finished(words: str) -> str:
    """Words as one sentence: its capital, its pauses and its full stop.

    >>> finished("shots were fired")
    'Shots were fired.'
    """
    line = _PAUSES.sub("", words.strip().rstrip(_ENDS)).replace(PAUSE, ",")
    return f"{line[:1].upper()}{line[1:]}."


def item_text(item: Evidence) -> str:
    """What an item is called, and how sure anyone is of that.

    >>> item_text(Evidence(item_type="firearm", status="apparent"))
    'what appears to be a firearm'
    """
    noun = _noun(item)
    counted = _COUNTED.match(noun) or _is_many(noun)
    if not counted and noun.rsplit(" ", 1)[-1].lower() not in _MASS:
        noun = article(noun)
    return _STATUSES.get(item.status, "{}").replace("{}", noun).replace(",", PAUSE)


def _noun(item: Evidence) -> str:
    return plain(item.description) or item.item_type.replace("_", " ")


def _is_many(noun: str) -> bool:
    return noun.endswith("s") and not noun.endswith("ss")


def inquiry(case: Investigation | None) -> str:
    """What an inquiry is called, by its footing.

    >>> inquiry(Investigation(footing="independent"))
    'an independent investigation'
    """
    footing = "unknown" if case is None else case.footing
    named = footing.replace("_", " ")
    return article(FOOTINGS.get(footing, f"{named} investigation"))


def connective(link: Link | None) -> str:
    """The words for an event's stated relation to the one told just before it.

    Empty where no words say it, and where there is none.
    """
    if link is None:
        return ""
    if link.relation is AllenRelation.DURING:
        return "while this went on"
    if link.relation is AllenRelation.EQUALS:
        return "at the same time"
    if link.relation is AllenRelation.MET_BY:
        return "as soon as this ended"
    if link.relation is not AllenRelation.AFTER or link.least:
        return ""
    return _GAPS.get(link.greatest, "")


_GAPS: Final[dict[timedelta | None, str]] = {
    None: "after that",
    DEFAULT_VAGUENESS.immediately: "immediately after that",
    DEFAULT_VAGUENESS.shortly: "shortly after that",
}


@define
class Sentences:
    """Writes the sentences of one incident, in the order of asking."""

    incident: Incident
    cast: Cast

    def core(self, event: Event) -> str:
        """What happened, to whom and where; without when, and who says so."""
        said = event.citations[0] if event.citations else None
        force = Force.STATED if said is None else said.force
        self.cast.force = force if force in _SAYS else Force.STATED
        groups: dict[str, list[str]] = {}
        for one in event.participants:
            groups.setdefault(GROUPS.get(one.role, ""), []).append(one.party_id)
        template = _template(event.kind, groups.keys() - {""})
        if template is None:
            words, told = _summary(event), set[str]()
        else:
            words = self._filled(template, groups, event)
            if event.kind == EventKind.CHARGE and _NOTICE.search(event.summary):
                words = words.replace(" charged", " served with a notice")
            told = set(_NEEDS.findall(template))
        return _placed(words, event.place) + self._others(event, told)

    def _filled(
        self, template: str, groups: Mapping[str, Iterable[str]], event: Event
    ) -> str:
        """A template's words, each party named in the order of the sentence."""
        parts: dict[str, str] = {}
        for need in dict.fromkeys(_NEEDS.findall(template)):
            if need == "items":
                many, words = self._items(event)
            elif need == "inquiry":
                many, words = False, inquiry(self._case(event))
            elif need in groups:
                many = self.cast.is_plural(groups[need])
                words = self.cast.refer(groups[need])
            else:
                words = self.cast.implied(need)
                many = need == "police"
            parts[need] = words
            parts[f"{need}_was"] = "were" if many else "was"
        return template.format_map(parts)

    def _items(self, event: Event) -> tuple[bool, str]:
        """The items of an event, and whether they are several."""
        items = items_of(self.incident, event)
        if not items:
            return False, "an item"
        first = items[0]
        is_plain = _STATUSES.get(first.status, "{}").startswith("{}")
        many = len(items) > 1 or (is_plain and _is_many(_noun(first)))
        return many, listed(map(item_text, items))

    def _case(self, event: Event) -> Investigation | None:
        """The investigation that an event begins: by its body, or at its time."""
        ids = {one.party_id for one in event.participants}
        fitting = [one for one in self.incident.investigations if one.body_id in ids]
        known = [
            one
            for one in self.incident.investigations
            if one.opened == event.start and not (one.body_id and ids)
        ]
        return next(iter((*fitting, *known)), None)

    def _others(self, event: Event, told: set[str]) -> str:
        """Those who take part and whom the sentence has not named, with their role."""
        rest = [
            self._in_role(one)
            for one in event.participants
            if GROUPS.get(one.role, "") not in told
        ]
        return f"{PAUSE} also involving {listed(rest)}" if rest else ""

    def _in_role(self, one: Participant) -> str:
        role = one.role.replace("_", " ")
        who = self.cast.refer([one.party_id])
        return who if who.endswith(role) else f"{who} ({role})"

    def told(self, core: str, when: str, after: str, said: Citation | None) -> str:
        """A whole sentence: after what, when, what, and who says so."""
        who = "" if said is None else speaker(said.attributed_to)
        words = None if said is None else _SAYS.get(said.force)
        if words is None:
            tail = f", {who} said" if who else ""
            if after:
                return finished(f"{after}, {core} {when}".rstrip() + tail)
            return finished((f"{when}, {core}" if when else core) + tail)
        claim = words[0].replace("{}", who) if who else words[1]
        lead = f"{claim}, {after}," if after else claim
        return finished(f"{lead} {core} {when}")


def _placed(words: str, place: str) -> str:
    """What happened, and where, unless that is said already."""
    where = plain(place).strip(_ENDS)
    bare = _PREPOSED.sub("", where, count=1)
    if not bare or bare.lower() in words.lower():
        return words
    return f"{words.removesuffix(' at the scene')} {at_place(where)}"


def at_place(where: str) -> str:
    """A place with "at" before it, unless it begins with such a word.

    >>> at_place("the scene"), at_place("in Mill Lane")
    ('at the scene', 'in Mill Lane')
    """
    return where if not where or _PREPOSED.match(where) else f"at {where}"


def items_of(incident: Incident, event: Event) -> tuple[Evidence, ...]:
    """The items that an event concerns, in the order of the incident."""
    return tuple(
        one
        for one in incident.evidence
        if one.event_id == event.id or one.id in event.evidence_ids
    )


def _template(kind: str, groups: Iterable[str]) -> str | None:
    """The first template of a kind all of whose people are there or implied."""
    present = {*groups, *_OWN}
    choices = TEMPLATES.get(kind, ())
    for template in choices:
        if present.issuperset(_NEEDS.findall(template)):
            return template
    return _with_implied(choices, present | IMPLIED.get(kind, frozenset()))


def _with_implied(choices: Iterable[str], present: set[str]) -> str | None:
    fitting = (one for one in choices if present.issuperset(_NEEDS.findall(one)))
    return next(fitting, None)


def points_back(line: str) -> bool:
    """Whether a quote begins with words whose meaning only its source tells.

    >>> points_back("he was dismissed"), points_back("PC Roe was dismissed")
    (True, False)
    """
    return _POINTS_BACK.match(line) is not None


def _summary(event: Event) -> str:
    """What a line of the source says, where no template knows the kind."""
    line = plain(event.summary).strip(_ENDS)
    if not line or points_back(line):
        return f"an event recorded as {event.kind.replace('_', ' ')} took place"
    return line[:1].lower() + line[1:] if _COMMON.match(line) else line
