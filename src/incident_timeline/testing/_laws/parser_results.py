"""Laws of parsers on what a parser gives back, whatever it is given."""

from __future__ import annotations

from typing import Final

from incident_timeline.testing._laws.law import Law

__all__ = ["RESULT_LAWS"]

RESULT_LAWS: Final = (
    Law(
        code="P01",
        name="named",
        says="A parser has a name: one printable word.",
        why="It is asked for by that name, on the command line and in entry points.",
        mend='Give it an attribute such as `name = "unit_log"`.',
    ),
    Law(
        code="P02",
        name="total",
        says="Any text gives a result, never an error.",
        why="Those who read many documents can't stop at one of them, and what was"
        " read before the error would be lost.",
        mend="Turn what can't be used into a `Finding` with its raw text, line and"
        " column. Clock times that the calendar lacks raise"
        " `InvalidMomentError` in `Moment.at`: catch it.",
    ),
    Law(
        code="P03",
        name="result-typed",
        says="The result is a Parsed with a tuple of incidents and a tuple of"
        " findings.",
        why="A list compares unequal to a tuple and can't be hashed; a generator"
        " is empty the second time.",
        mend="Return `Parsed((incident,), tuple(findings))`.",
    ),
    Law(
        code="P04",
        name="samples-read",
        says="Each sample gives an incident with an event.",
        why="Every other law holds of a parser that reads nothing.",
        mend="Give samples that are the parser's own, or mend what it doesn't read;"
        " its findings say why.",
    ),
    Law(
        code="P05",
        name="deterministic",
        says="The same document gives the same result each time.",
        why="A result that can't be had again can't be checked, cached or compared.",
        mend="Look for random numbers, counters, and for sets whose order is used.",
    ),
    Law(
        code="P06",
        name="stateless",
        says="What was read before changes no result.",
        why="Results would hang on the order in which files are read.",
        mend="Keep what belongs to a document, such as the day reached, in local"
        " variables of `parse`.",
    ),
    Law(
        code="P07",
        name="thread-safe",
        says="Several threads that read at once get what each would get alone.",
        why="Servers read in threads, and one person's account must never turn up"
        " in another's timeline.",
        mend="Don't keep the document or the results on the parser while it reads.",
    ),
    Law(
        code="P08",
        name="document-kept",
        says="Reading doesn't change the document.",
        why="Its text is the evidence, and others read it next.",
        mend="Work on copies: `attrs.evolve(document, ...)`.",
    ),
    Law(
        code="P09",
        name="quiet",
        says="Reading prints nothing and warns of nothing.",
        why="Standard output is often a file that another program reads, and a"
        " warning names no place in the document.",
        mend="Say it in a `Finding`, or in a log by the module `logging`.",
    ),
    Law(
        code="P10",
        name="surroundings-kept",
        says="Reading changes no setting of the process.",
        why="Environment, locale, working directory, random numbers and warnings"
        " belong to the whole program.",
        mend="Use what is local: `random.Random(seed)`, `decimal.localcontext()`.",
    ),
    Law(
        code="P11",
        name="clock-unread",
        says="Reading doesn't look at the clock.",
        why="A date that is filled in from today is wrong tomorrow, and no one can"
        " see it.",
        mend="Take the day from `document.published`; where it is `None`, use"
        " `Moment.unknown(text)`.",
    ),
    Law(
        code="P12",
        name="survives-json",
        says="Each incident comes back from JSON as it was.",
        why="Timelines are kept and exchanged as JSON; what it can't hold is lost.",
        mend="Use the classes of the model, not subclasses of them.",
    ),
    Law(
        code="P13",
        name="picklable",
        says="The result can be pickled, and comes back as it was.",
        why="Work is shared among processes by pickling.",
        mend="Put plain texts and records of the model into the result, no objects"
        " of your own.",
    ),
    Law(
        code="P14",
        name="blank-tells-nothing",
        says="A document without words gives no event.",
        why="An event that nobody told would stand in the timeline.",
        mend="Look for words before the first event is made.",
    ),
    Law(
        code="P15",
        name="survives-truncation",
        says="A sample that is cut anywhere gives a result, never an error.",
        why="Files that are still being written, or that were cut in a transfer,"
        " are common.",
        mend="Don't count on a next line, field or closing mark: read what is there.",
    ),
    Law(
        code="P16",
        name="survives-damage",
        says="A sample with lines lost, doubled, swapped or garbled gives a result,"
        " never an error.",
        why="Logs are merged, printed, scanned and pasted together.",
        mend="Turn a line that can't be used into a finding, and go on with the next.",
    ),
    Law(
        code="P17",
        name="linear",
        says="Eight times the text takes about eight times as long.",
        why="A page that takes seconds would take days as a book; a hostile text"
        " could stop a server.",
        mend="Look for patterns with two open repetitions side by side"
        " (`\\s*\\s*`), for `text.find` from the beginning in each round, and"
        " for texts that grow by `+=`.",
    ),
)
