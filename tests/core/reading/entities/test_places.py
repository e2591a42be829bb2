"""Places: known, called a village or a commune, listed; and the words that only look like one."""

import pytest

from jalon.core.reading.entities.known import Known
from jalon.core.reading.facts import FactType
from tests.core.reading.entities.named import facts, places


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La mission est passée à Tombouctou puis à Timbuktu.", ["Tombouctou", "Timbuktu"]),
        ("LES CERCLES DE LA REGION DE MENAKA", ["MENAKA"]),
        ("Les puits du village de Tin-Tédjimi et de celui de Bossey.", ["Tin-Tédjimi", "Bossey"]),
        ("Dans les villages de Fétokoba, Ibdal et Kel Essouk.", ["Fétokoba", "Ibdal", "Kel Essouk"]),
        (
            "Trois communes pilotes (Doro, Sambara et Kotoumba) sont retenues.",
            ["Doro", "Sambara", "Kotoumba"],
        ),
        ("Le marché du village Ouarsi est refait.", ["Ouarsi"]),
        ("L'équipe s'est rendue à Gangafani et Bolitoumba.", ["Gangafani", "Bolitoumba"]),
        ("Le forage est à Mont-\nRolland.", ["Mont- Rolland"]),
        ("Les sites de Niono, Diorila et Sagnona sont ouverts.", ["Niono", "Diorila", "Sagnona"]),
        ("Le préfet de Kossédou a visité Kossédou.", ["Kossédou", "Kossédou"]),
        ("La région de l'Est compte 27 communes.", ["Est"]),
        ("Les départements du Kanem, du Nord-Kanem et du Sud-Dagana.", ["Kanem", "Nord-Kanem", "Sud-Dagana"]),
        ("Les écoles de l’Oti-Sud ont ouvert.", ["Oti-Sud"]),
        ("Un puits à Foubari. Écrire à puits-foubari@exemple.org.", ["Foubari"]),
        ("Le prix va à la coopérative Badeya de Tolomadio.", ["Tolomadio"]),
        ("Deux réfrigérateurs sont en panne (Kondaya et Arfaboussa).", ["Kondaya", "Arfaboussa"]),
        ("Les cercles de San et de Tominian.", ["San", "Tominian"]),
        ("Autour du lac Tchad et dans le Ferlo.", ["lac Tchad", "Ferlo"]),
        ("Le Delta intérieur du Niger et le Barh El Ghazal.", ["Delta intérieur du Niger", "Barh El Ghazal"]),
        ("Benkadi a semé ; le village de Benkadi aussi.", ["Benkadi", "Benkadi"]),
        ("Dori et Kaya sont reliées à Bol.", ["Dori", "Kaya", "Bol"]),
        ("Le Conseil régional de Sikasso et l'ambassade du Danemark.", ["Sikasso", "Danemark"]),
    ],
)
def test_place_is_found(text, expected):
    assert places(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Les périmètres irrigués le long du fleuve Niger sont inondés.",
        "Le bassin du Niger et le fleuve Sénégal débordent.",
        "Mme Kita a présenté le bilan à l'assemblée.",
        "Issa Bamba et Fatoumata Diarra ont voté.",
        "Grâce à Mariam, le groupement a remboursé son prêt.",
        "L'accord d'Alger est cité deux fois.",
        "L'équipe de Caritas Mali est arrivée.",
        "Say et San sont deux mots courts.",
        "Le ministère a remis le rapport à Monsieur le Maire.",
        "Le travail est remis à Noël, à Pâques ou en Janvier.",
        "Le département de la Jeunesse a répondu.",
        "Cela tient à la Paix et à la Sécurité.",
    ],
)
def test_no_place(text):
    assert places(text) == []


def test_level_is_the_one_said_else_the_highest():
    text = "Dans la commune de Bourem, puis à Ansongo et dans la région de Gao."

    assert [(f.value, f.text("level")) for f in facts(text, FactType.PLACE)] == [
        ("Bourem", "commune"),
        ("Ansongo", "cercle"),
        ("Gao", "région"),
    ]


def test_mentions_of_one_place_are_one_fact():
    (fact,) = facts("SEGOU : la région de Ségou et Segou.", FactType.PLACE)

    assert fact.value == "Ségou"
    assert [span.start for span in fact.mentions] == [0, 21, 30]
    assert fact.start == 0


def test_places_of_the_installation_are_known():
    known = Known(places={"Bellaferenda": "Bella Farandi"}, levels={"Bella Farandi": "commune"})

    (fact,) = facts("Bellaferenda attend son école.", FactType.PLACE, known)

    assert (fact.value, fact.text("level")) == ("Bella Farandi", "commune")
    assert places("Bellaferenda attend son école.") == []


def test_first_line_that_says_the_source_is_not_read():
    assert places("# source: un site | Mali\n\nRien.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Élue à Savigny-le-Temple, puis à MONT SAINT AIGNAN.", ["Savigny-le-Temple", "MONT SAINT AIGNAN"]),
        ("Tinadé compte 3 000 habitants.", ["Tinadé"]),
        ("Les forages : Panakin 1000 habitants, Tinadé 750 habitants.", ["Panakin", "Tinadé"]),
        ("L'axe du Boudié et le pont du Sankandi.", ["Boudié", "Sankandi"]),
        ("L'agglomération rurale de Boussoumé reçoit un don.", ["Boussoumé"]),
        ("La région du Kuilsé.", ["Kuilsé"]),
        ("Le projet touche 3 000 habitants.", []),
    ],
)
def test_place_by_its_people_or_its_road(text, expected):
    assert places(text) == expected
