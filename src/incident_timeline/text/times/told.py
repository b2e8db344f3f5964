"""What has been told so far: the days and times that later words hang on."""

from __future__ import annotations

from datetime import date, datetime

from attrs import define

__all__ = ["Told"]

_FAR = 2  # days from the incident's own at which a passing date is background


@define
class Told:
    """The state of a reader who has come to some place in an account."""

    published: date | None = None
    uses_24_hours: bool = False
    day: date | None = None  # told last
    paragraph: int = -1  # where it was told
    is_firm: bool = False  # with a clock time, or as a heading
    firm_day: date | None = None  # the last day that was told so
    clock: datetime | None = None  # the clock time told last, on its day
    part: str = ""  # the part of day told last
    year: int | None = None  # of the mention told last, of whatever precision
    month: int | None = None
    value: str = ""  # the whole of it
    end: int = -1  # where it ended

    def day_at(self, paragraph: int) -> date | None:
        """The day that a bare clock time in *paragraph* belongs to.

        That told last; but a day named in passing in an earlier paragraph, far from
        the incident's own, gives way to that.
        """
        if self.is_firm or self.firm_day is None or self.day is None:
            return self.day
        passing = (
            self.day == self.published or abs((self.day - self.firm_day).days) > _FAR
        )
        return self.firm_day if passing and paragraph != self.paragraph else self.day

    def tell_day(self, day: date, paragraph: int, *, firm: bool) -> None:
        """Go on from *day*; its clock times are yet to be told."""
        if day != self.day:
            self.clock, self.part = None, ""
        self.day, self.paragraph, self.is_firm = day, paragraph, firm
        self.year, self.month = day.year, day.month
        if firm:
            self.firm_day = day

    @property
    def is_late(self) -> bool:
        """Whether the evening or night of the day was told last."""
        if self.clock is not None:
            return self.clock.hour >= 17  # noqa: PLR2004  an hour at which evenings begin
        return self.part in {"evening", "night", "overnight"}
