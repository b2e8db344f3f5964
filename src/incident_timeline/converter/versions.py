"""The version of the wire form, and how documents of earlier ones are read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from incident_timeline.converter.words import told

__all__ = ["MIGRATIONS", "SCHEMA_VERSION", "up_to_date"]

Document = dict[str, Any]

SCHEMA_VERSION: Final = 1
"""The version of the wire form that this library writes."""

MIGRATIONS: Final[dict[int, Callable[[Document], Document]]] = {}
"""From an earlier version, the step that makes a document one version newer."""


def up_to_date(document: Document) -> Document:
    """The fields of a document in the present version, without its version.

    The document itself is left as it is.

    Raises:
        ValueError: If the version is missing, no whole number, or none that is read.
    """
    if "schema_version" not in document:
        message = f"is missing; this library writes {SCHEMA_VERSION}"
        raise ValueError(message)
    version = document["schema_version"]
    if type(version) is not int:
        message = f"{told(version)} is no whole number"
        raise ValueError(message)
    fields = {name: document[name] for name in document if name != "schema_version"}
    while version in MIGRATIONS:
        fields = MIGRATIONS[version](fields)
        version += 1
    if version != SCHEMA_VERSION:
        raise ValueError(_not_read(version))
    return fields


def _not_read(version: int) -> str:
    if version > SCHEMA_VERSION:
        return (
            f"{version} is newer than {SCHEMA_VERSION}, the newest version that this"
            " library reads: a later release of incident-timeline reads it"
        )
    return f"there is no version {version}: the oldest that is read is {_oldest()}"


def _oldest() -> int:
    return min(MIGRATIONS, default=SCHEMA_VERSION)
