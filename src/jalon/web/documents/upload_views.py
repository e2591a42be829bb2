"""Receiving a document: the file is read and shown first, nothing is kept before it is confirmed."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from jalon.flows.intake import waiting
from jalon.flows.intake.extraction import Extraction
from jalon.flows.intake.extractors import extract
from jalon.flows.intake.receiving import fingerprint, receive_document
from jalon.records.problems import Refused
from jalon.records.programmes.models import Programme
from jalon.records.programmes.rules import Scope, scope_of
from jalon.records.sources.models import Text
from jalon.records.sources.queries import last_text, version_of
from jalon.records.users.roles import Permission
from jalon.web.components import Link
from jalon.web.documents import page
from jalon.web.documents.upload_forms import SheetForm, UploadForm
from jalon.web.http import Request

PAGE = "documents/upload.html"
SHOWN = 6_000
"""Code points of the text shown before it is kept."""


@login_required
@require_http_methods(["GET", "POST"])
def document_add(request: Request) -> HttpResponse:
    """Choose a file and say what it is (GET); read and show it, then keep it once confirmed (POST).

    A file without readable text is said to be so, and may be kept all the same.
    """
    scope = scope_of(request.user)
    programmes = _programmes(scope)
    if not programmes:
        raise PermissionDenied
    if request.POST.get("ticket"):
        return _confirm(request, programmes)
    form = UploadForm(request.POST or None, request.FILES or None, programmes=programmes)
    if request.method != "POST":
        return _render(request, form)
    if not form.is_valid():
        return _render(request, form, status=422)
    file = form.cleaned_data["fichier"]
    content = file.read()
    known = version_of(sha256=fingerprint(content), readable=scope.visible_documents())
    if known is not None:
        form.add_error(
            "fichier", _("Ce fichier est déjà là : « %(title)s ».") % {"title": known.document.title}
        )
        return _render(
            request, form, status=422, known=Link(known.document.title, _address(known.document.uid))
        )
    read, unread = None, ""
    try:
        read = extract(content, file_name=file.name)
    except Refused as refusal:
        unread = str(refusal)
    ticket = waiting.hold(content, file_name=file.name, by=request.user.get_username())
    return _render(
        request, form, ticket=ticket, read=read, unread=unread, file_name=file.name, size=len(content)
    )


def _programmes(scope: Scope) -> list[Programme]:
    every = Programme.objects.order_by("sort_key")
    return [one for one in every if scope.can(Permission.RECORD, one.pk)]


def _confirm(request: Request, programmes: list[Programme]) -> HttpResponse:
    form = SheetForm(request.POST, programmes=programmes)
    if not form.is_valid():
        return _render(request, form, status=422)
    by = request.user.get_username()
    try:
        held = waiting.take(request.POST["ticket"], by=by)
        document = receive_document(
            content=held.content,
            file_name=held.file_name,
            sheet=form.sheet(),
            programmes=form.chosen(),
            by=by,
        )
    except Refused as refusal:
        again = UploadForm(None, programmes=programmes, initial=form.cleaned_data)
        return _render(request, again, status=422, said=str(refusal))
    read = any(last_text(version) for version in document.versions.all())
    messages.success(
        request,
        _("Le document est enregistré : ses passages peuvent servir de sources.")
        if read
        else _("Le document est enregistré, sans texte : son fichier est gardé tel quel."),
    )
    return redirect("document", uid=document.uid)


def _render(
    request: Request, form: SheetForm, *, status: int = 200, read: Extraction | None = None, **context: Any
) -> HttpResponse:
    parts = _preview(read) if read else []
    crumbs = [Link(_("Documents"), reverse("documents")), Link(_("Ajouter un document"), current=True)]
    return render(
        request,
        PAGE,
        {"form": form, "read": read, "parts": parts, "crumbs": crumbs, **context},
        status=status,
    )


def _preview(read: Extraction) -> list[tuple[page.Part, list[object]]]:
    text = Text(content=read.content, blocks=[list(block) for block in read.blocks])
    blocks = [block for block in read.blocks if block[1] < SHOWN]
    return [(part, []) for part in page.parts(text, blocks, [], None)]


def _address(uid: str) -> str:
    return reverse("document", args=[uid])
