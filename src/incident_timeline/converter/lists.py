"""Tuples to and from lists."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, get_args, get_origin

from cattrs import Converter
from cattrs.errors import IterableValidationError, IterableValidationNote

from incident_timeline.converter.words import told

__all__ = ["is_list", "list_structure", "list_unstructure"]


def is_list(kind: Any) -> bool:
    """Whether it is ``tuple[X, ...]``: what is a list on the wire."""
    return get_origin(kind) is tuple and get_args(kind)[1:] == (...,)


def list_structure(
    cls: Any, converter: Converter
) -> Callable[[Any, Any], tuple[Any, ...]]:
    """The hook that makes a tuple of a list, and of nothing else."""
    kind = get_args(cls)[0]
    one = converter.get_structure_hook(kind)

    def structure(values: Any, _: Any) -> tuple[Any, ...]:
        if not isinstance(values, list | tuple):
            message = f"{told(values)} is no list"
            raise TypeError(message)
        found: list[Any] = []
        errors: list[Exception] = []
        for index, value in enumerate(values):
            try:
                found.append(one(value, kind))
            except Exception as error:  # noqa: BLE001  kept with its path
                errors.append(_at(index, error))
        if errors:
            raise _refused(cls, errors)
        return tuple(found)

    return structure


def _refused(cls: Any, errors: list[Exception]) -> IterableValidationError:
    message = f"While structuring {cls}"
    return IterableValidationError(message, errors, cls)  # pyright: ignore[reportCallIssue]  it reads the base's signature


def _at(index: int, error: Exception) -> Exception:
    error.add_note(IterableValidationNote(f"At index {index}", index, Any))
    return error


def list_unstructure(cls: Any, converter: Converter) -> Callable[[Any], list[Any]]:
    """The hook that makes a list of a tuple."""
    one = converter.get_unstructure_hook(get_args(cls)[0])
    return lambda values: [one(value) for value in values]
