"""Totals of amounts outside tables: the line that says « total », the cost and what it is made of."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby, pairwise

from jalon.core.reading.checks.common import TOTAL, number
from jalon.core.reading.checks.figures import numbers_in
from jalon.core.reading.checks.products import is_multiplied
from jalon.core.reading.checks.running import Line, adds_up, check_column
from jalon.core.reading.facts import Check, Fact, FactType
from jalon.core.reading.structure.tables import table_at
from jalon.core.reading.surface import Surface

_GAP = 400
"""Characters between two lines of one list at most."""

_BULLET = re.compile(r"\s*[-•*·▪○►➢✓]\s")
_WORDS = re.compile(r"[a-zà-ÿ]{3}", re.I)


def check_totals(surface: Surface) -> list[Check]:
    """Compare total lines with the amounts above them, and a cost with the amounts listed under it."""
    amounts = [
        fact
        for fact in surface.of_type(FactType.MONEY)
        if fact.text("status") != "unit"
        and not fact.text("bound")
        and not _is_tabled(surface, fact)
        and not is_multiplied(surface, fact)
        and not _in_brackets(surface, fact)
    ]
    found: list[Check] = []
    by_currency = sorted(amounts, key=lambda fact: (fact.text("currency"), fact.start))
    for _currency, group in groupby(by_currency, key=lambda fact: fact.text("currency")):
        column = list(group)
        for run in _runs([fact for fact in column if _stands_alone(surface, fact)]):
            checks = check_column([_line(surface, fact) for fact in run])
            found += [check for check in checks if not _may_hold(surface, check)]
        found += _announced(surface, column)
    return found


def _may_hold(surface: Surface, check: Check) -> bool:
    """Whether the lines of a total that they miss may not be the lines it is of."""
    return _some_make_it(check) or _is_cut(surface, check) or _lacks_line(surface, check)


def _lacks_line(surface: Surface, check: Check) -> bool:
    """Whether a number among the lines or right under them, taken for something else, is just what lacks.

    Or one line is just what is too much: `dont études : …` under the line it is some of.
    """
    if not check.is_alert or len(check.facts) < 3:
        return False
    total, *parts = check.facts
    values = [number(part) or Decimal(0) for part in parts]
    gap = (number(total) or Decimal(0)) - sum(values, Decimal(0))
    if gap < 0:
        return len(values) > 2 and -gap in values
    start, end = min(fact.start for fact in check.facts), max(fact.end for fact in check.facts) + _GAP // 2
    amounts = surface.starting_in(start, end, FactType.MONEY)
    others = [number(fact) for fact in amounts if all(fact is not one for one in check.facts)]
    beside = [value for value, _span in numbers_in(surface, start, min(end, len(surface.plain)))]
    return gap in others or gap in _without(beside, values)


def _without(numbers: list[Decimal], known: list[Decimal]) -> list[Decimal]:
    """Numbers less those that are lines already, each once."""
    left = list(numbers)
    for value in known:
        if value in left:
            left.remove(value)
    return left


def _some_make_it(check: Check) -> bool:
    """Whether some of the lines alone make the total that all of them miss: the others are unit prices."""
    if not check.is_alert or not 3 <= len(check.facts) <= 14:
        return False
    total, *lines = (number(fact) or Decimal(0) for fact in check.facts)
    sums = {Decimal(0)}
    for value in lines:
        sums |= {made + value for made in sums}
    return total >= _LARGE and total in sums


def _is_cut(surface: Surface, check: Check) -> bool:
    """Whether an amount begins in the middle of a number that a blank has cut: `2 ,03 millions`."""
    before = (surface.plain[max(0, fact.start - 4) : fact.start] for fact in check.facts)
    return check.is_alert and any(re.search(r"[0-9]\s?[.,]\s?$", text) for text in before)


_LARGE = 100_000
"""From here on, lines that make the total by chance are not to be feared."""


def _in_brackets(surface: Surface, fact: Fact) -> bool:
    """An amount alone in brackets on its line is the price of what stands above, not a line of its own."""
    line = surface.line_at(fact.start)
    before = surface.plain[line.start : fact.start].strip()
    return before.endswith("(") and surface.plain[fact.end : line.end].strip().startswith(")")


def _is_tabled(surface: Surface, fact: Fact) -> bool:
    table = table_at(surface, fact.start)
    return table is not None and len(table.header) > 1


def _line(surface: Surface, fact: Fact) -> Line:
    is_total = bool(TOTAL.search(_label(surface, fact)))
    converted = bool(fact.details.get("equivalent"))
    return Line(number(fact) or Decimal(0), fact.span, is_total, converted, (fact,))


def _runs(facts: Sequence[Fact]) -> Iterator[list[Fact]]:
    run = list(facts[:1])
    for above, fact in pairwise(facts):
        if fact.start - above.end > _GAP:
            yield run
            run = []
        run.append(fact)
    if run:
        yield run


def _label(surface: Surface, fact: Fact) -> str:
    """The words before an amount: those of its line, or of the lines above when it has a line to itself."""
    line = surface.line_at(fact.start)
    before = surface.plain[line.start : fact.start]
    if "|" in before:
        before = before.strip().lstrip("|").split("|")[0]
    if _WORDS.search(before):
        return before
    above = surface.plain[max(0, line.start - 120) : line.start].rstrip()
    return above[above.rfind("\n\n") + 1 :] if "\n\n" in above else above[above.rfind("\n") + 1 :]


def _stands_alone(surface: Surface, fact: Fact) -> bool:
    """Whether an amount ends a line or a cell: those of running sentences are not added up."""
    rest = surface.plain[fact.end : surface.line_at(fact.start).end]
    return not _WORDS.search(rest.replace("**", "")) or "|" in rest or "\t" in rest


def _announced(surface: Surface, amounts: Sequence[Fact]) -> Iterator[Check]:
    """`Coût : 55 …` followed by the amounts that make it, each on a line of its own."""
    for index, fact in enumerate(amounts):
        total = _line(surface, fact)
        if not total.is_total:
            continue
        following = amounts[index + 1 : index + 8]
        made = _first_sum(surface, total, following)
        if made:
            yield adds_up(total, made, what="la somme de la liste")
            continue
        listed = [_line(surface, item) for item in _list_under(surface, following)]
        gap = abs(sum((line.value for line in listed), Decimal(0)) - total.value)
        if len(listed) >= 2 and 0 < gap <= total.value / 10 and not _is_item(surface, fact):
            check = adds_up(total, listed, what="la somme de la liste")
            if not _may_hold(surface, check):
                yield check


def _first_sum(surface: Surface, total: Line, following: Sequence[Fact]) -> list[Line]:
    """The lines right under a total whose sum is the total, to one unit a line; none otherwise."""
    items: list[Line] = []
    below = surface.line_at(total.span.start).end
    for item in following:
        if item.start < below or item.start - (items[-1] if items else total).span.end > _GAP // 2:
            return []
        items.append(_line(surface, item))
        below = surface.line_at(item.start).end
        gap = abs(sum((line.value for line in items), Decimal(0)) - total.value)
        if len(items) >= 2 and total.value and (gap == 0 or (gap <= len(items) and total.value > 1000)):
            return items
    return []


def _list_under(surface: Surface, following: Sequence[Fact]) -> list[Fact]:
    items: list[Fact] = []
    for fact in following:
        if not _is_item(surface, fact) or (items and fact.start - items[-1].end > _GAP // 2):
            break
        items.append(fact)
    return items


def _is_item(surface: Surface, fact: Fact) -> bool:
    line = surface.line_at(fact.start)
    if _BULLET.match(surface.plain, line.start):
        return True
    above = surface.plain[max(0, line.start - 100) : line.start].rstrip()
    return bool(_BULLET.match(above[above.rfind("\n") + 1 :] + " "))
