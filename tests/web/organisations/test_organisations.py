"""The list of organisations and the page of one."""

import datetime

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from jalon.records.parties.actions import add_succession
from jalon.records.parties.models import Organisation
from jalon.records.programmes.models import Participation
from tests.factories.parties import OrganisationFactory
from tests.factories.programmes import AgreementFactory, ParticipationFactory, ProgrammeFactory
from tests.web.pages import first_column, get, patched

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("asked", ["amss", "survie sahel", "Association", "assoc mal"])
def test_organisation_is_found_by_acronym_or_words(client: Client, asked: str) -> None:
    OrganisationFactory(name="Association malienne pour la survie au Sahel", acronym="AMSS")
    OrganisationFactory(name="Welthungerhilfe", acronym="WHH")

    found = first_column(get(client, f"/organisations/?q={asked}"), "organisations")

    assert found == ["Association malienne pour la survie au Sahel"]


def test_nature_narrows_the_list(client: Client) -> None:
    OrganisationFactory(name="LuxDev", kind=Organisation.Kind.DONOR)
    OrganisationFactory(name="AMSS")

    assert first_column(get(client, "/organisations/?nature=donor"), "organisations") == ["LuxDev"]


def test_only_visible_programmes_are_counted(client: Client) -> None:
    organisation = OrganisationFactory()
    ParticipationFactory(organisation=organisation)
    ParticipationFactory(organisation=organisation, programme__published=False, role="partner")

    row = get(client, "/organisations/").select_one("#organisations tbody tr")

    assert row is not None
    assert [td.get_text(strip=True) for td in row.select("td")][-2:] == ["bailleur", "1"]


def test_page_tells_the_succession_and_the_programmes_by_role(client: Client) -> None:
    old = OrganisationFactory(name="Ministère des Mines, de l’Énergie et de l’Eau", acronym="MMEE")
    new = OrganisationFactory(name="Ministère des Mines", opened_on=datetime.date(2021, 6, 11))
    add_succession(predecessor=old, successor=new, on="2021", act="Décret de 2021")
    programme = ProgrammeFactory(short_title="Stabilisation")
    ParticipationFactory(programme=programme, organisation=new, role=Participation.Role.STEERING)
    AgreementFactory(programme=programme, title="Accord-cadre", parties=[new], signed_on="2017-02")
    ParticipationFactory(organisation=new, programme__published=False)

    soup = get(client, f"/organisations/{new.uid}/")

    life = soup.select_one(".timeline li")
    assert life is not None
    assert [life.select_one(".when").get_text(), life.b.get_text(), life.a["href"]] == [
        "2021",
        "Prend la suite de",
        f"/organisations/{old.uid}/",
    ]
    section = soup.select_one("[aria-labelledby=programmes]")
    assert section is not None
    assert [h3.get_text() for h3 in section.select("h3")] == ["Membre du pilotage", "Textes signés"]
    assert [link.get_text() for link in section.select("a")] == ["Stabilisation", "Accord-cadre"]


def test_predecessor_names_who_came_after(client: Client) -> None:
    old, new = OrganisationFactory(), OrganisationFactory(name="Ministère des Mines")
    add_succession(predecessor=old, successor=new)

    event = get(client, f"/organisations/{old.uid}/").select_one(".timeline li")

    assert event is not None
    assert [event.b.get_text(), event.a.get_text()] == ["Remplacée par", "Ministère des Mines"]


def test_patched_list_equals_the_reloaded_one(client: Client) -> None:
    OrganisationFactory(name="LuxDev", kind=Organisation.Kind.DONOR)
    OrganisationFactory(name="AMSS")

    after, reloaded = patched(client, "/organisations/", "/organisations/?nature=donor", "organisations")

    assert after == reloaded


@pytest.mark.parametrize("count", [1, 3])
def test_number_of_queries_does_not_depend_on_the_rows(
    client: Client, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    organisation = OrganisationFactory()
    for _n in range(count):
        ParticipationFactory(organisation=organisation)
        AgreementFactory(parties=[organisation])
        add_succession(predecessor=OrganisationFactory(), successor=organisation)
        ParticipationFactory()

    with django_assert_num_queries(3):
        client.get("/organisations/")
    with django_assert_num_queries(6):
        client.get(f"/organisations/{organisation.uid}/")
