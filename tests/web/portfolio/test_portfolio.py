"""The portfolio: the first page, for everybody."""

import csv
import gzip
import io

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from jalon.records.programmes.actions import add_place
from jalon.records.programmes.models import Status
from tests.factories.parties import OrganisationFactory
from tests.factories.places import DivisionFactory, PlaceFactory, rebuild_closure
from tests.factories.programmes import (
    AmendmentFactory,
    ParticipationFactory,
    ProgrammeCodeFactory,
    ProgrammeFactory,
    StatusChangeFactory,
)
from tests.people import people
from tests.web.pages import first_column, get, patched, soup_of

pytestmark = pytest.mark.django_db


def full_programme(n: int, place: object = None, **fields: object) -> object:
    """A programme with one of everything that its line shows."""
    programme = ProgrammeFactory(short_title=f"Projet {n}", planned_end="2030-12", **fields)
    ProgrammeCodeFactory(programme=programme, value=f"MLI/80{n}")
    StatusChangeFactory(programme=programme)
    AmendmentFactory(programme=programme, months=6, new_end="2031-06")
    ParticipationFactory(programme=programme)
    if place is not None:
        add_place(programme=programme, place=place)
    return programme


@pytest.fixture
def cercle() -> object:
    division = DivisionFactory()
    region = PlaceFactory(
        level="region", name="Tombouctou", parents={division: PlaceFactory(level="country")}
    )
    made = PlaceFactory(level="cercle", name="Goundam", parents={division: region}, latitude=16, longitude=-3)
    rebuild_closure()
    return made


@pytest.mark.parametrize("count", [1, 3])
def test_number_of_queries_does_not_depend_on_the_rows(
    client: Client, cercle: object, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for n in range(count):
        full_programme(n, cercle)

    with django_assert_num_queries(PORTFOLIO_QUERIES):
        client.get("/")


PORTFOLIO_QUERIES = 15


def test_visitor_sees_what_is_published(client: Client) -> None:
    full_programme(1)
    full_programme(2, published=False)

    assert first_column(get(client, "/"), "programmes") == ["Projet 1"]


def test_member_sees_the_unpublished_programme_too(client: Client) -> None:
    client.force_login(people(full_programme(2, published=False)).boubacar)

    assert first_column(get(client, "/"), "programmes") == ["Projet 2"]


def test_project_stands_under_its_programme_and_components_on_the_sheet_only(client: Client) -> None:
    whole = ProgrammeFactory(short_title="Zone stable", kind="programme")
    part = ProgrammeFactory(short_title="Appui", kind="component", parent=whole)
    ProgrammeFactory(short_title="Relance", kind="project", parent=part)
    ProgrammeFactory(short_title="Médiation")

    soup = get(client, "/")

    assert first_column(soup, "programmes") == ["Médiation", "Zone stable", "Relance"]
    assert [th.get("class") for th in soup.select("#programmes tbody th")] == [None, None, ["l1"]]
    assert first_column(get(client, "/?q=appui"), "programmes") == ["Appui"]


@pytest.mark.parametrize("asked", ["goundam", "GOÜNDAM", "mli 801", "MLI/801", "ijg", "insertion jeunes"])
def test_text_is_looked_for_without_accents_in_titles_codes_and_acronyms(client: Client, asked: str) -> None:
    programme = ProgrammeFactory(short_title="Jeunes de Goundam", title="Insertion des jeunes", acronym="IJG")
    ProgrammeCodeFactory(programme=programme, value="MLI/801")
    ProgrammeFactory(short_title="Autre projet", title="Autre")

    assert first_column(get(client, f"/?q={asked}"), "programmes") == ["Jeunes de Goundam"]


def test_status_is_the_last_one(client: Client) -> None:
    programme = full_programme(1)
    full_programme(2)
    StatusChangeFactory(programme=programme, status=Status.CLOSED, on="2025-07")

    assert first_column(get(client, "/?statut=closed"), "programmes") == ["Projet 1"]
    assert first_column(get(client, "/?statut=running"), "programmes") == ["Projet 2"]


def test_organisation_and_place_narrow_the_list(client: Client, cercle: object) -> None:
    here = full_programme(1, cercle)
    full_programme(2)
    funder = OrganisationFactory(name="Bailleur")
    ParticipationFactory(programme=here, organisation=funder)
    region = cercle.parents.get().parent

    assert first_column(get(client, f"/?organisation={funder.uid}"), "programmes") == ["Projet 1"]
    assert first_column(get(client, f"/?lieu={region.uid}"), "programmes") == ["Projet 1"]


def test_what_is_not_offered_narrows_nothing_and_is_said(client: Client) -> None:
    full_programme(1)

    soup = get(client, "/?statut=rien")

    assert first_column(soup, "programmes") == ["Projet 1"]
    assert len(soup.select(".filters .errorlist")) == 1


def test_extension_is_told_beside_the_period(client: Client) -> None:
    full_programme(1)

    soup = get(client, "/")
    cell = soup.select_one("#programmes td[data-label=Période]")

    assert cell is not None
    assert (
        cell.get_text("|") == "jusqu’à juin 2031|fin prolongée\N{NO-BREAK SPACE}: décembre 2030 → juin 2031"
    )


def test_running_programme_past_its_end_is_to_be_followed(client: Client) -> None:
    late = ProgrammeFactory(short_title="En retard", planned_end="2020-12")
    StatusChangeFactory(programme=late)
    closed = ProgrammeFactory(short_title="Fini", planned_end="2020-12")
    StatusChangeFactory(programme=closed, status=Status.CLOSED)

    soup = get(client, "/")

    assert [link.get_text() for link in soup.select(".columns .items a")] == ["En retard"]


def test_order_is_asked_for_in_the_address(client: Client) -> None:
    for n, end in ((1, "2030"), (2, "2029")):
        ProgrammeFactory(short_title=f"Projet {n}", planned_end=end)

    assert first_column(get(client, "/?tri=end"), "programmes") == ["Projet 2", "Projet 1"]
    assert first_column(get(client, "/?tri=-end"), "programmes") == ["Projet 1", "Projet 2"]


def test_map_counts_programmes_by_region(client: Client, cercle: object) -> None:
    region = cercle.parents.get().parent
    region.latitude, region.longitude = 16, -3
    region.save()
    full_programme(1, cercle)
    full_programme(2, region)

    soup = get(client, "/")

    assert [row.get_text(" ").split() for row in soup.select("#carte tbody tr")] == [["Tombouctou", "2"]]


def test_patched_list_equals_the_reloaded_one(client: Client) -> None:
    full_programme(1)
    full_programme(2)

    after, reloaded = patched(client, "/", "/?q=801", "programmes")

    assert after == reloaded


def test_csv_holds_every_programme_with_raw_dates(client: Client) -> None:
    full_programme(1)

    rows = list(
        csv.reader(io.StringIO(client.get("/?export=csv").content.decode("utf-8-sig")), delimiter=";")
    )

    line = dict(zip(rows[0], rows[1], strict=True))
    assert (line["Codes"], line["Fin prévue"], line["Fin après avenants"]) == (
        "MLI/801",
        "2030-12",
        "2031-06",
    )
    assert len(rows) == 2


def test_list_of_two_hundred_programmes_stays_light(client: Client) -> None:
    for n in range(200):
        ProgrammeFactory(short_title=f"Projet {n}")

    response = client.get("/")

    assert len(gzip.compress(response.content, 6)) < 20_000
    assert len(soup_of(response).select("#programmes tbody tr")) == 50
