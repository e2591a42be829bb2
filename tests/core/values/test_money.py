"""Money: what is read, what is refused, arithmetic in one currency, conversions with a dated rate."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jalon.core.values import (
    EUR_XAF,
    EUR_XOF,
    Conversion,
    Money,
    ProblemCode,
    Qualifier,
    Rate,
    ValueProblem,
    convert,
    currency_decimals,
    format_money,
    parse_money,
    total,
)

READ = [
    ("207 716 144FCA", Money(207716144, "XOF"), 1),
    ("207 716 144 FCFA", Money(207716144, "XOF"), 1),
    ("5 000 000 EUR", Money(500000000, "EUR"), 1),
    ("5\u00a0000\u00a0000\u00a0EUR", Money(500000000, "EUR"), 1),
    ("0 EUR", Money(0, "EUR"), 1),
    ("XOF 256,390 M", Money(256390000, "XOF"), 1000),
    ("3,542,367 USD", Money(354236700, "USD"), 1),
    ("16,000 USD", Money(1600000, "USD"), 1),
    ("$ 16,000.50", Money(1600050, "USD"), "0.01"),
    ("1.450 000 F", Money(1450000, "XOF"), 1),
    ("2.829.000 FcFA", Money(2829000, "XOF"), 1),
    ("10.000F", Money(10000, "XOF"), 1),
    ("500 F.CFA", Money(500, "XOF"), 1),
    ("58, 7 millions F CFA", Money(58700000, "XOF"), 100000),
    ("7,814 milliards de Fcfa", Money(7814000000, "XOF"), 1000000),
    ("1,5 million de francs CFA", Money(1500000, "XOF"), 100000),
    ("12 MF", Money(12000000, "XOF"), 1000000),
    ("FCFA 12 000", Money(12000, "XOF"), 1),
    ("neuf francs", Money(9, "XOF"), 1),
    ("35 915\n000 FCFA", Money(35915000, "XOF"), 1),
    ("3 741 000 XAF", Money(3741000, "XAF"), 1),
    ("12,50 €", Money(1250, "EUR"), "0.01"),
    ("€ 300", Money(30000, "EUR"), 1),
    ("17.923 euros", Money(1792300, "EUR"), 1),
    ("un million d’euros", Money(100000000, "EUR"), 1000000),
    ("2,5 M€", Money(250000000, "EUR"), 100000),
    ("12 k€", Money(1200000, "EUR"), 1000),
    ("100 GNF", Money(100, "GNF"), 1),
    ("1 500,00 FCFA", Money(1500, "XOF"), "0.01"),
    ("−250 FCFA", Money(-250, "XOF"), 1),
]


@pytest.mark.parametrize(("text", "money", "precision"), READ, ids=[row[0] for row in READ])
def test_parse_money_reads(text: str, money: Money, precision: int | str) -> None:
    read = parse_money(text)
    assert (read.money, read.printed.precision, read.text) == (money, Decimal(precision), text)


REFUSED = [
    ("12,5 FCFA", ProblemCode.CURRENCY_WITHOUT_DECIMALS),
    ("1,508 FCFA", ProblemCode.CURRENCY_WITHOUT_DECIMALS),
    ("5,000 FCFA", ProblemCode.CURRENCY_WITHOUT_DECIMALS),
    ("1500.50 XOF", ProblemCode.CURRENCY_WITHOUT_DECIMALS),
    ("5,000 EUR", ProblemCode.CURRENCY_DECIMALS),
    ("12,505 EUR", ProblemCode.CURRENCY_DECIMALS),
    ("26 millions", ProblemCode.CURRENCY_MISSING),
    ("neuf", ProblemCode.CURRENCY_MISSING),
    ("DIX", ProblemCode.CURRENCY_MISSING),
    ("100 ZZZ", ProblemCode.CURRENCY_UNKNOWN),
    ("F", ProblemCode.NUMBER_UNREADABLE),
    ("XOF", ProblemCode.NUMBER_UNREADABLE),
    ("", ProblemCode.NUMBER_UNREADABLE),
    ("quelques francs", ProblemCode.NUMBER_UNREADABLE),
    ("4.672.00FcFA", ProblemCode.NUMBER_GROUPING),
    ("9 000 000 000 000 milliards FCFA", ProblemCode.NUMBER_TOO_LARGE),
]


@pytest.mark.parametrize(("text", "code"), REFUSED, ids=[row[0] for row in REFUSED])
def test_parse_money_refuses(text: str, code: ProblemCode) -> None:
    with pytest.raises(ValueProblem) as caught:
        parse_money(text)
    assert caught.value.code is code


def test_parse_money_decimals_are_named_as_written() -> None:
    with pytest.raises(ValueProblem) as caught:
        parse_money("5,000 FCFA")
    assert str(caught.value) == (
        "5,000 FCFA : cette monnaie n’a pas de centimes. Écrivez un montant entier ; "
        "s’il s’agit de milliers, séparez-les par une espace."
    )


def test_parse_money_names_the_whole_text() -> None:
    with pytest.raises(ValueProblem) as caught:
        parse_money("4.672.00FcFA")
    assert caught.value.data == {"text": "4.672.00FcFA"}


def test_parse_money_keeps_the_qualifier() -> None:
    assert parse_money("plus de 53 millions de Francs CFA").printed.qualifier is Qualifier.AT_LEAST
    assert parse_money("environ 80 euros").printed.qualifier is Qualifier.ABOUT


def test_parse_money_francs_of_central_africa() -> None:
    assert parse_money("120 millions de FCFA", franc="XAF").money == Money(120000000, "XAF")
    assert parse_money("120 XOF", franc="XAF").money == Money(120, "XOF")


def test_parse_money_currency_of_the_header() -> None:
    assert parse_money("122250", currency="XOF").money == Money(122250, "XOF")
    assert parse_money("12 EUR", currency="XOF").money == Money(1200, "EUR")


def test_money_of_refuses_lost_decimals() -> None:
    assert Money.of(Decimal("12.5"), "EUR") == Money(1250, "EUR")
    with pytest.raises(ValueProblem) as caught:
        Money.of(Decimal("12.5"), "XOF")
    assert caught.value.code is ProblemCode.CURRENCY_WITHOUT_DECIMALS
    with pytest.raises(ValueProblem) as too_large:
        Money.of(10**19, "XOF")
    assert too_large.value.code is ProblemCode.NUMBER_TOO_LARGE


def test_money_unknown_currency_is_refused() -> None:
    with pytest.raises(ValueProblem) as caught:
        Money(1, "FCFA")
    assert caught.value.code is ProblemCode.CURRENCY_UNKNOWN


def test_currency_decimals() -> None:
    assert [currency_decimals(code) for code in ("XOF", "XAF", "EUR", "USD")] == [0, 0, 2, 2]


def test_money_arithmetic_in_one_currency() -> None:
    assert Money(3, "XOF") + Money(4, "XOF") == Money(7, "XOF")
    assert Money(3, "XOF") - Money(4, "XOF") == Money(-1, "XOF")
    assert -Money(3, "XOF") == Money(-3, "XOF")
    assert Money(3, "XOF") < Money(4, "XOF")
    assert Money(4, "XOF") <= Money(4, "XOF")
    assert total([Money(3, "XOF"), Money(4, "XOF")], "XOF") == Money(7, "XOF")
    assert total([], "EUR") == Money(0, "EUR")
    assert Money(1250, "EUR").value == Decimal("12.50")


def test_money_never_mixes_currencies() -> None:
    for mix in (
        lambda: Money(3, "XOF") + Money(4, "EUR"),
        lambda: Money(3, "XOF") - Money(4, "EUR"),
        lambda: Money(3, "XOF") < Money(4, "EUR"),
        lambda: total([Money(4, "EUR")], "XOF"),
    ):
        with pytest.raises(ValueProblem) as caught:
            mix()
        assert caught.value.code is ProblemCode.CURRENCY_MISMATCH
    assert Money(0, "XOF") != Money(0, "EUR")


def test_convert_at_the_fixed_parity() -> None:
    million = Money.of(5000000, "EUR")
    assert convert(million, "XOF", EUR_XOF) == Conversion(million, Money(3279785000, "XOF"), EUR_XOF)
    assert convert(Money(655957, "XOF"), "EUR", EUR_XOF).converted == Money(100000, "EUR")
    assert convert(Money(207716144, "XOF"), "EUR", EUR_XOF).converted == Money(31666122, "EUR")
    assert convert(Money(1, "EUR"), "XAF", EUR_XAF).converted == Money(7, "XAF")


def test_convert_refuses_a_rate_of_other_currencies() -> None:
    for money, to in ((Money(1, "USD"), "XOF"), (Money(1, "EUR"), "XAF"), (Money(1, "EUR"), "EUR")):
        with pytest.raises(ValueProblem) as caught:
            convert(money, to, EUR_XOF)
        assert caught.value.code is ProblemCode.RATE_OTHER_CURRENCIES


def test_convert_refuses_a_rate_that_is_not_yet_in_force() -> None:
    assert convert(Money(100, "EUR"), "XOF", EUR_XOF, on=date(1999, 1, 1)).converted == Money(656, "XOF")
    with pytest.raises(ValueProblem) as caught:
        convert(Money(100, "EUR"), "XOF", EUR_XOF, on=date(1998, 12, 31))
    assert caught.value.code is ProblemCode.RATE_NOT_YET


def test_rate_must_be_positive() -> None:
    with pytest.raises(ValueProblem) as caught:
        Rate("USD", "XOF", Decimal(0), date(2024, 1, 1), "essai")
    assert caught.value.code is ProblemCode.RATE_NOT_POSITIVE


def test_format_money() -> None:
    assert format_money(Money(207716144, "XOF")) == "207\u202f716\u202f144\u00a0FCFA"
    assert format_money(Money(500000000, "EUR")) == "5\u202f000\u202f000\u00a0EUR"
    assert format_money(Money(1250, "EUR")) == "12,50\u00a0EUR"
    assert format_money(Money(-5, "EUR")) == "\u22120,05\u00a0EUR"
    assert format_money(Money(3741000, "XAF")) == "3\u202f741\u202f000\u00a0XAF"


@given(st.integers(-(2**62), 2**62), st.sampled_from(["XOF", "XAF", "EUR", "GNF", "MRU"]))
def test_format_money_then_parse_gives_the_same(amount: int, currency: str) -> None:
    money = Money(amount, currency)
    assert parse_money(format_money(money)).money == money


@given(st.integers(-(10**15), 10**15))
def test_convert_there_and_back_loses_no_euro(cents: int) -> None:
    francs = convert(Money(cents, "EUR"), "XOF", EUR_XOF).converted
    assert convert(francs, "EUR", EUR_XOF).converted == Money(cents, "EUR")
