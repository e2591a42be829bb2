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


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("L’atelier de lancement du projet s’est tenu le 4 mai 2023 à Kayes.", "Atelier de lancement"),
        ("Le 4 mai 2023, Ségou a abrité le forum régional des producteurs de riz.", "Forum régional"),
        ("Les assises régionales de l’eau ont eu lieu le 4 mai 2023 à Dosso.", "Assises régionales"),
        (
            "Un atelier national de validation a réuni 40 cadres le 4 mai 2023.",
            "Atelier national de validation",
        ),
        ("La revue annuelle conjointe du programme a eu lieu le 4 mai 2023.", "Revue annuelle conjointe"),
        ("Le cadre de concertation des ONG s’est réuni le 4 mai 2023 à Gao.", "Cadre de concertation"),
        ("La journée de réflexion sur le lait s’est déroulée le 4 mai 2023.", "Journée de réflexion"),
        ("L’ONG a organisé, le 4 mai 2023, un atelier de restitution à la mairie.", "Atelier de restitution"),
        ("L’assemblée sectorielle 2023 du ministère s’est tenue le 4 mai 2023.", "Assemblée sectorielle"),
        (
            "La réunion de coordination, présidée par le préfet le 4 mai 2023, a pris fin.",
            "Réunion de coordination",
        ),
        ("La table ronde des bailleurs s’est tenue à Lomé le 4 mai 2023.", "Table ronde des bailleurs"),
        (
            "Le maire a présidé, le 4 mai 2023, la clôture de l’atelier régional de concertation.",
            "Atelier régional de concertation",
        ),
        (
            "Les journées nationales de concertation ont débuté le 4 mai 2023.",
            "Journées nationales de concertation",
        ),
        (
            "Le 4 mai 2023, Gao a servi de cadre à la tenue de la session du comité de suivi.",
            "Comité de suivi",
        ),
        ("REVUE TRIMESTRIELLE – 1er trimestre 2023\nDate : 4 mai 2023\n", "Revue trimestrielle"),
        ("Atelier de bilan du projet Puits\nKolda, le 4 mai 2023\n", "Atelier de bilan"),
        ("FORUM RÉGIONAL SUR LE MIL\nDori, 4 mai 2023\n", "Forum régional"),
        ("Compte rendu de la rencontre avec les maires du 4 mai 2023\n", "Rencontre avec les maires"),
        (
            "Comité technique communal\n\nCompte rendu de la réunion du 4 mai 2023\n",
            "Comité technique communal",
        ),
        ("Réunion mensuelle du cluster nutrition – 4 mai 2023\n", "Cluster nutrition"),
    ],
)
def test_meeting_that_is_a_gathering(text, body):
    (meeting,) = meetings(text)

    assert (meeting.text("body"), meeting.text("date")) == (body, "2023-05-04")


