"""The law on time: reading eight times as much costs about eight times as much."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from time import thread_time
from typing import Final

from attrs import define, evolve

from incident_timeline.parsers import Document
from incident_timeline.testing._parser_laws.inputs import Case
from incident_timeline.testing._parser_laws.results import own
from incident_timeline.testing._parser_laws.subject import Asked, Subject
from incident_timeline.testing.check import Breach

__all__ = ["ASKED", "FLOOR", "LONGEST", "UNITS"]

FLOOR: Final = {"quick": 0.004, "thorough": 0.02}
"""Seconds of CPU below which a time says nothing."""

LONGEST: Final = 20_000
"""Characters to which the shorter text grows, where reading it takes no time."""

UNITS: Final = (" ", "a", "1", "(", '"', ".", "\n", "a ", "1:", ", ")
"""What texts that careless patterns look at again and again are made of."""

_GROWTH: Final = 8  # how much longer the longer text is
_MOST: Final = 24.0  # and how much more it may cost: linear is 8, quadratic 64
_LOOKS: Final = 3  # how often too much has to be seen


def _texts(subject: Subject) -> tuple[Case, ...]:
    """Samples, and what each repeats: a line of theirs, or a character or two."""
    base = subject.samples[0]
    first = next((line for line in base.text.split("\n") if line.strip()), "a")
    units = (*UNITS, f"{first} ", first[:-1])
    return own(subject) + tuple(
        Case(document=evolve(base, text=unit)) for unit in units if unit
    )


def _linear(subject: Subject, case: Case) -> Breach | None:
    unit = case.document.text
    if not unit or not subject.reads(case.document):
        return None
    reader = _Reader(subject, case.document)
    count, taken = reader.enough()
    if taken < FLOOR[subject.effort]:
        return None
    ratio = min(reader.ratios(count))
    if ratio <= _MOST:
        return None
    return Breach(
        expected=f"about {_GROWTH} times the time for {_GROWTH} times the text",
        seen=f"{ratio:.0f} times the time, from {len(unit) * count:,} characters on",
        input=f"{unit!r} * {count * _GROWTH}",
    )


@define
class _Reader:
    """Reads a text repeated, each time another, since what is known costs nothing."""

    subject: Subject
    document: Document
    _times: int = 0

    def enough(self) -> tuple[int, float]:
        """How often the text is repeated until reading it takes long enough to tell."""
        count, taken = 1, self._taken(1)
        floor, length = FLOOR[self.subject.effort], len(self.document.text)
        while taken < floor and length * count < LONGEST:
            count *= 2
            taken = self._taken(count)
        return count, taken

    def ratios(self, count: int) -> Iterator[float]:
        """How much more the longer text costs; again only while that is too much."""
        for _ in range(_LOOKS):
            short = min(self._taken(count) for _ in range(_LOOKS))
            ratio = self._taken(count * _GROWTH) / max(short, 1e-9)
            yield ratio
            if ratio <= _MOST:
                return

    def _taken(self, count: int) -> float:
        self._times += 1
        text = self.document.text * count + " " * self._times
        long = evolve(self.document, text=text)
        with _uncollected():
            start = thread_time()
            try:
                self.subject.parser.parse(long)
            except Exception:  # noqa: BLE001  another law tells
                return 0.0
            return thread_time() - start


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without pauses for what other code has left behind."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


ASKED: Final = (Asked("P17", _linear, _texts, shrinks=False),)
