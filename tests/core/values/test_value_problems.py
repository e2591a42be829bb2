"""Every problem has one French sentence, and what raises it carries the data of that sentence."""

import string
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jalon.core.values import (
    EUR_XOF,
    Duration,
    Headcount,
    Money,
    Period,
    Precision,
    ProblemCode,
    Rate,
    ValueProblem,
    convert,
    explain,
    parse_date,
    parse_duration,
    parse_headcount,
    parse_money,
    parse_number,
    parse_ordinal,
    parse_percent,
    parse_period,
    parse_when,
    to_scaled,
)
from jalon.core.values.errors import WORDINGS

RAISERS: dict[ProblemCode, Callable[[], object]] = {
    ProblemCode.NUMBER_UNREADABLE: lambda: parse_number("beaucoup"),
    ProblemCode.NUMBER_GROUPING: lambda: parse_number("4.672.00"),
    ProblemCode.NUMBER_TOO_LARGE: lambda: parse_number("9" * 40),
    ProblemCode.WORDS_AND_DIGITS_DIFFER: lambda: parse_number("quinze (14)"),
    ProblemCode.ORDINAL_UNREADABLE: lambda: parse_ordinal("neuf"),
    ProblemCode.TOO_MANY_DECIMALS: lambda: to_scaled(Decimal("1.5"), 0),
    ProblemCode.CURRENCY_MISSING: lambda: parse_money("12"),
    ProblemCode.CURRENCY_UNKNOWN: lambda: parse_money("12 ZZZ"),
    ProblemCode.CURRENCY_MISMATCH: lambda: Money(1, "XOF") + Money(1, "EUR"),
    ProblemCode.CURRENCY_WITHOUT_DECIMALS: lambda: parse_money("12,5 FCFA"),
    ProblemCode.CURRENCY_DECIMALS: lambda: parse_money("12,555 EUR"),
    ProblemCode.RATE_OTHER_CURRENCIES: lambda: convert(Money(1, "USD"), "XOF", EUR_XOF),
    ProblemCode.RATE_NOT_POSITIVE: lambda: Rate("USD", "XOF", Decimal(-1), date(2024, 1, 1), "essai"),
    ProblemCode.RATE_NOT_YET: lambda: convert(Money(1, "EUR"), "XOF", EUR_XOF, on=date(1998, 1, 1)),
    ProblemCode.DATE_UNREADABLE: lambda: parse_date("hier"),
    ProblemCode.DATE_IMPOSSIBLE: lambda: parse_date("31 février 2024"),
    ProblemCode.MONTH_IMPOSSIBLE: lambda: parse_date("06/21/2024"),
    ProblemCode.YEAR_MISSING: lambda: parse_date("1er mars"),
    ProblemCode.YEAR_SHORT: lambda: parse_date("21/06/24"),
    ProblemCode.YEAR_UNLIKELY: lambda: parse_date("21/06/0024"),
    ProblemCode.WEEKDAY_DIFFERS: lambda: parse_date("lundi 5 décembre 2024"),
    ProblemCode.PERIOD_UNREADABLE: lambda: parse_period("bientôt"),
    ProblemCode.PERIOD_REVERSED: lambda: parse_period("2021-2017"),
    ProblemCode.PERIOD_UNALIGNED: lambda: Period(date(2017, 1, 2), date(2017, 1, 31), Precision.MONTH),
    ProblemCode.PERIOD_WITH_GAPS: lambda: parse_period("12 et 15 mai 2023"),
    ProblemCode.PART_IMPOSSIBLE: lambda: parse_period("T5 2017"),
    ProblemCode.DURATION_UNREADABLE: lambda: parse_duration("longtemps"),
    ProblemCode.DURATION_NEGATIVE: lambda: Duration(days=-1),
    ProblemCode.HEADCOUNT_UNREADABLE: lambda: parse_headcount("des jeunes"),
    ProblemCode.HEADCOUNT_NEGATIVE: lambda: Headcount(-1),
    ProblemCode.HEADCOUNT_PARTS_EXCEED: lambda: Headcount(1, 1, 1),
}


def test_every_code_has_a_wording_and_a_raiser() -> None:
    assert set(WORDINGS) == set(ProblemCode) == set(RAISERS)


@pytest.mark.parametrize("code", ProblemCode)
def test_wording_finds_its_data(code: ProblemCode) -> None:
    with pytest.raises(ValueProblem) as caught:
        RAISERS[code]()
    problem = caught.value
    wanted = {name for _, name, _, _ in string.Formatter().parse(WORDINGS[code]) if name}
    assert problem.code is code
    assert wanted <= set(problem.data)
    sentence = explain(problem)
    assert sentence == str(problem)
    assert sentence.endswith(".")
    assert "{" not in sentence


def test_explain_shortens_what_somebody_typed() -> None:
    with pytest.raises(ValueProblem) as caught:
        parse_date("x" * 500)
    assert str(caught.value) == (
        f"« {'x' * 59}… » n’est pas une date. Écrivez par exemple 21 juin 2024 ou 21/06/2024."
    )
    with pytest.raises(ValueProblem) as empty:
        parse_date(" ")
    assert str(empty.value).startswith("« (vide) »")


def test_explain_period_reversed() -> None:
    with pytest.raises(ValueProblem) as caught:
        parse_period("du 19 au 17 octobre 2023")
    assert str(caught.value) == (
        "La période finit (17 octobre 2023) avant de commencer (19 octobre 2023). "
        "Corrigez l’une des deux dates."
    )


PIECES = [
    *("du", "au", "de", "à", "et", "dont", "environ", "plus", "un", "une", "deux", "cent", "vingt", "mille"),
    *("million", "mars", "octobre", "février", "1er", "17", "31", "00", "2017", "2023", "9999", "T1", "S2"),
    *("trimestre", "premier", "1.508", "53,44", "3,542,367", "%", "+", "-", "–", "(", ")", ",", "²", "٣"),
    *("FCFA", "EUR", "XOF", "$", "F", "M", "H", "femmes", "hommes", "ans", "mois", "jours", "extension"),
]
PARSERS: list[Callable[[str], object]] = [
    parse_number,
    parse_percent,
    parse_ordinal,
    parse_money,
    parse_date,
    parse_period,
    parse_duration,
    parse_when,
    parse_headcount,
]


@given(st.lists(st.sampled_from(PIECES), max_size=7), st.sampled_from([" ", "", "\u00a0", "\n"]))
def test_parsers_raise_nothing_but_value_problems(pieces: list[str], glue: str) -> None:
    text = glue.join(pieces)
    for parse in PARSERS:
        with suppress(ValueProblem):
            assert parse(text) is not None


def test_parsers_answer_at_once_on_long_texts() -> None:
    for piece in ("1 ", "un ", "12 dont ", "de à ", "mars - ", "1 f,", "("):
        for parse in PARSERS:
            with pytest.raises(ValueProblem):
                parse(piece * 5000)
