"""A figure with what makes it comparable with one of another document: noun, words, sex, place, period."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from jalon.core.reading.checks.common import PEOPLE, noun, number, stems
from jalon.core.reading.counts.words import MEASURE
from jalon.core.reading.facts import Fact, FactType
from jalon.core.reading.series.clauses import Clause, clause_of, figures_of, words_of
from jalon.core.reading.series.shapes import Document, Passage
from jalon.core.reading.steps import step_of
from jalon.core.values import search_key

_NOT_FOLLOWED = re.compile(
    r"participant|present|absent|membre|point|recommandation|decision|invite|session|reunion|exemplaire|page"
    r"|jour|fois|an|annee|mois|personnalite|delegue|programme|projet|composante|axe|objectif|resultat|volet"
    r"|annexe|article|phase|question|pays|region|niveau"
)
"""Nouns whose numbers do not make an indicator: who sat in the meeting, how a document is cut."""

_ATTENDING = re.compile(
    r"\b(?:pris part|prennent part|particip\w+ à (?:la|cette) (?:réunion|session|séance|rencontre)"
    r"|étaient présente?s|ont assisté)\b",
    re.I,
)
_BARE_MEASURE = re.compile(r"(?:kg|g|m|m2|m3|cm|mm|ml|l|litres?|kwc?|kva|kv|kwh|m3 [hjs]|m3 jour|w|wc|sacs?)")
"""Measures of one thing, its weight or its flow, which add up to nothing by themselves."""

_GENERIC = PEOPLE | stems(
    "ateliers visites missions rapports activités actions sites communes villages cercles organisations "
    "groupements entreprises associations modules outils documents équipes kits unités comités structures "
    "localités tonnes hectares kilomètres litres mètres appuis dossiers demandes cas partenaires écoles "
    "centres"
)
_CUMULATIVE = re.compile(
    r"\bdepuis (?:le|son|leur) (?:début|démarrage|lancement)|\bcumul|\bà ce jour\b|\bau 3[01] |\bà la date d"
    r"|\ben tout\b|\bdepuis (?:19|20)[0-9]{2}",
    re.I,
)
_AS_OF = re.compile(r"\b(?:au|à la date du|à fin|fin|en date du|à ce jour,?)\s*$", re.I)
_ADDED = re.compile(r"\bde plus\b|\bsupplémentaires?\b|\bnouve(?:aux|lles?|l)\b|\bde nouve", re.I)
_RATE = re.compile(r"\b(taux\s(?:de\s|d'|du\s)(?:la\s|l')?[^.;:,0-9()]{4,60})$", re.I)
_RATE_TAIL = re.compile(r"\s(?:(?:est|était|sera|a|se|qui|atteint|passe|reste)(?:\s.*|$)|s'.*|de$)", re.I)
_GROWS = re.compile(r"\b(?:pass|port|ramen|mont)\w+\b[^.;]*\bde\s*$", re.I)
"""A rate that goes from this value to another says where things stood before."""
_BUDGET = ("budget", "unit", "gap", "pledged")


@dataclass(frozen=True, eq=False, slots=True)
class Figure:
    """A figure of a document; `block` must be equal, `words` alike, for two to be of one indicator."""

    passage: Passage
    value: Decimal
    head: str
    noun: frozenset[str]
    words: frozenset[str]
    places: tuple[str, ...]
    period: str
    as_of: str
    label: str
    unit: str
    step: str
    programme: str
    is_rate: bool
    is_cumulative: bool
    is_added: bool
    in_table: bool
    whole: "Figure | None" = None

    @property
    def block(self) -> tuple[object, ...]:
        """What must be equal."""
        said = self.passage.fact
        return (
            said.type, self.unit if said.type is not FactType.QUANTITY else "", self.head, said.text("sex"),
            str(said.details.get("age", "")), tuple(sorted(map(search_key, self.places))), self.planned,
            said.text("per"),
        )  # fmt: skip

    @property
    def planned(self) -> bool:
        """Whether it is what was hoped for."""
        return self.passage.fact.text("status") == "planned"

    @property
    def is_generic(self) -> bool:
        """Whether its noun alone does not tell an indicator (`jeunes`)."""
        if self.passage.fact.type is FactType.QUANTITY and MEASURE.match(self.unit):
            return True
        return len(self.noun) < 2 and self.noun <= _GENERIC


def comparable_figures(document: Document) -> list[Figure]:
    """Return the figures that other documents may say too; those that the document itself says two ways are
    left out, because nobody could tell which is meant."""
    facts = figures_of(document)
    starts = [one.start for one in facts]
    clauses = {id(one): clause_of(document, one, starts, facts) for one in facts}
    dates = sorted((one for one in document.facts if one.type is FactType.DATE), key=lambda one: one.start)
    found = [figure for fact in facts if (figure := _figure(document, fact, clauses, dates)) is not None]
    return list(_clear(found))


def _figure(document: Document, fact: Fact, clauses: dict[int, Clause], dates: list[Fact]) -> Figure | None:
    value = number(fact)
    if value is None or fact.text("status") in ("context", "baseline") or fact.details.get("bound"):
        return None
    clause = clauses[id(fact)]
    if _ATTENDING.search(clause.whole):
        return None
    nouns, unit, label = _object(fact, clause)
    whole = None
    if fact.of is not None:
        whole = _figure(document, fact.of, clauses, dates) if id(fact.of) in clauses else None
        if whole is None:
            return None
        label = f"{unit} ({whole.label})"
    if not nouns:
        return None
    places = fact.texts("place")
    quote = fact.span.quote(document.plain)
    if quote[:1].isalpha() and ":" in quote:
        label = " ".join(quote.partition(":")[0].split())
    return Figure(
        passage=Passage(document, fact),
        value=value,
        head=_head(fact),
        noun=nouns,
        words=words_of(f"{clause.whole} {quote}")
        - nouns
        - frozenset(one for place in places for one in stems(place)),
        places=places,
        period=fact.text("period"),
        as_of=_as_of(document, clause, dates),
        label=label,
        unit=unit,
        step=step_of(clause.behind),
        programme=search_key(fact.text("programme")),
        is_rate=fact.type is FactType.PERCENTAGE,
        is_cumulative=bool(_CUMULATIVE.search(f"{clause.lead} {fact.text('unit')} {clause.behind}")),
        is_added=bool(_ADDED.search(f"{fact.text('unit')} {clause.behind}")),
        in_table=clause.in_table,
        whole=whole,
    )


def _as_of(document: Document, clause: Clause, dates: list[Fact]) -> str:
    """The day at which the clause says that things stood so (`au 31 décembre 2023`), else an empty text."""
    first = bisect_left(dates, clause.start, key=lambda one: one.start)
    for fact in dates[first : bisect_left(dates, clause.end, key=lambda one: one.start)]:
        if _AS_OF.search(document.plain, max(0, fact.start - 20), fact.start):
            return str(fact.value)
    return ""


def _object(fact: Fact, clause: Clause) -> tuple[frozenset[str], str, str]:
    """The stems of what is counted, the unit to show, the label; no stem when it cannot be followed."""
    match fact.type:
        case FactType.QUANTITY:
            unit = fact.text("unit")
            key = search_key(unit)
            if not unit or _NOT_FOLLOWED.match(key) or _BARE_MEASURE.fullmatch(key):
                return frozenset(), "", ""
            return stems(unit), unit, _label(unit, clause)
        case FactType.MONEY:
            what = fact.text("what")
            known = stems(what)
            if len(known) < 2 or fact.text("status") in _BUDGET or fact.details.get("equivalent"):
                return frozenset(), "", ""
            return known, fact.text("currency"), what
        case _:
            rate = None if _GROWS.search(clause.lead) else _RATE.search(clause.lead)
            name = _RATE_TAIL.sub("", rate[1]).strip() if rate else ""
            return (stems(name), "%", name) if len(stems(name)) > 1 else (frozenset(), "", "")


def _head(fact: Fact) -> str:
    """The noun that is counted, that of the whole behind it for a part; empty for what is no count."""
    if fact.type is not FactType.QUANTITY:
        return ""
    return noun(fact) if fact.of is None else f"{noun(fact)} de {noun(fact.of)}"


_LABEL = 80
_DANGLING = re.compile(r"(?:[,;:.\s-]|\s(?:pour|de|du|des|et|à|en|dans|sur|ont|au|avec)\b)+$")


def _label(unit: str, clause: Clause) -> str:
    """The noun with what the clause says of it."""
    label = clause.lead.strip(" -•*:") if clause.in_table else f"{unit} {clause.behind}".strip()
    if clause.in_table and not stems(unit) & stems(label):
        label = f"{unit}, {label}" if label else unit
    if label.startswith(unit) is False and not clause.in_table:
        label = unit
    label = _DANGLING.sub("", label)
    return label if len(label) <= _LABEL else f"{label[:_LABEL].rsplit(' ', 1)[0]} …"


def likeness(one: Figure, other: Figure) -> float:
    """Return how surely two figures of one block are of one indicator, 0 when nothing says so."""
    if one.step and other.step and one.step != other.step:
        return 0
    if one.programme and other.programme and one.programme != other.programme:
        return 0
    if one.whole is not None and other.whole is not None:
        return likeness(one.whole, other.whole) if one.noun == other.noun else 0
    if one.is_rate:
        return float(one.noun == other.noun)
    if one.noun != other.noun:
        return _likeness_of_nouns(one, other)
    shared = len(one.words & other.words)
    least = min(len(one.words), len(other.words))
    if not least:
        return _likeness_of_bare(one, other) if not one.is_generic else 0
    coverage, overlap = shared / least, shared / len(one.words | other.words)
    if one.is_generic:
        alike = (shared > 1 and coverage >= 0.5) or (shared == 1 and overlap >= 0.6)
    else:
        alike = shared > 0 and coverage >= 0.4
    return (coverage + overlap) / 2 if alike else 0


def _likeness_of_bare(one: Figure, other: Figure) -> float:
    """Of two figures one of which has its noun only: as much as a row of a table says, or both alone."""
    if not one.words and not other.words:
        return 1
    bare = other if one.words else one
    return 0.5 if bare.in_table and len(bare.noun) > 1 else 0


def _likeness_of_nouns(one: Figure, other: Figure) -> float:
    """Of two nouns one of which says more (`plans`, `plans soumis`): the clauses must say the rest."""
    if not (one.noun <= other.noun or other.noun <= one.noun):
        return 0
    first, second = one.noun | one.words, other.noun | other.words
    shared = first & second - {one.head}
    enough = len(shared) > 1 and len(shared) >= (min(len(first), len(second)) - 1) * 0.5
    return len(shared) / len(first | second) if enough else 0


def _clear(figures: list[Figure]) -> Iterator[Figure]:
    blocks: dict[tuple[object, ...], list[Figure]] = {}
    for figure in figures:
        blocks.setdefault((*figure.block, figure.period), []).append(figure)
    for group in blocks.values():
        for number_, figure in enumerate(group):
            twins = [one for one in group if one is not figure and _twins(figure, one)]
            if all(one.value == figure.value for one in twins) and not any(
                one in twins for one in group[:number_]
            ):
                yield figure


def _twins(one: Figure, other: Figure) -> bool:
    """Whether two figures of one document would both be taken for that of another."""
    return likeness(one, other) >= 0.5 or (not one.words and not other.words)
