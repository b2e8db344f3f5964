"""Mappings in TOML: what each key holds, and what is said of one that is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from incident_timeline.errors import UnknownFormatError
from incident_timeline.parsers.table import MappingError, load_mapping, mappings
from incident_timeline.parsers.table.ages import age_of
from incident_timeline.parsers.table.places import lines_of_keys
from incident_timeline.parsers.table.shipped import fitting, shipped
from incident_timeline.parsers.table.words import Choice, Likeness, Template
from incident_timeline.parsers.table.zones import us_state_zones

LEAST = 'name = "mine"\n[[event]]\nkind = "shots"\n'


def refused(text: str) -> MappingError:
    with pytest.raises(MappingError) as caught:
        load_mapping(text)
    return caught.value


def test_a_mapping_is_read_from_a_file(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text("\ufeff" + LEAST.replace("\n", "\r\n"), encoding="utf-8")
    assert load_mapping(path) == load_mapping(LEAST) == load_mapping(str(path))


def test_a_file_that_is_none_is_named(tmp_path: Path) -> None:
    with pytest.raises(MappingError, match=r"no\.toml: No such file"):
        load_mapping(tmp_path / "no.toml")
    path = tmp_path / "odd.toml"
    path.write_bytes(b"\xff")
    with pytest.raises(MappingError, match=r"odd\.toml: is no text in UTF-8"):
        load_mapping(path)
    path.write_bytes(b"a = [\n")
    with pytest.raises(MappingError, match=r"odd\.toml: is no TOML: "):
        load_mapping(path)


def test_a_text_that_is_no_toml_is_told_with_its_line() -> None:
    assert refused("a = 1\nb =\n").line == 2
    assert refused("a = [" + "\n").line is None


@pytest.mark.parametrize(
    ("key", "line", "told"),
    [
        ("tilte = 'x'", 4, "tilte: is no key here; did you mean 'title'?"),
        ("qqq = 'x'", 4, "qqq: is no key here; write name, title"),
        ("title = ['x']", 4, "title: ['x'] is no text"),
        ("title = true", 4, "title: True is no text"),
        ("name = 'Ä'", 4, "name: 'Ä' is no name"),
        ("encoding = 'klingon'", 4, "encoding: 'klingon' is no encoding"),
        ("encoding = 'base64'", 4, "encoding: 'base64' is no encoding"),
        ("delimiter = ', '", 4, "delimiter: ', ' is no delimiter"),
        ("zone = 'Mars'", 4, "zone: 'Mars' is no zone"),
        ("zone = { us_state = 'a', kolumn = 'b' }", 4, "zone.kolumn: is no key"),
        ("zone = { values = {} }", 4, "zone: has no column"),
        ("zone = { column = 'a', values = 7 }", 4, "zone.values: 7 is no table"),
        ("incident = 7", 4, "incident: is no table"),
        ("[incident]\nid = '{a'", 5, "incident.id: '{a' can't be filled in"),
        ("[incident]\nid = '{}'", 5, "incident.id: '{}' can't be filled in"),
        ("column = 7", 4, "column: 7 is no table"),
        ("column.a = 7", 4, "column.a: 7 is no table"),
        ("[column.a]\nleast = '1'", 5, "column.a.least: '1' is no number"),
        ("[column.a]\nleast = true", 5, "column.a.least: True is no number"),
        ("[column.a]\nwhole = 1", 5, "column.a.whole: 1 is neither true nor false"),
        ("[column.a]\npad = 0", 5, "column.a.pad: 0 is no number from 1 to 100"),
        (
            "[column.a]\nformats = ['YYYY YYYY']",
            5,
            "column.a.formats: 'YYYY YYYY' is no",
        ),
        ("[column.a]\nhedges = 7", 5, "column.a.hedges: 7 is no table"),
        (
            "[column.'a b'.hedges]\nx = 'maybe'",
            5,
            "column.a b.hedges.x: 'maybe' is not",
        ),
        ("event = 7", 4, 'event: 7 is no list: write "[[event]]"'),
        ("event = [7]", 4, "event[1]: 7 is no table"),
        ("[[event]]\nstart = 'a'", 4, "event[1]: has no kind"),
        ("[[event]]\nkind = 'A b'", 5, "event[1].kind: 'A b' is no term"),
        ("[[event]]\nkind = 'a'\n[[event]]\nkind = 7", 7, "event[2].kind: 7 is no"),
        ("[[event]]\nkind = 'a'\nstart = { time = 'a' }", 6, "event[1].start: has no"),
        ("[[event]]\nkind = 'a'\nforce = 'x'", 6, "event[1].force: 'x' is not known"),
        ("[[party]]\nrepeat = 1000", 5, "party[1].repeat: 1000 is no number"),
        ("[[party]]\nwhen = { values = 'x' }", 5, "party[1].when: has no column"),
        ("[[party]]\nwhen = [[]]", 5, "party[1].when: [] is no text"),
        ("[colum.a]\npad = 1", 4, "colum: is no key here; did you mean 'column'?"),
        ("[[event]]\nkind='call'\nstart='{a}'", 6, "event[1].start: '{a}' is no col"),
        ("[[party]]\nage = '{a}'", 5, "party[1].age: '{a}' is no column: write it w"),
        ("[[party]]\nwhen = 'x = Y'", 5, "party[1].when: 'x = Y' is no column: write"),
        ("[[party]]\nrole = 'witnes'", 5, "party[1].role: 'witnes' is not known; did"),
        ("[[event]]\nkind = 'shot'", 5, "event[1].kind: 'shot' is not known; did you"),
        ("[[evidence]]\ntype = 'knifes'", 5, "evidence[1].type: 'knifes' is not kn"),
        ("[incident]\nid = 'case'", 5, "incident.id: 'case' is the same in every"),
        ("[column.a]\nleast = nan", 5, "column.a.least: nan is no number that"),
        ("[column.a]\nleast = 2\ngreatest = 1", 4, "column.a: has a least that"),
        ("zone = 'EST'", 4, "zone: 'EST' is a clock time of one season; did you mean"),
        ("zone = 'new york'", 4, "zone: 'new york' is no zone: did you mean \"Amer"),
        ("zone = 'Europe/Lodnon'", 4, "zone: 'Europe/Lodnon' is no zone: did you m"),
        ("zone = 'London'", 4, "zone: 'London' is no zone: did you mean \"Europe/Lon"),
    ],
)
def test_what_is_wrong_is_told_with_its_key_and_line(
    key: str, line: int, told: str
) -> None:
    error = refused(f"url = 'x'\n\n\n{key}\n")
    assert error.problems[0].startswith(f"line {line}: {told}")
    assert error.line == line


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("[column.Date of Incident]", 'in quotes: "Date of Incident"'),
        ("[[Date of Incident]]", 'in quotes: "Date of Incident"'),
        ("case no = 1", 'in quotes: "case no"'),
        ("title = “x”", "write straight quotes"),
    ],
)
def test_a_slip_in_the_toml_is_told_in_words(line: str, hint: str) -> None:
    error = refused(f"name = 'mine'\n{line}\n")
    assert hint in str(error)
    assert error.line == 2
    assert "quotes" not in str(refused("a = 1\nb =\n"))


def test_what_the_hints_advise_can_be_loaded() -> None:
    told = (
        "name = 'm'\nzone = 'Europe/London'\n[incident]\nid = '{case}'\n"
        "[column.'Date of Incident']\nleast = 1\ngreatest = 1\n"
        "[[event]]\nkind = 'x-shot'\nstart = 'Date of Incident'\n"
        "when = { column = 'x', values = ['Y'] }\n"
        "[[event]]\nkind = 'tea_time'\n"
    )
    assert [one.kind.fixed for one in load_mapping(told).events] == [
        "x-shot",
        "tea_time",
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_mapping_s_text_may_have_any_line_ends_and_a_mark_in_front(end: str) -> None:
    text = "\ufeff" + LEAST.replace("\n", end)
    assert load_mapping(text) == load_mapping(LEAST)


def test_every_key_that_is_wrong_is_told() -> None:
    error = refused("name = 7\ntitel = 'a'\n[[event]]\nkind = 7\n")
    assert len(error.problems) == 3
    assert str(error).endswith("(and 2 more)")


def test_what_is_lacking_is_told() -> None:
    assert "has no name" in str(refused("title = 'a'\n"))
    assert "has no event" in str(refused("name = 'a'\n"))


def test_keys_are_found_where_they_stand() -> None:
    text = 'a = 1\n[b."c d"]\n"e.f" = 2\n[[g]]\nh.i = 3\n[[g]]\n[bad key]\n  x = 1\n'
    assert lines_of_keys(text) == {
        ("a",): 1,
        ("b",): 2,
        ("b", "c d"): 2,
        ("b", "c d", "e.f"): 3,
        ("g",): 4,
        ("g", 0): 4,
        ("g", 0, "h"): 5,
        ("g", 0, "h", "i"): 5,
        ("g", 1): 6,
        ("bad key",): 7,
        ("bad key", "x"): 8,
    }


def test_a_block_may_stand_for_several() -> None:
    told = load_mapping(
        LEAST + "[[party]]\nrepeat = 2\nname = '{officer_{n}}'\n"
        "when = ['a_{n}', "
        "{ column = 'b', not = ['x'] }, { column = 'c', missing = true }]\n"
        "events = []\n"
    )
    assert [one.name.columns for one in told.parties] == [
        ("officer_1",),
        ("officer_2",),
    ]
    assert [one.when[0].column for one in told.parties] == ["a_1", "a_2"]


def test_a_column_s_own_description_goes_before_a_likeness() -> None:
    told = load_mapping(LEAST + "[column.'a_*']\npad = 2\n[column.a_1]\npad = 3\n")
    assert [told.column(one).pad for one in ("a_1", "A_2", "b")] == [3, 2, 0]


def test_a_mapping_knows_the_columns_that_it_names() -> None:
    told = load_mapping(
        "ignore = ['x*']\nname = 'm'\nprose = 'p'\n[column.c]\n[zone]\nus_state = 's'\n"
        "[[event]]\nkind = { column = 'k' }\nstart = { date = 'd', time = 't' }\n"
        "end = 'e'\n[[evidence]]\ntype = 'knife'\ndescription = '{w}'\nwhen = 'v'\n"
    )
    assert all(map(told.knows, ["x1", "P", " c", "s", "k", "d", "t", "e", "w", "v"]))
    assert not told.knows("y")


# Words


@pytest.mark.parametrize(
    ("like", "text", "fits"),
    [
        ("na", " NA ", True),
        ("1900-*", "1900-01-02", True),
        ("1900-*", "1901-01-02", False),
        ("a*a", "a", False),
        ("*", "", True),
    ],
)
def test_words_are_alike(like: str, text: str, *, fits: bool) -> None:
    assert Likeness.of(like).fits(text) is fits


@pytest.mark.parametrize(
    ("like", "text", "front", "behind"),
    [
        ("no.", "No. 7", 3, 0),
        ("hrs", "7 HRS", 0, 3),
        ("(*)", "(est) 7 (b)", 5, 3),
        ("(*)", "7", 0, 0),
        ("(*)", "(7", 0, 0),
        ("a*", "a7", 2, 2),
        ("x*)", "7)", 0, 0),
        ("ab", "İab", 0, 2),
    ],
)
def test_words_take_from_a_text_s_ends(
    like: str, text: str, front: int, behind: int
) -> None:
    one = Likeness.of(like)
    assert (one.in_front(text), one.behind(text)) == (front, behind)


def test_a_choice_takes_its_own_value_before_one_alike() -> None:
    choice = Choice("", "a", (("ois*", "shots"), ("OIS none", "")))
    assert [choice.of(one) for one in ("OIS 1", "ois none", "x")] == ["shots", "", None]


@pytest.mark.parametrize(
    ("template", "filled"),
    [
        ("{a}, {b}", "x"),
        ("{b}, {a}", "x"),
        ("{b}", ""),
        ("at {b}", ""),
        ("fixed", "fixed"),
        ("{a}  {a}", "x x"),
        ("{a} ({a})", "x (x)"),
        ("{ a }, {b}, {a}", "x, x"),
        ("", ""),
    ],
)
def test_a_template_is_filled(template: str, filled: str) -> None:
    assert Template.of(template).filled({"a": "x", "b": ""}.__getitem__) == filled


# Ages, states, and what comes with the library


@pytest.mark.parametrize(
    ("text", "least", "greatest"),
    [
        ("34", 34, 34),
        ("34.0", 34, 34),
        ("40s", 40, 49),
        ("20-29", 20, 29),
        ("20 to 29", 20, 29),
        ("Under 18", None, 17),
        (">64", 65, None),
        ("65+", 65, None),
        ("65 and over", 65, None),
    ],
)
def test_ages_are_read(text: str, least: int | None, greatest: int | None) -> None:
    age = age_of(text)
    assert age is not None
    assert (age.least, age.greatest) == (least, greatest)


@pytest.mark.parametrize("text", ["Unknown", "131", "30-20", "under 0", "3x", "200+"])
def test_what_is_no_age_is_none(text: str) -> None:
    assert age_of(text) is None


def test_every_state_has_a_zone() -> None:
    zones = us_state_zones()
    assert len({code for code in zones if len(code) == 2}) == 56
    assert zones["texas"][0] == zones["tx"][0] == "America/Chicago"


def test_the_mapping_with_the_longest_header_fits() -> None:
    short = load_mapping("header = ['a']\n" + LEAST)
    long = load_mapping("header = ['A ', 'b']\n" + LEAST)
    blank = load_mapping(LEAST)
    assert fitting(("a", "b", "c"), [short, long, blank]) is long
    assert fitting(("a", "c"), [short, long, blank]) is short
    assert fitting(("c",), [short, long, blank]) is None


def test_mappings_that_come_with_the_library_are_known_by_name() -> None:
    for name, one in mappings().items():
        assert one.name == name
        assert one.header
        assert shipped(name) is one
    with pytest.raises(UnknownFormatError, match="no file and no mapping 'no'"):
        shipped("no")
