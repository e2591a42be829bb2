"""Recognising the text of a scanned document: a page that says how far it is, and goes on step by step.

Each POST recognises pages for some seconds. With htmx the page sends the next by itself; else a button.
"""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods
from django_htmx.http import HttpResponseClientRedirect

from jalon.flows.intake.ocr import tesseract
from jalon.flows.intake.pdf_text import page_list
from jalon.flows.intake.recognising import advance, progress_of
from jalon.records.problems import Refused
from jalon.records.sources.models import Document, DocumentVersion
from jalon.records.sources.queries import Recognised, may_be_recognised
from jalon.web.components import Link, Progress
from jalon.web.documents.showing import recognised_words
from jalon.web.http import Request
from jalon.web.reading.access import reviewed_document

PAGE = "reading/recognise.html"


@require_http_methods(["GET", "POST"])
def recognise(request: Request, uid: str) -> HttpResponse:
    """Say how far the recognition of the last version is (GET); recognise some more pages (POST)."""
    _scope, document = reviewed_document(request, uid)
    version = document.versions.order_by("-number").first()
    if version is None or not may_be_recognised(version):
        return _lead(request, _back(request, document))
    if request.method == "POST":
        return _step(request, document, version)
    return _show(request, document, version)


def _step(request: Request, document: Document, version: DocumentVersion) -> HttpResponse:
    try:
        progress = advance(version, by=request.user.get_username())
    except Refused as refusal:
        if request.htmx:
            return _show(request, document, version, refusal=str(refusal))
        messages.error(request, str(refusal))
        return redirect(_here(request, document))
    if progress is not None and progress.text is not None:
        messages.success(
            request, _("Le texte des images est reconnu : le comparer à l’original avant de s’en servir.")
        )
        return _lead(request, _back(request, document))
    is_waiting = progress is None or progress.is_waiting
    if request.htmx:
        return _show(request, document, version, goes_on=True, is_waiting=is_waiting)
    if is_waiting:
        messages.info(request, f"{_waiting_words()} {_('Appuyer de nouveau dans un moment.')}")
    return redirect(_here(request, document))


def _show(
    request: Request,
    document: Document,
    version: DocumentVersion,
    *,
    goes_on: bool = False,
    is_waiting: bool = False,
    refusal: str = "",
) -> HttpResponse:
    far = progress_of(version)
    context: dict[str, Any] = {
        "document": document,
        "crumbs": [
            Link(_("Documents"), reverse("documents")),
            Link(document.title, reverse("document", args=[document.uid])),
            Link(_("Reconnaissance"), current=True),
        ],
        "back": _back(request, document),
        "retour": _asked_back(request),
        "why": version.unread or _last_notes(version),
        "refusal": refusal,
        "goes_on": goes_on,
        "waiting": f"{_waiting_words()} {_('Celle-ci continuera ensuite.')}" if is_waiting else "",
        "missing": _missing_tesseract(),
    }
    if far is not None:
        context |= {
            "progress": Progress(share=len(far.done) / len(far.pages), words=recognised_words(far)),
            "left": _left_words(far),
            "failed": _failed_words(far),
        }
    return render(request, f"{PAGE}#step" if request.htmx else PAGE, context)


def _missing_tesseract() -> str:
    try:
        tesseract()
    except Refused as refusal:
        return str(refusal)
    return ""


def _last_notes(version: DocumentVersion) -> str:
    text = version.texts.order_by("pk").last()
    return " ".join(text.notes) if text is not None else ""


def _waiting_words() -> str:
    return _("Une reconnaissance est déjà en cours sur ce serveur, qui n’en fait qu’une à la fois.")


def _left_words(far: Recognised) -> str:
    if not far.seconds_left:
        return ""
    minutes = round(far.seconds_left / 60)
    if not minutes:
        return _("moins d’une minute encore")
    words = ngettext("environ %(n)s minute encore", "environ %(n)s minutes encore", minutes)
    return words % {"n": minutes}


def _failed_words(far: Recognised) -> str:
    if not far.failed:
        return ""
    listed = page_list(far.failed)
    said = {"pages": listed[:1].upper() + listed[1:]}
    if len(far.failed) == 1:
        return (
            _("%(pages)s n’a pas pu être reconnue : elle est essayée deux fois, puis dite manquante.") % said
        )
    return _("%(pages)s n’ont pas pu être reconnues : essayées deux fois, puis dites manquantes.") % said


def _asked_back(request: Request) -> str:
    given = request.POST if request.method == "POST" else request.GET
    return "document" if given.get("retour") == "document" else ""


def _back(request: Request, document: Document) -> str:
    name = "document" if _asked_back(request) else "reading_review"
    return reverse(name, args=[document.uid])


def _here(request: Request, document: Document) -> str:
    asked = _asked_back(request)
    here = reverse("reading_recognise", args=[document.uid])
    return f"{here}?retour={asked}" if asked else here


def _lead(request: Request, address: str) -> HttpResponse:
    return HttpResponseClientRedirect(address) if request.htmx else redirect(address)
