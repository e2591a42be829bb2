"""A long scan is recognised a few pages at a time: what is done is kept, and a later step goes on."""

import io
import shutil
from collections.abc import Iterator

import pypdfium2
import pytest
from django.core.files.storage import default_storage

from jalon.flows.alone import alone
from jalon.flows.intake import ocr
from jalon.flows.intake.receiving import Sheet, receive_document
from jalon.flows.intake.recognising import advance, progress_of
from jalon.records.problems import Refused
from jalon.records.sources.actions import file_path
from jalon.records.sources.models import DocumentVersion, PageRecognition
from jalon.records.sources.queries import may_be_recognised
from jalon.records.trail.models import TrailEvent
from tests.flows.intake.making import scanned_page, scanned_report

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(
        shutil.which("tesseract") is None, reason="sudo apt-get install tesseract-ocr tesseract-ocr-fra"
    ),
]
PAGES = ("Le comité a formé 43 femmes à Diré.", "Douze puits ont été creusés.", "Le budget est de 58 000 F.")


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


@pytest.fixture(scope="module")
def scan() -> bytes:
    return scanned_report(*PAGES)


def received(content: bytes, name: str = "scan.pdf") -> DocumentVersion:
    sheet = Sheet(title="Rapport numérisé", kind="report")
    document = receive_document(content=content, file_name=name, sheet=sheet, programmes=[], by="awa")
    return document.versions.get()


def with_broken_page(number: int) -> bytes:
    """A scan of which one page's picture is no longer one: drawn as a page of a size nothing can hold."""
    report = pypdfium2.PdfDocument(scanned_report(*PAGES))
    report[number - 1].set_mediabox(0, 0, 14_000_000, 0.0001)
    held = io.BytesIO()
    report.save(held)
    return held.getvalue()


def test_each_step_goes_on_where_the_last_one_stopped(scan):
    version = received(scan)
    steps = [advance(version, by="awa", seconds=0) for _step in range(3)]

    assert [sorted(step.recognised.done) for step in steps] == [[1], [1, 2], [1, 2, 3]]
    assert [step.text is not None for step in steps] == [False, False, True]
    text = version.texts.get()
    assert text.content == "\n\n".join(PAGES)
    assert [page[2:] for page in text.pages] == [[1, True], [2, True], [3, True]]
    assert not may_be_recognised(DocumentVersion.objects.get())
    assert TrailEvent.objects.get(verb="document.recognise").actor == "awa"


def test_text_is_the_same_at_one_go_and_in_steps(scan):
    version = received(scan)
    while advance(version, by="awa", seconds=0).text is None:
        pass
    text, whole = version.texts.get(), ocr.recognise(scan, file_name="scan.pdf")

    assert (text.content, text.extractor, tuple(text.notes)) == (whole.content, whole.extractor, whole.notes)
    assert [tuple(box) for box in text.boxes] == [tuple(box) for box in whole.boxes]


def test_short_scan_takes_one_step(scan):
    version = received(scan)

    assert advance(version, by="awa", seconds=1_000).text == version.texts.get()


def stopping_after(calls: int) -> Iterator[float]:
    yield from range(calls)
    raise KeyboardInterrupt


def test_stopped_in_the_middle_nothing_done_is_lost(scan):
    version = received(scan)
    times = stopping_after(5)
    with pytest.raises(KeyboardInterrupt):
        advance(version, by="awa", seconds=1_000, clock=lambda: next(times))

    assert (sorted(progress_of(version).done), version.texts.count()) == ([1, 2], 0)
    assert advance(version, by="boubacar", seconds=1_000).text == version.texts.get()
    assert list(PageRecognition.objects.values_list("number", flat=True)) == [1, 2, 3]


def test_step_waits_while_another_runs(scan):
    version = received(scan)
    advance(version, by="awa", seconds=0)
    with alone("reconnaissance"):
        waiting = advance(version, by="boubacar")

    assert (waiting.is_waiting, sorted(waiting.recognised.done)) == (True, [1])


def test_step_on_a_document_not_begun_waits_too(scan):
    with alone("reconnaissance"):
        assert advance(received(scan), by="boubacar") is None


def test_page_that_fails_is_tried_twice_and_said_to_be_missing():
    version = received(with_broken_page(2))
    far = advance(version, by="awa", seconds=0)
    while far.text is None:
        far = advance(version, by="awa", seconds=0)

    assert (sorted(far.recognised.done), far.recognised.failed) == ([1, 3], (2,))
    assert far.recognised.failures[2] == ocr.TRIES
    assert far.text.content == f"{PAGES[0]}\n\n{PAGES[2]}"
    assert far.text.notes[1] == (
        "La page 2 n’a pas pu être reconnue : son texte manque, le lire sur l’original."
    )
    assert not may_be_recognised(version)


def test_file_of_which_no_page_can_be_recognised_is_refused_and_may_be_tried_again():
    version = received(b"\x89PNG rien", "page.png")
    for tries in (ocr.TRIES, ocr.TRIES + 1):
        with pytest.raises(Refused) as refusal:
            advance(version, by="awa", seconds=1_000)
        assert (refusal.value.code, progress_of(version).failures[1]) == ("recognition_failed", tries)

    assert version.texts.count() == 0


def test_page_without_a_word_is_done():
    version = received(scanned_report("Douze puits.", ""))

    assert advance(version, by="awa", seconds=1_000).text.content == "Douze puits."
    assert not may_be_recognised(version)


def test_picture_is_one_page():
    version = received(scanned_page(PAGES[0]), "page.png")

    assert advance(version, by="awa", seconds=1_000).text.content == PAGES[0]


def test_document_that_has_its_text_is_not_recognised_again(scan):
    version = received(scan)
    advance(version, by="awa", seconds=1_000)

    with pytest.raises(Refused) as refusal:
        advance(version, by="awa")

    assert refusal.value.code == "nothing_to_recognise"


def test_file_that_is_no_longer_there_is_said(scan):
    version = received(scan)
    default_storage.delete(file_path(version.sha256))

    with pytest.raises(Refused) as refusal:
        advance(version, by="awa")

    assert refusal.value.code == "no_file"
