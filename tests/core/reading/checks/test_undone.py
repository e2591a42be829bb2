import pytest

from tests.core.reading.checks.reading_of import alerts_of

LIST = "R1. Recruter un comptable : réalisée\nR2. Écrire le guide de gestion des puits : {}\n\n"


def test_a_thing_done_in_the_list_and_not_yet_in_the_text_is_to_be_verified():
    text = (
        LIST.format("réalisée")
        + "Les comités travaillent sans règles, le guide de gestion n’étant pas encore écrit."
    )

    assert alerts_of(text) == ["status_conflict"]


@pytest.mark.parametrize(
    "text",
    [
        LIST.format("en cours") + "Le guide de gestion n’est pas encore écrit.",
        LIST.format("réalisée") + "Le nouveau guide de gestion n’est pas encore écrit.",
        LIST.format("réalisée") + "Le guide n’est pas encore traduit.",
        LIST.format("réalisée") + "Le plan de communication n’est toujours pas écrit.",
    ],
)
def test_another_thing_or_one_not_said_done_raises_nothing(text: str):
    assert alerts_of(text) == []
