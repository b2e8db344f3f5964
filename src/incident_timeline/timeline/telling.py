"""Bounds and conflicts told in prose, each statement with its words and its source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from incident_timeline.model import Citation, Incident
from incident_timeline.moments import Moment
from incident_timeline.timeline.answers import Conflict, Statement, StatementKind
from incident_timeline.timeline.said import apart_text, clock_text, printable

__all__ = ["bounds_told", "by_event", "conflict_text", "listed", "statement_text"]

_MANY = 8


def statement_text(incident: Incident, statement: Statement) -> str:
    """A statement with its quotes and who published them, or the rule of its law.

    >>> from incident_timeline.model import Draft
    >>> from incident_timeline.timeline import solve
    >>> draft = Draft(zone="Europe/London")
    >>> source = draft.source("Shots were fired at 20:47.", publisher="The Met")
    >>> shots = draft.event("shots", "2023-11-23T20:47", quote="fired at 20:47")
    >>> (statement,) = solve(draft.incident()).why_earliest(shots)
    >>> print(statement_text(draft.incident(), statement))
    shots was not before 2023-11-23 20:47 [“fired at 20:47”, The Met]
    """
    if statement.is_law:
        return f"{statement.text} ({statement.code})"
    said: dict[str, list[str]] = {}
    for one in statement.citations:
        said.setdefault(_who(incident, one), []).append(printable(one.quote))
    told = "; ".join(_quoted(quotes, who) for who, quotes in said.items())
    return f"{statement.text} [{told}]" if told else statement.text


def _who(incident: Incident, citation: Citation) -> str:
    source = incident.source(citation.source_id)
    who = citation.attributed_to or source.publisher or source.title or source.id
    force = "" if citation.force == "stated" else f", {citation.force}"
    return f"{printable(who)}{force}"


def _quoted(quotes: Iterable[str], who: str) -> str:
    words = " / ".join(f"“{one}”" for one in dict.fromkeys(quotes) if one)
    return f"{words}, {who}" if words else who


def bounds_told(
    incident: Incident,
    name: str,
    bounds: Moment,
    chains: tuple[Sequence[Statement], Sequence[Statement]],
    *,
    left_out: Sequence[Statement] = (),
    is_zoned: bool = False,
) -> str:
    """Each bound with the chain of statements that gives it, a line a bound.

    In the last line what is *left out*: the statements of it that are in a conflict.
    """
    told: list[str] = []
    instants = (bounds.earliest_utc, bounds.latest_utc)
    for instant, why, is_latest in zip(instants, chains, (False, True), strict=True):
        if instant is None or not why:
            continue
        when = clock_text(
            instant, bounds.zone or "UTC", ends=is_latest, is_zoned=is_zoned
        )
        side = "after" if is_latest else "before"
        told.append(f"{name}: not {side} {when} since: {_chain(incident, why)}")
    if not told:
        told.append(f"{name}: nothing {'else ' if left_out else ''}bounds it")
    if left_out:
        told.append(f"{name}: left out, as in conflict: {_chain(incident, left_out)}")
    return "\n".join(told)


def by_event(statements: Iterable[Statement]) -> dict[str, tuple[Statement, ...]]:
    """Statements by the ids of the events that they speak of, less laws of spans."""
    told: dict[str, list[Statement]] = {}
    for one in statements:
        for event_id in () if one.kind is StatementKind.SPAN else one.subject_ids:
            told.setdefault(event_id, []).append(one)
    return {event_id: tuple(said) for event_id, said in told.items()}


def _chain(incident: Incident, why: Iterable[Statement]) -> str:
    return "; ".join(statement_text(incident, one) for one in why)


def conflict_text(
    incident: Incident,
    conflict: Conflict,
    mends: Sequence[Statement],
    uses: Mapping[Statement, int],
) -> str:
    """A conflict as one paragraph; *uses* counts the conflicts of each statement."""
    said = conflict.statements
    apart = apart_text(conflict.disagreement)
    each = "; ".join(
        f"({n}) {statement_text(incident, one)}" for n, one in enumerate(said, 1)
    )
    head = _VAGUE if conflict.is_vague else _FIRM
    told = f"{head} They disagree {apart}: {each}."
    return " ".join([told, _mend(said, mends), *_shared(said, uses)])


_FIRM = "Contradiction: these statements cannot all be true."
_VAGUE = (
    "Implausible, not impossible: read as they mostly are meant, these statements"
    " cannot all be true."
)


def _mend(said: Sequence[Statement], mends: Sequence[Statement]) -> str:
    mending = set(mends)
    numbers = [n for n, one in enumerate(said, 1) if one in mending]
    if not numbers:
        return "No single withdrawal leaves the others without conflict."
    if len(numbers) == len(said) > _MANY:
        return "Withdrawing any one of them alone would leave the others without any."
    one = listed([f"({n})" for n in numbers], "or")
    alone = "alone " if len(numbers) > 1 else ""
    return f"Withdrawing {one} {alone}would leave the others without conflict."


def _shared(said: Sequence[Statement], uses: Mapping[Statement, int]) -> Iterator[str]:
    """What is stated in other conflicts too: without it each of those is mended."""
    for n, statement in enumerate(said, 1):
        count = uses[statement] - 1
        if count and not statement.is_law:
            more = f"{count} other conflict{'' if count == 1 else 's'}"
            none = "which does not stand" if count == 1 else "none of which stands"
            yield f"({n}) is in {more} too, {none} without it."


def listed(words: Sequence[str], last: str) -> str:
    """Words in a row, with *last* before the last of them.

    >>> listed(["(1)", "(2)", "(4)"], "or")
    '(1), (2) or (4)'
    """
    *most, end = words
    return f"{', '.join(most)} {last} {end}" if most else end
