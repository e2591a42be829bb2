"""The sheet of a programme, and its journal."""

import datetime

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from jalon.records.ledger.models import Account, Entry
from jalon.records.programmes.actions import add_place, attach_document, attach_remark
from jalon.records.programmes.models import Status
from jalon.records.results.actions import adopt
from tests.factories.ledger import AccountFactory, EntryFactory
from tests.factories.places import DivisionFactory, PlaceFactory, rebuild_closure
from tests.factories.programmes import (
    AgreementFactory,
    AmendmentFactory,
    LinkFactory,
    ParticipationFactory,
    ProgrammeCodeFactory,
    ProgrammeFactory,
    StatusChangeFactory,
)
from tests.factories.results import ResultFactory, RevisionFactory
from tests.factories.sources import DocumentFactory, PassageFactory, RemarkFactory, TextFactory
from tests.people import people
from tests.web.pages import get

pytestmark = pytest.mark.django_db
NB = "\N{NO-BREAK SPACE}"


def terms(soup: object) -> dict[str, str]:
    """The lines of the definition lists."""
    return {
        line.select_one("dt").get_text(): line.select_one("dd").get_text("|")
        for line in soup.select(".terms > div")
    }


def whole(count: int) -> object:
    """A programme with `count` of everything its sheet lists."""
    programme = ProgrammeFactory(slug="projet", planned_start="2013-05", planned_end="2015-04")
    division = DivisionFactory()
    revision = RevisionFactory(programme=programme)
    for n in range(count):
        ProgrammeCodeFactory(programme=programme)
        StatusChangeFactory(programme=programme, source=PassageFactory())
        AgreementFactory(
            programme=programme, parties=[ParticipationFactory(programme=programme).organisation]
        )
        AmendmentFactory(programme=programme, new_end="2015-10", source=PassageFactory())
        LinkFactory(programme=programme)
        attach_document(programme=programme, document=DocumentFactory())
        attach_remark(programme=programme, remark=RemarkFactory())
        place = PlaceFactory(level="region", parents={division: PlaceFactory(level="country")})
        add_place(programme=programme, place=place)
        ProgrammeFactory(parent=programme)
        ResultFactory(revision=revision, code=f"R{n}")
        account = AccountFactory(programme=programme, nature=Account.Nature.SOURCE, unit="EUR", decimals=2)
        EntryFactory(account=account, stage=Entry.Stage.PLANNED, plan_version=1)
    rebuild_closure()
    adopt(revision=revision, on=datetime.date(2013, 6, 1), decision="Décision n° 1", by="essai")
    return programme


SHEET_QUERIES = 37


