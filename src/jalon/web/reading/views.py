"""The pile of documents to review, and the review of one: its text, and what was read in it."""

from contextlib import nullcontext
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods
from django_htmx.http import HttpResponseClientRedirect

from jalon.core.reading.language import FRENCH, language_of
from jalon.core.reading.reader import VERSION
from jalon.flows.alone import alone
from jalon.flows.reading.proposing import Known
from jalon.flows.reading.running import read_document
from jalon.records.problems import Refused
from jalon.records.programmes.models import Programme
from jalon.records.programmes.rules import Scope
from jalon.records.reading import queries
from jalon.records.reading.models import Claim
from jalon.records.sources.models import Document
from jalon.records.sources.queries import kept, may_be_recognised
from jalon.web.components import Link
from jalon.web.http import Request
from jalon.web.reading import page
from jalon.web.reading.access import review_address, reviewed_document, reviewing_scope
from jalon.web.reading.long_texts import is_long, long_words
from jalon.web.reading.piles import (
    PileFilter,
    groups_of,
    progress_of,
    resume_address,
    silent_documents,
    tones,
)
from jalon.web.reading.showing import alert_panel, claim_panel, undo_of
from jalon.web.reading.vocabulary import PLURALS, Family

PILE, REVIEW = "reading/pile.html", "reading/review.html"
INVALID = 422


@require_GET
def pile(request: Request) -> HttpResponse:
    """List the documents that the viewer may review, those with alerts first, with how far each is."""
    scope = reviewing_scope(request)
    everything = queries.pile(scope)
    form = PileFilter(request.GET, programmes=_programmes([row.document for row in everything]))
    programme = form.chosen()
    rows = queries.pile(scope, programme=programme) if programme is not None else everything
    groups, numbers = groups_of(rows, request.GET)
    context = {
        "form": form,
        "groups": groups,
        "pages": numbers,
        "progress": progress_of(rows),
        "tones": tones(),
        "silent": silent_documents(scope),
        "resume": resume_address(rows),
        "reset": reverse("reading_pile") if programme is not None else "",
    }
    return render(request, PILE, context)


def _programmes(documents: list[Document]) -> list[Programme]:
    linked = Programme.objects.filter(programme_documents__document__in=documents)
    return list(linked.distinct().order_by("sort_key"))


@require_http_methods(["GET", "POST"])
def read(request: Request, uid: str) -> HttpResponse:
    """Read a document (POST), then review it; one long text at a time, since it takes a core for long."""
    _scope, document = reviewed_document(request, uid)
    if request.method == "POST":
        try:
            _read(request, document)
        except Refused as refusal:
            messages.error(request, str(refusal))
    address = review_address(document)
    return HttpResponseClientRedirect(address) if request.htmx else redirect(address)


def _read(request: Request, document: Document) -> None:
    text = kept(document).text
    with alone("lecture") if text is not None and is_long(text) else nullcontext(True) as is_free:
        if not is_free:
            raise Refused(
                "busy", _("Un long document est en cours de lecture : recommencer dans une minute.")
            )
        read_document(document, by=request.user.get_username())


@require_GET
def review(request: Request, uid: str) -> HttpResponse:
    """Show a document's text and what was read in it; what waits comes first."""
    scope, document = reviewed_document(request, uid)
    return show_review(request, scope, document)


def show_review(
    request: Request,
    scope: Scope,
    document: Document,
    *,
    asked: page.Asked | None = None,
    data: Any = None,
    refusal: str = "",
) -> HttpResponse:
    """Render the review; `data` fills the form of the proposition asked for, as it was sent."""
    shown = kept(document)
    text = shown.text
    reading = queries.current(text) if text is not None else None
    context: dict[str, Any] = {"document": document, "crumbs": _crumbs(document), "text": text}
    if text is None or reading is None:
        may_read = bool(text and text.content.strip())
        why = next((one.unread for one in shown.versions if one.unread), "")
        scanned = any(map(may_be_recognised, shown.versions[:1]))
        unread = {"unread": True, "may_read": may_read, "why": why, "may_recognise": scanned}
        unread["long"] = long_words(text) if text is not None else ""
        return render(request, REVIEW, context | unread)
    reading.text = text
    seen = queries.review(reading)
    place = page.place_of(text, seen, asked or page.Asked.read(request.GET))
    username = request.user.get_username()
    context |= {
        "reading": reading,
        "place": place,
        "parts": place.leaf(),
        "sections": place.sections(),
        "progress": page.progress_of(seen),
        "previous": place.beside(-1),
        "next": place.beside(1),
        "undo": undo_of(seen, document, username),
        "before": page.judged_before(seen),
        "refusal": refusal,
        "recognised": text.is_recognised,
        "foreign": not seen.claims and language_of(text.content) not in {"", FRENCH},
        "outdated": reading.version != VERSION,
        "families": list(Family),
        "types": Claim.Type.choices,
        **_all_of(place),
    }
    status = 200
    if place.claim is not None:
        known = Known.of(document, scope)
        panel = claim_panel(place, known, scope=scope, username=username, data=data)
        status = INVALID if refusal or (panel.form is not None and panel.form.errors) else 200
        context |= {"panel": panel}
    elif place.alert is not None:
        context |= {"alert": alert_panel(place, document, scope=scope, username=username)}
    partial = request.htmx and not request.htmx.history_restore_request
    return render(request, f"{REVIEW}#work" if partial else REVIEW, context, status=status)


def _all_of(place: page.Place) -> dict[str, Any]:
    """What may be accepted in one go: this kind, each kind, all that no alert compares."""
    kinds = page.kinds_waiting(place.review)
    current = place.claim.claim.type if place.claim is not None else ""
    return {
        "same_kind": next((one for one in kinds if one.type == current and one.count > 1), None),
        "kinds": kinds,
        "without_alert": page.without_alert(place.review),
        "current_plural": PLURALS.get(current, ""),
    }


def _crumbs(document: Document) -> list[Link]:
    return [
        Link(_("Documents"), reverse("documents")),
        Link(_("Lecture"), reverse("reading_pile")),
        Link(document.title, current=True),
    ]


@require_GET
def next_document(request: Request, uid: str) -> HttpResponse:
    """Lead to the next document where something waits, else back to the pile."""
    scope, document = reviewed_document(request, uid)
    following = queries.next_document(scope, after=document)
    if following is None:
        messages.success(request, _("Aucun autre document n’attend d’examen."))
        return redirect("reading_pile")
    return redirect(review_address(following.document))
