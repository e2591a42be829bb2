"""Reading an HTML file: what it shows, block by block. Nothing of it is run, fetched or kept as HTML."""

import re

from django.utils.translation import gettext as _
from selectolax.lexbor import LexborHTMLParser, LexborNode

from jalon.flows.intake.decoding import decode
from jalon.flows.intake.extraction import TITLES, Extractor, Found, TextBuilder
from jalon.flows.intake.html_depth import nests_deeper_than
from jalon.records.problems import Refused

DEEPEST = 400
MOST_NODES = 400_000
_WIDEST_SPAN = 30

_SILENT = frozenset(
    {"head", "script", "style", "template", "noscript", "noframes", "iframe", "frame", "object", "embed"}
    | {"applet", "svg", "math", "canvas", "audio", "video", "input", "select", "option", "textarea", "button"}
)
_BLOCKS = frozenset(
    {"address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl"}
    | {"dt", "fieldset", "figcaption", "figure", "footer", "form", "header", "hr", "html", "legend", "li"}
    | {"main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "ul"}
)
_DECLARED = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.I)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_BLANKS = re.compile(r"[ \t\n\r\f]+")


def read(content: bytes) -> Found:
    """Read an HTML file: scripts, styles, embedded objects, form fields and hidden parts are left out."""
    declared = _DECLARED.search(content[:4096])
    text, encoding, notes = decode(content, declared=declared[1].decode("ascii") if declared else "")
    if nests_deeper_than(DEEPEST * 4, text):
        raise _too_complex()
    walk = _Walk()
    walk.run(LexborHTMLParser(text).root)
    return Found(walk.built.content, walk.built.blocks, encoding, notes)


class _Walk:
    """Goes through the tree without recursion, and gives each block to the builder as it closes."""

    def __init__(self) -> None:
        self.built = TextBuilder()
        self._words: list[str] = []
        self._kind = "p"
        self._lists = 0
        self._preformatted = 0
        self._row: list[tuple[str, bool]] | None = None
        self._rows_open = 0
        self._span = 1
        self._close_to_last = False

    def run(self, root: LexborNode | None) -> None:
        """Walk under `root`; raises Refused when the file is nested too deep or too large to be a page."""
        stack: list[tuple[LexborNode, int, bool]] = [(root, 0, False)] if root is not None else []
        seen = 0
        while stack:
            node, depth, leaving = stack.pop()
            if leaving:
                self._leave(node.tag or "")
                continue
            seen += 1
            if depth > DEEPEST or seen > MOST_NODES:
                raise _too_complex()
            tag = node.tag or ""
            if tag == "-text":
                self._say(node.text_content or "")
            elif tag.isidentifier() and not _silent(node, tag):
                self._enter(node, tag)
                stack.append((node, depth, True))
                stack.extend(
                    (child, depth + 1, False) for child in reversed(list(node.iter(include_text=True)))
                )
        self._flush()

    def _enter(self, node: LexborNode, tag: str) -> None:
        if tag == "br":
            self._words.append("\n")
        elif tag == "tr":
            self._rows_open += 1
            if self._rows_open == 1:
                self._flush()
                self._row = []
        elif tag in {"td", "th"} and self._rows_open == 1 and self._row is not None:
            self._words = []
            self._span = min(_number(node.attributes.get("colspan")), _WIDEST_SPAN)
        elif tag in {"td", "th"}:
            self._words.append(" ")
        elif tag in TITLES or tag in _BLOCKS:
            self._open_block(tag)

    def _open_block(self, tag: str) -> None:
        if self._rows_open:
            self._words.append(" ")
            return
        self._flush()
        if tag in TITLES or tag == "li":
            self._kind = tag
        elif tag in {"ul", "ol"}:
            self._lists += 1
            self._close_to_last = self._lists > 1
        elif tag == "pre":
            self._preformatted += 1
        elif tag == "caption":
            self._kind = "h6"

    def _leave(self, tag: str) -> None:
        if tag == "tr":
            self._rows_open -= 1
            if self._rows_open == 0:
                self._end_row()
        elif tag in {"td", "th"} and self._rows_open == 1 and self._row is not None:
            self._row.append((self._taken().replace("\t", " ").replace("\n", " "), tag == "th"))
            self._row.extend([("", tag == "th")] * (self._span - 1))
        elif tag in TITLES or tag in _BLOCKS:
            self._close_block(tag)

    def _close_block(self, tag: str) -> None:
        if self._rows_open:
            self._words.append(" ")
            return
        self._flush()
        if tag in {"ul", "ol"}:
            self._lists -= 1
            self._close_to_last = self._lists > 0
        elif tag == "pre":
            self._preformatted -= 1
        elif tag == "table":
            self._close_to_last = False

    def _end_row(self) -> None:
        row, self._row = self._row or [], None
        text = "\t".join(cell for cell, _heading in row)
        if not text.strip("\t"):
            return
        kind = "head" if all(heading for _cell, heading in row) else "row"
        self.built.add(kind, text, apart=not self._close_to_last)
        self._close_to_last = True

    def _say(self, text: str) -> None:
        self._words.append(text if self._preformatted else _BLANKS.sub(" ", text))

    def _taken(self) -> str:
        """Return what was said since the last block, blanks as a browser shows them."""
        text = "".join(self._words)
        self._words = []
        if self._preformatted:
            return text.strip("\n").rstrip()
        return "\n".join(re.sub(r" +", " ", line).strip(" ") for line in text.split("\n")).strip("\n ")

    def _flush(self) -> None:
        text = self._taken().replace("\t", " ") if not self._preformatted else self._taken()
        if text:
            close = self._close_to_last and self._kind == "li"
            self.built.add(self._kind, text, apart=not close)
            self._close_to_last = self._kind == "li"
        self._kind = "p"


def _too_complex() -> Refused:
    return Refused(
        "html_too_complex",
        _(
            "Cette page HTML est trop imbriquée ou trop grande pour être lue sans risque : "
            "l’enregistrer en texte brut (.txt)."
        ),
    )


def _silent(node: LexborNode, tag: str) -> bool:
    if tag in _SILENT:
        return True
    attributes = node.attributes
    return "hidden" in attributes or _HIDDEN.search(attributes.get("style") or "") is not None


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and int(text[:4]) > 0 else 1


EXTRACTOR = Extractor("html", "1", "text/html", (".html", ".htm", ".xhtml"), read)
