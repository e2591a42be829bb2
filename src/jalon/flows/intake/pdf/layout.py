"""Pages of lines become one text with its blocks: titles, paragraphs, items, rows, over the page's end too.

Line ends and hyphens stay as printed. The repeated lines of a page stand at its beginning, as asides; after
the end of a paragraph that began on the page before.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from jalon.flows.intake.extraction import ASIDE, Block, Box, Page, TextBuilder
from jalon.flows.intake.pdf.furniture import furniture
from jalon.flows.intake.pdf.lines import beside
from jalon.flows.intake.pdf.pages import Line, PdfPage, Row
from jalon.flows.intake.plain_text import with_heads

_BULLET = re.compile(r"\s*(?:[-–—•*·▪■□○●►➢➤✓✔❖→]|o(?= )|\(?[a-z]\)|\(?[0-9]{1,2}\))\s*\S")
_ONLY_BULLET = re.compile(
    r"[-–—•*·▪■□○●►➢➤✓✔❖→o]|\(?(?:[0-9]{1,2}|[a-zA-Z]|[ivxIVX]{1,4})[.)]|[0-9](?:\.[0-9]+)*\.?"
)
_RANKED = re.compile(r"(?:[0-9]{1,2}[.)]|[0-9](?:\.[0-9]{1,2})+\.?|[IVX]{1,4}[.)]|[A-Z][.)])\s+\S")
_CONTENTS = re.compile(r"(?:\.\s?){4,}\s*\d{1,4}\s*$|…{2,}\s*\d{1,4}\s*$")
_ENDS = (".", ";", ":", "!", "?", "…", "»")
_LARGER = 1.12
_LONGEST_TITLE = 160
_LEADING = 0.75
_ENOUGH = 4
_LEADERS = 120


@dataclass
class Piece:
    """A block that is being made: its lines or its row, with the page of each."""

    kind: str
    lines: list[tuple[int, Line]] = field(default_factory=list)
    row: tuple[int, Row] | None = None
    close: bool = False

    @property
    def last(self) -> Line:
        """Its last line so far."""
        return self.lines[-1][1]


@dataclass(frozen=True)
class Laid:
    """A text with its blocks, pages and boxes."""

    text: str
    blocks: list[Block]
    pages: tuple[Page, ...]
    boxes: tuple[Box, ...]


def lay_out(pages: Sequence[PdfPage]) -> Laid:
    """Return the text of these pages."""
    body = _body_size(pages)
    apart = furniture(pages, body)
    titles = _title_sizes(pages, body, apart)
    pieces: list[Piece] = []
    unread = False
    for at, page in enumerate(pages):
        made = list(
            _pieces(page, [item for i, item in enumerate(page.items) if (at, i) not in apart], body, titles)
        )
        if pieces and made and not unread and _runs_on(pieces[-1], made[0]):
            pieces[-1].lines += made.pop(0).lines
        unread = page.is_image and not page.recognised
        aside = [item for i, item in enumerate(page.items) if (at, i) in apart and isinstance(item, Line)]
        pieces += [Piece(ASIDE, [(page.number, line)], close=n > 0) for n, line in enumerate(aside)]
        pieces += made
    return _written(pieces, pages)


def _sizes(pages: Sequence[PdfPage], apart: set[tuple[int, int]] | None = None) -> Iterator[Line]:
    for at, page in enumerate(pages):
        for index, item in enumerate(page.items):
            if isinstance(item, Line) and (apart is None or (at, index) not in apart):
                yield item


def _body_size(pages: Sequence[PdfPage]) -> float:
    counted: Counter[float] = Counter()
    for line in _sizes(pages):
        counted[round(line.size)] += len(line.text)
    return counted.most_common(1)[0][0] if counted else 0.0


def _title_sizes(pages: Sequence[PdfPage], body: float, apart: set[tuple[int, int]]) -> dict[int, int]:
    """Return the level of a title by the size of its letters: the largest are the first."""
    sizes = {
        round(line.size) for line in _sizes(pages, apart) if line.size > body * _LARGER and line.text.strip()
    }
    return {size: min(level, 5) for level, size in enumerate(sorted(sizes, reverse=True), 1)}


def _pieces(
    page: PdfPage, items: Sequence[Line | list[Row]], body: float, titles: dict[int, int]
) -> Iterator[Piece]:
    lines: list[Line] = []
    for item in items:
        if isinstance(item, Line):
            lines.append(item)
            continue
        yield from _of_lines(page.number, lines, body, titles)
        lines = []
        yield from (Piece("row", row=(page.number, row), close=n > 0) for n, row in enumerate(item))
    yield from _of_lines(page.number, lines, body, titles)


def _of_lines(number: int, lines: Sequence[Line], body: float, titles: dict[int, int]) -> Iterator[Piece]:
    current: Piece | None = None
    rights = _right_edges(lines)
    for cells in _side_by_side(lines):
        if len(cells) > 1:
            if current:
                yield current
            close = current is not None and current.row is not None
            current = Piece("row", row=(number, _as_row(cells)), close=close)
            continue
        line = cells[0]
        kind = _kind(line, body, titles)
        if current and not current.row and _joins(current, line, kind, rights):
            current.lines.append((number, line))
            continue
        if current:
            yield current
        close = current is not None and kind == "li" == current.kind and _gap(current.last, line) < _LEADING
        current = Piece(kind, [(number, line)], close=close)
    if current:
        yield current


def _side_by_side(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Group the lines that stand at the same height; a bullet joins what it stands before."""
    group: list[Line] = []
    for line in lines:
        if group and beside(group[-1], line):
            if len(group) == 1 and _ONLY_BULLET.fullmatch(group[0].text):
                first = group[0]
                group[0] = line._replace(
                    text=f"{first.text} {line.text}", left=first.left, top=min(first.top, line.top)
                )
            else:
                group.append(line)
            continue
        if group:
            yield group
        group = [line]
    if group:
        yield group


