"""What an amount is worth, and how it is taken."""

import re
from decimal import Decimal

from jalon.core.reading.facts import Fact, FactType
from jalon.core.reading.numbers import FoundNumber
from jalon.core.reading.scan.money_words import describe
from jalon.core.reading.scan.qualifiers import qualifier_before
from jalon.core.reading.surface import Surface
from jalon.core.values.errors import ValueProblem
from jalon.core.values.numbers import parse_number

_PARITY = Decimal("655.957")
_SCALES = {"k": 3, "m": 6, "mm": 6, "md": 9, "mds": 9, "mrd": 9, "mrds": 9}


def amount_of(surface: Surface, number: FoundNumber, short: str) -> int | Decimal:
    """Return the value of a number whose short scale (`M` of `12 M€`) stands behind it."""
    if surface.plain[number.start : number.end] == "655,957":
        return _PARITY
    if not short:
        return number.value
    written = re.sub(r"\s+", " ", surface.plain[number.start : number.end])
    try:
        return parse_number(f"{written} {short}", short_scales=True).value
    except ValueProblem:
        return scaled(number.value, _SCALES[short.lower()])


def scaled(value: int | Decimal, zeros: int) -> int | Decimal:
    """Return a value with so many zeros more."""
    found = Decimal(value).scaleb(zeros)
    return int(found) if found == found.to_integral_value() else found


def take_amount(
    surface: Surface, start: int, end: int, value: int | Decimal, currency: str, *, implicit: bool = False
) -> Fact:
    """Take an amount, with what the words around say of it; `implicit`: its currency stands elsewhere."""
    fact = Fact(FactType.MONEY, start, end, value, {"currency": currency})
    if implicit:
        fact.say("implicit", True)
    if approx := qualifier_before(surface.plain, start):
        fact.say("approx", approx)
    describe(surface, fact)
    return surface.take(fact)
