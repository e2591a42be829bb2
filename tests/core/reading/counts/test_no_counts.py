"""Numbers that rank or lead somewhere, and so count nothing."""

import pytest

from tests.core.reading.counts.test_quantities import counted


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lors de la 31ème assemblée, 12 membres ont voté.", ["12 membres"]),
        ("Le relevé de la 14èmeréunion a été lu.", []),
        ("Lors de la 17 session, 45 délégués ont siégé.", ["45 délégués"]),
        ("Cette 9 édition a réuni 300 jeunes.", ["300 jeunes"]),
        ("La 3 ème promotion compte 28 élèves.", ["28 élèves"]),
        ("la 1èrephase touche 7 villages", ["7 villages"]),
        ("Le 5 forum a réuni 80 femmes.", ["80 femmes"]),
        ("Les 26 sessions ont formé 40 agents.", ["26 sessions", "40 agents"]),
    ],
)
def test_no_counts_of_ordinals(text: str, expected: list[str]) -> None:
    assert [one.removesuffix("/F") for one in counted(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "SOMMAIRE\nI. CONTEXTE 4\nII. MARCHES PASSES 9\nIII. SUITES 12\n",
        "Table des matières\n1 Puits creusés\n3\n2 Jardins suivis\n7\n3 Suivi général\n11\n",
        "Les écoles ........ 3\nLes jardins ........ 6\nLes marchés ....... 9\nElèves inscrits",
        "I. Les groupements 5\nII. Les formations 8\nIII. Les ventes 15\nFemmes du bourg",
        "AVANCES RECUES 21\nAVANCES RENDUES 22\nAPPORTS DES VILLAGES 25\nBUDGETS DES PUITS",
        "04 BP : 1200 Ouagadougou 04\nMEMBRES DU BUREAU",
    ],
)
def test_no_counts_in_a_table_of_contents(text: str) -> None:
    assert counted(text) == []


def test_counts_in_rising_order_are_no_pages() -> None:
    assert counted("Femmes : 12\nHommes : 30\nEnfants : 41") == ["12 femmes/F", "30 hommes/M", "41 enfants"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("une récolte de 176 820 ,01 tonnes", ["176820.01 tonnes"]),
        ("soit 12 450 ,5 hectares emblavés", ["12450.5 hectares"]),
        ("une production de 8 300 ,75 tonnes de riz", ["8300.75 tonnes de riz"]),
        ("avec 1 205 ,5 km de pistes", ["1205.5 km de pistes"]),
        ("En 3 villages , 12 puits sont ouverts.", ["3 villages", "12 puits"]),
    ],
)
def test_counts_with_a_blank_before_the_comma(text: str, expected: list[str]) -> None:
    assert counted(text) == expected
