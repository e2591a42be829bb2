"""The passes that read counts, in their order."""

from collections.abc import Callable

from jalon.core.reading.counts.bracketed import bracketed_counts
from jalon.core.reading.counts.list_counts import list_counts
from jalon.core.reading.counts.lone import lone_counts
from jalon.core.reading.counts.parents import parents
from jalon.core.reading.counts.quantities import quantities
from jalon.core.reading.counts.tabled import table_counts
from jalon.core.reading.surface import Surface

QUANTITY_PASSES: tuple[Callable[[Surface], None], ...] = (
    list_counts,
    table_counts,
    lone_counts,
    quantities,
    bracketed_counts,
    parents,
)
"""In this order: a cell or a line of its own is read as such before it is read as a sentence."""
