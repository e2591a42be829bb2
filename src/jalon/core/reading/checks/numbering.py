"""Numbered lists that skip a number or give one twice."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from jalon.core.reading.checks.common import wrong
from jalon.core.reading.facts import Check, Span
from jalon.core.reading.structure.tables import table_at, tables
from jalon.core.reading.surface import Surface

_ITEM = re.compile(
    r"(?P<open>\(?)(?:(?P<digits>[0-9]{1,2})|(?P<letter>[a-j])|"
    r"(?P<code>(?:R|A|OS|Axe |Article |Résultat |Recommandation ))(?P<rank>[0-9]{1,2}))(?P<close>[.)]"
    r"|\s?[:-](?=\s)|°)(?![0-9])\s*(?=\S)"
)
_LONGEST = 700
"""Characters of one item at most: farther apart, two lines are of two lists."""


@dataclass(frozen=True, slots=True)
class _Item:
    style: str
    rank: int
    span: Span


def check_numbering(surface: Surface) -> list[Check]:
    """Follow the numbers of each list from its first item on."""
    return [*_lists(surface), *_columns(surface)]


def _lists(surface: Surface) -> Iterator[Check]:
    run: list[_Item] = []
    for line in surface.lines:
        item = _item(surface, line)
        if item is None:
            continue
        if run and (item.style != run[-1].style or not _follows(surface, run[-1], item)):
            yield from _compare(surface, run)
            run = []
        run.append(item)
    yield from _compare(surface, run)


def _item(surface: Surface, line: Span) -> _Item | None:
    match = _ITEM.match(surface.plain, line.start, line.end)
    if match is None or table_at(surface, line.start) is not None or not surface.is_read(line.start):
        return None
    rank = int(match["digits"] or match["rank"] or ord(match["letter"] or "a") - ord("a") + 1)
    kind = "letter" if match["letter"] else match["code"] or "digit"
    return _Item(f"{match['open']}{kind}{match['close'].strip()}", rank, line)


def _follows(surface: Surface, above: _Item, item: _Item) -> bool:
    between = surface.plain[above.span.end : item.span.start]
    return len(between) <= _LONGEST and between.count("\n\n") <= 1 and item.rank != 1


def _compare(surface: Surface, run: list[_Item]) -> Iterator[Check]:
    """A run from one on in which exactly one number is missing or said twice, all others in their order."""
    if len(run) < 3 or run[0].rank != 1:
        return
    steps = [after.rank - before.rank for before, after in pairwise(run)]
    odd = [index for index, step in enumerate(steps) if step != 1]
    if len(odd) != 1 or steps[odd[0]] not in {0, 2}:
        return
    above, below = run[odd[0]], run[odd[0] + 1]
    if steps[odd[0]] == 2:
        yield wrong("numbering", (above.span, below.span), f"le numéro {above.rank + 1} manque")
    elif len(run) > odd[0] + 2:
        yield wrong("numbering", (above.span, below.span), f"le numéro {above.rank} revient deux fois")


_RANK = re.compile(r"n\s?[°o]|nu?m[ée]ros?|ordre", re.I)


def _columns(surface: Surface) -> Iterator[Check]:
    """The first column of a table headed `N°`."""
    for table in tables(surface):
        if not table.header or not _RANK.fullmatch(table.header[0].text.strip(" .")):
            continue
        cells = [row[0] for row in table.rows if row and re.fullmatch(r"0?[0-9]{1,2}", row[0].text.strip())]
        yield from _compare(
            surface, [_Item("column", int(cell.text), Span(cell.start, cell.end)) for cell in cells]
        )
