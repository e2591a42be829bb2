"""The points of an agenda: in a table, in a list, or in a sentence."""

import re

from jalon.core.reading.facts import Fact, FactType, Span
from jalon.core.reading.structure.headings import Column
from jalon.core.reading.structure.lists import (
    Item,
    bare_items_after,
    items_after,
    items_enumerated,
    items_inside,
)
from jalon.core.reading.structure.tables import Table, tables
from jalon.core.reading.surface import Surface

_POINTS = r"(?:points?|sujets|questions|th[èe]mes|th[ée]matiques)"
_ANNOUNCED = re.compile(
    r"(?:\bordre du jour\b"
    rf"|\b{_POINTS} (?:(?:suivants?|ci-apr[èe]s) )?"
    r"(?:inscrits|d[ée]battus|discut[ée]s|abord[ée]s|trait[ée]s|examin[ée]s|[àa] l'ordre|de l'ordre"
    r"|[àa] (?:d[ée]battre|discuter|aborder|traiter|examiner))\b"
    rf"|\bles {_POINTS} (?:suivants|ci-apr[èe]s)\b"
    rf"|\b(?:examin|abord|trait|discut)\w+ (?:de )?(?:les )?(?:\w+ )?{_POINTS}\b(?=[^.:\n]{{0,40}}:)"
    rf"|\b(?:travaux|[ée]changes|discussions|d[ée]bats) ont port[ée] sur (?:les )?(?:\w+ )?{_POINTS}\b)",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"\b(?:port(?:e|ait|aient|ant)|a port[ée]|comport(?:e|ait)|compren(?:d|ait)|[ée]tait?|est|sont|[ée]taient"
    r"|se pr[ée]sent(?:e|ait)|constitu[ée]|articul\w+|suivants?|ci-(?:apr[èe]s|dessous)|adopt[ée]e?|retenus?"
    r"|propos[ée]|comme suit|inscrits?|d[ée]battus|discut[ée]s|abord[ée]s|trait[ée]s|examin[ée]s)\b",
    re.IGNORECASE,
)
_ADOPTING = re.compile(
    r"(?:adoption|lecture|examen|validation|pr[ée]sentation|projet|amendement\w*) (?:et \w+ )?"
    r"(?:de l'|d'|du projet d')$",
    re.IGNORECASE,
)
_FAR = 400
_LONGEST_ITEM = 400


def find_agenda(surface: Surface) -> None:
    """Keep the points of each agenda, numbered from 1 in their order."""
    taken: list[Span] = []
    for table in tables(surface):
        if _is_agenda(surface, table):
            points = table.index(Column.POINT)
            rows = [row[points] for row in table.rows if points is not None and row[points]]
            _keep(surface, [Item(cell.start, cell.end) for cell in rows], taken)
    for match in _ANNOUNCED.finditer(surface.plain):
        if not any(span.start <= match.start() < span.end for span in taken):
            _keep(surface, _announced(surface, match), taken)


def _is_agenda(surface: Surface, table: Table) -> bool:
    columns = table.columns
    if Column.POINT not in columns or {Column.ACTION, Column.RESPONSIBLE, Column.MONEY} & set(columns):
        return False
    above = surface.plain[max(0, table.start - _FAR) : table.start]
    heading = table.header[columns.index(Column.POINT)].text
    return bool(_ANNOUNCED.search(above + " " + heading)) or (
        len(table.header) <= 3 and heading.lower().startswith("point") and Column.NUMBER in columns
    )


def _announced(surface: Surface, match: re.Match[str]) -> list[Item]:
    plain = surface.plain
    line = surface.line_at(match.start())
    paragraph = surface.paragraph_at(match.start())
    if _ADOPTING.search(plain, line.start, match.start()):
        return []
    colon = plain.find(":", match.end(), paragraph.end)
    if colon < 0:
        return _under_title(surface, line, match)
    if not _leads_to(plain, match.end(), colon):
        return []
    if plain[colon + 1 : surface.line_at(colon).end].strip():
        sentence = Span(colon + 1, _sentence_end(surface, colon + 1, paragraph.end))
        return (
            items_inside(plain, sentence.start, sentence.end)
            or items_enumerated(plain, sentence.start, sentence.end)
            or items_after(surface, colon + 1)
        )
    return items_after(surface, colon + 1) or bare_items_after(surface, colon + 1)


def _under_title(surface: Surface, line: Span, match: re.Match[str]) -> list[Item]:
    """A title alone on its line: the list stands under it."""
    around = surface.plain[line.start : match.start()] + surface.plain[match.end() : line.end]
    if len(around) > 45 or surface.plain[line.end - 1] in ".;,":
        return []
    return items_after(surface, line.end) or bare_items_after(surface, line.end)


def _leads_to(plain: str, start: int, colon: int) -> bool:
    between = plain[start:colon]
    return "." not in between and (len(between.strip()) < 30 or bool(_SAYS.search(between)))


def _sentence_end(surface: Surface, position: int, end: int) -> int:
    at = position
    while surface.plain[at : at + 1].isspace() and at < end:
        at += 1
    sentence = surface.sentence_at(at)
    return min(sentence.end, end) if sentence.end > at else end


def _keep(surface: Surface, items: list[Item], taken: list[Span]) -> None:
    items = [item for item in items if item.end - item.start <= _LONGEST_ITEM]
    if not items or any(span.start < items[-1].end and items[0].start < span.end for span in taken):
        return
    taken.append(Span(items[0].start, items[-1].end))
    for number, item in enumerate(items, 1):
        surface.keep(Fact(FactType.AGENDA_ITEM, item.start, item.end, number))
