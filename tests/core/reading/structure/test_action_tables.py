"""Actions of tables and cards: who, by when, how far."""

import pytest

from jalon.core.reading.facts import Fact, FactType
from jalon.core.reading.reader import read


def actions(text: str) -> list[Fact]:
    return [fact for fact in read(text).facts if fact.type is FactType.ACTION]


def test_action_table_row():
    text = (
        "N°\tPoints\tActions\tResponsable\tÉchéance\tCommentaires\n"
        "01\tMission\tRédiger les termes de référence\tM. ALI MAIGA et DNP\t30/06/2024\tModèle joint\n"
    )
    (action,) = actions(text)

    assert (action.value, action.text("kind"), action.text("status")) == (1, "action", "open")
    assert action.texts("responsible") == ("Ali Maiga", "DNP")
    assert (action.text("deadline"), action.text("subject")) == ("2024-06-30", "Mission")
    assert text[action.start : action.end] == "Rédiger les termes de référence"


@pytest.mark.parametrize(
    ("state", "status"),
    [
        ("Réalisée", "done"),
        ("Exécutée à 100 %", "done"),
        ("En cours", "ongoing"),
        ("Non réalisée", "open"),
        ("Pas encore démarrée", "open"),
        ("À faire", "open"),
    ],
)
def test_action_table_of_reviewed_recommendations(state, status):
    (action,) = actions(
        f"Recommandations\tResponsable\tNiveau d’exécution\nOuvrir les écoles\tMairie\t{state}\n"
    )

    assert (action.text("kind"), action.text("status")) == ("recommandation", status)


@pytest.mark.parametrize(
    ("deadline", "iso"),
    [
        ("fin mars 2025", "2025-03"),
        ("T2 2025", "2025-04/2025-06"),
        ("Avant le 5 mai 2025", "2025-05-05"),
        ("Immédiat", ""),
    ],
)
def test_action_table_deadline(deadline, iso):
    (action,) = actions(f"Actions\tQui\tQuand\nOuvrir les écoles\tMairie\t{deadline}\n")

    assert action.text("deadline") == iso


def test_action_table_comment_that_promises():
    _, promise = actions(
        "Actions\tQui\tCommentaires\nFaire la mission\tDNP\tLa mairie va prêter un véhicule\n"
    )

    assert (promise.text("kind"), promise.texts("responsible")) == ("engagement", ("mairie",))


def test_action_cards():
    text = (
        "Action n° 1\nIntitulé : Clore les comptes\nResponsable : DAF\n"
        "Échéance : 31 mars 2024\nÉtat : en cours\n\n"
        "Action n° 2\nIntitulé : Vendre les stocks\nResponsable : Union\n"
    )

    assert [(one.value, one.texts("responsible"), one.text("status")) for one in actions(text)] == [
        (1, ("DAF",), "ongoing"),
        (2, ("Union",), "open"),
    ]


def test_action_table_is_no_budget():
    assert actions("Activités\tResponsable\tMontant (FCFA)\nFormer 20 femmes\tONG\t1 000 000\n") == []
