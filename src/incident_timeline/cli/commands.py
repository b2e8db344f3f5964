"""The commands; each returns its exit status."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from datetime import date
from functools import wraps
from pathlib import Path
from typing import Any

import click
from attrs import fields, frozen

from incident_timeline.checks import RULES, check, explain
from incident_timeline.cli.view import console, findings_view, incident_view
from incident_timeline.errors import UnreadableInputError
from incident_timeline.model import Finding, Severity, Verdict
from incident_timeline.moments import check_zone
from incident_timeline.parsers import READINGS, Document, Parsed, parse, parsers
from incident_timeline.serialisers import serialise, serialisers

__all__ = ["cli"]

CLEAN, FINDINGS, CLOSED_PIPE = 0, 1, 141
_SEVERITIES = [severity.value for severity in Severity]


def _published(_: click.Context, __: click.Parameter, value: str | None) -> date | None:
    if value is None:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        message = f"{value!r} is no date: write it as 2023-11-24"
        raise click.BadParameter(message) from None


def _zone(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    return None if value is None else check_zone(value)


@frozen(order=False)
class Asked:
    """What every command that reads a file is asked."""

    file: str
    parser: str | None
    published: date | None
    zone: str | None
    possible: bool
    fail_on: str


def _reading(command: Callable[..., int]) -> Callable[..., int]:
    """Give a command the arguments that it gathers in :class:`Asked`."""

    @wraps(command)
    def gathered(**given: Any) -> int:
        asked = {one.name: given.pop(one.name) for one in fields(Asked)}
        return command(Asked(**asked), **given)

    for option in _OPTIONS:
        gathered = option(gathered)
    return gathered


_OPTIONS = (
    click.option(
        "--fail-on",
        type=click.Choice([*_SEVERITIES, "never"]),
        default=Severity.IMPLAUSIBLE.value,
        show_default=True,
        help="Exit with 1 on findings of this severity or a graver one.",
    ),
    click.option(
        "--possible",
        is_flag=True,
        help="Report also what only some reading of the bounds would break.",
    ),
    click.option(
        "--zone",
        metavar="IANA",
        callback=_zone,
        help="The zone of its clock times, such as Europe/London.",
    ),
    click.option(
        "--published",
        metavar="DATE",
        callback=_published,
        help="The day of publication, such as 2023-11-24.",
    ),
    click.option("--parser", metavar="NAME", help="How to read it; see formats."),
    click.argument("file", metavar="FILE"),
)


class Commands(click.Group):
    """Commands that end without a word where whoever reads their output stops."""

    def invoke(self, ctx: click.Context) -> int:
        """Run a command; the exit status of a closed pipe is that of SIGPIPE."""
        try:
            return int(super().invoke(ctx))
        except BrokenPipeError:
            # What is left in the buffer must not be written at exit.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return CLOSED_PIPE


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="incident-timeline")
def cli() -> None:
    """Read accounts of serious police incidents into checked timelines.

    FILE is a path, or - for standard input. The exit status is 0 where all is
    clean, 1 where there are certain findings as grave as --fail-on, 2 where the input
    or the usage is wrong.
    """


@cli.command()
@click.option("--to", "to", metavar="FORMAT", help="Write it in a format; see formats.")
@click.option("-o", "--output", metavar="FILE", help="Write to a file, not the screen.")
@_reading
def read(asked: Asked, to: str | None, output: str | None) -> int:
    """Read an account, and show its timeline or write it in a format."""
    parsed = _parsed(asked)
    findings = _findings(parsed, asked)
    if to is None:
        _show(parsed, findings, output)
    else:
        _write(parsed, to, output)
        _tell(findings)
    return _status(findings, asked.fail_on)


@cli.command("check")
@_reading
def check_command(asked: Asked) -> int:
    """Check an account and print its findings."""
    findings = _findings(_parsed(asked), asked)
    console().print(findings_view(findings))
    return _status(findings, asked.fail_on)


@cli.command()
@_reading
def show(asked: Asked) -> int:
    """Show the timeline of an incident that was read before, or of an account."""
    parsed = _parsed(asked)
    findings = _findings(parsed, asked)
    _show(parsed, findings, None)
    return _status(findings, asked.fail_on)


@cli.command("explain")
@click.argument("code", metavar="CODE")
def explain_command(code: str) -> int:
    """Print the page of a finding's code, such as TL101."""
    from rich.markdown import Markdown  # noqa: PLC0415  slow to load, used here only

    page = explain(code.upper(), rules=(*RULES, *READINGS))
    screen = console()
    screen.print(Markdown(page) if screen.is_terminal else page)
    return CLEAN


@cli.command()
def formats() -> int:
    """List what can be read and written."""
    screen = console()
    for title, names in (
        ("read", sorted(parsers())),
        ("written", sorted(serialisers())),
    ):
        screen.print(f"{title}: {', '.join(names)}")
    return CLEAN


def _parsed(asked: Asked) -> Parsed:
    known = {"published": asked.published, "zone": asked.zone}
    if asked.file == "-":
        if sys.stdin is None:
            raise UnreadableInputError("standard input is closed")
        data = sys.stdin.buffer.read()
        document = Document.from_bytes(data, name="standard input", **known)
    else:
        document = Document.read(Path(asked.file), **known)
    parsed = parse(document, parser=asked.parser)
    if not parsed.incidents:
        raise _unreadable(asked.file, parsed)
    return parsed


def _unreadable(file: str, parsed: Parsed) -> UnreadableInputError:
    problems = tuple(str(finding) for finding in parsed.findings)
    first = problems[0] if problems else "no incident is told"
    more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
    return UnreadableInputError(f"{file}: {first}{more}", problems=problems)


def _findings(parsed: Parsed, asked: Asked) -> tuple[Finding, ...]:
    checked = (
        finding
        for incident in parsed.incidents
        for finding in check(incident, possible=asked.possible)
    )
    return (*parsed.findings, *checked)


def _show(parsed: Parsed, findings: tuple[Finding, ...], output: str | None) -> None:
    if output is not None:
        with Path(output).open("w", encoding="utf-8") as file:
            _print(parsed, findings, file=file, width=80)
        return
    _print(parsed, findings)


def _print(parsed: Parsed, findings: tuple[Finding, ...], **options: object) -> None:
    screen = console(**options)
    for incident in parsed.incidents:
        screen.print(incident_view(incident))
        screen.print()
    screen.print(findings_view(findings))


def _write(parsed: Parsed, to: str, output: str | None) -> None:
    written = [serialise(incident, to) for incident in parsed.incidents]
    text = "\n".join(one.text for one in written)
    if output is None:
        sys.stdout.buffer.write(text.encode())
        sys.stdout.buffer.flush()
    else:
        Path(output).write_text(text, encoding="utf-8")
    losses = dict.fromkeys(loss for one in written for loss in one.losses)
    for loss in losses:
        click.echo(f"not carried by {to}: {loss}", err=True)


def _tell(findings: Iterable[Finding]) -> None:
    listed = tuple(findings)
    if listed:
        console(stderr=True).print(findings_view(listed))


def _status(findings: Iterable[Finding], fail_on: str) -> int:
    if fail_on == "never":
        return CLEAN
    limit = Severity(fail_on).rank
    certain = (one for one in findings if one.verdict is Verdict.CERTAIN)
    return FINDINGS if any(one.severity.rank <= limit for one in certain) else CLEAN
