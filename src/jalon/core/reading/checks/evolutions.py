"""How far a figure moved: `passé de 320 à 415, soit 95 de plus`, `augmenté de 25 %`, `doublé`."""

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from jalon.core.reading.checks.common import ok, said, wrong
from jalon.core.reading.checks.figures import APPROXIMATE, NUMBER, value_of
from jalon.core.reading.facts import Check, Span
from jalon.core.reading.surface import Surface
from jalon.core.values import format_number

_WHEN = r"(?:\s*\(?\s*(?:en|fin|début|à fin|au \d\d?(?:er)?) (?:[a-zà-ÿ]+ )?(?:19|20)\d\d\)?)?"
_UNIT = r"(?:\s?%|(?:\s[a-zà-ÿ'A-Z/-]+){0,4}?)"
_MOVE = re.compile(
    rf"\bde\s+(?P<from>{NUMBER})(?P<unit>{_UNIT}){_WHEN}\s+à\s+(?P<to>{NUMBER})(?P<other>{_UNIT}){_WHEN}"
    r"(?=[\s,.;:)(]|$)"
)
_MOVED = re.compile(
    r"(?:\bpass[ée]\w*|\bpassant|\bpasse(?:nt)?|\bévolu\w+|\baugment\w+|\bprogress\w+|\bbaiss\w+"
    r"|\bdiminu\w+|\brecul\w+"
    r"|\bchut\w+|\bdoubl\w+|\btripl\w+|\bquadrupl\w+|\bcrû|\baccr\w+|\brédui\w+)"
    r"(?:[^.;0-9]{0,60}|[^.;0-9]{0,20}[0-9,]+\s?%[^.;0-9]{0,40})[\s:,(]*$",
    re.I,
)
_AFTER = re.compile(
    r"[^.;0-9%]{0,40}?(?:,|\(|\bsoit\b|\ben\b)\s*(?:\bsoit\b|=)?[^.;0-9%]{0,50}"
    r"\b(?P<kind>hausse|augmentation|progression|accroissement|croissance|gain|baisse|diminution"
    r"|réduction|recul|chute)"
    rf"(?: [a-zà-ÿ]+){{0,2}} (?:de |d'|: ?)(?P<gap>{NUMBER})\s?(?P<unit>%|points?|[a-zà-ÿ]+)?",
    re.I,
)
_MORE = re.compile(
    rf"\s*,?\s*\(?\bsoit\s+(?P<gap>{NUMBER})\s(?:(?P<unit>[a-zà-ÿ' -]{{2,40}}?)\s)?"
    r"(?:de|en) (?:plus|moins|supplémentaires?)\b",
    re.I,
)
_BY = re.compile(
    rf"\b(?:augment\w+|progress\w+|accr\w+|baiss\w+|diminu\w+|recul\w+|chut\w+|rédui\w+|hausse"
    rf"|augmentation|baisse"
    rf"|diminution|réduction)\s(?:[a-zà-ÿ]+\s){{0,2}}?de (?P<gap>{NUMBER})\s?%[^.;0-9]{{0,40}}$",
    re.I,
)
_TIMES = (
    (re.compile(r"\bdoubl(?:é\w*|er|ant|e|ent)\b", re.I), Decimal(2), "doublé"),
    (re.compile(r"\btripl(?:é\w*|er|ant|e|ent)\b", re.I), Decimal(3), "triplé"),
    (re.compile(r"\bquadrupl(?:é\w*|er|ant|e|ent)\b", re.I), Decimal(4), "quadruplé"),
)
_LEEWAY = Decimal("0.13")
"""How far from two or three times a figure may be and still be said to have doubled or tripled."""


