"""The screen: a console that obeys no text, and words as it may show them."""

from __future__ import annotations

from typing import Any

from rich.console import Console
from rich.text import Text

from incident_timeline.reports.safe import safe

__all__ = ["console", "count", "short", "text"]


def text(words: str, style: str = "") -> Text:
    """Words in a style, in which nothing is a command to the terminal."""
    return Text(safe(words), style=style)


def short(quote: str, limit: int = 160) -> str:
    """Words on one line, cut where they are long."""
    one_line = " ".join(quote.split())
    return one_line if len(one_line) <= limit else one_line[: limit - 1] + "…"


def count(number: int, word: str) -> str:
    """A number of things, in words."""
    return f"{number} {word}{'' if number == 1 else 's'}"


class _Screen(Console):
    """A console that takes no text for markup, and reports a closed pipe."""

    def __init__(self, **options: Any) -> None:
        super().__init__(highlight=False, markup=False, emoji=False, **options)

    def on_broken_pipe(self) -> None:
        """Leave it to the command line to exit; rich would exit with 1."""
        raise BrokenPipeError


def console(**options: Any) -> Console:
    """A console for what this module draws; *options* are those of rich."""
    return _Screen(**options)
