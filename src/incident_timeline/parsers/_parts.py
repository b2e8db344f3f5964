"""The parts of a document: headings, lead, body and notes, sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from attrs import frozen

from incident_timeline.text.sentences import paragraphs, sentences
from incident_timeline.text.spans import Span

__all__ = ["Part", "parts"]

_ENDED = re.compile(r"[.!?…][\"”’')\]]{0,2}\Z")
# A line so long that ends a sentence ends a paragraph, where most such lines do.
_LONG_LINE = 50
# Of a first paragraph longer than this, only its first sentences lead.
_LONG_LEAD = 5
_LEADING = 2
_LONGEST_HEADING = 80
_NO_HEADING = re.compile(r"[-*•‣▪●·–—]|\(?[0-9]|\A.*[,;:)]\Z", re.DOTALL)
# From here on a document tells no more ...
_LAST = re.compile(
    r"""
    notes?\s(?:to|for)\s(?:the\s)?
    (?:editors?|media|journalists|newsrooms) | ©|copyright\b | (?:all\srights\sreserved)
    | (?:media|press)\s(?:contacts?|enquiries|inquiries|relations|office)\s?:?\Z
    | (?:about\s(?:us|the\s[A-Z][^.]{2,60})|contacts?|comments?|tags
    |related(?:\s\w{2,12})?|more\s(?:news|stories)|(?:latest|recent|other|top)\s(?:news|stories|releases|articles)
    |most\sread|trending|recommended(?:\s\w{2,12})?|further\sinformation)\s?:?\Z
    """,
    re.VERBOSE | re.IGNORECASE,
)
# ... or from here, unless an earlier statement stands below, with its day or number.
_END = re.compile(r"(?:-{0,3}\s?ends\s?-{0,3}|\#{2,5}|-\s?30\s?-)\Z", re.IGNORECASE)
_AGAIN = re.compile(
    r"(?:[a-z]{3,6}day,?\s)?(?:\d{1,2}(?:st|nd|rd|th)?\s[a-z]{3,9},?|[a-z]{3,9}\.?\s\d{1,2},)"
    r"\s(?:19|20)\d\d\b|[^.]{0,80}\bupdate\b"
    r"|(?:earlier|previous(?:ly)?|original|initial|first)\s"
    r"(?:media\s|news\s|press\s)?(?:statement|release|appeal|report|story|post|issued)",
    re.IGNORECASE,
)
# ... and these are a page's words, and not the account's.
_BY_THE_WAY = re.compile(
    r"""
    (?:share\sthis|read\s(?:more|also|next)|related|see\salso|more:|more\son\sthis|watch:|listen:|follow\sus
    |sign\sup|subscribe|click\shere|scroll\sdown|download\s|advertisement|photo:|image:|getty
    |mandate\sof\s|for\simmediate\srelease|press\srelease\b|news\srelease\b|you\smay\salso\slike
    |for\s(?:more|further|additional|media)\s(?:information|enquiries|inquiries|details)
    |(?:media|press)\s(?:contacts?|enquiries|inquiries|office):)
    """,
    re.VERBOSE | re.IGNORECASE,
)


@frozen
class Part:
    """One sentence, and where in its document it stands.

    Attributes:
        sentence: Its span.
        paragraph: The number of its paragraph.
        name: ``heading``, ``lead``, ``body``, ``subheading`` (of a section) or
            ``notes``.
    """

    sentence: Span
    paragraph: int
    name: str


def parts(text: str) -> Iterator[Part]:
    """Each sentence of a document with its paragraph and its part, in order.

    Paragraphs are parted by blank lines, or by line ends where lines end as
    paragraphs do.
    """
    body, leading = 0, -1
    noted = over = False
    for number, group in groupby(_numbered(text), key=lambda one: one[1]):
        found = [sentence for sentence, _ in group]
        first = found[0].of(text)
        noted = body > 0 and _noted(first, noted=noted, over=over)
        over = noted and (over or _END.match(first) is not None)
        furniture = noted or _BY_THE_WAY.match(first) is not None
        ended = [_ENDED.search(text, s.start, s.end) is not None for s in found]
        if any(ended) and not furniture:
            body += 1
            leading = number if body == 1 else leading
        headed = True
        for place, sentence in enumerate(found):
            headed = headed and not ended[place]
            if furniture:
                name = "notes"
            elif body == 0 or (number == leading and headed):
                name = "heading"
            elif number == leading:
                leads = len(found) <= _LONG_LEAD or place < _LEADING
                name = "lead" if leads else "body"
            else:
                alone = len(found) == 1 and _heads_section(text, sentence)
                name = "subheading" if alone else "body"
            yield Part(sentence, number, name)


def _noted(first: str, *, noted: bool, over: bool) -> bool:
    """Whether notes begin with a paragraph, or go on in it."""
    if over and _AGAIN.match(first) and not _ENDED.search(first):
        return False
    return noted or bool(_LAST.match(first) or _END.match(first))


def _heads_section(text: str, line: Span) -> bool:
    words = line.of(text)
    short = len(words) <= _LONGEST_HEADING and words[:1].isupper()
    return short and not _ENDED.search(words) and not _NO_HEADING.match(words)


def _numbered(text: str) -> Iterator[tuple[Span, int]]:
    """Each sentence with the number of its paragraph."""
    blocks = paragraphs(text)
    block = number = 0
    by_line = bool(blocks) and _by_line(text, blocks[0])
    last: Span | None = None
    for sentence in sentences(text):
        while block + 1 < len(blocks) and sentence.start >= blocks[block].end:
            block, number = block + 1, number + 1
            by_line = _by_line(text, blocks[block])
            last = None
        if by_line and last is not None and _new_line(text, last, sentence):
            number += 1
        yield sentence, number
        last = sentence


def _by_line(text: str, block: Span) -> bool:
    """Whether each line of a block is a paragraph: most long ones end a sentence."""
    lines = [line.rstrip() for line in block.of(text).split("\n")]
    long = [line for line in lines[:-1] if len(line) >= _LONG_LINE]
    ended = sum(_ENDED.search(line) is not None for line in long)
    return bool(long) and ended * 4 >= len(long) * 3


def _new_line(text: str, last: Span, sentence: Span) -> bool:
    between = text[last.end : sentence.start]
    return "\n" in between and _ENDED.search(text, last.start, last.end) is not None
