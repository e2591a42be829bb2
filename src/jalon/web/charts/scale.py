"""Scales shared by the charts: lengths in percent, round graduations."""

import math
from fractions import Fraction

from jalon.core.values.number_formats import Exact, format_number

STEPS = (1, 2, 2.5, 5, 10)


def percent(value: Exact | None, top: Exact) -> str:
    """Return `value` over `top` as a length in percent, between 0 and 100, one decimal: « 53.4 »."""
    if value is None or top <= 0:
        return "0"
    share = float(Fraction(value) / Fraction(top)) * 100
    return f"{min(max(share, 0.0), 100.0):.1f}"


def ticks(top: Exact | float, wanted: int = 4) -> list[int | float]:
    """Return round graduations from 0 to at least `top`, about `wanted` of them above zero."""
    if top <= 0:
        return [0, 1]
    rough = float(top) / wanted
    size = 10.0 ** math.floor(math.log10(rough))
    step = next(size * factor for factor in STEPS if size * factor >= rough * 0.999)
    count = math.ceil(float(top) / step - 1e-9)
    values = [step * n for n in range(count + 1)]
    return [int(value) if value == int(value) else value for value in values]


def short(value: float) -> str:
    """Return a graduation in few characters: « 2 000 », « 250 M », « 1,5 Md »."""
    for size, name in ((10**9, "Md"), (10**6, "M")):
        if value >= size:
            scaled = Fraction(value).limit_denominator(10**6) / size
            return f"{format_number(scaled, 0 if scaled.denominator == 1 else 1)}\u00a0{name}"
    exact = Fraction(value).limit_denominator(1000)
    return format_number(exact, 0 if exact.denominator == 1 else 1)
