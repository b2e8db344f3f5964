"""Rows of delimited text and of JSON: cells, and where each stands."""

from __future__ import annotations

import csv
import io
import json
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from incident_timeline.parsers.table import rows as rows_module
from incident_timeline.parsers.table.cells import named
from incident_timeline.parsers.table.jsons import JSON_TOKEN, json_rows
from incident_timeline.parsers.table.rows import (
    Delimited,
    Row,
    delimiter_of,
    lines_of,
    spread,
)
from incident_timeline.parsers.table.tables import Table, open_table

CELLS = st.text(st.sampled_from('ab ",;\t\r\n\0é“'), max_size=8)
TABLES = st.lists(st.lists(CELLS, min_size=2, max_size=4), min_size=1, max_size=5)


def written(rows: list[list[str]], delimiter: str, end: str) -> str:
    file = io.StringIO()
    csv.writer(file, delimiter=delimiter, lineterminator=end).writerows(rows)
    return file.getvalue()


def values(row: Row) -> list[str]:
    return [cell.value for cell in row.fields]


def opened(text: str, **how: str) -> Table:
    table = open_table([text], **how)
    assert table is not None
    return table


@given(
    rows=TABLES,
    delimiter=st.sampled_from(",;\t|"),
    end=st.sampled_from(["\n", "\r\n", "\r"]),
)
def test_rows_are_those_that_the_standard_library_reads(
    rows: list[list[str]], delimiter: str, end: str
) -> None:
    text = written(rows, delimiter, end)
    form = Delimited(delimiter)
    found = [values(row) for row in form.records(lines_of([text]))]
    peer = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    assert found == [row for row in peer if row]


@given(rows=TABLES, end=st.sampled_from(["\n", "\r\n", "\r"]))
def test_every_cell_knows_where_it_stands(rows: list[list[str]], end: str) -> None:
    text = written(rows, ",", end)
    for row in Delimited(",").records(lines_of([text])):
        offset = row.piece.place.offset
        assert text[offset : offset + len(row.piece.text)] == row.piece.text
        for cell in row.fields:
            raw = text[offset + cell.start : offset + cell.end]
            assert raw.replace('""', '"') == cell.value


@given(
    text=st.text(st.sampled_from('ab",\r\n'), max_size=40),
    cuts=st.lists(st.integers(0, 40), max_size=4),
)
def test_records_cover_the_text_however_it_is_cut(text: str, cuts: list[int]) -> None:
    places = sorted({0, len(text), *(min(cut, len(text)) for cut in cuts)})
    chunks = [text[start:end] for start, end in pairwise(places)]
    assert "".join(lines_of(chunks)) == text
    assert list(lines_of(chunks)) == list(lines_of([text]))
    records = list(Delimited(",").records(lines_of(chunks)))
    told = "".join(row.piece.text for row in records)
    assert told.translate({13: "", 10: ""}) == text.translate({13: "", 10: ""})
    for row in records:
        assert row.piece.place.offset + len(row.piece.text) <= len(text)


def test_words_behind_a_quoted_cell_are_part_of_it() -> None:
    (row,) = Delimited(",").records(['"a ""b""" c,d\n'])
    assert values(row) == ['a "b" c', "d"]
    assert row.piece.text[row.fields[0].start : row.fields[0].end] == '"a ""b""" c'


def test_a_quote_that_is_not_closed_swallows_no_row() -> None:
    lines = ['a,"b\n', "c,d\n", '"e\n', 'f",g\n']
    first, second, third = Delimited(",").records([lines[0], *lines[1:2], "x,y"])
    assert first.remark == "a quote in it is not closed"
    assert [values(one) for one in (first, second, third)] == [
        ["a", '"b'],
        ["c", "d"],
        ["x", "y"],
    ]
    assert third.piece.place.line == 3
    (whole,) = Delimited(",").records(lines[2:])
    assert values(whole) == ["e\nf", "g"]
    assert not whole.remark


def test_words_behind_a_closing_quote_are_told() -> None:
    odd, plain = Delimited(",").records(['"a"b,c\n', '"a" ,c\n'])
    assert odd.remark == "words stand behind a closing quote"
    assert plain.remark == ""


