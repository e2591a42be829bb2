"""The ruled tables of a PDF page: pdfplumber's way of joining lines into cells, on the lines pdfium draws.

pdfplumber's own reading of the page is not used: it is far slower, and only pages with rules come here.
"""

import ctypes
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Any

import pypdfium2.raw as pdfium
from pdfplumber.table import cells_to_tables, edges_to_intersections, intersections_to_cells, merge_edges
from pypdfium2 import PdfPage as Page

from jalon.flows.intake.pdf.glyphs import Turn, Word
from jalon.flows.intake.pdf.pages import Row

Edge = dict[str, Any]
Cell = tuple[float, float, float, float]

MOST_PATHS = 6_000
_MOST_EDGES = 700
_MOST_POINTS = 2_500
_FEWEST = 2
_THIN = 2.5
_SHORTEST = 4.0
_CLOSE = 3.0
_HALF = 1.0


def tables(page: Page, turn: Turn) -> list[list[Cell]]:
    """Return the cells of each ruled table: at least two rows or columns of them."""
    edges = _edges(page, turn)
    if _too_few(edges) or len(edges) > MOST_PATHS:
        return []
    merged = merge_edges(edges, _CLOSE, _CLOSE, _CLOSE, _CLOSE)
    if _too_few(merged) or len(merged) > _MOST_EDGES:
        return []
    points = edges_to_intersections(merged, _CLOSE, _CLOSE)
    if len(points) > _MOST_POINTS:
        return []
    found = [table for table in cells_to_tables(intersections_to_cells(points)) if len(table) > 1]
    return [sorted(table, key=lambda cell: (cell[1], cell[0])) for table in found]


def _too_few(edges: Sequence[Edge]) -> bool:
    upright = sum(edge["orientation"] == "v" for edge in edges)
    return bool(upright < _FEWEST or len(edges) - upright < _FEWEST)


def _edges(page: Page, turn: Turn) -> list[Edge]:
    edges: list[Edge] = []
    for number, path in enumerate(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=1)):
        if number > MOST_PATHS:
            return []
        left, top, right, bottom = turn.box(*path.get_bounds())
        width, height = right - left, bottom - top
        if height <= _THIN and width >= _SHORTEST:
            edges.append(_edge("h", left, right, (top + bottom) / 2))
        elif width <= _THIN and height >= _SHORTEST:
            edges.append(_edge("v", top, bottom, (left + right) / 2))
        elif width > _THIN and height > _THIN:
            edges.extend(_sides(path, turn))
    return edges


def _edge(orientation: str, first: float, last: float, at: float) -> Edge:
    if orientation == "h":
        found = {"x0": first, "x1": last, "top": at, "bottom": at}
    else:
        found = {"x0": at, "x1": at, "top": first, "bottom": last}
    size = {"width": found["x1"] - found["x0"], "height": found["bottom"] - found["top"]}
    return {"object_type": "line", "orientation": orientation, **found, **size}


def _sides(path: Any, turn: Turn) -> Iterable[Edge]:
    """Yield the straight lines of a path that strokes several (a grid, a rectangle)."""
    stroke, fill = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, fill, stroke)
    count = pdfium.FPDFPath_CountSegments(path)
    if not stroke.value or count > _MOST_EDGES:
        return
    matrix = path.get_matrix()
    x, y = ctypes.c_float(), ctypes.c_float()
    begun = last = (0.0, 0.0)
    for index in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        here = matrix.on_point(x.value, y.value)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            begun = here
        elif kind == pdfium.FPDF_SEGMENT_LINETO:
            yield from _straight(last, here, turn)
        last = here
        if pdfium.FPDFPathSegment_GetClose(segment):
            yield from _straight(last, begun, turn)


def _straight(a: tuple[float, float], b: tuple[float, float], turn: Turn) -> Iterable[Edge]:
    left, top, right, bottom = turn.box(min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1]))
    if bottom - top <= _THIN and right - left >= _SHORTEST:
        yield _edge("h", left, right, (top + bottom) / 2)
    elif right - left <= _THIN and bottom - top >= _SHORTEST:
        yield _edge("v", top, bottom, (left + right) / 2)


def bounds(table: Sequence[Cell]) -> Cell:
    """Return the box around a table."""
    return (
        min(cell[0] for cell in table), min(cell[1] for cell in table),
        max(cell[2] for cell in table), max(cell[3] for cell in table),
    )  # fmt: skip


def inside(word: Word, box: Cell) -> bool:
    """Return whether the middle of a word stands in a box."""
    x, y = (word.left + word.right) / 2, (word.top + word.bottom) / 2
    return box[0] - _HALF <= x <= box[2] + _HALF and box[1] - _HALF <= y <= box[3] + _HALF


def rows(table: Sequence[Cell], held: Sequence[Word]) -> list[Row]:
    """Put the words of a table in its cells, and return its rows with a cell a column."""
    lefts = _starts(cell[0] for cell in table)
    tops = _starts(cell[1] for cell in table)
    grid: list[list[list[Word]]] = [[[] for _left in lefts] for _top in tops]
    for word in held:
        cell = next((one for one in table if inside(word, one)), None)
        if cell is not None:
            grid[_index(tops, cell[1])][_index(lefts, cell[0])].append(word)
    left, _top, right, bottom = bounds(table)
    ends = [*tops[1:], bottom]
    return [
        Row(tuple(_written(cell) for cell in line), left, top, right, end)
        for line, top, end in zip(grid, tops, ends, strict=True)
        if any(line)
    ]


def _written(held: Sequence[Word]) -> str:
    text, line = "", held[0].line if held else 0
    for word in held:
        broken = text.endswith("-") and word.line != line and word.text[:1].islower()
        text += word.text if broken or not text else f" {word.text}"
        line = word.line
    return text


def _starts(values: Iterable[float]) -> list[float]:
    found: list[float] = []
    for value in sorted(values):
        if not found or value > found[-1] + _CLOSE:
            found.append(value)
    return found


def _index(starts: Sequence[float], value: float) -> int:
    return max(0, bisect_right(starts, value + _CLOSE / 2) - 1)
