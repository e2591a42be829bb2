"""The text under review: a window of it, each proposition's passage highlighted, the current one stronger."""

import dataclasses
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from jalon.flows.intake.extraction import Block, cells
from jalon.records.reading.queries import ClaimView
from jalon.records.reading.states import State
from jalon.records.sources.models import Text
from jalon.web.documents.page import TABLE_KINDS, groups, page_numbers, page_of
from jalon.web.reading.vocabulary import FAMILIES, Family

WINDOW = 7_000
"""Code points of text shown at once: a page stays light however long its document."""


@dataclasses.dataclass(frozen=True)
class Mark:
    """Characters that a proposition comes from, and how they are drawn; pk 0: a passage of an alert."""

    start: int
    end: int
    pk: int
    family: Family | None
    state: State
    word: str
    current: bool = False
    alert: bool = False

    @property
    def drawn(self) -> str:
        """The classes of its highlight: its family, its state, whether it is the current one."""
        names = [str(self.family or ""), "" if self.state is State.OPEN else str(self.state)]
        names += ["current"] * self.current + ["alert"] * self.alert
        return " ".join(filter(None, names))


@dataclasses.dataclass(frozen=True)
class Run:
    """Characters drawn alike; `mark` None: plain text; `first`: the first run of the current passage."""

    text: str
    mark: Mark | None = None
    first: bool = False


@dataclasses.dataclass(frozen=True)
class Cell:
    """A block, or one cell of a row: where it starts in the text, and its runs."""

    start: int
    runs: tuple[Run, ...]


@dataclasses.dataclass(frozen=True)
class Line:
    """A title, a paragraph or an item (one cell), or a row of a table (a cell each)."""

    kind: str
    cells: tuple[Cell, ...]


@dataclasses.dataclass(frozen=True)
class Part:
    """Lines that stand together; `page` is the page of the document that begins here, when it is known."""

    kind: str
    lines: tuple[Line, ...]
    page: int | None = None

    @property
    def level(self) -> int:
        """The level of a title on the screen; 0 for what is none."""
        return min(int(self.kind[1]) + 2, 6) if self.kind[0] == "h" and self.kind[1:].isdecimal() else 0


@dataclasses.dataclass(frozen=True)
class Window:
    """A part of the text: its number, how many there are, its blocks."""

    number: int
    count: int
    blocks: tuple[Block, ...]

    @property
    def start(self) -> int:
        """The first character shown."""
        return self.blocks[0][1] if self.blocks else 0

    @property
    def end(self) -> int:
        """The character after the last one shown."""
        return self.blocks[-1][2] if self.blocks else 0

    def shows(self, start: int, end: int) -> bool:
        """Whether a passage has characters in it."""
        return start < self.end and end > self.start


def blocks_of(text: Text) -> list[Block]:
    """Return the blocks of a text, the very long ones cut at the end of a line, else of a word."""
    blocks = [(kind, start, end) for kind, start, end in text.blocks] or [("p", 0, text.length)]
    return [(kind, *piece) for kind, start, end in blocks for piece in _pieces(text.content, start, end)]


def _pieces(content: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > WINDOW:
        cut = (
            content.rfind("\n", start + 1, start + WINDOW) + 1
            or content.rfind(" ", start, start + WINDOW) + 1
        )
        cut = cut if cut > start else start + WINDOW
        yield start, cut
        start = cut
    yield start, end


@dataclasses.dataclass(frozen=True)
class Windows:
    """The windows of a text, in its order."""

    blocks: tuple[Block, ...]
    bounds: tuple[tuple[int, int], ...]
    """[first, last[ indexes of blocks of each."""

    @classmethod
    def of(cls, text: Text) -> "Windows":
        """Return the windows of a text; one when it is short."""
        blocks = blocks_of(text)
        return cls(tuple(blocks), tuple(page_numbers(blocks, WINDOW)))

    def at(self, position: int) -> Window:
        """Return the window that holds a position."""
        return self.number(page_of(self.bounds, self.blocks, position))

    def number(self, asked: int) -> Window:
        """Return the window of that number (from 1), the first or the last one beyond."""
        shown = min(max(asked, 1), len(self.bounds))
        first, last = self.bounds[shown - 1]
        return Window(shown, len(self.bounds), self.blocks[first:last])


def sheet_of(text: Text, position: int) -> int | None:
    """Return the number of the page of the original where a position stands, None when it has no pages."""
    index = bisect_right([sheet[0] for sheet in text.pages], position) - 1
    return int(text.pages[index][2]) if index >= 0 else None


def marks_of(
    views: Iterable[ClaimView], *, current: int | None, spans: Sequence[Sequence[int]], open_alerts: set[int]
) -> list[Mark]:
    """Return the marks of propositions, then of the passages of the alert looked at."""
    marks = [
        Mark(
            view.claim.start,
            view.claim.end,
            view.claim.pk,
            FAMILIES[view.claim.type],
            view.state,
            str(view.claim.get_type_display()),
            current=view.claim.pk == current,
            alert=bool(open_alerts & set(view.alerts)),
        )
        for view in views
    ]
    return marks + [Mark(start, end, 0, None, State.OPEN, "", current=True) for start, end in spans]


def parts(text: Text, window: Window, marks: Sequence[Mark]) -> list[Part]:
    """Return the parts of a window with their highlighted runs."""
    held = sorted(
        (one for one in marks if window.shows(one.start, one.end)), key=lambda one: (one.start, -one.end)
    )
    first = min((one.start for one in held if one.current), default=None)
    made: list[Part] = []
    sheet: int | None = None
    for group in groups(text.content, window.blocks):
        lines = tuple(_line(text.content, block, held, first) for block in group)
        here = sheet_of(text, group[0][1])
        kind = group[0][0]
        shown = "table" if kind in TABLE_KINDS else "list" if kind == "li" else kind
        made.append(Part(shown, lines, here if here != sheet else None))
        sheet = here
    return made


def _line(content: str, block: Block, marks: Sequence[Mark], first: int | None) -> Line:
    kind, start, end = block
    inside = [one for one in marks if one.start < end and one.end > start]
    if kind not in TABLE_KINDS:
        return Line(kind, (_cell(content, start, end, inside, first),))
    row = content[start:end]
    return Line(
        kind,
        tuple(_cell(content, begin, begin + len(words), inside, first) for words, begin in cells(row, start)),
    )


def _cell(content: str, start: int, end: int, marks: Sequence[Mark], first: int | None) -> Cell:
    inside = [one for one in marks if one.start < end and one.end > start]
    cuts = sorted(
        {start, end, *(max(one.start, start) for one in inside), *(min(one.end, end) for one in inside)}
    )
    runs: list[Run] = []
    for left, right in pairwise(cuts):
        run = _run(content, left, right, inside, first)
        if runs and run.mark is not None and runs[-1].mark is run.mark:
            last = runs.pop()
            run = Run(last.text + run.text, run.mark, first=last.first)
        runs.append(run)
    return Cell(start, tuple(runs))


def _run(content: str, left: int, right: int, inside: Sequence[Mark], first: int | None) -> Run:
    """The current proposition is drawn over all others, else the shortest of those that cover the run."""
    over = [one for one in inside if one.start <= left and one.end >= right]
    if not over:
        return Run(content[left:right])
    top = min(over, key=lambda one: (not one.current, one.end - one.start, one.pk))
    return Run(content[left:right], top, first=top.current and left == first)
