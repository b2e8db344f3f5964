"""The commands; each returns its exit status."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

import click

from incident_timeline.checks import explain
from incident_timeline.checks.explain import Explained
from incident_timeline.checks.settings.judging import fails
from incident_timeline.cli.checking import (
    examined,
    findings_of,
    judge,
    status,
    unused,
)
from incident_timeline.cli.codes import known_codes, listed
from incident_timeline.cli.findings import checked_view, codes_view
from incident_timeline.cli.new_parser import new_parser
from incident_timeline.cli.output import draw, send
from incident_timeline.cli.reading import (
    READING,
    Known,
    asked,
    document_of,
    gathered,
    parsed_from,
    suggested,
    traced_from,
)
from incident_timeline.cli.screen import console
from incident_timeline.cli.settings import JUDGING, SELECTING, Judging, Selecting
from incident_timeline.cli.tracing import trace_view
from incident_timeline.model import Finding
from incident_timeline.parsers import Parsed, parsers
from incident_timeline.reports import REPORTS, Checked, report
from incident_timeline.reports.json import json_text
from incident_timeline.reports.safe import safe
from incident_timeline.serialisers import serialise, serialisers
from incident_timeline.showing import rich_of
from incident_timeline.showing.terminal import findings_view
from incident_timeline.timeline import solve

__all__ = ["cli"]

CLEAN, CLOSED_PIPE = 0, 141
PEOPLE = "rich"
MOST_SHOWN = 20  # incidents of one file
MANY = 5  # files, from which on a terminal is shown how far it is


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
    clean, 1 where there are certain findings as grave as --fail-on, 2 where the input,
    the configuration or the usage is wrong.
    """


@cli.command()
@click.option("--to", "to", metavar="FORMAT", help="Write it in a format; see formats.")
@click.option("-o", "--output", metavar="FILE", help="Write to a file, not the screen.")
@click.option(
    "--trace", is_flag=True, help="Show the text with what was read from which words."
)
@click.option(
    "--suggest-mapping",
    is_flag=True,
    help="Draft a mapping from a table's header and first rows.",
)
@asked
def read(known: Known, judging: Judging, file: str, **how: Any) -> int:
    """Read an account, and show its timeline or write it in a format."""
    to, output = how["to"], how["output"]
    if how["suggest_mapping"]:
        send(suggested(file, known), output)
        return CLEAN
    if to is not None and how["trace"]:
        raise click.UsageError(
            "--trace shows a text, and --to writes a format: take one"
        )
    made = judge(judging)
    if how["trace"]:
        trace = traced_from(document_of(file, known), file, known)
        findings = findings_of(trace.parsed, made)
        draw(chain(trace_view(trace), [findings_view(findings)]), output)
        return int(fails(made.config, findings))
    parsed = _parsed(file, known)
    findings = findings_of(parsed, made)
    if to is None:
        _show(parsed, findings, output)
    else:
        _write(parsed, to, output)
        _tell(findings)
    return int(fails(made.config, findings))


@cli.command("check")
@gathered(
    click.option(
        "--show-suppressed", is_flag=True, help="List what is suppressed, and why."
    ),
    click.option("-o", "--output", metavar="FILE", help="Write the report to a file."),
    click.option(
        "--output-format",
        type=click.Choice([PEOPLE, *REPORTS]),
        default=PEOPLE,
        show_default=True,
        help="How to report: for people, or for other tools.",
    ),
    *JUDGING,
    *SELECTING,
    *READING,
    click.argument("files", metavar="FILE...", nargs=-1, required=True),
    known=Known,
    judging=Judging,
    selecting=Selecting,
)
def check_command(
    known: Known, judging: Judging, selecting: Selecting, **how: Any
) -> int:
    """Check accounts and report what is found in them."""
    made = judge(judging, selecting)
    every = list(examined(_followed(how["files"]), known, made))
    every += unused(every, made)
    _complain(every)
    if how["output_format"] == PEOPLE:
        is_named = len(how["files"]) > 1
        view = checked_view(every, named=is_named, suppressed=how["show_suppressed"])
        draw([view], how["output"])
    else:
        send(report(every, how["output_format"], pages=known_codes()), how["output"])
        _count_suppressed(every)
    return status(every, made)


