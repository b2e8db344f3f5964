"""Tables: a header and rows, in delimited text or in JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Final

from attrs import evolve, frozen

from incident_timeline.parsers.building import Piece
from incident_timeline.parsers.table.cells import named
from incident_timeline.parsers.table.jsons import json_rows
from incident_timeline.parsers.table.rows import (
    Delimited,
    Field,
    Row,
    delimiter_of,
    lines_of,
    spread,
)

__all__ = ["Table", "open_table"]

_BOM: Final = "\ufeff"
_BLANK: Final = f" \t\r\n{_BOM}"


@frozen(eq=False)
class Table:
    """A table as it is opened.

    Attributes:
        first: Its header, or in JSON its first row.
        header: Its header, where it has one.
        names: The names of its columns; in JSON those of its first row.
        rows: Its rows, which can be gone through once.
    """

    first: Piece
    header: Piece | None
    names: tuple[str, ...]
    rows: Iterator[Row]


def open_table(
    chunks: Iterable[str], *, delimiter: str = "", name: str = ""
) -> Table | None:
    """The table in a text that comes in parts, or nothing where that is blank.

    What begins as JSON does is JSON, unless the name of its file says otherwise.
    """
    lines = lines_of(chunks)
    head: list[str] = []
    for line in lines:
        head.append(line)
        if line.strip(_BLANK):
            break
    else:
        return None
    skipped = int(head[0].startswith(_BOM))
    head[0] = head[0].removeprefix(_BOM)
    low = name.lower()
    is_named = low.endswith((".csv", ".tsv"))
    if head[-1].lstrip().startswith(("{", "[")) and not is_named:
        return _json(chain(head, lines), skipped)
    told = "\t" if low.endswith(".tsv") else delimiter_of(head[-1])
    return _delimited(chain(head, lines), skipped, delimiter or told)


def _json(lines: Iterable[str], offset: int) -> Table | None:
    every = filter(_has_words, json_rows(lines, offset))
    rows = (evolve(row, names=named(row.names)) for row in every)
    first = next(rows, None)
    if first is None:
        return None
    return Table(first.piece, None, first.names, chain([first], rows))


def _delimited(lines: Iterable[str], offset: int, delimiter: str) -> Table | None:
    form = Delimited(delimiter)
    rows = filter(_has_words, form.records(lines, offset))
    head = next(rows, None)
    if head is None:
        return None
    names = named(one.value for one in head.fields)
    fitted = (_fitted(row, names, form) for row in rows)
    return Table(head.piece, head.piece, names, fitted)


def _has_words(row: Row) -> bool:
    """Whether a row holds anything."""
    return bool(row.remark) or any(one.value.strip() for one in row.fields)


def _fitted(row: Row, names: tuple[str, ...], form: Delimited) -> Row:
    """A row with the table's columns; what doesn't fit them is remarked."""
    remark = row.remark
    if len(row.fields) == 1 < len(names) and form.delimiter in row.fields[0].value:
        inner = _inner(row, form)
        if len(inner) == len(names):
            row, remark = evolve(row, fields=inner), "the row stands in one cell"
    if len(row.fields) != len(names):
        counts = f"{len(row.fields)} cells, where the header has {len(names)}"
        remark = f"{remark}; {counts}" if remark else counts
    return evolve(row, names=names, remark=remark)


def _inner(row: Row, form: Delimited) -> tuple[Field, ...]:
    """The cells of a row that was quoted as one cell."""
    outer = row.fields[0]
    raw = row.piece.text[outer.start : outer.end]
    at = spread(raw, outer.value)
    inner = next(form.records([outer.value]), None)
    if at is None or inner is None:
        return ()
    return tuple(
        Field(outer.start + at[one.start], outer.start + at[one.end], one.value)
        for one in inner.fields
    )
