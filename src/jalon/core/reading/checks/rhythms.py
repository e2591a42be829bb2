"""Counts that belong together: monthly reports and monthly meetings, committees and the groups they serve."""

import re
from collections.abc import Iterator

from jalon.core.reading.checks.common import doubtful, is_rounded, noun, number, said, stems
from jalon.core.reading.facts import Check, Fact, FactType
from jalon.core.reading.surface import Surface

_MONTHLY = re.compile(r"\bmensuel", re.I)
_QUARTERLY = re.compile(r"\btrimestriel", re.I)
_SERVES = re.compile(
    r"[^.;]{0,60}?\bpour (?:(?:\w+er |\w+ir )les|chacune? des|tou[st]e?s les)\s+(?P<served>[^.;,]{5,80})",
    re.I,
)


def check_rhythms(surface: Surface) -> list[Check]:
    """Compare the counts that one rhythm, or one for each, should make equal."""
    return [*_rhythms(surface), *_one_each(surface)]


def _rhythms(surface: Surface) -> Iterator[Check]:
    """Reports and meetings that are both monthly and not as many, quarters that do not fit the months."""
    counts = [fact for fact in surface.of_type(FactType.QUANTITY) if not is_rounded(fact)]
    monthly = [fact for fact in counts if _MONTHLY.search(_said(surface, fact))]
    quarterly = [fact for fact in counts if _QUARTERLY.search(_said(surface, fact))]
    values = {int(number(fact) or 0) for fact in monthly}
    if (
        not 2 <= len(monthly) <= 6
        or len(values) < 2
        or max(values) > 12
        or len({noun(f) for f in monthly}) < 2
    ):
        return
    facts = sorted([*monthly, *quarterly], key=lambda fact: fact.start)
    shown = ", ".join(f"{said(number(fact) or 0)} {fact.text('unit')}" for fact in facts)
    explain = f"{shown} : le même rythme donne des comptes différents"
    yield doubtful("frequency", tuple(fact.span for fact in facts), explain, facts)


def _said(surface: Surface, fact: Fact) -> str:
    return surface.plain[fact.start : min(fact.end + 25, surface.sentence_at(fact.start).end)]


def _one_each(surface: Surface) -> Iterator[Check]:
    """`18 comités de gestion pour accompagner les micro-entreprises collectives`, which are 22 or 15."""
    counts = [
        f for f in surface.of_type(FactType.QUANTITY) if f.of is None and not is_rounded(f) and f.text("unit")
    ]
    named = [(fact, stems(fact.text("unit"))) for fact in counts]
    several = [(fact, unit) for fact, unit in named if len(unit) >= 2]
    for one in counts:
        served = _SERVES.match(surface.plain, one.end)
        if served is None:
            continue
        words = stems(served["served"])
        others = [other for other, unit in several if other is not one and unit <= words]
        values = [number(other) for other in others]
        if others and number(one) not in values and min(value or 0 for value in values) >= 5:
            shown = " ou ".join(said(value or 0) for value in values)
            explain = f"{said(number(one) or 0)} {one.text('unit')} pour {shown} {others[0].text('unit')}"
            facts = (one, *others)
            yield doubtful("count_vs_entities", tuple(sorted(f.span for f in facts)), explain, facts)
