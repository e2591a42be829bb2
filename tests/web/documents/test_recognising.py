"""A scanned document: a person has its text recognised from its page, and the text says that it was."""

import os
import shutil

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from jalon.flows.alone import alone
from jalon.flows.intake.ocr import tesseract
from jalon.flows.intake.receiving import Sheet, receive_document
from jalon.flows.intake.recognising import advance
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
HTMX = {"HX-Request": "true"}
WAITING = "Une reconnaissance est déjà en cours sur ce serveur, qui n’en fait qu’une à la fois."
INSTALL = (
    "La reconnaissance de texte n’est pas installée sur ce serveur. Sous Debian : "
    "apt install tesseract-ocr tesseract-ocr-fra."
)


@pytest.fixture(scope="module")
def scan() -> bytes:
    return scanned_report(TEXT)


@pytest.fixture(scope="module")
def long_scan() -> bytes:
    return scanned_report(TEXT, "Douze puits ont été creusés à Goundam.")


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


def address(document) -> str:
    return reverse("reading_recognise", args=[document.uid])


def recognise(client, document, **headers: str):
    given = {"retour": "document"}
    return client.post(address(document), given, follow=True, headers=FRENCH | headers)


def notices(page: BeautifulSoup) -> list[str]:
    return [" ".join(one.get_text().split()) for one in page.select(".notice")]


def buttons(page: BeautifulSoup) -> list[str]:
    return [button.get_text() for button in page.select(".recognise .button")]


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


def page_of(client, document) -> BeautifulSoup:
    return soup_of(client.get(address(document), headers=FRENCH))


def words_of(page: BeautifulSoup) -> str:
    found = page.select_one(".progress")
    return found.get_text() if found is not None else ""


@installed
def test_page_says_how_far_it_is_and_how_to_go_on(client, everyone, long_scan):
    document = received(everyone[0], long_scan)
    before = page_of(client, document)
    advance(document.versions.get(), by="awa", seconds=0)
    after = page_of(client, document)

    assert "ses 2 pages sont des images" in before.select_one("main").get_text()
    assert (words_of(before), buttons(before)) == ("", ["Commencer"])
    assert (words_of(after), buttons(after)) == ("1 page reconnue sur 2", ["Continuer"])
    assert after.select_one("form.recognise").get("hx-trigger") is None
    shown_on_document = shown(client, document).select_one("p.recognise").get_text()
    assert "Reprendre la reconnaissance" in shown_on_document
    assert "1 page reconnue sur 2." in shown_on_document


@installed
def test_step_sent_by_the_page_goes_on_by_itself_until_the_document_opens(client, everyone, long_scan):
    document = received(everyone[0], long_scan)
    with alone("reconnaissance"):
        waiting = recognise(client, document, **HTMX)
    step = soup_of(waiting)
    end = recognise(client, document, **HTMX)
    while "HX-Redirect" not in end:  # a slow machine takes several steps
        end = recognise(client, document, **HTMX)

    assert step.select_one("#reconnaissance form")["hx-trigger"] == "submit, load delay:300ms, every 30s"
    assert notices(step) == [f"{WAITING} Celle-ci continuera ensuite."]
    assert end["HX-Redirect"] == reverse("document", args=[document.uid])
    assert document.versions.get().texts.get().is_recognised


@installed
def test_without_a_script_the_button_goes_on(client, everyone, long_scan):
    document = received(everyone[0], long_scan)
    advance(document.versions.get(), by="awa", seconds=0)
    with alone("reconnaissance"):
        waiting = soup_of(recognise(client, document))
    after = soup_of(recognise(client, document))
    while after.select_one(".leaf") is None:
        after = soup_of(recognise(client, document))

    assert (words_of(waiting), notices(waiting)[0]) == (
        "1 page reconnue sur 2",
        f"{WAITING} Appuyer de nouveau dans un moment.",
    )
    assert "Douze puits" in after.select_one(".leaf").get_text()


@installed
def test_file_without_a_readable_page_is_said_where_one_is(client, everyone):
    document = received(everyone[0], b"\x89PNG rien", "page.png")
    step = soup_of(recognise(client, document, **HTMX))

    assert notices(step) == [
        "La reconnaissance a échoué sur ce fichier : le numériser de nouveau, à 300 points par pouce.",
        "La page 1 n’a pas pu être reconnue : elle est essayée deux fois, puis dite manquante.",
    ]
    assert step.select_one("form.recognise").get("hx-trigger") is None


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
    for outsider in (made.coumba, None):
        client.logout()
        if outsider is not None:
            client.force_login(outsider)

        assert buttons(shown(client, document)) == []
        assert client.get(address(document)).status_code == 403
        assert recognise(client, document).status_code == 403
    assert document.versions.get().recognitions.count() == 0
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