def check_evolutions(surface: Surface) -> list[Check]:
    """Compare two values of one figure with the change that is printed beside them."""
    found: list[Check] = []
    for match in _MOVE.finditer(surface.plain):
        sentence = surface.sentence_at(match.start())
        before = surface.plain[max(sentence.start, match.start() - 110) : match.start()]
        if not _MOVED.search(before) or match.end() > sentence.end:
            continue
        first, last = value_of(match["from"]), value_of(match["to"])
        if not first or last is None or first == last or _two_units(match["unit"], match["other"]):
            continue
        span = Span(match.start("from"), match.end("to"))
        found += _gap(surface, match, first, last, span, sentence.end)
        found += _rate_before(surface, before, match, first, last, span)
        found += _times(before, match, first, last, span)
    return found


def _two_units(one: str, other: str) -> bool:
    """Whether two values are not of the same thing: millions beside thousands, a share beside a count."""
    scaled = re.compile(r"milli\w+|\bk\b", re.I)
    share_and_count = ("%" in one) != ("%" in other) and bool(one.strip())
    return share_and_count or bool(scaled.search(one + other))


def _gap(
    surface: Surface, match: re.Match[str], first: Decimal, last: Decimal, span: Span, end: int
) -> Iterator[Check]:
    told = _AFTER.match(surface.plain, match.end(), end) or _MORE.match(surface.plain, match.end(), end)
    if told is None or APPROXIMATE.search(told[0]) or APPROXIMATE.search(match[0]):
        return
    gap, unit = value_of(told["gap"]), (told["unit"] or "").lower()
    if gap is None:
        return
    spans = (span, Span(told.start("gap"), told.end("gap")))
    if unit == "%":
        yield from _percent(first, last, gap, spans, shares="%" in match["unit"] + match["other"])
    elif unit.startswith("point") and "%" in match["unit"] + match["other"]:
        return
    elif "milli" not in unit and not re.search(r"\s?%", surface.plain[told.end() : told.end() + 2]):
        made = abs(last - first)
        spelled = f"{said(max(first, last))} − {said(min(first, last))} = {said(made)}"
        if made == gap:
            yield ok("difference", spans, spelled)
        elif gap < max(first, last):
            yield wrong("difference", spans, f"{spelled}, écrit {said(gap)} (écart {said(abs(made - gap))})")


def _percent(
    first: Decimal, last: Decimal, gap: Decimal, spans: tuple[Span, ...], *, shares: bool
) -> Iterator[Check]:
    """The change in percent of the first value; that of two shares may be meant in points."""
    made = abs(Fraction(last) - Fraction(first)) * 100 / Fraction(first)
    ratio = f"de {said(first)} à {said(last)} : {format_number(made, 1)} %"
    if abs(made - Fraction(gap)) <= 1 or (shares and abs(last - first) == gap):
        yield ok("percentage", spans, ratio)
    elif not shares:
        yield wrong("percentage", spans, f"{ratio}, écrit {said(gap)} %")


def _rate_before(
    surface: Surface, before: str, match: re.Match[str], first: Decimal, last: Decimal, span: Span
) -> Iterator[Check]:
    told = _BY.search(before)
    if told is None or APPROXIMATE.search(told[0]) or _AFTER.match(surface.plain, match.end()):
        return
    gap, start = value_of(told["gap"]), match.start() - len(before) + told.start("gap")
    if gap is not None:
        spans = (Span(start, start + len(told["gap"])), span)
        yield from _percent(first, last, gap, spans, shares="%" in match["unit"] + match["other"])


def _times(before: str, match: re.Match[str], first: Decimal, last: Decimal, span: Span) -> Iterator[Check]:
    for pattern, factor, word in _TIMES:
        told = pattern.search(before)
        if told is None or APPROXIMATE.search(before):
            continue
        made = last / first
        shown = f"de {said(first)} à {said(last)} : {format_number(made, 1)} fois"
        start = match.start() - len(before) + told.start()
        spans = (Span(start, start + len(told[0])), span)
        if made < factor * (1 - _LEEWAY):
            yield wrong("multiplication", spans, f"{shown}, dit {word}")
        elif made <= factor * (1 + _LEEWAY):
            yield ok("multiplication", spans, shown)
