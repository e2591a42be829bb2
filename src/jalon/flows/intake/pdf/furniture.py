"""What pages repeat around their text: running heads and feet, and page numbers.

They are kept in the text, apart, so that no page number is read as a figure.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import chain

from jalon.flows.intake.pdf.pages import Line, PdfPage

_MARGIN = 0.13
_MOST_LINES = 4
_DIGITS = re.compile(r"\d+")
_NUMBER = re.compile(
    r"(?:page|p\.)?\s*[-–—|•]?\s*(\d{1,4})\s*[-–—|•]?(?:\s*(?:/|sur|of|de)\s*\d{1,4})?", re.I
)
_SAYS_PAGE = re.compile(r"(?:page|p\.)\s*\d{1,4}|\d{1,4}\s*(?:/|sur)\s*\d{1,4}", re.I)
_FEWEST_PAGES = 3
_NEAR = 4
_LARGER = 1.12


def furniture(pages: Sequence[PdfPage], body: float) -> set[tuple[int, int]]:
    """Return (index of the page, index of the item) of what is repeated around the text.

    `body` is the size of its letters: what is larger is a title.
    """
    found = _repeated(pages)
    kept: set[tuple[int, int]] = set()
    for at, page in enumerate(pages):
        for margin in _margins(page):
            for index, line in margin:
                if (at, index) not in found or line.size > body * _LARGER:
                    break
                kept.add((at, index))
    return kept


def _repeated(pages: Sequence[PdfPage]) -> set[tuple[int, int]]:
    found: set[tuple[int, int]] = set()
    seen: dict[tuple[str, int], list[tuple[int, int, Line]]] = defaultdict(list)
    numbers: dict[int, list[tuple[int, int, Line]]] = defaultdict(list)
    for at, page in enumerate(pages):
        for index, line in chain(*_margins(page)):
            seen[_key(line)].append((at, index, line))
            printed = _NUMBER.fullmatch(line.text.strip())
            if printed:
                numbers[int(printed[1]) - page.number].append((at, index, line))
                if _SAYS_PAGE.search(line.text) and int(printed[1]) <= page.number:
                    found.add((at, index))
    for same in seen.values():
        if len({at for at, _index, _line in same}) >= _needed(len(pages)) and _steady(same, pages):
            found.update((at, index) for at, index, _line in same)
    for same in numbers.values():
        if len(same) >= _needed(len(pages)):
            found.update((at, index) for at, index, _line in same)
    return found


def _needed(count: int) -> int:
    return min(_FEWEST_PAGES, max(2, count))


def _margins(page: PdfPage) -> tuple[list[tuple[int, Line]], list[tuple[int, Line]]]:
    """Return the lines in the upper and in the lower margin of a page, the outermost first."""
    lines = [(index, item) for index, item in enumerate(page.items) if isinstance(item, Line)]
    height = page.height
    upper = sorted((one for one in lines if one[1].bottom < height * _MARGIN), key=lambda one: one[1].top)
    lower = sorted((one for one in lines if one[1].top > height * (1 - _MARGIN)), key=lambda one: -one[1].top)
    return upper[:_MOST_LINES], lower[:_MOST_LINES]


def _key(line: Line) -> tuple[str, int]:
    return _DIGITS.sub("#", line.text.casefold()), round(line.top / _NEAR)


def _steady(same: Sequence[tuple[int, int, Line]], pages: Sequence[PdfPage]) -> bool:
    """Whether the numbers of a repeated line are the same on each page, or go as the pages do."""
    columns = list(zip(*(_DIGITS.findall(line.text) for _at, _index, line in same), strict=False))
    for column in columns:
        values = [int(value) for value in column]
        offsets = Counter(value - pages[at].number for value, (at, _i, _l) in zip(values, same, strict=True))
        if len(set(values)) > 1 and len(offsets) > 1:
            return False
    return True
