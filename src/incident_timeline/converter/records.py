"""Records to and from plain objects: strictly, whole, every error at its path."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeVar, get_type_hints

from attrs import NOTHING, fields, frozen
from cattrs import Converter, override
from cattrs.gen import make_dict_unstructure_fn

from incident_timeline._record import Record
from incident_timeline.converter.refusals import at, of_fields, of_whole, refused
from incident_timeline.converter.tree import canonical
from incident_timeline.converter.versions import SCHEMA_VERSION, up_to_date
from incident_timeline.converter.words import told
from incident_timeline.model import Incident

__all__ = ["record_structure", "record_unstructure"]

R = TypeVar("R", bound=Record)
Plain = dict[str, Any]
Errors = list[Exception]


@frozen
class _Field:
    """One field of a record class, and how its value is read."""

    name: str
    kind: Any
    structure: Callable[[Any, Any], Any]
    needed: bool


def record_structure(cls: type[R], converter: Converter) -> Callable[[Any, Any], R]:
    """The hook that makes a record of a plain object."""
    wanted = _fields_of(cls, converter)
    known = frozenset(one.name for one in wanted)

    def structure(value: Any, _: Any) -> R:
        if not isinstance(value, dict):
            message = f"{told(value)} is no object"
            raise TypeError(message)
        given = _versioned(value) if cls is Incident else value
        errors: Errors = []
        read = _read(wanted, given, errors)
        if not known.issuperset(given):
            names = sorted(given.keys() - known)
            if converter.forbid_extra_keys:
                errors.extend(at(name, ValueError("is not known")) for name in names)
            else:
                read["unknown"] = tuple(_kept(names, given, errors))
        return _made(cls, read, errors)

    return structure


def _fields_of(cls: type[R], converter: Converter) -> tuple[_Field, ...]:
    hints = get_type_hints(cls)
    return tuple(
        _Field(
            one.name,
            hints[one.name],
            converter.get_structure_hook(hints[one.name]),
            one.default is NOTHING,
        )
        for one in fields(cls)
        if one.init and one.name != "_unknown"
    )


def _versioned(value: Plain) -> Plain:
    try:
        return up_to_date(value)
    except ValueError as error:
        raise refused(Incident, [at("schema_version", error)]) from None


def _read(wanted: tuple[_Field, ...], given: Plain, errors: Errors) -> Plain:
    read: Plain = {}
    for one in wanted:
        if one.name in given:
            try:
                read[one.name] = one.structure(given[one.name], one.kind)
            except Exception as error:  # noqa: BLE001  kept with its path, as cattrs does
                errors.append(at(one.name, error))
        elif one.needed:
            errors.append(at(one.name, ValueError("is missing")))
    return read


def _kept(names: list[str], given: Plain, errors: Errors) -> Iterator[tuple[str, str]]:
    for name in names:
        try:
            yield name, canonical(given[name])
        except ValueError as error:
            errors.append(at(name, error))


def _made(cls: type[R], read: Plain, errors: Errors) -> R:
    """The record; where it is refused, with all that its fields refuse."""
    if errors:
        raise refused(cls, [*errors, *of_fields(cls, read)])
    try:
        return cls(**read)
    except (ValueError, TypeError) as error:
        found = [*of_fields(cls, read)] or [*of_whole(cls, read, error)]
    raise refused(cls, found)


def record_unstructure(cls: type[R], converter: Converter) -> Callable[[R], Plain]:
    """The hook that makes a plain object of a record, its names in order."""
    plain = make_dict_unstructure_fn(
        cls,
        converter,
        _cattrs_omit_if_default=converter.omit_if_default,
        _unknown=override(omit=True),
    )
    head: Plain = {"schema_version": SCHEMA_VERSION} if cls is Incident else {}

    def unstructure(record: R) -> Plain:
        given = record.extra | plain(record)
        return head | {name: given[name] for name in sorted(given.keys() - head)}

    return unstructure
