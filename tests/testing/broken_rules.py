"""A rule that keeps every law, and rules that are each broken in one way."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from attrs import evolve, frozen

from incident_timeline.checks import Case, Hit, Rule
from incident_timeline.model import (
    Citation,
    Draft,
    Event,
    Finding,
    Incident,
    Severity,
    Verdict,
)

KIND = "x-mycity:tow"
DAY = timedelta(days=1)
TWO_DAYS = 2 * DAY
ANOTHER = "another incident"
AT_END = "takes more than two days"
MEND = "correct one of the two times"


def tows(case: Case) -> tuple[Event, ...]:
    return case.incident.events_of_kind(KIND)


def verdict_of(event: Event) -> Verdict | None:
    end = event.end
    if end is None or event.start.earliest_utc is None or end.latest_utc is None:
        return None
    first, last = end.earliest_utc, event.start.latest_utc
    if first is not None and last is not None and first - last > TWO_DAYS:
        return Verdict.CERTAIN
    is_possible = end.latest_utc - event.start.earliest_utc > TWO_DAYS
    return Verdict.POSSIBLE if is_possible else None


def hit(case: Case, tow: Event, **changes: Any) -> Iterator[Hit]:
    verdict = verdict_of(tow)
    if verdict is not None:
        made = case.hit(tow, "end", AT_END, verdict=verdict, mend=MEND)
        yield evolve(made, **changes)


def slow(case: Case) -> Iterator[Hit]:
    """A vehicle whose towing takes more than two days."""
    for tow in tows(case):
        yield from hit(case, tow)


def witness() -> Incident:
    draft = Draft(zone="Europe/London")
    draft.party("a driver")
    draft.party("a unit", kind="unit")
    tow = draft.event(KIND, "2023-11-20T19:50", end="2023-11-24T19:50")
    return evolve(draft.incident(), events=[tow, evolve(tow, id="e2", place="a yard")])


def rule_of(look: Callable[[Case], Any], **changes: Any) -> Rule:
    return evolve(
        Rule(
            code="MYC101",
            name="slow-tow",
            severity=Severity.IMPLAUSIBLE,
            look=look,
            witness=witness,
        ),
        **changes,
    )


SOUND = rule_of(slow)


def each(change: Callable[[Case, Event], dict[str, Any] | None]) -> Rule:
    """The sound rule, with its hits changed, or left out for `None`."""

    def look(case: Case) -> Iterator[Hit]:
        """A vehicle whose towing takes more than two days."""
        for tow in tows(case):
            changes = change(case, tow)
            if changes is not None:
                yield from hit(case, tow, **changes)

    return rule_of(look)


def graver(is_graver: object) -> dict[str, Any]:
    return {"severity": Severity.CONTRADICTION} if is_graver else {}


def links_forgotten() -> Rule:
    def look(case: Case) -> Iterator[Hit]:
        """A vehicle whose towing takes more than two days."""
        if case.incident.links:
            raise NotImplementedError
        yield from slow(case)

    return rule_of(look)


def counting() -> Rule:
    numbers = count()
    return each(lambda case, tow: {"message": f"{AT_END}, number {next(numbers)}"})


def remembering() -> Rule:
    """Tells whether the incident before this one was "another incident"."""
    seen = [Incident(), Incident()]

    def remembered(case: Case, tow: Event) -> dict[str, Any]:
        return {"message": AT_END if seen[0].title != ANOTHER else f"{AT_END} again"}

    inner = each(remembered)

    def look(case: Case) -> Iterator[Hit]:
        """A vehicle whose towing takes more than two days."""
        if case.incident != seen[1]:
            seen[:] = [seen[1], case.incident]
        yield from inner.look(case)

    return rule_of(look)


def meddling() -> Rule:
    def meddled(case: Case, tow: Event) -> dict[str, Any]:
        object.__setattr__(case.incident, "title", "seen")
        return {}

    return each(meddled)


def crying_wolf() -> Rule:
    def look(case: Case) -> Iterator[Hit]:
        """Every event."""
        for event in case.incident.events:
            yield case.hit(event, "", "happened", severity=Severity.CONTRADICTION)

    return rule_of(look)


def faulty_witness() -> Incident:
    draft = Draft(zone="Europe/London")
    draft.event(KIND, "2023-11-20T19:50", end="2023-11-24T19:50")
    draft.event("pursuit", "2023-11-20T19:50", end="2023-11-20T19:40")
    return draft.incident()


@frozen(kw_only=True)
class Misnamed(Rule):
    def __call__(self, case: Case) -> Iterator[Finding]:
        for finding in Rule.__call__(self, case):
            yield evolve(finding, name="another-name")


def misnamed() -> Rule:
    return Misnamed(
        code="MYC101",
        name="slow-tow",
        severity=Severity.IMPLAUSIBLE,
        look=slow,
        witness=witness,
    )


def first_only() -> Rule:
    return each(lambda case, tow: {} if tow is tows(case)[0] else None)


def after(tow: Event, instant: datetime) -> bool:
    earliest = tow.start.earliest_utc
    return earliest is not None and earliest >= instant


def unsure(tow: Event) -> dict[str, Any]:
    """Takes back what is certain where it is known to the instant, by other words."""
    is_pinned = tow.start.width == timedelta() and tow.start.precision != "instant"
    return {"verdict": Verdict.POSSIBLE} if is_pinned else {}


def rash() -> Rule:
    def look(case: Case) -> Iterator[Hit]:
        """A vehicle whose towing takes more than two days, or what is told to hours."""
        yield from slow(case)
        for event in case.incident.events:
            width = event.start.width
            if width and timedelta(hours=2) < width < timedelta(hours=2, minutes=2):
                yield case.hit(event, "start", "is told to two hours")

    return rule_of(look)


def one_bounded() -> Rule:
    def look(case: Case) -> Iterator[Hit]:
        """A vehicle whose towing takes more than two days, by the first bounds."""
        for tow in tows(case):
            first = tow.start.earliest_utc
            last = tow.end and tow.end.earliest_utc
            if first and last and last - first > TWO_DAYS:
                yield case.hit(tow, "end", AT_END, mend=MEND)

    return rule_of(look)


def hiding() -> Rule:
    return each(lambda case, tow: {} if case.wants_possible else None)


def undocumented(case: Case) -> Iterator[Hit]:
    return slow(case)


undocumented.__doc__ = None


def sharing() -> Rule:
    shared: dict[str, Case] = {}

    def look(case: Case) -> Iterator[Hit]:
        """A vehicle whose towing takes more than two days."""
        shared["case"] = case
        time.sleep(1e-4)
        yield from slow(shared["case"])

    return rule_of(look)


def pairing() -> Rule:
    def look(case: Case) -> Iterator[Hit]:
        """A vehicle whose towing takes more than two days."""
        for tow in tows(case):
            for _ in tows(case):
                pass
            yield from hit(case, tow)

    return rule_of(look)


SALTED = each(lambda case, tow: {"message": f"{AT_END}, {hash(tow.kind)}"})

MADE_UP = Citation(source_id="s1", quote="never said")
SUMMER = datetime(2023, 7, 1, tzinfo=UTC)

# Each broken rule by what it does, with the laws that it breaks, the one meant first.
BROKEN: dict[str, tuple[Callable[[], Rule], tuple[str, ...]]] = {
    "raises": (links_forgotten, ("R01",)),
    "counts": (counting, ("R02", "R03", "R18", "R22", "R24")),
    "remembers": (remembering, ("R03",)),
    "meddles": (meddling, ("R04",)),
    "cries wolf": (crying_wolf, ("R05",)),
    "has a doubtful witness": (lambda: rule_of(slow, witness=Incident), ("R06",)),
    "has a faulty witness": (
        lambda: rule_of(slow, witness=faulty_witness),
        ("R07",),
    ),
    "points nowhere": (lambda: each(lambda case, tow: {"where": "tow"}), ("R08",)),
    "is of nobody": (lambda: each(lambda case, tow: {"subject_ids": ()}), ("R09",)),
    "makes up": (lambda: each(lambda case, tow: {"citations": (MADE_UP,)}), ("R10",)),
    "is misnamed": (misnamed, ("R11",)),
    "takes a code": (lambda: rule_of(slow, code="TL101"), ("R12",)),
    "takes the prefix": (lambda: rule_of(slow, code="TL999"), ("R12",)),
    "shouts": (lambda: each(lambda case, tow: {"message": "Too slow."}), ("R13",)),
    "orders": (lambda: each(lambda case, tow: {"mend": "Correct it."}), ("R14",)),
    "reads ids": (lambda: each(lambda case, tow: graver("e" in tow.id[0])), ("R15",)),
    "stops": (first_only, ("R16",)),
    "heeds the first": (
        lambda: each(
            lambda case, tow: graver(
                any(one.kind == "unit" for one in case.incident.parties[:1])
            )
        ),
        ("R17",),
    ),
    "counts all": (
        lambda: each(lambda case, tow: graver(len(case.incident.parties) % 2)),
        ("R18",),
    ),
    "knows a date": (
        lambda: each(lambda case, tow: graver(after(tow, SUMMER))),
        ("R19",),
    ),
    "takes back": (lambda: each(lambda case, tow: unsure(tow)), ("R20",)),
    "looks at one bound": (one_bounded, ("R20",)),
    "is rash": (rash, ("R21",)),
    "hides": (hiding, ("R22",)),
    "says nothing of itself": (lambda: rule_of(undocumented), ("R23",)),
    "shares": (sharing, ("R24",)),
    "pairs": (pairing, ("R25",)),
}
