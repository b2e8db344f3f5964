"""Finding: one thing that a rule or a reader has to say."""

from __future__ import annotations

from enum import StrEnum

from attrs import field, frozen

from incident_timeline.model.source import Citation

__all__ = ["Finding", "Severity", "Verdict"]


class Severity(StrEnum):
    """How much a finding matters, the gravest first."""

    CONTRADICTION = "contradiction"
    IMPLAUSIBLE = "implausible"
    MISSING = "missing"
    OVERDUE = "overdue"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """Its place among the severities; 0 is the gravest."""
        return tuple(Severity).index(self)


class Verdict(StrEnum):
    """Whether a finding holds for every reading of the bounds, or for some."""

    CERTAIN = "certain"
    POSSIBLE = "possible"


@frozen(kw_only=True, order=False)
class Finding:
    """One thing that a rule or a reader has to say.

    Attributes:
        code: The rule's code, such as ``TL101``; never reused.
        name: The fault's name, such as ``event-ends-before-start``.
        severity: How much it matters.
        verdict: Whether it holds for every reading of the bounds, or for some.
        where: The place: a path such as ``events[3].end`` into the incident.
        message: One lower-case sentence.
        subject_ids: The records that it is about.
        citations: The words involved.
        mend: The smallest change that would satisfy the rule; empty where none is
            known.
        raw: Input that could not be used, as it stood.
        line: The line of the input, counted from 1, where it has lines.
        column: The column in that line, counted from 1.
        offset: The character in the input, counted from 0.

    >>> str(Finding(code="TL101", name="event-ends-before-start",
    ...             severity=Severity.CONTRADICTION, where="events[0].end",
    ...             message="ends 5 minutes before it starts"))
    'events[0].end: TL101 ends 5 minutes before it starts'
    """

    code: str
    name: str
    severity: Severity = field(converter=Severity)
    verdict: Verdict = field(default=Verdict.CERTAIN, converter=Verdict)
    where: str
    message: str
    subject_ids: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()
    mend: str = ""
    raw: str = ""
    line: int | None = None
    column: int | None = None
    offset: int | None = None

    def __str__(self) -> str:
        at = "" if self.line is None else f"line {self.line}, column {self.column}: "
        return f"{at}{self.where}: {self.code} {self.message}"
