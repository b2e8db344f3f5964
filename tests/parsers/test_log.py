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
        assert said(text, "TL616", zone=zone) == []


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
