"""Percentages as written, and truncation."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jalon.core.values import (
    ProblemCode,
    ValueProblem,
    agrees,
    format_percent,
    is_truncated,
    parse_percent,
)


@pytest.mark.parametrize(
    ("text", "value", "precision"),
    [
        ("53,44 %", Decimal("53.44"), "0.01"),
        ("53,44%", Decimal("53.44"), "0.01"),
        ("20\u00a0%", 20, 1),
        ("vingt pour cent", 20, 1),
        ("plus de 50 %", 50, 1),
    ],
)
def test_parse_percent_reads(text: str, value: int | Decimal, precision: int | str) -> None:
    read = parse_percent(text)
    assert (read.value, read.precision, read.text) == (value, Decimal(precision), text)


@pytest.mark.parametrize("text", ["", "%", "53,44", "beaucoup %"])
def test_parse_percent_refuses(text: str) -> None:
    with pytest.raises(ValueProblem) as caught:
        parse_percent(text)
    assert caught.value.code is ProblemCode.NUMBER_UNREADABLE


def test_is_truncated() -> None:
    exact = Fraction(124 * 100, 232)
    assert is_truncated(parse_percent("53,44 %"), exact)
    assert not is_truncated(parse_percent("53,45 %"), exact)
    assert not is_truncated(parse_percent("53,4 %"), exact)
    assert not is_truncated(parse_percent("52 %"), exact)


@given(st.integers(0, 5000), st.integers(1, 5000))
def test_format_percent_then_parse_agrees_with_the_share(part: int, whole: int) -> None:
    printed = parse_percent(format_percent(Fraction(part, whole)))
    assert abs(Fraction(printed.value) - Fraction(100 * part, whole)) <= Fraction(1, 20)
    assert not is_truncated(printed, Fraction(100 * part, whole))
    assert agrees(printed, printed)
