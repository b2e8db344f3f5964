"""What a person sees of findings, and of the codes that they have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from rich.box import SIMPLE_HEAD
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from incident_timeline.reports import Checked
from incident_timeline.showing.terminal import finding_view, text
from incident_timeline.showing.words import count

__all__ = ["checked_view", "codes_view"]


def checked_view(
    checked: Iterable[Checked], *, named: bool = False, suppressed: bool = False
) -> RenderableType:
    """What was found in documents, under their names where several were asked for."""
    every = list(checked)
    parts: list[RenderableType] = [_summary(every, named=named)]
    for one in every:
        own = [
            *map(finding_view, one.findings),
            *(_suppressed(one) if suppressed else ()),
        ]
        if own and named:
            names = (one.file or "standard input", one.incident_id)
            parts.append(text(" ".join(filter(None, names)), "bold underline"))
        parts += own
    return Group(*parts)


def _summary(checked: list[Checked], *, named: bool) -> Text:
    found = sum(len(one.findings) for one in checked)
    hidden = sum(len(one.suppressed) for one in checked)
    unread = sum(bool(one.error) for one in checked)
    files = len({one.file for one in checked if one.incident or one.error})
    parts = [count(found, "finding") if found else "no findings"]
    parts += [f"in {count(files, 'file')}"] if named else []
    parts += [f"({hidden} suppressed)"] if hidden else []
    parts += [f"({unread} unreadable)"] if unread else []
    return Text(" ".join(parts), style="bold" if found or unread else "green")


def _suppressed(checked: Checked) -> Iterator[RenderableType]:
    for one in checked.suppressed:
        reason = one.suppression.reason or "no reason is given"
        yield text(f"{one.finding.code} suppressed: {one.finding.message}", "dim")
        why = f"{reason} ({one.suppression.code}"
        place = f"@{one.suppression.where})" if one.suppression.where else ")"
        yield Padding(text(why + place, "dim"), (0, 0, 0, 6))


def codes_view(listed: Iterable[Mapping[str, Any]]) -> RenderableType:
    """Every code in a table."""
    table = Table(box=SIMPLE_HEAD, pad_edge=False, highlight=False)
    for title in ("code", "name", "severity", "on", "law of"):
        table.add_column(title, overflow="fold")
    for one in listed:
        is_on, law = "yes" if one["default"] else "", ", ".join(one["jurisdictions"])
        words = (one["code"], one["name"], one["severity"], is_on, law)
        table.add_row(*map(text, words))
    return table
