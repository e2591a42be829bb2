"""Tables recognised in a text, whatever their layout."""

from bisect import bisect_right
from weakref import WeakKeyDictionary

from jalon.core.reading.structure.cells import Cell, Table
from jalon.core.reading.structure.listed import listed_tables
from jalon.core.reading.structure.ruled import pipe_tables, tab_tables
from jalon.core.reading.structure.signed import signed_tables
from jalon.core.reading.structure.spaced import spaced_tables
from jalon.core.reading.structure.stacked import stacked_tables
from jalon.core.reading.structure.worded import worded_tables
from jalon.core.reading.surface import Surface

__all__ = ["Cell", "Table", "listings", "table_at", "tables"]

_Seen = tuple[tuple[Table, ...], tuple[Table, ...], list[int], list[int]]
_SEEN: WeakKeyDictionary[Surface, _Seen] = WeakKeyDictionary()


def tables(surface: Surface) -> tuple[Table, ...]:
    """Return the tables of a text in its order: cells by tabs, strokes, spaces, other signs, one a line.

    They are recognised once a surface.
    """
    return _seen(surface)[0]


def listings(surface: Surface) -> tuple[Table, ...]:
    """Return the rows of a label and figures under a title alone: `Ménages assistés par village :`."""
    return _seen(surface)[1]


def table_at(surface: Surface, position: int) -> Table | None:
    """Return the table that holds a character."""
    found, _, starts, ends = _seen(surface)
    index = bisect_right(starts, position) - 1
    return found[index] if index >= 0 and position < ends[index] else None


def _seen(surface: Surface) -> _Seen:
    """The tables of a surface, with where they start and end."""
    known = _SEEN.get(surface)
    if known is None:
        recognised = _recognised(surface)
        found = tuple(table for table in recognised if table.header or table.title is None)
        others = tuple(table for table in recognised if table.title is not None and not table.header)
        known = found, others, [table.start for table in found], [table.end for table in found]
        _SEEN[surface] = known
    return known


def _recognised(surface: Surface) -> tuple[Table, ...]:
    plain = surface.plain
    head = len(surface.provenance)
    found: list[Table] = []
    for table in (
        *tab_tables(plain),
        *pipe_tables(plain),
        *spaced_tables(plain),
        *stacked_tables(plain, surface.lines),
        *listed_tables(plain, surface.lines),
        *signed_tables(plain, surface.lines),
        *worded_tables(plain, surface.lines),
    ):
        if table.start >= head and not any(
            table.start < other.end and other.start < table.end for other in found
        ):
            found.append(table)
    return tuple(sorted(found, key=lambda table: table.start))
