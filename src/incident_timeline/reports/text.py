"""Findings as plain lines, one each, as compilers and linters print them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from incident_timeline.checks import Page
from incident_timeline.model import Finding, Verdict
from incident_timeline.reports.base import Checked
from incident_timeline.reports.safe import safe

__all__ = ["text_report"]


def text_report(checked: Iterable[Checked], pages: Iterable[Page] = ()) -> str:
    """One line a finding: ``file:line:column: code severity: message (place)``.

    What could not be read is a line too. *pages* are not needed.
    """
    del pages
    return "".join(f"{line}\n" for one in checked for line in _lines(one))


def _lines(checked: Checked) -> Iterator[str]:
    file = checked.file or "standard input"
    if checked.error:
        yield _line(f"{file}: unreadable: {checked.error}")
    for finding in checked.findings:
        region = checked.region(finding)
        at = f":{region.line}:{region.column}" if region else ""
        yield _line(f"{file}{at}: {_said(finding)}{_where(checked, finding)}")


def _said(finding: Finding) -> str:
    possible = "" if finding.verdict is Verdict.CERTAIN else "possible "
    return f"{finding.code} {possible}{finding.severity}: {finding.message}"


def _where(checked: Checked, finding: Finding) -> str:
    parts = (checked.incident_id, finding.where)
    told = " ".join(part for part in parts if part)
    return f" ({told})" if told else ""


def _line(text: str) -> str:
    return safe(" ".join(text.split()))