def _as_row(cells: Sequence[Line]) -> Row:
    return Row(
        tuple(cell.text for cell in cells),
        min(cell.left for cell in cells),
        min(cell.top for cell in cells),
        max(cell.right for cell in cells),
        max(cell.bottom for cell in cells),
    )


def _kind(line: Line, body: float, titles: dict[int, int]) -> str:
    short = len(line.text) <= _LONGEST_TITLE
    if _CONTENTS.search(line.text[-_LEADERS:]):
        return ASIDE
    if short and line.size > body * _LARGER and any(map(str.isalpha, line.text)):
        return f"h{titles.get(round(line.size), 5)}"
    if _BULLET.match(line.text):
        return "li"
    if short and line.bold and not line.text.endswith(_ENDS) and any(map(str.isalpha, line.text)):
        return f"h{min(len(titles) + 1, 6)}"
    return "li" if _RANKED.match(line.text) else "p"


def _gap(above: Line, line: Line) -> float:
    """Return the blank between two lines, in sizes of a letter."""
    return (line.top - above.bottom) / max(above.size, above.height, 1)


def _joins(piece: Piece, line: Line, kind: str, rights: dict[int, float]) -> bool:
    """Whether a line goes on with the block above."""
    above = piece.last
    if piece.kind == ASIDE or kind == ASIDE or not -1.5 < _gap(above, line) < _LEADING:
        return False
    if abs(above.size - line.size) > 0.12 * above.size or (kind == "li" and _starts_item(line, above)):
        return False
    if piece.kind.startswith("h") or kind.startswith("h"):
        return piece.kind == kind and len(piece.lines) < 3 and not _RANKED.match(line.text)
    if line.text[:1].islower():
        return True
    if above.text.endswith(("-", ",", "’", "'", "(")):
        return True
    width = rights.get(_column(line), line.right) - above.right
    fits = _first_word(line) + above.size * 0.4 < width
    return not fits or (not above.text.endswith(_ENDS) and width < above.size * 4)


def _starts_item(line: Line, above: Line) -> bool:
    """Whether it is an item, not a line of one that happens to begin with a dash or « 12) »."""
    return not line.text[:1].isalnum() or above.text.endswith(_ENDS) or bool(_RANKED.match(line.text))


def _first_word(line: Line) -> float:
    word = line.text.split(" ", 1)[0]
    return (line.right - line.left) * len(word) / max(len(line.text), 1)


def _column(line: Line) -> int:
    return round(line.left / 60)


def _right_edges(lines: Iterable[Line]) -> dict[int, float]:
    """Return how far lines go to the right, by where they begin; few lines look at those on their left."""
    counts: Counter[int] = Counter()
    edges: dict[int, float] = {}
    for line in lines:
        counts[_column(line)] += 1
        edges[_column(line)] = max(edges.get(_column(line), 0.0), line.right)
    return {
        column: right if counts[column] >= _ENOUGH else max(edges.get(column - n, 0.0) for n in range(3))
        for column, right in edges.items()
    }


def _runs_on(last: Piece, first: Piece) -> bool:
    """Whether the first block of a page is the end of the last one of the page before."""
    if last.row or first.row or last.kind not in {"p", "li"} or first.kind != "p":
        return False
    above, line = last.last, first.lines[0][1]
    goes_on = line.text[:1].islower() or above.text.endswith("-")
    return goes_on and not above.text.endswith((".", "!", "?", ";")) and abs(above.size - line.size) < 1.5


def _written(pieces: Sequence[Piece], pages: Sequence[PdfPage]) -> Laid:
    built = TextBuilder()
    starts: dict[int, int] = {}
    boxes: list[Box] = []
    for piece in pieces:
        parts = [(number, line.text) for number, line in piece.lines]
        if piece.row:
            parts = [(piece.row[0], "\t".join(piece.row[1].cells))]
        built.add(piece.kind, "\n".join(text for _number, text in parts), apart=not piece.close)
        position = built.blocks[-1][1]
        for number, text in parts:
            starts.setdefault(number, position)
            position += len(text) + 1
        boxes += _boxes(piece, built.blocks[-1][1])
    text = built.content
    return Laid(text, with_heads(text, built.blocks), _page_map(starts, pages, len(text)), tuple(boxes))


def _page_map(starts: dict[int, int], pages: Sequence[PdfPage], length: int) -> tuple[Page, ...]:
    recognised = {page.number for page in pages if page.recognised}
    numbers = sorted(starts)
    ends = [*(starts[number] for number in numbers[1:]), length][: len(numbers)]
    return tuple(
        Page(starts[number], end, number, number in recognised)
        for number, end in zip(numbers, ends, strict=True)
    )


def _boxes(piece: Piece, start: int) -> Iterator[Box]:
    """Yield the box of a block, one a page it stands on."""
    if piece.row:
        number, row = piece.row
        length = sum(map(len, row.cells)) + len(row.cells) - 1
        yield Box(start, start + length, number, *(round(side) for side in row[1:]))
    for number, group in groupby(piece.lines, key=lambda one: one[0]):
        lines = [line for _number, line in group]
        end = start + sum(len(line.text) + 1 for line in lines) - 1
        yield Box(
            start, end, number,
            round(min(line.left for line in lines)), round(min(line.top for line in lines)),
            round(max(line.right for line in lines)), round(max(line.bottom for line in lines)),
        )  # fmt: skip
        start = end + 1
