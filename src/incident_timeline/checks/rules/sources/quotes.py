"""Rules on quotes and the texts that they are taken from: TL503 and TL504."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from incident_timeline.checks.case import Case, Hit
from incident_timeline.checks.rule import rule
from incident_timeline.errors import shown
from incident_timeline.model import (
    Citation,
    Draft,
    Event,
    Incident,
    Severity,
    Source,
)

__all__ = ["digest_mismatch", "quote_mismatch"]

_TEXT = "At 19:59 police were called."


def _misquoted() -> Incident:
    draft = Draft()
    source = draft.source(_TEXT)
    quote = Citation(source_id=source.id, quote="police were sent", start=9, end=25)
    draft.event("call", quote=quote)
    return draft.incident()


@rule(
    "TL503",
    name="quote-mismatch",
    severity=Severity.CONTRADICTION,
    since="0.1.0",
    source="W3C Web Annotation Data Model, text quote and text position selectors.",
    witness=_misquoted,
)
def quote_mismatch(case: Case) -> Iterator[Hit]:
    """A quote that isn't in its source, or not where it is said to be.

    ## What it does

    Looks up each citation in the kept text of its source, character by character:
    `text[start:end]` is the quote, the span ends within the text, and a quote without
    a span stands somewhere in it.

    ## Why it matters

    A claim is worth its quote. Words that no source says, or a span that points at
    others, put a claim into somebody's mouth.

    ## What it leaves alone

    Sources whose text isn't kept, and citations that quote no words. Letters aren't
    normalised: a straight quotation mark isn't a curly one.

    ## Mend

    Quote the words as they stand; where they stand elsewhere in the text, correct the
    span to the one that is named.

    ## Example

    > The text reads "police were called"; the record quotes "police were sent".
    """
    for record, field, citation in case.citations:
        text = case.incident.source(citation.source_id).text
        fault = _fault(citation, text) if text else ""
        if fault:
            mend = _mend(citation, text)
            hit = case.hit(record, field, fault, mend=mend)
            subject_ids = (record.id, citation.source_id)
            yield evolve(hit, subject_ids=subject_ids, citations=(citation,))


def _fault(citation: Citation, text: str) -> str:
    quote, start, end = citation.quote, citation.start, citation.end
    if end is not None and end > len(text):
        return f"span ends at {end}, beyond the {len(text)} characters of the text"
    if not quote:
        return ""
    if start is not None and text[start:end] != quote:
        return f"quotes {shown(quote)} where the text reads {shown(text[start:end])}"
    if start is None and quote not in text:
        return f"quotes {shown(quote)}, which stands nowhere in the text"
    return ""


def _mend(citation: Citation, text: str) -> str:
    found = text.find(citation.quote) if citation.quote else -1
    if found < 0:
        return "quote the words as they stand in the text"
    return f"set the span to {found}:{found + len(citation.quote)}"


def _changed_text() -> Incident:
    source = Source(text=_TEXT, sha256=Source.digest(_TEXT + " Update"))
    return Incident(sources=[source], events=[Event(kind="call")])


@rule(
    "TL504",
    name="digest-mismatch",
    severity=Severity.CONTRADICTION,
    since="0.1.0",
    source="FIPS 180-4.",
    witness=_changed_text,
)
def digest_mismatch(case: Case) -> Iterator[Hit]:
    """A source whose text isn't the one that was digested.

    ## What it does

    Computes the SHA-256 digest of each kept text, in UTF-8, and compares it with the
    digest that the source states, capitals and small letters alike.

    ## Why it matters

    The text was changed after it was digested, or another text was digested. Spans and
    quotes may fit the one and not the other, and whoever checks them can't tell.

    ## What it leaves alone

    Sources without a digest, and sources whose text isn't kept.

    ## Mend

    Restore the text that was digested, or state the digest of this one after its
    quotes were checked.

    ## Example

    > A page is fetched and digested, later updated, and only its text is replaced.
    """
    for source in case.incident.sources:
        if not source.text or not source.sha256:
            continue
        stated, digest = source.sha256, Source.digest(source.text)
        if digest != stated.lower():
            yield case.hit(
                source,
                "sha256",
                f"states {shown(stated, 16)}, but the text has {shown(digest, 16)}",
                mend="restore the text, or state its digest",
            )
