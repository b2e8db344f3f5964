"""Each law of serialisers has one that breaks just that; the library's own keep all."""

from __future__ import annotations

import re
from typing import Any

import pytest
from attrs import evolve, fields, has

from incident_timeline import dumps, loads, model
from incident_timeline.model import Citation, Event, Incident, Source
from incident_timeline.moments import Moment
from incident_timeline.serialisers import Serialised, Serialiser, serialise, serialisers
from incident_timeline.testing import Breach, Check, LawBrokenError
from incident_timeline.testing._fillings import fillings
from incident_timeline.testing._judged_serialisers import READ_AGAIN, differences
from incident_timeline.testing._laws.serialisers import SERIALISER_LAWS
from incident_timeline.testing._lines import is_line
from incident_timeline.testing._naming import EXTRA, NAMES, WHOLE, is_named
from incident_timeline.testing._processes import home_of
from incident_timeline.testing._shapes import MalformedError, reader_of
from incident_timeline.testing._subjects import Subject
from incident_timeline.testing.serialisers import serialiser_checks
from tests.testing.broken_serialisers import BROKEN, SALTED, SOUND, Loads, Plain

CODES = tuple(law.code for law in SERIALISER_LAWS)
THOROUGH = ("S18",)
RECORDS = tuple(
    one
    for one in (*vars(model).values(), Moment)
    if isinstance(one, type) and has(one) and one.__name__ in NAMES
)


def asked(
    serialiser: Serialiser, code: str, loads: Loads | None = None, **more: Any
) -> Check:
    checks = serialiser_checks(serialiser, loads=loads, **more)
    (found,) = (one for one in checks if one.law.code == code)
    return found


def broken(check: Check) -> Breach:
    with pytest.raises(LawBrokenError) as caught:
        check()
    assert caught.value.breach is not None
    return caught.value.breach


@pytest.mark.thorough
@pytest.mark.parametrize("what", BROKEN)
def test_a_broken_serialiser_breaks_just_the_laws_that_it_is_to(what: str) -> None:
    make, codes = BROKEN[what]
    serialiser, again = make()
    expected = dict.fromkeys(codes, "broken so")
    for check in serialiser_checks(serialiser, loads=again, expected_failures=expected):
        check()


def test_every_law_has_a_serialiser_that_is_broken_in_just_that_way() -> None:
    assert {codes[0] for _, codes in BROKEN.values()} == set(CODES) - set(THOROUGH)


@pytest.mark.parametrize("check", serialiser_checks(SOUND, loads=loads))
def test_a_sound_serialiser_keeps_every_law(check: Check) -> None:
    check()


@pytest.mark.thorough
@pytest.mark.parametrize("name", ["json", "markdown", "narrative"])
def test_the_librarys_own_serialisers_keep_every_law(name: str) -> None:
    again = loads if name == "json" else None
    for check in serialiser_checks(serialisers()[name], loads=again):
        check()


def test_each_law_is_asked_in_the_order_of_its_code() -> None:
    thorough = serialiser_checks(SOUND, loads=loads, effort="thorough")
    assert tuple(check.law.code for check in thorough) == CODES
    quick = serialiser_checks(SOUND, loads=loads)
    assert tuple(check.law.code for check in quick) == CODES[:-1]


def test_a_law_that_does_not_apply_is_not_asked() -> None:
    plain = Plain(media_type="text/plain")
    codes = {check.law.code for check in serialiser_checks(plain, effort="thorough")}
    assert codes == set(CODES) - {"S11", "S12", "S13", "S14", "S15", "S18"}


@pytest.mark.thorough
def test_what_the_hash_seed_changes_shows_in_another_process() -> None:
    asked(SOUND, "S18", effort="thorough")()
    breach = broken(asked(SALTED, "S18", effort="thorough"))
    assert breach.expected != breach.seen


def test_a_part_that_no_module_holds_is_at_home_nowhere() -> None:
    assert home_of(SOUND) == ("tests.testing.broken_serialisers", "SOUND")
    assert home_of(Plain()) is None


def test_the_smallest_incident_is_shown() -> None:
    def fussy(incident: Incident) -> Serialised:
        assert not any(one.end for one in incident.events)
        return Serialised(dumps(incident))

    breach = broken(asked(Plain(fussy), "S01"))
    assert breach.input.count("Event(") == 1
    assert breach.seen.startswith("raises AssertionError")


