"""Recognising a scanned document a few pages at a time: what is done is kept, and a later step goes on.

Each page is kept as soon as it is recognised: a power cut loses one page at most. The document has its text
once all its pages are done, or tried twice: whole, or not at all. One step at a time runs on a server, since
it takes a whole core: two people who ask at once do not do the same page twice.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass

from django.core.files.storage import default_storage
from django.db import transaction
from django.utils.translation import gettext as _

from jalon.flows.alone import alone
from jalon.flows.intake import ocr
from jalon.flows.intake.pdf.pages import PdfPage
from jalon.flows.intake.receiving import keep_extraction
from jalon.records.problems import Refused
from jalon.records.sources import actions
from jalon.records.sources.models import DocumentVersion, Recognition, Text
from jalon.records.sources.queries import Recognised, may_be_recognised, recognised
from jalon.records.trail import actions as trail

STEP = 15.0
"""Seconds of a step, but for a page that takes longer by itself; the last one puts the text together too."""
_TASK = "reconnaissance"


@dataclass(frozen=True)
class Progress:
    """How far a document is: `text` once it has it; `is_waiting` when another step runs on this server."""

    recognised: Recognised
    text: Text | None = None
    is_waiting: bool = False


def progress_of(version: DocumentVersion) -> Recognised | None:
    """Return how far the last recognition of a version is; None when none was begun."""
    begun = version.recognitions.order_by("-pk").first()
    return recognised(begun) if begun is not None else None


def advance(
    version: DocumentVersion,
    *,
    by: str,
    seconds: float = STEP,
    clock: Callable[[], float] = time.monotonic,
) -> Progress | None:
    """Recognise pages of a version for so long, and keep its text when all are done. Raises Refused.

    None when another step runs before this document was begun.
    """
    with alone(_TASK) as is_free:
        if not is_free:
            far = progress_of(version)
            return Progress(far, is_waiting=True) if far is not None else None
        if not may_be_recognised(version):
            raise Refused(
                "nothing_to_recognise", _("Ce document a déjà son texte : il n’y a rien à reconnaître.")
            )
        begun = clock()
        content, tesseract = _content(version), ocr.tesseract()
        recognition = _begin(version, content, tesseract)
        is_done = _some_pages(recognition, content, until=begun + seconds, clock=clock)
        text = _finish(recognition, content, tesseract, by=by) if is_done else None
        return Progress(recognised(recognition), text)


def _content(version: DocumentVersion) -> bytes:
    try:
        with default_storage.open(actions.file_path(version.sha256)) as file:
            content: bytes = file.read()
            return content
    except FileNotFoundError as error:
        raise Refused(
            "no_file", _("Le fichier de cette version n’est plus sur le serveur : le recevoir de nouveau.")
        ) from error


def _begin(version: DocumentVersion, content: bytes, tesseract: str) -> Recognition:
    extractor = ocr.label(tesseract)
    begun = version.recognitions.filter(extractor=extractor).first()
    if begun is not None:
        return begun
    scan = ocr.scan_of(content, file_name=version.file_name)
    sizes = [(page.number, page.width, page.height) for page in scan.images]
    return actions.begin_recognition(version=version, extractor=extractor, pages=sizes)


def _some_pages(
    recognition: Recognition, content: bytes, *, until: float, clock: Callable[[], float]
) -> bool:
    """Recognise pages while the time allows one more like those before; return whether none is left."""
    sizes = {number: (width, height) for number, width, height in recognition.pages}
    far, slowest = recognised(recognition), 0.0
    tries = ocr.TRIES
    if not far.done and not waiting_pages(far, tries):
        tries = min(far.failures.values()) + 1  # none could be: somebody asks for one try more
    while waiting := waiting_pages(far, tries):
        began = clock()
        if slowest and began + slowest > until:
            return False
        _one_page(recognition, content, PdfPage(waiting[0], *sizes[waiting[0]], is_image=True))
        slowest = max(slowest, clock() - began)
        far = recognised(recognition)
    return True


def waiting_pages(far: Recognised, tries: int = ocr.TRIES) -> list[int]:
    """Return the pages still to be tried: those never tried first, then those that failed fewer times."""
    left = [number for number in far.pages if number not in far.done and far.failures[number] < tries]
    return sorted(left, key=lambda number: (far.failures[number], number))


def _one_page(recognition: Recognition, content: bytes, page: PdfPage) -> None:
    began = time.monotonic()
    try:
        seen = ocr.recognise_page(content, page, file_name=recognition.version.file_name)
    except Refused as refusal:
        actions.keep_page_failure(
            recognition=recognition,
            number=page.number,
            failure=str(refusal),
            seconds=time.monotonic() - began,
        )
        return
    actions.keep_page(
        recognition=recognition,
        number=page.number,
        page=seen.page.to_json(),
        unsure=seen.unsure,
        seconds=time.monotonic() - began,
    )


def _finish(recognition: Recognition, content: bytes, tesseract: str, *, by: str) -> Text:
    version = recognition.version
    done = {}
    for one in recognition.tries.filter(failure=""):
        page = PdfPage.from_json(one.page)
        page.recognised = True
        done[one.number] = ocr.RecognisedPage(page, one.unsure)
    read = ocr.put_together(ocr.scan_of(content, file_name=version.file_name), done, tesseract)
    with transaction.atomic():
        text = keep_extraction(version, read)
        trail.record(
            by=by,
            verb="document.recognise",
            object_type="document",
            object_id=version.document.uid,
            object_label=str(version),
        )
    return text
