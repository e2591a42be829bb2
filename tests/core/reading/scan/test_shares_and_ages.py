"""Percentages and ages."""

import pytest

from tests.core.reading.scan.scanning import found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("53,44 % et 2053", ["percentage 53,44 % = 53.44", "date 2053 = 2053"]),
        ("20 pour cent", ["20 pour cent = 20"]),
        ("vingt-cinq pour cent", ["vingt-cinq pour cent = 25"]),
        ("entre 40 et 50 %", ["40 = 40", "50 % = 50"]),
        ("10 à 15%", ["10 = 10", "15% = 15"]),
        ("un taux de 98, 5 % et 100%", ["98, 5 % = 98.5", "100% = 100"]),
        ("taux de 12.5%", ["12.5% = 12.5"]),
        ("0,8 %", ["0,8 % = 0.8"]),
        ("+5 %", ["5 % = 5"]),
        ("1 200 %", ["1 200 % = 1200"]),
        ("Indicateur\tTaux (%)\nScolarisation\t45,5\nAlphabétisation\t32", ["45,5 = 45.5", "32 = 32"]),
        ("au 31/12/2022, 85,3% du budget", ["date 31/12/2022 = 2022-12-31", "percentage 85,3% = 85.3"]),
        ("100% des 45 comités", ["100% = 100"]),
        ("3,5%", ["3,5% = 3.5"]),
        ("3.5 %", ["3.5 % = 3.5"]),
        ("0%", ["0% = 0"]),
        ("1,25 p. 100", ["1,25 p. 100 = 1.25"]),
        ("(78%)", ["78% = 78"]),
        ("78 pour cents", ["78 pour cents = 78"]),
        ("12 % de femmes", ["12 % = 12"]),
        ("25% d’hommes", ["25% = 25"]),
        ("entre 60% et 70%", ["60% = 60", "70% = 70"]),
        ("de 12 à 18%", ["12 = 12", "18% = 18"]),
        ("5-10 %", ["5 = 5", "10 % = 10"]),
        (
            "de 2,48 % au cours des 12 dernières années",
            ["percentage 2,48 % = 2.48", "duration 12 dernières années = P12Y"],
        ),
        ("32 % de la population", ["32 % = 32"]),
        ("de 32 à 29 %", ["32 = 32", "29 % = 29"]),
        ("un taux de remboursement de 98 %", ["98 % = 98"]),
        ("à 100 %", ["100 % = 100"]),
        ("près de 60%", ["60% = 60"]),
        ("45% à 55%", ["45% = 45", "55% = 55"]),
        ("Taux de croissance\t5,4\nPourcentage de femmes\tPourcentage d'hommes\n45\t55", ["55 = 55"]),
        ("Indicateurs\nCible (%)\nAccès\n45\nUsage\n60", ["45 = 45", "60 = 60"]),
        (
            "Depuis 10 ans, d’ici à 2030, l’objectif 2025 est de 80 %.",
            ["duration 10 ans = P10Y", "date 2030 = 2030", "date 2025 = 2025", "percentage 80 % = 80"],
        ),
        ("Ressources : Etat 25%, PTF 60%, collectivités 15 %.", ["25% = 25", "60% = 60", "15 % = 15"]),
        ("les jeunes de 15 à 35 ans", ["15 à 35 ans = 15-35"]),
        ("enfants de 6 à 59 mois", ["6 à 59 mois = 6-59"]),
        ("moins de 5 ans", ["moins de 5 ans = -5"]),
        ("femmes âgées de 18 à 49 ans", ["18 à 49 ans = 18-49"]),
        ("filles de 12-17 ans", ["12-17 ans = 12-17"]),
        ("personnes de plus de 60 ans", ["plus de 60 ans = 60-"]),
        ("65 ans et plus", ["65 ans et plus = 65-"]),
        (
            "enfants de 0 à 5 ans, âgés de 15 ans et plus, âgé de 45 ans",
            ["0 à 5 ans = 0-5", "15 ans et plus = 15-"],
        ),
        ("les 15-24 ans", ["15-24 ans = 15-24"]),
        ("tranche d’âge 18 - 35 ans", ["18 - 35 ans = 18-35"]),
        ("enfants de moins de cinq ans", ["de moins de cinq ans = -5"]),
        ("femmes en âge de procréer (15-49 ans)", ["15-49 ans = 15-49"]),
        ("de 0 à 23 mois", ["0 à 23 mois = 0-23"]),
        ("enfants âgés de 6-23 mois", ["6-23 mois = 6-23"]),
        ("jeunes (18-35 ans)", ["18-35 ans = 18-35"]),
        ("les plus de 18 ans", ["plus de 18 ans = 18-"]),
        ("0-59 mois", ["0-59 mois = 0-59"]),
        ("15-24 ans", ["15-24 ans = 15-24"]),
        ("25-34 ans", ["25-34 ans = 25-34"]),
        (
            "les filles de 10 à 14 ans et les garçons de 15 à 19 ans",
            ["10 à 14 ans = 10-14", "15 à 19 ans = 15-19"],
        ),
        ("personnes âgées de 60 ans et plus", ["60 ans et plus = 60-"]),
        ("âge compris entre 18 et 40 ans", ["18 et 40 ans = 18-40"]),
        ("enfants de 0 à 35 mois présentent", ["0 à 35 mois = 0-35"]),
        ("en dessous de 18 ans", ["en dessous de 18 ans = -18"]),
        ("0-5 ans, 6-17 ans, 18 ans et plus", ["0-5 ans = 0-5", "6-17 ans = 6-17", "18 ans et plus = 18-"]),
    ],
)
def test_shares_and_ages_of_every_form(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("les enfants de 1 an à 14 ans", ["1 an à 14 ans = 1-14"]),
        ("vacciner ceux de 2 ans à 5 ans", ["2 ans à 5 ans = 2-5"]),
        ("La campagne vise les personnes de 1 à 29 ans.", ["1 à 29 ans = 1-29"]),
        ("les filles âgées de 9 ans à 14 ans", ["9 ans à 14 ans = 9-14"]),
        ("celles de 15 à 49 ans", ["15 à 49 ans = 15-49"]),
        ("un mandat de 2 ans à 5 ans", ["2 ans = P2Y", "5 ans = P5Y"]),
    ],
)
def test_ages_with_the_unit_at_both_ends(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_ages_in_two_units_are_no_pair_of_years() -> None:
    assert found("les filles de 6 mois à 5 ans") == []