@cli.command()
@asked
def show(known: Known, judging: Judging, file: str) -> int:
    """Show the timeline of an incident that was read before, or of an account."""
    made = judge(judging)
    parsed = _parsed(file, known)
    findings = findings_of(parsed, made)
    _show(parsed, findings, None)
    return int(fails(made.config, findings))


@cli.command("explain")
@click.argument("code", metavar="CODE")
def explain_command(code: str) -> int:
    """Print the page of a finding's code, such as TL101, of a law's, or of its name."""
    from rich.markdown import Markdown  # noqa: PLC0415  slow to load, used here only

    from incident_timeline.testing.laws import LAWS  # noqa: PLC0415  as above

    pages: list[Explained] = [*known_codes(), *LAWS.values()]
    named = {one.name: one.code for one in pages}
    page = explain(named.get(code.lower(), code), rules=pages)
    screen = console()
    screen.print(Markdown(page) if screen.is_terminal else page)
    return CLEAN


@cli.command()
@click.option(
    "--output-format",
    type=click.Choice([PEOPLE, "json"]),
    default=PEOPLE,
    show_default=True,
    help="How to list them.",
)
def rules(output_format: str) -> int:
    """List every code: name, severity, whether it's on, and whose law it is."""
    if output_format == PEOPLE:
        console().print(codes_view(listed()))
    else:
        send(json_text(list(listed())), None)
    return CLEAN


@cli.command()
def formats() -> int:
    """List what can be read, written and reported."""
    screen = console()
    for title, names in (
        ("read", sorted(parsers())),
        ("written", sorted(serialisers())),
        ("reported", sorted(REPORTS)),
    ):
        screen.print(f"{title}: {', '.join(names)}")
    return CLEAN


cli.add_command(new_parser)


def _parsed(file: str, known: Known) -> Parsed:
    return parsed_from(document_of(file, known), file, known)


def _followed(files: tuple[str, ...]) -> Iterator[str]:
    """The files, with a bar on a terminal where they are many."""
    screen = console(stderr=True)
    if len(files) < MANY or not screen.is_terminal:
        return iter(files)
    from rich.progress import track  # noqa: PLC0415  slow to load, used here only

    return iter(track(files, "checking", console=screen, transient=True))


def _complain(every: Iterable[Checked]) -> None:
    for one in every:
        if one.error:
            sentence = " ".join(safe(one.error).split())
            click.echo(f"incident-timeline: {sentence}", err=True)


def _count_suppressed(every: Iterable[Checked]) -> None:
    if count := sum(len(one.suppressed) for one in every):
        click.echo(f"suppressed: {count}", err=True)


def _show(parsed: Parsed, findings: tuple[Finding, ...], output: str | None) -> None:
    solved = map(solve, parsed.incidents[:MOST_SHOWN])
    views = [part for one in solved for part in (rich_of(one, most=None), "")]
    more = len(parsed.incidents) - MOST_SHOWN
    if more > 0:
        views += [f"{more:,} more incidents are not shown: write them with --to", ""]
    draw([*views, findings_view(findings)], output)


def _write(parsed: Parsed, to: str, output: str | None) -> None:
    written = [serialise(incident, to) for incident in parsed.incidents]
    send("\n".join(one.text for one in written), output)
    losses = dict.fromkeys(loss for one in written for loss in one.losses)
    for loss in losses:
        click.echo(f"not carried by {to}: {loss}", err=True)


def _tell(findings: Iterable[Finding]) -> None:
    listed_ones = tuple(findings)
    if listed_ones:
        console(stderr=True).print(findings_view(listed_ones))
