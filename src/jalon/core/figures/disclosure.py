"""Small numbers of persons are withheld from what leaves: which rows of a breakdown stay unsaid."""

from collections.abc import Sequence

from jalon.core.figures.answer import Row

FEWEST = 5
"""Persons under which a number may point at somebody."""

Key = tuple[str | None, ...]


def is_small(low: int | None, high: int | None, decimals: int = 0) -> bool:
    """Whether a number of persons is small: above zero and, by its lower bound, under `FEWEST`.

    Zero points at nobody; bounds are scaled by `decimals`.
    """
    if low is None or high is None or high == 0:
        return False
    return low < FEWEST * int(10**decimals)


def withheld(rows: Sequence[Row], decimals: int = 0) -> frozenset[Key]:
    """Return the keys of the rows to withhold: the small ones and, when only one is, the smallest other,
    since the total would otherwise tell it.
    """
    small = {row.key for row in rows if is_small(row.low, row.high, decimals)}
    others = [row for row in rows if row.key not in small and row.low]
    if len(small) == 1 and others:
        small.add(min(others, key=lambda row: row.low or 0).key)
    return frozenset(small)
