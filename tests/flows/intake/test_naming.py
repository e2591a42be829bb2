"""Places as people write them."""

import pytest

from jalon.flows.intake.naming import place_named, places_said, written
from jalon.records.problems import Refused
from tests.factories.places import PlaceFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def goundams():
    return [PlaceFactory(name="Goundam", level=level) for level in ("cercle", "commune")]


def test_place_named_with_its_level(goundams):
    assert [place_named(written(place)) for place in goundams] == goundams


def test_place_named_alone_without_accents(goundams):
    segou = PlaceFactory(name="Ségou", level="region")

    assert place_named("segou") == segou
    assert place_named("  ") is None


@pytest.mark.parametrize(
    ("text", "code"),
    [("Goundam", "several_places"), ("Atlantide", "unknown_place"), ("Goundam (pays)", "unknown_place")],
)
def test_place_named_refuses(goundams, text, code):
    with pytest.raises(Refused) as refusal:
        place_named(text)

    assert refusal.value.code == code


def test_places_said_puts_the_hinted_level_first(goundams):
    cercle, commune = goundams

    assert places_said("dans la commune de Goundam") == [commune, cercle]
    assert places_said("Le Cercle de Goundam") == [cercle, commune]
    assert places_said("à Goundam") == [cercle, commune]
    assert places_said("rien de connu à Atlantide") == []


def test_places_said_asks_once(goundams, django_assert_num_queries):
    with django_assert_num_queries(2):
        places_said("Goundam, Diré, Ségou et Tombouctou")
