"""The longest time without an event, as far as it is known."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, pairwise
from math import inf

from attrs import field, frozen

from incident_timeline.model import Event
from incident_timeline.timeline.answers import Elapsed
from incident_timeline.timeline.network import Solution
from incident_timeline.timeline.statements import Heard, duration

__all__ = ["Gap", "LongestGap", "longest_gap", "widest_gap"]

Window = tuple[float, float]
"""A least and a greatest in whole microseconds, infinite where they are open."""


@frozen
class Gap:
    """The least and the greatest of a gap, and between which two, where certain."""

    least: float
    greatest: float
    between: tuple[int, int] | None = None


@frozen(kw_only=True, order=False)
class LongestGap:
    """The longest time between two consecutive events, as far as it is known.

    Attributes:
        elapsed: Its least and greatest length over every reading.
        first: The event that it follows, where that is the same in every reading.
        second: The event that it ends with, likewise.
    """

    elapsed: Elapsed
    first: Event | None
    second: Event | None
    _names: tuple[str, ...] = field(default=(), repr=False, eq=False, alias="names")

    def __str__(self) -> str:
        told = (one.kind for one in (self.first, self.second) if one is not None)
        names = self._names or tuple(told)
        if len(names) < 2:  # noqa: PLR2004  a gap has two sides
            return str(self.elapsed)
        return f"{self.elapsed}, from {names[0]} to {names[1]}"


def widest_gap(
    windows: Sequence[Window], elapsed: Callable[[int, int], Window]
) -> Gap | None:
    """The longest gap between consecutive instants, of which each lies in its window.

    Sound in every reading. What is between two events that are neighbours in every
    reading is as long as *elapsed* says; of others the windows alone decide. Nothing
    where there are fewer than two.
    """
    if len(windows) < 2:  # noqa: PLR2004  a gap has two sides
        return None
    gaps = list(_gaps(windows, elapsed))
    least = max(_evenly(windows), *(one.least for one in gaps))
    widest = max(gaps, key=lambda one: (one.greatest, one.least))
    rest = (one.greatest for one in gaps if one is not widest)
    is_sure = widest.least >= max(rest, default=0)
    return Gap(least, widest.greatest, widest.between if is_sure else None)


def _evenly(windows: Sequence[Window]) -> float:
    """Over so many gaps a stretch cannot be shared with none of them this long."""
    stretch = max(first for first, _ in windows) - min(last for _, last in windows)
    return 0 if stretch <= 0 else -(-int(stretch) // (len(windows) - 1))


def _gaps(
    windows: Sequence[Window], elapsed: Callable[[int, int], Window]
) -> Iterator[Gap]:
    """The gaps that begin once so many events can have happened, from one to all.

    A gap begins at x where every event can be at or before x, or at or after its end:
    no later than the least end of those that cannot have happened by x.
    """
    order = sorted(range(len(windows)), key=windows.__getitem__)
    starts = [windows[i][0] for i in order]
    ends = [windows[i][1] for i in order]
    reach = list(accumulate(ends, max))
    soonest = list(accumulate(reversed(ends), min))[::-1]
    # Whether all that stand before a place certainly come before all from there on.
    parted = [True, *map(_is_before, zip(reach, starts[1:], strict=False)), True]
    for place, (i, beyond) in enumerate(pairwise(order)):
        until = soonest[place + 1] - starts[place]
        if parted[place] and parted[place + 1] and parted[place + 2]:
            least, greatest = elapsed(i, beyond)
            yield Gap(max(least, 0), greatest, (i, beyond))
        elif parted[place + 1]:
            yield Gap(starts[place + 1] - reach[place], until)
        elif starts[place] < starts[place + 1]:
            yield Gap(0, until)
    *_, second, last = sorted(ends)
    if second >= starts[-1]:
        yield Gap(0, last - starts[-1])


def _is_before(ends: tuple[float, float]) -> bool:
    return ends[0] < ends[1]


def longest_gap(
    heard: Heard, solution: Solution, places: Sequence[int]
) -> LongestGap | None:
    """The longest gap between the starts of the events at these places."""

    def elapsed(first: int, second: int) -> Window:
        return _window(*solution.elapsed(2 * places[first], 2 * places[second]))

    earliest, latest = solution.earliest, solution.latest
    gap = widest_gap([_window(earliest[2 * i], latest[2 * i]) for i in places], elapsed)
    if gap is None:
        return None
    greatest = None if gap.greatest == inf else duration(int(gap.greatest))
    length = Elapsed(least=duration(int(gap.least)), greatest=greatest)
    if gap.between is None:
        return LongestGap(elapsed=length, first=None, second=None)
    first, second = (heard.incident.events[places[one]] for one in gap.between)
    names = (heard.name(first), heard.name(second))
    return LongestGap(elapsed=length, first=first, second=second, names=names)


def _window(least: int | None, greatest: int | None) -> Window:
    return -inf if least is None else least, inf if greatest is None else greatest