@pytest.mark.parametrize(
    ("text", "number", "body"),
    [
        (
            "La 8e Commission mixte de coopération s’est tenue à Praia le 4 mai 2023.",
            8,
            "Commission mixte de coopération",
        ),
        (
            "Première session ordinaire 2023 du comité de pilotage\n\n(Ségou, le 4 mai 2023) : …\n",
            1,
            "Comité de pilotage",
        ),
        ("Le projet a tenu la 2e session de son comité de pilotage le 4 mai 2023.", 2, "Comité de pilotage"),
        (
            "Réuni le 4 mai 2023, à Dori, pour sa deuxième session ordinaire de l’année 2023, "
            "le comité de suivi a adopté le bilan.",
            2,
            "Comité de suivi",
        ),
        (
            "PROCÈS-VERBAL DE LA RÉUNION ORDINAIRE DU 4 MAI 2023\n\nLe 4 mai 2023 s’est tenue à Ati "
            "la première réunion ordinaire du comité provincial d’action.\n",
            1,
            "Comité provincial d’action",
        ),
        (
            "Quatrième réunion du comité de suivi\n\n6 mai 2023\n\nLe comité s’est réuni le 4 mai 2023.\n",
            4,
            "Comité de suivi",
        ),
    ],
)
def test_meeting_session_number_and_its_own_date(text, number, body):
    (meeting,) = meetings(text)

    assert (meeting.value, meeting.text("body"), meeting.text("date")) == (number, body, "2023-05-04")


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (
            "Le maire a présidé samedi 6 mai 2023 la clôture de l’atelier régional de concertation. "
            "Organisé du 4 au 6 mai 2023, l’atelier a réuni 30 éleveurs.",
            "2023-05-04/2023-05-06",
        ),
        (
            "La soif a réuni, jeudi 4 mai 2023, les élus de Gao. Vingt personnes ont pris part à cette "
            "réunion de coordination.",
            "2023-05-04",
        ),
        ("Publié le 6 mai 2023\n\nLe comité de suivi s’est réuni jeudi dernier à Dakar.\n", "2023-05-04"),
        ("Publié le 4 mai 2023\n\nLe comité de suivi s’est réuni jeudi dernier à Dakar.\n", "2023-04-27"),
        ("Gao, le 6 mai 2023 – Un forum national s’est ouvert jeudi à Gao.\n", "2023-05-04"),
        (
            "6.5.2023\n\nGao a abrité la 2e Commission mixte\n\nJeudi 4 mai, la Commission a siégé.\n",
            "2023-05-04",
        ),
        ("Le comité de suivi s’est réuni jeudi dernier à Dakar.\n", ""),
        (
            "COMITÉ DE PILOTAGE\nPROJET LAIT\nSESSION ORDINAIRE\nLomé, 3 et 4 mai 2023\n",
            "2023-05-03/2023-05-04",
        ),
        ("Compte rendu\nRéunion hebdomadaire de l’équipe\nDate : 4 mai 2023\n", "2023-05-04"),
        ("Réunion bilan du projet Lait\nLe jeudi 4 mai 2023, à la mairie de Kolda\n", "2023-05-04"),
        ("Du 4 au 6 mai 2023, Dori a accueilli le forum national du lait.", "2023-05-04/2023-05-06"),
        (
            "Dori accueille l’atelier de bilan du projet Puits\n\nVingt maires sont venus. "
            "L’atelier s’est ouvert ce jeudi 4 mai 2023.\n",
            "2023-05-04",
        ),
    ],
)
def test_meeting_date_that_belongs_to_it(text, date):
    (meeting,) = meetings(text)

    assert meeting.text("date") == date


@pytest.mark.parametrize(
    "text",
    [
        "Le Conseil régional a financé quatre forages le 4 mai 2023.",
        "Les travaux ont eu lieu le 4 mai 2023 au siège du Conseil régional, qui s’est tenu informé.",
        "Un atelier de formation de 25 femmes s’est tenu le 4 mai 2023 à Gao.",
        "Une session de formation de trois jours s’est tenue le 4 mai 2023.",
        "L’atelier de couture a été ouvert le 4 mai 2023.",
        "Un atelier de bilan est prévu le 4 mai 2025.",
        "L’atelier de clôture aura lieu le 4 mai 2025 à Dosso.",
        "Il est prévu d’organiser un forum régional le 4 mai 2025.",
        "Les ateliers de sensibilisation ont touché 300 personnes.",
        "Le rapport de l’atelier de lancement a été transmis le 4 mai 2023.",
        "Les recommandations du forum régional du 4 mai 2023 sont suivies.",
        "Depuis l’atelier de lancement du 4 mai 2023, trois puits ont été creusés.",
        "La revue à mi-parcours a montré des retards.",
        "Le cadre de concertation compte 12 membres.",
        "Le projet a organisé quatre ateliers de réflexion en 2023.",
        "Le comité de gestion formé le 4 mai 2023 s’est réuni trois fois.",
        "Les comités de veille se sont réunis le 4 mai 2023 dans chaque village.",
        "Première réunion du comité de gestion prévue le 4 mai 2023\n",
        "La salle de conférence régionale a été ouverte le 4 mai 2023.",
    ],
)
def test_meeting_that_is_none(text):
    assert meetings(text) == []
