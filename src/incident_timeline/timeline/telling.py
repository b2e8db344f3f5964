"""Bounds and conflicts told in prose, each statement with its words and its source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from incident_timeline.model import Citation, Incident
from incident_timeline.moments import Moment, duration_text, local_text
from incident_timeline.timeline.answers import Conflict, Statement

__all__ = ["bounds_told", "conflict_text", "listed", "statement_text"]

_LONGEST = 160


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
    quotes = (_quote(incident, one) for one in statement.citations)
    told = "; ".join(dict.fromkeys(one for one in quotes if one))
    return f"{statement.text} [{told}]" if told else statement.text


def _quote(incident: Incident, citation: Citation) -> str:
    source = incident.source(citation.source_id)
    who = citation.attributed_to or source.publisher or source.title or source.id
    force = "" if citation.force == "stated" else f", {citation.force}"
    words = " ".join(citation.quote.split())
    if len(words) > _LONGEST:
        words = f"{words[: _LONGEST - 1]}…"
    return f"“{words}”, {who}{force}" if words else f"{who}{force}"


def bounds_told(
    incident: Incident,
    name: str,
    bounds: Moment,
    earliest: Sequence[Statement],
    latest: Sequence[Statement],
) -> str:
    """Each bound with the chain of statements that gives it, a line a bound."""
    told: list[str] = []
    zone = bounds.zone or ""
    if bounds.earliest_utc is not None and earliest:
        when = f"not before {local_text(bounds.earliest_utc, zone)}"
        told.append(f"{name}: {when} since: {_chain(incident, earliest)}")
    if bounds.latest_utc is not None and latest:
        when = f"not after {local_text(bounds.latest_utc, zone, ends=True)}"
        told.append(f"{name}: {when} since: {_chain(incident, latest)}")
    return "\n".join(told) or f"{name}: nothing bounds it"


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
    apart = duration_text(conflict.disagreement)
    each = "; ".join(
        f"({n}) {statement_text(incident, one)}" for n, one in enumerate(said, 1)
    )
    head = _VAGUE if conflict.is_vague else _FIRM
    told = f"{head} They disagree by at least {apart}: {each}."
    return " ".join([told, _mend(said, mends), *_shared(said, uses)])


_FIRM = "Contradiction: these statements cannot all be true."
_VAGUE = (
    "Implausible, not impossible: read as they mostly are meant, these statements"
    " cannot all be true."
)


def _mend(said: Sequence[Statement], mends: Sequence[Statement]) -> str:
    numbers = [n for n, one in enumerate(said, 1) if one in mends]
    if not numbers:
        return "No single withdrawal leaves the others without conflict."
    one = listed([f"({n})" for n in numbers], "or")
    alone = "alone " if len(numbers) > 1 else ""
    return f"Withdrawing {one} {alone}would leave the others without conflict."


def _shared(said: Sequence[Statement], uses: Mapping[Statement, int]) -> Iterator[str]:
    """What is stated in other conflicts too: without it each of those is mended."""
    for n, statement in enumerate(said, 1):
        count = uses[statement] - 1
        if count and not statement.is_law:
            more = f"{count} other conflict{'' if count == 1 else 's'}"
            yield f"({n}) is in {more} too: withdrawing it mends each of them."


def listed(words: Sequence[str], last: str) -> str:
    """Words in a row, with *last* before the last of them.

    >>> listed(["(1)", "(2)", "(4)"], "or")
    '(1), (2) or (4)'
    """
    *most, end = words
    return f"{', '.join(most)} {last} {end}" if most else end
