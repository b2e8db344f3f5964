"""How well prose is read: ``python benchmarks/prose_accuracy.py [FOLDER ...]``.

Reads the annotated accounts of each folder, those of the tests by default, and prints
how many of their times and events were found and understood.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests/corpus"))

import score  # noqa: E402  the path must be set first

FOLDERS = [ROOT / "tests/corpus" / name for name in ("", "styles", "held_out")]


def main() -> None:
    """Print one row a folder."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("folder", nargs="*", type=Path, default=FOLDERS)
    print(
        "folder     texts  times  found strict value  mod "
        " events  found timed misordered"
    )
    for folder in asked.parse_args().folder:
        texts = score.accounts_in(folder)
        times, events = score.times(texts), score.events(texts)
        print(
            f"{folder.name:10} {len(texts):5} {times.gold:6}"
            f"  {times.found_f1:.3f}  {times.strict_f1:.3f} {times.end_to_end_f1:.3f}"
            f" {times.qualifier_accuracy:.3f} {events.gold:6}"
            f"  {events.f1:.3f} {events.timed_f1:.3f}  {events.wrong_order:.3f}"
        )


if __name__ == "__main__":
    main()