@pytest.mark.parametrize("count", [1, 3])
def test_number_of_queries_does_not_depend_on_what_the_sheet_lists(
    client: Client, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    whole(count)

    with django_assert_num_queries(SHEET_QUERIES):
        client.get("/programmes/projet/")


def test_months_by_the_calendar_stand_beside_those_declared(client: Client) -> None:
    ProgrammeFactory(
        slug="p",
        planned_start="2013-05",
        planned_months=18,
        actual_start="2013-05",
        actual_end="2015-04",
        stated_months=23,
    )

    said = terms(get(client, "/programmes/p/"))

    assert said["Prévu"] == f"à partir de mai 2013|«{NB}18 mois{NB}» d’après la source"
    assert said["Effectif"] == (
        f"mai 2013 – avril 2015|24 mois d’après les dates{NB}; «{NB}23 mois{NB}» d’après la source"
    )


def test_amendment_says_by_what_act_and_where(client: Client) -> None:
    programme = ProgrammeFactory(slug="p", planned_end="2024-12")
    source = PassageFactory()
    AmendmentFactory(
        programme=programme, title="Extension de six mois", act="Décision 9", months=6, new_end="2025-06",
        decided_on="2024-12-05", source=source,
    )  # fmt: skip

    soup = get(client, "/programmes/p/")

    event = soup.select_one(".timeline li")
    assert event.select_one(".when").get_text() == "5 décembre 2024"
    assert event.b.get_text() == f"Avenant 1{NB}: Extension de six mois"
    assert event.p.get_text().startswith(
        f"Acte{NB}: Décision 9 · prolongation de 6 mois · nouvelle fin{NB}: juin 2025"
    )
    assert [a["href"] for a in event.select("a")] == [f"/sources/{source.uid}/"]
    assert terms(soup)["Après avenant"] == f"jusqu’à juin 2025|fin prolongée{NB}: décembre 2024 → juin 2025"


def test_source_in_a_closed_document_is_not_linked(client: Client) -> None:
    programme = ProgrammeFactory(slug="p")
    text = TextFactory(version__document=DocumentFactory(visibility="internal"))
    StatusChangeFactory(programme=programme, source=PassageFactory(text=text))

    assert get(client, "/programmes/p/").select(".timeline a") == []


def test_contribution_of_zero_is_zero_and_what_is_not_said_is_not(client: Client) -> None:
    programme = ProgrammeFactory(slug="p")
    fields = {"programme": programme, "nature": Account.Nature.SOURCE, "unit": "EUR", "unit_label": "EUR"}
    total = AccountFactory(label="Total", order=1, **fields)
    zero = AccountFactory(label="Luxembourg", parent=total, order=2, **fields)
    AccountFactory(label="Mali", parent=total, order=3, **fields)
    AccountFactory(label="Fonds interne", public=False, order=4, **fields)
    for account, value in ((total, 5_000_000), (zero, 0)):
        EntryFactory(account=account, stage=Entry.Stage.PLANNED, plan_version=1, values={"": value})

    rows = get(client, "/programmes/p/").select("#contributions tbody tr")

    assert [(row.th.get_text(), row.td.get_text(strip=True)) for row in rows] == [
        ("Total", "5\N{NARROW NO-BREAK SPACE}000\N{NARROW NO-BREAK SPACE}000avec reste"),
        ("Luxembourg", "0"),
        ("Mali", "non renseigné"),
    ]


def test_remark_is_shown_with_both_passages_unless_one_is_closed(client: Client) -> None:
    programme = ProgrammeFactory(slug="p")
    closed = PassageFactory(text=TextFactory(version__document=DocumentFactory(visibility="internal")))
    attach_remark(programme=programme, remark=RemarkFactory(title="23 ou 18 mois", second=PassageFactory()))
    attach_remark(programme=programme, remark=RemarkFactory(title="Fermé", second=closed))

    soup = get(client, "/programmes/p/")

    assert [h3.get_text() for h3 in soup.select(".remark h3")] == ["23 ou 18 mois"]
    assert len(soup.select(".remark blockquote a")) == 2


def test_family_leaves_out_what_the_viewer_may_not_see(client: Client) -> None:
    parent = ProgrammeFactory(short_title="Au-dessus", published=False)
    ProgrammeFactory(slug="p", short_title="Ici", parent=parent)
    hidden = ProgrammeFactory(short_title="Caché", parent=parent, published=False)

    assert get(client, "/programmes/p/").select(".tree") == []

    awa = people(hidden).admin
    client.force_login(awa)
    tree = [node.get_text(strip=True) for node in get(client, "/programmes/p/").select(".tree .node")]
    assert tree == ["projetAu-dessus", "projetCaché", "projetIci"]


def test_roles_are_for_those_who_have_one(client: Client) -> None:
    programme = ProgrammeFactory(slug="p")
    awa, _boubacar, coumba, _admin = people(programme)

    client.force_login(coumba)
    assert get(client, "/programmes/p/").select("#roles") == []

    client.force_login(awa)
    names = [li.get_text(" ", strip=True) for li in get(client, "/programmes/p/").select("#roles ~ ul > li")]
    assert [name.split(" ")[0] for name in names] == ["Awa", "Boubacar"]


def test_unpublished_sheet_says_so_to_its_members(client: Client) -> None:
    programme = ProgrammeFactory(slug="p", published=False)
    client.force_login(people(programme).boubacar)

    assert len(get(client, "/programmes/p/").select("main > .notice")) == 1


def test_journal_tells_who_did_what_in_french(client: Client) -> None:
    programme = ProgrammeFactory(slug="p", by="awa")
    StatusChangeFactory(programme=programme, status=Status.CLOSED, on="2015-04-14", by="awa")
    client.force_login(people(programme).awa)

    rows = [
        [cell.get_text() for cell in row.select("td")][:2]
        for row in get(client, "/programmes/p/journal/").select("#journal tbody tr")
    ]

    assert rows[-2:] == [["awa", "a changé le statut"], ["awa", "a ouvert la fiche"]]


def test_tab_of_the_journal_is_for_members(client: Client) -> None:
    programme = ProgrammeFactory(slug="p")

    assert "Journal" not in [tab.get_text() for tab in get(client, "/programmes/p/").select(".tabs a")]

    client.force_login(people(programme).boubacar)
    assert "Journal" in [tab.get_text() for tab in get(client, "/programmes/p/").select(".tabs a")]
