"""Prose read as incidents: press releases, oversight reports, news."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from attrs import field, frozen

from incident_timeline.model import Incident, Source
from incident_timeline.moments import Moment
from incident_timeline.parsers._dating import Told, dated
from incident_timeline.parsers._findings import findings
from incident_timeline.parsers._linking import Joins, joins
from incident_timeline.parsers._marks import marks
from incident_timeline.parsers._passages import Passage, passages
from incident_timeline.parsers._records import Records
from incident_timeline.parsers._retelling import occurrences
from incident_timeline.parsers._titles import title_in
from incident_timeline.parsers._unnamed import with_unnamed
from incident_timeline.parsers.base import Document, Parsed
from incident_timeline.parsers.readings import reading
from incident_timeline.parsers.trace import Trace
from incident_timeline.text.actors import Speakers
from incident_timeline.text.lexicon import Lexicon, default_lexicon
from incident_timeline.text.times import TimeMention, find_times

__all__ = ["PRESS_RELEASE", "PressRelease"]

# Times are looked for in some zone even where none is known: nothing of it is kept.
_ANY_ZONE = "UTC"
_MARK = "\ufeff"
# How far before the limit a good place to stop reading is looked for.
_NEAR = 2_000
_STOPS = (re.compile(r"\n[ \t\r]{0,8}\n"), re.compile(r"[.!?]\s"), re.compile(r"\s"))


@frozen(kw_only=True)
class PressRelease:
    """Reads accounts in English prose: press releases, oversight reports, news.

    One incident a document. Events told as facts, in the order of telling, each with
    the words that tell it and with the time that the text gives it, or none. What is
    denied, foreseen, supposed, quoted or claimed by a caller is a finding, never an
    event. Reading never fails for what a text says.

    Attributes:
        name: What it is chosen by.
        lexicon: The cues; extend them with :meth:`Lexicon.extended`.
        longest: How many characters of a document are read; where there are more, a
            finding names the place at which reading stopped.

    >>> text = "At 21:04 on 3 May 2024 shots were fired. He died at the scene."
    >>> incident = PRESS_RELEASE.parse(Document(text, zone="UTC")).incidents[0]
    >>> [(event.kind, event.start.stated) for event in incident.events]
    [('shots', '2024-05-03T21:04'), ('death_pronouncement', '')]
    """

    name: str = "press_release"
    lexicon: Lexicon = field(factory=default_lexicon)
    longest: int = 2_000_000

    @cached_property
    def _speakers(self) -> Speakers:
        return Speakers.of(self.lexicon)

    def parse(self, document: Document, /) -> Parsed:
        """Read a document into one incident and its findings."""
        return self._read(document).parsed(document)

    def trace(self, document: Document, /) -> Trace:
        """Read a document as :meth:`parse` does, and mark what was read from what.

        >>> told = Document("At 21:04 on 3 May 2024 shots were fired.", zone="UTC")
        >>> for mark in PRESS_RELEASE.trace(told).marks:
        ...     print(mark.layer, mark.ids, mark.of(told.text), "|", mark.label)
        time ('t1',) 21:04 on 3 May 2024 | 2024-05-03T21:04, dates e1
        event ('e1',) shots were fired | shots 2024-05-03T21:04
        """
        read = self._read(document)
        return Trace(
            document=document,
            parsed=read.parsed(document),
            marks=marks(
                read.incident,
                times=read.times,
                passages=read.passages,
                told=read.told,
                unused=read.joined.unused,
            ),
        )

    def _read(self, document: Document) -> _Read:
        text = document.text[: _stop(document.text, self.longest)]
        if text.startswith(_MARK):  # white space of the same length, so offsets stay
            text = f" {text[1:]}"
        times = find_times(
            text, published=document.published, zone=document.zone or _ANY_ZONE
        )
        found = passages(
            text,
            times,
            lexicon=self.lexicon,
            speakers=self._speakers,
            publisher=document.publisher,
        )
        told = occurrences(text, with_unnamed(dated(text, found), found, text))
        joined = joins(text, told)
        records = Records(
            text=text,
            passages=found,
            told=told,
            joined=joined.links,
            source=_source(document, _title(document, times)),
            zone_known=document.zone is not None,
        )
        return _Read(
            end=len(text),
            times=times,
            passages=found,
            told=told,
            joined=joined,
            incident=records.incident(),
        )


@frozen(kw_only=True)
class _Read:
    """All that was read from a document."""

    end: int
    times: tuple[TimeMention, ...]
    passages: tuple[Passage, ...]
    told: tuple[Told, ...]
    joined: Joins
    incident: Incident

    def parsed(self, document: Document) -> Parsed:
        """What is given back: the incident, and what there is to say of the text."""
        if not document.text.strip():
            empty = reading("TL601").finding("$", "the document is empty")
            return Parsed(findings=(empty,))
        said = findings(
            document,
            self.end,
            self.times,
            self.passages,
            self.told,
            unused=self.joined.unused,
        )
        return Parsed(incidents=(self.incident,), findings=tuple(said))


def _stop(text: str, longest: int) -> int:
    """How much of a text is read: to a paragraph, sentence or word near the limit."""
    if len(text) <= longest:
        return len(text)
    low = max(0, longest - _NEAR)
    near = (list(place.finditer(text, low, longest)) for place in _STOPS)
    return next((found[-1].end() for found in near if found), longest)


def _title(document: Document, times: Sequence[TimeMention]) -> str:
    """A document's title: as given, else the heading at its head, else its name."""
    return document.title or title_in(document.text, times) or document.name


def _source(document: Document, title: str) -> Source:
    published = None
    if document.published is not None:
        published = Moment.from_stated(
            document.published.isoformat(), zone=document.zone or _ANY_ZONE
        )
    return Source(
        id="s1",
        title=title,
        publisher=document.publisher,
        url=document.url,
        published=published,
        text=document.text,
        sha256=Source.digest(document.text),
    )


PRESS_RELEASE = PressRelease()
"""The parser for prose, with the cues that come with the library."""
