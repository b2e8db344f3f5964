"""Lines of a log, and where the words that tell an event end."""

from __future__ import annotations

import re

from incident_timeline.text.spans import Span

__all__ = ["is_entry", "whole_end"]

# A line of a log has no auxiliary: "NR21 at scene", "Road closed at both ends".
_AUXILIARY = re.compile(
    r"\b(?:is|are|was|were|be|been|being|has|have|had|did|will|would|who|which|that)\b",
    re.IGNORECASE,
)
# It follows a mark or the line's stamp; times are masked by dots with a comma.
_ENTRY = re.compile(
    r"(?:\A(?:[·\s]{1,40},)?|[.;:|–—]\s{0,9}|(?<!·),\s{0,9}|\s-\s)([^.;:,|–—]{0,48})\Z"
)
_WITHIN = re.compile(
    r"\b(?:an?|the|his|her|their|of|for|with|to|he|she|they|we|it|i)\s", re.IGNORECASE
)
# What a quote may not end with, and the words up to the noun that it lacks.
_OPEN_END = re.compile(r"\b(?:an?|the|his|her|their|its|my|our)\Z", re.IGNORECASE)
_REST = re.compile(
    r"(?:\s{1,3}[\w'’-]{1,24}){1,3}?(?=[.,;:!?)\n]|\s{1,3}(?:a[st]|an?d?|be|but|by|for"
    r"|from|in|into|of|on|onto|or|over|that|the|to|towards?|when|which|while|who|with"
    r"|was|were|is|are|had|has|after|before|during|near|outside)\b|\s{0,9}\Z)",
    re.IGNORECASE,
)


def is_entry(text: str, sentence: Span, at: int) -> bool:
    """Whether what stands at an offset is, or stands for, the verb of a log's line.

    Such a line has no auxiliary, and little before its verb.

    >>> told = "21:56 NR21 at scene."
    >>> is_entry(told, Span(0, len(told)), told.index("at scene"))
    True
    """
    before = text[max(sentence.start, at - 60) : at]
    entry = _ENTRY.search(before)
    if entry is None or _WITHIN.search(entry[1]):
        return False
    return _AUXILIARY.search(text, sentence.start, sentence.end) is None


def whole_end(text: str, sentence: Span, end: int) -> int:
    """Where words end that may have been cut: not with a bare "their" or "the".

    >>> told = "Two officers fired their weapons."
    >>> told[: whole_end(told, Span(0, len(told)), told.index(" weapons"))]
    'Two officers fired their weapons'
    """
    if not _OPEN_END.search(text, max(sentence.start, end - 6), end):
        return end
    rest = _REST.match(text, end, sentence.end)
    return rest.end() if rest else end
