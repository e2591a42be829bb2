"""So much for each: `36 animateurs à 15 000 FCFA chacun, soit …`, `dix sessions de 25, soit …`."""

import re
from collections.abc import Iterator
from decimal import Decimal

from jalon.core.reading.checks.common import is_rounded, noun, number, ok, said, stems, wrong
from jalon.core.reading.facts import Check, Fact, FactType, Span
from jalon.core.reading.surface import Surface

_TO = re.compile(r"[^.;:()0-9%]{0,60}", re.I)
_APIECE = re.compile(
    r"\s*(?:chacune?|l'unité|la pièce|par (?P<per>[a-zà-ÿ]+)|pièce)?[^.;:0-9%]{0,40}"
    r"(?:\bsoit\b|\bpour\b|\bce qui (?:fait|donne)\b|\bont coûté\b|=)[^.;0-9%]{0,40}",
    re.I,
)
_PRICED = re.compile(r"\bchacun|l'unité|la pièce|\bpièce\b|\bpar \w|prix unitaire|\bchaque\b", re.I)
_TIME = re.compile(r"\bpar (?:jour|mois|an|semaine|séance|trimestre)\b", re.I)
_DURING = re.compile(
    r"\s*par (?P<per>jour|mois|an|semaine)\b[^.;:0-9]{0,30}\b(?:pendant|durant"
    r"|sur)\s+(?P<count>[0-9]{1,3})\s+"
    r"(?P<what>jours|mois|ans|semaines)[^.;:0-9%]{0,30}(?:\bsoit\b|=)[^.;:0-9%]{0,30}",
    re.I,
)
_OF = re.compile(r"\s*(?:de|d'environ|comptant|composé\w* de)\s*(?:chacun\w*\s*)?", re.I)
_MAKES = re.compile(
    r"[^.;:()0-9%]{0,60}?,?\s*\(?(?:\bsoit\b|=)\s*(?:un total (?:général )?de|au total|en tout)?\s*", re.I
)
_PER = re.compile(r"\s*(?:par|pour chaque)\s+(?P<per>[a-zà-ÿ]+)", re.I)
_RATE = re.compile(r"[^.;:()0-9%]{0,40}\bà raison de\s*", re.I)
_SHARED = re.compile(r"[^.;:()%]{0,60}\b(?:soit|à raison de)\s*$", re.I)
_CHAQUE = re.compile(r"\bchaque\s+(?P<per>[a-zà-ÿ]+)|\bpar\s+(?P<by>[a-zà-ÿ]+)", re.I)


def check_each(surface: Surface) -> list[Check]:
    """Multiply what each one has by how many they are, and compare with the total of the sentence."""
    threes = list(_threes(surface))
    return [
        *_prices(surface),
        *_periods(surface),
        *_groups(surface, threes),
        *_shared(surface, threes),
        *_every(surface, threes),
    ]


def _prices(surface: Surface) -> Iterator[Check]:
    """`36 animateurs … 15 000 FCFA chacun, soit un total de 540 000 FCFA`."""
    amounts = surface.of_type(FactType.MONEY)
    for index, price in enumerate(amounts[:-1]):
        total, sentence = amounts[index + 1], surface.sentence_at(price.start)
        if total.start >= sentence.end or (index and amounts[index - 1].start >= sentence.start):
            continue
        counts = surface.starting_in(sentence.start, price.start, FactType.QUANTITY, FactType.PERCENTAGE)
        joint = surface.plain[price.end : total.start]
        apiece = _APIECE.fullmatch(joint)
        if len(counts) != 1 or counts[0].type is not FactType.QUANTITY or not apiece:
            continue
        count, near = counts[0], surface.plain[counts[0].end : total.start]
        if (
            not _PRICED.search(near)
            or _TIME.search(near)
            or not _TO.fullmatch(surface.plain[count.end : price.start])
        ):
            continue
        if apiece["per"] and not stems(apiece["per"]) & stems(count.text("unit")):
            continue
        if price.text("currency") == total.text("currency"):
            yield from _compare((count, price), total)


