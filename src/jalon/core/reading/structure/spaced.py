"""Tables whose columns are only told apart by several spaces, as a PDF printed to text shows them."""

import re
from collections.abc import Iterator, Sequence

from jalon.core.reading.structure.cells import Cell, Table, cell, is_header, joined
from jalon.core.reading.structure.headings import column_of, names_period

_GAP = re.compile(r"[ ]{2,}")
_LINE = re.compile(r"^[^\n\t]*\S[ ]{2,}\S[^\n\t]*$", re.MULTILINE)
_NUMBERED = re.compile(r"[0-9]{1,3}\s?[.)]?")
_MOST_EMPTY = 2


def spaced_tables(plain: str) -> Iterator[Table]:
    """Yield the tables with known headings whose columns stand under them, two spaces or more apart."""
    done = 0
    for match in _LINE.finditer(plain):
        if match.start() < done:
            continue
        header = _chunks(plain, match.start(), match.end())
        if not _is_spaced_header(header):
            continue
        rows, done = _rows(plain, match.end(), header, match.start())
        if rows:
            yield Table(tuple(header), tuple(rows))


def _is_spaced_header(header: Sequence[Cell]) -> bool:
    known = sum(column_of(one.text) is not None or names_period(one.text) for one in header)
    return is_header(header) and known >= len(header) - 1


def _chunks(plain: str, start: int, end: int) -> list[Cell]:
    found: list[Cell] = []
    for gap in _GAP.finditer(plain, start, end):
        if one := cell(plain, start, gap.start()):
            found.append(one)
        start = gap.end()
    if one := cell(plain, start, end):
        found.append(one)
    return found


def _rows(plain: str, start: int, header: Sequence[Cell], origin: int) -> tuple[list[tuple[Cell, ...]], int]:
    """Read lines under the header until one that is no row; return the rows and where they end."""
    edges = [one.start - origin for one in header]
    rows: list[list[list[Cell]]] = []
    empty, done = 0, start
    for line in re.finditer(r"\n([^\n]*)", plain[start:]):
        begin, end = start + line.start(1), start + line.end(1)
        chunks = _chunks(plain, begin, end)
        if not chunks:
            empty += 1
            if empty > _MOST_EMPTY:
                break
            continue
        places = [_column(edges, chunk.start - begin) for chunk in chunks]
        first = places[0] == 0
        if len(set(places)) < len(places) or (first and not _starts_row(chunks, edges)):
            break
        if first or (empty and len(chunks) > 1) or not rows:
            if not first and not rows:
                break
            rows.append([[] for _ in edges])
        elif empty and len(chunks) == 1 and chunks[0].start - begin < edges[1]:
            break
        for place, chunk in zip(places, chunks, strict=True):
            rows[-1][place].append(chunk)
        empty, done = 0, end
    return [_row(row) for row in rows], done


def _starts_row(chunks: Sequence[Cell], edges: Sequence[int]) -> bool:
    return len(chunks) > 1 or (len(edges) > 1 and bool(_NUMBERED.fullmatch(chunks[0].text)))


def _column(edges: Sequence[int], at: int) -> int:
    """The last column that starts left of here, a little shift allowed."""
    found = 0
    for index, edge in enumerate(edges):
        if at >= edge - 2:
            found = index
    return found


def _row(pieces: Sequence[Sequence[Cell]]) -> tuple[Cell, ...]:
    found: list[Cell] = []
    end = next(piece[0].start for piece in pieces if piece)
    for piece in pieces:
        found.append(joined(piece, contiguous=False) if piece else Cell(end, end, ""))
        end = found[-1].end
    return tuple(found)
