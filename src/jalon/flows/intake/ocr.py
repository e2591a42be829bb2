"""Recognising the text of scanned pages with Debian's tesseract: a step apart, whose text says what it is.

Pages that have a text keep it; those that are images get what was recognised, and are marked so. Each page is
recognised alone (`recognise_page`), so that a long scan can be done a few pages at a time (`recognising.py`).
"""

import re
import shutil
import statistics
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jalon.flows.intake.extraction import Extraction
from jalon.flows.intake.extractors import IMAGE_SUFFIXES, extract, extraction
from jalon.flows.intake.pdf.glyphs import Word
from jalon.flows.intake.pdf.lines import in_order, lines_of
from jalon.flows.intake.pdf.pages import PdfPage
from jalon.flows.intake.pdf_text import (
    damaged_pages,
    found_in,
    page_list,
    read_pages,
    safe_environment,
    worker,
)
from jalon.records.problems import Refused

try:
    import resource
except ImportError:  # Windows has no such limits; the time of the caller still holds.
    resource = None  # type: ignore[assignment]

IMAGES = frozenset({"only_images", "image"})
"""The refusals of files that are images: their text may be recognised."""
LANGUAGE = "fra"
MOST_PAGES = 1_000
TRIES = 2
"""How often a page is tried: a machine that was short of memory or time may do better later."""
_SECONDS = 90
_MEMORY = 1_000_000_000
_LIMITED = Path(__file__).with_name("limited.py")
_POINTS = 72 / 300
_VERSION = re.compile(r"tesseract v?(\d+(?:\.\d+)*)")
# Short of memory, tesseract may say so and go on with an empty page.
_SWOLLEN = re.compile(rb"malloc fail|bad_alloc|not enough memory", re.I)
_TITLE = 1.5
_PAGE_LEVEL, _WORD_LEVEL = "1", "5"
_UNSURE = 60


@dataclass(frozen=True)
class Scan:
    """A file with images: its pages, those that are images to be recognised, those that do not open."""

    pages: tuple[PdfPage, ...]
    unreadable: tuple[int, ...]
    media_type: str

    @property
    def images(self) -> list[PdfPage]:
        """The pages to recognise."""
        return [page for page in self.pages if page.is_image]


@dataclass(frozen=True)
class RecognisedPage:
    """A page with the lines that tesseract saw, and how many of their words it is unsure of."""

    page: PdfPage
    unsure: int


def label(version: str) -> str:
    """Return the name of this extractor, kept beside its texts."""
    return f"reconnu (tesseract {version})"


def tesseract() -> str:
    """Return the version of tesseract. Raises Refused, saying what to install, without it or its French."""
    program = shutil.which("tesseract")
    said = _run([program, "--version"], b"").decode(errors="replace") if program else ""
    version = _VERSION.search(said)
    if program and version and LANGUAGE in _run([program, "--list-langs"], b"").decode().split():
        return version[1]
    raise Refused(
        "no_tesseract",
        _(
            "La reconnaissance de texte n’est pas installée sur ce serveur. Sous Debian : "
            "apt install tesseract-ocr tesseract-ocr-fra."
        ),
    )


def extract_or_recognise(
    content: bytes, *, file_name: str, tell: Callable[[int, int], None] | None = None
) -> Extraction:
    """Read a file as text, recognising the pages that are images when it has some. Raises Refused.

    `tell` is called after each page with how many are done, and how many there are.
    """
    try:
        read = extract(content, file_name=file_name)
    except Refused as refusal:
        if refusal.code not in IMAGES:
            raise
    else:
        if not read.has_images:
            return read
    return recognise(content, file_name=file_name, tell=tell)


def recognise(
    content: bytes, *, file_name: str, tell: Callable[[int, int], None] | None = None
) -> Extraction:
    """Read a PDF whose pages are images, all or some, or a picture, at one go. Raises Refused."""
    version = tesseract()
    scan = scan_of(content, file_name=file_name)
    done: dict[int, RecognisedPage] = {}
    for _attempt in range(TRIES):
        for page in [one for one in scan.images if one.number not in done]:
            try:
                done[page.number] = recognise_page(content, page, file_name=file_name)
            except Refused:
                continue  # tried again after the others, then said to be missing
            if tell is not None:
                tell(len(done), len(scan.images))
    return put_together(scan, done, version)


def scan_of(content: bytes, *, file_name: str) -> Scan:
    """Return the pages of a file that has images. Raises Refused when it has none, or too many."""
    if _is_picture(file_name):
        return Scan((PdfPage(1, 0, 0, is_image=True),), (), "image/*")
    pages, unreadable = read_pages(content)
    scan = Scan(tuple(pages), tuple(unreadable), "application/pdf")
    count = len(scan.images)
    if not count:
        raise Refused(
            "nothing_to_recognise", _("Ce document a déjà son texte : il n’y a rien à reconnaître.")
        )
    if count > MOST_PAGES:
        raise Refused(
            "too_many_pages",
            _("Ce document a %(count)s pages à reconnaître ; la limite est de %(limit)s. Le découper.")
            % {"count": count, "limit": MOST_PAGES},
        )
    return scan


