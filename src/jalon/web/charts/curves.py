"""A cumulative over time: the curve of what was achieved, the band of an interval, the planned line."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from django.utils.translation import gettext as _

from jalon.core.values.number_formats import Exact
from jalon.web.charts.scale import percent, short, ticks
from jalon.web.shown import ShownFigure, Words
from jalon.web.tables import Column, Kind, Table, row

HEIGHT = 200


@dataclass(frozen=True)
class Point:
    """What was known at a day; `planned` when a target stands at that day."""

    on: datetime.date
    figure: ShownFigure | None = None
    planned: ShownFigure | None = None


@dataclass(frozen=True)
class Tick:
    """A graduation: its place and its words."""

    at: str
    text: str
    anchor: str = "middle"


@dataclass(frozen=True, kw_only=True)
class Curve:
    """A curve ready to be drawn: points in a 1000 × 200 box that is stretched to the page's width."""

    template: ClassVar[str] = "components/charts/curve.html"
    title: Words
    note: Words
    points: str
    band: str
    plan: str
    dots: tuple[tuple[str, str], ...]
    rows: tuple[Tick, ...]
    days: tuple[Tick, ...]
    table: Table


def curve(
    id: str, title: Words, points: Sequence[Point], *, note: Words = "", column: Words = ""
) -> Curve | None:
    """Return the curve of `points`, in the order of their days, or None with fewer than two days.

    The figures stand in a table under it; `id` is the table's.
    """
    if len({point.on for point in points}) < 2:
        return None
    points = sorted(points, key=lambda point: point.on)
    highs = [
        figure.high
        for point in points
        for figure in (point.figure, point.planned)
        if figure is not None and figure.high is not None
    ]
    steps = ticks(max(highs, default=0))
    box = _Box(points[0].on, points[-1].on, steps[-1])
    known = [(p.on, f.low, f.high) for p in points if (f := p.figure) and f.low is not None]
    unsure = any(low != high for _on, low, high in known)
    lows = [box.at(on, low) for on, low, _high in known]
    highs_line = [box.at(on, high) for on, _low, high in known if high is not None]
    planned = [box.at(p.on, f.low) for p in points if (f := p.planned) and f.low is not None]
    return Curve(
        title=title,
        note=note,
        points=" ".join(lows),
        band=" ".join(lows + highs_line[::-1]) if unsure else "",
        plan=" ".join(planned),
        dots=tuple((box.share(on), str(box.height(low))) for on, low, _high in known),
        rows=tuple(Tick(str(box.height(step)), short(step)) for step in steps),
        days=_days(points, box),
        table=_table(id, title, points, column, has_plan=bool(planned)),
    )


@dataclass(frozen=True)
class _Box:
    first: datetime.date
    last: datetime.date
    top: float

    def share(self, on: datetime.date) -> str:
        """The day as a length in percent of the width."""
        return percent((on - self.first).days, max((self.last - self.first).days, 1))

    def height(self, value: Exact | float) -> float:
        """The value as a height from the top of the box."""
        return round(HEIGHT - float(value) / float(self.top) * HEIGHT, 1)

    def at(self, on: datetime.date, value: Exact) -> str:
        """The point, « x,y » with x in thousandths of the width."""
        return f"{float(self.share(on)) * 10:.0f},{self.height(value)}"


def _days(points: Sequence[Point], box: _Box) -> tuple[Tick, ...]:
    """First and last year, and those between when they are few."""
    years = range(points[0].on.year + 1, points[-1].on.year + 1)
    starts = [datetime.date(year, 1, 1) for year in years]
    if len(starts) > 6:
        starts = starts[:: len(starts) // 5 + 1]
    return tuple(Tick(box.share(on), str(on.year), _anchor(box.share(on))) for on in starts)


def _anchor(at: str) -> str:
    if float(at) < 4:
        return "start"
    return "end" if float(at) > 96 else "middle"


def _table(id: str, title: Words, points: Sequence[Point], column: Words, *, has_plan: bool) -> Table:
    columns = [Column("on", _("Au"), Kind.DATE), Column("value", column or _("Valeur"), Kind.NUMBER)]
    if has_plan:
        columns.append(Column("planned", _("Prévu"), Kind.NUMBER))
    rows = [row(p.on, p.figure, p.planned) for p in points]
    return Table(id=id, caption=title, columns=tuple(columns), rows=rows, hide_caption=True)
