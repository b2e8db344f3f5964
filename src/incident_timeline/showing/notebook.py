"""What a person sees in a notebook: tables in HTML, in which no text is markup.

No style sheet, script or colour of its own is needed, so that light and dark pages
show it alike; what only a look would tell is told in words too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta
from html import escape
from typing import Final

from incident_timeline.checks import Review
from incident_timeline.model import Citation, Event, Finding, Incident, Participant
from incident_timeline.moments import Moment, bounds_text
from incident_timeline.reports.safe import safe
from incident_timeline.showing.rows import MANY, Row, Sheet, sheet_of
from incident_timeline.showing.strip import Scale
from incident_timeline.showing.words import (
    certainty,
    count,
    heading,
    short,
    spans,
    spoken,
    who_says,
)
from incident_timeline.timeline import Timeline

__all__ = ["drawn"]

_QUOTES: Final = 2
_LONG: Final = 600
_FOUND: Final = ("code", "severity", "where", "what was found")
_SURE: Final = timedelta(minutes=1)
_TABLE: Final = ' style="border-collapse:collapse;text-align:left"'
_CAPTION: Final = ' style="caption-side:top;text-align:left;color:inherit"'
_CELL: Final = ' style="text-align:left;vertical-align:top;padding:0 .7em .3em 0"'
_SMALL: Final = ' style="font-weight:normal"'
_CLOSE: Final = ' style="margin:0"'
_SURE_LOOK: Final = ' style="white-space:nowrap"'
_UNSURE_LOOK: Final = (
    ' style="white-space:nowrap;border-bottom:1px dotted currentColor"'
)
# Notebooks set what stands between these as formulas, whose commands can make links.
# In an element of their own they delimit nothing.
_FORMULA: Final = str.maketrans({mark: f"<span>{mark}</span>" for mark in "$\\"})


def drawn(shown: Incident | Timeline | Review) -> str:
    """The tables of an incident, a timeline or a review."""
    if isinstance(shown, Review):
        return _review(shown)
    sheet = sheet_of(shown)
    return f"<div>{_events(sheet)}{''.join(_below(sheet))}</div>"


def _text(words: str) -> str:
    """Words as HTML, direction kept to themselves, what is unseen written out."""
    return escape(safe(words)).translate(_FORMULA)


def _words(words: str) -> str:
    return f"<bdi>{_text(words)}</bdi>"


def _table(
    title: str, note: str, heads: Iterable[str], rows: list[str], *, more: int
) -> str:
    """A table with a caption, and a line for the rows that are left out."""
    columns = "".join(f'<th scope="col"{_CELL}>{head}</th>' for head in heads)
    rest = f"<p{_CLOSE}>and {more} more</p>" if more > 0 else ""
    return (
        f"<table{_TABLE}><caption{_CAPTION}><strong>{_words(title)}</strong>"
        f"<br>{_words(note)}</caption><thead><tr>{columns}</tr></thead>"
        f"<tbody>{''.join(rows)}</tbody></table>{rest}"
    )


def _line(name: str, *cells: str) -> str:
    """A row, of which the name is the head."""
    rest = "".join(f"<td{_CELL}>{cell}</td>" for cell in cells)
    return f'<tr><th scope="row"{_CELL}>{name}</th>{rest}</tr>'


def _events(sheet: Sheet) -> str:
    heads = ["what", "when", "who", "in whose words, and how sure"]
    rows = sheet.rows[:MANY]
    scale = Scale(row.start for row in rows) if sheet.timeline else Scale(())
    bars = [[scale.bar(row.start)] for row in rows] if scale.is_useful else []
    if bars:
        heads.insert(2, "earliest to latest<br><small>gaps not to scale</small>")
    lines = [
        _line(_what(row.event), _when(row, sheet), *bar, *_people(row.event, sheet))
        for row, bar in zip(rows, bars or [[]] * len(rows), strict=True)
    ]
    title = short(heading(sheet.incident))
    return _table(title, sheet.note, heads, lines, more=len(sheet.rows) - len(rows))


def _what(event: Event) -> str:
    told = (short(one) for one in (event.summary, event.place) if one)
    return _words(spoken(event.kind)) + _small(told)


def _small(lines: Iterable[str]) -> str:
    return "".join(f"<br><small{_SMALL}>{_words(line)}</small>" for line in lines)


def _when(row: Row, sheet: Sheet) -> str:
    """The bounds, marked where they are apart, and how the source told them."""
    told = f"“{short(row.event.start.text)}”" if row.event.start.text else ""
    zone = row.start.zone if sheet.is_zoned else None
    conflict = "in conflict" if row.is_doubted else ""
    end = "" if row.end is None else f"<br>ended {_bounds(row.end)}"
    return _bounds(row.start) + end + _small(filter(None, (zone, told, conflict)))


def _bounds(moment: Moment) -> str:
    words = _text(bounds_text(moment))
    width = moment.width
    is_sure = width is not None and width < _SURE
    if is_sure:
        return f"<span{_SURE_LOOK}>{words}</span>"
    return f"<em{_UNSURE_LOOK}>{words}</em>"


def _people(event: Event, sheet: Sheet) -> tuple[str, str]:
    incident = sheet.incident
    people = (_person(incident, one) for one in event.participants)
    quotes = (_quote(incident, one) for one in event.citations[:_QUOTES])
    return "<br>".join(people), "<br>".join(quotes)


def _person(incident: Incident, one: Participant) -> str:
    party = incident.party(one.party_id)
    who = short(party.name or party.description or party.id)
    return f"{_words(spoken(one.role))}: {_words(who)}"


def _quote(incident: Incident, citation: Citation) -> str:
    quote = f"{_words(f'“{short(citation.quote)}”')} – " if citation.quote else ""
    return f"{quote}<small>{_words(who_says(incident, citation))}</small>"


def _below(sheet: Sheet) -> Iterator[str]:
    """The spans and the contradictions of a timeline."""
    if sheet.timeline is None:
        return
    for name, elapsed in spans(sheet.timeline):
        yield f"<p{_CLOSE}><strong>{_text(name)}:</strong> {_text(elapsed)}</p>"
    for conflict in sheet.timeline.conflicts[:MANY]:
        said = _words(short(str(conflict), _LONG))
        yield f"<p{_CLOSE}><strong>in conflict:</strong> {said}</p>"


def _review(review: Review) -> str:
    found, hidden = review.findings, len(review.suppressed)
    title = count(len(found), "finding") if found else "no findings"
    state = "the check fails" if review.exit_status else "the check doesn't fail"
    note = f"{count(hidden, 'finding')} suppressed; {state}" if hidden else state
    rows = [_finding(one) for one in found[:MANY]]
    return _table(title, note, _FOUND, rows, more=len(found) - len(rows))


def _finding(finding: Finding) -> str:
    said = short(finding.message, _LONG)
    quotes = (f"“{short(one.quote, 100)}”" for one in finding.citations[:4])
    mend = (f"mend: {short(finding.mend, _LONG)}",) if finding.mend else ()
    at = "" if finding.line is None else f"line {finding.line}"
    return _line(
        _words(finding.code),
        f"<strong>{_text(certainty(finding))}</strong>"
        + _small([finding.name.replace("-", " ")]),
        _words(short(finding.where)) + (f"<br>{at}" if at else ""),
        _words(said) + _small((*quotes, *mend)),
    )
