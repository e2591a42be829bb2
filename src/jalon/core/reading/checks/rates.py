"""Rates of amounts: what was spent of a budget, the share of each line of a list in its total."""

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from jalon.core.reading.checks.common import TOTAL, is_rounded, number, ok, said, spans_of, wrong
from jalon.core.reading.checks.plausible import share_holds
from jalon.core.reading.facts import Check, Fact, FactType
from jalon.core.reading.structure.tables import table_at
from jalon.core.reading.surface import Surface
from jalon.core.values import format_number

_RATE = re.compile(r"(?:\bsoit\b|\btaux\b|\(|\breprésent\w+|\bcorrespond\w*)[^.;0-9]{0,60}$", re.I)
_SPENT = re.compile(r"dépens|exécut|décaiss|consomm|mobilis|justifi|engag|absor|vers[ée]|libér", re.I)
_LEADS = re.compile(r"[^.;0-9]{0,50}(?:[:(,=]|\bsoit\b|\bavec\b)[^.;0-9]{0,50}", re.I)
_OUT_OF = re.compile(r"[^.;:0-9]{0,60}\b(?:sur|pour|contre)\b[^.;:0-9]{0,50}", re.I)
_OF = re.compile(r"\s*(?:des?|du|d'un\w*|d')\b[^.;:,0-9]{0,50}", re.I)
_CONCLUDES = re.compile(
    r"(?:le|ce|d'où un|soit un)\s+taux (?:d'exécution|d'absorption|de décaissement|de consommation"
    r"|de réalisation)"
    r"[^.;0-9]{0,50}$",
    re.I,
)


def plain_amounts(surface: Surface) -> list[Fact]:
    """Return the amounts of running text that are neither conversions, prices nor bounds."""
    return [
        fact
        for fact in surface.of_type(FactType.MONEY)
        if not fact.details.get("equivalent")
        and not fact.text("bound")
        and fact.text("status") != "unit"
        and table_at(surface, fact.start) is None
    ]


def check_rates(surface: Surface) -> list[Check]:
    """Compare a rate with the two amounts of its sentence, and shares in a list with the total above."""
    plain = {id(fact) for fact in plain_amounts(surface)}
    found: list[Check] = []
    for percent in surface.of_type(FactType.PERCENTAGE):
        pair = _amounts_of(surface, percent, plain)
        if pair is not None:
            found += _compare(surface, percent, pair)
    return [*found, *_listed(surface, plain_amounts(surface)), *_sheet(surface, found)]


def _amounts_of(surface: Surface, percent: Fact, plain: set[int]) -> tuple[Fact, ...] | None:
    """The two amounts that a percentage is the ratio of, by the words that tie the three."""
    sentence = surface.sentence_at(percent.start)
    inside = surface.starting_in(sentence.start, sentence.end, FactType.MONEY)
    near = [fact for fact in inside if id(fact) in plain]
    before = [fact for fact in near if fact.end <= percent.start]
    after = [fact for fact in near if fact.start >= percent.end]
    spent = _SPENT.search(sentence.quote(surface.plain))
    leading = surface.plain[sentence.start : percent.start]
    between = surface.starting_in(before[0].end, percent.start, FactType.PERCENTAGE) if before else []
    if between:
        return None
    if len(before) == 2 and spent and percent.start - before[1].end <= 120 and _RATE.search(leading):
        return tuple(before)
    if not before and len(after) == 2 and _is_pair(surface, percent, after[0], after[1]):
        return tuple(after)
    if len(before) == 1 and len(after) == 1 and _RATE.search(leading):
        tied = percent.start - before[0].end <= 40 and _OF.fullmatch(
            surface.plain[percent.end : after[0].start]
        )
        return (before[0], after[0]) if tied else None
    if not near and _CONCLUDES.match(leading.strip()):
        above = surface.sentence_at(max(0, sentence.start - 2))
        told = [
            one for one in surface.starting_in(above.start, above.end, FactType.MONEY) if id(one) in plain
        ]
        spent = _SPENT.search(above.quote(surface.plain))
        if len(told) == 2 and spent and _OUT_OF.fullmatch(surface.plain[told[0].end : told[1].start]):
            return tuple(told)
    return None


def _is_pair(surface: Surface, percent: Fact, some: Fact, whole: Fact) -> bool:
    leads = _LEADS.fullmatch(surface.plain[percent.end : some.start])
    return bool(leads) and bool(_OUT_OF.fullmatch(surface.plain[some.end : whole.start]))


def _compare(surface: Surface, percent: Fact, pair: tuple[Fact, ...]) -> Iterator[Check]:
    low, high = sorted(number(fact) or Decimal(0) for fact in pair)
    share = number(percent)
    if not high or share is None or pair[0].text("currency") != pair[1].text("currency"):
        return
    exact = Fraction(low) * 100 / Fraction(high)
    ratio = f"{said(low)} / {said(high)} = {format_number(exact, 2)} %"
    facts = (*pair, percent)
    if abs(Fraction(share) - exact) <= 1 or (share > 100 and abs(Fraction(share) * exact - 10_000) <= 150):
        yield ok("percentage", spans_of(surface, facts), ratio, facts)
    elif not any(map(is_rounded, facts)) and not share_holds(surface, percent, max(pair, key=_value)):
        yield wrong("percentage", spans_of(surface, facts), f"{ratio}, écrit {said(share)} %", facts)


