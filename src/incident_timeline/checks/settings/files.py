"""Configurations in files: pyproject.toml, or incident-timeline.toml."""

from __future__ import annotations

from collections.abc import Iterator
from os import PathLike
from pathlib import Path
from typing import Any, Final

from attrs import fields

from incident_timeline.checks.settings.config import CheckConfig
from incident_timeline.checks.settings.refused import (
    PYPROJECT,
    SECTION,
    ConfigError,
    meant,
)
from incident_timeline.checks.settings.suppress import Suppression
from incident_timeline.errors import shown

__all__ = ["find_config", "load_config"]

OWN: Final = "incident-timeline.toml"
_TOOL, _NAME = SECTION.split(".")


def find_config(start: str | PathLike[str] = ".") -> Path | None:
    """The configuration file for a folder: the nearest one in it or above it.

    In one folder ``incident-timeline.toml`` wins over ``pyproject.toml``, and the
    latter counts only where it has a section ``[tool.incident-timeline]``.

    Raises:
        ConfigError: If a ``pyproject.toml`` on the way is no TOML.
    """
    folder = Path(start).absolute()
    for one in (folder, *folder.parents):
        if (one / OWN).is_file():
            return one / OWN
        project = one / PYPROJECT
        if project.is_file() and _section(project) is not None:
            return project
    return None


def load_config(path: str | PathLike[str]) -> CheckConfig:
    """The configuration in a file.

    In a ``pyproject.toml`` it's the section ``[tool.incident-timeline]``, in any other
    file the whole. Keys are those of :class:`CheckConfig` in kebab case.

    Raises:
        ConfigError: If it can't be read, is no TOML, or holds a key or a value that
            can't be meant; names the file, the key and what is allowed.
    """
    path = Path(path)
    table = _section(path) if path.name == PYPROJECT else _read(path)
    if table is None:
        raise ConfigError(f"has no section [{SECTION}]", origin=str(path))
    try:
        return CheckConfig(origin=str(path), **dict(_values(table)))
    except ConfigError as error:
        raise error.at(str(path)) from None


def _read(path: Path) -> dict[str, Any]:
    import tomllib  # noqa: PLC0415  needed for files only

    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        reason = f"can't be read: {error.strerror}"
        raise ConfigError(reason, origin=str(path)) from error
    except (ValueError, RecursionError) as error:
        raise ConfigError(f"is no TOML: {error}", origin=str(path)) from error


def _section(path: Path) -> dict[str, Any] | None:
    """The section of a ``pyproject.toml``, where it has one."""
    tool = _read(path).get(_TOOL)
    found = tool.get(_NAME) if isinstance(tool, dict) else None
    if found is None or isinstance(found, dict):
        return found
    raise ConfigError(f"{SECTION} is no table: {shown(found)}", origin=str(path))


def _values(table: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    keys = _keys(CheckConfig)
    for key, value in table.items():
        if key == "origin" or key not in keys:
            raise _unknown(key, "", value, [one for one in keys if one != "origin"])
        name = keys[key]
        yield name, _suppressions(value) if name == "suppress" else value


def _suppressions(value: object) -> object:
    if not isinstance(value, list):
        return value
    return [
        _suppression(one, i) if isinstance(one, dict) else one
        for i, one in enumerate(value)
    ]


def _suppression(table: dict[str, Any], i: int) -> Suppression:
    keys = _keys(Suppression)
    for key, value in table.items():
        if key not in keys:
            raise _unknown(key, f"suppress[{i}]", value, list(keys))
    if "code" not in table:
        raise ConfigError("has no code", f"suppress[{i}]", table)
    return Suppression(**{keys[key]: value for key, value in table.items()})


def _keys(cls: type[Any]) -> dict[str, str]:
    """The names of a class's fields by their keys, which are in kebab case."""
    return {one.name.replace("_", "-"): one.name for one in fields(cls)}


def _unknown(key: str, at: str, value: object, known: list[str]) -> ConfigError:
    hint = meant(key, known) or f"; there are {', '.join(known)}"
    return ConfigError(f"{shown(key)} is no key here{hint}", at, value)
