"""Rows written as cards: a label and its value to a line, several lines to a card."""

import re
from collections.abc import Iterator, Mapping

from jalon.core.reading.structure.cells import Cell, cell
from jalon.core.reading.structure.headings import Column, column_of
from jalon.core.reading.surface import Surface

Card = Mapping[Column, Cell]
"""What a card tells, by what its labels mean; the first of two labels that mean the same counts."""

_LABELLED = re.compile(
    r"[ \t]*(?:[-•*]\s*)?(?P<label>[A-ZÀ-Ý][^:\n\t]{1,45}?)\s*(?::|\t)\s*(?P<value>\S[^\n]*)?$"
)
_RANKED = re.compile(
    r"[ \t]*(?:[-•*]\s*)?"
    r"(?P<label>actions?|recommandations?|d[ée]cisions?|points?|engagements?|participants?|t[âa]ches?)"
    r"\s*(?:n°?\s*)?(?P<number>[0-9]{1,3})\s*(?::\s*(?P<value>\S[^\n]*))?$",
    re.IGNORECASE,
)
_LEAST = 2


def cards(surface: Surface) -> Iterator[Card]:
    """Yield each run of at least two labelled lines that stand under one another."""
    card: dict[Column, Cell] = {}
    last = -1
    for line in surface.lines:
        near = last >= 0 and surface.plain.count("\n", last, line.start) == 1
        told = _told(surface.plain, line.start, line.end)
        opens = bool(told) and (Column.NUMBER in told or any(column in card for column in told))
        if (not near or not told or opens) and card:
            if len(card) >= _LEAST:
                yield card
            card = {}
        for column, one in told.items():
            card.setdefault(column, one)
        last = line.end
    if len(card) >= _LEAST:
        yield card


def _told(plain: str, start: int, end: int) -> dict[Column, Cell]:
    """What a line tells: one label's value, or the number of the card and its text."""
    ranked = _RANKED.match(plain, start, end)
    if ranked and ranked.end() == end:
        found = {Column.NUMBER: cell(plain, *ranked.span("number"))}
        if ranked["value"]:
            found[column_of(ranked["label"]) or Column.POINT] = cell(plain, *ranked.span("value"))
        return found
    match = _LABELLED.match(plain, start, end)
    column = column_of(match["label"]) if match and match.end() == end else None
    if match is None or column is None:
        return {}
    value = cell(plain, *match.span("value")) if match["value"] else Cell(end, end, "")
    return {column: value}
