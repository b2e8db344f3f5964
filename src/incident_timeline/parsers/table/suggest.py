"""A mapping drafted from a table's header and its first rows."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from attrs import frozen

from incident_timeline.errors import UnreadableInputError
from incident_timeline.moments.formats import TimeFormat
from incident_timeline.parsers.base import Document
from incident_timeline.parsers.table.ages import age_of
from incident_timeline.parsers.table.tables import open_table
from incident_timeline.parsers.table.words import folded
from incident_timeline.parsers.table.zones import us_state_zones

__all__ = ["suggest_mapping"]

_ROWS: Final = 200  # rows that are looked at
_VALUES: Final = 12  # values that a draft lists
_LONG: Final = 200  # characters from which on a cell is a narrative
_MISSING: Final = ("na", "n/a", "none", "null", "(null)", "unknown", "undetermined")
_DATES: Final = (
    "YYYY-MM-DD",
    "YYYY/MM/DD",
    "DD/MM/YYYY",
    "M/D/YYYY",
    "D/M/YYYY",
    "M/D/YY",
    "DD.MM.YYYY",
    "D MMMM YYYY",
    "MMMM D, YYYY",
    "D MMM YYYY",
)
_CLOCKS: Final = ("HH:mm", "HH:mm:ss", "H:mm", "h:mm A", "h:mm:ss A", "HHmm")
_JOINED: Final = (" ", "T", " ", "T")
_ENDS: Final = ("", "", "Z", "Z")
_DAY_TIMES: Final = tuple(
    f"{day}{mark}{clock}{end}"
    for day in _DATES
    for clock in _CLOCKS[:5]
    for mark, end in zip(_JOINED, _ENDS, strict=True)
)
_TIME_NAME: Final = re.compile(r"time|hour|clock", re.IGNORECASE)
_BRACE: Final = re.compile(r"[{}]")
_ORDERS: Final = frozenset({"M/D/YYYY", "D/M/YYYY", "DD/MM/YYYY"})


@frozen
class _Column:
    """A column, and its first values."""

    name: str
    values: tuple[str, ...]

    @property
    def told(self) -> tuple[str, ...]:
        """Those values that say something."""
        return tuple(v for v in self.values if v and folded(v) not in _MISSING)

    def form(self, forms: tuple[str, ...]) -> str:
        """The first form of a time that all its values have; else nothing."""
        told = self.told
        for one in forms:
            form = TimeFormat(one)
            if told and all(form.read(value) for value in told):
                return one
        return ""

    @property
    def is_state(self) -> bool:
        """Whether its values are states of the US."""
        states = us_state_zones()
        return bool(self.told) and all(folded(one) in states for one in self.told)

    @property
    def is_age(self) -> bool:
        """Whether it is called an age, and holds ages."""
        words = re.split(r"[\W_]{1,20}", self.name.lower())
        return "age" in words and any(map(age_of, self.told))

    @property
    def is_id(self) -> bool:
        """Whether it is called an id or a number, and holds each value once."""
        words = set(re.split(r"[\W_]{1,20}", self.name.lower()))
        is_called = not words.isdisjoint({"id", "number", "no", "case", "incident"})
        return is_called and len(set(self.told)) == len(self.values) > 0


def suggest_mapping(document: Document) -> str:
    r"""A mapping drafted from a table's header and first rows, to be mended by hand.

    It is TOML with a comment on each guess. What can't be guessed, such as what the
    rows tell, stands in it as an example.

    Raises:
        UnreadableInputError: If the document holds no table.

    >>> print(suggest_mapping(Document("id,date\n7,2024-05-03\n")).splitlines()[-1])
    start = "date"
    """
    table = open_table([document.text], name=document.name)
    if table is None:
        message = "the document holds no table: it has no line with words"
        raise UnreadableInputError(message)
    rows = [row.fields for row in islice(table.rows, _ROWS)]
    columns = [
        _Column(
            name,
            tuple(row[i].value.strip() for row in rows if i < len(row)),
        )
        for i, name in enumerate(table.names)
    ]
    return "\n".join(_draft(columns)) + "\n"


def _draft(columns: list[_Column]) -> Iterator[str]:
    days = {one.name: form for one in columns if (form := one.form(_DATES))}
    clocks = {
        one.name: form
        for one in columns
        if one.name not in days
        and _TIME_NAME.search(one.name)
        and (form := _clock(one))
    }
    both = {
        one.name: form
        for one in columns
        if one.name not in days and (form := one.form(_DAY_TIMES))
    }
    yield from _top(columns)
    yield from _zone(columns)
    plain = [one for one in columns if not _BRACE.search(one.name)]
    yield from _incident(plain)
    for name, form in (days | both).items():
        yield from _form(name, form)
    for name, form in clocks.items():
        yield from _form(name, form)
    yield from _event(list(days | both), list(clocks))
    yield from _people(plain)


def _clock(column: _Column) -> str:
    """The form of a column of clock times; digits without zeros are padded."""
    told = column.told
    if told and all(re.fullmatch(r"\d{1,4}(?:\.0)?", one) for one in told):
        return "HHmm"
    return column.form(_CLOCKS)


def _top(columns: list[_Column]) -> Iterator[str]:
    yield "# A draft: read it, mend it, and delete what you don't need."
    yield "# Every value that it does not explain is told when the table is read."
    yield 'name = "my-table"'
    yield 'title = ""      # what the data set is called'
    yield 'publisher = ""  # who publishes it'
    yield 'url = ""'
    yield f"header = {_list([one.name for one in columns])}"
    values = dict.fromkeys(v for one in columns for v in one.values)
    missing = [one for one in values if folded(one) in _MISSING]
    yield f"missing = {_list(missing)}  # cells that say nothing; empty ones never do"
    yield 'ignore = []  # columns to leave alone; "Link *" is all that begin so'
    long = next((c.name for c in columns if any(len(v) > _LONG for v in c.told)), "")
    if long:
        yield f"prose = {_text(long)}  # long text: read as a press release is"


def _zone(columns: list[_Column]) -> Iterator[str]:
    state = next((one.name for one in columns if one.is_state), "")
    if state:
        yield from ("", "[zone]", f"us_state = {_text(state)}")
    else:
        yield '# zone = "America/Chicago"  # without a zone no time is placed'


def _incident(columns: list[_Column]) -> Iterator[str]:
    yield from ("", "[incident]")
    called = next((one.name for one in columns if one.is_id), "")
    if called:
        yield f"id = {_text('{' + called + '}')}"
    places = [c.name for c in columns if folded(c.name) in ("city", "town", "state")]
    title = ", ".join(f"{{{one}}}" for one in places)
    yield f"title = {_text(title)}"
    yield f"# group_by = [{_text(called or 'case')}]  # rows alike in it are one"


def _form(name: str, form: str) -> Iterator[str]:
    note = "  # or is the month first?" if form in _ORDERS else ""
    if form == "M/D/YYYY":
        note = "  # or is the day first?"
    yield from ("", f"[column.{_text(name)}]", f"formats = [{_text(form)}]{note}")
    if form == "HHmm":
        yield "pad = 4  # 202 is 02:02"


def _event(days: list[str], clocks: list[str]) -> Iterator[str]:
    yield from ("", "[[event]]")
    yield 'kind = "other"  # what a row tells: shots, arrest, call ...'
    if days and clocks:
        yield f"start = {{ date = {_text(days[0])}, time = {_text(clocks[0])} }}"
    elif days:
        yield f"start = {_text(days[0])}"
    else:
        yield '# start = "date"  # no column of dates was found'


def _people(columns: list[_Column]) -> Iterator[str]:
    name = next((c.name for c in columns if folded(c.name).endswith("name")), "")
    age = next((one.name for one in columns if one.is_age), "")
    if name or age:
        yield from ("", "[[party]]", 'role = "affected_person"')
    if name:
        yield f"name = {_text('{' + name + '}')}"
    if age:
        yield f"age = {_text(age)}"
    arms = next((one for one in columns if "arm" in one.name.lower()), None)
    if arms:
        yield from _items(arms)


def _items(arms: _Column) -> Iterator[str]:
    mark = ";" if any(";" in one for one in arms.told) else ""
    told = [part for one in arms.told for part in (one.split(mark) if mark else [one])]
    values = list(dict.fromkeys(one.strip() for one in told if one.strip()))[:_VALUES]
    table = ", ".join(f'{_text(one)} = "other"' for one in values)
    yield from ("", "[[evidence]]", "# what each value is: firearm, knife ...")
    column = f"column = {_text(arms.name)}"
    yield f'type = {{ {column}, values = {{ {table} }}, otherwise = "other" }}'
    yield f"description = {_text('{' + arms.name + '}')}"
    if mark:
        yield f"split = {_text(mark)}"


def _list(texts: list[str]) -> str:
    return "[" + ", ".join(map(_text, texts)) + "]"


def _text(text: str) -> str:
    """A text as TOML writes it."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
