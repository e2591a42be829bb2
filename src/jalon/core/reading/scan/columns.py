"""Cells under a header that says what their numbers are: `Montant (FCFA)`, `Taux (%)`.

Four layouts: rows between bars (`| a | b |`), between tabs, one cell a line, and with a sign between cells.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from jalon.core.reading.structure.cells import Cell as TableCell
from jalon.core.reading.structure.cells import Table
from jalon.core.reading.structure.headings import names_period
from jalon.core.reading.structure.tables import listings, tables
from jalon.core.reading.surface import Surface


@dataclass(frozen=True, slots=True)
class Cell:
    """The characters of one cell without blanks and bold marks, and the header above it."""

    start: int
    end: int
    text: str
    header: str


_DIGIT = re.compile(r"[0-9]")
_PIECE = re.compile(r"[^\s*](?:[^\n]*[^\s*])?")
_SPACED = re.compile(r"[^\s](?:[^\s]| (?! ))*")
_FIGURE = re.compile(r"[0-9][0-9 .,]*")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_LARGE = re.compile(r"[1-9][0-9]{0,2}(?:[ .][0-9]{3})+|[0-9]{5,}")
_CAPTION = re.compile(r"\ben |\bunit[ée]s? ?:|\(", re.I)
_PRICES = re.compile(r"\b(?:prix|cours|tarifs?)\b", re.I)
_SUM = re.compile(r"[0-9]{3}(?![0-9])(?<!20[0-9]{2})|[0-9] ?(?:%|F)")
_LONGEST_HEADER, _LONGEST_CELL, _LONGEST_CAPTION = 60, 90, 140
_MOST_COLUMNS = 8
_MOST_WORDS = 7


def headed_cells(surface: Surface, header: re.Pattern[str]) -> Iterator[Cell]:
    """Yield the cells with a digit that stand under a header cell in which `header` is found."""
    named = frozenset(surface.line_at(match.start()).start for match in header.finditer(surface.plain))
    if not named:
        return
    for separator in ("|", "\t"):
        if separator in surface.plain:
            yield from _rows(surface, separator, header, named)
    yield from _aligned(surface, header, named)
    yield from _signed(surface, header, named)
    yield from _one_a_line(surface, header, named)


_MONEYED = re.compile(
    r"montant|co[ûu]t|budget|subvention|apport|contribution|pr[ée]v|d[ée]pens|recette|solde|dotation|part\b"
    r"|d[ée]caiss|engag|r[ée]alis|prix|financement|disponible|allou|ex[ée]cut|total|reste|[ée]cart|cumul",
    re.I,
)
_PRICE = re.compile(r"(?:prix|co[ûu]t|montant|p\.?u\.?\Z)", re.I)
_UNMONEYED = re.compile(
    r"%|taux|nombre|nbre|\bnb|quantit|qt[ée]|effectif|n°|num[ée]ro|ann[ée]e|unit[ée]s?$|dur[ée]e|m[ée]nages"
    r"|b[ée]n[ée]ficiaires|hommes|femmes|population|superficie|jours|mois\b",
    re.I,
)


def _signed(surface: Surface, header: re.Pattern[str], named: frozenset[int]) -> Iterator[Cell]:
    """Columns told apart by a sign: the header's own words, those it shares a stroke with, or the title."""
    for table in (*tables(surface), *listings(surface)):
        at = table.title.start if table.title else table.start
        line = surface.line_at(at)
        above = "" if table.title else surface.plain[max(0, line.start - 160) : line.start].strip("\n ")
        caption = table.title.text if table.title else above.rpartition("\n")[2]
        told = _is_caption(caption, header)
        if not (told or line.start in named):
            continue
        for column in range(1, len(table.rows[0])):
            said = _said(surface, table, column, header, caption if told else "")
            if said:
                yield from (
                    Cell(row[column].start, row[column].end, row[column].text, said)
                    for row in table.rows
                    if _FIGURE.fullmatch(row[column].text)
                )


def _said(surface: Surface, table: Table, column: int, header: re.Pattern[str], caption: str) -> str:
    """The words that say what the figures of a column are, empty when none do."""
    if not table.header:
        return caption
    heading = table.header[column]
    if _is_header(heading.text, header):
        return heading.text
    if _UNMONEYED.search(heading.text):
        return ""
    last = table.header[-1]
    if "(" in last.text and _is_header(last.text, header) and _shares(surface, table.header[column:]):
        return last.text
    if _PRICE.match(heading.text):
        priced = [one.text for one in table.header if _PRICE.match(one.text) and _is_header(one.text, header)]
        if priced:
            return priced[-1]
    moneyed = [one for one in table.header if _MONEYED.search(one.text)]
    if not caption or (moneyed and heading not in moneyed):
        return ""
    return caption if moneyed or names_period(heading.text) else ""


def _shares(surface: Surface, headings: Sequence[TableCell]) -> bool:
    """Whether headings stand between strokes up to the last: `Coût / Apport (en FCFA)`."""
    plain = surface.plain
    return all("/" in plain[one.end : other.start] for one, other in pairwise(headings))


def _aligned(surface: Surface, header: re.Pattern[str], named: frozenset[int]) -> Iterator[Cell]:
    """Columns set with spaces: a figure stands under the header that is nearest on its line."""
    heads: list[tuple[int, int, str]] = []
    for line in surface.lines:
        if not heads and line.start not in named:
            continue
        start = surface.plain.rfind("\n", 0, line.start) + 1
        text = surface.plain[start : line.end]
        spaced = "  " in text and "\t" not in text and "|" not in text
        cells = [(*match.span(), match[0]) for match in _SPACED.finditer(text)] if spaced else []
        if len(cells) < 2:
            heads = heads if len(text) < _LONGEST_HEADER else []
            continue
        figures = [cell for cell in cells if _is_figure(cell[2])]
        if not figures and any(_is_header(cell[2], header) for cell in cells):
            heads = cells
        elif heads:
            for first, last, written in figures:
                nearest = min(heads, key=lambda head: max(head[0] - last, first - head[1], 0))
                if _is_header(nearest[2], header):
                    yield Cell(start + first, start + last, written, nearest[2])


