"""Organisations and places that a table's columns announce (« Structure », « Responsable », « Commune »)."""

import re
from collections.abc import Iterator

from jalon.core.reading.entities.acronyms import ACRONYM, NEVER_NAMES
from jalon.core.reading.entities.mentions import Mention
from jalon.core.reading.entities.words import one_line
from jalon.core.reading.facts import FactType, Span
from jalon.core.reading.structure.cells import Cell
from jalon.core.reading.structure.headings import Column
from jalon.core.reading.structure.tables import tables
from jalon.core.reading.surface import Surface

_ARTICLE = re.compile(r"(?:de l'|du |de la |des |de |d'|la |le |les |l')", re.IGNORECASE)
_ACRONYM = re.compile(rf"{ACRONYM}(?: ?[/,] ?{ACRONYM})*")
_FIRST_PART = re.compile(r" [/–-] (?=[a-zà-ÿ])")
_WHOLE = frozenset({Column.ORGANISATION, Column.FUNDER})
_ACRONYMS_ONLY = frozenset({Column.RESPONSIBLE, Column.FUNCTION})
_NAME = re.compile(r"[A-ZÀ-Ý][^|\t\n;:()]{2,80}")
_PLACE = re.compile(r"[A-ZÀ-Ý][a-zà-ÿ]+(?:[ -][A-ZÀ-Ý][a-zà-ÿ]+){0,3}")
_TITLE = re.compile(r"(?:M|Mr|Mme|Dr)\b\.? ")


def organisations_in_columns(surface: Surface) -> Iterator[Mention]:
    """Yield the organisations that cells under « Structure », « Bailleur »… name as a whole."""
    for cell, column in _cells(surface, _WHOLE | _ACRONYMS_ONLY):
        article = _ARTICLE.match(cell.text)
        start = cell.start + (article.end() if article else 0)
        text = _FIRST_PART.split(surface.plain[start : cell.end])[0].rstrip(" .")
        if not _may_name(text, column):
            continue
        span = Span(start, start + len(text))
        capitals = _ACRONYM.fullmatch(text) is not None
        yield Mention(span, FactType.ORGANIZATION, one_line(text), text if capitals else "")


def _may_name(text: str, column: Column) -> bool:
    if _ACRONYM.fullmatch(text):
        return text not in NEVER_NAMES
    if column in _ACRONYMS_ONLY or not _NAME.fullmatch(text) or _TITLE.match(text):
        return False
    return len(text.split()) > 1 and not any(letter.isdigit() for letter in text)


def place_cells(surface: Surface) -> tuple[Span, ...]:
    """Return the cells that stand under « Commune », « Localité », « Région »…"""
    cells = _cells(surface, frozenset({Column.PLACE}))
    return tuple(Span(cell.start, cell.end) for cell, _ in cells if _PLACE.fullmatch(cell.text))


def _cells(surface: Surface, wanted: frozenset[Column]) -> Iterator[tuple[Cell, Column]]:
    for table in tables(surface):
        columns = [(n, column) for n, column in enumerate(table.columns) if column in wanted]
        for row in table.rows:
            for number, column in columns:
                if number < len(row) and row[number] and column is not None:
                    yield row[number], column
