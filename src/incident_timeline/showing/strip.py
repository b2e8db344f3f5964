"""Uncertain times drawn: bars from the earliest instant to the latest, on one scale."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from itertools import accumulate, pairwise
from math import log1p

from incident_timeline.moments import Moment

__all__ = ["Scale"]

_WIDTH, _HEIGHT, _EDGE = 160, 12, 8
_LEAST = 3.0  # a bar that is shorter can't be seen
_MINUTE = timedelta(minutes=1)


class Scale:
    """One scale for the bars of several moments.

    In order and never reversed, but long gaps are shortened: the distance between two
    neighbouring bounds grows with the logarithm of the time between them.
    """

    def __init__(self, moments: Iterable[Moment]) -> None:
        bounds = {at for one in moments for at in _bounds(one)}
        self._instants = sorted(bounds)
        gaps = ((b - a) / _MINUTE for a, b in pairwise(self._instants))
        self._places = list(accumulate(map(log1p, gaps), initial=0.0))

    @property
    def is_useful(self) -> bool:
        """Whether there are two instants to tell apart."""
        return len(self._instants) > 1

    def bar(self, moment: Moment) -> str:
        """The bar of one of the moments, as SVG; a broken line where a bound is open.

        It is hidden from readers of screens, since the bounds stand beside it.
        """
        if moment.is_unknown:
            return ""
        start, end = moment.earliest_utc, moment.latest_utc
        first = 0.0 if start is None else self._x(start)
        last = float(_WIDTH) if end is None else max(self._x(end), first + _LEAST)
        open_ends = ' stroke-dasharray="2 3"' if None in (start, end) else ""
        return (
            f'<svg width="{_WIDTH}" height="{_HEIGHT}" aria-hidden="true">'
            f'<path d="M{first:.1f} {_HEIGHT // 2}H{last:.1f}" stroke="currentColor"'
            f' stroke-width="{_HEIGHT // 2}"{open_ends}/></svg>'
        )

    def _x(self, instant: datetime) -> float:
        place = self._places[bisect_left(self._instants, instant)]
        whole = self._places[-1] or 1.0
        return _EDGE + place / whole * (_WIDTH - 2 * _EDGE)


def _bounds(moment: Moment) -> Iterator[datetime]:
    both = (moment.earliest_utc, moment.latest_utc)
    return (one for one in both if one is not None)
