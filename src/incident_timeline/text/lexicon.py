"""Cue lexicons: what words tell of an event, held as data and compiled once.

A pattern is a row of elements with a space between them:

=================  =====================================================
``officers``       that word, in any case
``(a|b c)``        one of these
``[a|b c]``        one of these, or nothing
``<police>``       one of the words of a class
``{fire}``         a verb: its base, third person, past and participle
``...4``           up to four words, none of them opening a new clause
=================  =====================================================

Each pattern compiles to a regular expression whose repetitions are all bounded,
so a search costs time in proportion to the text, whatever the text is.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, lru_cache
from itertools import chain
from pathlib import Path
from typing import Any, NoReturn

from attrs import Factory, evolve, field, frozen

from incident_timeline.errors import UnreadableInputError

__all__ = ["Cue", "Lexicon", "default_lexicon"]

_HERE = Path(__file__).parent / "lexicons"
_ELEMENT = re.compile(
    r"\.\.\.(?P<gap>\d{1,2})|\{(?P<verb>[a-z]{1,30})\}|<(?P<name>[a-z_]{1,30})>"
    r"|(?P<mark>[(\[|)\]])|(?P<word>[^\s()\[\]|<>{}]{1,60})|(?P<space>\s+)|(?P<bad>.)",
    re.DOTALL,
)
_GAP = 12
_BREAKERS = (
    "(?:and|but|or|who|whom|which|when|while|until|after|before|because|although|"
    "whereupon)"
)
_SPACE = r"[ \t\r\n\xa0]{1,8}"
# Between two elements: space, after an owner's "'s" or a comma perhaps.
_NEXT = rf"(?:['’]s)?,?{_SPACE}"
_CASE = re.IGNORECASE
_WORD = re.compile(r"\w{1,60}")


@frozen(kw_only=True)
class Cue:
    """Words that tell of an event of one kind.

    Attributes:
        kind: The kind of event, such as ``shots``.
        pattern: The words, in the language of this module.
        actor: Who acts where no "by" says so; empty where the grammatical subject does,
            ``none`` where nobody is named.
        subject: The classes that the grammatical subject may be of; any, if empty.
        mention: Whether this only refers to an event, as a headline's noun does.
        item: Whether the event recovers an item.
        lone: The kind where no event of that kind follows: who "responded to" a house,
            and is not told to arrive there, arrived.
        dated: Whether it counts only where the text dates it.
        reach: How far a context goes: the rest of the ``clause`` or ``sentence``,
            or ``clause_whole`` or ``sentence_whole``; no use in other cues.
        yes: A sentence that must match, by this cue.
        no: A sentence that must not.

    >>> cue = Cue(kind="shots", pattern="{open} fire", yes="He opened fire.",
    ...           no="The fire was open.")
    >>> Lexicon.of([cue]).find("Both men opened fire at once.")[0].span
    (9, 20)
    """

    kind: str
    pattern: str
    actor: str = ""
    subject: tuple[str, ...] = field(default=(), converter=tuple)
    mention: bool = False
    item: bool = False
    dated: bool = False
    lone: str = ""
    reach: str = "clause"
    yes: str = ""
    no: str = ""


@frozen(kw_only=True)
class Hit:
    """A cue's match; offsets are those of the text searched.

    >>> default_lexicon().find("Shots were fired.")[0].span
    (0, 16)
    """

    cue: Cue
    start: int
    end: int

    @property
    def span(self) -> tuple[int, int]:
        """The characters matched, as start and end."""
        return self.start, self.end


@frozen(kw_only=True)
class Lexicon:
    """Cues, word classes and verbs: immutable; extending one makes another.

    >>> mine = default_lexicon().extended(
    ...     Cue(kind="tow", pattern="<vehicle> <was> towed"))
    >>> [hit.cue.kind for hit in mine.find("The car was towed away.")]
    ['tow']
    """

    cues: tuple[Cue, ...] = ()
    classes: Mapping[str, tuple[str, ...]] = Factory(dict)
    verbs: Mapping[str, tuple[str, ...]] = Factory(dict)

    @classmethod
    def of(cls, cues: Iterable[Cue]) -> Lexicon:
        """A lexicon of these cues, with no classes of its own."""
        return cls(cues=tuple(cues))

    @classmethod
    def load(cls, *paths: str | Path) -> Lexicon:
        """Read TOML files of ``[classes]``, ``[verbs]`` and ``[[cue]]``.

        Raises:
            UnreadableInputError: A file is not TOML, or a cue is not a cue.
            OSError: A file cannot be opened.
        """
        lexicon = cls()
        for path in paths:
            lexicon = lexicon._with_file(Path(path))
        return lexicon

    def extended(self, *more: Cue | Lexicon) -> Lexicon:
        """This lexicon with more cues, or with all that another one holds."""
        lexicon = self
        for part in more:
            other = Lexicon.of([part]) if isinstance(part, Cue) else part
            lexicon = evolve(
                lexicon,
                cues=lexicon.cues + other.cues,
                classes={**lexicon.classes, **other.classes},
                verbs={**lexicon.verbs, **other.verbs},
            )
        return lexicon

    def find(self, text: str) -> list[Hit]:
        """Every match of every cue in a text, by start, then longest first."""
        words = {w.lower() for w in _WORD.findall(text)}
        hits = [
            Hit(cue=cue, start=m.start(), end=m.end())
            for cue in (self.cues[number] for number in sorted(self._awake(words)))
            for m in self.pattern(cue.pattern).finditer(text)
        ]
        return sorted(hits, key=lambda hit: (hit.start, -hit.end))

    def pattern(self, source: str) -> re.Pattern[str]:
        """The regular expression for a pattern, with this lexicon's classes.

        Raises:
            UnreadableInputError: The pattern names an unknown class, or is not
                one: brackets that do not close, a gap beyond twelve words.
        """
        if source not in self._ready:
            self._ready[source] = re.compile(self._compiled(source)[0], _CASE)
        return self._ready[source]

    @cached_property
    def _ready(self) -> dict[str, re.Pattern[str]]:
        """Patterns as they are first asked for: most texts wake few of them."""
        return {}

    @cached_property
    def parts(self) -> dict[str, tuple[str, _Anchors]]:
        """Classes and verbs, compiled where a pattern first names them."""
        return {}

    @cached_property
    def _index(self) -> Mapping[str, tuple[int, ...]]:
        index: dict[str, list[int]] = {}
        for number, cue in enumerate(self.cues):
            for word in self._compiled(cue.pattern)[1] or {""}:
                index.setdefault(word, []).append(number)
        return {word: tuple(numbers) for word, numbers in index.items()}

    def _awake(self, words: set[str]) -> set[int]:
        """The cues of which a necessary word is there."""
        index = self._index
        return set(chain.from_iterable(index.get(w, ()) for w in (words | {""})))

    def _compiled(self, source: str) -> tuple[str, frozenset[str] | None]:
        regex, anchors = _Compiler(self, source).whole()
        return rf"(?<!\w){regex}(?!\w)", anchors

    def _with_file(self, path: Path) -> Lexicon:
        try:
            data = tomllib.loads(path.read_text("utf-8"))
            return self.extended(_from_data(data))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError, TypeError) as error:
            raise UnreadableInputError(f"{path.name}: {error}") from error


def _from_data(data: Mapping[str, Any]) -> Lexicon:
    """A lexicon of what a TOML file holds; classes may be lists or one string."""
    return Lexicon(
        cues=tuple(Cue(**entry) for entry in data.get("cue", ())),
        classes={k: tuple(v) for k, v in data.get("classes", {}).items()},
        verbs={k: tuple(v.split()) for k, v in data.get("verbs", {}).items()},
    )


@lru_cache(maxsize=1)
def default_lexicon() -> Lexicon:
    """The cues, classes and verbs that come with the library.

    >>> len(default_lexicon().cues) > 100
    True
    """
    words = (_HERE / "classes.toml", _HERE / "words.toml")
    return Lexicon.load(*words, *sorted((_HERE / "events").glob("*.toml")))


_Anchors = frozenset[str] | None


class _Compiler:
    """One pattern, read once from left to right."""

    def __init__(self, lexicon: Lexicon, source: str) -> None:
        self.lexicon = lexicon
        self.source = source
        self.tokens: Iterator[re.Match[str]] = (
            m for m in _ELEMENT.finditer(source) if m.lastgroup != "space"
        )

    def whole(self) -> tuple[str, _Anchors]:
        regex, anchors, closed_by = self.alternatives()
        if closed_by:
            self.refuse(f"{closed_by!r} closes nothing")
        return regex, anchors

    def alternatives(self) -> tuple[str, _Anchors, str]:
        """Rows up to the bracket that closes them, which is handed back too."""
        rows, closed_by = [], "|"
        while closed_by == "|":
            regex, anchors, closed_by = self.row()
            rows.append((regex, anchors))
        words = [a for _, a in rows if a is not None]
        union = frozenset().union(*words) if len(words) == len(rows) else None
        return f"(?:{'|'.join(r for r, _ in rows)})", union, closed_by

    def row(self) -> tuple[str, _Anchors, str]:
        regex, anchors, begun = "", None, False
        for token in self.tokens:
            mark = token["mark"] or ""
            if mark in ("|", ")", "]"):
                break
            part, words, optional = self.element(token)
            anchors = _rarer(anchors, None if optional else words)
            regex += _joined(part, begun=begun, optional=optional)
            begun = begun or not optional
        else:
            mark = ""
        if not begun:
            self.refuse("a row needs a word that is not optional")
        return regex, anchors, mark

    def element(self, token: re.Match[str]) -> tuple[str, _Anchors, bool]:
        """An element's expression, necessary words, and whether it is optional."""
        if token["mark"]:
            regex, words, closed_by = self.alternatives()
            if closed_by != {"(": ")", "[": "]"}[token["mark"]]:
                self.refuse(f"{token['mark']!r} is not closed")
            return regex, words, token["mark"] == "["
        if token["gap"]:
            return self.gap(int(token["gap"])), None, True
        if token["bad"]:
            self.refuse(f"{token['bad']!r} has no meaning")
        if token["word"]:
            return *_word(token["word"]), False
        return *self.named(token), False

    def gap(self, most: int) -> str:
        if most > _GAP:
            self.refuse(f"a gap of {most} words is beyond {_GAP}")
        word = rf"(?!{_BREAKERS}(?!\w))[^\s;]{{1,60}}"
        return rf"{word}(?:{_SPACE}{word}){{0,{max(most - 1, 0)}}}"

    def named(self, token: re.Match[str]) -> tuple[str, _Anchors]:
        """A class or verb, which stands for the row of its words."""
        known = self.lexicon.parts
        if token[0] not in known:
            known[token[0]] = ("", None)
            row = "|".join(self.members(token))
            known[token[0]] = _Compiler(self.lexicon, row).whole()
        if not known[token[0]][0]:
            self.refuse(f"{token[0]} names itself")
        return known[token[0]]

    def members(self, token: re.Match[str]) -> tuple[str, ...]:
        if token["verb"]:
            return _inflected(token["verb"], self.lexicon.verbs)
        if not self.lexicon.classes.get(token["name"]):
            self.refuse(f"{token[0]} is no known class")
        return self.lexicon.classes[token["name"]]

    def refuse(self, why: str) -> NoReturn:
        raise UnreadableInputError(f"cue pattern {self.source!r}: {why}")


