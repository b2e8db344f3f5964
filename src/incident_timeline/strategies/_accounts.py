"""Strategies for whole accounts: a text as police publish it, with what it tells."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import cache
from typing import Literal

from attrs import define, field, frozen
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from incident_timeline.moments import Moment, Qualifier
from incident_timeline.strategies._account import Account, ToldEvent
from incident_timeline.strategies._account_words import (
    ASIDES,
    HEADINGS,
    LEADS,
    QUOTED,
    STYLES,
    TELLINGS,
    Style,
)
from incident_timeline.strategies._dialects import (
    DIALECTS,
    clock_text,
    date_text,
)
from incident_timeline.strategies._ledgers import (
    LEDGERS,
    ToldRow,
    begins,
    in_order,
    told_rows,
)
from incident_timeline.strategies._noting import note, note_number
from incident_timeline.strategies._phrase_forms import is_steady, shown
from incident_timeline.strategies._picker import SEEDS, Picker

__all__ = ["accounts"]

_MINUTE = timedelta(minutes=1)
_DAY = timedelta(days=1)
_KINDS = tuple(str(kind) for kind in TELLINGS)
Form = Literal["prose", "log", "table"]


_ROWS = told_rows(_KINDS)
_DAYS = st.integers(0, 3650)
_MINUTES = st.integers(0, 24 * 60 - 1)


@st.composite
def accounts(
    draw: st.DrawFn, *, form: Form = "prose", styles: Sequence[str] = tuple(STYLES)
) -> Account:
    """Accounts of up to eight events, with what they tell; each kind once at most.

    As *prose*, they are what police publish, with the clocks, dates and words of
    *styles* (``UK``, ``US``): headings, bylines, leads that retell, times told before
    and after what happened, relative ones and none; and sentences that tell no event:
    denied, to come, general, quoted. As a *log*, each event is a stamped line, with
    the date in it or in a heading above, among continued lines. As a *table*, each is
    a row of comma-separated values below ``date,time,kind,place``, some without a time.
    Shrinks to a call at a plain time.

    Raises:
        InvalidArgument: When drawn from, if there is no such form or style.

    >>> from hypothesis import find
    >>> print(find(accounts(), lambda account: True).text)
    At 00:00 on 1 January 2015, police were called to an address in Mill Lane.
    >>> print(find(accounts(form="log"), lambda account: True).text)
    2015-01-01 00:00:00 CALL RECEIVED
    """
    account: Account = draw(_accounts(form, tuple(styles)))
    note(f"form: {form}")
    note_number("events", len(account.events))
    return account


@cache
def _accounts(form: str, styles: tuple[str, ...]) -> st.SearchStrategy[Account]:
    unknown = sorted({*styles} - {*STYLES})
    if unknown or not styles:
        message = f"styles={list(styles)!r} must hold one or more of {[*STYLES]}"
        raise InvalidArgument(message)
    known = st.sampled_from([STYLES[name] for name in styles])
    if form == "prose":
        return st.builds(_account, known, _ROWS, _DAYS, _MINUTES, SEEDS)
    if form in LEDGERS:
        kinds, write = LEDGERS[form]
        return st.builds(write, known, told_rows(kinds), _DAYS, _MINUTES, SEEDS)
    message = f"form={form!r} is none of 'prose', 'log' and 'table'"
    raise InvalidArgument(message)


def _account(
    style: Style, rows: list[ToldRow], day: int, minutes: int, seed: int
) -> Account:
    pick = Picker(seed)
    dialect = DIALECTS[style.dialect]
    writer = _Writer(
        style=style,
        zone=pick.of(dialect.zones),
        clock_form=pick.of(dialect.clocks),
        date_form=pick.of(dialect.dates),
        now=begins(day, minutes),
    )
    told = in_order(rows, _KINDS)
    writer.move_on(timedelta())
    writer.open(pick, [row.kind for row in told])
    for number, row in enumerate(told):
        writer.tell(row, is_first=number == 0)
    after = timedelta(days=1 + pick.below(5))
    return Account(
        text=writer.text.rstrip(),
        published=(writer.now + after).date(),
        zone=writer.zone,
        events=tuple(writer.events),
    )


@frozen
class _Form:
    """How the time of an event is told: words before and after what happened.

    Attributes:
        before: Words before it.
        after: Words after it.
        qualifier: What they say of the clock time; nothing where they tell none.
        counts: The minutes after the time told last that they count.
    """

    before: str
    after: str = ""
    qualifier: Qualifier | None = Qualifier.EXACT
    counts: int = 0


_FULL = (
    _Form("At {clock} on {date}, "),
    _Form("", " at {clock} on {date}"),
    _Form("On {date} at {clock}, "),
    _Form("Shortly before {clock} on {date}, ", "", Qualifier.SHORTLY_BEFORE),
)
_SHORT = (
    _Form("", "", None),
    _Form("At {clock}, "),
    _Form("", " at {clock}"),
    _Form("At about {clock}, ", "", Qualifier.ABOUT),
    _Form("", " at approximately {clock}", Qualifier.ABOUT),
    _Form("Shortly before {clock}, ", "", Qualifier.SHORTLY_BEFORE),
    _Form("Just after {clock}, ", "", Qualifier.SHORTLY_AFTER),
    _Form("By {clock}, ", "", Qualifier.BY),
)
_COUNTED = (
    _Form("Ten minutes later, ", counts=10),
    _Form("An hour later, ", counts=60),
)
_LAST_LEAD_HOUR = 16  # later, the story may end on another day than it began


@define(kw_only=True)
class _Writer:
    """Writes one account, sentence by sentence, and keeps what it told."""

    style: Style
    zone: str
    clock_form: str
    date_form: str
    now: datetime
    text: str = ""
    events: list[ToldEvent] = field(factory=list)
    _is_exact: bool = False
    _has_met: bool = False
    _led: dict[str, Moment] = field(factory=dict)

    def move_on(self, gap: timedelta) -> None:
        """Let time pass; never to a time that the clocks of the zone skip."""
        self.now = shown(self.now + gap, self.zone)

    def open(self, pick: Picker, kinds: Sequence[str]) -> None:
        """What stands above the story: a heading, a byline, a lead, or nothing."""
        if pick.below(2):
            self._add(pick.of(HEADINGS), "\n\n")
            if pick.below(2):
                day = date_text(self.date_form, (self.now + _DAY).date())
                self._add(self.style.byline.format(date=day), "\n\n")
        main = next((kind for kind in LEADS if kind in kinds[1:]), None)
        if main is not None and pick.below(2) and self.now.hour < _LAST_LEAD_HOUR:
            self._lead(main)

    def _lead(self, kind: str) -> None:
        day = self.now.date()
        self._led[kind] = Moment.on(day, zone=self.zone)
        words = LEADS[kind].format(
            a_man="A 34-year-old man",
            officers=self.style.officers,
            date=date_text(self.date_form, day),
        )
        self._has_met = "{a_man}" in LEADS[kind]
        self._add(f"{words}.", "\n\n")

    def tell(self, row: ToldRow, *, is_first: bool) -> None:
        """Tell an event, and perhaps what is no event after it."""
        pick = Picker(row.seed)
        core = pick.of(TELLINGS[row.kind])
        form = pick.of(_FULL if is_first else self._forms(row.kind))
        if not is_first:
            gap = form.counts or pick.of((9, 1, 4, 17, 45))
            self.move_on(gap * _MINUTE)
        line = self._line(form, core)
        aside = pick.of(("", "", *ASIDES, *QUOTED))
        ends = "\n\n" if pick.below(3) == 1 else " "
        start = self._add(line, " " if aside else ends)
        told = ToldEvent(
            kind=row.kind,
            moment=self._moment(row.kind, form),
            start=start,
            end=start + len(line),
        )
        self.events.append(told)
        if aside:
            self._add(aside, ends)

    def _forms(self, kind: str) -> tuple[_Form, ...]:
        """The forms for an event that is not the first.

        Minutes are counted only from an exact time just before; "by" isn't said of what
        a lead has given a day, since the narrower of the two is then in question.
        """
        short = _SHORT[:-1] if kind in self._led else _SHORT
        counts = self._is_exact and is_steady(self.now.date(), self.zone)
        return (*short, *_COUNTED) if counts else short

    def _line(self, form: _Form, core: str) -> str:
        man = "the man" if self._has_met else "a 34-year-old man"
        self._has_met = self._has_met or "{man}" in core
        fields = {
            "man": man,
            "officers": self.style.officers,
            "medics": self.style.medics,
            "body": self.style.body,
            "clock": clock_text(self.clock_form, self.now.time()),
            "date": date_text(self.date_form, self.now.date()),
        }
        line = f"{form.before}{core}{form.after}".format_map(fields)
        return f"{line[:1].upper()}{line[1:].removesuffix('.')}."

    def _moment(self, kind: str, form: _Form) -> Moment:
        """What the words of a form say; else what the lead has said."""
        self._is_exact = form.qualifier is Qualifier.EXACT
        if form.qualifier is None:
            return self._led.get(kind, Moment.unknown())
        return Moment.from_stated(
            self.now.isoformat(timespec="minutes"),
            zone=self.zone,
            qualifier=form.qualifier,
        )

    def _add(self, words: str, ends: str) -> int:
        """Add words, and what parts them from the next; where they begin."""
        start = len(self.text)
        self.text += f"{words}{ends}"
        return start
