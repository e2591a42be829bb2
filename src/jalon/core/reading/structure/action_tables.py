"""Actions, decisions and recommendations that a table lists, with who and by when."""

import re
from collections.abc import Mapping

from jalon.core.reading.facts import Detail, Fact, FactType
from jalon.core.reading.prose.deadlines import Deadlines
from jalon.core.reading.prose.responsibles import Actors
from jalon.core.reading.prose.words import TO_DO
from jalon.core.reading.structure.cards import cards
from jalon.core.reading.structure.headings import Column
from jalon.core.reading.structure.tables import Cell, Table, tables
from jalon.core.reading.surface import Surface

_KINDS: Mapping[str, str] = {
    r"recommand": "recommandation",
    r"d[ée]cision|r[ée]solution": "décision",
    r"engagement": "engagement",
    r"prochaines|perspective": "perspective",
}
_STATES: Mapping[str, str] = {
    r"\b(?:non|pas|aucune?|jamais)\b|\b[àa] (?:faire|r[ée]aliser|reconduire)\b": "open",
    r"\ben (?:cours|voie|attente)\b|partiel|d[ée]marr[ée]|engag[ée]|encours|poursui": "ongoing",
    r"\br[ée]alis[ée]|\bex[ée]cut[ée]|\bfaite?s?\b|effectu|effecti|achev|\bmise?s? en [œo]e?uvre|termin"
    r"|respect|100"
    r"|tenue?\b|transmis|oui|\bmis(?:e|es)? en place|finalis|d[ée]j[àa]|ex[ée]cution totale|appliqu": "done",
}
_RANK = re.compile(r"\s*([0-9]{1,3})\s*[.)]?\s*")
_WITHOUT_FIGURES = frozenset({Column.FIGURE, Column.MONEY, Column.INDICATOR})
_GOING = re.compile(rf"\b(?:va|vont|s'engage(?:nt)?\s+à)\s+(?={TO_DO})", re.IGNORECASE)
_ABOVE = 300


def find_tabled_actions(surface: Surface) -> None:
    """Keep the action of each row of a table of actions."""
    actors, deadlines = Actors(surface), Deadlines(surface)
    for table in tables(surface):
        if is_action_table(table):
            kind = _kind(surface, table)
            for rank, row in enumerate(table.rows, 1):
                if action := _of_row(table, row, rank, actors, deadlines):
                    action.say("kind", kind)
                    surface.keep(action)
                if promise := _promise(surface.plain, table, row, actors):
                    surface.keep(promise)
    _keep_cards(surface, actors, deadlines)


def is_action_table(table: Table) -> bool:
    """Return whether a table tells who does what: actions, with someone, a deadline, a state or a comment."""
    columns = set(table.columns)
    told = columns & {Column.RESPONSIBLE, Column.DEADLINE, Column.STATE, Column.COMMENT}
    short = len(table.header) <= 3 and Column.NUMBER in columns
    return Column.ACTION in columns and not columns & _WITHOUT_FIGURES and bool(told or short)


def _kind(surface: Surface, table: Table) -> str:
    index = table.index(Column.ACTION)
    heading = table.header[index or 0].text.lower()
    above = surface.plain[max(0, table.start - _ABOVE) : table.start].strip().rsplit("\n", 1)[-1].lower()
    for text in (heading, above):
        for pattern, kind in _KINDS.items():
            if re.search(pattern, text):
                return kind
    return "action"


def _of_row(
    table: Table, row: tuple[Cell, ...], rank: int, actors: Actors, deadlines: Deadlines
) -> Fact | None:
    by_column = {column: one for column, one in zip(table.columns, row, strict=False) if column and one}
    return _of_cells(by_column, by_column.get(Column.ACTION), rank, actors, deadlines)


def _of_cells(
    by_column: Mapping[Column, Cell], action: Cell | None, rank: int, actors: Actors, deadlines: Deadlines
) -> Fact | None:
    if action is None or sum(map(str.isalpha, action.text)) < 4:
        return None
    number = _RANK.fullmatch(by_column[Column.NUMBER].text) if Column.NUMBER in by_column else None
    details: dict[str, Detail] = {"status": _status(by_column)}
    if who := by_column.get(Column.RESPONSIBLE) or by_column.get(Column.ORGANISATION):
        details["responsible"] = actors.named_in(who.start, who.end)
    if when := by_column.get(Column.DEADLINE):
        details["deadline"] = deadlines.of_cell(when.start, when.end, when.text)
    point = by_column.get(Column.POINT)
    if point and point is not action:
        details["subject"] = point.text
    if comment := by_column.get(Column.COMMENT):
        details["comment"] = comment.text
    kept = {key: value for key, value in details.items() if value}
    return Fact(FactType.ACTION, action.start, action.end, int(number[1]) if number else rank, kept)


def _keep_cards(surface: Surface, actors: Actors, deadlines: Deadlines) -> None:
    """Actions each written as a card: `Action n° 1`, `Responsable : …`, `Échéance : …`."""
    rank = 0
    for card in cards(surface):
        action = card.get(Column.ACTION) or card.get(Column.POINT)
        if action and {Column.RESPONSIBLE, Column.DEADLINE} & set(card):
            rank += 1
            if fact := _of_cells(card, action, rank, actors, deadlines):
                fact.say("kind", "action")
                surface.keep(fact)


def _promise(plain: str, table: Table, row: tuple[Cell, ...], actors: Actors) -> Fact | None:
    """What a comment promises: `Les deux ministères vont se concerter`."""
    index = table.index(Column.COMMENT)
    comment = row[index] if index is not None else None
    going = _GOING.search(plain, comment.start, comment.end) if comment else None
    if comment is None or going is None:
        return None
    _, who = actors.subject(comment.start, going.start())
    details: dict[str, Detail] = {"kind": "engagement"}
    if who:
        details["responsible"] = who
    return Fact(FactType.ACTION, comment.start, comment.end, None, details)


def _status(by_column: Mapping[Column, Cell]) -> str:
    state = by_column.get(Column.STATE)
    for pattern, status in _STATES.items():
        if state and re.search(pattern, state.text.lower()):
            return status
    return "open"
