"""Whether counts were achieved, are only planned, are where things stood before, or set the scene."""

import pytest

from jalon.core.reading.facts import FactType
from jalon.core.reading.reader import read


def statuses(text: str) -> list[str]:
    """Return the statuses of the quantities of a text, in its order."""
    return [fact.text("status") for fact in read(text).facts if fact.type is FactType.QUANTITY]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le projet a construit 12 forages.", ["achieved"]),
        ("Pour mieux accueillir les élèves, 60 bancs ont été livrés.", ["achieved"]),
        ("Depuis 2021, environ 700 lampes ont été posées.", ["achieved"]),
        ("Ce prêt permettra d’équiper 40 puits, puis de toucher 9 000 personnes.", ["planned", "planned"]),
        ("L’ONG s’est engagée à réparer quatre pompes.", ["planned"]),
        ("L’État va, pour sa part, déployer 30 volontaires.", ["planned"]),
        ("Il est demandé à la mairie de désigner deux agents.", ["planned"]),
        ("La commune vise 300 ménages et a déjà servi 120 ménages.", ["planned", "achieved"]),
        ("Plus de 900 exploitants, dont 400 femmes, devraient en bénéficier.", ["planned", "planned"]),
        ("Sept ouvrages seront également remis en état.", ["planned"]),
        ("Il s’agit de construire 12 salles et de former 40 maîtres.", ["planned", "planned"]),
        ("La convention porte sur la réhabilitation de 45 km de pistes.", ["planned"]),
        ("Il a été demandé aux mairies d’identifier 10 sites.", ["planned"]),
    ],
)
def test_status_follows_the_nearest_verb(text: str, expected: list[str]) -> None:
    assert statuses(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le programme a livré 71 tonnes de riz au lieu des 90 tonnes annoncées.", ["achieved", "planned"]),
        ("Le programme a aménagé 210 ha, contre 300 ha prévus.", ["achieved", "planned"]),
        ("À ce jour, 11 forages sur 16 sont réalisés.", ["achieved", "planned"]),
        ("Sur les 20 forages prévus, 14 sont réceptionnés.", ["planned", "achieved"]),
        ("La production est passée de 12 tonnes à 30 tonnes.", ["baseline", "achieved"]),
        ("Le réseau a formé 96 agents, contre 40 agents en 2020.", ["achieved", "baseline"]),
        ("Superficie exploitée : 180 ha → 252 ha", ["baseline", "achieved"]),
    ],
)
def test_status_of_what_is_compared(text: str, expected: list[str]) -> None:
    assert statuses(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("L’école compte 214 élèves.", ["context"]),
        ("L’école a 214 élèves, dont 98 filles.", ["context", "context"]),
        ("Au total, 63 puits sont en panne.", ["context"]),
        ("Près de 4 000 personnes, dont 2 100 femmes, ont été déplacées.", ["context", "context"]),
        ("La crue a retardé la réception de trois barrages.", ["context"]),
        ("Le comité a félicité les 36 relais du district.", ["context"]),
        ("Les heurts ont fait 12 morts.", ["context"]),
        ("Les pluies ont détruit 143 maisons.", ["context"]),
        ("Sur les 420 ménages enquêtés, 273 déclarent un progrès.", ["achieved", "achieved"]),
        ("Sur 312 écoles, 198 ont ouvert.", ["context", "achieved"]),
        ("Douze agents n’ont pas encore reçu leur kit.", ["context"]),
    ],
)
def test_status_of_the_scene(text: str, expected: list[str]) -> None:
    assert statuses(text) == expected


SHEET = """Projet d’appui aux maraîchers
Pays : Niger
Durée : 24 mois
Budget : 900 000 €
Zone : région de Dosso, 4 communes
Bénéficiaires : 3 000 ménages (soit environ 21 000 personnes)

Le projet équipe 40 jardins.

Résultats obtenus
12 jardins équipés
"""


def test_status_in_a_project_sheet_is_planned_until_its_results() -> None:
    assert statuses(SHEET) == ["context", "planned", "planned", "planned", "achieved"]


def test_status_in_a_request_for_funds_is_planned() -> None:
    text = "Budget de l’internat de Tessa 2022\n\nAchat de 10 lits\n\nFrais d’examen de 6 candidats\n"
    assert statuses(text) == ["planned", "planned"]


def test_status_under_expected_results_is_planned() -> None:
    text = "Résultats attendus :\n- 300 femmes sont formées ;\n- 20 centres sont équipés.\n"
    assert statuses(text) == ["planned", "planned"]
