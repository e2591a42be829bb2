"""The five source documents, read live, give their records and the contradictions known in them.

The findings D1 to D27 are those of `reference/context.md`, § 9: here those that rules can see. They leave to
people who know the programme D9 to D12, D17, D18 and D20; D15 and D19 hold: checks, not alerts.
"""

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from jalon.core.reading.facts import FactType
from jalon.core.reading.reader import Reading, read
from jalon.core.reading.rereading import rereads
from jalon.flows.intake.plain_text import blocks_of

SOURCES = Path(__file__).parents[3] / "shared" / "sources"

pytestmark = pytest.mark.skipif(not SOURCES.exists(), reason="the source documents are in ../shared/sources")


@cache
def reading(number: str) -> Reading:
    """One source document as it is read."""
    text = next(SOURCES.glob(f"{number}_*.txt")).read_text(encoding="utf-8")
    return read(text, blocks_of(text))


FINDINGS = [
    ("D1", "003", "name_variant", "SEYDOU OUANE"),
    ("D1", "003", "name_variant", "BEASSEMUDA NJERANE"),
    ("D2", "003", "name_variant", "Ministère de l'Administration Territoriale et de Coopération"),
    ("D3", "003", "untabled", "partager un rapport détaillé"),
    ("D4", "003", "missing_value", "Réajuster les Termes de Références"),
    ("D4", "003", "status_conflict", "Vérifier dans le circuit"),
    ("D5", "003", "document_ref", "PTA 2023"),
    ("D6", "003", "missing_content", "16 Mai 2024 au."),
    ("D7", "003", "missing_value", "BENJAMIN OLAGBOYE"),
    ("D8", "000", "duplicate_value", "4 840 jeunes"),
    ("D8", "000", "conflicting_values", "158 jeunes"),
    ("D13", "001", "label_ambiguous", "135 jeunes"),
    ("D14", "001", "conflicting_values", "275 jeunes micro-entrepreneurs"),
    ("D14", "001", "label_ambiguous", "145 jeunes femmes et hommes"),
    ("D16", "001", "count_vs_entities", "18 comités de gestion"),
    ("D21", "001", "missing_value", "43 personnes"),
    ("D22", "001", "frequency", "09 réunions mensuelles"),
    ("D23", "001", "currency_token", "207 716 144FCA"),
    ("D23", "001", "name_variant", "AMM/WHH/BMZ"),
    ("D23", "001", "missing_content", "se présente suite"),
    ("D24", "002", "duplicate_statement", "l'ADR de Mopti"),
    ("D24", "002", "sex_share", "une cinquantaine"),
    ("D25", "004", "duration_vs_dates", "23 mois"),
    ("D25", "004", "status_conflict", "s’exécutera"),
    ("D27", "004", "foreign_content", "RELAC II"),
]


@pytest.mark.parametrize(("code", "document", "kind", "quote"), FINDINGS)
def test_a_known_contradiction_is_an_alert(code: str, document: str, kind: str, quote: str) -> None:
    found = reading(document)
    told = [
        span.quote(found.text)
        for check in found.checks
        if check.is_alert and check.kind == kind
        for span in check.spans
    ]

    assert [quote in one for one in told].count(True) >= 1, (code, told)


@pytest.mark.parametrize(
    ("document", "kind", "said"),
    [
        ("000", "sum_sex", "478 + 1\u202f695 = 2\u202f173"),
        ("001", "sum_sex", "124 + 108 = 232"),
        ("001", "percentage", "124 / 232 = 53,45\xa0% : 53,44 est tronqué et non arrondi"),
        ("000", "weekday", "le 5\xa0décembre 2024 est un jeudi"),
    ],
)
def test_what_holds_is_said(document: str, kind: str, said: str) -> None:
    holds = [check.explain for check in reading(document).checks if not check.is_alert and check.kind == kind]

    assert [_plain(one) for one in holds if _plain(one).startswith(_plain(said))] != []


def _plain(text: str) -> str:
    return text.replace("\u202f", " ").replace("\xa0", " ")


def test_the_minutes_give_their_records() -> None:
    counts = Counter(fact.type for fact in reading("003").facts)

    assert [counts[FactType.AGENDA_ITEM], counts[FactType.PERSON]] == [4, 6]
    assert counts[FactType.ACTION] >= 12


def test_a_contribution_of_nothing_is_an_amount() -> None:
    amounts = [fact.value for fact in reading("004").facts if fact.type is FactType.MONEY]

    assert sorted(int(str(value)) for value in amounts) == [0, 5_000_000, 5_000_000, 20_000_000]


@pytest.mark.parametrize("document", ["000", "001", "002", "003", "004"])
def test_every_figure_reads_again_to_its_value(document: str) -> None:
    found = reading(document)

    assert [fact.span.quote(found.text) for fact in found.facts if not rereads(fact, found.text)] == []
