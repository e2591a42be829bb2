"""Who reviews: the one check of every page of a reading."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.urls import reverse

from jalon.records.ledger.rules import programmes_with
from jalon.records.programmes.rules import Scope, scope_of
from jalon.records.reading.rules import can_review
from jalon.records.sources.models import Document
from jalon.records.users.roles import Permission
from jalon.web.documents.views import readable_document
from jalon.web.http import Request


def reviewing_scope(request: Request) -> Scope:
    """Return the viewer's scope when they record anywhere; else a visitor is refused, others see nothing."""
    scope = scope_of(request.user)
    if not (scope.everything or programmes_with(scope, Permission.RECORD)):
        raise Http404 if request.user.is_authenticated else PermissionDenied
    return scope


def reviewed_document(request: Request, uid: str) -> tuple[Scope, Document]:
    """Return the scope and the document; unknown to who may not read it, refused to who may not judge it."""
    scope = scope_of(request.user)
    document = readable_document(scope, uid)
    if not can_review(scope, document):
        raise PermissionDenied
    return scope, document


def review_address(document: Document, query: str = "") -> str:
    """Return the address of a document's review; the current passage is shown when it is long."""
    address = reverse("reading_review", args=[document.uid])
    return f"{address}?{query}#passage" if query else address
