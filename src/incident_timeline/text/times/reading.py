"""What a reader makes of one expression."""

from __future__ import annotations

from datetime import date, datetime

from attrs import define

from incident_timeline.text.times.remarks import Remark

__all__ = ["Reading", "impossible", "unplaced"]


@define
class Reading:
    """The value of an expression, ready to become a moment."""

    stated: str = ""
    qualifier: str = "exact"
    part: str = ""
    assumed: tuple[str, ...] = ()
    how: str = "stated"
    remarks: tuple[Remark, ...] = ()
    day: date | None = None
    clock: datetime | None = None
    over: datetime | None = None  # when a stated span of time was over

    def remark(self, kind: str, message: str) -> None:
        """Note what is shaky about the value."""
        self.remarks = (*self.remarks, Remark(kind, message))


def impossible(message: str, how: str = "stated") -> Reading:
    """The reading of words that name no time there can be."""
    return Reading(remarks=(Remark("impossible", message),), how=how)


def unplaced(message: str) -> Reading:
    """The reading of words that lack what they hang on."""
    return Reading(remarks=(Remark("unplaced", message),), how="nothing")
