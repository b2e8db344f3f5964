"""Networks to measure on: timelines from a seed, and what is asked of them."""

from __future__ import annotations

import random
from itertools import pairwise

Row = tuple[int, int, int | None, int | None, int]

ORIGIN = -1
SECOND = 1_000_000
MINUTE, HOUR, DAY = 60 * SECOND, 3600 * SECOND, 86_400 * SECOND


class Net:
    """A consistent timeline of events, points and rows shuffled; ``truth`` solves it.

    A row (i, j, least, greatest, source) says least <= t[j] - t[i] <= greatest, in
    microseconds; i is ORIGIN for a window.
    """

    def __init__(self, events: int, seed: str) -> None:
        self.dice = random.Random(f"{events} {seed}")
        self.rows: list[Row] = []
        self.sources = 0
        self.truth: list[int] = []
        self.start, self.end = self._points(events)
        for event in range(events):
            self._told(event)
        for _ in range(events * 3 // 2):
            self._ordered(self.dice.randrange(events - 1))
        self.dice.shuffle(self.rows)

    @property
    def points(self) -> int:
        """How many points there are."""
        return len(self.truth)

    def _points(self, events: int) -> tuple[list[int], list[int]]:
        dice = self.dice
        now = 1_100_000_000 * SECOND
        spans: list[tuple[int, int | None]] = []
        for _ in range(events):
            now += SECOND + int(min(dice.lognormvariate(5.5, 1.6), 20_000) * SECOND)
            lasts = dice.random() < 1 / 4
            long = 2 * SECOND + int(dice.lognormvariate(6, 1.3) * SECOND)
            spans.append((now, now + long if lasts else None))
        labels = list(range(events + sum(end is not None for _, end in spans)))
        dice.shuffle(labels)
        self.truth = [0] * len(labels)
        start, end = [], []
        for first, last in spans:
            start.append(labels.pop())
            self.truth[start[-1]] = first
            end.append(start[-1] if last is None else labels.pop())
            self.truth[end[-1]] = first if last is None else last
        return start, end

    def _say(self, *rows: tuple[int, int, int | None, int | None]) -> None:
        self.rows += [(*row, self.sources) for row in rows]
        self.sources += 1

    def _told(self, event: int) -> None:
        dice, truth = self.dice, self.truth
        start, end = self.start[event], self.end[event]
        if dice.random() < 7 / 10:
            self._say((ORIGIN, start, *self._window(truth[start])))
        if start == end:
            return
        long = truth[end] - truth[start]
        least, greatest = dice.choice(((0, None), (0, 2 * long), (long // 2, long)))
        self._say((start, end, least, greatest))
        inner = event + 1
        if inner < len(self.start) and truth[self.end[inner]] < truth[end]:
            first, last = self.start[inner], self.end[inner]
            self._say((start, first, 0, None), (last, end, 0, None))

    def _window(self, at: int) -> tuple[int | None, int | None]:
        unit = self.dice.choice((MINUTE, MINUTE, 15 * MINUTE, HOUR, 6 * HOUR, DAY))
        least = at - at % unit
        sides = ((least, least + unit - 1), (None, least + unit - 1), (least, None))
        return self.dice.choices(sides, (18, 1, 1))[0]

    def _ordered(self, event: int) -> None:
        dice, truth = self.dice, self.truth
        reach = 1 + int(dice.expovariate(0.9))
        other = self.start[min(len(self.start) - 1, event + reach)]
        one = self.end[event]
        if truth[one] + SECOND >= truth[other]:
            one = self.start[event]
        gap = truth[other] - truth[one]
        greatest = gap + MINUTE + gap // 4 if dice.random() < 1 / 5 else None
        self._say((one, other, 0, greatest))

    def contradicted(self) -> list[Row]:
        """Its rows with a conflict of five more statements hidden among them."""
        dice, truth, count = self.dice, self.truth, len(self.start)
        first = dice.randrange(count - 5)
        chain = self.start[first : first + 5]
        told: list[Row] = [
            (a, b, truth[b] - truth[a] - SECOND // 10, None, self.sources + i)
            for i, (a, b) in enumerate(pairwise(chain))
        ]
        a, b = chain[0], chain[-1]
        told.append((a, b, None, truth[b] - truth[a] - SECOND, self.sources + 4))
        rows = [*self.rows, *told]
        dice.shuffle(rows)
        return rows

    def pairs(self, count: int) -> list[tuple[int, int]]:
        """Pairs of starts to ask the elapsed time of, half of them near each other."""
        dice, last = self.dice, len(self.start) - 1
        ones = [dice.randrange(last + 1) for _ in range(count)]
        others = [
            min(last, max(0, one + dice.randint(-8, 8)))
            if i % 2
            else dice.randrange(last + 1)
            for i, one in enumerate(ones)
        ]
        listed = zip(ones, others, strict=True)
        return [(self.start[one], self.start[other]) for one, other in listed]

    def additions(self, count: int) -> list[Row]:
        """True rows to add one at a time."""
        found: list[Row] = []
        for i in range(count):
            event = self.dice.randrange(len(self.start) - 1)
            one, other = self.start[event], self.start[event + 1]
            gap, at = self.truth[other] - self.truth[one], self.truth[one]
            source = self.sources + 9 + i
            if i % 2:
                found.append((ORIGIN, one, at - HOUR, at + HOUR, source))
            else:
                least, greatest = max(0, gap - 5 * MINUTE), gap + 5 * MINUTE
                found.append((one, other, least, greatest, source))
        return found
