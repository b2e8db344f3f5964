"""Laws of parsers on what they make of words: clock times, and places."""

from __future__ import annotations

from typing import Final

from incident_timeline.testing._laws.law import Law

__all__ = ["TELLING_LAWS"]

TELLING_LAWS: Final = (
    Law(
        code="P50",
        name="clock-told",
        says="An exact clock time has its hour and minute in its own words or quote.",
        why="A time that is an hour off and told as exact is believed.",
        mend="Take the time from the digits that you cite; where the clock is another"
        " zone's, or is worked out, let the words or the qualifier say so.",
    ),
    Law(
        code="P51",
        name="time-has-words",
        says="A time with bounds has words, or its event quotes some that tell one.",
        why="A time without words can't be held against the source.",
        mend="Pass `text=` as it stands, or cite the words of the time too.",
    ),
    Law(
        code="P52",
        name="place-in-words",
        says="Each word of an event's place stands in a source.",
        why="A place that no source names is the parser's own claim.",
        mend="Take the place from the text; case, space and marks may be tidied.",
    ),
    Law(
        code="P53",
        name="clock-read",
        says="Where samples' quotes tell clock times, some time has bounds.",
        why="A log of which no time is read has no order and no length.",
        mend="Read the times; a parser of documents whose clock times are meant to"
        " stay unread names this law in `expected_failures`.",
    ),
)
