"""Findings: extensions, audits, deviations, difficulties."""

import pytest

from jalon.core.reading.facts import Fact, FactType
from jalon.core.reading.reader import read


def findings(text: str) -> list[Fact]:
    return [fact for fact in read(text).facts if fact.type is FactType.FINDING]


@pytest.mark.parametrize(
    ("text", "kind", "quote"),
    [
        ("Les audits ont montré une gestion saine.", "audit", "Les audits ont montré une gestion saine"),
        ("On note un démarrage tardif du projet.", "deviation", "démarrage tardif du projet"),
        ("Deux ateliers n’ont pas été organisés.", "deviation", "Deux ateliers n’ont pas été organisés"),
        (
            "L’insécurité reste la principale contrainte.",
            "difficulty",
            "L’insécurité reste la principale contrainte",
        ),
        (
            "Les deux communes restent difficiles d’accès en raison des pluies.",
            "difficulty",
            "Les deux communes restent difficiles d’accès en raison des pluies",
        ),
        ("Six magasins ne fonctionnent pas encore.", "difficulty", "Six magasins ne fonctionnent pas encore"),
        (
            "L’absence de titres freine les achats.",
            "difficulty",
            "L’absence de titres freine les achats",
        ),
        (
            "Les maires ont regretté la lenteur des marchés.",
            "difficulty",
            "la lenteur des marchés",
        ),
        (
            "Les travaux accusent un retard de deux mois.",
            "deviation",
            "Les travaux accusent un retard de deux mois",
        ),
        ("Difficultés : pistes coupées en août.", "difficulty", "pistes coupées en août"),
        ("Rupture de vaccins du 3 au 24 mai 2024.", "difficulty", "Rupture de vaccins du 3 au 24 mai 2024"),
        ("Trois pompes sont en panne.", "difficulty", "Trois pompes sont en panne"),
        ("Difficultés rencontrées :\n- l’insécurité.\n", "difficulty", "l’insécurité"),
    ],
)
def test_finding_kinds(text, kind, quote):
    (finding,) = findings(text)

    assert (finding.text("kind"), text[finding.start : finding.end]) == (kind, quote)


def test_finding_extension_tells_how_long_and_until_when():
    (finding,) = findings("Le projet a fait l’objet d’une extension de six mois et prendra fin en juin 2025.")

    assert (finding.text("kind"), finding.text("duration"), finding.text("new_end")) == (
        "extension",
        "P6M",
        "2025-06",
    )


def test_finding_wish_is_none():
    assert findings("Les communes souhaitent une prolongation d’une année.") == []


def test_finding_extension_does_not_end_when_it_was_granted():
    (finding,) = findings("Une extension de six mois a été accordée en mars 2018.")

    assert (finding.text("duration"), finding.text("new_end")) == ("P6M", "")


def test_finding_count_of_old_recommendations_is_none():
    text = "Sur les 14 recommandations, dix ont été exécutées et une n’a pas été exécutée."

    assert findings(text) == []
