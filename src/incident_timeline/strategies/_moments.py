"""Strategies for uncertain time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta

from attrs import evolve, frozen
from hypothesis import strategies as st

from incident_timeline.moments import (
    Assumption,
    Moment,
    PartOfDay,
    Precision,
    Qualifier,
    Vagueness,
)
from incident_timeline.strategies._noting import note
from incident_timeline.strategies._picker import SEEDS, Picker
from incident_timeline.strategies._stating import WORDINGS, Wording, state
from incident_timeline.strategies._words import EXTRAS, TEXT_POOL, TEXTS

__all__ = ["BASE", "ZONES", "awkward_moments", "moments", "reworded", "vaguenesses"]

BASE = datetime(2024, 1, 1, tzinfo=UTC)
ZONES = (
    "UTC",
    "Europe/London",
    "America/New_York",
    "Australia/Lord_Howe",
    "America/Sao_Paulo",
    "Pacific/Apia",
    "+05:30",
    "-09:30",
)
"""The zones that are drawn: with and without folds, whole and half hours, offsets."""
_ASSUMED = ((), (Assumption.YEAR.value,), (Assumption.HALF_DAY.value, "x-weekday"))

_MINUTES = st.integers(-12_000_000, 5_000_000)  # from 2001 into 2033
_WORDINGS = st.sampled_from(WORDINGS)


def reworded(moment: Moment, picker: Picker, texts: Sequence[str]) -> Moment:
    """The same bounds, with words, assumptions and fields not known yet."""
    return evolve(
        moment,
        text=picker.of(texts),
        assumed=picker.of(_ASSUMED),
        unknown=picker.of(EXTRAS),
    )


def moments(*, zones: Sequence[str] = ZONES) -> st.SearchStrategy[Moment]:
    """Moments stated in every way there is, in any of *zones*.

    Exact, vague, of every precision, ranges, open on a side, unknown. Shrinks to the
    first minute of 2024 in the first zone.
    """
    return st.builds(_moment, _MINUTES, st.sampled_from(zones), _WORDINGS, SEEDS, TEXTS)


def _moment(
    minutes: int, zone: str, wording: Wording, seed: int, texts: list[str]
) -> Moment:
    instant = BASE + timedelta(minutes=minutes) + wording.beyond
    moment = state(instant, zone, wording)
    return _noted(reworded(moment, Picker(seed), (*TEXT_POOL, *texts)))


def _noted(moment: Moment) -> Moment:
    note(f"qualifier: {moment.qualifier.value}")
    note(f"precision: {moment.precision.value}")
    return moment


_ANY = tuple(one for one in Qualifier if one is not Qualifier.UNKNOWN)


@frozen
class _Edge:
    """A time at an edge of the calendar or the clock, and how it may be bent."""

    zone: str
    stated: str
    part: PartOfDay | None = None
    bends: tuple[Qualifier, ...] = _ANY


# Near the first and the last year the widths of vague words leave the calendar.
_STEADY = (Qualifier.EXACT, Qualifier.BY, Qualifier.SINCE)
_EDGES = (
    _Edge("UTC", "2024-01-01T00:00"),
    _Edge("UTC", "2023-12-31T23:59:59.999999"),
    _Edge("UTC", "2024-02-29"),
    _Edge("UTC", "2000-02-29T23:59"),
    _Edge("UTC", "2024-02"),
    _Edge("Europe/London", "2023-10-29T01:30"),  # happens twice
    _Edge("Europe/London", "2023-10-29T01"),
    _Edge("Europe/London", "2023-10-29"),  # 25 hours
    _Edge("Europe/London", "2023-03-26"),  # 23 hours
    _Edge("Europe/London", "2023-03-26T00:59:59.999999"),  # a skipped hour follows
    _Edge("Europe/London", "2023-03-26T02:00:00"),  # and here it is over
    _Edge("Australia/Lord_Howe", "2023-04-02T01:45"),  # half an hour happens twice
    _Edge("Australia/Lord_Howe", "2023-04-02T01"),
    _Edge("Australia/Lord_Howe", "2023-10-01T02"),  # half of it never happened
    _Edge("America/Sao_Paulo", "2018-11-04"),  # begins at 01:00
    _Edge("America/Sao_Paulo", "2018-02-17T23:30"),  # the last hour, twice
    _Edge("America/Havana", "2023-11-05T00:30"),  # the first hour, twice
    _Edge("America/Havana", "2023-11-04", PartOfDay.EVENING),
    _Edge("Pacific/Apia", "2011-12-29"),  # the next day was skipped
    _Edge("Pacific/Apia", "2011-12-31T00:00"),
    _Edge("Pacific/Apia", "2011-12-29", PartOfDay.OVERNIGHT),
    _Edge("Pacific/Kiritimati", "2024-01-01"),  # the first day anywhere
    _Edge("-12:00", "2023-12-31"),  # the last one
    _Edge("+05:30", "2024-01-01T05:29:59"),
    _Edge("Europe/London", "1847-11-30"),  # local mean time, of odd seconds
    _Edge("UTC", "0002", bends=_STEADY),
    _Edge("Asia/Tokyo", "0002-01-01T00:00", bends=_STEADY),
    _Edge("UTC", "9998", bends=_STEADY),
    _Edge("America/New_York", "9998-12-31T23:59:59.999999", bends=_STEADY),
)


def awkward_moments() -> st.SearchStrategy[Moment]:
    """Moments at the edges: clocks that change, midnight, leap days, first and last.

    Folds of an hour and of half an hour, at midnight too; both edges of gaps; days
    that were skipped or begin late; the date line; the first and last years.
    """
    return st.builds(
        _at_edge, st.sampled_from(_EDGES), SEEDS, st.sampled_from((None, 0, 1))
    )


def _at_edge(edge: _Edge, seed: int, fold: int | None) -> Moment:
    note(f"edge: {edge.stated} {edge.zone}")
    return Moment.from_stated(
        edge.stated,
        zone=edge.zone,
        qualifier=Picker(seed).of(edge.bends),
        part=edge.part,
        fold=fold,
    )


_WIDTHS = st.integers(0, 10_080)
_SOME = st.integers(1, 10_080)


def vaguenesses() -> st.SearchStrategy[Vagueness]:
    """Widths of the vague words, up to a week; the parts of the day moved too."""
    return st.builds(_vagueness, _SOME, _SOME, _WIDTHS, st.integers(0, 12))


def _vagueness(shortly: int, immediately: int, about: int, hours: int) -> Vagueness:
    width = timedelta(minutes=about)
    return Vagueness(
        shortly=timedelta(minutes=shortly),
        immediately=timedelta(minutes=immediately),
        about=dict.fromkeys(Precision, width),
        parts={part: (time(hours), timedelta(hours=24 + hours)) for part in PartOfDay},
    )
