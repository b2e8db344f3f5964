"""Which serialiser writes what."""

from __future__ import annotations

from typing import Final

from incident_timeline._plugins import Plugins
from incident_timeline.model import Incident
from incident_timeline.serialisers.base import Serialised, Serialiser

__all__ = ["serialise", "serialisers"]

_PLUGINS: Final[Plugins[Serialiser]] = Plugins(
    "incident_timeline.serialisers",
    {
        "json": "incident_timeline.serialisers.json:JSON",
        "markdown": "incident_timeline.serialisers.markdown:MARKDOWN",
        "narrative": "incident_timeline.serialisers.narrative:NARRATIVE",
    },
    lambda part: isinstance(part, Serialiser),
)


def serialisers() -> dict[str, Serialiser]:
    """Every serialiser by name: the library's own first, then other packages'.

    Packages add theirs by an entry point in the group
    ``incident_timeline.serialisers``. One that can't be loaded is told of in a
    :class:`RuntimeWarning`.

    >>> serialisers()["markdown"].suffix
    '.md'
    """
    return _PLUGINS.all()


def serialise(incident: Incident, format: str | Serialiser = "json") -> Serialised:  # noqa: A002  the word that callers know
    """Write an incident in a format, named or given.

    Raises:
        UnknownFormatError: If there is no serialiser of that name.

    >>> serialise(Incident(title="Shots"), "markdown").text.splitlines()[0]
    '# Shots'
    """
    if isinstance(format, str):
        return _PLUGINS.named(format).serialise(incident)
    return format.serialise(incident)
