"""The laws of serialisers."""

from __future__ import annotations

from incident_timeline.testing._laws.law import Law

__all__ = ["SERIALISER_LAWS"]

_LOADS = "`loads=`, which reads the format again"
_KNOWN = "a media type whose structure is known"

SERIALISER_LAWS: tuple[Law, ...] = (
    Law(
        code="S01",
        name="total",
        says="Any incident gives a text and its losses, never an error.",
        why="An export that fails on one in a thousand fails on the one that is asked.",
        mend="Allow for open bounds, missing ends, no events and unheard-of kinds.",
    ),
    Law(
        code="S02",
        name="deterministic",
        says="Equal incidents give equal texts and losses.",
        why="Files that differ without a cause can't be compared or kept in a history.",
        mend="Go by the order of the records; sort what comes out of a set.",
    ),
    Law(
        code="S03",
        name="stateless",
        says="What is written doesn't depend on what was written before.",
        why="A file would hold traces of another person's.",
        mend="Keep nothing between calls; begin each text with fresh parts.",
    ),
    Law(
        code="S04",
        name="incident-unchanged",
        says="Writing changes nothing in the incident.",
        why="Who exports in two formats would get two different incidents.",
        mend="Make a changed copy with `attrs.evolve` where you need one.",
    ),
    Law(
        code="S05",
        name="described",
        says="Name, suffix and media type have the shapes that callers rely on.",
        why="Files are named by the suffix, and served under the media type.",
        mend="Write them such as `json`, `.json` and `application/json`.",
    ),
    Law(
        code="S06",
        name="own-name",
        says="What is installed under its name is this serialiser.",
        why="Callers ask by name, and would get another format.",
        mend="Take another name; the library's own can't be taken.",
    ),
    Law(
        code="S07",
        name="losses-in-order",
        says="Losses are phrases on one line each, sorted, none of them twice.",
        why="They are shown to readers as a list, and compared from run to run.",
        mend="Collect them in a set, and return them sorted.",
    ),
    Law(
        code="S08",
        name="empty-loses-nothing",
        says="An empty incident is written, and loses nothing.",
        why="A loss that is always told says nothing of the incident at hand.",
        mend="Tell a loss only where the incident has what is lost: one of a field"
        " where the field is set, one of all where `incident != Incident()`.",
    ),
    Law(
        code="S09",
        name="utf-8",
        says="The text can be stored as UTF-8 and read again unchanged.",
        why="Half a surrogate pair can't be stored, and fails where files are written.",
        mend="Cut texts by characters, never by UTF-16 units or bytes.",
    ),
    Law(
        code="S10",
        name="nothing-in-silence",
        says="Whatever the incident tells changes the text, or a loss names it.",
        why="What is dropped in silence is believed to have been absent.",
        mend="Write the field, or return a phrase in `losses` that says its name.",
    ),
    Law(
        code="S11",
        name="read-again-equal",
        says="Where no loss is told, what is read again equals what was written.",
        why="That is what a lossless format means.",
        mend="Write what is missing, or tell its loss; or correct `loads`.",
        needs=_LOADS,
    ),
    Law(
        code="S12",
        name="read-again-but-losses",
        says="Where losses are told, what is read again differs in them alone.",
        why="Readers trust what is not in the list.",
        mend="Name what differs in a loss, or write it; or correct `loads`.",
        needs=_LOADS,
    ),
    Law(
        code="S13",
        name="written-again-equal",
        says="What is read again gives the same text.",
        why="A file that changes each time it is opened and saved has no history.",
        mend="Write nothing that `loads` can't give back.",
        needs=_LOADS,
    ),
    Law(
        code="S14",
        name="well-formed",
        says="The text is well-formed in its media type.",
        why="The tools that are to read it refuse it otherwise.",
        mend="Build it with a library of the format; escape every text.",
        needs=_KNOWN,
    ),
    Law(
        code="S15",
        name="texts-stay-in-place",
        says="No text of a source changes the structure of what is written.",
        why="A quote could add a line, a cell or a script to a page that is trusted.",
        mend="Escape every text where it is written, ids and times' words among them.",
        needs=_KNOWN,
    ),
    Law(
        code="S16",
        name="threads",
        says="Written from several threads at once, incidents give the same texts.",
        why="Servers write many incidents at a time with one serialiser.",
        mend="Keep what is worked out in local names, not on the object.",
    ),
    Law(
        code="S17",
        name="near-linear",
        says="Four times as many records take at most six times as many steps.",
        why="An incident of ten thousand lines must not take a night.",
        mend="Look records up by id; don't search the lists for each.",
    ),
    Law(
        code="S18",
        name="process",
        says="Zone, locale and hash seed of the process change nothing.",
        why="A file made on a server must be the one that was made on a desk.",
        mend="Never use local time, `locale` or the order of a set.",
        needs='a module that holds the serialiser, and `effort="thorough"`',
    ),
)
