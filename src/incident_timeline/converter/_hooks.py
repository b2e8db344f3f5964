"""The cattrs converter: the hooks of the wire form, and whether it has others."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from enum import Enum
from functools import wraps
from typing import Any, Final, TypeVar

from cattrs import Converter

from incident_timeline._record import Record
from incident_timeline.converter.lists import (
    is_list,
    list_structure,
    list_unstructure,
)
from incident_timeline.converter.records import record_structure, record_unstructure
from incident_timeline.converter.scalars import (
    duration_text,
    instant_text,
    read_duration,
    read_instant,
    read_int,
    read_member,
    read_str,
)
from incident_timeline.moments import PartOfDay, Precision, Qualifier
from incident_timeline.vocabulary import AllenRelation

__all__ = ["IncidentConverter", "configure"]

C = TypeVar("C", bound=Converter)
_CLOSED: Final[tuple[type[Enum], ...]] = (
    AllenRelation,
    PartOfDay,
    Precision,
    Qualifier,
)


def configure(converter: C) -> C:
    """Add the hooks of the wire form to a converter, and return it."""
    converter.register_structure_hook(str, read_str)
    converter.register_structure_hook(int, read_int)
    converter.register_structure_hook(datetime, read_instant)
    converter.register_unstructure_hook(datetime, instant_text)
    converter.register_structure_hook(timedelta, read_duration)
    converter.register_unstructure_hook(timedelta, duration_text)
    for kind in _CLOSED:
        converter.register_structure_hook(kind, read_member)
        converter.register_unstructure_hook(kind, _word)
    converter.register_structure_hook_factory(is_list, list_structure)
    converter.register_unstructure_hook_factory(is_list, list_unstructure)
    converter.register_structure_hook_factory(_is_record, record_structure)
    converter.register_unstructure_hook_factory(_is_record, record_unstructure)
    return converter


def _word(member: Enum) -> Any:
    return member.value


def _is_record(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Record)


class IncidentConverter(Converter):
    """A cattrs converter that knows whether its wire form is the plain one.

    Attributes:
        is_plain: Whether it was made without options and has had no hook added.
    """

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        configure(self)
        self.is_plain: bool = not (args or options)


def _noting(name: str) -> Callable[..., Any]:
    register = getattr(Converter, name)

    @wraps(register)
    def method(self: IncidentConverter, *args: Any, **kwargs: Any) -> Any:
        self.is_plain = False
        return register(self, *args, **kwargs)

    return method


# Set here and not written out, so that type checkers see the signatures of cattrs.
for _name in dir(Converter):
    if _name.startswith("register_"):
        setattr(IncidentConverter, _name, _noting(_name))
