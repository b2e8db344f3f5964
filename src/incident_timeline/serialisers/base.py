"""What a serialiser writes: a text, and what it could not carry."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from attrs import frozen

from incident_timeline.model import Incident

__all__ = ["Serialised", "Serialiser"]


@frozen
class Serialised:
    """An incident in a format, and what the format could not carry.

    Attributes:
        text: The text.
        losses: One phrase each for what is not in it; none where nothing is lost.
    """

    text: str
    losses: tuple[str, ...] = ()


@runtime_checkable
class Serialiser(Protocol):
    """Any object with a name that writes an incident, and tells what it left out."""

    @property
    def name(self) -> str:
        """The name that it is asked for by."""
        ...

    @property
    def suffix(self) -> str:
        """The suffix of its files, such as ``.json``."""
        ...

    @property
    def media_type(self) -> str:
        """The type of its text, such as ``application/json``."""
        ...

    def serialise(self, incident: Incident, /) -> Serialised:
        """Write an incident."""
        ...
