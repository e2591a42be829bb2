"""Periods as facts say them (`2023`, `2013-05`, `2013-05/2015-04`): when they end, whether they follow."""

from datetime import timedelta

from jalon.core.values.errors import ValueProblem
from jalon.core.values.partial_dates import format_partial, partial_period
from jalon.core.values.periods import Period


def days_of(period: str) -> Period | None:
    """Return the days of a period, None when it says none."""
    first, _, last = period.partition("/")
    try:
        start, end = partial_period(first), partial_period(last or first)
    except ValueProblem:
        return None
    if start is None or end is None or end.end < start.start:
        return None
    return Period(start.start, end.end)


def ends_on(period: str) -> str:
    """Return the last day of a period as ISO text, empty when it says none."""
    days = days_of(period)
    return days.end.isoformat() if days else ""


def adjoin(one: str, other: str) -> bool:
    """Whether two periods nest or follow without a hole; True when one of them is not said."""
    first, second = days_of(one), days_of(other)
    if first is None or second is None:
        return True
    return second.start <= first.end + timedelta(days=1)


def is_past(period: str, dated: str) -> bool:
    """Whether a document was written once a period was over."""
    end = ends_on(period)
    days = days_of(dated)
    return bool(end) and days is not None and days.start.isoformat() > end


def said_period(period: str) -> str:
    """Return a period in French: `2023`, `mai 2013 – avril 2015`."""
    first, _, last = period.partition("/")
    try:
        return " – ".join(format_partial(one) for one in (first, last) if one)
    except ValueProblem:
        return period
