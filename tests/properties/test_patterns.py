"""No regular expression of the library backtracks more than linearly.

Two checkers look at each: regexploit, which looks for repetitions that can share what
they match, and recheck, which proves a pattern safe. Each knows less of the language
of patterns than Python does, so that both are asked. All patterns take them ten
seconds, so that they are judged in CI, or wherever ``INCIDENT_TIMELINE_NODE_MODULES``
or a ``HYPOTHESIS_PROFILE`` other than dev is set.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import warnings
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest

_COLLECT = Path(__file__).with_name("_patterns.py")
_RECHECK = Path(__file__).parents[1] / "backtracking.cjs"
# Possessive repetitions give nothing back, so that they can't backtrack at all;
# neither checker knows them.
_POSSESSIVE = re.compile(r"[*+?}]\+")
_BACKTRACKING = (r"(a+)+$", r"\s*\w*\s*\d*\s*$", r"(?:a*b?)*c")


@cache
def patterns() -> tuple[tuple[str, str, int], ...]:
    """Where each pattern is compiled, the pattern, and its flags."""
    profile = os.environ.get("HYPOTHESIS_PROFILE", "dev")
    if profile == "dev" and not os.environ.get("INCIDENT_TIMELINE_NODE_MODULES"):
        pytest.skip("all patterns are judged in CI, or with HYPOTHESIS_PROFILE=ci")
    run = [sys.executable, str(_COLLECT)]
    found = subprocess.run(run, capture_output=True, check=True, text=True).stdout
    every = ((where, pattern, flags) for where, pattern, flags in json.loads(found))
    return tuple(one for one in every if not _POSSESSIVE.search(one[1]))


def faults(pattern: str, flags: int = 0) -> list[str]:
    """The ways in which regexploit finds that a pattern may backtrack."""
    with warnings.catch_warnings():
        # It reads patterns with a module of the standard library that is deprecated.
        warnings.simplefilter("ignore", DeprecationWarning)
        redos = pytest.importorskip("regexploit.redos")
        sre = pytest.importorskip("regexploit.ast.sre")
    parsed = sre.SreOpParser().parse_sre(pattern, flags)
    return [str(fault) for fault in redos.find(parsed)]


def verdicts(every: Sequence[tuple[str, int]]) -> list[str]:
    """What recheck says of each pattern: ``safe``, ``vulnerable`` or ``unknown``."""
    modules = os.environ.get("INCIDENT_TIMELINE_NODE_MODULES")
    if not modules:
        pytest.skip("INCIDENT_TIMELINE_NODE_MODULES names no node_modules with recheck")
    told = [(_in_javascript(p, f), "i" * bool(f & re.IGNORECASE)) for p, f in every]
    run = ["node", str(_RECHECK), modules]
    judged = subprocess.run(
        run, input=json.dumps(told), capture_output=True, check=True, text=True
    )
    return list(json.loads(judged.stdout))


def _in_javascript(pattern: str, flags: int) -> str:
    """The same pattern in the spelling of the language that recheck knows."""
    if flags & re.VERBOSE:
        pattern = re.sub(r"(?<!\\)\s+", "", re.sub(r"(?<!\\)#.*", "", pattern))
    pattern = re.sub(r"\(\?\((\w+)\)", "(?:", pattern)  # a condition: either way
    pattern = re.sub(r"\(\?P=(\w+)\)", r"\\k<\1>", pattern.replace("(?P<", "(?<"))
    return pattern.replace(r"\Z", "$").replace(r"\A", "^")


@pytest.mark.parametrize("pattern", _BACKTRACKING)
def test_the_first_checker_sees_a_pattern_that_backtracks(pattern: str) -> None:
    assert faults(pattern)


def test_the_second_checker_sees_the_patterns_that_backtrack() -> None:
    assert verdicts([(p, 0) for p in _BACKTRACKING]) == ["vulnerable"] * 3


def test_the_patterns_of_lexicons_and_of_times_are_checked() -> None:
    modules = {where.partition(":")[0] for where, _, _ in patterns()}
    assert "incident_timeline.text.lexicon" in modules
    assert any(m.startswith("incident_timeline.text.times.") for m in modules)


def test_the_first_checker_finds_no_pattern_that_backtracks() -> None:
    found = {where: faults(pattern, flags) for where, pattern, flags in patterns()}
    assert {where: each for where, each in found.items() if each} == {}


def test_the_second_checker_finds_no_pattern_that_backtracks() -> None:
    judged = verdicts([(pattern, flags) for _, pattern, flags in patterns()])
    told = list(zip((where for where, _, _ in patterns()), judged, strict=True))
    assert [where for where, verdict in told if verdict == "vulnerable"] == []
    # Scoped flags and one pattern too long for its proof are all that it can't tell.
    assert sum(verdict == "unknown" for _, verdict in told) <= len(told) // 40
