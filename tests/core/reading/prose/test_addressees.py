"""Whom an action is asked of: in the lead-in of a list, one after the other in a sentence."""

import pytest

from jalon.core.reading.facts import FactType
from jalon.core.reading.reader import read

MINUTES = "Compte rendu de la réunion du comité technique du 3 mai 2024\n\n"


def asked(text: str) -> list[tuple[str, tuple[str, ...]]]:
    return [
        (text[one.start : one.end], one.texts("responsible") if "responsible" in one.details else ())
        for one in read(text).facts
        if one.type is FactType.ACTION
    ]


@pytest.mark.parametrize(
    ("lead", "who"),
    [
        ("Le Comité a recommandé au Secrétariat exécutif :", ("Secrétariat exécutif",)),
        ("Il a également demandé aux communes :", ("communes",)),
        ("La mission recommande aux deux bureaux les mesures suivantes :", ("deux bureaux",)),
        ("L’atelier a invité les services techniques à :", ("services techniques",)),
        ("Recommandations à l’endroit des maires :", ("maires",)),
        ("Des recommandations ont été formulées à l’attention des bailleurs :", ("bailleurs",)),
        ("Le Comité a recommandé ce qui suit :", ()),
    ],
)
def test_addressee_of_a_lead_in_holds_for_each_item(lead, who):
    text = f"{MINUTES}{lead}\n- de finir le rapport ;\n- de payer les factures.\n"

    assert asked(text) == [("finir le rapport", who), ("payer les factures", who)]


def test_addressee_of_an_item_goes_before_the_one_of_the_lead_in():
    text = f"{MINUTES}Il est recommandé aux parties :\n- à la mairie : nommer un point focal ;\n"

    assert asked(text) == [("nommer un point focal", ("mairie",))]


@pytest.mark.parametrize(
    "sentence",
    [
        "Le comité a recommandé aux mairies de refaire les pistes et aux bailleurs de payer les études.",
        "Il a été demandé aux mairies de refaire les pistes, et aux bailleurs de payer les études.",
    ],
)
def test_addressees_of_one_sentence_have_each_their_action(sentence):
    assert asked(MINUTES + sentence) == [
        ("refaire les pistes", ("mairies",)),
        ("payer les études", ("bailleurs",)),
    ]


def test_addressee_with_two_adjectives_is_one():
    text = MINUTES + "Il a été demandé aux partenaires techniques et financiers de payer les études."

    assert [who for _, who in asked(text)] == [("partenaires techniques et financiers",)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nous souhaitons ouvrir une école.", ["Nous souhaitons ouvrir une école"]),
        ("Il reste à équiper le forage.", ["Il reste à équiper le forage"]),
        ("Le maire promet de réparer la route.", ["Le maire promet de réparer la route"]),
        ("La ministre exige un plan sous quinze jours.", ["La ministre exige un plan sous quinze jours"]),
        ("Nous souhaitons vous remercier de votre appui.", []),
        ("Il reste à noter que les stocks sont vides.", []),
        ("La situation exige une vigilance de tous avant la pluie.", []),
    ],
)
def test_action_of_a_letter_or_an_article(text, expected):
    assert [quote for quote, _ in asked(text)] == expected


def test_sum_of_money_is_nobody():
    text = MINUTES + "Le premier virement, de 3 000 euros, doit partir avant le 15 septembre 2024."

    assert [who for _, who in asked(text)] == [()]
