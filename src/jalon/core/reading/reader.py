"""Reading a text: a fixed order of passes over one surface, then the checks between what they found."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from jalon.core.reading.facts import Check, Fact
from jalon.core.reading.scan.bare_years import bare_years
from jalon.core.reading.scan.contacts import contacts
from jalon.core.reading.scan.dates import dates
from jalon.core.reading.scan.periods import periods
from jalon.core.reading.scan.references import references
from jalon.core.reading.structure.agenda import find_agenda
from jalon.core.reading.structure.documents import find_programme_documents
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
    find_agenda,
    find_results,
    find_participants,
)
"""In this order: each marks the characters it used, so that `2023` of a date is no quantity."""

CHECKS: tuple[Callable[[Surface], Sequence[Check]], ...] = ()

VERSION = "1"
"""Grows when the same text may be read otherwise."""


@dataclass(frozen=True)
class Reading:
    """What was read in one text: facts in its order, checks in the order of their first passage."""

    text: str
    facts: tuple[Fact, ...]
    checks: tuple[Check, ...]


def read(text: str, blocks: Sequence[Block] = ()) -> Reading:
    """Read a French text. Pure and deterministic: the same text and blocks give the same reading."""
    surface = Surface(text, blocks)
    for one in PASSES:
        one(surface)
    checks = [check for one in CHECKS for check in one(surface)]
    return Reading(
        text,
        tuple(sorted(surface.facts, key=lambda fact: (fact.start, fact.end, fact.type))),
        tuple(sorted(checks, key=lambda check: (check.spans[:1], check.kind, check.explain))),
    )
