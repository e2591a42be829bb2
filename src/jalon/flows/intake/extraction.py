"""What an extractor reads in a file: a text that never changes, and the table of its blocks."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

TITLES = ("h1", "h2", "h3", "h4", "h5", "h6")
KINDS = (*TITLES, "p", "li", "head", "row")
"""A block is a title, a paragraph, an item of a list, or a row of a table (`head`: a row of headings)."""

Block = tuple[str, int, int]
"""(kind, start, end): code points of the text, end excluded. Between two blocks there are only line ends."""


@dataclass(frozen=True)
class Extraction:
    """A text read in a file.

    `extractor` is the name and version of what read it; `encoding` what its bytes were; `notes` are French
    sentences a person should read before keeping it.
    """

    extractor: str
    media_type: str
    content: str
    blocks: tuple[Block, ...]
    encoding: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Extractor:
    """One way to read one kind of file.

    `read` takes the bytes and gives (text, blocks, encoding, notes), or raises `Refused` with a French
    sentence. It is deterministic: the same bytes and version give the same text.
    """

    name: str
    version: str
    media_type: str
    suffixes: tuple[str, ...]
    read: Callable[[bytes], tuple[str, list[Block], str, list[str]]]

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
        """Add a block; `apart` leaves an empty line above it (rows of one table stand close)."""
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
    def content(self) -> str:
        """The whole text."""
        return "".join(self._parts)


def cells(text: str, start: int) -> Iterator[tuple[str, int]]:
    """Yield each cell of a row with where it starts in the text; cells are separated by tabs."""
    for cell in text.split("\t"):
        yield cell, start
        start += len(cell) + 1
