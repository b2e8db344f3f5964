"""What the parsers have to say of a document, one code each.

These are findings of reading, not of checking: what a text does not tell, and what of
it could not be used.
"""

from __future__ import annotations

from incident_timeline.parsers.readings.kind import Reading
from incident_timeline.parsers.readings.prose import PROSE, REMARKS
from incident_timeline.parsers.readings.records import RECORDS

__all__ = ["READINGS", "REMARKS", "Reading", "reading"]

READINGS: tuple[Reading, ...] = (*PROSE, *RECORDS)
"""What the library's own parsers have to say of input that they can't use."""
_BY_CODE = {one.code: one for one in READINGS}


def reading(code: str) -> Reading:
    """The kind of finding with a code.

    Raises:
        KeyError: If there is no such code.
    """
    return _BY_CODE[code]
