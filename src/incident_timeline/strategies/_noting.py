"""Notes on what was drawn, for ``--hypothesis-show-statistics``."""

from __future__ import annotations

from hypothesis import event

__all__ = ["note", "note_number"]

_BANDS = ((1, "0"), (2, "1"), (4, "2 to 3"), (9, "4 to 8"))


def note(what: str) -> None:
    """Let the statistics count that this was drawn."""
    event(what)


def note_number(what: str, number: int) -> None:
    """Let the statistics count about how many of something were drawn."""
    band = next((name for limit, name in _BANDS if number < limit), "9 or more")
    event(f"{what}: {band}")
