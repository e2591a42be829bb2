"""The same value for two things, two values for the same thing."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations, pairwise

from jalon.core.reading.checks.common import (
    doubtful,
    exchanged,
    in_table,
    is_rounded,
    noun,
    number,
    ok,
    said,
    stems,
)
from jalon.core.reading.facts import Check, Fact, FactType, Span
from jalon.core.reading.steps import step_of
from jalon.core.reading.surface import Surface

_BULLET = re.compile(r"[ \t]*[-•*·▪○►➢✓]\s")
_NEAR = Decimal("0.02")
_ALIKE = 0.45
_VERY_ALIKE = 0.6
_GROUP_AT_MOST = 120
"""Figures of one noun that are compared two by two in one text."""


def check_repeats(surface: Surface) -> list[Check]:
    """Compare the figures of one text that may be the same figure."""
    counts = [f for f in surface.of_type(FactType.QUANTITY) if not is_rounded(f)]
    return [
        *_same_value(surface, counts),
        *_two_values(surface, counts),
        *_amounts(surface),
        *_definite(surface, counts),
    ]


def _same_value(surface: Surface, counts: list[Fact]) -> Iterator[Check]:
    """The same number in two neighbouring items of a list, for two different nouns."""
    firsts: list[tuple[Span, Fact]] = []
    for fact in counts:
        line = surface.line_at(fact.start)
        if _BULLET.match(surface.plain, line.start) and (not firsts or firsts[-1][0] != line):
            firsts.append((line, fact))
    for (line, first), (below, second) in pairwise(firsts):
        value = number(first)
        if value is None or value != number(second) or value < 100 or value % 50 == 0:
            continue
        apart = noun(first) != noun(second) and surface.plain.count("\n", line.end, below.start) <= 2
        if apart:
            explain = f"même valeur {said(value)} pour deux objets différents, lignes voisines"
            yield doubtful("duplicate_value", (first.span, second.span), explain, (first, second))


def _two_values(surface: Surface, counts: list[Fact]) -> Iterator[Check]:
    for first, second, label, other in _pairs(surface, counts):
        a, b = number(first) or Decimal(0), number(second) or Decimal(0)
        if a == b or not _comparable(first, second):
            continue
        shared = label & other
        facts, spans = (first, second), (first.span, second.span)
        slip = _transposed(first, second) and _stands_out(surface, first, second)
        near = min(a, b) >= 50 and (slip or abs(a - b) <= max(a, b) * _NEAR)
        if near and (len(shared) >= 2 or _transposed(first, second)):
            values = f"{said(a)} et {said(b)} pour « {first.text('unit')} »"
            explain = f"{values} : écart de {said(abs(a - b))} sans explication"
            yield doubtful("conflicting_values", spans, explain, facts)
            continue
        alike = len(shared) >= 4 and len(shared) >= len(label | other) * _ALIKE
        if alike and _step(surface, first) == _step(surface, second):
            explain = f"deux lignes de même libellé avec {said(a)} et {said(b)} (écart {said(abs(a - b))})"
            yield doubtful("conflicting_values", spans, explain, facts)


def _pairs(
    surface: Surface, counts: list[Fact]
) -> Iterator[tuple[Fact, Fact, frozenset[str], frozenset[str]]]:
    """Totals of one noun in two sentences of running text, with the words said of each."""
    groups: dict[str, list[tuple[Fact, frozenset[str], Span]]] = {}
    for fact in counts:
        if fact.of is None and noun(fact) and not in_table(surface, fact) and not _is_ration(surface, fact):
            sentence = surface.sentence_at(fact.start)
            groups.setdefault(noun(fact), []).append((fact, _label(surface, fact), sentence))
    for group in groups.values():
        for (first, label, one), (second, words, other) in combinations(group[:_GROUP_AT_MOST], 2):
            if one != other:
                yield first, second, label, words


_PER = re.compile(r"\b(?:par (?!an\b)\w+|chacune?|chaque|en moyenne)\b", re.I)
_MEASURES = frozenset({"litre", "kg", "kilo", "tonne", "sac", "carto", "metre", "ha", "hecta", "quint"})


def _is_ration(surface: Surface, fact: Fact) -> bool:
    """Whether a count is of a measure or for each one: what one receives is not what all received."""
    sentence = surface.sentence_at(fact.start)
    return noun(fact) in _MEASURES or bool(
        _PER.search(surface.plain, fact.start, min(sentence.end, fact.end + 40))
    )


def _comparable(first: Fact, second: Fact) -> bool:
    return all(
        not first.details.get(key) or not second.details.get(key) or first.details[key] == second.details[key]
        for key in ("sex", "status", "period", "programme", "place", "age")
    )


def _label(surface: Surface, fact: Fact) -> frozenset[str]:
    """The content words said of a count: its clause from the number on, up to the next figure or clause."""
    sentence = surface.sentence_at(fact.start)
    rest = surface.plain[fact.start : min(sentence.end, fact.start + 160)]
    return stems(re.split(r"[;:()]|, dont|\bdont\b", rest)[0])


def _step(surface: Surface, fact: Fact) -> str:
    """Where in the usual sequence a count stands: those found and those chosen are not the same figure."""
    sentence = surface.sentence_at(fact.start)
    return step_of(surface.plain[fact.start : min(sentence.end, fact.start + 160)])


_THESE = re.compile(r"\b(?:les|des|ces|aux)\s*$", re.I)


def _definite(surface: Surface, counts: list[Fact]) -> Iterator[Check]:
    """`16 groupes de discussion` are announced, then one speaks of `les 18 groupes de discussion`.

    Only where the text gives that thing two numbers and no more, and the second is neither a part, a goal
    nor of another place, period or sex. One word alone (`ménages`) says too little, unless the digits are the
    same in another order and both sentences share another word.
    """
    groups: dict[frozenset[str], list[Fact]] = {}
    for fact in counts:
        unit = stems(fact.text("unit"))
        if unit and fact.of is None and not in_table(surface, fact) and not _is_ration(surface, fact):
            groups.setdefault(unit, []).append(fact)
    for unit, group in groups.items():
        values = {number(fact) for fact in group}
        if len(values) != 2 or any(fact.text("status") == "planned" for fact in group):
            continue
        first = group[0]
        second = next(fact for fact in group if number(fact) != number(first))
        a, b = number(first) or Decimal(0), number(second) or Decimal(0)
        these = _THESE.search(surface.plain, max(0, second.start - 8), second.start)
        if not these or not _comparable(first, second) or min(a, b) < 3:
            continue
        one, other = surface.sentence_at(first.start), surface.sentence_at(second.start)
        words = stems(one.quote(surface.plain)) & stems(other.quote(surface.plain)) - unit
        several = len(unit) >= 2 and a < b <= 2 * a
        swapped = sorted(str(a)) == sorted(str(b)) and min(a, b) >= 100 and bool(words)
        if one != other and (several or swapped):
            explain = f"{said(a)} puis {said(b)} pour « {first.text('unit')} » (écart {said(abs(a - b))})"
            yield doubtful("conflicting_values", (first.span, second.span), explain, (first, second))


def _amounts(surface: Surface) -> Iterator[Check]:
    """Two nearly equal amounts with the same words around them: one of them was mistyped."""
    amounts = [f for f in surface.of_type(FactType.MONEY) if _is_amount(surface, f)]
    ordered = sorted(
        (fact for fact in amounts if (number(fact) or 0) >= 10_000 and not in_table(surface, fact)),
        key=lambda fact: (fact.text("currency"), number(fact)),
    )
    for index, first in enumerate(ordered):
        a = number(first) or Decimal(0)
        for second in ordered[index + 1 :]:
            b = number(second) or Decimal(0)
            if second.text("currency") != first.text("currency") or b - a > b * _NEAR:
                break
            if a != b and _same_object(surface, first, second):
                explain = f"{said(a)} et {said(b)} pour le même objet (écart {said(b - a)})"
                pair = tuple(sorted((first, second), key=lambda fact: fact.start))
                spans = tuple(fact.span for fact in pair)
                yield doubtful("conflicting_values", spans, explain, pair)


def _is_amount(surface: Surface, fact: Fact) -> bool:
    """An exact amount printed with its currency, that is neither a part, a price nor a conversion."""
    printed = re.search(r"[a-z€$]", fact.span.quote(surface.plain), re.I)
    plain = not is_rounded(fact) and not fact.details.get("equivalent")
    return bool(printed) and plain and fact.of is None and fact.text("status") != "unit"


def _same_object(surface: Surface, first: Fact, second: Fact) -> bool:
    periods = first.text("period"), second.text("period")
    if all(periods) and periods[0] != periods[1]:
        return False
    slip = _transposed(first, second)
    if not slip and not _stands_out(surface, first, second):
        return False
    needed = 1 if slip else 2
    return len(_around(surface, first) & _around(surface, second)) >= needed


def _transposed(first: Fact, second: Fact) -> bool:
    """Whether two numbers of four digits or more have the same digits in another order: a slip."""
    a, b = (str(number(fact)).rstrip("0") for fact in (first, second))
    return len(a) >= 4 and exchanged(a, b)


def _stands_out(surface: Surface, *facts: Fact) -> bool:
    """Whether one of the figures stands alone on its line: a box beside the text repeats the text."""
    return any(
        len(surface.line_at(fact.start).quote(surface.plain)) <= len(fact.span.quote(surface.plain)) + 30
        for fact in facts
    )


def _around(surface: Surface, fact: Fact) -> frozenset[str]:
    """The content words of the sentence of an amount; of the lines under it when it stands alone."""
    sentence = surface.sentence_at(fact.start)
    if sentence.end - sentence.start > 40:
        start, end = max(sentence.start, fact.start - 140), min(sentence.end, fact.end + 60)
    else:
        start, end = fact.start, fact.end + 120
    words = stems(re.sub(r"[0-9]+", " ", surface.plain[start:end]))
    return words - {"fcfa", "cfa", "franc", "xof", "euro", "milli", "monta", "total", "somme"}


def check_statements(surface: Surface) -> list[Check]:
    """The same statement twice with equal values is said, so that nobody adds it up."""
    found: list[Check] = []
    counts = [fact for fact in surface.of_type(FactType.QUANTITY) if not is_rounded(fact)]
    for first, second, label, other in _pairs(surface, counts):
        if number(first) != number(second):
            continue
        shared = label & other
        if len(shared) >= 4 and len(shared) >= len(label | other) * _VERY_ALIKE:
            explain = f"même fait cité deux fois ({said(number(first) or 0)}) : à ne compter qu’une fois"
            found.append(ok("duplicate_statement", (first.span, second.span), explain, (first, second)))
    return found
