"""Meetings: the body, the session, when, where and under whose chair."""

import pytest

from jalon.core.reading.facts import Fact, FactType
from jalon.core.reading.reader import read


def meetings(text: str) -> list[Fact]:
    return [fact for fact in read(text).facts if fact.type is FactType.MEETING]


@pytest.mark.parametrize(
    ("text", "number", "body", "date"),
    [
        (
            "La huitième session du comité de pilotage s’est tenue le 4 mai 2023 à Ségou.",
            8,
            "Comité de pilotage",
            "2023-05-04",
        ),
        ("Le comité de suivi a tenu sa 2ème réunion le 4 mai 2023.", 2, "Comité de suivi", "2023-05-04"),
        (
            "Compte rendu de la réunion du comité technique du 4 mai 2023\n",
            None,
            "Comité technique",
            "2023-05-04",
        ),
        (
            "COMITÉ DE PILOTAGE DU PADR – 3e SESSION\n\nKayes, le 4 mai 2023\n",
            3,
            "Comité de pilotage",
            "2023-05-04",
        ),
        (
            "L’ONG a organisé du 4 au 6 mai 2023 une table ronde des partenaires à la mairie.",
            None,
            "Table ronde des partenaires",
            "2023-05-04/2023-05-06",
        ),
        (
            "Compte rendu\n\nDate : 4 mai 2023\n\nRéunion mensuelle de coordination du projet\n",
            None,
            "Réunion mensuelle de coordination",
            "",
        ),
    ],
)
def test_meeting_number_body_and_date(text, number, body, date):
    (meeting,) = meetings(text)

    assert (meeting.value, meeting.text("body"), meeting.text("date")) == (number, body, date)


@pytest.mark.parametrize(
    ("text", "number", "body"),
    [
        ("Réunion n° 5 du comité technique\nKiffa, le 4 mai 2023\n", 5, "Comité technique"),
        ("Réunion du comité technique n° 05 du 4 mai 2023\n", 5, "Comité technique"),
        ("Compte rendu de la 5e réunion du comité de suivi\nGao, le 4 mai 2023\n", 5, "Comité de suivi"),
        ("Procès-verbal n° 5 du comité de gestion du 4 mai 2023\n", 5, "Comité de gestion"),
        ("Comité de pilotage n° 5\n4 mai 2023, Niamey\n", 5, "Comité de pilotage"),
        ("COPIL 5 – Projet Eau pour tous\nNiamey, le 4 mai 2023\n", 5, "COPIL"),
        ("5e COMITÉ DE PILOTAGE DU PROJET\n4 mai 2023\n", 5, "Comité de pilotage"),
        (
            "Le comité de pilotage s’est retrouvé pour la cinquième fois à Dori le 4 mai 2023.",
            5,
            "Comité de pilotage",
        ),
        ("Le comité de suivi s’est réuni pour la 5e fois le 4 mai 2023.", 5, "Comité de suivi"),
        (
            "Le comité de suivi a tenu, le 4 mai 2023, la cinquième session ordinaire de l’année.",
            5,
            "Comité de suivi",
        ),
        ("Le comité de suivi a tenu, le 4 mai 2023, sa session ordinaire.", None, "Comité de suivi"),
        (
            "Réuni le 4 mai 2023 à Ségou en sa 5e session, le comité de suivi a adopté le plan.",
            5,
            "Comité de suivi",
        ),
        (
            "Le 4 mai 2023 s’est tenue à Kolda la réunion annuelle de suivi du projet.",
            None,
            "Réunion annuelle de suivi",
        ),
        (
            "Le 4 mai 2023, l’ONG a participé à la réunion annuelle de suivi.",
            None,
            "Réunion annuelle de suivi",
        ),
        ("Relevé – 5e comité de pilotage – 4 mai 2023\n", 5, "Comité de pilotage"),
        ("Le 4 mai 2023, le préfet a présidé la 5e session du comité de suivi.", 5, "Comité de suivi"),
        ("Le comité directeur, réuni à Lomé le 4 mai 2023, a adopté le budget.", None, "Comité directeur"),
        ("Assemblée générale constitutive du 4 mai 2023\n", None, "Assemblée générale"),
        ("Une réunion de coordination a regroupé les maires le 4 mai 2023.", None, "Réunion de coordination"),
        (
            "Bonjour à tous.\n\nAssemblée générale le samedi 4 mai 2023 à 14 h 30\n",
            None,
            "Assemblée générale",
        ),
    ],
)
def test_meeting_in_many_wordings(text, number, body):
    (meeting,) = meetings(text)

    assert (meeting.value, meeting.text("body"), meeting.text("date")) == (number, body, "2023-05-04")


@pytest.mark.parametrize(
    ("chairing", "chair", "cochair"),
    [
        ("sous la présidence de M. Ali Maïga, préfet", "Ali Maïga", ""),
        ("sous la présidence du préfet, Mme Awa Ba", "Awa Ba", ""),
        ("présidée par le Directeur régional", "Directeur régional", ""),
        ("présidée par le préfet et co-présidée par la cheffe de mission", "préfet", "cheffe de mission"),
        ("dirigée par le sous-préfet", "sous-préfet", ""),
        ("autour de Mme Awa Ba, directrice", "Awa Ba", ""),
        ("co-présidée par le préfet et la cheffe de mission", "préfet", "cheffe de mission"),
    ],
)
def test_meeting_chair(chairing, chair, cochair):
    (meeting,) = meetings(f"La 2e session du comité de suivi s’est tenue le 4 mai 2023, {chairing}.")

    assert (meeting.text("chair"), meeting.text("cochair")) == (chair, cochair)


def test_meeting_chair_is_who_presided():
    (meeting,) = meetings("Le 4 mai 2023, le préfet a présidé la 5e session du comité de suivi.")

    assert meeting.text("chair") == "préfet"


def test_meeting_is_where_its_session_is_named():
    text = (
        "5e comité de pilotage : un bilan\nLe 4 mai 2023, la 5e session du comité de pilotage s’est tenue.\n"
    )

    assert [text[one.start : one.end] for one in meetings(text)] == ["5e session du comité de pilotage"]


def test_meeting_place_is_the_hall_before_the_town():
    (meeting,) = meetings(
        "La 2e session du comité de suivi s’est tenue le 4 mai 2023 à Gao, "
        "dans la salle de réunion de la mairie."
    )

    assert meeting.text("place") == "salle de réunion de la mairie"


def test_meeting_named_twice_is_one():
    text = (
        "5e session du comité de pilotage\n\n"
        "La cinquième session du comité de pilotage s’est tenue à Mopti le 4 mai 2023.\n"
    )

    assert [(one.start, one.text("date")) for one in meetings(text)] == [(0, "2023-05-04")]


@pytest.mark.parametrize(
    "text",
    [
        "Les réunions du comité de gestion sont trimestrielles.",
        "La réunion annuelle de suivi aura lieu le 4 mai 2025.",
        "La 3e session du comité de suivi est prévue le 4 mai 2025.",
        "Le rapport a été soumis au comité de pilotage le 4 mai 2023.",
        "Les animateurs ont participé à la réunion de coordination.",
        "Le suivi de l’organisation du comité de pilotage reste une priorité.",
        "Le PV de la 2e réunion du comité de suivi a été adopté.",
        "La première session du comité de suivi n’avait pas eu lieu.",
    ],
)
def test_meeting_only_spoken_of(text):
    assert meetings(text) == []
