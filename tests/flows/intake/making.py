"""Files for the tests of intake, made as they are asked for by real writers of their formats."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pypdfium2
from docx import Document
from docx.document import Document as WordDocument
from fpdf import FPDF

FILES = Path(__file__).parent / "files"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "urn:oasis:names:tc:opendocument:xmlns"


def word(fill: Callable[[WordDocument], object]) -> bytes:
    """A .docx by python-docx, filled by `fill`."""
    document = Document()
    fill(document)
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def word_of(body: str) -> bytes:
    """A .docx whose body is this XML (prefix `w`)."""
    xml = f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
    return archive({"word/document.xml": xml.encode()})


def odt_of(body: str, styles: str = "") -> bytes:
    """An .odt whose text is this XML (prefixes `text`, `table`, `draw`, `office`, `style`)."""
    prefixes = " ".join(
        f'xmlns:{name}="{OFFICE}:{name}:1.0"' for name in ("office", "text", "table", "style")
    )
    xml = (
        f'<office:document-content {prefixes} xmlns:draw="{OFFICE}:drawing:1.0">'
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    return archive({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": xml.encode()})


def archive(parts: dict[str, bytes]) -> bytes:
    """A ZIP archive of these parts."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return held.getvalue()


class Report(FPDF):
    """A PDF with a running head and a page number, as reports have."""

    def __init__(self, *, head: str = "", numbered: bool = False) -> None:
        super().__init__()
        self._head, self._numbered = head, numbered
        self.set_font("Helvetica", size=11)

    def header(self) -> None:
        if self._head:
            self.set_font("Helvetica", size=9)
            self.cell(0, 6, self._head, new_x="LMARGIN", new_y="NEXT")
            self.ln(6)
            self.set_font("Helvetica", size=11)

    def footer(self) -> None:
        if self._numbered:
            self.set_y(-15)
            self.cell(0, 6, str(self.page_no()), align="C")

    def add(self, **page: str) -> "Report":
        """Begin a page."""
        self.add_page(**page)
        return self

    def line_of(self, text: str, size: int = 11, style: str = "") -> "Report":
        """Write one line, and go to the next."""
        self.set_font("Helvetica", style=style, size=size)
        self.cell(0, 7, text, new_x="LMARGIN", new_y="NEXT")
        self.set_font("Helvetica", size=11)
        return self

    def paragraph(self, text: str) -> "Report":
        """Write a paragraph that fills the width, with a blank line under it."""
        self.multi_cell(0, 6, text, align="L", new_x="LMARGIN", new_y="NEXT")
        self.ln(5)
        return self

    def bytes(self) -> bytes:
        """The file."""
        return bytes(self.output())


def scanned_page(text: str) -> bytes:
    """A page of this text as a scanner sees it: a PNG, 200 points per inch."""
    printed = Report().add().paragraph(text).bytes()
    held = io.BytesIO()
    pypdfium2.PdfDocument(printed)[0].render(scale=200 / 72, grayscale=True).to_pil().save(held, "PNG")
    return held.getvalue()


def scanned_report(*pages: str, first: str = "") -> bytes:
    """A PDF whose pages are images of these texts, after a page of true text when `first` is given."""
    report = Report()
    if first:
        report.add().paragraph(first)
    for text in pages:
        report.add().image(io.BytesIO(scanned_page(text)), 0, 0, 210)
    return report.bytes()
