import pytest

from tests.core.reading.checks.reading_of import alerts_of, checks_of

SHEET = """Fiche de projet
Contact : Mme Awa Koné
{line}
Courriel : a.kone@exemple.ml
"""


def test_a_label_with_nothing_after_it_is_an_alert():
    found = checks_of(SHEET.format(line="Téléphone :"), "missing_value")

    assert [check.explain for check in found] == ["« téléphone » sans rien après"]


@pytest.mark.parametrize("line", ["Téléphone : 00 00 11 22", "Téléphone :\n00 00 11 22"])
def test_a_label_with_its_value_on_the_line_or_below_raises_no_alert(line: str):
    assert checks_of(SHEET.format(line=line), "missing_value") == []


def test_a_label_that_opens_a_list_raises_no_alert():
    text = "Projet : Puits\nBailleurs de fonds :\n- AFD : 60 %\n- Communes : 40 %\nDurée : 12 mois\n"

    assert alerts_of(text) == []


def test_an_empty_cell_beside_a_label_is_an_alert():
    text = (
        "| Rubrique | Contenu |\n|---|---|\n"
        "| Bailleur | AFD |\n| Téléphone | |\n| Zone | Kita |\n| Code | K1 |\n"
    )

    assert alerts_of(text) == ["missing_value"]


def test_a_project_under_way_after_its_end_is_a_conflict():
    text = "Statut : en cours (mise à jour : mai 2025)\nDébut : 1er mars 2022\nDate de fin : 31 août 2024\n"

    assert alerts_of(text) == ["status_conflict"]


def test_a_start_after_the_end_is_an_alert():
    assert alerts_of("Date de début : 15 juin 2023\nDate de fin : 14 juin 2021\n") == ["date_order"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("1. Former.\n2. Suivre.\n4. Évaluer.\n", ["le numéro 3 manque"]),
        ("1. Former.\n2. Suivre.\n2. Équiper.\n3. Évaluer.\n", ["le numéro 2 revient deux fois"]),
        ("1. Former.\n2. Suivre.\n3. Évaluer.\n", []),
        ("1. Former.\n2. Suivre.\n\nAnnexes\n1. Liste.\n2. Carte.\n", []),
    ],
)
def test_numbers_of_a_list_are_followed(text: str, said: list[str]):
    assert [check.explain for check in checks_of(text, "numbering")] == said


def test_a_rate_of_three_labelled_lines_is_checked():
    text = "Budget : 40 000 000 FCFA\nDépenses : 30 000 000 FCFA\nTaux d’exécution : {rate} %\n"

    assert [alerts_of(text.format(rate=75)), alerts_of(text.format(rate=57))] == [[], ["percentage"]]


def test_a_result_copied_from_the_row_above_is_said():
    text = (
        "| Indicateur | Cible | Réalisé | Taux |\n|---|---|---|---|\n"
        "| Ménages | 1 800 | 1 746 | 97 % |\n"
        "| Foyers | 2 400 | 1 746 | 97 % |\n| Comités | 20 | 15 | 75 % |\n"
    )

    assert alerts_of(text) == ["duplicate_value", "percentage"]


def test_a_row_that_says_reached_what_is_not_is_said():
    text = (
        "| Indicateur | Prévu | Réalisé | Observation |\n|---|---|---|---|\n"
        "| Ménages | 500 | 430 | Cible dépassée |\n| Forages | 12 | 12 | Atteinte |\n"
        "| Comités | 20 | 18 | Non atteinte |\n"
    )

    assert alerts_of(text) == ["planned_vs_achieved"]


def test_what_rows_have_left_is_checked():
    text = (
        "| Rubrique | Prévu (FCFA) | Dépensé (FCFA) | Solde (FCFA) |\n|---|---|---|---|\n"
        "| Formation | 5 000 | 4 200 | 800 |\n| Suivi | 3 000 | 2 500 | 600 |\n"
        "| Audit | 1 000 | 1 000 | 0 |\n"
    )

    assert alerts_of(text) == ["difference"]


def test_the_last_row_of_means_is_checked():
    text = (
        "| Marché | Mil | Maïs |\n|---|---|---|\n"
        "| A | 185 | 170 |\n| B | 195 | 180 |\n| Moyenne | 190 | 185 |\n"
    )

    assert alerts_of(text) == ["average_vs_total"]


def test_a_number_announced_then_another_for_the_same_thing_is_a_conflict():
    text = (
        "L’équipe a animé 16 groupes de discussion.\n\nLes 18 groupes de discussion confirment ce besoin.\n"
    )

    assert alerts_of(text) == ["conflicting_values"]
