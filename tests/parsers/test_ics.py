"""Calendars: each VEVENT is an event, and what can't be used is told."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incident_timeline.model import Event, Finding
from incident_timeline.parsers import Document, Parsed, Workbench, parse
from incident_timeline.parsers.ics import ICS
from incident_timeline.vocabulary import EventKind

LINES = (
    "UID:1@example.org",
    "DTSTART:20231123T201300Z",
    "SUMMARY:Shots were fired",
    "DESCRIPTION:One\\nTwo",
    "nothing",
    "END:VEVENT",
    "BEGIN:VEVENT",
    "BEGIN:VALARM",
    " folded",
    "",
)


def calendar(*lines: str) -> str:
    body = ("BEGIN:VCALENDAR", "BEGIN:VEVENT", *lines, "END:VEVENT", "END:VCALENDAR")
    return "\r\n".join((*body, ""))


def read(text: str, zone: str | None = "Europe/London") -> Parsed:
    return ICS.parse(Document(text, zone=zone))


def event(*lines: str, zone: str | None = "Europe/London") -> Event:
    (incident,) = read(calendar(*lines), zone).incidents
    return incident.events[0]


def findings(*lines: str) -> list[tuple[str, str]]:
    return [(one.code, one.raw) for one in read(calendar(*lines)).findings]


def test_an_event_has_what_its_vevent_has() -> None:
    found = event(
        "DTSTART;TZID=Europe/London:20231123T195900",
        "DTEND;TZID=Europe/London:20231123T200300",
        "SUMMARY:Call\\, \\\\ and\\nmore\\; here",
        "LOCATION:Mill Lane",
        "CATEGORIES:first aid",
    )
    assert (found.start.stated, found.kind) == ("2023-11-23T19:59:00", "first_aid")
    assert found.end is not None
    assert found.end.stated == "2023-11-23T20:03:00"
    assert (found.summary, found.place) == ("Call, \\ and\nmore; here", "Mill Lane")
    assert found.citations[0].quote.startswith("BEGIN:VEVENT\r\nDTSTART")
    assert found.citations[0].quote.endswith("END:VEVENT")


@given(st.text(st.sampled_from("ab ,;\\\n:é"), max_size=30), st.data())
def test_text_is_read_as_it_was_escaped_and_folded(
    text: str, data: st.DataObject
) -> None:
    escaped = re.sub(r"([\\;,])", r"\\\1", text).replace("\n", "\\n")
    line = f"SUMMARY:x{escaped}x"
    at = data.draw(st.integers(1, len(line) - 1))
    found = event(f"{line[:at]}\r\n {line[at:]}")
    assert found.summary == f"x{text}x".strip()


@pytest.mark.parametrize(
    ("line", "zone", "earliest"),
    [
        ("DTSTART:20231123T201300Z", None, "2023-11-23 20:13:00+00:00"),
        ("DTSTART:20231123T201300Z", "Asia/Tokyo", "2023-11-24 05:13:00+09:00"),
        ("DTSTART:20231123T201300", "Asia/Tokyo", "2023-11-23 20:13:00+09:00"),
        (
            "DTSTART;TZID=America/Chicago:20231123T201300",
            None,
            "2023-11-23 20:13:00-06:00",
        ),
        (
            'DTSTART;X-A=1,"2:3",4;TZID="Europe/Paris":20230723T201300',
            None,
            "2023-07-23 20:13:00+02:00",
        ),
        ("DTSTART;VALUE=DATE:20231123", "Asia/Tokyo", "2023-11-23 00:00:00+09:00"),
    ],
)
def test_a_start_is_in_its_own_zone_or_the_documents(
    line: str, zone: str | None, earliest: str
) -> None:
    assert str(event(line, zone=zone).start.earliest) == earliest


def test_a_floating_time_needs_a_zone() -> None:
    parsed = read(calendar("DTSTART:20231123T201300"), None)
    assert parsed.incidents[0].events[0].start.is_unknown
    assert [one.code for one in parsed.findings] == ["TL606"]


def test_a_zone_that_is_none_is_told_and_not_guessed() -> None:
    line = "DTSTART;TZID=GMT Standard Time:20231123T201300"
    found = event(line)
    assert (found.start.is_unknown, found.start.text) == (True, "20231123T201300")
    assert findings(line) == [("TL676", line)]


@pytest.mark.parametrize(
    ("lines", "end"),
    [
        (["DTSTART:20231123", "DTEND:20231124"], None),
        (["DTSTART:20231123", "DTEND;VALUE=DATE:20231126"], "2023-11-25"),
        (["DTSTART:20231123", "DURATION:P1D"], None),
        (["DTSTART:20231028", "DURATION:P2D"], "2023-10-29"),
        (["DTSTART:20231123", "DURATION:P1W"], "2023-11-29"),
        (["DTEND:20231124"], "2023-11-23"),
        (["DTSTART:20231123", "DTEND:20231123"], None),
        (["DTEND:00010101"], ""),
        (["DTEND:20231331"], ""),
        (["DURATION:P1D"], None),
        (["DTSTART:x", "DURATION:P1D"], None),
        (["DTSTART:20231123"], None),
    ],
)
def test_whole_days_end_before_the_day_that_is_told(
    lines: list[str], end: str | None
) -> None:
    found = event(*lines).end
    assert (None if found is None else found.stated) == end


@pytest.mark.parametrize(
    ("length", "end"),
    [
        ("PT30M", "20:43:00"),
        ("P0DT1H", "21:13:00"),
        ("PT1H2M3S", "21:15:03"),
        ("+PT5S", "20:13:05"),
        ("P1DT1H", "21:13:00"),
    ],
)
def test_a_duration_is_counted_from_the_start(length: str, end: str) -> None:
    found = event("DTSTART:20231123T201300Z", f"DURATION:{length}").end
    assert found is not None
    assert f"{found.earliest:%H:%M:%S}" == end


@pytest.mark.parametrize(
    ("start", "length", "end"),
    [
        ("20240330T233000", "P1D", "2024-03-31 23:30:00+01:00"),
        ("20240330T233000", "PT24H", "2024-04-01 00:30:00+01:00"),
        ("20240324T233000", "P1W", "2024-03-31 23:30:00+01:00"),
        ("20240329T233000", "P1DT2H", "2024-03-31 02:30:00+01:00"),
        ("20240330T013000", "P1D", "2024-03-31 02:30:00+01:00"),
        ("20240330T233000Z", "P1D", "2024-04-01 00:30:00+01:00"),
    ],
)
def test_days_of_a_duration_are_the_calendars_and_hours_elapse(
    start: str, length: str, end: str
) -> None:
    found = event(f"DTSTART:{start}", f"DURATION:{length}").end
    assert found is not None
    assert str(found.earliest) == end


@pytest.mark.parametrize(
    ("start", "end"),
    [("20231123", "20231122"), ("20231123T201300", "20231123T201259")],
)
def test_an_end_before_the_start_is_told_and_left_out(start: str, end: str) -> None:
    lines = (f"DTSTART:{start}", f"DTEND:{end}")
    assert event(*lines).end is None
    assert findings(*lines) == [("TL675", f"DTEND:{end}")]


@pytest.mark.parametrize(
    ("start", "length", "code"),
    [
        ("20231123T201300Z", "soon", "TL675"),
        ("20231123T201300Z", "-PT5M", "TL675"),
        ("20231123T201300Z", "P", "TL675"),
        ("99981123T201300Z", "P99999W", "TL604"),
        ("99981123", "P999999D", "TL604"),
    ],
)
def test_a_duration_that_is_none_is_told(start: str, length: str, code: str) -> None:
    lines = (f"DTSTART:{start}", f"DURATION:{length}")
    assert event(*lines).end is None
    assert findings(*lines) == [(code, f"DURATION:{length}")]


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        (["X-INCIDENT-TIMELINE-KIND:post_mortem", "CATEGORIES:CALL"], "post_mortem"),
        (["X-INCIDENT-TIMELINE-KIND:tea", "CATEGORIES:Work\\, all,CALL"], "call"),
        (["CATEGORIES:Less-Lethal"], "less_lethal"),
        (["CATEGORIES:Work", "SUMMARY:Shots were fired"], "shots"),
        (["SUMMARY:Noon", "DESCRIPTION:Officers arrested a man."], "other"),
        (["SUMMARY:Tea"], "other"),
        (["SUMMARY:Shots were fired at 20:13"], "shots"),
        (["SUMMARY:Anniversary: shots were fired"], "other"),
        (["SUMMARY:discuss why shots were fired in 2019"], "other"),
        (["SUMMARY:Shots were fired in 2019"], "other"),
        (["DTSTART:20190503", "SUMMARY:Shots were fired in 2019"], "shots"),
        ([], "other"),
    ],
)
def test_a_kind_is_told_or_a_category_or_that_of_a_summary_that_tells_it(
    lines: list[str], kind: str
) -> None:
    assert event(*lines).kind == kind


@given(st.sampled_from(sorted(map(str, EventKind))))
def test_every_kind_may_be_a_category(kind: str) -> None:
    assert event(f"CATEGORIES:{kind.upper().replace('_', ' ')}").kind == kind


def test_who_attends_is_a_party() -> None:
    (incident,) = read(
        calendar(
            'ATTENDEE;CN="Orme, Dana":mailto:dana@example.org',
            "ATTENDEE;CUTYPE=GROUP:mailto:team@example.org",
            "ORGANIZER;CUTYPE=RESOURCE;CN=Van 3:mailto:van@example.org",
            "ATTENDEE:",
        )
    ).incidents
    assert [(one.kind, one.name) for one in incident.parties] == [
        ("person", "Orme, Dana"),
        ("group", "team@example.org"),
        ("unit", "Van 3"),
    ]


def test_what_recurs_is_read_once_and_told() -> None:
    assert findings("DTSTART:20231123", "RRULE:FREQ=DAILY") == [
        ("TL677", "RRULE:FREQ=DAILY")
    ]


def test_what_was_cancelled_is_no_event() -> None:
    parsed = read(calendar("SUMMARY:Tea", "STATUS:CANCELLED"))
    assert parsed.incidents == ()
    assert [one.code for one in parsed.findings] == ["TL678"]


@pytest.mark.parametrize(
    ("head", "line", "code"),
    [
        ("", "STATUS:TENTATIVE", "TL608"),
        ("METHOD:CANCEL\r\n", "UID:1", "TL678"),
        ("", "EXDATE:20221123,20231123", "TL677"),
        ("", "EXDATE;TZID=Europe/London:20231123T000000", "TL677"),
    ],
)
def test_what_is_not_sure_to_have_happened_is_no_event(
    head: str, line: str, code: str
) -> None:
    text = calendar("DTSTART:20231123", "RRULE:FREQ=DAILY", line)
    parsed = read(text.replace("BEGIN:VEVENT", head + "BEGIN:VEVENT"))
    assert parsed.incidents == ()
    assert [one.code for one in parsed.findings] == [code]


def test_an_event_that_recurs_without_a_later_one_is_read() -> None:
    lines = ("DTSTART:20231123", "RRULE:FREQ=DAILY", "EXDATE:20231124")
    assert event(*lines).start.stated == "2023-11-23"


def test_an_event_has_one_start() -> None:
    assert [code for code, _ in findings("SUMMARY:Tea")] == ["TL675"]
    assert findings("DTSTART:20231123", "DTSTART:20231124") == [
        ("TL675", "DTSTART:20231124")
    ]


# Zones


def zoned(head: str, zone: str | None, line: str = "DTSTART:20231123T201300") -> Parsed:
    text = calendar(line)
    return read(text.replace("BEGIN:VEVENT", f"{head}\r\nBEGIN:VEVENT"), zone)


def test_floating_times_are_in_the_calendars_zone() -> None:
    parsed = zoned("X-WR-TIMEZONE:Asia/Tokyo", None)
    start = parsed.incidents[0].events[0].start
    assert str(start.earliest) == "2023-11-23 20:13:00+09:00"
    assert parsed.findings == ()


def test_the_zone_that_is_given_beats_the_calendars_and_a_finding_tells() -> None:
    line = "X-WR-TIMEZONE:Asia/Tokyo"
    parsed = zoned(line, "Europe/London")
    start = parsed.incidents[0].events[0].start
    assert str(start.earliest) == "2023-11-23 20:13:00+00:00"
    assert [(one.code, one.raw) for one in parsed.findings] == [("TL681", line)]
    assert zoned("X-WR-TIMEZONE:europe/london", "Europe/London").findings == ()


def test_a_calendars_zone_that_is_none_is_told() -> None:
    parsed = zoned("X-WR-TIMEZONE:Mars", None)
    assert [one.code for one in parsed.findings] == ["TL676", "TL606"]


@pytest.mark.parametrize(
    "zone",
    [
        "europe/paris",
        "/freeassociation.sourceforge.net/Europe/Paris",
        "/x/20050126_1/Europe/PARIS",
    ],
)
def test_a_zone_is_known_however_a_program_writes_it(zone: str) -> None:
    found = event(f"DTSTART;TZID={zone}:20231123T201300")
    assert str(found.start.earliest) == "2023-11-23 20:13:00+01:00"
    assert event(f"DTSTART;TZID=x{zone}:20231123T201300").start.is_unknown


def rules(zone: str, offset: str) -> str:
    return (
        f"BEGIN:VTIMEZONE\r\nTZID:{zone}\r\nBEGIN:STANDARD\r\n"
        f"TZOFFSETTO:{offset}\r\nEND:STANDARD\r\nEND:VTIMEZONE"
    )


@pytest.mark.parametrize(
    ("zone", "offset", "codes"),
    [
        ("America/Chicago", "-0600", []),
        ("America/Chicago", "-0500", []),
        ("America/Chicago", "+0600", ["TL681"]),
        ("America/Chicago", "six", []),
        ("My zone", "+0600", []),
    ],
)
def test_rules_that_contradict_their_zone_are_told(
    zone: str, offset: str, codes: list[str]
) -> None:
    parsed = zoned(rules(zone, offset), "Europe/London")
    assert [one.code for one in parsed.findings] == codes


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        (calendar("no line"), 3, "is no line of a calendar"),
        (calendar(";=:"), 3, "is no line of a calendar"),
        (calendar("END:VALARM"), 3, "ends no VALARM that was begun"),
        (calendar("BEGIN:VALARM"), 3, "VALARM has no end"),
        ("SUMMARY:Tea\n", 1, "is in no calendar"),
        ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Tea\n", 2, "VEVENT has no end"),
        (
            "BEGIN:VCALENDAR\nBEGIN:VTODO\nSUMMARY:Tea\nEND:VTODO\nEND:VCALENDAR\n",
            2,
            "a VTODO is no event",
        ),
    ],
)
def test_what_is_broken_is_told_at_its_line(text: str, line: int, message: str) -> None:
    found: Finding = read(text).findings[0]
    assert (found.line, found.message) == (line, message)


def test_an_event_without_an_end_is_kept() -> None:
    parsed = read("BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Shots were fired\n")
    assert [one.kind for one in parsed.incidents[0].events] == ["shots"]


@pytest.mark.parametrize("end", ["", "END:VCALENDAR\n"])
def test_an_event_that_another_one_follows_ends_before_it(end: str) -> None:
    first, second = "BEGIN:VEVENT\nSUMMARY:Tea\n", "BEGIN:VEVENT\nSUMMARY:Milk\n"
    (incident,) = read(f"BEGIN:VCALENDAR\n{first}{second}{end}").incidents
    quotes = [one.citations[0].quote for one in incident.events]
    assert quotes == [first.strip(), second.strip()]


def test_what_is_cited_of_a_calendar_is_cited_once() -> None:
    text = "BEGIN:VEVENT\n" * 50 + "END:VEVENT\n" * 50
    (incident,) = read(text).incidents
    told = [one.citations[0].quote for one in incident.events]
    assert len(told) == 50
    assert sum(map(len, told)) < len(text)


def test_the_offsets_of_no_zone_are_left_alone() -> None:
    rule = "BEGIN:STANDARD\nTZOFFSETTO:+0600\n"
    text = f"{rule}{rule}END:STANDARD\nEND:STANDARD\n"
    assert [one.code for one in read(text).findings] == ["TL652"]


def test_no_lines_are_no_events() -> None:
    bench = Workbench(Document(""))
    ICS(bench)
    assert bench.parsed() == Parsed()


def test_alarms_and_zones_are_no_part_of_an_event() -> None:
    found = event("BEGIN:VALARM", "SUMMARY:Ring", "END:VALARM", "SUMMARY:Tea")
    assert found.summary == "Tea"


def test_a_calendar_is_an_incident_by_its_name() -> None:
    one = "BEGIN:VCALENDAR\nX-WR-CALNAME:{}\nBEGIN:VEVENT\nEND:VEVENT\nEND:VCALENDAR\n"
    parsed = read(one.format("Fight\\, Mill Lane") + one.format("Shots"))
    assert [one.title for one in parsed.incidents] == ["Fight, Mill Lane", "Shots"]


def test_a_calendar_is_known_by_name_type_and_sight() -> None:
    text = calendar("SUMMARY:Shots were fired")
    assert parse(text).parser == "ics"
    assert parse("\ufeff\n" + text).parser == "ics"
    assert parse("x", name="a.ics").parser == "ics"
    assert parse(Document("x", media_type="text/calendar; x=y")).parser == "ics"
    assert parse("SUMMARY:Shots were fired").parser == "press_release"


@given(st.lists(st.sampled_from(LINES) | st.text(max_size=12), max_size=9))
def test_every_calendar_is_read_and_its_quotes_stand(lines: list[str]) -> None:
    text = calendar(*lines)
    parsed = read(text)
    assert "TL654" not in {one.code for one in parsed.findings}
    for incident in parsed.incidents:
        for told in incident.events:
            (cited,) = told.citations
            assert incident.sources[0].text[cited.start : cited.end] == cited.quote
    for found in parsed.findings:
        assert found.offset is not None
        assert text[found.offset :].startswith(found.raw[:1])
