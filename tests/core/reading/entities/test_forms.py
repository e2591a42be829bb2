"""Organisations told by the form of a proper name, or by the words that stand before it."""

import pytest

from tests.core.reading.entities.named import organisations, places


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Un don pour Mali-Entraide arrive.", ["Mali-Entraide"]),
        ("Référent en France : Roquebrune Solidarité\n", ["Roquebrune Solidarité"]),
        ("Le service Solidarité et la fête Partage.", []),
        ("La mutuelle de Sakoira prête, la mutuelle rembourse.", ["mutuelle de Sakoira"]),
        ("Une avance au Comité local de jumelage de Ziga.", ["Comité local de jumelage de Ziga"]),
        ("Chaque ville a un comité de jumelage.", []),
        ("La Maison des éleveurs de Thiou accueille.", ["Maison des éleveurs de Thiou"]),
        ("La délégation spéciale régionale des Cascades siège.",
         ["délégation spéciale régionale des Cascades"]),
        ("Le cluster Abris se réunit.", ["cluster Abris"]),
        ("Les organismes bailleurs de fonds (SOLIVEN, HYDROMER).", ["SOLIVEN", "HYDROMER"]),
        ("Les sommes perçues par MAILLE sont en hausse.", ["MAILLE"]),
        ("L'assemblée générale de MAILLE vote.", ["MAILLE"]),
        ("Un don à l'Office riz de Kita. Les plans de l'ORK.", ["Office riz de Kita", "ORK"]),
        ("L'association Amitié en Val de Loire (A.V.L.) donne. Merci à A.V.L.",
         ["Amitié en Val de Loire", "A.V.L.", "A.V.L."]),
        ("La Fédération des femmes du Yatenga vote. La cotisation va à la Fédération.",
         ["Fédération des femmes du Yatenga", "Fédération"]),
        ("Le Programme de relance agricole (PRAGR-Mali) est fini.", []),
        ("Reconnue sous le n° 2009 /114/ MATD le 3 mai.", []),
    ],
)  # fmt: skip
def test_organisation_by_its_form(text, expected):
    assert organisations(text) == expected


def test_place_in_the_name_of_a_cause_is_not_one():
    assert places("Un don pour Mali-Entraide arrive.") == []
