"""Mappings: what the columns of a table are, as a small TOML file tells it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from os import PathLike
from pathlib import Path
from typing import Final

from attrs import frozen

from incident_timeline.parsers.table.words import Choice, Likeness, Template, folded

__all__ = [
    "Column",
    "EventPlan",
    "EvidencePlan",
    "Mapping",
    "PartyPlan",
    "Told",
    "When",
    "ZonePlan",
    "load_mapping",
]

_NO_WORDS: Final = Template()
_NO_CHOICE: Final = Choice()
_AFFECTED: Final = Choice("affected_person")
_STATED: Final = Choice("stated")


@frozen(kw_only=True)
class Column:
    """What the cells of a column look like, wherever they are used.

    Attributes:
        missing: Values that say nothing, besides those of the whole table.
        placeholder: Values that stand where none is known, and are told of.
        least: The least number that can be.
        greatest: The greatest one.
        formats: How its times are written, see :class:`TimeFormat`.
        pad: Up to how many digits zeros are put in front.
        whole: Whether ``34.0`` is ``34``.
        local_midnight: Whether an instant that is midnight is a date.
        in_front: Words that are cut off in front.
        behind: Words that are cut off behind.
        hedges: Words in front or behind, and the qualifier or force that they are.
    """

    missing: tuple[Likeness, ...] = ()
    placeholder: tuple[Likeness, ...] = ()
    least: float | None = None
    greatest: float | None = None
    formats: tuple[str, ...] = ()
    pad: int = 0
    whole: bool = False
    local_midnight: bool = False
    in_front: tuple[Likeness, ...] = ()
    behind: tuple[Likeness, ...] = ()
    hedges: tuple[tuple[Likeness, str], ...] = ()


@frozen(kw_only=True)
class Told:
    """Which columns tell a time."""

    date: str = ""
    time: str = ""
    qualifier: str = ""


_NOT_TOLD: Final = Told()


@frozen(kw_only=True)
class When:
    """A condition on one column: it has a value, has one of these, or none of those."""

    column: str
    values: tuple[Likeness, ...] = ()
    unless: tuple[Likeness, ...] = ()
    missing: bool = False


@frozen(kw_only=True)
class EventPlan:
    """An event that each row tells, or that each row tells under a condition."""

    kind: Choice
    start: Told = _NOT_TOLD
    end: Told | None = None
    summary: Template = _NO_WORDS
    place: Template = _NO_WORDS
    force: str = "stated"
    split: str = ""
    when: tuple[When, ...] = ()

    def split_columns(self) -> Iterator[str]:
        """The columns that are split: those that say what happened, or whether."""
        yield self.kind.column
        yield from (one.column for one in self.when)

    def columns(self) -> Iterator[str]:
        """The columns that it needs."""
        end = self.end or _NOT_TOLD
        yield from (self.kind.column, self.start.date, self.start.time)
        yield from (end.date, end.time)
        yield from (*self.summary.columns, *self.place.columns)
        yield from (one.column for one in self.when)


@frozen(kw_only=True)
class PartyPlan:
    """A party that rows tell of, and its role in events."""

    role: Choice = _AFFECTED
    kind: str = "person"
    name: Template = _NO_WORDS
    description: Template = _NO_WORDS
    age: str = ""
    key: Template = _NO_WORDS
    events: tuple[str, ...] | None = None
    split: str = ""
    when: tuple[When, ...] = ()

    def columns(self) -> Iterator[str]:
        """The columns that it needs."""
        yield from (self.role.column, self.age, *self.name.columns)
        yield from (*self.description.columns, *self.key.columns)
        yield from (one.column for one in self.when)


@frozen(kw_only=True)
class EvidencePlan:
    """Items that rows tell of."""

    type: Choice
    status: Choice = _STATED
    description: Template = _NO_WORDS
    events: tuple[str, ...] | None = ()
    split: str = ""
    when: tuple[When, ...] = ()

    def columns(self) -> Iterator[str]:
        """The columns that it needs."""
        yield from (self.type.column, self.status.column, *self.description.columns)
        yield from (one.column for one in self.when)


@frozen(kw_only=True)
class ZonePlan:
    """In which zone rows speak: a fixed one, one by a column, or by US state."""

    choice: Choice = _NO_CHOICE
    us_state: str = ""


_NO_ZONE: Final = ZonePlan()


@frozen(kw_only=True)
class Mapping:
    """What the columns of a table are; written as TOML, see :func:`load_mapping`.

    Attributes:
        name: What it is asked for by.
        title: The title of the data set.
        publisher: Who publishes it.
        url: Where it is.
        licence: A note on how it may be used.
        header: The columns by which the table is known.
        encoding: The encoding of its bytes; empty for UTF-8 or UTF-16.
        delimiter: What stands between cells; empty to tell it from the header.
        sheet: The sheet of a workbook.
        missing: Cells that say nothing.
        ignore: Columns that are known, and left alone.
        prose: Columns that are read as prose.
        zone: The zone of its times.
        id: Each incident's id.
        incident_title: Each incident's title.
        jurisdiction: Where its law holds.
        group_by: Columns whose equal values make one incident.
        columns: What the cells of columns look like.
        events: What happened.
        parties: Who took part.
        evidence: Items.
    """

    name: str
    title: str = ""
    publisher: str = ""
    url: str = ""
    licence: str = ""
    header: tuple[str, ...] = ()
    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    missing: tuple[Likeness, ...] = ()
    ignore: tuple[Likeness, ...] = ()
    prose: tuple[str, ...] = ()
    zone: ZonePlan = _NO_ZONE
    id: Template = _NO_WORDS
    incident_title: Template = _NO_WORDS
    jurisdiction: Template = _NO_WORDS
    group_by: tuple[str, ...] = ()
    columns: tuple[tuple[Likeness, Column], ...] = ()
    events: tuple[EventPlan, ...] = ()
    parties: tuple[PartyPlan, ...] = ()
    evidence: tuple[EvidencePlan, ...] = ()

    def column(self, name: str) -> Column:
        """What the cells of a column look like."""
        fits = (one for likeness, one in self.columns if likeness.fits(name))
        return next(fits, Column())

    def fits(self, names: tuple[str, ...]) -> bool:
        """Whether a table with these columns is the one that it is for."""
        return bool(self.header) and set(map(folded, self.header)) <= set(
            map(folded, names)
        )

    @cached_property
    def used(self) -> dict[str, str]:
        """The columns that it makes something of, as compared and as written."""
        named = [
            *(column for plan in self.events for column in plan.columns()),
            *(column for plan in self.parties for column in plan.columns()),
            *(column for plan in self.evidence for column in plan.columns()),
            *(*self.prose, *self.group_by, *self.id.columns),
            *(*self.incident_title.columns, *self.jurisdiction.columns),
            *(self.zone.us_state, self.zone.choice.column),
        ]
        return {folded(one): one for one in named if one}

    def knows(self, name: str) -> bool:
        """Whether it says anything of a column."""
        told = (*self.ignore, *(likeness for likeness, _ in self.columns))
        return folded(name) in self.used or any(one.fits(name) for one in told)


def load_mapping(source: str | PathLike[str]) -> Mapping:
    r"""The mapping in a file, or in a text that holds a line's end.

    Raises:
        MappingError: If it is no mapping; names each key that is wrong, its line, and
            what to write.

    >>> told = load_mapping('name = "mine"\nzone = "UTC"\n[[event]]\nkind = "call"')
    >>> told.events[0].kind.fixed
    'call'
    """
    from incident_timeline.parsers.table.loading import loaded, unreadable  # noqa: PLC0415  needs these classes

    if isinstance(source, str) and ("\n" in source or "\r" in source):
        return loaded(source, "")
    path = Path(source)
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", "") or "is no text in UTF-8"
        raise unreadable(path, reason) from error
    return loaded(text, str(path))
