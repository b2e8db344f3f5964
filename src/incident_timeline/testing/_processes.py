"""The same call in other processes, whose zone, locale and hash seed differ."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from typing import Final

__all__ = ["elsewhere", "home_of"]

_PLACES: Final = (
    {"PYTHONHASHSEED": "1", "TZ": "Pacific/Apia", "LC_ALL": "C", "PYTHONUTF8": "0"},
    {"PYTHONHASHSEED": "2", "TZ": "America/New_York", "LC_ALL": "C.UTF-8"},
)
_CODE: Final = """
import json, sys
from importlib import import_module
job = json.loads(sys.stdin.buffer.read())
sys.path[:] = job["path"]
call = getattr(import_module(job["caller"][0]), job["caller"][1])
part = getattr(import_module(job["home"][0]), job["home"][1])
told = [call(part, one) for one in job["values"]]
sys.stdout.buffer.write(json.dumps(told).encode())
"""
_LONGEST: Final = 300  # seconds

Home = tuple[str, str]


def home_of(part: object) -> Home | None:
    """The module and the name under which another process finds a part, if it can."""
    for module, held in sorted(sys.modules.items()):
        if module != "__main__" and getattr(held, "__spec__", None) is not None:
            for name, value in tuple(vars(held).items()):
                if value is part and not name.startswith("_"):
                    return module, name
    return None


def elsewhere(caller: Home, home: Home, values: Sequence[str]) -> Iterator[list[str]]:
    """What the function *caller* makes of the part and each text, in each process."""
    job = {"path": sys.path, "caller": caller, "home": home, "values": list(values)}
    for place in _PLACES:
        done = subprocess.run(  # noqa: S603  this interpreter, and code of our own
            [sys.executable, "-c", _CODE],
            input=json.dumps(job).encode(),
            env=os.environ | place,
            stdout=subprocess.PIPE,
            timeout=_LONGEST,
            check=True,
        )
        yield json.loads(done.stdout)
