"""What a configuration is refused for: file, key, value, and what was meant."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import takewhile
from typing import Final

from incident_timeline.errors import TimelineError

__all__ = ["FLAGS", "PYPROJECT", "SECTION", "ConfigError", "meant"]

PYPROJECT: Final = "pyproject.toml"
SECTION: Final = "tool.incident-timeline"
_CLOSE: Final = 0.6  # of 1; what difflib takes for close
_LONGEST: Final = 60  # characters of a value that are compared
FLAGS: Final = "--"  # the origin of what was typed


class ConfigError(TimelineError, ValueError):
    """A configuration that can't be meant; names the file, the key and the value.

    Attributes:
        reason: What is wrong with it, and what is allowed.
        key: The key or field, where it is one.
        value: What was given.
        origin: The file that it was read from; empty for what was built in Python.
    """

    def __init__(
        self, reason: str, key: str = "", value: object = None, origin: str = ""
    ) -> None:
        parts = (_shown_origin(origin), _shown_key(key, origin), reason)
        super().__init__(": ".join(part for part in parts if part))
        self.reason = reason
        self.key = key
        self.value = value
        self.origin = origin

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self.reason, self.key, self.value, self.origin)

    def at(self, origin: str) -> ConfigError:
        """The same, found in a file."""
        return type(self)(self.reason, self.key, self.value, origin)


def _shown_origin(origin: str) -> str:
    return "" if origin == FLAGS else origin


def _shown_key(key: str, origin: str) -> str:
    """A key as it's written there: fields in Python, kebab case anywhere else."""
    if not key or not origin:
        return key
    kebab = key.replace("_", "-")
    if origin == FLAGS:
        return f"--{kebab}"
    return f"{SECTION}.{kebab}" if origin.endswith(PYPROJECT) else kebab


def meant(value: str, known: Iterable[str]) -> str:
    """A clause that tells the word that was most probably meant, where there is one.

    Of words that are equally close, that which begins most like the value.
    """
    from difflib import SequenceMatcher  # noqa: PLC0415  needed for errors only

    given = value[:_LONGEST].lower()

    def likeness(word: str) -> tuple[float, int]:
        pair = (given, word.lower())
        alike = takewhile(lambda both: both[0] == both[1], zip(*pair, strict=False))
        return SequenceMatcher(None, *pair).ratio(), len(list(alike))

    best = max(known, key=likeness, default="")
    is_close = best != "" and likeness(best)[0] >= _CLOSE
    return f"; did you mean '{best}'?" if is_close else ""
