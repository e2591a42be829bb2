"""The list of documents and their pages: what is shown, to whom, at what cost."""

import gzip

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from jalon.flows.intake.receiving import Sheet, receive_document, receive_version
from jalon.records.programmes.actions import attach_document
from tests.factories.ledger import EntryFactory
from tests.factories.programmes import ProgrammeFactory
from tests.factories.sources import (
    DocumentFactory,
    PassageFactory,
    RemarkFactory,
    TextFactory,
    TypedSourceFactory,
)
from tests.people import people

pytestmark = pytest.mark.django_db
TEXT = "RAPPORT\n\nEn 2017, 43 personnes ont été formées, dont 19 femmes."


def soup(response) -> BeautifulSoup:
    return BeautifulSoup(response.content, "html.parser")


def received(programme, content: str = TEXT, **sheet):
    given = {"title": "Rapport annuel", "kind": "report", "visibility": "public", **sheet}
    return receive_document(
        content=content.encode(),
        file_name="rapport.txt",
        sheet=Sheet(**given),
        programmes=[programme],
        by="awa",
    )


def cited(programme, quote: str = "43 personnes"):
    document = received(programme)
    source = PassageFactory(text=document.versions.get().texts.get(), quote=quote)
    return document, EntryFactory(account__programme=programme, source=source)


def status(client, address: str) -> int:
    answer = client.get(address)
    if answer.streaming:
        b"".join(answer.streaming_content)
    return answer.status_code


def test_list_shows_what_may_be_read(client):
    DocumentFactory(title="Rapport public")
    inner = DocumentFactory(title="Note interne", visibility="internal")
    programme = ProgrammeFactory()
    attach_document(programme=programme, document=inner)
    awa, _boubacar, coumba, _admin = people(programme)

    def titles():
        return [link.text for link in soup(client.get(reverse("documents"))).select("tbody th a")]

    assert titles() == ["Rapport public"]
    client.force_login(coumba)
    assert titles() == ["Rapport public"]
    client.force_login(awa)
    assert set(titles()) == {"Rapport public", "Note interne"}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("q=segou", ["Table ronde de Ségou"]),
        ("nature=minutes", ["Table ronde de Ségou"]),
        ("annee=2017", ["Rapport"]),
        ("programme=pro-arides", ["Table ronde de Ségou"]),
        ("tri=title", ["Rapport", "Table ronde de Ségou"]),
        ("nature=inventee", ["Table ronde de Ségou", "Rapport"]),
    ],
)
def test_list_filters_and_sorts(client, query, expected):
    round_table = DocumentFactory(title="Table ronde de Ségou", kind="minutes", dated="2023-10")
    DocumentFactory(title="Rapport", dated="2017")
    programme = ProgrammeFactory(short_title="Pro-ARIDES")
    attach_document(programme=programme, document=round_table)

    page = soup(client.get(f"{reverse('documents')}?{query}"))

    assert [link.text for link in page.select("tbody th a")] == expected


def test_list_exports_its_rows(client):
    DocumentFactory(title="Rapport", dated="2017-03")

    answer = client.get(f"{reverse('documents')}?export=csv")

    assert "attachment" in answer["Content-Disposition"]
    assert answer.content.decode("utf-8-sig").splitlines()[1].startswith("Rapport;rapport;2017-03;")


def test_list_partial_is_the_table_of_the_page(client):
    DocumentFactory()

    partial = client.get(reverse("documents"), headers={"HX-Request": "true"})

    assert soup(partial).select_one("#documents") == soup(client.get(reverse("documents"))).select_one(
        "#documents"
    )


def test_list_costs_the_same_queries_for_one_and_three(client, django_assert_num_queries):
    programme = ProgrammeFactory()
    attach_document(programme=programme, document=DocumentFactory())

    with django_assert_num_queries(5):
        client.get(reverse("documents"))
    for _n in range(2):
        attach_document(programme=programme, document=DocumentFactory())
    with django_assert_num_queries(5):
        client.get(reverse("documents"))


def test_document_sets_its_text_and_what_its_passages_say(client):
    document, entry = cited(ProgrammeFactory())

    page = soup(client.get(reverse("document", args=[document.uid])))

    assert page.select_one(".leaf h2").text == "RAPPORT"
    assert page.select_one("mark").text == "43 personnes"
    note = page.select_one(".notes li")
    assert note.select_one("a")["href"] == reverse("entry", args=[entry.uid])
    assert entry.account.label in note.text


def test_document_highlights_the_passage_asked_for(client):
    document, entry = cited(ProgrammeFactory())

    page = soup(client.get(reverse("document", args=[document.uid]), {"passage": entry.source.uid}))

    assert page.select_one("mark#passage.current").text == "43 personnes"


def test_document_unknown_passage_is_not_found(client):
    document, _entry = cited(ProgrammeFactory())

    assert client.get(reverse("document", args=[document.uid]), {"passage": "absent"}).status_code == 404


def test_document_draft_notes_only_for_those_who_see_drafts(client):
    programme = ProgrammeFactory()
    document, entry = cited(programme)
    EntryFactory(account=entry.account, source=entry.source, values={"": 44}, approved=False)
    address = reverse("document", args=[document.uid])

    assert len(soup(client.get(address)).select(".notes li")) == 1
    client.force_login(people(programme).awa)
    assert len(soup(client.get(address)).select(".notes li")) == 2


def test_document_shows_its_remarks_unless_they_quote_what_is_closed(client):
    document, entry = cited(ProgrammeFactory())
    RemarkFactory(title="Vu deux fois", first=entry.source)
    inner = PassageFactory(text__version__document__visibility="internal")
    RemarkFactory(title="Caché", first=entry.source, second=inner)

    text = client.get(reverse("document", args=[document.uid])).content.decode()

    assert "Vu deux fois" in text
    assert "Caché" not in text


