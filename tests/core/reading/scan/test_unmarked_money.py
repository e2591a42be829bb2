"""Amounts whose currency stands elsewhere, is short, or whose digits are badly set."""

import pytest

from tests.core.reading.scan.scanning import found


def amounts(text: str) -> list[str]:
    return [
        one.removeprefix("money ") for one in found(text) if one.endswith((" XOF", " XAF", " EUR", " GNF"))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Au Mali, le budget a été porté à 4milliards en 2020.", ["4milliards = 4000000000 XOF"]),
        ("À Kayes, 320 millions sont inscrits au budget.", ["320 millions = 320000000 XOF"]),
        (
            "Au Sénégal, les recettes montent : 85 milliards, contre 79 milliards hier.",
            ["85 milliards = 85000000000 XOF", "79 milliards = 79000000000 XOF"],
        ),
        ("Au Bénin, 45 milliards de financement manquent.", ["45 milliards = 45000000000 XOF"]),
        ("Le budget du Tchad, 6 milliards, est voté.", ["6 milliards = 6000000000 XAF"]),
        (
            "Le Mali a 20 millions d’habitants. Budget : 3 milliards.",
            ["3 milliards = 3000000000 XOF"],
        ),
    ],
)
def test_unmarked_money_in_a_sentence_about_money(text: str, expected: list[str]) -> None:
    assert amounts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Au Niger, 3 millions de personnes ont faim, faute de financement.",
        "Le Niger a recensé 12 millions de têtes, selon le budget.",
        "Au Mali, le financement a permis de vacciner 2,5 millions en un an.",
        "Au Togo, la campagne de coton a fini à 700 millions.",
        "un taux de 1234,50 dans les dépenses du Mali",
        "Le budget profite à 3 millions d’habitants du Mali.",
    ],
)
def test_unmarked_money_is_never_people_or_things(text: str) -> None:
    assert amounts(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Les dons s’élèvent à : 40936,72 pour un total de 50 000 euros",
            ["40936,72 = 40936.72 EUR", "50 000 euros = 50000 EUR"],
        ),
        ("Les recettes (1 250 + 3 400,50 €) baissent", ["1 250 = 1250 EUR", "3 400,50 € = 3400.50 EUR"]),
        ("la caisse (700 + 300 €)", ["700 = 700 EUR", "300 € = 300 EUR"]),
        (
            "Le coût est de 6 milliards FCFA : l’État (500 000 000), la BAD (250 000 000).",
            [
                "6 milliards FCFA = 6000000000 XOF",
                "500 000 000 = 500000000 XOF",
                "250 000 000 = 250000000 XOF",
            ],
        ),
        (
            "Le coût est de 6 milliards FCFA. Kita (450 000) et ses habitants en profitent.",
            ["6 milliards FCFA = 6000000000 XOF"],
        ),
    ],
)
def test_unmarked_money_beside_an_amount(text: str, expected: list[str]) -> None:
    assert amounts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("L’association a versé 45 00 euros au village.", ["45 00 euros = 4500 EUR"]),
        ("un chèque de 12 00 €", ["12 00 € = 1200 EUR"]),
        ("250 00 FCFA pour le puits", ["250 00 FCFA = 25000 XOF"]),
        ("4 672 00 FCFA", ["4 672 00 FCFA = 4672000 XOF"]),
        ("12 450 ,50 euros", ["12 450 ,50 euros = 12450.50 EUR"]),
    ],
)
def test_money_with_a_misprinted_group(text: str, expected: list[str]) -> None:
    assert amounts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("de 26000 à 30000 frs par an", ["26000 = 26000 XOF", "30000 frs = 30000 XOF"]),
        ("le sac coûte 500 fr", ["500 fr = 500 XOF"]),
        ("un don de 15 000 frs CFA", ["15 000 frs CFA = 15000 XOF"]),
        ("À Conakry, la taxe est de 25 000 FG par étal.", ["25 000 FG = 25000 GNF"]),
        ("Chacune a reçu 50 millions de francs guinéens.", ["50 millions de francs guinéens = 50000000 GNF"]),
        ("À Labé, en Guinée, un prêt de 500 000 francs.", ["500 000 francs = 500000 GNF"]),
        ("En Guinée, une aide de 500 000 FCFA.", ["500 000 FCFA = 500000 XOF"]),
        ("En Guinée-Bissau, 10 000 francs", ["10 000 francs = 10000 XOF"]),
        ("Écrire à www.jalon.fr avant 2020", []),
        ("12 FG", []),
        ("le site fr 25", []),
    ],
)
def test_money_in_short_francs_and_francs_of_guinea(text: str, expected: list[str]) -> None:
    assert amounts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "- Transport : 45 000 FCFA\n- Repas : 60 000\n- Salle : 25 000 FCFA",
            ["45 000 FCFA = 45000 XOF", "60 000 = 60000 XOF", "25 000 FCFA = 25000 XOF"],
        ),
        (
            "Apport de la commune : 1 500 000\nApport du projet : 8 500 000 FCFA",
            ["1 500 000 = 1500000 XOF", "8 500 000 FCFA = 8500000 XOF"],
        ),
        ("Coût : 2 400 €\nFrais de route : 1 300", ["2 400 € = 2400 EUR", "1 300 = 1300 EUR"]),
        ("Budget : 45 000 FCFA\nPopulation : 12 500\nPlants : 8 000", ["45 000 FCFA = 45000 XOF"]),
        ("Budget : 2 500 €\nAnnée de fin : 2 023\nDons reçus en : 2021", ["2 500 € = 2500 EUR"]),
        ("Coût : 45 000 €\n\nFrais : 12 000", ["45 000 € = 45000 EUR"]),
    ],
)
def test_unmarked_money_in_lines_of_one_list(text: str, expected: list[str]) -> None:
    assert amounts(text) == expected
