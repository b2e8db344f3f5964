"""A document cut into passages: each sentence with all that was found in it."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Sequence
from itertools import islice

from attrs import define, frozen

from incident_timeline.text.actors import Focus, Mention, Speakers, focus_after, masked
from incident_timeline.text.asides import asides
from incident_timeline.text.clauses import clauses
from incident_timeline.text.context import (
    Attribution,
    Scope,
    attributions,
    quotations,
    scopes,
)
from incident_timeline.text.cues import Sentence, Telling, tellings
from incident_timeline.text.lexicon import Cue, Lexicon
from incident_timeline.text.people import short_names
from incident_timeline.text.sentences import paragraphs, sentences
from incident_timeline.text.spans import Clause, Span
from incident_timeline.text.times import TimeMention

__all__ = ["Passage", "last_newcomer", "passages"]

# No sentence of prose is so long; a line of a log or of noise may be.
_LONGEST = 2000
_ENDED = re.compile(r"[.!?…][\"”’')\]]{0,2}\Z")
_NEW_PERSON = re.compile(r"(?:an?|one|another|the second|the third)\s", re.IGNORECASE)
_NOTES = re.compile(
    r"(?:notes? (?:to|for) (?:editors|media|journalists)|background:?\Z|-?ends-?\Z)",
    re.IGNORECASE,
)
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
_NAME = r"(?:[A-ZÀ-Þ][\w’'-]{1,20} ){0,2}(?P<surname>[A-ZÀ-Þ][a-zà-þ’'-]{1,20})"
_NAMED = (
    (
        "police",
        re.compile(
            r"\b(?:Chief|Deputy|Detective|Sergeant|Sgt\.?|Lt\.?|Lieutenant|Captain|Capt\.?|Cmdr\.?|"
            r"Commander|Inspector|Superintendent|Supt\.?|Constable|Trooper|Sheriff|Officer|"
            rf"Commissioner|Cpl\.?|Corporal|Garda) {_NAME}"
        ),
    ),
    ("person", re.compile(rf"(?:\b(?:Mr|Mrs|Ms|Miss|Mx)\.? |\d-year-old ){_NAME}")),
    ("person", re.compile(rf"\b{_NAME}(?=, \d{{2}},)")),
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
        deque(quotations(text)),
    )
    return tuple(
        cutter.passage(piece, paragraph, part)
        for sentence, paragraph, part in _parts(text)
        for piece in _pieces(text, sentence)
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
        parts = clauses(quiet, sentence)
        around = (*scopes(quiet, sentence, parts), *self._quoted(sentence))
        breaks = asides(quiet, sentence, people)
        said = attributions(quiet, sentence, people, around=breaks, earlier=self.named)
        whole = Sentence(
            text=quiet,
            span=sentence,
            clauses=parts,
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
            clauses=parts,
            people=people,
            newcomer=newcomer,
            scopes=around,
            said=said,
            asides=breaks,
            times=tuple(self._times_until(sentence.end)),
            tellings=() if part == "notes" else tellings(whole, self.lexicon),
        )

    def _times_until(self, end: int) -> Iterator[TimeMention]:
        while self.times and self.times[0].start < end:
            yield self.times.popleft()

    def _quoted(self, sentence: Span) -> Iterator[Scope]:
        while self.quotes and self.quotes[0].end <= sentence.start:
            self.quotes.popleft()
        for quote in islice(self.quotes, 4):
            if quote.start < sentence.end:
                yield Scope(quote.start, quote.end, "quotation", quote)


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


def _parts(text: str) -> Iterator[tuple[Span, int, str]]:
    """Each sentence with its paragraph's number and its part of the document."""
    blocks = paragraphs(text)
    block = body = 0
    noted = False
    for sentence in sentences(text):
        while block + 1 < len(blocks) and sentence.start >= blocks[block].end:
            block += 1
        opens = sentence.start == blocks[block].start
        heading = not _ENDED.search(text, sentence.start, sentence.end)
        noted = noted or (opens and bool(_NOTES.match(text, sentence.start)))
        if opens and not heading:
            body += 1
        if noted:
            part = "notes"
        elif heading and body == 0:
            part = "heading"
        else:
            part = "lead" if body <= 1 else "body"
        yield sentence, block, part


def _acronyms(text: str) -> Iterator[Cue]:
    """The short names that a text gives to bodies, with the group that each is of."""
    for name in short_names(text):
        for group, words in _GROUP_NAMES:
            if words.search(name.name):
                yield Cue(kind=group, pattern=name.short)
                break


def _people(text: str) -> Iterator[Cue]:
    """The surnames of people whom the text names by title or age."""
    for group, pattern in _NAMED:
        for match in pattern.finditer(text):
            yield Cue(kind=group, pattern=match["surname"])


def _own_names(publisher: str, we: str) -> Iterator[Cue]:
    """What a publisher calls itself: "the Department", "the Authority"."""
    for word in _OWN_NAME.findall(publisher):
        yield Cue(kind=we, pattern=f"the {word}")
