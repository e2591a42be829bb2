"""The passes that read counts, in their order."""

from collections.abc import Callable

from jalon.core.reading.counts.aged import ages_of_counts
from jalon.core.reading.counts.amount_statuses import statuses_of_amounts
from jalon.core.reading.counts.amounts import parents_of_amounts
from jalon.core.reading.counts.bracketed import bracketed_counts
from jalon.core.reading.counts.list_counts import list_counts
from jalon.core.reading.counts.located import places_of_counts
from jalon.core.reading.counts.lone import lone_counts
from jalon.core.reading.counts.parents import parents
from jalon.core.reading.counts.periods import set_periods
from jalon.core.reading.counts.programmes import programmes_of_counts
from jalon.core.reading.counts.quantities import quantities
from jalon.core.reading.counts.series import series_counts
from jalon.core.reading.counts.statuses import set_statuses
from jalon.core.reading.counts.tabled import table_counts
from jalon.core.reading.counts.unit_once import unit_once
from jalon.core.reading.surface import Surface

QUANTITY_PASSES: tuple[Callable[[Surface], None], ...] = (
    list_counts,
    table_counts,
    lone_counts,
    unit_once,
    quantities,
    bracketed_counts,
    series_counts,
    parents,
    parents_of_amounts,
)
"""In this order: a cell or a line of its own is read as such before it is read as a sentence."""

COUNT_CONTEXT: tuple[Callable[[Surface], None], ...] = (
    set_statuses,
    statuses_of_amounts,
    set_periods,
    places_of_counts,
    ages_of_counts,
    programmes_of_counts,
)
"""After the entities: what their surroundings say of the counts."""
