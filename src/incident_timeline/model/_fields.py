"""What the fields of the model refuse; each error names class, field and value."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from attrs import Attribute

from incident_timeline._record import is_text, refuse
from incident_timeline.vocabulary import Term, term_word

__all__ = [
    "are",
    "each_reference",
    "is_a",
    "is_count",
    "is_gap",
    "is_id",
    "is_reference",
    "is_term",
    "is_text",
    "maybe",
    "maybe_reference",
    "refuse",
    "word",
]

Validator = Callable[[Any, "Attribute[Any]", Any], None]
_ID_LIMIT = 200


def is_id(instance: object, attribute: Attribute[Any], value: str) -> None:
    """Refuse what is no id; an empty one is filled in by the incident."""
    is_text(instance, attribute, value)
    if len(value) > _ID_LIMIT or value != value.strip() or not value.isprintable():
        reason = f"is no id: printable text without space around it, up to {_ID_LIMIT}"
        refuse(instance, attribute.name, value, reason)


def is_reference(instance: object, attribute: Attribute[Any], value: str) -> None:
    """Refuse what cannot be the id of another record."""
    is_id(instance, attribute, value)
    if not value:
        refuse(instance, attribute.name, value, "is empty, so it refers to nothing")


def maybe_reference(
    instance: object, attribute: Attribute[Any], value: str | None
) -> None:
    """Refuse what is neither ``None`` nor an id."""
    if value is not None:
        is_reference(instance, attribute, value)


def each_reference(
    instance: object, attribute: Attribute[Any], value: tuple[str, ...]
) -> None:
    """Refuse a tuple that holds what is no id."""
    for one in value:
        is_reference(instance, attribute, one)


def is_term(instance: object, attribute: Attribute[Any], value: str) -> None:
    """Refuse what no open vocabulary could hold."""
    try:
        term_word(value)
    except (ValueError, TypeError):
        reason = "is no term: lower-case words joined by '_', such as 'first_aid'"
        refuse(instance, attribute.name, value, reason)


def word(value: str) -> str:
    """A vocabulary's member as its plain word, so that equal records look equal."""
    return value.value if isinstance(value, Term) else value


def is_count(instance: object, attribute: Attribute[Any], value: int | None) -> None:
    """Refuse what is neither ``None`` nor a whole number from 0."""
    if value is None:
        return
    if type(value) is not int:
        refuse(instance, attribute.name, value, "is no whole number")
    if value < 0:
        refuse(instance, attribute.name, value, "is negative")


def is_gap(instance: object, attribute: Attribute[Any], value: object) -> None:
    """Refuse what is neither ``None`` nor a duration from 0."""
    if value is None:
        return
    if not isinstance(value, timedelta):
        refuse(instance, attribute.name, value, "is no timedelta")
    elif value < timedelta():
        refuse(instance, attribute.name, value, "is negative")


def is_a(kind: type) -> Validator:
    """Refuse what is no instance of *kind*."""

    def check(instance: object, attribute: Attribute[Any], value: object) -> None:
        if not isinstance(value, kind):
            refuse(instance, attribute.name, value, f"is no {kind.__name__}")

    return check


def maybe(kind: type) -> Validator:
    """Refuse what is neither ``None`` nor an instance of *kind*."""

    def check(instance: object, attribute: Attribute[Any], value: object) -> None:
        if value is not None and not isinstance(value, kind):
            refuse(instance, attribute.name, value, f"is no {kind.__name__}")

    return check


def are(kind: type) -> Validator:
    """Refuse a tuple that holds what is no instance of *kind*."""

    def check(
        instance: object, attribute: Attribute[Any], value: tuple[object, ...]
    ) -> None:
        for one in value:
            if not isinstance(one, kind):
                refuse(instance, attribute.name, one, f"is no {kind.__name__}")

    return check
