"""Percentages as people write them, and whether one was cut instead of rounded."""

import re
from fractions import Fraction

from jalon.core.values.errors import ProblemCode, ValueProblem
from jalon.core.values.number_formats import round_half_up
from jalon.core.values.numbers import PrintedNumber, parse_number

_SIGN = re.compile(r"(.*?)\s*(?:%|pour cent|pour-cent|p\. ?100)", re.I | re.S)


def parse_percent(text: str) -> PrintedNumber:
    """`53,44 %`, `20%`, `vingt pour cent` → the number of hundredths (53.44), not the share (0.5344).

    Raises ValueProblem: NUMBER_UNREADABLE without a sign, and those of `parse_number`.
    """
    match = _SIGN.fullmatch(text.strip())
    if match is None:
        raise ValueProblem(ProblemCode.NUMBER_UNREADABLE, text=text)
    number = parse_number(match[1])
    return PrintedNumber(number.value, number.precision, number.qualifier, text)


def is_truncated(printed: PrintedNumber, exact: Fraction) -> bool:
    """Was `exact` cut at the printed precision where rounding gives another number?

    Both in the same unit, for a percentage hundredths: `53,44` for 100 × 124/232 = 53.448… was cut.
    """
    steps = abs(exact) / Fraction(printed.precision)
    cut = int(steps) * Fraction(printed.precision)
    return abs(Fraction(printed.value)) == cut and round_half_up(steps) != int(steps)
