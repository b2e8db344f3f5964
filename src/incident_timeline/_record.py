"""The base of every typed record: what a later version's fields become."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

from attrs import Attribute, field, fields, frozen

from incident_timeline.errors import InvalidRecordError

__all__ = ["Record", "is_text", "refuse", "strings"]


_SURROGATE = re.compile("[\ud800-\udfff]")


@frozen(kw_only=True, order=False)
class Record:
    """A typed record that keeps the fields of a version it does not know."""

    # A private name, since msgspec neither reads nor writes those: the fast lane of
    # the converter sees the known fields only. Canonical JSON text, so that it hashes.
    _unknown: tuple[tuple[str, str], ...] = field(
        default=(), repr=False, alias="unknown"
    )

    @property
    def extra(self) -> dict[str, Any]:
        """Fields that were read and are not known to this version, by name."""
        return {name: json.loads(text) for name, text in self._unknown}

    def _repr_pretty_(self, printer: Any, cycle: object) -> None:  # noqa: ARG002  theirs to name
        """What Hypothesis and IPython print: the call that makes it, and no default.

        *printer* is one of theirs, *cycle* whether it is inside itself, as none is.
        """
        every = ((one, getattr(self, one.name)) for one in fields(type(self)))
        given = [(one.alias, value) for one, value in every if value != one.default]
        with printer.group(4, f"{type(self).__name__}(", ")"):
            for i, (name, value) in enumerate(given):
                if i:
                    printer.text(",")
                    printer.breakable()
                printer.text(f"{name}=")
                printer.pretty(value)


def strings(values: Iterable[str]) -> tuple[str, ...]:
    """Values as a tuple; one string is not several of one letter.

    Raises:
        TypeError: If *values* is a string, or holds what is none.
    """
    if type(values) is tuple and not values:
        return values
    found = tuple(values)
    if isinstance(values, str) or not all(isinstance(one, str) for one in found):
        message = f"{values!r} is no collection of strings"
        raise TypeError(message)
    return found


def refuse(instance: object, name: str, value: object, reason: str) -> None:
    """Raise for a field that cannot be meant.

    Raises:
        InvalidRecordError: Always.
    """
    raise InvalidRecordError(type(instance).__name__, name, value, reason)


def is_text(instance: object, attribute: Attribute[Any], value: object) -> None:
    """Refuse what is no text, or text that no file can hold."""
    if not isinstance(value, str):
        refuse(instance, attribute.name, value, "is no text")
    elif not value.isascii() and _SURROGATE.search(value):
        refuse(instance, attribute.name, value, "has half of a surrogate pair")
