"""A parser from one function: ``@parser(name)``."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from attrs import field, frozen

from incident_timeline.errors import InvalidRecordError
from incident_timeline.parsers.base import Document, Parsed
from incident_timeline.parsers.building.pieces import LINE_END, Page
from incident_timeline.parsers.building.workbench import Workbench
from incident_timeline.parsers.readings import reading

__all__ = ["MadeParser", "parser"]

Read = Callable[[Workbench], None]
Sniff = Callable[[str], float]
_BLANK: Final = " \t\r\n\ufeff"
_EMPTY: Final = "the document is empty"
_NAME: Final = re.compile(r"[a-z][a-z0-9]*(?:[_-][a-z0-9]+)*")
_SUFFIX: Final = re.compile(r"(?:\.[a-z0-9_-]+)+")
_MEDIA_TYPE: Final = re.compile(r"[a-z]+/[a-z0-9][a-z0-9.+-]*")


@frozen(kw_only=True)
class MadeParser:
    """A parser made by :func:`parser` from a function.

    Attributes:
        name: What it is asked for by.
        read: The function: it takes a :class:`Workbench` and records on that.
        suffixes: Endings of names that are its own, such as ``.unitlog``.
        media_types: Its documents' media types.
        sniff: How sure it is, from 0 to 1, of a text by its first characters;
            ``None`` where it can't tell.
        starts: Which lines begin another incident; ``None`` where a document is one.
    """

    name: str
    read: Read = field(repr=False)
    suffixes: tuple[str, ...] = ()
    media_types: tuple[str, ...] = ()
    sniff: Sniff | None = field(default=None, repr=False)
    starts: re.Pattern[str] | None = None

    def __attrs_post_init__(self) -> None:
        shapes = ((_NAME, "name", (self.name,)), (_SUFFIX, "suffixes", self.suffixes))
        for shape, named, values in (
            *shapes,
            (_MEDIA_TYPE, "media_types", self.media_types),
        ):
            for value in values:
                if not shape.fullmatch(value):
                    reason = "has not the shape of one: lower-case letters"
                    raise InvalidRecordError("parser", named, value, reason)

    def __call__(self, bench: Workbench) -> None:
        """Call the function itself."""
        self.read(bench)

    def parse(self, document: Document, /) -> Parsed:
        """Read a document; where the function fails, what it had made is kept."""
        found = list(self.stream((document.text,), document))
        return Parsed(
            tuple(incident for one in found for incident in one.incidents),
            tuple(finding for one in found for finding in one.findings),
        )

    def stream(self, lines: Iterable[str], document: Document, /) -> Iterator[Parsed]:
        """Read lines with their ends, and give back each incident as it is whole.

        The same as :meth:`parse` of them all, without holding them all: what is known
        of the document is in *document*, whose own text is not read.
        """
        empty = True
        for page in _sections(_lines(lines), self.starts):
            if page.whole:
                empty = False
                yield self._parsed(document, page)
        if empty:
            yield Parsed(findings=(reading("TL601").finding("$", _EMPTY),))

    def _parsed(self, document: Document, page: Page) -> Parsed:
        bench = Workbench(document, page)
        try:
            self.read(bench)
        except Exception as error:  # noqa: BLE001  what was read before it is kept
            bench.failed(error)
        return bench.parsed()


def _lines(texts: Iterable[str]) -> Iterator[str]:
    """Single lines with their ends, of texts that may hold more than one each."""
    for text in texts:
        at = 0
        for end in LINE_END.finditer(text):
            yield text[at : end.end()]
            at = end.end()
        if at < len(text):
            yield text[at:]


def _sections(lines: Iterable[str], starts: re.Pattern[str] | None) -> Iterator[Page]:
    """Lines gathered up to each that begins another section.

    Blank lines in front are of no section, unless the whole text is one.
    """
    front: list[str] = []
    held: list[str] = []
    offset, first = 0, 1
    for number, line in enumerate(lines, start=1):
        if not held and not line.strip(_BLANK):
            front.append(line)
            continue
        if held and starts is not None and starts.match(line):
            offset += sum(map(len, front))
            text = "".join(held)
            yield Page.at(text, offset, first + len(front))
            offset, first, front, held = offset + len(text), number, [], []
        held.append(line)
    yield Page.at("".join([*front, *held]), offset, first)


def parser(
    name: str,
    *,
    suffixes: Iterable[str] = (),
    media_types: Iterable[str] = (),
    sniff: Sniff | None = None,
    starts: str | None = None,
) -> Callable[[Read], MadeParser]:
    r"""Make a parser of the function below, which records on a workbench.

    Nothing is registered: pass it as ``parse(..., parser=unit_log)``, or name it as an
    entry point in the group ``incident_timeline.parsers``. With *starts*, a pattern,
    each line that it matches at its beginning begins another incident, whose source
    is that part of the document; such a parser can be streamed.

    Raises:
        InvalidRecordError: If the name, a suffix or a media type has another shape.

    >>> from incident_timeline import parse
    >>> @parser("unit_log", suffixes=[".unitlog"])
    ... def unit_log(bench):
    ...     for line in bench.lines():
    ...         if found := line.fullmatch(r"(\d{4}) (\w+) (arrived|sent)"):
    ...             kind = {"sent": "deployment", "arrived": "arrival"}[found[3].text]
    ...             unit = bench.party(found[2].text, kind="unit")
    ...             at = bench.time(found[1], "HHmm")
    ...             bench.event(kind, at, quote=line, who=[(unit, "responding_unit")])
    ...         else:
    ...             bench.not_read(line)
    >>> told = "2009 UNIT12 sent\n2013 UNIT12 arrived\n-- page 2 --"
    >>> read = parse(told, parser=unit_log, published="2023-11-23", zone="UTC")
    >>> [event.kind for event in read.incidents[0].events]
    ['deployment', 'arrival']
    >>> print(read.findings[-1])
    line 3, column 1: sources[0].text[37:49]: TL652 can't be used
    """

    def made(read: Read) -> MadeParser:
        return MadeParser(
            name=name,
            read=read,
            suffixes=tuple(suffixes),
            media_types=tuple(media_types),
            sniff=sniff,
            starts=None if starts is None else re.compile(starts),
        )

    return made
