"""Parts that packages add through entry points, loaded when they are asked for."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator, Mapping
from functools import cache, cached_property
from typing import TYPE_CHECKING, Generic, TypeVar, cast

from incident_timeline.errors import UnknownFormatError, shown

if TYPE_CHECKING:  # slow to load, and needed only once something is asked for
    from importlib import metadata

__all__ = ["Plugins", "entry_points"]

T = TypeVar("T")


@cache
def entry_points(group: str) -> tuple[metadata.EntryPoint, ...]:
    """The entry points of a group, sorted; read once, since that takes milliseconds."""
    from importlib import metadata  # noqa: PLC0415  see above

    found = metadata.entry_points(group=group)
    return tuple(sorted(found, key=lambda one: (one.name, one.value)))


class Plugins(Generic[T]):
    """The parts of one kind by name: the library's own, and what packages add.

    The library's own need no installed metadata, and no package can take their names.
    One that can't be loaded is told of in a warning and stands in no other's way.
    """

    def __init__(
        self, group: str, own: Mapping[str, str], fits: Callable[[object], bool]
    ) -> None:
        self._group = group
        self._places = own
        self._fits = fits
        self._kind = group.rpartition(".")[2].removesuffix("s")

    @cached_property
    def _own(self) -> dict[str, metadata.EntryPoint]:
        from importlib import metadata  # noqa: PLC0415  see above

        return {
            name: metadata.EntryPoint(name, place, self._group)
            for name, place in self._places.items()
        }

    def _entries(self) -> dict[str, metadata.EntryPoint]:
        added = {one.name: one for one in entry_points(self._group)}
        return added | self._own

    def all(self) -> dict[str, T]:
        """Every part that can be loaded, by name: the library's own first."""
        return dict(self._loaded())

    def _loaded(self) -> Iterator[tuple[str, T]]:
        entries = self._entries()
        for name in dict.fromkeys([*self._own, *entries]):
            try:
                yield name, self._load(entries[name])
            except UnknownFormatError as error:
                warnings.warn(str(error), RuntimeWarning, stacklevel=4)

    def named(self, name: str) -> T:
        """The part of that name.

        Raises:
            UnknownFormatError: If there is none, or it can't be loaded.
        """
        entry = self._own.get(name) or self._entries().get(name)
        if entry is None:
            known = ", ".join(sorted(self._entries()))
            message = f"{shown(name)} is no {self._kind} here; there are {known}"
            raise UnknownFormatError(message, wanted=name)
        return self._load(entry)

    def _load(self, entry: metadata.EntryPoint) -> T:
        try:
            part = entry.load()
        except Exception as error:
            reason = f"can't be loaded: {type(error).__name__}: {error}"
            raise self._broken(entry, reason) from error
        if not self._fits(part):
            raise self._broken(entry, f"is no {self._kind}")
        return cast("T", part)

    def _broken(self, entry: metadata.EntryPoint, reason: str) -> UnknownFormatError:
        message = f"{self._kind} {entry.name!r} ({entry.value}) {reason}"
        return UnknownFormatError(message, wanted=entry.name)
