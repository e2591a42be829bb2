"""What documents contradict: an indicator of one period and place; budget, length and days of a project."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from jalon.core.reading.checks.common import is_rounded, number, said
from jalon.core.reading.facts import Fact, FactType, Level
from jalon.core.reading.series.figures import Figure, likeness
from jalon.core.reading.series.following import Line
from jalon.core.reading.series.shapes import Document, Note, Passage
from jalon.core.reading.series.times import is_past, said_period
from jalon.core.values import search_key

_SAME_WORDS = 0.75
_ALIKE = 0.5
_SMALLEST = 5


def contradicted_figures(lines: Iterable[Line]) -> list[Note]:
    """Return the figures that two documents, both written once the period was over, say otherwise."""
    return [note for line in lines for note in _of_line(line)]


def _of_line(line: Line) -> Iterator[Note]:
    by_period: dict[str, list[Figure]] = {}
    for figure in line.figures:
        if figure.period and is_past(figure.period, figure.passage.document.dated):
            by_period.setdefault(figure.period, []).append(figure)
    for period, figures in by_period.items():
        for one, other in combinations(figures, 2):
            if one.value == other.value or max(one.value, other.value) < _SMALLEST:
                continue
            if any(is_rounded(figure.passage.fact) for figure in (one, other)):
                continue
            gap = said(abs(one.value - other.value))
            values = f"{said(one.value)} ici, {said(other.value)} là"
            explain = f"{values}, pour la même période ({said_period(period)}) : écart de {gap}"
            alike = likeness(one, other)
            if alike < _ALIKE:
                continue
            level = Level.CERTAIN if alike >= _SAME_WORDS and not one.planned else Level.VERIFY
            yield Note("conflicting_values", level, (one.passage, other.passage), explain)


@dataclass(frozen=True, slots=True)
class _Point:
    """A thing said of a project as a whole, and what is compared of it."""

    passage: Passage
    value: str
    shown: str


_PROJECT = r"(?:projet|programme|convention|accord|financement|phase|action)\b"
_OF_PROJECT = re.compile(rf"\b(?:le|du|ce|la|de la|de l'|l'|cette|présente?)\s?{_PROJECT}", re.I)
_BUDGET = re.compile(
    rf"\b(?:budget|coût|montant|enveloppe|financement)s?\s(?:total|totale|global|globale|prévisionnel)"
    r"|\b(?:budget|coût|enveloppe|montant)s?\s(?:(?:total|totale|global|globale)\s)?"
    rf"(?:du|de la|de l')\s?{_PROJECT}",
    re.I,
)
_LENGTH = re.compile(
    r"\bdurée(?:\s(?:totale|prévue|globale))?\s?"
    rf"(?::|(?:d'exécution|de mise en œuvre|du {_PROJECT}|de la {_PROJECT}))"
    r"[^.;\n]{0,50}$|\b(?:d'une|pour une|sur une) durée (?:totale )?de\s?$",
    re.I,
)
_SPAN = re.compile(
    r"(?:^|\n)[ \t•*-]*(?:période|durée|dates?)"
    rf"(?:\s(?:d'exécution|de mise en œuvre|du {_PROJECT}))?\s?:?\s*$",
    re.I,
)
_CHANGED = re.compile(
    r"extension|prolong|avenant|report[ée]|rallonge|révis|additionnel|porté|repouss|réaménag|prorog|nouvelle"
    r" (?:date|échéance)|recul|décal",
    re.I,
)
_BEGINS = re.compile(r"[.!?;](?=\s)|\n\s*\n|\n(?=[-•A-ZÀ-Ý])")
_ENDS = re.compile(r"[.!?;](?=\s)|\n")
_REACH = 140


def contradicted_projects(documents: Sequence[Document]) -> list[Note]:
    """Return the budgets, lengths and days of the same project that documents say otherwise."""
    notes: list[Note] = []
    for kind, read, name in _ASPECTS:
        said_of = [(one, point) for one in documents if (point := _only(read(one))) is not None]
        for (one, first), (other, second) in combinations(said_of, 2):
            if one.shares_programme(other) and _differ(kind, first.value, second.value):
                pair = (first.passage, second.passage)
                if any(_CHANGED.search(_around(passage)) for passage in pair):
                    continue
                explain = f"{name} : {first.shown} ici, {second.shown} là{_gap(kind, pair)}"
                notes.append(Note(kind, Level.VERIFY, pair, explain))
    return notes


def _only(points: Iterable[_Point]) -> _Point | None:
    """The one value a document says; None when it says none or several."""
    found = list(points)
    return found[0] if len({one.value for one in found}) == 1 else None


def _differ(kind: str, one: str, other: str) -> bool:
    """Whether two values are not the same at the precision they share."""
    if kind == "conflicting_budget":
        return one != other and one.split()[1] == other.split()[1]
    ends = zip(one.split("/"), other.split("/"), strict=False)
    return any(first[: len(second)] != second[: len(first)] for first, second in ends)


def _gap(kind: str, pair: tuple[Passage, Passage]) -> str:
    if kind != "conflicting_budget":
        return ""
    one, other = (number(passage.fact) or Decimal(0) for passage in pair)
    return f" (écart {said(abs(one - other))})"


def _around(passage: Passage) -> str:
    """The sentence of a passage, cut at what is far."""
    before, after = _sides(passage.document, passage.fact)
    return f"{before}{passage.quote}{after}"


def _sides(document: Document, fact: Fact) -> tuple[str, str]:
    text = document.plain
    before = text[max(0, fact.start - _REACH) : fact.start]
    after = text[fact.end : fact.end + _REACH]
    return _BEGINS.split(before)[-1], _ENDS.split(after)[0]


def _budgets(document: Document) -> Iterator[_Point]:
    for fact in _facts(document, FactType.MONEY):
        if fact.text("status") != "budget" or fact.of is not None or fact.details.get("equivalent"):
            continue
        before = f"{_sides(document, fact)[0]} {fact.text('what')}"
        if _BUDGET.search(before) and not is_rounded(fact):
            shown = f"{said(number(fact) or 0)} {fact.text('currency')}"
            yield _Point(Passage(document, fact), f"{fact.value} {fact.text('currency')}", shown)


def _lengths(document: Document) -> Iterator[_Point]:
    for fact in _facts(document, FactType.DURATION):
        before, _ = _sides(document, fact)
        if _LENGTH.search(before) and (":" in before or _OF_PROJECT.search(before)):
            passage = Passage(document, fact)
            yield _Point(passage, str(fact.value), f"« {passage.quote} »")


def _spans(document: Document) -> Iterator[_Point]:
    for fact in _facts(document, FactType.PERIOD):
        if "/" in str(fact.value) and _SPAN.search(document.plain[max(0, fact.start - 60) : fact.start]):
            yield _Point(Passage(document, fact), str(fact.value), said_period(str(fact.value)))


def _days(role: str) -> Callable[[Document], Iterator[_Point]]:
    def read(document: Document) -> Iterator[_Point]:
        for fact in _facts(document, FactType.DATE):
            if fact.text("role") == role and not fact.details.get("approx"):
                around = "".join(_sides(document, fact))
                if _OF_PROJECT.search(around) and not _NAMED.search(search_key(around)):
                    yield _Point(Passage(document, fact), str(fact.value), said_period(str(fact.value)))

    return read


_NAMED = re.compile(
    r"\b(?:etude|evaluation|atelier|audit|formation|travaux|chantier|inscription|campagne)s?\b"
)
"""What else of a project has days of its own."""

_ASPECTS: tuple[tuple[str, Callable[[Document], Iterator[_Point]], str], ...] = (
    ("conflicting_budget", _budgets, "budget du même projet"),
    ("conflicting_length", _lengths, "durée du même projet"),
    ("conflicting_dates", _spans, "période du même projet"),
    ("conflicting_dates", _days("end_date"), "fin du même projet"),
    ("conflicting_dates", _days("start"), "début du même projet"),
    ("conflicting_dates", _days("signature"), "signature de la même convention"),
)


def _facts(document: Document, fact_type: FactType) -> Iterator[Fact]:
    return (fact for fact in document.facts if fact.type is fact_type)
