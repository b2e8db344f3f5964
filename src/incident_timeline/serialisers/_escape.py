"""Words of a source as Markdown shows them, and as nothing else."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["escaped"]

# Entities where an engine may not know the backslash: "<" opens HTML, "|" a table's
# cell, "@" calls a person, and the rest of a web address makes a link.
_ENTITIES: Final = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    "|": "&#124;",
    "@": "&#64;",
}
_SLASHED: Final = "\\`*_[]#~$"
_TABLE: Final = str.maketrans(_ENTITIES | {mark: f"\\{mark}" for mark in _SLASHED})
# Controls, marks that turn the direction of what follows, and those without width.
_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff"
    "\U000e0000-\U000e007f]"
)
_ADDRESS = re.compile(r"(?<=[A-Za-z]):(?=//)|(?i:(?<=\bwww))\.")


def escaped(text: str) -> str:
    r"""A text on one line, in which no character has a meaning for Markdown or HTML.

    >>> escaped("<b>*a*|b</b>")
    '&lt;b&gt;\\*a\\*&#124;b&lt;/b&gt;'
    """
    line = _UNSEEN.sub("\ufffd", " ".join(text.split()))
    return _ADDRESS.sub(_entity, line.translate(_TABLE))


def _entity(match: re.Match[str]) -> str:
    return f"&#{ord(match.group())};"
