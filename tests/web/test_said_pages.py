"""Where a passage is quoted as a source, its page in the file is said, to who may read it."""

import datetime

import pytest
from django.urls import reverse

from jalon.core.figures.question import Question
from jalon.records.ledger.actions import attach_remark
from jalon.records.ledger.models import Entry
from jalon.records.programmes import actions as programmes
from jalon.records.sources.actions import cite
from jalon.records.sources.models import Document, Source, Text
from jalon.web.figures.asking import figure_href
from tests.factories.ledger import EntryFactory
from tests.factories.programmes import ProgrammeFactory, StatusChangeFactory
from tests.factories.sources import DocumentFactory, RemarkFactory, TextFactory
from tests.people import people
from tests.web.pages import get

pytestmark = pytest.mark.django_db
FIRST = "La première page ne dit rien."
SECOND = "Les équipes ont formé 43 personnes à Goundam en 2017."
WORDS = f"{FIRST}\n\n{SECOND}"
PAGES = [(0, len(FIRST) + 2, 11, False), (len(FIRST) + 2, len(WORDS), 12, True)]
SAID = "page 12 (texte reconnu, à vérifier)"


@pytest.fixture
def programme():
    return ProgrammeFactory(published=True)


def passage(programme, visibility: str = "public") -> Source:
    document = DocumentFactory(title="Rapport 2017", visibility=visibility)
    programmes.attach_document(programme=programme, document=document)
    text = TextFactory(version__document=document, content=WORDS, pages=PAGES)
    return cite(text=text, quote="43 personnes")


def document_of(source: Source) -> Document:
    assert isinstance(source.text, Text)
    return source.text.version.document


def figure_of(entry: Entry) -> str:
    year = (datetime.date(2017, 1, 1), datetime.date(2017, 12, 31))
    return figure_href(Question((entry.account.uid,), "achieved", *year))


def words(element) -> str:
    return " ".join(element.get_text().split())


def test_figure_says_the_page_of_its_sources(client, programme):
    entry = EntryFactory(account__programme=programme, source=passage(programme))

    assert f"« 43 personnes », {SAID}" in words(get(client, figure_of(entry)).main)


def test_figure_keeps_the_page_of_an_internal_document(client, programme):
    entry = EntryFactory(account__programme=programme, source=passage(programme, "internal"))

    assert "page 12" not in words(get(client, figure_of(entry)).main)


def test_entry_says_the_page_of_its_passage(client, programme):
    entry = EntryFactory(account__programme=programme, source=passage(programme))
    page = get(client, reverse("entry", args=[entry.uid]))

    assert f"Rapport 2017, {SAID}" in words(page.main)


def test_remarks_say_the_pages_of_what_they_tie(client, programme):
    source = passage(programme)
    entry = EntryFactory(account__programme=programme, source=source)
    remark = RemarkFactory(first=source)
    attach_remark(account=entry.account, remark=remark)
    programmes.attach_remark(programme=programme, remark=remark)
    addresses = [
        reverse("document", args=[document_of(source).uid]),
        reverse("entry", args=[entry.uid]),
        reverse("programme", args=[programme.slug]),
        figure_of(entry),
    ]

    footers = [words(get(client, address).select_one(".remark footer")) for address in addresses]

    assert footers == [f"Rapport 2017, {SAID}"] * 4


def test_sheet_says_the_page_beside_the_link_to_a_source(client, programme):
    StatusChangeFactory(programme=programme, source=passage(programme))
    client.force_login(people(programme).awa)
    page = get(client, reverse("programme", args=[programme.slug]))

    assert f"voir la source, {SAID}" in {words(link) for link in page.select("a")}
