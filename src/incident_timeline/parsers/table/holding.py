"""What each key of a mapping holds: one function for each sort of value."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterable
from collections.abc import Mapping as Table
from difflib import get_close_matches
from typing import Any, Final, TypeVar
from zoneinfo import available_timezones

from incident_timeline.errors import TimelineError
from incident_timeline.moments import Qualifier, check_zone
from incident_timeline.moments.formats import TimeFormat
from incident_timeline.parsers.table.mapping import Told, When, ZonePlan
from incident_timeline.parsers.table.places import At, RefusedError
from incident_timeline.parsers.table.words import Choice, Likeness, Template
from incident_timeline.vocabulary import Force, term_word

__all__ = [
    "FORCES",
    "QUALIFIERS",
    "Reads",
    "as_choice",
    "as_codec",
    "as_column",
    "as_count",
    "as_delimiter",
    "as_flag",
    "as_formats",
    "as_hedges",
    "as_id",
    "as_likenesses",
    "as_name",
    "as_number",
    "as_one_of",
    "as_template",
    "as_term",
    "as_text",
    "as_texts",
    "as_told",
    "as_whens",
    "as_word",
    "as_zone",
    "record",
    "values",
]

T = TypeVar("T")
Reads = Callable[[At, Any], Any]
_NAME: Final = re.compile(r"[a-z][a-z0-9]*(?:[_-][a-z0-9]+)*")
QUALIFIERS: Final = tuple(
    one.value for one in Qualifier if one not in (Qualifier.EXACT, Qualifier.UNKNOWN)
)
FORCES: Final = tuple(one.value for one in Force)
_BRACED: Final = re.compile(r"\s{0,9}\{([^{}]*)\}\s{0,9}")
_CLOSE: Final = 0.8  # how like a known term another is, to be taken for a slip
_ABBREVIATED: Final = {
    **dict.fromkeys(("EST", "EDT"), "America/New_York"),
    **dict.fromkeys(("CST", "CDT"), "America/Chicago"),
    **dict.fromkeys(("MST", "MDT"), "America/Denver"),
    **dict.fromkeys(("PST", "PDT"), "America/Los_Angeles"),
    "BST": "Europe/London",
}
_MOST: Final = 100  # digits of a number, or repetitions of a block


def values(at: At, table: Table[str, Any], keys: Table[str, Any]) -> dict[str, Any]:
    """The values of a table by the names of fields; what is wrong is noted."""
    found: dict[str, Any] = {}
    for key, value in table.items():
        if key not in keys:
            at.unknown(key, keys)
            continue
        name, read = keys[key]
        try:
            found[name] = read(at.below(key), value)
        except RefusedError:
            continue
    return found


def record(cls: type[T], at: At, value: Any, keys: Table[str, Any], needs: str) -> T:
    """A record from a table, or nothing where it is refused."""
    if not isinstance(value, dict):
        at.refuse(value, "is no table: write its keys below it")
    count = len(at.problems)
    found = values(at, value, keys)
    if len(at.problems) == count and needs and needs not in found:
        at.note(f"has no {needs}")
    if len(at.problems) > count:
        raise RefusedError
    return cls(**found)


def as_text(at: At, value: Any) -> str:
    """Text; a number is taken for its digits."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        at.refuse(value, 'is no text: write it in quotes, as "date"')
    return str(value)


def as_column(at: At, value: Any) -> str:
    """The name of a column, which stands without braces."""
    if found := _BRACED.fullmatch(as_text(at, value)):
        at.refuse(value, f'is no column: write it without braces, as "{found[1]}"')
    return str(value)


def as_texts(at: At, value: Any) -> tuple[str, ...]:
    """Texts, one or a list."""
    many = value if isinstance(value, list) else [value]
    return tuple(as_text(at, one) for one in many)


def as_likenesses(at: At, value: Any) -> tuple[Likeness, ...]:
    """Words to compare with, one or a list."""
    return tuple(map(Likeness.of, as_texts(at, value)))


def as_number(at: At, value: Any) -> float:
    """A number."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        at.refuse(value, "is no number: write it without quotes, as 180")
    if value != value:  # noqa: PLR0124  what is no number equals nothing
        at.refuse(value, "is no number that others can be compared with")
    return float(value)


def as_count(at: At, value: Any) -> int:
    """A whole number from 1 on."""
    if type(value) is not int or not 1 <= value <= _MOST:
        at.refuse(value, f"is no number from 1 to {_MOST}")
    return int(value)


def as_flag(at: At, value: Any) -> bool:
    """True or false."""
    if not isinstance(value, bool):
        at.refuse(value, "is neither true nor false: write one of them without quotes")
    return value


def as_name(at: At, value: Any) -> str:
    """A mapping's name."""
    if not isinstance(value, str) or not _NAME.fullmatch(value):
        at.refuse(value, 'is no name: write small letters and "-", as "my-table"')
    return value


def as_codec(at: At, value: Any) -> str:
    """An encoding of text."""
    try:
        b"a".decode(as_text(at, value), errors="replace")
        return codecs.lookup(value).name
    except (LookupError, ValueError):
        at.refuse(value, 'is no encoding: write "utf-8", "cp1252" or "mac_roman"')


def as_delimiter(at: At, value: Any) -> str:
    """One character."""
    if not isinstance(value, str) or len(value) != 1 or value in '"\r\n':
        at.refuse(value, r'is no delimiter: write one character, as "," or "\t"')
    return value


