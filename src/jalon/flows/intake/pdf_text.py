"""Reading a PDF page by page: a process of its own gives lines and ruled tables, here they become a text."""

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import Path

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jalon.flows.intake.archive import locked
from jalon.flows.intake.extraction import Extractor, Found
from jalon.flows.intake.pdf.layout import lay_out
from jalon.flows.intake.pdf.pages import PdfPage
from jalon.records.problems import Refused

_WORKER = "jalon.flows.intake.pdf.worker"
_SOURCES = Path(__file__).parents[3]
_SECONDS = 180
_ENVIRONMENT = ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH", "LANG")


def read(content: bytes) -> Found:
    """Read a PDF. Raises Refused for one that is locked, damaged, or only images."""
    pages, unreadable = read_pages(content)
    images = [page.number for page in pages if page.is_image]
    if images and not any(page.items for page in pages):
        raise only_images(images)
    notes = []
    if images:
        notes.append(said_images(images))
    if unreadable:
        notes.append(damaged_pages(unreadable))
    return found_in(pages, notes)


def damaged_pages(numbers: Sequence[int]) -> str:
    """Say which pages of a PDF cannot be opened."""
    return _("%(pages)s : impossible à lire, le fichier est abîmé à cet endroit.") % {
        "pages": _capital(page_list(numbers))
    }


def found_in(pages: Sequence[PdfPage], notes: list[str]) -> Found:
    """Return the text of pages, with where each stands."""
    laid = lay_out(pages)
    left = any(page.is_image and not page.recognised for page in pages)
    return Found(laid.text, laid.blocks, "utf-8", notes, laid.pages, laid.boxes, left)


def read_pages(content: bytes) -> tuple[list[PdfPage], list[int]]:
    """Return the pages of a PDF, and the numbers of those that cannot be opened."""
    pages: list[PdfPage] = []
    unreadable: list[int] = []
    for line in worker(content).splitlines():
        said = json.loads(line)
        if "error" in said:
            raise _refusal(said["error"])
        if "n" in said:
            pages.append(PdfPage.from_json(said))
        elif "unreadable" in said:
            unreadable.append(said["unreadable"])
        else:
            return pages, unreadable
    raise _refusal("damaged")


def worker(content: bytes, *arguments: str) -> bytes:
    """Run the process that reads PDFs, and return what it wrote. Raises Refused when it takes too long."""
    environment = {**safe_environment(), "PYTHONPATH": str(_SOURCES), "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        done = subprocess.run(
            [sys.executable, "-m", _WORKER, *arguments],
            input=content, capture_output=True, timeout=_SECONDS, env=environment, check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired as error:
        raise _refusal("too_long") from error
    if done.returncode:
        swollen = done.returncode < 0 or b"MemoryError" in done.stderr
        raise _refusal("too_long" if swollen else "damaged")
    return done.stdout


def safe_environment(*more: str) -> dict[str, str]:
    """Return what a reader of hostile files may know of the environment: nothing that holds keys."""
    return {name: os.environ[name] for name in (*_ENVIRONMENT, *more) if name in os.environ}


def said_images(pages: Sequence[int]) -> str:
    """Say which pages of a PDF are images: « Les pages 3 à 5 sont des images sans texte… »."""
    said = {"pages": _capital(page_list(pages))}
    if len(pages) == 1:
        return (
            _("%(pages)s est une image sans texte lisible : non lue, elle peut être reconnue à part.") % said
        )
    return (
        _("%(pages)s sont des images sans texte lisible : non lues, elles peuvent être reconnues à part.")
        % said
    )


def only_images(pages: Sequence[int]) -> Refused:
    """Return the refusal of a file whose pages are all images."""
    said = ngettext(
        "Ce document est numérisé : sa page est une image, sans texte. "
        "Son texte peut être reconnu à part, avec tesseract.",
        "Ce document est numérisé : ses %(count)s pages sont des images, sans texte. "
        "Son texte peut être reconnu à part, avec tesseract.",
        len(pages),
    )
    return Refused("only_images", said % {"count": len(pages)})


def page_list(numbers: Iterable[int]) -> str:
    """Write pages as one says them: « la page 2 », « les pages 3 à 5 et 9 »."""
    runs = [
        [number for _index, number in group]
        for _key, group in groupby(enumerate(sorted(numbers)), key=lambda pair: pair[1] - pair[0])
    ]
    written = [
        str(run[0]) if len(run) == 1 else _("%(first)s à %(last)s") % {"first": run[0], "last": run[-1]}
        for run in runs
    ]
    if len(written) == 1 and len(runs[0]) == 1:
        return _("la page %(number)s") % {"number": written[0]}
    listed = written[0] if len(written) == 1 else f"{', '.join(written[:-1])} {_('et')} {written[-1]}"
    return _("les pages %(numbers)s") % {"numbers": listed}


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _refusal(code: str) -> Refused:
    if code == "encrypted":
        return locked()
    sentences = {
        "damaged": _(
            "Ce PDF est incomplet ou abîmé : le télécharger ou le copier de nouveau, puis le renvoyer."
        ),
        "too_many_pages": _("Ce PDF a plus de 3 000 pages : le découper en plusieurs documents."),
        "too_long": _(
            "Ce PDF demande trop de temps ou de mémoire : le découper, ou l’enregistrer de nouveau."
        ),
    }
    return Refused(code, sentences[code])


EXTRACTOR = Extractor("pdf", "1", "application/pdf", (".pdf",), read, 100_000_000)
