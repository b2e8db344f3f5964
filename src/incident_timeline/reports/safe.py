"""Text of a source as a terminal, or a line of a log, may show it."""

from __future__ import annotations

import unicodedata

__all__ = ["safe"]

_HARMLESS = frozenset("\n\t")
# Controls, invisible formatting (among it what turns the direction of writing), lone
# surrogates, and line separators that a terminal may obey.
_UNSAFE = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def safe(text: str) -> str:
    r"""The text with everything that a terminal would obey written as an escape.

    >>> safe("a\x1b[31mb")
    'a\\x1b[31mb'
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(_shown(character) for character in text)


def _shown(character: str) -> str:
    is_unsafe = unicodedata.category(character) in _UNSAFE
    if character in _HARMLESS or not is_unsafe:
        return character
    return ascii(character)[1:-1]
