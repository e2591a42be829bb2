"""Days told by their weekday beside the day of the page: « mardi dernier », « jeudi 11 juillet »."""

import re
from datetime import date, timedelta

from jalon.core.reading.facts import FactType, Span
from jalon.core.reading.surface import Surface

_WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_MONTHS = (
    "janvier",
    "fevrier",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "aout",
    "septembre",
    "octobre",
    "novembre",
    "decembre",
)
_SPOKEN = re.compile(
    rf"\b(?P<weekday>{'|'.join(_WEEKDAYS)})(?:\s+(?P<day>[0-9]{{1,2}})\s+(?P<month>[a-zéû]{{3,9}})(?!\.?\s+20[0-9]{{2}}))?"
    r"(?!\s+[0-9])(?P<past>\s+(?:dernier|passé))?(?!\s+(?:prochain|prochaine|matin de chaque))",
    re.IGNORECASE,
)
_RECURRENT = re.compile(r"\b(?:chaque|tous\s+les|le|les|prochain)\s+$", re.IGNORECASE)
_PAGE_DAY = re.compile(
    r"(?:\b(?:publi[ée]e?|post[ée]|mis\s+en\s+ligne|date)\b[^\n]{0,30}|(?:^|\n)\s*|,\s(?:le\s)?|\|\s*)$",
    re.IGNORECASE,
)
_HEAD = 600
_FOLDED = str.maketrans("éèêûùâ", "eeeuua")


def spoken_day(surface: Surface, span: Span) -> str:
    """Return the ISO date of the first weekday that a passage tells without its year; empty when unknown.

    The page must give the day it was published, at its head; the weekday must fit.
    """
    for match in _SPOKEN.finditer(surface.plain, span.start, span.end):
        alone = match["day"] is None
        if alone and _RECURRENT.search(surface.plain, span.start, match.start()):
            continue
        published = _published(surface, match.start())
        return _resolved(match, published) if published else ""
    return ""


def _published(surface: Surface, before: int) -> date | None:
    """The day of the page: the first date at its head that stands alone, after « publié », in a dateline."""
    start = len(surface.provenance)
    for fact in surface.starting_in(start, min(start + _HEAD, before), FactType.DATE):
        value = str(fact.value)
        if value.count("-") == 2 and _PAGE_DAY.search(surface.plain, max(start, fact.start - 40), fact.start):
            return date.fromisoformat(value)
    return None


def _resolved(match: re.Match[str], published: date) -> str:
    weekday = _WEEKDAYS.index(match["weekday"].lower())
    if match["day"] is None:
        back = (published.weekday() - weekday) % 7
        return (published - timedelta(days=back or (7 if match["past"] else 0))).isoformat()
    month = match["month"].lower().translate(_FOLDED)
    if month not in _MONTHS:
        return ""
    for year in (published.year, published.year - 1):
        told = _day(year, _MONTHS.index(month) + 1, int(match["day"]))
        if told and told <= published and told.weekday() == weekday:
            return told.isoformat()
    return ""


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
