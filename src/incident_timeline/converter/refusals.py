"""Why a record is refused: all reasons at once, each at its field."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any, cast

from attrs import fields
from cattrs.errors import (
    AttributeValidationNote,
    ClassValidationError,
    IterableValidationError,
)

from incident_timeline._record import Record
from incident_timeline.converter.words import step
from incident_timeline.errors import InvalidRecordError, shown
from incident_timeline.model import Incident
from incident_timeline.model._references import references
from incident_timeline.moments import Moment, check_zone

__all__ = ["at", "of_fields", "of_whole", "problems_of", "refused"]


def refused(cls: type, errors: list[Exception]) -> ClassValidationError:
    """One error that holds all that is wrong with a record."""
    message = f"While structuring {cls.__name__}"
    return ClassValidationError(message, errors, cls)  # pyright: ignore[reportCallIssue]  it reads the base's signature


def at(name: str, error: Exception) -> Exception:
    """The error, marked as that of a field."""
    error.add_note(AttributeValidationNote(f"At field {name}", name, Any))
    return error


def of_fields(cls: type[Record], read: dict[str, Any]) -> Iterator[Exception]:
    """What the validators of a class have against the values of its fields."""
    blank = cls.__new__(cls)  # validators ask it for the name of its class alone
    for one in fields(cls):
        if one.name not in read:
            continue
        try:
            if one.validator is not None:
                one.validator(blank, one, read[one.name])
            if cls is Moment and one.name == "zone" and read["zone"] is not None:
                check_zone(read["zone"])
        except InvalidRecordError as error:
            yield error
        except ValueError as error:
            yield at(one.name, error)


def of_whole(
    cls: type[Record], read: dict[str, Any], error: Exception
) -> Iterator[Exception]:
    """The error with which a class refused, and every other reference to nothing."""
    yield error
    if cls is Incident and isinstance(error, InvalidRecordError):
        for inner in _dangling(read):
            if inner.field != error.field:
                yield inner


def _dangling(read: dict[str, Any]) -> Iterator[InvalidRecordError]:
    groups = {one.name: read.get(one.name, ()) for one in fields(Incident)}
    ids = {
        name: {record.id for record in group}
        for name, group in groups.items()
        if isinstance(group, tuple)
    }
    if any("" in group for group in ids.values()):
        return  # the incident numbers those, so what they are called is not known yet
    whole = cast("Incident", SimpleNamespace(**groups))  # one that could not be made
    for where, collection, wanted in references(whole):
        if wanted not in ids[collection]:
            reason = f"names nothing in {collection}"
            yield InvalidRecordError("Incident", where, wanted, reason)


def problems_of(error: Exception, path: str = "$") -> Iterator[tuple[str, str]]:
    """Each place that is wrong and what is wrong there, in the order of reading."""
    if isinstance(error, ClassValidationError):
        noted, plain = error.group_exceptions()
        for inner, note in noted:
            yield from problems_of(inner, path + step(note.name))
        for inner in plain:
            yield from problems_of(inner, path)
    elif isinstance(error, IterableValidationError):
        for inner, index in error.group_exceptions()[0]:
            yield from problems_of(inner, path + step(index.index))
    elif isinstance(error, InvalidRecordError):
        yield f"{path}.{error.field}", f"{shown(error.value)} {error.reason}"
    else:
        yield path, str(error) or type(error).__name__
