"""Tables of figures printed one cell to a line: a label, then as many figures as there are headings."""

import re
from collections.abc import Iterator, Sequence

from jalon.core.reading.facts import Span
from jalon.core.reading.structure.cells import Cell, Table, cell
from jalon.core.reading.structure.headings import Column, column_of, names_period

_FIGURE = re.compile(r"[-–—]|(?:ND|N/A|RAS)|[0-9][0-9 .,]*(?:[ ]?(?:%|ha|km|kg|t))?", re.I)
_LABEL = re.compile(r"(?:[^\W\d_]|['(]).{2,}")
_FIGURES = frozenset({Column.FIGURE, Column.MONEY})
_LABELS = frozenset(
    {Column.INDICATOR, Column.PLACE, Column.ACTION, Column.RESULT, Column.POINT, Column.ORGANISATION}
)
_LONGEST = 60
_MOST_COLUMNS = 9


def listed_tables(plain: str, lines: Sequence[Span]) -> Iterator[Table]:
    """Yield the tables whose headings and cells stand one to a line, all but the first of figures."""
    index = 0
    while index < len(lines):
        header = _header(plain, lines, index)
        rows = list(_rows(plain, lines, index + len(header), len(header))) if header else []
        if rows:
            yield Table(tuple(header), tuple(rows))
            index += len(header) * (len(rows) + 1)
        else:
            index += 1


def _header(plain: str, lines: Sequence[Span], index: int) -> list[Cell]:
    """A heading of labels, then two headings of figures or of periods at least."""
    first = _heading(plain, lines[index])
    if first is None or column_of(first.text) not in _LABELS:
        return []
    found = [first]
    for line in lines[index + 1 : index + _MOST_COLUMNS]:
        one = _heading(plain, line)
        if one is None or not (column_of(one.text) in _FIGURES or names_period(one.text)):
            break
        found.append(one)
    return found if len(found) > 2 else []


def _heading(plain: str, line: Span) -> Cell | None:
    if line.end - line.start > _LONGEST:
        return None
    one = cell(plain, line.start, line.end)
    return one if one and "\t" not in one.text and "|" not in one.text else None


def _rows(plain: str, lines: Sequence[Span], index: int, width: int) -> Iterator[tuple[Cell, ...]]:
    while index + width <= len(lines):
        row = tuple(cell(plain, line.start, line.end) for line in lines[index : index + width])
        label, *figures = row
        if not _LABEL.fullmatch(label.text) or len(label.text) > 2 * _LONGEST:
            return
        if not all(_FIGURE.fullmatch(one.text) for one in figures):
            return
        yield row
        index += width