def test_the_word_that_breaks_out_is_shown() -> None:
    def write(incident: Incident) -> Serialised:
        return Serialised(f"# {incident.title}\n")

    breach = broken(asked(Plain(write, media_type="text/markdown"), "S15"))
    assert breach.input == "'a\\nb', wherever a text can stand"


@pytest.mark.parametrize("shape", ["# {}\n", "- {}\n", "a **{}** b\n"])
def test_links_images_and_emphasis_of_a_text_are_out_of_place(shape: str) -> None:
    def write(incident: Incident) -> Serialised:
        told = re.sub(r"([\\`<]|^)", r"\\\1", " ".join(incident.title.split()))
        return Serialised(shape.format(told.replace("|", "\\|")))

    breach = broken(asked(Plain(write, media_type="text/markdown"), "S15"))
    assert breach.input == "'a [b](javascript:c) d', wherever a text can stand"


def test_strokes_are_structure_in_the_rows_of_tables_alone() -> None:
    reader = reader_of("text/markdown")
    assert reader is not None
    assert reader("- a | b\n") == reader("- a b\n")
    assert reader("| a | b |\n") != reader("| a b |\n")


def test_a_word_that_nobody_thought_of_is_found() -> None:
    def write(incident: Incident) -> Serialised:
        short = 0 < len(incident.title) < 4 and incident.title != "a\\"
        return Serialised("[]" if short and incident.title.isalnum() else "{}")

    breach = broken(asked(Plain(write), "S15"))
    assert re.match(r"'a.+', wherever a text can stand", breach.input)


# What is lost, by name


def test_every_field_of_every_record_has_names_and_an_example() -> None:
    known = {
        (cls.__name__, one.name if one.name[0] != "_" else EXTRA)
        for cls in RECORDS
        for one in fields(cls)
    }
    named = {(cls, name) for cls, names in NAMES.items() for name in names}
    assert {pair for pair in known if pair[1] != EXTRA} == {
        pair for pair in named if pair[1] != WHOLE
    }
    assert {one.chain[-1] for one in fillings()} == known


def test_every_example_differs_in_its_field_alone() -> None:
    for one in fillings():
        found = list(differences(one.without, one.filled))
        assert found
        for chain, _, _ in found:
            assert chain[: len(one.chain)] == one.chain


IN_EVENT = (("Incident", "events"), ("Event", "place"))


@pytest.mark.parametrize(
    ("loss", "is_its_name"),
    [
        ("the places of events", True),
        ("events", True),
        ("Locations", True),
        ("everything but the title", True),
        ("the summaries of events", False),
        ("events' participants and their roles", False),
        ("the custody of evidence", False),
        ("displaced persons", False),
    ],
)
def test_a_loss_names_a_field_or_a_whole_record(
    loss: str, *, is_its_name: bool
) -> None:
    assert is_named(IN_EVENT, [loss]) is is_its_name


def test_what_a_later_version_tells_has_names_too() -> None:
    chain = (("Incident", "events"), ("Event", EXTRA))
    assert is_named(chain, ["fields that this version does not know"])
    assert not is_named(chain, ["the places of events"])


def test_losses_in_a_list_are_told_by_the_list() -> None:
    cited = Citation(source_id="s1", quote="shots")
    one = Incident(
        events=[Event(kind="shots", citations=[cited, cited])],
        sources=[Source(id="s1")],
    )
    fewer = evolve(one, events=[evolve(one.events[0], citations=[cited])])
    (found,) = differences(one, fewer)
    assert found[0][-1] == ("Event", "citations")
    assert list(differences(one, fewer, losses=("citations",))) == []


@pytest.mark.parametrize("code", READ_AGAIN)
def test_what_is_not_written_is_not_read(code: str) -> None:
    def refuse(incident: Incident) -> Serialised:
        raise NotImplementedError

    assert READ_AGAIN[code](Plain(refuse), loads, Subject(Incident())) is None


def test_what_cannot_be_read_beside_a_loss_is_told() -> None:
    def write(incident: Incident) -> Serialised:
        return Serialised("", ("everything",))

    breach = READ_AGAIN["S12"](Plain(write), loads, Subject(Incident()))
    assert breach is not None
    assert breach.seen.startswith("loads raises")


def test_the_narrative_tells_what_it_leaves_out() -> None:
    losses = {one.name: serialise(one.filled, "narrative").losses for one in fillings()}
    assert losses["Incident.id"] == (
        "the ids of records, and the kinds of parties and items",
    )
    concerned = "which events concern which items, but for their recovery"
    assert concerned in losses["Event.evidence_ids"]
    assert concerned in losses["Evidence.event_id"]
    several = "which source says what, where there are several"
    assert several in losses["Citation.source_id"]
    assert any(one.startswith("how some times") for one in losses["Moment.precision"])