def _word(word: str) -> tuple[str, _Anchors]:
    """A word's expression; its first run of letters must be in the text."""
    shown = "[-‐‑–]".join(re.escape(p) for p in word.split("-"))
    first = _WORD.search(word)
    return shown.replace("'", "['’]"), first and frozenset([first[0].lower()])


def _joined(part: str, *, begun: bool, optional: bool) -> str:
    if begun:
        return f"(?:{_NEXT}{part})?" if optional else f"{_NEXT}{part}"
    return f"(?:{part}{_NEXT})?" if optional else part


def _rarer(one: _Anchors, other: _Anchors) -> _Anchors:
    """The smaller of two sets of words of which one must be there."""
    if one is None or other is None:
        return other if one is None else one
    return min(one, other, key=len)


def _inflected(verb: str, known: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """A verb's forms: those given, else the regular ones.

    >>> _inflected("carry", {}), _inflected("move", {})
    (('carry', 'carries', 'carried'), ('move', 'moves', 'moved'))
    """
    if verb in known:
        return (verb, *known[verb])
    if verb[-1] == "y" and verb[-2:-1] not in tuple("aeiou"):
        return verb, f"{verb[:-1]}ies", f"{verb[:-1]}ied"
    third = f"{verb}es" if verb.endswith(("s", "sh", "ch", "x")) else f"{verb}s"
    return verb, third, f"{verb}d" if verb.endswith("e") else f"{verb}ed"
