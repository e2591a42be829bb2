"""What the figures of a table count, when its headings name times, places or goals."""

import pytest

from jalon.core.reading.counts.passes import QUANTITY_PASSES
from jalon.core.reading.facts import FactType
from jalon.core.reading.scan.bare_years import bare_years
from jalon.core.reading.scan.percentages import percentages
from jalon.core.reading.surface import Surface


def figures(text: str) -> list[str]:
    surface = Surface(text)
    for one in (bare_years, percentages, *QUANTITY_PASSES):
        one(surface)
    return [
        f"{fact.value} {fact.text('unit')} {fact.text('status')}".strip()
        + (f" < {fact.of.value}" if fact.of else "")
        for fact in surface.of_type(FactType.QUANTITY)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Tableau 1. Réalisations de l'année\n"
            "Indicateur\tCible\tT1\tT2\tT3\tT4\tTotal\tTaux\nEnfants vus\t90\t20\t0\t25\t30\t75\t83 %\n",
            [
                "90 enfants planned",
                "20 enfants achieved < 75",
                "0 enfants achieved < 75",
                "25 enfants achieved < 75",
                "30 enfants achieved < 75",
                "75 enfants achieved",
            ],
        ),
        (
            "Indicateur\t2021\t2022\t2023\nForages réalisés\t12\t18\t25\nLatrines construites\t-\t40\t60\n",
            ["12 forages", "18 forages", "25 forages", "40 latrines", "60 latrines"],
        ),
        (
            "Consultations par commune\n\nCommunes\tMars\tAvril\tTotal\nKayes\t12\t14\t26\nNioro\t8\t9\t17\n",
            [
                "12 consultations < 26",
                "14 consultations < 26",
                "26 consultations",
                "8 consultations < 17",
                "9 consultations < 17",
                "17 consultations",
            ],
        ),
        (
            "Désignation\tKayes\tNioro\tBafoulabé\nPuits maraîchers\t4\t6\t2\nBanques de semences\t3\t1\t-\n",
            [
                "4 puits maraîchers",
                "6 puits maraîchers",
                "2 puits maraîchers",
                "3 banques de semences",
                "1 banques de semences",
            ],
        ),
        (
            "Indicateurs\tPrévu\t\tRéalisé\t\n"
            "\tHommes\tFemmes\tHommes\tFemmes\nAgents formés\t20\t15\t18\t14\n",
            ["20 hommes planned", "15 femmes planned", "18 hommes achieved", "14 femmes achieved"],
        ),
        (
            "Bilan\n\nIndicateur\nCible\nRéalisé\nTaux\n"
            "Ménages servis\n500\n470\n94 %\nKits remis\n60\n55\n92 %\n",
            ["500 ménages planned", "470 ménages achieved", "60 kits planned", "55 kits achieved"],
        ),
        (
            "Localité\tBénéficiaires\tFemmes\nDori\t120 (60 %)\t70\nSeytenga\t80 (40 %)\t30\n",
            ["120 bénéficiaires", "70 femmes < 120", "80 bénéficiaires", "30 femmes < 80"],
        ),
        (
            "Indicateur            Cible   T1    T2    Total\n"
            "Enfants vaccinés      1 000   200   250   450\n",
            [
                "1000 enfants planned",
                "200 enfants achieved < 450",
                "250 enfants achieved < 450",
                "450 enfants achieved",
            ],
        ),
    ],
)
def test_figures_under_headings(text: str, expected: list[str]) -> None:
    assert figures(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Commune\tAnnée\nDori\t2012\nDjibo\t2014\n",
        "Budget de l'année\n\nRubrique\t2022\t2023\nSalaires\t12 000\t14 000\n",
        "Indicateur\t2021\t2022\nTaux de réussite\t12\t18\n",
    ],
)
def test_figures_that_count_nothing(text: str) -> None:
    assert figures(text) == []
