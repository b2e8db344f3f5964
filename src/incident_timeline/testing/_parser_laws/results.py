"""Laws on what a parser gives back, whatever it is given."""

from __future__ import annotations

import pickle
from typing import Final

from attrs import evolve

from incident_timeline.converter import dumps, loads
from incident_timeline.errors import shown
from incident_timeline.parsers import Document, Parsed
from incident_timeline.testing._parser_laws.differing import apart
from incident_timeline.testing._parser_laws.inputs import (
    BLANK,
    DAMAGES,
    Case,
    damaged,
    lines_of,
)
from incident_timeline.testing._parser_laws.subject import (
    Asked,
    Subject,
    events,
    written,
)
from incident_timeline.testing.check import Breach, Effort

__all__ = ["ASKED", "once"]


_DAMAGED: Final = 24  # lines, of all samples
_CUTS: Final[dict[Effort, int]] = {"quick": 100, "thorough": 2000}


def once(subject: Subject) -> tuple[Case, ...]:
    """The first sample alone, for laws that are about no text."""
    return (Case(document=subject.samples[0]),)


def own(subject: Subject) -> tuple[Case, ...]:
    """The samples."""
    return tuple(Case(document=one) for one in subject.samples)


def blanks(subject: Subject) -> tuple[Case, ...]:
    """Documents that say nothing."""
    base = subject.samples[0]
    return tuple(Case(document=evolve(base, text=text)) for text in BLANK)


def _named(subject: Subject, _: Case) -> Breach | None:
    name = getattr(subject.parser, "name", None)
    if not isinstance(name, str) or not name.isprintable() or name.split() != [name]:
        expected = "a name: one printable word"
        return Breach(expected=expected, seen=shown(name), input="parser.name")
    return None


def _total(subject: Subject, case: Case) -> Breach | None:
    return _raised(subject, case.document)


def _raised(subject: Subject, document: Document) -> Breach | None:
    outcome = subject.outcome(document)
    if not isinstance(outcome, Exception):
        return None
    return Breach(
        expected="a result; a finding on what can't be used",
        seen=f"{type(outcome).__name__}: {outcome}",
        input=written(document),
    )


def _typed(subject: Subject, case: Case) -> Breach | None:
    seen = subject.outcome(case.document)
    if isinstance(seen, Exception) or subject.reads(case.document):
        return None
    expected = "Parsed, with tuples of Incident and of Finding"
    return Breach(expected=expected, seen=shown(seen, 400))


def _samples_read(subject: Subject, case: Case) -> Breach | None:
    parsed = subject.read(case.document)
    if any(events(parsed)) or not subject.reads(case.document):
        return None
    findings = "; ".join(map(str, parsed.findings[:3])) or "and no finding"
    seen = f"{len(parsed.incidents)} incidents without an event: {findings}"
    return Breach(expected="an incident with an event", seen=seen)


def _deterministic(subject: Subject, case: Case) -> Breach | None:
    if not subject.reads(case.document):
        return None
    subject.fresh(case.document)  # so that both that follow come after the same
    first, second = subject.fresh(case.document), subject.fresh(case.document)
    return apart(first, second, "Parsed", "as the first time")


def _stateless(subject: Subject, case: Case) -> Breach | None:
    if not subject.reads(case.document):
        return None
    first = _after(subject, case.document, case.document)
    for other in (*subject.samples, evolve(case.document, text="")):
        if subject.reads(other):
            later = _after(subject, other, case.document)
            why = "as before another document was read"
            if breach := apart(first, later, "Parsed", why):
                return breach
    return None


def _after(subject: Subject, before: Document, document: Document) -> Parsed:
    subject.fresh(before)
    return subject.fresh(document)


def _document_kept(subject: Subject, case: Case) -> Breach | None:
    if not subject.reads(case.document):
        return None
    given = evolve(case.document)
    subject.parser.parse(given)
    return apart(case.document, given, "Document", "as it was given")


def _survives_json(subject: Subject, case: Case) -> Breach | None:
    for i, incident in enumerate(subject.read(case.document).incidents):
        where = f"incidents[{i}]"
        try:
            back = loads(dumps(incident))
        except Exception as error:  # noqa: BLE001  that it raises is the breach
            expected = f"{where} as JSON"
            return Breach(expected=expected, seen=f"{type(error).__name__}: {error}")
        if breach := apart(incident, back, where, "after loads(dumps(...))"):
            return breach
    return None


def _picklable(subject: Subject, case: Case) -> Breach | None:
    parsed = subject.read(case.document)
    try:
        back = pickle.loads(pickle.dumps(parsed))  # noqa: S301  bytes of our own
    except Exception as error:  # noqa: BLE001  that it raises is the breach
        seen = f"{type(error).__name__}: {error}"
        return Breach(expected="a result that can be pickled", seen=seen)
    return apart(parsed, back, "Parsed", "after pickling")


def _blank(subject: Subject, case: Case) -> Breach | None:
    found = next(events(subject.read(case.document)), None)
    if found is None:
        return None
    return Breach(expected="no event, since there are no words", seen=shown(found, 400))


def _truncated(subject: Subject, case: Case) -> Breach | None:
    text = case.document.text
    cut = evolve(case.document, text=text[: case.number % (len(text) + 1)])
    return _raised(subject, cut)


def _damaged(subject: Subject, case: Case) -> Breach | None:
    broken = damaged(case.document.text, case.number)
    return _raised(subject, evolve(case.document, text=broken))


def _every(subject: Subject) -> tuple[Case, ...]:
    return subject.cases


def _known_or_not(subject: Subject) -> tuple[Case, ...]:
    """Every text; and the samples where zone or day, or both, are not known."""
    bare = tuple(
        Case(document=evolve(one, zone=zone, published=day))
        for one in subject.samples
        for zone, day in ((None, one.published), (one.zone, None), (None, None))
    )
    return subject.cases + bare


def _damages(subject: Subject) -> tuple[Case, ...]:
    """The samples, each with a number for every sort of damage to some of its lines."""
    return tuple(
        Case(document=one, number=how + DAMAGES * (at + lines * (at + 1)))
        for one in subject.samples
        for lines in [len(lines_of(one.text)) or 1]
        for at in range(0, lines, lines * len(subject.samples) // _DAMAGED + 1)
        for how in range(DAMAGES)
    )


def _cuts(subject: Subject) -> tuple[Case, ...]:
    """The samples, each with the places to cut it at, evenly spread."""
    count = _CUTS[subject.effort] // len(subject.samples) + 1
    return tuple(
        Case(document=one, number=at)
        for one in subject.samples
        for at in range(0, len(one.text) + 1, max(1, len(one.text) // count))
    )


ASKED: Final = (
    Asked("P01", _named, once, shrinks=False),
    Asked("P02", _total, _known_or_not),
    Asked("P03", _typed, _every),
    Asked("P04", _samples_read, own, shrinks=False),
    Asked("P05", _deterministic, own),
    Asked("P06", _stateless, own),
    Asked("P08", _document_kept, own),
    Asked("P12", _survives_json, _every),
    Asked("P13", _picklable, _every),
    Asked("P14", _blank, blanks),
    Asked("P15", _truncated, _cuts),
    Asked("P16", _damaged, _damages),
)
