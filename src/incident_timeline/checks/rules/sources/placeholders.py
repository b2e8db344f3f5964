"""The rule on fillers that stand where data should: TL513."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from incident_timeline.checks.case import Case, Hit
from incident_timeline.checks.rule import rule
from incident_timeline.checks.rules.sources.said import covers, named_dates
from incident_timeline.errors import shown
from incident_timeline.model import Draft, Incident, Severity
from incident_timeline.model.incident import Named
from incident_timeline.moments import Moment

__all__ = ["placeholder_value"]

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MINUTE = timedelta(minutes=1)
# Where spreadsheets, Unix and databases count from, or end.
_DATES = ("1899-12-3", "1900-01-0", "1970-01-01", "9999-12-31", "0001-01-01")
_FILLER = re.compile(
    r"NULL|null|NAN|NaN|nan|NIL|nil|None|NONE|NA|N\.A\.|TK(?: TK){0,5}"
    r"|#(?:N/A|REF!|VALUE!)"
    r"|(?i:n/a|tb[acd]|to be (?:confirmed|announced|determined|decided|added)|unknown"
    r"|undetermined|undefined|unspecified|not (?:known|available|provided|recorded)"
    r"|no data|missing|placeholder|x{3,20})|\?{1,9}|-{1,9}|\.{2,9}|_{1,9}"
)
_LONGEST = 20  # characters; no filler is longer


def _to_come() -> Incident:
    draft = Draft()
    draft.party(name="TK TK")
    return draft.incident()


@rule(
    "TL513",
    name="placeholder-value",
    severity=Severity.IMPLAUSIBLE,
    since="0.2.0",
    source=(
        "An early version of The Washington Post's record of shootings by police holds"
        " the name TK TK 187 times; records of Austin, Texas, hold dates in January"
        " 1900."
    ),
    witness=_to_come,
)
def placeholder_value(case: Case) -> Iterator[Hit]:
    """A filler that stands where data should.

    ## What it does

    Looks for the dates at which spreadsheets, Unix and databases begin or end
    (1899-12-30 to 1900-01-09, 1970-01-01, 0001-01-01, 9999-12-31) as the stated value
    of a moment, and for the instant at which Unix begins as its bounds; and for "TK",
    "NULL", "N/A", "unknown", "TBC", "xxx" and their like as the whole of a name,
    description, summary, place, title or publisher.

    ## Why it matters

    Fillers are taken for data as soon as they are counted or joined: two persons
    called "unknown" become one, and the oldest case on file is of 1900.

    ## What it leaves alone

    The words of a moment, which may well say "unknown"; names such as "Null", "Nan",
    "Na" or "X"; texts that hold more; a date that the words of its moment name.

    ## Mend

    Leave the field empty, or the moment unknown.

    ## Example

    > A table in which the name is "TK TK" and the date 1900-01-02.
    """
    for record, field, moment in case.moments:
        if _is_origin(moment):
            yield case.hit(
                record,
                field,
                f"{shown(moment.stated)} is where a calendar of computers begins or"
                " ends, not when this was",
                mend="leave the moment unknown",
            )
    for record, field, text in _texts(case.incident):
        if text and _is_filler(text):
            message = f"{shown(text)} stands where data should"
            yield case.hit(record, field, message, mend="leave it empty")


def _is_origin(moment: Moment) -> bool:
    if not moment.stated.startswith(_DATES) or "/" in moment.stated:
        width = moment.width if moment.earliest_utc == _EPOCH else None
        return width is not None and width <= _MINUTE
    try:
        day = date.fromisoformat(moment.stated[:10])
    except ValueError:
        return False
    return not any(covers(day, day, one) for one in named_dates(moment.text))


def _texts(incident: Incident) -> Iterator[tuple[Named, str, str]]:
    """The texts in which data is kept, each with its record and its field."""
    for event in incident.events:
        yield event, "summary", event.summary
        yield event, "place", event.place
    for party in incident.parties:
        yield party, "name", party.name
        yield party, "description", party.description
    for item in incident.evidence:
        yield item, "description", item.description
        yield item, "recovered_place", item.recovered_place
    for source in incident.sources:
        yield source, "title", source.title
        yield source, "publisher", source.publisher


def _is_filler(text: str) -> bool:
    return len(text) <= _LONGEST and _FILLER.fullmatch(text.strip()) is not None