def _rows(surface: Surface, separator: str, header: re.Pattern[str], named: frozenset[int]) -> Iterator[Cell]:
    columns: dict[int, str] = {}
    caption, above = "", -1
    for line in surface.lines:
        start = surface.plain.rfind("\n", 0, line.start) + 1
        text = surface.plain[start : line.end]
        if separator not in text:
            caption = text if line.start in named and _is_caption(text, header) else ""
            above = line.end
            columns = {} if _DIGIT.search(text) or len(text) > _LONGEST_CAPTION else columns
            continue
        if surface.plain.count("\n", max(above, 0), start) > 2:
            columns, caption = {}, ""
        above = line.end
        cells = list(_cells(text, start, separator))
        titles = enumerate(cells) if line.start in named else ()
        heads = {i: cell.text for i, cell in titles if _is_header(cell.text, header)}
        if heads and not any(_is_figure(cell.text) for cell in cells):
            columns = {i: title for i, title in heads.items() if i}
            caption = heads.get(0, "")
        elif columns:
            yield from (
                Cell(cells[i].start, cells[i].end, cells[i].text, title)
                for i, title in columns.items()
                if i < len(cells) and _DIGIT.search(cells[i].text)
            )
        elif caption:
            wanted = _FIGURE if _PRICES.search(caption) else _LARGE
            yield from (Cell(c.start, c.end, c.text, caption) for c in cells[1:] if wanted.fullmatch(c.text))


def _cells(line: str, offset: int, separator: str) -> Iterator[Cell]:
    position = offset
    for piece in line.split(separator):
        inner = _PIECE.search(piece)
        start = position + (inner.start() if inner else 0)
        written = inner[0] if inner else ""
        yield Cell(start, start + len(written), written, "")
        position += len(piece) + 1


def _is_header(text: str, header: re.Pattern[str]) -> bool:
    return len(text) <= _LONGEST_HEADER and not _SUM.search(text) and header.search(text) is not None


def _is_caption(text: str, header: re.Pattern[str]) -> bool:
    found = header.search(text) if len(text) <= _LONGEST_CAPTION and not _SUM.search(text) else None
    return found is not None and _CAPTION.search(text, max(0, found.start() - 24), found.end()) is not None


def _is_figure(text: str) -> bool:
    return _FIGURE.fullmatch(text) is not None and not _YEAR.fullmatch(text)


_SIDE = re.compile(r"%|parts?|taux|poids|ratio|[ée]carts?|pourcentage", re.I)
_REMARKS = re.compile(
    r"observations?|commentaires?|sources?(?: de financement)?|bailleurs?|justification", re.I
)


def _one_a_line(surface: Surface, header: re.Pattern[str], named: frozenset[int]) -> Iterator[Cell]:
    """One cell a line: figures in a run stand under the last headers, in their order."""
    texts = [surface.plain[line.start : line.end] for line in surface.lines]
    index = 0
    while index < len(texts):
        is_named = surface.lines[index].start in named
        if not (is_named and _is_cell(texts[index]) and _is_line_header(texts[index], header)):
            index += 1
            continue
        last = index
        while last < len(texts) and _is_cell(texts[last]):
            last += 1
        if surface.is_free(surface.lines[index].start, surface.lines[index].end):
            for place, title in _headed(texts, index, last, header):
                line = surface.lines[place]
                yield Cell(line.start, line.end, texts[place], title)
        index = last


def _is_line_header(text: str, header: re.Pattern[str]) -> bool:
    """A header alone on its line ends with what it names, and is no piece of a broken sentence."""
    ends = [match.end() for match in header.finditer(text)]
    return (
        _is_header(text, header)
        and len(text.split()) <= _MOST_WORDS
        and text[ends[-1] :].strip(" )/]*:") == ""
    )


def _is_cell(text: str) -> bool:
    return (
        len(text) <= _LONGEST_CELL
        and not text.endswith((".", ";", ":"))
        and "\t" not in text
        and "|" not in text
    )


def _headed(texts: list[str], first: int, last: int, header: re.Pattern[str]) -> Iterator[tuple[int, str]]:
    """Places of the figures under such a header; a row that misses cells is set to the right."""
    figure = next((i for i in range(first, last) if _is_figure(texts[i])), last)
    named = [i for i in range(first, figure) if _is_header(texts[i], header)]
    end = named[-1] + 1
    while end < figure - 1 and _SIDE.fullmatch(texts[end]):
        end += 1
    begin = first
    while (
        begin > 0
        and end - begin < _MOST_COLUMNS
        and _is_cell(texts[begin - 1])
        and not _DIGIT.search(texts[begin - 1])
    ):
        begin -= 1
    heads = [text for text in texts[begin:end] if not _REMARKS.fullmatch(text)]
    place = figure
    while place < last:
        run = place
        while run < last and _is_figure(texts[run]):
            run += 1
        cells = range(place, run)
        if len(cells) <= len(heads):
            under = heads[len(heads) - len(cells) :]
            yield from (
                (i, title) for i, title in zip(cells, under, strict=True) if _is_header(title, header)
            )
        place = run + 1
