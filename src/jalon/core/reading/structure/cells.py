"""A table as it was recognised in a text: headings and rows of cells, each with its characters."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from jalon.core.reading.structure.headings import Column, column_of


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its characters [start, end[ (of its first line where others stand between) and all its text.

    An empty cell has no characters: `start == end`.
    """

    start: int
    end: int
    text: str

    def __bool__(self) -> bool:
        return bool(self.text)


@dataclass(frozen=True)
class Table:
    """A table: its header (empty when it shows none) and its rows, each as wide as the table.

    `title` is the line above that says what its figures are, where it was needed to know the table.
    """

    header: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    title: Cell | None = None

    @cached_property
    def start(self) -> int:
        """Where its first cell starts."""
        return min(cell.start for row in (self.header, *self.rows) for cell in row)

    @cached_property
    def end(self) -> int:
        """Where its last cell ends."""
        return max(cell.end for row in (self.header, *self.rows) for cell in row)

    @cached_property
    def columns(self) -> tuple[Column | None, ...]:
        """What each column holds, as far as its heading is known."""
        return tuple(column_of(cell.text) for cell in self.header)

    def index(self, *wanted: Column) -> int | None:
        """Return where the first of these columns stands."""
        columns = self.columns
        for column in wanted:
            if column in columns:
                return columns.index(column)
        return None

    def heading_of(self, cell: Cell) -> str:
        """Return the heading over a cell of this table, empty without one."""
        for row in self.rows:
            for heading, one in zip(self.header, row, strict=False):
                if one is cell:
                    return heading.text
        return ""


def cell(plain: str, start: int, end: int) -> Cell:
    """Return the cell of these characters, without the blanks and the emphasis marks around them."""
    while start < end and plain[start] in _AROUND:
        start += 1
    while end > start and plain[end - 1] in _AROUND:
        end -= 1
    return Cell(start, end, " ".join(plain[start:end].replace("**", "").split()))


def joined(cells: Sequence[Cell], *, contiguous: bool = True) -> Cell:
    """Return one cell for pieces that were cut over lines; the first's characters when not contiguous."""
    kept = [one for one in cells if one]
    if not kept:
        return cells[0]
    text = " ".join(one.text for one in kept)
    return Cell(kept[0].start, kept[-1].end if contiguous else kept[0].end, text)


def filled(row: Sequence[Cell], width: int) -> tuple[Cell, ...]:
    """Return a row as wide as its table: empty cells at its end, surplus ones joined into the last."""
    if len(row) > width:
        return (*row[: width - 1], joined(row[width - 1 :]))
    end = row[-1].end
    return (*row, *(Cell(end, end, "") for _ in range(width - len(row))))


def is_header(row: Sequence[Cell]) -> bool:
    """Return whether a row shows known headings: most of its cells, at least two."""
    shown = [one for one in row if one]
    known = sum(column_of(one.text) is not None for one in shown)
    return known >= 2 and known * 2 >= len(shown)


_AROUND = " \t\n*|"
