"""The parser of tables: CSV, TSV, JSON Lines, workbooks and Parquet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import evolve, frozen

from incident_timeline.converter import decoding
from incident_timeline.parsers.base import Document, Parsed
from incident_timeline.parsers.building import Page, Piece, Workbench
from incident_timeline.parsers.readings import reading
from incident_timeline.parsers.table.cells import Cells
from incident_timeline.parsers.table.making import Maker, Shared
from incident_timeline.parsers.table.mapping import Mapping
from incident_timeline.parsers.table.rows import Row
from incident_timeline.parsers.table.sheets import is_binary, text_of
from incident_timeline.parsers.table.shipped import fitting
from incident_timeline.parsers.table.tables import Table, open_table
from incident_timeline.parsers.table.words import folded

__all__ = ["TABLE", "TableParser"]

_SHOWN = 40  # columns that a finding names
_SURE, _GUESS = 0.95, 0.3
_ENOUGH = 4  # columns, from which on lines that agree in their count look like rows
_LOOKED_AT = 3


@frozen
class TableParser:
    r"""Reads tables by a mapping, which tells what their columns are.

    Without a mapping, the one that comes with the library and whose header the table
    has is taken; where none fits, the columns are listed in a finding. One incident a
    row, or a group of rows; its source's text is the header and those rows.

    Attributes:
        mapping: What the columns are, see :func:`load_mapping`.
        name: What it is chosen by.

    >>> from incident_timeline.parsers.table import load_mapping
    >>> told = 'name = "mine"\nzone = "UTC"\n[[event]]\nkind = "shots"\nstart = "on"\n'
    >>> mine = TableParser(load_mapping(told))
    >>> told = mine.parse(Document("on,town\n2024-05-03,Springfield\n"))
    >>> told.incidents[0].events[0].start.stated
    '2024-05-03'
    """

    mapping: Mapping | None = None
    name: str = "table"
    suffixes: tuple[str, ...] = (
        ".csv",
        ".tsv",
        ".jsonl",
        ".ndjson",
        ".xlsx",
        ".parquet",
    )
    media_types: tuple[str, ...] = (
        "text/csv",
        "text/tab-separated-values",
        "application/jsonl",
        "application/x-ndjson",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "application/vnd.apache.parquet",
    )

    def decode(self, data: bytes) -> str:
        """A file's text; a workbook's and a Parquet file's rows as JSON Lines.

        Raises:
            UnreadableInputError: If it is no text and no such file, is too large, has
                several sheets and the mapping names none, or needs an extra.
        """
        told = self.mapping
        if is_binary(data):
            return text_of(data, told.sheet if told else "")
        if told and told.encoding:
            return data.decode(told.encoding, errors="replace")
        return decoding.decode(data)

    def sniff(self, head: str) -> float:
        """Sure of a header that its mapping has; else by lines of as many cells."""
        table = open_table([head], delimiter=self._delimiter)
        if table is None:
            return 0.0
        if self._fitting(table.names, must=True):
            return _SURE
        rows = [row for row, _ in zip(table.rows, range(_LOOKED_AT), strict=False)]
        regular = len(rows) == _LOOKED_AT and not any(one.remark for one in rows[:-1])
        is_text = table.header is not None and len(table.names) >= _ENOUGH
        return _GUESS if regular and is_text else 0.0

    def parse(self, document: Document, /) -> Parsed:
        """Read a table; rows of one incident may stand anywhere in it."""
        parts = list(self._parts([document.text], document, adjacent=False))
        return Parsed(
            tuple(incident for one in parts for incident in one.incidents),
            tuple(finding for one in parts for finding in one.findings),
        )

    def stream(self, lines: Iterable[str], document: Document, /) -> Iterator[Parsed]:
        """Read lines, and give back each incident as its rows are whole.

        The same as :meth:`parse` where rows of one incident stand together; a key
        that comes again later is another incident, and a finding. An array in JSON
        is held whole.
        """
        return self._parts(lines, document, adjacent=True)

    @property
    def _delimiter(self) -> str:
        return self.mapping.delimiter if self.mapping else ""

    def _fitting(self, names: tuple[str, ...], *, must: bool = False) -> Mapping | None:
        if self.mapping is None:
            return fitting(names)
        return self.mapping if not must or self.mapping.fits(names) else None

    def _parts(
        self, lines: Iterable[str], document: Document, *, adjacent: bool
    ) -> Iterator[Parsed]:
        table = open_table(lines, delimiter=self._delimiter, name=document.name)
        if table is None:
            empty = reading("TL601").finding("$", "the document is empty")
            yield Parsed(findings=(empty,))
            return
        mapping = self._fitting(table.names)
        if mapping is None:
            message = (
                f"no mapping for the columns {_listed(table.names)}; draft one with"
                " --suggest-mapping"
            )
            yield _noted(document, table.first, [("TL665", message)])
            return
        read = _Reading(mapping, document, table)
        if not read.is_foreign:
            groups = read.streamed() if adjacent else read.gathered()
            for rows in groups:
                yield read.incident(rows)
        yield from read.rest()


class _Reading:
    """A table as it is read."""

    def __init__(self, mapping: Mapping, document: Document, table: Table) -> None:
        self.mapping, self.table = mapping, table
        told = {"title": mapping.title or document.name, "publisher": mapping.publisher}
        told["url"] = mapping.url
        known = {key: getattr(document, key) or one for key, one in told.items()}
        self.document = evolve(document, **known)
        self.shared = Shared()
        self._names: dict[str, str] = {}
        self._seen: set[int] = set()
        self._torn: set[int] = set()
        self._last_names: tuple[str, ...] = ()

    @property
    def is_foreign(self) -> bool:
        """Whether the header has none of the columns that the mapping makes use of."""
        used, names = self.mapping.used, set(map(folded, self.table.names))
        return bool(self.table.header and used) and names.isdisjoint(used)

    def gathered(self) -> Iterable[list[Row]]:
        """The rows of each incident, wherever they stand."""
        if not self.mapping.group_by:
            return ([row] for row in self.table.rows)
        groups: dict[object, list[Row]] = {}
        for number, row in enumerate(self.table.rows):
            groups.setdefault(self._key(row) or number, []).append(row)
        return groups.values()

    def streamed(self) -> Iterator[list[Row]]:
        """The rows of each incident, as far as they stand together."""
        held: list[Row] = []
        last: tuple[str, ...] | None = None
        for row in self.table.rows:
            key = self._key(row)
            if held and (key is None or key != last):
                yield held
                held = []
            if not held and key is not None:
                self._mark(row, key)
            held.append(row)
            last = key
        if held:
            yield held

    def _mark(self, row: Row, key: tuple[str, ...]) -> None:
        """Remember a key; one that was there before tears its group."""
        if hash(key) in self._seen:
            self._torn.add(id(row))
        self._seen.add(hash(key))

    def _key(self, row: Row) -> tuple[str, ...] | None:
        """What a row shares with those of its incident; nothing where it is alone."""
        if not self.mapping.group_by:
            return None
        values = {
            folded(name): one.value
            for name, one in zip(row.names, row.fields, strict=False)
        }
        key = tuple(
            values.get(folded(one), "").strip() for one in self.mapping.group_by
        )
        return key if any(key) else None

    def incident(self, rows: list[Row]) -> Parsed:
        """What is read from the rows of one incident."""
        header = self.table.header
        stretches = [*([header] if header else []), *(row.piece for row in rows)]
        known = {"century"}  # what years of two digits mean is the mapping's matter
        bench = Workbench(self.document, Page.of(stretches), said=known)
        maker = Maker(bench, self.mapping, self.shared)
        at = len(header.text) if header else 0
        for row in rows:
            cells = Cells.of(row, bench, self.mapping, at, self.shared.options)
            self._note(row, cells)
            if row.fields:
                maker.row(cells)
            at += len(row.piece.text)
        maker.done()
        return bench.parsed()

    def _note(self, row: Row, cells: Cells) -> None:
        if row.names is not self._last_names:
            self._names |= {folded(name): name for name in row.names}
            self._last_names = row.names
        if row.remark:
            cells.bench.note(cells.row, "TL666", row.remark)
        if id(row) in self._torn:
            self._torn.clear()
            message = "rows of this incident were read before"
            cells.bench.note(cells.row, "TL672", message)

    def rest(self) -> Iterator[Parsed]:
        """What there is to say of the columns, when all rows are read."""
        names = self._names or {folded(one): one for one in self.table.names}
        unused = [one for one in names.values() if not self.mapping.knows(one)]
        lacking = [one for key, one in self.mapping.used.items() if key not in names]
        told = []
        if unused:
            told.append(("TL670", f"nothing is made of {_listed(unused)}"))
        if lacking:
            message = f"the table has no column {_listed(lacking)}"
            if self.is_foreign:
                message += "; nothing is made of it: is this line its header?"
            told.append(("TL673", message))
        if told:
            yield _noted(self.document, self.table.first, told)


def _listed(names: Iterable[str]) -> str:
    every = [repr(one[:60]) for one in names]
    more = f" and {len(every) - _SHOWN} more" if len(every) > _SHOWN else ""
    return ", ".join(every[:_SHOWN]) + more


def _noted(document: Document, piece: Piece, told: list[tuple[str, str]]) -> Parsed:
    bench = Workbench(document, Page.of([piece]))
    for code, message in told:
        bench.note(bench.page.whole.strip(), code, message)
    return bench.parsed()


TABLE = TableParser()
"""The parser for tables, with the mappings that come with the library."""
