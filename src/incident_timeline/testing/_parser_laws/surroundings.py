"""Laws on what stands around a parser: threads, streams, settings, the clock."""

from __future__ import annotations

import io
import random
import sys
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from datetime import date
from functools import partial
from types import FrameType
from typing import Any, Final

from attrs import evolve, field, frozen

from incident_timeline.parsers import Document, Parsed
from incident_timeline.testing._at_once import at_once
from incident_timeline.testing._parser_laws.differing import apart
from incident_timeline.testing._parser_laws.inputs import Case
from incident_timeline.testing._parser_laws.results import once, own
from incident_timeline.testing._parser_laws.subject import Asked, Subject, state
from incident_timeline.testing.check import Breach

__all__ = ["ASKED", "Looks"]

_ROUNDS: Final = 3
_CLOCK: Final = frozenset({"now", "utcnow", "today"})
_TIMES: Final = frozenset({time.time, time.time_ns})


def _threads(subject: Subject, _: Case) -> Breach | None:
    """Several threads at once, some of which read the same document twice running."""
    documents = [one for one in subject.samples if subject.reads(one)]
    values = [*documents, *reversed(documents)] * _ROUNDS
    alone = tuple(_outcome(subject, one) for one in values)
    for beside in at_once(partial(_outcome, subject), values):
        if breach := apart(alone, beside, "Parsed", "as in one thread"):
            return breach
    return None


def _outcome(subject: Subject, document: Document) -> Parsed | str:
    try:
        return subject.fresh(document)
    except Exception as error:  # noqa: BLE001  that it raises is the breach
        return f"{type(error).__name__}: {error}"


def _quiet(subject: Subject, case: Case) -> Breach | None:
    said = io.StringIO()
    with warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        with redirect_stdout(said), redirect_stderr(said):
            _try(subject, case.document)
    words = said.getvalue() or "".join(str(one.message) for one in warned)
    if not words:
        return None
    return Breach(expected="nothing printed and no warning", seen=repr(words))


def _try(subject: Subject, document: Document) -> None:
    """Read, where reading raises nothing; another law tells where it does."""
    if subject.reads(document):
        subject.fresh(document)


def _surroundings(subject: Subject, case: Case) -> Breach | None:
    with _stirred():
        before = state()
        _try(subject, case.document)
        after = state()
    changed = (name for name, value in before.items() if after[name] != value)
    name = next(changed, subject.changed.get(case.document))
    if name is None:
        return None
    return Breach(expected=f"{name} as before reading", seen="another value")


@contextmanager
def _stirred() -> Iterator[None]:
    """With random numbers that no parser has seeded before."""
    before = random.getstate()
    random.seed("stirred")
    try:
        yield
    finally:
        random.setstate(before)


def _clock_unread(subject: Subject, case: Case) -> Breach | None:
    looks = Looks()
    bare = evolve(case.document, zone=None, published=None)
    for document in (case.document, bare):
        subject.outcome(document)  # what is loaded once may look at the clock
        with _profiled(looks):
            _try(subject, document)
    if not looks.seen:
        return None
    return Breach(expected="no look at the clock", seen=looks.seen[0])


@frozen
class Looks:
    """Looks at the clock that a program takes, seen by way of ``sys.setprofile``."""

    seen: list[str] = field(factory=list)

    def __call__(self, frame: FrameType, event: str, called: Any) -> None:
        """Keep what is called, and where, if it is the clock."""
        if event == "c_call" and _is_clock(called) and not _is_logging(frame):
            code = frame.f_code
            what = f"{called.__self__.__name__}.{called.__name__}()"
            self.seen.append(f"{what} in {code.co_name}, line {frame.f_lineno}")


@contextmanager
def _profiled(look: Callable[[FrameType, str, Any], None]) -> Iterator[None]:
    before = sys.getprofile()
    sys.setprofile(look)
    try:
        yield
    finally:
        sys.setprofile(before)


def _is_clock(called: Any) -> bool:
    owner = getattr(called, "__self__", None)
    if isinstance(owner, type) and issubclass(owner, date):
        return called.__name__ in _CLOCK
    return called in _TIMES


def _is_logging(frame: FrameType) -> bool:
    """Whether the time is that of an entry in a log of the program's own."""
    return str(frame.f_globals.get("__name__")).startswith("logging")


ASKED: Final = (
    Asked("P07", _threads, once, shrinks=False),
    Asked("P09", _quiet, own),
    Asked("P10", _surroundings, own),
    Asked("P11", _clock_unread, own),
)
