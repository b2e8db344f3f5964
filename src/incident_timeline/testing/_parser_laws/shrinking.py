"""The smallest text that still breaks a law: parts are left out while it does."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from attrs import define, evolve

from incident_timeline.testing._parser_laws.inputs import Case, lines_of
from incident_timeline.testing.check import Breach

__all__ = ["smallest"]


def smallest(
    case: Case, judge: Callable[[Case], Breach | None], breach: Breach, tries: int
) -> tuple[Case, Breach]:
    """The case with all left out of its text that the breach can do without.

    Lines are left out first, then characters: large stretches, then smaller ones.
    No more than *tries* texts are tried.
    """
    search = _Search(judge, case, breach, tries)
    search.without([line for _, line in lines_of(case.document.text)])
    search.without(list(search.case.document.text))
    search.numbered(0, 1)
    return search.case, search.breach


@define
class _Search:
    judge: Callable[[Case], Breach | None]
    case: Case
    breach: Breach
    tries: int

    def _still(self, case: Case) -> bool:
        self.tries -= 1
        breach = self.judge(case) if self.tries >= 0 else None
        if breach is not None:
            self.case, self.breach = case, breach
        return breach is not None

    def without(self, parts: list[str]) -> None:
        size = len(parts)
        while size:
            for start in _starts(len(parts), size):
                rest = parts[:start] + parts[start + size :]
                text = "".join(rest)
                document = evolve(self.case.document, text=text)
                if self._still(evolve(self.case, document=document)):
                    parts = rest
            size //= 2

    def numbered(self, *numbers: int) -> None:
        for number in numbers:
            if number < self.case.number and self._still(
                evolve(self.case, number=number)
            ):
                return


def _starts(length: int, size: int) -> Iterator[int]:
    """Where stretches begin, the last first: what is left out moves none to come."""
    return iter(range((length - 1) // size * size, -1, -size))
