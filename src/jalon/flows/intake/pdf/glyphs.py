"""The words of a PDF page with their boxes, as pdfium gives its characters."""

import ctypes
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium
from pypdfium2 import PdfTextPage

from jalon.flows.intake.symbols import shown

_WORD = re.compile(r"[^ \r\n]+")
_HYPHEN = re.compile("[\x02\ufffe\uffff]")
_NOTHING = re.compile("[\x00-\x08\x0b-\x1f\x7f\u200b\ufeff]")
_NAME = 64
_HEAVY = 600


class Word(NamedTuple):
    """A word with the box of its letters; `line` counts the lines of pdfium, `size` is in points."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    bold: bool
    line: int
    size: float


def words(text_page: PdfTextPage, turn: "Turn") -> Iterator[Word]:
    """Yield the words of a page in the order they are drawn; a hyphen at a line's end stays one."""
    count = pdfium.FPDFText_CountChars(text_page)
    text = text_page.get_text_range() if count else ""
    if len(text) != count:
        text = "".join(_character(text_page, index) for index in range(count))
    read_box = _Boxes(text_page, turn)
    line = begun = 0
    for match in _WORD.finditer(_HYPHEN.sub("\ufffe", text)):
        line += text.count("\n", begun, match.start())
        begun = match.start()
        start = match.start()
        # A word broken at a line's end is one run of characters for pdfium, with a mark for its hyphen.
        for part in match[0].split("\ufffe"):
            hyphen = start + len(part) < match.end()
            written = _NOTHING.sub("", shown(part)).replace("\u00ad", "-")
            if written or hyphen:
                last = start + len(part) - (0 if hyphen else 1)
                yield read_box.word(written + "-" * hyphen, start, last, line)
            line += hyphen
            start += len(part) + 1


def _character(text_page: PdfTextPage, index: int) -> str:
    code = pdfium.FPDFText_GetUnicode(text_page, index)
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"


class Turn(NamedTuple):
    """How the page is shown: turned by quarters, seen from its crop box."""

    quarters: int
    left: float
    bottom: float
    right: float
    top: float

    @property
    def size(self) -> tuple[float, float]:
        """Width and height as shown."""
        width, height = self.right - self.left, self.top - self.bottom
        return (height, width) if self.quarters % 2 else (width, height)

    def box(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        """Return (left, top, right, bottom) from the upper left corner as shown."""
        if self.quarters == 1:
            return bottom - self.bottom, left - self.left, top - self.bottom, right - self.left
        if self.quarters == 2:
            return self.right - right, bottom - self.bottom, self.right - left, top - self.bottom
        if self.quarters == 3:
            return self.top - top, self.right - right, self.top - bottom, self.right - left
        return left - self.left, self.top - top, right - self.left, self.top - bottom


class _Boxes:
    """Asks for the boxes of characters, with one structure for all."""

    def __init__(self, text_page: PdfTextPage, turn: Turn) -> None:
        self._page = text_page
        self._turn = turn
        self._rect = pdfium.FS_RECTF()
        self._name: Any = ctypes.create_string_buffer(_NAME)
        self._flags = ctypes.c_int()
        self._matrix = pdfium.FS_MATRIX()
        self._font: tuple[int, bool, float] = (-1, False, 0.0)

    def word(self, text: str, first: int, last: int, line: int) -> Word:
        a, b = self._box(first), self._box(last)
        left, top = min(a[0], b[0]), min(a[1], b[1])
        right, bottom = max(a[2], b[2]), max(a[3], b[3])
        bold, size = self._font_of(first, line)
        return Word(text, left, top, right, bottom, bold, line, size)

    def _box(self, index: int) -> tuple[float, float, float, float]:
        pdfium.FPDFText_GetLooseCharBox(self._page, index, self._rect)
        rect = self._rect
        return self._turn.box(rect.left, rect.bottom, rect.right, rect.top)

    def _font_of(self, index: int, line: int) -> tuple[bool, float]:
        """Return whether a line begins in bold, and the size of its letters; asked once a line."""
        if self._font[0] != line:
            name_size = pdfium.FPDFText_GetFontInfo(self._page, index, self._name, _NAME, self._flags)
            name = self._name.value.lower() if name_size <= _NAME else b""
            heavy = pdfium.FPDFText_GetFontWeight(self._page, index) >= _HEAVY
            pdfium.FPDFText_GetMatrix(self._page, index, self._matrix)
            scale = max(abs(self._matrix.d), abs(self._matrix.b))
            size = round(pdfium.FPDFText_GetFontSize(self._page, index) * scale, 1)
            self._font = (line, b"bold" in name or b"black" in name or heavy, size)
        return self._font[1:]
