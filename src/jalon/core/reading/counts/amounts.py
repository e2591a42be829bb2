"""Amounts that are parts of another: `259 millions dont 100 millions de la DER et 159 millions du PNUD`."""

import re
from collections.abc import Sequence

from jalon.core.reading.counts.holding import number_of
from jalon.core.reading.facts import Fact, FactType
from jalon.core.reading.surface import Surface


def parents_of_amounts(surface: Surface) -> None:
    """Tie every amount to the amount before `dont` that it is a part of."""
    amounts = surface.of_type(FactType.MONEY)
    for index, amount in enumerate(amounts):
        if amount.of is None and "equivalent" not in amount.details:
            amount.of = _amount_of(surface, amounts, index)


def _amount_of(surface: Surface, amounts: Sequence[Fact], index: int) -> Fact | None:
    if not index:
        return None
    amount, before = amounts[index], amounts[index - 1]
    sentence = surface.sentence_at(amount.start)
    if before.start < sentence.start:
        return None
    between = surface.plain[before.end : amount.start]
    total = before if re.search(r"\bdont[ \n](?:[^.;:()]{0,60})\Z", between) else None
    chained = (
        before.of is not None
        and re.search(r"(?:,|\bet|;)[ \n](?:[^.;:()]{0,30})\Z", between)
        and len(between) < 90
    )
    if total is None and chained and not re.search(r"\bdont\b|\bsoit\b", between):
        total = before.of
    if total is None or not _holds_amount(total, amount):
        return None
    return total


def _holds_amount(total: Fact, part: Fact) -> bool:
    return number_of(total) >= number_of(part) >= 0 and total.text("currency") == part.text("currency")
