"""A parser from one function: ``@parser(name)``."""

from __future__ import annotations

import inspect
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import WRAPPER_ASSIGNMENTS, partial, reduce
from typing import Any, Final

from attrs import field, fields_dict, frozen

from incident_timeline.errors import InvalidRecordError, shown
from incident_timeline.parsers.base import Document, Parsed
from incident_timeline.parsers.building.faults import check_own_code
from incident_timeline.parsers.building.lines import single_lines
from incident_timeline.parsers.building.pieces import Page
from incident_timeline.parsers.building.workbench import Workbench
from incident_timeline.parsers.readings import Reading, reading

__all__ = ["MadeParser", "parser"]

Read = Callable[[Workbench], None]
Sniff = Callable[[str], float]
_BLANK: Final = " \t\r\n\ufeff"
_EMPTY: Final = "the document is empty"
_NAME: Final = re.compile(r"[a-z][a-z0-9]*(?:[_-][a-z0-9]+)*")
_SUFFIX: Final = re.compile(r"(?:\.[a-z0-9_-]+)+")
_MEDIA_TYPE: Final = re.compile(r"[a-z]{1,40}/[a-z0-9][a-z0-9.+-]{0,120}")
_YIELDS: Final = (
    inspect.isgeneratorfunction,
    inspect.iscoroutinefunction,
    inspect.isasyncgenfunction,
)


def _several(name: str, values: Iterable[Any]) -> tuple[str, ...]:
    """Texts in small letters; refuses one text where several are asked for."""
    if isinstance(values, str):
        reason = f"is one text: give a list, as {name}=[{shown(values)}]"
        raise InvalidRecordError("parser", name, values, reason)
    return tuple(one.lower() if isinstance(one, str) else one for one in values)


def _suffixes(values: Iterable[str]) -> tuple[str, ...]:
    return _several("suffixes", values)


def _media_types(values: Iterable[str]) -> tuple[str, ...]:
    return _several("media_types", values)


def _readings(values: Iterable[Reading]) -> tuple[Reading, ...]:
    return tuple(values)


def _shaped(name: str, value: object, shape: re.Pattern[str], like: str) -> None:
    if not isinstance(value, str) or not shape.fullmatch(value):
        reason = f"has not the shape of one: write it as {like!r}"
        raise InvalidRecordError("parser", name, value, reason)


