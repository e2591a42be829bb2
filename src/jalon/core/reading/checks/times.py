"""Dates against weekdays, durations against the dates beside them, and two lengths of the same project."""

import re
from collections.abc import Iterator
from datetime import date

from jalon.core.reading.checks.common import ok, spans_of, wrong
from jalon.core.reading.facts import Check, Fact, FactType, Span
from jalon.core.reading.surface import Surface
from jalon.core.values import WEEKDAYS, format_date

_WEEKDAY = re.compile(r"\b(" + "|".join(WEEKDAYS) + r")\b\s*(?:le\s+)?", re.I)
_ISO = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?")
_OF_PROJECT = re.compile(
    r"dur[ée]e (?:totale|globale|prévue|initiale|d'exécution|du (?:projet|programme))|^\s*dur[ée]e\b"
    r"|s'exécut\w+ (?:sur|pendant|en)"
    r"|(?:projet|programme)[^.;\n]{0,60}(?:d'une durée|période|prévu sur|exécuté sur)",
    re.I | re.M,
)
_EXTENDED = re.compile(r"prolong|extension|prorog|avenant|supplémentaire|restant|retard", re.I)
_ADJACENT = 60
_NEAR = 200
"""Characters around a period in which its duration is printed."""


def check_times(surface: Surface) -> list[Check]:
    """Compare weekdays with dates, durations with periods, and the lengths a project is given."""
    return [*_weekdays(surface), *_periods(surface), *_lengths(surface), *_orders(surface)]


def _weekdays(surface: Surface) -> Iterator[Check]:
    for fact in surface.of_type(FactType.DATE):
        day = _day(str(fact.value))
        before = surface.plain[max(0, fact.start - 14) : fact.start]
        named = _WEEKDAY.match(surface.plain, fact.start) or re.search(_WEEKDAY.pattern + r"$", before, re.I)
        if day is None or named is None or not re.search(r"\d{4}", fact.span.quote(surface.plain)):
            continue
        start = fact.start if named.string is surface.plain else max(0, fact.start - 14) + named.start()
        spans = (Span(start, fact.end),)
        right = WEEKDAYS[day.weekday()]
        if named[1].lower() == right:
            yield ok("weekday", spans, f"le {format_date(day)} est un {right}", (fact,))
        else:
            explain = f"le {format_date(day)} est un {right}, écrit {named[1].lower()}"
            yield wrong("weekday", spans, explain, (fact,))


def _day(iso: str) -> date | None:
    try:
        return date.fromisoformat(iso) if len(iso) == 10 else None
    except ValueError:
        return None


def _periods(surface: Surface) -> Iterator[Check]:
    """A duration printed beside its own period: `sur trois ans (2021-2024)`, `du 28 au 29, deux jours`."""
    for period in surface.of_type(FactType.PERIOD):
        bounds = _bounds(str(period.value))
        if bounds is None:
            continue
        near = (max(0, period.start - _NEAR), period.end + _NEAR)
        for length in surface.starting_in(*near, FactType.DURATION):
            if not _belong(surface, period, length):
                continue
            expected = _lengths_of(bounds, str(length.value))
            if expected is None:
                continue
            written, possible, unit = expected
            spans = spans_of(surface, (period, length))
            facts = (period, length)
            shown = " ou ".join(str(count) for count in sorted(possible))
            if written in possible:
                yield ok("duration_vs_dates", spans, f"{shown} {unit}", facts)
            else:
                explain = f"les dates font {shown} {unit}, écrit {written}"
                yield wrong("duration_vs_dates", spans, explain, facts)


def _belong(surface: Surface, period: Fact, length: Fact) -> bool:
    first, second = sorted((period, length), key=lambda fact: fact.start)
    between = surface.plain[first.end : second.start]
    if re.fullmatch(
        r"\s*[(,:]?\s*(?:soit|pour|sur|d'une durée de|pendant|durant)?\s*(?:une durée )?(?:de |d')?\s*\(?",
        between,
        re.I,
    ):
        return True
    context = surface.plain[max(0, length.start - 40) : length.end]
    sheet = len(between) <= _ADJACENT and re.search(r"\bdur[ée]e\b", between, re.I)
    return bool(sheet) and not _EXTENDED.search(context)


def _bounds(iso: str) -> tuple[str, str] | None:
    start, _, end = iso.partition("/")
    return (start, end or start) if start else None


def _lengths_of(bounds: tuple[str, str], iso: str) -> tuple[int, set[int], str] | None:
    """(what is written, what the dates may give, the French unit): both ends counted, or only one."""
    found = _ISO.fullmatch(iso)
    if found is None:
        return None
    years, months, days = (int(group or 0) for group in found.groups())
    start, end = bounds
    if days and not years and not months and len(start) == len(end) == 10:
        gap = (date.fromisoformat(end) - date.fromisoformat(start)).days
        return days, {gap + 1} if gap < 14 else {gap, gap + 1}, "jours"
    if days or len(start) != len(end):
        return None
    if len(start) == 4 and years and not months:
        gap = int(end) - int(start)
        return years, {max(gap, 1), gap + 1}, "ans"
    if len(start) >= 7:
        gap = (int(end[:4]) - int(start[:4])) * 12 + int(end[5:7]) - int(start[5:7])
        return years * 12 + months, {max(gap, 1), gap + 1}, "mois"
    return None


def _lengths(surface: Surface) -> Iterator[Check]:
    """Two lengths said of the project itself, in two places, that differ."""
    said: list[tuple[int, Fact]] = []
    for length in surface.of_type(FactType.DURATION):
        line = surface.line_at(length.start)
        before = surface.plain[
            max(
                0,
                length.start - 90,
            ) : length.start
        ]
        context = before[
            max(before.rfind(". "), before.rfind("\n\n") if len(line.quote(surface.plain)) > 25 else -1) + 1 :
        ]
        months = _months(str(length.value))
        if months >= 6 and _OF_PROJECT.search(context) and not _EXTENDED.search(context):
            said.append((months, length))
    for months, length in said[1:]:
        first_months, first = said[0]
        if months != first_months and surface.sentence_at(first.start) != surface.sentence_at(length.start):
            gap = abs(months - first_months)
            explain = f"durée de {first_months} mois, puis de {months} mois (écart {gap} mois)"
            yield wrong("duration_vs_dates", (first.span, length.span), explain, (first, length))


def _months(iso: str) -> int:
    found = _ISO.fullmatch(iso)
    if found is None:
        return 0
    return int(found[1] or 0) * 12 + int(found[2] or 0)


def _orders(surface: Surface) -> Iterator[Check]:
    for period in surface.of_type(FactType.PERIOD):
        start, end = _bounds(str(period.value)) or ("", "")
        if len(start) == len(end) and end < start:
            yield wrong("date_order", (period.span,), "la fin de la période précède son début", (period,))
