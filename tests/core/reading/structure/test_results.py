"""Expected results, components and the plans that a text names."""

import pytest

from jalon.core.reading.facts import FactType
from jalon.core.reading.reader import read


def found(text: str, fact_type: FactType) -> list[tuple[str, object]]:
    return [(text[one.start : one.end], one.value) for one in read(text).facts if one.type is fact_type]


@pytest.mark.parametrize(
    "text",
    [
        "Résultats attendus :\n• l’eau est potable ;\n• les prix sont connus.\n",
        "Les résultats à atteindre sont :\n- l’eau est potable ;\n- les prix sont connus.\n",
        "Résultats attendus :\nR1. l’eau est potable\nR2. les prix sont connus\n",
        "R1 : l’eau est potable\n\nR2 : les prix sont connus\n",
        "Résultat 1 : l’eau est potable\n\nRésultat 2 : les prix sont connus\n",
    ],
)
def test_results_have_their_codes(text):
    assert found(text, FactType.EXPECTED_RESULT) == [
        ("l’eau est potable", "R1"),
        ("les prix sont connus", "R2"),
    ]


def test_results_reached_are_not_expected():
    assert found("Résultats atteints :\n- 10 forages ;\n- 4 écoles.\n", FactType.EXPECTED_RESULT) == []


def test_components_of_a_list():
    text = "Le programme a deux composantes :\n- appuyer les communes ;\n- former les élus.\n"

    assert found(text, FactType.COMPONENT) == [("appuyer les communes", 1), ("former les élus", 2)]


@pytest.mark.parametrize(
    ("text", "quote", "value"),
    [
        ("Le PTA 2024 est prêt.", "PTA 2024", "2024"),
        ("Le PTBA de l’année 2023 est prêt.", "PTBA de l’année 2023", "2023"),
        (
            "Le plan de travail et budget annuel 2025 est prêt.",
            "plan de travail et budget annuel 2025",
            "2025",
        ),
        ("Le PDSEC 2021-2025 est adopté.", "PDSEC 2021-2025", "2021-2025"),
    ],
)
def test_plan_with_its_year(text, quote, value):
    assert found(text, FactType.PROGRAMME_DOC) == [(quote, value)]
    assert found(text, FactType.DATE) == []
