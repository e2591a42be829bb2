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
    "text",
    [
        "Après l’adoption de l’ordre du jour, la parole a été donnée au maire.\n",
        "Les réalisations :\n- 10 forages ;\n- 4 écoles.\n",
        "L’ordre du jour étant épuisé, la séance a été levée à 13 heures.\n",
    ],
)
def test_agenda_not_elsewhere(text):
    assert points(text) == []
