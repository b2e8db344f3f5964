"""Logs: one stamped line an entry, in whatever style, and nothing of it lost."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from incident_timeline.errors import InvalidMomentError
from incident_timeline.model import Event, Finding
from incident_timeline.parsers import Document, Parsed, parse
from incident_timeline.parsers.log import LOG, LogParser
from incident_timeline.parsers.log.telling import control_room
from incident_timeline.text import Cue, Lexicon, default_lexicon

LOGS = Path(__file__).parent / "logs"


def told_in(name: str) -> str:
    return (LOGS / f"{name}.log").read_text(encoding="utf-8")


PROSE = sorted((Path(__file__).parents[1] / "corpus").rglob("*.txt"))
KNOWN = {
    "airport": {"zone": "Europe/Paris"},
    "australian": {"zone": "Australia/Brisbane"},
    "irish": {"zone": "Europe/Dublin"},
    "messy": {"zone": "Europe/London", "published": "2024-03-11"},
    "new_zealand": {"zone": "Pacific/Auckland"},
    "radio": {"zone": "America/Vancouver", "published": "2023-11-24"},
    "uk": {"zone": "Europe/London"},
    "us_cad": {"zone": "America/Chicago"},
}
STYLES = (
    "%Y-%m-%d %H:%M:%S",
    "%Y-%m-%dT%H:%M:%SZ",
    "%Y%m%dT%H%M%S",
    "%d/%m/%Y %H:%M",
    "%d/%m/%y | %H:%M",
    "%d-%b-%y %H%M",
    "%d%b%Y, %H%Mhrs",
    "%H:%M %d/%m/%Y",
    "[%H:%M:%S]",
    "%H:%M -",
    "%H%Mhrs",
    "%H.%M hrs",
    "%H%M",
    "%I:%M %p",
    "%b %d %H:%M:%S",
    "#{n:04} %H:%M",
    "({n}) %H:%M:%S",
    "{n:03} | %Y-%m-%d %H:%M |",
)


def read(
    text: str,
    parser: LogParser = LOG,
    *,
    zone: str = "Europe/London",
    published: str = "2023-11-23",
) -> Parsed:
    return parser.parse(Document(text, zone=zone, published=published))


def events(text: str, parser: LogParser = LOG, **known: Any) -> list[Event]:
    parsed = read(text, parser, **known)
    return [event for incident in parsed.incidents for event in incident.events]


def stated(text: str, **known: Any) -> list[str]:
    return [event.start.stated for event in events(text, **known)]


def kinds(text: str, **known: Any) -> list[str]:
    return [event.kind for event in events(text, **known)]


def said(text: str, code: str, **known: Any) -> list[Finding]:
    return [one for one in read(text, **known).findings if one.code == code]


# Whole logs


def expected(name: str) -> list[tuple[int, str, set[str]]]:
    rows = (LOGS / f"{name}.expected").read_text(encoding="utf-8").splitlines()
    cut = [row.split() for row in rows]
    return [(int(row[0]), row[1], set(row[2:])) for row in cut]


@pytest.mark.parametrize("name", sorted(KNOWN))
def test_each_entry_of_a_log_is_read_with_its_time_and_kinds(name: str) -> None:
    text = told_in(name)
    (incident,) = parse(text, parser="log", **KNOWN[name]).incidents
    found: dict[int, tuple[str, set[str]]] = {}
    for event in incident.events:
        line = text.count("\n", 0, event.citations[0].start) + 1
        found.setdefault(line, (event.start.stated, set()))[1].add(event.kind)
    assert [(line, *rest) for line, rest in found.items()] == expected(name)


@pytest.mark.parametrize("name", sorted(KNOWN))
def test_a_log_is_known_by_its_stamps_alone(name: str) -> None:
    text = told_in(name)
    assert LOG.sniff(text) > 0.5
    assert parse(text).parser == "log"


def test_no_account_in_prose_is_taken_for_a_log() -> None:
    sure = {path.name: LOG.sniff(path.read_text("utf-8")[:4096]) for path in PROSE}
    assert len(sure) > 20
    logs = {name for name, one in sure.items() if one}
    assert logs == {"uk-controlroom-hexley-2021.txt"}  # which is one


@pytest.mark.parametrize(
    "head",
    [
        "",
        "20:09 sent\n20:13 there\n",
        "20:09 sent\nand then\n20:13 there\nand so\n20:15 shots\n",
        "2023-11-23 20:09,call\n2023-11-23 20:10,shots\n2023-11-23 20:11,arrest\n",
    ],
)
def test_too_few_stamps_in_a_row_are_no_log(head: str) -> None:
    assert LOG.sniff(head) == 0.0


# Stamps


def course(draw: Callable[..., Any]) -> list[datetime]:
    at = datetime(2023, 11, 23, 1) + timedelta(minutes=draw(st.integers(0, 600)))
    gaps = draw(st.lists(st.integers(1, 60), min_size=3, max_size=6))
    return [at := at + timedelta(minutes=gap) for gap in gaps]


@given(st.sampled_from(STYLES), st.data())
def test_every_style_is_read_as_it_is_written(style: str, data: st.DataObject) -> None:
    times = course(data.draw)
    text = "23/11/2023\n" + "".join(
        f"{at.strftime(style).format(n=n)} UNIT{n} on scene\n"
        for n, at in enumerate(times)
    )
    read_back = events(text, zone="UTC")
    assert [one.start.stated[:16] for one in read_back] == [
        at.isoformat(timespec="minutes") for at in times
    ]
    assert {one.kind for one in read_back} == {"arrival"}
    assert not any(one.code.startswith("TL66") for one in read(text).findings)


@pytest.mark.parametrize(
    ("zone", "first", "codes"),
    [
        ("Europe/London", "2023-05-04", []),
        ("America/Chicago", "2023-04-05", []),
        ("UTC", "2023-05-04", ["TL616"]),
        ("+01:00", "2023-05-04", ["TL616"]),
    ],
)
def test_the_zones_country_tells_the_order_of_numbers(
    zone: str, first: str, codes: list[str]
) -> None:
    text = "04/05/2023 20:13 sent\n04/05/2023 20:14 arrived\n"
    assert stated(text, zone=zone)[0][:10] == first
    assert [one.code for one in read(text, zone=zone).findings] == codes


@pytest.mark.parametrize(
    ("last", "first"), [("23/05/2023", "2023-05-04"), ("05/23/2023", "2023-04-05")]
)
def test_a_number_above_12_tells_the_order_before_the_zone(
    last: str, first: str
) -> None:
    text = f"04/05/2023 20:13 sent\n{last} 20:14 arrived\n"
    for zone in ("Europe/London", "America/Chicago", "UTC"):
        assert stated(text, zone=zone)[0][:10] == first
    usual = {"Europe/London": "23/05/2023", "America/Chicago": "05/23/2023"}
    for zone, number in usual.items():
        doubtful = len(said(text, "TL616", zone=zone))
        assert doubtful == (number != last)
    assert said(text, "TL616", zone="UTC") == []


def test_two_equal_numbers_need_no_order() -> None:
    assert said("05/05/2023 20:13 sent\n", "TL616", zone="UTC") == []


def test_a_stamp_of_another_style_is_an_entry_and_told_once_a_style() -> None:
    text = "2012 a\n2013 b\n20:14 c\n20:15 d\n2016 e\n2017hrs f\n"
    assert len(events(text)) == 6
    assert [one.raw for one in said(text, "TL661")] == ["20:14", "2017hrs"]


def test_a_number_is_no_stamp_where_stamps_are_written_otherwise() -> None:
    text = "20:13 - sent to\n2013 Harrow Road\n20:14 - arrived\n"
    (first, _) = events(text)
    assert first.summary == "sent to 2013 Harrow Road"


@pytest.mark.parametrize("line", ["2513 Mill Lane", "2023-11 was cold", "9999 on"])
def test_a_number_that_is_no_clock_time_is_no_stamp(line: str) -> None:
    text = f"2013 sent\n2014 arrived\n2015 {line}\n{line}\n"
    assert len(events(text)) == 3


def test_an_entrys_own_number_is_no_stamp() -> None:
    text = "0012 20:13 sent\n0013 20:14 arrived\n"
    assert stated(text) == ["2023-11-23T20:13", "2023-11-23T20:14"]


def test_forms_of_ones_own_are_the_only_stamps() -> None:
    mine = LogParser(stamps=("DD.MM. HH:mm",))
    text = "23.11. 20:13 sent\n20:14 on\n24.11. 20:15 arrived\n"
    found = events(text, mine)
    assert [one.start.stated for one in found] == [
        "2023-11-23T20:13",
        "2023-11-24T20:15",
    ]
    assert read("20:13 sent\n", mine).incidents == ()


@pytest.mark.parametrize("form", ["DD.MM.YYYY", "[x]"])
def test_a_form_without_a_clock_time_is_no_stamp(form: str) -> None:
    with pytest.raises(InvalidMomentError):
        LogParser(stamps=(form,))


def test_a_stamp_that_is_in_no_calendar_is_told_and_its_entry_kept() -> None:
    text = "31/02/2023 20:13 shots fired\n"
    (event,) = events(text)
    assert (event.kind, event.start.text) == ("shots", "31/02/2023 20:13")
    assert event.start.is_unknown
    assert len(said(text, "TL604")) == 1


# Days


@pytest.mark.parametrize(
    "heading",
    [
        "Thursday 23 November 2023",
        "--- 23/11/2023 ---",
        "   == 23 Nov 2023 ==",
        "Date: 2023-11-23",
        "DATE 23NOV23",
        "Thurs, November 23rd, 2023",
        "*** Thursday, 23rd November 2023 ***",
    ],
)
def test_a_heading_tells_the_day_of_what_follows(heading: str) -> None:
    text = f"20:12 before\n{heading}\n20:13 shots fired\n"
    assert stated(text, published="2023-11-30")[1] == "2023-11-23T20:13"


def test_a_clock_that_goes_back_is_of_the_next_day() -> None:
    text = "23:50 sent\n00:10 arrived\n23:55 told late\n00:20 left\n"
    assert [one[8:10] for one in stated(text)] == ["23", "24", "23", "24"]
    assert [one.raw for one in said(text, "TL653")] == ["00:10", "23:55"]


def test_entries_out_of_order_are_kept_as_they_stand_and_told() -> None:
    text = "20:13 arrived\n20:10 sent\n20:15 shots fired\n"
    assert stated(text)[1] == "2023-11-23T20:10"
    assert [one.raw for one in said(text, "TL664")] == ["20:10"]


# Entries


def test_lines_that_go_on_belong_to_the_entry_above() -> None:
    text = "20:13 - male down,\n   20:12 was his watch\nshots fired\n20:14 - sent\n"
    first, second = events(text)
    assert first.summary == "male down, 20:12 was his watch shots fired"
    assert first.citations[0].quote == text[: text.index("\n20:14")]
    assert (first.kind, second.summary) == ("shots", "sent")


def test_words_apart_from_the_entry_above_are_kept_as_a_finding() -> None:
    text = "20:13 sent\n\nNote: he was convicted in June.\n20:14 on\n\n  scene\n"
    assert [one.summary for one in events(text)] == ["sent", "on scene"]
    assert [one.raw for one in said(text, "TL652")] == [text.splitlines()[2]]


@pytest.mark.parametrize("line", ["Page 2 of 3", "END OF LOG", "Time | Unit | Text"])
def test_what_frames_a_log_is_kept_as_a_finding(line: str) -> None:
    text = f"20:13 sent\n{line}\n20:14 arrived\n"
    assert [one.summary for one in events(text)] == ["sent", "arrived"]
    assert [one.raw for one in said(text, "TL652")] == [line]


def test_a_rule_says_nothing() -> None:
    assert read("20:13 sent\n-----\n20:14 arrived\n").findings[1:] == ()


def test_words_before_the_first_entry_are_kept_as_findings() -> None:
    text = "Kept by hand\n  in pencil\n20:13 sent\n"
    assert [one.raw for one in said(text, "TL652")] == ["Kept by hand", "in pencil"]


@pytest.mark.parametrize("sep", [" | ", "\t", "  "])
def test_columns_tell_who_and_what(sep: str) -> None:
    lines = [
        ("20:13", "UNIT12", "arrived"),
        ("20:14", "DISP2", "noted"),
        ("20:15", "Trojan 3", "shots fired"),
        ("20:16", "CALLER", "rang off"),
        ("20:17", "MEDIC 4", "on scene"),
    ]
    text = "".join(f"{sep.join(line)}\n" for line in lines)
    (incident,) = read(text).incidents
    roles = [one.role for event in incident.events for one in event.participants]
    assert [one.name or one.description for one in incident.parties] == [
        *("UNIT12", "DISP2", "Trojan 3", "caller", "MEDIC 4"),
    ]
    assert roles == [
        *("responding_unit", "dispatcher", "responding_unit", "caller", "medical"),
    ]
    assert [one.kind for one in incident.events] == [
        *("arrival", "other", "shots", "other", "medical_attendance"),
    ]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("UNIT12 and UNIT14 assigned", ["UNIT12", "UNIT14"]),
        ("Trojan 3 sent with KT12", ["Trojan 3", "KT12"]),
        ("3A12 sent", ["3A12"]),
        ("van AB12 CDE seen by AB12", ["AB12"]),
        ("PC123 spoke to IC1 male on the A38, M25 shut", []),
        ("AB12 AND AB13 assigned", ["AB12", "AB13"]),
    ],
)
def test_units_are_named_by_call_signs(words: str, names: list[str]) -> None:
    (incident,) = read(f"20:13 {words}\n").incidents
    assert [one.name for one in incident.parties if one.kind == "unit"] == names


def test_a_caller_is_one_person_and_a_second_another() -> None:
    text = (
        "20:13 Caller states fight\n20:14 INFT reports knife\n20:15 Caller 2 rang off\n"
    )
    (incident,) = read(text).incidents
    assert [one.description for one in incident.parties] == ["caller", "caller 2"]
    assert [one.kind for one in incident.events] == ["call", "call", "other"]


def test_what_a_caller_claims_is_no_event() -> None:
    assert kinds("20:13 Caller states shots fired\n") == ["call"]


def test_an_entry_may_tell_several_events_at_one_time() -> None:
    told = events("20:13 KT12 on scene. Shots fired. Male handcuffed\n")
    assert [one.kind for one in told] == ["arrival", "shots", "restraint"]
    assert len({one.start for one in told}) == 1


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Shooting, Mill Lane", "shots"),
        ("Duty press officer has the lines on the police shooting", "other"),
    ],
)
def test_a_noun_tells_what_happened_at_an_entrys_head_alone(
    words: str, kind: str
) -> None:
    assert kinds(f"20:13 {words}\n") == [kind]


def test_what_no_cue_knows_is_kept_with_its_words() -> None:
    (event,) = events("20:13 - kettle on\n")
    assert (event.kind, event.summary) == ("other", "kettle on")


def test_a_stamp_without_words_is_an_entry() -> None:
    assert [one.summary for one in events("20:13\n20:14 sent\n")] == ["", "sent"]


def test_a_long_entry_is_cut_in_its_summary_alone() -> None:
    (event,) = events(f"20:13 {'kettle ' * 99}\n")
    assert event.summary.endswith("…")
    assert len(event.summary) == 300
    assert len(event.citations[0].quote) > 600


def test_an_amended_entry_is_kept_and_told() -> None:
    text = "20:13 shots fired [amended 20:15]\n"
    assert kinds(text) == ["shots"]
    assert [one.raw for one in said(text, "TL662")] == ["[amended 20:15]"]


@pytest.mark.parametrize("mark", ["[STRUCK]", "(entered in error)", "[deleted by OP4]"])
def test_a_struck_entry_is_kept_as_a_finding_alone(mark: str) -> None:
    text = f"20:13 shots fired {mark}\n20:14 arrived\n"
    assert kinds(text) == ["arrival"]
    assert [one.raw for one in said(text, "TL663")] == [text.splitlines()[0]]


# Incidents


@pytest.mark.parametrize(
    ("header", "ref", "title", "day"),
    [
        ("Incident 4711", "4711", "", "2023-11-23"),
        ("CAD 1234/24NOV23", "1234/24NOV23", "", "2023-11-24"),
        (
            "CAD 1234/24NOV23 - Fight, Mill Lane",
            "1234/24NOV23",
            "Fight, Mill Lane",
            "24",
        ),
        ("=== INCIDENT No: A-17 | Fight ===", "A-17", "Fight", "23"),
        ("Log 4711 of 24/11/2023 Fight", "4711", "Fight", "24"),
        ("Event # 12 opened 2023-11-24: Fight", "12", "Fight", "24"),
        ("INCIDENT # 2024-11  1200 BLK DELMAR", "2024-11", "1200 BLK DELMAR", "23"),
    ],
)
def test_a_header_tells_id_title_and_day(
    header: str, ref: str, title: str, day: str
) -> None:
    (incident,) = read(f"{header}\n20:13 sent\n").incidents
    assert (incident.id, incident.title) == (ref, title)
    assert incident.events[0].start.stated[:10].endswith(day)


def test_a_title_may_have_a_line_of_its_own() -> None:
    (incident,) = read("Incident 12\nNature: Fight\n20:13 sent\n").incidents
    assert incident.title == "Fight"


def test_each_header_begins_an_incident() -> None:
    text = "Incident 1\n20:13 sent\nIncident 2\n20:13 arrived\nIncident 2 page 2\n"
    parsed = read(text)
    assert [one.id for one in parsed.incidents] == ["1", "2"]
    assert [one.sources[0].text for one in parsed.incidents] == [
        text[: text.index("Incident 2")],
        text[text.index("Incident 2") :],
    ]


@given(st.lists(st.sampled_from(told_in("messy").splitlines(keepends=True))))
def test_a_stream_tells_what_the_whole_does(lines: list[str]) -> None:
    mixed = [*lines, "CAD 5\n", *lines]
    document = Document("".join(mixed), zone="UTC", published="2024-03-09")
    parts = list(LOG.stream(mixed, evolve(document, text="")))
    whole = LOG.parse(document)
    assert sum((one.incidents for one in parts), ()) == whole.incidents
    assert sum((one.findings for one in parts), ()) == whole.findings


LINES = [line for name in KNOWN for line in told_in(name).splitlines()]


@given(st.lists(st.sampled_from(LINES) | st.text(max_size=20), max_size=6))
def test_every_word_is_in_an_entry_a_finding_or_a_heading(lines: list[str]) -> None:
    text = "\n".join(lines)
    parsed = read(text)
    assert "TL654" not in {one.code for one in parsed.findings}
    for incident in parsed.incidents:
        for event in incident.events:
            (cited,) = event.citations
            assert incident.sources[0].text[cited.start : cited.end] == cited.quote


# Ranges, zones and what is like a time


def spans(text: str, **known: Any) -> list[tuple[str, str]]:
    found = events(text, **known)
    return [(one.start.stated, one.end.stated if one.end else "") for one in found]


@pytest.mark.parametrize(
    ("stamp", "end"),
    [
        ("12/07/2024 20:31-20:40", "2024-07-12T20:40"),
        ("2024-07-12T20:31-20:40", "2024-07-12T20:40"),
        ("12/07/2024 20:31 - 20:40", "2024-07-12T20:40"),
        ("12/07/2024 20:31-0205", "2024-07-13T02:05"),
        ("2024-07-12 20:31-20:40 BST", "2024-07-12T20:40"),
        ("12/07/2024 20:31 BST-20:40", "2024-07-12T20:40"),
    ],
)
def test_a_range_behind_a_stamp_is_no_offset(stamp: str, end: str) -> None:
    text = f"{stamp} shots fired\n"
    assert spans(text) == [("2024-07-12T20:31", end)]
    assert events(text)[0].summary == "shots fired"


@pytest.mark.parametrize(
    "stamp", ["20:36-20:30", "20:36-2", "20:36-20:99", "20:36:00Z-20:40"]
)
def test_what_is_no_end_of_a_range_is_told(stamp: str) -> None:
    text = f"2024-07-12 {stamp} x\n"
    assert [end for _, end in spans(text)] == [""]
    assert len(said(text, "TL655") + said(text, "TL604")) == 1


def test_a_range_from_24_00_is_of_the_next_day() -> None:
    text = "12/07/2024 24:00-00:10 fight\n"
    assert spans(text) == [("2024-07-13T00:00", "2024-07-13T00:10")]


def test_a_range_moves_no_day_of_what_follows() -> None:
    text = "23:50-00:10 fight\n23:55 sent\n00:12 left\n"
    days = [(one[8:10], end[8:10]) for one, end in spans(text)]
    assert days == [("23", "24"), ("23", ""), ("24", "")]


@pytest.mark.parametrize(
    "stamp",
    [
        "2024-07-12T20:31+01:00",
        "2024-07-12T14:31-05:00",
        "2024-07-12 20:31:00+01:00",
        "2024-07-12 19:31:00Z",
        "2024-07-12 19:31Z",
        "12/07/2024 19:31 UTC",
        "12/07/2024 19:31 (GMT)",
        "12/07/2024 19:31 Z",
        "12/07/2024 20:31 BST",
        "12/07/2024 20:31 +0100",
        "12/07/2024 20:31 UTC+1",
        "12/07/2024 14:31:00 -0500",
        "12/07/2024 1931Z",
    ],
)
def test_zone_words_and_offsets_are_heeded(stamp: str) -> None:
    (event,) = events(f"{stamp} shots fired\n")
    at = event.start.earliest_utc
    assert at is not None
    assert (at.hour, at.minute) == (19, 31)
    assert event.summary == "shots fired"


@pytest.mark.parametrize("word", ["EST", "GMT+25", "-0500", "IST"])
def test_a_zone_word_that_does_not_fit_leaves_no_time(word: str) -> None:
    text = f"12/07/2024 20:31 {word} shots fired\n"
    (event,) = events(text)
    assert event.start.is_unknown
    assert len(said(text, "TL617")) == 1


def test_a_number_that_no_zone_has_is_no_offset() -> None:
    (event,) = events("12/07/2024 20:31 -0205 paid\n")
    assert (event.start.stated, event.summary) == ("2024-07-12T20:31", "-0205 paid")


@pytest.mark.parametrize("heading", ["All times UTC", "Times are in GMT"])
@pytest.mark.parametrize("front", ["", "CAD 5 - Fight\n"])
def test_a_heading_tells_the_zone_of_all_times(heading: str, front: str) -> None:
    text = f"{heading}\n{front}12/07/2024 20:31 shots fired\nTimes in UTC+2\n"
    (event,) = events(text)
    assert event.start.zone == "UTC"
    assert event.summary == "shots fired"
    assert len(said(text, "TL617")) == 1
    assert {one.raw for one in said(text, "TL652")} <= {heading}


def test_a_zone_word_in_an_impossible_time_is_not_asked() -> None:
    assert events("31/02/2024 20:31 BST x\n")[0].start.is_unknown
    assert events("12/07/2024 20:31 BST time UTC\n", zone="UTC")[0].start.is_unknown


def test_hours_of_one_digit_are_stamps() -> None:
    text = "0:10 on scene\n9:55 on scene\n20:13 shots fired\n"
    assert [one[11:] for one in stated(text)] == ["00:10", "09:55", "20:13"]
    assert said(text, "TL615") == []


def test_hours_of_one_digit_may_be_of_half_a_day() -> None:
    assert len(said("9:55 on scene\n10:05 shots fired\n", "TL615")) == 1
    assert events("9:55 AM sent\n10:00 AM x\n10:05 y\n")[2].start.is_unknown


@pytest.mark.parametrize(
    ("line", "above"),
    [
        *((one, "20:13 sent\n20:14 x\n") for one in ("~20:31", "20:40ish", "20h09")),
        *((one, "20:13 sent\n20:14 x\n") for one in ("20:31?", "c. 20:31", "20:4")),
        ("2031-2040", "2013 sent\n2014 x\n"),
        ("12/07/2024 ~20:31", "12/07/2024 20:13 sent\n12/07/2024 20:14 x\n"),
    ],
)
def test_what_is_like_a_time_is_an_entry_without_one(line: str, above: str) -> None:
    text = f"{above}{line} shots fired\n"
    event = events(text)[-1]
    assert event.start.is_unknown
    assert event.kind == "other"
    assert len(said(text, "TL652")) == 1


def test_a_date_with_words_goes_on_with_the_entry() -> None:
    text = "12/07/2024 20:13 sent\n12/07/2024 20:14 x\n12/07/2024 was warm\n"
    assert len(events(text)) == 2


# Which day


def test_dates_in_the_words_of_an_entry_tell_no_order() -> None:
    text = "04/05/2024 20:13 sent\nborn 05/23/1980\n05/23/1980 was his birthday\n"
    assert stated(text) == ["2024-05-04T20:13"]


def test_stamps_that_disagree_are_told() -> None:
    text = "04/05/2024 20:13 a\n23/05/2024 20:13 b\n05/23/2024 20:13 c\n"
    assert len(said(text, "TL616")) == 1


@pytest.mark.parametrize(
    ("zone", "month", "doubts"),
    [
        ("Pacific/Honolulu", "04", 0),
        ("America/Indiana/Knox", "04", 0),
        ("EST5EDT", "04", 0),
        ("America/Toronto", "05", 1),
        ("America/Sao_Paulo", "05", 1),
        ("Asia/Manila", "05", 1),
        ("Pacific/Auckland", "05", 0),
    ],
)
def test_the_month_leads_in_the_united_states_alone(
    zone: str, month: str, doubts: int
) -> None:
    text = "20:13 04/05/2024 sent\n"
    assert stated(text, zone=zone)[0][5:7] == month
    assert len(said(text, "TL616", zone=zone)) == doubts


def test_a_heading_tells_the_order_where_no_stamp_does() -> None:
    text = "Date: 04/05/2024\n20:13 a\n--- 05/23/2024 ---\n20:13 b\n"
    assert stated(text, zone="UTC")[0][:10] == "2024-04-05"


def test_a_date_of_birth_is_no_heading() -> None:
    assert stated("20:13 sent\n01/02/1980\n20:14 x\n")[1][:4] == "2023"
    text = "12/07/2024\n20:13 sent\n01/02/1980\n20:14 x\n\n01/02/1980\n20:15 y\n"
    assert {one[:10] for one in stated(text)} == {"2024-07-12"}
    assert [one.raw for one in said(text, "TL652")] == ["01/02/1980", "01/02/1980"]


@pytest.mark.parametrize(
    "heading", ["Saturday 10 February 2024", "10/02/2024", "31/02/2024", "24/11/2023"]
)
def test_a_later_day_is_a_heading_where_it_says_so(heading: str) -> None:
    text = f"23/11/2023\n20:13 sent\n{heading}\n20:14 x\n"
    days = stated(text, published="2024-02-20")
    assert days[0][:10] == "2023-11-23"
    assert len(days) == 2


def test_a_weekday_is_the_next_day_of_that_name() -> None:
    text = "Friday\n20:13 sent\nThurs\n20:14 a\n== Friday ==\n08:00 b\nMonday\n9:00 c"
    assert [one[8:10] for one in stated(text)] == ["23", "23", "24", "27"]
    assert [one.raw for one in said(text, "TL653")] == ["== Friday ==", "Monday"]
    assert [one.raw for one in said(text, "TL652")] == ["Friday"]


def test_the_last_day_of_all_has_no_next() -> None:
    text = "31/12/9998\n20:13 sent\nMonday\n20:14-02:00 a\n20:15 b\n"
    assert "TL654" not in {one.code for one in read(text).findings}


def test_the_newest_entry_first_passes_no_midnight() -> None:
    text = "23:58 a\n20:15 b\n09:50 c\n"
    assert {one[:10] for one in stated(text)} == {"2023-11-23"}
    assert len(said(text, "TL679")) == 1
    assert said(text, "TL664") == said(text, "TL653") == []


def test_no_day_is_certain_where_midnight_was_passed_backwards() -> None:
    text = "23/11/2023\n00:15 a\n23:58 b\n23:50 c\n23/11/2023 23:40 d\n"
    assert stated(text) == ["", "", "", "2023-11-23T23:40"]
    assert len(said(text, "TL679")) == 1


def test_a_heading_between_newest_entries_tells_their_day() -> None:
    text = "24/11/2023\n00:15 a\n00:05 b\n23/11/2023\n23:58 c\n23:50 d\n"
    assert [one[8:10] for one in stated(text)] == ["24", "24", "23", "23"]


@pytest.mark.parametrize("above", ["20:00 sent\n", "", "23/11/2023 20:00 sent\n"])
def test_counters_of_cameras_are_no_clock_times(above: str) -> None:
    text = f"{above}[00:00:20] shots fired\n[01:01:10] on scene\n"
    assert stated(text)[-2:] == ["", ""]
    assert len(said(text, "TL679")) == 1


@pytest.mark.parametrize("above", ["23:58", "[23:58:00]", "[00:10:00]"])
def test_seconds_after_midnight_are_clock_times(above: str) -> None:
    assert "" not in stated(f"{above} sent\n[00:10:20] on scene\n")


# What is told as a fact


@pytest.mark.parametrize(
    "line",
    [
        "Incident 4711 was linked",
        "Job 12 cancelled by PD",
        "Event 12 - shots heard",
        "Log 4 of 5/1/24 refers",
        "CAD 12 - refers",
        "LOG 4 OF 5/1/24 REFERS",
        "Case 12: male is drunk",
    ],
)
def test_a_sentence_begins_no_incident(line: str) -> None:
    text = f"CAD 1 - Fight\n20:13 sent\n{line}\n20:14 x\n"
    (incident,) = read(text).incidents
    assert incident.id == "1"
    assert line in incident.events[0].summary


def test_a_title_needs_no_word_for_it() -> None:
    (incident,) = read("Incident 12 - Type: SHOTS FIRED\n20:13 sent\n").incidents
    assert incident.title == "SHOTS FIRED"


@pytest.mark.parametrize(
    "words",
    [
        "ETA on scene 5 mins",
        "NEG SHOTS FIRED",
        "training exercise shots fired",
        "Exercise: shots fired",
    ],
)
def test_what_is_foreseen_denied_or_practised_is_no_fact(words: str) -> None:
    text = f"20:13 {words}\n"
    assert kinds(text) == ["other"]
    assert len(said(text, "TL608")) == 1


def test_words_of_another_clause_deny_nothing() -> None:
    assert kinds("20:13 KT12 on scene, ETA for ambulance 5 mins\n") == ["arrival"]


@pytest.mark.parametrize(
    "words",
    [
        "DELETED: shots fired",
        "~~shots fired~~",
        "shots fired <deleted by op 4>",
        "shots fired ENTRY DELETED",
        "shots fired *** VOID ***",
        "shots fired\n*** VOID ***",
        "shots fired STRUCK OUT",
        "shots fired (struck out)",
        "shots fired (deleted 20:15)",
    ],
)
def test_each_mark_of_deletion_takes_an_entry_out(words: str) -> None:
    text = f"20:13 {words}\n20:14 KT12 on scene\n"
    assert kinds(text) == ["arrival"]
    assert len(said(text, "TL663")) == 1


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("vehicle (struck by car) shots fired", "shots"),
        ("pedestrian (struck) male arrested", "arrest"),
    ],
)
def test_who_was_struck_is_not_struck_out(words: str, kind: str) -> None:
    assert kind in kinds(f"20:13 {words}\n")


def test_an_entry_that_takes_one_back_is_told() -> None:
    text = "20:13 shots fired\n20:14 cancel my last shots fired\n"
    assert kinds(text) == ["shots", "other"]
    assert len(said(text, "TL680")) == 1


@pytest.mark.parametrize(
    ("line", "at"),
    [
        ("20:31 at 19:55 shots fired, reported late", "2023-11-23T19:55"),
        ("00:10 shots fired at 2358 hrs, reported late", "2023-11-22T23:58"),
        ("20:31 shots fired at 19:50 or at 19:55, reported late", ""),
        ("2023-11-23 20:31:00Z at 19:55 shots fired, reported late", ""),
        ("20:31 shots fired at 19:55", "2023-11-23T20:31"),
        ("20:31 shots fired, reported late", "2023-11-23T20:31"),
    ],
)
def test_an_entry_made_late_tells_its_own_time(line: str, at: str) -> None:
    assert stated(f"{line}\n") == [at]
    assert len(said(f"{line}\n", "TL679")) == 1


def test_an_address_is_no_stamp() -> None:
    text = "1559 sent to\n1600 Pennsylvania Ave\n1601 on scene\n"
    assert [one.summary for one in events(text)] == [
        "sent to 1600 Pennsylvania Ave",
        "on scene",
    ]


def test_enroute_in_one_word_is_a_deployment() -> None:
    assert kinds("20:13 UNIT12 ENROUTE\n") == ["deployment"]


# Cues


def test_every_cue_of_control_rooms_does_what_its_examples_say() -> None:
    own = set(control_room().cues) - set(default_lexicon().cues)
    assert len(own) > 20
    assert all(cue.yes and cue.no for cue in own)
    tried = evolve(control_room(), cues=tuple(own))
    assert tried.failures() == ()


def test_a_lexicon_of_ones_own_adds_cues_and_call_signs() -> None:
    more = Lexicon(
        cues=(Cue(kind="tea", pattern="kettle on"),), classes={"callsign": ("gannet",)}
    )
    mine = LogParser(lexicon=control_room().extended(more))
    (incident,) = read("20:13 Gannet 7 kettle on\n", mine).incidents
    assert [one.kind for one in incident.events] == ["tea"]
    assert [one.name for one in incident.parties] == ["Gannet 7"]


def test_a_lexicon_without_call_signs_names_units_by_their_codes() -> None:
    bare = LogParser(lexicon=Lexicon.of([Cue(kind="tea", pattern="kettle")]))
    (incident,) = read("20:13 Trojan 3 and AB12 kettle\n", bare).incidents
    assert [one.name for one in incident.parties] == ["AB12"]
