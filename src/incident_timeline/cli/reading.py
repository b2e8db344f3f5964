"""Reading a file: what every command that does is asked, and how it fails."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from functools import wraps
from pathlib import Path
from typing import Any

import click
from attrs import fields, frozen

from incident_timeline.cli.settings import JUDGING, Judging
from incident_timeline.errors import UnreadableInputError
from incident_timeline.moments import check_zone
from incident_timeline.parsers import Document, Parsed, parse
from incident_timeline.parsers.registry import chosen
from incident_timeline.parsers.trace import Trace, Tracing

__all__ = [
    "READING",
    "STANDARD_INPUT",
    "Known",
    "asked",
    "document_of",
    "gathered",
    "parsed_from",
    "traced_from",
]

STANDARD_INPUT = "-"


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
class Known:
    """What is known of a document from outside."""

    parser: str | None
    published: date | None
    zone: str | None


READING: tuple[Callable[..., Any], ...] = (
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
)


def gathered(
    *options: Callable[..., Any], **groups: type[Any]
) -> Callable[[Callable[..., int]], Callable[..., int]]:
    """Give a command options, gathered by name in the classes that hold them."""

    def gathering(command: Callable[..., int]) -> Callable[..., int]:
        @wraps(command)
        def called(**given: Any) -> int:
            made = {
                name: group(**{one.name: given.pop(one.name) for one in fields(group)})
                for name, group in groups.items()
            }
            return command(**made, **given)

        for option in options:
            called = option(called)
        return called

    return gathering


asked: Callable[[Callable[..., int]], Callable[..., int]] = gathered(
    *JUDGING,
    *READING,
    click.argument("file", metavar="FILE"),
    known=Known,
    judging=Judging,
)
"""Give a command one file, and all that it takes to read and judge it."""


def document_of(file: str, known: Known) -> Document:
    """The document in a file, or on standard input.

    Raises:
        UnreadableInputError: If there is none, or it's no text.
    """
    told: dict[str, Any] = {"published": known.published, "zone": known.zone}
    if file != STANDARD_INPUT:
        return Document.read(Path(file), **told)
    if sys.stdin is None:
        raise UnreadableInputError("standard input is closed")
    data = sys.stdin.buffer.read()
    return Document.from_bytes(data, name="standard input", **told)


def parsed_from(document: Document, file: str, known: Known) -> Parsed:
    """The incidents of a document; there is at least one.

    Raises:
        UnreadableInputError: If there is none; tells the first finding.
    """
    parsed = parse(document, parser=known.parser)
    if not parsed.incidents:
        raise _unreadable(file, parsed)
    return parsed


def traced_from(document: Document, file: str, known: Known) -> Trace:
    """A document with what was read from which words; there is at least one incident.

    Raises:
        UnreadableInputError: If there is none; tells the first finding.
        UsageError: If its parser can't tell.
    """
    parser = chosen(known.parser, document)
    if not isinstance(parser, Tracing):
        raise click.UsageError(f"the parser {parser.name!r} has no trace to show")
    trace = parser.trace(document)
    if not trace.parsed.incidents:
        raise _unreadable(file, trace.parsed)
    return trace


def _unreadable(file: str, parsed: Parsed) -> UnreadableInputError:
    problems = tuple(str(finding) for finding in parsed.findings)
    first = problems[0] if problems else "no incident is told"
    more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
    return UnreadableInputError(f"{file}: {first}{more}", problems=problems)
