"""The thirteen relations that two spans of time can have (Allen, 1983)."""

from __future__ import annotations

from typing import Final

from incident_timeline.vocabulary.term import Term

__all__ = ["AllenRelation"]

_ALLEN = ("Allen 1983",)


class AllenRelation(Term):
    """How a first span of time stands to a second; of any two, exactly one holds."""

    BEFORE = (
        "before",
        "The first ends before the second starts.",
        (*_ALLEN, "HURIDOCS 22 precedes"),
    )
    AFTER = "after", "The first starts after the second ends.", _ALLEN
    MEETS = "meets", "The first ends at the instant the second starts.", _ALLEN
    MET_BY = "met_by", "The first starts at the instant the second ends.", _ALLEN
    OVERLAPS = (
        "overlaps",
        "The first starts before the second, and ends while the second goes on.",
        _ALLEN,
    )
    OVERLAPPED_BY = (
        "overlapped_by",
        "The first starts while the second goes on, and ends after it.",
        _ALLEN,
    )
    STARTS = "starts", "The two start together, and the first ends earlier.", _ALLEN
    STARTED_BY = (
        "started_by",
        "The two start together, and the first ends later.",
        _ALLEN,
    )
    DURING = (
        "during",
        "The first starts after the second starts, and ends before it ends.",
        _ALLEN,
    )
    CONTAINS = (
        "contains",
        "The first starts before the second starts, and ends after it ends.",
        (*_ALLEN, "HURIDOCS 22 encompasses"),
    )
    FINISHES = "finishes", "The two end together, and the first starts later.", _ALLEN
    FINISHED_BY = (
        "finished_by",
        "The two end together, and the first starts earlier.",
        _ALLEN,
    )
    EQUALS = "equals", "The two start together and end together.", _ALLEN

    @property
    def converse(self) -> AllenRelation:
        """The relation in which the second span stands to the first.

        >>> AllenRelation.DURING.converse
        <AllenRelation.CONTAINS: 'contains'>
        """
        return _CONVERSES[self]


_PAIRS: Final = (
    (AllenRelation.BEFORE, AllenRelation.AFTER),
    (AllenRelation.MEETS, AllenRelation.MET_BY),
    (AllenRelation.OVERLAPS, AllenRelation.OVERLAPPED_BY),
    (AllenRelation.STARTS, AllenRelation.STARTED_BY),
    (AllenRelation.DURING, AllenRelation.CONTAINS),
    (AllenRelation.FINISHES, AllenRelation.FINISHED_BY),
    (AllenRelation.EQUALS, AllenRelation.EQUALS),
)
_CONVERSES: Final = {a: b for pair in _PAIRS for a, b in (pair, pair[::-1])}
