"""The screen: a console that takes no text for markup."""

from __future__ import annotations

from typing import Any

from rich.console import Console

__all__ = ["console"]


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
