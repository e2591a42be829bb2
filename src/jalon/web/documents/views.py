"""Documents: the list, the page with its highlighted passages, the files as received, the sources."""

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from jalon.core.values.partial_dates import format_partial
from jalon.flows.intake.ocr import tesseract
from jalon.flows.intake.recognising import progress_of
from jalon.records.ledger.queries import entries_at, readable_remarks, source_entries, view_of
from jalon.records.ledger.rules import programmes_with
from jalon.records.problems import Refused
from jalon.records.programmes.models import Programme
from jalon.records.programmes.rules import Scope, recordable_programmes, scope_of
from jalon.records.sources import actions
from jalon.records.sources.models import Document, Source
from jalon.records.sources.queries import Kept, kept, may_be_recognised, passages, remarks_on, years
from jalon.records.sources.queries import documents as documents_of
from jalon.records.users.roles import Permission
from jalon.web.components import Link
from jalon.web.documents import page as pages
from jalon.web.documents.forms import DocumentFilter
from jalon.web.documents.showing import (
    block_pages,
    document_lead,
    list_table,
    notes_of,
    recognised_words,
    shown_remark,
    versions_table,
)
from jalon.web.entries.showing import badge, days_of, entry_figure
from jalon.web.exports import exported
from jalon.web.http import Request
from jalon.web.tables import Ordering, paginate

LIST = "documents/list.html"
ORDERS = {"title": "sort_key", "date": "dated", "kind": "kind"}


@require_GET
def documents(request: Request) -> HttpResponse:
    """List the documents that the viewer may read."""
    scope = scope_of(request.user)
    programmes = Programme.objects.filter(scope.visible_programmes(), programme_documents__isnull=False)
    form = DocumentFilter(
        request.GET,
        programmes=programmes.distinct().order_by("sort_key"),
        years=years(readable=scope.visible_documents()),
    )
    ordering = Ordering.read(request.GET, ORDERS, default="-date")
    found = documents_of(
        readable=scope.visible_documents(),
        kind=form.asked("nature"),
        words=form.asked("q"),
        year=form.asked("annee"),
    ).order_by(*ordering.order_by)
    if slug := form.asked("programme"):
        found = found.filter(programme_documents__programme__slug=slug)
    if "export" in request.GET:
        return exported(request, list_table(found, scope, ordering), "documents") or HttpResponse(status=400)
    rows, numbers = paginate(found, request.GET, per_page=30)
    context = {
        "form": form,
        "table": list_table(rows.object_list, scope, ordering, pages=numbers),
        "reset": reverse("documents") if any(map(form.asked, form.fields)) else "",
        "links": list_links(scope),
    }
    return render(request, f"{LIST}#rows" if request.htmx else LIST, context)


def list_links(scope: Scope) -> list[Link]:
    """Return what may be done from the list: approve what waits, receive a document."""
    offered = (
        (Permission.VIEW_DRAFTS, _("En cours de saisie"), "drafts"),
        (Permission.RECORD, _("Lecture"), "reading_pile"),
        (Permission.RECORD, _("Ajouter un document"), "document_add"),
    )
    return [
        Link(label, reverse(name))
        for permission, label, name in offered
        if scope.everything or programmes_with(scope, permission)
    ]


def readable_document(scope: Scope, uid: str) -> Document:
    """Return the document when the viewer may read it, else say that it does not exist."""
    allowed = Document.objects.filter(scope.visible_documents()).values("pk")
    return get_object_or_404(Document.objects.filter(pk__in=allowed), uid=uid)


@require_GET
def document(request: Request, uid: str) -> HttpResponse:
    """Show a document: its text with the passages used as sources, its remarks, its files."""
    scope = scope_of(request.user)
    found = readable_document(scope, uid)
    current = _current_passage(request, found)
    shown = kept(found, text=current.text if current else None, number=_number(request.GET.get("version")))
    recordable = recordable_programmes(scope, found)
    context = {
        "document": found,
        "lead": document_lead(found),
        "programmes": linked_programmes(scope, found),
        "versions": versions_table(shown, names=bool(scope.everything or scope.roles)),
        "links": _actions(found, shown, may_record=bool(recordable)),
        "may_record": bool(recordable),
        "older": shown.version if shown.versions and shown.version != shown.versions[0] else None,
        "unread": shown.versions[0].unread if shown.versions else "",
        **_recognition(shown, may_record=bool(recordable)),
        **_text_of(request, shown, current, scope),
    }
    return render(request, "documents/document.html", context)


