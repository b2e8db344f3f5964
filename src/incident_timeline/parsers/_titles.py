"""The title of a document: its first line that is a heading."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from incident_timeline.text.spans import Span
from incident_timeline.text.times import TimeMention

__all__ = ["title_in"]

# Titles are looked for among so many lines, in so many characters.
_LINES = 10
_REACH = 4_000
_LONGEST = 140
_NO_TITLE = (".", "!", "?", ":", ";", ",")
# What stands above or around a title, and is none.
_FURNITURE = re.compile(
    r"""
    (?:for\simmediate\srelease|(?:news|press|media)\s(?:release|statement)\s?\Z|statement\Z
    |breaking(?:\snews)?\Z|share\b|print\b|home\b|skip\sto|menu\b|search\b|advertisement
    |by\s[A-Z]|posted\b|published\b|updated\b|last\supdate|released\b|date\b|issued\b|time:
    |case\s(?:no|number|\#)|reference|ref\b|contacts?\b|media\scontact|embargo|page\s[0-9]
    |tel\b|phone\b|e-?mail\b|https?:|www\.)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_BODY = (
    r"(?:police|department|office|service|constabulary|bureau|commission|authority|unit"
    r"|síochána|siochana|patrol|division)"
)
_LETTERHEAD = re.compile(
    rf"(?:(?-i:[A-ZÀ-Þ])[\w’'&.-]{{0,20}}\s|of\s|the\s|an\s){{0,6}}{_BODY}"
    r"(?:\sof\s(?:\w{2,20}\s?){1,3})?",
    re.IGNORECASE,
)


def title_in(text: str, times: Iterable[TimeMention]) -> str:
    r"""The first line that is a heading, among those that a document begins with.

    A heading is short and without a full stop, and what follows it begins anew.
    *times* are those of the text: a line that is a date is none, and so are the words
    that a page puts above a title. Empty where there is none.

    >>> title_in("PRESS RELEASE\n\nMan found at harbour\n\nA man was found.", ())
    'Man found at harbour'
    """
    lines = list(_lines(text))
    dated = _dated(times, lines)
    for number, line in enumerate(lines[:_LINES]):
        words = line.of(text)
        if not words or line in dated or _around(words):
            continue
        if len(words) > _LONGEST or words.endswith(_NO_TITLE):
            return ""
        after = lines[number + 1 : number + 3]
        return words if _apart(text, line, after, dated) else ""
    return ""


def _lines(text: str) -> Iterator[Span]:
    """The first lines, without the blank ones before them and the space around."""
    start = len(text) - len(text.lstrip())
    limit = min(len(text), start + _REACH)
    for _ in range(_LINES + 1):
        stop = text.find("\n", start, limit)
        end = limit if stop < 0 else stop
        words = text[start:end].rstrip()
        yield Span(start, start + len(words))
        if stop < 0:
            return
        start = end + 1


def _dated(times: Iterable[TimeMention], lines: list[Span]) -> set[Span]:
    """The lines that are little more than a date."""
    dated: set[Span] = set()
    for time in times:
        if time.start >= lines[-1].end:
            break
        for line in lines:
            inside = min(time.end, line.end) - max(time.start, line.start)
            if inside * 2 > line.end - line.start:
                dated.add(line)
    return dated


def _around(words: str) -> bool:
    return bool(_FURNITURE.match(words) or _LETTERHEAD.fullmatch(words))


def _apart(text: str, line: Span, after: list[Span], dated: set[Span]) -> bool:
    """Whether a line ends of itself, and not because its page is too narrow."""
    words = [one.of(text) for one in after]
    if not text[line.end : line.end + _REACH].strip():
        return False
    if not words[0] or after[0] in dated or _around(words[0]):
        return True
    first = words[0].split(maxsplit=1)[0]
    room = line.end - line.start + 1 + len(first) <= len(words[0])
    below = words[1:] == [""] and not words[0].endswith(_NO_TITLE)
    return (room or below) and not first[:1].islower()
