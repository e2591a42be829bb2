"""Programmes: called so, explained, coded; and the word « projet » alone."""

import pytest

from jalon.core.reading.facts import FactType
from tests.core.reading.entities.named import facts, programmes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le projet SARAH III avance. SARAH III finit en 2025.", ["SARAH III", "SARAH III"]),
        ("Le Projet d'appui aux filières avicoles (PAFA) et le PAFA.",
         ["Projet d'appui aux filières avicoles", "PAFA", "PAFA"]),
        ("Le comité de pilotage du PRODIL s'est tenu. Le PRODIL forme.", ["PRODIL", "PRODIL"]),
        ("Le projet « Eau pour tous les quartiers » démarre.", ["Eau pour tous les quartiers"]),
        ("Les programmes Santé de base et Formation des jeunes ruraux sont suivis.",
         ["Santé de base", "Formation des jeunes ruraux"]),
        ("MLI/028 est clos.", ["MLI/028"]),
        ("Bilan du projet Sanya Kura phase 2 au village.", ["Sanya Kura phase 2"]),
        ("PROGRAMME NATIONAL D'APPUI AUX PETITES EXPLOITATIONS",
         ["PROGRAMME NATIONAL D'APPUI AUX PETITES EXPLOITATIONS"]),
        ("Intitulé : Projet d'Appui aux Mares du Guéra\nCode : 4\n", ["Projet d'Appui aux Mares du Guéra"]),
        ("Programme de Santé Maternelle et Infantile – Boo\n",
         ["Programme de Santé Maternelle et Infantile"]),
        ("Le projet phare « Une cour, un arbre » finit.", ["Une cour, un arbre"]),
        ("Elle parle du projet Partage des ressources communes.", ["Partage des ressources communes"]),
        ("Le PRAPS et le P2RS sont suivis ; l'Initiative 3N aussi.", ["PRAPS", "P2RS", "Initiative 3N"]),
    ],
)  # fmt: skip
def test_programme_is_found(text, expected):
    assert programmes(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Le projet a pour but la paix ; l'équipe du Projet, les activités du Programme.",
        "Le Programme Alimentaire Mondial et le Programme des Nations Unies pour le Développement.",
        "Le projet de budget et le PTBA du projet sont adoptés.",
        "Contact : M. Abakar, chef de projet\nCourriel : abakar@exemple.org",
        "Programme de la journée\nProjet de budget de la commune",
        "Un projet au Mali, le projet de manuel, le programme de la journée.",
    ],
)
def test_no_programme(text):
    assert programmes(text) == []


def test_name_and_acronym_are_one_programme():
    (fact,) = facts("Le Programme de Relance de l'Élevage (PRELE) suit. Le PRELE forme.", FactType.PROGRAMME)

    assert fact.text("acronym") == "PRELE"
    assert len(fact.mentions) == 3


@pytest.mark.parametrize(
    "text",
    [
        "Le Programme alimentaire mondial des Nations Unies (PAM) livre du riz.",
        "Le Programme Annuel d'Investissement (PAI) est adopté. Le PAI est exécuté.",
        "Le Programme de travail et budget annuel (PTBA) est adopté. Le PTBA est exécuté.",
    ],
)
def test_body_or_work_plan_is_no_programme(text):
    assert programmes(text) == []
