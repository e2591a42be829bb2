"""The results table: baseline, target, achieved, rate, deviation, since the start; breakdowns on demand."""

import dataclasses
import datetime
from collections.abc import Iterator, Mapping
from decimal import Decimal

from django.utils.translation import gettext as _

from jalon.core.figures.answer import Answer
from jalon.core.figures.question import Question
from jalon.core.values.scaled import from_scaled
from jalon.flows.figures import Desk
from jalon.records.results.queries import Framework, Indicator, Result
from jalon.web.figures.showing import show_answer, show_row
from jalon.web.shown import Absence, ShownFigure, absent, shown
from jalon.web.tables import Cell, Column, Kind, Row, RowKind, row


@dataclasses.dataclass(frozen=True)
class Asked:
    """What the table is asked for: days, place, division, and one axis of breakdown or none."""

    start: datetime.date | None
    end: datetime.date
    place: str | None = None
    division: str | None = None
    by: str = ""

    def question(self, indicator: Indicator, **changes: object) -> Question:
        """Return the question of an indicator's achievement in this scope."""
        question = Question(
            accounts=(indicator.uid,),
            stage="achieved",
            start=self.start,
            end=self.end,
            place=self.place,
            division=self.division,
        )
        return question.with_(**changes)


@dataclasses.dataclass(frozen=True)
class Line:
    """One indicator's answers over the scope."""

    indicator: Indicator
    baseline: ShownFigure
    planned: ShownFigure
    achieved: ShownFigure
    rate: ShownFigure
    deviation: ShownFigure
    since_start: ShownFigure
    parts: tuple[tuple[str, ShownFigure, ShownFigure], ...] = ()


def columns(period: str) -> tuple[Column, ...]:
    """Return the columns; `period` is the French name of the days asked for."""
    return (
        Column("indicator", _("Indicateur")),
        Column("unit", _("Unité")),
        Column("baseline", _("Référence"), Kind.NUMBER),
        Column("planned", _("Cible"), Kind.NUMBER, group=period),
        Column("achieved", _("Réalisé"), Kind.NUMBER, group=period),
        Column("rate", _("Taux"), Kind.PERCENT, group=period),
        Column("deviation", _("Écart"), Kind.NUMBER, group=period),
        Column("since_start", _("Depuis le début"), Kind.NUMBER),
    )


def rows(framework: Framework, asked: Asked, labels: Mapping[str, str]) -> Iterator[Row]:
    """Yield the rows: a section a result, a row an indicator, indented rows for its parts.

    `labels` names the categories and places that a breakdown meets, by their codes.
    """
    desk = Desk(indicator.uid for indicator in framework.all_indicators())
    for result in framework.results:
        yield from _result_rows(result, desk, asked, labels)
    for indicator in framework.loose:
        yield from _indicator_rows(line(indicator, desk, asked, labels), 0)


def _result_rows(
    result: Result, desk: Desk, asked: Asked, labels: Mapping[str, str], level: int = 0
) -> Iterator[Row]:
    yield row(f"{result.code} · {result.statement}", kind=RowKind.SECTION, level=level, id=f"r-{result.uid}")
    for indicator in result.indicators:
        yield from _indicator_rows(line(indicator, desk, asked, labels), level)
    for child in result.children:
        yield from _result_rows(child, desk, asked, labels, level + 1)


def _indicator_rows(found: Line, level: int) -> Iterator[Row]:
    indicator = found.indicator
    yield row(
        Cell(text=f"{indicator.code} {indicator.label}".strip(), note=indicator.definition),
        indicator.unit_label,
        found.baseline,
        found.planned,
        found.achieved,
        found.rate,
        found.deviation,
        found.since_start,
        level=level,
        id=f"i-{indicator.uid}",
    )
    for label, planned, achieved in found.parts:
        yield row(
            label,
            "",
            "",
            planned,
            achieved,
            "",
            "",
            "",
            kind=RowKind.REMAINDER if label == _("non précisé") else RowKind.ITEM,
            level=level + 1,
        )


def line(indicator: Indicator, desk: Desk, asked: Asked, labels: Mapping[str, str]) -> Line:
    """Return the figures of one indicator over the scope."""
    achieved_question = asked.question(indicator)
    planned_question = asked.question(indicator, stage="planned")
    baseline_question = asked.question(indicator, stage="baseline", start=None)
    since_question = asked.question(indicator, start=None)
    achieved, planned = desk.ask(achieved_question), desk.ask(planned_question)
    rate_question = asked.question(indicator, measure="rate")
    return Line(
        indicator=indicator,
        baseline=show_answer(desk.ask(baseline_question), baseline_question),
        planned=show_answer(planned, planned_question),
        achieved=show_answer(achieved, achieved_question),
        rate=absent(Absence.NOT_APPLICABLE)
        if indicator.is_ratio
        else show_answer(desk.ask(rate_question), rate_question),
        deviation=deviation(achieved, planned, indicator),
        since_start=show_answer(desk.ask(since_question), since_question),
        parts=parts(indicator, desk, asked, labels) if asked.by else (),
    )


def deviation(achieved: Answer, planned: Answer, indicator: Indicator) -> ShownFigure:
    """Return achieved − planned, an interval when either is one; « sans objet » without a plan.

    A ratio has no deviation of its own.
    """
    bounds = (achieved.low, achieved.high, planned.low, planned.high)
    if indicator.is_ratio or planned.low is None or planned.high is None:
        return absent(Absence.NOT_APPLICABLE)
    if achieved.low is None or achieved.high is None:
        return absent(Absence.UNKNOWN)
    low = _signed(achieved.low - planned.high, achieved)
    high = _signed(achieved.high - planned.low, achieved)
    return shown(low, high, marks=("interval",) if len(set(bounds[:2])) + len(set(bounds[2:])) > 2 else ())


def _signed(value: int, answer: Answer) -> Decimal:
    return from_scaled(value, answer.decimals)


def parts(
    indicator: Indicator, desk: Desk, asked: Asked, labels: Mapping[str, str]
) -> tuple[tuple[str, ShownFigure, ShownFigure], ...]:
    """Return (label, planned, achieved) of each part along the axis asked for; nothing when there is none."""
    achieved = desk.ask(asked.question(indicator, by=(asked.by,)))
    planned = desk.ask(asked.question(indicator, stage="planned", by=(asked.by,)))
    of_plan = {line.key: line for line in planned.rows}
    keys = list(dict.fromkeys([line.key for line in (*achieved.rows, *planned.rows)]))
    if keys in ([], [(None,)]):
        return ()
    of_achieved = {line.key: line for line in achieved.rows}
    named = sorted(
        (key for key in keys if key[0] is not None), key=lambda key: labels.get(key[0] or "", key[0] or "")
    )
    return tuple(
        (
            _("non précisé") if key[0] is None else labels.get(key[0], key[0]),
            show_row(of_plan[key], planned) if key in of_plan else absent(Absence.NOT_APPLICABLE),
            show_row(of_achieved[key], achieved) if key in of_achieved else absent(Absence.UNKNOWN),
        )
        for key in [*named, *(key for key in keys if key[0] is None)]
    )
