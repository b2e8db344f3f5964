"""The engine beside graph libraries: ``python benchmarks/engine_speed.py``.

On the same seeded networks, in one run, in processor time: bounds, one conflict, the
elapsed time of a pair, and one row added. Ratios are to this library; peers that aren't
installed (``pip install --group bench``) are left out and named. Every answer of bounds
is compared with the plain queue's, every conflict is solved alone and less each source.
"""

from __future__ import annotations

import argparse
import statistics
import time
import tracemalloc
from collections.abc import Callable, Iterable
from importlib.util import find_spec
from typing import Any

from engine_peers import PEERS, Queue
from networks import Net, Row
from stn_adapter import solver

SIZES = "10,100,1k,10k"
MODULES = {"rustworkx": "rustworkx", "igraph": "igraph", "networkx": "networkx"}
REPEATS = {100: (20, 5), 10_000: (4, 2), 10**9: (1, 1)}  # networks, and runs of each
SLOW = {"networkx": 10_000, "rustworkx": 20_000}  # events past which they take minutes


def seconds(work: Callable[[], object], times: int) -> float:
    """The best of several runs, in processor time."""
    spent = []
    for _ in range(times):
        start = time.process_time()
        work()
        spent.append(time.process_time() - start)
    return min(spent)


def human(value: float) -> str:
    """A time in a unit that reads well."""
    for unit, scale in (("s", 1.0), ("ms", 1e-3), ("us", 1e-6)):
        if value >= scale:
            return f"{value / scale:.3g} {unit}"
    return f"{value / 1e-9:.0f} ns"


def judged_bounds(net: Net) -> None:
    """The bounds are those that the plain queue finds."""
    mine = solver(net.points, net.rows).bounds()
    assert tuple(map(list, mine)) == Queue(net.points, net.rows).bounds()


def judged_conflict(points: int, rows: list[Row]) -> None:
    """The sources contradict each other, and less any one of them they don't."""
    named = set(solver(points, rows).conflict())
    assert named
    assert not solver(points, [row for row in rows if row[4] in named]).check()
    for source in named:
        rest = [row for row in rows if row[4] in named - {source}]
        assert solver(points, rest).check()


def table(size: int, nets: list[Net], peers: dict[str, Any], times: int) -> None:
    """Measure bounds and a conflict on networks of one size, and print them."""
    bad = [net.contradicted() for net in nets]
    for net, rows in zip(nets, bad, strict=True):
        judged_bounds(net)
        judged_conflict(net.points, rows)
    base: dict[str, float] = {}
    for name, peer in {"incident_timeline": solver, **peers}.items():
        if size > SLOW.get(name, size):
            continue
        cells = [name]
        for task in ("bounds", "conflict"):
            if name != "incident_timeline" and not hasattr(peer, task):
                cells.append("")
                continue
            spent = statistics.median(
                seconds(lambda p=net.points, r=rows: getattr(peer(p, r), task)(), times)  # type: ignore[misc]  # noqa: B023  bound and run at once
                for net, rows in _asked(task, nets, bad)
            )
            ratio = f" ({spent / base[task]:.2g}x)" if task in base else ""
            base.setdefault(task, spent)
            cells.append(human(spent) + ratio)
        print("| " + " | ".join(cells) + " |", flush=True)


def _asked(
    task: str, nets: list[Net], bad: list[list[Row]]
) -> Iterable[tuple[Net, list[Row]]]:
    return zip(
        nets, [net.rows for net in nets] if task == "bounds" else bad, strict=True
    )


def questions(nets: list[Net]) -> str:
    """The time of one pair's elapsed time, of one row added, and the peak memory."""
    pair, added = [], []
    for net in nets:
        solved = solver(net.points, net.rows)
        solved.prepare()
        pairs, rows = net.pairs(100), net.additions(40)
        pair.append(seconds(lambda s=solved, p=pairs: s.elapsed(p), 1) / 100)  # type: ignore[misc]  # bound at once
        start = time.process_time()
        assert all(solved.add(row) for row in rows)
        added.append((time.process_time() - start) / len(rows))
    tracemalloc.start()
    solver(nets[0].points, nets[0].rows).bounds()
    peak = tracemalloc.get_traced_memory()[1] / 2**20
    tracemalloc.stop()
    return (
        f"a pair's elapsed time {human(statistics.median(pair))}, a row added"
        f" {human(statistics.median(added))}, peak memory {peak:.3g} MiB"
    )


def main() -> None:
    """Print a table for each size."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--sizes", default=SIZES)
    asked.add_argument("--seed", default="1")
    given = asked.parse_args()
    absent = {name for name, module in MODULES.items() if find_spec(module) is None}
    peers = {name: peer for name, peer in PEERS.items() if name not in absent}
    if absent:
        print("not installed:", ", ".join(sorted(absent)))
    for text in given.sizes.split(","):
        size = int(float(text.replace("k", "e3").replace("M", "e6")))
        count, times = next(how for limit, how in REPEATS.items() if size <= limit)
        nets = [Net(size, f"{given.seed}.{i}") for i in range(count)]
        print(f"\n## {text} events\n\n| peer | bounds | conflict |\n|---|---|---|")
        table(size, nets, peers, times)
        print(f"\n{questions(nets)}", flush=True)


if __name__ == "__main__":
    main()
