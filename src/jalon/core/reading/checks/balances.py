"""Amounts of one passage: what was spent of a budget, the rate that is printed, what is left."""

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import combinations

from jalon.core.reading.checks.common import doubtful, is_rounded, number, ok, said, spans_of, wrong
from jalon.core.reading.facts import Check, Fact, FactType, Span
from jalon.core.reading.structure.tables import table_at
from jalon.core.reading.surface import Surface
from jalon.core.values import format_number

_LEFT = re.compile(
    r"\b(?:solde|reliquat|reste|restant|écart|différence|excédent|déficit|hausse|augmentation|baisse|diminution"
    r"|réduction|dépassement)\b[^.;]{0,40}$",
    re.I,
)
_RATE = re.compile(r"(?:\bsoit\b|\btaux\b|\()[^.;0-9]{0,60}$", re.I)
_SPENT = re.compile(r"dépens|exécut|décaiss|consomm|mobilis|justifi|engag|absor", re.I)


def check_balances(surface: Surface) -> list[Check]:
    """Compare a rate with the amounts of its sentence, and what is left with what it is left of."""
    return [*_rates(surface), *_differences(surface), *_points(surface), *_split(surface)]


def _plain_amounts(surface: Surface) -> list[Fact]:
    return [
        fact
        for fact in surface.of_type(FactType.MONEY)
        if not fact.details.get("equivalent")
        and not fact.text("bound")
        and fact.text("status") != "unit"
        and table_at(surface, fact.start) is None
    ]


def _rates(surface: Surface) -> Iterator[Check]:
    """`121,8 millions dépensés sur un budget de 148,5 millions, soit un taux de 82 %`."""
    plain = {id(fact) for fact in _plain_amounts(surface)}
    for percent in surface.of_type(FactType.PERCENTAGE):
        sentence = surface.sentence_at(percent.start)
        before = surface.plain[sentence.start : percent.start]
        inside = surface.starting_in(sentence.start, percent.start, FactType.MONEY)
        near = [fact for fact in inside if id(fact) in plain]
        if len(near) != 2 or near[0].text("currency") != near[1].text("currency"):
            continue
        if not _RATE.search(before) or not _SPENT.search(sentence.quote(surface.plain)):
            continue
        low, high = sorted(number(fact) or Decimal(0) for fact in near)
        share = number(percent)
        if not high or share is None or percent.start - near[1].end > 80:
            continue
        exact = Fraction(low) * 100 / Fraction(high)
        ratio = f"{said(low)} / {said(high)} = {format_number(exact, 2)} %"
        facts = (*near, percent)
        gap = abs(Fraction(share) - exact)
        if gap <= 1:
            yield ok("percentage", spans_of(surface, facts), ratio, facts)
        elif not any(map(is_rounded, facts)):
            yield wrong("percentage", spans_of(surface, facts), f"{ratio}, écrit {said(share)} %", facts)


def _differences(surface: Surface) -> Iterator[Check]:
    """`Le solde, 730 000 USD`: the difference of two amounts said before, in the same paragraphs."""
    amounts = _plain_amounts(surface)
    for index, left in enumerate(amounts):
        sentence = surface.sentence_at(left.start)
        if not _LEFT.search(surface.plain[sentence.start : left.start]) or is_rounded(left):
            continue
        value = number(left) or Decimal(0)
        before = [
            fact
            for fact in amounts[max(0, index - 8) : index]
            if fact.text("currency") == left.text("currency") and not is_rounded(fact)
        ]
        pairs = [(a, b) for a, b in combinations(before, 2) if number(a) != number(b)]
        exact = [pair for pair in pairs if _gap(*pair) == value]
        if exact:
            facts = (*exact[-1], left)
            yield ok("difference", tuple(sorted(f.span for f in facts)), _spelled(*exact[-1]), facts)
            continue
        near = [pair for pair in pairs if abs(_gap(*pair) - value) <= value * Decimal("0.3")]
        if len(near) == 1 and value:
            facts = (*near[0], left)
            explain = f"{_spelled(*near[0])}, écrit {said(value)} (écart {said(abs(_gap(*near[0]) - value))})"
            yield doubtful("difference", tuple(sorted(f.span for f in facts)), explain, facts)


