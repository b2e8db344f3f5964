"""What bad input gets: a message or a finding that names the place, and a status."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from incident_timeline import dumps
from incident_timeline.model import Draft

Run = Callable[..., Any]
Write = Callable[..., Path]


def one_sentence(text: str) -> bool:
    return text.count("\n") == 1 and "Traceback" not in text


@pytest.fixture
def written(tmp_path: Path) -> Write:
    def write(data: bytes | str, name: str = "account.txt") -> Path:
        path = tmp_path / name
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return path

    return write


def wire() -> dict[str, object]:
    draft = Draft(zone="Europe/London")
    draft.event("call", "2023-11-23T19:59")
    return json.loads(dumps(draft.incident()))  # type: ignore[no-any-return]


def test_an_empty_file_cannot_be_read_and_says_so(read: Run, written: Write) -> None:
    ran = read(written(""))
    assert ran.status == 2
    assert one_sentence(ran.err)
    assert "account.txt: $: TL601 the document is empty" in ran.err


def test_a_binary_is_refused_with_its_offset(read: Run, written: Write) -> None:
    ran = read(written(b"\x7fELF\x00\x01"))
    assert ran.status == 2
    assert one_sentence(ran.err)
    assert "account.txt" in ran.err


def test_invalid_utf8_is_refused_with_its_place(read: Run, written: Write) -> None:
    ran = read(written(b"Shots were\nfired at \xff21:00hrs"))
    assert ran.status == 2
    assert one_sentence(ran.err)
    assert "line 2, column 10" in ran.err


def test_a_release_with_no_time_in_it_is_read_and_says_so(
    read: Run, written: Write
) -> None:
    ran = read(written("Shots were fired by police."), "--fail-on", "note")
    assert ran.status == 1
    assert "no time" in ran.out
    assert "shots" in ran.out


def test_an_impossible_date_is_a_finding_that_quotes_it(
    read: Run, written: Write
) -> None:
    ran = read(
        written("Shots were fired by police on 31 November."), "--fail-on", "note"
    )
    assert ran.status == 1
    assert "31 November" in ran.out


def test_a_wrong_weekday_is_a_finding_that_names_both(
    read: Run, written: Write
) -> None:
    text = "At 19:59hrs on Monday, 23 November 2023, officers were called to Mill Lane."
    ran = read(written(text))
    assert ran.status == 1
    assert "Monday" in ran.out
    assert "Thursday" in ran.out


def test_an_unknown_zone_is_refused_and_named(run: Run, written: Write) -> None:
    ran = run("read", written("Shots."), "--zone", "Europe/Lundon")
    assert ran.status == 2
    assert one_sentence(ran.err)
    assert "Europe/Lundon" in ran.err


def test_a_path_that_is_not_there_is_named(read: Run, tmp_path: Path) -> None:
    ran = read(tmp_path / "nowhere.txt")
    assert ran.status == 2
    assert one_sentence(ran.err)
    assert "nowhere.txt" in ran.err


def test_a_folder_is_no_account(read: Run, tmp_path: Path) -> None:
    ran = read(tmp_path)
    assert ran.status == 2
    assert one_sentence(ran.err)


@pytest.mark.parametrize(
    ("options", "named"),
    [
        (("--published", "24/11/2023"), "24/11/2023"),
        (("--parser", "nothing"), "nothing"),
        (("--to", "nothing"), "nothing"),
        (("--fail-on", "nothing"), "nothing"),
        (("--nothing",), "--nothing"),
    ],
)
def test_wrong_usage_is_named(
    run: Run, account: Path, options: tuple[str, ...], named: str
) -> None:
    ran = run("read", account, *options)
    assert ran.status == 2
    assert one_sentence(ran.err)
    assert named in ran.err


def test_json_cut_in_half_is_refused_with_its_place(read: Run, written: Write) -> None:
    text = json.dumps(wire())
    ran = read(written(text[: len(text) // 2], "half.json"))
    assert ran.status == 2
    assert one_sentence(ran.err)
    assert "line 1" in ran.err


def test_json_of_a_newer_schema_version_says_which_it_reads(
    read: Run, written: Write
) -> None:
    ran = read(written(json.dumps({**wire(), "schema_version": 99}), "newer.json"))
    assert ran.status == 2
    assert one_sentence(ran.err)
    assert "99" in ran.err


def test_json_with_a_reference_to_nothing_is_refused_with_its_path(
    read: Run, written: Write
) -> None:
    document = wire()
    document["events"][0]["evidence_ids"] = ["x9"]  # type: ignore[index]
    ran = read(written(json.dumps(document), "reference.json"))
    assert ran.status == 2
    assert one_sentence(ran.err)
    assert "events[0].evidence_ids[0]" in ran.err
    assert "x9" in ran.err


def test_text_that_a_terminal_would_obey_is_shown_as_escapes(
    read: Run, written: Write
) -> None:
    text = "A 40-year-old\x1b]0;owned\x07 man\x1b[31m was shot by police. " * 2
    out = read(written(text)).out
    assert "\x1b" not in out
    assert "\\x1b" in out


def test_markup_in_a_source_is_shown_and_not_obeyed(read: Run, written: Write) -> None:
    text = "[bold red]Release[/]\n\nShots were fired by police at 21:00hrs."
    assert "[bold red]Release[/]" in read(written(text)).out


def test_50_megabytes_of_one_line_are_read_in_the_end(
    read: Run, written: Write
) -> None:
    line = "Shots were fired by police. " + "zz " * 17_000_000
    ran = read(written(line), "--fail-on", "missing")
    assert ran.status == 1
    assert "TL611" in ran.out
