"""Paragraphs and sentences, with their places in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from incident_timeline.text.spans import Span

__all__ = ["paragraphs", "sentences"]

# Words whose full stop ends no sentence, in lower case and without the stop.
_ABBREVIATIONS = frozenset(
    """
    a.k.a ald asst atty ave bldg blvd brig bros capt cllr cmdr co col comdr const cpl
    cst d.c.i d.i d.s dep dept det dist div dr e.g est ft gen gov hon i.e insp jct lt
    lieut maj mr mrs ms mt mx p.o prof prop pvt rd ref rev rt sen sgt spc st ste supt
    tel u.k u.n u.s u.s.a viz vs
    """.split()
)
# These are words of their own as well: they abbreviate where a number follows.
_BEFORE_NUMBERS = frozenset(
    """
    approx art c ca ch cl ex fig no nos p para paras pl pp r reg s sec v vol
    jan feb mar apr jun jul aug sep sept oct nov dec
    mon tue tues wed thu thur thurs fri sat sun
    """.split()
)
# These end a sentence as often as not: a capital after them decides.
_EITHER = frozenset({"a.m", "p.m", "etc", "inc", "jr", "ltd", "sr"})
_TIME_WORDS = tuple(
    """
    Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec Mon Tue Wed Thu Fri Sat Sun
    EST EDT CST CDT MST MDT PST PDT AST ADT GMT BST IST AE AC AW NZ Eastern Central
    Mountain Pacific Atlantic
    """.split()
)
_CLOSING = "\"'”’)]»"
_STOP = re.compile(rf"[.!?…]{{1,3}}[{re.escape(_CLOSING)}]{{0,3}}(?=\s)")
_BULLET = re.compile(r"(?:[-*•‣▪●·–—]|\(?(?:[0-9]{1,3}|[a-z])[.)])[ \t]")
# What heads a line with its stop: "2.", or the clock time of a log's entry.
_MARKER = re.compile(
    r"\(?(?:[0-9]{1,3}|[a-z])\.|[0-9]{1,2}(?:[:.][0-9]{2}){0,2}[ ]?[AaPp]\.[Mm]\."
    r"|[0-9]{4}[ ]?(?:hrs|hours)\."
)
_LAST_WORD = re.compile(r"[^\s(\[\"'“‘]{1,24}\Z")
# A letter that stands for an officer's name, unlike one that shortens a name.
_LETTERED = re.compile(
    r"\b(?:Officer|Garda|Constable|PC|DC|Trooper|Member|Agent|Witness)\s[A-Z]\Z"
)
_OPENING = "\"'“‘([«"
_SHORT_LINE = 50


def paragraphs(text: str) -> tuple[Span, ...]:
    r"""The stretches of *text* between blank lines, without the space around them.

    >>> [part.of("One.\n\n Two.") for part in paragraphs("One.\n\n Two.")]
    ['One.', 'Two.']
    """
    found: list[Span] = []
    start, end = -1, 0
    for line in _lines(text):
        if line.start == line.end:
            if start >= 0:
                found.append(Span(start, end))
            start = -1
        elif start < 0:
            start = line.start
        end = line.end
    if start >= 0:
        found.append(Span(start, end))
    return tuple(found)


def sentences(text: str) -> tuple[Span, ...]:
    """The sentences of *text*, in order; a heading or list item is one of its own.

    A full stop after an abbreviation (``Sgt.``, ``No.``) ends none, nor does a line
    break inside a wrapped paragraph. Headings need no full stop.

    >>> told = "Sgt. Roe came at 9 p.m. with two others. He left."
    >>> [sentence.of(told) for sentence in sentences(told)]
    ['Sgt. Roe came at 9 p.m. with two others.', 'He left.']
    """
    found: list[Span] = []
    for block in _blocks(text):
        start = block.start
        for stop in _STOP.finditer(text, block.start, block.end):
            if not _MARKER.fullmatch(text, start, stop.end()) and _ends(
                text, stop, block.end
            ):
                found.append(Span(start, stop.end()))
                start = _skip_space(text, stop.end(), block.end)
        found.append(Span(start, block.end))
    return tuple(found)


def _lines(text: str) -> Iterator[Span]:
    """Each line without the space around it; a blank one is an empty span."""
    start = 0
    while start <= len(text):
        stop = text.find("\n", start)
        stop = len(text) if stop < 0 else stop
        line = text[start:stop]
        head = start + len(line) - len(line.lstrip())
        yield Span(head, head + len(line.strip()))
        start = stop + 1


def _blocks(text: str) -> Iterator[Span]:
    """Runs of lines that wrap into one another."""
    block: Span | None = None
    last = Span(0, 0)
    for line in _lines(text):
        if block is not None and _wraps(text, last, line):
            block = Span(block.start, line.end)
        else:
            if block is not None:
                yield block
            block = line if line.start < line.end else None
        last = line
    if block is not None:
        yield block


def _wraps(text: str, above: Span, line: Span) -> bool:
    """Whether *line* goes on with the sentence of the line above it."""
    if line.start == line.end or _BULLET.match(text, line.start):
        return False
    if text[line.start].islower():
        return True
    ended = text[above.end - 1] in ".!?:;" + _CLOSING
    return (
        not ended
        and above.end - above.start >= _SHORT_LINE
        and _full(text, above, line)
    )


def _full(text: str, above: Span, line: Span) -> bool:
    """Whether the first word of *line* had no room in the line above it."""
    space = text.find(" ", line.start, line.end)
    first = (space if space >= 0 else line.end) - line.start
    return above.end - above.start + 1 + first > line.end - line.start


def _ends(text: str, stop: re.Match[str], limit: int) -> bool:
    """Whether the stop found ends a sentence, by the words on both its sides."""
    ahead = _skip_space(text, stop.end(), limit)
    following = text[ahead : ahead + 12].lstrip(_OPENING)
    if following[:1].islower():
        return False
    if stop.group() != ".":
        return True
    word = _LAST_WORD.search(text, max(0, stop.start() - 24), stop.start())
    if word is None or not _abbreviates(word.group(), following):
        return True
    lettered = _LETTERED.search(text, max(0, stop.start() - 24), stop.start())
    return lettered is not None and following[:1].isupper()


def _abbreviates(word: str, following: str) -> bool:
    """Whether the stop after *word* belongs to the word alone."""
    plain = word.lower()
    if plain in _EITHER:
        return not following[:1].isupper() or following.startswith(_TIME_WORDS)
    if plain in _BEFORE_NUMBERS and following[:1].isdigit():
        return True
    initial = len(word) == 1 and word.isupper() and word != "I"
    return initial or plain in _ABBREVIATIONS


def _skip_space(text: str, at: int, limit: int) -> int:
    while at < limit and text[at].isspace():
        at += 1
    return at
