"""The page of a figure: what it shows, to whom, and what it says of what cannot be asked."""

import datetime

import pytest
from django.urls import reverse

from jalon.core.figures.question import Question
from jalon.records.ledger import actions
from jalon.records.programmes import actions as programmes
from jalon.records.sources import actions as sources
from jalon.web.figures.asking import figure_href
from tests.factories.ledger import AccountFactory, EntryFactory
from tests.factories.programmes import ProgrammeFactory
from tests.people import people

pytestmark = pytest.mark.django_db
WORDS = "Les équipes ont formé 43 personnes, dont 19 femmes, à Goundam en 2017."


def address(account, **changes) -> str:
    question = Question(
        (account.uid,), "achieved", datetime.date(2017, 1, 1), datetime.date(2017, 12, 31)
    ).with_(**changes)
    return figure_href(question)


def passage(programme, visibility: str):
    document = sources.add_document(title="Rapport 2017", kind="report", by="essai", visibility=visibility)
    programmes.attach_document(programme=programme, document=document)
    version = sources.receive(
        document=document, content=WORDS.encode(), file_name="r.txt", media_type="text/plain", by="essai"
    )
    text = sources.keep_text(
        version=version, extractor="essai 1", content=WORDS, blocks=[("p", 0, len(WORDS))]
    )
    return sources.cite(text=text, quote="43 personnes, dont 19 femmes")


@pytest.fixture
def programme():
    return ProgrammeFactory(published=True)


def test_figure_opens_to_its_entries_and_the_passage_of_a_public_document(client, programme):
    source = passage(programme, "public")
    entry = EntryFactory(account__programme=programme, source=source, values={"F": 19, "": 24})

    page = client.get(address(entry.account)).content.decode()

    assert "« 43 personnes, dont 19 femmes »" in page
    assert reverse("source", args=[source.uid]) in page
    assert reverse("entry", args=[entry.uid]) in page


def test_figure_on_an_internal_document_gives_the_public_its_title_only(client, programme):
    source = passage(programme, "internal")
    entry = EntryFactory(account__programme=programme, source=source)
    awa, _boubacar, coumba, _admin = people(programme)

    for viewer in (None, coumba):
        if viewer:
            client.force_login(viewer)
        page = client.get(address(entry.account)).content.decode()
        assert "Rapport 2017" in page
        assert "dont 19 femmes" not in page
        assert reverse("source", args=[source.uid]) not in page
    client.force_login(awa)
    assert "« 43 personnes, dont 19 femmes »" in client.get(address(entry.account)).content.decode()


def test_figure_of_an_account_that_is_not_public_does_not_exist_for_an_outsider(client, programme):
    account = AccountFactory(programme=programme, public=False)
    awa, boubacar, coumba, _admin = people(programme)

    assert client.get(address(account)).status_code == 404
    client.force_login(coumba)
    assert client.get(address(account)).status_code == 404
    for member in (awa, boubacar):
        client.force_login(member)
        assert client.get(address(account)).status_code == 200


def test_figure_never_changes_with_the_viewer(client, programme):
    account = AccountFactory(programme=programme)
    EntryFactory(account=account, source=passage(programme, "internal"))
    awa, _boubacar, coumba, admin = people(programme)
    seen = {client.get(address(account)).context["opened"].answer.low}
    for viewer in (awa, coumba, admin):
        client.force_login(viewer)
        seen.add(client.get(address(account)).context["opened"].answer.low)

    assert seen == {43}


def test_figure_with_drafts_is_refused_to_who_may_not_see_them(client, programme):
    account = AccountFactory(programme=programme)
    EntryFactory(account=account, approved=False)
    awa, _boubacar, coumba, _admin = people(programme)

    assert client.get(address(account, drafts=True)).status_code == 404
    client.force_login(coumba)
    assert client.get(address(account, drafts=True)).status_code == 404
    client.force_login(awa)
    answer = client.get(address(account, drafts=True)).context["opened"].answer
    assert (answer.low, answer.marks) == (43, ("draft",))


