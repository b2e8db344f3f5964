"""Check: one law asked of one part; what is told where it is broken."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from textwrap import fill, indent
from typing import Final, Literal

from attrs import field, frozen

from incident_timeline.errors import UnknownReferenceError, shown
from incident_timeline.testing._laws.law import Law

__all__ = ["Breach", "Check", "Effort", "LawBrokenError", "checks_of"]

Effort = Literal["quick", "thorough"]
Run = Callable[[], "Breach | None"]

KIT: Final = 1  # the newest kit
_LONGEST: Final = 2000  # characters of an input that are printed
_WIDE: Final = 30  # characters that are printed on either side of a place
_INDENT: Final = " " * 10


@frozen(kw_only=True)
class Breach:
    """How a law is broken: by which input, and what was seen in place of what.

    Attributes:
        expected: What the law asks for here.
        seen: What there was.
        input: The smallest input found, as Python writes it; filled in by the search.
        text: The text that it is about, where it is about a place in one.
        at: The place, in characters from 0.
    """

    expected: str
    seen: str
    input: str = ""
    text: str | None = None
    at: int | None = None


class LawBrokenError(AssertionError):
    """A law that is broken, or holds where it was expected to be broken.

    Attributes:
        law: The law.
        breach: How it is broken; ``None`` where it holds.
    """

    def __init__(self, law: Law, breach: Breach | None, message: str) -> None:
        super().__init__(message)
        self.law = law
        self.breach = breach

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self.law, self.breach, str(self))


@frozen(kw_only=True)
class Check:
    """One law asked of one part; call it to ask.

    Attributes:
        law: The law.
        run: Looks for an input that breaks it.
        expected_failure: Why the law is expected to be broken, where it is.
    """

    law: Law
    run: Run = field(repr=False)
    expected_failure: str | None = None

    @property
    def __name__(self) -> str:
        """What pytest calls it where it is a parameter: ``P02-total``."""
        return self.law.title

    def __call__(self) -> None:
        """Ask.

        Raises:
            LawBrokenError: If the law is broken, and wasn't expected to be; or if it
                was, and holds.
        """
        breach = self.run()
        if breach is not None and self.expected_failure is None:
            raise LawBrokenError(self.law, breach, _told(self.law, breach))
        if breach is None and self.expected_failure is not None:
            raise LawBrokenError(self.law, None, _holds(self))


def checks_of(
    runs: Iterable[tuple[Law, Run]],
    *,
    expected_failures: Mapping[str, str] | None,
    kit: int,
) -> tuple[Check, ...]:
    """A check for each law that *kit* has, in the order of their codes.

    Raises:
        UnknownReferenceError: If there is no such kit, or a failure is expected of a
            law that isn't asked here.
    """
    if kit not in range(1, KIT + 1):
        message = f"{shown(kit)} is no kit here; the newest is {KIT}"
        raise UnknownReferenceError(message, wanted=str(kit))
    expected = dict(expected_failures or {})
    checks = [
        Check(law=law, run=run, expected_failure=expected.pop(law.code, None))
        for law, run in runs
        if law.kit <= kit
    ]
    for code in expected:
        message = f"{shown(code)} is the code of no law that is asked here"
        raise UnknownReferenceError(message, wanted=code)
    return tuple(sorted(checks, key=lambda check: check.law.code))


def _told(law: Law, breach: Breach) -> str:
    rows = {
        "law": _wrapped(law.says),
        "input": _cut(breach.input),
        "expected": _cut(breach.expected),
        "seen": _cut(breach.seen),
        "place": _place(breach),
        "to do": _wrapped(law.mend),
        "page": f"incident-timeline explain {law.code}",
    }
    told = "".join(f"\n{name:<10}{row}" for name, row in rows.items() if row)
    return f"{law.code} {law.name} is broken\n{told}\n"


def _holds(check: Check) -> str:
    law = check.law
    return (
        f"{law.code} {law.name} holds, and was expected to be broken"
        f" ({check.expected_failure}): take it out of expected_failures"
    )


def _wrapped(text: str) -> str:
    return indent(fill(text, 78), _INDENT).lstrip()


def _cut(text: str) -> str:
    if len(text) <= _LONGEST:
        return text
    return f"{text[:_LONGEST]}… ({len(text) - _LONGEST:,} characters more)"


def _place(breach: Breach) -> str:
    """Line and column of the place, and the line itself with a caret below it."""
    text, at = breach.text, breach.at
    if text is None or at is None:
        return ""
    at = min(at, len(text))
    start = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    number = text.count("\n", 0, at) + 1
    before = _visible(text[max(start, at - _WIDE) : at])
    after = _visible(text[at : min(at + _WIDE, len(text) if end < 0 else end)])
    where = f"line {number}, column {at - start + 1}"
    return f"{where}\n{_INDENT}{before}{after}\n{_INDENT}{' ' * len(before)}^"


def _visible(text: str) -> str:
    return repr(text)[1:-1]
