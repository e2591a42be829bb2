"""A page of a PDF as it is handed over: lines with their boxes, ruled tables, and whether it is an image."""

from dataclasses import dataclass, field
from typing import Any, NamedTuple


class Line(NamedTuple):
    """A run of words on one line: points from the upper left corner of the page as it is shown.

    `bold` when its first word is, `size` that of its letters. A wide gap ends a line, and begins another.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    bold: bool = False
    size: float = 0.0

    @property
    def height(self) -> float:
        """The height of its box."""
        return self.bottom - self.top


class Row(NamedTuple):
    """A row of a ruled table: its cells, merged ones once and then empty; and its box."""

    cells: tuple[str, ...]
    left: float
    top: float
    right: float
    bottom: float


@dataclass
class PdfPage:
    """What stands on a page, in its reading order: runs of lines, tables of rows."""

    number: int
    width: float
    height: float
    items: list[Line | list[Row]] = field(default_factory=list)
    is_image: bool = False
    recognised: bool = False

    def to_json(self) -> dict[str, Any]:
        """Return what `from_json` takes."""
        items = [["t", *item] if isinstance(item, list) else ["l", *item] for item in self.items]
        return {"n": self.number, "w": self.width, "h": self.height, "image": self.is_image, "items": items}

    @classmethod
    def from_json(cls, said: dict[str, Any]) -> "PdfPage":
        """Return the page that `to_json` wrote."""
        items: list[Line | list[Row]] = []
        for kind, *rest in said["items"]:
            items.append([Row(tuple(row[0]), *row[1:]) for row in rest] if kind == "t" else Line(*rest))
        return cls(said["n"], said["w"], said["h"], items, said["image"])