def test_figure_of_contradicting_sources_says_so_until_one_is_set_aside(client, programme):
    account = AccountFactory(programme=programme)
    EntryFactory(account=account, values={"": 276})
    other = EntryFactory(account=account, values={"": 275})

    page = client.get(address(account)).content.decode()
    assert "275–276" in page
    assert "Des sources se contredisent" in page
    actions.set_aside(entry=other, by="awa", why="copie du bailleur")
    page = client.get(address(account)).content.decode()
    assert "275–276" not in page
    assert "Écartée : copie du bailleur" in page


def test_figure_without_entries_is_not_zero(client, programme):
    page = client.get(address(AccountFactory(programme=programme))).content.decode()

    assert "ce n’est pas zéro, c’est non renseigné" in page


def test_figure_asked_at_a_place_that_does_not_exist_answers_in_french(client, programme):
    answer = client.get(address(AccountFactory(programme=programme), place="nulle-part"))

    assert answer.status_code == 422
    assert "le lieu « nulle-part » n’existe pas" in answer.content.decode()


def test_figure_costs_the_same_queries_for_one_entry_and_three(client, programme, django_assert_num_queries):
    account = AccountFactory(programme=programme)
    EntryFactory(account=account, kind="event", start=None, end=datetime.date(2017, 3, 12))
    client.get(address(account))
    with django_assert_num_queries(30):
        client.get(address(account))
    for day in (13, 14):
        EntryFactory(account=account, kind="event", start=None, end=datetime.date(2017, 3, day))
    with django_assert_num_queries(30):
        client.get(address(account))


def test_breakdown_exports_raw_numbers(client, programme):
    account = AccountFactory(programme=programme)
    EntryFactory(account=account, values={"F": 1478, "M": 1695})

    answer = client.get(address(account, by=("sex",)) + "&export=csv")

    assert answer["Content-Type"].startswith("text/csv")
    assert "1478" in answer.content.decode()


def test_small_numbers_of_persons_are_withheld_from_the_public_unless_printed(client, programme):
    closed, printed = AccountFactory(programme=programme), AccountFactory(programme=programme)
    EntryFactory(account=closed, source=passage(programme, "internal"), values={"F": 3, "M": 40})
    EntryFactory(account=printed, source=passage(programme, "public"), values={"F": 3, "M": 40})
    awa, _boubacar, coumba, _admin = people(programme)

    def rows(account) -> list[tuple[str, ...]]:
        table = client.get(address(account, by=("sex",))).context["opened"].breakdown
        return [
            tuple(str(one.figure.absence or one.figure.text) for one in row.cells[1:]) for row in table.rows
        ]

    client.force_login(coumba)
    assert rows(closed) == [("withheld",), ("withheld",)]
    assert rows(printed) == [("3",), ("40",)]
    page = client.get(address(closed)).content.decode()
    assert ">43<" in page
    assert "Femmes 3" not in page
    client.force_login(awa)
    assert rows(closed) == [("3",), ("40",)]


def test_a_small_total_of_persons_is_withheld_from_the_public_in_its_rate_too(client, programme):
    account = AccountFactory(programme=programme)
    EntryFactory(account=account, source=passage(programme, "internal"), values={"": 3})
    EntryFactory(account=account, stage="planned", plan_version=1, values={"": 10})
    awa, _boubacar, _coumba, _admin = people(programme)

    for measure in ("value", "rate"):
        opened = client.get(address(account, measure=measure)).context["opened"]
        assert opened.main.figure.absence == "withheld"
    client.force_login(awa)
    assert client.get(address(account)).context["opened"].main.figure.text == "3"


def test_what_a_closed_account_above_states_is_mentioned_to_members_only(client, programme):
    above = AccountFactory(programme=programme, public=False, label="Indicateur interne")
    stated = EntryFactory(account=above, source=passage(programme, "internal"))
    account = AccountFactory(programme=programme, parent=above)
    awa, _boubacar, coumba, _admin = people(programme)

    client.force_login(coumba)
    assert reverse("entry", args=[stated.uid]) not in client.get(address(account)).content.decode()
    client.force_login(awa)
    assert reverse("entry", args=[stated.uid]) in client.get(address(account)).content.decode()
