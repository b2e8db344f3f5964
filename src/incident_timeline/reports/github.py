"""Findings as workflow commands of GitHub Actions, which shows them as annotations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from incident_timeline.checks import Page
from incident_timeline.model import Finding, Verdict
from incident_timeline.reports.base import Checked, Region, level_of
from incident_timeline.reports.safe import safe

__all__ = ["github_report"]

_COMMANDS: Final = {"error": "error", "warning": "warning", "note": "notice"}
_DATA: Final = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_IN_DATA: Final = str.maketrans(_DATA)
_IN_PROPERTY: Final = str.maketrans(_DATA | {":": "%3A", ",": "%2C"})


def github_report(checked: Iterable[Checked], pages: Iterable[Page] = ()) -> str:
    """One workflow command a finding, the gravest first.

    GitHub shows ten of each level in a step. *pages* are not needed.
    """
    del pages
    every = list(checked)
    pairs = [(one, finding) for one in every for finding in one.findings]
    pairs.sort(key=lambda pair: pair[1].severity.rank)
    lines = [_unread(one) for one in every if one.error]
    lines += [_command(one, finding) for one, finding in pairs]
    return "".join(f"{line}\n" for line in lines)


def _unread(checked: Checked) -> str:
    properties = {"file": checked.file, "title": "unreadable"}
    return _line("error", properties, checked.error)


def _command(checked: Checked, finding: Finding) -> str:
    region = checked.region(finding)
    properties = {
        **dict(_place(checked.file, region)),
        "title": f"{finding.code} {finding.name}",
    }
    return _line(_COMMANDS[level_of(finding)], properties, _message(finding))


def _place(file: str, region: Region | None) -> Iterator[tuple[str, str]]:
    if not file:
        return
    yield "file", file
    yield "line", str(region.line if region else 1)
    if region and region.end_line != region.line:
        yield "endLine", str(region.end_line)  # GitHub takes no columns then
    elif region:
        yield "col", str(region.column)
        yield "endColumn", str(region.end_column)


def _message(finding: Finding) -> str:
    possible = "" if finding.verdict is Verdict.CERTAIN else "possible: "
    where = f" ({finding.where})" if finding.where else ""
    quotes = (
        f"“{' '.join(one.quote.split())}”" for one in finding.citations if one.quote
    )
    mend = [f"mend: {finding.mend}"] if finding.mend else []
    return "\n".join([f"{possible}{finding.message}{where}", *quotes, *mend])


def _line(command: str, properties: dict[str, str], message: str) -> str:
    told = ",".join(
        f"{name}={safe(value).translate(_IN_PROPERTY)}"
        for name, value in properties.items()
        if value
    )
    return f"::{command} {told}::{safe(message).translate(_IN_DATA)}"
