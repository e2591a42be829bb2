"""Dates against weekdays, durations against the dates beside them, and two lengths of the same project."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

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
_SHEET = 400
"""Characters around a period in which its duration is printed."""


def check_times(surface: Surface) -> list[Check]:
    """Compare weekdays with dates, durations with periods, and the lengths a project is given."""
    return [
        *_weekdays(surface),
        *_weekdays_of_periods(surface),
        *_impossible(surface),
        *_lives(surface),
        *_events(surface),
        *_periods(surface),
        *_lengths(surface),
        *_extensions(surface),
        *_sheets(surface),
        *_orders(surface),
    ]


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


_FROM_TO = re.compile(
    rf"\b(?P<first>{'|'.join(WEEKDAYS)})\s+[0-9]{{1,2}}(?:er)?\b[^.;]{{0,25}}?\s(?:au|et(?: le)?|à)\s+"
    rf"(?P<last>{'|'.join(WEEKDAYS)})\s+[0-9]{{1,2}}",
    re.I,
)


def _weekdays_of_periods(surface: Surface) -> Iterator[Check]:
    """`du lundi 4 au vendredi 8 mars 2024`: both days of the week."""
    for period in surface.of_type(FactType.PERIOD):
        first, _, last = str(period.value).partition("/")
        days = _day(first), _day(last)
        named = _FROM_TO.search(surface.plain, max(0, period.start - 10), period.end)
        if named is None or days[0] is None or days[1] is None:
            continue
        told = (named["first"].lower(), days[0]), (named["last"].lower(), days[1])
        off = [(word, day) for word, day in told if word != WEEKDAYS[day.weekday()]]
        shown = ", ".join(
            f"le {format_date(day)} est un {WEEKDAYS[day.weekday()]}" for _word, day in off or told
        )
        if not off:
            yield ok("weekday", (period.span,), shown, (period,))
        else:
            said = ", ".join(word for word, _day_ in off)
            yield wrong("weekday", (period.span,), f"{shown}, écrit {said}", (period,))


def _impossible(surface: Surface) -> Iterator[Check]:
    """`le 30 février 2023`, `le 31 juin`: days that no calendar has."""
    for fact in surface.of_type(FactType.DATE):
        iso = str(fact.value)
        if len(iso) == 10 and _day(iso) is None and re.search(r"[a-zà-ÿ]{3}", fact.span.quote(surface.plain)):
            yield wrong(
                "date_order", (fact.span,), f"le {int(iso[8:])} de ce mois n’existe pas en {iso[:4]}", (fact,)
            )


def _lives(surface: Surface) -> Iterator[Check]:
    """`d’une durée de 36 mois, a démarré en janvier 2021 et s’achèvera en décembre 2024`, in one sentence."""
    for length in surface.of_type(FactType.DURATION):
        sentence = surface.sentence_at(length.start)
        months = _months(str(length.value))
        dates = surface.starting_in(sentence.start, sentence.end, FactType.DATE)
        lengths = surface.starting_in(sentence.start, sentence.end, FactType.DURATION, FactType.PERIOD)
        text = sentence.quote(surface.plain)
        if months < 3 or len(dates) != 2 or len(lengths) != 1 or _EXTENDED.search(text):
            continue
        start, end = dates
        if start.text("role") != "start" or end.text("role") != "end_date":
            continue
        if not re.search(r"\bdur\w+|\bpour une période\b", text, re.I) or not re.search(
            r"projet|programme", text, re.I
        ):
            continue
        bounds = str(start.value)[:7], str(end.value)[:7]
        expected = _lengths_of(bounds, f"P{months}M") if min(map(len, bounds)) == 7 else None
        if expected is None:
            continue
        written, possible, unit = expected
        facts = tuple(sorted((start, end, length), key=lambda fact: fact.start))
        spans, shown = spans_of(surface, facts), " ou ".join(str(count) for count in sorted(possible))
        if written in possible:
            yield ok("duration_vs_dates", spans, f"{shown} {unit}", facts)
        else:
            yield wrong("duration_vs_dates", spans, f"les dates font {shown} {unit}, écrit {written}", facts)


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
        r"\s*[(,:]?\s*(?:soit sur|soit pendant|soit|pour|sur|d'une durée de|pendant"
        r"|durant)?\s*(?:une durée )?(?:de |d')?\s*\(?",
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
        first = date.fromisoformat(start)
        gap = (date.fromisoformat(end) - first).days
        possible = {gap + 1} if gap < 14 else {gap, gap + 1}
        return days, possible | ({days} & _working_days(first, gap) if gap >= 7 else set()), "jours"
    if days or len(start) != len(end):
        return None
    if len(start) == 4 and years and not months:
        gap = int(end) - int(start)
        return years, {max(gap, 1), gap + 1}, "ans"
    if len(start) >= 7:
        gap = (int(end[:4]) - int(start[:4])) * 12 + int(end[5:7]) - int(start[5:7])
        return years * 12 + months, {max(gap, 1), gap + 1}, "mois"
    return None


def _working_days(first: date, gap: int) -> set[int]:
    """How many days are neither Sundays, nor Saturdays or Sundays, from a day to so many days later."""
    names = [(first + timedelta(days=shift)).weekday() for shift in range(min(gap, 60) + 1)]
    return {sum(day < 5 for day in names), sum(day < 6 for day in names)}


_EVENT = re.compile(
    r"\b(?:ateliers?|formations?|sessions?|missions?|séminaires?|campagnes?|réunions?|forums?|visites?"
    r"|stages?|assises"
    r"|foires?|rencontres?|voyages?|recyclages?)\b[^.;0-9]{0,30}$",
    re.I,
)


def _events(surface: Surface) -> Iterator[Check]:
    """`L’atelier de trois jours s’est tenu du 10 au 12 juin`: one length and one period in the sentence."""
    for length in surface.of_type(FactType.DURATION):
        sentence = surface.sentence_at(length.start)
        inside = surface.starting_in(
            sentence.start, sentence.end, FactType.PERIOD, FactType.DURATION, FactType.DATE
        )
        if len(inside) != 2 or inside[0] is not length or inside[1].type is not FactType.PERIOD:
            continue
        period = inside[1]
        between = surface.plain[length.end : period.start]
        if not _EVENT.search(surface.plain[sentence.start : length.start]) or _belong(
            surface, period, length
        ):
            continue
        if not re.fullmatch(
            r"[^.;:()0-9]{0,40}\b(?:tenue?s?|lieu|déroul\w+|organis\w+|conduite?s?"
            r"|animée?s?)\b[^.;:()0-9]{0,60}",
            between,
            re.I,
        ):
            continue
        bounds = _bounds(str(period.value))
        expected = _lengths_of(bounds, str(length.value)) if bounds else None
        if expected is not None and expected[2] == "jours":
            written, possible, unit = expected
            spans, facts = spans_of(surface, inside), (length, period)
            if written in possible:
                yield ok("duration_vs_dates", spans, f"{written} {unit}", facts)
            else:
                shown = " ou ".join(str(count) for count in sorted(possible))
                yield wrong(
                    "duration_vs_dates", spans, f"les dates font {shown} {unit}, écrit {written}", facts
                )


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


_UNTIL = re.compile(r"[^.;0-9]{0,40}\bjusqu'(?:au?|en|à)\b[^.;0-9]{0,15}", re.I)


def _extensions(surface: Surface) -> Iterator[Check]:
    """`du 01/03/2017 au 29/02/2020, prolongé de huit mois, jusqu’au 31 août 2020`."""
    for added in surface.of_type(FactType.DURATION):
        sentence = surface.sentence_at(added.start)
        if not _EXTENDED.search(surface.plain[max(sentence.start, added.start - 60) : added.start]):
            continue
        before = surface.starting_in(sentence.start, added.start, FactType.PERIOD, FactType.DATE)
        after = surface.starting_in(added.end, sentence.end, FactType.DATE)
        if not before or not after or not _UNTIL.fullmatch(surface.plain[added.end : after[0].start]):
            continue
        old, new = (_bounds(str(before[-1].value)) or ("", ""))[1], str(after[0].value)
        months = _months(str(added.value))
        if len(old) < 7 or len(new) < 7 or not months:
            continue
        gap = (int(new[:4]) - int(old[:4])) * 12 + int(new[5:7]) - int(old[5:7])
        facts = (before[-1], added, after[0])
        spans = tuple(fact.span for fact in facts)
        if abs(gap - months) <= 0:
            yield ok("date_duration", spans, f"{gap} mois d’une fin à l’autre", facts)
        else:
            explain = f"{gap} mois d’une fin à l’autre, écrit {months}"
            yield wrong("date_duration", spans, explain, facts)


_BEGINS = re.compile(r"\b(?:début|démarrage|commencement|lancement|date d'effet|entrée en vigueur)\b", re.I)
_ENDS = re.compile(r"\b(?:fin|clôture|achèvement|échéance|expiration)\b", re.I)
_LASTS = re.compile(r"\bdurée\b", re.I)


def _sheets(surface: Surface) -> Iterator[Check]:
    """A sheet that gives its start, its end and its length on three labelled lines."""
    starts = _labelled(surface, _BEGINS, FactType.DATE)
    ends = _labelled(surface, _ENDS, FactType.DATE)
    lengths = [
        fact for fact in _labelled(surface, _LASTS, FactType.DURATION) if _months(str(fact.value)) >= 3
    ]
    if len(starts) != 1 or len(ends) != 1 or abs(starts[0].start - ends[0].start) > _SHEET:
        return
    begins, finishes = str(starts[0].value), str(ends[0].value)
    shortest = min(len(begins), len(finishes))
    if finishes[:shortest] < begins[:shortest]:
        spans = tuple(sorted((starts[0].span, ends[0].span)))
        yield wrong("date_order", spans, "la fin précède le début", (starts[0], ends[0]))
        return
    if not lengths:
        return
    start, end, length = starts[0], ends[0], lengths[0]
    if abs(start.start - end.start) > _SHEET or abs(length.start - end.start) > _SHEET:
        return
    expected = _lengths_of((str(start.value)[:7], str(end.value)[:7]), f"P{_months(str(length.value))}M")
    if expected is None:
        return
    written, possible, _unit = expected
    facts = (start, end, length)
    spans = tuple(sorted(fact.span for fact in facts))
    shown = " ou ".join(str(count) for count in sorted(possible))
    if written in possible:
        yield ok("duration_vs_dates", spans, f"{shown} mois", facts)
    else:
        yield wrong("duration_vs_dates", spans, f"les dates font {shown} mois, écrit {written}", facts)


def _labelled(surface: Surface, label: re.Pattern[str], kind: FactType) -> list[Fact]:
    """Facts alone on a line whose label stands before them, on the line or on the one above."""
    found = []
    for fact in surface.of_type(kind):
        line = surface.line_at(fact.start)
        before = surface.plain[line.start : fact.start]
        if not before.strip():
            above = surface.plain[max(0, line.start - 80) : line.start].rstrip()
            before = above[above.rfind("\n") + 1 :]
        rest = surface.plain[fact.end : line.end]
        if len(before) <= 60 and len(rest) <= 20 and label.search(before) and not _EXTENDED.search(before):
            found.append(fact)
    return found


def _orders(surface: Surface) -> Iterator[Check]:
    for period in surface.of_type(FactType.PERIOD):
        start, end = _bounds(str(period.value)) or ("", "")
        if len(start) == len(end) and end < start:
            yield wrong("date_order", (period.span,), "la fin de la période précède son début", (period,))
