"""Does a figure re-read to its value at its offsets? The last guard before anything is proposed or stored."""

import re
from collections.abc import Callable
from decimal import Decimal

from jalon.core.reading.facts import Fact, FactType
from jalon.core.reading.numbers import numbers
from jalon.core.reading.scan.forms import ANY_MONTH, YEAR, YEAR_WORDS, day_of, month_of, year_of
from jalon.core.reading.surface import plain
from jalon.core.values.durations import parse_duration
from jalon.core.values.errors import ValueProblem
from jalon.core.values.money_parsing import parse_money
from jalon.core.values.numbers import parse_number
from jalon.core.values.percentages import parse_percent
from jalon.core.values.period_parsing import parse_period

_MONTH = re.compile(rf"(?<![a-zà-ÿ])(?:{ANY_MONTH})", re.I)
_YEAR = re.compile(rf"(?<![0-9]){YEAR}|{YEAR_WORDS}", re.I)
_NUMERIC = re.compile(r"(?<![0-9])([0-3]?[0-9])[./-]([01]?[0-9])[./-]((?:[0-9]{2}){1,2})(?![0-9])")
_PIECES = re.compile(r"[0-9]+")
_SCALES = (3, 6, 9)


def rereads(fact: Fact, text: str) -> bool:
    """Return whether the characters of a figure say its value; True for what is no figure.

    What the characters leave unsaid (the year of `15 septembre`, the currency of a cell, the millions of the
    first end of `5 à 10 millions`) is taken from the fact, never what they say.
    """
    if not 0 <= fact.start < fact.end <= len(text):
        return False
    read = _READERS.get(fact.type)
    return read is None or read(fact, plain(text[fact.start : fact.end]))


def _counts(fact: Fact, quote: str) -> bool:
    if fact.value == 0 and re.match(r"aucune?\b", quote, re.I):
        return True
    try:
        return parse_number(" ".join(quote.split())).value == fact.value
    except ValueProblem:
        return fact.value in _values(quote)


def _values(quote: str) -> list[int | Decimal]:
    """Every number of a quote; what a list number would be is one here, since a quote is no line."""
    return [found.value for found in numbers(f"§{' '.join(quote.split())}", 1, articles=True)] or [
        found.value for found in numbers(f"= {' '.join(quote.split())}", articles=True)
    ]


def _percentage(fact: Fact, quote: str) -> bool:
    try:
        return parse_percent(re.sub(r"(?<=[.,]) ", "", re.sub(r"\s*\(.*\)", "", quote))).value == fact.value
    except ValueProblem:
        return fact.value in [*_values(quote), _joined(quote)]


def _joined(quote: str) -> Decimal | None:
    flat = re.sub(r"[^0-9,.]", "", quote).replace(",", ".").strip(".")
    return Decimal(flat) if re.fullmatch(r"[0-9]+(?:\.[0-9]+)?", flat) else None


def _money(fact: Fact, quote: str) -> bool:
    if not isinstance(fact.value, int | Decimal):
        return False
    currency = fact.text("currency")
    try:
        printed = parse_money(" ".join(quote.split()), franc=currency, currency=currency)
        if printed.money.currency == currency and printed.money.value == fact.value:
            return True
    except ValueProblem:
        pass
    digits = re.sub(r"[^0-9]", "", quote)
    written: list[int | Decimal] = _values(quote)
    if digits:
        written += [int(digits + "0"), Decimal(digits) / 1000]
    scaled = [Decimal(value).scaleb(zeros) for value in written for zeros in _SCALES]
    is_scaled = bool(fact.details.get("implicit")) or re.search(r"[kKmM]|mill", quote) is not None
    return fact.value in written or (is_scaled and fact.value in scaled)


def _date(fact: Fact, quote: str) -> bool:
    return _agrees(quote, [str(fact.value)])


def _period(fact: Fact, quote: str) -> bool:
    ends = str(fact.value).split("/")
    year = int(ends[-1][:4])
    try:
        period = parse_period(quote, year=year)
    except ValueProblem:
        return _agrees(quote, ends)
    first, last = period.start.isoformat(), period.end.isoformat()
    return (first[: len(ends[0])], last[: len(ends[-1])]) == (ends[0], ends[-1])


def _agrees(quote: str, ends: list[str]) -> bool:
    """Whether years, months and days of a quote are those of the ISO ends, and no number is left over."""
    parts = [end.split("-") for end in ends]
    years, months = {int(part[0]) for part in parts}, {int(part[1]) for part in parts if len(part) > 1}
    days = {int(part[2]) for part in parts if len(part) > 2}
    if numeric := _NUMERIC.search(quote):
        day, month, year = int(numeric[1]), int(numeric[2]), year_of(numeric[3])
        if re.match(r"[0-9]{4}-", quote):
            return quote in ends
        return day in days and month in months and year in years
    said_years = {year_of(match[0]) for match in _YEAR.finditer(quote)}
    said_months = {month_of(match[0]) for match in _MONTH.finditer(quote)}
    if not said_years <= years or not (
        said_months <= months or (len(ends) > 1 and _between(said_months, months))
    ):
        return False
    rest = _YEAR.sub(" ", quote)
    allowed = days | months | {year % 100 for year in years} | {(max(months) + 2) // 3 if months else 0}
    allowed |= {(max(months) + 5) // 6 if months else 0}
    return all(
        day_of(piece) in allowed or (len(days) == 2 and _inside(day_of(piece), days))
        for piece in _PIECES.findall(rest)
    )


def _between(said: set[int], months: set[int]) -> bool:
    return months <= said and all(_inside(month, months) for month in said)


def _inside(number: int, ends: set[int]) -> bool:
    return min(ends) <= number <= max(ends)


def _duration(fact: Fact, quote: str) -> bool:
    flat = re.sub(
        r"\(.*?\)|\b(?:premi[èe]re?s?|derni[èe]re?s?|prochaine?s?|longue?s?|bonne?s?|pleine?s?)\b",
        " ",
        quote,
        flags=re.I,
    )
    sizes = [int(number) for number in re.findall(r"[0-9]+", str(fact.value))]
    if hours := _HOURS.fullmatch(flat.strip()):
        return _minutes(str(fact.value)) == int(hours[1]) * 60 + int(hours[2])
    try:
        read = parse_duration(" ".join(flat.split()))
    except ValueProblem:
        said = [value * size for value in _values(quote) for size in (1, 3, 6, 7, 10)]
        said += [15, 30, 6] if re.search(r"\bdemie?\b", quote) else []
        return bool(said) and all(size in said for size in sizes)
    return read.iso == fact.value or _minutes(str(fact.value)) == read.minutes > 0


_HOURS = re.compile(r"([0-9]+) ?h(?:eures?)? ?([0-5][0-9])(?: ?(?:mn|min|minutes))?")


def _minutes(iso: str) -> int:
    match = re.fullmatch(r"PT(?:([0-9]+)H)?(?:([0-9]+)M)?", iso)
    return int(match[1] or 0) * 60 + int(match[2] or 0) if match else 0


_READERS: dict[FactType, Callable[[Fact, str], bool]] = {
    FactType.QUANTITY: _counts,
    FactType.PERCENTAGE: _percentage,
    FactType.MONEY: _money,
    FactType.DATE: _date,
    FactType.PERIOD: _period,
    FactType.DURATION: _duration,
}
