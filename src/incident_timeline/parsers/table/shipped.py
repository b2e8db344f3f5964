"""The mappings that come with the library."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Final

from incident_timeline.errors import UnknownFormatError
from incident_timeline.parsers.table.mapping import Mapping, load_mapping

__all__ = ["fitting", "mappings", "shipped"]

_ROOM: Final = "incident_timeline.parsers.table"


@cache
def _shipped() -> dict[str, Mapping]:
    folder = files(_ROOM).joinpath("datasets")
    found = sorted(one.name for one in folder.iterdir() if one.name.endswith(".toml"))
    texts = (folder.joinpath(name).read_text("utf-8") for name in found)
    return {one.name: one for one in map(load_mapping, texts)}


def mappings() -> dict[str, Mapping]:
    """The mappings of open data sets that come with the library, by name."""
    return dict(_shipped())


def shipped(name: str) -> Mapping:
    """The mapping of a name.

    Raises:
        UnknownFormatError: If none that comes with the library has it.
    """
    try:
        return _shipped()[name]
    except KeyError:
        known = ", ".join(_shipped()) or "none"
        message = f"there is no file and no mapping {name!r}; there are {known}"
        raise UnknownFormatError(message, wanted=name) from None


def fitting(
    names: tuple[str, ...], choice: Iterable[Mapping] | None = None
) -> Mapping | None:
    """The mapping whose header a table's columns have; that with the longest one."""
    every = _shipped().values() if choice is None else choice
    fits = [one for one in every if one.fits(names)]
    return max(fits, key=lambda one: len(one.header), default=None)
