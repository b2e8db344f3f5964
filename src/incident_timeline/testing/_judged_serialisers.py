"""What breaks a law of serialisers: one function a law, each on one incident."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final

from attrs import evolve, fields

from incident_timeline._record import Record
from incident_timeline.converter import dumps, loads
from incident_timeline.model import Event, Incident, Party
from incident_timeline.serialisers import Serialised, Serialiser
from incident_timeline.testing._fillings import Filling, worded
from incident_timeline.testing._lines import is_line
from incident_timeline.testing._naming import EXTRA, Chain, is_named
from incident_timeline.testing._shapes import MalformedError, reader_of
from incident_timeline.testing._subjects import Subject
from incident_timeline.testing.check import Breach

__all__ = [
    "JUDGES",
    "READ_AGAIN",
    "Judge",
    "Loads",
    "is_silent",
    "is_well_formed",
    "out_of_place",
    "written",
]

Loads = Callable[[str], Incident]
Judge = Callable[[Serialiser, Subject], "Breach | None"]
_BETWEEN: Final = worded("between")
# Incidents that have nothing in common: what is lost of each of them names no field.
_UNLIKE: Final = (
    Incident(title="Between"),
    Incident(parties=(Party(id="p1", description="a man"),)),
    Incident(events=(Event(id="e1", kind="arrest"),)),
)


def written(serialiser: Serialiser, incident: Incident) -> Serialised | None:
    """What is written; nothing where it raises, for which there is a law.

    A copy is handed over: what changes it is told of by a law of its own.
    """
    try:
        made = serialiser.serialise(evolve(incident))
    except Exception:  # noqa: BLE001  whatever it is, S01 tells of it
        return None
    return made if _is_whole(made) else None


def _is_whole(made: object) -> bool:
    if not isinstance(made, Serialised):
        return False
    text: object = made.text
    losses: object = made.losses
    are_words = isinstance(losses, tuple) and all(
        isinstance(one, str) for one in losses
    )
    return isinstance(text, str) and are_words


def _total(serialiser: Serialiser, subject: Subject) -> Breach | None:
    expected = "Serialised, of a text and a tuple of phrases"
    try:
        made = serialiser.serialise(evolve(subject.incident))
    except Exception as error:  # noqa: BLE001  whatever it is, it is told
        return Breach(expected=expected, seen=f"raises {error!r}")
    return None if _is_whole(made) else Breach(expected=expected, seen=repr(made))


def _same(first: Serialised | None, again: Serialised | None) -> Breach | None:
    return None if first == again else Breach(expected=repr(first), seen=repr(again))


def _deterministic(serialiser: Serialiser, subject: Subject) -> Breach | None:
    first = written(serialiser, subject.incident)
    return _same(first, written(serialiser, subject.incident))


def _stateless(serialiser: Serialiser, subject: Subject) -> Breach | None:
    first = written(serialiser, subject.incident)
    written(serialiser, _BETWEEN)
    return _same(first, written(serialiser, subject.incident))


def _unchanged(serialiser: Serialiser, subject: Subject) -> Breach | None:
    incident = loads(subject.told)
    try:
        serialiser.serialise(incident)
    except Exception:  # noqa: BLE001  whatever it is, S01 tells of it
        return None
    after = dumps(incident)
    if after == subject.told:
        return None
    return Breach(expected=subject.told, seen=after)


def _losses(serialiser: Serialiser, subject: Subject) -> Breach | None:
    made = written(serialiser, subject.incident)
    if made is None:
        return None
    losses = made.losses
    if all(map(is_line, losses)) and list(losses) == sorted(set(losses)):
        return None
    return Breach(expected="phrases, each once, sorted", seen=repr(losses))


def _utf_8(serialiser: Serialiser, subject: Subject) -> Breach | None:
    made = written(serialiser, subject.incident)
    try:
        "".join((made.text, *made.losses) if made else ()).encode()
    except UnicodeEncodeError as error:
        near = str(error.object)[max(0, error.start - 20) : error.end + 20]
        return Breach(expected="whole characters", seen=f"{near!r}: {error.reason}")
    return None


def _always_lost(serialiser: Serialiser) -> set[str]:
    """The losses that are told of whatever is not empty, and so name nothing."""
    told = [written(serialiser, one) for one in _UNLIKE]
    return set.intersection(*(set(one.losses) if one else set() for one in told))


def is_silent(serialiser: Serialiser, pair: Filling) -> Breach | None:
    """Whether what one incident tells more than another is dropped in silence."""
    without = written(serialiser, pair.without)
    filled = written(serialiser, pair.filled)
    if without is None or filled is None or without.text != filled.text:
        return None
    new = set(filled.losses) - set(without.losses) - _always_lost(serialiser)
    if new or is_named(pair.chain, filled.losses):
        return None
    told = "\n".join(filled.losses) or "no losses"
    return Breach(
        expected=f"{pair.name} in the text, or a loss that names it",
        seen=f"the same text with it and without, and\n{told}",
        input=repr(pair.filled),
    )


def _read(
    serialiser: Serialiser, loads: Loads, subject: Subject
) -> tuple[Serialised, Incident | Breach] | None:
    """What is written, and what is read again; or how reading failed."""
    made = written(serialiser, subject.incident)
    if made is None:
        return None
    try:
        read = loads(made.text)
    except Exception as error:  # noqa: BLE001  whatever it is, it is told
        return made, Breach(expected="an incident", seen=f"loads raises {error!r}")
    if not isinstance(read, Incident):
        return made, Breach(expected="an incident", seen=f"loads gives {read!r}")
    return made, read


def _equal(serialiser: Serialiser, loads: Loads, subject: Subject) -> Breach | None:
    both = _read(serialiser, loads, subject)
    if both is None or both[0].losses:
        return None
    if isinstance(both[1], Breach):
        return both[1]
    return _first(differences(subject.incident, both[1]))


def _but_losses(
    serialiser: Serialiser, loads: Loads, subject: Subject
) -> Breach | None:
    both = _read(serialiser, loads, subject)
    if both is None or not both[0].losses:
        return None
    made, read = both
    if isinstance(read, Breach):
        return read
    return _first(
        one
        for one in differences(subject.incident, read, losses=made.losses)
        if not is_named(one[0], made.losses)
    )


def _first(found: Iterator[tuple[Chain, Any, Any]]) -> Breach | None:
    one = next(found, None)
    if one is None:
        return None
    name = ".".join(one[0][-1])
    return Breach(expected=f"{name}: {one[1]!r}", seen=f"{name}: {one[2]!r}")


def differences(
    one: Record, other: Record, *, losses: tuple[str, ...] = (), chain: Chain = ()
) -> Iterator[tuple[Chain, Any, Any]]:
    """Each field in which two records of a class differ, and its two values."""
    cls = type(one)
    for name in (field.name for field in fields(cls)):
        mine, theirs = getattr(one, name), getattr(other, name)
        known = EXTRA if name.startswith("_") else name
        here = (*chain, (cls.__name__, known))
        pairs = _pairs(mine, theirs)
        if mine == theirs or is_named(here, losses):
            continue
        if pairs is None:
            yield here, mine, theirs
            continue
        for first, second in pairs:
            yield from differences(first, second, losses=losses, chain=here)


def _pairs(one: Any, other: Any) -> list[tuple[Record, Record]] | None:
    """The records in two values, side by side, where there are as many in both."""
    ones = one if isinstance(one, tuple) else (one,)
    others = other if isinstance(other, tuple) else (other,)
    are_records = all(isinstance(each, Record) for each in (*ones, *others))
    is_matched = bool(ones) and len(ones) == len(others)
    return list(zip(ones, others, strict=True)) if are_records and is_matched else None


def _again(serialiser: Serialiser, loads: Loads, subject: Subject) -> Breach | None:
    both = _read(serialiser, loads, subject)
    if both is None or isinstance(both[1], Breach):
        return None
    again = written(serialiser, both[1])
    if again is None or again.text == both[0].text:
        return None
    return Breach(expected=both[0].text, seen=again.text)


def is_well_formed(serialiser: Serialiser, subject: Subject) -> Breach | None:
    """Whether the text is of its media type."""
    made, reader = written(serialiser, subject.incident), reader_of(_type(serialiser))
    if made is None or reader is None:
        return None
    try:
        reader(made.text)
    except MalformedError as error:
        return Breach(expected=_type(serialiser), seen=str(error))
    return None


def _type(serialiser: Serialiser) -> str:
    return serialiser.media_type


def out_of_place(serialiser: Serialiser, word: str) -> Breach | None:
    """Whether a word changes the structure that a plain one leaves alone."""
    reader = reader_of(_type(serialiser))
    plain = written(serialiser, worded("word"))
    made = written(serialiser, worded(word))
    if reader is None or plain is None or made is None:
        return None
    try:
        expected, seen = reader(plain.text), reader(made.text)
    except MalformedError:
        return None
    if expected == seen:
        return None
    return Breach(
        expected="the structure that it has with 'word' in its place",
        seen=made.text,
        input=f"{word!r}, wherever a text can stand",
    )


JUDGES: Final[dict[str, Judge]] = {
    "S01": _total,
    "S02": _deterministic,
    "S03": _stateless,
    "S04": _unchanged,
    "S07": _losses,
    "S09": _utf_8,
}
"""The judge of each law that any incident can break."""

READ_AGAIN: Final[dict[str, Callable[[Serialiser, Loads, Subject], Breach | None]]] = {
    "S11": _equal,
    "S12": _but_losses,
    "S13": _again,
}
"""Likewise, where texts can be read again."""
