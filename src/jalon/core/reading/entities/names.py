"""The data files of names that ship with the reader: places, organisations, people's names.

A line `[head]` opens a section; names are separated by `;` (or stand one a line), spellings of a name by `=`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources

_PACKAGE = "jalon.core.reading.entities"


@dataclass(frozen=True, slots=True)
class Line:
    """One name of a data file: the section it stands in, its spellings (the first is canonical)."""

    head: str
    names: tuple[str, ...]

    @property
    def canonical(self) -> str:
        """The spelling to show."""
        return self.names[0]


def read_names(file: str) -> Iterator[Line]:
    """Yield the names of a data file, in its order."""
    head = ""
    for line in _text(file).splitlines():
        if line.startswith("["):
            head = line.strip("[] ")
        elif line and not line.startswith("#"):
            for one in line.split(";"):
                yield Line(head, tuple(name.strip() for name in one.split("=")))


@cache
def words_of(file: str, head: str) -> frozenset[str]:
    """Return the words of one section of a file where words are separated by spaces."""
    return frozenset(
        word for line in read_names(file) if line.head == head for word in line.canonical.split()
    )


def _text(file: str) -> str:
    return resources.files(_PACKAGE).joinpath(file).read_text(encoding="utf-8")
