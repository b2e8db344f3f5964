"""What each command prints, and how it exits."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from incident_timeline import dumps
from incident_timeline.checks import RULES
from incident_timeline.cli import cli, reading
from incident_timeline.cli import run as run_cli
from incident_timeline.model import Draft
from incident_timeline.parsers import Parsed

Run = Callable[..., Any]


def test_read_shows_events_elapsed_time_and_findings(read: Run, account: Path) -> None:
    ran = read(account)
    assert ran.status == 0, ran
    assert "rang 999" in ran.out
    assert "20:45 to 20:59" in ran.out
    assert "call to shots: between 45 minutes and 1 hour 1 minute" in ran.out


def test_a_pipe_gets_no_colour_and_at_most_80_columns(read: Run, account: Path) -> None:
    out = read(account).out
    assert "\x1b" not in out
    assert max(map(len, out.splitlines())) <= 80


def test_read_writes_a_format_to_a_file_that_show_and_check_read(
    run: Run, read: Run, account: Path, tmp_path: Path
) -> None:
    path = tmp_path / "account.json"
    assert read(account, "--to", "json", "-o", path).status == 0
    assert json.loads(path.read_text("utf-8"))["schema_version"] == 1
    assert "call to shots" in run("show", path).out
    assert run("check", path).status == 0


def test_what_a_format_cannot_carry_is_told_on_standard_error(
    read: Run, account: Path
) -> None:
    ran = read(account, "--to", "markdown")
    assert "not carried by markdown:" in ran.err
    assert "not carried" not in ran.out


def test_read_shows_into_a_file(read: Run, account: Path, tmp_path: Path) -> None:
    path = tmp_path / "shown.txt"
    assert read(account, "-o", path).out == ""
    assert "shots" in path.read_text("utf-8")


def test_a_minus_reads_standard_input(
    run: Run, account: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Stdin:
        buffer = io.BytesIO(account.read_bytes())

    monkeypatch.setattr(sys, "stdin", Stdin)
    ran = run("read", "-", "--published", "2023-11-24", "--zone", "Europe/London")
    assert "shots" in ran.out


CONTRADICTORY = (
    "Shots were fired by police at 22:00hrs on Thursday, 23 November. A man was"
    " declared dead in the street at 21:30hrs on Thursday, 23 November."
)


@pytest.mark.parametrize(
    ("fail_on", "status"),
    [("contradiction", 0), ("implausible", 1), ("note", 1), ("never", 0)],
)
def test_the_status_is_1_on_findings_of_the_chosen_severity(
    read: Run, tmp_path: Path, fail_on: str, status: int
) -> None:
    path = tmp_path / "account.txt"
    path.write_text(CONTRADICTORY, encoding="utf-8")
    assert read(path, "--fail-on", fail_on).status == status


def test_findings_are_told_beside_a_format_and_not_in_it(
    read: Run, tmp_path: Path
) -> None:
    path = tmp_path / "account.txt"
    path.write_text(CONTRADICTORY, encoding="utf-8")
    ran = read(path, "--to", "json")
    json.loads(ran.out)
    assert "TL1" in ran.err


@pytest.mark.parametrize("code", ["TL101", "tl101", "TL601"])
def test_explain_prints_the_page_of_a_code(run: Run, code: str) -> None:
    ran = run("explain", code)
    assert ran.status == 0
    assert code.upper() in ran.out


def test_explain_of_an_unknown_code_says_so(run: Run) -> None:
    ran = run("explain", "TL999")
    assert ran.status == 2
    assert "TL999" in ran.err


def test_formats_lists_what_can_be_read_and_written(run: Run) -> None:
    out = run("formats").out
    assert "press_release" in out
    assert "markdown" in out


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_help_and_version_exit_clean(run: Run, option: str) -> None:
    assert run(option).status == 0


def test_every_command_has_a_line_of_help() -> None:
    assert all(command.get_short_help_str() for command in cli.commands.values())


def test_a_terminal_gets_colour(account: Path) -> None:
    environment = {**os.environ, "FORCE_COLOR": "1", "TERM": "xterm-256color"}
    command = [sys.executable, "-m", "incident_timeline", "read", str(account)]
    known = ["--published", "2023-11-24", "--zone", "Europe/London"]
    done = subprocess.run(
        [*command, *known], capture_output=True, env=environment, check=True
    )
    assert b"\x1b[" in done.stdout


def test_explain_in_a_terminal_is_drawn(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "## What it does" not in run("explain", RULES[0].code).out


def forget(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the command line and what it needs imported anew."""
    for name in tuple(sys.modules):
        if name.startswith(("incident_timeline.cli", "click.", "rich.")):
            monkeypatch.delitem(sys.modules, name)