def test_a_row_is_never_lost_in_the_cell_of_another() -> None:
    rows = list(Delimited(",").records(['1,"a\n', '2,"b\n', '3,"c"\n']))
    assert [values(one) for one in rows] == [["1", '"a'], ["2", '"b'], ["3", "c"]]
    assert [bool(one.remark) for one in rows] == [True, True, False]


def test_only_the_quote_that_stays_open_is_taken_for_itself() -> None:
    lines = ['1,"a\n', 'b",2,"c\n', '""d\n', '3,"e"\n']
    first, second, third = Delimited(",").records([*lines[:3], "3\n"])
    assert values(first) == ["1", "a\nb", "2", '"c']
    assert (values(second), values(third)) == (["d"], ["3"])


@pytest.mark.parametrize("line", ['a"b,"c\n', 'x",y,"z\n', '""b,"\n', '"\n'])
def test_no_line_is_read_more_than_thrice(
    line: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []
    plain = Delimited._state

    def counted(self: Delimited, line: str, *, within: bool) -> object:
        seen.append(line)
        return plain(self, line, within=within)

    monkeypatch.setattr(Delimited, "_state", counted)
    monkeypatch.setattr(rows_module, "LONGEST", 500)
    form = Delimited(",")
    for end in ("", 'x",y\n', '",y\n', 'a"b\n'):
        seen.clear()
        list(form.records([*[line] * 300, "plain\n", end]))
        assert len(seen) <= 3 * 302


def test_a_quote_has_to_close_within_some_length(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(rows_module, "LONGEST", 20)
    lines = ['"a\n', *["b,c\n"] * 9, '"d"\n']
    found = list(Delimited(",").records(lines))
    assert [values(row) for row in found] == [['"a'], *[["b", "c"]] * 9, ["d"]]
    assert [bool(row.remark) for row in found] == [True] + [False] * 10


def test_a_long_line_may_be_a_record_of_its_own(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(rows_module, "LONGEST", 5)
    found = list(Delimited(",").records(['aaaa,"bbbb"\n', 'aaaa,"bbbb\n', "c\n"]))
    assert [values(row) for row in found] == [
        ["aaaa", "bbbb"],
        ["aaaa", '"bbbb'],
        ["c"],
    ]
    assert [bool(row.remark) for row in found] == [False, True, False]


@pytest.mark.parametrize(
    "line", ['"', '""', '"a""', 'x,"', ',"",', '"a"b', "\r", '"\n', "a,"]
)
def test_hostile_lines_are_read_in_one_pass(line: str) -> None:
    count = 5_000
    found = list(Delimited(",").records(lines_of([line] * count)))
    assert sum(len(row.piece.text) for row in found) <= count * len(line)
    assert sum(len(row.fields) for row in found) <= count * 3


def test_the_delimiter_is_what_a_header_has_most_of() -> None:
    assert [delimiter_of(one) for one in ("a,b", "a\tb\tc,d", 'a|b|"c,d,e,f"')] == [
        ",",
        "\t",
        "|",
    ]


def test_columns_have_names_of_their_own() -> None:
    assert named(["", "a", "A ", "a"]) == ("column 1", "a", "A (2)", "a (3)")


def test_a_value_is_spread_over_its_raw_text() -> None:
    assert spread("ab", "ab") == [0, 1, 2]
    assert spread(r"aé\n", "aé\n", JSON_TOKEN) == [0, 1, 2, 4]
    assert spread('"a"b', "ab") is None


# Tables


def test_a_table_has_a_header_and_rows() -> None:
    table = opened("\ufeff\n id ,date\n7,2024-05-03\n")
    assert table.names == ("id", "date")
    assert table.header is not None
    assert table.header.place.offset == 2
    assert [values(row) for row in table.rows] == [["7", "2024-05-03"]]


@pytest.mark.parametrize("text", ["", "\ufeff", " \n\r\n", ",,\n", "\n,\n"])
def test_a_blank_text_is_no_table(text: str) -> None:
    assert open_table([text]) is None


def test_a_row_in_one_cell_is_read_as_the_row_that_it_was() -> None:
    table = opened('id,name,on\n"7,""Ann """"A"""" B, jr"",2024"\n')
    (row,) = table.rows
    assert values(row) == ["7", 'Ann "A" B, jr', "2024"]
    raw = [row.piece.text[cell.start : cell.end] for cell in row.fields]
    assert raw == ["7", 'Ann """"A"""" B, jr', "2024"]
    assert row.remark == "the row stands in one cell"


@pytest.mark.parametrize("cell", ['"7,8"', '"7,""8"" x"y', '"\n,\n"'])
def test_another_row_in_one_cell_is_ragged(cell: str) -> None:
    (row,) = opened(f"id,name,on\n{cell}\n").rows
    assert row.remark.endswith("1 cells, where the header has 3")


def test_a_ragged_row_is_remarked() -> None:
    short, unclosed = opened('a,b\n1\n1,2,"3\n').rows
    assert short.remark == "1 cells, where the header has 2"
    both = "a quote in it is not closed; 3 cells, where the header has 2"
    assert unclosed.remark == both


def test_a_file_s_name_tells_its_form() -> None:
    assert opened("{a},b;c;d\n", name="x.CSV").names == ("{a},b", "c", "d")
    assert opened("a,b\tc\n", name="x.tsv").names == ("a,b", "c")
    assert opened("a|b\n", delimiter="|").names == ("a", "b")


# JSON


VALUES = st.one_of(
    st.text(max_size=6), st.integers(), st.booleans(), st.none(), st.floats()
)


@settings(max_examples=40)
@given(
    objects=st.lists(st.dictionaries(st.text(max_size=4), VALUES, max_size=4)),
    ascii_only=st.booleans(),
    array=st.booleans(),
)
def test_objects_of_json_are_rows(
    objects: list[dict[str, object]], *, ascii_only: bool, array: bool
) -> None:
    lines = [json.dumps(one, ensure_ascii=ascii_only) for one in objects]
    text = f"[{', '.join(lines)}]" if array else "\n".join(lines)
    found = list(json_rows(lines_of([text])))
    assert [row.remark for row in found] == [""] * len(objects)
    for row, one in zip(found, objects, strict=True):
        assert list(row.names) == list(one)
        for cell, value in zip(row.fields, one.values(), strict=True):
            raw = row.piece.text[cell.start : cell.end]
            if isinstance(value, str):
                assert cell.value == value == json.loads(f'"{raw}"')
            else:
                assert raw == json.dumps(value)
                assert cell.value == ("" if value is None else raw)


def test_lists_are_their_values_and_objects_stay_json() -> None:
    (row,) = json_rows(['{"a": ["x", 1, null], "b": {"c": 1}}'])
    assert values(row) == ["x;1;", '{"c": 1}']


def test_half_of_a_surrogate_pair_is_a_lost_character() -> None:
    (row,) = json_rows(['{"\\ud800": "\\ud800a"}'])
    assert row.names == ("\ufffd",)
    assert values(row) == ["\ufffda"]


@pytest.mark.parametrize(
    "line",
    [
        "[",
        "7",
        '{"a": }',
        '{"a" 1}',
        '{"a": 1 "b": 2}',
        "{a: 1}",
        '{"a": ' + "[" * 9999,
    ],
)
def test_a_line_that_is_no_object_is_remarked(line: str) -> None:
    first, second = json_rows(['{"a": 1}\n', line + "\n"])
    assert not first.remark
    assert second.remark.startswith("no JSON object: ")
    assert second.fields == ()


def test_more_behind_an_object_is_remarked() -> None:
    (row,) = json_rows(['  {"a": 1} {"b": 2}\n'])
    assert (values(row), row.remark) == (["1"], "more stands after its object")


@pytest.mark.parametrize("end", ["", "]", ",]", " , ] "])
def test_an_array_is_its_objects(end: str) -> None:
    text = '\n[ {"a": 1},\n  {"a": 2}' + end
    found = list(json_rows(lines_of([text])))
    assert [values(row) for row in found] == [["1"], ["2"]]
    assert found[1].piece.place[1:] == (3, 3)


def test_what_is_no_object_ends_an_array() -> None:
    found = list(json_rows(['[{"a": 1}, 7, {"a": 2}]']))
    assert [row.remark for row in found] == ["", "no JSON object: '{' is missing"]


def test_an_empty_array_is_no_table() -> None:
    assert open_table(["[]"]) is None


def test_a_json_table_has_the_columns_of_its_first_row() -> None:
    table = opened('\ufeff{"a": 1, "": 2}\n{"b": 3}\n')
    assert (table.names, table.header) == (("a", "column 2"), None)
    assert [row.names for row in table.rows] == [("a", "column 2"), ("b",)]
