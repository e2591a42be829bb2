"""Amounts between two bounds, claims of the same thing, and the control of details by a statement."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from jalon.core.figures.answer import Mark
from jalon.core.figures.model import Qualifier

NONE: frozenset[Mark] = frozenset()
CONTRADICTION: frozenset[Mark] = frozenset({"contradiction"})


@dataclass(frozen=True, slots=True)
class Amount:
    """A scaled integer known between two bounds, with its marks and the coarsest precision it rests on."""

    low: int
    high: int
    marks: frozenset[Mark] = NONE
    grain: int = 1

    def marked(self, *marks: Mark) -> "Amount":
        """The same with more marks."""
        return replace(self, marks=self.marks | set(marks)) if marks else self


@dataclass(frozen=True, slots=True)
class Said:
    """One number as it was printed: the value, its precision and its qualifier."""

    value: int
    precision: int = 1
    qualifier: Qualifier = "exact"

    @property
    def grain(self) -> int:
        """The precision to compare at; a value that is not a multiple of it shows that it is finer."""
        return self.precision if self.precision > 0 and self.value % self.precision == 0 else 1


def rounded(value: int, precision: int) -> int:
    """A value at a coarser precision, halves going up."""
    return (2 * value + precision) // (2 * precision) * precision


def agree(one: Said, other: Said) -> bool:
    """Whether two claims say the same at the coarser of their two precisions (ex. 20)."""
    grain = max(one.grain, other.grain)
    return rounded(one.value, grain) == rounded(other.value, grain)


def reconcile(claims: Sequence[Said]) -> Amount:
    """Claims of equal extent as one amount: the most precise value if all agree, else the interval (rule 2).

    "At least n" only contradicts a smaller number; alone, it is worth n.
    """
    floors = [claim.value for claim in claims if claim.qualifier == "at_least"]
    firm = sorted(
        (claim for claim in claims if claim.qualifier != "at_least"), key=lambda c: (c.grain, c.value)
    )
    kept: list[Said] = []
    for claim in firm:
        if not any(agree(finer, claim) for finer in kept):
            kept.append(claim)
    if not kept:
        return Amount(max(floors), max(floors))
    values = [claim.value for claim in kept]
    if floors and max(floors) > min(values):
        values.append(max(floors))
    low, high = min(values), max(values)
    return Amount(low, high, CONTRADICTION if low != high else NONE, kept[0].grain)


def hold(stated: Amount, details: Amount | None, *, floor: bool = False) -> Amount:
    """What a statement over its details is worth (rule 3). `floor`: it was said "at least".

    In agreement at the coarser printed precision, the more precise of the two gives the value; above the
    lower bound of the details the statement holds, with a remainder; below it, a contradiction: the
    interval from the statement to its details. A contradiction below is said above.
    """
    if details is None:
        return stated
    if floor and stated.high <= details.low:
        return replace(details, marks=stated.marks | details.marks)
    if stated.low == stated.high and details.low == details.high and _same(stated, details):
        finer = stated if stated.grain < details.grain else details
        return replace(finer, marks=stated.marks | (details.marks - {"derived"}))
    if stated.high >= details.low:
        marks = stated.marks | (details.marks & CONTRADICTION)
        return replace(stated, marks=marks | {"remainder"} if stated.high > details.low else marks)
    marks = (details.marks - {"remainder"}) | stated.marks | CONTRADICTION
    return Amount(stated.low, max(stated.high, details.high), marks, stated.grain)


def _same(one: Amount, other: Amount) -> bool:
    grain = max(one.grain, other.grain)
    return rounded(one.low, grain) == rounded(other.low, grain)


def total(amounts: Iterable[Amount]) -> Amount:
    """The sum of amounts that do not overlap; the sum of none is 0."""
    low = high = 0
    grain = 1
    marks: set[Mark] = set()
    for amount in amounts:
        low += amount.low
        high += amount.high
        grain = max(grain, amount.grain)
        marks |= amount.marks
    return Amount(low, high, frozenset(marks), grain)
