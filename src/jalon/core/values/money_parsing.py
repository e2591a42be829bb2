"""Amounts of money as people write them: `207 716 144FCA`, `XOF 256,390 M`, `58, 7 millions F CFA`."""

import re
from dataclasses import dataclass
from decimal import Decimal

from babel.numbers import list_currencies

from jalon.core.values.errors import ProblemCode, ValueProblem
from jalon.core.values.money import EUR, USD, XAF, XOF, Money, currency_decimals, decimals_problem
from jalon.core.values.numbers import PrintedNumber, parse_number

FRANC = "F"
_MARKS = (
    (FRANC, r"f\.? ?c\.?f\.?a\.?|f\.? ?cfa|fca|fcf|cfa|(?:francs? )?\(?f ?cfa\)?|francs? cfa|francs?|f"),
    (XOF, r"xof"),
    (XAF, r"xaf"),
    (EUR, r"eur|euros?|€"),
    (USD, r"usd|us ?\$|\$ ?us|\$|dollars?(?: us| américains?| des états-unis)?"),
)
# F never begins inside a word (`neuf` is not `neu F`), but may follow a scale (`12 MF`).
_EDGES = {FRANC: r"(?:(?<![A-Za-zÀ-ÿ])|(?<=[0-9 ][kKM]))"}
_BEFORE = [(code, re.compile(rf"(?:{words}) ?(?P<rest>[0-9].*)", re.I)) for code, words in _MARKS]
_AFTER = [
    (code, re.compile(rf"(?P<rest>.*?[\w+)]) ?(?:de |d')?{_EDGES.get(code, '')}(?:{words})", re.I))
    for code, words in _MARKS
]
_ISO = re.compile(r"(?P<code>[A-Z]{3}) ?(?P<rest>.*)|(?P<rest2>.*?) ?(?P<code2>[A-Z]{3})")


@dataclass(frozen=True)
class PrintedMoney:
    """An amount and how it was printed; `printed` compares with `agrees`, in units of the currency."""

    money: Money
    printed: PrintedNumber
    text: str


def parse_money(text: str, *, franc: str = XOF, currency: str | None = None) -> PrintedMoney:
    """Read one amount that fills `text`.

    `franc` is what F, CFA and FCFA mean here (XOF, or XAF in Central Africa); `currency` is the one of a
    text without any, as in a table whose header names it. Dollars are read with English grouping
    (`16,000 USD`). Zeros behind the comma are accepted for a currency without cents (`1 500,00 FCFA`),
    except three of them, which may be thousands. Raises ValueProblem: CURRENCY_MISSING, CURRENCY_UNKNOWN,
    CURRENCY_WITHOUT_DECIMALS, CURRENCY_DECIMALS, and those of `parse_number`.
    """
    body = " ".join(text.replace("’", "'").split())
    found, rest = _take_currency(body)
    code = franc if found == FRANC else found or currency
    if code is None:
        _read_number(rest, False, text)
        raise ValueProblem(ProblemCode.CURRENCY_MISSING, text=text)
    number = _read_number(rest, code == USD, text)
    decimals = currency_decimals(code)
    printed_decimals = max(0, -int(number.precision.as_tuple().exponent))
    if printed_decimals > decimals and (printed_decimals > 2 or not isinstance(number.value, int)):
        raise decimals_problem(Decimal(number.value).quantize(number.precision), code)
    return PrintedMoney(Money.of(number.value, code), number, text)


def _read_number(rest: str, english: bool, text: str) -> PrintedNumber:
    try:
        return parse_number(rest, english=english, short_scales=True)
    except ValueProblem as problem:
        raise ValueProblem(problem.code, **{**problem.data, "text": text}) from problem


def _take_currency(body: str) -> tuple[str | None, str]:
    """The currency before or after the number, and what is left of the text: `M€` leaves the M."""
    for code, pattern in _BEFORE + _AFTER:
        if found := pattern.fullmatch(body):
            return code, found["rest"]
    match = _ISO.fullmatch(body)
    if match:
        code, rest = match["code"] or match["code2"], match["rest"] or match["rest2"] or ""
        if re.search(r"\d", rest) and code not in list_currencies():
            raise ValueProblem(ProblemCode.CURRENCY_UNKNOWN, currency=code)
        if code in list_currencies():
            return code, rest
    return None, body
