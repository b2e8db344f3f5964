"""Fuzz the reader of prose: ``python -m tests.fuzz.run CORPUS``.

Needs ``atheris``; all of libFuzzer's options apply, ``-max_total_time=600`` among them.
CORPUS is a folder for the inputs
that reach something new; start it with those of ``tests/fuzz/found``.
"""

from __future__ import annotations

import sys

import atheris

# Only what is imported here is watched.
with atheris.instrument_imports(include=["incident_timeline"]):
    from tests.fuzz.prose import read

if __name__ == "__main__":
    atheris.Setup(sys.argv, read)
    atheris.Fuzz()
