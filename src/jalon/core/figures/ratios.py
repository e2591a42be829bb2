"""Rates: a numerator over a denominator in the same extent, never averaged (rules 10 and 11)."""

from decimal import Decimal, InvalidOperation
from typing import Literal

from jalon.core.figures.answer import Answer, Mark, Row, ordered
from jalon.core.figures.question import Question

TENTHS = 1000
"""A rate of 1 is 1000 tenths of a percent."""

Published = Literal["rounded", "truncated", "wrong"]


def tenths(numerator: int, denominator: int) -> int:
    """A rate in tenths of a percent, rounded once, halves going up."""
    return (2 * TENTHS * numerator + denominator) // (2 * denominator)


def check_published(printed: str, numerator: int, denominator: int) -> Published:
    """How a published percentage ("53.44" or "53,44") stands to its terms (ex. 29).

    "rounded" is right; "truncated" lacks the rounding of its last printed decimal; "wrong" is neither.
    """
    try:
        published = Decimal(printed.replace(",", "."))
    except InvalidOperation:
        return "wrong"
    exponent = published.as_tuple().exponent
    scale = 10**-exponent if isinstance(exponent, int) and exponent < 0 else 1
    shown = published * scale
    if shown == (2 * 100 * scale * numerator + denominator) // (2 * denominator):
        return "rounded"
    return "truncated" if shown == 100 * scale * numerator // denominator else "wrong"


def rate(question: Question, above: Answer, below: Answer, *, planned: bool) -> Answer:
    """The rate of two answers to the same question, row by row.

    Without a denominator there is no rate ("sans objet"), nor with a denominator of 0, which is said; where
    the plan exists but is not split to what is asked, "prévu non réparti". `planned`: the denominator is
    the plan, so that its absence has these marks.
    """
    wider = any(m.why in ("place", "period", "part", "account") for m in below.not_attributable)
    low, high, marks = _divided(above.low, above.high, below.low, below.high, wider)
    plans = {row.key: row for row in below.rows}
    unsplit = any(None in key for key in plans)
    rows = []
    for row in above.rows:
        if None not in row.key:
            plan = plans.get(row.key)
            bounds = (plan.low, plan.high) if plan else (None, None)
            terms = _divided(row.low, row.high, *bounds, wider or unsplit)
            inherited = row.marks + (plan.marks if plan else ())
            rows.append(Row(row.key, terms[0], terms[1], ordered((*terms[2], *inherited))))
    inherited = above.marks + below.marks
    return Answer(
        low=low,
        high=high,
        unit="%",
        decimals=1,
        marks=ordered((*marks, *inherited)),
        by=question.by,
        rows=tuple(rows),
        not_attributable=(*above.not_attributable, *below.not_attributable),
        sources=tuple(sorted({*above.sources, *below.sources})),
        set_aside=(*above.set_aside, *below.set_aside),
        claims=(*above.claims, *below.claims),
        crossings=(*above.crossings, *below.crossings),
        division=above.division,
        version=below.version if planned else above.version,
        numerator=above,
        denominator=below,
    )


def _divided(
    low: int | None, high: int | None, least: int | None, most: int | None, wider: bool
) -> tuple[int | None, int | None, list[Mark]]:
    if least is None or most is None:
        return None, None, ["plan_not_split" if wider else "no_plan"]
    if most == 0:
        return None, None, ["zero_plan"]
    if low is None or high is None:
        return None, None, []
    if least == 0:
        return tenths(low, most), None, ["interval"]
    return tenths(low, most), tenths(high, least), []
