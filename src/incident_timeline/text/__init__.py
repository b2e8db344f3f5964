"""Prose: what a parser of one's own is built from.

Where things stand (paragraphs, sentences, clauses), times, words that tell events,
people, ages and items, and the way in which a thing is told.

>>> from incident_timeline.text import find_times, sentences
>>> told = "Officers came at 21:04 on 3 May 2024. Nobody was hurt."
>>> len(sentences(told))
2
>>> [time.moment.stated for time in find_times(told, zone="UTC")]
['2024-05-03T21:04']
"""

from incident_timeline.text.actors import Focus, Mention, Speakers
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
from incident_timeline.text.items import ItemMention, find_items
from incident_timeline.text.lexicon import (
    VARIETIES,
    Cue,
    Hit,
    Lexicon,
    default_lexicon,
    lexicon_of,
)
from incident_timeline.text.people import AgeMention, ShortName, find_ages, short_names
from incident_timeline.text.places import PlaceMention, find_places
from incident_timeline.text.sentences import paragraphs, sentences
from incident_timeline.text.spans import Clause, Span
from incident_timeline.text.times import Remark, TimeMention, find_times

__all__ = [
    "VARIETIES",
    "AgeMention",
    "Attribution",
    "Clause",
    "Cue",
    "Focus",
    "Hit",
    "ItemMention",
    "Lexicon",
    "Mention",
    "PlaceMention",
    "Remark",
    "Scope",
    "Sentence",
    "ShortName",
    "Span",
    "Speakers",
    "Telling",
    "TimeMention",
    "asides",
    "attributions",
    "clauses",
    "default_lexicon",
    "find_ages",
    "find_items",
    "find_places",
    "find_times",
    "lexicon_of",
    "paragraphs",
    "quotations",
    "scopes",
    "sentences",
    "short_names",
    "tellings",
]
