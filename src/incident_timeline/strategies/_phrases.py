"""Strategies for time phrases: what a text says of a time, and what that means.

The forms are data: a clock, a date, and how the two are joined and bent. A form's
fields are filled from one instant, so that its truth is known before it is written.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from functools import cache

from attrs import frozen
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from incident_timeline.moments import Moment
from incident_timeline.strategies._dialects import DIALECTS, Dialect
from incident_timeline.strategies._noting import note
from incident_timeline.strategies._phrase_forms import (
    FORMS,
    Form,
    Phrased,
    Told,
    is_steady,
    shown,
)
from incident_timeline.strategies._picker import SEEDS, Picker

__all__ = ["TimePhrase", "time_phrases"]


@frozen(kw_only=True)
class TimePhrase:
    """A text with one time phrase whose meaning is known.

    Attributes:
        text: The text; the phrase is the last time that it tells.
        start: Where the phrase begins in it.
        end: Where it ends; ``text[start:end]`` is :attr:`words`.
        moment: What it means; its ``text`` is the phrase.
        published: The day on which the text appeared.
        zone: The zone in which it speaks.

    >>> told = "Shots were fired at 21:04 on 3 May 2024."
    >>> shots = TimePhrase(text=told, start=20, end=39, zone="Europe/London",
    ...                    moment=Moment.at("2024-05-03T21:04", zone="Europe/London"),
    ...                    published=date(2024, 5, 4))
    >>> shots.words
    '21:04 on 3 May 2024'
    """

    text: str
    start: int
    end: int
    moment: Moment
    published: date
    zone: str

    @property
    def words(self) -> str:
        """The phrase itself, without the "at" or "on" before it."""
        return self.text[self.start : self.end]


_PLAIN_MINUTES = st.sampled_from((1247, 540, 725, 0, 1439, 61))
_MINUTES = st.one_of(_PLAIN_MINUTES, st.integers(0, 1439))
_WHEN = st.tuples(st.integers(0, 3650), _MINUTES, st.integers(0, 180))
_EVERY_FORM = st.sampled_from(FORMS)
_FIRST = date(2015, 1, 1)
_DAY = timedelta(days=1)


@st.composite
def time_phrases(
    draw: st.DrawFn, *, dialects: Sequence[str] = tuple(DIALECTS)
) -> TimePhrase:
    """Texts that end with a time phrase, and what the phrase means.

    Clocks of 24 and 12 hours, dates in every order with and without their year,
    weekdays, parts of a day, ranges, qualifiers, and phrases that count on a time told
    before; written as in *dialects* (``UK``, ``US``). Shrinks to a plain clock time
    and date in the first dialect.

    Raises:
        InvalidArgument: When drawn from, if there is no such dialect.

    >>> from hypothesis import find
    >>> find(time_phrases(), lambda phrase: True).text
    'Officers arrived at 20:47 on 1 January 2015.'
    """
    phrase: TimePhrase = draw(_phrases(tuple(dialects)))
    note(f"qualifier: {phrase.moment.qualifier.value}")
    note(f"precision: {phrase.moment.precision.value}")
    return phrase


@cache
def _phrases(dialects: tuple[str, ...]) -> st.SearchStrategy[TimePhrase]:
    if not dialects or not {*dialects} <= {*DIALECTS}:
        message = f"dialects={list(dialects)!r} must hold one or more of {[*DIALECTS]}"
        raise InvalidArgument(message)
    known = st.sampled_from([DIALECTS[name] for name in dialects])
    return st.builds(_time_phrase, _EVERY_FORM, known, _WHEN, SEEDS)


def _time_phrase(
    form: Form, dialect: Dialect, when: tuple[int, int, int], seed: int
) -> TimePhrase:
    number, minutes, after = when
    pick = Picker(seed)
    zone = pick.of(dialect.zones)
    day = _FIRST + number * _DAY
    if form.is_double and not is_steady(day, zone):
        day += 3 * _DAY
    local = datetime.combine(day, time()) + timedelta(minutes=minutes)
    told = Told(
        local=shown(local, zone),
        dialect=dialect,
        zone=zone,
        pick=pick,
        clock_form=pick.of(dialect.clocks),
        date_form=pick.of(dialect.dates),
    )
    phrased = form.fill(told)
    days = form.least + after % (form.most - form.least + 1)
    return _written(phrased, zone, told.day + days * _DAY)


def _written(phrased: Phrased, zone: str, published: date) -> TimePhrase:
    head = f"{phrased.before}Officers arrived {phrased.lead}"
    moment = Moment.from_stated(
        phrased.stated,
        zone=zone,
        qualifier=phrased.qualifier,
        part=phrased.part,
        text=phrased.words,
    )
    if moment.earliest is not None:  # "after 1 January" is told on the 2nd, or later
        published = max(published, moment.earliest.date())
    return TimePhrase(
        text=f"{head}{phrased.words}".removesuffix(".") + ".",
        start=len(head),
        end=len(head) + len(phrased.words),
        moment=moment,
        published=published,
        zone=zone,
    )
