"""The language of cue patterns, and the regular expressions that they stand for.

A pattern is a row of elements with a space between them:

=================  =====================================================
``officers``       that word, in any case
``(a|b c)``        one of these
``[a|b c]``        one of these, or nothing
``<police>``       one of the words of a class
``{fire}``         a verb: its base, third person, past and participle
``...4``           up to four words, none of them opening a new clause
``<time>``         a date or a time, where the text has its times masked
=================  =====================================================

A hyphen stands for any dash, or for a space.

Each pattern becomes a regular expression whose repetitions are all bounded, so a
search costs time in proportion to the text, whatever the text is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NoReturn

from attrs import Factory, evolve, field, frozen

from incident_timeline.errors import UnreadableInputError

__all__ = ["Compiled", "Words", "compiled", "plain"]

_ELEMENT = re.compile(
    r"\.\.\.(?P<gap>\d{1,2})|\{(?P<verb>[a-z][a-z-]{0,29})\}|<(?P<name>[a-z_]{1,30})>"
    r"|(?P<mark>[(\[|)\]])|(?P<word>[^\s()\[\]|<>{}*+?^$\\]{1,60})|(?P<space>\s+)|(?P<bad>.)",
    re.DOTALL,
)
_GAP = 12
# Brackets, classes in classes too, are nested no deeper.
_DEEPEST = 30
# Words that open a new clause; in a plain text, what stands before one is _CUT.
_BREAKERS = (
    "and|but|or|who|whom|that|which|when|while|until|after|before|because|although|"
    "whereupon|said|says|say|confirmed|confirms|alleged|alleges|believed|claimed|claims"
)
_CUT = "\x01"
_BREAK = re.compile(rf" (?=(?:{_BREAKERS})(?!\w))")
_OWNER = re.compile(r"'s(?= |\Z)")
_SIMPLER = str.maketrans(
    {
        **dict.fromkeys('\t\r\n\xa0\x01()“”"', " "),
        **dict.fromkeys("‘’", "'"),
        **dict.fromkeys("‐‑–", "-"),
    }
)
# Between two elements; in a gap there is no cut.
_NEXT = f",?[ {_CUT}]{{1,8}}"
_NEAR = ",? {1,8}"
_ANY = f"[^ ;{_CUT}]{{1,60}}"
_WORD = re.compile(r"\w{1,60}")
# What a masked time looks like; not after a comma, where it is of the next words.
_TIME = "(?<![,;] )·{1,200},"

# Words of which one must come within so many words of the text: any, if None; among
# them "" says that a part may end first.
_Words = frozenset[str] | None
_After = tuple[_Words, int]
# Sets of words, of each of which one must stand somewhere.
_Needs = tuple[frozenset[str], ...]
# First words, each with what must come after it and what must be there besides.
_Lead = tuple[_Words, int, _Needs]
_Leads = Mapping[str, _Lead] | None
_END = frozenset([""])


@frozen
class Compiled:
    """What a pattern, or a part of one, stands for.

    Attributes:
        regex: A regular expression for a text made :func:`plain`.
        needs: Sets of words, of each of which one must be in the text.
        leads: The words that it may begin with; each with the words of which one must
            follow, None where any will do, among how many, and with the sets of words
            of which one must be there too. None where they aren't known.
        rows: The alternatives of which it is one, in their order; none, if it is whole.

    >>> whole = compiled("({open}|shots ...2) fire", Words())
    >>> for word, (following, reach, needs) in sorted(whole.leads.items()):
    ...     print(word, *following, reach, *needs)
    open fire 1 frozenset({'fire'})
    opened fire 1 frozenset({'fire'})
    opens fire 1 frozenset({'fire'})
    shots fire 3 frozenset({'fire'})
    """

    regex: str
    needs: _Needs
    leads: _Leads
    rows: tuple[Compiled, ...] = ()


_ANYTHING = Compiled("", (), None)
# A part of a row, whether it is optional, and if it is a gap, of how many words.
_Part = tuple[Compiled, bool, int]


@frozen(kw_only=True)
class Words:
    """The word classes and the verbs that patterns name.

    Attributes:
        classes: A class's members, which are patterns themselves.
        verbs: An irregular verb's forms besides its base.
        parts: Those of them that have been compiled.

    >>> Words(classes={"pet": ("cat", "dog")}).classes["pet"]
    ('cat', 'dog')
    """

    classes: Mapping[str, tuple[str, ...]] = Factory(dict)
    verbs: Mapping[str, tuple[str, ...]] = Factory(dict)
    parts: dict[str, Compiled] = field(factory=dict, eq=False, repr=False)


def plain(text: str) -> str:
    """A text as patterns see it, every letter in its place.

    In lower case; quotation marks, brackets and an owner's "'s" are spaces, and a
    mark stands before each word that opens a clause.

    >>> plain("The man’s “red” car")
    'the man    red  car'
    """
    # The one letter whose lower case is longer than itself would move the others.
    low = text.replace("\u0130", "i").lower().translate(_SIMPLER)
    return _BREAK.sub(_CUT, _OWNER.sub("  ", low))


def compiled(source: str, words: Words) -> Compiled:
    """What a pattern stands for, with these classes and verbs.

    Raises:
        UnreadableInputError: The pattern names an unknown class, or is not one:
            brackets that do not close, a gap beyond twelve words.

    >>> import re
    >>> whole = compiled("{open} fire", Words())
    >>> re.search(whole.regex, "they opened fire").span()
    (5, 16)
    """
    whole = _Compiler(words, source).whole()
    rows = tuple(_bounded(row) for row in whole.rows)
    return evolve(_bounded(whole), rows=rows)


def _bounded(part: Compiled) -> Compiled:
    """A part as a whole pattern, with no letter on either side."""
    leads = part.leads and {
        word: (following, reach, needs)
        if following and "" not in following
        else (None, 0, needs)
        for word, (following, reach, needs) in part.leads.items()
    }
    return Compiled(rf"(?<!\w)(?:{part.regex})(?!\w)", part.needs, leads)


class _Compiler:
    """One pattern, read once from left to right."""

    def __init__(
        self, words: Words, source: str, depth: int = 0, within: Sequence[str] = ()
    ) -> None:
        self.words = words
        self.depth = depth
        self.within = within  # the classes whose words it stands among
        self.source = source
        self.tokens: Iterator[re.Match[str]] = (
            m for m in _ELEMENT.finditer(source) if m.lastgroup != "space"
        )

    def whole(self) -> Compiled:
        part, closed_by = self.alternatives()
        if closed_by:
            self.refuse(f"{closed_by!r} closes nothing")
        return part

    def alternatives(self) -> tuple[Compiled, str]:
        """Rows up to the bracket that closes them, which is handed back too."""
        rows: list[Compiled] = []
        closed_by = "|"
        while closed_by == "|":
            row, closed_by = self.row()
            rows.append(row)
        if len(rows) == 1:
            return rows[0], closed_by
        either = "|".join(row.regex for row in rows)
        needs = _either([row.needs for row in rows])
        leads = _merged(row.leads for row in rows)
        return Compiled(f"(?:{either})", needs, leads, tuple(rows)), closed_by

    def inner(self) -> tuple[Compiled, str]:
        """The alternatives within a bracket."""
        self.depth += 1
        if self.depth > _DEEPEST:
            self.refuse(f"brackets are nested deeper than {_DEEPEST}")
        inside = self.alternatives()
        self.depth -= 1
        return inside

    def row(self) -> tuple[Compiled, str]:
        regex, begun = "", False
        parts: list[_Part] = []
        for token in self.tokens:
            mark = token["mark"] or ""
            if mark in ("|", ")", "]"):
                break
            if token["gap"]:
                most = int(token["gap"])
                regex += self.gap(most, begun=begun)
                parts.append((_ANYTHING, True, most))
                continue
            part, optional = self.element(token)
            parts.append((part, optional, 0))
            regex += _joined(part.regex, begun=begun, optional=optional)
            begun = begun or not optional
        else:
            mark = ""
        if not begun:
            self.refuse("a row needs a word that is not optional")
        if len(parts) == 1:
            return parts[0][0], mark
        return Compiled(regex, _needs(parts), _row_leads(parts)), mark

    def element(self, token: re.Match[str]) -> tuple[Compiled, bool]:
        """What an element stands for, and whether it is optional."""
        if token["mark"]:
            part, closed_by = self.inner()
            if closed_by != {"(": ")", "[": "]"}[token["mark"]]:
                self.refuse(f"{token['mark']!r} is not closed")
            return part, token["mark"] == "["
        if token["bad"]:
            self.refuse(f"{token['bad']!r} has no meaning")
        if token["word"]:
            return _word(token["word"].lower()), False
        if token[0] == "<time>":
            return Compiled(_TIME, (), None), False
        return self.named(token), False

    def gap(self, most: int, *, begun: bool) -> str:
        if most > _GAP:
            self.refuse(f"a gap of {most} words is beyond {_GAP}")
        step = f"{_NEAR}{_ANY}" if begun else f"{_ANY}{_NEAR}"
        return f"(?:{step}){{0,{most}}}"

    def named(self, token: re.Match[str]) -> Compiled:
        """A class or verb, which stands for the row of its words."""
        known = self.words.parts.get(token[0])
        if known is not None:
            return known
        if token[0] in self.within:
            self.refuse(f"{token[0]} names itself")
        # Of two that begin alike the longer one is tried first.
        row = "|".join(sorted(self.members(token), key=len, reverse=True))
        within = (*self.within, token[0])
        inner = _Compiler(self.words, f"({row})", self.depth, within)
        # Another thread may have made the same; either will do.
        return self.words.parts.setdefault(token[0], evolve(inner.whole(), rows=()))

    def members(self, token: re.Match[str]) -> tuple[str, ...]:
        if token["verb"]:
            return _inflected(token["verb"], self.words.verbs)
        if not self.words.classes.get(token["name"]):
            self.refuse(f"{token[0]} is no known class")
        return self.words.classes[token["name"]]

    def refuse(self, why: str) -> NoReturn:
        raise UnreadableInputError(f"cue pattern {self.source!r}: {why}")


@lru_cache(maxsize=2048)
def _word(word: str) -> Compiled:
    """A word's expression; its first run of letters must be in the text."""
    word = word.removesuffix("'s")
    shown = "[- ]".join(re.escape(part) for part in word.split("-"))
    runs = _WORD.findall(word)
    needs = (frozenset(runs[:1]),) if runs else ()
    following = frozenset(runs[1:2]) or _END
    led = runs and word.startswith(runs[0])
    return Compiled(shown, needs, {runs[0]: (following, 1, ())} if led else None)


