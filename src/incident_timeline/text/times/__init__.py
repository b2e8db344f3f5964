"""Time mentions in prose: where they stand, and when they mean.

The way of a mention: ``lexemes`` finds the words, ``pieces`` and ``phrases`` put values
on them, ``join``, ``left``, ``right`` and ``finish`` find the edges of the whole
expression, and ``reader`` resolves it by what was told before, with ``days``,
``clocks``, ``offsets`` and ``events``.
"""

from incident_timeline.text.times.mentions import TimeMention, find_times
from incident_timeline.text.times.remarks import Remark

__all__ = ["Remark", "TimeMention", "find_times"]
