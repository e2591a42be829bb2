"""Recognising the text of scanned pages with Debian's tesseract: a step apart, whose text says what it is.

Pages that have a text keep it; those that are images get what was recognised, and are marked so.
"""

import os
import re
import shutil
import statistics
import subprocess
from pathlib import PurePath

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jalon.flows.intake.extraction import Extraction
from jalon.flows.intake.extractors import IMAGE_SUFFIXES, extract, extraction
from jalon.flows.intake.pdf.glyphs import Word
from jalon.flows.intake.pdf.lines import in_order, lines_of
from jalon.flows.intake.pdf.pages import PdfPage
from jalon.flows.intake.pdf_text import found_in, page_list, read_pages, worker
from jalon.records.problems import Refused

IMAGES = frozenset({"only_images", "image"})
"""The refusals of files that are images: their text may be recognised."""
LANGUAGE = "fra"
MOST_PAGES = 300
_SECONDS = 180
_POINTS = 72 / 300
_VERSION = re.compile(r"tesseract v?(\d+(?:\.\d+)*)")
_TITLE = 1.5
_PAGE_LEVEL, _WORD_LEVEL = "1", "5"
_UNSURE = 60


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


def extract_or_recognise(content: bytes, *, file_name: str) -> Extraction:
    """Read a file as text, recognising the pages that are images when it has some. Raises Refused."""
    try:
        read = extract(content, file_name=file_name)
    except Refused as refusal:
        if refusal.code not in IMAGES:
            raise
    else:
        if not read.has_images:
            return read
    return recognise(content, file_name=file_name)


def recognise(content: bytes, *, file_name: str) -> Extraction:
    """Read a PDF whose pages are images, all or some, or a picture. Raises Refused.

    The text is only as true as the picture: its extractor is « reconnu (tesseract …) », a note says which
    pages to check, and `pages` marks them.
    """
    version = tesseract()
    if PurePath(file_name).suffix.lower() in IMAGE_SUFFIXES:
        pages, images, media_type = [PdfPage(1, 0, 0, is_image=True)], [content], "image/*"
    else:
        pages = read_pages(content)[0]
        media_type = "application/pdf"
        images = []
    numbers = [page.number for page in pages if page.is_image]
    if not numbers:
        raise Refused(
            "nothing_to_recognise", _("Ce document a déjà son texte : il n’y a rien à reconnaître.")
        )
    if len(numbers) > MOST_PAGES:
        raise Refused(
            "too_many_pages",
            _("Ce document a %(count)s pages à reconnaître ; la limite est de %(limit)s. Le découper.")
            % {"count": len(numbers), "limit": MOST_PAGES},
        )
    unsure = 0
    for page in pages:
        if page.is_image:
            picture = images[0] if images else worker(content, str(page.number))
            unsure += _recognise_page(page, picture)
    found = found_in(pages, [_note(numbers, version, unsure)])
    return extraction(f"reconnu (tesseract {version})", media_type, found)


def _note(numbers: list[int], version: str, unsure: int) -> str:
    note = _("Reconnu dans l’image par tesseract %(version)s : %(pages)s.") % {
        "version": version,
        "pages": page_list(numbers),
    }
    if unsure:
        words = ngettext(
            "%(count)s mot avec peu d’assurance.", "%(count)s mots avec peu d’assurance.", unsure
        )
        note += " " + words % {"count": unsure}
    return f"{note} " + _("Comparer les chiffres à l’original.")


def _recognise_page(page: PdfPage, picture: bytes) -> int:
    """Put the lines that tesseract sees on a page, and return how many of their words it is unsure of."""
    command = ["tesseract", "stdin", "stdout", "-l", LANGUAGE, "--dpi", "300", "--psm", "3", "tsv"]
    rows = [line.split("\t") for line in _run(command, picture).decode(errors="replace").splitlines()[1:]]
    scale = _POINTS
    words: list[tuple[Word, float]] = []
    for row in rows:
        if len(row) != 12:
            continue
        left, top, width, height = (int(number) for number in row[6:10])
        if row[0] == _PAGE_LEVEL:
            scale = page.width / width if page.width and width else _POINTS
            page.width, page.height = width * scale, height * scale
        elif row[0] == _WORD_LEVEL and row[11].strip():
            line = int(row[2]) * 10_000 + int(row[3]) * 1_000 + int(row[4])
            box = (left * scale, top * scale, (left + width) * scale, (top + height) * scale)
            words.append((Word(row[11].strip(), *box, False, line, 0.0), float(row[10])))
    page.items = [*in_order(lines_of(_sized([word for word, _sure in words])))]
    page.recognised = True
    return sum(sure < _UNSURE for _word, sure in words)


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
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    try:
        done = subprocess.run(
            command, input=content, capture_output=True, timeout=_SECONDS, env=environment, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise _failed() from error
    if done.returncode:
        raise _failed()
    return done.stdout


def _failed() -> Refused:
    return Refused(
        "recognition_failed",
        _("La reconnaissance a échoué sur ce fichier : le numériser de nouveau, à 300 points par pouce."),
    )
