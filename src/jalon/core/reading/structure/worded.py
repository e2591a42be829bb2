"""Tables of words with a sign between their cells, known by their headings: `N° ; Action ; Responsable`."""

import re
from collections.abc import Iterator, Sequence

from jalon.core.reading.facts import Span
from jalon.core.reading.structure.cells import Cell, Table, cell, filled, is_header
from jalon.core.reading.structure.headings import Column, column_of

_SIGNS = (";", " – ", " — ", " - ", " / ", " = ")
_TOLD = frozenset({Column.ACTION, Column.NAME, Column.POINT})
_LEAST = 3
_FAR = 2


def worded_tables(plain: str, lines: Sequence[Span]) -> Iterator[Table]:
    """Yield the tables whose heading line has at least three cells, two of them known, one of whom or what.

    A row has as many cells as the headings; the last ones may be missing, at most half of them.
    """
    for place, line in enumerate(lines):
        sign = next((one for one in _SIGNS if plain.count(one, line.start, line.end) >= _LEAST - 1), "")
        if not sign:
            continue
        header = _cells(plain, line, sign)
        if not is_header(header) or not _TOLD & {column_of(one.text) for one in header}:
            continue
        below = list(_rows(plain, lines[place:], sign, len(header)))
        if below:
            yield Table(header, tuple(filled(_cells(plain, row, sign), len(header)) for row in below))


def _rows(plain: str, lines: Sequence[Span], sign: str, width: int) -> Iterator[Span]:
    """The lines right under the headings that are cut as they are."""
    above = lines[0]
    for line in lines[1:]:
        cut = len(plain[line.start : line.end].rstrip(" .;").split(sign))
        near = plain.count("\n", above.end, line.start) <= _FAR
        if not near or cut > width or cut * 2 < width or not re.match(r"\w|[-•*]", plain[line.start]):
            return
        yield line
        above = line


def _cells(plain: str, line: Span, sign: str) -> tuple[Cell, ...]:
    found: list[Cell] = []
    start = line.start
    while (at := plain.find(sign, start, line.end)) >= 0:
        found.append(cell(plain, start, at))
        start = at + len(sign)
    found.append(cell(plain, start, line.end))
    return tuple(found)
