"""JSON: the lossless format."""

from __future__ import annotations

from typing import Final

from attrs import frozen

from incident_timeline.converter import dumps
from incident_timeline.model import Incident
from incident_timeline.serialisers.base import Serialised

__all__ = ["JSON", "JsonSerialiser"]


@frozen
class JsonSerialiser:
    """Writes an incident whole; what is read again is equal.

    >>> JSON.serialise(Incident()).losses
    ()
    """

    name: str = "json"
    suffix: str = ".json"
    media_type: str = "application/json"

    def serialise(self, incident: Incident) -> Serialised:
        """Write an incident as indented JSON text that ends with a line end."""
        return Serialised(dumps(incident, indent=2) + "\n")


JSON: Final = JsonSerialiser()
