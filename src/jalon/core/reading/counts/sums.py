"""Totals told by arithmetic: a number of a sentence whose neighbours with it make up a count said before."""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

from jalon.core.reading.facts import Fact
from jalon.core.reading.numbers import FoundNumber, numbers
from jalon.core.reading.surface import Surface

_BRACKETED = re.compile(r"\([^()]*\)")
_INNER = re.compile(r"\b(?:dont|soit|parmi lesquel\w+)[ \n](?:[^\W\d_]+[ \n])?\Z")
_LAST = 8
_FAR = 300


def summed_up(surface: Surface, number: FoundNumber, taken: Sequence[Fact]) -> tuple[Fact, Fact] | None:
    """Return the count that a number, those before it and those behind it in its sentence add up to.

    Beside it the count whose noun the number shares: the first of those before it, else the total itself.
    """
    if not isinstance(number.value, int):
        return None
    sentence = surface.sentence_at(number.start)
    start = max(surface.paragraph_at(number.start).start, number.start - _FAR)
    near = [fact for fact in taken[-_LAST:] if start <= fact.start < number.start]
    if not near:
        return None
    behind = list(bare_numbers(surface, number.end, sentence.end))
    for index in range(len(near)):
        total = near[index]
        before = [
            fact
            for fact in near[index + 1 :]
            if fact.of is total or (fact.of is None and not is_inner(surface, fact))
        ]
        said = [int(fact.value) for fact in before if isinstance(fact.value, int)]
        sums = list(accumulate([sum(said) + number.value, *behind]))
        several = sums if said else sums[1:]
        if total.value in several:
            return total, before[0] if before else total
    return None


def is_inner(surface: Surface, fact: Fact) -> bool:
    """Return whether a count is said of the one before it: `600 élèves, dont 150 boursiers`."""
    return is_inner_before(surface.plain, fact)


def is_inner_before(plain: str, fact: Fact) -> bool:
    """Return the same, for a text alone."""
    return _INNER.search(plain, max(0, fact.start - 24), fact.start) is not None


def bare_numbers(surface: Surface, start: int, end: int) -> Iterator[int]:
    """Yield the whole numbers of a stretch, neither in brackets nor some of the number before them."""
    plain = surface.plain
    inside = [match.span() for match in _BRACKETED.finditer(plain, start, end)]
    for number in numbers(plain, start, end):
        bracketed = any(first <= number.start < last for first, last in inside)
        inner = _INNER.search(plain, max(start, number.start - 24), number.start)
        free = surface.is_free(number.start, number.end)
        if free and not bracketed and not inner and isinstance(number.value, int):
            yield number.value
