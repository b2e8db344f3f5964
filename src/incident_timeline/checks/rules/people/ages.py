"""The rule on ages that don't agree: TL301."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from attrs import evolve, frozen

from incident_timeline.checks.case import Case, Hit
from incident_timeline.checks.claims import STATED, strength
from incident_timeline.checks.finders import ages_in
from incident_timeline.checks.rule import rule
from incident_timeline.errors import shown
from incident_timeline.model import (
    Age,
    Citation,
    Draft,
    Incident,
    Party,
    Severity,
    Verdict,
)
from incident_timeline.vocabulary import Force, PartyKind

__all__ = ["age_conflict"]

_LONG = 1000  # what is longer tells of more than one person
_KEPT = 20  # tellings of one age that are compared
_TWO = 2
_EVER = 999
_YEAR = timedelta(days=365)
_DIGIT = re.compile(r"\d")
_WIDE = re.compile(
    r"\b(?:about|above|almost|approximately|around|at least|at most|below|between|circa"
    r"|nearly|over|roughly|under)\s{1,3}(?:an?\s{1,3}|aged\s{1,3})?\Z",
    re.IGNORECASE,
)
# Words before an age that may give it to somebody else.
_OTHERS = re.compile(
    r"\b(?:and|by|for|from|her|his|of|or|their|to|whose|with)\b", re.IGNORECASE
)
_PERSON = re.compile(
    r"[\s,]{0,3}(?:[\w-]{1,20}\s{1,3}){0,3}"
    r"(?:boy|driver|female|girl|lady|male|man|officer|passenger|person|teenager|woman"
    r"|youth)\b",
    re.IGNORECASE,
)


@frozen
class _Told:
    """An age as words tell it, in whole years, both bounds inclusive."""

    least: int
    greatest: int
    words: str
    path: str
    citation: Citation | None = None


def _older_than_quoted() -> Incident:
    draft = Draft(zone="Europe/London")
    draft.source("A 34-year-old man was shot.")
    age = Age(least=43, greatest=43, citations=[draft.cite("A 34-year-old man")])
    draft.add(Party(description="a man", age=age))
    return draft.incident()


@rule(
    "TL301",
    name="age-conflict",
    severity=Severity.IMPLAUSIBLE,
    since="0.2.0",
    source=(
        "Two open data sets on the same police killings give different ages in 3.2% of"
        " the cases that they share: Mapping Police Violence and the Washington Post."
    ),
    witness=_older_than_quoted,
)
def age_conflict(case: Case) -> Iterator[Hit]:
    """An age that isn't the one that the words about the person tell.

    ## What it does

    Reads the ages in the description of a person and in the quotes about them and
    about their age, in English. Compares each with the recorded age, or else with those
    told before it. Ages of two sources that differ by a year, and one more for each
    year between their publications, are only possibly in conflict: there may be
    birthdays between. So are those of which one is believed, apparent or alleged, where
    more is told.

    ## Why it matters

    Figures that changed places (34 and 43) are among the commonest errors of copying,
    and ages decide whether somebody is counted as a child. An age that is somebody
    else's shows that two people were taken for one.

    ## What it leaves alone

    Ages that overlap, such as 34 and "in his thirties"; "about 40" and the like; quotes
    that tell more than one age, or one that may be another's ("with his 3-year-old
    son"); words that deny. There is no least age.

    ## Mend

    Correct the recorded age, or give the words to the person whom they tell of.

    ## Example

    > A 34-year-old man was shot. [His age is recorded as 43.]
    """
    for party in case.incident.parties:
        if party.kind == PartyKind.PERSON:
            told = list(_told(party))[:_KEPT]
            if told:
                yield from _conflicts(case, party, told)


def _told(party: Party) -> Iterator[_Told]:
    """What the words about a person tell of their age."""
    if party.age is not None:
        for i, citation in enumerate(party.age.citations):
            yield from _quoted(citation, f"age.citations[{i}]", is_of_age=True)
    yield from _read(party.description, "description", is_of_age=False)
    for i, citation in enumerate(party.citations):
        yield from _quoted(citation, f"citations[{i}]", is_of_age=False)


def _quoted(citation: Citation, path: str, *, is_of_age: bool) -> Iterator[_Told]:
    if citation.force != Force.DENIED:
        for one in _read(citation.quote, path, is_of_age=is_of_age):
            yield evolve(one, citation=citation)


def _read(text: str, path: str, *, is_of_age: bool) -> Iterator[_Told]:
    """The one age that a text tells of the person whom it is about."""
    if len(text) > _LONG or not _DIGIT.search(text):
        return
    ages = ages_in(text)
    if len(ages) != 1 or _WIDE.search(text[: ages[0].start]):
        return
    age = ages[0]
    if is_of_age or _is_own(text, age.start, age.end):
        yield _Told(age.least, age.greatest, shown(text), path)


def _is_own(text: str, start: int, end: int) -> bool:
    """Whether an age is that of the person whom a text begins with."""
    if _OTHERS.search(text, 0, start):
        return False
    return bool(_PERSON.search(text, 0, end) or _PERSON.match(text, end))


def _conflicts(case: Case, party: Party, told: list[_Told]) -> Iterator[Hit]:
    """Each telling that excludes what is recorded, or else what is told before it."""
    kept = [] if party.age is None else [_recorded(party.age)]
    for one in told:
        other = next((other for other in kept if _gap(one, other) > 0), None)
        if other is None:
            kept.append(one)
            continue
        doubtful = len(told) > 1 and not (_is_firm(one) and _is_firm(other))
        near = _gap(one, other) <= _years_between(case, one, other)
        hit = case.hit(
            party,
            one.path,
            f"{one.words} tells another age than {other.words}",
            verdict=Verdict.POSSIBLE if doubtful or near else Verdict.CERTAIN,
            mend="correct the age, or give the words to the person they tell of",
        )
        words = (each.citation for each in (one, other) if each.citation)
        yield evolve(hit, citations=tuple(dict.fromkeys(words)))


def _recorded(age: Age) -> _Told:
    """What is recorded, as the words of its source if all are of one."""
    least = 0 if age.least is None else age.least
    greatest = _EVER if age.greatest is None else age.greatest
    span = str(least) if least == greatest else f"{least} to {greatest}"
    sources = {one.source_id for one in age.citations}
    citation = age.citations[0] if len(sources) == 1 else None
    return _Told(least, greatest, f"the recorded age ({span})", "age", citation)


def _gap(one: _Told, other: _Told) -> int:
    """By how many years two ages exclude each other; 0 or less where they don't."""
    return max(one.least, other.least) - min(one.greatest, other.greatest)


def _is_firm(one: _Told) -> bool:
    return one.citation is None or strength(one.citation.force) >= STATED


def _years_between(case: Case, one: _Told, other: _Told) -> int:
    """How far two sources may differ for the birthdays between them."""
    ids = {each.citation.source_id for each in (one, other) if each.citation}
    if len(ids) < _TWO:
        return 0
    dates = [case.incident.source(each).published for each in ids]
    days = [date.earliest_utc for date in dates if date and date.earliest_utc]
    return 1 + (max(days) - min(days)) // _YEAR if days else 1
