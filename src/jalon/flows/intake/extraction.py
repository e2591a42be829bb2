"""What an extractor reads in a file: a text that never changes, and the table of its blocks."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

TITLES = ("h1", "h2", "h3", "h4", "h5", "h6")
ASIDE = "aside"
KINDS = (*TITLES, "p", "li", "head", "row", ASIDE)
"""A block is a title, a paragraph, an item of a list, or a row of a table (`head`: a row of headings).

An `aside` is what a page repeats around its text (running head, foot, page number): kept, never read.
"""

Block = tuple[str, int, int]
"""(kind, start, end): code points of the text, end excluded. Between two blocks there are only line ends."""


class Page(NamedTuple):
    """The code points [start, end[ that stand on a page; `recognised` when they were read in its image."""

    start: int
    end: int
    number: int
    recognised: bool = False


class Box(NamedTuple):
    """Where the code points [start, end[ stand on a page: points (1/72 inch) from its upper left corner."""

    start: int
    end: int
    page: int
    left: int
    top: int
    right: int
    bottom: int


@dataclass(frozen=True)
class Found:
    """What an extractor found: a text, its blocks, and what is known of its pages."""

    text: str
    blocks: list[Block]
    encoding: str
    notes: list[str]
    pages: tuple[Page, ...] = ()
    boxes: tuple[Box, ...] = ()
    has_images: bool = False


@dataclass(frozen=True)
class Extraction:
    """A text read in a file.

    `extractor` is the name and version of what read it; `encoding` what its bytes were; `notes` are French
    sentences a person should read before keeping it; `pages` and `boxes` where the text stands, for the
    files that have pages; `language` a code of two letters, empty when the text does not show it;
    `has_images` whether some pages are images, not read.
    """

    extractor: str
    media_type: str
    content: str
    blocks: tuple[Block, ...]
    encoding: str
    notes: tuple[str, ...] = ()
    pages: tuple[Page, ...] = ()
    boxes: tuple[Box, ...] = ()
    language: str = ""
    has_images: bool = False


@dataclass(frozen=True)
class Extractor:
    """One way to read one kind of file.

    `read` takes the bytes, and raises `Refused` with a French sentence. It is deterministic: the same bytes
    and version give the same text. `largest` is how many bytes it takes at most.
    """

    name: str
    version: str
    media_type: str
    suffixes: tuple[str, ...]
    read: Callable[[bytes], Found]
    largest: int = 10_000_000

    @property
    def label(self) -> str:
        """The name and version that are kept beside the text."""
        return f"{self.name} {self.version}"


class TextBuilder:
    """Puts blocks one under the other and remembers where each stands."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self.blocks: list[Block] = []

    def add(self, kind: str, text: str, *, apart: bool = True) -> None:
        """Add a block, unless it is empty; `apart` leaves an empty line above it (rows stand close)."""
        if not text:
            return
        if self._parts:
            self._put("\n\n" if apart else "\n")
        start = self._length
        self._put(text)
        self.blocks.append((kind, start, self._length))

    def _put(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)

    @property
    def length(self) -> int:
        """How many code points there are so far."""
        return self._length

    @property
    def content(self) -> str:
        """The whole text."""
        return "".join(self._parts)


def cells(text: str, start: int) -> Iterator[tuple[str, int]]:
    """Yield each cell of a row with where it starts in the text; cells are separated by tabs."""
    for cell in text.split("\t"):
        yield cell, start
        start += len(cell) + 1
