"""Checking files: which rules, which findings, which report, which exit status."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve, frozen

from incident_timeline import dumps
from incident_timeline.checks import ALL_RULES, UNUSED, Page
from incident_timeline.cli import codes, reading
from incident_timeline.cli.settings import Judging, Selecting, settled
from incident_timeline.model import Draft, Incident, Severity
from incident_timeline.parsers import READINGS, Parsed
from incident_timeline.parsers.readings import reading as reading_of

Run = Callable[..., Any]
KNOWN = ("--published", "2023-11-24", "--zone", "Europe/London")
CONTRADICTORY = (
    "Shots were fired by police at 22:00hrs on Thursday, 23 November. A man was"
    " declared dead in the street at 21:30hrs on Thursday, 23 November."
)


def reversed_pursuit(name: str = "") -> Incident:
    draft = Draft(zone="UTC", id=name)
    draft.event("pursuit", "2023-11-23T21:10", end="2023-11-23T20:55")
    return draft.incident()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working directory, with a clean account and two that are not."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "log.txt").write_text(CONTRADICTORY, encoding="utf-8")
    text = dumps(reversed_pursuit("i7"), indent=2)
    (tmp_path / "bad.json").write_text(text, encoding="utf-8")
    (tmp_path / "clean.json").write_text(dumps(Incident()), encoding="utf-8")
    return tmp_path


@pytest.fixture
def codes_of(run: Run, folder: Path) -> Callable[..., list[str]]:
    """The codes that a check of the bad files reports."""

    def checked(*options: str) -> list[str]:
        ran = run(
            "check", "bad.json", "log.txt", *KNOWN, "--output-format", "json", *options
        )
        return [one["code"] for one in json.loads(ran.out)["findings"]]

    return checked


def configured(folder: Path, text: str, name: str = "incident-timeline.toml") -> None:
    (folder / name).write_text(text, encoding="utf-8")


EVERY = ["TL101", "TL605", "TL605", "TL103"]


@pytest.mark.parametrize(
    ("options", "codes"),
    [
        ((), EVERY),
        (("--select", "TL1"), ["TL101", "TL103"]),
        (("--select", "TL1,year-assumed"), EVERY),
        (("--select", "TL101", "--select", "TL103"), ["TL101", "TL103"]),
        (("--ignore", "TL6, TL103"), ["TL101"]),
        (("--ignore", "ALL"), []),
        (("--ignore", "ALL", "--extend-select", "tl10"), ["TL101", "TL103"]),
        (("--select", "TL1", "--ignore", "TL10"), []),
        (("--ignore", "TL103,TL6", "--extend-select", "TL6"), ["TL101"]),
    ],
)
def test_flags_select_what_is_reported(
    codes_of: Callable[..., list[str]], options: tuple[str, ...], codes: list[str]
) -> None:
    assert codes_of(*options) == codes


@pytest.mark.parametrize(
    ("options", "codes"),
    [
        ((), ["TL101"]),
        (("--isolated",), EVERY),
        (("--select", "TL103"), ["TL103"]),
        (("--select", "TL1"), ["TL101", "TL103"]),
        (("--extend-select", "TL605"), ["TL101", "TL605", "TL605"]),
        (("--extend-select", "TL10"), ["TL101", "TL103"]),
        (("--ignore", "TL1"), []),
        (("--config", "other.toml"), ["TL101", "TL103"]),
    ],
)
def test_flags_win_over_the_file(
    folder: Path,
    codes_of: Callable[..., list[str]],
    options: tuple[str, ...],
    codes: list[str],
) -> None:
    configured(folder, 'select = ["TL1", "TL5"]\nignore = ["TL103"]')
    configured(folder, 'ignore = ["TL6"]', "other.toml")
    assert codes_of(*options) == codes


def test_the_file_says_what_fails_and_the_flag_says_it_better(
    run: Run, folder: Path
) -> None:
    configured(
        folder,
        '[tool.incident-timeline]\nfail-on = "never"\npossible = true',
        "pyproject.toml",
    )
    assert run("check", "bad.json").status == 0
    assert run("check", "bad.json", "--fail-on", "note").status == 1
    assert run("show", "bad.json").status == 0
    assert run("read", "bad.json").status == 0
    assert run("read", "bad.json", "--isolated").status == 1


def test_the_jurisdiction_of_the_flag_wins_over_that_of_the_file(
    folder: Path,
) -> None:
    configured(folder, 'jurisdiction = "GB-EAW"')
    asked = Judging(
        config=None, isolated=False, jurisdiction=None, possible=None, fail_on=None
    )
    assert settled(asked, Selecting())[0].jurisdiction == "GB-EAW"
    texas = evolve(asked, jurisdiction="US-TX")
    assert settled(texas, Selecting())[0].jurisdiction == "US-TX"


def test_possible_findings_may_be_switched_on_and_off(run: Run, folder: Path) -> None:
    draft = Draft(zone="UTC")
    draft.event("pursuit", "2023-11-23T20:00", end="2023-11-23T20:00")
    (folder / "possible.json").write_text(dumps(draft.incident()), encoding="utf-8")
    assert "no findings" in run("check", "possible.json").out
    assert "TL101" in run("check", "possible.json", "--possible").out
    configured(folder, "possible = true")
    assert "TL101" in run("check", "possible.json").out
    assert "no findings" in run("check", "possible.json", "--no-possible").out


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--select", "TL1O1"), "--select: 'TL1O1' is no code"),
        (("--suppress", "TL101"), "--suppress: 'TL101' without a place"),
        (("--jurisdiction", "England"), "--jurisdiction: 'England' is no"),
        (("--config", "nowhere.toml"), "nowhere.toml: can't be read"),
        (("--config", "a.toml", "--isolated"), "contradict each other"),
        ((), "incident-timeline.toml: fail-on: 'no' is no severity"),
    ],
)
def test_what_is_asked_wrongly_is_named_with_its_place(
    run: Run, folder: Path, options: tuple[str, ...], message: str
) -> None:
    if not options:
        configured(folder, 'fail-on = "no"')
    ran = run("check", "bad.json", *options)
    assert ran.status == 2
    assert ran.err.count("\n") == 1
    assert message in ran.err


def test_what_is_suppressed_is_counted_and_listed_on_request(
    run: Run, folder: Path
) -> None:
    flag = ("--suppress", "TL101@e1: two clocks")
    ran = run("check", "bad.json", *flag)
    assert (ran.status, ran.out) == (0, "no findings (1 suppressed)\n")
    listed = run("check", "bad.json", *flag, "--show-suppressed").out
    assert "TL101 suppressed: ends" in listed
    assert "two clocks (TL101@e1)" in listed
    bare = ("--suppress", "TL101@e1", "--suppress", "TL5: all of it")
    assert (
        "no reason is given (TL101@e1)"
        in run("check", "bad.json", *bare, "--show-suppressed").out
    )
    whole = ("--suppress", "TL101: two clocks", "--show-suppressed")
    assert "two clocks (TL101)" in run("check", "bad.json", *whole).out


@pytest.mark.parametrize(("to", "told"), [("text", "suppressed: 1\n"), ("rich", "")])
def test_a_report_for_tools_has_the_count_beside_it(
    run: Run, folder: Path, to: str, told: str
) -> None:
    flag = ("--suppress", "TL101@e1", "--output-format", to)
    assert run("check", "bad.json", *flag).err == told


def test_an_unused_suppression_is_found_in_the_file_that_it_is_from(
    run: Run, folder: Path
) -> None:
    configured(folder, 'suppress = ["TL101@e1", "TL103@e9", "TL605@s1"]')
    ran = run(
        "check", "bad.json", "log.txt", "clean.json", *KNOWN, "--output-format", "text"
    )
    assert ran.out.splitlines()[-1] == (
        "incident-timeline.toml: TL001 note: suppression of TL103@e9 suppresses nothing"
    )
    assert ran.err == "suppressed: 3\n"
    assert "TL001" not in run("show", "bad.json").out


def test_several_files_are_named_and_the_worst_status_counts(
    run: Run, folder: Path
) -> None:
    ran = run("check", "clean.json", "bad.json")
    assert ran.status == 1
    assert ran.out.splitlines()[:2] == ["1 finding in 2 files", "bad.json i7"]
    ran = run("check", "clean.json", "gone.json", "bad.json")
    assert ran.status == 2
    assert "1 finding in 3 files (1 unreadable)" in ran.out
    assert ran.err == (
        "incident-timeline: gone.json can't be read: No such file or directory\n"
    )
    assert run("check", "clean.json", "clean.json").status == 0


def test_a_path_is_told_from_here(run: Run, folder: Path) -> None:
    told = run("check", folder / "bad.json", "--output-format", "text").out
    assert told.startswith("bad.json:6:")
    elsewhere = folder / "below"
    elsewhere.mkdir()
    outside = f"{elsewhere}/../bad.json"
    assert run("check", outside, "--output-format", "text").out.startswith("below/../")


def test_standard_input_is_checked_too(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Stdin:
        buffer = io.BytesIO((folder / "bad.json").read_bytes())

    monkeypatch.setattr(sys, "stdin", Stdin)
    out = run("check", "-", "clean.json").out
    assert "standard input i7" in out


@pytest.mark.parametrize("to", ["json", "sarif", "github", "text", "rich"])
def test_a_report_goes_to_the_screen_or_to_a_file(
    run: Run, folder: Path, to: str
) -> None:
    shown = run("check", "bad.json", "--output-format", to)
    assert shown.status == 1
    assert "TL101" in shown.out
    wanted = ("--output-format", to, "-o", folder / "report")
    assert run("check", "bad.json", *wanted).out == ""
    assert (folder / "report").read_text("utf-8") == shown.out
    assert run("check", "bad.json", "--output-format", to, "-o", "-") == shown
    assert not (folder / "-").exists()


def test_a_code_scanning_report_names_the_line_of_an_incident_in_json(
    run: Run, folder: Path
) -> None:
    log = json.loads(run("check", "bad.json", "--output-format", "sarif").out)
    (result,) = log["runs"][0]["results"]
    (location,) = result["locations"]
    line = location["physicalLocation"]["region"]["startLine"]
    assert '"end"' in (folder / "bad.json").read_text("utf-8").splitlines()[line - 1]
    (rule,) = log["runs"][0]["tool"]["driver"]["rules"]
    assert rule["id"] == "TL101"


def test_a_document_of_several_incidents_is_told_apart(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parsed = Parsed(
        incidents=(reversed_pursuit("i1"), reversed_pursuit("i2")),
        findings=(reading_of("TL607").finding("row 3", "is no time"),),
    )
    monkeypatch.setattr(reading, "parse", lambda *_, **__: parsed)
    told = json.loads(run("check", "log.txt", "--output-format", "json").out)
    assert [(one["incident_id"], one["code"]) for one in told["findings"]] == [
        ("", "TL607"),
        ("i1", "TL101"),
        ("i2", "TL101"),
    ]
    assert told["counts"]["files"] == 1


@pytest.mark.parametrize(("number", "is_shown"), [(4, False), (6, True)])
def test_a_terminal_shows_how_far_many_files_are(
    run: Run,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    *,
    is_shown: bool,
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("TTY_INTERACTIVE", "1")
    ran = run("check", *["clean.json"] * number)
    assert ("checking" in ran.err) == is_shown
    assert ran.status == 0


def test_many_files_without_a_terminal_are_checked_in_silence(
    run: Run, folder: Path
) -> None:
    ran = run("check", *["clean.json"] * 6)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out == "no findings in 1 file\n"


def test_no_file_is_wrong_usage(run: Run) -> None:
    assert run("check").status == 2


def test_every_code_is_listed_with_what_there_is_to_know(run: Run) -> None:
    listed = json.loads(run("rules", "--output-format", "json").out)
    pages: tuple[Page, ...] = (UNUSED, *ALL_RULES, *READINGS)
    assert [one["code"] for one in listed] == sorted(one.code for one in pages)
    by_code = {one["code"]: one for one in listed}
    for rule in ALL_RULES:
        told = by_code[rule.code]
        assert told["name"] == rule.name
        assert told["severity"] == rule.severity
        assert told["default"] == rule.is_default
        assert set(told["jurisdictions"]) == {law.jurisdiction for law in rule.laws}
    shown = run("rules").out
    assert all(one.code in shown for one in pages)


@frozen
class Other:
    """A code of a parser that another package installs."""

    code: str
    name: str = "own-reading"
    severity: Severity = Severity.NOTE
    page: str = "# What it says\n"


@frozen
class Parser:
    """A parser of another package, which tells its codes."""

    name: str = "own"
    readings: tuple[Other, ...] = (Other("MYP601"), Other("TL601"))


def test_codes_of_other_parsers_may_be_named_and_explained(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(codes, "parsers", lambda: {"own": Parser(), "bare": object()})
    assert run("check", "clean.json", "--ignore", "MYP6,own-reading").status == 0
    assert "# What it says" in run("explain", "myp601").out
    assert "# TL601 empty-document" in run("explain", "TL601").out


@pytest.mark.parametrize("word", ["unused-suppression", "TL001", "tl001"])
def test_a_code_is_explained_by_its_name_too(run: Run, word: str) -> None:
    assert "TL001" in run("explain", word).out
