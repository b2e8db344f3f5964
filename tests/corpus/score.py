"""How well accounts are read, measured against their annotations.

A mention of time is found where its span overlaps the annotated one, and right where
the whole value is: day, clock time and both ends. An event is found where one of its
kind is read from the annotated words or from their sentence, and right where its time
is the annotated one, or none where none is annotated. All figures count over all
accounts together.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from attrs import define, frozen

from incident_timeline.model import Event, Incident
from incident_timeline.parsers.base import Document
from incident_timeline.parsers.press_release import PRESS_RELEASE
from incident_timeline.text.times import TimeMention, find_times
from incident_timeline.timeline import Order, solve

__all__ = [
    "Account",
    "EventScore",
    "TimeScore",
    "accounts_in",
    "annotated_kind",
    "events",
    "times",
]

_SENTENCE_END = re.compile(r"(?<=[.!?”\"])\s+(?=[A-Z“\"0-9])|\n+")
_Gold = dict[str, Any]
# The annotations have wider kinds than the library's vocabulary.
_WIDER = {
    "death": "death_pronouncement",
    "last_seen_alive": "contact",
    "release": "custody",
}


def annotated_kind(kind: str) -> str:
    """The kind under which the annotations have a kind of the vocabulary."""
    return _WIDER.get(kind, kind)


@frozen
class Account:
    """A text and its annotation."""

    name: str
    text: str
    gold: _Gold

    @property
    def published(self) -> date | None:
        """The day of publication."""
        return date.fromisoformat(day) if (day := self.gold["published"]) else None


@define
class TimeScore:
    """Counts of mentions: annotated, read, found, at their span, and understood."""

    gold: int = 0
    read: int = 0
    found: int = 0
    strict: int = 0
    value: int = 0
    qualifier: int = 0

    @property
    def found_f1(self) -> float:
        """F1 of mentions found."""
        return _f1(self.found, self.read, self.gold)

    @property
    def strict_f1(self) -> float:
        """F1 of mentions found at just their span."""
        return _f1(self.strict, self.read, self.gold)

    @property
    def end_to_end_f1(self) -> float:
        """F1 of mentions found with the whole value right."""
        return _f1(self.value, self.read, self.gold)

    @property
    def qualifier_accuracy(self) -> float:
        """The share of the mentions found whose qualifier is right."""
        return self.qualifier / self.found if self.found else 0.0


@define
class EventScore:
    """Counts of events: annotated, read, found, and found with the right time."""

    gold: int = 0
    read: int = 0
    found: int = 0
    timed: int = 0
    ordered: int = 0
    misordered: int = 0
    pairs: int = 0

    @property
    def f1(self) -> float:
        """F1 of events found."""
        return _f1(self.found, self.read, self.gold)

    @property
    def timed_f1(self) -> float:
        """F1 of events found with the right time."""
        return _f1(self.timed, self.read, self.gold)

    @property
    def wrong_order(self) -> float:
        """The share of pairs in order that are held certain the other way round."""
        return self.misordered / self.pairs if self.pairs else 0.0


def accounts_in(folder: Path) -> tuple[Account, ...]:
    """The annotated accounts of a folder, by name."""
    return tuple(
        Account(
            path.stem,
            path.with_suffix(".txt").read_text("utf-8"),
            json.loads(path.read_text("utf-8")),
        )
        for path in sorted(folder.glob("*.json"))
    )


def times(accounts: Iterable[Account]) -> TimeScore:
    """How well times are found and understood."""
    score = TimeScore()
    for account in accounts:
        read = find_times(
            account.text, published=account.published, zone=account.gold["timezone"]
        )
        _count_times(score, account.gold["times"], read)
    return score


def events(accounts: Iterable[Account]) -> EventScore:
    """How well events are found, dated and ordered."""
    score = EventScore()
    for account in accounts:
        document = Document(
            account.text, published=account.published, zone=account.gold["timezone"]
        )
        _count_events(score, account, PRESS_RELEASE.parse(document).incidents[0])
    return score


def _f1(right: int, read: int, gold: int) -> float:
    return 2 * right / (read + gold) if read + gold else 1.0


def _count_times(
    score: TimeScore, gold: Sequence[_Gold], read: Sequence[TimeMention]
) -> None:
    score.gold += len(gold)
    score.read += len(read)
    free = list(read)
    for wanted in gold:
        best = max(free, key=lambda m: _shared(wanted, m.start, m.end), default=None)
        if best is None or _shared(wanted, best.start, best.end) <= 0:
            continue
        free.remove(best)
        score.found += 1
        score.strict += (best.start, best.end) == (wanted["start"], wanted["end"])
        if best.moment is not None:
            score.value += _points(best.moment.stated) == _points(wanted["value"])
            score.qualifier += best.moment.qualifier == wanted.get("mod", "exact")


def _shared(gold: _Gold, start: int, end: int) -> int:
    return min(int(gold["end"]), end) - max(int(gold["start"]), start)


def _points(value: str) -> tuple[str, ...]:
    """The ends of a value; of an open range its one end, of A/A just A."""
    found = [point for point in value.split("/") if point not in {"", ".."}]
    return tuple(dict.fromkeys(found))


class _Read(NamedTuple):
    """Where an event's words stand, of what kind it is, and when."""

    event: Event
    start: int
    end: int

    @property
    def kind(self) -> str:
        return annotated_kind(self.event.kind)


