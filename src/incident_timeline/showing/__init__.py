"""Showing: incidents, timelines and reviews, in a notebook and in a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from incident_timeline.checks import Review
from incident_timeline.model import Incident
from incident_timeline.showing.rows import MANY
from incident_timeline.timeline import Timeline

if TYPE_CHECKING:  # of the extra "cli", and slow to load
    from rich.console import RenderableType

__all__ = ["html_of", "rich_of"]


def html_of(shown: Incident | Timeline | Review) -> str:
    """What a notebook shows of it: a table that needs no style sheet and no script.

    Every text is escaped, and what would turn the direction of writing is written
    out. An incident is shown as told, with the bounds that are stated; a timeline in
    the computed order, with the tightened bounds, each also drawn.

    >>> from incident_timeline.model import Event
    >>> "shots" in html_of(Incident(events=[Event(kind="shots")]))
    True
    """
    from incident_timeline.showing.notebook import drawn  # noqa: PLC0415  seldom needed

    return drawn(shown)


def rich_of(
    shown: Incident | Timeline | Review, *, most: int | None = MANY
) -> RenderableType:
    """What ``rich.print`` shows of it: at most *most* events, and how many more.

    Raises:
        ImportError: If rich is not installed; it comes with the extra ``cli``.

    >>> from rich.console import Console
    >>> Console(width=40).print(rich_of(Review()))
    no findings
    """
    from incident_timeline.showing.terminal import drawn  # noqa: PLC0415  as above

    return drawn(shown, most)
