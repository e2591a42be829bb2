"""Commitments that the table of actions forgets."""

from jalon.core.reading.prose.untabled import untabled
from jalon.core.reading.reader import PASSES
from jalon.core.reading.surface import Surface

SAID = "Il a été convenu de publier les comptes de la commune. La mairie s’engage à entretenir la piste.\n\n"
TABLE = "N°\tActions\tResponsable\n01\tPublier les comptes de la commune\tMairie\n"


def forgotten(text: str) -> list[str]:
    surface = Surface(text)
    for one in PASSES:
        one(surface)
    return [text[action.start : action.end] for action in untabled(surface)]


def test_untabled_is_what_no_row_takes_up():
    assert forgotten(SAID + TABLE) == ["La mairie s’engage à entretenir la piste"]


def test_untabled_nothing_without_a_table():
    assert forgotten(SAID) == []