@pytest.mark.parametrize("missing", ["click", "rich.box"])
def test_without_its_extra_the_command_says_what_to_install(
    run: Run, monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    forget(monkeypatch)
    monkeypatch.setitem(sys.modules, missing, None)
    ran = run("formats")
    assert ran.status == 2
    assert "install 'incident-timeline[cli]'" in ran.err


def test_another_missing_module_is_not_hidden(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    forget(monkeypatch)
    monkeypatch.setitem(sys.modules, "incident_timeline.checks", None)
    with pytest.raises(ModuleNotFoundError):
        run("formats")


def test_an_interruption_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(**_: object) -> int:
        import click

        raise click.Abort

    monkeypatch.setattr(cli, "main", interrupted)
    assert run_cli() == 2
    assert capsys.readouterr().err == "incident-timeline: interrupted\n"


def test_the_commands_are_the_modules_own_entry_point(account: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "incident_timeline", "formats"],
        capture_output=True,
        check=True,
    )
    assert b"json" in done.stdout


def test_what_tells_no_incident_is_unreadable(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "parse", lambda *_, **__: Parsed())
    path = tmp_path / "account.txt"
    path.touch()
    ran = run("check", path)
    assert ran.status == 2
    assert "no incident is told" in ran.err


def test_further_problems_are_counted(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "account.json"
    path.write_text('{"schema_version": 1, "id": 3, "title": 4}', encoding="utf-8")
    assert "(and 1 more)" in run("check", path).err


def test_a_clean_incident_is_written_without_a_word_beside_it(
    run: Run, tmp_path: Path
) -> None:
    path = tmp_path / "clean.json"
    path.write_text('{"schema_version": 1}', encoding="utf-8")
    assert run("read", path, "--to", "json").err == ""


@pytest.mark.parametrize("to", [(), ("--to", "json")])
def test_a_closed_pipe_ends_a_command_without_a_word(
    account: Path, to: tuple[str, ...]
) -> None:
    command = [sys.executable, "-m", "incident_timeline", "read", str(account), *to]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 141


def test_no_command_gets_the_help(run: Run) -> None:
    ran = run()
    assert ran.status == 2
    assert ran.err.count("\n") > 10


@pytest.mark.parametrize("stream", ["stdout", "stderr"])
def test_a_closed_stream_is_an_error_and_no_crash(
    run: Run, monkeypatch: pytest.MonkeyPatch, stream: str
) -> None:
    monkeypatch.setattr(sys, stream, None)
    assert run("formats").status == 2


def test_closed_standard_input_is_named(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert "standard input is closed" in run("check", "-").err


def test_a_terminal_without_unicode_gets_escapes() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "incident_timeline", "explain", "TL101"],
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
        check=True,
    )
    assert b"\\xb7" in done.stdout


def test_what_is_only_possible_does_not_fail(run: Run, tmp_path: Path) -> None:
    draft = Draft(zone="UTC")
    draft.event("pursuit", "2023-11-23T20:00", end="2023-11-23T20:00")
    path = tmp_path / "possible.json"
    path.write_text(dumps(draft.incident()), encoding="utf-8")
    ran = run("check", path, "--possible")
    assert ran.status == 0
    assert "TL101 possible contradiction" in ran.out


def test_output_may_go_to_any_stream(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stdout", stream)
    assert run("formats").status == 0
    assert "json" in stream.getvalue()
    assert run("rules", "--output-format", "json").status == 0
    assert stream.getvalue().endswith("]\n")