def _count_events(score: EventScore, account: Account, incident: Incident) -> None:
    gold: list[_Gold] = account.gold["events"]
    read = [_Read(e, *_span(e)) for e in incident.events]
    pairs = dict(_paired(account.text, gold, read))
    score.gold += len(gold)
    score.read += len(read)
    score.found += len(pairs)
    for index, number in pairs.items():
        at = gold[index].get("time")
        wanted = "" if at is None else account.gold["times"][at]["value"]
        score.timed += read[number].event.start.stated == wanted
    _count_order(score, account.gold["chronology"], pairs, incident)


def _span(event: Event) -> tuple[int, int]:
    cited = event.citations[0]
    return cited.start or 0, cited.end or 0


def _paired(
    text: str, gold: Sequence[_Gold], read: Sequence[_Read]
) -> Iterator[tuple[int, int]]:
    """Annotated events with those read: by their words first, then by sentence."""
    free = dict(enumerate(read))
    left = []
    for index, wanted in enumerate(gold):
        same = [n for n, one in free.items() if one.kind == wanted["kind"]]
        told = (wanted, *wanted.get("also", ()))
        best = max(same, key=lambda n: _most(told, free[n]), default=None)
        if best is not None and _most(told, free[best]) > 0:
            del free[best]
            yield index, best
        else:
            left.append((index, wanted["kind"], told))
    for index, kind, told in left:
        homes = [_sentence(text, mention["start"]) for mention in told]
        for number, one in sorted(free.items()):
            if one.kind == kind and any(a <= one.start < b for a, b in homes):
                del free[number]
                yield index, number
                break


def _most(told: Sequence[_Gold], one: _Read) -> int:
    return max(_shared(mention, one.start, one.end) for mention in told)


def _sentence(text: str, at: int) -> tuple[int, int]:
    start = 0
    for gap in _SENTENCE_END.finditer(text):
        if gap.start() >= at:
            return start, gap.start()
        start = gap.end()
    return start, len(text)


def _count_order(
    score: EventScore,
    chronology: Sequence[Sequence[int]],
    pairs: dict[int, int],
    incident: Incident,
) -> None:
    timeline = solve(incident)
    ids = [event.id for event in incident.events]
    for place, group in enumerate(chronology):
        later = [index for rest in chronology[place + 1 :] for index in rest]
        for one, other in ((a, b) for a in group for b in later):
            score.pairs += 1
            if one not in pairs or other not in pairs:
                continue
            first, second = ids[pairs[one]], ids[pairs[other]]
            score.ordered += timeline.before(first, second) is Order.CERTAIN
            score.misordered += timeline.before(second, first) is Order.CERTAIN
