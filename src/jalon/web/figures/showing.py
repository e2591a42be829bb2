"""An answer of the ledger as a figure on a page: French text, marks, link."""

from fractions import Fraction

from jalon.core.figures.answer import Answer, Row
from jalon.core.figures.question import Question
from jalon.core.values.scaled import from_scaled
from jalon.web.figures.asking import figure_href
from jalon.web.shown import Absence, Mark, ShownFigure, Words, absent, shown, shown_share

ABSENCES = {
    "no_plan": Absence.NOT_APPLICABLE,
    "zero_plan": Absence.ZERO_PLAN,
    "plan_not_split": Absence.NOT_SPLIT,
}
SHOWN_MARKS = frozenset(Mark)


def show_answer(
    answer: Answer, question: Question, *, unit: Words = "", title: Words = "", linked: bool = True
) -> ShownFigure:
    """Return the figure of an answer; `unit` in French, empty where the column says it."""
    href = figure_href(question) if linked else ""
    found = _show(answer, answer, href, unit, title)
    if found.absence is Absence.ZERO_PLAN and question.measure != "rate":
        return absent(Absence.NOT_APPLICABLE, marks=found.marks, href=href, title=title)
    return found


def show_row(row: Row, answer: Answer, *, href: str = "", unit: Words = "", title: Words = "") -> ShownFigure:
    """Return the figure of one line of a breakdown."""
    return _show(row, answer, href, unit, title)


def _show(bounds: Answer | Row, answer: Answer, href: str, unit: Words, title: Words) -> ShownFigure:
    marks = tuple(Mark(mark) for mark in bounds.marks if mark in SHOWN_MARKS)
    if bounds.low is None and bounds.high is None:
        why = next((ABSENCES[mark] for mark in bounds.marks if mark in ABSENCES), Absence.UNKNOWN)
        return absent(
            why, marks=[mark for mark in marks if mark is Mark.CONTRADICTION], href=href, title=title
        )
    low = from_scaled(bounds.low if bounds.low is not None else bounds.high or 0, answer.decimals)
    high = from_scaled(bounds.high if bounds.high is not None else bounds.low or 0, answer.decimals)
    if answer.unit == "%":
        return shown_share(
            Fraction(low) / 100,
            Fraction(high) / 100,
            decimals=answer.decimals,
            marks=marks,
            href=href,
            title=title,
        )
    whole = low == low.to_integral_value() and high == high.to_integral_value()
    return shown(low, high, decimals=0 if whole else None, unit=unit, marks=marks, href=href, title=title)
