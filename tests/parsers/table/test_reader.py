"""Tables read by a mapping."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from incident_timeline import Citation, Incident
from incident_timeline.parsers import Document, Parsed, parse, parsers, stream
from incident_timeline.parsers.registry import chosen
from incident_timeline.parsers.table import TABLE, TableParser, load_mapping
from incident_timeline.parsers.table import reader as reader_module

EVENT = '\n[[event]]\nkind = "shots"\nstart = "on"\n'
HEADER = "id,on,at,who,what\n"


def table(told: str, *, event: str = EVENT, zone: str = "UTC") -> TableParser:
    zone = f'zone = "{zone}"\n' if zone else ""
    return TableParser(load_mapping(f'name = "mine"\n{zone}{told}{event}'))


def read(text: str, told: str, **how: str) -> Parsed:
    return checked(parse(text, parser=table(told, **how)))


def checked(parsed: Parsed) -> Parsed:
    """What was read; every quote stands where its citation says."""
    for incident in parsed.incidents:
        text = incident.sources[0].text
        for one in citations(incident):
            assert text[one.start : one.end] == one.quote != ""
    return parsed


def citations(incident: Incident) -> Iterator[Citation]:
    for cited in (
        *(one.citations for one in incident.events),
        *(one.citations for one in incident.parties),
        *(one.citations for one in incident.evidence),
    ):
        assert cited
        yield from cited


def codes(parsed: Parsed) -> list[str]:
    return [one.code for one in parsed.findings if one.code != "TL670"]


def message(parsed: Parsed, code: str) -> str:
    (found,) = [one.message for one in parsed.findings if one.code == code]
    return found


# One incident a row


def test_each_row_is_an_incident_of_its_own() -> None:
    told = '[incident]\nid = "{id}"\ntitle = "at {who}"\njurisdiction = "US"\n'
    parsed = read("id,on,who\n7,2024-05-03,Ann\n8,2024-05-04,\n", told)
    first, second = parsed.incidents
    assert (first.id, first.title, first.jurisdiction) == ("7", "at Ann", "US")
    assert (second.id, second.title) == ("8", "")
    assert first.sources[0].text == "id,on,who\n7,2024-05-03,Ann\n"
    assert second.events[0].citations[0].quote == "2024-05-04"
    assert parsed.findings == ()


def test_a_source_is_called_as_the_data_set_is() -> None:
    told = 'title = "Deaths"\npublisher = "A paper"\nurl = "https://example.org"\n'
    source = read("on\n2024-05-03\n", told).incidents[0].sources[0]
    assert (source.title, source.publisher) == ("Deaths", "A paper")
    document = Document("on\n2024-05-03\n", title="Mine", name="x.csv")
    assert table(told).parse(document).incidents[0].sources[0].title == "Mine"


def test_an_event_without_cells_cites_its_row() -> None:
    (incident,) = read("a,b\n1,2\n", "", event='[[event]]\nkind = "call"\n').incidents
    assert [one.quote for one in incident.events[0].citations] == ["1,2"]


def test_what_can_be_no_id_is_told() -> None:
    parsed = read(f"id,on\n{'x' * 201},2024-05-03\n", '[incident]\nid = "{id}"\n')
    assert parsed.incidents[0].id == ""
    assert "is no id" in message(parsed, "TL667")


def test_a_row_that_is_no_object_makes_nothing() -> None:
    parsed = read('{"on": "2024-05-03"}\n7\n', "")
    assert len(parsed.incidents) == 1
    assert codes(parsed) == ["TL666"]


def test_columns_of_which_nothing_is_said_are_told_once() -> None:
    names = ",".join(f"c{i}" for i in range(45))
    parsed = read(f"on,x,{names}\n2024-05-03\n", 'ignore = ["x"]\n')
    told = message(parsed, "TL670")
    assert told.startswith("nothing is made of 'c0', 'c1'")
    assert told.endswith("and 5 more")


def test_columns_that_lack_are_told_once() -> None:
    told = '[incident]\nid = "{b}"\n'
    parsed = read('{"on": "2024-05-03"}\n{"on": "2024-05-03", "b": 1}\n', told)
    assert parsed.findings == ()
    parsed = read("a\n1\n2\n", told)
    lacking = "the table has no column 'on', 'b'"
    assert message(parsed, "TL673").startswith(lacking)
    assert message(parsed, "TL670") == "nothing is made of 'a'"


def test_a_title_above_the_header_makes_nothing() -> None:
    parsed = read("Shootings 2024\nid,on\n7,2024-05-03\n", "")
    assert parsed.incidents == ()
    assert codes(parsed) == ["TL673"]
    assert message(parsed, "TL673").endswith("is this line its header?")


def test_rows_with_one_id_are_told() -> None:
    told = '[incident]\nid = "{id}"\n'
    rows = "id,on\n7,2024-05-03\n7,2024-05-04\n8,2024-05-05\n,\n,2024-05-06\n"
    parsed = read(rows, told)
    assert [one.id for one in parsed.incidents] == ["7", "7", "8", ""]
    assert [(one.code, one.line) for one in parsed.findings] == [("TL682", 3)]
    assert codes(read(rows, told + 'group_by = ["id"]\n')) == []


def test_a_header_without_rows_is_no_incident() -> None:
    assert read("on\n", "") == Parsed(parser="table")
    assert list(stream(["on\n"], parser=table(""))) == []


@pytest.mark.parametrize("rows", [" \n", ",,\n", "\n,\n"])
def test_a_blank_row_is_none(rows: str) -> None:
    assert read(f"on,b\n{rows}2024-05-03\n", "").incidents[1:] == ()
    assert read('{"on": null}\n{"on": "2024-05-03"}', "").incidents[1:] == ()


# Cells


def test_a_cell_that_says_nothing_is_missing() -> None:
    told = 'missing = ["NA"]\n[column.who]\nmissing = ["unknown"]\n'
    event = EVENT + 'summary = "{who}"\nplace = "{at}"\n'
    parsed = read("on,at,who\nNA,unknown,Unknown\n\u00a0,x,\n", told, event=event)
    first, second = (one.events[0] for one in parsed.incidents)
    assert (first.start.is_unknown, first.summary, first.place) == (True, "", "unknown")
    assert (second.summary, second.place) == ("", "x")


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("TK TK", "TL668"),
        ("no. tk tk", "TL668"),
        ("-9e15", "TL669"),
        ("1e999", "TL669"),
        ("north", "TL669"),
        ("181", "TL669"),
        ("a\0b", "TL674"),
        ("a\ufffdb", "TL674"),
    ],
)
def test_a_value_that_can_t_be_is_told(cell: str, code: str) -> None:
    told = '[column.b]\nleast=-180\ngreatest=180\n[column."*"]\nplaceholder=["TK TK"]\n'
    told += 'in_front = ["no."]\n'
    b, c = ("", cell) if code != "TL669" else (cell, "")
    event = EVENT + 'summary = "{c}"\n'
    parsed = read(f"on,b,c\n2024-05-03,{b},{c}\n", told, event=event)
    assert codes(parsed) == [code]
    assert "column '" in message(parsed, code)


def test_a_value_within_its_bounds_is_left_alone() -> None:
    told = "[column.b]\nleast=0\n[column.c]\ngreatest=9\n[column.d]\nleast = 1\n"
    event = EVENT + 'summary = "{d}"\n'
    parsed = read(
        "on,b,c,d\n2024-05-03,7,-7.5,.5e1\n2024-05-03,,,\n", told, event=event
    )
    assert codes(parsed) == []
    assert parsed.incidents[0].events[0].summary == ".5e1"


def test_cells_are_cut_and_filled_up() -> None:
    told = (
        '[column.who]\nin_front = ["no. *:"]\nbehind = ["hrs"]\nwhole = true\npad = 4'
    )
    parsed = read(
        "on,who\n2024-05-03,No. 3: 7.0 hrs\n2024-05-03,a\n",
        told,
        event=EVENT + 'summary = "{who}"\n',
    )
    assert [one.events[0].summary for one in parsed.incidents] == ["0007", "a"]


def test_hedges_are_qualifiers_and_forces() -> None:
    told = '[column.on.hedges]\n"(Believed to be)" = "believed"\n"approx." = "about"\n'
    parsed = read("on\n(Believed to be) 2024-05-03 approx.\n2024-05-03\n", told)
    event, plain = (one.events[0] for one in parsed.incidents)
    assert (plain.start.qualifier, plain.citations[0].force) == ("exact", "stated")
    assert (event.start.stated, event.start.qualifier) == ("2024-05-03", "about")
    assert event.citations[0].force == "believed"
    assert event.start.text == "(Believed to be) 2024-05-03 approx."


# Times


CLOCKED = '[[event]]\nkind = "shots"\nstart = { date = "on", time = "at" }\n'


@pytest.mark.parametrize(
    ("on", "at", "stated", "found"),
    [
        ("2024-05-03", "202", "2024-05-03T02:02", []),
        ("2024-05-03", "9.0", "2024-05-03T00:09", []),
        ("2024-05-03", "2:05 PM", "2024-05-03T14:05", []),
        ("2024-05-03", "", "2024-05-03", []),
        ("2024-05-03", "NULL", "2024-05-03", ["TL655"]),
        ("2024-05-03", "1273", "2024-05-03", ["TL604"]),
        ("2024-05", "1203", "2024-05", ["TL667"]),
        ("2024-02-30", "1203", "", ["TL667", "TL604"]),
        ("2024-03-10", "230", "2024-03-10", ["TL604"]),
        ("", "1203", "", ["TL667"]),
        ("odd", "1203", "", ["TL667", "TL655"]),
        ("odd", "", "", ["TL655"]),
    ],
)
def test_a_date_and_a_clock_time_are_a_time(
    on: str, at: str, stated: str, found: list[str]
) -> None:
    told = '[column.at]\nformats = ["HHmm", "h:mm A"]\npad = 4\n'
    told += '[column.on]\nformats = ["YYYY-MM-DD", "YYYY-MM"]\n'
    zone = "America/New_York"
    parsed = read(f"on,at\n{on},{at}\n", told, event=CLOCKED, zone=zone)
    assert parsed.incidents[0].events[0].start.stated == stated
    assert codes(parsed) == found


@pytest.mark.parametrize(
    ("on", "at", "stated", "found"),
    [
        ("2024-05-03 11:00:00", "20:09", "2024-05-03T20:09", ["TL667"]),
        ("2024-05-03 20:09:00", "20:09", "2024-05-03T20:09", []),
        ("2024-05-03 00:00:00", "20:09", "2024-05-03T20:09", []),
        ("2024-05-03 11:00:00", "late", "2024-05-03T11:00:00", ["TL667", "TL655"]),
    ],
)
def test_a_date_s_own_clock_time_is_never_dropped_in_silence(
    on: str, at: str, stated: str, found: list[str]
) -> None:
    parsed = read(f"on,at\n{on},{at}\n", "", event=CLOCKED)
    assert parsed.incidents[0].events[0].start.stated == stated
    assert codes(parsed) == found


SPAN = CLOCKED + 'end = { date = "on", time = "to" }\n'


@pytest.mark.parametrize(
    ("at", "to", "end", "found"),
    [
        ("23:50", "00:10", "2024-05-04T00:10", ["TL653"]),
        ("23:50", "23:59", "2024-05-03T23:59", []),
        ("23:50", "soon", "2024-05-03", ["TL655"]),
        ("", "00:10", "2024-05-03T00:10", []),
        ("23:50", "", "2024-05-03", []),
    ],
)
def test_an_end_before_its_start_by_its_clock_is_of_the_next_day(
    at: str, to: str, end: str, found: list[str]
) -> None:
    parsed = read(f"on,at,to\n2024-05-03,{at},{to}\n", "", event=SPAN)
    told = parsed.incidents[0].events[0].end
    assert told is not None
    assert told.stated == end
    assert codes(parsed) == found
    assert ("day" in told.assumed) is ("TL653" in found)


def test_an_end_that_the_next_day_s_clocks_skip_is_told_and_left_out() -> None:
    text = "on,at,to\n2024-03-09,23:50,02:30\n"
    parsed = read(text, "", event=SPAN, zone="America/New_York")
    assert parsed.incidents[0].events[0].end is None
    assert codes(parsed) == ["TL604"]


def test_a_value_that_several_parts_share_is_told_once() -> None:
    event = EVENT + '[[party]]\nname = "{who}"\nage = "at"\nsplit = ";"\n'
    parsed = read("on,who,at\n2024-05-03,Ann;Bo,old\n", "", event=event)
    assert codes(parsed) == ["TL667"]


def test_an_end_of_another_day_stays_on_it() -> None:
    event = CLOCKED + 'end = { date = "till", time = "to" }\n'
    text = "on,at,till,to\n2024-05-03,23:50,2024-05-02,00:10\n"
    told = read(text, "", event=event).incidents[0].events[0].end
    assert told is not None
    assert told.stated == "2024-05-02T00:10"


def test_iso_is_read_where_no_form_is_told() -> None:
    rows = "2024-05-03 14:05:06,\n2024-05-03,14:05\n2024-05-03T14:05:06.5,\n"
    parsed = read(f"on,at\n{rows}", "", event=CLOCKED)
    told = [one.events[0].start.stated for one in parsed.incidents]
    assert told == ["2024-05-03T14:05:06", "2024-05-03T14:05", "2024-05-03T14:05:06.5"]


def test_a_century_is_assumed_with_a_clock_time_too() -> None:
    told = '[column.on]\nformats = ["M/D/YY"]\n'
    (incident,) = read("on,at\n5/3/24,14:05\n", told, event=CLOCKED).incidents
    assert incident.events[0].start.assumed == ("century",)


def test_an_end_and_a_qualifier_can_be_told() -> None:
    event = EVENT.replace('"on"', '{ date = "on", qualifier = "about" }')
    parsed = read(
        "on,to\n2024-05-03,2024-05-04\n2024-05-03,\n", "", event=event + 'end = "to"\n'
    )
    first, second = (one.events[0] for one in parsed.incidents)
    assert first.start.qualifier == "about"
    assert (first.end and first.end.stated, second.end) == ("2024-05-04", None)


@pytest.mark.parametrize(
    ("cell", "stated", "found"),
    [
        ("2017/02/05 05:00:00+00", "2017-02-05", []),
        ("2017/02/05 00:00:00+00", "2017-02-05", []),
        ("2017/02/05 07:30:00+00", "2017-02-05T07:30:00+00:00", ["TL667"]),
        ("2017/02/05", "2017-02-05", []),
        ("odd", "", ["TL655"]),
    ],
)
def test_an_instant_may_really_be_a_local_midnight(
    cell: str, stated: str, found: list[str]
) -> None:
    told = (
        '[column.on]\nlocal_midnight = true\nformats = ["YYYY/MM/DD HH:mm:ssZ",'
        ' "YYYY/MM/DD"]\n'
    )
    parsed = read(f"on\n{cell}\n", told, zone="America/Indiana/Indianapolis")
    start = parsed.incidents[0].events[0].start
    assert codes(parsed) == found
    if stated.count("T"):
        assert start.precision != "day"
    else:
        assert start.stated == stated


# Zones


def test_no_zone_is_told_once() -> None:
    parsed = read("on\n2024-05-03\n2024-05-04\n", "", zone="")
    assert codes(parsed) == ["TL606"]
    assert parsed.incidents[1].events[0].start.text == "2024-05-04"
    offsets = '[column.on]\nformats = ["YYYY-MM-DD HH:mmZ"]\n'
    parsed = read("on\n2024-05-03 14:05+01:00\n", offsets, zone="")
    assert codes(parsed) == []


def test_a_zone_may_be_told_by_a_column() -> None:
    values = 'values = { Austin = "America/Chicago", Reno = "America/Los_Angeles" }'
    told = f'[zone]\ncolumn = "town"\n{values}\n'
    text = "on,town\n2024-05-03,reno\n2024-05-03,Bonn\n2024-05-03,\n"
    parsed = read(text, told, zone="")
    zones = [one.events[0].start.zone for one in parsed.incidents]
    assert zones == ["America/Los_Angeles", None, None]
    assert codes(parsed) == ["TL667", "TL606"]
    parsed = read(text, told + 'otherwise = "UTC"\n', zone="")
    zones = [one.events[0].start.zone for one in parsed.incidents]
    assert zones == ["America/Los_Angeles", "UTC", "UTC"]


def test_a_state_tells_its_zone_or_the_likeliest() -> None:
    text = "on,state\n2024-05-03,CA\n2024-05-03,TX\n2024-05-03,texas\n2024-05-03,XX\n"
    parser = table('[zone]\nus_state = "state"\n', zone="")
    parsed = parse(text, parser=parser)
    starts = [one.events[0].start for one in parsed.incidents]
    assert [one.zone for one in starts] == [
        "America/Los_Angeles",
        "America/Chicago",
        "America/Chicago",
        None,
    ]
    assert [one.assumed for one in starts] == [(), ("zone",), ("zone",), ()]
    assert codes(parsed) == ["TL671", "TL667", "TL606"]
    given_zone = parse(text, parser=parser, zone="America/Denver")
    assert {one.events[0].start.zone for one in given_zone.incidents} == {
        "America/Denver"
    }
    assert codes(given_zone) == []


def test_every_state_of_several_zones_is_told_once() -> None:
    rows = "".join(f"2024-05-03,{one}\n" for one in ("TX", "Texas", "FL", "tx", "fl"))
    parsed = read("on,state\n" + rows, '[zone]\nus_state = "state"\n', zone="")
    assert [one.line for one in parsed.findings] == [2, 4]
    assert {one.code for one in parsed.findings} == {"TL671"}


# What is made


def test_a_kind_is_told_by_a_column() -> None:
    kind = '{ column = "what", values = { OIS = "shots", none = "" } }'
    event = f'[[event]]\nkind = {kind}\nforce = "alleged"\n'
    parsed = read("what\nOIS\nnone\nrest\n\n,\n", "", event=event)
    assert [one.events[0].kind for one in parsed.incidents] == ["shots"]
    assert parsed.incidents[0].events[0].citations[0].force == "alleged"
    assert message(parsed, "TL667").startswith("column 'what': 'rest' is not among")


def test_a_cell_may_tell_several_events() -> None:
    values = '{ taser = "less_lethal", "hit *" = "restraint", none = "" }'
    kind = f'{{ column = "what", values = {values} }}'
    event = (
        f'[[event]]\nkind = {kind}\nsplit = "|"\nstart = "on"\nsummary = "{{what}}"\n'
    )
    text = "on,what\n2024-05-03,Taser|Hit  him|none|Taser\n"
    (incident,) = read(text, "", event=event).incidents
    told = [(one.kind, one.summary) for one in incident.events]
    assert told == [("less_lethal", "Taser"), ("restraint", "Hit him")]
    assert {one.start.stated for one in incident.events} == {"2024-05-03"}


@pytest.mark.parametrize(
    ("when", "rows"),
    [
        ('"what"', "abc"),
        ('{ column = "what", values = ["A", "b*"] }', "ab"),
        ('{ column = "what", not = ["a"] }', "bcd"),
        ('{ column = "what", missing = true }', "d"),
        ('["what", { column = "what", not = ["a"] }]', "bc"),
    ],
)
def test_a_condition_holds_for_some_rows(when: str, rows: str) -> None:
    event = f'[[event]]\nkind = "call"\nsummary = "{{id}}"\nwhen = {when}\n'
    parsed = read("id,what\na,A\nb,B\nc,C\nd,\n", "", event=event)
    assert [one.events[0].summary for one in parsed.incidents] == list(rows)


def test_parties_take_part_in_events() -> None:
    told = (
        '[[party]]\nname = "{who}"\nage = "age"\nevents = ["shots"]\n'
        '[[party]]\nrole = { column = "role", values = { W = "witness" } }\n'
        'description = "a person"\n'
        '[[party]]\ndescription = "another"\nwhen = "other"\n[[event]]\nkind = "call"\n'
    )
    text = "on,who,age,role\n2024-05-03,Ann,34.0,W\n2024-05-03,,old,\n"
    first, second = read(text, told).incidents
    assert [one.kind for one in first.events] == ["call", "shots"]
    assert [one.role for one in first.events[0].participants] == ["witness"]
    assert len(first.events[1].participants) == 2
    assert first.parties[0].age is not None
    assert first.parties[0].age.citations[0].quote == "34.0"
    assert second.parties == ()


def test_a_party_without_cells_of_its_own_cites_its_row() -> None:
    (incident,) = read(
        "on\n2024-05-03\n", '[[party]]\ndescription = "a man"\n'
    ).incidents
    assert incident.parties[0].citations[0].quote == "2024-05-03"


def test_lists_of_parties_are_split_in_parallel() -> None:
    told = (
        '[[party]]\nname = "{who}"\ndescription = "{race} {sex}"\nage = "age"\n'
        'split = ";"\n'
    )
    text = "on,who,race,sex,age\n2024-05-03,A; B;C,W,F;N,1;x;3\n2024-05-03,D,W,F,x\n"
    first, second = read(text, told).incidents
    told_parties = [(one.name, one.description) for one in first.parties]
    assert told_parties == [("A", "W F"), ("B", "W N"), ("C", "W")]
    assert [one.citations[0].quote for one in first.parties] == ["A", "B", "C"]
    assert [one.name for one in second.parties] == ["D"]
    assert codes(read(text, told)) == ["TL667", "TL667", "TL667"]


def test_a_cell_has_so_many_parts_at_most() -> None:
    told = '[[party]]\nname = "{who}"\nsplit = ";"\n'
    many = ";".join(map(str, range(300)))
    parsed = read(f"on,who\n2024-05-03,{many}\n", told)
    assert len(parsed.incidents[0].parties) == 200
    assert message(parsed, "TL667") == "column 'who': 300 values, of which 200 are read"


def test_splitting_a_cell_with_quotes_cites_it_whole() -> None:
    told = '[[party]]\nname = "{who}"\ndescription = "{no}"\nsplit = ";"\n'
    (incident,) = read('on,who\n2024-05-03,"A ""1"";B"\n', told).incidents
    assert [one.name for one in incident.parties] == ['A "1"', "B"]
    assert incident.parties[1].citations[0].quote == 'A ""1"";B'


def test_columns_may_be_numbered() -> None:
    told = '[[party]]\nrole = "principal_officer"\nname = "{officer_{n}}"\nrepeat = 3\n'
    text = "on,officer_1,officer_2,officer_3\n2024-05-03,A,,C\n"
    (incident,) = read(text, told).incidents
    assert [one.name for one in incident.parties] == ["A", "C"]


def test_items_are_unordered_and_each_is_there_once() -> None:
    values = '{ gun = "firearm", knife = "knife", unarmed = "" }'
    told = (
        f'[[evidence]]\ntype = {{ column = "arms", values = {values} }}\nsplit = ";"\n'
        'status = { column = "sure", values = { y = "confirmed" } }\n'
        'description = "{arms}"\nevents = ["shots"]\nwhen = "arms"\n'
        '[[evidence]]\ntype = "video"\nwhen = { column = "bwv", values = ["yes"] }\n'
    )
    text = (
        "on,arms,sure,bwv\n2024-05-03,gun;knife;gun,y,yes\n2024-05-03,unarmed,y,\n"
        "2024-05-03,,y,\n2024-05-03,rock,n,\n"
    )
    parsed = read(text, told)
    first = parsed.incidents[0]
    assert [one.item_type for one in first.evidence] == ["firearm", "knife", "video"]
    assert first.evidence[0].status == "confirmed"
    assert first.events[0].evidence_ids == ("x1", "x2")
    assert [len(one.evidence) for one in parsed.incidents] == [3, 0, 0, 0]
    assert codes(parsed) == ["TL667", "TL667"]


def test_an_item_without_a_cell_makes_none() -> None:
    told = '[[evidence]]\ntype = { column = "arms", otherwise = "other" }\n'
    first, second = read("on,arms\n2024-05-03,\n2024-05-03,x\n", told).incidents
    assert (len(first.evidence), len(second.evidence)) == (0, 1)


# Groups


GROUPED = '[incident]\nid = "{id}"\ngroup_by = ["id"]\n[[party]]\nname = "{who}"\n'
ROWS = (
    "7,2024-05-03,,Ann,\n",
    "7,2024-05-03,,Bo,\n",
    "8,2024-05-03,,Cy,\n",
    ",2024-05-03,,Di,\n",
    ",2024-05-03,,Ed,\n",
)


def test_rows_of_one_key_are_one_incident_wherever_they_stand() -> None:
    text = HEADER + "".join((ROWS[0], ROWS[2], ROWS[3], ROWS[1], ROWS[4]))
    parsed = read(text, GROUPED)
    names = [[one.name for one in each.parties] for each in parsed.incidents]
    assert names == [["Ann", "Bo"], ["Cy"], ["Di"], ["Ed"]]
    (event,) = parsed.incidents[0].events
    assert len(event.participants) == 2
    assert len(event.citations) == 2
    assert parsed.incidents[0].sources[0].text == HEADER + ROWS[0] + ROWS[1]


def test_a_stream_tells_of_a_key_that_comes_again() -> None:
    lines = [HEADER, ROWS[0], ROWS[2], ROWS[1], ROWS[1]]
    parts = list(stream(lines, parser=table(GROUPED)))
    told = [[one.code for one in part.findings] for part in parts]
    assert told == [[], [], ["TL672"], ["TL670"]]
    assert [len(part.incidents) for part in parts] == [1, 1, 1, 0]


def test_a_stream_gives_each_incident_as_its_rows_are_whole() -> None:
    given_lines: list[str] = []

    def lines() -> Iterator[str]:
        for one in (HEADER, *ROWS):
            given_lines.append(one)
            yield one

    first = next(iter(stream(lines(), parser=table(GROUPED))))
    assert [one.name for one in first.incidents[0].parties] == ["Ann", "Bo"]
    assert len(given_lines) < len(ROWS) + 1


def test_parties_of_one_key_are_one() -> None:
    told = GROUPED + 'key = "{what}"\n[[party]]\ndescription = "{what}"\n'
    text = f"{HEADER}7,2024-05-03,,Ann,x\n7,2024-05-03,,Ann B,x\n"
    (incident,) = read(text, told).incidents
    told_names = [one.name or one.description for one in incident.parties]
    assert told_names == ["Ann", "x", "x"]


# Prose


TOLD = 'At 2:02 p.m. officers arrived. He said "stop". Shots were fired.'


def test_a_narrative_is_read_into_the_incident_of_its_row() -> None:
    quoted = TOLD.replace('"', '""')
    text = f'on,told\n2024-05-03,"{quoted}"\n'
    parsed = read(text, 'prose = "told"\n')
    (incident,) = parsed.incidents
    assert [one.id for one in incident.events] == ["e1", "n1e1", "n1e2"]
    arrival = incident.events[1]
    assert (arrival.kind, arrival.start.stated) == ("arrival", "2024-05-03T14:02")
    source = incident.sources[0].text
    for event in incident.events[1:]:
        cited = event.citations[0]
        assert source[cited.start : cited.end] == cited.quote
        assert cited.start is not None
        assert cited.start > source.index("At 2:02")
    for finding in parsed.findings:
        assert finding.offset is not None
        assert text[finding.offset :].startswith(finding.raw)


def test_what_a_column_and_a_narrative_both_tell_is_kept_twice_and_found() -> None:
    event = '[[event]]\nkind = "shots"\nstart = "on"\n'
    text = "on,told\n2024-05-03,Shots were fired. Officers arrived.\n"
    parsed = read(text, 'prose="told"\n', event=event)
    kinds = [one.kind for one in parsed.incidents[0].events]
    assert sorted(kinds) == ["arrival", "shots", "shots"]
    (found,) = (one for one in parsed.findings if one.code == "TL683")
    assert found.message == "tells shots, as a column does: the two may be one event"


def test_a_narrative_in_json_is_cited_as_it_stands_there() -> None:
    text = '{"on": "2024-05-03", "told": "At 2:02 p.m.\\nofficers \\u0061rrived."}'
    (incident,) = read(text, 'prose = "told"\n').incidents
    assert incident.events[1].citations[0].quote == "officers \\u0061rrived"


def test_a_narrative_that_can_t_be_placed_is_cited_whole() -> None:
    text = 'on,told\n2024-05-03,"Officers arrived. They saw a knife." x\n'
    parsed = read(text, 'prose = "told"\n')
    quotes = {one.citations[0].quote for one in parsed.incidents[0].events[1:]}
    assert quotes == {'"Officers arrived. They saw a knife." x'}


def test_narratives_of_several_rows_are_kept_apart() -> None:
    told = 'prose = "told"\n[incident]\ngroup_by = ["id"]\n'
    text = "id,on,told\n7,2024-05-03,Officers arrived.\n7,odd,He was arrested.\n7,,\n"
    (incident,) = read(text, told).incidents
    assert [one.id for one in incident.events if one.id[0] == "n"] == ["n1e1", "n2e1"]


def test_a_narrative_without_a_date_has_no_anchor() -> None:
    event = '[[event]]\nkind = "call"\n'
    text = "told\nOfficers arrived at 14:02.\n"
    (incident,) = read(text, 'prose="told"\n', event=event).incidents
    assert incident.events[1].kind == "arrival"


# Which table it is


def test_the_parser_is_found_by_name_and_suffix() -> None:
    assert parsers()["table"] is TABLE
    for name in ("a.csv", "A.TSV", "a.jsonl", "a.ndjson", "a.xlsx", "a.parquet"):
        assert chosen(None, Document("x", name=name)) is TABLE


def test_without_a_mapping_that_fits_the_columns_are_told() -> None:
    parsed = parse("zzz,yyy\n1,2\n", name="a.csv")
    assert parsed.incidents == ()
    assert "no mapping for the columns 'zzz', 'yyy'" in message(parsed, "TL665")


def test_a_mapping_that_fits_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    mapping = table('header = ["on", "id"]\n').mapping
    monkeypatch.setattr(
        reader_module, "fitting", lambda names: mapping if "on" in names else None
    )
    assert parse("ID,on\n1,2024-05-03\n", name="a.csv").incidents[0].events
    assert TABLE.sniff("id,on\n") > 0.5
    assert TABLE.sniff("a,b\n") == 0


@pytest.mark.parametrize(
    ("head", "sureness"),
    [
        ("on,at\n", 0.95),
        ("at,to\n", 0.0),
        ("", 0.0),
        ("a,b,c,d\n1,2,3,4\n1,2,3,4\n1,2", 0.3),
        ("a,b,c,d\n1,2,3,4\n1,2\n1,2,3,4\n", 0.0),
        ("a,b,c,d\n1,2,3,4\n", 0.0),
        ('{"a": 1, "b": 2, "c": 3, "d": 4}\n' * 4, 0.0),
    ],
)
def test_a_table_is_known_by_its_header(head: str, sureness: float) -> None:
    assert table('header = ["on"]\n').sniff(head) == sureness


@pytest.mark.parametrize("text", ["", " \n", "\ufeff"])
def test_an_empty_document_is_told(text: str) -> None:
    assert codes(parse(text, parser=TABLE)) == ["TL601"]


def test_a_delimiter_may_be_told() -> None:
    (incident,) = read("a,b|on\n1,2|2024-05-03\n", 'delimiter = "|"\n').incidents
    assert incident.events[0].start.stated == "2024-05-03"


# Bytes


def test_an_encoding_may_be_told() -> None:
    parser = table('encoding = "cp1252"\n', event=EVENT + 'summary = "{who}"\n')
    data = "on,who\r2024-05-03,José ".encode("cp1252") + b"\x81\r"
    parsed = parse(data, parser=parser)
    assert parsed.incidents[0].events[0].summary == "José \ufffd"
    assert codes(parsed) == ["TL674"]
    assert parse("on,who\n2024-05-03,José\n".encode(), parser=table("")).incidents


# Laws


CELL = st.text(st.sampled_from('7a ";,\n\r2024-05'), max_size=10)
WIDE = (
    '[[party]]\nname = "{b}"\nage = "c"\nsplit = ";"\n'
    '[[evidence]]\ntype = { column = "b", otherwise = "other" }\nsplit = ";"\n'
)


@settings(max_examples=40)
@given(text=st.lists(CELL, max_size=12).map(",".join), cut=st.integers(0, 60))
def test_a_stream_is_read_as_the_whole(text: str, cut: int) -> None:
    parser = table(WIDE)
    whole = "on,b,c\n2024-05-03,x;y,7\n" + text
    cut = min(cut, len(whole))
    parsed = checked(parser.parse(Document(whole)))
    parts = list(parser.stream([whole[:cut], whole[cut:]], Document("")))
    assert [i for one in parts for i in one.incidents] == list(parsed.incidents)
    assert [f for one in parts for f in one.findings] == list(parsed.findings)


@settings(max_examples=40)
@given(text=st.text(st.sampled_from('{}[]":,\\u0a1 \n'), max_size=60))
def test_no_text_is_an_error(text: str) -> None:
    for start in ("", '{"on": 1}\n', "[", "on,"):
        checked(table(WIDE).parse(Document(start + text)))


def test_sources_grow_no_faster_than_the_table() -> None:
    rows = "7,2024-05-03,,Ann,\n" * 400
    told = '[incident]\ngroup_by = ["id"]\n'
    (incident,) = read(HEADER + rows, told).incidents
    assert len(incident.sources[0].text) == len(HEADER + rows)
