"""The contract kit for parsers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from os import PathLike, fspath
from pathlib import Path
from typing import Any, Final

from attrs import evolve

from incident_timeline.parsers import Document
from incident_timeline.testing._parser_laws import (
    claims,
    cost,
    declared,
    layout,
    portions,
    processes,
    results,
    surroundings,
    telling,
    times,
)
from incident_timeline.testing._parser_laws.inputs import Case
from incident_timeline.testing._parser_laws.shrinking import smallest
from incident_timeline.testing._parser_laws.subject import Asked, Subject, written
from incident_timeline.testing.check import Breach, Check, Effort, checks_of
from incident_timeline.testing.laws import LAWS
from incident_timeline.testing.search import need_hypothesis

__all__ = ["parser_checks"]

_ASKED: Final = (
    *results.ASKED,
    *surroundings.ASKED,
    *cost.ASKED,
    *claims.ASKED,
    *layout.ASKED,
    *times.ASKED,
    *declared.ASKED,
    *portions.ASKED,
    *processes.ASKED,
    *telling.ASKED,
)
_TRIES: Final = {"quick": 200, "thorough": 2000}
_DAY: Final = "2024-01-15"
_ZONE: Final = "Europe/London"


def parser_checks(
    parser: Any,
    *,
    samples: Iterable[str | PathLike[str] | Document],
    expected_failures: Mapping[str, str] | None = None,
    effort: Effort = "quick",
    kit: int = 1,
) -> tuple[Check, ...]:
    """The laws of parsers as checks, in the order of their codes.

    Pass them to ``pytest.mark.parametrize``, which names each by its law. Laws on
    what a parser may have are asked of those that have it: ``suffixes``,
    ``media_types``, ``sniff``, ``decode``, ``stream``, and a true ``records``, which
    says that each line is read by itself.

    Args:
        parser: The parser; any object of its shape.
        samples: Documents that are its own. Text is the text itself, a path is a
            file's; both are given a zone and a day of publication. A ``Document``
            is taken as it is.
        expected_failures: Why a law is expected to be broken, by its code. It fails
            where it holds after all.
        effort: How hard to look: ``thorough`` draws ten times as many texts, and
            reads the samples in other processes too.
        kit: The version of the kit; new laws come with new versions.

    Raises:
        ImportError: If Hypothesis is missing.
        UnknownReferenceError: If there is no such kit, or a failure is expected of a
            law that isn't asked here.
        UnreadableInputError: If a sample can't be read.
        ValueError: If there are no samples.

    >>> from incident_timeline.parsers.json import JSON
    >>> sample = '{"schema_version": 1, "events": [{"kind": "call"}]}'
    >>> checks = parser_checks(JSON, samples=[sample])
    >>> checks[1].__name__
    'P02-total'
    >>> checks[1]()
    """
    need_hypothesis()
    documents = tuple(_document(parser, one) for one in samples)
    if not documents:
        raise ValueError("samples are needed: texts that the parser reads")
    subject = Subject(parser=parser, samples=documents, effort=effort)
    asked = [one for one in _ASKED if one.applies(subject)]
    runs = [(LAWS[one.code], _run(one, subject)) for one in asked]
    return checks_of(runs, expected_failures=expected_failures, kit=kit)


def _document(parser: Any, sample: str | PathLike[str] | Document) -> Document:
    if isinstance(sample, Document):
        return sample
    if isinstance(sample, str):
        return Document(sample, zone=_ZONE, published=_DAY)
    path = Path(fspath(sample))
    decode = getattr(parser, "decode", None)
    if decode is None:
        return Document.read(path, zone=_ZONE, published=_DAY)
    text = decode(path.read_bytes())
    return Document(text, name=path.name, zone=_ZONE, published=_DAY)


def _run(asked: Asked, subject: Subject) -> Callable[[], Breach | None]:
    def judge(case: Case) -> Breach | None:
        return asked.judge(subject, case)

    def run() -> Breach | None:
        tries = _TRIES[subject.effort] if asked.shrinks else 0
        for case in asked.cases(subject):
            if breach := judge(case):
                least, told = smallest(case, judge, breach, tries)
                return evolve(told, input=told.input or written(least.document))
        return None

    return run
