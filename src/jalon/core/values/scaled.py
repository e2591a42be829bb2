"""Values as the ledger stores them: integers scaled by their unit (XOF 0, EUR 2, hectares 2)."""

import re
from decimal import Decimal

from jalon.core.values.errors import ProblemCode, ValueProblem

LARGEST = 2**63 - 1
_RAW = re.compile(r"-?[0-9]{1,24}(\.[0-9]{1,24})?")


def to_scaled(value: int | Decimal, decimals: int) -> int:
    """Decimal("53.4") with 2 decimals → 5340, exactly.

    Raises ValueProblem TOO_MANY_DECIMALS when digits would be lost, NUMBER_TOO_LARGE beyond 64 bits.
    """
    exact = Decimal(value)
    if not exact.is_finite():
        raise ValueProblem(ProblemCode.NUMBER_UNREADABLE, text=str(value))
    if exact.adjusted() + decimals > 20:
        raise ValueProblem(ProblemCode.NUMBER_TOO_LARGE, text=str(value))
    numerator, denominator = exact.as_integer_ratio()
    power: int = 10**decimals
    scaled, lost = divmod(numerator * power, denominator)
    if lost:
        raise ValueProblem(ProblemCode.TOO_MANY_DECIMALS, value=exact, decimals=decimals)
    if abs(scaled) > LARGEST:
        raise ValueProblem(ProblemCode.NUMBER_TOO_LARGE, text=str(value))
    return scaled


def from_scaled(scaled: int, decimals: int) -> Decimal:
    """5340 with 2 decimals → Decimal("53.40")."""
    sign, digits, _ = Decimal(scaled).as_tuple()
    return Decimal((sign, digits, -decimals))


def parse_raw(text: str, decimals: int) -> int:
    """A decimal string of the outer format (`53.4`, `-12`; no grouping, no comma) → the scaled integer."""
    if not _RAW.fullmatch(text):
        raise ValueProblem(ProblemCode.NUMBER_UNREADABLE, text=text)
    return to_scaled(Decimal(text), decimals)
