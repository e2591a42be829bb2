"""A part said as a fraction or as `27 sur 50` beside its percentage."""

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from jalon.core.reading.checks.common import is_rounded, number, ok, said, wrong
from jalon.core.reading.checks.figures import APPROXIMATE, NUMBER, value_of
from jalon.core.reading.facts import Check, FactType, Span
from jalon.core.reading.surface import Surface
from jalon.core.values import format_number

_PAIR = re.compile(
    rf"[^.;0-9()]{{0,60}}(?:\(|:|,\s*soit"
    rf"|,\s*avec)\s*(?:soit\s+)?(?P<some>{NUMBER})[^.;,:()0-9]{{0,50}}?\s(?:sur|parmi)\s+"
    rf"(?:les\s+|un total de\s+)?(?P<whole>{NUMBER})(?P<after>[^.;,:()0-9]{{0,40}})",
    re.I,
)
_FRACTION = re.compile(
    r"\b(?P<what>la moitié|le tiers|un tiers|le quart|un quart|les deux tiers|deux tiers|les trois quarts"
    r"|trois quarts)"
    rf" (?:des|de (?:ces|ses|nos"
    rf"|leurs)) (?P<whole>{NUMBER})\s[^.;:()0-9]{{2,40}}?\s?[,(]\s*soit\s+(?P<some>{NUMBER})",
    re.I,
)
_SHARES = {
    "moitié": Fraction(1, 2), "deux tiers": Fraction(2, 3), "tiers": Fraction(1, 3),
    "trois quarts": Fraction(3, 4), "quart": Fraction(1, 4),
}  # fmt: skip
_PLANNED = re.compile(r"prév|attendu|cibl|planif", re.I)


def check_fractions(surface: Surface) -> list[Check]:
    """Compare a percentage or a fraction with the two numbers that are printed right after it."""
    return [*_pairs(surface), *_fractions(surface)]


def _pairs(surface: Surface) -> Iterator[Check]:
    """`45 % des participants (27 sur 50)`, `un taux de 88 % : 66 admis sur 82`."""
    for percent in surface.of_type(FactType.PERCENTAGE):
        sentence = surface.sentence_at(percent.start)
        match = _PAIR.match(surface.plain, percent.end, sentence.end)
        share = number(percent)
        if match is None or share is None or is_rounded(percent) or "fcfa" in match[0].lower():
            continue
        some, whole = value_of(match["some"]), value_of(match["whole"])
        if some is None or not whole or (some > whole and not _PLANNED.search(match["after"])):
            continue
        exact = Fraction(some) * 100 / Fraction(whole)
        shown = f"{said(some)} / {said(whole)} = {format_number(exact, 2)} %"
        spans = (Span(percent.start, match.end("whole")),)
        if abs(exact - Fraction(share)) <= 1:
            yield ok("percentage", spans, shown, (percent,))
        else:
            yield wrong("percentage", spans, f"{shown}, écrit {said(share)} %", (percent,))


def _fractions(surface: Surface) -> Iterator[Check]:
    """`la moitié des 84 membres, soit 52 personnes`."""
    for match in _FRACTION.finditer(surface.plain):
        before = surface.plain[max(0, match.start() - 20) : match.start()]
        if APPROXIMATE.search(before) or APPROXIMATE.search(match[0]):
            continue
        some, whole = value_of(match["some"]), value_of(match["whole"])
        share = next(value for word, value in _SHARES.items() if word in match["what"].lower())
        if some is None or not whole:
            continue
        made, spans = Fraction(whole) * share, (Span(*match.span()),)
        shown = f"{match['what']} de {said(whole)} fait {format_number(made, 0)}"
        if abs(made - Fraction(some)) <= 1:
            yield ok("percentage", spans, shown)
        elif abs(made - Fraction(some)) > Fraction(whole) * Fraction(Decimal("0.05")):
            yield wrong("percentage", spans, f"{shown}, écrit {said(some)}")
