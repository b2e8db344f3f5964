"""A document cut into passages: each sentence with all that was found in it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from attrs import define, frozen

from incident_timeline.moments import Precision
from incident_timeline.parsers._bygone import bygone
from incident_timeline.parsers._parts import parts
from incident_timeline.text.actors import Focus, Mention, Speakers, focus_after, masked
from incident_timeline.text.asides import asides
from incident_timeline.text.clauses import clauses
from incident_timeline.text.context import (
    Attribution,
    Scope,
    attributions,
    scopes,
)
from incident_timeline.text.cues import Sentence, Telling, tellings
from incident_timeline.text.lexicon import Cue, Lexicon
from incident_timeline.text.people import person_names, short_names
from incident_timeline.text.quotes import speeches
from incident_timeline.text.spans import Clause, Span
from incident_timeline.text.times import TimeMention

__all__ = ["Passage", "last_newcomer", "passages"]

_CLOCK = (Precision.HOUR, Precision.MINUTE, Precision.SECOND, Precision.INSTANT)
# Quotations so near to each other are one speech.
_CLOSE = 4
# No sentence of prose is so long; a line of a log or of noise may be.
_LONGEST = 2000
_NEW_PERSON = re.compile(r"(?:an?|one|another|the second|the third)\s", re.IGNORECASE)
_GROUP_WORDS = {
    "oversight": "independent|investigat|ombudsman|inspector|integrity|review|"
    "professional standards|complaints|attorney general|enquêtes|department of justice",
    "medical": "ambulance|medical|rescue|paramedic|fire",
    "court": "prosecut|court|coroner",
    "police": "police|sheriff|constab|patrol|garda|marshal|service|unit|department",
}
_GROUP_NAMES = tuple(
    (group, re.compile(words, re.IGNORECASE)) for group, words in _GROUP_WORDS.items()
)
_OWN_NAME = re.compile(
    r"\b(?:Department|Authority|Commission|Commissioner|Ombudsman|Office|Bureau|Unit|Service|"
    r"Team|Directorate|Inspectorate|Sheriff|Force|Division)\b"
)
_OVERSIGHT_BODY = _GROUP_NAMES[0][1]


@frozen
class Passage(Span):
    """One sentence, and what was found in it.

    Attributes:
        number: Its place among the passages.
        paragraph: The number of its paragraph.
        part: ``heading``, ``lead``, ``body`` or ``notes``.
        clauses: Its clauses.
        people: Whom it names.
        newcomer: Where the last new person before it was named, or -1.
        scopes: What in it isn't told as a fact.
        said: What in it is attributed.
        asides: The relative clauses that break into it.
        times: The times in it that may date an event.
        tellings: The events that it tells, facts or not.
    """

    number: int
    paragraph: int
    part: str
    clauses: tuple[Clause, ...]
    people: tuple[Mention, ...]
    newcomer: int
    scopes: tuple[Scope, ...]
    said: tuple[Attribution, ...]
    asides: tuple[Span, ...]
    times: tuple[TimeMention, ...]
    tellings: tuple[Telling, ...]

    @property
    def facts(self) -> tuple[Telling, ...]:
        """The tellings that are told as facts."""
        return tuple(t for t in self.tellings if not t.context)


def passages(
    text: str,
    times: Sequence[TimeMention],
    *,
    lexicon: Lexicon,
    speakers: Speakers,
    publisher: str = "",
) -> tuple[Passage, ...]:
    """The passages of a text, in order.

    *publisher* is who "we" are.
    """
    we = "oversight" if _OVERSIGHT_BODY.search(publisher) else "police"
    names = (*_acronyms(text), *_people(text), *_own_names(publisher, we))
    cutter = _Cutter(
        masked(text, [Span(t.start, t.end) for t in times]),
        deque(times),
        lexicon,
        speakers.named(names),
        Focus(we=we),
        deque(_statements(speeches(text), times)),
    )
    return tuple(
        cutter.passage(piece, part.paragraph, part.name)
        for part in parts(text)
        for piece in _pieces(text, part.sentence)
    )


@define
class _Cutter:
    """What is known of a text as it is read from beginning to end."""

    quiet: str
    times: deque[TimeMention]
    lexicon: Lexicon
    speakers: Speakers
    focus: Focus
    quotes: deque[Span]
    newcomer: int = -1
    number: int = 0
    named: tuple[Mention, ...] = ()

    def passage(self, sentence: Span, paragraph: int, part: str) -> Passage:
        quiet, newcomer = self.quiet, self.newcomer
        people = self.speakers.mentions(quiet, sentence, self.focus)
        cut = clauses(quiet, sentence)
        times = tuple(self._times_until(sentence.end))
        if part == "subheading":
            part = "body" if times else "heading"
        around = tuple(self._scopes(sentence, cut, people, times))
        breaks = asides(quiet, sentence, people)
        said = attributions(quiet, sentence, people, around=breaks, earlier=self.named)
        whole = Sentence(
            text=quiet,
            span=sentence,
            clauses=cut,
            people=people,
            scopes=around,
            said=said,
            asides=breaks,
        )
        self.named = _still_named(people, self.named)
        self.focus = focus_after(quiet, people, self.focus)
        self.newcomer = last_newcomer(quiet, people, sentence.end, newcomer)
        self.number += 1
        return Passage(
            sentence.start,
            sentence.end,
            number=self.number - 1,
            paragraph=paragraph,
            part=part,
            clauses=cut,
            people=people,
            newcomer=newcomer,
            scopes=around,
            said=said,
            asides=breaks,
            times=times,
            tellings=() if part == "notes" else tellings(whole, self.lexicon),
        )

    def _times_until(self, end: int) -> Iterator[TimeMention]:
        while self.times and self.times[0].start < end:
            yield self.times.popleft()

    def _scopes(
        self,
        sentence: Span,
        cut: Sequence[Clause],
        people: Sequence[Mention],
        times: Sequence[TimeMention],
    ) -> Iterator[Scope]:
        yield from scopes(self.quiet, sentence, cut, people)
        yield from bygone(self.quiet, sentence, times, people)
        yield from self._quoted(sentence)

    def _quoted(self, sentence: Span) -> Iterator[Scope]:
        while self.quotes and self.quotes[0].end <= sentence.start:
            self.quotes.popleft()
        for quote in islice(self.quotes, 4):
            if quote.start < sentence.end:
                yield Scope(quote.start, quote.end, "quotation", quote)


def _statements(quotes: Iterable[Span], times: Sequence[TimeMention]) -> Iterator[Span]:
    """The quotations that tell no events: none that gives times of day, or goes on."""
    starts = [t.start for t in times if t.moment and t.moment.precision in _CLOCK]
    telling, end = False, -_CLOSE
    for quote in quotes:
        number = bisect_left(starts, quote.start)
        timed = number < len(starts) and starts[number] < quote.end
        telling = timed or (telling and quote.start - end <= _CLOSE)
        end = quote.end
        if not telling:
            yield quote


def _still_named(
    people: Sequence[Mention], earlier: Sequence[Mention]
) -> tuple[Mention, ...]:
    """Whom a sentence names, and whom its pronouns still stand for."""
    now = [m for m in people if not m.pronoun]
    groups = {m.group for m in people if m.pronoun} - {m.group for m in now}
    return (*(m for m in earlier if m.group in groups), *now)


def last_newcomer(
    text: str, people: Sequence[Mention], end: int, otherwise: int
) -> int:
    """Where the last person before an offset was named as a new one."""
    new = [
        m.start
        for m in people
        if m.start < end and m.group == "person" and _NEW_PERSON.match(text, m.start)
    ]
    return new[-1] if new else otherwise


def _pieces(text: str, sentence: Span) -> Iterator[Span]:
    """A sentence in pieces of a bounded length, so that work on one is bounded too."""
    start = sentence.start
    while sentence.end - start > _LONGEST:
        space = text.rfind(" ", start + 1, start + _LONGEST)
        cut = space if space > 0 else start + _LONGEST
        yield Span(start, cut)
        start = cut
    yield Span(start, sentence.end)


def _acronyms(text: str) -> Iterator[Cue]:
    """The short names that a text gives to bodies, with the group that each is of."""
    for name in short_names(text):
        for group, words in _GROUP_NAMES:
            if words.search(name.name):
                yield Cue(kind=group, pattern=name.short)
                break


def _people(text: str) -> Iterator[Cue]:
    """The surnames of people whom the text names by title or age."""
    for name in person_names(text):
        yield Cue(kind=name.group, pattern=name.surname)


def _own_names(publisher: str, we: str) -> Iterator[Cue]:
    """What a publisher calls itself: "the Department", "the Authority"."""
    for word in _OWN_NAME.findall(publisher):
        yield Cue(kind=we, pattern=f"the {word}")
