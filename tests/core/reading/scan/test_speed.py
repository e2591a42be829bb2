"""No text, however odd, makes the passes for values slow."""

import time

import pytest

from tests.core.reading.scan.scanning import facts


@pytest.mark.parametrize(
    "piece",
    [
        "123 ",
        "1",
        "deux cent mille ",
        "12 mars ",
        "12 à ",
        "FCFA\n12\n",
        "jeunes de ",
        "www.",
        "- ",
        "\n",
        "(",
        "a.",
    ],
)
def test_values_of_a_monotonous_text_are_read_in_linear_time(piece: str) -> None:
    start = time.perf_counter()
    facts(piece * (8000 // len(piece)))

    assert time.perf_counter() - start < 5
