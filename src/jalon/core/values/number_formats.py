"""Numbers as they are printed in French, and raw for exports. Rounding happens here, once, half up."""

from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction

from babel.numbers import format_decimal

MINUS = "\u2212"
NO_BREAK = "\u00a0"
EN_DASH = "–"

Exact = int | Decimal | Fraction


def round_half_up(value: Exact, decimals: int = 0) -> Decimal:
    """`value` rounded once, away from zero at the half: 0.5 → 1, −0.5 → −1."""
    exact = Fraction(value) * 10**decimals
    half_up = (2 * abs(exact).numerator + exact.denominator) // (2 * exact.denominator)
    digits = tuple(int(digit) for digit in str(half_up))
    return Decimal((0 if exact >= 0 else 1, digits, -decimals))


def format_number(value: Exact, decimals: int | None = None) -> str:
    """A number in French: `207 716 144` (U+202F), `53,44`, `−12` (U+2212).

    `decimals` rounds half up to that many decimals, all printed; without it a Decimal keeps its own digits
    (a Fraction that has no finite decimals must be given `decimals`).
    """
    if decimals is None:
        if isinstance(value, Fraction):
            value = _finite(value)
        decimals = max(0, -int(Decimal(value).as_tuple().exponent))
    rounded = round_half_up(value, decimals)
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    with localcontext() as context:
        context.prec = len(rounded.as_tuple().digits) + decimals + 2
        context.rounding = ROUND_HALF_UP
        printed = format_decimal(abs(rounded), format=pattern, locale="fr")
    return (MINUS if rounded < 0 else "") + printed


def format_percent(share: Exact, decimals: int = 1) -> str:
    """A share of one as a percentage: Fraction(124, 232) → `53,4 %`, with U+00A0 before the sign.

    A share that is a whole percentage is printed without decimals (`86 %`); one that only rounds to it keeps
    them (`86,0 %`), so that the reader knows it was rounded.
    """
    percent = Fraction(share) * 100
    if percent.denominator == 1:
        decimals = 0
    return f"{format_number(percent, decimals)}{NO_BREAK}%"


def format_interval(low: Exact, high: Exact, decimals: int | None = None) -> str:
    """`59–63`; equal bounds print as one number. With a negative bound, `−4 à 12`."""
    first, last = format_number(low, decimals), format_number(high, decimals)
    if low == high:
        return first
    return f"{first} à {last}" if low < 0 else f"{first}{EN_DASH}{last}"


def format_raw(value: int | Decimal) -> str:
    """A number for exports: ASCII digits, a dot, no grouping, no exponent."""
    return f"{Decimal(value):f}"


def _finite(value: Fraction) -> Decimal:
    for places in range(31):
        if 10**places % value.denominator == 0:
            return round_half_up(value, places)
    raise ValueError("a fraction without finite decimals needs `decimals`")
