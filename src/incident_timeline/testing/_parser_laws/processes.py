"""The law on machines: other processes, zones and languages read the same."""

from __future__ import annotations

import pickle
from typing import Any, Final

from incident_timeline.parsers import Document
from incident_timeline.testing._parser_laws.differing import apart
from incident_timeline.testing._parser_laws.inputs import Case
from incident_timeline.testing._parser_laws.results import once
from incident_timeline.testing._parser_laws.subject import Asked, Subject
from incident_timeline.testing._processes import elsewhere, home_of
from incident_timeline.testing.check import Breach

__all__ = ["ASKED", "read_there"]


def read_there(parser: Any, told: str) -> str:
    """What a parser makes of a document in this process; both told in hexadecimals."""
    document: Document = pickle.loads(bytes.fromhex(told))  # noqa: S301  sent by this
    try:
        parsed = parser.parse(document)
    except Exception as error:  # noqa: BLE001  that it raises is the breach
        return _told(f"{type(error).__name__}: {error}")
    return _told(parsed)


def _told(value: object) -> str:
    return pickle.dumps(value).hex()


def _applies(subject: Subject) -> bool:
    return subject.effort == "thorough" and home_of(subject.parser) is not None


def _elsewhere(subject: Subject, _: Case) -> Breach | None:
    documents = tuple(one for one in subject.samples if subject.reads(one))
    home = home_of(subject.parser) or ("", "")  # a law that isn't asked without one
    caller = (read_there.__module__, read_there.__name__)
    for answers in elsewhere(caller, home, [_told(one) for one in documents]):
        there = tuple(pickle.loads(bytes.fromhex(one)) for one in answers)  # noqa: S301
        here = tuple(subject.read(one) for one in documents)
        if breach := apart(here, there, "Parsed", "as in this process"):
            return breach
    return None


ASKED: Final = (Asked("P49", _elsewhere, once, _applies, shrinks=False),)
