"""Tables whose cells are told apart by a sign: tabs, or Markdown's upright strokes."""

import re
from collections.abc import Iterator, Sequence

from jalon.core.reading.facts import Span
from jalon.core.reading.structure.cells import Cell, Table, cell, filled, is_header
from jalon.core.reading.structure.headings import Column, column_of, names_period

_TAB_LINE = re.compile(r"^[^\n\t]*\t[^\n]*$", re.MULTILINE)
_PIPE_LINE = re.compile(r"^[ \t]*\|[^\n]*$|^[^\n|]+\|[^\n|]+\|[^\n]*$", re.MULTILINE)
_PIPE_RULE = re.compile(r"[\s|:=+-]*")
_ROW_NUMBER = re.compile(r"\s*[0-9]{1,3}\s*[.)]?\s*")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_LONGEST_GAP = 400


def tab_tables(plain: str) -> Iterator[Table]:
    """Yield the tables whose cells are separated by tabs; an empty line or a cut cell does not end one."""
    for group in _groups(plain, list(_spans(_TAB_LINE, plain))):
        rows = [_cells(plain, line, "\t") for line in group]
        yield from _tables(plain, rows)


def pipe_tables(plain: str) -> Iterator[Table]:
    """Yield the tables drawn with upright strokes."""
    lines = list(_spans(_PIPE_LINE, plain))
    group: list[list[Cell]] = []
    last = -1
    for line in lines:
        if last >= 0 and plain.count("\n", last, line.start) > 1:
            yield from _tables(plain, group)
            group = []
        last = line.end
        if _PIPE_RULE.fullmatch(plain, line.start, line.end):
            continue
        cells = _cells(plain, _inside(plain, line), "|")
        if not _is_sheet(cells):
            group.append(cells)
    if group:
        yield from _tables(plain, group)


_LABELLED = re.compile(r"[^\W\d][^:|]{2,28}\s?:\s?\S")


def _is_sheet(cells: list[Cell]) -> bool:
    """A line that says each of its cells by name is no row: `Recommandation : … | Responsable : …`."""
    return len(cells) > 1 and all(_LABELLED.match(cell.text) for cell in cells if cell)


def _inside(plain: str, line: Span) -> Span:
    start, end = line.start, line.end
    while start < end and plain[start] in " \t":
        start += 1
    while end > start and plain[end - 1] in " \t":
        end -= 1
    return Span(start + (plain[start] == "|"), end - (plain[end - 1] == "|" and end - start > 1))


def _spans(pattern: re.Pattern[str], plain: str) -> Iterator[Span]:
    for match in pattern.finditer(plain):
        if match[0].strip():
            yield Span(match.start(), match.end())


def _cells(plain: str, line: Span, sign: str) -> list[Cell]:
    found: list[Cell] = []
    start = line.start
    for end in (*_positions(plain, sign, line), line.end):
        found.append(cell(plain, start, end))
        start = end + 1
    return found


def _positions(plain: str, sign: str, line: Span) -> Iterator[int]:
    at = plain.find(sign, line.start, line.end)
    while at >= 0:
        yield at
        at = plain.find(sign, at + 1, line.end)


def _groups(plain: str, lines: Sequence[Span]) -> Iterator[list[Span]]:
    """Rows of one table: under one another, with only an empty line or the rest of a cell between."""
    group: list[Span] = []
    for line in lines:
        if group and not _goes_on(plain, group[-1].end, line.start):
            yield group
            group = []
        if group and _is_rest(plain, group, line):
            group[-1] = Span(group[-1].start, line.end)
        else:
            group.append(line)
    if group:
        yield group


def _goes_on(plain: str, end: int, start: int) -> bool:
    between = plain[end:start] if start - end <= _LONGEST_GAP else "x\n\n"
    return (
        between.count("\n") <= 3
        if not between.strip()
        else "\n\n" not in between and between.count("\n") <= 5
    )


