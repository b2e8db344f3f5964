"""What is shaky about a time that was read."""

from __future__ import annotations

from attrs import frozen

__all__ = ["Remark"]


@frozen
class Remark:
    """Something a reader of one time expression should know.

    Attributes:
        kind: What sort of thing: ``impossible`` (no calendar or clock has it),
            ``unplaced`` (the text leaves out what it needs), ``weekday`` (it disagrees
            with its date), ``told_twice`` (two forms of one time disagree), ``year``,
            ``day`` and ``half_day`` (filled in, not stated), ``day_month_order`` (both
            orders of a numeric date are possible), ``zone`` (a zone word that is not
            the account's own, or can't be used) or ``vague_base`` (counted from a time
            that is itself about, or lacks its clock time).
        message: What there is to say, in a sentence without a full stop.

    >>> from incident_timeline.text import find_times
    >>> find_times("He fell on 31 June 2024.", zone="UTC")[0].remarks
    (Remark(kind='impossible', message='there is no 31 June 2024'),)
    """

    kind: str
    message: str
