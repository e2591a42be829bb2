"""Other readings under which the figures of a sentence hold: with one of them, nothing is surely wrong."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import combinations

from jalon.core.reading.checks.common import PEOPLE, noun, number
from jalon.core.reading.checks.figures import numbers_in
from jalon.core.reading.counts.holding import PLACES, counts_people, head, number_of
from jalon.core.reading.facts import Fact, FactType, Span
from jalon.core.reading.surface import Surface
from jalon.core.values import PrintedNumber, ValueProblem, is_truncated, parse_percent

_AT_MOST = 6
"""Figures of one enumeration that are tried together."""


def printed_share(surface: Surface, percent: Fact) -> PrintedNumber:
    """Return a percentage with the precision it is printed with."""
    try:
        return parse_percent(surface.plain[percent.start : percent.end])
    except ValueProblem:
        share = number(percent) or Decimal(0)
        return PrintedNumber(share, Decimal(1).scaleb(int(share.as_tuple().exponent)))


def share_holds(surface: Surface, percent: Fact, whole: Fact) -> bool:
    """Return whether a share is that of other figures of its sentence than the one just before it.

    Those tried: each figure out of each larger one; the parts of the whole, some of them together, and what
    they leave of it: `cinq sont appliquées, deux en cours, une abandonnée, soit 62,5 %` of eight.
    """
    printed = printed_share(surface, percent)
    return any(
        big and _is_share(printed, Fraction(small) * 100 / Fraction(big))
        for small, big in _ratios(surface, percent, whole)
    )


def _ratios(surface: Surface, percent: Fact, whole: Fact) -> Iterator[tuple[Decimal, Decimal]]:
    sentence = surface.sentence_at(percent.start)
    facts = surface.starting_in(sentence.start, sentence.end, whole.type)
    values = [value for fact in facts if (value := number(fact))]
    for one, other in combinations(values[-2 * _AT_MOST :], 2):
        yield min(one, other), max(one, other)
    total = number(whole) or Decimal(0)
    parts = [number(fact) or Decimal(0) for fact in facts if fact is not whole and fact.start < percent.start]
    parts = [value for value in parts if value < total][-_AT_MOST:]
    for count in range(1, len(parts) + 1):
        for some in combinations(parts, count):
            made = sum(some, Decimal(0))
            if made <= total:
                yield made, total
                yield total - made, total


def _is_share(printed: PrintedNumber, exact: Fraction) -> bool:
    close = abs(Fraction(printed.value) - exact) <= Fraction(printed.precision) / 2
    return close or is_truncated(printed, exact)


def sum_holds(
    surface: Surface, within: Span, total: Decimal, parts: Sequence[Decimal], facts: Sequence[Fact] = ()
) -> bool:
    """Return whether parts that miss their total make another number of the sentence, or it without one.

    `14 seuils sur 18 : 6 à …, 5 à … et 3 à …` makes the fourteen; a number beside the parts that is just what
    they lack is one more part; and one of three parts or more that is too much was not one.
    """
    made = sum(parts, Decimal(0))
    if len(parts) > 2 and (made - total in parts or _has_subtotal(parts, total)):
        return True
    sentence = surface.sentence_at(within.start)
    start, end = min(sentence.start, within.start), max(sentence.end, within.end)
    beside = [value for value, span in numbers_in(surface, start, end) if _alike(surface, span, facts)]
    counted = surface.starting_in(start, end, FactType.QUANTITY, FactType.MONEY)
    beside += [number(fact) or Decimal(0) for fact in counted if _alike(surface, fact.span, facts)]
    for value in (*parts, total):
        beside = _without(beside, value)
    return made in beside or (made < total and total - made in beside)


def _has_subtotal(parts: Sequence[Decimal], total: Decimal) -> bool:
    """Whether a part is the sum of those before it, which the others then make the total with."""
    kept: list[Decimal] = []
    for value in parts:
        kept = [value] if len(kept) > 1 and sum(kept, Decimal(0)) == value else [*kept, value]
    return sum(kept, Decimal(0)) == total


def _without(values: list[Decimal], value: Decimal) -> list[Decimal]:
    return [one for one in values if one != value]


def _alike(surface: Surface, span: Span, facts: Sequence[Fact]) -> bool:
    """Whether what a number counts may be what a total or its parts do; a number that counts nothing may."""
    counted = surface.starting_in(span.start, span.end, FactType.QUANTITY)
    if not facts or not counted or not noun(counted[0]):
        return True
    one = counted[0]
    return any(noun(fact) in {noun(one), ""} or (is_people(one) and is_people(fact)) for fact in facts)


def is_people(fact: Fact) -> bool:
    """Return whether a figure counts persons, or bodies that are counted as persons are."""
    return counts_people(fact) or noun(fact) in PEOPLE


def held_before(surface: Surface, whole: Fact, part: Fact) -> bool:
    """Return whether what is counted earlier in the sentence may be what a part is some of.

    `75 maraîchers encadrés par trois animateurs, dont 52 femmes`: never the three.
    """
    sentence = surface.sentence_at(whole.start)
    earlier = surface.starting_in(sentence.start, whole.start, FactType.QUANTITY)
    return any(
        number_of(one) >= number_of(part) and (head(one) not in PLACES or noun(one) == noun(part))
        for one in earlier
    )
