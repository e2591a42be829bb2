"""Running totals: a line that says « total » against the lines above it, whatever holds the lines."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from jalon.core.reading.checks.common import doubtful, ok, said, wrong
from jalon.core.reading.facts import Check, Fact, Span


@dataclass(frozen=True, slots=True)
class Line:
    """One value of a column: its characters, and whether its label says that it is a total."""

    value: Decimal
    span: Span
    is_total: bool
    is_converted: bool = False
    facts: tuple[Fact, ...] = ()


def check_column(lines: Sequence[Line]) -> Iterator[Check]:
    """Compare each total of a column with the lines since the last one, or with those totals as well."""
    items: list[Line] = []
    totals: list[Line] = []
    for line in lines:
        if not line.is_total:
            items.append(line)
            continue
        check = _compare(line, items, totals)
        if check is not None:
            yield check
        totals = [*totals, line] if items else [line]
        items = []


def adds_up(total: Line, parts: Sequence[Line], *, what: str = "la somme des lignes") -> Check:
    """Return the check of one total against its parts: equal, rounded, or wrong with the difference."""
    made = _sum(parts)
    gap = abs(made - total.value)
    spans = (total.span, *(part.span for part in parts))
    facts = (*total.facts, *(fact for part in parts for fact in part.facts))
    if gap == 0:
        return ok("sum_parts", spans, f"{what} est {said(made)}", facts)
    explain = f"{what} est {said(made)}, le total écrit {said(total.value)} (écart {said(gap)})"
    rounded = gap <= len(parts) and total.value > 1000
    if rounded or total.is_converted or any(part.is_converted for part in parts):
        return doubtful("sum_parts", spans, explain + ", arrondi ?", facts)
    return wrong("sum_parts", spans, explain, facts)


def _compare(total: Line, items: Sequence[Line], totals: Sequence[Line]) -> Check | None:
    tries = (list(items), [*totals, *items], list(totals), _without_subtotals(items))
    groups = [group for group in tries if len(group) >= 2]
    if not groups or total.value == 0:
        return None
    near = min(groups, key=lambda group: abs(_sum(group) - total.value))
    if abs(_sum(near) - total.value) > total.value / 10:
        return None
    return adds_up(total, near)


def _without_subtotals(items: Sequence[Line]) -> list[Line]:
    """A line that is the sum of all those above it replaces them: a subtotal that does not say its name."""
    kept: list[Line] = []
    for line in items:
        if len(kept) >= 2 and _sum(kept) == line.value:
            kept = []
        kept.append(line)
    return kept


def _sum(lines: Sequence[Line]) -> Decimal:
    return sum((line.value for line in lines), Decimal(0))
