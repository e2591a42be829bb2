"""Reads a PDF in a process of its own: its bytes come in, a JSON line a page goes out.

A file from outside may make its reader spin, swell or fall: here it can do so without harm. The limits of
the process end it; whoever started it sees that no last line came. Nothing of Django is loaded.
"""

import json
import re
import sys
from collections.abc import Iterator
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from jalon.flows.intake.pdf import ruled
from jalon.flows.intake.pdf.glyphs import Turn, Word, words
from jalon.flows.intake.pdf.lines import in_order, lines_of
from jalon.flows.intake.pdf.pages import Line, PdfPage, Row

try:
    import resource
except ImportError:  # Windows has no such limits; the time of the caller still holds.
    resource = None  # type: ignore[assignment]

MOST_PAGES = 3_000
MOST_CHARACTERS = 150_000
MOST_WRITTEN = 15_000_000
_SECONDS = 150
_MEMORY = 1_500_000_000
_FEW_CHARACTERS = 25
_IMAGE_SHARE = 0.4
_MOST_OBJECTS = 300
_PRIVATE = re.compile("[\ue000-\uf8ff\ufffd]")
_STRANGE = 0.3
_DOTS = 300 / 72
_MOST_PIXELS = 40_000_000


def read_page(page: pypdfium2.PdfPage, number: int) -> PdfPage:
    """Return the lines and tables of a page, in reading order."""
    turn = _turn(page)
    text_page = page.get_textpage()
    try:
        if text_page.count_chars() > MOST_CHARACTERS:
            return PdfPage(number, *turn.size, is_image=True)
        found = list(words(text_page, turn))
    finally:
        text_page.close()
    shown = sum(len(word.text) for word in found)
    strange = sum(len(_PRIVATE.findall(word.text)) for word in found)
    if strange > shown * _STRANGE or (shown < _FEW_CHARACTERS and _has_large_image(page, turn)):
        return PdfPage(number, *turn.size, is_image=True)
    return PdfPage(number, *turn.size, _items(found, ruled.tables(page, turn) if found else []))


def _items(found: list[Word], tables: list[list[ruled.Cell]]) -> list[Line | list[Row]]:
    """Return the lines and the tables, each table where its first word is drawn."""
    items: list[Line | list[Row]] = []
    run: list[Word] = []
    held: dict[int, list[Word]] = {}
    boxes = [ruled.bounds(table) for table in tables]
    for word in found:
        at = next((index for index, box in enumerate(boxes) if ruled.inside(word, box)), None)
        if at is None:
            run.append(word)
            continue
        if at not in held:
            items += in_order(lines_of(run))
            items.append([])
            held[at] = []
            run = []
        held[at].append(word)
    items += in_order(lines_of(run))
    filled = iter(ruled.rows(tables[at], inside) for at, inside in held.items())
    return [next(filled) if isinstance(item, list) else item for item in items]


def _turn(page: pypdfium2.PdfPage) -> Turn:
    return Turn(page.get_rotation() // 90 % 4, *page.get_bbox())


def _has_large_image(page: pypdfium2.PdfPage, turn: Turn) -> bool:
    width, height = turn.size
    covered = 0.0
    for number, image in enumerate(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3)):
        left, bottom, right, top = image.get_bounds()
        covered += max(0.0, right - left) * max(0.0, top - bottom)
        if number > _MOST_OBJECTS:
            break
    return covered > width * height * _IMAGE_SHARE


def _said(content: bytes) -> Iterator[dict[str, Any]]:
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        locked = getattr(error, "err_code", None) == pdfium.FPDF_ERR_PASSWORD
        yield {"error": "encrypted" if locked else "damaged"}
        return
    if len(document) > MOST_PAGES:
        yield {"error": "too_many_pages"}
        return
    written = 0
    for index in range(len(document)):
        if written > MOST_WRITTEN:
            yield {"error": "too_long"}
            return
        try:
            page = document[index]
        except pypdfium2.PdfiumError:
            yield {"unreadable": index + 1}
            continue
        read = read_page(page, index + 1)
        page.close()
        written += sum(len(item) if isinstance(item, list) else len(item.text) for item in read.items)
        yield read.to_json()
    yield {"pages": len(document)}


def _render(content: bytes, number: int) -> None:
    """Write a page as a grey picture (PGM) of 300 dots an inch, less for a very large page."""
    page = pypdfium2.PdfDocument(content)[number - 1]
    width, height = page.get_size()
    scale = min(_DOTS, (_MOST_PIXELS / max(width * height, 1)) ** 0.5)
    bitmap = page.render(scale=scale, grayscale=True)
    sys.stdout.buffer.write(f"P5 {bitmap.width} {bitmap.height} 255\n".encode())
    lines = memoryview(bitmap.buffer).cast("B")
    for row in range(bitmap.height):
        sys.stdout.buffer.write(lines[row * bitmap.stride : row * bitmap.stride + bitmap.width])


def main() -> None:
    """Read standard input; with a page number as argument, draw that page instead."""
    if resource is not None:
        resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    content = sys.stdin.buffer.read()
    if len(sys.argv) > 1:
        _render(content, int(sys.argv[1]))
        return
    for one in _said(content):
        sys.stdout.write(json.dumps(one, ensure_ascii=True) + "\n")


if __name__ == "__main__":
    main()
