"""What an installation knows is handed to the reader; levels as texts say them."""

import pytest

from jalon.flows.reading.names import at_level, known_names
from jalon.records.programmes.actions import attach_document
from tests.factories.parties import OrganisationFactory
from tests.factories.places import PlaceFactory
from tests.factories.programmes import ProgrammeFactory
from tests.factories.sources import DocumentFactory

pytestmark = pytest.mark.django_db


def test_known_names_by_all_their_spellings(django_assert_num_queries):
    PlaceFactory(name="Goundam", level="cercle")
    PlaceFactory(name="Diré", level="cercle")
    PlaceFactory(name="Diré", level="commune")
    OrganisationFactory(name="Association malienne pour la survie au Sahel", acronym="AMSS")
    ProgrammeFactory(
        title="Emploi des jeunes à Goundam", short_title="Emploi des jeunes", acronym="EJG", published=True
    )
    ProgrammeFactory(title="Programme en préparation", short_title="En préparation", published=False)
    document = DocumentFactory()
    with django_assert_num_queries(3):
        known = known_names(document)

    assert (known.places, known.levels) == ({"Goundam": "Goundam", "Diré": "Diré"}, {"Goundam": "cercle"})
    assert known.organisations["AMSS"] == "Association malienne pour la survie au Sahel"
    assert known.programmes == {
        "Emploi des jeunes à Goundam": "Emploi des jeunes",
        "Emploi des jeunes": "Emploi des jeunes",
        "EJG": "Emploi des jeunes",
    }


def test_names_of_an_unpublished_programme_are_known_for_its_own_documents_alone():
    programme = ProgrammeFactory(
        title="Programme en préparation", short_title="En préparation", published=False
    )
    own, other = DocumentFactory(), DocumentFactory()
    attach_document(programme=programme, document=own)

    assert "Programme en préparation" in known_names(own).programmes
    assert "Programme en préparation" not in known_names(other).programmes


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