def recognise_page(content: bytes, page: PdfPage, *, file_name: str) -> RecognisedPage:
    """Recognise one page of a file, given its number and size. Raises Refused when it cannot be."""
    picture = content if _is_picture(file_name) else worker(content, str(page.number))
    return _seen(page, picture)


def put_together(scan: Scan, done: Mapping[int, RecognisedPage], version: str) -> Extraction:
    """Return the text of a file whose images were recognised. Raises Refused when none could be.

    The text is only as true as the picture: its extractor is « reconnu (tesseract …) », notes say which
    pages to check and which are missing, and `pages` marks those that were recognised.
    """
    if not done:
        raise _failed()
    pages = [done[one.number].page if one.number in done else one for one in scan.pages]
    notes = [_note(done, version)]
    if missing := [one.number for one in scan.images if one.number not in done]:
        notes.append(missing_pages(missing))
    if scan.unreadable:
        notes.append(damaged_pages(scan.unreadable))
    return extraction(label(version), scan.media_type, found_in(pages, notes))


def missing_pages(numbers: Sequence[int]) -> str:
    """Say which pages could not be recognised: their text is missing."""
    listed = page_list(numbers)
    said = {"pages": listed[:1].upper() + listed[1:]}
    if len(numbers) == 1:
        return _("%(pages)s n’a pas pu être reconnue : son texte manque, le lire sur l’original.") % said
    return _("%(pages)s n’ont pas pu être reconnues : leur texte manque, le lire sur l’original.") % said


def _is_picture(file_name: str) -> bool:
    return PurePath(file_name).suffix.lower() in IMAGE_SUFFIXES


def _note(done: Mapping[int, RecognisedPage], version: str) -> str:
    note = _("Reconnu dans l’image par tesseract %(version)s : %(pages)s.") % {
        "version": version,
        "pages": page_list(done),
    }
    unsure = sum(one.unsure for one in done.values())
    if unsure:
        words = ngettext(
            "%(count)s mot avec peu d’assurance.", "%(count)s mots avec peu d’assurance.", unsure
        )
        note += " " + words % {"count": unsure}
    return f"{note} " + _("Comparer les chiffres à l’original.")


def _seen(page: PdfPage, picture: bytes) -> RecognisedPage:
    """Return a page with the lines that tesseract sees in its picture."""
    command = ["tesseract", "stdin", "stdout", "-l", LANGUAGE, "--dpi", "300", "--psm", "3", "tsv"]
    rows = [line.split("\t") for line in _run(command, picture).decode(errors="replace").splitlines()[1:]]
    scale, width, height = _POINTS, page.width, page.height
    words: list[tuple[Word, float]] = []
    for row in rows:
        if len(row) != 12:
            continue
        left, top, across, down = (int(number) for number in row[6:10])
        if row[0] == _PAGE_LEVEL:
            scale = page.width / across if page.width and across else _POINTS
            width, height = across * scale, down * scale
        elif row[0] == _WORD_LEVEL and row[11].strip():
            line = int(row[2]) * 10_000 + int(row[3]) * 1_000 + int(row[4])
            box = (left * scale, top * scale, (left + across) * scale, (top + down) * scale)
            words.append((Word(row[11].strip(), *box, False, line, 0.0), float(row[10])))
    items = [*in_order(lines_of(_sized([word for word, _sure in words])))]
    seen = PdfPage(page.number, width, height, [*items], is_image=True, recognised=True)
    return RecognisedPage(seen, sum(sure < _UNSURE for _word, sure in words))


def _sized(words: list[Word]) -> list[Word]:
    """Give each word the usual size, but those of a line that is much higher: a title."""
    heights: dict[int, list[float]] = {}
    for word in words:
        heights.setdefault(word.line, []).append(word.bottom - word.top)
    highest = {line: max(found) for line, found in heights.items()}
    usual = statistics.median(highest.values()) if highest else 0.0
    return [
        word._replace(size=round(highest[word.line] if highest[word.line] > usual * _TITLE else usual, 1))
        for word in words
    ]


def _run(command: list[str], content: bytes) -> bytes:
    if resource is not None:
        # Without site packages it starts in a few milliseconds.
        command = [sys.executable, "-I", "-S", str(_LIMITED), str(_MEMORY), str(_SECONDS), *command]
    environment = {**safe_environment("TESSDATA_PREFIX"), "OMP_THREAD_LIMIT": "1"}
    try:
        done = subprocess.run(
            command, input=content, capture_output=True, timeout=_SECONDS, env=environment, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise _failed() from error
    if done.returncode or _SWOLLEN.search(done.stderr):
        raise _failed()
    return done.stdout


def _failed() -> Refused:
    return Refused(
        "recognition_failed",
        _("La reconnaissance a échoué sur ce fichier : le numériser de nouveau, à 300 points par pouce."),
    )
