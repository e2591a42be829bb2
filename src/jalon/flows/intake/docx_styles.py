"""The styles and the list numbers of a .docx: what a paragraph is, and the label shown before it."""

import re
from dataclasses import dataclass, field

from lxml import etree

from jalon.flows.intake.archive import Archive, attribute, child, local
from jalon.flows.intake.office import label
from jalon.flows.intake.symbols import shown

_HEADING = re.compile(r"(?:heading|titre) ([1-9])", re.I)
_TITLES = {"title": 1, "titre": 1, "subtitle": 2, "sous-titre": 2}
_CONTENTS = re.compile(r"(?:toc|tm) [1-9]|table of figures|table des illustrations", re.I)
_DEEPEST = 12
_LEVEL = re.compile(r"%([1-9])")


@dataclass(frozen=True)
class Style:
    """What a style says of its paragraphs; `title` is 0 for text, `number` the (list, level) of an item."""

    title: int = 0
    contents: bool = False
    number: tuple[str, int] | None = None


@dataclass
class _Level:
    style: str = "bullet"
    text: str = "•"
    start: int = 1


@dataclass
class Numbering:
    """Counts the items of each list as the document goes."""

    lists: dict[str, str] = field(default_factory=dict)
    levels: dict[tuple[str, int], _Level] = field(default_factory=dict)
    counts: dict[str, list[int]] = field(default_factory=dict)

    def next_label(self, number: str, level: int) -> str:
        """Return the label of the next item of a list at a level, as a reader sees it."""
        kind = self.lists.get(number, number)
        defined = self.levels.get((kind, level))
        if defined is None:
            return "•"
        if defined.style in {"bullet", "none"}:
            return (shown(defined.text) or "•") if defined.style == "bullet" else ""
        counts = self.counts.setdefault(kind, [0] * 9)
        counts[level] = max(counts[level] + 1, defined.start)
        counts[level + 1 :] = [0] * (8 - level)
        return _LEVEL.sub(lambda match: self._count(kind, counts, int(match[1]) - 1), defined.text)

    def _count(self, kind: str, counts: list[int], level: int) -> str:
        defined = self.levels.get((kind, level), _Level("decimal"))
        return label(counts[level] or defined.start, defined.style)


def read_styles(archive: Archive, name: str) -> dict[str, Style]:
    """Return the paragraph styles by their id, each with what it takes from those it is based on."""
    raw: dict[str, tuple[str, Style]] = {}
    for element in archive.children(name, "styles"):
        if local(element) == "style" and attribute(element, "type") == "paragraph":
            based = attribute(child(element, "basedOn"), "val")
            raw[attribute(element, "styleId")] = (based, _style(element))
    return {key: _resolved(key, raw) for key in raw}


def _style(element: etree._Element) -> Style:
    name = attribute(child(element, "name"), "val")
    properties = child(element, "pPr")
    heading = _HEADING.fullmatch(name)
    title = int(heading[1]) if heading else _TITLES.get(name.lower(), 0) or outline(properties)
    return Style(title, _CONTENTS.fullmatch(name) is not None, number_of(properties))


def _resolved(key: str, raw: dict[str, tuple[str, Style]]) -> Style:
    title, contents, number = 0, False, None
    for _depth in range(_DEEPEST):
        if key not in raw:
            break
        key, own = raw[key]
        title, contents, number = title or own.title, contents or own.contents, number or own.number
    return Style(title, contents, number)


def outline(properties: etree._Element | None) -> int:
    """Return the level of a title that paragraph properties give, 0 for text."""
    level = attribute(child(properties, "outlineLvl"), "val")
    return int(level) + 1 if level in set("012345678") else 0


def number_of(properties: etree._Element | None) -> tuple[str, int] | None:
    """Return (list, level) of paragraph properties, None when they name no list."""
    found = child(properties, "numPr")
    if found is None:
        return None
    level = attribute(child(found, "ilvl"), "val")
    number = attribute(child(found, "numId"), "val")
    return (number, int(level) if level in set("012345678") else 0) if number else None


def read_numbering(archive: Archive, name: str) -> Numbering:
    """Return the lists of a document, before its first item."""
    numbering = Numbering()
    for element in archive.children(name, "numbering"):
        if local(element) == "num":
            kind = attribute(child(element, "abstractNumId"), "val")
            numbering.lists[attribute(element, "numId")] = kind
        for level in element:
            depth = attribute(level, "ilvl")
            if local(level) == "lvl" and depth in set("012345678"):
                start = attribute(child(level, "start"), "val")
                numbering.levels[attribute(element, "abstractNumId"), int(depth)] = _Level(
                    attribute(child(level, "numFmt"), "val") or "decimal",
                    attribute(child(level, "lvlText"), "val"),
                    int(start) if start.isascii() and start.isdigit() else 1,
                )
    return numbering
