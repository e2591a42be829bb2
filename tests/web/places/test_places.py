"""The list of places and the page of one."""

import datetime

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from jalon.records.places.actions import add_code, add_name
from jalon.records.programmes.actions import add_place
from tests.factories.parties import OrganisationFactory
from tests.factories.places import DivisionFactory, PlaceFactory, ZoneFactory, rebuild_closure
from tests.factories.programmes import ProgrammeFactory
from tests.web.pages import first_column, get, patched

pytestmark = pytest.mark.django_db


@pytest.fixture
def ground() -> dict[str, object]:
    """Douentza, a cercle of Mopti until 2023 and a region since; the division of 2023 is in force."""
    old = DivisionFactory(
        code="ML-2016", in_force_from=datetime.date(2016, 1, 19), in_force_to=datetime.date(2023, 3, 12)
    )
    new = DivisionFactory(code="ML-2023", in_force_from=datetime.date(2023, 3, 13))
    country = PlaceFactory(level="country", name="Mali")
    mopti = PlaceFactory(level="region", name="Mopti", parents={old: country, new: country})
    region = PlaceFactory(level="region", name="Douentza", parents={new: country})
    cercle = PlaceFactory(level="cercle", name="Douentza", parents={old: mopti, new: region})
    rebuild_closure()
    return {"mopti": mopti, "region": region, "cercle": cercle, "country": country, "new": new}


def test_tree_follows_the_division(client: Client, ground: dict[str, object]) -> None:
    assert first_column(get(client, "/territoires/"), "lieux") == ["Douentza", "Douentza", "Mopti"]
    assert first_column(get(client, "/territoires/?decoupage=ML-2016"), "lieux") == ["Mopti", "Douentza"]


def test_place_is_found_by_another_spelling(client: Client, ground: dict[str, object]) -> None:
    add_name(place=ground["cercle"], text="Douenza", kind="variant")

    soup = get(client, "/territoires/?q=DOUENZÀ")

    assert [link["href"] for link in soup.select("#lieux tbody th a")] == [
        f"/territoires/{ground['cercle'].uid}/"
    ]


def test_programmes_are_counted_above_and_below(client: Client, ground: dict[str, object]) -> None:
    add_place(programme=ProgrammeFactory(), place=ground["cercle"])
    add_place(programme=ProgrammeFactory(), place=ZoneFactory(members=[ground["region"]]))
    add_place(programme=ProgrammeFactory(published=False), place=ground["region"])
    rebuild_closure()

    cells = get(client, "/territoires/").select('#lieux td[data-label="Programmes et projets"]')

    assert [cell.get_text(strip=True) for cell in cells] == ["2", "2", ""]


def test_patched_list_equals_the_reloaded_one(client: Client, ground: dict[str, object]) -> None:
    after, reloaded = patched(client, "/territoires/", "/territoires/?decoupage=ML-2016", "lieux")

    assert after == reloaded


def test_page_tells_names_codes_and_parents_of_each_division(
    client: Client, ground: dict[str, object]
) -> None:
    cercle = ground["cercle"]
    add_name(place=cercle, text="Douenza", kind="variant")
    add_code(place=cercle, scheme="P-code", vintage="2015", value="ML0506")
    OrganisationFactory(name="Mairie de Douentza", place=cercle)

    soup = get(client, f"/territoires/{cercle.uid}/")

    lines = [(line.dt.get_text(), line.dd.get_text()) for line in soup.select(".terms > div")]
    assert lines == [
        ("Nom (officiel)", "Douentza"),
        ("Nom (variante)", "Douenza"),
        ("P-code, millésime 2015", "ML0506"),
        ("ML-2023", "Douentza (région), Mali (pays)"),
        ("ML-2016", "Mopti (région), Mali (pays)"),
    ]
    assert [link.get_text() for link in soup.select("[aria-labelledby=organisations] a")] == [
        "Mairie de Douentza"
    ]


def test_place_that_a_division_does_not_know_says_so(client: Client, ground: dict[str, object]) -> None:
    soup = get(client, f"/territoires/{ground['region'].uid}/")

    assert soup.select(".terms")[1].select("dd")[-1].get_text() == "n’y figure pas"


def test_what_lies_below_follows_the_division_asked(client: Client, ground: dict[str, object]) -> None:
    address = f"/territoires/{ground['mopti'].uid}/"

    assert get(client, address).select("#dessous") == []
    below = get(client, f"{address}?decoupage=ML-2016").select("[aria-labelledby=dessous] li a")
    assert [link.get_text() for link in below] == ["Douentza"]


def test_zone_shows_its_members_and_programmes(client: Client, ground: dict[str, object]) -> None:
    zone = ZoneFactory(name="Zone du delta", members=[ground["mopti"]])
    add_place(programme=ProgrammeFactory(short_title="Delta"), place=zone)
    rebuild_closure()

    soup = get(client, f"/territoires/{zone.uid}/")

    assert [link.get_text() for link in soup.select("[aria-labelledby=membres] a")] == ["Mopti"]
    assert first_column(soup, "programmes") == ["Delta"]
    mopti = get(client, f"/territoires/{ground['mopti'].uid}/")
    assert first_column(mopti, "programmes") == ["Delta"]
    assert [link.get_text() for link in mopti.select("[aria-labelledby=zones] a")] == ["Zone du delta"]


@pytest.mark.parametrize("count", [1, 3])
def test_number_of_queries_does_not_depend_on_the_rows(
    client: Client, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    division, country = DivisionFactory(), PlaceFactory(level="country")
    regions = [PlaceFactory(level="region", parents={division: country}) for _n in range(count)]
    for region in regions:
        add_code(place=region, scheme="P-code", vintage="2015", value=region.name)
        add_place(programme=ProgrammeFactory(), place=ZoneFactory(members=[region]))
        OrganisationFactory(place=regions[0])
        PlaceFactory(parents={division: regions[0]})
    rebuild_closure()

    with django_assert_num_queries(11):
        client.get("/territoires/")
    with django_assert_num_queries(18):
        client.get(f"/territoires/{regions[0].uid}/")
