"""Where each event happens: the narrowest place that its clause tells."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import define, field

from incident_timeline.parsers._dating import Told
from incident_timeline.parsers._passages import Passage
from incident_timeline.text.places import PlaceMention, find_places
from incident_timeline.text.spans import Span

__all__ = ["Whereabouts"]

# Of these, a place that a way leads to is where they happen, or where they end.
_LED_TO = frozenset(
    "arrival deployment call conveyance custody contact investigator_deployment".split()
)
# What bodies do far from the scene: the places that their clauses tell are its matter.
_OFFICIAL = frozenset(
    "referral investigation_start finding public_statement family_informed"
    " identification interview charge other".split()
)
# Of these, only premises count: an inquest, an examination.
_INDOORS = frozenset({"hearing", "post_mortem"})
_THERE = re.compile(r"\s(?:\w{1,12}\s)?there\b", re.IGNORECASE)
# "Shot and killed in Mill Lane": where the two verbs are of one deed.
_AT_ONCE = re.compile(r"\s?(?:and\s)?(?:fatally\s)?(?:killed|wounded|injured)\b")
_SPACE = re.compile(r"\s{1,20}")
_SPOKEN_OF = ("quotation", "appeal", "general", "background")
# A place so far behind an event's words may still be told of it.
_REACH = 120


@define
class Whereabouts:
    """The places of one document's events."""

    text: str
    _found: dict[int, tuple[PlaceMention, ...]] = field(factory=dict)
    _sites: list[str] = field(factory=list)
    _last: str = ""

    def place(self, told: Told) -> str:
        """Where an event happens, in the text's words; empty where it doesn't say."""
        place = self._own(told)
        if place is None and not self._places(told.passage):
            leads = (t for t in told.again if t.passage.part in ("lead", "heading"))
            others = (self._own(one) for one in leads)
            place = next((p for p in others if p is not None), None)
        if place is None:
            return self._there(told)
        words = _SPACE.sub(" ", place.of(self.text))
        if place.kind == "scene":
            return self._sites[0] if len(self._sites) == 1 else words
        if told.kind not in _INDOORS | {"conveyance", "custody"}:
            self._keep(place, words)
        self._last = words if place.kind == "premises" else self._last
        return words

    def _keep(self, place: PlaceMention, words: str) -> None:
        told = any(c.isupper() or c.isdigit() for c in words)
        away = "hospital" in words.lower() or place.kind == "area" or not told
        if not away and words not in self._sites:
            self._sites.append(words)

    def _there(self, told: Told) -> str:
        """The premises told of last, where the words say "there"."""
        end = told.telling.end
        return self._last if _THERE.match(self.text, end, end + 20) else ""

    def _own(self, told: Told) -> PlaceMention | None:
        """The place that the clause of a telling gives it."""
        if told.kind in _OFFICIAL:
            return None
        fitting = [p for p in self._near(told) if _fits(told.kind, p)]
        at = told.telling.at
        fitting.sort(key=lambda p: (-p.rank, abs(p.start - at)))
        return fitting[0] if fitting else None

    def _near(self, told: Told) -> Sequence[PlaceMention]:
        """The places from an event's words to the next event's, or before the first."""
        passage, telling = told.passage, told.telling
        others = [t for t in passage.tellings if t.at != telling.at]
        after = (t for t in others if t.at > telling.at)
        own = (t for t in after if not _AT_ONCE.match(self.text, telling.end))
        starts = (t.start if t.start > telling.at else t.at for t in own)
        stop = min(starts, default=passage.end)
        clause = passage.clauses[min(telling.clause, len(passage.clauses) - 1)]
        end = min(stop, max(clause.end, telling.end + 1), telling.end + _REACH)
        begin = telling.at
        if not any(t.at < telling.at for t in others):
            begin = min(telling.start, clause.start)
            begin = passage.start if not others or telling.clause == 1 else begin
        return [
            p
            for p in self._places(passage)
            if begin <= p.start < end and p.start < max(end, telling.end)
        ]

    def _places(self, passage: Passage) -> tuple[PlaceMention, ...]:
        if passage.number not in self._found:
            spoken = [s for s in passage.scopes if s.kind in _SPOKEN_OF]
            self._found[passage.number] = tuple(
                p
                for p in find_places(self.text, Span(passage.start, passage.end))
                if not any(t.start < p.end and p.start < t.end for t in passage.times)
                if not any(s.start <= p.start < s.end for s in spoken)
            )
        return self._found[passage.number]


def _fits(kind: str, place: PlaceMention) -> bool:
    if kind in _INDOORS:
        return place.kind == "premises" and place.relation == "at"
    if place.relation == "to":
        return kind in _LED_TO
    if place.relation == "from":
        return kind == "evidence_recovery"
    return kind != "conveyance"
