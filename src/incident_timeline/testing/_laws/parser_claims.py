"""Laws of parsers on claims: citations, findings, layout and times."""

from __future__ import annotations

from typing import Final

from incident_timeline.testing._laws.law import Law

__all__ = ["CLAIM_LAWS"]

CLAIM_LAWS: Final = (
    Law(
        code="P18",
        name="quote-in-place",
        says="Each citation's words stand where it says, in the text of its source.",
        why="A reader who follows a citation has to find the words there.",
        mend="Count characters in `document.text` as it stands, from 0, the end"
        " exclusive; take the quote as `text[start:end]`.",
    ),
    Law(
        code="P19",
        name="source-verbatim",
        says="A source that is the document has its text, character by character.",
        why="Where white space or line ends are tidied, no offset fits the file"
        " any more.",
        mend="Give the source `document.text`, and tidy what you compare with instead.",
    ),
    Law(
        code="P20",
        name="digest-agrees",
        says="A source's digest, where it has one, is that of its text.",
        why="It is what shows that the text is the one that was read.",
        mend="Use `Source.digest(text)`, or `Draft.source`, which does.",
    ),
    Law(
        code="P21",
        name="cited",
        says="Each event has a citation.",
        why="An event without one can't be traced to whoever said it.",
        mend="Pass `quote=` to `Draft.event`, or a `Citation` with its span.",
    ),
    Law(
        code="P22",
        name="claimed-once",
        says="No two events of an incident are the same in all but their ids.",
        why="One thing would be counted twice; or two alike, told on two lines,"
        " would both point at the first.",
        mend="Give each a `Citation` with a span of its own: `Draft.cite` finds the"
        " first place of a quote.",
    ),
    Law(
        code="P23",
        name="provenance-kept",
        says="The document's title, publisher and address are those of its source.",
        why="Who said it is a part of what is known.",
        mend="Pass `title=`, `publisher=` and `url=` of the document to"
        " `Draft.source`.",
    ),
    Law(
        code="P24",
        name="finding-shaped",
        says="A finding has a code, a name, one line of message and a place.",
        why="Findings are sorted, silenced and counted by code, and shown line by"
        " line.",
        mend="Give it a code such as `LOG001`, a name such as `line-not-read`, and"
        " line and column counted from 1, or neither.",
    ),
    Law(
        code="P25",
        name="raw-verbatim",
        says="A finding's raw text stands in the document.",
        why="It is what a reader looks for there.",
        mend="Take it from the text as it is; one that is cut ends in “…”.",
    ),
    Law(
        code="P26",
        name="finding-in-place",
        says="A finding's line and column are in its raw text, or where that begins.",
        why="Editors jump to that place.",
        mend="Count both from 1, columns in characters; lines end at `\\n`, or"
        " where `splitlines` ends them.",
    ),
    Law(
        code="P27",
        name="shifted-by-blank-lines",
        says="Blank lines in front move citations and findings, and change nothing"
        " else.",
        why="It shows whether offsets are counted in the text as it stands.",
        mend="Skip blank lines and count them.",
    ),
    Law(
        code="P28",
        name="line-ends-alike",
        says="Lines that end in CRLF give the same events as lines that end in LF.",
        why="The same log is saved on both kinds of machine.",
        mend="Allow for `\\r` at a line's end; don't replace it, since that moves"
        " every offset.",
    ),
    Law(
        code="P29",
        name="final-newline-alike",
        says="The last line gives the same events with and without its line end.",
        why="Many files lack it, and the last entry is often the one that matters.",
        mend="Read lines with `splitlines`, or end the pattern with `$` or `\\Z`.",
    ),
    Law(
        code="P30",
        name="byte-order-mark-alike",
        says="A byte order mark in front changes no event.",
        why="Spreadsheets and editors add it, and the first entry would be lost.",
        mend="Begin after it where the text starts with `\\ufeff`; keep it in the"
        " text.",
    ),
    Law(
        code="P31",
        name="zone-not-guessed",
        says="A time that hangs on the document's zone has no bounds where there is"
        " none.",
        why="A zone that is filled in moves an event by hours, and looks like"
        " knowledge.",
        mend="Use `Moment.unknown(text)` where `document.zone` is `None`.",
    ),
    Law(
        code="P32",
        name="zone-told",
        says="A time has a zone only where the text or the document tells one.",
        why="As above: a zone of the parser's own is a guess too.",
        mend="Take the zone from `document.zone`; name the force's own zone in the"
        " documentation, for those who make the documents.",
    ),
    Law(
        code="P33",
        name="day-not-guessed",
        says="A time that hangs on the document's day has no bounds where there is"
        " none.",
        why="A clock time on no known day is not on the first day that comes to mind.",
        mend="Use `Moment.unknown(text)` where `document.published` is `None`.",
    ),
    Law(
        code="P34",
        name="year-told",
        says="A time has a year only where the text or the document tells one.",
        why="A year of the parser's own is a guess.",
        mend="Complete dates from `document.published`, and name `year` in the"
        " moment's `assumed`.",
    ),
    Law(
        code="P35",
        name="time-in-words",
        says="The words of a time stand in the document.",
        why="They are shown as the source's own, wherever its bounds are.",
        mend="Pass `text=` as it stands, with no words of your own.",
    ),
)
