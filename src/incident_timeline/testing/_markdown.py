"""The structure of a text in Markdown: blocks, cells, HTML, links and emphasis."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator
from typing import Final

__all__ = ["markdown"]

_BLOCK: Final = re.compile(r" {0,3}(#{1,6} |[-*+] |\d{1,9}[.)] |>|`{3}|~{3}|\|)")
_RULE: Final = frozenset(" :|-")  # the letters of the row below a table's head
_PIECE: Final = re.compile(
    r"\\[!-/:-@\[-`{-~]|`+|\||<(?=[A-Za-z/!?])|!?\[|\]\(|\]|\*+|_+"
)
_WORD: Final = re.compile(r"\w")


def markdown(text: str) -> Hashable:
    """For each line, the block that it begins, and what stands in it unescaped.

    A stroke counts in the rows of tables alone, and nothing does in code.
    """
    lines = text.splitlines()
    rows = _rows(lines)
    return tuple(
        (_block(line), *_inline(line, is_row=number in rows))
        for number, line in enumerate(lines)
    )


def _block(line: str) -> str:
    match = _BLOCK.match(line)
    return match[1].strip() if match else ""


def _rows(lines: list[str]) -> set[int]:
    """The numbers of the lines that are rows: those that begin with a stroke, too."""
    rows = {i for i, line in enumerate(lines) if line.lstrip().startswith("|")}
    is_table = False
    for i, line in enumerate(lines):
        if {"-", "|"} <= set(line.strip()) <= _RULE:
            is_table = True
            rows.add(i - 1)
        is_table = is_table and bool(line.strip())
        if is_table:
            rows.add(i)
    return rows


def _inline(line: str, *, is_row: bool) -> Iterator[str]:
    begun = _BLOCK.match(line)
    pieces = list(_PIECE.finditer(line, begun.end(1) if begun else 0))
    if begun is not None and begun[1] == "|":
        yield "|"
    ends: dict[str, list[int]] = {}  # of code, by its mark; the last first
    for one in reversed(pieces):
        ends.setdefault(one[0].lstrip("\\"), []).append(one.start())
    code = 0  # where code ends
    opened: list[str] = []
    for one in pieces:
        mark, at = one[0], one.start()
        if mark == "|" and is_row:
            yield mark
        if at < code or mark[0] in "\\|":
            continue
        if mark[0] == "`":
            places = ends[mark]
            while places and places[-1] <= at:
                places.pop()
            if places:
                code = places[-1] + len(mark)
                yield mark
        else:
            yield from _marked(mark, opened, line[at - 1 : at], line[one.end() :][:1])


def _marked(mark: str, opened: list[str], before: str, after: str) -> Iterator[str]:
    """What a mark ends, given those that are open; or what it is by itself."""
    if mark == "<":
        yield mark
    elif mark.endswith("["):
        opened.append(mark)
    elif mark[0] == "]":
        begun = next((one for one in reversed(opened) if one.endswith("[")), None)
        if begun is not None:
            del opened[len(opened) - 1 - opened[::-1].index(begun) :]
        if begun is not None and mark == "](":
            yield f"{begun}]("
    elif _closes(mark, before, after) and mark in opened:
        del opened[len(opened) - 1 - opened[::-1].index(mark) :]
        yield mark
    elif after.strip() and not (mark[0] == "_" and _WORD.match(before)):
        opened.append(mark)


def _closes(mark: str, before: str, after: str) -> bool:
    return bool(before.strip()) and not (mark[0] == "_" and _WORD.match(after))
