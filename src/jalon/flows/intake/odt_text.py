"""Reading an .odt: its titles, paragraphs, lists and tables in order; deleted text is left out."""

import re
from collections.abc import Iterable

from django.utils.translation import gettext as _
from lxml import etree

from jalon.flows.intake.archive import Archive, attribute, child, local, locked
from jalon.flows.intake.extraction import ASIDE, Extractor, Found
from jalon.flows.intake.office import PAGE_BREAK, OfficeText, label, spanned
from jalon.flows.intake.symbols import shown
from jalon.records.problems import Refused

MEDIA_TYPE = "application/vnd.oasis.opendocument.text"
_SILENT = frozenset(
    {"tracked-changes", "annotation", "sequence-decls", "variable-decls", "user-field-decls", "forms"}
    | {"text-box", "desc", "title", "object", "object-ole", "note", "table-of-content-source", "ruby-text"}
    | {"hidden-paragraph", "script"}
)
_INDEXES = frozenset({"table-of-content", "illustration-index", "table-index", "alphabetical-index"})
_FORMATS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_STYLE_TITLE = re.compile(r"Heading_20_([1-9])|Titre_20_([1-9])")
_MOST_REPEATED = 50
_DEEPEST = 12


def read(content: bytes) -> Found:
    """Read an OpenDocument text. Raises Refused for one that is damaged, locked or of another kind."""
    archive = Archive(content)
    if b"encryption-data" in archive.part("META-INF/manifest.xml"):
        raise locked()
    if not archive.part("mimetype").startswith(MEDIA_TYPE.encode()) or "content.xml" not in archive:
        raise Refused(
            "not_a_document",
            _("Ce fichier n’est pas un texte OpenDocument : l’enregistrer en .odt depuis LibreOffice."),
        )
    walk = _Walk()
    for part in ("styles.xml", "content.xml"):
        for holder in ("styles", "automatic-styles"):
            for style in archive.children(part, holder):
                walk.learn(style)
    for element in archive.children("content.xml", "text"):
        walk.block(element)
    walk.notes()
    return walk.built.found()