def _joined(part: str, *, begun: bool, optional: bool) -> str:
    if begun:
        return f"(?:{_NEXT}{part})?" if optional else f"{_NEXT}{part}"
    return f"(?:{part}{_NEXT})?" if optional else part


def _needs(parts: Iterable[_Part]) -> _Needs:
    """All that the parts of a row need."""
    every = (need for p, optional, _ in parts if not optional for need in p.needs)
    return tuple(dict.fromkeys(every))


def _either(each: Sequence[_Needs]) -> _Needs:
    """What is needed where any of several will do: one of the fewest words of each."""
    known = [min(needs, key=len) for needs in each if needs]
    return (frozenset().union(*known),) if len(known) == len(each) else ()


def _row_leads(parts: Sequence[_Part]) -> _Leads:
    """The words that a row may begin with, each with what follows and is needed."""
    first = next(number for number, part in enumerate(parts) if not part[1])
    after: _After = (_END, 1)
    needs = _needs(parts[first + 1 :])
    for part in reversed(parts[first + 1 :]):
        after = _before(part, after)
    each: list[_Leads] = []
    for part in reversed(parts[: first + 1]):
        if part[0].leads is None:
            return None
        each.append(dict(_followed(part[0].leads, after, needs)))
        after = _before(part, after)
        needs = needs if part[1] else (*part[0].needs, *needs)
    return _merged(reversed(each))


