"""What documents contradict: one indicator, one period, one place, and two values."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import combinations

from jalon.core.reading.checks.common import is_rounded, said
from jalon.core.reading.facts import Level
from jalon.core.reading.series.figures import Figure, likeness
from jalon.core.reading.series.following import Line
from jalon.core.reading.series.shapes import Note
from jalon.core.reading.series.times import is_past, said_period

_SAME_WORDS = 0.75
_ALIKE = 0.5
_SMALLEST = 5


def contradicted_figures(lines: Iterable[Line]) -> list[Note]:
    """Return the figures that two documents, both written once the period was over, say otherwise."""
    return [note for line in lines for note in _of_line(line)]


def _of_line(line: Line) -> Iterator[Note]:
    by_period: dict[str, list[Figure]] = {}
    for figure in line.figures:
        if figure.period and is_past(figure.period, figure.passage.document.dated):
            by_period.setdefault(figure.period, []).append(figure)
    for period, figures in by_period.items():
        values: dict[Decimal, Figure] = {}
        for figure in figures:
            values.setdefault(figure.value, figure)
        for one, other in combinations(values.values(), 2):
            if (level := _level(one, other)) is None:
                continue
            gap = said(abs(one.value - other.value))
            shown = f"{said(one.value)} ici, {said(other.value)} là"
            explain = f"{shown}, pour la même période ({said_period(period)}) : écart de {gap}"
            yield Note("conflicting_values", level, (one.passage, other.passage), explain)


def _level(one: Figure, other: Figure) -> Level | None:
    """How sure it is that the two figures contradict each other, None when they need not."""
    alike = likeness(one, other)
    if alike <= _ALIKE or max(one.value, other.value) < _SMALLEST:
        return None
    if any(is_rounded(figure.passage.fact) for figure in (one, other)):
        return None
    first, second = one.passage.document, other.passage.document
    if first.programmes and not first.programmes & second.programmes:
        return Level.HUMAN
    return Level.CERTAIN if alike >= _SAME_WORDS and not one.planned else Level.VERIFY
