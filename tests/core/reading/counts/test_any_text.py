"""What holds of counts whatever the text."""

import itertools
import re

from hypothesis import given
from hypothesis import strategies as st

from jalon.core.reading.counts.passes import COUNT_CONTEXT, QUANTITY_PASSES
from jalon.core.reading.facts import Fact
from jalon.core.reading.surface import Surface

_PIECES = re.findall(
    r"\S+",
    """
    12 3 45 1 200 deux une vingtaine de femmes hommes jeunes communes forages prévus ont été retenus dont
    soit sur les ( ) , . ; : et à Gao F H total ha environ plus de répartis par | - au nombre de
    """,
)


def _above(fact: Fact) -> list[Fact]:
    found: list[Fact] = []
    while fact.of is not None and len(found) < 50:
        found.append(fact.of)
        fact = fact.of
    return found


@given(st.lists(st.sampled_from([*_PIECES, "\n", "\n\n", "\t"]), max_size=40).map(" ".join))
def test_counts_keep_their_characters_and_no_total_circles(text: str) -> None:
    surface = Surface(text)

    for one in (*QUANTITY_PASSES, *COUNT_CONTEXT):
        one(surface)

    counts = sorted(surface.facts, key=lambda fact: fact.start)
    assert all(0 <= fact.start < fact.end <= len(text) for fact in counts)
    assert all(one.end <= other.start for one, other in itertools.pairwise(counts))
    assert all(fact not in _above(fact) for fact in counts)
