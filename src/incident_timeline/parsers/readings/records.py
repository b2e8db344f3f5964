"""What there is to say of input in records: JSON, logs, tables, calendars."""

from __future__ import annotations

from incident_timeline.model import Severity
from incident_timeline.parsers.readings.kind import Reading

__all__ = ["RECORDS"]

RECORDS: tuple[Reading, ...] = (
    Reading(
        code="TL651",
        name="unreadable-json",
        severity=Severity.MISSING,
        title="A document in JSON that is no incident.",
        explanation="It is cut off, a field holds what it can't hold, or a reference "
        "names nothing. The document is not read in part, so that nothing goes missing "
        "unseen; there is one finding for each place that is wrong. Mend those, or "
        "write the document anew from its source.",
    ),
    Reading(
        code="TL652",
        name="input-not-read",
        severity=Severity.MISSING,
        title="Input that a parser could not use.",
        explanation="A line, row or field has not the form that its parser reads. It "
        "is kept here as it stood, and nothing was made of it. Look whether it tells "
        "something; if so, mend the input or the parser.",
    ),
    Reading(
        code="TL653",
        name="day-rolled-over",
        severity=Severity.NOTE,
        title="A clock time that was taken for the next day.",
        explanation="Lines follow each other without dates, and the clock went back by "
        "six hours or more: midnight was passed. A line told late, less than two hours "
        "before the one above it, and near the last of the evening, is of the day "
        "before. Check it where lines may be out of order. The moment lists `day` "
        "among what is assumed.",
    ),
    Reading(
        code="TL654",
        name="parser-failed",
        severity=Severity.MISSING,
        title="A parser that stopped before the end.",
        explanation="The parser raised an error at this place. What it had read before "
        "is kept; what comes after was not read. A record that refers to what is not "
        "there is left out likewise, alone. Report it to the parser's makers with the "
        "line; the line of their own file stands in brackets.",
    ),
    Reading(
        code="TL655",
        name="time-not-read",
        severity=Severity.MISSING,
        title="Words in the place of a time that are none.",
        explanation="The words stand where a time is expected, and have not the form "
        "that was declared, or are no time at all. The event keeps the words, and its "
        "time is unknown. Declare their form, or mend them at their source.",
    ),
    Reading(
        code="TL661",
        name="other-stamp",
        severity=Severity.NOTE,
        title="A stamp of another style than most entries of the log have.",
        explanation="The line was read as an entry, for it begins with a time; the "
        "first of each such style is told. Check that these lines are entries, and not "
        "words that go on with the entry above.",
    ),
    Reading(
        code="TL662",
        name="entry-amended",
        severity=Severity.NOTE,
        title="A log entry that says that it was changed, or made late.",
        explanation="Words in brackets, such as `[amended 20:15]`, tell that the entry "
        "is not as it was first made. The event is as the entry now stands. Ask the "
        "log's keeper for its history where the entry matters.",
    ),
    Reading(
        code="TL663",
        name="entry-struck",
        severity=Severity.MISSING,
        title="A log entry that is struck out.",
        explanation="Words such as `[struck]` or `[entered in error]` take the entry "
        "back. It is kept here with its words, and is no event.",
    ),
    Reading(
        code="TL664",
        name="entry-out-of-order",
        severity=Severity.NOTE,
        title="A log entry whose time is before that of the entry above it.",
        explanation="Entries are kept in the order in which they stand. One that is "
        "earlier than the one before it was made late, has a mistaken stamp, or "
        "follows a midnight that was not seen. Check its day.",
    ),
    Reading(
        code="TL665",
        name="no-mapping",
        severity=Severity.MISSING,
        title="A table whose columns no mapping knows.",
        explanation="What a table's columns mean is told by a mapping. None was given, "
        "and none of those that come with the library has this header. Draft one: "
        "`incident-timeline read FILE --suggest-mapping`, then read with `--mapping`.",
    ),
    Reading(
        code="TL666",
        name="row-irregular",
        severity=Severity.MISSING,
        title="A row that has not the form of its table.",
        explanation="The row has fewer or more cells than the header, stands in one "
        "cell whole, has a quote that is not closed or words behind one that is, or is "
        "no JSON object. What could "
        "be told of it was read by the order of its cells. Mend the row.",
    ),
    Reading(
        code="TL667",
        name="value-not-understood",
        severity=Severity.MISSING,
        title="A cell whose value the mapping does not explain.",
        explanation="The value is in no table of the mapping, or is no age, no date or "
        "no condition of the sort that was declared. Nothing was made of it. Add it to "
        "the mapping, or mend the cell.",
    ),
    Reading(
        code="TL668",
        name="placeholder-value",
        severity=Severity.IMPLAUSIBLE,
        title="A value that stands where none is known.",
        explanation="The mapping declares the value, such as 1900-01-02 or `TK TK`, as "
        "one that was filled in. It counts as missing.",
    ),
    Reading(
        code="TL669",
        name="value-out-of-range",
        severity=Severity.IMPLAUSIBLE,
        title="A number that its column can't hold.",
        explanation="The value is no number, or lies outside the bounds that the "
        "mapping declares, such as a longitude of -9e15. It counts as missing.",
    ),
    Reading(
        code="TL670",
        name="columns-not-used",
        severity=Severity.NOTE,
        title="Columns of which the mapping says nothing.",
        explanation="Nothing was made of these columns. Add them to the mapping, or "
        "to its `ignore` where they are known and not wanted.",
    ),
    Reading(
        code="TL671",
        name="zone-by-state-assumed",
        severity=Severity.MISSING,
        title="A state that lies in several zones.",
        explanation="The zone was taken from the row's state, where most people live "
        "in it. The moments list `zone` among what is assumed: clock times may be an "
        "hour off. Give the document a zone, or map it by city.",
    ),
    Reading(
        code="TL672",
        name="group-torn",
        severity=Severity.MISSING,
        title="Rows of one incident that are not next to each other.",
        explanation="The table was read as a stream, in which rows of one incident "
        "must be adjacent. A key came again later: its rows are a further incident. "
        "Sort the table, or read it whole.",
    ),
    Reading(
        code="TL673",
        name="columns-missing",
        severity=Severity.MISSING,
        title="Columns that the mapping names and the table lacks.",
        explanation="What the mapping makes of these columns is missing in every "
        "incident. Check whether the table is another edition, or the names differ.",
    ),
    Reading(
        code="TL674",
        name="cell-damaged",
        severity=Severity.MISSING,
        title="A cell with characters that were lost.",
        explanation="The cell holds NUL or U+FFFD, which stands where bytes could not "
        "be decoded. Give the mapping the `encoding` of the file.",
    ),
    Reading(
        code="TL675",
        name="calendar-line-not-read",
        severity=Severity.MISSING,
        title="A line of a calendar that has not the form of one.",
        explanation="A line has no name and value, ends what was not begun, begins "
        "what has no end, or holds a length of time that is none; or an event has no "
        "start, has two, or ends before it. What else the calendar has is read. Mend "
        "the line, or export the calendar anew.",
    ),
    Reading(
        code="TL676",
        name="calendar-zone-unknown",
        severity=Severity.MISSING,
        title="A time in a zone that is none of the IANA's.",
        explanation="`TZID` names a zone, such as `GMT Standard Time`, that the zone "
        "database does not have. A zone is never guessed, and a calendar's own rules "
        "for it are not read, so that the event keeps the words of its time. Replace "
        "the name by an IANA name, such as `Europe/London`.",
    ),
    Reading(
        code="TL677",
        name="recurrence-not-expanded",
        severity=Severity.MISSING,
        title="An event of a calendar that recurs.",
        explanation="`RRULE` or `RDATE` makes one entry stand for many events. Only "
        "the first is read. Where the others matter, let the calendar's own program "
        "write them one by one. Where `EXDATE` takes that first one out, there is no "
        "event.",
    ),
    Reading(
        code="TL678",
        name="calendar-event-cancelled",
        severity=Severity.MISSING,
        title="An event of a calendar that is marked as cancelled.",
        explanation="`STATUS:CANCELLED`, or `METHOD:CANCEL` of the calendar, says that "
        "it did not happen. It is kept here with its words, and is no event.",
    ),
    Reading(
        code="TL679",
        name="entry-time-doubtful",
        severity=Severity.MISSING,
        title="A log entry whose time or day is not certain.",
        explanation="The clock counts from a beginning, as of cameras; the newest "
        "entry stands first; or the entry tells of another time than its stamp. Where "
        "one is clear it was taken; else none is told, or that of the stamp. Look at "
        "the entries, and give them dates where they lack them.",
    ),
    Reading(
        code="TL680",
        name="entry-taken-back",
        severity=Severity.MISSING,
        title="A log entry that takes back one above it.",
        explanation="Words such as `cancel my last` take back an entry, and don't say "
        "which. All are kept as they stand. Find the entry that is meant, and leave "
        "out what it tells.",
    ),
    Reading(
        code="TL681",
        name="calendar-zone-contradicted",
        severity=Severity.MISSING,
        title="A calendar whose words on its zone contradict others.",
        explanation="`X-WR-TIMEZONE` names another zone than the one that was given, "
        "or a `VTIMEZONE` has an offset that the IANA zone of its name never has. The "
        "zone that was given, and the IANA's, is taken. Times may be hours off where "
        "the calendar is right.",
    ),
    Reading(
        code="TL682",
        name="row-id-repeated",
        severity=Severity.MISSING,
        title="A row with the id of an incident that another row made.",
        explanation="Rows that have no `group_by` are incidents of their own, and two "
        "of them have one id. Say in the mapping which rows belong together, or take "
        "an id that is each row's own.",
    ),
    Reading(
        code="TL683",
        name="told-by-column-and-prose",
        severity=Severity.MISSING,
        title="A narrative that tells a kind of event that a column tells too.",
        explanation="A mapping makes an event of a column, and its `prose` tells one "
        "of that kind. Both are kept, since nothing says that they are one: count the "
        "kind once a row, or leave it to one of the two in the mapping.",
    ),
)
"""Of records and of parsers: from TL651 on."""
