"""Cue lexicons: what words tell of an event, held as data and compiled once.

The language of a cue's pattern is that of :mod:`incident_timeline.text.patterns`.
The cues that come with the library stand in files of data: common English by subject,
and one file for what only one variety of English says.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from pathlib import Path

from attrs import Factory, evolve, field, frozen

from incident_timeline.errors import UnreadableInputError
from incident_timeline.text._cue_data import CueFile, cue_problems, listed, united
from incident_timeline.text.patterns import Compiled, Words, compiled, plain

__all__ = ["VARIETIES", "Cue", "Hit", "Lexicon", "default_lexicon", "lexicon_of"]

VARIETIES = ("en-AU", "en-CA", "en-GB", "en-IE", "en-NZ", "en-US")
"""The varieties of English that have a lexicon of their own."""

_Needs = tuple[frozenset[str], ...]
_HERE = Path(__file__).parent / "lexicons"
_WORD = re.compile(r"\w+")
_SINGLE = re.compile(r"\w{1,60}")
# So few cues of one first word are looked at one by one.
_FEW = 8
# Among so many words at most it is asked which ones follow.
_MANY = 40
# What stands between words of a plain text.
_SPACES = frozenset(" \x01")


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
        restates: Whether it tells again what was told before, if that was told.
        lone: The kind where no event of that kind follows: who "responded to" a house,
            and is not told to arrive there, arrived.
        dated: Whether it counts only where the text dates it.
        reach: How far a context goes, in the words of ``contexts.toml``: the rest of
            the ``clause`` or ``sentence``, a ``phrase`` ...; no use in other cues.
        yes: A sentence that must match, by this cue.
        no: A sentence that must not.
        origin: Where it was read, for what is said of its pattern.

    Raises:
        UnreadableInputError: The kind is no term, or a group of subjects is unknown.

    >>> cue = Cue(kind="shots", pattern="{open} fire", yes="He opened fire.",
    ...           no="The fire was open.")
    >>> Lexicon.of([cue]).find("Both men opened fire at once.")[0].span
    (9, 20)
    """

    kind: str
    pattern: str
    actor: str = ""
    subject: tuple[str, ...] = field(default=(), converter=listed)
    mention: bool = False
    item: bool = False
    dated: bool = False
    restates: bool = False
    lone: str = ""
    reach: str = "clause"
    yes: str = ""
    no: str = ""
    origin: str = field(default="", eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        problems = tuple(
            cue_problems(
                {"kind": self.kind, "pattern": self.pattern, "subject": self.subject}
            )
        )
        if problems:
            raise UnreadableInputError(f"cue: {problems[0]}", problems=problems)


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
    ...     Cue(kind="wash", pattern="<vehicle> <was> washed"))
    >>> [hit.cue.kind for hit in mine.find("The car was washed.")]
    ['wash']
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
            UnreadableInputError: A file is not TOML, or holds what is no cue, class
                or verb; each fault names the file, the cue's number and the field.
            OSError: A file cannot be opened; that is an UnreadableInputError too.
        """
        return cls().extended(*(_from_file(Path(path)) for path in paths))

    def failures(self) -> tuple[str, ...]:
        """What its cues do not do of what their own examples say; empty, if nothing.

        A cue's ``yes`` must tell its kind as a fact, and its ``no`` must not.

        >>> cue = Cue(kind="tow", pattern="towed", yes="It was towed.", no="It towed.")
        >>> Lexicon.of([cue]).failures()
        ("cue 1 (tow: 'towed') tells of 'It towed.', and must not",)
        """
        from incident_timeline.text import _examples  # noqa: PLC0415  it needs cues

        return tuple(_examples.failures(self))

    def extended(self, *more: Cue | Lexicon) -> Lexicon:
        """This lexicon with more cues, or with all that another one holds.

        Classes and verbs of one name are joined: a file that lists the words of a
        class which there is adds to it.
        """
        lexicon = self
        for part in more:
            other = Lexicon.of([part]) if isinstance(part, Cue) else part
            lexicon = evolve(
                lexicon,
                cues=lexicon.cues + other.cues,
                classes=united(lexicon.classes, other.classes),
                verbs=united(lexicon.verbs, other.verbs),
            )
        return lexicon

    def find(self, text: str) -> list[Hit]:
        """Every match of every cue in a text, by start, then longest first."""
        ready = _prepared(text)
        hits = [*self._led(ready), *self._searched(ready)]
        hits.sort(key=lambda hit: (hit.start, -hit.end))
        return hits

    def pattern(self, source: str) -> re.Pattern[str]:
        """The regular expression for a pattern: it matches in a plain text.

        Raises:
            UnreadableInputError: The pattern names an unknown class, or is not
                one: brackets that do not close, a gap beyond twelve words.
        """
        return self._compiled(compiled(source, self._words).regex)

    def _compiled(self, regex: str) -> re.Pattern[str]:
        if regex not in self._ready:
            self._ready[regex] = re.compile(regex)
        return self._ready[regex]

    @cached_property
    def _words(self) -> Words:
        return Words(classes=self.classes, verbs=self.verbs)

    @cached_property
    def _ready(self) -> dict[str, re.Pattern[str]]:
        """Patterns as they are first asked for: most texts wake few of them."""
        return {}

    @cached_property
    def _index(self) -> tuple[Mapping[str, _Led], Sequence[_Entry]]:
        """The cues by each word that they may begin with, and all others."""
        led: dict[str, _Led] = {}
        others: list[_Entry] = []
        for number, cue in enumerate(self.cues):
            if _SINGLE.fullmatch(cue.pattern):
                one = _Entry(number, cue)
                led.setdefault(cue.pattern.lower(), _Led()).entries.append(one)
                continue
            part = self._part(cue)
            if part.leads is None:
                others.append(_Entry(number, cue, part.regex, part.needs))
                continue
            for row in part.rows or (part,):
                for word, (after, reach, needs) in (row.leads or {}).items():
                    some = after or frozenset()
                    entry = _Entry(number, cue, row.regex, needs, some, reach)
                    led.setdefault(word, _Led()).entries.append(entry)
        return led, others

    def _part(self, cue: Cue) -> Compiled:
        try:
            return compiled(cue.pattern, self._words)
        except UnreadableInputError as error:
            raise UnreadableInputError(f"{cue.origin or 'cue'}: {error}") from error

    def _led(self, text: _Prepared) -> Iterator[Hit]:
        """Hits of the cues that begin with a known word, tried at that word alone."""
        index, _ = self._index
        words = text.words
        awake = {word: index[word].awake(words) for word in index.keys() & words}
        if not awake:
            return
        ends: dict[int, int] = {}
        for place, (start, stop, word, following) in enumerate(text.tokens):
            for entry in awake.get(word, ()):
                # The cheapest question first: most cues fail one of them.
                if entry.reach == 1 and following not in entry.following:
                    continue
                if start < ends.get(entry.number, 0) or not _met(entry.needs, words):
                    continue
                if entry.reach > 1 and not text.follows(entry, place):
                    continue
                end = self._end(entry, text.low, start) if entry.regex else stop
                if end:
                    ends[entry.number] = end
                    yield Hit(cue=entry.cue, start=start, end=end)

    def _end(self, entry: _Entry, low: str, start: int) -> int:
        match = self._compiled(entry.regex).match(low, start)
        return match.end() if match else 0

    def _searched(self, text: _Prepared) -> Iterator[Hit]:
        """Hits of the cues that may begin with any word."""
        for entry in self._index[1]:
            if _met(entry.needs, text.words):
                for match in self._compiled(entry.regex).finditer(text.low):
                    yield Hit(cue=entry.cue, start=match.start(), end=match.end())


@frozen
class _Entry:
    """A cue, or one of its alternatives, in an index.

    Attributes:
        number: Its place in its lexicon.
        regex: Its expression; empty where it is the one word that leads to it.
        needs: Sets of words, of each of which one must be there.
        following: The words of which one must come within reach.
        reach: How many words of the text that is; 0 if any words may follow.
    """

    number: int
    cue: Cue
    regex: str = ""
    needs: _Needs = ()
    following: frozenset[str] = frozenset()
    reach: int = 0


@frozen
class _Led:
    """The cues that one word leads to, in their order."""

    entries: list[_Entry] = field(factory=list)

    @cached_property
    def _places(self) -> Mapping[str, Sequence[int]]:
        """Their places by each word of the fewest that they need; by "" if none."""
        places: dict[str, list[int]] = {}
        for place, entry in enumerate(self.entries):
            for word in min(entry.needs, key=len, default=("",)):
                places.setdefault(word, []).append(place)
        return places

    def awake(self, words: frozenset[str]) -> Sequence[_Entry]:
        """Those that may be there: where they are many, by a word that each needs."""
        if len(self.entries) < _FEW:
            return self.entries
        met = self._places.keys() & words
        places = {p for word in ("", *met) for p in self._places.get(word, ())}
        return [self.entries[place] for place in sorted(places)]


def _met(needs: _Needs, words: frozenset[str]) -> bool:
    """Whether of each of some sets of words one is there."""
    for need in needs:  # noqa: SIM110  a generator takes longer than all the sets
        if need.isdisjoint(words):
            return False
    return True


@frozen
class _Prepared:
    """A text made plain, with its words: where they stand, and what comes next."""

    low: str
    tokens: tuple[tuple[int, int, str, str], ...]
    words: frozenset[str]
    _near: dict[tuple[int, int], frozenset[str] | None] = field(factory=dict)

    def follows(self, entry: _Entry, place: int) -> bool:
        """Whether a word that a cue wants comes soon enough after a token."""
        key = place, entry.reach
        if key not in self._near:
            self._near[key] = self._after(place, entry.reach)
        words = self._near[key]
        return words is None or not entry.following.isdisjoint(words)

    def _after(self, place: int, reach: int) -> frozenset[str] | None:
        """The words as far behind a token as some spaces reach; None if too many."""
        stop, spaced = self.tokens[place][1], 0
        found: list[str] = []
        for start, end, word, _ in self.tokens[place + 1 : place + 1 + _MANY]:
            spaced += not _SPACES.isdisjoint(self.low[stop:start])
            if spaced > reach:
                break
            found.append(word)
            stop = end
        return frozenset(found) if len(found) < _MANY else None


@lru_cache(maxsize=4)
def _prepared(text: str) -> _Prepared:
    """A text made ready once for all the lexicons that look through it."""
    low = plain(text)
    found = list(_WORD.finditer(low))
    words = [match[0] for match in found]
    nexts = (*words[1:], "")
    tokens = tuple(
        (m.start(), m.end(), word, following)
        for m, word, following in zip(found, words, nexts, strict=False)
    )
    return _Prepared(low, tokens, frozenset(words))


def _from_file(path: Path, *, ours: bool = False) -> Lexicon:
    """A lexicon of a file; the patterns of our own are known to be patterns."""
    file = CueFile(path, patterns=not ours)
    cues = (
        Cue(**entry, origin=f"{path}: cue {number}: pattern")
        for number, entry in enumerate(file.cues, 1)
    )
    return Lexicon(cues=tuple(cues), classes=file.classes, verbs=file.verbs)


@lru_cache(maxsize=1)
def _common() -> Lexicon:
    words = (_HERE / "classes.toml", _HERE / "words.toml")
    files = (*words, *sorted((_HERE / "events").glob("*.toml")))
    return Lexicon().extended(*(_from_file(file, ours=True) for file in files))


@lru_cache(maxsize=8)
def lexicon_of(*varieties: str) -> Lexicon:
    """Common English, with what only these varieties of it say.

    Raises:
        UnreadableInputError: A variety is none of :data:`VARIETIES`.

    >>> len(lexicon_of().cues) < len(lexicon_of("en-GB", "en-IE").cues)
    True
    """
    unknown = sorted(set(varieties) - set(VARIETIES))
    if unknown:
        known = ", ".join(VARIETIES)
        raise UnreadableInputError(f"no lexicon of {unknown[0]!r}; there are {known}")
    files = (_HERE / "varieties" / f"{name}.toml" for name in varieties)
    return _common().extended(*(_from_file(file, ours=True) for file in files))


@lru_cache(maxsize=1)
def default_lexicon() -> Lexicon:
    """The cues, classes and verbs that come with the library: all varieties.

    >>> len(default_lexicon().cues) > 100
    True
    """
    return lexicon_of(*VARIETIES)
