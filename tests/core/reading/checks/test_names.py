import pytest

from tests.core.reading.checks.reading_of import alerts_of


@pytest.mark.parametrize(
    "text",
    [
        (
            "Il couvre les villages de la commune d’Olléléwa : Takoukout, Eliki, Sabara et Batté.\n\n"
            "Le forage de Takokout n’a pas pu être achevé."
        ),
        "Le projet couvre Koro, Sanbouala et Bankass.\n\nLa mission est allée à Sanbouala, puis à Sanboual.",
    ],
)
def test_a_village_of_a_list_that_is_written_otherwise_below_is_an_alert(text: str):
    assert alerts_of(text) == ["name_variant"]


@pytest.mark.parametrize(
    "text",
    [
        "Les villages de Takoukout, Takokout et Eliki sont couverts.\n\nLe forage de Takoukout est fini.",
        "La mission a vu Korobougou, Korabougou et Sanankoro.",
        "Les communes de Niaména, Niamina et Dioro ont signé.",
    ],
)
def test_two_villages_of_one_list_are_two_villages(text: str):
    assert alerts_of(text) == []
