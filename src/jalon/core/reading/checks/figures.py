"""Numbers found by their characters, for checks whose sentence says more than the facts read in it."""

import re
from collections.abc import Iterator
from decimal import Decimal

from jalon.core.reading.facts import Span
from jalon.core.reading.surface import Surface
from jalon.core.values import ValueProblem, parse_number

NUMBER = (
    r"(?<![0-9.,])[0-9]{1,3}(?:[ .][0-9]{3})+(?:,[0-9]+)?(?![0-9])|(?<![0-9.,])[0-9]+(?:,[0-9]+)?(?![0-9])"
)
"""A number in digits, with its groups of three and its decimals."""

_NUMBER = re.compile(NUMBER)
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_OF_A_DATE = re.compile(
    r"(?:er)?\s*(?:/[0-9]|(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre"
    r"|décembre)\b)",
    re.I,
)
_MONTH_BEFORE = re.compile(
    r"(?:\b(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|en|fin"
    r"|année|exercice|depuis|entre|et)|[-/])\s*$",
    re.I,
)
APPROXIMATE = re.compile(
    r"\b(?:environ|près|presque|quasi\w*|plus (?:de|que)|moins (?:de|que)|autour|quelque|au moins|à peu près"
    r"|pratiquement|approximativement|à peine)\b",
    re.I,
)
"""Words that say that a figure is not exact."""


def value_of(digits: str) -> Decimal | None:
    """Return the number that these characters print, None when they print none."""
    try:
        return Decimal(parse_number(digits.strip()).value)
    except ValueProblem:
        return None


def sentences_with(surface: Surface, anchor: re.Pattern[str]) -> Iterator[Span]:
    """Yield each sentence that holds an anchor, once: what to look in for a pattern that costs more."""
    done = 0
    for match in anchor.finditer(surface.plain):
        if match.start() >= done:
            sentence = surface.sentence_at(match.start())
            done = max(sentence.end, match.end())
            yield sentence


def numbers_in(surface: Surface, start: int, end: int) -> list[tuple[Decimal, Span]]:
    """Return the numbers of [start, end[ that are neither years nor parts of a date, in their order."""
    found: list[tuple[Decimal, Span]] = []
    for match in _NUMBER.finditer(surface.plain, start, end):
        year = _YEAR.fullmatch(match[0]) and _MONTH_BEFORE.search(
            surface.plain, max(0, match.start() - 14), match.start()
        )
        if year or _OF_A_DATE.match(surface.plain, match.end()):
            continue
        value = value_of(match[0])
        if value is not None:
            found.append((value, Span(*match.span())))
    return found
