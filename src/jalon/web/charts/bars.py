"""Horizontal bars: achieved as a full bar, what an interval adds hatched, planned as a mark across."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from jalon.core.values.number_formats import Exact
from jalon.web.charts.scale import percent
from jalon.web.shown import ShownFigure, Words


@dataclass(frozen=True, kw_only=True)
class Bar:
    """One line: its label and link, what was achieved and what was planned (None: nothing planned)."""

    label: Words
    achieved: ShownFigure
    planned: ShownFigure | None = None
    href: str = ""


@dataclass(frozen=True, kw_only=True)
class DrawnBar:
    """A bar with its lengths in percent of the width; empty texts draw nothing."""

    bar: Bar
    done: str
    unsure: str
    plan: str


@dataclass(frozen=True, kw_only=True)
class BarChart:
    """Bars ready to be drawn: `{% include chart.template with chart=chart only %}`."""

    template: ClassVar[str] = "components/charts/bars.html"
    title: Words
    note: Words
    bars: tuple[DrawnBar, ...]
    has_plan: bool
    has_interval: bool


def bar_chart(title: Words, bars: Sequence[Bar], *, note: Words = "") -> BarChart:
    """Return the bars on one scale, the largest planned or achieved value filling the width."""
    values = [
        value
        for bar in bars
        for figure in (bar.achieved, bar.planned)
        if figure is not None and (value := figure.high) is not None
    ]
    top = max(values, default=0)
    return BarChart(
        title=title,
        note=note,
        bars=tuple(_drawn(bar, top) for bar in bars),
        has_plan=any(bar.planned is not None and bar.planned.high is not None for bar in bars),
        has_interval=any(bar.achieved.is_interval for bar in bars),
    )


def _drawn(bar: Bar, top: Exact) -> DrawnBar:
    planned = bar.planned.high if bar.planned else None
    return DrawnBar(
        bar=bar,
        done=percent(bar.achieved.low, top) if bar.achieved.low is not None else "",
        unsure=percent(bar.achieved.high, top) if bar.achieved.is_interval else "",
        plan=percent(planned, top) if planned is not None else "",
    )
