"""Where output goes: to the screen, or to a file."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from io import TextIOWrapper
from pathlib import Path
from typing import Any

from incident_timeline.cli.screen import console

__all__ = ["draw", "send"]

_SCREEN = "-"


def draw(views: Iterable[Any], output: str | None) -> None:
    """Draw views on the screen, or in a file of 80 columns; ``-`` is the screen."""
    if output is None or output == _SCREEN:
        _draw(views)
        return
    with Path(output).open("w", encoding="utf-8") as file:
        _draw(views, file=file, width=80)


def _draw(views: Iterable[Any], **options: Any) -> None:
    screen = console(**options)
    for view in views:
        screen.print(view)


def send(text: str, output: str | None) -> None:
    """Write a text as it stands, in UTF-8 whatever the terminal has."""
    if output is not None and output != _SCREEN:
        Path(output).write_bytes(text.encode())
    elif isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.buffer.write(text.encode())
        sys.stdout.buffer.flush()
    else:  # a stream of whoever runs this in their own process
        sys.stdout.write(text)
