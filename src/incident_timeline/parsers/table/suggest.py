"""A mapping drafted from a table's header and its first rows."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from attrs import frozen

from incident_timeline.errors import InvalidMomentError, UnreadableInputError
from incident_timeline.moments.formats import TimeFields, TimeFormat
from incident_timeline.parsers.base import Document
from incident_timeline.parsers.table.ages import age_of
from incident_timeline.parsers.table.tables import open_table
from incident_timeline.parsers.table.words import folded
from incident_timeline.parsers.table.zones import us_state_zones

__all__ = ["suggest_mapping"]

_ROWS: Final = 200  # rows that are looked at
_VALUES: Final = 12  # values that a draft lists
_LONG: Final = 200  # characters from which on a cell is a narrative
_COLUMNS: Final = 500  # columns that are looked at
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
    "D-MMM-YY",
    "D-MMM-YYYY",
    "YYYYMMDD",
)
_CLOCKS: Final = (
    "HH:mm",
    "HH:mm:ss",
    "HH:mm:ss.S",
    "H:mm",
    "h:mm A",
    "h:mm:ss A",
    "HHmm",
)
_JOINED: Final = (" ", "T", " ", "T")
_ENDS: Final = ("", "", "Z", "Z")
_DAY_TIMES: Final = tuple(
    f"{day}{mark}{clock}{end}"
    for day in _DATES
    for clock in _CLOCKS[:-1]
    for mark, end in zip(_JOINED, _ENDS, strict=True)
)
_CLOCK_WORDS: Final = frozenset({"time", "hour", "clock"})
_LENGTH_WORDS: Final = frozenset(
    "duration elapsed hours length mins minutes response run seconds spent total"
    " travel wait zone".split()
)
_ID_WORDS: Final = frozenset("case id key no num number ref reference uid".split())
_NOT_ID_WORDS: Final = frozenset("date day of officers people time".split())
_AFFECTED_WORDS: Final = frozenset("deceased decedent subject victim".split())
_OTHERS_WORDS: Final = frozenset(
    "agency caller department deputy officer officers police reporter witness".split()
)
_CAMEL: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
_PADDED: Final = re.compile(r"(?:(?:[01]?\d|2[0-3])?[0-5])?\d(?:\.0)?")
_HOURS: Final = re.compile(r"0?\d{3,4}(?:\.0)?")
_UNSURE: Final = 2
_YEARS: Final = range(1800, 2101)
_BRACE: Final = re.compile(r"[{}]")
_ORDERS: Final = frozenset({"M/D/YYYY", "D/M/YYYY", "DD/MM/YYYY"})


@frozen
class _Column:
    """A column, and its first values."""

    name: str
    values: tuple[str, ...]

    @property
    def words(self) -> frozenset[str]:
        """The words of its name, in small letters."""
        parts = re.split(r"[\W_]{1,20}", _CAMEL.sub(" ", self.name).lower())
        return frozenset(filter(None, parts))

    @property
    def told(self) -> tuple[str, ...]:
        """Those values that say something."""
        return tuple(v for v in self.values if v and folded(v) not in _MISSING)

    def form(self, forms: tuple[str, ...]) -> str:
        """The first form of a time that all its values have; else nothing."""
        told = self.told
        for one in forms:
            form = TimeFormat(one)
            if told and all(_can_be(form.read(value)) for value in told):
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
        is_called = "age" in self.words and not self.words & _OTHERS_WORDS
        return is_called and any(map(age_of, self.told))

    @property
    def is_id(self) -> bool:
        """Whether it is called an id or a number, and holds each value once."""
        is_other = bool(self.words & (_NOT_ID_WORDS | _OTHERS_WORDS))
        is_called = bool(self.words & _ID_WORDS) and not is_other
        return is_called and len(set(self.told)) == len(self.values) > 0

    @property
    def is_clock(self) -> bool:
        """Whether it is called a time of day, and not how long something took."""
        is_called = bool(self.words & _CLOCK_WORDS)
        return is_called and not self.words & _LENGTH_WORDS

    @property
    def whose(self) -> frozenset[str]:
        """The words of its name that tell whose name or age it is."""
        return self.words - {"name", "full", "age"}


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
        for i, name in enumerate(table.names[:_COLUMNS])
    ]
    lines = list(_draft(columns))
    if len(table.names) > _COLUMNS:
        count = f"{_COLUMNS} of {len(table.names):,} columns"
        lines.insert(1, f"# Only the first {count} were looked at.")
    return "\n".join(lines) + "\n"


def _can_be(fields: TimeFields | None) -> bool:
    """Whether a time is of a day that there is, and of a year that may be meant."""
    try:
        day = fields.full_date if fields else None
    except InvalidMomentError:
        return False
    return fields is not None and (day is None or day.year in _YEARS)


def _draft(columns: list[_Column]) -> Iterator[str]:
    days = {one.name: form for one in columns if (form := one.form(_DATES))}
    clocks = {
        one.name: form
        for one in columns
        if one.name not in days and one.is_clock and (form := _clock(one))
    }
    both = {
        one.name: form
        for one in columns
        if one.name not in days and (form := one.form(_DAY_TIMES))
    }
    yield from _top(columns)
    plain = [one for one in columns if not _BRACE.search(one.name)]
    yield from _zone(plain)
    yield from _incident([one for one in plain if one.name not in days | both])
    for name, form in (days | both).items():
        yield from _form(name, form)
    for name, form in clocks.items():
        yield from _form(name, form)
    names = {one.name for one in plain}
    yield from _event(
        [one for one in days | both if one in names],
        [one for one in clocks if one in names],
    )
    yield from _people(plain)


def _clock(column: _Column) -> str:
    """The form of a column of clock times; digits without zeros are padded."""
    told = column.told
    if told and all(map(_PADDED.fullmatch, told)):
        return "HHmm" if any(map(_HOURS.fullmatch, told)) else ""
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
    names = [c for c in columns if "name" in c.words and not c.words & _OTHERS_WORDS]
    names.sort(key=_doubt)
    ages = sorted((one for one in columns if one.is_age), key=_doubt)
    name = names[0] if names else None
    if name and _doubt(name) < _UNSURE:
        ages = [one for one in ages if one.whose == name.whose]
    sure = [one for one in (name, *ages[:1]) if one and _doubt(one) < _UNSURE]
    if sure:
        yield from ("", *_party(sure))
    elif name or ages:
        yield from ("", "# Whose are these? Take the '#' away where it is that of")
        yield "# somebody whom it happened to, or give another role."
        yield from (f"# {line}" for line in _party([*names[:1], *ages[:1]]))
    arms = next((one for one in columns if "arm" in one.name.lower()), None)
    if arms:
        yield from _items(arms)


def _doubt(column: _Column) -> int:
    """How unsure it is that a name or an age is that of an affected person."""
    if column.whose & _AFFECTED_WORDS:
        return 0
    return _UNSURE if column.whose else 1


def _party(columns: list[_Column]) -> Iterator[str]:
    yield from ("[[party]]", 'role = "affected_person"')
    for one in columns:
        is_name = "name" in one.words
        value = "{" + one.name + "}" if is_name else one.name
        yield f"{'name' if is_name else 'age'} = {_text(value)}"


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
