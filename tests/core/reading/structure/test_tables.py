"""Tables are recognised whatever their layout: same headings, same cells."""

import pytest

from jalon.core.reading.structure.headings import Column, column_of
from jalon.core.reading.structure.tables import Table, table_at, tables
from jalon.core.reading.surface import Surface

TABS = """Actions retenues :

N°\tActions\tResponsable\tÉchéance
01\tRédiger les termes de référence\tDNP\t30 juin 2024

02\tConvoquer la session\tM. Diarra\t

Fin de la séance à 12 heures.
"""
PIPES = """
| N° | Actions | Responsable | Échéance |
|---|:--|---|---|
| 01 | Rédiger les termes de référence | DNP | 30 juin 2024 |
| 02 | Convoquer la session | M. Diarra | |
"""
SPACES = """
N°   Actions                        Responsable    Échéance
01   Rédiger les termes             DNP            30 juin 2024
     de référence
02   Convoquer la session           M. Diarra

Fin de la séance à 12 heures.
"""
STACKED = """
N°
Actions
Responsable
Échéance
01
Rédiger les termes
de référence
DNP
30 juin 2024
02
Convoquer la session
M. Diarra

Fin de la séance à 12 heures.
"""
CUT = """
N°\tActions\tResponsable\tÉchéance
01\tRédiger les termes
de référence\tDNP\t30 juin 2024
02\tConvoquer la session\tM. Diarra
"""


def one(text: str) -> Table:
    (table,) = tables(Surface(text))
    return table


@pytest.mark.parametrize("text", [TABS, PIPES, SPACES, STACKED, CUT])
def test_table_of_actions_any_layout(text):
    table = one(text)

    assert [cell.text for cell in table.header] == ["N°", "Actions", "Responsable", "Échéance"]
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["01", "Rédiger les termes de référence", "DNP", "30 juin 2024"],
        ["02", "Convoquer la session", "M. Diarra", ""],
    ]


@pytest.mark.parametrize("text", [TABS, PIPES, SPACES, STACKED, CUT])
def test_table_cells_are_at_their_characters(text):
    table = one(text)

    for row in (table.header, *table.rows):
        for cell in row:
            assert cell.text.startswith(" ".join(text[cell.start : cell.end].split()))
    assert text[table.rows[1][1].start : table.rows[1][1].end] == "Convoquer la session"


def test_table_rows_stacked_with_missing_contacts():
    text = (
        "N°\nPrénoms et noms\nFonction\nTéléphone\nE-mail\n1\nAwa Sangaré\nDirectrice\n76 00 11 22\n"
        "2\nAli Maïga\nMaire\nali.maiga@exemple.ml\n3\nOumar Ba\nPoint focal\n"
    )
    rows = [[cell.text for cell in row] for row in one(text).rows]

    assert rows == [
        ["1", "Awa Sangaré", "Directrice", "76 00 11 22", ""],
        ["2", "Ali Maïga", "Maire", "", "ali.maiga@exemple.ml"],
        ["3", "Oumar Ba", "Point focal", "", ""],
    ]


def test_table_of_amounts_keeps_its_headings():
    table = one("Rubrique\tMontant (FCFA)\nCarburant\t1 250 000\nTotal\t1 250 000\n")

    assert table.heading_of(table.rows[0][1]) == "Montant (FCFA)"
    assert table.index(Column.MONEY) == 1


def test_table_two_with_other_headings_are_two():
    found = tables(Surface("N°\tPoints\n1\tBilan\n2\tDivers\nN°\tActions\tResponsable\n1\tClore\tMaire\n"))

    assert [len(table.rows) for table in found] == [2, 1]


def test_table_at_a_character():
    surface = Surface("Avant.\n\nN°\tPoints\n1\tBilan\n\nAprès.\n")
    found = table_at(surface, surface.text.index("Bilan"))

    assert found == tables(surface)[0]
    assert table_at(surface, 2) is None


@pytest.mark.parametrize(
    "text",
    ["Le comité   a siégé.\nIl a clos   ses travaux.\n", "Noms\nFonctions\nsont à transmettre.\n", "a | b\n"],
)
def test_table_not_in_prose(text):
    assert tables(Surface(text)) == ()


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("N°", Column.NUMBER),
        ("NOMS ET PRENOMS", Column.NAME),
        ("Prénom(s) et Nom(s)", Column.NAME),
        ("STRUCUTURES", Column.ORGANISATION),
        ("Actions à mener", Column.ACTION),
        ("Décisions et recommandations", Column.ACTION),
        ("Date limite", Column.DEADLINE),
        ("Niveau d’exécution", Column.STATE),
        ("Tél.", Column.PHONE),
        ("Courriel", Column.EMAIL),
        ("Émargement", Column.SIGNATURE),
        ("Coucou", None),
    ],
)
def test_column_of_heading(heading, column):
    assert column_of(heading) == column
