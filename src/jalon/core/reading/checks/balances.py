"""Amounts of one passage: what is left of a budget, and what an amount is made of."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from jalon.core.reading.checks.common import doubtful, is_rounded, number, ok, said, spans_of, wrong
from jalon.core.reading.checks.plausible import sum_holds
from jalon.core.reading.checks.rates import plain_amounts
from jalon.core.reading.facts import Check, Fact, FactType, Span
from jalon.core.reading.surface import Surface

_LEFT = re.compile(
    r"\b(?:solde|reliquat|reste|restant|écart|différence|excédent|déficit|hausse|augmentation|baisse"
    r"|diminution"
    r"|réduction|dépassement)\b[^.;]{0,40}$",
    re.I,
)


def check_balances(surface: Surface) -> list[Check]:
    """Compare what is left with what it is left of, and an amount with its parts."""
    return [*_differences(surface), *_points(surface), *_split(surface)]


def _differences(surface: Surface) -> Iterator[Check]:
    """`Le solde, 730 000 USD`: the difference of two amounts said before, in the same paragraphs."""
    amounts = plain_amounts(surface)
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
    amounts = plain_amounts(surface)
    for index, total in enumerate(amounts):
        sentence = surface.sentence_at(total.start)
        following = [
            fact
            for fact in amounts[index + 1 : index + 9]
            if fact.start < sentence.end and fact.text("currency") == total.text("currency")
        ]
        stated = number(total) or Decimal(0)
        if not following:
            yield from _components(surface, total, amounts[index + 1 : index + 9])
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
        elif abs(made - stated) <= stated / 10 and not _ONLY.search(joint) and not _holds(surface, facts):
            explain = f"{spelled}, écrit {said(stated)} (écart {said(abs(made - stated))})"
            yield wrong("sum_parts", spans_of(surface, facts), explain, facts)


def _holds(surface: Surface, facts: tuple[Fact, ...]) -> bool:
    """Whether the amounts said to make a total may make something else that is said with them."""
    total, *parts = facts
    values = [number(part) or Decimal(0) for part in parts]
    within = Span(parts[0].start, parts[-1].end)
    return sum_holds(surface, within, number(total) or Decimal(0), values, facts)


_COMPONENTS = re.compile(
    r"[^.;0-9]{0,60}\b(?:composantes?|volets?|rubriques?|postes?|lots?|axes|tranches"
    r"|parties)\b[^.;0-9]{0,60}:[^.;0-9]{0,60}",
    re.I,
)


def _components(surface: Surface, total: Fact, following: list[Fact]) -> Iterator[Check]:
    """`Un budget de 1 312 M. Il comporte trois composantes : formation (525 M), … et gestion (185 M)`."""
    above = surface.sentence_at(total.start)
    below = surface.sentence_at(following[0].start) if following else above
    inside = [
        fact
        for fact in following
        if fact.start < below.end and fact.text("currency") == total.text("currency")
    ]
    stated = number(total) or Decimal(0)
    made = sum((number(fact) or Decimal(0) for fact in inside), Decimal(0))
    if len(inside) < 2 or not stated or surface.plain[above.end : below.start].strip():
        return
    if not _COMPONENTS.fullmatch(surface.plain[below.start : inside[0].start]) or any(
        map(is_rounded, inside)
    ):
        return
    facts = (total, *inside)
    spans = tuple(fact.span for fact in facts)
    spelled = f"{' + '.join(said(number(fact) or 0) for fact in inside)} = {said(made)}"
    if made == stated:
        yield ok("sum_parts", spans, spelled, facts)
    elif abs(made - stated) <= stated / 10 and not _holds(surface, facts):
        explain = f"{spelled}, écrit {said(stated)} (écart {said(abs(made - stated))})"
        yield wrong("sum_parts", spans, explain, facts)
