"""Budget, length and days of the same project, when two documents say them otherwise."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from jalon.core.reading.checks.common import is_rounded, number, said
from jalon.core.reading.facts import Fact, FactType, Level
from jalon.core.reading.series.shapes import Document, Note, Passage
from jalon.core.reading.series.times import said_period

_PROJECT = r"(?:projet|programme)\b"
_BUDGET = re.compile(
    r"\b(?:budget|coût|montant|enveloppe|financement)s?\s(?:total|totale|global|globale|prévisionnel)\b"
    r"|\b(?:budget|coût|enveloppe|montant)s?\s(?:du|de ce)\s?" + _PROJECT,
    re.I,
)
_YEARLY = re.compile(
    r"\bannuel|\bannée|\bexercice|\bPTB?A\b|\btranche|\bau titre d|\b(?:19|20)[0-9]{2}\b|\bcomposante|\bvolet"
    r"|\bactivité|\bphase",
    re.I,
)
"""What makes a budget that of a year or of a part."""
_LENGTH = re.compile(
    r"\bdurée(?:\s(?:totale|prévue|globale))?\s?"
    r"(?::|(?:d'exécution|de mise en œuvre|du projet|du programme)\b)"
    r"[^.;\n]{0,50}$",
    re.I,
)
_SPAN = re.compile(
    r"(?:^|\n)[ \t•*-]*(?:période|durée|dates?)"
    r"(?:\s(?:d'exécution|de mise en œuvre|du projet|du programme))?\s?:?\s*$",
    re.I,
)
_END = re.compile(
    rf"\bdate de (?:fin|clôture|achèvement)(?: prévue)?(?=\s?:| du {_PROJECT}| est)"
    rf"|\b(?:le|du|ce) {_PROJECT}[^.;]{{0,40}}\b(?:s'ach[eè]v|prend(?:ra)? fin|se termin|clôtur)",
    re.I,
)
_START = re.compile(
    rf"\bdate de (?:début|démarrage|lancement)(?: prévue)?(?=\s?:| du {_PROJECT}| est)"
    rf"|\b(?:le|ce) {_PROJECT}[^.;]{{0,25}}\b(?:a démarré|a débuté|a été lancé|a commencé|démarre|débute)",
    re.I,
)
_CHANGED = re.compile(
    r"extension|prolong|avenant|report[ée]|rallonge|révis|additionnel|porté|repouss|réaménag|prorog|recul|décal"
    r"|nouvelle (?:date|échéance)|initialement",
    re.I,
)
_BEGINS = re.compile(r"[.!?;](?=\s)|\n\s*\n|\n(?=[-•A-ZÀ-Ý])")
_ENDS = re.compile(r"[.!?;](?=\s)|\n")
_REACH = 140
_LENGTH_PARTS = re.compile(r"([0-9]+)([YMWD])")
_DAYS = {"Y": 360, "M": 30, "W": 7, "D": 1}


@dataclass(frozen=True, slots=True)
class _Point:
    """A thing said of a project as a whole: the value compared (a currency, a day, days), how it is shown."""

    passage: Passage
    value: str
    shown: str


def contradicted_projects(documents: Sequence[Document]) -> list[Note]:
    """Return the budgets, lengths and days of the same project that two following documents say otherwise.

    A document that says several, or tells of a change, contradicts nothing.
    """
    notes: list[Note] = []
    for kind, read, name in _ASPECTS:
        told = [point for one in documents if (point := _only(read(one))) is not None]
        for first, second in pairwise(told):
            pair = first.passage, second.passage
            alike = pair[0].document.shares_programme(pair[1].document)
            if alike and _differ(kind, first.value, second.value) and not any(map(_tells_a_change, pair)):
                explain = f"{name} : {first.shown} ici, {second.shown} là{_gap(kind, pair)}"
                notes.append(Note(kind, _level(kind, first.value, second.value), pair, explain))
    return notes


def _only(points: Iterable[_Point]) -> _Point | None:
    """The one value a document says; None when it says none or several."""
    found = list(points)
    return found[0] if len({one.value for one in found}) == 1 else None


def _differ(kind: str, one: str, other: str) -> bool:
    """Whether two values are not the same at the precision they share."""
    if kind == "conflicting_budget":
        return one != other and one.split()[0] == other.split()[0]
    if kind == "conflicting_length":
        return one != other
    ends = zip(one.split("/"), other.split("/"), strict=False)
    return any(first[: len(second)] != second[: len(first)] for first, second in ends)


def _level(kind: str, one: str, other: str) -> Level:
    """What grows from a document to the next was perhaps extended in between: somebody knows."""
    grows = kind != "conflicting_budget" and other.rsplit("/")[-1] > one.rsplit("/")[-1]
    return Level.HUMAN if grows else Level.VERIFY


def _gap(kind: str, pair: tuple[Passage, Passage]) -> str:
    if kind != "conflicting_budget":
        return ""
    one, other = (number(passage.fact) for passage in pair)
    return "" if one is None or other is None else f" (écart {said(abs(one - other))})"


def _tells_a_change(passage: Passage) -> bool:
    before, after = _sides(passage.document, passage.fact)
    return bool(_CHANGED.search(f"{before} {after}"))


def _sides(document: Document, fact: Fact) -> tuple[str, str]:
    """The sentence of a fact before it and behind it, cut at what is far."""
    text = document.plain
    before = text[max(0, fact.start - _REACH) : fact.start]
    after = text[fact.end : fact.end + _REACH]
    return _BEGINS.split(before)[-1], _ENDS.split(after)[0]


def _budgets(document: Document) -> Iterator[_Point]:
    for fact in _facts(document, FactType.MONEY):
        if fact.text("status") != "budget" or fact.of is not None or fact.details.get("equivalent"):
            continue
        before, after = _sides(document, fact)
        value = number(fact)
        if value is None or is_rounded(fact) or _YEARLY.search(f"{before} {after}"):
            continue
        if _BUDGET.search(f"{before} {fact.text('what')}"):
            currency = fact.text("currency")
            yield _Point(Passage(document, fact), f"{currency} {value}", f"{said(value)} {currency}")


def _lengths(document: Document) -> Iterator[_Point]:
    for fact in _facts(document, FactType.DURATION):
        if _LENGTH.search(_sides(document, fact)[0]) and not fact.details.get("approx"):
            days = sum(int(many) * _DAYS[unit] for many, unit in _LENGTH_PARTS.findall(str(fact.value)))
            passage = Passage(document, fact)
            yield _Point(passage, f"{days:06}", f"« {passage.quote} »")


def _spans(document: Document) -> Iterator[_Point]:
    for fact in _facts(document, FactType.PERIOD):
        if "/" in str(fact.value) and _SPAN.search(document.plain[max(0, fact.start - 60) : fact.start]):
            yield _Point(Passage(document, fact), str(fact.value), said_period(str(fact.value)))


def _days(pattern: re.Pattern[str]) -> Callable[[Document], Iterator[_Point]]:
    def read(document: Document) -> Iterator[_Point]:
        for fact in _facts(document, FactType.DATE):
            if pattern.search(_sides(document, fact)[0]) and not fact.details.get("approx"):
                yield _Point(Passage(document, fact), str(fact.value), said_period(str(fact.value)))

    return read


_ASPECTS: tuple[tuple[str, Callable[[Document], Iterator[_Point]], str], ...] = (
    ("conflicting_budget", _budgets, "budget du même projet"),
    ("conflicting_length", _lengths, "durée du même projet"),
    ("conflicting_dates", _spans, "période du même projet"),
    ("conflicting_dates", _days(_END), "fin du même projet"),
    ("conflicting_dates", _days(_START), "début du même projet"),
)


def _facts(document: Document, fact_type: FactType) -> Iterator[Fact]:
    return (fact for fact in document.facts if fact.type is fact_type)
