"""Cells of a row by the names of their columns, cleaned as the mapping tells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from attrs import evolve, field, frozen

from incident_timeline.moments import Qualifier
from incident_timeline.parsers.building import Piece, Workbench
from incident_timeline.parsers.table.mapping import Column, Mapping, When
from incident_timeline.parsers.table.rows import Row
from incident_timeline.parsers.table.words import folded

__all__ = ["Cell", "Cells", "Raw", "named"]

_WHOLE: Final = re.compile(r"([+-]?\d{1,18})\.0{1,18}")
_NUMBER: Final = re.compile(
    r"[+-]?\d{0,400}\.?\d{0,400}(?:e[+-]?\d{1,3})?", re.IGNORECASE
)
_QUALIFIERS: Final = frozenset(one.value for one in Qualifier) - {"exact", "unknown"}
MOST_PARTS: Final = 200  # of one cell
_DAMAGE: Final = ("\0", "\ufffd")


class Raw(NamedTuple):
    """A cell as it stands."""

    piece: Piece
    value: str


class Cell(NamedTuple):
    """A cell as it is meant: its words, empty where missing, and their hedges."""

    text: str
    piece: Piece
    qualifier: str = ""
    force: str = ""


def named(names: Iterable[str]) -> tuple[str, ...]:
    """The names of columns, each its own: those without are numbered.

    >>> named(["id", " Name", "", "id"])
    ('id', 'Name', 'column 3', 'id (2)')
    """
    counts: dict[str, int] = {}
    made = []
    for number, name in enumerate(names, start=1):
        word = name.strip() or f"column {number}"
        count = counts[folded(word)] = counts.get(folded(word), 0) + 1
        made.append(word if count == 1 else f"{word} ({count})")
    return tuple(made)


@frozen(eq=False)
class Cells:
    """The cells of one row.

    Attributes:
        bench: Where what is odd about them is noted.
        mapping: What the columns are.
        row: All of the row, to be cited where several cells are.
        raw: The cells as they stand, by folded name of their column.
        options: What the cells of each column look like, as far as asked for.
        parts: Which part of a cell is meant, what stands between them, and of which
            columns.
        noted: What was noted already, and where.
    """

    bench: Workbench
    mapping: Mapping
    row: Piece
    raw: dict[str, Raw]
    options: dict[str, Column]
    parts: tuple[int, str, frozenset[str]] | None = None
    noted: set[tuple[str, int, int]] = field(factory=set)
    _known: dict[str, Cell] = field(init=False, factory=dict)

    @classmethod
    def of(
        cls,
        row: Row,
        bench: Workbench,
        mapping: Mapping,
        start: int,
        options: dict[str, Column],
    ) -> Cells:
        """The cells of a row that begins at an offset of the bench's page."""
        page = bench.page
        raw = {
            folded(name): Raw(
                Piece(page, start + one.start, start + one.end), one.value
            )
            for name, one in zip(row.names, row.fields, strict=False)
        }
        whole = Piece(page, start, start + len(row.piece.text))
        return cls(bench, mapping, whole.strip(), raw, options)

    def note(self, code: str, column: str, piece: Piece, message: str) -> None:
        """Note what is odd about a cell, by its column."""
        key = (code, piece.start, piece.end)
        if key not in self.noted:  # parts of a row share what doesn't differ
            self.noted.add(key)
            self.bench.note(piece, code, f"column {column!r}: {message}")

    def text(self, column: str) -> str:
        """A cell's words."""
        return self.cell(column).text

    def cell(self, column: str) -> Cell:
        """A cell as it is meant."""
        found = self._known.get(column)
        if found is None:
            found = self._known[column] = self._cleaned(column)
        return found

    def check(self) -> None:
        """Look at the cells that nothing is made of, where they have bounds."""
        for name in self.raw:
            about = self.column(name)
            is_bound = about.placeholder or (about.least, about.greatest) != (
                None,
                None,
            )
            if is_bound and name not in self.mapping.used:
                self.cell(name)

    def pieces(self, columns: Iterable[str]) -> tuple[Piece, ...]:
        """The cells of some columns that have words, each once."""
        cells = [self.cell(one) for one in dict.fromkeys(columns) if one]
        return tuple(one.piece for one in cells if one.text)

    def column(self, name: str) -> Column:
        """What the cells of a column look like."""
        if name not in self.options:
            self.options[name] = self.mapping.column(name)
        return self.options[name]

    def hold(self, conditions: tuple[When, ...]) -> bool:
        """Whether a row meets conditions, all of them."""
        return all(map(self._holds, conditions))

    def _holds(self, when: When) -> bool:
        text = self.text(when.column)
        if when.missing:
            return not text
        if when.unless:
            return not any(one.fits(text) for one in when.unless)
        if when.values:
            return any(one.fits(text) for one in when.values)
        return bool(text)

    def split(self, columns: Iterable[str], mark: str) -> Iterator[Cells]:
        """The row once for each part of its cells, which are split in parallel."""
        if not mark:
            yield self
            return
        names = [one for one in dict.fromkeys(columns) if one]
        counts = {name: self._count(name, mark) for name in names}
        most = min(max(counts.values(), default=1), MOST_PARTS)
        for name, count in counts.items():
            if 1 < count != most:
                piece = self.raw[folded(name)].piece
                message = f"{count:,} values, of which {most:,} are read"
                if count < most:
                    message = f"{count:,} values, where another column has {most:,}"
                self.note("TL667", name, piece, message)
        for i in range(most):
            yield evolve(self, parts=(i, mark, frozenset(counts)))

    def _count(self, name: str, mark: str) -> int:
        found = self.raw.get(folded(name))
        return 1 if found is None else found.value.strip().count(mark) + 1

    def _part(self, column: str, raw: Raw) -> Raw:
        """A cell, or the part of it that is meant."""
        if self.parts is None or column not in self.parts[2]:
            return raw
        number, mark, _ = self.parts
        if mark not in raw.value:
            return raw
        values = raw.value.split(mark, MOST_PARTS)
        if number >= len(values):
            return Raw(raw.piece.cut(0, 0), "")
        is_plain = raw.piece.text == raw.value
        pieces = raw.piece.split(mark, MOST_PARTS) if is_plain else []
        return Raw(pieces[number] if is_plain else raw.piece, values[number])

    def _cleaned(self, column: str) -> Cell:
        found = self.raw.get(folded(column))
        if found is None:
            return Cell("", self.row.cut(0, 0))
        value = self._part(column, found)
        piece, text = value.piece.strip(), value.value.strip()
        if not text:
            return Cell("", piece)
        if any(one in text for one in _DAMAGE):
            self.note("TL674", column, piece, f"{text!r} has lost characters")
            text = text.replace("\0", "").strip()
        about = self.column(column)
        if self._is_missing(text, about) or self._is_placeholder(column, text, piece):
            return Cell("", piece)
        return self._meant(column, _cut(text, piece, about))

    def _meant(self, column: str, cell: Cell) -> Cell:
        about, text = self.column(column), cell.text
        if about.whole or about.pad:
            found = _WHOLE.fullmatch(text)
            text = found[1] if found else text
        if about.pad and text.isdecimal():
            text = text.zfill(about.pad)
        if (
            self._is_missing(text, about)
            or self._is_placeholder(column, text, cell.piece)
            or self._is_out(column, text, cell.piece)
        ):
            text = ""
        return cell._replace(text=text)

    def _is_missing(self, text: str, about: Column) -> bool:
        told = (*self.mapping.missing, *about.missing)
        return not text or any(one.fits(text) for one in told)

    def _is_placeholder(self, column: str, text: str, piece: Piece) -> bool:
        if not any(one.fits(text) for one in self.column(column).placeholder):
            return False
        self.note("TL668", column, piece, f"{text!r} stands where none is known")
        return True

    def _is_out(self, column: str, text: str, piece: Piece) -> bool:
        about = self.column(column)
        if about.least is None and about.greatest is None:
            return False
        number = float(text) if _is_number(text) else None
        if number is None:
            self.note("TL669", column, piece, f"{text!r} is no number")
            return True
        is_low = about.least is not None and number < about.least
        is_high = about.greatest is not None and number > about.greatest
        if is_low or is_high:
            self.note("TL669", column, piece, f"{text!r} is out of range")
        return is_low or is_high


def _is_number(text: str) -> bool:
    found = _NUMBER.fullmatch(text)
    return found is not None and any(letter.isdecimal() for letter in text[:400])


def _cut(text: str, piece: Piece, about: Column) -> Cell:
    """A text without what is in front of it and behind it, and what its hedges say."""
    for one in about.in_front:
        text = text[one.in_front(text) :].strip()
    for one in about.behind:
        text = text[: len(text) - one.behind(text)].strip()
    qualifier = force = ""
    for one, word in about.hedges:
        front = one.in_front(text)
        behind = 0 if front else one.behind(text)
        if front or behind:
            text = text[front : len(text) - behind].strip()
            qualifier = word if word in _QUALIFIERS else qualifier
            force = force if word in _QUALIFIERS else word
    return Cell(text, piece, qualifier, force)
