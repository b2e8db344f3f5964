"""Workbooks and Parquet files, as JSON Lines."""

from __future__ import annotations

import json
import sys
from datetime import UTC, date, datetime, time
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from incident_timeline.errors import UnreadableInputError
from incident_timeline.parsers import parse
from incident_timeline.parsers.table import TABLE, TableParser, load_mapping
from incident_timeline.parsers.table import sheets as sheets_module

TOLD = 'name = "mine"\nzone = "UTC"\n{}\n[[event]]\nkind = "shots"\nstart = "on"\n'


def book(**sheets: list[list[object]]) -> bytes:
    openpyxl = pytest.importorskip("openpyxl")
    made = openpyxl.Workbook()
    made.remove(made.active)
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(row)
    file = BytesIO()
    made.save(file)
    return file.getvalue()


def parquet(columns: dict[str, list[object]]) -> bytes:
    pyarrow = pytest.importorskip("pyarrow")
    writing = pytest.importorskip("pyarrow.parquet")
    file = BytesIO()
    writing.write_table(pyarrow.table(columns), file)
    return file.getvalue()


def rows_of(data: bytes, sheet: str = "") -> list[dict[str, object]]:
    text = TableParser(
        load_mapping(TOLD.format(f"sheet = {json.dumps(sheet)}"))
    ).decode(data)
    return [json.loads(line) for line in text.splitlines()]


def test_a_workbook_is_its_rows() -> None:
    data = book(
        one=[
            [None, None],
            ["id", "on", None, " "],
            [7, datetime(2024, 5, 3), None, "x"],
            [None, None, None, None, "beyond"],
            [None],
            [8.5, datetime(2024, 5, 3, 14, 5), time(14, 5), True],
        ]
    )
    assert rows_of(data) == [
        {"id": 7, "on": "2024-05-03", "column 3": None, "column 4": "x"},
        {
            "id": None,
            "on": None,
            "column 3": None,
            "column 4": None,
            "column 5": "beyond",
        },
        {
            "id": 8.5,
            "on": "2024-05-03 14:05:00",
            "column 3": "14:05:00",
            "column 4": True,
        },
    ]


def test_a_workbook_is_read_by_a_mapping(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(book(one=[["on"], [datetime(2024, 5, 3)]]))
    (incident,) = parse(
        path, parser=TableParser(load_mapping(TOLD.format("")))
    ).incidents
    assert incident.events[0].citations[0].quote == "2024-05-03"
    assert incident.sources[0].text == '{"on": "2024-05-03"}\n'


def test_a_workbook_with_several_sheets_needs_one_named() -> None:
    data = book(one=[["a"], [1]], two=[["b"], [2]])
    with pytest.raises(UnreadableInputError, match=r"several sheets.*'one', 'two'"):
        TABLE.decode(data)
    with pytest.raises(UnreadableInputError, match=r"no sheet 'six'.*'one', 'two'"):
        rows_of(data, "six")
    assert rows_of(data, "two") == [{"b": 2}]


def test_a_parquet_file_is_its_rows() -> None:
    data = parquet(
        {
            "on": [date(2024, 5, 3), None],
            "at": [datetime(2024, 5, 3, tzinfo=UTC), None],
            "raw": [b"a\xff", None],
            "sum": [Decimal("1.50"), None],
            "list": [["a", "b"], None],
        }
    )
    assert rows_of(data) == [
        {
            "on": "2024-05-03",
            "at": "2024-05-03 00:00:00+00:00",
            "raw": "a\ufffd",
            "sum": "1.50",
            "list": ["a", "b"],
        }
    ]


@pytest.mark.parametrize(
    ("module", "extra"), [("openpyxl", "xlsx"), ("pyarrow.parquet", "parquet")]
)
def test_what_is_to_be_installed_is_told(
    module: str, extra: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = book(one=[["a"]]) if extra == "xlsx" else parquet({"a": [1]})
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(UnreadableInputError, match=rf"incident-timeline\[{extra}\]"):
        TABLE.decode(data)


def archive(**files: bytes) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w") as made:
        for name, data in files.items():
            made.writestr(name, data)
    return file.getvalue()


@pytest.mark.parametrize(
    "data", [b"PK\x03\x04", b"PAR1", b"PAR1" * 9, archive(a=b"b"), b"PK\x03\x04" * 99]
)
def test_a_broken_file_is_told(data: bytes) -> None:
    with pytest.raises(UnreadableInputError, match="can't be read"):
        TABLE.decode(data)


def test_what_unfolds_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets_module, "LARGEST", 1000)
    with pytest.raises(UnreadableInputError, match="unfolds to 2,000 bytes"):
        TABLE.decode(archive(a=b"\0" * 2000))
    with pytest.raises(UnreadableInputError, match="unfolds to"):
        TABLE.decode(parquet({"a": list(range(1000))}))


def test_too_many_cells_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets_module, "MOST_CELLS", 5)
    with pytest.raises(UnreadableInputError, match="more than 5 cells"):
        TABLE.decode(book(one=[["a", "b"], [1, 2], [3, 4], [5, 6]]))


def test_too_many_columns_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets_module, "MOST_COLUMNS", 2)
    with pytest.raises(UnreadableInputError, match="more than 2 columns"):
        TABLE.decode(book(one=[["a", "b", "c"]]))


def test_text_is_decoded_as_text() -> None:
    assert TABLE.decode(b"\xef\xbb\xbfa,b") == "a,b"
    assert TableParser(load_mapping(TOLD.format(""))).decode(b"a") == "a"
