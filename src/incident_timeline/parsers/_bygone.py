"""What a text says of whole years: counts, and cases other than its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from incident_timeline.moments import Precision
from incident_timeline.text.actors import Mention
from incident_timeline.text.context import Scope
from incident_timeline.text.spans import Span
from incident_timeline.text.times import TimeMention

__all__ = ["bygone"]

# A count is of people: "12 people were shot". Few are told in figures, so a small
# number in words may be the people of one incident.
_COUNTED = re.compile(
    r"\b(?:\d{1,4}|(?:dozens|scores|hundreds) of|(?:at least|more than) \w{1,12})"
    r" (?:other |more |different )?"
    r"(?:people|persons|men|women|officers|civilians|suspects|children|times"
    r"|deaths|shootings|incidents|cases)\b",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\b(?:another|a (?:different|previous|separate|similar|second|third)) ?"
    r"(?:local |young |black |white )?"
    r"(?:man|woman|person|teenager|motorist|driver|suspect|resident|boy|girl)\b",
    re.IGNORECASE,
)


def bygone(
    text: str, sentence: Span, times: Sequence[TimeMention], people: Sequence[Mention]
) -> Iterator[Scope]:
    """The whole sentence, where it tells of a year and of no incident of that text.

    That is so where it counts people, or tells of "another man" before any person.
    """
    if not any(t.moment and t.moment.precision is Precision.YEAR for t in times):
        return
    words = _COUNTED.search(text, sentence.start, sentence.end)
    words = words or _OTHER.search(text, sentence.start, sentence.end)
    if words and not any(m.group == "person" and m.end < words.start() for m in people):
        where = Span(words.start(), words.end())
        yield Scope(sentence.start, sentence.end, "background", where)