def _recognition(shown: Kept, *, may_record: bool) -> dict[str, object]:
    """Return whether the images of the last version may be recognised, or what to install for it."""
    if not may_record or not shown.versions or not may_be_recognised(shown.versions[0]):
        return {}
    try:
        tesseract()
    except Refused as refusal:
        return {"unrecognised": str(refusal)}
    far = progress_of(shown.versions[0])
    return {"may_recognise": True, "recognised_so_far": recognised_words(far) if far is not None else ""}


def linked_programmes(scope: Scope, document: Document) -> list[Programme]:
    """Return the programmes of a document that the viewer may ask about."""
    visible = Programme.objects.filter(scope.visible_programmes(), programme_documents__document=document)
    return list(visible.distinct().order_by("sort_key"))


def _current_passage(request: Request, document: Document) -> Source | None:
    uid = request.GET.get("passage")
    if not uid:
        return None
    passages = Source.objects.select_related("text__version").filter(text__version__document=document)
    return get_object_or_404(passages, uid=uid)


def _number(text: str | None) -> int | None:
    return int(text) if text and text.isdecimal() and len(text) < 6 else None


def _text_of(request: Request, shown: Kept, current: Source | None, scope: Scope) -> dict[str, object]:
    """Return what the page shows of the text: its parts, their notes, the remarks."""
    if shown.text is None:
        return {"parts": []}
    blocks = shown.text.blocks
    numbers = pages.page_numbers(blocks)
    asked = _number(request.GET.get("page"))
    if asked is None and current is not None:
        asked = pages.page_of(numbers, blocks, current.start or 0)
    number = min(max(asked or 1, 1), len(numbers))
    first, last = numbers[number - 1]
    held = passages(shown.text)
    remarks = readable_remarks(remarks_on(held), scope)
    notes = notes_of(entries_at(shown.text, scope), remarks, current)
    parts = pages.parts(shown.text, blocks[first:last], held, current)
    return {
        "parts": [
            (part, [note for one in part.passages for note in notes.get(one.pk, ())]) for part in parts
        ],
        "pages": block_pages(request.GET, numbers, number),
        "remarks": [(remark.pk, shown_remark(remark)) for remark in remarks],
        "current": current,
        "text": shown.text,
    }


def _actions(document: Document, shown: Kept, *, may_record: bool) -> list[Link]:
    links = [Link(_("Saisir un chiffre"), "#saisir")] if may_record and shown.text else []
    if may_record and shown.versions:
        links.append(Link(_("Lecture"), reverse("reading_review", args=[document.uid])))
    if shown.version:
        href = reverse("document_file", args=[document.uid, shown.version.number])
        links.append(Link(_("Télécharger l’original"), href))
    return links


@require_GET
def document_file(request: Request, uid: str, number: int) -> FileResponse:
    """Send a version as it was received: always as a file to keep, never run by the browser."""
    document = readable_document(scope_of(request.user), uid)
    version = get_object_or_404(document.versions.all(), number=number)
    path = actions.file_path(version.sha256)
    if not default_storage.exists(path):
        raise Http404
    response = FileResponse(
        default_storage.open(path),
        as_attachment=True,
        filename=version.file_name,
        content_type="application/octet-stream",
    )
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


@require_GET
def source(request: Request, uid: str) -> HttpResponse:
    """Lead to the passage of a source, or show a source that is not a passage."""
    scope = scope_of(request.user)
    found = get_object_or_404(Source.objects.select_related("text__version__document"), uid=uid)
    if found.text is not None:
        document = readable_document(scope, found.text.version.document.uid)
        href = reverse("document", args=[document.uid])
        return HttpResponseRedirect(f"{href}?passage={found.uid}#passage")
    entries = [view_of(entry) for entry in source_entries(found, scope)]
    if not entries and not scope.everything:
        raise Http404
    names = scope.everything or bool(scope.roles)
    context = {
        "source": found,
        "who": found.typed_by if names else "",
        "dated": format_partial(found.created_at.date().isoformat()),
        "entries": [(view, entry_figure(view), days_of(view.entry), badge(view.state)) for view in entries],
    }
    return render(request, "documents/source.html", context)
