"""Groups of crossing entries and the best family in them."""

from hypothesis import given
from hypothesis import strategies as st

from jalon.core.figures.crossings import EXACT_UP_TO, best_family, groups

spans = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 9), st.integers(0, 9)), max_size=8)
Span = tuple[int, int, int]


def cross(one: Span, other: Span) -> bool:
    return one[0] <= other[0] + other[1] and other[0] <= one[0] + one[1]


def weight(span: Span) -> int:
    return span[2]


def test_groups_are_connected_and_in_order() -> None:
    assert groups(5, [(0, 3), (3, 4)]) == [[0, 3, 4], [1], [2]]


def test_family_of_none_is_zero() -> None:
    assert best_family([], weight, cross) == 0


@given(spans)
def test_family_is_the_best_there_is(items: list[Span]) -> None:
    best = 0
    for chosen in range(1 << len(items)):
        family = [item for n, item in enumerate(items) if chosen >> n & 1]
        if not any(cross(a, b) for n, a in enumerate(family) for b in family[:n]):
            best = max(best, sum(map(weight, family)))

    assert best_family(items, weight, cross) == best


def test_large_group_gives_a_lower_bound() -> None:
    items = [(n, 1, 2) for n in range(EXACT_UP_TO * 3)]

    found = best_family(items, weight, cross)

    assert EXACT_UP_TO * 2 <= found <= EXACT_UP_TO * 3
