"""One box finds programmes, places, organisations and documents."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests.factories.parties import OrganisationFactory
from tests.factories.places import DivisionFactory, PlaceFactory, rebuild_closure
from tests.factories.programmes import ProgrammeCodeFactory, ProgrammeFactory
from tests.factories.sources import DocumentFactory
from tests.web.pages import get

pytestmark = pytest.mark.django_db


def found(client: Client, text: str) -> dict[str, list[str]]:
    """What was found, by heading."""
    sections = get(client, f"/recherche/?q={text}").select("main section")
    return {
        section.h2.contents[0].strip(): [link.get_text() for link in section.select(".items a")]
        for section in sections
    }


def test_each_kind_is_found_without_accents(client: Client) -> None:
    ProgrammeFactory(title="Jeunes de Ségou")
    PlaceFactory(name="Ségou")
    OrganisationFactory(name="Conseil régional de Ségou")
    DocumentFactory(title="Compte rendu de Ségou")

    assert found(client, "segou") == {
        "Programmes et projets": ["Jeunes de Ségou"],
        "Lieux": ["Ségou"],
        "Acteurs": ["Conseil régional de Ségou"],
        "Documents": ["Compte rendu de Ségou"],
    }


def test_programme_is_found_by_code(client: Client) -> None:
    ProgrammeCodeFactory(programme=ProgrammeFactory(title="Soutien rapide"), value="MLI/801")

    assert found(client, "mli801") == {"Programmes et projets": ["Soutien rapide"]}


def test_places_of_one_name_are_told_apart(client: Client) -> None:
    division = DivisionFactory()
    region = PlaceFactory(
        level="region", name="Tombouctou", parents={division: PlaceFactory(level="country")}
    )
    PlaceFactory(level="cercle", name="Goundam", parents={division: region})
    rebuild_closure()

    soup = get(client, "/recherche/?q=goundam")

    assert [item.get_text() for item in soup.select(".items p")] == ["cercle · Tombouctou"]


def test_name_written_apart_is_found(client: Client) -> None:
    PlaceFactory(name="N’Tillit")

    assert found(client, "ntillit") == {"Lieux": ["N’Tillit"]}


def test_twenty_are_shown_and_all_are_counted(client: Client) -> None:
    for n in range(23):
        OrganisationFactory(name=f"Coopérative {n}")

    section = get(client, "/recherche/?q=coop").select_one("main section")

    assert section is not None
    assert (section.h2.small.get_text(), len(section.select(".items li"))) == ("23", 20)


def test_nothing_found_says_what_to_try(client: Client) -> None:
    soup = get(client, "/recherche/?q=zzz")

    assert [blank.b.get_text() for blank in soup.select(".blank")] == ["Rien ne porte ce nom"]


def test_text_is_kept_in_the_box_and_never_run(client: Client) -> None:
    soup = get(client, "/recherche/?q=<script>x</script>")

    assert soup.select_one("#cherche")["value"] == "<script>x</script>"
    assert list(soup.select("main script")) == []


@pytest.mark.parametrize("count", [1, 3])
def test_number_of_queries_does_not_depend_on_what_is_found(
    client: Client, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for n in range(count):
        ProgrammeFactory(title=f"Ségou {n}", short_title=f"Ségou {n}")
        PlaceFactory(name=f"Ségou {n}")
        OrganisationFactory(name=f"Ségou {n}")
        DocumentFactory(title=f"Ségou {n}")

    with django_assert_num_queries(13):
        client.get("/recherche/?q=segou")
