"""What is one line of text, safe to show beside others."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["is_line"]

# Controls, ends of lines, marks that turn the direction of what follows, and halves of
# characters.
_UNSHOWN: Final = re.compile(
    "[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)


def is_line(text: str) -> bool:
    r"""Whether a text is one line, not empty, with no space around it.

    >>> is_line("the custody of evidence"), is_line("two\nlines"), is_line(" ")
    (True, False, False)
    """
    return bool(text) and text == text.strip() and _UNSHOWN.search(text) is None
