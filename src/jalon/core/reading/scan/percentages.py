"""Percentages: `53,44 %`, `vingt pour cent`, both ends of `40 à 50 %`, cells under a header in %."""

import re
from decimal import Decimal

from jalon.core.reading.facts import Fact, FactType, Value
from jalon.core.reading.numbers import WORDS
from jalon.core.reading.scan.columns import Cell, headed_cells
from jalon.core.reading.scan.qualifiers import qualifier_before
from jalon.core.reading.structure.tables import table_at
from jalon.core.reading.surface import Surface
from jalon.core.values.errors import ValueProblem
from jalon.core.values.numbers import parse_number

_DIGITS = r"(?:[0-9]{1,3}(?:[ .][0-9]{3}){1,3}(?![0-9])|[0-9]{1,12})(?:[.,] ?[0-9]{1,9})?"
_SIGN = r"\s?(?:%|pour ?-?cents?\b|p\. ?100\b|p\.c\.)"
_PERCENT = re.compile(rf"(?<![\w.,/])(?P<digits>{_DIGITS})(?: ?\( ?{WORDS} ?\))?{_SIGN}", re.I)
_WORDS = re.compile(rf"(?P<digits>{WORDS})(?: ?\( ?[0-9]+ ?\))? pour ?-?cents?\b", re.I)
_FIRST_END = re.compile(rf"(?<![\w.,/])(?P<digits>{_DIGITS}) ?(?:à|et|au|ou|-|/) ?\Z")
_HEADER = re.compile(r"%|\bpourcentages?\b", re.I)
_OF = r" ?\)? ?(?:sont |étaient )?(?:de |des |d')?(?:jeunes )?"
_SEXES = (
    ("F", re.compile(rf"{_OF}(?:femmes|filles)\b", re.I)),
    ("M", re.compile(rf"{_OF}(?:hommes|gar[çc]ons)\b", re.I)),
)


def percentages(surface: Surface) -> None:
    """Take every percentage, its value in hundredths as written."""
    for pattern in (_PERCENT, _WORDS):
        for match in surface.search(pattern):
            value = _value(match["digits"])
            if value is None:
                continue
            fact = _take(surface, match.start(), match.end(), value)
            _first_end(surface, fact)
    for cell in headed_cells(surface, _HEADER):
        _cell(surface, cell)


def _first_end(surface: Surface, fact: Fact) -> None:
    """`40 à 50 %`: the first end has no sign of its own."""
    window = max(0, fact.start - 20)
    match = _FIRST_END.search(surface.plain[window : fact.start])
    if match is None:
        return
    start, end = window + match.start("digits"), window + match.end("digits")
    value = _value(match["digits"])
    between = re.search(r"\b(?:entre|de) \Z", surface.plain[max(0, start - 7) : start], re.I)
    link = surface.plain[end : fact.start].strip()
    if value is None or not surface.is_free(start, end) or (link in ("et", "/", "ou") and not between):
        return
    if isinstance(value, int | Decimal) and value < 101 and not _apart(surface, start, fact):
        _take(surface, start, end, value)


def _apart(surface: Surface, start: int, fact: Fact) -> bool:
    """Whether a dash stands between two cells of a table: `Enseignants - 45 - 45 - 100 %`."""
    table = table_at(surface, start) if " - " in surface.plain[start : fact.start] else None
    return table is not None and any(one.start == fact.start for row in table.rows for one in row)


def _cell(surface: Surface, cell: Cell) -> None:
    if not re.fullmatch(_DIGITS, cell.text) or not surface.is_free(cell.start, cell.end):
        return
    value = _value(cell.text)
    if isinstance(value, int | Decimal) and value <= 1000:
        _take(surface, cell.start, cell.end, value)


def _take(surface: Surface, start: int, end: int, value: Value) -> Fact:
    fact = Fact(FactType.PERCENTAGE, start, end, value)
    if approx := qualifier_before(surface.plain, start):
        fact.say("approx", approx)
    for sex, pattern in _SEXES:
        if pattern.match(surface.plain, end, end + 40):
            fact.say("sex", sex)
    return surface.take(fact)


def _value(written: str) -> int | Decimal | None:
    try:
        return parse_number(re.sub(r"(?<=[.,]) ", "", re.sub(r"\s+", " ", written))).value
    except ValueProblem:
        return None
