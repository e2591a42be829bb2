"""Cells under a header that says what their numbers are: `Montant (FCFA)`, `Taux (%)`.

Three layouts: rows between bars (`| a | b |`), rows between tabs, and one cell a line.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from jalon.core.reading.surface import Surface


@dataclass(frozen=True, slots=True)
class Cell:
    """The characters of one cell without blanks and bold marks, and the header above it."""

    start: int
    end: int
    text: str
    header: str


_DIGIT = re.compile(r"[0-9]")
_PIECE = re.compile(r"[^\s*](?:[^\n]*[^\s*])?")
_RULE = re.compile(r"[|\s:=+-]*")
_FIGURE = re.compile(r"[0-9][0-9 .,]*")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_LARGE = re.compile(r"[1-9][0-9]{0,2}(?:[ .][0-9]{3})+|[0-9]{5,}")
_CAPTION = re.compile(r"\ben |\bunit[ée]s? ?:|\(", re.I)
_SUM = re.compile(r"[0-9]{3}(?![0-9])(?<!20[0-9]{2})|[0-9] ?(?:%|F)")
_LONGEST_HEADER, _LONGEST_CELL, _LONGEST_CAPTION = 60, 90, 140
_MOST_COLUMNS = 8


def headed_cells(surface: Surface, header: re.Pattern[str]) -> Iterator[Cell]:
    """Yield the cells with a digit that stand under a header cell in which `header` is found."""
    if not header.search(surface.plain):
        return
    for separator in ("|", "\t"):
        if separator in surface.plain:
            yield from _rows(surface, separator, header)
    yield from _one_a_line(surface, header)


def _rows(surface: Surface, separator: str, header: re.Pattern[str]) -> Iterator[Cell]:
    columns: dict[int, str] = {}
    caption, above = "", -1
    for line in surface.lines:
        start = surface.plain.rfind("\n", 0, line.start) + 1
        text = surface.plain[start : line.end]
        if separator not in text:
            caption = text if _is_caption(text, header) else ""
            above = line.end
            columns = {} if _DIGIT.search(text) or len(text) > _LONGEST_CAPTION else columns
            continue
        if surface.plain.count("\n", max(above, 0), start) > 2:
            columns, caption = {}, ""
        above = line.end
        cells = list(_cells(text, start, separator))
        heads = {i: cell.text for i, cell in enumerate(cells) if _is_header(cell.text, header)}
        if heads and not any(_is_figure(cell.text) for cell in cells):
            columns = heads
        elif columns:
            yield from (
                Cell(cells[i].start, cells[i].end, cells[i].text, title)
                for i, title in columns.items()
                if i < len(cells) and _DIGIT.search(cells[i].text)
            )
        elif caption:
            yield from (Cell(c.start, c.end, c.text, caption) for c in cells[1:] if _LARGE.fullmatch(c.text))


def _cells(line: str, offset: int, separator: str) -> Iterator[Cell]:
    position = offset
    for piece in line.split(separator):
        inner = _PIECE.search(piece)
        start = position + (inner.start() if inner else 0)
        written = inner[0] if inner else ""
        yield Cell(start, start + len(written), written, "")
        position += len(piece) + 1


def _is_header(text: str, header: re.Pattern[str]) -> bool:
    return len(text) <= _LONGEST_HEADER and not _SUM.search(text) and header.search(text) is not None


def _is_caption(text: str, header: re.Pattern[str]) -> bool:
    found = header.search(text) if len(text) <= _LONGEST_CAPTION and not _SUM.search(text) else None
    return found is not None and _CAPTION.search(text, max(0, found.start() - 24), found.end()) is not None


def _is_figure(text: str) -> bool:
    return _FIGURE.fullmatch(text) is not None and not _YEAR.fullmatch(text)


def _one_a_line(surface: Surface, header: re.Pattern[str]) -> Iterator[Cell]:
    """One cell a line: the rows tell how many columns there are, and which of them the header names."""
    texts = [surface.plain[line.start : line.end] for line in surface.lines]
    index = 0
    while index < len(texts):
        if not (_is_cell(texts[index]) and _is_header(texts[index], header)):
            index += 1
            continue
        last = index
        while last < len(texts) and _is_cell(texts[last]):
            last += 1
        for place, title in _headed(texts, index, last, header):
            line = surface.lines[place]
            yield Cell(line.start, line.end, texts[place], title)
        index = last


def _is_cell(text: str) -> bool:
    return (
        len(text) <= _LONGEST_CELL
        and not text.endswith((".", ";", ":"))
        and "\t" not in text
        and "|" not in text
    )


def _headed(texts: list[str], first: int, last: int, header: re.Pattern[str]) -> list[tuple[int, str]]:
    """Places and headers of the best reading of lines as a table: the one with most full rows."""
    figures = next((i for i in range(first, last) if _is_figure(texts[i])), last)
    best: tuple[int, list[tuple[int, str]]] = (0, [])
    for body in range(first + 1, figures + 1):
        for width in range(2, min(_MOST_COLUMNS, body) + 1):
            heads = {i: texts[body - width + i] for i in range(width)}
            named = {i: text for i, text in heads.items() if _is_header(text, header)}
            if body - width > first or not named or any(_is_figure(text) for text in heads.values()):
                continue
            cells = _full_rows(texts, body, last, width, named)
            if len(cells) > best[0]:
                best = (len(cells), cells)
    if best[0] >= 2:
        return best[1]
    return [(i, texts[first]) for i in range(first, last) if _LARGE.fullmatch(texts[i])]


def _full_rows(
    texts: list[str], body: int, last: int, width: int, named: dict[int, str]
) -> list[tuple[int, str]]:
    cells: list[tuple[int, str]] = []
    for start in range(body, last - width + 1, width):
        if _is_figure(texts[start]) or not all(_is_figure(texts[start + i]) for i in named):
            break
        cells += [(start + i, title) for i, title in named.items()]
    return cells
