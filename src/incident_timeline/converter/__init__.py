"""Incidents as structured data: cattrs converters, JSON text, and its JSON Schema."""

from incident_timeline.converter.lanes import (
    configure_converter,
    dumps,
    loads,
    make_converter,
)
from incident_timeline.converter.schema import json_schema
from incident_timeline.converter.versions import SCHEMA_VERSION

__all__ = [
    "SCHEMA_VERSION",
    "configure_converter",
    "dumps",
    "json_schema",
    "loads",
    "make_converter",
]
