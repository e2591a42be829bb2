"""Commitments of the text that the table of actions forgets."""

import re

from jalon.core.reading.facts import Fact, FactType
from jalon.core.reading.structure.action_tables import is_action_table
from jalon.core.reading.structure.tables import Table, tables
from jalon.core.reading.surface import Surface
from jalon.core.values import search_key

_WORD = re.compile(r"(?:(?<=[a-zà-ÿ]')|(?<![\w']))[a-zà-ÿœ]{4,}|^[A-ZÀ-Ý][a-zà-ÿœ]{3,}")
_STEM = 5
_SHARED = 0.5
_COMMON = re.compile(
    r"pour|dans|avec|leurs?|cette|avoir|faire|etre|sont|sera|seront|entre|tous|toutes|ainsi|comite|projet"
    r"|programme|membres|reunion|session|technique|pilotage|recommande|convenu|retenu|decide|actions?"
)


def untabled(surface: Surface) -> list[Fact]:
    """Return the actions said in the text that no row of its tables of actions takes up.

    Empty when the text has no such table: nothing is forgotten then.
    """
    drawn = [table for table in tables(surface) if is_action_table(table)]
    rows = [stems_of_action(" ".join(cell.text for cell in row)) for table in drawn for row in table.rows]
    actions = surface.of_type(FactType.ACTION)
    return [
        action
        for action in actions
        if rows and not _inside(action, drawn) and not _is_taken_up(surface, action, rows)
    ]


def _inside(action: Fact, drawn: list[Table]) -> bool:
    return any(table.start <= action.start < table.end for table in drawn)


def _is_taken_up(surface: Surface, action: Fact, rows: list[frozenset[str]]) -> bool:
    own = stems_of_action(surface.plain[action.start : action.end])
    return any(len(own & row) >= _SHARED * len(own) for row in rows)


def stems_of_action(text: str) -> frozenset[str]:
    """The beginnings of the words that say what is done; names, with their capitals, say with whom."""
    words = [search_key(word) for word in _WORD.findall(text)]
    return frozenset(word[:_STEM] for word in words if not _COMMON.fullmatch(word))
