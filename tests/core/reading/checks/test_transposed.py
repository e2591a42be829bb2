"""Two digits exchanged between two mentions of one figure."""

import pytest

from jalon.core.reading.checks.common import exchanged
from tests.core.reading.checks.reading_of import alerts_of


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("1325", "1235", True),
        ("87", "78", True),
        ("1325", "5321", False),
        ("125", "1250", False),
        ("125", "126", False),
        ("77", "77", False),
    ],
)
def test_exchanged(one, other, expected):
    assert exchanged(one, other) is expected


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("On a servi 1 325 ménages. Le bilan parle de 1 235 ménages.", ["conflicting_values"]),
        (
            "Le cercle compte 87 villages déficitaires. L’État aide les 78 villages déficitaires.",
            ["conflicting_values"],
        ),
        ("Le cercle a 12 villages. La commune a 21 villages.", []),
        ("En 2022, 1 325 ménages ont été servis. En 2023, 1 235 ménages ont été servis.", []),
        ("1 325 ménages ont été servis à Kayes. 1 235 ménages ont été servis à Gao.", []),
    ],
)
def test_exchanged_digits_in_a_text(text, kinds):
    assert alerts_of(text) == kinds
