"""What a timeline answers: order, elapsed time, statements and conflicts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from enum import StrEnum
from functools import cached_property

from attrs import field, frozen

from incident_timeline.model import Citation
from incident_timeline.timeline.said import apart_text, full_text

__all__ = ["Conflict", "Elapsed", "Order", "Statement", "StatementKind"]

_MINUTE = timedelta(minutes=1)


class Order(StrEnum):
    """Whether one event comes before another."""

    CERTAIN = "certain"
    POSSIBLE = "possible"
    NEVER = "never"


class StatementKind(StrEnum):
    """What a statement is drawn from."""

    MOMENT = "moment"  # a time that a source states
    LINK = "link"  # an order that a source states
    PART = "part"  # that a part lies within its whole
    AXIOM = "axiom"  # an order that must hold in the world
    SPAN = "span"  # that an event does not end before it starts


_LAWS = frozenset({StatementKind.AXIOM, StatementKind.SPAN})


@frozen(kw_only=True, order=False)
class Statement:
    """One thing that constrains the order: stated, or a law of the world.

    Attributes:
        kind: What it is drawn from.
        where: The path into the incident, such as ``events[3].start``; empty for a
            law of the world.
        text: What it says, in a line.
        subject_ids: The events that it is about.
        is_vague: Whether it rests on the width of a vague word, such as "about", or on
            a day that a reader assumed.
        citations: The words that say so.
        side: Of a time, which bound it gives: ``earliest`` or ``latest``.
        code: Of a law of the world, the code of the rule that reports it broken.
        link_id: Of a stated order, the id of the link.
    """

    kind: StatementKind
    where: str
    text: str
    subject_ids: tuple[str, ...]
    is_vague: bool = False
    citations: tuple[Citation, ...] = ()
    side: str = ""
    code: str = ""
    link_id: str = ""

    @property
    def is_law(self) -> bool:
        """Whether it is a law of the world, which nobody stated or can withdraw."""
        return self.kind in _LAWS

    def __str__(self) -> str:
        return self.text


@frozen(kw_only=True, order=False)
class Conflict:
    """Statements that cannot all be true; without any one of them, the others can.

    Attributes:
        statements: The smallest set found, in the order of the incident.
        disagreement: By how much they disagree at least.
    """

    statements: tuple[Statement, ...]
    disagreement: timedelta
    _tell: Callable[[Conflict], str] = field(
        default=str, repr=False, eq=False, alias="tell"
    )

    @property
    def paragraph(self) -> str:
        """The conflict told in one paragraph, for those who have to act on it.

        Its statements with quotes and sources, by how much they disagree, whether that
        is a contradiction or implausible only, and whose withdrawal would mend it.
        """
        return self._tell(self)

    @property
    def is_vague(self) -> bool:
        """Whether it rests on a vague word, so that it is implausible only."""
        return any(statement.is_vague for statement in self.statements)

    @property
    def subject_ids(self) -> tuple[str, ...]:
        """The events that it is about, each once."""
        ids = (one for each in self.statements for one in each.subject_ids)
        return tuple(dict.fromkeys(ids))

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The words involved, each once."""
        cited = (one for each in self.statements for one in each.citations)
        return tuple(dict.fromkeys(cited))

    def __str__(self) -> str:
        listed = "; ".join(statement.text for statement in self.statements)
        apart = apart_text(self.disagreement)
        return f"these cannot all be true (they disagree {apart}): {listed}"


Why = Callable[[], tuple[tuple[Statement, ...], tuple[Statement, ...]]]


def _no_reasons() -> tuple[tuple[Statement, ...], tuple[Statement, ...]]:
    return (), ()


@frozen(kw_only=True, order=False)
class Elapsed:
    """The time from one event to another; negative where the other comes first.

    Attributes:
        least: The least that the statements allow; ``None`` is open.
        greatest: The greatest that they allow; ``None`` is open.

    >>> print(Elapsed(least=timedelta(minutes=45), greatest=timedelta(minutes=61)))
    between 45 minutes and 1 hour 1 minute
    """

    least: timedelta | None
    greatest: timedelta | None
    _why: Why = field(default=_no_reasons, repr=False, eq=False, alias="why")

    @cached_property
    def _reasons(self) -> tuple[tuple[Statement, ...], tuple[Statement, ...]]:
        return self._why()

    @property
    def why_least(self) -> tuple[Statement, ...]:
        """The statements that give the least; searched for on first need."""
        return self._reasons[0]

    @property
    def why_greatest(self) -> tuple[Statement, ...]:
        """The statements that give the greatest; searched for on first need."""
        return self._reasons[1]

    def __str__(self) -> str:
        low = None if self.least is None else full_text(_down(self.least))
        high = None if self.greatest is None else full_text(_up(self.greatest))
        if low is None and high is None:
            return "not known"
        if low is None:
            return f"at most {high}"
        if high is None:
            return f"at least {low}"
        return low if low == high else f"between {low} and {high}"


def _down(duration: timedelta) -> timedelta:
    """To the whole minute below, so that a bound is never told stronger than it is."""
    return duration - duration % _MINUTE


def _up(duration: timedelta) -> timedelta:
    return -_down(-duration)
