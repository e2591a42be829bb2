"""Comparing the numbers of the demonstration content with the labels of the source documents.

`python -m jalon.flows.demonstration.gold FOLDER` prints the report; the labels stay out of the repository.
"""

import json
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from jalon.flows.demonstration.content import Content, read_content
from jalon.flows.demonstration.passages import (
    CarriedNumber,
    carried_numbers,
    passage_problems,
    span_of,
    texts,
)

TYPES = ("quantity", "money", "percentage")
_CURRENCIES = {"XOF", "EUR", "USD", "XAF"}
_PLANNED = {"planned", "budget", "contribution"}
_SMALL_WORDS = frozenset({"de", "du", "des", "la", "le", "les", "un", "une", "et", "en", "au", "aux"})

Key = tuple[str, str, Decimal, str]
"""(document, type, value, sex or currency)."""


@dataclass(frozen=True)
class GoldFact:
    """A number that the labels of a source document give; `detail` is its sex or its currency."""

    document: str
    id: str
    type: str
    value: Decimal
    detail: str
    noun: str
    planned: bool
    optional: bool

    @property
    def key(self) -> Key:
        """What is counted in the multiset."""
        return self.document, self.type, self.value, self.detail


@dataclass
class Report:
    """What was found; without `problems` both multisets are equal and every passage holds."""

    labelled: Counter[Key] = field(default_factory=Counter)
    carried: Counter[Key] = field(default_factory=Counter)
    optional_carried: int = 0
    problems: list[str] = field(default_factory=list)

    @property
    def missing(self) -> Counter[Key]:
        """Labelled and not carried as often."""
        return self.labelled - self.carried

    @property
    def extra(self) -> Counter[Key]:
        """Carried and not labelled as often."""
        return self.carried - self.labelled


def read_gold(folder: Path) -> list[GoldFact]:
    """The quantities, amounts and percentages of `source_000.json` to `source_004.json`."""
    facts = []
    for path in sorted(folder.glob("source_*.json")):
        for fact in json.loads(path.read_text(encoding="utf-8"))["facts"]:
            if fact["type"] in TYPES:
                facts.append(_fact(path.stem.removeprefix("source_"), fact))
    return facts


def _fact(document: str, fact: Mapping[str, object]) -> GoldFact:
    return GoldFact(
        document=document,
        id=str(fact["id"]),
        type=str(fact["type"]),
        value=Decimal(str(fact["value"])),
        detail=str(fact.get("sex") or fact.get("currency") or ""),
        noun=str(fact.get("unit") or fact.get("about") or fact.get("what") or ""),
        planned=fact.get("status") in _PLANNED,
        optional=bool(fact.get("optional")),
    )


def compare(content: Content, gold_dir: Path) -> Report:
    """Compare both multisets (document, type, value, sex or currency), and each number with its label.

    A label is carried once, by one passage of its own: numbers marked `repeat` or invented do not count.
    """
    facts = {(fact.document, fact.id): fact for fact in read_gold(gold_dir)}
    report = Report(labelled=Counter(fact.key for fact in facts.values() if not fact.optional))
    known = texts(content)
    report.problems += passage_problems(content, known)
    places: dict[tuple[str, tuple[int, int] | None], str] = {}
    for number in carried_numbers(content):
        if number.invented:
            continue
        if not number.gold:
            report.problems.append(f"{number.entry} : « {number.printed} » ne porte aucune étiquette.")
        for label in number.gold:
            fact = facts.get((number.document, label))
            if fact is None:
                report.problems.append(f"{number.entry} : étiquette inconnue {label}.")
                continue
            report.problems += _differences(number, fact)
            if number.repeat:
                continue
            if fact.optional:
                report.optional_carried += 1
            else:
                report.carried[_key(number)] += 1
            place = number.document, span_of(number, known[number.document])
            if place in places:
                report.problems.append(f"{number.entry} : même passage que {places[place]}.")
            places[place] = number.entry
    report.problems += [f"manque : {key} × {n}" for key, n in sorted(report.missing.items())]
    report.problems += [f"en trop : {key} × {n}" for key, n in sorted(report.extra.items())]
    return report


def _type(unit: str) -> str:
    return "percentage" if unit == "%" else "money" if unit in _CURRENCIES else "quantity"


def _key(number: CarriedNumber) -> Key:
    kind = _type(number.unit)
    return number.document, kind, number.value, number.unit if kind == "money" else number.sex


def _differences(number: CarriedNumber, fact: GoldFact) -> list[str]:
    where = f"{number.entry} ({fact.document} {fact.id})"
    problems = []
    if not number.repeat and _key(number) != fact.key:
        problems.append(f"{where} : {_key(number)} au lieu de {fact.key}.")
    if fact.planned and number.stage != "planned":
        problems.append(f"{where} : prévu d’après l’étiquette, « {number.stage} » dans l’écriture.")
    if fact.noun and not _stems(fact.noun) & _stems(number.noun):
        problems.append(f"{where} : « {fact.noun} » ne se retrouve pas dans « {number.noun} ».")
    return problems


def _stems(text: str) -> set[str]:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return {
        word[:5] for word in re.findall(r"[a-z0-9]+", plain) if word not in _SMALL_WORDS and len(word) > 1
    }


def main(arguments: list[str]) -> int:
    """Print the report; 0 when nothing differs."""
    report = compare(read_content(), Path(arguments[0]))
    documents = Counter(document for document, *_rest in report.labelled.elements())
    lines = [
        f"document {document} : {count} nombres étiquetés" for document, count in sorted(documents.items())
    ]
    lines.append(
        f"{report.labelled.total()} étiquetés, {report.carried.total()} portés, "
        f"{report.optional_carried} facultatifs portés, {len(report.problems)} écarts"
    )
    sys.stdout.write("\n".join([*lines, *report.problems]) + "\n")
    return 1 if report.problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
