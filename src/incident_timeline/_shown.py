"""Shown: what a notebook and a terminal ask of a value before they print its name.

What is drawn, and how, is decided far above: the package's face says who draws.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:  # not needed to be shown in a notebook
    from rich.console import RenderableType

__all__ = ["Shown", "draw_with"]


class _Drawing(NamedTuple):
    html: Callable[[Any], str]
    rich: Callable[[Any], RenderableType]


_drawing: list[_Drawing] = []


def draw_with(
    *, html: Callable[[Any], str], rich: Callable[[Any], RenderableType]
) -> None:
    """Say which functions draw what is shown; the face does, once."""
    _drawing[:] = [_Drawing(html, rich)]


class Shown:
    """A value that shows itself in a notebook, and where rich prints it."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        """It as HTML, every text escaped: what a notebook asks for."""
        return _drawing[0].html(self)

    def __rich__(self) -> RenderableType:
        """It as something that rich can print: what rich asks for."""
        return _drawing[0].rich(self)
