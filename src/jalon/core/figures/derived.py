"""Derived statements: what two successive cumulative claims say of the time between them (rule 6)."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import pairwise

from jalon.core.figures.amounts import Amount, Said, reconcile
from jalon.core.figures.fetcher import Slot, Stated
from jalon.core.figures.model import Cell


@dataclass(frozen=True, slots=True)
class Derivation:
    """What one pair of successive cumulative claims gives over `slot`.

    `statements`: one, or two when the cumulative claims are themselves contradicted (least and most), or
    none when the total fell. `contradicts`: the total, or a cell that both claims have, fell.
    """

    slot: Slot
    cumulative: tuple[Stated, ...]
    statements: tuple[Stated, ...]
    contradicts: bool = False


def derivations(stated: Sequence[Stated], same: Callable[[Stated], Hashable]) -> list[Derivation]:
    """From live statements "depuis le début"; `same` gives what must be equal (account, places, part).

    With years missing the derived statement covers the whole gap. A negative difference derives nothing.
    """
    series: dict[Hashable, dict[int, list[Stated]]] = {}
    for statement in stated:
        if statement.start is None:
            ends = series.setdefault(same(statement), {})
            ends.setdefault(statement.end.toordinal(), []).append(statement)
    found: list[Derivation] = []
    for ends in series.values():
        days = sorted(ends)
        for earlier, later in pairwise(days):
            found.append(_between(ends[earlier], ends[later]))
    return found


def _between(earlier: Sequence[Stated], later: Sequence[Stated]) -> Derivation:
    slot = (earlier[0].end + timedelta(days=1), later[0].end)
    before, after = _claimed(earlier), _claimed(later)
    least, most = after.low - before.high, after.high - before.low
    both = (*earlier, *later)
    if most < 0:
        return Derivation(slot, both, (), contradicts=True)
    pattern = replace(
        later[0],
        entry=f"{earlier[0].entry}…{later[0].entry}",
        start=slot[0],
        source=None,
        printed=None,
        precision=max(claim.precision for claim in both),
        qualifier="exact",
        cells=(((), least),),
    )
    if least < most:
        low = replace(pattern, cells=(((), max(0, least)),))
        return Derivation(slot, both, (low, replace(pattern, entry=pattern.entry + "+", cells=(((), most),))))
    cells = _cells(earlier, later)
    if any(value < 0 for _, value in cells):
        return Derivation(slot, both, (pattern,), contradicts=True)
    return Derivation(slot, both, (replace(pattern, cells=cells or pattern.cells),))


def _claimed(claims: Sequence[Stated]) -> Amount:
    return reconcile([Said(c.total, c.precision, c.qualifier) for c in claims])


def _cells(earlier: Sequence[Stated], later: Sequence[Stated]) -> tuple[tuple[Cell, int], ...]:
    """The differences cell by cell, when there is one claim at each end and both have the same cells."""
    if len(earlier) == len(later) == 1:
        before, after = dict(earlier[0].cells), dict(later[0].cells)
        if before.keys() == after.keys():
            return tuple((cell, after[cell] - before[cell]) for cell in after)
    return ()
