"""Every stored figure re-reads to its value at its offsets."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from jalon.core.reading.facts import Detail, Fact, FactType, Value
from jalon.core.reading.reader import read
from jalon.core.reading.rereading import rereads

SHARED = Path(__file__).parents[4] / "shared" / "reading" / "dev" / "docs"
HELD_OUT = ("v08", "v19", "v27")
OWN = Path(__file__).parents[2] / "reading" / "texts"


def fact(fact_type: FactType, quote: str, value: Value, **details: Detail) -> Fact:
    return Fact(fact_type, 0, len(quote), value, dict(details))


@pytest.mark.parametrize(
    ("kind", "quote", "value", "wrong"),
    [
        (FactType.QUANTITY, "3 412 paysans", 3412, 412),
        (FactType.QUANTITY, "une trentaine d’élus", 30, 3),
        (FactType.QUANTITY, "04femmes", 4, 40),
        (FactType.QUANTITY, "neuf", 9, 10),
        (FactType.QUANTITY, "aucune femme", 0, 1),
        (FactType.PERCENTAGE, "47,5 %", Decimal("47.5"), 475),
        (FactType.PERCENTAGE, "98, 5 %", Decimal("98.5"), 98),
        (FactType.PERCENTAGE, "vingt pour cent", 20, 25),
        (FactType.PERCENTAGE, "40", 40, 4),
        (FactType.DATE, "jeudi 14 mars 2024", "2024-03-14", "2024-03-15"),
        (FactType.DATE, "15 septembre", "2021-09-15", "2021-10-15"),
        (FactType.DATE, "14.04.19", "2019-04-14", "2018-04-14"),
        (FactType.DATE, "fin de l’année 2024", "2024-12", "2023-12"),
        (FactType.DATE, "L’an deux mille vingt-quatre et le 12 mars", "2024-03-12", "2023-03-12"),
        (FactType.DATE, "2022", "2022", "2021"),
        (FactType.PERIOD, "du 3 au 5 mai 2023", "2023-05-03/2023-05-05", "2023-05-03/2023-05-06"),
        (FactType.PERIOD, "de novembre à février 2023", "2022-11/2023-02", "2022-11/2023-03"),
        (FactType.PERIOD, "2020-21", "2020/2021", "2021/2022"),
        (FactType.PERIOD, "exercice 2023", "2023", "2022"),
        (FactType.PERIOD, "22-24/05/2023", "2023-05-22/2023-05-24", "2023-06-22/2023-06-24"),
        (FactType.DURATION, "trois (03) ans", "P3Y", "P4Y"),
        (FactType.DURATION, "2 ans et 6 mois", "P2Y6M", "P2Y5M"),
        (FactType.DURATION, "une semaine", "P7D", "P14D"),
        (FactType.DURATION, "1 h 30", "PT1H30M", "PT1H40M"),
        (FactType.DURATION, "2h45", "PT2H45M", "PT2H15M"),
        (FactType.DURATION, "les 6 derniers mois", "P6M", "P5M"),
    ],
)
def test_figure_rereads_to_its_value_and_to_no_other(
    kind: FactType, quote: str, value: Value, wrong: Value
) -> None:
    assert [rereads(fact(kind, quote, one), quote) for one in (value, wrong)] == [True, False]


@pytest.mark.parametrize(
    ("quote", "value", "currency", "implicit"),
    [
        ("12 500 000 F CFA", 12_500_000, "XOF", False),
        ("12 M€", 12_000_000, "EUR", False),
        ("XOF 256,390 M", 256_390_000, "XOF", False),
        ("412\n300 150 FCFA", 412_300_150, "XAF", False),
        ("cinq millions (5 000 000) de francs CFA", 5_000_000, "XOF", False),
        ("5.310.00 F", 5_310_000, "XOF", False),
        ("4841", 4841, "EUR", True),
        ("5", 5_000_000, "EUR", True),
    ],
)
def test_amount_rereads_to_its_value_and_to_no_other(
    quote: str, value: int, currency: str, implicit: bool
) -> None:
    details: dict[str, Detail] = {"currency": currency}
    if implicit:
        details["implicit"] = True
    right = fact(FactType.MONEY, quote, value, **details)
    wrong = fact(FactType.MONEY, quote, value + 1, **details)

    assert [rereads(right, quote), rereads(wrong, quote)] == [True, False]


def test_fact_outside_its_text_does_not_reread() -> None:
    assert not rereads(Fact(FactType.QUANTITY, 3, 9, 4), "4 ha")


def test_what_is_no_figure_always_rereads() -> None:
    assert rereads(fact(FactType.PLACE, "Gao", "Gao"), "Gao")


def _texts(folder: Path) -> Iterator[str]:
    for path in sorted(folder.glob("*.txt")):
        if not path.name.startswith(HELD_OUT):
            yield path.read_text(encoding="utf-8")


def _strangers(folder: Path) -> list[tuple[str, Value]]:
    return [
        (text[one.start : one.end], one.value)
        for text in _texts(folder)
        for one in read(text).facts
        if not rereads(one, text)
    ]


def test_every_figure_of_our_texts_rereads() -> None:
    assert _strangers(OWN) == []


def test_every_figure_of_the_development_texts_rereads() -> None:
    if not SHARED.is_dir():
        pytest.skip("../shared/reading is not here")

    assert _strangers(SHARED) == []
