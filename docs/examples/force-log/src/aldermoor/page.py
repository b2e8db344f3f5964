"""From a log to a page: read it, check it, write it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from aldermoor.log import aldermoor
from incident_timeline import Finding, check, parse, serialise

__all__ = ["page"]


def page(path: Path) -> str:
    """Write a log's incidents as Markdown, with all that is to be asked about them."""
    parsed = parse(path, parser=aldermoor, zone="Europe/London")
    parts = []
    for incident in parsed.incidents:
        parts.append(serialise(incident, "markdown").text)
        parts.append(listed("To ask", check(incident)))
    parts.append(listed("Not read", parsed.findings))
    return "\n".join(part for part in parts if part)


def listed(title: str, findings: Iterable[Finding]) -> str:
    """List findings as an indented block, in which nothing needs an escape."""
    lines = [f"    {finding}" for finding in findings]
    return "\n".join((f"## {title}\n", *lines, "")) if lines else ""