def _gap(one: Fact, other: Fact) -> Decimal:
    return abs((number(one) or Decimal(0)) - (number(other) or Decimal(0)))


def _spelled(one: Fact, other: Fact) -> str:
    high, low = sorted((number(one) or Decimal(0), number(other) or Decimal(0)), reverse=True)
    return f"{said(high)} − {said(low)} = {said(high - low)}"


_POINTS = re.compile(r"(?P<gap>[0-9]+(?:,[0-9]+)?)\s*points?\b(?! de (?:vente|suture))", re.I)
_MOVED = re.compile(
    r"gain|hausse|augment|progress|baisse|recul|diminu|chute|pass[ée]|écart|amélior|réduction", re.I
)


def _points(surface: Surface) -> Iterator[Check]:
    """`passé de 48,7 % à 56,2 %, soit un gain de 8,5 points`: the only two percentages of the sentence."""
    for match in _POINTS.finditer(surface.plain):
        sentence = surface.sentence_at(match.start())
        shares = surface.starting_in(sentence.start, sentence.end, FactType.PERCENTAGE)
        shares = [one for one in shares if not match.start() <= one.start < match.end()]
        if (
            len(shares) != 2
            or shares[1].end > match.start()
            or not _MOVED.search(sentence.quote(surface.plain))
        ):
            continue
        first, second = (number(one) or Decimal(0) for one in shares)
        stated = Decimal(match["gap"].replace(",", "."))
        gap = abs(first - second)
        spans = (*(one.span for one in shares), Span(*match.span()))
        high, low = max(first, second), min(first, second)
        spelled = f"{said(high)} − {said(low)} = {said(gap)} points"
        if gap == stated:
            yield ok("difference", spans, spelled, shares)
        elif not any(map(is_rounded, shares)):
            yield wrong("difference", spans, f"{spelled}, écrit {said(stated)}", shares)


_MADE_OF = re.compile(
    r"[^.;0-9]{0,80}(?::|\bsoit\b|\bréparti\w*\b|\bcomprend\b|\bcomposée?\b|\bdont\b|\()[^.;0-9]{0,60}", re.I
)
_ONLY = re.compile(r"\bdont\b|notamment", re.I)


def _split(surface: Surface) -> Iterator[Check]:
    """`2,9 milliards : santé 1 100 millions, hydraulique 1,25 milliard et appui 450 millions`."""
    amounts = _plain_amounts(surface)
    for index, total in enumerate(amounts):
        sentence = surface.sentence_at(total.start)
        following = [
            fact
            for fact in amounts[index + 1 : index + 9]
            if fact.start < sentence.end and fact.text("currency") == total.text("currency")
        ]
        stated = number(total) or Decimal(0)
        if len(following) < 2 or not stated or is_rounded(total) or any(map(is_rounded, following)):
            continue
        joint = surface.plain[total.end : following[0].start]
        if not _MADE_OF.fullmatch(joint) or any((number(fact) or 0) >= stated for fact in following):
            continue
        made = sum((number(fact) or Decimal(0) for fact in following), Decimal(0))
        facts = (total, *following)
        spelled = f"{' + '.join(said(number(fact) or 0) for fact in following)} = {said(made)}"
        if made == stated:
            yield ok("sum_parts", spans_of(surface, facts), spelled, facts)
        elif abs(made - stated) <= stated / 10 and not _ONLY.search(joint):
            explain = f"{spelled}, écrit {said(stated)} (écart {said(abs(made - stated))})"
            yield wrong("sum_parts", spans_of(surface, facts), explain, facts)