# The structure of what is written

CALENDAR = "BEGIN:VCALENDAR\r\nSUMMARY;LANGUAGE=en:a\r\n  b: c\r\nEND:VCALENDAR\r\n"


@pytest.mark.parametrize(
    ("media_type", "text", "shape"),
    [
        (
            "application/json",
            '{"a": [1, "b", null]}',
            ("{", ("a", ("[", "int", "str", "NoneType"))),
        ),
        ("application/geo+json; charset=utf-8", "1.5", "float"),
        ("application/jsonl", "[]\n{}\n", (("[",), ("{",))),
        ("text/csv", 'a,"b\n,c"\r\n1,2\r\n', (2, 2)),
        ("Text/Tab-Separated-Values", "a\tb\n", (2,)),
        (
            "text/html",
            '<!DOCTYPE html><p class="a">b<br>c<hr/></p><!-- d -->',
            (("p", "class"), ("br",), ("hr",), "/p", "a comment of 1 lines"),
        ),
        ("image/svg+xml", '<a b="c"><d/></a>', (("a", "b"), ("d",), "/d", "/a")),
        ("text/calendar", CALENDAR, ("BEGIN", "SUMMARY", "END")),
        ("text/calendar", "", ()),
        (
            "text/markdown",
            "# a\n\n- b | \\| \\<i <b>\n|c|",
            (("#",), ("",), ("-", "<"), ("|", "|", "|")),
        ),
        (
            "text/markdown",
            "a | b\n---|---\nc | `d | e\n\nf | `g | *h*` | i",
            (("", "|"), ("", "|"), ("", "|", "|"), ("",), ("", "`")),
        ),
        (
            "text/markdown",
            "[a](b) ![c](d) [e] f](g) \\[h](i) j](k\n[l [m](n) ](o)",
            (("", "[](", "![]("), ("", "[](", "[](")),
        ),
        (
            "text/markdown",
            "*a* **b** _c_ d_e_f 2 * 3 * 4 \\*g* `*h*` ``i` *j `k`",
            (("", "*", "**", "_", "`", "`"),),
        ),
    ],
)
def test_the_structure_of_a_text_is_read(
    media_type: str, text: str, shape: object
) -> None:
    reader = reader_of(media_type)
    assert reader is not None
    assert reader(text) == shape


@pytest.mark.parametrize(
    ("media_type", "text"),
    [
        ("application/json", "{"),
        ("application/json", "NaN"),
        ("application/x-ndjson", "{}\n{"),
        ("text/csv", "a,b\r\nc\r\n"),
        ("text/csv", 'a,"b'),
        ("text/html", "<p><b></p></b>"),
        ("text/html", "</p>"),
        ("text/html", "<p>"),
        ("application/xml", "<a>&b;</a>"),
        ("text/xml", "<a>\x00</a>"),
        ("application/atom+xml", "<a>\ud800</a"),
        ("text/calendar", "BEGIN:VEVENT\nEND:VEVENT\n"),
        ("text/calendar", "BEGIN:VEVENT\r\nEND:VEVENT"),
        ("text/calendar", "BEGIN:VEVENT\r\nEND:VALARM\r\n"),
        ("text/calendar", "END:VALARM\r\n"),
        ("text/calendar", "BEGIN:VALARM\r\n"),
        ("text/calendar", "no property\r\n"),
        ("text/calendar", f"SUMMARY:{'é' * 40}\r\n"),
    ],
)
def test_a_text_that_its_type_does_not_allow_is_refused(
    media_type: str, text: str
) -> None:
    reader = reader_of(media_type)
    assert reader is not None
    with pytest.raises(MalformedError):
        reader(text)


def test_of_other_types_no_structure_is_known() -> None:
    assert reader_of("text/plain") is None
    assert reader_of("") is None


@pytest.mark.parametrize("text", ["", " a", "a\nb", "a\x07", "a\u202eb", "\ud800"])
def test_what_is_no_line_cannot_be_shown_as_one(text: str) -> None:
    assert not is_line(text)


def test_every_law_has_its_page() -> None:
    for law in SERIALISER_LAWS:
        assert re.fullmatch(r"S\d\d", law.code)
        assert law.page.startswith(f"# {law.title.replace('-', ' ', 1)}\n")