def as_template(at: At, value: Any) -> Template:
    """Words with columns in braces."""
    try:
        return Template.of(as_text(at, value))
    except ValueError as error:
        at.refuse(value, f"can't be filled in: {error}")


def as_id(at: At, value: Any) -> Template:
    """Words that differ from row to row."""
    made = as_template(at, value)
    if made.parts and not made.columns:
        remedy = "is the same in every row; did you mean"
        at.refuse(value, f'{remedy} "{{{str(value).strip()}}}"?')
    return made


def as_term(vocabulary: Iterable[str]) -> Reads:
    """Reads a term of an open vocabulary; what looks like a slip in one is refused."""
    known = [str(one) for one in vocabulary]

    def read(at: At, value: Any) -> str:
        try:
            word = term_word(as_text(at, value))
        except ValueError:
            remedy = "is no term: write small letters and '_', as \"first_aid\""
            at.refuse(value, remedy)
        close = get_close_matches(word, known, n=1, cutoff=_CLOSE)
        if close and word not in known and not word.startswith("x-"):
            own = f"a term of your own begins so: 'x-{word}'"
            at.refuse(value, f"is not known; did you mean {close[0]!r}? {own}")
        return word

    return read


def as_word(vocabulary: Iterable[str]) -> Reads:
    """Reads a term, or nothing."""
    term = as_term(vocabulary)
    return lambda at, value: "" if value == "" else term(at, value)


def as_one_of(words: tuple[str, ...]) -> Reads:
    """Reads one of some words."""

    def read(at: At, value: Any) -> str:
        if value not in words:
            at.refuse(value, f"is not known here: write {', '.join(words)}")
        return str(value)

    return read


def as_zone_name(at: At, value: Any) -> str:
    """A zone; one that has the name of a winter's time has no summer."""
    name = as_text(at, value)
    if found := _ABBREVIATED.get(name.upper()):
        at.refuse(value, f'is a clock time of one season; did you mean "{found}"?')
    try:
        return check_zone(name)
    except TimelineError:
        end = "/" + "_".join(name.lower().split())
        zones = sorted(available_timezones())
        close = [one for one in zones if one.lower().endswith(end)]
        close = close or get_close_matches(name, zones, n=1)
        told = f'did you mean "{close[0]}"?' if close else 'write "America/Chicago"'
        at.refuse(value, f"is no zone: {told}")


def as_formats(at: At, value: Any) -> tuple[str, ...]:
    """Forms of times."""
    forms = as_texts(at, value)
    for form in forms:
        try:
            TimeFormat(form)
        except TimelineError as error:
            at.refuse(form, f"is no form of a time: {error}")
    return forms


def as_pairs(word: Reads) -> Reads:
    """Reads a table of values and words."""

    def read(at: At, value: Any) -> tuple[tuple[str, str], ...]:
        if not isinstance(value, dict):
            at.refuse(value, "is no table: write { value = word, ... }")
        return tuple((key, word(at.below(key), one)) for key, one in value.items())

    return read


def as_hedges(at: At, value: Any) -> tuple[tuple[Likeness, str], ...]:
    """Words, and the qualifier or force that each is."""
    pairs = as_pairs(as_one_of((*QUALIFIERS, *FORCES)))(at, value)
    return tuple((Likeness.of(key), word) for key, word in pairs)


def as_choice(word: Reads) -> Reads:
    """Reads a word, or a column and a table that choose one."""
    keys = {
        "column": ("column", as_column),
        "values": ("values", as_pairs(word)),
        "otherwise": ("otherwise", word),
    }

    def read(at: At, value: Any) -> Choice:
        if isinstance(value, dict):
            return record(Choice, at, value, keys, "column")
        return Choice(word(at, value))

    return read


def as_told(at: At, value: Any) -> Told:
    """Which columns tell a time."""
    if isinstance(value, dict):
        return record(Told, at, value, _TOLD, "date")
    return Told(date=as_column(at, value))


def as_whens(at: At, value: Any) -> tuple[When, ...]:
    """Conditions, one or a list."""
    many = value if isinstance(value, list) else [value]
    return tuple(
        record(When, at, one, _WHEN, "column")
        if isinstance(one, dict)
        else _has_value(at, one)
        for one in many
    )


def _has_value(at: At, value: Any) -> When:
    name, equals, told = as_column(at, value).partition("=")
    if equals:
        example = f'{{ column = "{name.strip()}", values = ["{told.strip(" =")}"] }}'
        at.refuse(value, f"is no column: write {example}")
    return When(column=name)


def as_zone(at: At, value: Any) -> ZonePlan:
    """In which zone rows speak."""
    if not isinstance(value, dict) or "us_state" not in value:
        return ZonePlan(choice=as_choice(as_zone_name)(at, value))
    return record(
        ZonePlan, at, value, {"us_state": ("us_state", as_column)}, "us_state"
    )


_TOLD: Final = {
    "date": ("date", as_column),
    "time": ("time", as_column),
    "qualifier": ("qualifier", as_one_of(QUALIFIERS)),
}
_WHEN: Final = {
    "column": ("column", as_text),
    "values": ("values", as_likenesses),
    "not": ("unless", as_likenesses),
    "missing": ("missing", as_flag),
}
