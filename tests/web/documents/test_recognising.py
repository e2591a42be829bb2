"""A scanned document: a person has its text recognised from its page, and the text says that it was."""

import os
import shutil

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from jalon.flows.intake.ocr import tesseract
from jalon.flows.intake.receiving import Sheet, receive_document
from jalon.records.sources.actions import cite
from jalon.records.sources.queries import said_page
from jalon.records.trail.models import TrailEvent
from tests.factories.programmes import ProgrammeFactory
from tests.flows.intake.making import scanned_report
from tests.people import people
from tests.web.pages import FRENCH, soup_of

installed = pytest.mark.skipif(
    shutil.which("tesseract") is None, reason="sudo apt-get install tesseract-ocr tesseract-ocr-fra"
)
pytestmark = pytest.mark.django_db
TEXT = "En 2023, le programme a formé 2 173 jeunes, dont 904 femmes, dans les communes de Diré et de Tonka."
BUTTON = "Reconnaître le texte des pages numérisées"
INSTALL = (
    "La reconnaissance de texte n’est pas installée sur ce serveur. Sous Debian : "
    "apt install tesseract-ocr tesseract-ocr-fra."
)


@pytest.fixture(scope="module")
def scan() -> bytes:
    return scanned_report(TEXT)


@pytest.fixture(scope="module")
def mixed() -> bytes:
    return scanned_report(TEXT, first="Une page de texte, avec 12 puits et 43 femmes formées cette année.")


@pytest.fixture
def everyone(client):
    programme = ProgrammeFactory()
    made = people(programme)
    client.force_login(made.boubacar)
    return programme, made


def received(programme, content: bytes, name: str = "scan.pdf"):
    sheet = Sheet(title="Rapport numérisé", kind="report", visibility="public")
    return receive_document(content=content, file_name=name, sheet=sheet, programmes=[programme], by="awa")


def shown(client, document) -> BeautifulSoup:
    return soup_of(client.get(reverse("document", args=[document.uid]), headers=FRENCH))


def recognise(client, document):
    given = {"retour": "document"}
    address = reverse("reading_recognise", args=[document.uid])
    return client.post(address, given, follow=True, headers=FRENCH)


def notices(page: BeautifulSoup) -> list[str]:
    return [" ".join(one.get_text().split()) for one in page.select(".notice")]


def buttons(page: BeautifulSoup) -> list[str]:
    return [button.get_text() for button in page.select("form.recognise button")]


@installed
def test_scanned_document_is_recognised_from_its_page(client, everyone, scan):
    document = received(everyone[0], scan)
    before = shown(client, document)

    after = soup_of(recognise(client, document))

    assert before.select_one(".blank b").get_text() == "Aucun texte lu"
    assert buttons(before) == [BUTTON]
    assert "2 173 jeunes, dont 904 femmes" in " ".join(after.select_one(".leaf").get_text().split())
    assert "Texte reconnu dans des images, à vérifier." in notices(after)
    assert buttons(after) == []
    event = TrailEvent.objects.get(verb="document.recognise")
    assert (event.actor, event.object_id) == ("boubacar", document.uid)


@installed
def test_only_the_pages_recognised_are_said_to_be(client, everyone, mixed):
    document = received(everyone[0], mixed)
    before = shown(client, document)

    recognise(client, document)

    text = document.versions.get().texts.last()
    assert buttons(before) == [BUTTON]
    assert said_page(cite(text=text, quote="43 femmes")) == "page 1"
    assert said_page(cite(text=text, quote="904 femmes")) == "page 2 (texte reconnu, à vérifier)"


@installed
def test_document_read_as_text_offers_no_recognition(client, everyone):
    document = received(everyone[0], b"43 femmes.", "note.txt")
    recognise(client, document)

    assert buttons(shown(client, document)) == []
    assert document.versions.get().texts.count() == 1


@installed
def test_who_may_not_receive_documents_is_offered_nothing(client, everyone, scan):
    programme, made = everyone
    document = received(programme, scan)
    client.force_login(made.coumba)

    assert buttons(shown(client, document)) == []
    assert recognise(client, document).status_code == 403
    assert document.versions.get().texts.count() == 0


@installed
def test_file_that_is_no_longer_there_is_said(client, everyone, scan, folder):
    document = received(everyone[0], scan)
    shutil.rmtree(folder)
    os.mkdir(folder)

    assert notices(soup_of(recognise(client, document)))[0] == (
        "Le fichier de cette version n’est plus sur le serveur : le recevoir de nouveau."
    )


def test_without_tesseract_the_page_says_what_to_install(client, everyone, scan, monkeypatch):
    document = received(everyone[0], scan)
    monkeypatch.setenv("PATH", "")
    page = shown(client, document)

    assert buttons(page) == []
    assert INSTALL in notices(page)
    assert INSTALL in notices(soup_of(recognise(client, document)))


@installed
def test_text_is_that_of_this_tesseract(client, everyone, scan):
    document = received(everyone[0], scan)
    recognise(client, document)

    assert [text.extractor for text in document.versions.get().texts.all()] == [
        f"reconnu (tesseract {tesseract()})"
    ]
