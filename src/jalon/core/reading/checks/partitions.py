"""Sums whose parts and total are told by the sentence alone: `57 femmes et 38 hommes, soit 95 membres`."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from jalon.core.reading.checks.common import (
    PEOPLE,
    is_rounded,
    noun,
    number,
    ok,
    said,
    spans_of,
    stems,
    wrong,
)
from jalon.core.reading.checks.figures import APPROXIMATE, NUMBER, sentences_with, value_of
from jalon.core.reading.checks.plausible import sum_holds
from jalon.core.reading.facts import Check, Fact, FactType, Span
from jalon.core.reading.structure.tables import table_at
from jalon.core.reading.surface import Surface

_AND = re.compile(r"[^.;:()0-9]{0,30}?(?:,|/|\bet\b|\bcontre\b|\bainsi que\b|\bpour\b)\s*(?:de |d')?", re.I)
_SPLIT = re.compile(
    r"[^.;0-9]{0,60}(?:répart\w+|:|\(|\bdont\b|\bsoit\b|compos\w+|à raison de|compte\w*"
    r"|\bétant\b)[^.;:0-9]{0,30}",
    re.I,
)
_MAKES = re.compile(
    r"[^.;0-9]{0,50}?,?\s*\(?\bsoit\s*(?:,\s*)?(?:au total|en tout|un total(?: global| général)? de"
    r"|un effectif"
    r"(?: total)? de|une participation(?: totale)? de)?\s*",
    re.I,
)
_FAR = Decimal("0.25")
"""A sum that is farther from the total than this share of it is of something else."""

_GROUPS = frozenset({"menag", "famil", "foyer", "entre", "group", "organ", "assoc", "coope", "union"})
_MEASURES = {
    "tonne": "t", "t": "t", "kg": "kg", "kilo": "kg", "kilog": "kg", "sac": "sac", "litre": "l", "l": "l",
    "ha": "ha", "hecta": "ha", "quint": "quintal", "carto": "carton", "km": "km", "kilom": "km",
}  # fmt: skip
"""Stems of the names of measures, and which are one measure."""


def check_partitions(surface: Surface) -> list[Check]:
    """Add up women and men, the quantities after a colon, and a series that ends with its total."""
    counts = [fact for fact in surface.of_type(FactType.QUANTITY) if table_at(surface, fact.start) is None]
    return [
        *_sexes(surface, counts),
        *_measures(surface, counts),
        *_series(surface),
        *_raisons(surface, counts),
        *_places(surface),
        *_funders(surface),
        *_totals(surface),
        *_enumerated(surface),
    ]


def _sexes(surface: Surface, counts: Sequence[Fact]) -> Iterator[Check]:
    for index in range(len(counts) - 2):
        first, second, third = counts[index : index + 3]
        sexes = first.text("sex"), second.text("sex"), third.text("sex")
        if sexes in {("", "F", "M"), ("", "M", "F")}:
            whole, parts, joints = first, (second, third), (_SPLIT, _AND)
            tied = _told_apart(surface, parts) and second.of is None and third.of is None
            tied = tied or (second.of is first and third.of is None)
        elif sexes in {("F", "M", ""), ("M", "F", "")}:
            whole, parts, joints = third, (first, second), (_AND, _MAKES)
            tied = first.of is None and second.of is None
        else:
            continue
        between = surface.plain[first.end : second.start], surface.plain[second.end : third.start]
        if not tied or not all(joint.fullmatch(text) for joint, text in zip(joints, between, strict=True)):
            continue
        if surface.sentence_at(first.start).end >= third.end and noun(whole) in PEOPLE - _GROUPS:
            yield from _compare(surface, "sum_sex", whole, parts)


def _told_apart(surface: Surface, parts: tuple[Fact, Fact]) -> bool:
    """Whether the words are those of women and men, not of what they have."""
    return all(re.search(r"femme|fille|homme|garçon", one.span.quote(surface.plain), re.I) for one in parts)


_COLON = re.compile(r"[^.;0-9]{0,30}(?::|\(|\bsoit\b|\bà savoir\b)\s*(?:environ )?", re.I)
_NEXT = re.compile(r"[^.;:()0-9]{0,30}?(?:,|\bet\b)\s*(?:de |d')?", re.I)


def _measures(surface: Surface, counts: Sequence[Fact]) -> Iterator[Check]:
    """`75 tonnes de céréales : 40 tonnes de mil, 20 tonnes de sorgho et 15 tonnes de maïs`."""
    for index, whole in enumerate(counts):
        unit = _MEASURES.get(noun(whole), "")
        if not unit:
            continue
        sentence = surface.sentence_at(whole.start)
        rest = [fact for fact in counts[index + 1 : index + 9] if fact.start < sentence.end]
        if len(rest) < 2 or any(
            _MEASURES.get(noun(fact), noun(fact)) not in {unit, ""} or fact.of not in (None, whole)
            for fact in rest
        ):
            continue
        joints = [surface.plain[a.end : b.start] for a, b in zip([whole, *rest], rest, strict=False)]
        if _COLON.fullmatch(joints[0]) and all(_NEXT.fullmatch(joint) for joint in joints[1:]):
            yield from _compare(surface, "sum_parts", whole, rest)


def _raisons(surface: Surface, counts: Sequence[Fact]) -> Iterator[Check]:
    """`1 540 bénéficiaires, à raison de 640 à Dori, 520 à Sebba et 380 à Gorom-Gorom`."""
    for index, whole in enumerate(counts):
        parts = [fact for fact in counts[index + 1 : index + 9] if fact.of is whole]
        if len(parts) < 2 or any(part.text("sex") for part in parts):
            continue
        joint = surface.plain[whole.end : parts[0].start]
        if re.fullmatch(r"[^.;:0-9]{0,60}\bà raison de\s*", joint, re.I) and all(
            p.text("unit") == whole.text("unit") for p in parts
        ):
            yield from _compare(surface, "sum_parts", whole, parts)


_SERIES = re.compile(
    rf"(?<![0-9.,])(?P<items>(?:{NUMBER})(?:,\s(?:{NUMBER}))*\set\s(?:{NUMBER}))\s(?P<unit>[a-zà-ÿ'-]+)[^.;:()0-9%]{{0,60}}?,?\s*"
    rf"\(?\bsoit\s+(?:au total\s+|en tout\s+"
    rf"|un total (?:général )?de\s+)?(?P<total>{NUMBER})\s(?P<other>[a-zà-ÿ'-]+)"
    r"(?! (?:de plus|par|chacun))",
    re.I,
)


_SOIT = re.compile(r"(?<=[0-9a-zà-ÿ), ])\bsoit [0-9aeu]")
_DONT = re.compile(r"\bdont [0-9]")
_COLON_NUMBER = re.compile(r"(?::|\bà raison de)\s?[0-9]")
_BRACKETS = re.compile(r"\([0-9]{1,3}(?: [0-9]{3})*\)(?:,| et)")


def _found(surface: Surface, pattern: re.Pattern[str], anchor: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """The matches of a pattern in the sentences that hold its anchor."""
    for sentence in sentences_with(surface, anchor):
        yield from pattern.finditer(surface.plain, sentence.start, sentence.end)


def _series(surface: Surface) -> Iterator[Check]:
    """`respectivement 12, 15 et 18 forages, soit 45 forages au total`."""
    for match in _found(surface, _SERIES, _SOIT):
        if match["unit"].lower()[:5] != match["other"].lower()[:5] or APPROXIMATE.search(match[0]):
            continue
        items = [value_of(one) or Decimal(0) for one in re.findall(NUMBER, match["items"])]
        total = value_of(match["total"]) or Decimal(0)
        yield from _told(surface, "sum_parts", items, total, (Span(*match.span()),), ())


def _compare(surface: Surface, kind: str, whole: Fact, parts: Sequence[Fact]) -> Iterator[Check]:
    facts = (whole, *parts)
    if any(map(is_rounded, facts)):
        return
    values = [number(part) or Decimal(0) for part in parts]
    yield from _told(surface, kind, values, number(whole) or Decimal(0), spans_of(surface, facts), facts)


def _told(
    surface: Surface,
    kind: str,
    values: list[Decimal],
    total: Decimal,
    spans: tuple[Span, ...],
    facts: tuple[Fact, ...],
    *,
    far: Decimal = _FAR,
) -> Iterator[Check]:
    made = sum(values, Decimal(0))
    spelled = f"{' + '.join(map(said, values))} = {said(made)}"
    if made == total:
        yield ok(kind, spans, spelled, facts)
        return
    within = Span(spans[0].start, spans[-1].end)
    if abs(made - total) <= total * far and not sum_holds(surface, within, total, values, facts):
        yield wrong(kind, spans, f"{spelled}, écrit {said(total)} (écart {said(abs(made - total))})", facts)


_WHERE = r"\s(?:dans|à|au|aux|en|pour|sur)\s[^.;:()0-9%]{2,50}?"
_PLACED = re.compile(
    rf"(?P<total>{NUMBER})\s[^.;:()0-9%]{{2,60}}?,?\s*\bdont\s+(?P<parts>(?:{NUMBER}){_WHERE}(?:,\s*(?:{NUMBER}){_WHERE})*"
    rf"\s*,?\set\s(?:{NUMBER})\s(?:dans|à|au|aux|en)\s)",
    re.I,
)


def _places(surface: Surface) -> Iterator[Check]:
    """`68 seuils, dont 41 dans le cercle de Sikasso et 29 dans celui de Koutiala`: more than there are."""
    for match in _found(surface, _PLACED, _DONT):
        parts = [value_of(one) or Decimal(0) for one in re.findall(NUMBER, match["parts"])]
        total = value_of(match["total"]) or Decimal(0)
        dated = re.search(r"\ben (?:19|20)[0-9]{2}\b|\b(?:19|20)[0-9]{2}\b", match[0])
        if sum(parts) > total and max(parts) <= total and not APPROXIMATE.search(match[0]) and not dated:
            end = match.end("parts")
            yield from _told(
                surface, "sum_parts", parts, total, (Span(match.start(), end),), (), far=Decimal(1)
            )


_FROM = re.compile(
    r"[^.;:()0-9%]{0,60}?(?:,|\bet\b)\s*(?:de |d')?|\s*(?:de|du|des|par)\s[^.;:()0-9%]{2,60}?(?:,|\bet\b)\s*",
    re.I,
)


def _funders(surface: Surface) -> Iterator[Check]:
    """`50 000 000 FCFA, dont 35 000 000 de l’AFD et 20 000 000 des communes`: more than there is."""
    amounts = surface.of_type(FactType.MONEY)
    for index, whole in enumerate(amounts):
        parts = [fact for fact in amounts[index + 1 : index + 7] if fact.of is whole]
        if len(parts) < 2 or any(fact.text("currency") != whole.text("currency") for fact in parts):
            continue
        total = number(whole) or Decimal(0)
        values = [number(part) or Decimal(0) for part in parts]
        joints = [surface.plain[a.end : b.start] for a, b in pairwise(parts)]
        listed = all(_FROM.fullmatch(joint) for joint in joints)
        if listed and max(values) <= total < sum(values) and not any(map(is_rounded, (whole, *parts))):
            spans = spans_of(surface, (whole, *parts))
            yield from _told(surface, "sum_parts", values, total, spans, (whole, *parts), far=Decimal(1))


_ALL_IN_ALL = re.compile(
    r"[^.;:0-9%]{0,60},?\s*\(?\bsoit\s(?:un(?:e)?\s)?(?:[a-zà-ÿ]+\s){0,2}?(?:total\w*|global\w*|cumul\w*"
    r"|ensemble)"
    r"\s[^.;:0-9%]{0,30}",
    re.I,
)


def _totals(surface: Surface) -> Iterator[Check]:
    """`40 000 000 FCFA de l’UE et 12 000 000 de l’État, soit un financement global de 52 000 000 FCFA`."""
    amounts = surface.of_type(FactType.MONEY)
    for index, total in enumerate(amounts):
        sentence = surface.sentence_at(total.start)
        parts = [one for one in amounts[max(0, index - 8) : index] if one.start >= sentence.start]
        if len(parts) < 2 or any(one.text("currency") != total.text("currency") for one in parts):
            continue
        if not _ALL_IN_ALL.fullmatch(surface.plain[parts[-1].end : total.start]):
            continue
        counted = surface.starting_in(parts[0].start, total.start, FactType.PERCENTAGE, FactType.QUANTITY)
        priced = re.search(r"\bpar \w|\bchacun|l'unité", surface.plain[parts[0].start : total.start], re.I)
        if not counted and not priced:
            yield from _compare(surface, "sum_parts", total, parts)


_PLACE = (
    rf"(?:{NUMBER})(?:\s[a-zà-ÿ'-]+){{0,2}}?\s(?:à|au|aux|en|dans|pour|contre|abstentions?)"
    r"(?:\s[^.;:()0-9,]{2,40}?)?"
)
_IN_PLACES = re.compile(
    rf"(?P<total>{NUMBER})\s(?P<unit>[a-zà-ÿ'-]+)[^.;:()0-9%]{{0,60}}(?::|\bà raison de)\s*"
    rf"(?P<items>{_PLACE}(?:,\s{_PLACE})*\s?,?\set\s{_PLACE})\s*(?=[.;\n]|$)",
    re.I,
)
_NAMED = rf"[^.;:()0-9,]{{2,40}}?\s\((?:{NUMBER})\)"
_IN_BRACKETS = re.compile(
    rf"(?P<total>{NUMBER})\s(?P<unit>[a-zà-ÿ'-]+)[^.;:()0-9%]{{0,60}}?(?::|\bconcern\w+"
    rf"|\bse répart\w+ entre|\bportent sur)\s*"
    rf"(?P<items>{_NAMED}(?:,\s{_NAMED})*\s?,?\set\s{_NAMED})\s*(?=[.;\n]|$)",
    re.I,
)


def _enumerated(surface: Surface) -> Iterator[Check]:
    """`15 puits : 6 à Dori, 5 à Sebba et 4 à Djibo`, `30 lampadaires : Bla (8), San (12) et Koro (10)`."""
    for pattern, anchor in ((_IN_PLACES, _COLON_NUMBER), (_IN_BRACKETS, _BRACKETS)):
        for match in _found(surface, pattern, anchor):
            people = pattern is _IN_BRACKETS and any(stem in PEOPLE for stem in stems(match["items"]))
            if people or APPROXIMATE.search(match[0]) or table_at(surface, match.start()) is not None:
                continue
            items = [value_of(one) or Decimal(0) for one in re.findall(NUMBER, match["items"])]
            total = value_of(match["total"]) or Decimal(0)
            years = any(1900 <= item <= 2100 for item in items) or not total
            if len(items) >= 2 and not years:
                yield from _told(surface, "sum_parts", items, total, (Span(*match.span()),), ())
