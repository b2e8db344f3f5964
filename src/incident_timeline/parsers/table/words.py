"""Words that a mapping compares and fills in: patterns, choices and templates."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from attrs import field, frozen

__all__ = ["Choice", "Likeness", "Template", "folded"]

_PARTS: Final = re.compile(r"\{([^{}]*)\}|([^{}]+)|([{}])")
_SPACES: Final = re.compile(r"\s{2,100}")
_COMMAS: Final = re.compile(r"\s{0,2},(?:\s{0,2},){1,50}")
_LOOSE: Final = " ,;:/-–"  # what stood between words of which one is missing


def folded(text: str) -> str:
    """A text as it is compared: without capitals, and with single spaces within."""
    return " ".join(text.split()).lower()


@frozen
class Likeness:
    """Words to compare with, in which one ``*`` stands for any text.

    >>> Likeness.of("Link *").fits("link 12"), Likeness.of("NA").fits("N/A")
    (True, False)
    """

    head: str
    tail: str | None = None

    @classmethod
    def of(cls, words: str) -> Likeness:
        """The likeness of some words; only their first ``*`` is one."""
        head, star, tail = folded(words).partition("*")
        return cls(head, tail if star else None)

    def fits(self, text: str) -> bool:
        """Whether a text is like it, all through."""
        text = folded(text)
        if self.tail is None:
            return text == self.head
        enough = len(text) >= len(self.head) + len(self.tail)
        return enough and text.startswith(self.head) and text.endswith(self.tail)

    def in_front(self, text: str) -> int:
        """How many characters of a text it takes from its beginning; 0 for none."""
        low = _lower(text)
        if not low.startswith(self.head):
            return 0
        if self.tail is None:
            return len(self.head)
        found = low.find(self.tail, len(self.head)) if self.tail else len(low)
        return max(found, 0) and found + len(self.tail)

    def behind(self, text: str) -> int:
        """How many characters of a text it takes from its end; 0 for none."""
        low = _lower(text)
        if self.tail is None:
            return len(self.head) if low.endswith(self.head) else 0
        if not low.endswith(self.tail):
            return 0
        found = low.rfind(self.head, 0, len(low) - len(self.tail))
        return len(low) - found if found >= 0 else 0


def _lower(text: str) -> str:
    """A text in small letters, as long as it is."""
    low = text.lower()
    return low if len(low) == len(text) else text


@frozen
class Choice:
    """A word that is fixed, or that a column's value chooses through a table.

    Attributes:
        fixed: The word, where it is fixed.
        column: The column, where one chooses.
        values: Its values, and the word for each; an empty word makes nothing.
        otherwise: The word for every other value, and for none; ``None`` where such
            a value is not understood.
    """

    fixed: str = ""
    column: str = ""
    values: tuple[tuple[str, str], ...] = ()
    otherwise: str | None = None
    _exact: dict[str, str] = field(init=False, eq=False, repr=False)
    _like: tuple[tuple[Likeness, str], ...] = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        starred = [pair for pair in self.values if "*" in pair[0]]
        exact = {folded(one): word for one, word in self.values if "*" not in one}
        like = tuple((Likeness.of(one), word) for one, word in starred)
        object.__setattr__(self, "_exact", exact)
        object.__setattr__(self, "_like", like)

    def of(self, value: str) -> str | None:
        """The word for a value; ``None`` where it has none.

        >>> Choice("", "type", (("OIS*", "shots"),), "other").of("OIS fatal")
        'shots'
        """
        found = self._exact.get(folded(value))
        if found is None:
            found = next((word for one, word in self._like if one.fits(value)), None)
        return self.otherwise if found is None else found


@frozen
class Template:
    """Words with columns in braces: ``{city}, {state}``.

    Attributes:
        parts: Words and columns; each a pair of which one is empty.
    """

    parts: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, text: str) -> Template:
        """The template that a text is.

        Raises:
            ValueError: If its braces are not in pairs, or hold nothing.
        """
        parts = []
        for column, words, brace in _PARTS.findall(text):
            if brace or not (words or column.strip()):
                message = "each column's name stands in a pair of braces: '{city}'"
                raise ValueError(message)
            parts.append((words, column.strip()))
        return cls(tuple(parts))

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that it names."""
        return tuple(column for _, column in self.parts if column)

    def filled(self, value: Callable[[str], str]) -> str:
        """Its words with each column's value; nothing where no column has one.

        >>> town = {"city": "Springfield", "state": ""}
        >>> Template.of("{city}, {state}").filled(town.get)
        'Springfield'
        """
        told = [words or value(column) for words, column in self.parts]
        values = [told[i] for i, (_, column) in enumerate(self.parts) if column]
        if values and not any(values):
            return ""
        text = _SPACES.sub(" ", "".join(told)).strip()
        return text if all(values) else _tidy(text)


def _tidy(text: str) -> str:
    return _COMMAS.sub(",", text).replace(" ,", ",").strip(_LOOSE)
