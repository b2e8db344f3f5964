"""Reading a file: what every command that does is asked, and how it fails."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from functools import wraps
from pathlib import Path
from typing import Any

import click
from attrs import evolve, fields, frozen

from incident_timeline.cli.settings import JUDGING, Judging
from incident_timeline.errors import UnreadableInputError
from incident_timeline.moments import check_zone
from incident_timeline.parsers import Document, Parsed, Parser, parse
from incident_timeline.parsers.registry import chosen, decoder
from incident_timeline.parsers.trace import Trace, Tracing

__all__ = [
    "READING",
    "STANDARD_INPUT",
    "Known",
    "asked",
    "document_of",
    "gathered",
    "parsed_from",
    "suggested",
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


def _mapping(_: click.Context, __: click.Parameter, value: str | None) -> Any:
    """The mapping in a file, or the one that comes with the library by that name."""
    if value is None:
        return None
    from incident_timeline.parsers.table import load_mapping  # noqa: PLC0415  slow to load, used here only
    from incident_timeline.parsers.table.shipped import shipped  # noqa: PLC0415

    return load_mapping(Path(value)) if Path(value).exists() else shipped(value)


@frozen(order=False)
class Known:
    """What is known of a document from outside."""

    parser: str | None
    published: date | None
    zone: str | None
    mapping: Any = None

    @property
    def reader(self) -> str | Parser | None:
        """What reads it, where that is told.

        Raises:
            UsageError: If a mapping is given, and a parser that reads none.
        """
        if self.mapping is None:
            return self.parser
        if self.parser not in (None, "table"):
            raise click.UsageError(f"--mapping is for tables, not for {self.parser}")
        from incident_timeline.parsers.table import TableParser  # noqa: PLC0415  slow to load, used here only

        return TableParser(self.mapping)

    def decoding(self, name: str) -> Callable[[bytes], str]:
        """What makes text of a file's bytes."""
        reader = self.reader
        one = chosen(reader, Document("")) if isinstance(reader, str) else reader
        return decoder(one, name)


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
    click.option(
        "--mapping",
        metavar="FILE",
        callback=_mapping,
        help="What a table's columns are: a file, or the name of a known data set.",
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
        decode = known.decoding(Path(file).name)
        return Document.read(Path(file), decode=decode, **told)
    if sys.stdin is None:
        raise UnreadableInputError("standard input is closed")
    data = sys.stdin.buffer.read()
    decode = known.decoding("")
    return Document.from_bytes(data, decode=decode, name="standard input", **told)


def suggested(file: str, known: Known) -> str:
    """A mapping drafted from the table in a file.

    Raises:
        UnreadableInputError: If there is none.
    """
    from incident_timeline.parsers.table import suggest_mapping  # noqa: PLC0415  slow to load, used here only

    return suggest_mapping(document_of(file, evolve(known, parser="table")))


def parsed_from(document: Document, file: str, known: Known) -> Parsed:
    """The incidents of a document; there is at least one.

    Raises:
        UnreadableInputError: If there is none; tells the first finding.
    """
    parsed = parse(document, parser=known.reader)
    if not parsed.incidents:
        raise _unreadable(file, parsed)
    return parsed


def traced_from(document: Document, file: str, known: Known) -> Trace:
    """A document with what was read from which words; there is at least one incident.

    Raises:
        UnreadableInputError: If there is none; tells the first finding.
        UsageError: If its parser can't tell.
    """
    parser = chosen(known.reader, document)
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
