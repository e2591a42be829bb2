"""The text of a document made ready to be set: parts, blocks, stretches of text with their passages."""

import dataclasses
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from jalon.flows.intake.extraction import Block, cells
from jalon.records.sources.models import Source, Text

PAGE = 40_000
"""Code points of text on one page; a longer document is shown in several."""

_OWN_MARK = re.compile(r"\s*(?:[-–—•*·▪]|\(?[a-z0-9]{1,2}[.)])\s")
TABLE_KINDS = frozenset({"row", "head"})


@dataclasses.dataclass(frozen=True)
class Stretch:
    """A run of text; `ids` are the passages that begin here, `marked` whether any covers it."""

    text: str
    ids: tuple[str, ...] = ()
    marked: bool = False
    current: bool = False


@dataclasses.dataclass(frozen=True)
class Span:
    """A block, or one cell of a row: where it starts in the text, and its stretches."""

    start: int
    stretches: tuple[Stretch, ...]


@dataclasses.dataclass(frozen=True)
class Line:
    """A title, a paragraph, an item (one span), or a row of a table (a span a cell)."""

    kind: str
    spans: tuple[Span, ...]

    @property
    def is_head(self) -> bool:
        """Whether it is a row of headings."""
        return self.kind == "head"

    @property
    def span(self) -> Span:
        """The only span of what is not a row."""
        return self.spans[0]


@dataclasses.dataclass(frozen=True)
class Part:
    """Lines that stand together (title, paragraph, list or table) and the passages that begin in them."""

    kind: str
    lines: tuple[Line, ...]
    passages: tuple[Source, ...]

    @property
    def line(self) -> Line:
        """The only line of a title or paragraph."""
        return self.lines[0]

    @property
    def is_marked(self) -> bool:
        """Whether the items of a list carry their own marks, as in a plain text (« - », « 1. »)."""
        text = "".join(stretch.text for stretch in self.line.span.stretches)
        return self.kind == "list" and _OWN_MARK.match(text) is not None

    @property
    def level(self) -> int:
        """The level of a title on the page, whose own title is the first."""
        return min(int(self.kind[1]) + 1, 6) if self.kind.startswith("h") else 0


def page_numbers(blocks: Sequence[Block], most: int = PAGE) -> list[tuple[int, int]]:
    """Return the pages of a text as [first, last[ indexes of blocks; one page when it is short.

    `most` is how many code points a page holds, unless its only block is longer.
    """
    pages, first, size = [], 0, 0
    for index, (_kind, start, end) in enumerate(blocks):
        if size and size + end - start > most:
            pages.append((first, index))
            first, size = index, 0
        size += end - start
    return [*pages, (first, len(blocks))]


def page_of(pages: Sequence[tuple[int, int]], blocks: Sequence[Block], position: int) -> int:
    """Return the number (from 1) of the page on which a position of the text stands."""
    for number, (_first, last) in enumerate(pages, start=1):
        if last and position < blocks[last - 1][2]:
            return number
    return len(pages)


def parts(
    text: Text, blocks: Sequence[Block], passages: Iterable[Source], current: Source | None
) -> list[Part]:
    """Return some blocks of a text as parts with their highlighted passages."""
    held = [passage for passage in passages if passage.start is not None]
    made: list[Part] = []
    for group in _split_at(held, groups(text.content, blocks)):
        start, end = group[0][1], group[-1][2]
        inside = [one for one in held if _start(one) < end and _end(one) > start]
        lines = tuple(Line(kind, _spans(text.content, kind, s, e, inside, current)) for kind, s, e in group)
        begun = tuple(one for one in inside if start <= _start(one) < end)
        made.append(Part(_kind(group[0][0]), lines, begun))
    return made


def near(text: Text, passage: Source) -> list[Part]:
    """Return what a reader needs around a passage: its title, its line of headings, its blocks."""
    blocks: list[Block] = [(kind, start, end) for kind, start, end in text.blocks]
    touched = [n for n, block in enumerate(blocks) if block[1] < _end(passage) and block[2] > _start(passage)]
    if not touched:
        return []
    first, last = touched[0], touched[-1]
    head = first
    while blocks[first][0] == "row" and head and blocks[head][0] == "row":
        head -= 1
    kept = {*range(first, last + 1)} | ({head} if blocks[head][0] == "head" else set())
    title = next(
        (n for n in range(first - 1, -1, -1) if blocks[n][0].startswith("h") and blocks[n][0] != "head"), None
    )
    kept |= {title} if title is not None else set()
    chosen = [blocks[n] for n in sorted(kept)]
    return parts(text, chosen, [passage], passage)


def _kind(kind: str) -> str:
    return "table" if kind in TABLE_KINDS else "list" if kind == "li" else kind


def groups(content: str, blocks: Sequence[Block]) -> list[list[Block]]:
    """Return blocks that stand together: rows of one table (no empty line between them), items of a list."""
    found: list[list[Block]] = []
    for block in blocks:
        last = found[-1][-1] if found else None
        close = last is not None and content.count("\n", last[2], block[1]) < 2
        same_table = (
            last is not None and block[0] == "row" and (last[0] == "head" or (close and last[0] == "row"))
        )
        same_list = last is not None and block[0] == last[0] == "li"
        if same_table or same_list:
            found[-1].append(block)
        else:
            found.append([block])
    return found


def _split_at(passages: Sequence[Source], groups: Sequence[list[Block]]) -> Iterator[list[Block]]:
    """A list breaks before and after each item where a passage begins, so that its notes stand beside it."""
    starts = sorted(_start(one) for one in passages)
    for group in groups:
        run: list[Block] = []
        for block in group:
            cited = block[0] == "li" and bisect_left(starts, block[1]) < bisect_left(starts, block[2])
            if cited and run:
                yield run
                run = []
            run.append(block)
            if cited:
                yield run
                run = []
        if run:
            yield run


def _spans(
    content: str, kind: str, start: int, end: int, passages: Sequence[Source], current: Source | None
) -> tuple[Span, ...]:
    if kind not in TABLE_KINDS:
        return (_span(content, start, end, passages, current),)
    row = content[start:end]
    return tuple(
        _span(content, begin, begin + len(cell), passages, current) for cell, begin in cells(row, start)
    )


def _span(content: str, start: int, end: int, passages: Sequence[Source], current: Source | None) -> Span:
    inside = [one for one in passages if _start(one) < end and _end(one) > start]
    edges = {
        start,
        end,
        *(max(_start(one), start) for one in inside),
        *(min(_end(one), end) for one in inside),
    }
    cuts = sorted(edges)
    stretches = tuple(_stretch(content, left, right, inside, current) for left, right in pairwise(cuts))
    return Span(start, stretches)


def _stretch(
    content: str, left: int, right: int, inside: Sequence[Source], current: Source | None
) -> Stretch:
    over = [one for one in inside if _start(one) <= left and _end(one) >= right]
    begun = [one for one in over if _start(one) == left]
    ids = [f"p{one.pk}" for one in begun]
    if current in begun:
        ids.insert(0, "passage")
    return Stretch(content[left:right], tuple(ids), bool(over), current in over)


def _start(passage: Source) -> int:
    return passage.start or 0


def _end(passage: Source) -> int:
    return passage.end or 0
