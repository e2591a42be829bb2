"""Amounts printed in two currencies: the fixed parity of the CFA franc, and rates that cannot be."""

import re
from collections.abc import Iterator
from decimal import Decimal

from jalon.core.reading.checks.common import doubtful, is_rounded, number, ok, said
from jalon.core.reading.facts import Check, Fact, FactType, Span
from jalon.core.reading.surface import Surface
from jalon.core.values import format_number

PARITY = Decimal("655.957")
"""XOF and XAF for one euro, fixed since 1999."""

_TIED = re.compile(
    r"\s*(?:[|\t(=,≈~]|\bsoit\b|\bou\b|\béquivalent\w*|\benviron\b|\bprès de\b|\bà peu près\b|\bde\b|\bà\b"
    r"|\bl'|\ben\b|\beuros?\b|\*\*|\s)*",
    re.I,
)
_SAME = Decimal("0.001")
_ABOUT = Decimal("0.045")
_DOLLAR = (Decimal(400), Decimal(800))


def check_conversions(surface: Surface) -> list[Check]:
    """Convert each CFA amount and compare with the euros printed beside it."""
    pairs = list(_pairs(surface))
    other = [pair for pair in pairs if not _agrees(*pair)]
    found = [_fine(franc, euro) for franc, euro in pairs if _agrees(franc, euro)]
    rates = {_rate(*pair).quantize(Decimal(1)) for pair in other}
    if len(other) > 1 and len(rates) == 1:
        return [*found, _systematic(other, rates.pop())]
    return [*found, *(_off(franc, euro) for franc, euro in other)]


def _pairs(surface: Surface) -> Iterator[tuple[Fact, Fact]]:
    amounts = surface.of_type(FactType.MONEY)
    for index, first in enumerate(amounts[:-1]):
        second = amounts[index + 1]
        tied = _TIED.fullmatch(surface.plain[first.end : second.start])
        if not tied or not tied[0].strip(" *\n") or not number(first) or not number(second):
            continue
        francs = {"XOF", "XAF"}
        if first.text("currency") in francs and second.text("currency") in {"EUR", "USD"}:
            yield first, second
        elif second.text("currency") in francs and first.text("currency") in {"EUR", "USD"}:
            yield second, first


def _rate(franc: Fact, euro: Fact) -> Decimal:
    return (number(franc) or Decimal(0)) / (number(euro) or Decimal(1))


def _agrees(franc: Fact, euro: Fact) -> bool:
    if euro.text("currency") == "USD":
        return _DOLLAR[0] <= _rate(franc, euro) <= _DOLLAR[1]
    written = number(euro) or Decimal(0)
    exact = (number(franc) or Decimal(0)) / PARITY
    half = Decimal(1).scaleb(_last_digit(written) - 1) * 5
    gap = abs(exact - written)
    allowed = _ABOUT if is_rounded(euro) or is_rounded(franc) else _SAME
    converted = euro.start < franc.start and _last_digit(number(franc) or Decimal(0)) < 4
    return gap <= exact * allowed or (gap <= half and not is_rounded(euro) and not converted)


def _last_digit(value: Decimal) -> int:
    """The power of ten of the last digit that is not zero: what `7,8 millions` was rounded to."""
    return int(value.normalize().as_tuple().exponent) if value else 0


def _fine(franc: Fact, euro: Fact) -> Check:
    facts = (franc, euro)
    return ok("currency_conversion", _spans(franc, euro), _explain(franc, euro), facts)


def _off(franc: Fact, euro: Fact) -> Check:
    explain = f"{_explain(franc, euro)}, écrit {said(number(euro) or 0)}"
    return doubtful("currency_conversion", _spans(franc, euro), explain, (franc, euro))


def _explain(franc: Fact, euro: Fact) -> str:
    francs = number(franc) or Decimal(0)
    if euro.text("currency") == "USD":
        return f"un dollar ferait {format_number(_rate(franc, euro), 0)} FCFA"
    return f"{said(francs)} FCFA = {format_number(francs / PARITY, 2)} EUR à la parité de 655,957"


def _systematic(pairs: list[tuple[Fact, Fact]], rate: Decimal) -> Check:
    facts = tuple(fact for pair in pairs for fact in pair)
    explain = f"toutes les conversions prennent {said(rate)} FCFA pour un euro au lieu de 655,957"
    return doubtful("currency_conversion", tuple(sorted(fact.span for fact in facts)), explain, facts)


def _spans(franc: Fact, euro: Fact) -> tuple[Span, ...]:
    return tuple(sorted((franc.span, euro.span)))
