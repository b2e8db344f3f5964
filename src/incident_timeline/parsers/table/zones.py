"""The zone of a row: one that is given, one by a column, or that of a US state."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Final

from incident_timeline.parsers.table.cells import Cells
from incident_timeline.parsers.table.mapping import ZonePlan
from incident_timeline.parsers.table.words import folded

__all__ = ["us_state_zones", "zone_of"]

_ROOM: Final = "incident_timeline.parsers.table"


@cache
def us_state_zones() -> dict[str, tuple[str, ...]]:
    """The zones of each state of the US, by its code and by its name in small letters.

    The first is the one in which most of its people live.

    >>> us_state_zones()["tx"]
    ('America/Chicago', 'America/Denver')
    """
    text = files(_ROOM).joinpath("us_state_zones.toml").read_text("utf-8")
    zones: dict[str, tuple[str, ...]] = {}
    for code, state in tomllib.loads(text)["state"].items():
        zones[folded(code)] = zones[folded(state["name"])] = tuple(state["zones"])
    return zones


def zone_of(cells: Cells, plan: ZonePlan) -> tuple[str | None, bool]:
    """The zone of a row, and whether it is only the likeliest of several."""
    if plan.us_state:
        return _by_state(cells, plan.us_state)
    column = plan.choice.column
    if not column:
        return plan.choice.fixed or None, False
    cell = cells.cell(column)
    zone = plan.choice.of(cell.text) if cell.text else plan.choice.otherwise
    if zone is None and cell.text:
        message = f"{cell.text!r} is not among the values that tell a zone"
        cells.note("TL667", column, cell.piece, message)
    return zone, False


def _by_state(cells: Cells, column: str) -> tuple[str | None, bool]:
    cell = cells.cell(column)
    zones = us_state_zones().get(folded(cell.text), ())
    if cell.text and not zones:
        cells.note("TL667", column, cell.piece, f"{cell.text!r} is no state of the US")
    return (zones[0] if zones else None), len(zones) > 1
