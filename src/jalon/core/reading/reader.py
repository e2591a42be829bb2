"""Reading a text: a fixed order of passes over one surface, then the checks between what they found."""

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from jalon.core.reading.checks.balances import check_balances
from jalon.core.reading.checks.columns import check_tables
from jalon.core.reading.checks.conversions import check_conversions
from jalon.core.reading.checks.each import check_each
from jalon.core.reading.checks.evolutions import check_evolutions
from jalon.core.reading.checks.gaps import check_gaps
from jalon.core.reading.checks.goals import check_goals
from jalon.core.reading.checks.lists import check_lists
from jalon.core.reading.checks.misspelled import check_misspelled
from jalon.core.reading.checks.names import check_names
from jalon.core.reading.checks.numbering import check_numbering
from jalon.core.reading.checks.pairs import check_fractions
from jalon.core.reading.checks.partitions import check_partitions
from jalon.core.reading.checks.products import check_products
from jalon.core.reading.checks.proportions import check_proportions
from jalon.core.reading.checks.rates import check_rates
from jalon.core.reading.checks.repeats import check_repeats, check_statements
from jalon.core.reading.checks.rhythms import check_rhythms
from jalon.core.reading.checks.shares import check_shares
from jalon.core.reading.checks.sheets import check_sheets
from jalon.core.reading.checks.stocks import check_stocks
from jalon.core.reading.checks.stories import check_stories
from jalon.core.reading.checks.subsets import check_subsets
from jalon.core.reading.checks.sums import check_sums
from jalon.core.reading.checks.times import check_times
from jalon.core.reading.checks.totals import check_totals
from jalon.core.reading.checks.transposed import check_transposed
from jalon.core.reading.checks.undone import check_undone
from jalon.core.reading.checks.wording import check_wording
from jalon.core.reading.counts.passes import COUNT_CONTEXT, QUANTITY_PASSES
from jalon.core.reading.entities.finding import find_entities
from jalon.core.reading.entities.known import NOTHING, Known
from jalon.core.reading.facts import Check, Fact
from jalon.core.reading.prose.actions import find_actions
from jalon.core.reading.prose.findings import find_findings
from jalon.core.reading.scan.ages import ages
from jalon.core.reading.scan.bare_years import bare_years
from jalon.core.reading.scan.contacts import contacts
from jalon.core.reading.scan.dates import dates
from jalon.core.reading.scan.durations import durations
from jalon.core.reading.scan.money import money
from jalon.core.reading.scan.percentages import percentages
from jalon.core.reading.scan.periods import periods
from jalon.core.reading.scan.references import references
from jalon.core.reading.scan.times import times
from jalon.core.reading.structure.action_tables import find_tabled_actions
from jalon.core.reading.structure.agenda import find_agenda
from jalon.core.reading.structure.documents import find_programme_documents
from jalon.core.reading.structure.meetings import find_meetings
from jalon.core.reading.structure.participants import find_participants
from jalon.core.reading.structure.results import find_results
from jalon.core.reading.surface import Block, Surface

Pass = Callable[[Surface], None]
"""Looks at a surface and takes or keeps facts on it."""

PASSES: tuple[Pass, ...] = (
    contacts,
    references,
    find_programme_documents,
    periods,
    dates,
    bare_years,
    percentages,
    ages,
    money,
    times,
    durations,
    *QUANTITY_PASSES,
    find_agenda,
    find_meetings,
    find_results,
    find_participants,
    find_entities,
    find_tabled_actions,
    find_actions,
    find_findings,
    *COUNT_CONTEXT,
)
"""In this order: each marks the characters it used, so that `2023` of a date is no quantity."""

CHECKS: tuple[Callable[[Surface], Sequence[Check]], ...] = (
    check_sums,
    check_tables,
    check_totals,
    check_shares,
    check_balances,
    check_products,
    check_times,
    check_conversions,
    check_wording,
    check_lists,
    check_repeats,
    check_statements,
    check_names,
    check_misspelled,
    check_gaps,
    check_rhythms,
    check_stories,
    check_subsets,
    check_stocks,
    check_evolutions,
    check_goals,
    check_proportions,
    check_rates,
    check_fractions,
    check_each,
    check_partitions,
    check_numbering,
    check_sheets,
    check_transposed,
    check_undone,
)
"""What is compared between the facts; the order does not matter."""

VERSION = "2"
"""Grows when the same text may be read otherwise."""


@dataclass(frozen=True)
class Reading:
    """What was read in one text: facts in its order, checks in the order of their first passage."""

    text: str
    facts: tuple[Fact, ...]
    checks: tuple[Check, ...]


def read(text: str, blocks: Sequence[Block] = (), known: Known = NOTHING) -> Reading:
    """Read a French text, with the names an installation knows. Pure: the same gives the same reading."""
    with _uncollected():
        surface = Surface(text, blocks, known)
        for one in PASSES:
            one(surface)
        checks = _distinct(check for one in CHECKS for check in one(surface))
    return Reading(
        text,
        tuple(sorted(surface.facts, key=lambda fact: (fact.start, fact.end, fact.type))),
        tuple(sorted(checks, key=lambda one: (one.spans[:1], one.kind, one.explain))),
    )


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without looking for cycles of objects: a reading makes many objects, no cycle; a tenth of its time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _distinct(checks: Iterable[Check]) -> list[Check]:
    """One check where two ways of looking say the same of the same characters."""
    kept: dict[tuple[str, str, str], list[Check]] = {}
    for check in checks:
        same = kept.setdefault((check.kind, check.status, check.explain), [])
        if not any(_touch(one, check) for one in same):
            same.append(check)
    return [check for same in kept.values() for check in same]


def _touch(one: Check, other: Check) -> bool:
    return any(a.overlaps(b) for a in one.spans for b in other.spans)
