"""What is fuzzed: the reader of prose. ``run.py`` runs it.

An input's first byte chooses what the others are: the bytes of a text, or the numbers
of words, of which the lexicons and the grammar of times are made; those reach further.

A fault is anything but a reading: an error, a span that isn't in the text, a moment
that says nothing of itself, or a text that takes longer than texts of its length may.
What was found is kept in ``found/``, and tried with every run of the tests.
"""

from __future__ import annotations

import re
import time
from datetime import date
from functools import cache
from itertools import chain

from incident_timeline.parsers.base import Document
from incident_timeline.parsers.press_release import PRESS_RELEASE
from incident_timeline.text.lexicon import default_lexicon
from incident_timeline.text.times import find_times

ZONES = ("Europe/London", "America/New_York", "Australia/Sydney", "America/Toronto")
# Seconds that a text of some length may take: far beyond what any should.
ALLOWED, ALLOWED_A_CHARACTER = 2.0, 0.001
_MARKS = tuple(
    ". , ; : - – — ' ’ \" “ ” ( ) / \n \n\n \t \xa0 \u200b ! ? ... • #".split(" ")
)
_TIMES = """
    19:59 2000hrs 8.30pm 8 p.m. noon midnight half past quarter to o'clock about around
    shortly before just after between and from until by since 3 23rd 2024 '24 24/5 05/04
    May Nov. December Monday Tues last next this that the same previous following day
    night morning evening overnight yesterday today tomorrow hours minutes later earlier
    ago after two three a couple of GMT EST UTC early late mid of on at in week month
""".split()
_WORDS = re.compile(r"[\w'’-]{1,20}")


@cache
def words() -> tuple[str, ...]:
    """What a numbered text is made of."""
    told = " ".join(cue.yes for cue in default_lexicon().cues)
    known = dict.fromkeys(chain(_TIMES * 3, _MARKS, _WORDS.findall(told)))
    return tuple(known)


def text_of(data: bytes) -> str:
    """The text that an input stands for."""
    if not data or data[0] % 2:
        return data[1:].decode("utf-8", "replace")
    known = words()
    pairs = zip(data[1::2], data[2::2], strict=False)
    return " ".join(known[(256 * a + b) % len(known)] for a, b in pairs)


def read(data: bytes) -> None:
    """Read an input as an account; raise if anything is wrong."""
    text = text_of(data)
    zone = ZONES[len(data) % len(ZONES)]
    started = time.process_time()
    for mention in find_times(text, published="2024-05-06", zone=zone):
        assert text[mention.start : mention.end] == mention.text
        assert mention.moment is not None or mention.remarks
    document = Document(text, published=date(2024, 5, 6), zone=zone)
    for incident in PRESS_RELEASE.parse(document).incidents:
        for event in incident.events:
            for cited in event.citations:
                assert text[cited.start : cited.end] == cited.quote
    took = time.process_time() - started
    assert took < ALLOWED + ALLOWED_A_CHARACTER * len(text), f"{took:.1f} s"
