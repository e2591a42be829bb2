"""Single days as people write them: `21 juin 2024`, `1er mars`, `jeudi 5 décembre 2024`, `14.04.2015`."""

import re
from calendar import monthrange
from datetime import date

from jalon.core.values.date_formats import MONTHS, WEEKDAYS
from jalon.core.values.errors import ProblemCode, ValueProblem
from jalon.core.values.text_keys import compact_key

_MONTH_NUMBERS = {compact_key(name): number for number, name in enumerate(MONTHS, start=1)}
_MONTH_NUMBERS |= {"jan": 1, "janv": 1, "fev": 2, "fevr": 2, "mar": 3, "avr": 4, "juil": 7, "aou": 8}
_MONTH_NUMBERS |= {"sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12}
_WEEKDAY_NUMBERS = {compact_key(name): number for number, name in enumerate(WEEKDAYS)}

MONTH_WORD = (
    r"(?:janvier|janv|jan|f[ée]vrier|f[ée]vr|f[ée]v|mars|mar|avril|avr|mai|juin|juillet|juil"
    r"|ao[uû]t|aou|septembre|sept|sep|octobre|oct|novembre|nov|d[ée]cembre|d[ée]c)\.?"
)
WEEKDAY_WORD = r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)"
DAY_NUMBER = r"(?:0?1 ?er|[0-3]?[0-9])"
YEAR = r"(?:19|20|21)[0-9]{2}"
FIRST_YEAR, LAST_YEAR = 1900, 2199

_WRITTEN = re.compile(
    rf"(?:(?P<weekday>{WEEKDAY_WORD}),? )?(?P<day>{DAY_NUMBER}) ?(?P<month>{MONTH_WORD})"
    r"(?: ?(?P<year>[0-9]+))?"
)
_NUMERIC = re.compile(r"(?P<day>[0-9]{1,2})(?P<sep>[./-])(?P<month>[0-9]{1,2})(?P=sep)(?P<year>[0-9]+)")
_ISO = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})")


def parse_date(text: str, *, year: int | None = None) -> date:
    """The day that fills `text`; `year` is the one of a text without any.

    Numbers are read day, month, year, or as ISO. A weekday is checked. Raises ValueProblem: DATE_UNREADABLE,
    DATE_IMPOSSIBLE, MONTH_IMPOSSIBLE, YEAR_MISSING, YEAR_SHORT, YEAR_UNLIKELY, WEEKDAY_DIFFERS.
    """
    body = re.sub(r"^(?:le|ce) ", "", plain(text))
    match = _WRITTEN.fullmatch(body) or _NUMERIC.fullmatch(body) or _ISO.fullmatch(body)
    if match is None:
        raise ValueProblem(ProblemCode.DATE_UNREADABLE, text=text)
    written = match.groupdict()
    month = month_number(written["month"], text)
    number = int(written["day"].removesuffix("er"))
    found = make_date(_year(written["year"], year, text), month, number, text)
    weekday = written.get("weekday")
    if weekday and found.weekday() != _WEEKDAY_NUMBERS[weekday]:
        raise ValueProblem(
            ProblemCode.WEEKDAY_DIFFERS,
            text=text,
            date=found,
            written=weekday,
            actual=WEEKDAYS[found.weekday()],
        )
    return found


def plain(text: str) -> str:
    """Lower case, one kind of space, of apostrophe and of dash: what all patterns here expect."""
    text = re.sub(r"[‐‑–—−]", "-", text.replace("’", "'").lower())
    return " ".join(text.split())


def month_number(word: str, text: str) -> int:
    """1–12 from a month's name or number; MONTH_IMPOSSIBLE for any other number."""
    number = int(word) if word.isdecimal() else _MONTH_NUMBERS[compact_key(word)]
    if not 1 <= number <= 12:
        raise ValueProblem(ProblemCode.MONTH_IMPOSSIBLE, text=text, month=number)
    return number


def make_date(year: int, month: int, day: int, text: str) -> date:
    """The date; DATE_IMPOSSIBLE with the days that its month has (31 February), YEAR_UNLIKELY."""
    days = monthrange(likely_year(year), month)[1]
    if not 1 <= day <= days:
        name = f"{MONTHS[month - 1]} {year}".capitalize()
        raise ValueProblem(ProblemCode.DATE_IMPOSSIBLE, text=text, month=name, days=days)
    return date(year, month, day)


def _year(written: str | None, default: int | None, text: str) -> int:
    if written is None:
        if default is None:
            raise ValueProblem(ProblemCode.YEAR_MISSING, text=text)
        return default
    if len(written) != 4:
        raise ValueProblem(ProblemCode.YEAR_SHORT, text=text)
    return int(written)


def likely_year(year: int) -> int:
    """The year itself; YEAR_UNLIKELY outside 1900–2199, which is a slip of the keyboard."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueProblem(ProblemCode.YEAR_UNLIKELY, year=year)
    return year
