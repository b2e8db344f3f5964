"""Ages as tables write them: 34, 34.0, 40s, 20-29, under 18."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from incident_timeline.model import Age

__all__ = ["age_of"]

_OLDEST: Final = 130
Bounds = tuple[int | None, int | None]
_FORMS: Final[tuple[tuple[str, Callable[[int, int], Bounds]], ...]] = (
    (r"(\d{1,3})(?:\.\d{1,9})?", lambda n, _: (n, n)),
    (r"(\d{1,2}0)['’]?s", lambda n, _: (n, n + 9)),
    (r"(\d{1,3})\s{0,3}(?:-|–|to)\s{0,3}(\d{1,3})", lambda n, m: (n, m)),
    (r"(?:under|<)\s{0,3}(\d{1,3})", lambda n, _: (None, n - 1)),
    (r"(?:over|>)\s{0,3}(\d{1,3})", lambda n, _: (n + 1, None)),
    (r"(\d{1,3})\s{0,3}(?:\+|(?:and|or) (?:over|older))", lambda n, _: (n, None)),
)
_READ: Final = tuple((re.compile(form), made) for form, made in _FORMS)


def age_of(text: str) -> Age | None:
    """The age that some words are, or nothing where they are none.

    >>> age_of("40s").greatest
    49
    """
    for form, made in _READ:
        if found := form.fullmatch(text.lower()):
            first = int(found[1])
            least, greatest = made(first, int(found[found.lastindex or 1]))
            if _can_be(least, greatest):
                return Age(least=least, greatest=greatest)
    return None


def _can_be(least: int | None, greatest: int | None) -> bool:
    low = least or 0
    high = _OLDEST if greatest is None else greatest
    return low <= high <= _OLDEST
