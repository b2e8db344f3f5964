"""What a file of cues holds, looked at before it is used: every fault has its place."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from attrs import define, field

from incident_timeline.errors import UnreadableInputError, shown
from incident_timeline.text.patterns import Words, compiled
from incident_timeline.vocabulary.term import term_word

__all__ = ["SUBJECTS", "CueFile", "UnopenedError", "cue_problems", "listed", "united"]

SUBJECTS = (
    "court",
    "log",
    "medical",
    "other",
    "oversight",
    "person",
    "police",
    "public",
    "vehicle",
)
_TABLES = ("classes", "cue", "verbs")
_NAMED = re.compile(r"<([a-z_]{1,30})>")
_TEXTS = ("kind", "pattern", "actor", "lone", "reach", "yes", "no")
_FLAGS = ("mention", "item", "dated", "restates")


class UnopenedError(UnreadableInputError, OSError):
    """A file of cues that cannot be opened."""


def cue_problems(entry: object, words: Words | None = None) -> Iterator[str]:
    """What is wrong with what stands for a cue: each names its field.

    >>> list(cue_problems({"kind": "tow", "pattern": "towed", "colour": "red"}))
    ["'colour' is no field of a cue"]
    """
    if not isinstance(entry, dict):
        yield f"{shown(entry)} is no table"
        return
    known = {*_TEXTS, *_FLAGS, "subject"}
    yield from (f"{shown(k)} is no field of a cue" for k in entry if k not in known)
    yield from (f"{k} is missing" for k in ("kind", "pattern") if k not in entry)
    for name, value in entry.items():
        if name in _TEXTS and not isinstance(value, str):
            yield f"{name}: {shown(value)} is no text"
        elif name in _FLAGS and not isinstance(value, bool):
            yield f"{name}: {shown(value)} is neither true nor false"
        elif name == "kind":
            yield from _kind_problems(str(value))
        elif name == "subject":
            yield from _subject_problems(value)
        elif name == "pattern" and words is not None:
            yield from _pattern_problems("pattern", str(value), words)


def _kind_problems(value: str) -> Iterator[str]:
    try:
        term_word(value)
    except ValueError:
        yield f"kind: {shown(value)} is no term, such as 'first_aid'"


def _subject_problems(value: object) -> Iterator[str]:
    if not isinstance(value, list | tuple):
        yield f"subject: {shown(value)} is no list of groups"
        return
    known = ", ".join(SUBJECTS)
    for group in value:
        if group not in SUBJECTS:
            yield f"subject: {shown(group)} is no group; there are {known}"


def _pattern_problems(name: str, value: str, words: Words) -> Iterator[str]:
    """Why a pattern is none; the classes that it names may be in another file."""
    others = dict.fromkeys(_NAMED.findall(value), ("word",))
    try:
        compiled(value, Words(classes=others, verbs=words.verbs))
    except UnreadableInputError as error:
        yield f"{name}: {error}"


@define
class CueFile:
    """A TOML file of ``[classes]``, ``[verbs]`` and ``[[cue]]``, as it was read.

    Attributes:
        path: Where it stands.
        cues: The fields of each cue.
        classes: The members of each class.
        verbs: The forms of each verb besides its base.
        patterns: Whether its patterns are looked at too.

    Raises:
        UnreadableInputError: With every fault found, each with its place.
        OSError: It cannot be opened; that is an UnreadableInputError too.
    """

    path: Path
    patterns: bool = True
    cues: list[dict[str, Any]] = field(factory=list)
    classes: dict[str, tuple[str, ...]] = field(factory=dict)
    verbs: dict[str, tuple[str, ...]] = field(factory=dict)

    def __attrs_post_init__(self) -> None:
        data = self._data()
        problems = tuple(f"{self.path}: {said}" for said in self._taken(data))
        if problems:
            more = f" (and {len(problems) - 1} more)" if problems[1:] else ""
            raise UnreadableInputError(f"{problems[0]}{more}", problems=problems)

    def _data(self) -> Mapping[str, Any]:
        try:
            return tomllib.loads(self.path.read_text("utf-8"))
        except OSError as error:
            raise UnopenedError(f"{self.path}: {error.strerror}") from error
        except RecursionError:
            why = "it is nested too deeply"
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            why = str(error)
        raise UnreadableInputError(f"{self.path}: {why}")

    def _taken(self, data: Mapping[str, Any]) -> Iterator[str]:
        """All that is wrong with a file's data, as the data is taken over."""
        known = ", ".join(_TABLES)
        for name in data:
            if name not in _TABLES:
                yield f"{shown(name)} is no table of cues; there are {known}"
        yield from self._taken_verbs(data.get("verbs", {}))
        yield from self._taken_classes(data.get("classes", {}))
        yield from self._taken_cues(data.get("cue", []))

    def _taken_verbs(self, verbs: object) -> Iterator[str]:
        if not isinstance(verbs, dict):
            yield f"verbs: {shown(verbs)} is no table"
            return
        for name, forms in verbs.items():
            if isinstance(forms, str):
                self.verbs[name] = tuple(forms.split())
            else:
                yield f"verbs.{name}: {shown(forms)} is no text of verb forms"

    def _taken_classes(self, classes: object) -> Iterator[str]:
        if not isinstance(classes, dict):
            yield f"classes: {shown(classes)} is no table"
            return
        for name, members in classes.items():
            if not isinstance(members, list):
                yield f"classes.{name}: {shown(members)} is no list of words"
                continue
            for member in members:
                if not isinstance(member, str):
                    yield f"classes.{name}: {shown(member)} is no text"
                elif self.patterns:
                    words = Words(verbs=self.verbs)
                    yield from _pattern_problems(f"classes.{name}", member, words)
            self.classes[name] = tuple(members)

    def _taken_cues(self, cues: object) -> Iterator[str]:
        if not isinstance(cues, list):
            yield "a cue begins with [[cue]], in double brackets"
            return
        words = Words(verbs=self.verbs) if self.patterns else None
        for number, entry in enumerate(cues, 1):
            yield from (f"cue {number}: {said}" for said in cue_problems(entry, words))
        self.cues = cues


def listed(groups: Iterable[str]) -> tuple[str, ...]:
    """Groups as a tuple: a single text isn't a list of its letters."""
    return (groups,) if isinstance(groups, str) else tuple(groups)


def united(
    one: Mapping[str, tuple[str, ...]], other: Mapping[str, tuple[str, ...]]
) -> Mapping[str, tuple[str, ...]]:
    """Two maps of words in one: what both hold is joined, and nothing stands twice."""
    joined = {k: tuple(dict.fromkeys((*one.get(k, ()), *v))) for k, v in other.items()}
    return {**one, **joined}
