"""Days of reduced precision as ISO text: `2013`, `2013-05`, `2013-05-23`, as programmes keep their dates.

They compare as text, because the precision only cuts the end off.
"""

import re
from datetime import date

from jalon.core.values.date_formats import format_date
from jalon.core.values.dates import make_date, month_number, plain
from jalon.core.values.errors import ProblemCode, ValueProblem
from jalon.core.values.period_parsing import parse_period
from jalon.core.values.periods import Period, Precision, format_period

_MONTH_AND_YEAR = re.compile(r"(?P<month>[0-9]{1,2})[/.](?P<year>[0-9]{4})")
_ISO = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}")


def parse_partial(text: str) -> str:
    """A day, a month or a year as people write it → its ISO text: `mai 2013` → `2013-05`, `2013` → `2013`.

    `05/2013` and the ISO forms are read too; the empty text stays empty. Raises ValueProblem: DATE_UNREADABLE
    (a quarter or a range is none of the three), and those of `parse_date`.
    """
    body = plain(text)
    if not body:
        return ""
    if _ISO.fullmatch(body):
        partial_period(body)
        return body
    if match := _MONTH_AND_YEAR.fullmatch(body):
        return _iso(Period.of_month(int(match["year"]), month_number(match["month"], text)))
    try:
        period = parse_period(text)
    except ValueProblem as problem:
        if problem.code is not ProblemCode.PERIOD_UNREADABLE:
            raise
        raise ValueProblem(ProblemCode.DATE_UNREADABLE, text=text) from problem
    if not (found := _iso(period)):
        raise ValueProblem(ProblemCode.DATE_UNREADABLE, text=text)
    return found


def _iso(period: Period) -> str:
    """The ISO text of a period that is one day, one month or one year; else empty."""
    day = period.start
    whole = {
        Precision.DAY: (Period.of_day(day), 10),
        Precision.MONTH: (Period.of_month(day.year, day.month), 7),
        Precision.YEAR: (Period.of_year(day.year), 4),
    }
    unit, length = whole.get(period.precision, (None, 0))
    return day.isoformat()[:length] if period == unit else ""


def partial_period(text: str) -> Period | None:
    """The days that `2013-05` may mean: all of May; None for the empty text.

    Raises ValueProblem: DATE_UNREADABLE, DATE_IMPOSSIBLE, MONTH_IMPOSSIBLE, YEAR_UNLIKELY.
    """
    if not text:
        return None
    parts = text.split("-")
    if (
        not all(part.isdecimal() for part in parts)
        or [len(part) for part in parts] != [4, 2, 2][: len(parts)]
    ):
        raise ValueProblem(ProblemCode.DATE_UNREADABLE, text=text)
    year = int(parts[0])
    if len(parts) == 1:
        return Period.of_year(year)
    month = month_number(parts[1], text)
    if len(parts) == 2:
        return Period.of_month(year, month)
    return Period.of_day(make_date(year, month, int(parts[2]), text))


def format_partial(text: str) -> str:
    """`2013` as it is, `mai 2013`, `23 mai 2013`; empty for the empty text."""
    period = partial_period(text)
    if period is None:
        return ""
    if period.precision is Precision.YEAR:
        return str(period.start.year)
    return format_date(period.start) if period.precision is Precision.DAY else format_period(period)


def partial_span(start: str, end: str) -> Period | None:
    """The period between two of them, None where one is missing. Raises PERIOD_REVERSED."""
    first, last = partial_period(start), partial_period(end)
    return first.until(last) if first and last else None


def months_until(day: date, end: str) -> int | None:
    """Calendar months from `day` to the end: negative once it is past, None where there is no end.

    The month of the end counts whole: from 5 December 2024 to `2025-06` there are 6 months.
    """
    last = partial_period(end)
    if last is None:
        return None
    return (last.end.year - day.year) * 12 + last.end.month - day.month
