"""Where the keys of a TOML text stand, and what is said of those that are wrong."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any, Final, NoReturn

from attrs import frozen

from incident_timeline.errors import UnreadableInputError, shown

__all__ = ["At", "MappingError", "RefusedError", "hint_on", "lines_of_keys"]

Path = tuple[str | int, ...]
_HEAD: Final = re.compile(r"\s*(\[\[?)([^\[\]]{1,500})\]")
_CURLY: Final = re.compile("[“”„‘’«»]")
_SPACED: Final = re.compile(
    r"\s{0,99}(?:\[{1,2}(?:[\w-]{1,99}\.)?)?([\w-]{1,99}(?:[^\w=.\"'\[\]-]{1,9}[\w-]{1,99}){1,99})"
    r"\s{0,99}[\]=.].{0,9999}"
)
_KEY: Final = re.compile(
    r"""\s*((?:[\w-]{1,200}|"[^"\n]{0,500}"|'[^'\n]{0,500}')"""
    r"""(?:\s{0,20}\.\s{0,20}(?:[\w-]{1,200}|"[^"\n]{0,500}"|'[^'\n]{0,500}')){0,5})"""
    r"""\s{0,100}="""
)


class MappingError(UnreadableInputError):
    """A mapping that can't be meant; names every key that is wrong, and its line."""


class RefusedError(Exception):
    """A value that was refused; what is wrong with it is noted already."""


def lines_of_keys(text: str) -> dict[Path, int]:
    """The line of each key of a TOML text, as far as it begins one."""
    found: dict[Path, int] = {}
    counts: dict[Path, int] = {}
    within: Path = ()
    for number, line in enumerate(text.split("\n"), start=1):
        if head := _HEAD.match(line):
            within = _parts(head[2])
            if head[1] == "[[":
                index = counts.get(within, 0)
                counts[within] = index + 1
                within = (*within, index)
            for end in range(1, len(within) + 1):
                found.setdefault(within[:end], number)
        elif key := _KEY.match(line):
            path = (*within, *_parts(key[1]))
            for end in range(len(within) + 1, len(path) + 1):
                found.setdefault(path[:end], number)
    return found


def hint_on(text: str, line: int | None) -> str:
    """What may be wrong with a line of a text that is no TOML, in words; or nothing."""
    words = text.split("\n")[line - 1] if line else ""
    if _CURLY.search(words):
        return "; write straight quotes, \" or ', in place of curly ones"
    if bare := _SPACED.fullmatch(words):
        return f'; a name with spaces stands in quotes: "{bare[1].strip()}"'
    return ""


def _parts(key: str) -> Path:
    """The parts of a dotted key, by the rules of TOML itself."""
    try:
        value: Any = tomllib.loads(f"{key} = 0")
    except ValueError:
        return (key,)
    parts: list[str] = []
    while isinstance(value, dict):
        name, value = next(iter(value.items()))
        parts.append(name)
    return tuple(parts)


@frozen
class At:
    """A place in a mapping: the path of a key, and where what is wrong is noted."""

    path: Path
    lines: dict[Path, int]
    problems: list[tuple[int | None, str]]

    def below(self, *parts: str | int) -> At:
        """A place further in."""
        return At((*self.path, *parts), self.lines, self.problems)

    @property
    def line(self) -> int | None:
        """Its line, or that of the nearest place around it."""
        for end in range(len(self.path), 0, -1):
            if self.path[:end] in self.lines:
                return self.lines[self.path[:end]]
        return None

    def __str__(self) -> str:
        text = ""
        for part in self.path:
            text += f"[{part + 1}]" if isinstance(part, int) else f".{part}"
        return text.removeprefix(".") or "the mapping"

    def note(self, message: str) -> None:
        """Note what is wrong here, and go on."""
        line = self.line
        place = "" if line is None else f"line {line}: "
        self.problems.append((line, f"{place}{self}: {message}"))

    def refuse(self, value: object, remedy: str) -> NoReturn:
        """Note a value that can't be meant, and what to write.

        Raises:
            RefusedError: Always.
        """
        self.note(f"{shown(value)} {remedy}")
        raise RefusedError

    def unknown(self, key: str, known: Iterable[str]) -> None:
        """Note a key that means nothing here, and which may be meant."""
        names = list(known)
        close = get_close_matches(key, names, n=1)
        hint = f"did you mean {close[0]!r}?" if close else f"write {', '.join(names)}"
        self.below(key).note(f"is no key here; {hint}")
