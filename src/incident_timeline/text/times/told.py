"""What has been told so far: the days and times that later words hang on."""

from __future__ import annotations

from datetime import date, datetime

from attrs import define, field

from incident_timeline.text.times.beside import is_closing
from incident_timeline.text.times.place import Place

__all__ = ["Told"]

_EVENING = 17
_SMALL_HOURS = 6
_NIGHTS = frozenset({"evening", "night", "overnight"})
_FAR = 2  # days from the incident's own at which a passing date is background


@define
class Told:
    """The state of a reader who has come to some place in an account."""

    published: date | None = None
    zone: str = ""
    uses_24_hours: bool = False
    spoken: date | None = None  # the day on which a part of it was issued
    stamp: datetime | None = None  # the time of the update that is being told
    day: date | None = None  # told last
    paragraph: int = -1  # where it was told
    is_new: bool = True  # nothing was told yet in the paragraph come to
    is_firm: bool = False  # with a clock time, or as a heading
    firm_day: date | None = None  # the last day that was told so
    is_passing: bool = False  # told beside the story
    scene: tuple[date, datetime | None, str] | None = None  # of the last firm day
    aside: date | None = None  # a day that holds to the end of its sentence
    recent: date | None = None  # a day told beside the story, and none since
    night: date | None = None  # told as that, without a clock time
    is_lead: bool = False  # how it ended was told, before the night began
    clock: datetime | None = None  # the clock time told last, on its day
    onset: datetime | None = None  # the first clock time of the story
    is_vague: bool = False  # about, or a span of time
    part: str = ""  # the part of day told last
    last_day: date | None = None  # told last of all, in passing or not
    year: int | None = None  # of the mention told last, of whatever precision
    month: int | None = None
    weekdays: dict[int, date] = field(factory=dict)  # when each was told last
    value: str = ""  # the whole of it
    end: int = -1  # where it ended

    @property
    def southern(self) -> bool:
        """Whether the account's seasons are those of the south."""
        return self.zone.startswith(("Australia/", "Pacific/", "Antarctica/"))

    def enter(self, paragraph: int) -> None:
        """Come to *paragraph*: a day named in passing before it gives way to the scene.

        The scene is the day last told with a clock time, and what was told of it.
        """
        self.is_new = paragraph != self.paragraph
        if self.is_new:
            self.recent = None
        if self.is_passing and paragraph != self.paragraph and self.scene is not None:
            self.day, self.clock, self.part = self.scene
            self.is_passing, self.is_firm = False, True

    def begin_again(self, day: date, paragraph: int) -> None:
        """Start on an update of its own day: nothing told before it holds."""
        self.firm_day = self.scene = self.onset = self.aside = self.recent = None
        self.night, self.is_lead = None, False
        self.clock, self.part, self.is_vague = None, "", False
        self.tell_day(day, paragraph, firm=False)

    def tell_day(
        self, day: date, paragraph: int, *, firm: bool, passing: bool = False
    ) -> None:
        """Go on from *day*; its clock times are yet to be told."""
        if day != self.day:
            self.clock, self.part, self.is_vague = None, "", False
        self.day, self.paragraph, self.is_firm = day, paragraph, firm
        self.year, self.month, self.last_day = day.year, day.month, day
        self.is_passing, self.recent = False, None
        if firm:
            self.firm_day = day
        elif self.firm_day is not None and day != self.firm_day:
            far = day == self.published or abs((day - self.firm_day).days) > _FAR
            self.is_passing = far or passing
        elif self.scene is None and day != self.published:
            self.scene = (day, None, "")
        elif self.scene is not None:
            self.is_passing = passing and day != self.scene[0]

    def tell_beside(self, day: date, paragraph: int, *, holds: bool) -> None:
        """Note a day that the story doesn't go on from; counts of days may."""
        self.recent, self.paragraph = day, paragraph
        if holds:
            self.aside = day
        if self.day is None:
            self.year, self.month, self.last_day = day.year, day.month, day

    def tell_clock(self, clock: datetime | None, part: str, *, vague: bool) -> None:
        """Go on from a clock time, or from a part of the day just told."""
        self.clock, self.part, self.is_vague = clock, part, vague
        if clock is None and part in _NIGHTS:
            self.night = self.day
        elif clock is not None and clock.date() == self.night:
            self.night = None if clock.hour >= _EVENING else self.night
        self.onset = self.onset or clock
        if self.day is not None and self.day == self.firm_day:
            self.scene = (self.day, clock, part)

    @property
    def is_late(self) -> bool:
        """Whether the evening or night of the day was told last."""
        if self.clock is not None:
            return self.clock.hour >= _EVENING
        return self.part in _NIGHTS

    def begins_night(self, when: datetime, place: Place) -> bool:
        """Whether a bare *when* belongs to the night before the day told last.

        The story of a night begins in its evening, though how it ended was told first.
        """
        if when.hour < _EVENING or self.is_late or is_closing(place):
            return False
        day = when.date()
        if self.is_lead:
            return True
        small = self.clock is not None and self.clock.hour < _SMALL_HOURS
        if self.night is not None and small:
            return (day - self.night).days == 1
        return small and day == self.published

    @property
    def is_begun(self) -> bool:
        """Whether a day of the story was told, not that of its document alone."""
        return self.firm_day is not None or self.day != self.published
