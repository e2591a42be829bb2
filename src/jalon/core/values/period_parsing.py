"""Periods as people write them, from one day to several years."""

import re
from collections.abc import Callable
from datetime import timedelta
from itertools import pairwise

from jalon.core.values.date_formats import MONTHS
from jalon.core.values.dates import (
    DAY_NUMBER,
    MONTH_WORD,
    WEEKDAY_WORD,
    YEAR,
    month_number,
    parse_date,
    plain,
)
from jalon.core.values.durations import Duration, parse_duration
from jalon.core.values.errors import ProblemCode, ValueProblem
from jalon.core.values.ordinals import parse_ordinal
from jalon.core.values.periods import Period, Precision

_PARTS = {"t": Precision.QUARTER, "q": Precision.QUARTER, "s": Precision.SEMESTER}
_RANK = r"premier|second|(?:deux|trois|quatr)i[èe]me|[0-9]+ ?(?:er|nd|e|è|ème|eme|ième)"
_OF = r"(?: de| de l'an| de l'année| de l'exercice)?"

_YEAR_RE = re.compile(
    rf"(?:en |(?:(?:l'|d')?(?:année|exercice|exercices|an|ans|années) )+|(?:l'|d')an )?({YEAR})"
)
_MONTH_RE = re.compile(rf"(?:en |au mois de |mois de )?({MONTH_WORD})(?: de l'année| de)? ?({YEAR})?")
_RANKED_RE = re.compile(rf"(?:au |du |le )?({_RANK}) (trimestre|semestre)(?:{_OF} ({YEAR}))?")
_NAMED_RE = re.compile(rf"(trimestre|semestre) ([0-9]+)(?:{_OF} ({YEAR}))?")
_SHORT_RE = re.compile(rf"([tqs]) ?([0-9])(?:[ /-]? ?({YEAR}))?|({YEAR})[ /-]? ?([tqs]) ?([0-9])")
_DAY = rf"(?:{WEEKDAY_WORD},? )?{DAY_NUMBER}"
_DAYS_RE = re.compile(rf"(?:les )?({DAY_NUMBER}(?:(?: ?, ?| et ){DAY_NUMBER})+) ?({MONTH_WORD} ?(?:{YEAR})?)")
_MONTHS_RE = re.compile(rf"({MONTH_WORD}(?:(?: ?- ?| ?, ?| et ){MONTH_WORD}){{2,}})(?: ({YEAR}))?")
_RANGES = (
    re.compile(r"(?:la période )?(?:allant )?(?:du |de |d')(.+?) (?:au|à|jusqu'au|jusqu'à) (.+)"),
    re.compile(r"entre (?:le )?(.+?) et (?:le )?(.+)"),
    re.compile(r"(.+?) (?:au|à) (.+)"),
    re.compile(r"(.+?) - (.+)"),
    re.compile(rf"(?:(?:l')?(?:année|exercice)s? )?({YEAR}) ?[-/] ?({YEAR})"),
    re.compile(r"([^-]+?) ?- ?([^-]+)"),
)


def parse_period(text: str, *, year: int | None = None) -> Period:
    """The period that fills `text`; `year` is the one of a text without any.

    Reads days, months, quarters, semesters and years, ranges of them (the first end takes what it lacks from
    the last: `du 17 au 19 octobre 2023`, `de mars à juillet 2017`) and lists without a gap (`les 12, 13 et 14
    mai 2023`). Raises ValueProblem: PERIOD_UNREADABLE, PERIOD_REVERSED, PERIOD_WITH_GAPS, PART_IMPOSSIBLE,
    and those of `parse_date`.
    """
    body = re.sub(r"^(?:la )?période (?=du |de |d')", "", plain(text))
    for read in (_read_year, _read_month, _read_part, _read_days, _read_months, _read_range):
        if found := read(body, year, text):
            return found
    return _read_one(body, year, text)


def parse_when(text: str, *, year: int | None = None) -> Period | Duration:
    """A period, or else a duration: `2017` is a year, `extension de six mois` a Duration."""
    try:
        return parse_period(text, year=year)
    except ValueProblem as problem:
        if problem.code is not ProblemCode.PERIOD_UNREADABLE:
            raise
        try:
            return parse_duration(text)
        except ValueProblem:
            raise problem from None


