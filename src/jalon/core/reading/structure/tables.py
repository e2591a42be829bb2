"""Tables recognised in a text, whatever their layout."""

from weakref import WeakKeyDictionary

from jalon.core.reading.structure.cells import Cell, Table
from jalon.core.reading.structure.ruled import pipe_tables, tab_tables
from jalon.core.reading.structure.spaced import spaced_tables
from jalon.core.reading.structure.stacked import stacked_tables
from jalon.core.reading.surface import Surface

__all__ = ["Cell", "Table", "table_at", "tables"]

_SEEN: WeakKeyDictionary[Surface, tuple[Table, ...]] = WeakKeyDictionary()


def tables(surface: Surface) -> tuple[Table, ...]:
    """Return the tables of a text in its order: by tabs, upright strokes, columns of spaces, one cell a line.

    They are recognised once a surface.
    """
    found = _SEEN.get(surface)
    if found is None:
        found = _SEEN[surface] = _recognised(surface)
    return found


def table_at(surface: Surface, position: int) -> Table | None:
    """Return the table that holds a character."""
    for table in tables(surface):
        if table.start <= position < table.end:
            return table
    return None


def _recognised(surface: Surface) -> tuple[Table, ...]:
    plain = surface.plain
    head = len(surface.provenance)
    found: list[Table] = []
    for table in (
        *tab_tables(plain),
        *pipe_tables(plain),
        *spaced_tables(plain),
        *stacked_tables(plain, surface.lines),
    ):
        if table.start >= head and not any(
            table.start < other.end and other.start < table.end for other in found
        ):
            found.append(table)
    return tuple(sorted(found, key=lambda table: table.start))
