import io
import shutil

import pypdfium2
import pytest

from jalon.flows.intake import ocr
from jalon.flows.intake.extraction import Page
from jalon.flows.intake.extractors import extract
from jalon.records.problems import Refused
from tests.flows.intake.making import FILES, Report

installed = pytest.mark.skipif(shutil.which("tesseract") is None, reason="tesseract is not installed")


@pytest.fixture(scope="module")
def picture() -> bytes:
    page = pypdfium2.PdfDocument(FILES / "libreoffice.pdf")[0]
    held = io.BytesIO()
    page.render(scale=200 / 72, grayscale=True).to_pil().save(held, "PNG")
    return held.getvalue()


def scanned(picture: bytes, *, with_text: bool) -> bytes:
    report = Report()
    if with_text:
        report.add().paragraph("Une page de texte, avec 12 puits et 43 femmes formées cette année.")
    for _page in range(2):
        report.add().image(io.BytesIO(picture), 0, 0, 210)
    return report.bytes()


def test_scanned_pages_are_said(picture):
    read = extract(scanned(picture, with_text=True), file_name="mixte.pdf")

    assert read.content.startswith("Une page de texte, avec 12 puits")
    assert read.notes == (
        "Les pages 2 à 3 sont des images sans texte lisible : non lues, elles peuvent être reconnues à part.",
    )


def test_scanned_file_without_text_is_refused(picture):
    with pytest.raises(Refused) as refusal:
        extract(scanned(picture, with_text=False), file_name="scan.pdf")

    assert (refusal.value.code, str(refusal.value)) == (
        "only_images",
        "Ce document est numérisé : ses 2 pages sont des images, sans texte. "
        "Son texte peut être reconnu à part, avec tesseract.",
    )


@installed
def test_recognised_text_is_marked_and_stands_beside_the_text_of_the_others(picture):
    read = ocr.recognise(scanned(picture, with_text=True), file_name="mixte.pdf")

    assert read.extractor == f"reconnu (tesseract {ocr.tesseract()})"
    assert "le programme a formé 2 173 jeunes, dont 904 femmes" in read.content
    assert [(page.number, page.recognised) for page in read.pages] == [(1, False), (2, True), (3, True)]
    assert read.notes[0].startswith(
        f"Reconnu dans l’image par tesseract {ocr.tesseract()} : les pages 2 à 3."
    )
    assert read.notes[0].endswith("Comparer les chiffres à l’original.")


@installed
def test_picture_is_recognised_as_one_page(picture):
    read = ocr.recognise(picture, file_name="page.png")

    assert read.pages == (Page(0, len(read.content), 1, True),)
    assert "58 700 000 FCFA" in read.content


@installed
def test_file_with_its_text_has_nothing_to_recognise():
    with pytest.raises(Refused) as refusal:
        ocr.recognise((FILES / "chromium.pdf").read_bytes(), file_name="chromium.pdf")

    assert refusal.value.code == "nothing_to_recognise"


@installed
def test_picture_that_is_none_is_refused():
    with pytest.raises(Refused) as refusal:
        ocr.recognise(b"\x89PNG rien", file_name="page.png")

    assert refusal.value.code == "recognition_failed"


def test_without_tesseract_the_sentence_says_what_to_install(monkeypatch):
    monkeypatch.setenv("PATH", "")

    with pytest.raises(Refused) as refusal:
        ocr.tesseract()

    assert str(refusal.value) == (
        "La reconnaissance de texte n’est pas installée sur ce serveur. Sous Debian : "
        "apt install tesseract-ocr tesseract-ocr-fra."
    )