def _read_one(body: str, year: int | None, text: str) -> Period:
    for read in (_read_year, _read_month, _read_part):
        if found := read(body, year, text):
            return found
    try:
        return Period.of_day(parse_date(body, year=year))
    except ValueProblem as problem:
        if problem.code is ProblemCode.DATE_UNREADABLE:
            raise ValueProblem(ProblemCode.PERIOD_UNREADABLE, text=text) from problem
        raise ValueProblem(problem.code, **{**problem.data, "text": text}) from problem


def _read_year(body: str, _year: int | None, _text: str) -> Period | None:
    match = _YEAR_RE.fullmatch(body)
    return Period.of_year(int(match[1])) if match else None


def _read_month(body: str, year: int | None, text: str) -> Period | None:
    match = _MONTH_RE.fullmatch(body)
    if not match:
        return None
    return Period.of_month(_known(match[2], year, text), month_number(match[1], text))


def _read_part(body: str, year: int | None, text: str) -> Period | None:
    if match := _RANKED_RE.fullmatch(body):
        rank, name, written = parse_ordinal(match[1]), match[2], match[3]
    elif match := _NAMED_RE.fullmatch(body):
        rank, name, written = int(match[2]), match[1], match[3]
    elif match := _SHORT_RE.fullmatch(body):
        name, rank = match[1] or match[5], int(match[2] or match[6])
        written = match[3] or match[4]
    else:
        return None
    make: Callable[[int, int], Period] = Period.of_quarter
    if _PARTS[name[0]] is Precision.SEMESTER:
        make = Period.of_semester
    try:
        return make(_known(written, year, text), rank)
    except ValueProblem as problem:
        raise ValueProblem(problem.code, **{**problem.data, "text": text}) from problem


def _read_days(body: str, year: int | None, text: str) -> Period | None:
    """`12, 13 et 14 octobre 2023`."""
    match = _DAYS_RE.fullmatch(body)
    if not match:
        return None
    days = [parse_date(f"{day} {match[2]}", year=year) for day in re.split(r" ?, ?| et ", match[1])]
    return _joined([Period.of_day(day) for day in days], text)


def _read_months(body: str, year: int | None, text: str) -> Period | None:
    """`octobre - novembre - décembre 2017`, three months or more."""
    match = _MONTHS_RE.fullmatch(body)
    if not match:
        return None
    known = _known(match[2], year, text)
    names = re.findall(MONTH_WORD, match[1])
    return _joined([Period.of_month(known, month_number(name, text)) for name in names], text)


def _joined(periods: list[Period], text: str) -> Period:
    for before, after in pairwise(periods):
        if after.start != before.end + timedelta(days=1):
            raise ValueProblem(ProblemCode.PERIOD_WITH_GAPS, text=text)
    return periods[0].until(periods[-1])


def _read_range(body: str, year: int | None, text: str) -> Period | None:
    for pattern in _RANGES:
        match = pattern.fullmatch(body)
        if not match:
            continue
        try:
            last = _read_one(match[2], year, text)
            first = _read_first(match[1], last, text)
        except ValueProblem as problem:
            if problem.code is not ProblemCode.PERIOD_UNREADABLE:
                raise
            continue
        return first.until(last)
    return None


def _read_first(written: str, last: Period, text: str) -> Period:
    """The first end of a range, which takes its month and its year from the last when it has none."""
    if last.precision is Precision.YEAR:
        return _read_one(written, None, text)
    if re.fullmatch(_DAY, written) and last.precision is Precision.DAY:
        return _read_one(f"{written} {MONTHS[last.start.month - 1]}", last.start.year, text)
    if re.fullmatch(_RANK, written) and last.precision in (Precision.QUARTER, Precision.SEMESTER):
        unit = "trimestre" if last.precision is Precision.QUARTER else "semestre"
        return _read_one(f"{written} {unit}", last.start.year, text)
    return _read_one(written, last.start.year, text)


def _known(written: str | None, year: int | None, text: str) -> int:
    if written:
        return int(written)
    if year is None:
        raise ValueProblem(ProblemCode.YEAR_MISSING, text=text)
    return year
