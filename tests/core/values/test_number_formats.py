"""Numbers as printed: separators, half-up rounding once, percentages, intervals, raw."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jalon.core.values.errors import ProblemCode, ValueProblem
from jalon.core.values.number_formats import (
    format_interval,
    format_number,
    format_percent,
    format_raw,
    round_half_up,
)
from jalon.core.values.scaled import LARGEST, from_scaled, parse_raw, to_scaled


def test_format_number_groups_with_narrow_spaces() -> None:
    assert format_number(207716144) == "207\u202f716\u202f144"
    assert format_number(276) == "276"
    assert format_number(0) == "0"
    assert format_number(-1234) == "\u22121\u202f234"
    assert format_number(10**30) == "1" + "\u202f000" * 10


def test_format_number_decimals() -> None:
    assert format_number(Decimal("53.44")) == "53,44"
    assert format_number(Decimal("53.40")) == "53,40"
    assert format_number(Decimal("53.448"), 1) == "53,4"
    assert format_number(5, 2) == "5,00"
    assert format_number(Decimal("1E+3")) == "1\u202f000"
    assert format_number(Fraction(1, 8)) == "0,125"
    assert format_number(Decimal("-0.04"), 1) == "0,0"


def test_format_number_endless_fraction_needs_decimals() -> None:
    with pytest.raises(ValueError, match="decimals"):
        format_number(Fraction(1, 3))


@pytest.mark.parametrize(
    ("value", "decimals", "expected"),
    [
        ("0.5", 0, "1"),
        ("1.5", 0, "2"),
        ("2.5", 0, "3"),
        ("-0.5", 0, "-1"),
        ("-2.4", 0, "-2"),
        ("53.445", 2, "53.45"),
    ],
)
def test_round_half_up(value: str, decimals: int, expected: str) -> None:
    assert round_half_up(Decimal(value), decimals) == Decimal(expected)


def test_round_half_up_is_done_once() -> None:
    assert round_half_up(Fraction(449, 1000), 0) == 0


def test_format_percent() -> None:
    assert format_percent(Fraction(124, 232)) == "53,4\u00a0%"
    assert format_percent(Fraction(43, 45)) == "95,6\u00a0%"
    assert format_percent(Fraction(43, 50)) == "86\u00a0%"
    assert format_percent(Decimal("0.8596")) == "86,0\u00a0%"
    assert format_percent(0) == "0\u00a0%"
    assert format_percent(Fraction(124, 232), 2) == "53,45\u00a0%"


def test_format_interval() -> None:
    assert format_interval(59, 63) == "59–63"
    assert format_interval(43, 43) == "43"
    assert format_interval(-4, 12) == "\u22124 à 12"
    assert format_interval(Decimal("1.25"), Decimal("2"), 1) == "1,3–2,0"


def test_format_raw() -> None:
    assert format_raw(207716144) == "207716144"
    assert format_raw(Decimal("53.40")) == "53.40"
    assert format_raw(Decimal("1E+3")) == "1000"


def test_to_scaled_keeps_every_digit() -> None:
    assert to_scaled(Decimal("53.4"), 2) == 5340
    assert to_scaled(Decimal("5.000"), 0) == 5
    assert from_scaled(5340, 2) == Decimal("53.40")
    assert str(from_scaled(-5, 2)) == "-0.05"


@pytest.mark.parametrize(
    ("value", "decimals", "code"),
    [
        (Decimal("53.448"), 2, ProblemCode.TOO_MANY_DECIMALS),
        (Decimal("NaN"), 2, ProblemCode.NUMBER_UNREADABLE),
        (Decimal("Infinity"), 2, ProblemCode.NUMBER_UNREADABLE),
        (LARGEST + 1, 0, ProblemCode.NUMBER_TOO_LARGE),
        (Decimal("1E+999999"), 0, ProblemCode.NUMBER_TOO_LARGE),
    ],
)
def test_to_scaled_refuses(value: int | Decimal, decimals: int, code: ProblemCode) -> None:
    with pytest.raises(ValueProblem) as caught:
        to_scaled(value, decimals)
    assert caught.value.code is code


def test_parse_raw() -> None:
    assert parse_raw("-12.5", 1) == -125
    for text in ("12,5", "1 000", "", "1e3", "+1", ".5"):
        with pytest.raises(ValueProblem) as caught:
            parse_raw(text, 2)
        assert caught.value.code is ProblemCode.NUMBER_UNREADABLE


@given(st.integers(-LARGEST, LARGEST), st.integers(0, 6))
def test_scaled_raw_round_trip(scaled: int, decimals: int) -> None:
    assert parse_raw(format_raw(from_scaled(scaled, decimals)), decimals) == scaled
