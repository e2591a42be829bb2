"""« Ce que dit ce document »: what was accepted of it, by kind, to read and to print."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from jalon.records.reading import queries
from jalon.records.sources.queries import kept
from jalon.web.components import Link
from jalon.web.documents.showing import document_lead
from jalon.web.http import Request
from jalon.web.reading.access import reviewed_document
from jalon.web.reading.contents import chapters, left_words, taken_of


@require_GET
def contents(request: Request, uid: str) -> HttpResponse:
    """Show what was accepted of a document: for those who may review it, since it names people."""
    scope, document = reviewed_document(request, uid)
    text = kept(document).text
    reading = queries.current(text) if text is not None else None
    seen = queries.review(reading) if reading is not None else None
    context = {
        "document": document,
        "lead": document_lead(document),
        "crumbs": [
            Link(_("Documents"), reverse("documents")),
            Link(document.title, reverse("document", args=[document.uid])),
            Link(_("Ce que dit ce document"), current=True),
        ],
        "chapters": chapters(taken_of(document, seen, scope)) if seen is not None else [],
        "left": left_words(seen) if seen is not None else "",
    }
    return render(request, "reading/contents.html", context)
