"""Shares that are said to make a whole: women and men, who pays what, how the answers are split."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from jalon.core.reading.checks.common import is_rounded, number, ok, said, wrong
from jalon.core.reading.facts import Check, Fact, FactType, Span
from jalon.core.reading.surface import Surface

_WOMEN_THEN_MEN = re.compile(
    r"\s*(?:de|sont des|étaient des|étant des)\s+(?:femmes|filles)\s*(?:et|contre|,|/)\s*",
    re.I,
)
_WOMEN_OF = re.compile(
    r"\s*(?:des|de|d')\s*[a-zà-ÿ' ]{2,40}(?:sont|étaient) des (?:femmes|filles),?\s*(?:et|contre)\s*", re.I
)
_MEN = re.compile(r"\s*(?:d'hommes|de garçons|(?:sont |étaient )?(?:des |d')?(?:hommes|garçons))\b", re.I)
_SHARED = re.compile(
    r"\b(?:se répart\w+|répartis?|réparties?|se décompos\w+|ventil\w+|se partage\w*|pris\w* en charge"
    r"|financée?s?|cofinanc\w+|se compos\w+|compos[ée]\w*)\b",
    re.I,
)
_BETWEEN = re.compile(r"[^.;%0-9:]{2,60}", re.I)
_OVERLAP = re.compile(
    r"\bdont\b|\bplusieurs\b|\bmultiples?\b|\brespectivement\b|\bparmi\b|\bpuis\b|\bcontre\b", re.I
)


def check_proportions(surface: Surface) -> list[Check]:
    """Add up the percentages that a sentence says to share one whole."""
    found: list[Check] = []
    for sentence in surface.sentences:
        shares = surface.starting_in(sentence.start, sentence.end, FactType.PERCENTAGE)
        if len(shares) >= 2 and not any(map(is_rounded, shares)):
            found += _sexes(surface, sentence, shares)
            found += _split(surface, sentence, shares)
    return found


def _sexes(surface: Surface, sentence: Span, shares: list[Fact]) -> Iterator[Check]:
    """`60 % de femmes et 45 % d’hommes`."""
    if len(shares) != 2:
        return
    women, men = shares
    joint = surface.plain[women.end : men.start]
    split = _WOMEN_THEN_MEN.fullmatch(joint) or _WOMEN_OF.fullmatch(joint)
    if split and _MEN.match(surface.plain, men.end, sentence.end):
        yield from _compare(shares)


def _split(surface: Surface, sentence: Span, shares: list[Fact]) -> Iterator[Check]:
    """`se répartissent ainsi : 45 % de …, 35 % de … et 30 % de …`: only what is above the whole is told."""
    opening = surface.plain[sentence.start : shares[0].start]
    joints = [surface.plain[before.end : after.start] for before, after in pairwise(shares)]
    if len(shares) < 3 or not _SHARED.search(opening) or _OVERLAP.search(sentence.quote(surface.plain)):
        return
    if all(_BETWEEN.fullmatch(joint) for joint in joints):
        made = sum((number(one) or Decimal(0) for one in shares), Decimal(0))
        if made >= 100:
            yield from _compare(shares)


def _compare(shares: list[Fact]) -> Iterator[Check]:
    values = [number(one) or Decimal(0) for one in shares]
    made = sum(values, Decimal(0))
    spelled = f"{' + '.join(f'{said(value)} %' for value in values)} = {said(made)} %"
    spans = tuple(one.span for one in shares)
    if abs(made - 100) <= Decimal("0.5") * len(shares):
        yield ok("sum_parts", spans, spelled, shares)
    else:
        yield wrong("sum_parts", spans, f"{spelled}, et non 100 %", shares)