def _periods(surface: Surface) -> Iterator[Check]:
    """`2 500 F par jour pendant 20 jours, soit 50 000 F`."""
    amounts = surface.of_type(FactType.MONEY)
    for index, price in enumerate(amounts[:-1]):
        total = amounts[index + 1]
        match = _DURING.fullmatch(surface.plain[price.end : total.start])
        if match and match["what"].lower().startswith(match["per"].lower()[:3]):
            sentence = surface.sentence_at(price.start)
            if surface.starting_in(sentence.start, price.start, FactType.QUANTITY, FactType.MONEY):
                continue
            times, each = Decimal(match["count"]), number(price) or Decimal(0)
            yield from _told([times, each], total, (Span(price.start, total.end),), (price, total))


def _groups(surface: Surface, threes: list[tuple[Fact, Fact, Fact]]) -> Iterator[Check]:
    """`dix sessions de 25 participants …, soit 250 personnes`; three counts and no other in the sentence."""
    for count, each, total in threes:
        product = _OF.fullmatch(surface.plain[count.end : each.start]) and noun(count) != noun(total)
        if product and _MAKES.fullmatch(surface.plain[each.end : total.start]):
            yield from _compare((count, each), total)


def _shared(surface: Surface, threes: list[tuple[Fact, Fact, Fact]]) -> Iterator[Check]:
    """`1 200 kg entre 60 ménages, soit 20 kg par ménage`; `420 ménages dans 28 villages, à raison de 15`."""
    for total, count, each in threes:
        per = _PER.match(surface.plain, each.end)
        if per is None or noun(total) != noun(each) or not stems(per["per"]) & stems(count.text("unit")):
            continue
        joint = surface.plain[count.end : each.start]
        if not _SHARED.fullmatch(joint) or not _TO.fullmatch(surface.plain[total.end : count.start]):
            continue
        times, part, made = (number(fact) or Decimal(0) for fact in (count, each, total))
        exact = bool(_RATE.fullmatch(joint))
        if exact or abs(times * part - made) >= times:
            yield from _compare((count, each), total)


def _every(surface: Surface, threes: list[tuple[Fact, Fact, Fact]]) -> Iterator[Check]:
    """`Chaque ménage a reçu 50 kg ; pour 247 ménages, cela fait 12 350 kg`, in either order."""
    for each, second, third in threes:
        sentence = surface.sentence_at(each.start)
        named = _CHAQUE.search(surface.plain, sentence.start, each.start)
        if named is None or not named["per"]:
            continue
        for count, total in ((second, third), (third, second)):
            if noun(total) == noun(each) and stems(named["per"]) & stems(count.text("unit")) != frozenset():
                told = re.search(
                    r"\bsoit\b|\bcela\b|\bau total\b", surface.plain[each.end : total.end + 20], re.I
                )
                if told and noun(count) != noun(total):
                    yield from _compare((count, each), total)
                break


def _threes(surface: Surface) -> Iterator[tuple[Fact, Fact, Fact]]:
    """The exact counts of each sentence that has three and no more."""
    facts = surface.of_type(FactType.QUANTITY, FactType.PERCENTAGE, FactType.MONEY)
    for index in range(len(facts) - 2):
        sentence = surface.sentence_at(facts[index].start)
        if index and facts[index - 1].start >= sentence.start:
            continue
        if facts[index + 2].start >= sentence.end:
            continue
        if index + 3 < len(facts) and facts[index + 3].start < sentence.end:
            continue
        three = facts[index : index + 3]
        if all(f.type is FactType.QUANTITY and not is_rounded(f) and not f.text("sex") for f in three):
            yield three[0], three[1], three[2]


def _compare(factors: tuple[Fact, Fact], total: Fact) -> Iterator[Check]:
    facts = (*factors, total)
    if any(map(is_rounded, facts)):
        return
    spans = tuple(sorted(fact.span for fact in facts))
    yield from _told([number(fact) or Decimal(0) for fact in factors], total, spans, facts)


def _told(
    factors: list[Decimal], total: Fact, spans: tuple[Span, ...], facts: tuple[Fact, ...]
) -> Iterator[Check]:
    made, stated = factors[0] * factors[1], number(total) or Decimal(0)
    spelled = " × ".join(map(said, factors)) + f" = {said(made)}"
    if made == stated:
        yield ok("multiplication", spans, spelled, facts)
    else:
        explain = f"{spelled}, écrit {said(stated)} (écart {said(abs(made - stated))})"
        yield wrong("multiplication", spans, explain, facts)
