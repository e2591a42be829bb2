"""Lengths of time as people write them: `six mois`, `23 mois`, `2 ans et 6 mois`, `plus de 4 ans`."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from jalon.core.values.dates import likely_year, plain
from jalon.core.values.errors import ProblemCode, ValueProblem
from jalon.core.values.number_formats import NO_BREAK, format_number
from jalon.core.values.numbers import Qualifier, parse_number

_UNITS = (
    (r"ans?|années?", "years", 1),
    (r"semestres?", "months", 6),
    (r"trimestres?", "months", 3),
    (r"mois", "months", 1),
    (r"semaines?", "days", 7),
    (r"jours?|journées?", "days", 1),
    (r"heures?|h", "minutes", 60),
    (r"minutes?|mn|min", "minutes", 1),
)
_NAMES = "|".join(names for names, _, _ in _UNITS)
_PART = re.compile(rf"(?P<number>.+?) ?(?<![a-zà-ÿ])(?P<unit>{_NAMES})")
_LEAD = re.compile(
    r"^(?:(?:une )?(?:extension|prolongation|prorogation|durée|période) (?:totale )?(?:de |d'))"
)


@dataclass(frozen=True)
class Duration:
    """Years, months, days and minutes as printed: a month has no fixed length, so none becomes the other."""

    years: int = 0
    months: int = 0
    days: int = 0
    minutes: int = 0
    qualifier: Qualifier = Qualifier.EXACT

    def __post_init__(self) -> None:
        if min(self.years, self.months, self.days, self.minutes) < 0:
            raise ValueProblem(ProblemCode.DURATION_NEGATIVE)

    @property
    def iso(self) -> str:
        """ISO 8601: `P6M`, `P2Y6M`, `P7D`, `PT90M`; nothing at all is `P0D`."""
        parts = ((self.years, "Y"), (self.months, "M"), (self.days, "D"))
        dates = "".join(f"{count}{letter}" for count, letter in parts if count)
        time = f"T{self.minutes}M" if self.minutes else ""
        return f"P{dates}{time}" if dates or time else "P0D"


def parse_duration(text: str) -> Duration:
    """The duration that fills `text`, numbers in digits or words; a week is 7 days, a quarter 3 months.

    `extension de`, `durée de` and the like may stand in front. Raises DURATION_UNREADABLE.
    """
    body = _LEAD.sub("", plain(text))
    totals = {"years": 0, "months": 0, "days": 0, "minutes": 0}
    qualifier = Qualifier.EXACT
    for part in _parts(body):
        match = _PART.fullmatch(part)
        if match is None:
            raise ValueProblem(ProblemCode.DURATION_UNREADABLE, text=text)
        count, said = _count(match["number"], text)
        qualifier = said if said is not Qualifier.EXACT else qualifier
        field, size = next((f, s) for names, f, s in _UNITS if re.fullmatch(names, match["unit"]))
        totals[field] += count * size
    return Duration(**totals, qualifier=qualifier)


_UNIT_END = re.compile(rf"(?<![a-zà-ÿ])({_NAMES}),?(?: et)? (?=\S)")


def _parts(body: str) -> list[str]:
    """`2 ans et 6 mois` in two; `vingt et un jours` stays whole: no unit stands before its `et`."""
    return _UNIT_END.sub(r"\1|", body).split("|")


def _count(written: str, text: str) -> tuple[int, Qualifier]:
    try:
        number = parse_number(written)
    except ValueProblem as problem:
        raise ValueProblem(ProblemCode.DURATION_UNREADABLE, text=text) from problem
    if not isinstance(number.value, int):
        raise ValueProblem(ProblemCode.DURATION_UNREADABLE, text=text)
    return number.value, number.qualifier


def format_duration(duration: Duration) -> str:
    """`6 mois`, `2 ans et 6 mois`, `1 an`, `au moins 4 ans`."""
    counts = [
        (duration.years, "an", "ans"),
        (duration.months, "mois", "mois"),
        (duration.days, "jour", "jours"),
        (duration.minutes, "minute", "minutes"),
    ]
    parts = [f"{format_number(n)}{NO_BREAK}{many if n > 1 else one}" for n, one, many in counts if n]
    said = {Qualifier.ABOUT: "environ ", Qualifier.AT_LEAST: "au moins ", Qualifier.AT_MOST: "au plus "}
    joined = " et ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)
    return said.get(duration.qualifier, "") + (joined or f"0{NO_BREAK}jour")


def add_duration(day: date, duration: Duration) -> date:
    """`day` moved by years, months, then days; the 31st of a shorter month becomes its last day.

    Raises YEAR_UNLIKELY when that leaves 1900–2199.
    """
    months = day.year * 12 + day.month - 1 + duration.years * 12 + duration.months
    year, month = divmod(months, 12)
    likely_year(year + duration.days // 366)
    moved = date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
    return moved + timedelta(days=duration.days)
