"""Entries that overlap without one holding the other: groups of them, and the bounds of a group (rule 4)."""

from collections.abc import Callable, Sequence
from typing import TypeVar

Item = TypeVar("Item")

EXACT_UP_TO = 18
"""Size of a group up to which the best family is searched for; above, a good one: looser, never wrong."""


def groups(count: int, edges: Sequence[tuple[int, int]]) -> list[list[int]]:
    """Connected groups of 0 … count - 1 under the edges, each in order, in the order of their first."""
    leader = list(range(count))

    def find(item: int) -> int:
        while leader[item] != item:
            leader[item] = leader[leader[item]]
            item = leader[item]
        return item

    for one, other in edges:
        first, second = sorted((find(one), find(other)))
        leader[second] = first
    found: dict[int, list[int]] = {}
    for item in range(count):
        found.setdefault(find(item), []).append(item)
    return list(found.values())


def best_family(
    items: Sequence[Item], weight: Callable[[Item], int], cross: Callable[[Item, Item], bool]
) -> int:
    """The largest total weight of a family of items that do not cross one another.

    Exact up to EXACT_UP_TO items; a lower bound of it above.
    """
    heavy = sorted((item for item in items if weight(item) > 0), key=weight, reverse=True)
    weights = [weight(item) for item in heavy]
    against = [
        sum(1 << j for j, other in enumerate(heavy) if i != j and cross(item, other))
        for i, item in enumerate(heavy)
    ]
    if len(heavy) > EXACT_UP_TO:
        return _greedy(weights, against)
    return _search(weights, against)


def _search(weights: Sequence[int], against: Sequence[int]) -> int:
    best = 0
    after = [0] * (len(weights) + 1)
    for index in range(len(weights) - 1, -1, -1):
        after[index] = after[index + 1] + weights[index]

    def go(index: int, gained: int, barred: int) -> None:
        nonlocal best
        best = max(best, gained)
        if index == len(weights) or gained + after[index] <= best:
            return
        if not barred >> index & 1:
            go(index + 1, gained + weights[index], barred | against[index])
        go(index + 1, gained, barred)

    go(0, 0, 0)
    return best


def _greedy(weights: Sequence[int], against: Sequence[int]) -> int:
    def gather(order: Sequence[int]) -> int:
        barred = gained = 0
        for index in order:
            if not barred >> index & 1:
                gained += weights[index]
                barred |= against[index]
        return gained

    indexes = range(len(weights))
    by_weight = list(indexes)
    by_freedom = sorted(indexes, key=lambda i: (against[i].bit_count(), -weights[i]))
    return max(gather(by_weight), gather(by_freedom))
