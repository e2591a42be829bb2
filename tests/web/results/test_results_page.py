"""The results table of a programme, for whom it is, and what it costs."""

import datetime

import pytest
from django.urls import reverse

from jalon.records.ledger.actions import add_axis
from jalon.records.results import actions
from tests.factories.ledger import AccountFactory, EntryFactory
from tests.factories.programmes import ProgrammeFactory
from tests.factories.results import ResultFactory, RevisionFactory, SheetFactory
from tests.people import people

pytestmark = pytest.mark.django_db


def framework(programme, indicators: int, *, axes=(), adopted=True, **account):
    """A revision with one result and some indicators: target 50, achieved 43 (19 women)."""
    revision = RevisionFactory(programme=programme)
    node = ResultFactory(revision=revision, code="R1").node
    for rank in range(indicators):
        counted = AccountFactory(programme=programme, **account)
        SheetFactory(revision=revision, node=node, account=counted, code=f"1.{rank}", breakdowns=axes)
        EntryFactory(account=counted, values={"F": 19, "M": 24})
        EntryFactory(account=counted, stage="planned", plan_version=1, values={"": 50})
    if adopted:
        actions.adopt(revision=revision, on=datetime.date(2017, 4, 1), decision="Décision n° 1", by="essai")
    return revision


def page(client, programme, query: str = "") -> str:
    return client.get(reverse("results", args=[programme.slug]) + query).content.decode()


def test_results_show_target_achieved_rate_and_deviation(client):
    programme = ProgrammeFactory(published=True)
    framework(programme, 1)

    text = page(client, programme)

    assert "année 2017" in text
    for figure in (">43<", ">50<", "86 %", "−7"):
        assert figure in text.replace("\u00a0", " ")


def test_results_break_down_on_demand(client):
    programme = ProgrammeFactory(published=True)
    framework(programme, 1, axes=[add_axis(code="sex", label="Sexe")])

    assert ">19<" not in page(client, programme)
    text = page(client, programme, "?par=sex")
    assert ">19<" in text
    assert ">24<" in text


def test_results_cost_the_same_queries_for_one_indicator_and_three(client, django_assert_num_queries):
    one, three = ProgrammeFactory(published=True), ProgrammeFactory(published=True)
    framework(one, 1)
    framework(three, 3)
    page(client, one)

    with django_assert_num_queries(28):
        page(client, one)
    with django_assert_num_queries(28):
        page(client, three)


def test_results_leave_out_what_is_not_public_for_an_outsider(client):
    programme = ProgrammeFactory(published=True)
    framework(programme, 1, public=False, label="Indicateur interne")
    awa, _boubacar, coumba, _admin = people(programme)

    assert "Indicateur interne" not in page(client, programme)
    client.force_login(coumba)
    assert "Indicateur interne" not in page(client, programme)
    client.force_login(awa)
    assert "Indicateur interne" in page(client, programme)


def test_results_of_an_unpublished_programme_do_not_exist_for_an_outsider(client):
    programme = ProgrammeFactory(published=False)
    framework(programme, 1)

    for name in ("results", "framework", "changes"):
        assert client.get(reverse(name, args=[programme.slug])).status_code == 404


def test_results_patched_by_htmx_are_the_rows_of_the_page_reloaded(client):
    programme = ProgrammeFactory(published=True)
    framework(programme, 1)
    address = reverse("results", args=[programme.slug]) + "?periode=debut"

    rows = client.get(address, headers={"HX-Request": "true"}).content.decode().strip()

    assert rows.startswith('<div class="tbl')
    assert rows in client.get(address).content.decode()


def test_results_export_carries_raw_numbers(client):
    programme = ProgrammeFactory(published=True)
    framework(programme, 1)

    text = client.get(reverse("results", args=[programme.slug]) + "?export=csv").content.decode()

    assert ";50;43;" in text


def test_framework_shows_each_revision(client):
    programme = ProgrammeFactory(published=True)
    framework(programme, 1)
    second = actions.open_revision(programme=programme, by="essai")
    level = programme.result_levels.get()
    ResultFactory(revision=second, level=level, code="R2", statement="Résultat ajouté")

    text = client.get(reverse("framework", args=[programme.slug])).content.decode()
    assert "Décision n° 1" in text
    assert "Résultat ajouté" not in text
    address = reverse("framework", args=[programme.slug]) + "?revision=2"
    assert "Résultat ajouté" not in client.get(address).content.decode()
    client.force_login(people(programme).awa)
    assert "Résultat ajouté" in client.get(address).content.decode()


def test_framework_in_preparation_is_not_for_the_public(client):
    programme = ProgrammeFactory(published=True)
    framework(programme, 1, adopted=False)

    assert client.get(reverse("framework", args=[programme.slug])).status_code == 404
    assert programme.title not in client.get(reverse("results_home")).content.decode()
    assert "pas encore de cadre" in page(client, programme)
    client.force_login(people(programme).boubacar)
    assert client.get(reverse("framework", args=[programme.slug])).status_code == 200
