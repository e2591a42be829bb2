import pytest

from jalon.core.reading.facts import FactType
from jalon.core.reading.reader import read


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("150 ménages de 10 villages sont suivis. Parmi eux, 45 sont pauvres et 30 ont un puits.", "ménages"),
        ("620 enfants de 22 villages, dont 310 filles, sont suivis. Parmi eux, 45 sont malades.", "enfants"),
        ("620 enfants de 22 villages, dont 310 filles, sont suivis. Parmi elles, 45 sont malades.", "filles"),
        ("12 villages de 3 communes ont été visités. Parmi eux, 4 ont un forage.", "villages"),
    ],
)
def test_some_of_those_just_told_are_never_some_of_the_places_they_live_in(text: str, unit: str):
    counts = [fact for fact in read(text).facts if fact.type is FactType.QUANTITY]
    some = [fact for fact in counts if fact.start > text.index("Parmi")]

    assert {fact.of.text("unit") for fact in some if fact.of is not None} == {unit}
