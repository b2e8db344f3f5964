"""What there is to say of prose, and of any document's times."""

from __future__ import annotations

from typing import Final

from incident_timeline.model import Severity
from incident_timeline.parsers.readings.kind import Reading

__all__ = ["PROSE", "REMARKS"]

PROSE: tuple[Reading, ...] = (
    Reading(
        code="TL601",
        name="empty-document",
        severity=Severity.MISSING,
        title="A document without words.",
        explanation="Nothing but white space was given. Check that the text was "
        "extracted from its page or file, and not left behind in an "
        "image.",
    ),
    Reading(
        code="TL602",
        name="no-event-told",
        severity=Severity.MISSING,
        title="No sentence tells an event that the lexicon knows.",
        explanation="The parser looks for words that tell events: a call, an "
        "arrival, shots, an arrest. Nothing of the kind is told here "
        "as a fact. Either the text is about something else, or it "
        "uses words that no cue covers: extend the lexicon with "
        "`Lexicon.extended`.",
    ),
    Reading(
        code="TL603",
        name="no-time-told",
        severity=Severity.MISSING,
        title="The text gives no event a time.",
        explanation="Events were found, but none is dated by its clause, its "
        "sentence or a heading. Their times are unknown, and stay so: "
        "nothing is taken from the day of publication.",
    ),
    Reading(
        code="TL604",
        name="impossible-time",
        severity=Severity.CONTRADICTION,
        title="A time that cannot be.",
        explanation="The words name a date or clock time that no calendar has, "
        "such as 31 November or 25:10. An event that it would date "
        "has an unknown time and keeps the words. Ask the publisher "
        "which time is meant.",
    ),
    Reading(
        code="TL605",
        name="year-assumed",
        severity=Severity.NOTE,
        title="A year that the text does not state.",
        explanation="The words give a day and month without a year, so that it "
        "was taken from the day of publication; or a year of two digits, whose "
        "century was. The moment lists `year`, or `century`, among what is assumed.",
    ),
    Reading(
        code="TL606",
        name="no-zone-given",
        severity=Severity.MISSING,
        title="No zone was given, so that no time could be placed.",
        explanation="Clock times and dates mean different instants in different "
        "zones, and a zone is never guessed. The events keep the "
        "words of their times. Give the document a zone: "
        '`Document(text, zone="Europe/London")`.',
    ),
    Reading(
        code="TL607",
        name="time-not-used",
        severity=Severity.NOTE,
        title="A time that dates no event.",
        explanation="The words are a time, but no event that was read happens "
        "then: a day of publication, a time in an appeal or a "
        "quotation, or the time of something that the lexicon does "
        "not know.",
    ),
    Reading(
        code="TL608",
        name="not-told-as-fact",
        severity=Severity.NOTE,
        title="Words for an event that the text does not tell as a fact.",
        explanation="The words would tell an event, but the text denies it, "
        "foresees it, supposes it, quotes it, or tells it as a rule "
        "or as somebody's claim. It is kept here, and is no event.",
    ),
    Reading(
        code="TL609",
        name="undecodable-text",
        severity=Severity.MISSING,
        title="Characters that were lost before the text was read.",
        explanation="The text holds U+FFFD, which stands where bytes could not be "
        "decoded. Words around it may be misread: decode the file "
        "with its own encoding.",
    ),
    Reading(
        code="TL610",
        name="doubtful-time",
        severity=Severity.IMPLAUSIBLE,
        title="A time whose own words disagree.",
        explanation="The words state a thing twice, differently: a weekday that "
        "is not the date's, for instance. The date was used.",
    ),
    Reading(
        code="TL611",
        name="text-too-long",
        severity=Severity.MISSING,
        title="A text longer than is read.",
        explanation="Reading stopped at the place named; the source keeps the whole "
        "text, but nothing after that place became an event. Split the text into its "
        "documents, or raise the limit: `PressRelease(longest=...)`.",
    ),
    Reading(
        code="TL612",
        name="time-not-placed",
        severity=Severity.MISSING,
        title="A time that needs more than the text tells.",
        explanation="The words name a time that lacks its date, its year or what it is "
        "counted from, and nothing told before fills the gap. An event that it would "
        "date has an unknown time and keeps the words. Give the day of publication.",
    ),
    Reading(
        code="TL613",
        name="day-assumed",
        severity=Severity.MISSING,
        title="A clock time whose day the text does not tell.",
        explanation="No day is told before the clock time, so that the day of "
        "publication was taken. The moment lists `day` among what is assumed, and a "
        "conflict that rests on it is implausible only. Check the day.",
    ),
    Reading(
        code="TL614",
        name="time-told-twice",
        severity=Severity.IMPLAUSIBLE,
        title="A time that its text states in two forms that disagree.",
        explanation="The words tell one time twice, such as `19:36 hours (8:36 p.m.)`,"
        " and the two are not the same time. The first form was used. Ask the "
        "publisher which is meant.",
    ),
    Reading(
        code="TL615",
        name="half-day-assumed",
        severity=Severity.MISSING,
        title="A clock time that may be of the morning or of the evening.",
        explanation="The words are a time such as `8.30` without a.m. or p.m., and the "
        "times told around it decided. The moment lists `half_day` among what is "
        "assumed. Check it: the other reading lies twelve hours away.",
    ),
    Reading(
        code="TL616",
        name="day-month-order-assumed",
        severity=Severity.MISSING,
        title="A numeric date that can be read in two orders.",
        explanation="In `05/04/2024` either number can be the month. The order that is "
        "usual in the account's zone was taken. Check the date where the account may "
        "come from elsewhere.",
    ),
    Reading(
        code="TL617",
        name="zone-not-used",
        severity=Severity.IMPLAUSIBLE,
        title="A zone word that does not fit the account's zone.",
        explanation="The words name a zone, such as EST, that is not the zone in which "
        "the account speaks, or not at that time of the year. Check which of the two "
        "the clock time is in, and give the document that zone.",
    ),
    Reading(
        code="TL618",
        name="counted-from-vague",
        severity=Severity.NOTE,
        title="A time that is counted from one that is itself not exact.",
        explanation="The words count from another time, as `ten minutes later` does, "
        "and that time is an about, or lacks its clock time. What was counted is no "
        "surer than what it is counted from.",
    ),
    Reading(
        code="TL619",
        name="connective-not-used",
        severity=Severity.NOTE,
        title="Words that order an event with something that was not read.",
        explanation="The sentence opens with words such as `shortly afterwards` or "
        "`ten minutes later`, and no event that was read is told before it for the "
        "words to count from. The order that they state is in no link. Look at what is "
        "told just before: an event may be missed there.",
    ),
    Reading(
        code="TL620",
        name="cue-not-used",
        severity=Severity.NOTE,
        title="Words that may tell an event, without what would make it one.",
        explanation="The words name an occurrence of a kind that the account tells "
        "nowhere else, but they are a noun in passing, or words that tell an event "
        "only where a time goes with them. It is kept here, and is no event.",
    ),
)
"""Of prose: TL601 to TL620."""

REMARKS: Final[dict[str, str]] = {
    "impossible": "TL604",
    "year": "TL605",
    "weekday": "TL610",
    "unplaced": "TL612",
    "day": "TL613",
    "told_twice": "TL614",
    "half_day": "TL615",
    "day_month_order": "TL616",
    "zone": "TL617",
    "vague_base": "TL618",
}
"""The code of each kind of remark on a time."""
