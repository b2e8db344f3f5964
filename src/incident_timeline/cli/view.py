"""What a person sees of an incident: its events in order, spans, findings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import Any

from rich.box import SIMPLE_HEAD
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from incident_timeline.cli.safe import safe
from incident_timeline.model import (
    Citation,
    Event,
    Finding,
    Incident,
    Severity,
    Verdict,
)
from incident_timeline.moments import Moment, bounds_text
from incident_timeline.timeline import Timeline, solve

__all__ = ["console", "findings_view", "incident_view"]

_SPANS = (
    ("call", "shots"),
    ("call", "arrival"),
    ("shots", "first_aid"),
    ("shots", "death_pronouncement"),
    ("call", "death_pronouncement"),
)
_NOTHING, _WORTH_TELLING = timedelta(), timedelta(minutes=1)
_DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_DATE_AND_MORE = re.compile(r"(\d{4}-\d\d-\d\d) ", re.ASCII)
_COLOURS = {
    Severity.CONTRADICTION: "bold red",
    Severity.IMPLAUSIBLE: "yellow",
    Severity.MISSING: "cyan",
    Severity.OVERDUE: "magenta",
    Severity.NOTE: "dim",
}


def _text(words: str, style: str = "") -> Text:
    return Text(safe(words), style=style)


def incident_view(incident: Incident) -> RenderableType:
    """An incident: title, events in the computed order, and the time between them."""
    timeline = solve(incident)
    return Group(
        _text(_title(incident), "bold"),
        _text(_about(incident, timeline), "dim"),
        _events(timeline),
        *_spans(timeline),
    )


def _title(incident: Incident) -> str:
    titles = (source.title for source in incident.sources if source.title)
    return incident.title or next(titles, "") or incident.id or "Incident"


def _about(incident: Incident, timeline: Timeline) -> str:
    zones = _zones(incident)
    zone = f"times in {', '.join(zones)}" if zones else "no times"
    state = "consistent" if timeline.is_consistent else "in conflict"
    count = len(incident.events)
    events = f"{count} event{'' if count == 1 else 's'}"
    return f"{events}, {zone}, {state}; both ends of a range are meant"


def _zones(incident: Incident) -> list[str]:
    zones = (event.start.zone for event in incident.events)
    return list(dict.fromkeys(zone for zone in zones if zone is not None))


def _doubted(timeline: Timeline) -> set[str]:
    """The events of conflicts, whose bounds are those stated."""
    return {one for conflict in timeline.conflicts for one in conflict.subject_ids}


def _events(timeline: Timeline) -> Table:
    table = Table(box=SIMPLE_HEAD, pad_edge=False, expand=True, highlight=False)
    table.add_column("when", max_width=19, style="cyan")
    table.add_column("what", max_width=16, overflow="fold", style="bold")
    table.add_column("in whose words, and how sure", overflow="fold", ratio=1)
    day, zoned = "", len(_zones(timeline.incident)) > 1
    doubted = _doubted(timeline)
    for event in timeline.events:
        bounds = event.start if event.id in doubted else timeline.bounds(event)
        when, day = _when(bounds, day)
        when += f"\n{bounds.zone}" if zoned and bounds.zone else ""
        when += "\nin conflict" if event.id in doubted else ""
        table.add_row(_text(when), _text(_what(event)), _words(timeline, event))
    return table


def _when(bounds: Moment, day: str) -> tuple[str, str]:
    """The bounds, without the date where it was shown last; and the date shown."""
    text = bounds_text(bounds)
    shorter = text.replace(f"{day} ", "", 1) if day else text
    dates = _DATE.findall(text)
    return _DATE_AND_MORE.sub(r"\1\n", shorter), dates[-1] if dates else day


def _what(event: Event) -> str:
    return event.kind.replace("_", " ")


def _words(timeline: Timeline, event: Event) -> Text:
    text = Text()
    for citation in event.citations[:2]:
        text.append_text(_text(f"“{_short(citation.quote)}” – ", ""))
        text.append_text(_text(f"{_who(timeline, citation)}\n", "dim"))
    if event.start.text:
        text.append_text(_text(f"time as told: {event.start.text}\n", "green"))
    text.rstrip()
    return text


def _short(quote: str, limit: int = 160) -> str:
    one_line = " ".join(quote.split())
    return one_line if len(one_line) <= limit else one_line[: limit - 1] + "…"


def _who(timeline: Timeline, citation: Citation) -> str:
    sources = timeline.incident.sources
    source = timeline.incident.source(citation.source_id)
    own = source.publisher or (len(sources) > 1 and (source.title or source.id))
    return f"{citation.attributed_to or own or 'the account'}, {citation.force}"


def _spans(timeline: Timeline) -> Iterator[RenderableType]:
    for first, second in _SPANS:
        if not all(
            len(timeline.incident.events_of_kind(k)) == 1 for k in (first, second)
        ):
            continue
        ids = {timeline.find(first).id, timeline.find(second).id}
        if not ids.isdisjoint(_doubted(timeline)):
            continue
        elapsed = timeline.elapsed(first, second)
        if (
            elapsed.greatest is not None
            or (elapsed.least or _NOTHING) >= _WORTH_TELLING
        ):
            names = f"{first} to {second}".replace("_", " ")
            yield Text.assemble((f"{names}: ", "bold"), str(elapsed))


def findings_view(findings: Iterable[Finding]) -> RenderableType:
    """The findings, each with its code, message, place and quotes."""
    listed = list(findings)
    if not listed:
        return Text("no findings", style="green")
    count = f"{len(listed)} finding{'' if len(listed) == 1 else 's'}"
    return Group(Text(count, style="bold"), *map(_finding, listed))


def _finding(finding: Finding) -> RenderableType:
    head = Text.assemble(
        (f"{finding.code} ", "bold"),
        ("" if finding.verdict is Verdict.CERTAIN else "possible ", "dim"),
        (f"{finding.severity.value}", _COLOURS[finding.severity]),
        " ",
        _text(finding.name.replace("-", " "), "dim"),
    )
    at = "" if finding.line is None else f", line {finding.line}"
    body = _text(f"{finding.message} ({finding.where}{at})")
    quotes = [
        _text(f"“{_short(one.quote, 100)}”", "green") for one in finding.citations[:4]
    ]
    mend = [_text(f"mend: {finding.mend}", "dim")] if finding.mend else []
    return Group(head, Padding(Group(body, *quotes, *mend), (0, 0, 0, 6)))


class _Screen(Console):
    """A console that takes no text for markup, and reports a closed pipe."""

    def __init__(self, **options: Any) -> None:
        super().__init__(highlight=False, markup=False, emoji=False, **options)

    def on_broken_pipe(self) -> None:
        """Leave it to the command line to exit; rich would exit with 1."""
        raise BrokenPipeError


def console(**options: Any) -> Console:
    """A console for what this module draws; *options* are those of rich."""
    return _Screen(**options)
