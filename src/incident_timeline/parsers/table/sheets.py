"""Workbooks and Parquet files, as JSON Lines."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from importlib import import_module
from io import BytesIO
from typing import Any, Final
from zipfile import BadZipFile, ZipFile

from incident_timeline.errors import UnreadableInputError
from incident_timeline.parsers.table.cells import named

__all__ = ["is_binary", "text_of"]

_ZIP, _PARQUET = b"PK\x03\x04", b"PAR1"
LARGEST: Final = 512 * 1024 * 1024  # bytes of what a file unfolds to
MOST_COLUMNS: Final = 16_384  # as many as a workbook can have
MOST_CELLS: Final = 50_000_000
_BATCH: Final = 1000


def is_binary(data: bytes) -> bool:
    """Whether bytes are a workbook or a Parquet file."""
    return data.startswith((_ZIP, _PARQUET))


def text_of(data: bytes, sheet: str = "") -> str:
    """The rows of a workbook's sheet or of a Parquet file, one JSON object a line.

    Raises:
        UnreadableInputError: If it can't be read, is too large, needs an extra, or has
            several sheets and none is named.
    """
    try:
        rows = _workbook(data, sheet) if data.startswith(_ZIP) else _parquet(data)
        return "".join(_lines(rows))
    except UnreadableInputError:
        raise
    except Exception as error:
        kind = "workbook" if data.startswith(_ZIP) else "Parquet file"
        message = f"the {kind} can't be read: {type(error).__name__}: {error}"
        raise UnreadableInputError(message) from error


def _lines(rows: Iterable[dict[str, Any]]) -> Iterator[str]:
    """Each row that holds something, as a line."""
    cells = 0
    for row in rows:
        cells += len(row)
        if cells > MOST_CELLS:
            message = f"the table has more than {MOST_CELLS:,} cells: split it"
            raise UnreadableInputError(message)
        if any(value is not None for value in row.values()):
            text = json.dumps(row, ensure_ascii=False, default=_plain)
            yield f"{text}\n"


def _plain(value: Any) -> Any:
    """A value that JSON has not, as text; a midnight is a date."""
    if isinstance(value, datetime):
        is_day = value.time() == time.min and value.tzinfo is None
        return value.date().isoformat() if is_day else value.isoformat(" ")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, bytes):
        return value.decode(errors="replace")
    return str(value)


def _needed(module: str, extra: str) -> Any:
    try:
        return import_module(module)
    except ModuleNotFoundError:
        message = (
            f"this file needs {module.partition('.')[0]}:"
            f' pip install "incident-timeline[{extra}]"'
        )
        raise UnreadableInputError(message) from None


def _workbook(data: bytes, sheet: str) -> Iterator[dict[str, Any]]:
    _check_size(data)
    openpyxl = _needed("openpyxl", "xlsx")
    book = openpyxl.load_workbook(BytesIO(data), read_only=True, data_only=True)
    name = _sheet(book.sheetnames, sheet)
    rows = book[name].iter_rows(values_only=True)
    header: tuple[str, ...] = ()
    for row in rows:
        if not header:
            if any(value is not None for value in row):
                header = named(_word(value) for value in _ended(row))
            continue
        yield dict(zip(header, row, strict=False)) | _beyond(row, len(header))


def _ended(row: tuple[Any, ...]) -> tuple[Any, ...]:
    """A row up to its last value."""
    if len(row) > MOST_COLUMNS:
        raise UnreadableInputError(f"the sheet has more than {MOST_COLUMNS:,} columns")
    used = max(i for i, value in enumerate(row) if value is not None)
    return row[: used + 1]


def _beyond(row: tuple[Any, ...], columns: int) -> dict[str, Any]:
    """Values beyond the header, by their number."""
    beyond = enumerate(row[columns:], start=columns + 1)
    return {f"column {number}": one for number, one in beyond if one is not None}


def _word(value: Any) -> str:
    return "" if value is None else str(value)


def _check_size(data: bytes) -> None:
    try:
        with ZipFile(BytesIO(data)) as archive:
            size = sum(one.file_size for one in archive.infolist())
    except BadZipFile as error:
        raise UnreadableInputError(f"the workbook can't be read: {error}") from error
    if size > LARGEST:
        message = f"the workbook unfolds to {size:,} bytes, more than {LARGEST:,}"
        raise UnreadableInputError(message)


def _sheet(names: list[str], wanted: str) -> str:
    if wanted in names or (not wanted and len(names) == 1):
        return wanted or names[0]
    told = ", ".join(map(repr, names))
    lead = f"has no sheet {wanted!r}" if wanted else "has several sheets"
    message = f'the workbook {lead}: write one into the mapping, sheet = "…": {told}'
    raise UnreadableInputError(message)


def _parquet(data: bytes) -> Iterator[dict[str, Any]]:
    parquet = _needed("pyarrow.parquet", "parquet")
    file = parquet.ParquetFile(BytesIO(data))
    about = file.metadata
    size = sum(about.row_group(i).total_byte_size for i in range(about.num_row_groups))
    if size > LARGEST or about.num_rows * about.num_columns > MOST_CELLS:
        message = f"the Parquet file unfolds to {size:,} bytes: split it"
        raise UnreadableInputError(message)
    for batch in file.iter_batches(batch_size=_BATCH):
        yield from batch.to_pylist()
