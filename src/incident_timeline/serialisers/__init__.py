"""From incidents to text: serialisers, and what each could not carry."""

from incident_timeline.serialisers.base import Serialised, Serialiser
from incident_timeline.serialisers.registry import serialise, serialisers

__all__ = ["Serialised", "Serialiser", "serialise", "serialisers"]
