"""Agendas in any layout give the same points; other lists give none."""

import pytest

from jalon.core.reading.facts import FactType
from jalon.core.reading.reader import read

POINTS = ["Bilan du trimestre", "Suivi des recommandations", "Divers"]


def points(text: str) -> list[str]:
    facts = [fact for fact in read(text).facts if fact.type is FactType.AGENDA_ITEM]
    assert [fact.value for fact in facts] == list(range(1, len(facts) + 1))
    return [text[fact.start : fact.end] for fact in facts]


@pytest.mark.parametrize(
    "text",
    [
        "Ordre du jour :\n- Bilan du trimestre ;\n- Suivi des recommandations ;\n- Divers.\n",
        "Ordre du jour\n\n1. Bilan du trimestre\n2. Suivi des recommandations\n3. Divers\n\n1. Bilan\n",
        "Points à l’ordre du jour :\nI. Bilan du trimestre\nII. Suivi des recommandations\nIII. Divers\n",
        "L’ordre du jour a porté sur : Bilan du trimestre ; Suivi des recommandations ; Divers.\n",
        "L’ordre du jour était : 1) Bilan du trimestre, 2) Suivi des recommandations et 3) Divers.\n",
        "Points débattus : Bilan du trimestre ; Suivi des recommandations ; et Divers.\n",
        "N°\tPoints\n01\tBilan du trimestre\n02\tSuivi des recommandations\n03\tDivers\n",
        "Ordre du jour\n\nN°\nPoints\n1\nBilan du trimestre\n2\nSuivi des recommandations\n3\nDivers\n",
        "Ordre du jour :\nBilan du trimestre\nSuivi des recommandations\nDivers\n\nLa séance est ouverte.\n",
    ],
)
def test_agenda_in_any_layout(text):
    assert points(text) == POINTS


def test_agenda_enumerated_with_articles():
    text = "Les travaux ont porté sur trois points : le bilan, la suite à donner et les questions diverses.\n"

    assert points(text) == ["le bilan", "la suite à donner", "les questions diverses"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "L’ordre du jour comprenait : lecture du procès-verbal, état d’avancement, budget et divers.",
            ["lecture du procès-verbal", "état d’avancement", "budget", "divers"],
        ),
        ("Ordre du jour : choix des sites, sécurité, divers", ["choix des sites", "sécurité", "divers"]),
        (
            "ODJ : lecture du PV, chantiers puis questions diverses.",
            ["lecture du PV", "chantiers", "questions diverses"],
        ),
        (
            "Trois points étaient inscrits : le bilan, le plan et les divers.",
            ["le bilan", "le plan", "les divers"],
        ),
        (
            "La réunion a porté sur : 1) le bilan, 2) les stocks, 3) divers. Elle a duré.",
            ["le bilan", "les stocks", "divers"],
        ),
        (
            "À l’ordre du jour figuraient l’examen du budget et les questions diverses.",
            ["l’examen du budget", "les questions diverses"],
        ),
        (
            "À l’ordre du jour : résultats (phase 1, phase 2), échanges.",
            ["résultats (phase 1, phase 2)", "échanges"],
        ),
        ("L’ordre du jour portait sur deux points : bilan technique et audit.", ["bilan technique", "audit"]),
        (
            "L’ordre du jour portait sur deux points : bilan, suivi technique et financier.",
            ["bilan", "suivi technique et financier"],
        ),
        (
            "Ordre du jour : règlement intérieur, adoption des comptes et du calendrier.",
            ["règlement intérieur", "adoption des comptes et du calendrier"],
        ),
        (
            "La réunion avait pour ordre du jour la revue du plan et les divers.",
            ["la revue du plan", "les divers"],
        ),
        (
            "L’ordre du jour, qui avait deux points, à savoir le bilan et la suite, a été adopté.",
            ["le bilan", "la suite"],
        ),
        (
            "Les deux points à l’ordre du jour (bilan et choix des sites) ont été vus.",
            ["bilan", "choix des sites"],
        ),
        (
            "Le seul point inscrit à l’ordre du jour était la validation du rapport.",
            ["la validation du rapport"],
        ),
        ("Ordre du jour :\n\n1) Accueil ; 2) Bilan ; 3) Divers.", ["Accueil", "Bilan", "Divers"]),
        ("Point unique à l’ordre du jour : la clôture du projet.", ["la clôture du projet"]),
        ("Deux points étaient à l’ordre du jour, le bilan et la suite.", ["le bilan", "la suite"]),
        ("Ordre du jour : validation du rapport annuel", ["validation du rapport annuel"]),
        (
            "Ordre du jour : bilan 2023, budget 2024, difficultés et perspectives.",
            ["bilan 2023", "budget 2024", "difficultés et perspectives"],
        ),
        (
            "Ordre du jour : bilan de la campagne, discussions et divers.",
            ["bilan de la campagne", "discussions", "divers"],
        ),
        (
            "Le bilan, le plan 2024 et le choix des sites étaient à l’ordre du jour.",
            ["Le bilan", "le plan 2024", "le choix des sites"],
        ),
        (
            "Étaient inscrits à l’ordre du jour de la session l’examen et l’adoption du plan et l’audit.",
            ["l’examen et l’adoption du plan", "l’audit"],
        ),
        (
            "La prochaine rencontre est fixée en mai. Au programme : bilan des prêts, budget et divers.",
            ["bilan des prêts", "budget", "divers"],
        ),
        (
            "Les débats ont porté sur deux points : l’état des lieux et, enfin, la suite.",
            ["l’état des lieux", "la suite"],
        ),
    ],
)
def test_agenda_in_a_sentence(text, expected):
    assert points(text + "\n") == expected


@pytest.mark.parametrize(
    "text",
    [
        "Ordre du jour : voir l’annexe 2.\n",
        "Ordre du jour : 4 points\n",
        "L’ordre du jour a été adopté, puis le maire a pris la parole et la séance a commencé.\n",
        "L’ordre du jour était chargé : le maire a parlé, le préfet a répondu.\n",
        "La réunion a porté la participation à 40 personnes.\n",
        "Les points discutés : après un tour de table, le maire a conclu, et chacun est rentré.\n",
        "Après l’adoption de l’ordre du jour, la parole a été donnée au maire.\n",
        "Les réalisations :\n- 10 forages ;\n- 4 écoles.\n",
        "La foire ouvre demain. Au programme : danse, théâtre et expositions.\n",
        "Le maire, le préfet et le juge étaient là.\n",
        "L’ordre du jour étant épuisé, la séance a été levée à 13 heures.\n",
    ],
)
def test_agenda_not_elsewhere(text):
    assert points(text) == []
