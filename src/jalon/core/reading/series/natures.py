"""One indicator over documents: its figures in the order of time, cumulative or by period, and the doubts."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from jalon.core.reading.checks.common import is_rounded, said
from jalon.core.reading.facts import Level
from jalon.core.reading.series.figures import Figure
from jalon.core.reading.series.following import Line
from jalon.core.reading.series.shapes import Nature, Note, Point, Series
from jalon.core.reading.series.times import adjoin, ends_on, said_period

_TENFOLD = (Decimal("9.5"), Decimal("10.5"))
_SMALLEST = 10
_COPIED = 20


def series_of(line: Line) -> Series:
    """Return the series of one indicator."""
    figures = sorted(line.figures, key=_time)
    steps = _steps(figures)
    nature = _nature(steps)
    last = figures[-1]
    return Series(
        label=last.label,
        unit=last.unit,
        sex=last.passage.fact.text("sex"),
        places=last.places,
        planned=last.planned,
        nature=nature,
        points=tuple(_points(figures)),
        notes=tuple(_notes(steps, nature)),
    )


def _time(figure: Figure) -> tuple[str, str]:
    document = figure.passage.document
    return ends_on(figure.as_of) or ends_on(figure.period) or document.dated, document.dated


def _steps(figures: Sequence[Figure]) -> list[Figure]:
    """The last figure said of each period."""
    by_period: dict[tuple[str, str], Figure] = {}
    for figure in figures:
        by_period[figure.period, "" if figure.period else figure.passage.document.key] = figure
    return sorted(by_period.values(), key=_time)


def _points(figures: Sequence[Figure]) -> Iterator[Point]:
    previous: Figure | None = None
    for figure in figures:
        again = previous is not None and figure.period and figure.period == previous.period
        change = None if previous is None or again else figure.value - previous.value
        yield Point(figure.passage, figure.value, _time(figure)[0], figure.period, change)
        previous = figure


def _nature(steps: Sequence[Figure]) -> Nature:
    values = [one.value for one in steps]
    if steps[0].is_rate:
        return Nature.RATE
    if any(one.is_added for one in steps):
        return Nature.BY_PERIOD
    if any(one.is_cumulative for one in steps):
        sure = all(one.is_cumulative for one in steps)
        return Nature.CUMULATIVE if sure else Nature.CUMULATIVE_LIKELY
    if len(set(values)) == 1:
        return Nature.STABLE
    grows = all(one <= other for one, other in pairwise(values))
    joined = all(adjoin(one.period, other.period) for one, other in pairwise(steps))
    return Nature.CUMULATIVE_LIKELY if grows and joined else Nature.BY_PERIOD


def _notes(steps: Sequence[Figure], nature: Nature) -> Iterator[Note]:
    for one, other in pairwise(steps):
        pair = (one.passage, other.passage)
        if any(is_rounded(figure.passage.fact) for figure in (one, other)):
            continue
        small, large = sorted((one.value, other.value))
        values = f"{said(one.value)} puis {said(other.value)}"
        gap = said(abs(other.value - one.value))
        if small >= _SMALLEST and nature is not Nature.RATE and _TENFOLD[0] <= large / small <= _TENFOLD[1]:
            times = "plus" if other.value > one.value else "moins"
            explain = f"{values} : dix fois {times} d’un document à l’autre (écart {gap}), un zéro à vérifier"
            yield Note("tenfold", Level.VERIFY, pair, explain)
        elif one.is_cumulative and other.value < one.value and not other.is_added:
            sure = Level.VERIFY if other.is_cumulative else Level.HUMAN
            yield Note("decrease", sure, pair, f"{values} : un chiffre cumulé ne diminue pas (écart {gap})")
        elif _is_copied(one, other):
            level = Level.HUMAN if one.value % 10 == 0 else Level.VERIFY
            periods = f"pour {said_period(one.period)} et pour {said_period(other.period)}"
            yield Note("same_value", level, pair, f"même valeur {said(one.value)} {periods} : recopiée ?")


def _is_copied(one: Figure, other: Figure) -> bool:
    """Whether a value is said again of another period that has nothing in common with the first."""
    return (
        one.value == other.value >= _COPIED
        and bool(one.period and other.period)
        and one.period != other.period
        and ends_on(one.period) < other.period[:10]
        and not (one.is_cumulative or other.is_cumulative or one.is_rate or one.planned)
    )
