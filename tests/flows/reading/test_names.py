"""What an installation knows is handed to the reader; levels as texts say them."""

import pytest

from jalon.flows.reading.names import at_level, known_names
from tests.factories.parties import OrganisationFactory
from tests.factories.places import PlaceFactory
from tests.factories.programmes import ProgrammeFactory

pytestmark = pytest.mark.django_db


def test_known_names_by_all_their_spellings(django_assert_num_queries):
    PlaceFactory(name="Goundam", level="cercle")
    PlaceFactory(name="Diré", level="cercle")
    PlaceFactory(name="Diré", level="commune")
    OrganisationFactory(name="Association malienne pour la survie au Sahel", acronym="AMSS")
    ProgrammeFactory(title="Emploi des jeunes à Goundam", short_title="Emploi des jeunes", acronym="EJG")
    with django_assert_num_queries(3):
        known = known_names()

    assert (known.places, known.levels) == ({"Goundam": "Goundam", "Diré": "Diré"}, {"Goundam": "cercle"})
    assert known.organisations["AMSS"] == "Association malienne pour la survie au Sahel"
    assert known.programmes == {
        "Emploi des jeunes à Goundam": "Emploi des jeunes",
        "Emploi des jeunes": "Emploi des jeunes",
        "EJG": "Emploi des jeunes",
    }


@pytest.mark.parametrize(
    ("said", "levels"),
    [
        ("région", ["region"]),
        ("région/commune", ["commune", "region"]),
        ("ville", ["commune"]),
        ("", ["commune", "region"]),
        ("diocèse", ["commune", "region"]),
    ],
)
def test_at_level(said, levels):
    places = [PlaceFactory(name="Ségou", level=level) for level in ("commune", "region")]

    assert [place.level for place in at_level(places, said)] == levels
