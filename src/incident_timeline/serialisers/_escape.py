"""Words of a source as a page shows them, and as nothing else."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["escaped", "plain"]

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
    return _ADDRESS.sub(_entity, plain(text).translate(_TABLE))


def plain(text: str) -> str:
    r"""A text on one line, without controls and marks that turn its direction.

    >>> plain("two\nlines\x07")
    'two lines\ufffd'
    """
    return _UNSEEN.sub("\ufffd", " ".join(text.split()))


def _entity(match: re.Match[str]) -> str:
    return f"&#{ord(match.group())};"
