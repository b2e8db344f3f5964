"""Stretches of a text."""

from __future__ import annotations

from attrs import field, frozen

__all__ = ["Clause", "Span"]


@frozen
class Span:
    """A stretch of a text, as offsets into the ``str`` it came from.

    Attributes:
        start: The first character's offset, from zero.
        end: The offset just after the last character.

    >>> Span(0, 4).of("Shots were fired.")
    'Shot'
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words that the span covers in *text*."""
        return text[self.start : self.end]


@frozen
class Clause(Span):
    """A part of a sentence, and the connective that introduces it.

    Attributes:
        connective: The word or mark before or at its head, in lower case, such as
            ``after``, ``and then``, ``,`` or ``;``; empty for the first clause.

    >>> Clause(17, 31, connective="after").connective
    'after'
    """

    connective: str = field(default="", kw_only=True)
