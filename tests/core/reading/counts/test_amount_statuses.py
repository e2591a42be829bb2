"""What amounts are: spent, given, a price, by their column, the words around them or their list."""

import pytest

from jalon.core.reading.facts import FactType
from jalon.core.reading.reader import read


def statuses(text: str) -> list[str]:
    """Return the statuses of the amounts of a text, in its order."""
    return [fact.text("status") for fact in read(text).facts if fact.type is FactType.MONEY]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Les trois pompes ont coûté 623 millions de FCFA.", ["spent"]),
        ("À fin avril, 900 000 FCFA avaient été dépensés.", ["spent"]),
        ("L’Union européenne apporte 12 millions d’euros.", ["contribution"]),
        ("Quatre puits ont été réalisés à Kona pour un coût de 18 000 000 FCFA.", ["spent"]),
        ("Quatre puits seront réalisés à Kona pour un coût de 18 000 000 FCFA.", ["budget"]),
        ("Le budget de 148 500 000 FCFA a été exécuté à hauteur de 82 %.", ["budget"]),
    ],
)
def test_amount_status_by_the_words_around(text: str, expected: list[str]) -> None:
    assert statuses(text) == expected


def test_amount_status_by_its_column() -> None:
    text = (
        "| Rubrique | Budget (FCFA) | Dépenses (FCFA) |\n|---|---|---|\n"
        "| Puits | 85 000 000 | 63 750 000 |\n| Cours | 24 000 000 | 18 000 000 |\n"
    )
    assert statuses(text) == ["budget", "spent", "budget", "spent"]


def test_amount_status_in_a_list_of_who_pays() -> None:
    text = "Budget total : 9 800 000 EUR\n- Union européenne : 8 000 000 EUR\n- Bénéficiaires : 600 000 EUR\n"
    assert statuses(text) == ["budget", "contribution", "contribution"]


def test_amount_status_in_a_list_of_what_it_pays_for() -> None:
    text = "Budget total : 900 000 EUR\n- Formation : 800 000 EUR\n- Véhicules : 100 000 EUR\n"
    assert statuses(text) == ["budget", "budget", "budget"]
