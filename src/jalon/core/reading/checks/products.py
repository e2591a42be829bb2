"""Products as budgets write them: `(125.000 FCFA * 9) … 1.125.000`, `12 kits à 25 000 F, soit 300 000 F`."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from math import prod

from jalon.core.reading.checks.common import number, ok, said, wrong
from jalon.core.reading.facts import Check, Fact, FactType, Span
from jalon.core.reading.surface import Surface
from jalon.core.values import ValueProblem, parse_number

_FACTOR = re.compile(
    r"\s*\)?\s*[*x×]\s*(?P<digits>[0-9][0-9 .]*[0-9]|[0-9])\s*(?:[a-zà-ÿ]{1,15}\b\.?)?\s*\)?", re.I
)
_RESULT_WITHIN = 90
_EACH = re.compile(r"\s*(?:à raison de|à|au prix (?:unitaire )?de|de|x|\*)\s*", re.I)
_MAKES = re.compile(
    r"[^.;\d]{0,40}(?:\bsoit\b|\bpour un (?:montant|total|coût)[^\d.;]{0,20}|=|\bdonnant\b)[^.;\d]{0,30}",
    re.I,
)


def check_products(surface: Surface) -> list[Check]:
    """Multiply what is written as a product and compare with the amount that follows."""
    amounts = surface.of_type(FactType.MONEY)
    return [*_written(surface, amounts), *_priced(surface, amounts)]


def _written(surface: Surface, amounts: list[Fact]) -> Iterator[Check]:
    for index, unit in enumerate(amounts):
        price, end = number(unit) or Decimal(0), unit.end
        leading = _leading_factors(surface, unit)
        product, factors = prod(leading, start=price), [*leading, price]
        while match := _FACTOR.match(surface.plain, end):
            try:
                factor = Decimal(parse_number(match["digits"]).value)
            except ValueProblem:
                break
            product, end = product * factor, match.end()
            factors.append(factor)
        following = amounts[index + 1 : index + 2]
        if len(factors) < 2 or not following or following[0].start - end > _RESULT_WITHIN:
            continue
        result = following[0]
        between = surface.plain[end : result.start]
        if _FACTOR.match(surface.plain, result.end) or re.search(r"[a-zà-ÿ]{3}", between, re.I):
            continue
        yield _compare(unit, result, factors, product, Span(unit.start, end))


_LEADING = re.compile(r"(?P<digits>[0-9][0-9 .]{0,9}[0-9]|[0-9])\s*(?:[a-zà-ÿ]{2,15})?\s*[*x×]\s*$", re.I)


def _leading_factors(surface: Surface, unit: Fact) -> list[Decimal]:
    """The numbers that multiply a price from before: `36 élèves x 5 jours x 400 F`."""
    line, end = surface.line_at(unit.start), unit.start
    factors: list[Decimal] = []
    while match := _LEADING.search(surface.plain[line.start : end]):
        try:
            factors.insert(0, Decimal(parse_number(match["digits"]).value))
        except ValueProblem:
            break
        end = line.start + match.start()
    return factors


def is_multiplied(surface: Surface, amount: Fact) -> bool:
    """Return whether an amount is a price in a product, not a line of a budget."""
    return bool(_FACTOR.match(surface.plain, amount.end)) or bool(_leading_factors(surface, amount))


def _priced(surface: Surface, amounts: list[Fact]) -> Iterator[Check]:
    """`12 kits à 25 000 FCFA l’unité, soit 300 000 FCFA`."""
    for index, (unit, result) in enumerate(pairwise(amounts)):
        if index and amounts[index - 1].start >= surface.sentence_at(unit.start).start:
            continue
        if unit.text("currency") != result.text("currency") or surface.sentence_at(
            unit.start
        ) != surface.sentence_at(result.start):
            continue
        if not _MAKES.fullmatch(surface.plain[unit.end : result.start]):
            continue
        for count in surface.starting_in(max(0, unit.start - 120), unit.start, FactType.QUANTITY):
            if count.end <= unit.start and _EACH.fullmatch(surface.plain[count.end : unit.start]):
                times = number(count) or Decimal(0)
                price = number(unit) or Decimal(0)
                yield _compare(unit, result, [times, price], times * price, Span(count.start, unit.end))


def _compare(unit: Fact, result: Fact, factors: list[Decimal], product: Decimal, written: Span) -> Check:
    stated = number(result) or Decimal(0)
    spelled = " × ".join(map(said, factors))
    spans = (written, result.span)
    if product == stated:
        return ok("multiplication", spans, f"{spelled} = {said(product)}", (unit, result))
    explain = f"{spelled} = {said(product)}, écrit {said(stated)} (écart {said(abs(product - stated))})"
    return wrong("multiplication", spans, explain, (unit, result))