class _Walk:
    """Gives each block of the document to the text, in order."""

    def __init__(self) -> None:
        self.built = OfficeText()
        self._parents: dict[str, str] = {}
        self._labels: dict[tuple[str, int], tuple[str, str, str]] = {}
        self._counts: dict[str, list[int]] = {}
        self._notes: list[str] = []

    def learn(self, style: etree._Element) -> None:
        """Keep what a style is based on, and the labels of a list."""
        name = attribute(style, "name")
        if local(style) == "style":
            self._parents.setdefault(name, attribute(style, "parent-style-name"))
        for level in style if local(style) == "list-style" else ():
            depth = attribute(level, "level")
            if depth in set("123456789"):
                form = _FORMATS.get(attribute(level, "num-format"), "")
                mark = attribute(level, "bullet-char") or "•"
                suffix = attribute(level, "num-suffix")
                self._labels.setdefault((name, int(depth)), (form, shown(mark), suffix))

    def block(self, element: etree._Element, kind: str = "") -> None:
        """Add a title, a paragraph, a list or a table, or what a wrapper around them holds."""
        name = local(element)
        if name in {"p", "h"}:
            self._paragraph(element, kind)
        elif name == "list":
            self._list(element, attribute(element, "style-name"), 1)
        elif name == "table":
            self._table(element)
        elif name == "soft-page-break":
            self.built.page_break()
        elif name in _INDEXES:
            self._blocks(element, ASIDE)
        elif name and name not in _SILENT:
            self._blocks(element, kind)

    def _blocks(self, container: Iterable[etree._Element], kind: str = "") -> None:
        for element in container:
            self.block(element, kind)

    def _paragraph(self, element: etree._Element, kind: str, mark: str = "") -> None:
        text = self._text(element)
        level = self._title(element)
        if text.strip():
            title = f"h{min(level, 6)}" if level else ""
            self.built.add(
                kind if kind == ASIDE else title or kind or "p", f"{mark} {text}" if mark else text
            )
        for box in _boxes(element):
            self._blocks(box)

    def _title(self, element: etree._Element) -> int:
        if local(element) == "h":
            level = attribute(element, "outline-level")
            return int(level) if level in set("123456789") else 1
        style = attribute(element, "style-name")
        for _depth in range(_DEEPEST):
            found = _STYLE_TITLE.fullmatch(style)
            if found or style in {"Title", "Subtitle"}:
                return int(found[1] or found[2]) if found else 1 if style == "Title" else 2
            style = self._parents.get(style, "")
        return 0

    def _list(self, element: etree._Element, style: str, depth: int) -> None:
        if attribute(element, "continue-numbering") != "true":
            self._counts.setdefault(style, [0] * 10)[depth:] = [0] * (10 - depth)
        for item in element:
            first = True
            for one in item if local(item) in {"list-item", "list-header"} else ():
                if local(one) == "list":
                    self._list(one, attribute(one, "style-name") or style, depth + 1)
                elif local(one) in {"p", "h"}:
                    mark = self._mark(style, depth) if first and local(item) == "list-item" else ""
                    self._paragraph(one, "li", mark)
                    first = False
                else:
                    self.block(one)

    def _mark(self, style: str, depth: int) -> str:
        form, mark, suffix = self._labels.get((style, depth), ("", "•", ""))
        if not form:
            return mark
        counts = self._counts.setdefault(style, [0] * 10)
        counts[min(depth, 9)] += 1
        return label(counts[min(depth, 9)], form) + suffix

    def _table(self, table: etree._Element) -> None:
        rows = list(_rows(table, "row"))
        cells = [[cell for cell in row if local(cell) in _CELLS] for _kind, row in rows]
        if all(len(row) == 1 for row in cells):
            for (cell,) in cells:
                self._blocks(cell)
            return
        self.built.end_table()
        for (kind, line), held in zip(rows, cells, strict=True):
            for _time in range(_repeated(line, "number-rows-repeated")):
                self.built.row(kind, [text for cell in held for text in self._cell(cell)])
        self.built.end_table()

    def _cell(self, cell: etree._Element) -> list[str]:
        times = _repeated(cell, "number-columns-repeated")
        covered = local(cell) == "covered-table-cell"
        return spanned("" if covered else self._text(cell), "1") * times

    def _text(self, element: etree._Element) -> str:
        said: list[str] = []
        self._say(element, said)
        return shown("".join(said))

    def _say(self, element: etree._Element, said: list[str]) -> None:
        said.append(_BLANKS.sub(" ", element.text or ""))
        for one in element:
            name = local(one)
            if name == "note":
                body = child(one, "note-body")
                self._notes.append(self._text(body).strip() if body is not None else "")
            elif name == "s":
                said.append(" ")
            elif name in _SIGNS:
                said.append(_SIGNS[name])
            elif name and name not in _SILENT:
                self._say(one, said)
                if name in {"p", "h"}:
                    said.append("\n")
            said.append(_BLANKS.sub(" ", one.tail or ""))

    def notes(self) -> None:
        """Add the notes at the foot of the pages, after the text."""
        for note in self._notes:
            self.built.add("p", note)


_CELLS = frozenset({"table-cell", "covered-table-cell"})
_SIGNS = {"tab": "\t", "line-break": "\n", "soft-page-break": PAGE_BREAK}
_BLANKS = re.compile(r"[ \t\r\n]+")


def _rows(table: etree._Element, kind: str) -> Iterable[tuple[str, etree._Element]]:
    for one in table:
        if local(one) == "table-row":
            yield kind, one
        elif local(one) == "table-header-rows":
            yield from _rows(one, "head")
        elif local(one) in {"table-rows", "table-row-group"}:
            yield from _rows(one, kind)


def _repeated(element: etree._Element, name: str) -> int:
    count = attribute(element, name)
    return min(int(count), _MOST_REPEATED) if count.isascii() and count.isdigit() else 1


def _boxes(element: etree._Element) -> list[etree._Element]:
    found: list[etree._Element] = []
    for one in element:
        if local(one) == "text-box":
            found.append(one)
        elif local(one):
            found.extend(_boxes(one))
    return found


EXTRACTOR = Extractor("opendocument", "1", MEDIA_TYPE, (".odt",), read, 60_000_000)
