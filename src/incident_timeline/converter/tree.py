"""JSON text as plain values, strictly: what JSON leaves open is refused."""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Iterator
from json import JSONDecodeError
from typing import Any

from attrs import define, field

from incident_timeline.converter.places import unreadable
from incident_timeline.converter.words import step
from incident_timeline.errors import UnreadableInputError, shown

__all__ = ["DEEPEST", "canonical", "read_tree"]

DEEPEST = 100
"""How many levels a field that this version does not know may have."""

_HALF_PAIR = re.compile("[\ud800-\udfff]")
_HALF_PAIR_ESCAPE = re.compile(r"\\u[dD][89a-fA-F]")


@define
class _Doubts:
    """What was met while reading: looked for anew, with paths, where there is any."""

    met: bool = field(default=False)

    def pairs(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) < len(pairs):
            self.met = True
            return _Twice(found, names=_repeated(pairs))
        return found

    def number(self, text: str) -> float:
        value = float(text)
        self.met = self.met or not math.isfinite(value)
        return value


class _Twice(dict[str, Any]):
    """An object in which names stood more than once."""

    def __init__(self, values: dict[str, Any], *, names: tuple[str, ...]) -> None:
        super().__init__(values)
        self.names = names


def _repeated(pairs: list[tuple[str, Any]]) -> tuple[str, ...]:
    counts = Counter(name for name, _ in pairs)
    return tuple(name for name, count in counts.items() if count > 1)


def read_tree(text: str) -> Any:
    """The plain values of a JSON text.

    Raises:
        UnreadableInputError: If it is no JSON (with line and column), nests too
            deeply, or has a name twice in an object, a number that is not finite, or
            half of a surrogate pair (with the path of each).
    """
    doubts = _Doubts()
    try:
        tree = json.loads(
            text,
            object_pairs_hook=doubts.pairs,
            parse_float=doubts.number,
            parse_constant=doubts.number,
        )
    except JSONDecodeError as error:
        raise _no_json(error) from None
    except ValueError:  # the one other that it raises: Python's guard for digits
        message = "a whole number has too many digits to be read"
        raise UnreadableInputError(message) from None
    if doubts.met or _HALF_PAIR_ESCAPE.search(text):
        problems = [f"{path}: {reason}" for path, reason in _doubtful(tree)]
        if problems:
            raise unreadable(text, problems)
    return tree


def _no_json(error: JSONDecodeError) -> UnreadableInputError:
    at = f"line {error.lineno}, column {error.colno}"
    message = f"{at}: this is no JSON: {error.msg[0].lower()}{error.msg[1:]}"
    return UnreadableInputError(message, line=error.lineno, column=error.colno)


def _doubtful(value: Any, path: str = "$", depth: int = 0) -> Iterator[tuple[str, str]]:
    if depth > DEEPEST:  # so that a path stays short
        yield path, f"nests deeper than {DEEPEST} levels"
        return
    if isinstance(value, _Twice):
        for name in value.names:
            yield path + step(name), "is written twice in one object"
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _half_pair(name, path)
            yield from _doubtful(inner, path + step(name), depth + 1)
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _doubtful(inner, path + step(index), depth + 1)
    elif isinstance(value, str):
        yield from _half_pair(value, path)
    elif isinstance(value, float) and not math.isfinite(value):
        yield path, f"{value} is no finite number"


def _half_pair(text: str, path: str) -> Iterator[tuple[str, str]]:
    if _HALF_PAIR.search(text):
        yield path, f"{shown(text)} has half of a surrogate pair"


def canonical(value: Any) -> str:
    """A value as canonical JSON text: sorted names, no space.

    Raises:
        ValueError: If it nests deeper than `DEEPEST` levels.

    >>> canonical({"b": 1, "a": [None]})
    '{"a":[null],"b":1}'
    """
    level, depth = [value], 0
    while level := [inner for one in level for inner in _inside(one)]:
        depth += 1
        if depth > DEEPEST:
            message = f"nests deeper than {DEEPEST} levels"
            raise ValueError(message)
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _inside(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return list(value.values())
    return value if isinstance(value, list) else []
