"""Commitments of the text that the table of actions forgets."""

import re
from collections import Counter

from jalon.core.reading.facts import Fact, FactType, Span
from jalon.core.reading.structure.action_tables import is_action_table
from jalon.core.reading.structure.held import Held
from jalon.core.reading.structure.tables import tables
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
    if not rows:
        return []
    inside = Held(Span(table.start, table.end) for table in drawn)
    by_stem: dict[str, list[int]] = {}
    for number, row in enumerate(rows):
        for stem in row:
            by_stem.setdefault(stem, []).append(number)
    return [
        action
        for action in surface.of_type(FactType.ACTION)
        if not inside.overlapping(Span(action.start, action.start + 1))
        and not _is_taken_up(surface, action, by_stem)
    ]


def _is_taken_up(surface: Surface, action: Fact, by_stem: dict[str, list[int]]) -> bool:
    """Whether one row shares half the words of an action; `by_stem`: the rows that have each word."""
    own = stems_of_action(surface.plain[action.start : action.end])
    shared = Counter(row for stem in own for row in by_stem.get(stem, ()))
    return max(shared.values(), default=0) >= _SHARED * len(own)


def stems_of_action(text: str) -> frozenset[str]:
    """The beginnings of the words that say what is done; names, with their capitals, say with whom."""
    words = [search_key(word) for word in _WORD.findall(text)]
    return frozenset(word[:_STEM] for word in words if not _COMMON.fullmatch(word))
