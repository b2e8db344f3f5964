"""A time expression as it is written, before any reader fills in what it leaves out."""

from __future__ import annotations

from attrs import define, frozen

__all__ = ["Clock", "Offset", "Phrase", "Turn"]


_COARSE = frozenset({"month", "year", "season"})


@frozen
class Clock:
    """A time of day as written: ``half`` is ``a``, ``p``, ``24`` or nothing."""

    hour: int
    minute: int
    second: int | None = None
    half: str = ""
    name: str = ""  # noon, midday or midnight
    spoken: bool = False  # ten past one, one o'clock: never counted to 24

    def __str__(self) -> str:
        shown = f"{self.hour:02}:{self.minute:02}"
        return shown if self.second is None else f"{shown}:{self.second:02}"

    @property
    def is_valid(self) -> bool:
        """Whether a day has this time; 24:00 is one."""
        last = self.hour == 24 and not self.minute and not self.second  # noqa: PLR2004  the end of a day
        sixty = max(self.minute, self.second or 0) < 60  # noqa: PLR2004  a clock's own number
        return sixty and (self.hour < 24 or last)  # noqa: PLR2004  the same


@frozen
class Turn:
    """A step from a day: from that of publication or from the one last told."""

    told: bool
    unit: str  # day, week, weekend, month, year, season, weekday or a month's "named"
    count: int
    weekday: int = -1
    month: int = 0


@frozen
class Offset:
    """A counted distance, such as "about 20 minutes later"."""

    least: float
    most: float
    unit: str
    way: int  # 1 later, -1 earlier
    told: bool = True  # or counted back from publication ("ago")
    event: str = ""  # the words of the occurrence it is counted from
    bound: bool = False  # "within an hour", counted from whatever was told
    own: bool = False  # the occurrence's own day
    ahead: bool = False  # "in 72 hours", if it tells of what will be
    awaits: bool = False  # counted from what follows: "ten minutes before 9pm"


@define
class Phrase:
    """What one time expression states, each part or nothing."""

    start: int
    end: int
    slot: str = ""  # of the piece that was added last
    clock: Clock | None = None
    weekday: int | None = None
    year: int | None = None
    month: int | None = None
    day: int | None = None
    part: str = ""
    turn: Turn | None = None
    offset: Offset | None = None
    holiday: str = ""  # a named day
    season: int | None = None  # its first month
    last_day: int | None = None  # of a range within a month
    last_year: int | None = None  # of a range of years
    zone: str = ""
    qualifier: str = ""
    opening: str = ""  # between or from
    opened: int = 0  # where that word stands
    bracket: bool = False  # holds an opening bracket
    edge: str = ""  # early, late, first week ...
    until: Phrase | None = None  # the other end of a range
    again: Phrase | None = None  # the same clock time in another form
    into: bool = False  # of one night, into the next day
    habit: bool = False  # of every week, such as opening hours
    weak: bool = False  # a number that only its surroundings make a time
    order: str = ""  # of a numeric date: its zone's own, the other, or either
    problem: str = ""
    passed: bool = False  # a weekday that was over when the text was published

    @property
    def has_day(self) -> bool:
        """Whether it names its day by more than a weekday."""
        return self.day is not None or self.turn is not None

    @property
    def has_date(self) -> bool:
        """Whether it says on which day."""
        return (
            self.day is not None
            or self.weekday is not None
            or self.holiday != ""
            or (self.turn is not None and self.turn.unit not in _COARSE)
        )
