"""The parser that is asked, and what it makes of documents."""

from __future__ import annotations

import decimal
import locale
import os
import random
import sys
from collections.abc import Callable, Iterator
from functools import cached_property
from pathlib import Path
from typing import Any, Final, TypeGuard

from attrs import evolve, field, fields, frozen

from incident_timeline.model import Event, Finding, Incident
from incident_timeline.parsers import Document, Parsed
from incident_timeline.testing._parser_laws.inputs import AWKWARD, Case, drawn
from incident_timeline.testing.check import Breach, Effort

__all__ = [
    "DRAWS",
    "Asked",
    "Judge",
    "Subject",
    "events",
    "has",
    "is_result",
    "state",
    "written",
]

DRAWS: Final[dict[Effort, int]] = {"quick": 25, "thorough": 250}
"""How many texts are drawn."""


@frozen(kw_only=True, eq=False, slots=False)
class Subject:
    """A parser, the documents it is asked about, and what it made of them so far.

    Attributes:
        parser: The parser.
        samples: Documents that are its own.
        effort: How many documents are drawn.
        changed: Settings of the process that changed when a sample was first read.
    """

    parser: Any
    samples: tuple[Document, ...]
    effort: Effort
    changed: dict[Document, str] = field(factory=dict, init=False)
    _read: dict[Document, Parsed | Exception] = field(factory=dict, init=False)

    @cached_property
    def cases(self) -> tuple[Case, ...]:
        """Samples, awkward texts and drawn ones, the samples first."""
        base = self.samples[0]
        own = tuple(Case(document=one) for one in self.samples)
        awkward = tuple(Case(document=evolve(base, text=text)) for text in AWKWARD)
        return own + awkward + self.mixed

    @cached_property
    def mixed(self) -> tuple[Case, ...]:
        """Texts drawn from the samples' lines and from what is awkward."""
        return drawn(self.samples, DRAWS[self.effort])

    def fresh(self, document: Document) -> Parsed:
        """What the parser makes of a copy of the document, whatever it raises."""
        parsed: Parsed = self.parser.parse(evolve(document))
        return parsed

    def outcome(self, document: Document) -> Parsed | Exception:
        """What the parser made of the document the first time; or what it raised."""
        if document not in self._read:
            before = state() if document in self.samples else {}
            try:
                self._read[document] = self.fresh(document)
            except Exception as error:  # noqa: BLE001  that it raises is what is asked
                self._read[document] = error
            after = state() if before else {}
            changed = (name for name in before if before[name] != after[name])
            self.changed.update((document, name) for name in changed)
        return self._read[document]

    def reads(self, document: Document) -> bool:
        """Whether it makes a proper result of the document."""
        return is_result(self.outcome(document))

    def read(self, document: Document) -> Parsed:
        """As :meth:`outcome`; nothing, where that is no proper result.

        One fault is told once: by the laws on errors and on the result's type.
        """
        parsed = self.outcome(document)
        return parsed if is_result(parsed) else Parsed()


def state() -> dict[str, object]:
    """What belongs to the whole process, by name."""
    return {
        "os.environ": dict(os.environ),
        "the working directory": Path.cwd(),
        "the locale": locale.setlocale(locale.LC_ALL),
        "the state of random": random.getstate(),
        "sys.getrecursionlimit()": sys.getrecursionlimit(),
        "decimal's context": repr(decimal.getcontext()),
    }


def is_result(value: Any) -> TypeGuard[Parsed]:
    """Whether this is what a parser has to give back."""
    if not isinstance(value, Parsed):
        return False
    pairs: tuple[tuple[object, type], ...] = (
        (value.incidents, Incident),
        (value.findings, Finding),
    )
    return all(
        isinstance(group, tuple) and all(isinstance(one, kind) for one in group)
        for group, kind in pairs
    )


Judge = Callable[[Subject, Case], Breach | None]


def _always(_: Subject) -> bool:
    return True


@frozen
class Asked:
    """How a law is asked: on which cases, or as a whole; and of which parsers.

    Attributes:
        code: The law's code.
        judge: Says whether one case breaks the law.
        cases: The cases that it is asked on.
        applies: Whether it is asked of a parser at all.
        shrinks: Whether a part of the text may be told in its place.
    """

    code: str
    judge: Judge
    cases: Callable[[Subject], tuple[Case, ...]]
    applies: Callable[[Subject], bool] = _always
    shrinks: bool = True


def has(*names: str) -> Callable[[Subject], bool]:
    """Whether a parser has all those attributes, and none is false."""
    return lambda subject: all(getattr(subject.parser, name, None) for name in names)


def events(parsed: Parsed) -> Iterator[Event]:
    """The events of all incidents."""
    for incident in parsed.incidents:
        yield from incident.events


def written(document: Document) -> str:
    """A document as Python writes it, without what is not known."""
    known = (
        f", {one.name}={value!r}"
        for one in fields(Document)[1:]
        if (value := getattr(document, one.name))
    )
    return f"Document({document.text!r}{''.join(known)})"
