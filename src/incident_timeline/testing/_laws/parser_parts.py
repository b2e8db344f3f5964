"""Laws of parsers on what a parser may have besides, and on machines."""

from __future__ import annotations

from typing import Final

from incident_timeline.testing._laws.law import Law

__all__ = ["PART_LAWS"]

PART_LAWS: Final = (
    Law(
        code="P36",
        name="suffixes-shaped",
        says="The suffixes are a tuple of lower-case texts that begin with a dot.",
        why="Names are compared with them in lower case; of one text alone, each"
        " letter would be one.",
        mend='Write `suffixes = (".log",)`.',
        needs="`suffixes`",
    ),
    Law(
        code="P37",
        name="media-types-shaped",
        says="The media types are a tuple of lower-case texts such as text/csv.",
        why="They are compared with what a server sends.",
        mend='Write `media_types = ("text/csv",)`, without parameters.',
        needs="`media_types`",
    ),
    Law(
        code="P38",
        name="sniff-in-range",
        says="Of any text, sniff says a number from 0 to 1, the same each time.",
        why="It is asked of every document that anyone reads; an error there is a"
        " warning to them.",
        mend="Return a share, and 0.0 for what can't be looked at.",
        needs="`sniff`",
    ),
    Law(
        code="P39",
        name="sniff-knows-own",
        says="Of its own samples, sniff is surer than a half.",
        why="Another parser would be chosen.",
        mend="Look for what each document of the kind begins with.",
        needs="`sniff`",
    ),
    Law(
        code="P40",
        name="sniff-refuses-blank",
        says="Of a text without words, sniff says 0.",
        why="There is nothing to know it by.",
        mend="Return 0.0 where `head.strip()` is empty.",
        needs="`sniff`",
    ),
    Law(
        code="P41",
        name="sniff-tells-apart",
        says="Of some other format, sniff is less sure than of a sample.",
        why="A parser that claims all texts takes them from those that can read them.",
        mend="Look for what other formats lack.",
        needs="`sniff`",
    ),
    Law(
        code="P42",
        name="decode-total",
        says="Any bytes give a text, or UnreadableInputError.",
        why="The error tells users what is wrong with the file; any other is a"
        " fault of the program.",
        mend="Raise `UnreadableInputError` from what the decoder raises.",
        needs="`decode`",
    ),
    Law(
        code="P43",
        name="decode-keeps-utf8",
        says="Bytes in UTF-8, where decode takes them, give their text as it stands.",
        why="Names would be garbled, and offsets moved.",
        mend="Try UTF-8 before other encodings; strip and replace nothing.",
        needs="`decode`",
    ),
    Law(
        code="P44",
        name="stream-agrees",
        says="A stream tells the events and findings that parse tells.",
        why="How a file is read must not change what it says.",
        mend="Let `parse` go through the same code, line by line.",
        needs="`stream`",
    ),
    Law(
        code="P45",
        name="stream-lazy",
        says="A stream of several incidents, or of lines read one by one, gives its"
        " first portion before it has taken all lines.",
        why="A stream that collects everything first needs as much memory as parse.",
        mend="Yield as soon as an entry is whole.",
        needs="`stream`",
    ),
    Law(
        code="P46",
        name="records-apart",
        says="Two texts one after the other give the events of the first, then of"
        " the second.",
        why="That is what it means that each line is read by itself: days of a log"
        " can be joined.",
        mend="Carry nothing from line to line; where a day rolls over or lines go"
        " on, don't declare `records`.",
        needs="`records`",
    ),
    Law(
        code="P47",
        name="records-survive-damage",
        says="A garbled line takes no event of other lines with it.",
        why="One unreadable entry must not hide the next.",
        mend="Go on with the next line.",
        needs="`records`",
    ),
    Law(
        code="P48",
        name="records-accounted",
        says="Each line of a sample that isn't blank is cited, or in a finding.",
        why="A line that is passed over in silence may be the one that matters.",
        mend="Add a finding for each line that gives no event.",
        needs="`records`",
    ),
    Law(
        code="P49",
        name="same-everywhere",
        says="Another process, hash seed, time zone and language read the same.",
        why="A result that hangs on the machine can't be checked on another.",
        mend="Look for sets whose order is used, `astimezone()` without a zone, and"
        " `strptime` with names of months.",
        needs='`effort="thorough"` and a module that has the parser as a public name',
    ),
)
