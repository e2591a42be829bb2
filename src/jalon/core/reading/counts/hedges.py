"""How exact a count says it is: `plus de`, `environ`, `jusqu'à`, before or behind its number."""

import re

from jalon.core.reading.numbers import FoundNumber
from jalon.core.values.numbers import Qualifier

APPROX = {Qualifier.ABOUT: "about", Qualifier.AT_LEAST: "min", Qualifier.AT_MOST: "max"}
"""The words of the outer format."""

_S = r"(?: +| ?\n ?)"
_BEFORE = (
    (
        "min",
        rf"(?:plus{_S}de|plus{_S}d'|au{_S}moins|au{_S}minimum|minimum|\+{_S}de|pas{_S}moins{_S}de|au-delà{_S}de|>|≥)",
    ),
    ("max", rf"(?:moins{_S}de|jusqu'à|au{_S}plus|au{_S}maximum|maximum|<|≤)"),
    (
        "about",
        rf"(?:environs?|près{_S}de|pres{_S}de|presque|quelques?|autour{_S}de|aux{_S}alentours{_S}de"
        rf"|à{_S}peu{_S}près|approximativement|de{_S}l'ordre{_S}de|estimée?s?{_S}à|~|≈|\+/-|±)",
    ),
)
_BEHIND = (
    ("about", re.compile(rf"{_S}?\(?(?:environs?|à peu près|approximativement)\b")),
    ("min", re.compile(rf"{_S}?(?:\+(?!\w)|ou plus\b|au moins\b|au minimum\b)")),
    ("max", re.compile(rf"{_S}?(?:au maximum\b|au plus\b|maximum\b)")),
)
_HEDGES = tuple((kind, re.compile(rf"(?<![\w'-]){words}{_S}?\Z", re.I)) for kind, words in _BEFORE)
_REACH = 26


def hedge_before(plain: str, start: int) -> tuple[str, int]:
    """Return how exact the words before a number make it, and where they begin; `("", start)` when none."""
    window = plain[max(0, start - _REACH) : start]
    for kind, pattern in _HEDGES:
        found = pattern.search(window)
        if found:
            return kind, start - len(window) + found.start()
    return "", start


def hedge_behind(plain: str, end: int) -> str:
    """Return how exact the words behind a noun phrase make it, empty when they say nothing."""
    for kind, pattern in _BEHIND:
        if pattern.match(plain, end):
            return kind
    return ""


def hedge_of(number: FoundNumber) -> str:
    """Return how exact the number itself says it is (`16,000+`, `une cinquantaine`)."""
    return APPROX.get(number.number.qualifier, "")
