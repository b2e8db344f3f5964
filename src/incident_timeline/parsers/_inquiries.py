"""Investigations: who inquires, on what footing, into what, and how it stands."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import define, evolve, field

from incident_timeline.model import Event, Investigation
from incident_timeline.parsers._cast import Cast
from incident_timeline.parsers._dating import Told
from incident_timeline.vocabulary import Footing, InvestigationStatus

__all__ = ["Inquiries"]

_INQUIRY = r"(?:investigation|inquiry|enquiry|probe|review|file|case|inquest)"
_FOOTINGS = tuple(
    (footing, re.compile(pattern))
    for footing, pattern in (
        (Footing.DIRECTED, r"\b[Dd]irected (?:and controlled )?investigation"),
        (Footing.MANAGED, r"\b[Mm]anaged investigation"),
        (Footing.SUPERVISED, r"\b[Ss]upervised investigation"),
        (Footing.LOCAL, r"\b[Ll]ocal(?:ly)? investigat"),
        (Footing.PUBLIC_INQUIRY, r"\b[Pp]ublic inquiry"),
        (
            Footing.INDEPENDENT,
            r"\bindependent(?:ly)?\b|\bIndependent(?:ly)? (?:investigat|inquiry|probe)",
        ),
        (
            Footing.CRIMINAL,
            r"\b(?:[Cc]riminal|[Mm]urder|[Hh]omicide) (?:investigation|inquiry|probe)",
        ),
        (
            Footing.ADMINISTRATIVE,
            r"\b[Aa]dministrative (?:investigation|inquiry|review)",
        ),
        (
            Footing.DISCIPLINARY,
            r"\b(?:[Dd]isciplinary|[Mm]isconduct) (?:investigation|inquiry)",
        ),
        (
            Footing.INTERNAL,
            r"\b[Ii]nternal (?:investigation|inquiry|review|probe)|\binternally\b",
        ),
        (Footing.INQUEST, r"\b[Ii]nquest\b|\bcoronial\b"),
        (Footing.REVIEW, r"\b[Rr]eview\b(?! [A-Z])"),
    )
)
_MATTER = re.compile(
    r"\b(?:(?:investigation|inquiry|enquiry|probe|inquest|review)\s(?:is\s\w{1,12}\s)?"
    r"(?:into|of|in\sto)|investigating|look(?:ing)?\sinto|reviewing)\s"
    r"(?P<matter>(?:the|an?|how|what|whether|why|his|her|this|that|its)\s[^.;:,\n]{2,120})",
    re.IGNORECASE,
)
_CLOSED = re.compile(
    rf"\b(?:clos|conclud|complet|end|finish|discontinu|terminat)ed\b[^.;]{{0,40}}\b{_INQUIRY}\b"
    rf"|\b{_INQUIRY}\b[^.;]{{0,40}}\b(?:clos|conclud|complet|end|finish|discontinu|terminat)ed\b"
    r"|\bconcluded\.",
    re.IGNORECASE,
)
# What is left of a clause whose time is cut off: "a death that occurred at about".
_HANGING = re.compile(
    r"(?:\s(?:on|at|in|around|about|approximately|just|shortly|before|after|late|early|that"
    r"|which|occurred|happened|took|place|was|reported|the|from|of)){0,8}\s{0,3}\Z",
    re.IGNORECASE,
)
_INQUEST = re.compile(r"\binquest\b", re.IGNORECASE)
_BEHIND = 60
# A telling is compared with so many of the investigations told of.
_MOST = 40


@define
class Inquiries:
    """The investigations of one document, each once."""

    text: str
    cast: Cast
    found: list[Investigation] = field(factory=list)

    def read(self, told: Sequence[Told], events: Sequence[Event]) -> None:
        """Take every investigation opened, then every one that is told to be closed."""
        for one, event in zip(told, events, strict=True):
            if one.kind == "investigation_start":
                self._open(one, event)
        for one, event in zip(told, events, strict=True):
            if one.kind in ("finding", "hearing"):
                self._follow(one, event)

    def _open(self, told: Told, event: Event) -> None:
        for number, one in enumerate((told, *told.again)):
            body, footing = self.cast.body(one), self._footing(one)
            known = self._known(body, footing, again=number > 0)
            if known is None:
                cited = event.citations
                opened = Investigation(
                    body_id=body,
                    footing=footing,
                    status=InvestigationStatus.OPEN,
                    matter=self._matter(one),
                    opened=event.start,
                    citations=cited[number : number + 1] if number else cited,
                )
                self._add(opened)
                continue
            self._learn(known, body, footing, self._matter(one))

    def _learn(self, known: int, body: str | None, footing: str, matter: str) -> None:
        """Keep what another telling of an investigation adds to it."""
        old = self.found[known]
        told = (
            old.body_id or body,
            footing if old.footing == "unknown" else old.footing,
            old.matter or matter,
        )
        if told != (old.body_id, old.footing, old.matter):
            self.found[known] = evolve(
                old, body_id=told[0], footing=told[1], matter=told[2]
            )

    def _follow(self, told: Told, event: Event) -> None:
        """An inquest that is heard, or an investigation that has ended."""
        passage = told.passage
        low = max(passage.start, told.telling.at - _BEHIND)
        high = min(passage.end, told.telling.end + _BEHIND)
        inquest = _INQUEST.search(self.text, low, high) is not None
        closed = _CLOSED.search(self.text, low, high) is not None
        if not inquest and not closed:
            return
        body = self.cast.body(told)
        footing = Footing.INQUEST if inquest else "unknown"
        known = self._known(body, footing, again=not inquest)
        if known is None:
            heard = Investigation(
                body_id=body,
                footing=footing,
                matter=self._matter(told),
                citations=event.citations[:1],
            )
            self._add(heard)
            known = len(self.found) - 1
        ended = closed or (inquest and told.kind == "finding")
        old = self.found[known]
        if ended and old.status != InvestigationStatus.CLOSED:
            cited = (*old.citations, *event.citations[:1])
            self.found[known] = evolve(
                old,
                status=InvestigationStatus.CLOSED,
                closed=event.start,
                citations=tuple(dict.fromkeys(cited)),
            )

    def _known(self, body: str | None, footing: str, *, again: bool) -> int | None:
        """The investigation that a telling tells again, by its body and footing."""
        for number, one in enumerate(self.found[:_MOST]):
            if _INQUESTS.isdisjoint((one.footing, footing)) or one.footing == footing:
                same_body = None in (body, one.body_id) or body == one.body_id
                alike = "unknown" in (footing, one.footing) or footing == one.footing
                if same_body and alike and (again or body == one.body_id):
                    return number
        return None

    def _add(self, found: Investigation) -> None:
        self.found.append(evolve(found, id=f"i{len(self.found) + 1}"))

    def _footing(self, told: Told) -> str:
        clause = told.passage.clauses[told.telling.clause]
        low = min(told.telling.start, clause.start)
        high = min(told.passage.end, max(told.telling.end + 1, clause.end))
        for footing, words in _FOOTINGS:
            if words.search(self.text, low, high):
                return footing
        return "unknown"

    def _matter(self, told: Told) -> str:
        """What an investigation is about, in the text's words."""
        low = max(told.passage.start, told.telling.start - 20)
        found = _MATTER.search(self.text, low, told.passage.end)
        if found is None:
            return ""
        start, end = found.span("matter")
        times = [t.start for t in told.passage.times if start < t.start < end]
        words = self.text[start : min((end, *times))]
        return " ".join(_HANGING.sub("", words).split())


_INQUESTS = frozenset({Footing.INQUEST})
