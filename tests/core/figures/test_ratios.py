"""Rates are rounded once, and a published one is told right from truncated."""

import pytest

from jalon.core.figures import check_published, tenths


@pytest.mark.parametrize(
    ("numerator", "denominator", "expected"),
    [(124, 232, 534), (43, 45, 956), (43, 50, 860), (1, 2000, 1), (1, 2001, 0), (0, 7, 0), (3, 2, 1500)],
)
def test_tenths_half_up(numerator: int, denominator: int, expected: int) -> None:
    assert tenths(numerator, denominator) == expected


@pytest.mark.parametrize(
    ("printed", "expected"),
    [("53,44", "truncated"), ("53.45", "rounded"), ("53,4", "rounded"), ("53", "rounded"), ("54", "wrong"),
     ("53,448", "rounded"), ("53,447", "wrong"), ("environ la moitié", "wrong"), ("NaN", "wrong")],
)  # fmt: skip
def test_published_percentage(printed: str, expected: str) -> None:
    assert check_published(printed, 124, 232) == expected
