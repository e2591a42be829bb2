"""What .docx and .odt files have in common: blocks in the order of the document, tables, pages, labels."""

import re
from collections.abc import Sequence

from jalon.flows.intake.extraction import Found, Page, TextBuilder
from jalon.flows.intake.plain_text import with_heads

PAGE_BREAK = "\f"
"""Where the word processor last saw a page begin; it never stays in the text."""

_BLANKS = re.compile(r"[ \t\r]+")
_WIDEST_SPAN = 60
_WIDEST_ROW = 400


class OfficeText:
    """Builds the text of an office document: lines within a block are kept, tabs in it become spaces."""

    def __init__(self) -> None:
        self._built = TextBuilder()
        self._starts = [0]
        self._close = ""

    def add(self, kind: str, text: str) -> None:
        """Add a title, a paragraph, an item or an aside."""
        text = "\n".join(_BLANKS.sub(" ", line).strip(" ") for line in text.split("\n")).strip("\n ")
        self._put(kind, text, apart=not (kind == "li" and self._close == "li"))

    def row(self, kind: str, cells: Sequence[str]) -> None:
        """Add a row of a table; its cells are on one line, separated by tabs."""
        new_page = any(PAGE_BREAK in cell for cell in cells)
        shown = [" ".join(cell.replace(PAGE_BREAK, " ").split()) for cell in cells[:_WIDEST_ROW]]
        if any(shown):
            text = (PAGE_BREAK if new_page else "") + "\t".join(shown)
            self._put(kind, text, apart=self._close != "row")

    def end_table(self) -> None:
        """The next row begins another table."""
        self._close = ""

    def page_break(self) -> None:
        """A page begins before the next block."""
        self._starts.append(self._built.length)

    def _put(self, kind: str, text: str, *, apart: bool) -> None:
        pieces = text.split(PAGE_BREAK)
        text = "".join(pieces)
        before = self._built.length
        self._built.add(kind, text, apart=apart)
        position = self._built.blocks[-1][1] if text and self._built.length > before else before
        for piece in pieces[:-1]:
            position += len(piece)
            self._starts.append(position)
        if text:
            self._close = "row" if kind in {"row", "head"} else kind

    def found(self) -> Found:
        """Return what was built; its pages only when the file says where one begins."""
        text = self._built.content
        blocks = with_heads(text, self._built.blocks)
        return Found(text, blocks, "utf-8", [], pages=self._pages(len(text)))

    def _pages(self, length: int) -> tuple[Page, ...]:
        if len(self._starts) == 1:
            return ()
        ends = [*self._starts[1:], length]
        spans = zip(self._starts, ends, strict=True)
        return tuple(Page(start, end, number) for number, (start, end) in enumerate(spans, 1) if end > start)


def spanned(text: str, columns: str) -> list[str]:
    """Return a cell with the empty ones it covers to its right."""
    count = int(columns) if columns.isascii() and columns.isdigit() else 1
    return [text, *[""] * (min(count, _WIDEST_SPAN) - 1)]


def label(number: int, style: str) -> str:
    """Write a list number: `decimal`, `lowerLetter`, `upperLetter`, `lowerRoman` or `upperRoman`."""
    if style in {"lowerLetter", "upperLetter"} and number > 0:
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 % 5 + 1)
        return letter if style == "lowerLetter" else letter.upper()
    if style in {"lowerRoman", "upperRoman"} and 0 < number < 4000:
        roman = _roman(number)
        return roman if style == "lowerRoman" else roman.upper()
    return f"{number:02}" if style == "decimalZero" else str(number)


def _roman(number: int) -> str:
    written = ""
    for value, mark in _ROMAN:
        written += mark * (number // value)
        number %= value
    return written


_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
