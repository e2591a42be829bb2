"""Tables in plain text with a sign between their cells, and what is read in them."""

import pytest

from jalon.core.reading.facts import FactType
from jalon.core.reading.reader import read
from jalon.core.reading.structure.signed import signed_tables
from jalon.core.reading.structure.tables import listings, tables
from jalon.core.reading.surface import Surface


def shown(text: str) -> list[list[str]]:
    """The header and rows of the tables with signs, cells by their text."""
    surface = Surface(text)
    return [
        [" | ".join(one.text for one in row) for row in (table.header, *table.rows)]
        for table in signed_tables(surface.plain, surface.lines)
    ]


def counts(text: str) -> list[str]:
    return [
        f"{fact.value} {fact.text('unit')}" + (f" < {fact.of.value}" if fact.of else "")
        for fact in read(text).facts
        if fact.type is FactType.QUANTITY
    ]


def amounts(text: str) -> list[str]:
    return [
        f"{fact.value} {fact.text('currency')}" for fact in read(text).facts if fact.type is FactType.MONEY
    ]


def checks(text: str) -> list[tuple[str, str]]:
    return sorted({(check.kind, check.status) for check in read(text).checks})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Commune ; Prévus ; Réalisés\nDjibo ; 12 ; 9\nArbinda ; 7 ; 7\n",
            [["Commune | Prévus | Réalisés", "Djibo | 12 | 9", "Arbinda | 7 | 7"]],
        ),
        (
            "N° – Intitulé – Coût / Apport (en FCFA)\n"
            "1. Parc – 600 / 60\n2. Puits – 450 / 45\nTotal – 1 050 / 105",
            [
                [
                    "N° | Intitulé | Coût | Apport (en FCFA)",
                    "1 | Parc | 600 | 60",
                    "2 | Puits | 450 | 45",
                    " | Total | 1 050 | 105",
                ]
            ],
        ),
        (
            "Rubrique - Quantité - Prix - Montant\nBancs - 12 - 30 - 360\nCraies - 5 - 2 - 10\nTotal - 370\n",
            [
                [
                    "Rubrique | Quantité | Prix | Montant",
                    "Bancs | 12 | 30 | 360",
                    "Craies | 5 | 2 | 10",
                    "Total |  |  | 370",
                ]
            ],
        ),
        (
            "Site      Ménages   Riz (kg)\nTillia        310     15 500\nAbalak        208     10 400\n",
            [["Site | Ménages | Riz (kg)", "Tillia | 310 | 15 500", "Abalak | 208 | 10 400"]],
        ),
        (
            "Coût (en FCFA)\nCiment ..... 1 250 000\nFer ........ 840 000\nTotal ...... 2 090 000\n",
            [["", "Ciment | 1 250 000", "Fer | 840 000", "Total | 2 090 000"]],
        ),
        (
            "Comités par cercle (prévus / réalisés) :\n"
            "- Nara : 14 / 11\n- Dioïla : 9 / 9\n- Banamba : 5 / 4\n",
            [[" | prévus | réalisés", "Nara | 14 | 11", "Dioïla | 9 | 9", "Banamba | 5 | 4"]],
        ),
    ],
)
def test_signs_tell_cells_apart(text: str, expected: list[list[str]]) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Programme\n9h00 – 9h30 – Accueil\n9h30 – 10h15 – Ouverture\n10h15 – 11h – Pause\n",
        "Missions\n12/03/2024 – Bamako – Ségou\n13/03/2024 – Ségou – Mopti\n14/03/2024 – Mopti – Gao\n",
        "Présents\nNom – Age – Village\nAwa Diallo – 34 – Kona\n"
        "Issa Cissé – 51 – Sio\nAli Touré – 42 – Soye\n",
        "Services\nService : Numéro\nPolice : 17\nPompiers : 18\nHôpital : 66021144\n",
        "Région : Tahoua\nPopulation : 2 400\nLot : 3\nLatitude : 17\n",
        "Étapes\nÉtape 1 – Murs – Lot 2\nÉtape 2 – Toit – Lot 2\nÉtape 3 – Sol – Lot 4\n",
        "Adresses\nBP 120 – Kayes – Mali\nBP 44 – Nioro – Mali\nBP 18 – Yélimané – Mali\n",
        "Parution\nBulletin – Niamey – 2021\nRevue – Zinder – 2022\nLettre – Dosso – 2023\n",
        "Article 3 – Le comité se réunit.\nArticle 4 – Il élit son bureau.\nArticle 5 – Il rend compte.\n",
    ],
)
def test_other_lines_with_signs_are_no_table(text: str) -> None:
    assert shown(text) == []


