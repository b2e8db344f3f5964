"""The order that words of certainty share: how firmly a thing is held to be so."""

from __future__ import annotations

from typing import Final

from incident_timeline.vocabulary.term import Term

__all__ = ["WORDS_BY_STRENGTH", "Assurance"]

WORDS_BY_STRENGTH: Final = ("alleged", "apparent", "believed", "stated", "confirmed")
"""The words that support a claim, weakest first; all others support none."""


class Assurance(Term):
    """A vocabulary whose members say how firmly a thing is held to be so."""

    @property
    def strength(self) -> int:
        """How firmly the word supports a claim, from 1 (alleged) to 5 (confirmed).

        0 for words that give no support (disputed, denied, ruled out, unknown);
        those have no order among themselves.

        >>> from incident_timeline.vocabulary import Force
        >>> Force.CONFIRMED.strength > Force.APPARENT.strength > Force.DENIED.strength
        True
        """
        if self.value in WORDS_BY_STRENGTH:
            return WORDS_BY_STRENGTH.index(self.value) + 1
        return 0