def test_document_versions_with_their_hash_and_download(client):
    programme = ProgrammeFactory()
    document = received(programme)
    second = receive_version(document=document, content=b"Nouveau texte.", file_name="v2.txt", by="awa")
    address = reverse("document", args=[document.uid])

    page = soup(client.get(address))
    file = client.get(reverse("document_file", args=[document.uid, 1]))

    assert [link.text for link in page.select("#versions tbody th a")] == ["v2.txt", "rapport.txt"]
    assert second.sha256[:12] in page.select_one("#versions").text
    assert "Nouveau texte." in page.select_one(".leaf").text
    assert "43 personnes" in soup(client.get(address, {"version": 1})).select_one(".leaf").text
    assert b"".join(file.streaming_content) == TEXT.encode()
    assert file["Content-Disposition"] == 'attachment; filename="rapport.txt"'
    assert (file["X-Content-Type-Options"], file["Content-Type"]) == ("nosniff", "application/octet-stream")


def test_document_closed_to_outsiders_with_its_files_and_sources(client):
    programme = ProgrammeFactory()
    document = received(programme, visibility="internal")
    source = PassageFactory(text=document.versions.get().texts.get())
    addresses = [
        reverse("document", args=[document.uid]),
        reverse("document_file", args=[document.uid, 1]),
        reverse("figure_add", args=[document.uid]),
        reverse("source", args=[source.uid]),
    ]

    assert [status(client, address) for address in addresses] == [404] * 4
    client.force_login(people(programme).awa)
    assert [status(client, address) for address in addresses] == [200, 200, 302, 302]


def test_document_receiver_named_only_inside(client):
    programme = ProgrammeFactory()
    document = received(programme)
    address = reverse("document", args=[document.uid])

    assert "awa" not in soup(client.get(address)).select_one("#versions").text
    client.force_login(people(programme).awa)
    assert "awa" in soup(client.get(address)).select_one("#versions").text


def test_document_without_text_says_so(client):
    page = soup(client.get(reverse("document", args=[DocumentFactory().uid])))

    assert page.select_one(".blank b").text == "Aucun texte lu"


def test_document_escapes_what_it_shows(client):
    programme = ProgrammeFactory()
    document = received(programme, "Titre <script>alert(1)</script> & suite, en 2017.")

    assert "<script>alert(1)" not in client.get(reverse("document", args=[document.uid])).content.decode()


def test_document_long_is_shown_in_pages_that_lead_to_the_passage(client):
    content = "\n\n".join(f"Paragraphe {n}. " + "mot " * 2500 + "." for n in range(9))
    document = received(ProgrammeFactory(), content)
    last = PassageFactory(text=document.versions.get().texts.get(), quote="Paragraphe 8.")
    address = reverse("document", args=[document.uid])

    first = soup(client.get(address))
    found = soup(client.get(address, {"passage": last.uid}))

    assert len(first.select(".leaf p")) == 3
    assert found.select_one("mark#passage").text == "Paragraphe 8."
    assert found.select_one(".pages [aria-current]").text.strip().endswith("3")


def test_document_costs_the_same_queries_for_one_passage_and_three(client, django_assert_num_queries):
    programme = ProgrammeFactory()
    document, entry = cited(programme)
    RemarkFactory(first=entry.source)
    address = reverse("document", args=[document.uid])

    with django_assert_num_queries(13):
        client.get(address)
    for quote in ("19 femmes", "En 2017"):
        EntryFactory(account=entry.account, source=PassageFactory(text=entry.source.text, quote=quote))
        RemarkFactory(first=entry.source)
    with django_assert_num_queries(13):
        client.get(address)


def test_document_of_many_passages_is_light(client):
    content = "\n".join(
        f"- Ligne {n} : {n + 10} jeunes formés à un métier de leur choix ;" for n in range(60)
    )
    document = received(ProgrammeFactory(), content)
    text = document.versions.get().texts.get()
    account = EntryFactory().account
    for n in range(60):
        EntryFactory(account=account, source=PassageFactory(text=text, quote=f"{n + 10} jeunes"))

    body = client.get(reverse("document", args=[document.uid])).content

    assert len(gzip.compress(body)) <= 20_000


def test_source_leads_to_its_passage(client):
    document, entry = cited(ProgrammeFactory())

    answer = client.get(reverse("source", args=[entry.source.uid]))

    assert (
        answer["Location"] == f"{reverse('document', args=[document.uid])}?passage={entry.source.uid}#passage"
    )


def test_source_that_is_typed_shows_its_entries(client):
    entry = EntryFactory(source=TypedSourceFactory(by="boubacar", title="Appel du 3 mars"))
    draft = EntryFactory(approved=False)
    address = reverse("source", args=[entry.source.uid])

    outside = soup(client.get(address))
    closed = client.get(reverse("source", args=[draft.source.uid]))

    assert outside.select_one("h1").text == "Appel du 3 mars"
    assert "boubacar" not in outside.text
    assert outside.select_one(".items a")["href"] == reverse("entry", args=[entry.uid])
    assert closed.status_code == 404
    client.force_login(people(entry.account.programme).awa)
    assert "boubacar" in soup(client.get(address)).text


def test_text_of_another_document_is_not_shown_through_a_passage(client):
    document, _entry = cited(ProgrammeFactory())
    other = PassageFactory(text=TextFactory(version__document__visibility="internal"))

    assert client.get(reverse("document", args=[document.uid]), {"passage": other.uid}).status_code == 404
