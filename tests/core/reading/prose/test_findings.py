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
