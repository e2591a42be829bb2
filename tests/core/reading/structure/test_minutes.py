"""Which texts report a meeting of their own."""

import pytest

from jalon.core.reading.reader import PASSES
from jalon.core.reading.structure.meetings import find_meetings
from jalon.core.reading.structure.minutes import is_minutes
from jalon.core.reading.surface import Surface

_FAR = "Le projet a creusé des puits dans la commune.\n\n" * 40


def surface_of(text: str) -> Surface:
    surface = Surface(text)
    for one in PASSES[: PASSES.index(find_meetings) + 1]:
        one(surface)
    return surface


@pytest.mark.parametrize(
    "text",
    [
        "Compte rendu\n\nLe maire a ouvert la séance.\n",
        "Ordre du jour :\n1. Bilan\n2. Budget\n",
        "La 3e session du comité de suivi s’est tenue le 4 mai 2023 à Gao.\n",
        "Kolda, le 4 mai 2023. Le comité de pilotage s’est réuni à la mairie.\n",
    ],
)
def test_minutes_report_their_meeting(text):
    assert is_minutes(surface_of(text))


@pytest.mark.parametrize(
    "text",
    [
        "Trente femmes ont été formées le 4 mai 2023 à Gao.\n",
        "Un atelier de restitution s’est tenu le 4 mai 2023 à Gao.\n",
        _FAR + "La 3e session du comité de suivi s’est tenue le 4 mai 2023 à Gao.\n",
    ],
)
def test_minutes_are_not_any_text_that_names_a_meeting(text):
    assert not is_minutes(surface_of(text))
