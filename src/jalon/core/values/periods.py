"""Periods of time, both ends included, with the precision that was printed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from jalon.core.values.date_formats import MONTHS, format_date, format_day_and_month
from jalon.core.values.dates import likely_year
from jalon.core.values.durations import Duration, add_duration
from jalon.core.values.errors import ProblemCode, ValueProblem
from jalon.core.values.ordinals import format_ordinal


class Precision(StrEnum):
    """What was printed: days, whole months…; DURATION is a start and a length, its end computed."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    SEMESTER = "semester"
    YEAR = "year"
    DURATION = "duration"


_MONTHS_IN = {Precision.MONTH: 1, Precision.QUARTER: 3, Precision.SEMESTER: 6, Precision.YEAR: 12}
_NAMES = {
    Precision.MONTH: "mois",
    Precision.QUARTER: "trimestres",
    Precision.SEMESTER: "semestres",
    Precision.YEAR: "années",
}
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Period:
    """From `start` to `end`, both included.

    Raises PERIOD_REVERSED when it ends before it starts, PERIOD_UNALIGNED when it is not made of whole units
    of its precision, YEAR_UNLIKELY outside 1900–2199.
    """

    start: date
    end: date
    precision: Precision = Precision.DAY

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueProblem(ProblemCode.PERIOD_REVERSED, start=self.start, end=self.end)
        likely_year(self.start.year)
        likely_year(self.end.year)
        size = _MONTHS_IN.get(self.precision)
        if size and not (_begins(self.start, size) and _begins(_next_day(self.end), size)):
            name = _NAMES[self.precision]
            raise ValueProblem(ProblemCode.PERIOD_UNALIGNED, start=self.start, end=self.end, precision=name)

    @classmethod
    def of_day(cls, day: date) -> "Period":
        return cls(day, day)

    @classmethod
    def of_month(cls, year: int, month: int) -> "Period":
        return cls._unit(year, month, Precision.MONTH)

    @classmethod
    def of_quarter(cls, year: int, quarter: int) -> "Period":
        return cls._unit(year, quarter, Precision.QUARTER)

    @classmethod
    def of_semester(cls, year: int, semester: int) -> "Period":
        return cls._unit(year, semester, Precision.SEMESTER)

    @classmethod
    def of_year(cls, year: int) -> "Period":
        return cls._unit(year, 1, Precision.YEAR)

    @classmethod
    def of_duration(cls, start: date, duration: Duration) -> "Period":
        """What lasts `duration` from `start`: 1 May 2013 and 24 months end on 30 April 2015."""
        return cls(start, add_duration(start, duration) - _ONE_DAY, Precision.DURATION)

    @classmethod
    def _unit(cls, year: int, rank: int, precision: Precision) -> "Period":
        size = _MONTHS_IN[precision]
        if not 1 <= rank <= 12 // size:
            text = f"{rank} ({_NAMES[precision]})"
            raise ValueProblem(
                ProblemCode.PART_IMPOSSIBLE, text=text, count=12 // size, parts=_NAMES[precision]
            )
        start = date(likely_year(year), (rank - 1) * size + 1, 1)
        return cls(start, _end_of(start, size), precision)

    def until(self, last: "Period") -> "Period":
        """From the start of this one to the end of `last`, at the finer precision."""
        order = list(Precision)
        finer = min(self.precision, last.precision, key=order.index)
        return Period(self.start, last.end, finer)

    def extended_by(self, duration: Duration) -> "Period":
        """The same start and a later end: six months after 31 December end on 30 June."""
        end = add_duration(_next_day(self.end), duration) - _ONE_DAY
        return Period(self.start, end, Precision.DAY)

    @property
    def days(self) -> int:
        return (self.end - self.start).days + 1

    @property
    def month_count(self) -> int:
        """Calendar months that the period touches: May 2013 – April 2015 counts 24."""
        return sum(1 for _ in self._units(Precision.MONTH))

    def contains(self, day: date) -> bool:
        return self.start <= day <= self.end

    def covers(self, other: "Period") -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Period") -> bool:
        return self.start <= other.end and other.start <= self.end

    def months(self) -> list["Period"]:
        """The whole calendar months that the period touches, in order; so for quarters, semesters, years."""
        return list(self._units(Precision.MONTH))

    def quarters(self) -> list["Period"]:
        return list(self._units(Precision.QUARTER))

    def semesters(self) -> list["Period"]:
        return list(self._units(Precision.SEMESTER))

    def years(self) -> list["Period"]:
        return list(self._units(Precision.YEAR))

    def _units(self, precision: Precision) -> Iterator["Period"]:
        size = _MONTHS_IN[precision]
        start = self.start.replace(month=(self.start.month - 1) // size * size + 1, day=1)
        while start <= self.end:
            yield Period(start, _end_of(start, size), precision)
            start = _next_day(_end_of(start, size))


def _next_day(day: date) -> date:
    return day + _ONE_DAY


def _begins(day: date, size: int) -> bool:
    return day.day == 1 and (day.month - 1) % size == 0


def _end_of(start: date, size: int) -> date:
    year, month = divmod(start.year * 12 + start.month - 1 + size, 12)
    return date(year, month + 1, 1) - _ONE_DAY


def format_period(period: Period) -> str:
    """At its printed precision: `21 juin 2024`, `du 17 au 19 octobre 2023`, `mai 2013 – avril 2015`,
    `2e trimestre 2017`, `1er semestre 2025`, `année 2017`, `2017–2021`.
    """
    if period.precision in (Precision.DAY, Precision.DURATION):
        return _days(period)
    first, last = _unit_of(period.start, period.precision), _unit_of(period.end, period.precision)
    same_year = period.start.year == period.end.year
    if period.precision is Precision.YEAR:
        return f"année {first}" if same_year else f"{first}–{last}"
    if first == last and same_year:
        return f"{first} {period.end.year}"
    if same_year:
        return f"{first} – {last} {period.end.year}"
    return f"{first} {period.start.year} – {last} {period.end.year}"


def _unit_of(day: date, precision: Precision) -> str:
    if precision is Precision.YEAR:
        return str(day.year)
    if precision is Precision.MONTH:
        return MONTHS[day.month - 1]
    size, name = _MONTHS_IN[precision], _NAMES[precision].removesuffix("s")
    return f"{format_ordinal((day.month - 1) // size + 1)} {name}"


def _days(period: Period) -> str:
    start, end = period.start, period.end
    if start == end:
        return format_date(end)
    if start.year != end.year:
        return f"du {format_date(start)} au {format_date(end)}"
    if start.month != end.month:
        return f"du {format_day_and_month(start)} au {format_date(end)}"
    return f"du {'1er' if start.day == 1 else start.day} au {format_date(end)}"
