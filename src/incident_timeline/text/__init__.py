"""Prose: paragraphs, sentences, clauses and time mentions, with their places."""

from incident_timeline.text.clauses import clauses
from incident_timeline.text.sentences import paragraphs, sentences
from incident_timeline.text.spans import Clause, Span
from incident_timeline.text.times import TimeMention, find_times

__all__ = [
    "Clause",
    "Span",
    "TimeMention",
    "clauses",
    "find_times",
    "paragraphs",
    "sentences",
]
