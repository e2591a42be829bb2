"""Axes of a breakdown: steps of time, levels of places, parts, accounts, and categories."""

from collections.abc import Collection, Sequence
from datetime import date, timedelta

from jalon.core.figures.fetcher import Slot

TIME_AXES = ("month", "quarter", "semester", "year")
OTHER_AXES = ("about", "account", "zone", "stage")
_MONTHS = {"month": 1, "quarter": 3, "semester": 6, "year": 12}
_LETTERS = {"quarter": "Q", "semester": "S"}
RESERVED = frozenset((*TIME_AXES, *OTHER_AXES, "place", "value", "person", "group"))


def is_category(axis: str, levels: Collection[str]) -> bool:
    """Whether an axis is one of categories, not one of extents."""
    return axis not in TIME_AXES and axis not in OTHER_AXES and axis not in levels


def label(axis: str, day: date) -> str:
    """The name of the step that holds a day: 2017, 2017-S1, 2017-Q3, 2017-09."""
    if axis == "year":
        return f"{day.year}"
    if axis == "month":
        return f"{day.year}-{day.month:02}"
    return f"{day.year}-{_LETTERS[axis]}{(day.month - 1) // _MONTHS[axis] + 1}"


def step_start(axis: str, day: date) -> date:
    """The first day of the step that holds a day."""
    months = _MONTHS[axis]
    return date(day.year, (day.month - 1) // months * months + 1, 1)


def next_step(axis: str, day: date) -> date:
    """The first day of the next step."""
    first = step_start(axis, day)
    month = first.month - 1 + _MONTHS[axis]
    return date(first.year + month // 12, month % 12 + 1, 1)


def steps(axis: str, start: date, end: date) -> list[Slot]:
    """The steps from a day to another, the first and last cut to them."""
    found: list[Slot] = []
    while start <= end:
        following = next_step(axis, start)
        found.append((start, min(end, following - timedelta(days=1))))
        start = following
    return found


def common_label(axis: str, start: date | None, end: date) -> str | None:
    """The step that holds all these days, if one does."""
    return label(axis, end) if start is not None and label(axis, start) == label(axis, end) else None


def slots(start: date | None, end: date, cuts: Collection[date]) -> tuple[Slot, ...]:
    """The days from start to end cut before each of these days."""
    inner = sorted(cut for cut in set(cuts) if (start is None or start < cut) and cut <= end)
    firsts: Sequence[date | None] = [start, *inner]
    lasts = [*(cut - timedelta(days=1) for cut in inner), end]
    return tuple(zip(firsts, lasts, strict=True))
