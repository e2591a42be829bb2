"""What a count says of its people's age and of its programme."""

import pytest

from jalon.core.reading.facts import Fact, FactType
from jalon.core.reading.reader import read


def counts(text: str) -> dict[int, Fact]:
    return {int(str(fact.value)): fact for fact in read(text).facts if fact.type is FactType.QUANTITY}


@pytest.mark.parametrize(
    ("text", "value", "age"),
    [
        ("Le projet a formé 392 jeunes de moins de 35 ans.", 392, "moins de 35 ans"),
        ("On a dépisté 1 200 enfants âgés de 6 à 59 mois.", 1200, "6 à 59 mois"),
        ("Au total 250 femmes (15-49 ans) ont été reçues.", 250, "15-49 ans"),
        ("Âgés de 18 à 35 ans, 120 jeunes ont été installés.", 120, "18 à 35 ans"),
        ("On a reçu 500 élèves ; les plus de 15 ans mangent à part.", 500, ""),
    ],
)
def test_context_age(text, value, age):
    assert counts(text)[value].text("age") == age


def test_context_age_is_not_in_the_noun():
    assert counts("On a dépisté 1 200 enfants âgés de 6 à 59 mois.")[1200].text("unit") == "enfants"


def test_context_programme_of_a_text_that_names_one():
    text = (
        "Le Projet d’appui aux filières maraîchères (PAFIM) avance.\nEn 2023, 40 magasins ont été construits."
    )
    assert counts(text)[40].text("programme") == "PAFIM"


def test_context_programme_of_the_sentence_or_the_heading():
    text = (
        "Bilan des deux projets\n\n"
        "Projet d’appui aux filières maraîchères (PAFIM)\n\nEn 2023, 40 magasins ont été construits.\n\n"
        "Projet eau et assainissement (PEAS)\n\nEn 2023, 12 forages ont été réalisés. "
        "Le PAFIM a aussi équipé 7 villages."
    )
    found = counts(text)
    assert [found[value].text("programme") for value in (40, 12, 7)] == ["PAFIM", "PEAS", "PAFIM"]


def test_context_counts_before_places_that_add_up():
    text = "87 villages sont en déficit, soit 21,1 % : 31 à Loga, 28 à Boboye, 17 à Doutchi et 11 à Tibiri."
    found = counts(text)
    assert [found[value].of is found[87] for value in (31, 28, 17, 11)] == [True] * 4


def test_context_counts_behind_places_with_a_bracket():
    text = (
        "28 personnes ont suivi la session :\n- Ogo : 7 (4 F, 3 H)\n- Agnam : 9 (5 F, 4 H)\n- Bokidiawé : 12"
    )
    found = counts(text)
    assert [found[value].text("unit") for value in (9, 12)] == ["personnes"] * 2


def test_context_a_noun_that_ends_like_a_participle():
    assert counts("Selon eux, 422 arrivées ont été enregistrées.")[422].text("unit") == "arrivées"