def _before(part: _Part, after: _After) -> _After:
    """What must come where a part comes first: itself or, where optional, the next."""
    one, optional, gap = part
    following, reach = after
    if gap:
        return following, reach + gap
    begins = None if one.leads is None else frozenset(one.leads)
    return (_union(begins, following), reach) if optional else (begins, 1)


def _followed(
    leads: Mapping[str, _Lead], after: _After, needs: _Needs
) -> Iterator[tuple[str, _Lead]]:
    """The first words of a part, with what follows the part and what that needs."""
    following, reach = after
    for word, (own, near, more) in leads.items():
        every = (*more, *needs) if more else needs
        if own is None or "" not in own:
            yield word, (own, near, every)
        else:
            rest = own - _END
            words = _union(rest, following) if rest else following
            yield word, (words, near + reach - 1, every)


def _merged(each: Iterable[_Leads]) -> _Leads:
    """The first words of any of several, each with what it needs in all of them."""
    found: dict[str, _Lead] = {}
    for leads in each:
        if leads is None:
            return None
        for word, one in leads.items():
            found[word] = _any(found[word], one) if word in found else one
    return found


def _any(one: _Lead, other: _Lead) -> _Lead:
    """What comes after a word that begins two rows."""
    following = _union(one[0], other[0])
    return following, max(one[1], other[1]), _either((one[2], other[2]))


def _union(*each: _Words) -> _Words:
    """All the words of several sets; None where one of them isn't known."""
    known = [words for words in each if words is not None]
    return frozenset().union(*known) if len(known) == len(each) else None


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
