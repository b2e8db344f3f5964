"""What a person sees in a terminal, drawn by rich, in which no text is a command."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from rich.box import SIMPLE_HEAD
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from incident_timeline.checks import Review
from incident_timeline.model import Event, Finding, Incident, Severity, Verdict
from incident_timeline.moments import Moment, bounds_text
from incident_timeline.reports.safe import safe
from incident_timeline.showing.rows import Row, Sheet, sheet_of
from incident_timeline.showing.words import (
    count,
    heading,
    short,
    spans,
    spoken,
    who_says,
)
from incident_timeline.timeline import Timeline

__all__ = ["drawn", "finding_view", "findings_view", "text"]

_DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_DATE_AND_MORE = re.compile(r"(\d{4}-\d\d-\d\d) ", re.ASCII)
_COLOURS = {
    Severity.CONTRADICTION: "bold red",
    Severity.IMPLAUSIBLE: "yellow",
    Severity.MISSING: "cyan",
    Severity.OVERDUE: "magenta",
    Severity.NOTE: "dim",
}


def drawn(shown: Incident | Timeline | Review, most: int | None) -> RenderableType:
    """An incident or a timeline: title, at most so many events, spans; or a review."""
    if isinstance(shown, Review):
        hidden = count(len(shown.suppressed), "finding")
        more = [text(f"{hidden} suppressed", "dim")] if shown.suppressed else []
        return Group(findings_view(shown.findings), *more)
    sheet = sheet_of(shown)
    rows = sheet.rows[:most]
    left = len(sheet.rows) - len(rows)
    return Group(
        text(heading(sheet.incident), "bold"),
        text(sheet.note, "dim"),
        _events(sheet, rows),
        *([text(f"and {count(left, 'event')} more", "dim")] if left else []),
        *_spans(sheet.timeline),
    )


def text(words: str, style: str = "") -> Text:
    """Words in a style, in which nothing is a command to the terminal."""
    return Text(safe(words), style=style)


def _events(sheet: Sheet, rows: Iterable[Row]) -> Table:
    table = Table(box=SIMPLE_HEAD, pad_edge=False, expand=True, highlight=False)
    table.add_column("when", max_width=19, style="cyan")
    table.add_column("what", max_width=16, overflow="fold", style="bold")
    table.add_column("in whose words, and how sure", overflow="fold", ratio=1)
    day = ""
    for row in rows:
        when, day = _when(row.start, day)
        when += f"\n{row.start.zone}" if sheet.is_zoned and row.start.zone else ""
        when += "\nin conflict" if row.is_doubted else ""
        words = _words(sheet.incident, row.event)
        table.add_row(text(when), text(spoken(row.event.kind)), words)
    return table


def _when(bounds: Moment, day: str) -> tuple[str, str]:
    """The bounds, without a lone date where it was shown last; and the date shown."""
    words = bounds_text(bounds)
    dates = _DATE.findall(words)
    if dates == [day]:
        return words.replace(f"{day} ", "", 1), day
    return _DATE_AND_MORE.sub(r"\1\n", words), dates[-1] if dates else day


def _words(incident: Incident, event: Event) -> Text:
    found = Text()
    for citation in event.citations[:2]:
        found.append_text(text(f"“{short(citation.quote)}” – ", ""))
        found.append_text(text(f"{who_says(incident, citation)}\n", "dim"))
    if event.start.text:
        found.append_text(text(f"time as told: {event.start.text}\n", "green"))
    found.rstrip()
    return found


def _spans(timeline: Timeline | None) -> Iterator[RenderableType]:
    for name, elapsed in spans(timeline) if timeline else ():
        yield Text.assemble((f"{name}: ", "bold"), elapsed)


def findings_view(findings: Iterable[Finding]) -> RenderableType:
    """The findings, each with its code, message, place and quotes."""
    listed = list(findings)
    if not listed:
        return Text("no findings", style="green")
    head = Text(count(len(listed), "finding"), style="bold")
    return Group(head, *map(finding_view, listed))


def finding_view(finding: Finding) -> RenderableType:
    """One finding: its code, severity, message, place, quotes and mend."""
    head = Text.assemble(
        text(f"{finding.code} ", "bold"),
        ("" if finding.verdict is Verdict.CERTAIN else "possible ", "dim"),
        (f"{finding.severity.value}", _COLOURS[finding.severity]),
        " ",
        text(finding.name.replace("-", " "), "dim"),
    )
    at = "" if finding.line is None else f", line {finding.line}"
    body = text(f"{finding.message} ({finding.where}{at})")
    quotes = [
        text(f"“{short(one.quote, 100)}”", "green") for one in finding.citations[:4]
    ]
    mend = [text(f"mend: {finding.mend}", "dim")] if finding.mend else []
    return Group(head, Padding(Group(body, *quotes, *mend), (0, 0, 0, 6)))
