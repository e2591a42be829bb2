"""The results table: baseline, target, achieved, rate, deviation, since the start; breakdowns on demand."""

import dataclasses
import datetime
from collections.abc import Iterator, Mapping
from decimal import Decimal

from django.utils.translation import gettext as _

from jalon.core.figures.answer import Answer
from jalon.core.figures.axes import TIME_AXES
from jalon.core.figures.question import Question
from jalon.core.values.scaled import from_scaled
from jalon.core.values.text_keys import sort_key
from jalon.flows.figures import Desk
from jalon.records.programmes.rules import Scope
from jalon.records.results.queries import Framework, Indicator, Result
from jalon.web.figures.labels import remainder_label
from jalon.web.figures.shield import Shield, shield_for
from jalon.web.figures.showing import show_row
from jalon.web.figures.words import step
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
class Part:
    """One part of an indicator along the axis asked for, or its remainder."""

    label: str
    is_remainder: bool
    planned: ShownFigure
    achieved: ShownFigure


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
    parts: tuple[Part, ...] = ()


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


@dataclasses.dataclass(frozen=True)
class Sight:
    """What one viewer looks at: the desk that answers, what is withheld, the scope, the names of parts."""

    desk: Desk
    shield: Shield
    asked: Asked
    labels: Mapping[str, str]

    def show(self, question: Question) -> ShownFigure:
        """Return the figure of a question as this viewer may see it."""
        return self.shield.show(self.desk.ask(question), question)

    def part(self, key: str | None) -> str:
        """Return the French name of a part along the axis asked for."""
        if key is None:
            return remainder_label(self.asked.by)
        return step(key) if self.asked.by in TIME_AXES else self.labels.get(key, key)

    def rank(self, key: str | None) -> str:
        """Return what sorts a part: steps of time by date, the others by name."""
        return (key or "") if self.asked.by in TIME_AXES else sort_key(self.part(key))


def rows(framework: Framework, asked: Asked, labels: Mapping[str, str], scope: Scope) -> Iterator[Row]:
    """Yield the rows: a section a result, a row an indicator, indented rows for its parts.

    `labels` names the categories and places that a breakdown meets, by their codes.
    """
    uids = [indicator.uid for indicator in framework.all_indicators()]
    sight = Sight(Desk(uids), shield_for(scope, uids), asked, labels)
    for result in framework.results:
        yield from _result_rows(result, sight)
    for indicator in framework.loose:
        yield from _indicator_rows(line(indicator, sight), 0)


def _result_rows(result: Result, sight: Sight, level: int = 0) -> Iterator[Row]:
    yield row(f"{result.code} · {result.statement}", kind=RowKind.SECTION, level=level, id=f"r-{result.uid}")
    for indicator in result.indicators:
        yield from _indicator_rows(line(indicator, sight), level)
    for child in result.children:
        yield from _result_rows(child, sight, level + 1)


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
    for part in found.parts:
        kind = RowKind.REMAINDER if part.is_remainder else RowKind.ITEM
        yield row(part.label, "", "", part.planned, part.achieved, "", "", "", kind=kind, level=level + 1)


def line(indicator: Indicator, sight: Sight) -> Line:
    """Return the figures of one indicator over the scope."""
    asked = sight.asked
    achieved, planned = asked.question(indicator), asked.question(indicator, stage="planned")
    return Line(
        indicator=indicator,
        baseline=sight.show(asked.question(indicator, stage="baseline", start=None)),
        planned=sight.show(planned),
        achieved=sight.show(achieved),
        rate=absent(Absence.NOT_APPLICABLE)
        if indicator.is_ratio
        else sight.show(asked.question(indicator, measure="rate")),
        deviation=_deviation(indicator, sight, achieved, planned),
        since_start=sight.show(asked.question(indicator, start=None)),
        parts=parts(indicator, sight) if asked.by else (),
    )


def _deviation(indicator: Indicator, sight: Sight, achieved: Question, planned: Question) -> ShownFigure:
    done, meant = sight.desk.ask(achieved), sight.desk.ask(planned)
    if sight.shield.hides(done, achieved) or sight.shield.hides(meant, planned):
        return absent(Absence.WITHHELD)
    return deviation(done, meant, indicator)


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


def parts(indicator: Indicator, sight: Sight) -> tuple[Part, ...]:
    """Return the parts along the axis asked for, by name, the remainder last; nothing when there is none."""
    by = (sight.asked.by,)
    achieved_question = sight.asked.question(indicator, by=by)
    planned_question = sight.asked.question(indicator, stage="planned", by=by)
    achieved, planned = sight.desk.ask(achieved_question), sight.desk.ask(planned_question)
    keys = {line.key for line in (*achieved.rows, *planned.rows)}
    if not keys - {(None,)}:
        return ()
    shown_planned = _shown_rows(planned, planned_question, sight)
    shown_achieved = _shown_rows(achieved, achieved_question, sight)
    found = [
        Part(
            label=sight.part(key[0]),
            is_remainder=key[0] is None,
            planned=shown_planned.get(key) or absent(Absence.NOT_APPLICABLE),
            achieved=shown_achieved.get(key) or absent(Absence.UNKNOWN),
        )
        for key in sorted(keys, key=lambda key: (key[0] is None, sight.rank(key[0])))
    ]
    return tuple(found)


def _shown_rows(
    answer: Answer, question: Question, sight: Sight
) -> dict[tuple[str | None, ...], ShownFigure]:
    hidden = sight.shield.hidden_rows(answer, question)
    return {
        line.key: absent(Absence.WITHHELD) if line.key in hidden else show_row(line, answer)
        for line in answer.rows
    }