def _is_rest(plain: str, group: Sequence[Span], line: Span) -> bool:
    """Whether a line goes on with a row whose cell was cut: together they are as wide as the first row."""
    above = group[-1]
    if plain[above.end : line.start].strip(" \n") and len(group) > 1:
        return _tabs(plain, above) + _tabs(plain, line) <= _tabs(plain, group[0])
    if len(group) < 2 or plain.count("\n", above.end, line.start) > 1:
        return False
    fits = _tabs(plain, above) + _tabs(plain, line) <= _tabs(plain, group[0])
    return fits and not _ROW_NUMBER.match(plain[line.start : plain.find("\t", line.start)] + "\t")


def _is_figure(text: str) -> bool:
    return any(map(str.isdigit, text)) and not names_period(text)


def _only_years(row: Sequence[Cell]) -> bool:
    """Whether every cell but the first is a year: headings only over other figures."""
    return all(_YEAR.fullmatch(one.text) for one in row[1:] if one)


def _tabs(plain: str, line: Span) -> int:
    return plain.count("\t", line.start, line.end)


def _tables(plain: str, rows: Sequence[Sequence[Cell]]) -> Iterator[Table]:
    """Cut rows where other headings begin, and give each table its header."""
    rows = _spanned(rows)
    start = 0
    for index in range(1, len(rows) + 1):
        if index == len(rows) or is_header(rows[index]):
            if table := _table(rows[start:index]):
                yield table
            start = index


def _spanned(rows: Sequence[Sequence[Cell]]) -> Sequence[Sequence[Cell]]:
    """Headings on two lines made one: each of the lower says too what the one over it does."""
    found: list[Sequence[Cell]] = []
    index = 0
    while index < len(rows):
        upper = rows[index]
        lower = rows[index + 1] if index + 1 < len(rows) else ()
        if _spans_over(upper, lower):
            found.append(_under(upper, lower))
            index += 1
        else:
            found.append(upper)
        index += 1
    return found


def _spans_over(upper: Sequence[Cell], lower: Sequence[Cell]) -> bool:
    """Whether a row with holes is headings over those of the next, that leaves their first column empty."""
    if not lower or not upper or not upper[0] or lower[0] or all(upper):
        return False
    words = [one.text for one in (*upper, *lower) if one]
    named = [one.text for one in lower if one]
    known = [one for one in named if column_of(one) is not None or names_period(one) or len(one) == 1]
    return len(named) > 1 and len(known) == len(named) and not any(map(_is_figure, words))


def _under(upper: Sequence[Cell], lower: Sequence[Cell]) -> list[Cell]:
    found: list[Cell] = []
    over = ""
    for index, one in enumerate(lower):
        above = upper[index] if index < len(upper) else None
        over = above.text if above else over
        if not one:
            found.append(above if above else one)
        else:
            found.append(Cell(one.start, one.end, f"{over} {one.text}".strip()))
    return found


def _table(rows: Sequence[Sequence[Cell]]) -> Table | None:
    width = max((len(row) for row in rows), default=0)
    if width < 2 or len(rows) < 2:
        return None
    if is_header(rows[0]):
        width = max(len(rows[0]), 2)
    even = [filled(row, width) for row in rows]
    if _heads(even):
        return Table(even[0], tuple(even[1:]))
    return Table((), tuple(even))


def _heads(rows: Sequence[Sequence[Cell]]) -> bool:
    """The first row is headings: known ones, or words over columns of figures."""
    if is_header(rows[0]):
        return True
    if len(rows) < 2 or any(_is_figure(one.text) for one in rows[0][1:]):
        return False
    if _only_years(rows[0]) and (len(rows[0]) < 3 or _only_years(rows[1]) or rows[0][0].text[:1].isdigit()):
        return False
    if column_of(rows[0][0].text) is Column.NUMBER:
        return True
    below = [one.text[:1].isdigit() for row in rows[1:3] for one in row[1:]]
    return any(below) and any(one for one in rows[0][1:])