def test_headings_make_a_table_and_a_title_a_listing() -> None:
    surface = Surface(
        "Village - Filles - Garçons\nToya - 14 - 22\nKabara - 9 - 31\n\n"
        "Ménages par village :\n- Koubé : 64\n- Taïba : 81\n- Ndendory : 47\n"
    )
    assert [len(table.rows) for table in tables(surface)] == [2]
    assert [table.title.text for table in listings(surface) if table.title] == ["Ménages par village :"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Village - Hommes - Femmes - Total\nToya - 14 - 22 - 36\nKabara - 9 - 31 - 40\n",
            [
                "14 hommes < 36",
                "22 femmes < 36",
                "36 personnes",
                "9 hommes < 40",
                "31 femmes < 40",
                "40 personnes",
            ],
        ),
        (
            "Indicateur — Cible — Atteint — Taux\n"
            "Élèves inscrits — 50 — 45 — 90 %\nMaîtres — 8 — 8 — 100 %\n",
            ["50 élèves", "45 élèves", "8 maîtres", "8 maîtres"],
        ),
        (
            "District – Cible – Enfants vaccinés\nYoro – 420 – 378\nGalo – 650 – 640\n",
            ["420 enfants", "378 enfants", "650 enfants", "640 enfants"],
        ),
        (
            "2. Puits creusés et familles desservies en 2024\n\n"
            "Commune\tPrévus (année)\tRéalisés\tFamilles desservies\nDara\t8\t6\t540\nYoro\t5\t5\t310\n",
            [
                "8 puits",
                "6 puits",
                "540 familles desservies",
                "5 puits",
                "5 puits",
                "310 familles desservies",
            ],
        ),
        (
            "Effectifs par école (F / G / T)\nDori : 20 / 45 / 65\nBani : 18 / 12 / 30\nSono : 7 / 8 / 15\n",
            [
                "20 femmes < 65",
                "45 hommes < 65",
                "65 personnes",
                "18 femmes < 30",
                "12 hommes < 30",
                "30 personnes",
                "7 femmes < 15",
                "8 hommes < 15",
                "15 personnes",
            ],
        ),
        (
            "Village | Mil (sacs) | Engrais (kg)\n--- | --- | ---\nKiki | 20 | 450\nSoumba | 15 | 300\n",
            ["20 sacs mil", "450 kg engrais", "15 sacs mil", "300 kg engrais"],
        ),
        (
            "Indicateur            Référence   Cible 2025   Atteint 2024\n"
            "Ménages raccordés           120        1 000            640\n"
            "Puits creusés                12           45             31\n",
            ["120 ménages", "1000 ménages", "640 ménages", "12 puits", "45 puits", "31 puits"],
        ),
        (
            "Répartition des ménages assistés par village :\n- Koubé : 64\n- Taïba : 81\n- Ndendory : 47\n",
            ["64 ménages", "81 ménages", "47 ménages"],
        ),
        (
            "Superficies aménagées (en ha)\nZone = 2022 / 2023\nDelta = 140 / 165\nOffice = 320 / 310\n",
            [f"{figure} ha superficies aménagées" for figure in (140, 165, 320, 310)],
        ),
        (
            "Bénéficiaires par commune : Tessit : 210 ; Talataye : 185 ; Labbezanga : 305.\n",
            ["210 bénéficiaires", "185 bénéficiaires", "305 bénéficiaires"],
        ),
        (
            "Élèves inscrits par commune :\n- Koro : 650\n- Bankass : 700\n- Kayes : 500\n",
            ["650 élèves", "700 élèves", "500 élèves"],
        ),
        (
            "L’appui a touché 480 éleveurs.\n- Bermo : 190 ; Gadabédji : 175 ; Azagor : 115\n",
            ["480 éleveurs", "190 éleveurs < 480", "175 éleveurs < 480", "115 éleveurs < 480"],
        ),
    ],
)
def test_counts_of_signed_tables(text: str, expected: list[str]) -> None:
    assert counts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Températures par commune : Kayes : 42 ; Nioro : 41 ; Yélimané : 43.\n",
        "Cotes du barème : Oralité : 40 ; Écrit : 60 ; Tenue : 20.\n",
        "Lots par entreprise : Sahel BTP : 3 ; Nord Forage : 4.\n\n"
        "Budget par commune : Dara : 40 ; Yoro : 60.\n",
        "L’appui a touché 480 éleveurs.\n- Bermo : 190 ; Gadabédji : 175 ; Azagor : 120\n",
    ],
)
def test_names_with_figures_that_no_words_tell_are_no_counts(text: str) -> None:
    assert counts(text) in ([], ["480 éleveurs"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "N° – Intitulé – Coût / Part locale (en FCFA)\n"
            "1. Parc – 6 000 000 / 600 000\n2. Puits – 4 500 000 / 450 000\n",
            ["6000000 XOF", "600000 XOF", "4500000 XOF", "450000 XOF"],
        ),
        (
            "Budget (en milliers de FCFA)\nVolet : Prévu / Dépensé\n"
            "Eau : 45 000 / 38 250\nSol : 21 400 / 19 300\n",
            ["45000000 XOF", "38250000 XOF", "21400000 XOF", "19300000 XOF"],
        ),
        (
            "Coût du chantier (en FCFA)\nCiment ..... 1 250 000\n"
            "Fer ........ 840 000\nTotal ...... 2 090 000\n",
            ["1250000 XOF", "840000 XOF", "2090000 XOF"],
        ),
        (
            "Article : Quantité ; Prix unitaire ; Montant (F CFA)\n"
            "Kit : 300 ; 7 500 ; 2 250 000\nBallon : 20 ; 5 000 ; 100 000\nTotal : 2 350 000\n",
            ["7500 XOF", "2250000 XOF", "5000 XOF", "100000 XOF", "2350000 XOF"],
        ),
        (
            "Apports reçus (en euros)\nBailleur ; 2023 ; 2024\n"
            "Mairie ; 12 500 ; 14 000\nAgence ; 40 000 ; 55 000\n",
            ["12500 EUR", "14000 EUR", "40000 EUR", "55000 EUR"],
        ),
        (
            "Appuis remis (montants en FCFA)\nVillage – Ménages – Montant\n"
            "Dara – 120 – 600 000\nYoro – 90 – 450 000\n",
            ["600000 XOF", "450000 XOF"],
        ),
    ],
)
def test_amounts_of_signed_tables(text: str, expected: list[str]) -> None:
    assert amounts(text) == expected


def test_sexes_in_brackets_of_headings_are_said() -> None:
    text = "Région – Enfants dépistés (F) – Enfants dépistés (G)\nYoro – 320 – 305\nGalo – 287 – 291\n"
    found = [
        f"{fact.value} {fact.text('sex')}" for fact in read(text).facts if fact.type is FactType.QUANTITY
    ]
    assert found == ["320 F", "305 M", "287 F", "291 M"]


def test_sums_of_signed_tables_are_checked() -> None:
    text = "Rubrique – Montant (FCFA)\nCarburant – 300 000\nLocation – 250 000\nTotal – {}\n"
    assert checks(text.format("550 000")) == [("sum_parts", "ok")]
    assert checks(text.format("560 000")) == [("sum_parts", "inconsistent")]
