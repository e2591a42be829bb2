"""A file is kept whatever it holds: with its text, or with the reason why it has none."""

import pytest
from django.core.files.storage import default_storage

from jalon.flows.intake.receiving import Sheet, receive_document, receive_version
from jalon.records.problems import Refused
from jalon.records.sources.actions import cite, file_path
from jalon.records.sources.models import Document, DocumentVersion, Text
from jalon.records.sources.queries import said_page
from tests.flows.intake.making import FILES, Report

pytestmark = pytest.mark.django_db
SHEET = Sheet(title="Rapport", kind="report")


def receive(content: bytes, name: str) -> DocumentVersion:
    document = receive_document(content=content, file_name=name, sheet=SHEET, programmes=[], by="awa")
    return document.versions.get()


def test_document_with_pages_is_kept_with_them():
    report = Report().add().paragraph("Douze puits ont été creusés.").add().paragraph("43 femmes formées.")
    text = receive(report.bytes(), "rapport.pdf").texts.get()

    assert text.extractor == "pdf 1"
    assert [page[2] for page in text.pages] == [1, 2]
    assert len(text.boxes) == 2
    assert said_page(cite(text=text, quote="43 femmes")) == "page 2"
    assert said_page(cite(text=text, quote="creusés.\n\n43")) == "pages 1 et 2"


def test_passage_of_a_file_without_pages_says_none():
    text = receive(b"43 femmes.", "note.txt").texts.get()

    assert said_page(cite(text=text, quote="43 femmes")) == ""


@pytest.mark.parametrize(
    ("name", "content", "media_type", "sentence"),
    [
        (
            "ancien.doc",
            (FILES / "rapport.doc").read_bytes(),
            "application/octet-stream",
            "« ancien.doc » est au format Word (.doc) : l’enregistrer en .docx depuis Word ou LibreOffice.",
        ),
        (
            "tronqué.pdf",
            b"%PDF-1.7 coup",
            "application/pdf",
            "Ce PDF est incomplet ou abîmé : le télécharger ou le copier de nouveau, puis le renvoyer.",
        ),
        (
            "photo.jpg",
            b"\xff\xd8\xff\xe0",
            "application/octet-stream",
            "« photo.jpg » est une image : son texte peut être reconnu à part avec tesseract.",
        ),
    ],
)
def test_file_that_cannot_be_read_is_kept_with_the_reason(name, content, media_type, sentence):
    version = receive(content, name)

    assert (version.unread, version.media_type, version.texts.count()) == (sentence, media_type, 0)
    with default_storage.open(file_path(version.sha256)) as file:
        assert file.read() == content


def test_version_that_cannot_be_read_leaves_the_text_of_the_one_before():
    first = receive(b"43 femmes.", "v1.txt")
    second = receive_version(document=first.document, content=b"%PDF", file_name="v2.pdf", by="awa")

    assert (second.number, second.unread != "", Text.objects.get().version) == (2, True, first)


def test_empty_file_keeps_nothing():
    with pytest.raises(Refused) as refusal:
        receive(b"", "vide.pdf")

    assert (refusal.value.code, Document.objects.count()) == ("empty", 0)
