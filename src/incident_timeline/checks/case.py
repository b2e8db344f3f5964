"""Case: an incident under check, and what a rule reports of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from attrs import field, frozen

from incident_timeline.checks.law import Law, covers, in_force
from incident_timeline.checks.walk import citations_of, moments_of
from incident_timeline.model import Citation, Incident, Severity, Source, Verdict
from incident_timeline.model.incident import Named, incident_of
from incident_timeline.moments import Moment
from incident_timeline.timeline import Timeline, solve

__all__ = ["Case", "Hit"]

_COLLECTIONS = ("events", "parties", "evidence", "investigations", "sources", "links")


@frozen(kw_only=True)
class Hit:
    """What a rule reports: a finding, but for the rule's own code and name.

    Attributes:
        where: The place: a path such as ``events[3].end`` into the incident.
        message: One lower-case sentence, with local times.
        verdict: Whether it holds for every reading of the bounds, or for some.
        severity: The severity, where it is not the rule's.
        subject_ids: The records that it is about.
        citations: The words involved.
        mend: The smallest change that would satisfy the rule.
    """

    where: str
    message: str
    verdict: Verdict = Verdict.CERTAIN
    severity: Severity | None = None
    subject_ids: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()
    mend: str = ""


@frozen(eq=False)
class Case:
    """An incident under check: what rules look at.

    What several rules need is made once, on first need.

    Attributes:
        incident: The incident.
        profile: The jurisdiction to go by where the incident names none.
        wants_possible: Whether what is possible only is asked for; a rule may save
            itself the trouble where it isn't.

    >>> from incident_timeline.model import Draft
    >>> draft = Draft(zone="Europe/London")
    >>> shots = draft.event("shots", "2023-11-23T21:00")
    >>> Case(draft.incident()).where(shots, "start")
    'events[0].start'
    """

    incident: Incident = field(converter=incident_of)
    profile: str = ""
    wants_possible: bool = True

    @property
    def jurisdiction(self) -> str:
        """Whose law holds: the incident's own jurisdiction, or that of the profile."""
        return self.incident.jurisdiction or self.profile

    def is_under(self, law: Law) -> bool:
        """Whether a law is one of this place, whenever it held."""
        here = self.jurisdiction
        return here != "" and covers(law.jurisdiction, here)

    def law(self, laws: Iterable[Law], moment: Moment) -> Law | None:
        """The one of these laws that held here at a moment, beyond doubt."""
        return in_force(laws, self.jurisdiction, moment)

    @cached_property
    def timeline(self) -> Timeline:
        """The incident solved."""
        return solve(self.incident)

    @cached_property
    def moments(self) -> tuple[tuple[Named, str, Moment], ...]:
        """Every moment: the record it belongs to, the path in that, and itself."""
        return tuple(moments_of(self.incident))

    @cached_property
    def citations(self) -> tuple[tuple[Named, str, Citation], ...]:
        """Every citation: the record it belongs to, the path in that, and itself."""
        return tuple(citations_of(self.incident))

    @cached_property
    def _paths(self) -> dict[str, str]:
        return {record.id: where for where, record in _records(self.incident)}

    def where(self, record: Named, field: str = "") -> str:
        """The path to a record of the incident, or to a field of it."""
        path = self._paths[record.id]
        return f"{path}.{field}" if field else path

    def hit(
        self,
        record: Named,
        field: str,
        message: str,
        *,
        others: Iterable[Named] = (),
        verdict: Verdict = Verdict.CERTAIN,
        severity: Severity | None = None,
        mend: str = "",
    ) -> Hit:
        """A hit at a record's *field*, with the ids and words of all the records."""
        involved = (record, *others)
        quotes = (one for each in involved for one in _quotes(each))
        return Hit(
            where=self.where(record, field),
            message=message,
            verdict=verdict,
            severity=severity,
            subject_ids=tuple(dict.fromkeys(one.id for one in involved)),
            citations=tuple(dict.fromkeys(quotes)),
            mend=mend,
        )


def _quotes(record: Named) -> tuple[Citation, ...]:
    return () if isinstance(record, Source) else record.citations


def _records(incident: Incident) -> Iterator[tuple[str, Named]]:
    for name in _COLLECTIONS:
        for i, record in enumerate(getattr(incident, name)):
            yield f"{name}[{i}]", record
