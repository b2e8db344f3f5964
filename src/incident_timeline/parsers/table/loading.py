"""Mappings from TOML: each key by what it holds."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping as Table
from os import PathLike
from typing import Any, TypeVar

from incident_timeline.parsers.table import holding as hold
from incident_timeline.parsers.table.mapping import (
    Column,
    EventPlan,
    EvidencePlan,
    Mapping,
    PartyPlan,
)
from incident_timeline.parsers.table.places import (
    At,
    MappingError,
    RefusedError,
    hint_on,
    lines_of_keys,
)
from incident_timeline.parsers.table.words import Likeness
from incident_timeline.vocabulary import (
    EventKind,
    EvidenceStatus,
    ItemType,
    PartyKind,
    Role,
)

__all__ = ["loaded", "unreadable"]

T = TypeVar("T")


def unreadable(path: PathLike[str], reason: str) -> MappingError:
    """The error on a mapping that is not there, or is no text."""
    return MappingError(f"{path}: {reason}")


def loaded(text: str, origin: str) -> Mapping:
    """The mapping that a text is.

    Raises:
        MappingError: If it is none; names each key that is wrong, and its line.
    """
    before = f"{origin}: " if origin else ""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    try:
        table = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        line = _line_in(str(error))
        message = f"{before}is no TOML: {error}{hint_on(text, line)}"
        raise MappingError(message, line=line) from None
    at = At((), lines_of_keys(text), [])
    made = _made(at, table)
    if at.problems or made is None:
        problems = [message for _, message in at.problems]
        more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
        message = f"{before}{problems[0]}{more}"
        line = at.problems[0][0]
        raise MappingError(message, problems=tuple(problems), line=line)
    return made


def _line_in(message: str) -> int | None:
    found = re.search(r"at line (\d{1,9})", message)
    return int(found[1]) if found else None


def _made(at: At, table: Table[str, Any]) -> Mapping | None:
    inner = table.get("incident", {})
    told = {key: value for key, value in table.items() if key != "incident"}
    values = hold.values(at, told, _MAPPING)
    if isinstance(inner, dict):
        values |= hold.values(at.below("incident"), inner, _INCIDENT)
    else:
        at.below("incident").note('is no table: write it as "[incident]"')
    for key, example in (("name", 'name = "my-table"'), ("events", "[[event]]")):
        if not values.get(key) and not at.problems:
            at.note(f"has no {key.removesuffix('s')}: write {example}")
    return None if at.problems else Mapping(**values)


def _columns(at: At, value: Any) -> tuple[tuple[Likeness, Column], ...]:
    if not isinstance(value, dict):
        at.refuse(value, "is no table: write [column.NAME] above its keys")
    found = [(name, _column(at.below(name), one)) for name, one in value.items()]
    found.sort(key=lambda pair: "*" in pair[0])  # a column of its own goes first
    return tuple((Likeness.of(name), one) for name, one in found)


def _column(at: At, value: Any) -> Column:
    made = hold.record(Column, at, value, _COLUMN, "")
    least, greatest = made.least, made.greatest
    if least is not None and greatest is not None and least > greatest:
        at.note("has a least that is above its greatest: no number can be both")
        raise RefusedError
    return made


def _blocks(cls: type[T], keys: dict[str, Any], needs: str) -> hold.Reads:
    """Reads tables of one class, each as often as it is to be repeated."""

    def read(at: At, value: Any) -> tuple[T, ...]:
        if not isinstance(value, list):
            at.refuse(value, f'is no list: write "[[{at}]]" above its keys')
        made: list[T] = []
        for i, one in enumerate(value):
            made += _repeated(cls, at.below(i), one, keys, needs)
        return tuple(made)

    return read


def _repeated(
    cls: type[T], at: At, value: Any, keys: dict[str, Any], needs: str
) -> list[T]:
    if not isinstance(value, dict) or "repeat" not in value:
        return [hold.record(cls, at, value, keys, needs)]
    times = hold.as_count(at.below("repeat"), value["repeat"])
    block = {key: one for key, one in value.items() if key != "repeat"}
    return [
        hold.record(cls, at, _numbered(block, str(n)), keys, needs)
        for n in range(1, times + 1)
    ]


def _numbered(value: Any, number: str) -> Any:
    """A value with a number in place of each ``{n}``."""
    if isinstance(value, str):
        return value.replace("{n}", number)
    if isinstance(value, list):
        return [_numbered(one, number) for one in value]
    if isinstance(value, dict):
        return {_numbered(k, number): _numbered(v, number) for k, v in value.items()}
    return value


def _kinds(at: At, value: Any) -> tuple[str, ...]:
    read = hold.as_term(EventKind)
    return tuple(read(at, one) for one in hold.as_texts(at, value))


def _keys(**reads: hold.Reads) -> dict[str, tuple[str, hold.Reads]]:
    """What reads each key; all are the names of their fields."""
    return {key: (key, read) for key, read in reads.items()}


_COLUMN = _keys(
    missing=hold.as_likenesses,
    placeholder=hold.as_likenesses,
    least=hold.as_number,
    greatest=hold.as_number,
    formats=hold.as_formats,
    pad=hold.as_count,
    whole=hold.as_flag,
    local_midnight=hold.as_flag,
    in_front=hold.as_likenesses,
    behind=hold.as_likenesses,
    hedges=hold.as_hedges,
)
_EVENT = _keys(
    kind=hold.as_choice(hold.as_word(EventKind)),
    start=hold.as_told,
    end=hold.as_told,
    summary=hold.as_template,
    place=hold.as_template,
    force=hold.as_one_of(hold.FORCES),
    split=hold.as_text,
    when=hold.as_whens,
)
_PARTY = _keys(
    role=hold.as_choice(hold.as_word(Role)),
    kind=hold.as_term(PartyKind),
    name=hold.as_template,
    description=hold.as_template,
    age=hold.as_column,
    key=hold.as_template,
    events=_kinds,
    split=hold.as_text,
    when=hold.as_whens,
)
_EVIDENCE = _keys(
    type=hold.as_choice(hold.as_word(ItemType)),
    status=hold.as_choice(hold.as_term(EvidenceStatus)),
    description=hold.as_template,
    events=_kinds,
    split=hold.as_text,
    when=hold.as_whens,
)
_INCIDENT = {
    "id": ("id", hold.as_id),
    "title": ("incident_title", hold.as_template),
    "jurisdiction": ("jurisdiction", hold.as_template),
    "group_by": ("group_by", hold.as_texts),
}
_MAPPING = {
    "name": ("name", hold.as_name),
    "title": ("title", hold.as_text),
    "publisher": ("publisher", hold.as_text),
    "url": ("url", hold.as_text),
    "licence": ("licence", hold.as_text),
    "header": ("header", hold.as_texts),
    "encoding": ("encoding", hold.as_codec),
    "delimiter": ("delimiter", hold.as_delimiter),
    "sheet": ("sheet", hold.as_text),
    "missing": ("missing", hold.as_likenesses),
    "ignore": ("ignore", hold.as_likenesses),
    "prose": ("prose", hold.as_texts),
    "zone": ("zone", hold.as_zone),
    "column": ("columns", _columns),
    "event": ("events", _blocks(EventPlan, _EVENT, "kind")),
    "party": ("parties", _blocks(PartyPlan, _PARTY, "")),
    "evidence": ("evidence", _blocks(EvidencePlan, _EVIDENCE, "type")),
}
