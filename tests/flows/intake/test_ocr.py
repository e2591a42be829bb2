import io
import shutil

import pypdfium2
import pytest
from PIL import Image

from jalon.flows.intake import ocr, pdf_text
from jalon.flows.intake.extraction import Page
from jalon.flows.intake.extractors import extract
from jalon.flows.intake.pdf.layout import lay_out
from jalon.flows.intake.pdf.pages import Line, PdfPage
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
def test_tesseract_that_takes_too_much_memory_is_stopped(picture, monkeypatch):
    monkeypatch.setattr(ocr, "_MEMORY", 60_000_000)

    with pytest.raises(Refused) as refusal:
        ocr.recognise_page(picture, PdfPage(1, 0, 0, is_image=True), file_name="page.png")

    assert refusal.value.code == "recognition_failed"


@installed
def test_picture_that_swells_gives_no_empty_page(monkeypatch):
    held = io.BytesIO()
    Image.new("L", (12_000, 12_000), 255).save(held, "PNG")
    monkeypatch.setattr(ocr, "_MEMORY", 350_000_000)

    with pytest.raises(Refused) as refusal:
        ocr.recognise_page(held.getvalue(), PdfPage(1, 0, 0, is_image=True), file_name="page.png")

    assert refusal.value.code == "recognition_failed"


def test_tesseract_is_told_nothing_of_the_environment_but_where_things_are(monkeypatch):
    monkeypatch.setenv("JALON_SECRET_KEY", "secret")
    monkeypatch.setenv("TESSDATA_PREFIX", "/modeles")

    told = pdf_text.safe_environment("TESSDATA_PREFIX")

    assert (told["TESSDATA_PREFIX"], told.get("JALON_SECRET_KEY")) == ("/modeles", None)


@installed
def test_each_page_done_is_told(picture):
    told = []
    ocr.recognise(scanned(picture, with_text=True), file_name="mixte.pdf", tell=lambda *how: told.append(how))

    assert told == [(1, 2), (2, 2)]


def test_paragraph_does_not_run_on_over_a_page_that_was_not_read():
    above, below = (
        PdfPage(number, 595, 842, [Line(text, 60, 100, 300, 112, size=11)])
        for number, text in ((1, "Le comité a formé 43"), (3, "puits ont été creusés."))
    )
    missing = PdfPage(2, 595, 842, is_image=True)

    assert lay_out([above, missing, below]).text == "Le comité a formé 43\n\npuits ont été creusés."
    assert lay_out([above, below]).text == "Le comité a formé 43\npuits ont été creusés."


@pytest.mark.parametrize(
    ("numbers", "sentence"),
    [
        ([2], "La page 2 n’a pas pu être reconnue : son texte manque, le lire sur l’original."),
        ([2, 5], "Les pages 2 et 5 n’ont pas pu être reconnues : leur texte manque, le lire sur l’original."),
    ],
)
def test_pages_that_could_not_be_recognised_are_said(numbers, sentence):
    assert ocr.missing_pages(numbers) == sentence


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
