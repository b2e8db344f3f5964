"""Where an expression stands, as far as its reading depends on that."""

from __future__ import annotations

import re

from attrs import frozen

__all__ = ["Place"]

_FUTURE = re.compile(
    r"\b(?:will|shall|due|expected\sto|scheduled|planned|set\sfor|is\sto|are\sto|to\s(?:be|appear|attend|open"
    r"|begin|start|resume|take)|adjourned|remanded|bailed|plans?\sto|until)\b(?!.{0,120}\b(?:was"
    r"|were|had|died|called)\b)",
    re.DOTALL,
)
_BACK = re.compile(r"\b(?:earlier|had|previously|before\sthat|prior\sto)\b")
_PAST_PERFECT = re.compile(r"\bhad\b|\bpreviously\b|\bborn\b")


@frozen
class Place:
    """A paragraph, and a place in a sentence of it."""

    paragraph: int = 0
    head: str = ""  # the words of its sentence before it, in lower case

    @property
    def future(self) -> bool:
        """Whether its sentence tells of what will happen."""
        return _FUTURE.search(self.head) is not None

    @property
    def back(self) -> bool:
        """Whether its sentence goes back in time."""
        return _BACK.search(self.head) is not None

    @property
    def is_past_perfect(self) -> bool:
        """Whether its sentence tells of what had been before."""
        return _PAST_PERFECT.search(self.head) is not None
