"""Many small choices packed into one drawn number: a choice drawn is what costs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, TypeVar

from hypothesis import strategies as st

__all__ = ["SEEDS", "Picker"]

T = TypeVar("T")
_PLACES: Final = 16


def _number(drawn: bytes) -> int:
    # The first byte is the highest, and the first that shrinks.
    return int.from_bytes(drawn, "big")


# Bytes are drawn evenly; of integers, Hypothesis mostly draws small ones, which would
# leave all but the first few choices at their first option.
SEEDS = st.binary(min_size=6, max_size=6).map(_number)
"""Numbers to pick from; 0 picks the first option everywhere, so all shrinks to that."""


class Picker:
    """Picks options by the digits of a number, the lowest digit first."""

    __slots__ = ("_rest",)

    def __init__(self, seed: int) -> None:
        self._rest = seed

    def below(self, limit: int) -> int:
        """A number from 0 to *limit*, exclusive."""
        self._rest, digit = divmod(self._rest, limit)
        return digit

    def of(self, options: Sequence[T]) -> T:
        """One of the options; the first, once the digits are used up."""
        return options[self.below(len(options))]

    def pair(self, count: int) -> tuple[int, int]:
        """Two different places of *count*, which stay the same as later ones go.

        A shrinker that leaves out what nothing points at so leaves what is pointed at.
        """
        first, step = self.below(_PLACES) % count, self.below(_PLACES)
        return first, (first + 1 + step % (count - 1)) % count

    def some(self, options: Sequence[T], most: int) -> tuple[T, ...]:
        """Up to *most* of the options, each at most once; none, if there are none."""
        count = self.below(most + 1) if options else 0
        return tuple(dict.fromkeys(self.of(options) for _ in range(count)))