@frozen(kw_only=True, slots=False)
class MadeParser:
    """A parser made by :func:`parser` from a function.

    It has the function's name, module and docstring, and can be pickled where it can.

    Attributes:
        name: What it is asked for by.
        read: The function: it takes a :class:`Workbench` and records on that.
        suffixes: Endings of names that are its own, such as ``.unitlog``.
        media_types: Its documents' media types.
        sniff: How sure it is, from 0 to 1, of a text by its first characters;
            ``None`` where it can't tell.
        starts: Which lines begin another incident; ``None`` where a document is one.
        readings: Its own kinds of findings, which ``bench.note`` knows by code.
        records: Whether it reads each line by itself, so that one that is damaged
            costs no other; the contract kit then asks that of it, too.
    """

    name: str
    read: Read = field(repr=False)
    suffixes: tuple[str, ...] = field(default=(), converter=_suffixes)
    media_types: tuple[str, ...] = field(default=(), converter=_media_types)
    sniff: Sniff | None = field(default=None, repr=False)
    starts: re.Pattern[str] | None = None
    readings: tuple[Reading, ...] = field(default=(), converter=_readings, repr=False)
    records: bool = False

    def __attrs_post_init__(self) -> None:
        _shaped("name", self.name, _NAME, "unit_log")
        for suffix in self.suffixes:
            _shaped("suffixes", suffix, _SUFFIX, ".unitlog")
        for media_type in self.media_types:
            _shaped("media_types", media_type, _MEDIA_TYPE, "text/x-unitlog")
        for one in self.readings:
            check_own_code(one.code, "parser")
        read: object = self.read
        if not callable(read) or any(kind(read) for kind in _YIELDS):
            wanted = "a function that records on its bench, without yield or async"
            message = f"parser {self.name!r} is made of {wanted}: {shown(self.read)}"
            raise TypeError(message)
        for told in WRAPPER_ASSIGNMENTS[:4]:  # module, name, qualified name, docstring
            vars(self)[told] = getattr(self.read, told, None)

    def __call__(self, bench: Workbench) -> None:
        """Call the function itself."""
        self.read(bench)

    def __reduce__(self) -> str | tuple[Any, ...]:
        """As functions are: by its name in its module."""
        module, path = vars(self)["__module__"], vars(self)["__qualname__"] or ""
        there: object = sys.modules.get(module)
        if (
            reduce(lambda at, name: getattr(at, name, None), path.split("."), there)
            is self
        ):
            return str(path)
        if hasattr(self.read, "__self__"):  # a method is pickled with what it is of
            values = {name: getattr(self, name) for name in fields_dict(MadeParser)}
            return partial(MadeParser, **values), ()
        from pickle import PicklingError  # noqa: PLC0415  loaded by who asks for this

        message = f"parser {self.name!r} can't be pickled: {path} of {module} is not it"
        raise PicklingError(f"{message}; define it at the top of a module")

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

        Raises:
            TypeError: If *lines* is one text, or holds bytes.
            UnreadableInputError: If a line has half of a surrogate pair.
        """
        return self._streamed(single_lines(lines), document)

    def _streamed(self, lines: Iterator[str], document: Document) -> Iterator[Parsed]:
        front: Workbench | None = None
        said: set[str] = set()
        empty = True
        for page in _sections(lines, self.starts):
            if not page.whole:
                continue
            preamble = None if front is None else front.page.whole
            bench = Workbench(
                document, page, readings=self.readings, preamble=preamble, said=said
            )
            if front is not None:
                bench.day = front.day
            elif empty and self._is_front(bench):
                front = bench
            empty = False
            yield self._parsed(bench, is_front=bench is front)
        if empty:
            yield Parsed(findings=(reading("TL601").finding("$", _EMPTY),))

    def _is_front(self, bench: Workbench) -> bool:
        """Whether the first section is none of those that *starts* begins."""
        first = next(bench.lines())
        return self.starts is not None and not self.starts.match(first.text)

    def _parsed(self, bench: Workbench, *, is_front: bool) -> Parsed:
        try:
            told: object = self.read(bench)  # type: ignore[func-returns-value]  # it may
            _check_nothing(told)
        except Exception as error:  # noqa: BLE001  what was read before it is kept
            bench.failed(error)
        parsed = bench.parsed()
        if parsed.incidents or parsed.findings or (is_front and bench.day):
            return parsed
        bench.not_read(bench.page.whole.strip(), "nothing was made of it")
        return bench.parsed()


def _check_nothing(told: object) -> None:
    if told is not None:
        message = f"it returned {shown(told)}: what is not on the bench is lost"
        raise TypeError(message)


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
    readings: Iterable[Reading] = (),
    records: bool = False,
) -> Callable[[Read], MadeParser]:
    r"""Make a parser of the function below, which records on a workbench.

    Nothing is registered: pass it as ``parse(..., parser=unit_log)``, or name it as an
    entry point in the group ``incident_timeline.parsers``. With *starts*, a pattern,
    each line that it matches at its beginning begins another incident, whose source
    is that part of the document; such a parser can be streamed. What stands before
    the first of them is read likewise, and for all others is ``bench.preamble``; a day
    that is told there goes on in each. *readings* are its own kinds of findings;
    *records* says that each line is read by itself, which
    :func:`~incident_timeline.testing.parser_checks` then holds it to.

    Raises:
        InvalidRecordError: If the name, a suffix, a media type or a code has another
            shape, or *starts* is no pattern.
        TypeError: If no name is given, or what is decorated yields or is no function.

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
    if callable(name):
        message = "give @parser a name, as in @parser('unit_log')"
        raise TypeError(message)
    try:
        begins = None if starts is None else re.compile(starts)
    except re.error as error:
        raise InvalidRecordError(
            "parser", "starts", starts, f"is no pattern: {error}"
        ) from None

    def made(read: Read) -> MadeParser:
        return MadeParser(
            name=name,
            read=read,
            suffixes=suffixes,
            media_types=media_types,
            sniff=sniff,
            starts=begins,
            readings=readings,
            records=records,
        )

    return made
