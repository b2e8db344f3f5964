"""Speeches: what stands between quotation marks, or after a colon that opens one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from incident_timeline.text.sentences import paragraphs
from incident_timeline.text.spans import Span

__all__ = ["quotations", "speeches"]

# A straight mark opens before a word and closes after one. A single mark opens before
# a capital and closes after a stop or comma; anywhere else it is an apostrophe.
_MARK = re.compile(
    r"""
    [“«"”»‘’'] (?:
    (?P<double> (?<=[“«]) | (?<=["])(?<![^\s(\[—–-].) (?=\S) )
  | (?P<undouble> (?<=[”»]) | (?<=\S["]) (?![^\W_]) )
  | (?P<single> (?<=[‘'])(?<![^\s(\[—–-].) (?=[A-Z]) )
  | (?P<unsingle> (?<=[.,!?…][’']) (?![^\W_]) )
    )""",
    re.VERBOSE,
)
_OPENERS = {"double": '“«"', "single": "‘'"}
# A quotation of fewer words is a term, not a speech.
_WORDS = 6
_ANNOUNCES = re.compile(
    r"\b(?:said|says|say|added|adds|stated|statement|continued|told|commented|wrote"
    r"|reads?|explained)\b[^.!?\n]{0,80}:\Z"
)
_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Oo]ur|[Mm]y|[Uu]s)\b")
# So many paragraphs without a mark may stand between an open mark and its end.
_RUN = 4
_DOCUMENT = (
    r"(?:statement|release|report|post|tweet|affidavit|complaint|document|update|summary"
    r"|account)"
)
_READS = re.compile(
    rf"\b{_DOCUMENT}\b[^.!?“”\"]{{0,40}}\b(?:said|says|reads?|states?|stated):?,?\s{{0,3}}\Z"
)
_WRITTEN = re.compile(
    rf"\s{{0,3}}(?:an?|the|in)\s(?:[\w’'-]{{1,20}}\s){{0,5}}?{_DOCUMENT}\b"
    r"[^.!?“”\"]{0,40}\b(?:said|says|reads?|states?|stated|from)\b"
)
_SAID = re.compile(r"\b(?:said|says|added|told\s[^.]{1,40}|continued):?,?\s{0,3}\Z")
_SAID_AFTER = re.compile(
    r"\s{0,3}(?:[\w.’'-]{1,20}\s){0,5}?(?:said|says|added|told)\b|\s{0,3}(?:said|says)\b"
)
# How far before its end a paragraph is looked at for the words that open a speech.
_NEAR = 120


def quotations(text: str) -> tuple[Span, ...]:
    """Speeches between quotation marks, also those that run over paragraphs.

    Double marks and single ones, straight and curly; apostrophes are none. A paragraph
    in the first person after "she said:" is one as well, without any mark.

    >>> told = "He said: “We are all very sorry for it.” Then he left."
    >>> [span.of(told) for span in quotations(told)]
    ['“We are all very sorry for it.”']
    """
    return tuple(s for s in _speeches(text) if len(s.of(text).split()) >= _WORDS)


def speeches(text: str) -> tuple[Span, ...]:
    """Quotations of people: those of a written account, which tells events, are none.

    >>> told = "“Police came at noon and he ran off,” the release said."
    >>> speeches(told), len(quotations(told))
    ((), 1)
    """
    return tuple(_spoken(text, quotations(text)))


def _spoken(text: str, quotes: tuple[Span, ...]) -> Iterator[Span]:
    """The quotations without those that a document is quoted in, or goes on in."""
    written = False
    for quote in quotes:
        after = _WRITTEN.match(text, quote.end, quote.end + _NEAR)
        low = max(0, quote.start - _NEAR)
        before = _READS.search(text, low, quote.start)
        if after or before:
            written = True
        elif _SAID_AFTER.match(text, quote.end) or _SAID.search(text, low, quote.start):
            written = False
        if not written or _FIRST_PERSON.search(text, quote.start, quote.end):
            yield quote


def _speeches(text: str) -> Iterator[Span]:
    """Speeches of each paragraph; one left open goes on to a later closing mark."""
    since: list[Span] | None = None
    announced = False
    for paragraph in paragraphs(text):
        if announced and _first_person(text, paragraph):
            yield paragraph
            announced = False
            continue
        found, shut, left_open = _marked(text, paragraph)
        if since is not None and shut > 0:
            yield from (*since, Span(paragraph.start, shut))
        yield from found
        if left_open:
            since = []
        elif since is not None:
            plain = not found and not shut and len(since) < _RUN
            since = [*since, paragraph] if plain else None
        low = max(paragraph.start, paragraph.end - _NEAR)
        announced = _ANNOUNCES.search(text, low, paragraph.end) is not None


def _first_person(text: str, paragraph: Span) -> bool:
    if text[paragraph.start] in "“«\"‘'":
        return False
    return _FIRST_PERSON.search(text, paragraph.start, paragraph.end) is not None


def _marked(text: str, paragraph: Span) -> tuple[list[Span], int, bool]:
    """A paragraph's speeches, where one before it is shut, and if one is left open."""
    found: list[Span] = []
    shut, opened, family = 0, -1, ""
    for mark in _MARK.finditer(text, paragraph.start, paragraph.end):
        sort = mark.lastgroup or ""
        if opened < 0 and not sort.startswith("un"):
            opened, family = mark.start(), sort
        elif opened >= 0 and sort == f"un{family}":
            found.append(Span(opened, mark.end()))
            opened = -1
        elif opened < 0 and sort == "undouble" and not found:
            shut = shut or mark.end()
    if opened < 0 or not (family == "double" or opened == paragraph.start):
        return found, shut, False
    return [*found, Span(opened, paragraph.end)], shut, True