def _value(fact: Fact) -> Decimal:
    return number(fact) or Decimal(0)


_BULLET = re.compile(r"[ \t]*[-•*·▪○►➢✓]\s")
_FIRST = re.compile(
    r"\b(?:premier|principal|plus (?:gros|grand|important))\w* (?:bailleur|contributeur|financeur|poste"
    r"|apport|partenaire)"
    r"[^.;0-9]{0,60}$",
    re.I,
)


def _listed(surface: Surface, amounts: list[Fact]) -> Iterator[Check]:
    """`Budget : 90 M` then items with their amounts and shares; and the share of the largest, said after."""
    for index, total in enumerate(amounts):
        line = surface.line_at(total.start)
        if _BULLET.match(surface.plain, line.start) or is_rounded(total):
            continue
        items = _items_under(surface, total, amounts[index + 1 : index + 12])
        made = sum((number(item) or Decimal(0) for item in items), Decimal(0))
        stated = number(total) or Decimal(0)
        if len(items) < 2 or not stated or abs(made - stated) > stated / 20:
            continue
        yield from _item_shares(surface, total, items)
        yield from _largest(surface, total, items)


def _items_under(surface: Surface, total: Fact, following: list[Fact]) -> list[Fact]:
    items: list[Fact] = []
    last = surface.line_at(total.start)
    for fact in following:
        line = surface.line_at(fact.start)
        if line == last or fact.text("currency") != total.text("currency"):
            continue
        near = surface.plain.count("\n", last.end, line.start) <= 2
        if (
            not near
            or not _BULLET.match(surface.plain, line.start)
            or TOTAL.search(line.quote(surface.plain))
        ):
            break
        items.append(fact)
        last = line
    return items


def _item_shares(surface: Surface, total: Fact, items: list[Fact]) -> Iterator[Check]:
    """The share printed on each line of the list, where most of them hold."""
    printed: list[tuple[Fact, Fact]] = []
    for item in items:
        line = surface.line_at(item.start)
        shares = surface.starting_in(line.start, line.end, FactType.PERCENTAGE)
        if len(shares) == 1:
            printed.append((item, shares[0]))
    off = [pair for pair in printed if _share_gap(pair[0], total, pair[1]) > 1]
    if len(printed) < 2 or len(off) * 2 > len(printed):
        return
    for item, share in off:
        yield from _compare(surface, share, (item, total))


def _share_gap(item: Fact, total: Fact, share: Fact) -> Fraction:
    exact = Fraction(number(item) or 0) * 100 / Fraction(number(total) or 1)
    return abs(exact - Fraction(number(share) or 0))


def _largest(surface: Surface, total: Fact, items: list[Fact]) -> Iterator[Check]:
    end = surface.line_at(items[-1].start).end
    largest = max(items, key=lambda item: number(item) or Decimal(0))
    for share in surface.starting_in(end, end + 250, FactType.PERCENTAGE):
        sentence = surface.sentence_at(share.start)
        if sentence.start >= end and _FIRST.search(surface.plain[sentence.start : share.start]):
            yield from _compare(surface, share, (total, largest))
            return


_TAUX = re.compile(
    r"\btaux (?:d'exécution|d'absorption|de décaissement|de consommation|d'engagement|d'utilisation)", re.I
)
_DONE = re.compile(r"\bdépens\w+|\bdécaiss\w+|\bexécut[ée]\w*|\bconsomm\w+", re.I)
_ALL = re.compile(r"^\W*(?:budget|coût|montant|enveloppe|financement)\b(?!.*\bpar\b)", re.I)


def _sheet(surface: Surface, found: list[Check]) -> Iterator[Check]:
    """Three labelled lines of a sheet: its budget, what was spent, and the rate of the two."""
    shares = [one for one in surface.of_type(FactType.PERCENTAGE) if _TAUX.search(_label_of(surface, one))]
    told = {fact.start for check in found for fact in check.facts}
    amounts = [one for one in plain_amounts(surface) if _label_of(surface, one)]
    for share in shares:
        near = [one for one in amounts if abs(one.start - share.start) <= 600]
        spent = [one for one in near if _DONE.search(_label_of(surface, one))]
        whole = [one for one in near if _ALL.search(_label_of(surface, one)) and one not in spent]
        if share.start in told or len(spent) != 1 or len(whole) != 1:
            continue
        if (number(spent[0]) or 0) <= (number(whole[0]) or 0):
            yield from _compare(surface, share, (whole[0], spent[0]))


def _label_of(surface: Surface, fact: Fact) -> str:
    """The label of a value on its line or on the line above; empty for a figure in a sentence."""
    line = surface.line_at(fact.start)
    before = surface.plain[line.start : fact.start].strip()
    if before:
        return before if len(before) <= 60 and before.endswith(":") else ""
    above = surface.line_at(max(0, surface.plain.rfind("\n", 0, line.start) - 1))
    label = above.quote(surface.plain).strip()
    return label if len(label) <= 60 and not label.endswith(".") else ""
