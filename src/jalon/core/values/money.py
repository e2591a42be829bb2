"""Money in its own currency: an integer scaled by the currency, never converted in silence."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache

from babel.numbers import get_currency_precision, list_currencies

from jalon.core.values.errors import ProblemCode, ValueProblem
from jalon.core.values.number_formats import NO_BREAK, format_number, round_half_up
from jalon.core.values.scaled import from_scaled, to_scaled

XOF, XAF, EUR, USD = "XOF", "XAF", "EUR", "USD"


@cache
def currency_decimals(currency: str) -> int:
    """Decimals of an ISO 4217 currency: XOF 0, XAF 0, EUR 2, USD 2. Raises CURRENCY_UNKNOWN."""
    if currency not in list_currencies():
        raise ValueProblem(ProblemCode.CURRENCY_UNKNOWN, currency=currency)
    return get_currency_precision(currency)


@dataclass(frozen=True)
class Money:
    """`amount` in the smallest unit of `currency`: 5 000 000 EUR is Money(500000000, "EUR")."""

    amount: int
    currency: str

    def __post_init__(self) -> None:
        to_scaled(self.amount, 0)
        currency_decimals(self.currency)

    @classmethod
    def of(cls, value: int | Decimal, currency: str) -> "Money":
        """From a value in units of the currency; more decimals than the currency has are refused."""
        decimals = currency_decimals(currency)
        try:
            return cls(to_scaled(value, decimals), currency)
        except ValueProblem as problem:
            if problem.code is ProblemCode.TOO_MANY_DECIMALS:
                raise decimals_problem(value, currency) from problem
            raise

    @property
    def value(self) -> Decimal:
        """The amount in units of the currency."""
        return from_scaled(self.amount, currency_decimals(self.currency))

    def __add__(self, other: "Money") -> "Money":
        return Money(self.amount + self._same(other).amount, self.currency)

    def __sub__(self, other: "Money") -> "Money":
        return Money(self.amount - self._same(other).amount, self.currency)

    def __neg__(self) -> "Money":
        return Money(-self.amount, self.currency)

    def __lt__(self, other: "Money") -> bool:
        return self.amount < self._same(other).amount

    def __le__(self, other: "Money") -> bool:
        return self.amount <= self._same(other).amount

    def _same(self, other: "Money") -> "Money":
        if other.currency != self.currency:
            raise ValueProblem(
                ProblemCode.CURRENCY_MISMATCH,
                first=currency_name(self.currency),
                second=currency_name(other.currency),
            )
        return other


def decimals_problem(value: int | Decimal, currency: str) -> ValueProblem:
    """The refusal of a value with more decimals than its currency has."""
    decimals = currency_decimals(currency)
    code = ProblemCode.CURRENCY_DECIMALS if decimals else ProblemCode.CURRENCY_WITHOUT_DECIMALS
    return ValueProblem(code, value=value, currency=currency_name(currency), decimals=decimals)


def total(moneys: Iterable[Money], currency: str) -> Money:
    """The sum of amounts that are all in `currency`; 0 for none."""
    result = Money(0, currency)
    for money in moneys:
        result += money
    return result


@dataclass(frozen=True)
class Rate:
    """One `base` is worth `per_base` `quote`, from the day `since`, as `source` says."""

    base: str
    quote: str
    per_base: Decimal
    since: date
    source: str

    def __post_init__(self) -> None:
        currency_decimals(self.base)
        currency_decimals(self.quote)
        if self.per_base <= 0:
            raise ValueProblem(ProblemCode.RATE_NOT_POSITIVE, value=self.per_base)


_PARITY = Decimal("655.957")
_PARITY_SOURCE = "Parité fixe de l’euro et du franc CFA, depuis le 1er janvier 1999"
EUR_XOF = Rate(EUR, XOF, _PARITY, date(1999, 1, 1), _PARITY_SOURCE)
EUR_XAF = Rate(EUR, XAF, _PARITY, date(1999, 1, 1), _PARITY_SOURCE)


@dataclass(frozen=True)
class Conversion:
    """A view of `original` in another currency; the original stays the fact, `rate` says how it was seen."""

    original: Money
    converted: Money
    rate: Rate


def convert(money: Money, to: str, rate: Rate, *, on: date | None = None) -> Conversion:
    """`money` seen in the currency `to` at `rate`, rounded once, half up, to the decimals of `to`.

    `on` is the day of the amount. Raises RATE_OTHER_CURRENCIES when the rate does not tie the two currencies,
    RATE_NOT_YET when it begins after `on`.
    """
    if (money.currency, to) == (rate.base, rate.quote):
        factor = Fraction(rate.per_base)
    elif (money.currency, to) == (rate.quote, rate.base):
        factor = 1 / Fraction(rate.per_base)
    else:
        raise ValueProblem(
            ProblemCode.RATE_OTHER_CURRENCIES, base=rate.base, quote=rate.quote, money=money.currency, to=to
        )
    if on is not None and on < rate.since:
        raise ValueProblem(
            ProblemCode.RATE_NOT_YET, base=rate.base, quote=rate.quote, since=rate.since, on=on
        )
    value = round_half_up(Fraction(money.value) * factor, currency_decimals(to))
    return Conversion(money, Money.of(value, to), rate)


def currency_name(currency: str) -> str:
    """The name printed after an amount: XOF is `FCFA`; all others, XAF too, by their code."""
    return "FCFA" if currency == XOF else currency


def format_money(money: Money) -> str:
    """`207 716 144 FCFA`, `5 000 000 EUR`, `12,50 EUR`: cents are printed only when there are some."""
    decimals = currency_decimals(money.currency)
    whole = money.amount % 10**decimals == 0
    return f"{format_number(money.value, 0 if whole else decimals)}{NO_BREAK}{currency_name(money.currency)}"
