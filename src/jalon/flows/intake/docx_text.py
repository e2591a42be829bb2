"""Reading a .docx: its paragraphs, lists and tables in order, as they stand once every change is accepted.

Headers and footers are other parts of the file, not read; deleted text is left out, inserted text kept.
"""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from lxml import etree

from jalon.flows.intake.archive import Archive, attribute, child, local
from jalon.flows.intake.docx_styles import Numbering, Style, number_of, outline, read_numbering, read_styles
from jalon.flows.intake.extraction import ASIDE, Extractor, Found
from jalon.flows.intake.office import PAGE_BREAK, OfficeText, spanned
from jalon.flows.intake.symbols import shown
from jalon.records.problems import Refused

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_SILENT = frozenset(
    {"del", "moveFrom", "delText", "instrText", "pPr", "rPr", "sdtPr", "sdtEndPr", "Fallback", "tcPr", "trPr"}
    | {
        "tblPr",
        "tblGrid",
        "annotationRef",
        "footnoteRef",
        "endnoteRef",
        "delInstrText",
        "fldData",
        "txbxContent",
    }
)
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_OFF = frozenset({"0", "false", "off"})
_NOTES = ("footnotes", "endnotes")


def read(content: bytes) -> Found:
    """Read a Word file. Raises Refused for one that is damaged, locked or not a document."""
    archive = Archive(content)
    main = _main_part(archive)
    folder = main.rpartition("/")[0]
    walk = _Walk(
        read_styles(archive, f"{folder}/styles.xml"), read_numbering(archive, f"{folder}/numbering.xml")
    )
    for element in archive.children(main, "body"):
        walk.block(element)
    for part in _NOTES:
        for note in archive.children(f"{folder}/{part}.xml", part):
            if attribute(note, "type") in {"", "normal"}:
                walk.blocks(note)
    return walk.built.found()


def _main_part(archive: Archive) -> str:
    for relation in archive.children("_rels/.rels", "Relationships"):
        if attribute(relation, "Type").endswith("/officeDocument"):
            main = attribute(relation, "Target").lstrip("/")
            if main in archive and main.rpartition("/")[0] == "word":
                return main
    if "word/document.xml" in archive:
        return "word/document.xml"
    raise Refused(
        "not_a_document",
        _("Ce fichier n’est pas un document Word : l’enregistrer en .docx depuis Word ou LibreOffice."),
    )


class _Walk:
    """Gives each block of the document to the text, in order."""

    def __init__(self, styles: dict[str, Style], numbering: Numbering) -> None:
        self.built = OfficeText()
        self._styles = styles
        self._numbering = numbering

    def blocks(self, container: Iterable[etree._Element]) -> None:
        """Walk the blocks inside an element."""
        for element in container:
            self.block(element)

    def block(self, element: etree._Element) -> None:
        """Add a paragraph or a table, or what a wrapper around them holds."""
        name = local(element)
        if name == "p":
            self._paragraph(element)
        elif name == "tbl":
            self._table(element)
        elif name not in _SILENT and name != "sectPr":
            self.blocks(element)

    def _paragraph(self, element: etree._Element) -> None:
        properties = child(element, "pPr")
        style = self._styles.get(attribute(child(properties, "pStyle"), "val"), Style())
        text = _text(element)
        number = number_of(properties) or style.number
        level = outline(properties) or style.title
        kind = ASIDE if style.contents else f"h{min(level, 6)}" if level else "p"
        if number and number[0] != "0" and text.strip():
            mark = self._numbering.next_label(*number)
            text = f"{mark} {text}" if mark else text
            kind = "li" if kind == "p" else kind
        self.built.add(kind, text)
        for box in _boxes(element):
            self.blocks(box)

    def _table(self, table: etree._Element) -> None:
        rows = [row for row in _within(table, "tr") if child(row, "trPr", "del") is None]
        cells = [_within(row, "tc") for row in rows]
        if all(len(row) == 1 for row in cells):
            for (cell,) in cells:
                self.blocks(cell)
            return
        self.built.end_table()
        for line, held in zip(rows, cells, strict=True):
            shown_cells = [cell for one in held for cell in _cell(one)]
            repeated = child(line, "trPr", "tblHeader")
            heads = repeated is not None and attribute(repeated, "val") not in _OFF
            self.built.row("head" if heads else "row", shown_cells)
            for box in _boxes(line):
                self.blocks(box)
        self.built.end_table()


def _within(element: etree._Element, name: str) -> list[etree._Element]:
    """Return the rows of a table or the cells of a row, through the wrappers around them."""
    found: list[etree._Element] = []
    for one in element:
        if local(one) == name:
            found.append(one)
        elif local(one) in {"sdt", "sdtContent", "ins", "customXml", "moveTo"}:
            found.extend(_within(one, name))
    return found


def _cell(cell: etree._Element) -> list[str]:
    merged = child(cell, "tcPr", "vMerge")
    goes_on = merged is not None and attribute(merged, "val") in {"", "continue"}
    gone = child(cell, "tcPr", "cellDel") is not None
    text = "" if goes_on or gone else _text(cell)
    return spanned(text, attribute(child(cell, "tcPr", "gridSpan"), "val"))


def _text(element: etree._Element) -> str:
    """Return what an element shows; paragraphs inside it are lines, nested tables too."""
    said: list[str] = []
    _say(element, said)
    return shown("".join(said))


def _say(element: etree._Element, said: list[str]) -> None:
    for one in element:
        name = local(one)
        if name == "t":
            said.append(one.text or "")
        elif name == "lastRenderedPageBreak":
            said.append(PAGE_BREAK)
        elif name == "sym":
            code = attribute(one, "char")
            said.append(chr(int(code, 16)) if len(code) == 4 and code.isalnum() and _is_hex(code) else "")
        elif name in _SIGNS:
            said.append(_SIGNS[name])
        elif name == "r" and _hidden(one):
            continue
        elif name and name not in _SILENT:
            _say(one, said)
            if name in {"p", "tc"}:
                said.append("\n")


def _is_hex(code: str) -> bool:
    return all(character in "0123456789abcdefABCDEF" for character in code)


def _hidden(run: etree._Element) -> bool:
    vanish = child(run, "rPr", "vanish")
    return vanish is not None and attribute(vanish, "val") not in _OFF


def _boxes(element: etree._Element) -> list[etree._Element]:
    """Return the text boxes that hang on a paragraph or a row, each once (older programs get a copy)."""
    found: list[etree._Element] = []
    for one in element:
        name = local(one)
        if name == "txbxContent":
            found.append(one)
        elif name not in {"Fallback", "del", "moveFrom", "t", "pPr", "rPr"}:
            found.extend(_boxes(one))
    return found


EXTRACTOR = Extractor("word", "1", MEDIA_TYPE, (".docx", ".docm"), read, 60_000_000)
