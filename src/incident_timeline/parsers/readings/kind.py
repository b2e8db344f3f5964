"""One kind of finding on how a document reads."""

from __future__ import annotations

from attrs import frozen

from incident_timeline.model import Finding, Severity

__all__ = ["Reading"]


@frozen(kw_only=True)
class Reading:
    """One kind of finding on how a text reads.

    Attributes:
        code: Its code, never reused.
        name: The matter, in kebab case.
        severity: How much it matters.
        title: One line.
        explanation: What it says, why it matters, and what to do, in Markdown.

    >>> from incident_timeline.parsers.readings import reading
    >>> reading("TL601").name
    'empty-document'
    """

    code: str
    name: str
    severity: Severity
    title: str
    explanation: str

    @property
    def page(self) -> str:
        """The page that explains it, in Markdown."""
        return f"# {self.code} {self.name}\n\n{self.title}\n\n{self.explanation}\n"

    def finding(
        self,
        where: str,
        message: str,
        *,
        raw: str = "",
        line: int | None = None,
        column: int | None = None,
        offset: int | None = None,
    ) -> Finding:
        """A finding at a place; line and column are counted from 1, offset from 0."""
        return Finding(
            code=self.code,
            name=self.name,
            severity=self.severity,
            where=where,
            message=message,
            raw=raw,
            line=line,
            column=column,
            offset=offset,
        )
