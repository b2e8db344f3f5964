"""Each project's package can be imported, as if it were installed."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path += map(str, sorted(Path(__file__).parent.glob("*/src")))
