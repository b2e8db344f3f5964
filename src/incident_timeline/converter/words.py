"""How the converter's errors show values and name places."""

from __future__ import annotations

import json

from incident_timeline.errors import shown

__all__ = ["step", "summary", "told"]

_FEW = 3  # problems that the message of an error tells; its `problems` has all
_WORDS = {None: "null", True: "true", False: "false"}


def told(value: object) -> str:
    """A value read from JSON, as an error tells it; a collection by its sort alone."""
    if isinstance(value, dict):
        return "an object"
    if isinstance(value, list | tuple):
        return "a list"
    if value is None or isinstance(value, bool):
        return _WORDS[value]
    return shown(value)


def summary(problems: tuple[str, ...]) -> str:
    """The first few problems, and how many more there are."""
    message = "; ".join(problems[:_FEW])
    left = len(problems) - _FEW
    return message if left <= 0 else f"{message}; and {left} more"


def step(name: int | str) -> str:
    """One step of a path: ``[3]``, ``.kind``, or ``["odd name"]``.

    >>> step("kind") + step(3)
    '.kind[3]'
    """
    if isinstance(name, str) and name.isidentifier():
        return f".{name}"
    return f"[{json.dumps(name)}]"
