"""What vocabularies are made of: terms with a definition, and the shape of a term."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final, Self, TypeVar

__all__ = ["MAX_TERM_LENGTH", "TERM_PATTERN", "Term", "find_term", "term_word"]

MAX_TERM_LENGTH: Final = 64
"""The greatest number of characters in a term, prefixes included."""

# Each joiner is followed by at least one character that is no joiner, so there is
# one way only to read a text and matching is linear in its length.
_SHAPE: Final = "[a-z][a-z0-9]*(?:[_:-][a-z0-9]+)*"
_matches_shape = re.compile(_SHAPE).fullmatch

TERM_PATTERN: Final = f"^{_SHAPE}$"
"""The shape of a term as a regular expression for JSON Schema (length apart)."""

_SHOWN: Final = 80  # characters of a refused value that its error shows

_known: dict[str, str] = {}


class Term(StrEnum):
    """A known word of a vocabulary, with its definition and the standards it maps to.

    A member is a ``str`` equal to its word, and its ``str()`` is the word.

    Attributes:
        definition: One plain sentence.
        standards: Matching terms of published standards, as ``"NIEM j:Arrest"``;
            empty where none is known.

    Raises:
        ValueError: If a subclass gives a member a word of the wrong shape.

    >>> class Weather(Term):
    ...     RAIN = "rain", "Water falls from the sky."
    >>> Weather("rain").definition
    'Water falls from the sky.'
    """

    definition: str
    standards: tuple[str, ...]

    # The defaults are for type checkers, which read Term(word) as this call too.
    def __new__(
        cls, word: str, definition: str = "", standards: tuple[str, ...] = ()
    ) -> Self:
        """Make a member of its word and attach what is known about it."""
        word = _well_shaped(word)
        member = str.__new__(cls, word)
        member._value_ = word
        member.definition = definition
        member.standards = standards
        _known[word] = word
        return member


_TermT = TypeVar("_TermT", bound=Term)


def term_word(value: str) -> str:
    """Return a term's word as a plain ``str``, whether or not a vocabulary knows it.

    The shape is lower-case ASCII words (letters and digits, the first beginning with
    a letter) joined by ``_`` or ``-``, with any prefixes before ``:``, at most 64
    characters.

    Raises:
        ValueError: If the value has another shape.
        TypeError: If it is not text.

    >>> term_word("first_aid")
    'first_aid'
    >>> term_word("x-mycity:tow")
    'x-mycity:tow'
    """
    try:
        return _known[value]
    except (KeyError, TypeError):
        pass  # checked outside the handler, so that an error has no misleading context
    return _well_shaped(value)


def find_term(vocabulary: type[_TermT], word: str) -> _TermT | None:
    """Return the vocabulary's member for a word, or ``None`` where it has none.

    >>> class Weather(Term):
    ...     RAIN = "rain", "Water falls from the sky."
    >>> find_term(Weather, "rain")
    <Weather.RAIN: 'rain'>
    >>> find_term(Weather, "x-mycity:sleet") is None
    True
    """
    return next((term for term in vocabulary if term == word), None)


def _well_shaped(value: object) -> str:
    if not isinstance(value, str):
        message = f"a term must be text, not {type(value).__name__}: {_shown(value)}"
        raise TypeError(message)
    if len(value) > MAX_TERM_LENGTH or not _matches_shape(value):
        message = (
            f"{_shown(value)} is not a term: use lower-case ASCII words joined by"
            " '_' or '-', with any prefixes before ':', at most"
            f" {MAX_TERM_LENGTH} characters, such as 'first_aid' or 'x-mycity:tow'"
        )
        raise ValueError(message)
    return str.__str__(value)


def _shown(value: object) -> str:
    # ASCII, so that a look-alike letter from another script can be seen.
    text = ascii(value)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}..."
